"""The quick grid on screen: keyboard first, a cell a stage with its tick and day; Enter goes down as in Excel."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.parsing import today
from app.wording import construction
from views import style
from views.construction.grid import COLUMNS, FIRST_STAGE, NOTE, ChangedRole, ProblemRole, StageGrid
from views.table_header import TableHeader
from views.widgets.problem_marks import paint_mark

AnyIndex = QModelIndex | QPersistentModelIndex
_WIDTHS = (200, 150, 112, 112, 132, 112, 126, 160)


class _GridDelegate(QStyledItemDelegate):
    """Paints a stage as tick and day; changed cells on a ground of their own, wrong ones with their sign."""

    entered = Signal()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        cell: QRect = option.rect
        changed, problem = index.data(ChangedRole), index.data(ProblemRole)
        plain = not style.high_contrast()
        ground = option.palette.base().color()
        if plain and changed:
            ground = QColor(style.WARNING_GROUND)
        elif plain and option.state & QStyle.StateFlag.State_Selected:
            ground = QColor(style.SELECTION)
        painter.save()
        painter.fillRect(cell, ground)
        painter.setPen(option.palette.text().color())
        inner = cell.adjusted(style.px(6), 0, -style.px(4), -1)
        if problem is not None:
            side = style.px(14)
            paint_mark(painter, QRect(inner.right() - side, inner.y(), side, inner.height()), warning=problem.warning)
            inner.setRight(inner.right() - side - style.px(2))
        text = str(index.data() or "")
        if FIRST_STAGE <= index.column() < NOTE:
            self._tick(painter, inner, ticked=bool(text))
            inner.setLeft(inner.left() + style.px(22))
        painter.setFont(style.font(strong=bool(changed)))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.setPen(QColor(style.LINE))
        painter.drawLine(cell.bottomLeft(), cell.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(style.PRIMARY), 2))
            painter.drawRect(cell.adjusted(1, 1, -1, -1))
        painter.restore()

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter in an open editor takes the text over and goes down, as in a spreadsheet."""
        pressed = event.key() if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else None
        if isinstance(editor, QWidget) and pressed in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
            self.entered.emit()
            return True
        return super().eventFilter(editor, event)

    def _tick(self, painter: QPainter, cell: QRect, *, ticked: bool) -> None:
        side = style.px(16)
        box = QStyleOptionButton()
        box.rect = QRect(cell.x(), cell.center().y() - side // 2, side, side)
        box.state = QStyle.StateFlag.State_Enabled | (
            QStyle.StateFlag.State_On if ticked else QStyle.StateFlag.State_Off
        )
        widget = self.parent()
        if isinstance(widget, QWidget):
            box.palette = widget.palette()
        QApplication.style().drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorCheckBox, box, painter)


class GridView(QTableView):
    """`left` comes with Esc; a current cell is always there."""

    left = Signal()

    def __init__(self, grid: StageGrid, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = grid
        self.setAccessibleName(construction.GRID)
        self.setHorizontalHeader(TableHeader(self))
        delegate = _GridDelegate(self)
        delegate.entered.connect(lambda: self._step_down(self.currentIndex()))
        self.setItemDelegate(delegate)
        self.setModel(grid)
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
        grid.modelReset.connect(self._begin)

    def _size(self) -> None:
        height = style.px(28)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        self.horizontalHeader().setFixedHeight(style.px(40))
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, style.px(width))
        self._spread()

    def _spread(self) -> None:
        others = sum(self.columnWidth(column) for column in range(COLUMNS - 1))
        self.setColumnWidth(NOTE, max(style.px(_WIDTHS[NOTE]), self.viewport().width() - others))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread()

    def _begin(self) -> None:
        if self.grid.rowCount() and not self.currentIndex().isValid():
            self.go_to(self.grid.index(0, FIRST_STAGE))

    def go_to(self, index: QModelIndex) -> None:
        """Make a cell the current one and bring it into sight."""
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        match event.key():
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_Space if current.isValid() and current.column() < NOTE:
                for index in self._cells():
                    self.grid.toggle(index)
            case Qt.Key.Key_Semicolon if control:
                for index in self._cells():
                    self.grid.set_day(index, today().isoformat())
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                for index in self._cells():
                    self.grid.setData(index, "")
            case Qt.Key.Key_V if control and current.isValid():
                self.grid.paste(current, QApplication.clipboard().text())
            case Qt.Key.Key_C if control:
                QApplication.clipboard().setText(self.grid.copied(self.selectionModel().selectedIndexes()))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not control:
                self._step_down(current)
            case _:
                super().keyPressEvent(event)

    def _cells(self) -> list[QModelIndex]:
        """The cells that may be changed among those selected, the current one at least."""
        found = self.selectionModel().selectedIndexes() or [self.currentIndex()]
        return [index for index in found if index.column() >= FIRST_STAGE]

    def _step_down(self, current: QModelIndex) -> None:
        below = self.grid.index(current.row() + 1, current.column())
        if below.isValid():
            self.go_to(below)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        where = event.position().toPoint()
        index = self.indexAt(where)
        if index.isValid() and FIRST_STAGE <= index.column() < NOTE and event.button() == Qt.MouseButton.LeftButton:
            left = self.visualRect(index).left()
            if left <= where.x() <= left + style.px(26):
                self.grid.toggle(index)
