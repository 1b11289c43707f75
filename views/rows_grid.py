"""A grid of rows that are typed in: each line stays with its record, and the last line waits for the next one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidgetItem,
    QWidget,
)

from app.documents.words import date_text
from app.parsing import parse_date, today
from app.problems import Problem, Refused
from views import style
from views.widgets.date_edit import shown_date
from views.widgets.typed_grid import TypedGrid

T = TypeVar("T")
#: The id and version of a line's record (None for a new one), then the texts of its cells; fit for JSON.
Line = list[Any]
_HEAD = 2
_WRONG = "#FBE9E7"


@dataclass(frozen=True)
class Column:
    """A column: `width` 0 takes what is left; `default` fills itself in when a new line is begun.

    `offer` gives entries that change while the grid is open, beside `choices`.
    """

    name: str
    title: str
    width: int = 0
    parse: Callable[[str], Any] = lambda text: text or None
    show: Callable[[Any], str] = str
    choices: tuple[str, ...] = ()
    only_choices: bool = False
    default: str = ""
    offer: Callable[[], Sequence[str]] | None = None

    def entries(self) -> list[str]:
        """What is offered in a cell."""
        return [*self.choices, *(self.offer() if self.offer else ())]


def date_column(name: str, title: str) -> Column:
    """A day, typed as officers type it; Ctrl+; is today."""
    return Column(name, title, 110, parse_date, shown_date)


class RowsGrid(TypedGrid):
    """Ctrl+V takes cells of Excel from the current cell on, Ctrl+Delete takes the line out, Ctrl+; is today."""

    changed = Signal()

    def __init__(self, columns: Sequence[Column], name: str, *, keeps_records: bool = False) -> None:
        super().__init__(0, len(columns))
        self.columns = tuple(columns)
        self.keeps_records = keeps_records
        self._keys: list[tuple[str | None, int | None]] = []
        self._filling = False
        self.setHorizontalHeaderLabels([one.title for one in columns])
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        # A cell that is only gone to is not yet typed in: Ctrl+V and Delete belong to the grid there.
        self.setEditTriggers(
            self.EditTrigger.DoubleClicked
            | self.EditTrigger.SelectedClicked
            | self.EditTrigger.EditKeyPressed
            | self.EditTrigger.AnyKeyPressed
        )
        self.clicked.connect(self._offer)
        self._dress()
        for place, one in enumerate(columns):
            if one.choices or one.offer:
                self.setItemDelegateForColumn(place, _ChoiceDelegate(one, self))
        self.model().rowsInserted.connect(self._rows_came)
        self.model().rowsRemoved.connect(self._rows_went)
        self.itemChanged.connect(self._edited)
        style.follow_scale(self, self._size)
        self.show_lines(())

    def _dress(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if not style.high_contrast():
            palette = self.palette()
            palette.setColor(QPalette.ColorRole.Highlight, QColor(style.SELECTION))
            palette.setColor(QPalette.ColorRole.HighlightedText, QColor(style.TEXT))
            self.setPalette(palette)

    def _size(self) -> None:
        header = self.horizontalHeader()
        for place, one in enumerate(self.columns):
            fixed = QHeaderView.ResizeMode.Interactive if one.width else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(place, fixed)
            if one.width:
                self.setColumnWidth(place, style.px(one.width))
        self.verticalHeader().setDefaultSectionSize(style.px(28))

    def _offer(self, index: QModelIndex) -> None:
        """A click on a cell that is chosen from a few entries offers them."""
        if self.columns[index.column()].only_choices and self.indexWidget(index) is None:
            self.edit(index)

    def _rows_came(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._keys[first:first] = [(None, None)] * (last - first + 1)

    def _rows_went(self, _parent: QModelIndex, first: int, last: int) -> None:
        del self._keys[first : last + 1]

    # What the lines say

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Put lines into the grid, with an empty one below; the cursor stays where it was."""
        row_before, column_before = self.currentRow(), self.currentColumn()
        self._filling = True
        self.setRowCount(0)
        self.setRowCount(len(lines) + 1)
        for row, line in enumerate(lines):
            self._keys[row] = (line[0], line[1])
            for column, text in enumerate(line[_HEAD:]):
                self.setItem(row, column, QTableWidgetItem(text))
        self._filling = False
        if row_before >= 0:
            self.setCurrentCell(min(row_before, len(lines)), max(0, column_before))

    def line(self, row: int) -> Line:
        """A line as it stands."""
        return [*self._keys[row], *(self.text(row, column) for column in range(len(self.columns)))]

    def lines(self) -> list[Line]:
        """All lines as they stand, those below the last that holds anything left out."""
        found = [self.line(row) for row in range(self.rowCount())]
        while found and not any(found[-1]):
            found.pop()
        return found

    def is_empty(self, row: int) -> bool:
        """Whether nothing is typed in a line; a record that may not be taken off is never empty."""
        kept = self.keeps_records and self._keys[row][0] is not None
        return not kept and not any(self.line(row)[_HEAD:])

    def filled(self) -> list[int]:
        """The rows that hold anything."""
        return [row for row in range(self.rowCount()) if not self.is_empty(row)]

    def draft(self, kind: Callable[..., T], row: int, **more: Any) -> T:
        """A line as a draft; what cannot be read is left empty (`unreadable` tells)."""
        row_id, version, *texts = self.line(row)
        values = {one.name: _read(one, text) for one, text in zip(self.columns, texts, strict=True)}
        if "name" in values:
            values["name"] = values["name"] or ""
        return kind(**values, **more, id=row_id, version=version)

    def unreadable(self) -> list[tuple[int, str, Problem]]:
        """Row, column and problem of each cell that cannot be read."""
        found = []
        for row in range(self.rowCount()):
            for place, one in enumerate(self.columns):
                try:
                    one.parse(self.text(row, place))
                except Refused as refused:
                    found += [(row, one.name, problem) for problem in refused.problems]
        return found

    # Typing

    def finish(self) -> None:
        """Take over what is still being typed in a cell."""
        editor = self.indexWidget(self.currentIndex())
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def put(self, row: int, column: int, text: str) -> None:
        """Write a cell as if it were typed."""
        self.setItem(row, column, QTableWidgetItem(text))

    def _edited(self, item: QTableWidgetItem) -> None:
        if self._filling:
            return
        self._filling = True
        row, column = item.row(), item.column()
        read = _read(self.columns[column], self.text(row, column))
        if read is not None:
            item.setText(self.columns[column].show(read))
        if not self.is_empty(row):
            self._fill_defaults(row)
        if row == self.rowCount() - 1 and not self.is_empty(row):
            self.insertRow(self.rowCount())
        self._filling = False
        self.changed.emit()

    def _fill_defaults(self, row: int) -> None:
        for place, one in enumerate(self.columns):
            if one.default and not self.text(row, place):
                self.setItem(row, place, QTableWidgetItem(one.default))

    def can_remove(self) -> bool:
        """Whether the current line may be taken out."""
        row = self.currentRow()
        if not 0 <= row < self.rowCount() - 1:
            return False
        return not (self.keeps_records and self._keys[row][0] is not None)

    def remove_current(self) -> None:
        """Take the current line out."""
        if self.can_remove():
            self.removeRow(self.currentRow())
            self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste(QApplication.clipboard().text())
        elif event.key() == Qt.Key.Key_Delete and control:
            self.remove_current()
        elif event.key() == Qt.Key.Key_Delete and self.currentItem() is not None:
            self.put(self.currentRow(), self.currentColumn(), "")
        elif event.key() == Qt.Key.Key_Semicolon and control:
            if self.columns[self.currentColumn()].parse is parse_date:
                self.put(self.currentRow(), self.currentColumn(), date_text(today()))
        else:
            super().keyPressEvent(event)

    def paste(self, text: str) -> None:
        """Cells of Excel: lines and tabs."""
        top, left = max(0, self.currentRow()), max(0, self.currentColumn())
        for down, line in enumerate(text.replace("\r\n", "\n").rstrip("\n").split("\n")):
            for right, cell in enumerate(line.split("\t")[: len(self.columns) - left]):
                self.put(top + down, left + right, cell.strip())

    # Marks

    def mark(self, cells: Iterable[tuple[int, str, str]]) -> None:
        """Tint the cells (row, column, sentence) that want looking at, and no others."""
        wrong = {(row, name): sentence for row, name, sentence in cells}
        self._filling = True
        for row in range(self.rowCount()):
            for place, one in enumerate(self.columns):
                sentence = wrong.get((row, one.name), "")
                item = self.item(row, place)
                if item is None and sentence:
                    item = QTableWidgetItem("")
                    self.setItem(row, place, item)
                if item is not None:
                    item.setBackground(QColor(_WRONG) if sentence else QBrush())
                    item.setToolTip(sentence)
        self._filling = False

    def go_to(self, row: int, name: str) -> None:
        """Put the cursor into a cell."""
        place = next((at for at, one in enumerate(self.columns) if one.name == name), 0)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.setCurrentCell(row, place)


def _read(column: Column, text: str) -> Any:
    try:
        return column.parse(text)
    except Refused:
        return None


def shown_line(columns: Sequence[Column], draft: Any) -> Line:
    """A draft as the grid shows it."""
    values = [getattr(draft, one.name) for one in columns]
    texts = ["" if value is None else one.show(value) for one, value in zip(columns, values, strict=True)]
    return [draft.id, draft.version, *texts]


class _ChoiceDelegate(QStyledItemDelegate):
    """Offers the usual entries of a column; another text may be typed where the column allows it."""

    def __init__(self, column: Column, parent: QWidget) -> None:
        super().__init__(parent)
        self._column = column

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        box = QComboBox(parent)
        box.setEditable(not self._column.only_choices)
        box.addItems(self._column.entries())
        return box

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        if isinstance(editor, QComboBox):
            text = str(index.data() or "")
            if editor.isEditable():
                editor.setEditText(text)
            else:
                editor.setCurrentIndex(max(0, editor.findText(text)))

    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())
