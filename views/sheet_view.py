"""A sheet on screen: keyboard first. Enter goes down, Tab to the next typed cell and out behind the last one."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from views import style
from views.sheet import ChangedRole, ProblemRole, Sheet, TypedRole
from views.table_header import TableHeader
from views.widgets.problem_marks import paint_mark

AnyIndex = QModelIndex | QPersistentModelIndex
_TABS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}


class SheetDelegate(QStyledItemDelegate):
    """Cells that are typed in stand on white, the others on the ground; changed and wrong ones carry their marks."""

    entered = Signal()
    tabbed = Signal(int)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        cell: QRect = option.rect
        changed, problem = index.data(ChangedRole), index.data(ProblemRole)
        painter.save()
        painter.fillRect(cell, self._ground(option, index))
        painter.setPen(option.palette.text().color())
        inner = cell.adjusted(style.px(6), 0, -style.px(6), -1)
        if problem is not None:
            side = style.px(14)
            paint_mark(painter, QRect(inner.right() - side, inner.y(), side, inner.height()), warning=problem.warning)
            inner.setRight(inner.right() - side - style.px(4))
        inner = self.lead(painter, inner, index)
        painter.setFont(style.font(strong=bool(changed)))
        text = painter.fontMetrics().elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, index.data(Qt.ItemDataRole.TextAlignmentRole), text)
        painter.setPen(QColor(style.LINE))
        painter.drawLine(cell.bottomLeft(), cell.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(style.PRIMARY), 2))
            painter.drawRect(cell.adjusted(1, 1, -1, -1))
        painter.restore()

    def lead(self, painter: QPainter, cell: QRect, index: AnyIndex) -> QRect:
        """What stands before the text, a sheet's own; returns the room that is left for the text."""
        return cell

    @staticmethod
    def _ground(option: QStyleOptionViewItem, index: AnyIndex) -> QColor:
        if style.high_contrast():
            return option.palette.base().color()
        if index.data(ChangedRole):
            return QColor(style.WARNING_GROUND)
        if option.state & QStyle.StateFlag.State_Selected:
            return QColor(style.SELECTION)
        return option.palette.base().color() if index.data(TypedRole) else QColor(style.GROUND)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter and Tab in an open editor take the text over and go on, as in a spreadsheet."""
        pressed = event.key() if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else None
        enter = pressed in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if isinstance(editor, QWidget) and pressed is not None and (enter or pressed in _TABS):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
            if enter:
                self.entered.emit()
            else:
                self.tabbed.emit(_TABS[Qt.Key(pressed)])
            return True
        return super().eventFilter(editor, event)


class SheetView(QTableView):
    """`left` comes with Esc; a current cell is always there while there are rows."""

    left = Signal()
    delegate_class = SheetDelegate
    #: Whether Tab goes from typed cell to typed cell; else it leaves the sheet at once.
    tab_goes_on = True

    def __init__(self, sheet: Sheet[Any], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = sheet
        self.setAccessibleName(name)
        self.setHorizontalHeader(TableHeader(self))
        delegate = self.delegate_class(self)
        delegate.entered.connect(self._step_down)
        delegate.tabbed.connect(self._tab)
        self.setItemDelegate(delegate)
        self.setModel(sheet)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        triggers = QTableView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionsMovable(False)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        style.follow_scale(self, self._size)
        sheet.modelReset.connect(self._begin)

    def _size(self) -> None:
        height = style.px(28)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        self.horizontalHeader().setFixedHeight(style.px(40))
        self.horizontalHeader().setMinimumSectionSize(style.px(28))
        self._spread()

    def _spread(self) -> None:
        """Columns as wide as designed; those that stretch share what room is left."""
        columns = self.sheet.columns
        left = self.viewport().width() - sum(style.px(one.width) for one in columns)
        sharing = sum(one.stretch for one in columns)
        for place, one in enumerate(columns):
            more = max(0, left) // sharing if one.stretch else 0
            self.setColumnWidth(place, style.px(one.width) + more)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread()

    def _typed(self) -> list[int]:
        return [place for place, one in enumerate(self.sheet.columns) if one.typed]

    def _begin(self) -> None:
        typed = self._typed()
        if self.sheet.rowCount() and typed and not self.currentIndex().isValid():
            self.go_to(self.sheet.index(0, typed[0]))

    def go_to(self, index: QModelIndex) -> None:
        """Make a cell the current one and bring it into sight."""
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def next_wrong(self) -> None:
        """F8: the next cell that stops the save, round and round."""
        wrong = self.sheet.wrong_places()
        here = (self.currentIndex().row(), self.currentIndex().column())
        if wrong:
            self.go_to(next((one for one in wrong if (one.row(), one.column()) > here), wrong[0]))
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def event(self, event: QEvent) -> bool:
        """Tab goes from typed cell to typed cell, and out at either end."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and Qt.Key(event.key()) in _TABS:
            by = _TABS[Qt.Key(event.key())]
            if self.tab_goes_on and self._next_typed(by) is not None:
                self._tab(by)
                return True
        return super().event(event)

    def _next_typed(self, by: int) -> QModelIndex | None:
        typed, current = self._typed(), self.currentIndex()
        places = [(row, column) for row in range(self.sheet.rowCount()) for column in typed]
        here = (current.row(), current.column())
        onward = [one for one in places if one > here] if by > 0 else [one for one in places[::-1] if one < here]
        return self.sheet.index(*onward[0]) if onward else None

    def _tab(self, by: int) -> None:
        found = self._next_typed(by)
        if found is not None:
            self.go_to(found)
        else:
            self.focusNextPrevChild(by > 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        match event.key():
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_Space if current.isValid():
                for index in self.cells():
                    self.sheet.toggle(index)
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                for index in self.cells():
                    self.sheet.setData(index, "")
            case Qt.Key.Key_V if control and current.isValid():
                self.paste(current, QApplication.clipboard().text())
            case Qt.Key.Key_C if control:
                QApplication.clipboard().setText(self.sheet.copied(self.selectionModel().selectedIndexes()))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not control:
                self._step_down()
            case _:
                super().keyPressEvent(event)

    def paste(self, start: QModelIndex, text: str) -> None:
        """A block from a spreadsheet, from a cell on."""
        self.sheet.paste(start, text)

    def cells(self) -> list[QModelIndex]:
        """The cells that are selected, else the current one."""
        return self.selectionModel().selectedIndexes() or [self.currentIndex()]

    def _step_down(self) -> None:
        current = self.currentIndex()
        below = self.sheet.index(current.row() + 1, current.column())
        if below.isValid():
            self.go_to(below)
