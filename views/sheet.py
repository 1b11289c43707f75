"""A sheet that is typed in like a spreadsheet, as an item model: a row a thing, some columns typed, nothing recorded.

What was typed is kept as text until it is saved, readable or not; rooms say what is wrong with a cell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.problems import Problem
from app.wording.messages import problem_text
from app.wording.terms import explanation
from views.paged_table import Align

R = TypeVar("R")
AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
ChangedRole, ProblemRole, TypedRole = (Qt.ItemDataRole.UserRole + number for number in (1, 2, 3))


@dataclass(frozen=True)
class SheetColumn(Generic[R]):
    """One column: `text` is what is recorded, or computed where the column is not `typed`. Width in pixels of the
    design; the one that stretches takes what room is left.
    """

    name: str
    title: str
    width: int
    text: Callable[[R], str]
    typed: bool = False
    align: Align = Align.LEFT
    stretch: bool = False


class Sheet(QAbstractTableModel, Generic[R]):
    """`edited` comes after every change of what would be saved. Rooms override `problem` and `toggle`."""

    edited = Signal()

    def __init__(
        self, columns: Sequence[SheetColumn[R]], key: Callable[[R], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: list[R] = []
        self._key = key
        self._typed: dict[str, dict[str, str]] = {}
        self._places: dict[str, int] = {}
        self._pasting = False

    # What is shown and what was typed.

    def show_rows(self, rows: Sequence[R]) -> None:
        """Show these rows; what was typed stays on those that are here."""
        self.beginResetModel()
        self.rows = list(rows)
        self._places = {self._key(row): place for place, row in enumerate(self.rows)}
        self._typed = {key: one for key, one in self._typed.items() if key in self._places}
        self.endResetModel()
        self.edited.emit()

    def drop_changes(self) -> None:
        """Forget what was typed."""
        self.beginResetModel()
        self._typed = {}
        self.endResetModel()
        self.edited.emit()

    @property
    def changed(self) -> bool:
        """Whether anything was typed that is not recorded."""
        return any(self._typed.values())

    def changed_rows(self) -> list[R]:
        """The rows in which something was typed."""
        return [row for row in self.rows if self._typed.get(self._key(row))]

    def text(self, row: R, name: str) -> str:
        """What stands in a cell: typed, else recorded."""
        typed = self._typed.get(self._key(row), {})
        return typed[name] if name in typed else self._column(name).text(row)

    def place(self, row: R) -> int:
        """Where a row stands."""
        return self._places[self._key(row)]

    def _column(self, name: str) -> SheetColumn[R]:
        return next(one for one in self.columns if one.name == name)

    def problem(self, row: R, name: str) -> Problem | None:
        """What is wrong with a cell; a warning does not stop the sheet."""
        return None

    def toggle(self, index: AnyIndex) -> None:
        """Space on a cell; what it does is the room's."""

    def wrong_places(self) -> list[QModelIndex]:
        """The cells that stop the sheet from being saved, from the top."""
        return [
            self.index(place, column)
            for place, row in enumerate(self.rows)
            for column, one in enumerate(self.columns)
            if (found := self.problem(row, one.name)) is not None and not found.warning
        ]

    def kept(self) -> dict[str, dict[str, str]]:
        """What was typed, by row and column, for the window's memory."""
        return {key: dict(one) for key, one in self._typed.items() if one}

    def take_kept(self, typed: Mapping[str, Mapping[str, str]]) -> None:
        """Put what was typed another time back; it is shown with the rows it belongs to."""
        self._typed = {key: dict(one) for key, one in typed.items()}

    # Changing cells.

    def put(self, row: R, name: str, text: str) -> None:
        """Type a text into a cell; the recorded text again is no change."""
        text = " ".join(text.split())
        typed = self._typed.setdefault(self._key(row), {})
        if text == self._column(name).text(row):
            typed.pop(name, None)
        else:
            typed[name] = text
        if self._pasting:
            return
        place = self.place(row)
        self.dataChanged.emit(self.index(place, 0), self.index(place, len(self.columns) - 1))
        self.edited.emit()

    def repaint_all(self) -> None:
        """Something beside the sheet changed what its rows say."""
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self.columns) - 1))
        self.edited.emit()

    def paste(self, start: AnyIndex, text: str, rows: Sequence[int] | None = None) -> None:
        """Put a block from a spreadsheet in, from this cell on to the right and down, over typed columns.

        `rows` are the places below each other on screen, where not all are in sight.
        """
        places = [place for place, one in enumerate(self.columns) if one.typed and place >= start.column()]
        lines = text.rstrip("\n").splitlines()
        if lines and lines[0].split("\t")[-1] in {" ".join(one.title.split()) for one in self.columns}:
            lines = lines[1:]  # rows copied with their headings
        below = range(start.row(), len(self.rows)) if rows is None else [one for one in rows if one >= start.row()]
        self._pasting = True
        for row, line in zip(below, lines, strict=False):
            for place, cell in zip(places, line.split("\t"), strict=False):
                self.setData(self.index(row, place), cell)
        self._pasting = False
        self.repaint_all()

    def copied(self, indexes: Iterable[QModelIndex]) -> str:
        """Cells as a spreadsheet takes them."""
        lines: dict[int, dict[int, str]] = {}
        for index in indexes:
            lines.setdefault(index.row(), {})[index.column()] = str(index.data() or "")
        return "\n".join("\t".join(line[one] for one in sorted(line)) for _, line in sorted(lines.items()))

    # What Qt asks.

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or not self.columns[index.column()].typed:
            return False
        self.put(self.rows[index.row()], self.columns[index.column()].name, str(value or ""))
        return True

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], self.columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return self.text(row, column.name)
            case Qt.ItemDataRole.ToolTipRole:
                problem = self.problem(row, column.name)
                return problem_text(problem) if problem else self.text(row, column.name) or None
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignVCenter | column.align.value
            case _ if role == ProblemRole:
                return self.problem(row, column.name)
            case _ if role == ChangedRole:
                return column.name in self._typed.get(self._key(row), {})
            case _ if role == TypedRole:
                return column.typed
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsEditable if self.columns[index.column()].typed else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignVCenter | self.columns[section].align.value
        if role == Qt.ItemDataRole.ToolTipRole:
            return explanation(self.columns[section].title) or None
        return None
