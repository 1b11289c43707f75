"""The tab "Thời hạn": what is due when, and below it the grid of who has reported."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout

from app.campaigns.day_words import due_words, left_words, task_words
from app.campaigns.deadlines import Cell, DeadlineLine, deadline_lines, late_cells, report_grid
from app.campaigns.facts import CampaignDetail
from app.campaigns.movement_drafts import RequestDraft, UnitReportDraft
from app.campaigns.movement_operations import record_request, save_report
from app.campaigns.movement_rules import check_report, check_request
from app.parsing import today
from app.reports.deadline_reports import report_due
from app.wording import campaign_pages as page_words
from app.wording import movement_pages as words
from app.wording.vocabulary import DEADLINE_STATES, UNIT_REPORT_KINDS
from models.vocabulary import PaperKind, UnitReportKind
from views import messages
from views.campaigns.field_form import FieldForm, FieldLine, Kind, Purpose, choices_of
from views.campaigns.report_grid import ReportGrid
from views.campaigns.tab import CampaignTab
from views.list_parts import add_button, orders_of, text_column, with_current
from views.page import REPORTS, WorkFrame
from views.paged_table import Align, Column
from views.row_source import RowSource
from views.rows_list import RowsList
from views.short_form import opened
from views.widgets.choice_edit import Choice
from views.widgets.empty_state import EmptyState


def _reported(row: DeadlineLine) -> str:
    return words.REPORTED_OF.format(sent=row.sent, wanted=len(row.cells)) if len(row.cells) > 1 else ""


def _days(row: DeadlineLine) -> str:
    return left_words(row).removeprefix(", ")


_COLUMNS: tuple[Column[DeadlineLine], ...] = (
    text_column("state", words.STATE, lambda row: DEADLINE_STATES[row.state.value], 104),
    text_column("task", words.WHAT, task_words, 244, stretch=True),
    Column[DeadlineLine]("due", words.DUE, due_words, 222, sort="due", tip=due_words, value=lambda row: row.due_day),
    Column[DeadlineLine]("days", words.DAYS, _days, 100, Align.RIGHT),
    text_column("sent", words.REPORTED, _reported, 84),
    text_column("to", words.TO, lambda row: row.deadline.addressees, 140),
    text_column("through", words.THROUGH, lambda row: row.deadline.through, 120),
    text_column("phase", words.PHASE, lambda row: row.deadline.phase, 84),
)


class DeadlinesTab(CampaignTab):
    """Enter notes that what is due was sent; in the grid Enter does so for the unit of the cell."""

    name = "deadlines"
    title = page_words.TAB_DEADLINES
    filled = words.NOTE_SENT

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__(frame)
        self.list = RowsList[DeadlineLine](
            frame,
            RowSource(
                self._read,
                lambda row: row.named,
                ("campaign_deadline", "unit_report", "sent_report"),
                words=lambda row: " ".join(column.text(row) for column in _COLUMNS),
                orders=orders_of(_COLUMNS),
            ),
            _COLUMNS,
            "campaigns.deadlines",
            self.title,
            words.DEADLINE_UNIT,
            EmptyState(words.EMPTY_DEADLINES, (), "task"),
        )
        note = with_current(self.list, self.note_sent)
        add_button(self.list, words.MAKE_REPORT, with_current(self.list, self.make_report))
        add_button(self.list, words.REQUEST, with_current(self.list, self.request))
        add_button(self.list, words.REMIND, self.remind)
        self.list.view.opened.connect(lambda _key: note())
        self.grid = ReportGrid()
        self.grid.chosen.connect(self._note_cell)
        both = QSplitter(Qt.Orientation.Vertical)
        both.setChildrenCollapsible(False)
        both.addWidget(self.list)
        both.addWidget(self.grid)
        both.setStretchFactor(0, 3)
        both.setStretchFactor(1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(both)
        self.setFocusProxy(self.list)

    def _lines(self) -> list[DeadlineLine]:
        if self.plan is None:
            return []
        workspace = self.frame.workspace
        with workspace.read() as session:
            return deadline_lines(session, self.plan, today().isoformat(), workspace.author.office)

    def _read(self) -> Sequence[DeadlineLine]:
        return self._lines()

    def show_plan(self, plan: CampaignDetail) -> None:
        super().show_plan(plan)
        self.list.load()
        self.grid.show_grid(report_grid(self._lines()))

    # Reports

    def act(self) -> None:
        with_current(self.list, self.note_sent)()

    def note_sent(self, row: DeadlineLine) -> None:
        """The first unit that has not sent it yet, or the office itself."""
        waiting = [*row.missing, *row.cells]
        self._form(row, waiting[0])

    def _note_cell(self, line: object, cell: object) -> None:
        if isinstance(line, DeadlineLine) and isinstance(cell, Cell):
            self._form(line, cell)

    def _form(self, line: DeadlineLine, cell: Cell) -> None:
        if self.plan is None:
            return
        if cell.report is not None and cell.report.kept:
            messages.success(words.NOTED_WITH_KEPT)
            self.frame.go(REPORTS, "sent")
            return
        kind = UnitReportKind.PLAN if line.deadline.code and "ke-hoach" in line.deadline.code else UnitReportKind.REPORT
        known = cell.report
        values: dict[str, Any] = {
            "campaign_id": self.plan.id,
            "deadline_id": line.deadline.id,
            "period": line.period,
            "unit_id": cell.unit.id if cell.unit else None,
            "kind": known.kind if known else kind.value,
            "sent_on": known.sent_on if known else today().isoformat(),
        }
        if known is not None:
            values |= {one: getattr(known, one) for one in ("id", "version", "number", "made_on", "note")}
        units = tuple(Choice(one.unit.id, one.unit.name or "") for one in line.cells if one.unit)
        kinds = choices_of(UNIT_REPORT_KINDS, [one for one in UNIT_REPORT_KINDS if one != UnitReportKind.REQUEST])
        lines = [
            FieldLine("kind", words.KIND, Kind.CHOICE, required=True, choices=kinds),
            FieldLine("number", words.NUMBER),
            FieldLine("made_on", words.MADE_ON, Kind.DAY),
            FieldLine("sent_on", words.SENT_ON, Kind.DAY),
            FieldLine("note", words.NOTE),
        ]
        if units:
            lines.insert(0, FieldLine("unit_id", words.WHOSE, Kind.CHOICE, required=True, choices=units))
        purpose = Purpose(
            words.NOTE_SENT_TITLE,
            lambda **typed: UnitReportDraft(**{**typed, "kind": typed.get("kind") or kind.value}),
            lambda draft: check_report(draft, today().isoformat()),
            partial(save_report, self.frame.workspace),
            words.NOTED_SENT,
        )
        opened(FieldForm(self.frame, self, purpose, lines, values))

    def make_report(self, row: DeadlineLine) -> None:
        """Make the report the deadline asks for; keeping it and noting it as sent closes the deadline."""
        if self.plan is not None:
            self.frame.go(REPORTS, report_due(self.plan, row))

    def request(self, row: DeadlineLine) -> None:
        """Somebody asked for what is due on request."""
        if self.plan is None:
            return
        if not row.deadline.on_request:
            messages.trouble(words.NOT_ON_REQUEST)
            return
        values = {"campaign_id": self.plan.id, "deadline_id": row.deadline.id, "made_on": today().isoformat()}
        lines = (
            FieldLine("made_on", words.ASKED_ON, Kind.DAY, required=True),
            FieldLine("due_on", words.ASKED_DUE, Kind.DAY),
            FieldLine("number", words.NUMBER),
            FieldLine("note", words.NOTE),
        )
        purpose = Purpose(
            words.REQUEST_TITLE,
            lambda **typed: RequestDraft(**{**typed, "made_on": typed.get("made_on") or ""}),
            lambda draft: check_request(draft, today().isoformat()),
            partial(record_request, self.frame.workspace),
            words.REQUESTED,
        )
        opened(FieldForm(self.frame, self, purpose, lines, values))

    # Papers

    def remind(self) -> None:
        """The letter to every unit that is late."""
        units = dict.fromkeys(cell.unit.id for _, cell in late_cells(self._lines()) if cell.unit)
        if units:
            self.paper_asked.emit(PaperKind.REMINDER_LETTER, list(units))
        else:
            messages.trouble(words.NOBODY_LATE)

    def forget(self, changes: object) -> None:
        self.list.forget(changes)
        tables = getattr(changes, "tables", None)
        if self.plan is not None and (tables is None or tables & {"unit_report", "campaign_deadline", "sent_report"}):
            self.grid.show_grid(report_grid(self._lines()))
