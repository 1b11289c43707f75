"""The matrix of houses and papers: its rows, and a view in which one cell is the current one and takes a scan."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QTableView

from app.households.worklists import CaseFilter, CaseOrder, case_keys
from app.paperwork.queries import FileFilter, HouseFile, PaperState, VillageCount, count_by_village, house_files
from app.paperwork.rules import ROAD
from app.wording import paperwork_pages as said
from models.vocabulary import Status
from views import style
from views.memory import Memory
from views.page import WorkFrame
from views.paged_table import Found, PagedTable, Sort
from views.row_delegate import RowDelegate
from views.table_view import PagedTableView
from views.worklist import TABLES as CASE_TABLES

TABLES = CASE_TABLES | {"paper_mark", "case_closing", "office_text"}
_LISTED = frozenset(one.value for one in (*ROAD, Status.ON_HOLD))
#: The first rows are looked for among so many houses; the whole list comes a moment later.
_LOOKED_THROUGH = 300
AnyIndex = QModelIndex | QPersistentModelIndex


class FileSource:
    """The files of a village and programme that lack what the filter says."""

    tables = TABLES

    def __init__(self, frame: WorkFrame) -> None:
        self._frame = frame
        self.wanted = FileFilter()
        self.cases = CaseFilter(_LISTED, frame.programme)
        self.villages: list[VillageCount] = []

    def narrow(self, **changed: object) -> None:
        """Change which houses are looked at; the table is then loaded again."""
        self.cases = replace(self.cases, **changed)  # type: ignore[arg-type]  # names and values of `CaseFilter`

    def key(self, row: HouseFile) -> str:
        return row.case_id

    def first(self, sort: Sort | None, limit: int) -> Sequence[HouseFile]:
        found: list[HouseFile] = []
        with self._frame.workspace.read() as session:
            keys = case_keys(session, self.cases, _order(sort), _LOOKED_THROUGH)
            for start in range(0, len(keys), limit):
                found += [one for one in house_files(session, keys[start : start + limit]) if self.wanted.holds(one)]
                if len(found) >= limit:
                    break
        return found[:limit]

    def find(self, sort: Sort | None) -> Found:
        wanted = self.wanted
        with self._frame.workspace.read() as session:
            keys = case_keys(session, self.cases, _order(sort))
            everything = case_keys(session, replace(self.cases, text="", village_ids=frozenset()))
            files = {one.case_id: one for one in house_files(session, everything)}
        self.villages = count_by_village(files.values())
        lacking = {key for key, one in files.items() if wanted.holds(one)}
        shown = [key for key in keys if key in lacking]
        missing = [cell for key in shown for cell in files[key].missing]
        none = sum(one.state is PaperState.NONE for one in missing)
        told = said.SUM.format(none=none, unsigned=len(missing) - none) if missing else ""
        return Found(shown, len(lacking), told)

    def rows(self, keys: Sequence[Hashable]) -> Sequence[HouseFile]:
        with self._frame.workspace.read() as session:
            return house_files(session, [str(one) for one in keys])


def _order(sort: Sort | None) -> CaseOrder | None:
    return CaseOrder(sort.key, sort.descending) if sort else None


class _CellDelegate(RowDelegate):
    """Draws a frame round the current cell, and round the one a file hangs over."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self.over: tuple[int, int] | None = None

    def _lines(self, painter: QPainter, cell: QRect, index: AnyIndex) -> None:
        super()._lines(painter, cell, index)
        current = self._view.currentIndex()
        here = (index.row(), index.column())
        focused = self._view.hasFocus() and here == (current.row(), current.column()) and index.column() > 0
        if focused or here == self.over:
            painter.setPen(QPen(QColor(style.PRIMARY), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(cell.adjusted(2, 3, -2, -4))


class MatrixView(PagedTableView):
    """`chosen` carries (case, paper or "") of Enter or a double click, `dropped` (case, paper, files) of a drop."""

    chosen = Signal(str, str)
    dropped = Signal(str, str, object)

    def __init__(self, model: PagedTable[HouseFile], kinds: Sequence[str], name: str, memory: Memory) -> None:
        super().__init__(model, name, memory)
        self._kinds = frozenset(kinds)
        self._cells = _CellDelegate(self)
        self._delegate = self._cells
        self.setItemDelegate(self._cells)
        self.setAcceptDrops(True)
        self.setDragDropMode(QTableView.DragDropMode.DropOnly)
        self.setDropIndicatorShown(False)
        self.opened.connect(self._choose)

    def kind_at(self, column: int) -> str:
        """The paper of a column; nothing for the columns of the house."""
        name = self.paged.columns[column - 1].name if column > 0 else ""
        return name if name in self._kinds else ""

    def current_cell(self) -> tuple[str, str] | None:
        """The house and the paper in hand."""
        current = self.currentIndex()
        return (str(self.paged.key_at(current.row())), self.kind_at(current.column())) if current.isValid() else None

    def _choose(self, key: object) -> None:
        self.chosen.emit(str(key), self.kind_at(self.currentIndex().column()))

    def go_to(self, position: int) -> None:
        """Make a row the current one; the paper in hand stays."""
        column = self.currentIndex().column()
        super().go_to(position)
        if column > 1:
            self.go_to_cell(position, column)

    def go_to_cell(self, position: int, column: int) -> None:
        """Make a cell the current one."""
        flags = self.selectionModel().SelectionFlag.ClearAndSelect | self.selectionModel().SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(self.paged.index(position, column), flags)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """The rings of two rows and two cells are drawn anew."""
        super().currentChanged(current, previous)
        self.viewport().update()

    # Files from outside

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_of(event):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        self._hang_over((index.row(), index.column()) if index.isValid() else None)
        if files_of(event):
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._hang_over(None)

    def dropEvent(self, event: QDropEvent) -> None:
        self._hang_over(None)
        index, files = self.indexAt(event.position().toPoint()), files_of(event)
        if index.isValid() and files:
            event.acceptProposedAction()
            self.go_to_cell(index.row(), max(index.column(), 1))
            self.dropped.emit(str(self.paged.key_at(index.row())), self.kind_at(index.column()), files)

    def _hang_over(self, cell: tuple[int, int] | None) -> None:
        if cell != self._cells.over:
            self._cells.over = cell
            self.viewport().update()


def files_of(event: QDropEvent) -> list[Path]:
    """The files that hang over the list."""
    return [Path(one.toLocalFile()) for one in event.mimeData().urls() if one.isLocalFile()]
