"""The part "Số và hộ": the report's tables as numbers, and under them the households behind the number in hand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QSplitter, QTableWidget, QTableWidgetItem, QVBoxLayout

from app.documents.words import whole_text
from app.reports.report_value import House, Kind, MoneyUnit, Report, ReportTable, cell_text
from app.wording import report_pages as words
from app.wording.vocabulary import STATUSES, WORK_TYPES
from views import cells, style
from views.page import DOSSIER, Page, WorkFrame
from views.paged_table import Column
from views.row_source import RowSource
from views.rows_list import RowsList
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.empty_state import EmptyState
from views.widgets.form import quiet_label

_NARROW, _WIDE, _TABLE, _HEADING = 96, 170, 200, 60

_MOST = 1000


class NumbersTable(QTableWidget):
    """A table of the report; arrows go from number to number, Enter goes to the households behind one."""

    def __init__(self) -> None:
        super().__init__()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        wrapped = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag(int(wrapped)))
        style.follow_scale(self, lambda: self.horizontalHeader().setFixedHeight(style.px(_HEADING)))
        self.setAccessibleName(words.NUMBERS)

    def show_table(self, table: ReportTable, unit: MoneyUnit) -> None:
        """The rows and the line of totals."""
        self.clear()
        rows = [*(row.cells for row in table.rows), *([table.total] if table.total else [])]
        self.setRowCount(len(rows))
        self.setColumnCount(len(table.columns))
        for place, column in enumerate(table.columns):
            heading = f"{column.group}: {column.heading}" if column.group else column.heading
            item = QTableWidgetItem(heading)
            item.setToolTip(heading)
            self.setHorizontalHeaderItem(place, item)
            self.setColumnWidth(place, style.px(_WIDE if column.kind is Kind.TEXT else _NARROW))
        for at, row in enumerate(rows):
            for place, column in enumerate(table.columns):
                self.setItem(at, place, _item(cell_text(row[place], column.kind, unit), column.kind))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.cellActivated.emit(self.currentRow(), self.currentColumn())
        else:
            super().keyPressEvent(event)


def _item(text: str, kind: Kind) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setToolTip(text)
    if kind is not Kind.TEXT:
        item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return item


class BehindPart(Page):
    """Enter on a household opens its dossier."""

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__()
        self.frame = frame
        self.report: Report | None = None
        self._laid_out = False
        self._tables: list[ReportTable] = []
        self._houses: dict[str, House] = {}
        self._shown: list[House] = []
        self.table, self.numbers = ChoiceEdit(width=320), NumbersTable()
        self.told = quiet_label(words.CHOOSE_NUMBER)
        self.list = RowsList[House](
            frame,
            RowSource(lambda: self._shown, lambda row: row.household_id, (), words=_words),
            _COLUMNS,
            "reports.behind",
            words.BEHIND,
            words.BEHIND_UNIT,
            EmptyState(words.NO_BEHIND, (), "household"),
        )
        self.table.setAccessibleName(words.TABLE)
        self.table.changed.connect(self._show_table)
        self.numbers.currentCellChanged.connect(self._show_households)
        self.numbers.cellActivated.connect(lambda *_: self.list.setFocus())
        self.list.view.opened.connect(lambda _key: self._open())
        self._lay_out()
        self.setFocusProxy(self.numbers)

    def _lay_out(self) -> None:
        both = QSplitter(Qt.Orientation.Vertical)
        both.setChildrenCollapsible(False)
        both.addWidget(self.numbers)
        both.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        column.addWidget(both, 1)
        column.addWidget(self.told)
        style.follow_scale(self, lambda: both.setSizes([style.px(_TABLE), style.px(_TABLE)]))

    def show_report(self, report: Report) -> None:
        """A report to be looked into; its numbers are laid out once this part is in sight."""
        self.report, self._laid_out = report, False
        if self.isVisible():
            self._lay_out_report(report)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.report is not None and not self._laid_out:
            self._lay_out_report(self.report)

    def _lay_out_report(self, report: Report) -> None:
        """The tables that have households behind their numbers; a list of thousands of houses is none of numbers."""
        self._laid_out = True
        self._houses = {one.household_id: one for one in report.houses}
        self._tables = [one for one in report.tables if len(one.rows) <= _MOST and any(row.behind for row in one.rows)]
        self.table.set_choices([Choice(str(at), one.title or report.title) for at, one in enumerate(self._tables)])
        self.table.setVisible(len(self._tables) > 1)
        self.table.set_value("0" if self._tables else None)
        self._show_table()

    def _table(self) -> ReportTable | None:
        place = int(self.table.value() or 0)
        return self._tables[place] if place < len(self._tables) else None

    def _show_table(self, *_told: object) -> None:
        table = self._table()
        if table is None or self.report is None:
            self.numbers.setRowCount(0)
            self._tell(words.NOTHING_BEHIND, [])
            return
        self.numbers.show_table(table, self.report.unit)
        self._tell(words.CHOOSE_NUMBER, [])

    def _show_households(self, row: int, column: int, *_before: int) -> None:
        """The households behind the number in hand."""
        table = self._table()
        if table is None or row < 0 or column < 0 or column >= len(table.columns):
            return
        found = [self._houses[one] for one in table.households(row, column) if one in self._houses]
        heading = self.numbers.horizontalHeaderItem(column)
        name = self.numbers.item(row, next((at for at, one in enumerate(table.columns) if one.kind is Kind.TEXT), 0))
        said = {"name": name.text() if name else "", "what": heading.text() if heading else ""}
        text = words.BEHIND_OF.format(count=whole_text(len(found)), **said)
        self._tell(text if found else words.NO_BEHIND, found)

    def _tell(self, text: str, found: list[House]) -> None:
        self._shown = found
        self.told.setText(text)
        self.list.load()

    def _open(self) -> None:
        house = self.list.current()
        if house is not None:
            self.frame.go(DOSSIER, house.household_id)


def _status(row: House) -> str:
    return STATUSES.get(row.status, row.status)


def _words(row: House) -> str:
    return f"{row.head_name} {row.place} {_status(row)}"


_COLUMNS: tuple[Column[House], ...] = (
    cells.text("head", words.HEAD, lambda row: row.head_name, 180, stretch=True),
    cells.text("place", words.PLACE, lambda row: row.place, 150),
    cells.text("work", words.WORK, lambda row: WORK_TYPES.get(row.work_type or "", ""), 90),
    cells.text("status", words.STATUS, _status, 130),
    cells.day("started", words.STARTED_ON, lambda row: row.started_on, width=92),
    cells.day("accepted", words.ACCEPTED_ON, lambda row: row.accepted_on, width=92),
    cells.day("given", words.GIVEN_ON, lambda row: row.handed_over_on, width=92),
)
