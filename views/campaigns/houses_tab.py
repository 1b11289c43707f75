"""The tab "Nhà": the houses that count in a plan, by its rule and by hand, with what its annex says of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from app.campaigns.annex import AnnexHouse, annex_houses
from app.campaigns.doubts import doubts
from app.campaigns.facts import CampaignDetail
from app.campaigns.movement_drafts import CountedDraft, PlannedDraft
from app.campaigns.movement_operations import count_by_hand, plan_houses
from app.campaigns.movement_rules import check_counted, check_planned
from app.documents.words import whole_text
from app.giving.targets import houses_asking
from app.parsing import today
from app.wording import movement_pages as words
from app.wording.vocabulary import CATEGORIES, STATUSES, WORK_TYPES
from models.vocabulary import PaperKind
from views import cells, messages
from views.campaigns.field_form import FieldForm, FieldLine, Kind, Purpose
from views.campaigns.tab import CampaignTab
from views.list_parts import add_button, orders_of, text_column
from views.page import WorkFrame
from views.paged_table import Column
from views.row_source import RowSource
from views.rows_list import RowsList
from views.short_form import opened
from views.widgets.choice_edit import Choice
from views.widgets.empty_state import EmptyState

_TABLES = (
    "campaign_case",
    "support_case",
    "household",
    "decision",
    "stage_record",
    "acceptance",
    "handover",
    "allocation",
    "payment",
    "sponsorship",
    "pledge",
)


def _cases(rows: Sequence[AnnexHouse]) -> tuple[str, ...]:
    return tuple(one.house.case_id for one in rows)


def _status(row: AnnexHouse) -> str:
    return STATUSES.get(row.house.status, row.house.status)


class HousesTab(CampaignTab):
    """Enter notes the planned days of the ticked houses, else of the one in hand."""

    name = "houses"
    title = words.TAB_HOUSES
    of_houses = True
    filled = words.PLAN_HOUSE

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__(frame)
        columns: tuple[Column[AnnexHouse], ...] = (
            text_column("head", words.HEAD, lambda row: row.house.head_name, 140, stretch=True),
            text_column("village", words.VILLAGE, lambda row: row.house.village, 100),
            text_column("unit", words.UNIT_NAME, self._unit, 84),
            text_column("category", words.CATEGORY, lambda row: CATEGORIES.get(row.house.category or "", ""), 90),
            text_column("work", words.WORK, lambda row: WORK_TYPES.get(row.house.work_type or "", ""), 80),
            text_column("status", words.STATE, _status, 110),
            text_column("sources", words.SOURCES, lambda row: "; ".join(row.sources), 96),
            text_column("given_by", words.GIVEN_BY, lambda row: "; ".join(row.given_by), 80),
            cells.day("start", words.PLANNED_START, lambda row: row.planned_start, sort="start", width=92),
            cells.day("finish", words.PLANNED_FINISH, lambda row: row.planned_finish, sort="finish", width=92),
            text_column("responsible", words.RESPONSIBLE, lambda row: row.responsible, 100),
            cells.text(
                "how",
                words.HOW,
                lambda row: words.BY_HAND if row.house.by_hand else words.BY_RULE,
                96,
                sort="how",
                hidden=True,
            ),
        )
        self.list = RowsList[AnnexHouse](
            frame,
            RowSource(
                self._read,
                lambda row: row.house.case_id,
                _TABLES,
                words=lambda row: " ".join(
                    (row.house.head_name, row.house.village, _status(row), row.responsible or "")
                ),
                orders=orders_of(columns),
            ),
            columns,
            "campaigns.houses",
            self.title,
            words.HOUSE_UNIT,
            EmptyState(words.EMPTY_HOUSES, ((words.COUNT_HOUSE, self.count),), "household"),
            tickable=True,
        )
        add_button(self.list, words.COUNT_HOUSE, self.count)
        add_button(self.list, words.LEAVE_OUT, self.leave_out)
        add_button(self.list, words.PLAN_PAPER, self.print_plan)
        self.list.line.add_action(words.PLAN_HOUSE, self.act)
        self.list.line.add_action(words.LEAVE_OUT_TICKED, self.leave_out)
        self.list.view.opened.connect(lambda _key: self.act())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        self.setFocusProxy(self.list)

    def _unit(self, row: AnnexHouse) -> str:
        unit = self.plan.unit(row.house.unit_id) if self.plan else None
        return (unit.name or "") if unit else ""

    def _read(self) -> Sequence[AnnexHouse]:
        if self.plan is None:
            return ()
        with self.frame.workspace.read() as session:
            return annex_houses(session, self.plan)

    def show_plan(self, plan: CampaignDetail) -> None:
        super().show_plan(plan)
        self.list.load()

    def act(self) -> None:
        """When the works of the chosen houses are planned, and who is responsible."""
        rows = self._chosen()
        if self.plan is None or not rows:
            return
        names = ("planned_start", "planned_finish", "responsible")
        several = len(rows) > 1
        values = {"campaign_id": self.plan.id, "case_ids": _cases(rows), "only_typed": several}
        shown = {} if several else {one: getattr(rows[0], one) for one in names}
        lines = (
            FieldLine("planned_start", words.PLANNED_START, Kind.DAY),
            FieldLine("planned_finish", words.PLANNED_FINISH, Kind.DAY),
            FieldLine("responsible", words.RESPONSIBLE),
        )
        purpose = Purpose(
            words.PLAN_HOUSES_TITLE.format(count=whole_text(len(rows)))
            if several
            else words.PLAN_HOUSE_TITLE.format(head=rows[0].house.head_name),
            PlannedDraft,
            check_planned,
            partial(plan_houses, self.frame.workspace),
            words.PLANNED,
        )
        opened(FieldForm(self.frame, self, purpose, lines, values | shown))

    def _chosen(self) -> list[AnnexHouse]:
        """The ticked houses, else the one in hand; says so where there is none."""
        rows = self.list.chosen()
        if not rows:
            messages.trouble(words.CHOOSE_HOUSES)
        return rows

    def count(self) -> None:
        """Count a house that the plan's rule does not mean."""
        if self.plan is None:
            return
        with self.frame.workspace.read() as session:
            counted = {one.house.case_id for one in annex_houses(session, self.plan)}
            asking = [one for one in houses_asking(session) if one.id not in counted]
        choices = tuple(Choice(one.id, f"{one.name} – {one.more}" if one.more else one.name) for one in asking)
        line = FieldLine("case", words.HEAD, Kind.CHOICE, required=True, choices=choices)
        self._by_hand(words.COUNT_HOUSE, (line,), (), included=True)

    def leave_out(self) -> None:
        """Leave the chosen houses out that the plan's rule means."""
        rows = self._chosen()
        if rows:
            head = words.HOUSES_CHOSEN.format(count=whole_text(len(rows))) if rows[1:] else rows[0].house.head_name
            self._by_hand(words.LEAVE_OUT_TITLE.format(head=head), (), _cases(rows), included=False)

    def _by_hand(self, title: str, first: tuple[FieldLine, ...], cases: tuple[str, ...], *, included: bool) -> None:
        if self.plan is None:
            return
        campaign = self.plan.id

        def make(**typed: str | None) -> CountedDraft:
            chosen = (case,) if (case := typed.get("case")) else cases
            return CountedDraft(campaign, chosen, included, typed.get("reason") or "")

        purpose = Purpose(title, make, check_counted, partial(count_by_hand, self.frame.workspace), words.COUNTED)
        lines = (*first, FieldLine("reason", words.REASON, required=True))
        opened(FieldForm(self.frame, self, purpose, lines, {}))

    def print_plan(self) -> None:
        """The draft plan with these houses as its annex; what is doubtful about its bases is told."""
        if self.plan is None:
            return
        self.paper_asked.emit(PaperKind.DRAFT_PLAN, [self.plan.id])
        open_ones = [one for one in doubts(self.plan, today().isoformat()) if one.open]
        if open_ones:
            messages.warning(words.TO_CHECK_FIRST.format(count=len(open_ones), first=open_ones[0].text))

    def forget(self, changes: object) -> None:
        self.list.forget(changes)
