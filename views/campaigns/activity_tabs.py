"""The tabs "Tuyên truyền" and "Kiểm tra": what was said about the campaign, and who went to see the works."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from functools import partial
from typing import Any, ClassVar

from PySide6.QtWidgets import QVBoxLayout

from app.campaigns.facts import CampaignDetail
from app.campaigns.movement_drafts import ActivityDraft
from app.campaigns.movement_operations import save_activity, take_off_activity
from app.campaigns.movement_queries import ActivityRow, publicity, visits
from app.campaigns.movement_rules import PUBLICITY, VISITS, check_activity
from app.documents.words import whole_text
from app.parsing import today
from app.wording import campaign_pages as page_words
from app.wording import movement_pages as words
from app.wording.vocabulary import ACTIVITY_KINDS
from models.vocabulary import ActivityKind
from views import cells
from views.campaigns.field_form import FieldForm, FieldLine, Kind, Purpose, choices_of
from views.campaigns.tab import CampaignTab
from views.doing import do
from views.list_parts import add_button, orders_of, text_column, with_current
from views.page import WorkFrame
from views.paged_table import Column
from views.row_source import RowSource
from views.rows_list import RowsList
from views.short_form import opened
from views.widgets.choice_edit import Choice
from views.widgets.empty_state import EmptyState


@dataclass(frozen=True)
class Activities:
    """What a tab lists: its kinds, of which a new line begins with `first`, their query, and the sum of its rows.

    `unit`, `form` and `empty` are what the list, its form and the empty list are called.
    """

    kinds: frozenset[ActivityKind]
    first: ActivityKind
    rows: Callable[..., list[ActivityRow]]
    total: Callable[[Sequence[ActivityRow]], str]
    unit: str
    form: str
    empty: str


def _first_columns(kind_width: int) -> tuple[Column[ActivityRow], ...]:
    """Day and kind, with which every list of activities begins."""
    return (
        cells.day("day", words.DAY, lambda row: row.happened_on, sort="day"),
        text_column("kind", words.ACTIVITY_KIND, lambda row: ACTIVITY_KINDS.get(row.kind, row.kind), kind_width),
    )


class ActivityTab(CampaignTab):
    """A list of activities of some kinds; Enter opens the form of the line in hand."""

    activities: ClassVar[Activities]
    columns: ClassVar[tuple[Column[ActivityRow], ...]]
    lines: ClassVar[tuple[FieldLine, ...]]

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__(frame)
        self.list = RowsList[ActivityRow](
            frame,
            RowSource(
                self._read,
                lambda row: row.id,
                ("activity",),
                words=lambda row: " ".join(column.text(row) for column in self.columns),
                orders=orders_of(self.columns),
                total=self.activities.total,
            ),
            self.columns,
            f"campaigns.{self.name}",
            self.title,
            self.activities.unit,
            EmptyState(self.activities.empty, ((self.filled, self.act),), "paper"),
        )
        edit = with_current(self.list, self.edit)
        add_button(self.list, words.EDIT, edit)
        add_button(self.list, words.TAKE_OFF, with_current(self.list, self.take_off))
        self.list.view.opened.connect(lambda _key: edit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        self.setFocusProxy(self.list)

    def _read(self) -> list[ActivityRow]:
        if self.plan is None:
            return []
        with self.frame.workspace.read() as session:
            return self.activities.rows(session, self.plan.id)

    def show_plan(self, plan: CampaignDetail) -> None:
        super().show_plan(plan)
        self.list.load()

    def act(self) -> None:
        if self.plan is not None:
            values = {"kind": self.activities.first.value, "happened_on": today().isoformat()}
            self._form({"campaign_id": self.plan.id, "title": "", **values})

    def edit(self, row: ActivityRow) -> None:
        """The line as it stands."""
        if self.plan is not None:
            shown = {one.name: getattr(row, one.name) for one in fields(ActivityDraft) if one.name != "campaign_id"}
            self._form({**shown, "campaign_id": self.plan.id})

    def _form(self, values: dict[str, Any]) -> None:
        plan = self.plan
        units = tuple(Choice(one.id, one.name or "") for one in plan.units) if plan else ()
        kinds = choices_of(ACTIVITY_KINDS, sorted(self.activities.kinds))
        unit = (FieldLine("unit_id", words.UNIT_NAME, Kind.CHOICE, choices=units),) if units else ()
        first = FieldLine("kind", words.ACTIVITY_KIND, Kind.CHOICE, required=True, choices=kinds)
        purpose = Purpose(
            self.activities.form,
            lambda **typed: ActivityDraft(**{**typed, "title": typed.get("title") or ""}),
            lambda draft: check_activity(draft, today().isoformat()),
            partial(save_activity, self.frame.workspace),
            words.SAVED_ACTIVITY.format(title=self.title.lower()),
        )
        opened(FieldForm(self.frame, self, purpose, (first, *self.lines, *unit), values))

    def take_off(self, row: ActivityRow) -> None:
        """The line was recorded by mistake."""
        work = partial(take_off_activity, self.frame.workspace, row.id, row.version)
        do(self.frame, work, words.SAVING, words.TAKEN_OFF)

    def forget(self, changes: object) -> None:
        self.list.forget(changes)


def _reached(rows: Sequence[ActivityRow]) -> str:
    """Minutes on the air and people reached."""
    minutes, reach = sum(one.minutes or 0 for one in rows), sum(one.reach or 0 for one in rows)
    found = [words.MINUTES_SUM.format(count=whole_text(minutes))] if minutes else []
    found += [words.REACH_SUM.format(count=whole_text(reach))] if reach else []
    return " · ".join(found)


def _unmended(rows: Sequence[ActivityRow]) -> str:
    """How many findings are not mended in time."""
    day = today().isoformat()
    late = sum(1 for one in rows if one.unmended(day))
    return words.UNMENDED_SUM.format(count=late) if late else ""


class PublicityTab(ActivityTab):
    """Articles, broadcasts, sessions; model examples and initiatives."""

    name = "publicity"
    title = page_words.TAB_PUBLICITY
    filled = words.ADD_PUBLICITY
    activities = Activities(
        PUBLICITY,
        ActivityKind.ARTICLE,
        publicity,
        _reached,
        words.ACTIVITY_UNIT,
        words.PUBLICITY_TITLE,
        words.EMPTY_PUBLICITY,
    )
    columns = (
        *_first_columns(130),
        text_column("title", words.TITLE, lambda row: row.title, 240, stretch=True),
        text_column("channel", words.CHANNEL, lambda row: row.channel, 120),
        cells.money("minutes", words.MINUTES, lambda row: row.minutes, sort="minutes", width=76),
        cells.money("reach", words.REACH, lambda row: row.reach, sort="reach", width=104),
        text_column("people", words.PEOPLE, lambda row: row.people, 120),
        text_column("recognised", words.RECOGNISED, lambda row: row.recognised_by, 120),
        text_column("link", words.LINK, lambda row: row.link, 100),
    )
    lines = (
        FieldLine("title", words.TITLE, required=True),
        FieldLine("happened_on", words.DAY, Kind.DAY, required=True),
        FieldLine("channel", words.CHANNEL),
        FieldLine("link", words.LINK),
        FieldLine("minutes", words.MINUTES, Kind.COUNT),
        FieldLine("reach", words.REACH, Kind.COUNT),
        FieldLine("people", words.PEOPLE),
        FieldLine("recognised_by", words.RECOGNISED),
        FieldLine("content", words.CONTENT, Kind.LONG),
    )


class VisitsTab(ActivityTab):
    """Inspections, supervision, social criticism: what was found, and whether it was mended."""

    name = "inspections"
    title = page_words.TAB_INSPECTIONS
    filled = words.ADD_VISIT
    activities = Activities(
        VISITS, ActivityKind.INSPECTION, visits, _unmended, words.VISIT_UNIT, words.VISIT_TITLE, words.EMPTY_VISITS
    )
    columns = (
        *_first_columns(90),
        text_column("title", words.WHERE, lambda row: row.title, 170, stretch=True),
        text_column("findings", words.FINDINGS, lambda row: row.findings, 220),
        text_column("mend_by", words.MEND_BY, lambda row: row.mend_by, 110),
        cells.day("mend_on", words.MEND_ON, lambda row: row.mend_on, sort="mend_on", width=104),
        cells.day("mended_on", words.MENDED_ON, lambda row: row.mended_on, sort="mended_on", width=104),
        text_column("schemes", words.SCHEMES, lambda row: row.schemes, 120),
        text_column("people", words.WHO_WENT, lambda row: row.people, 110),
    )
    lines = (
        FieldLine("title", words.WHERE, required=True),
        FieldLine("happened_on", words.DAY, Kind.DAY, required=True),
        FieldLine("people", words.WHO_WENT),
        FieldLine("schemes", words.SCHEMES),
        FieldLine("findings", words.FINDINGS, Kind.LONG),
        FieldLine("mend_by", words.MEND_BY),
        FieldLine("mend_on", words.MEND_ON, Kind.DAY),
        FieldLine("mended_on", words.MENDED_ON, Kind.DAY),
    )
