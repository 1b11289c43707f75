"""A table of any length: the keys of the filter in order, and rows loaded a window at a time as prepared strings.

A `Source` asks the rooms' queries. The first window of rows comes at once, the whole list of keys a moment later from
the reader's thread; sorting is the source's, never Qt's.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import partial
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from app.problems import Told
from app.wording import frame
from app.wording.terms import explanation
from views import troubles
from views.runner import Runner

R = TypeVar("R")
AnyIndex = QModelIndex | QPersistentModelIndex
WINDOW = 100
_KEPT = 3000
_NOWHERE = QModelIndex()
RowRole = Qt.ItemDataRole.UserRole


class Align(Enum):
    """Text left, numbers and money right, dates and signs in the middle."""

    LEFT = Qt.AlignmentFlag.AlignLeft
    RIGHT = Qt.AlignmentFlag.AlignRight
    CENTRE = Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True)
class Sort:
    """The order of a list: a key that the source knows, and its direction."""

    key: str
    descending: bool = False


@dataclass(frozen=True)
class Column(Generic[R]):
    """One column: a stable `name` under which its width is remembered, its heading, and the text of a row.

    `paint` draws the cell itself (a sign, a house); the text is then what is copied and read aloud. `width` in pixels
    of the design; `stretch` takes what room is left; `sort` is the source's key, None where sorting makes no sense.
    `value` is what a workbook gets instead of the text: an amount as a number, a day as a date. `summed`: its sum
    stands below the rows where the list is saved or printed. `spare`: left out first where the window is narrow.
    """

    name: str
    title: str
    text: Callable[[R], str]
    width: int
    align: Align = Align.LEFT
    sort: str | None = None
    stretch: bool = False
    hidden: bool = False
    tip: Callable[[R], str] | None = None
    paint: Callable[..., None] | None = None
    value: Callable[[R], str | int | date | None] | None = None
    summed: bool = False
    spare: bool = False

    def cell(self, row: R) -> str | int | date | None:
        """What a workbook's cell holds for a row."""
        return self.text(row) if self.value is None else self.value(row)


@dataclass(frozen=True)
class Found:
    """All keys of the filter in order (packed: an `array` is best), how many without the filter, and a sum in words."""

    keys: Sequence[Hashable]
    total: int
    sum: str = ""


class Source(Protocol[R]):
    """What a table shows: asked again whenever the filter, the order or the records change."""

    @property
    def tables(self) -> frozenset[str]:
        """The tables whose changes make these rows old."""

    def key(self, row: R) -> Hashable:
        """The row's own key: its id, or the integer key of a search table."""

    def first(self, sort: Sort | None, limit: int) -> Sequence[R]:
        """The first rows of the filter, quickly: one query on the window's thread."""

    def find(self, sort: Sort | None) -> Found:
        """The keys of all rows of the filter, on the reader's thread."""

    def rows(self, keys: Sequence[Hashable]) -> Sequence[R]:
        """The rows of these keys in any order; those gone meanwhile are left out."""


@dataclass(frozen=True)
class _Line(Generic[R]):
    row: R | None
    texts: tuple[str, ...]


@dataclass
class _Shown:
    """What the table shows now."""

    keys: Sequence[Hashable] = ()
    total: int = 0
    sum: str = ""
    complete: bool = False
    ticked: set[Hashable] = field(default_factory=set)


class PagedTable(QAbstractTableModel, Generic[R]):
    """The item model over a source. `counted` comes when the whole list of keys is known."""

    counted = Signal()
    ticks_changed = Signal()

    def __init__(
        self, source: Source[R], columns: Sequence[Column[R]], runner: Runner, *, tickable: bool = True
    ) -> None:
        super().__init__()
        self.source = source
        self.columns = tuple(columns)
        self.tickable = tickable
        self.sort_by: Sort | None = None
        self._runner = runner
        self._shown = _Shown()
        self._lines: dict[int, _Line[R]] = {}
        self._round = 0
        self._forgotten = False
        self._blank = _Line[R](None, ("",) * len(self.columns))

    # What a page asks.

    @property
    def count(self) -> int:
        """Rows of the filter; while `complete` is False only those of the first window."""
        return len(self._shown.keys)

    @property
    def total(self) -> int:
        """Rows without the filter."""
        return self._shown.total

    @property
    def sum(self) -> str:
        """The sum in words that belongs to the filter."""
        return self._shown.sum

    @property
    def complete(self) -> bool:
        """True once the whole list of keys has arrived."""
        return self._shown.complete

    @property
    def ticked(self) -> list[Hashable]:
        """The keys of the ticked rows, in the order shown."""
        ticked = self._shown.ticked
        return [key for key in self._shown.keys if key in ticked] if ticked else []

    def key_at(self, position: int) -> Hashable:
        """The key of the row at a position."""
        return self._shown.keys[position]

    def position(self, key: Hashable) -> int | None:
        """Where a key stands in the list; None when it is not (yet) there."""
        try:
            return self._shown.keys.index(key)
        except ValueError:
            return None

    def row_at(self, position: int) -> R | None:
        """The row at a position; None when it is gone."""
        return self._line(position).row

    # Loading.

    def load(self) -> None:
        """Ask the source again, after its filter changed: first the first rows, then all keys; vanished ticks drop."""
        self._runner.look()
        try:
            rows = list(self.source.first(self.sort_by, WINDOW))
        except Told as error:
            troubles.tell(error)
            return
        self._round += 1
        self._forgotten = False
        self.beginResetModel()
        ticked = self._shown.ticked
        self._shown = _Shown([self.source.key(row) for row in rows], self._shown.total, ticked=ticked)
        self._lines = {place: self._prepare(row) for place, row in enumerate(rows)}
        self.endResetModel()
        self._ask_for_keys()

    def forget(self, changes: object = None) -> None:
        """Records changed: drop the rows at once and ask for the keys again. `changes` None means anything may have."""
        tables: frozenset[str] | None = getattr(changes, "tables", None)
        if tables is not None and not tables & self.source.tables:
            return
        self._lines.clear()
        self._tell_all_changed()
        self._round += 1
        self._forgotten = True
        self._ask_for_keys()

    def _ask_for_keys(self) -> None:
        self._runner.read(partial(self.source.find, self.sort_by), partial(self._take_keys, self._round))

    def _take_keys(self, asked_in: int, found: Found) -> None:
        """The list of keys has come; an older question's answer is not for us."""
        if asked_in != self._round:
            return
        self._forget_rows_read_before()
        before = len(self._shown.keys)
        shown = _Shown(found.keys, found.total, found.sum, complete=True, ticked=self._shown.ticked)
        if shown.ticked:
            shown.ticked &= set(found.keys)
        if before < len(found.keys) and _same(found.keys[:before], self._shown.keys):
            self.beginInsertRows(_NOWHERE, before, len(found.keys) - 1)
            self._shown = shown
            self.endInsertRows()
        elif before == len(found.keys) and _same(found.keys, self._shown.keys):
            self._shown = shown
        else:
            self.beginResetModel()
            self._lines.clear()
            self._shown = shown
            self.endResetModel()
        self.counted.emit()
        self.ticks_changed.emit()

    def _forget_rows_read_before(self) -> None:
        """A source that keeps what it read has given old rows between a change and the answer that has come now."""
        if self._forgotten:
            self._forgotten = False
            self._lines.clear()
            self._tell_all_changed()

    def _line(self, position: int) -> _Line[R]:
        line = self._lines.get(position)
        if line is None:
            self._load_window(position)
            line = self._lines[position]
        return line

    def _load_window(self, position: int) -> None:
        self._runner.look()
        start = position // WINDOW * WINDOW
        keys = list(self._shown.keys[start : start + WINDOW])
        try:
            rows = {self.source.key(row): row for row in self.source.rows(keys)}
        except Told as error:
            rows = {}
            troubles.tell(error)
        if len(self._lines) > _KEPT:
            self._lines.clear()
        for place, key in enumerate(keys, start):
            self._lines[place] = self._prepare(rows[key]) if key in rows else self._blank

    def _prepare(self, row: R) -> _Line[R]:
        return _Line(row, tuple(column.text(row) for column in self.columns))

    # Ticks.

    def tick(self, positions: Iterable[int], *, on: bool) -> None:
        """Tick rows, or take their ticks off."""
        keys = {self._shown.keys[place] for place in positions}
        self._shown.ticked = self._shown.ticked | keys if on else self._shown.ticked - keys
        self._tell_all_changed()
        self.ticks_changed.emit()

    def toggle(self, position: int) -> None:
        """Turn one tick over."""
        self.tick([position], on=self._shown.keys[position] not in self._shown.ticked)

    def tick_all_shown(self) -> None:
        """Tick every row of the filter; a second time takes all ticks off."""
        everything = len(self._shown.ticked) == len(self._shown.keys)
        self._shown.ticked = set() if everything else set(self._shown.keys)
        self._tell_all_changed()
        self.ticks_changed.emit()

    def untick_all(self) -> None:
        """Take all ticks off."""
        self._shown.ticked = set()
        self._tell_all_changed()
        self.ticks_changed.emit()

    def is_ticked(self, position: int) -> bool:
        """Whether the row at a position is ticked."""
        return self._shown.keys[position] in self._shown.ticked

    def _tell_all_changed(self) -> None:
        if self._shown.keys:
            last = self.index(len(self._shown.keys) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    # What Qt asks. Column 0 is the ticks.

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown.keys)

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns) + 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        column = index.column() - 1
        if column < 0:
            return self._tick_data(index.row(), role)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._line(index.row()).texts[column]
        if role == RowRole:
            return self._line(index.row()).row
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.columns[column].align.value | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(index.row(), self.columns[column])
        return None

    def _tick_data(self, position: int, role: int) -> Any:
        ticked = self._shown.keys[position] in self._shown.ticked
        if role == Qt.ItemDataRole.CheckStateRole and self.tickable:
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return frame.TICK_YES if ticked else frame.TICK_NO
        return None

    def _tip(self, position: int, column: Column[R]) -> str | None:
        row = self._line(position).row
        return column.tip(row) if column.tip is not None and row is not None else None

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if index.column() or role != Qt.ItemDataRole.CheckStateRole or not self.tickable:
            return False
        self.tick([index.row()], on=Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        if index.column() == 0 and self.tickable:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section <= len(self.columns):
            return None
        if section == 0:
            return frame.TICK_COLUMN if role == Qt.ItemDataRole.AccessibleTextRole else None
        column = self.columns[section - 1]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return column.align.value | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole:
            return explanation(column.title) or None
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column through the source; columns without an order are left alone."""
        key = self.columns[column - 1].sort if 0 < column <= len(self.columns) else None
        wanted = Sort(key, order == Qt.SortOrder.DescendingOrder) if key else None
        if wanted != self.sort_by:
            self.sort_by = wanted
            self.load()

    def copy_text(self, positions: Iterable[int], columns: Sequence[int]) -> str:
        """Rows with their headings as Excel takes them; `columns` are positions among `self.columns`, as shown."""
        lines = [[self.columns[place].title for place in columns]]
        lines += [[self._line(position).texts[place] for place in columns] for position in positions]
        return "\n".join("\t".join(" ".join(cell.split()) for cell in line) for line in lines)


def _same(one: Sequence[Hashable], other: Sequence[Hashable]) -> bool:
    return one == other or list(one) == list(other)  # an array is never equal to a list
