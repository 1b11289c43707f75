"""The view of a paged table: keys of the keyboard, columns that can be hidden, moved and sorted and stay so."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHeaderView, QMenu, QTableView, QWidget

from app.wording import frame
from views import style
from views.column_room import ColumnRoom, share_room
from views.memory import Memory, ShortMemory
from views.paged_table import Align, PagedTable
from views.row_delegate import RowDelegate
from views.table_header import TableHeader

ROW, ROOMY_ROW, HEADING, TICKS = 28, 34, 30, 28
#: A column of this width or less has nothing to give in a narrow window.
_SHORT = 60


class PagedTableView(QTableView):
    """Shows a `PagedTable`. `opened` carries the key of the row that Enter or a double click chose."""

    opened = Signal(object)

    def __init__(
        self, model: PagedTable[Any], name: str, memory: Memory | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.paged = model
        self.name = name
        self._name = f"table.{name}"
        self.memory = memory or ShortMemory()
        self._arranging = False
        self._roomy = False
        self._wide: dict[int, int] = {}
        self._hidden: set[int] = set()
        self._picked = False
        self._kept_key: Any = None
        self._delegate = RowDelegate(self)
        self._save_later = QTimer(self, singleShot=True, interval=300)
        self._save_later.timeout.connect(self._remember)
        self._set_up()
        self.setModel(model)
        self._set_up_header()
        style.follow_scale(self, self._size)
        self._recall()
        model.modelAboutToBeReset.connect(self._keep_place)
        model.modelReset.connect(self._find_place)
        model.counted.connect(self._find_place)
        self.doubleClicked.connect(lambda index: self._open(index.row()))

    def _set_up(self) -> None:
        self.setItemDelegate(self._delegate)
        self.setHorizontalHeader(TableHeader(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        header.customContextMenuRequested.connect(self._offer_columns)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        self.setSortingEnabled(True)
        header.sectionClicked.connect(self._clicked_heading)
        self.setColumnHidden(0, not self.paged.tickable)
        header.sectionResized.connect(self._widened)
        for signal in (header.sectionMoved, header.sectionResized, header.sortIndicatorChanged):
            signal.connect(self._changed)

    def set_roomy(self, roomy: bool) -> None:
        """Rows of 34 instead of 28 ("Dòng thoáng")."""
        self._roomy = roomy
        self._size()

    def _size(self) -> None:
        height = style.px(ROOMY_ROW if self._roomy else ROW)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        lines = max((column.title.count("\n") for column in self.paged.columns), default=0)
        self.horizontalHeader().setFixedHeight(style.px(HEADING + 14 * lines))
        self.horizontalHeader().setMinimumSectionSize(style.px(28))
        self._recall()

    # Columns: hidden, moved, sorted, as wide as the user likes.

    def _arrange(self, kept: dict[str, Any]) -> None:
        """Put the columns as kept; what is not kept is as designed."""
        header = self.horizontalHeader()
        self._arranging = True
        self.setColumnWidth(0, style.px(TICKS))
        order = {name: place for place, name in enumerate(kept.get("order", []))}
        columns = list(enumerate(self.paged.columns, 1))
        hidden = {column.name for _, column in columns if column.hidden}
        self._picked = set(kept.get("hidden", hidden)) != hidden
        hidden = set(kept.get("hidden", hidden))
        self._hidden = {section for section, column in columns if column.name in hidden}
        for section, column in columns:
            self._wide[section] = style.px(kept.get("widths", {}).get(column.name, column.width))
        for place, (section, _) in enumerate(sorted(columns, key=lambda one: order.get(one[1].name, one[0])), 1):
            header.moveSection(header.visualIndex(section), place)
        self._arranging = False
        self._spread()

    def _recall(self) -> None:
        kept = json.loads(self.memory.get(self._name) or "{}")
        self._arrange(kept)
        names = [column.name for column in self.paged.columns]
        by, descending = kept.get("sort", ["", False])
        if by in names:
            order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
            self.horizontalHeader().setSortIndicator(names.index(by) + 1, order)

    def _changed(self) -> None:
        if not self._arranging:
            self._save_later.start()

    def _remember(self) -> None:
        header, columns = self.horizontalHeader(), self.paged.columns
        shown = sorted(range(1, len(columns) + 1), key=header.visualIndex)
        section, order = header.sortIndicatorSection(), header.sortIndicatorOrder()
        kept = {
            "order": [columns[place - 1].name for place in shown],
            "hidden": [columns[place - 1].name for place in shown if place in self._hidden],
            "widths": {
                columns[place - 1].name: round(self._wide[place] * 100 / style.scale.percent)
                for place in shown
                if place not in self._hidden and not columns[place - 1].stretch
            },
            "sort": [columns[section - 1].name, order == Qt.SortOrder.DescendingOrder] if section > 0 else ["", False],
        }
        self.memory.put(self._name, json.dumps(kept))

    def _spread(self) -> None:
        """Share the room: what is left goes to the column that stretches; in a narrow window texts are cut and spare
        columns left out, unless the officer has chosen the columns.
        """
        ticks = 0 if self.isColumnHidden(0) else self.columnWidth(0)
        wanted = [
            ColumnRoom(
                section,
                self._wide[section],
                gives=column.align is Align.LEFT and column.paint is None and column.width > _SHORT,
                spare=column.spare and not self._picked,
                stretch=column.stretch,
            )
            for section, column in enumerate(self.paged.columns, 1)
            if section not in self._hidden
        ]
        widths = share_room(wanted, self.viewport().width() - ticks)
        self._arranging = True
        for section in self._wide:
            self.setColumnHidden(section, section not in widths)
            if section in widths:
                self.setColumnWidth(section, widths[section])
        self._arranging = False

    def _widened(self, section: int, _before: int, width: int) -> None:
        """The officer made a column wider or narrower."""
        if not self._arranging and width:
            self._wide[section] = width

    def _offer_columns(self, where: QPoint) -> None:
        self.column_menu().exec(self.horizontalHeader().mapToGlobal(where))

    def column_menu(self) -> QMenu:
        """The menu that shows and hides columns; also offered by the page's "…" button."""
        menu = QMenu(frame.COLUMNS, self)
        for section, column in enumerate(self.paged.columns, 1):
            action = QAction(column.title.replace("\n", " "), menu, checkable=True)
            action.setChecked(not self.isColumnHidden(section))
            action.toggled.connect(lambda on, section=section: self._show_column(section, on))
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction(frame.COLUMNS_AS_BEFORE, self._columns_as_before)
        return menu

    def _show_column(self, section: int, shown: bool) -> None:
        left_out = {place for place in self._wide if self.isColumnHidden(place)}
        self._hidden = left_out - {section} if shown else left_out | {section}
        self._picked = True
        self._spread()
        self._changed()

    def _columns_as_before(self) -> None:
        self._arrange({})
        self._changed()

    def _clicked_heading(self, section: int) -> None:
        if section == 0:
            self.paged.tick_all_shown()

    # The place in the list outlives a reload.

    def _keep_place(self) -> None:
        current = self.currentIndex()
        if current.isValid():
            self._kept_key = self.paged.key_at(current.row())

    def _find_place(self) -> None:
        """After a reload the current row is the same household; while it has not arrived yet it is waited for."""
        if self.paged.count == 0 or self.currentIndex().isValid():
            return
        place = self.paged.position(self._kept_key) if self._kept_key is not None else None
        if place is not None or self.paged.complete:
            self.go_to(place or 0)

    def go_to(self, position: int) -> None:
        """Make a row the current one and bring it into sight."""
        index = self.paged.index(position, 1)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        across = self.horizontalScrollBar().value()
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)
        self.horizontalScrollBar().setValue(across)  # the ticks stay in sight in a narrow window

    def current_key(self) -> Any:
        """The key of the current row, or None."""
        current = self.currentIndex()
        return self.paged.key_at(current.row()) if current.isValid() else None

    def step(self, by: int) -> Any:
        """Go `by` rows on (the dossier's Ctrl+PgUp and Ctrl+PgDn); the key arrived at, or None at the end."""
        target = self.currentIndex().row() + by
        if not 0 <= target < self.paged.count:
            return None
        self.go_to(target)
        return self.paged.key_at(target)

    def copy(self) -> None:
        """Put the selected rows on the clipboard, with headings, as Excel takes them."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        QApplication.clipboard().setText(self.paged.copy_text(rows, self.shown_columns()))

    def shown_columns(self) -> list[int]:
        """The columns in sight, in their order, as positions among the table's columns."""
        sections = sorted(range(1, len(self.paged.columns) + 1), key=self.horizontalHeader().visualIndex)
        return [section - 1 for section in sections if not self.isColumnHidden(section)]

    def _open(self, position: int) -> None:
        if 0 <= position < self.paged.count:
            self.opened.emit(self.paged.key_at(position))

    # Events.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        position = self.currentIndex().row()
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                self._open(position)
            case Qt.Key.Key_Space if position >= 0 and self.paged.tickable:
                self._toggle_selected(position)
            case Qt.Key.Key_A if control and self.paged.tickable:
                self.paged.tick_all_shown()
            case Qt.Key.Key_C if control:
                self.copy()
            case _:
                super().keyPressEvent(event)

    def _toggle_selected(self, position: int) -> None:
        """Space turns the current row's tick over and gives the same to all selected rows."""
        rows = {index.row() for index in self.selectionModel().selectedRows()} | {position}
        self.paged.tick(rows, on=not self.paged.is_ticked(position))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == 0 and event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._tick_with_mouse(index.row(), event.modifiers())
            return
        super().mousePressEvent(event)

    def _tick_with_mouse(self, position: int, modifiers: Qt.KeyboardModifier) -> None:
        """A click turns one tick over; with Shift all from the current row to here."""
        before = self.currentIndex().row()
        if modifiers & Qt.KeyboardModifier.ShiftModifier and before >= 0:
            self.paged.tick(range(min(before, position), max(before, position) + 1), on=True)
        else:
            self.paged.toggle(position)
        self.selectionModel().setCurrentIndex(self.paged.index(position, 1), QItemSelectionModel.SelectionFlag.NoUpdate)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.indexAt(event.position().toPoint()).row())
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered:
            self._delegate.hovered = row
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread()
