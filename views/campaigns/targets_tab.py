"""The tab "Chỉ tiêu": each target by unit and period, what is reached, parts against the whole; the plan's end."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from app.campaigns.facts import CampaignDetail
from app.campaigns.movement_drafts import HandDownDraft, TargetFigureDraft
from app.campaigns.movement_operations import close_campaign, hand_down, put_drive_under, reopen_campaign, save_figure
from app.campaigns.movement_rules import check_closing, check_drive_chosen, check_figure, check_hand_down
from app.campaigns.standing_words import figure_words, name_words, number_words, state_words, sum_words, unit_words
from app.campaigns.standings import Standing, Standings, campaign_standings
from app.giving.queries import drives
from app.parsing import today
from app.wording import campaign_pages as page_words
from app.wording import movement_pages as words
from app.wording.vocabulary import MEASURES
from models.vocabulary import Level, Measure
from views.campaigns.field_form import FieldForm, FieldLine, Kind, Purpose, choices_of
from views.campaigns.population_form import PopulationForm
from views.campaigns.poverty_form import PovertyTotalsForm
from views.campaigns.tab import CampaignTab
from views.doing import do
from views.list_parts import add_button, orders_of, text_column, with_current
from views.page import WorkFrame
from views.paged_table import Align, Column
from views.row_source import RowSource
from views.rows_list import RowsList
from views.short_form import opened
from views.widgets.choice_edit import Choice
from views.widgets.empty_state import EmptyState

#: What a change of these tables may alter.
TABLES = (
    "campaign_target",
    "target_figure",
    "unit_report",
    "campaign_case",
    "support_case",
    "acceptance",
    "handover",
    "contribution",
    "poverty_class",
    "area_population",
    "poverty_total",
    "household",
    "unit_total",
)
_POVERTY = frozenset({Measure.POVERTY_RATE_DROP, Measure.NEAR_POOR_DROP, Measure.POOR_LEFT})


def _number(name: str, title: str, text: Any, value: Any, width: int) -> Column[Standing]:
    """A figure with its unit, sorted by the number."""

    def whole(row: Standing) -> int | str | None:
        found: Decimal | None = value(row)
        if found is None:
            return None
        return int(found) if found == found.to_integral_value() else text(row)

    return Column[Standing](name, title, text, width, Align.RIGHT, tip=text, value=whole)


def _percent(row: Standing) -> str:
    return number_words(row.percent, None) if row.percent is not None else ""


def _left(row: Standing) -> str:
    return number_words(row.left, row.target.measure, row.target.unit_text)


def _late(row: Standing) -> str:
    return str(row.measured.houses.late or "") if row.measured.houses else ""


def _decision(row: Standing) -> str:
    return row.target.decision_number or ""


_COLUMNS: tuple[Column[Standing], ...] = (
    text_column("name", words.TARGET, lambda row: name_words(row.target), 196, stretch=True),
    text_column("unit", words.UNIT_NAME, lambda row: unit_words(row.unit), 120),
    _number("wanted", words.WANTED, partial(figure_words, wanted=True), lambda row: row.wanted, 90),
    _number("figure", words.FIGURE, figure_words, lambda row: row.measured.figure, 130),
    _number("left", words.LEFT, _left, lambda row: row.left, 80),
    _number("percent", words.PERCENT, _percent, lambda row: row.percent, 56),
    text_column("state", words.STATE, state_words, 146),
    text_column("late", words.LATE_HOUSES, _late, 50),
    text_column("decision", words.DECISION, _decision, 100),
    text_column("source", words.SOURCE, lambda row: row.measured.source, 130),
)


class TargetsTab(CampaignTab):
    """Enter types the figure of a target that records cannot give, or hands the target down anew."""

    name = "targets"
    title = page_words.TAB_TARGETS
    filled = words.HAND_DOWN

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__(frame)
        self._found: Standings | None = None
        self.list = RowsList[Standing](
            frame,
            RowSource(
                self._read,
                lambda row: row.target.id,
                TABLES,
                words=lambda row: " ".join((name_words(row.target), unit_words(row.unit), state_words(row))),
                orders=orders_of(_COLUMNS),
                total=self._total,
            ),
            _COLUMNS,
            "campaigns.targets",
            self.title,
            words.TARGET_UNIT,
            EmptyState(words.EMPTY_TARGETS, ((words.HAND_DOWN, self.act),), "campaign"),
        )
        typed = with_current(self.list, self.type_figure)
        add_button(self.list, words.TYPE_FIGURE, typed)
        self.population = add_button(self.list, words.POPULATION, self.type_population)
        self.population.hide()
        add_button(self.list, words.DRIVE, self.put_drive)
        self.ending = add_button(self.list, words.CLOSE, self.end)
        self.list.view.opened.connect(lambda _key: typed())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        self.setFocusProxy(self.list)

    def _read(self) -> Sequence[Standing]:
        if self.plan is None:
            return ()
        workspace = self.frame.workspace
        with workspace.read() as session:
            self._found = campaign_standings(session, self.plan, today().isoformat(), workspace.author.office)
        return self._found.lines

    def _total(self, _rows: Sequence[Standing]) -> str:
        """What the parts sum to, where a whole was handed down."""
        found = self._found
        if found is None or not found.sums:
            return ""
        return " ".join(sum_words(one) for one in found.differing) or words.SUMS_AGREE

    def show_plan(self, plan: CampaignDetail) -> None:
        super().show_plan(plan)
        self.population.setVisible(any(one.measure in _POVERTY for one in plan.targets))
        self.ending.setText(words.REOPEN if plan.closed_on else words.CLOSE)
        self.list.load()

    def act(self) -> None:
        """Give a unit a target, as the row in hand says."""
        if self.plan is None:
            return
        row = self.list.current()
        plan, standing = self.plan, row.target if row else None
        names = ("unit_id", "measure", "period", "name", "unit_text", "compare", "figure")
        values = {one: getattr(standing, one, None) for one in names}
        values |= {"campaign_id": plan.id, "decided_on": today().isoformat()}
        values["measure"] = values["measure"] or Measure.HOUSES.value
        units = tuple(Choice(one.id, one.name or "") for one in plan.units)
        lines = (
            FieldLine("unit_id", words.UNIT_NAME, Kind.CHOICE, choices=units),
            FieldLine("measure", words.MEASURE, Kind.CHOICE, required=True, choices=choices_of(MEASURES)),
            FieldLine("figure", words.FIGURE_FIELD, Kind.DECIMAL, required=True),
            FieldLine("decision_number", words.DECISION_NUMBER),
            FieldLine("decided_on", words.DECIDED_ON, Kind.DAY, required=True),
            FieldLine("note", words.NOTE),
        )
        purpose = Purpose(
            words.HAND_DOWN_TITLE,
            partial(_handed_down, str(values["measure"])),
            check_hand_down,
            lambda draft: hand_down(self.frame.workspace, [draft]),
            words.HANDED_DOWN,
        )
        opened(FieldForm(self.frame, self, purpose, lines, values))

    def type_figure(self, row: Standing) -> None:
        """A figure with its source."""
        if self.plan is None:
            return
        values = {"campaign_id": self.plan.id, "target_id": row.target.id, "noted_on": today().isoformat()}
        lines = (
            FieldLine("figure", words.FIGURE, Kind.DECIMAL, required=True),
            FieldLine("source", words.SOURCE, required=True),
            FieldLine("noted_on", words.NOTED_ON, Kind.DAY, required=True),
        )
        purpose = Purpose(
            words.TYPE_FIGURE_TITLE,
            lambda **typed: TargetFigureDraft(**{**typed, **_texts(typed, "figure", "source", "noted_on")}),
            lambda draft: check_figure(draft, today().isoformat()),
            partial(save_figure, self.frame.workspace),
            words.TYPED,
        )
        opened(FieldForm(self.frame, self, purpose, lines, values))

    def type_population(self) -> None:
        """All households, of which poverty rates are taken: of the commune's villages, or of places without a list."""
        if self.plan is None:
            return
        if self.frame.workspace.author.level is Level.COMMUNE:
            opened(PopulationForm(self.frame, self))
        else:
            opened(PovertyTotalsForm(self.frame, self.plan, self))

    def put_drive(self) -> None:
        """Say that a drive belongs to the plan: its money counts here."""
        if self.plan is None:
            return
        campaign = self.plan.id
        with self.frame.workspace.read() as session:
            choices = tuple(Choice(one.id, one.name) for one in drives(session))
        line = FieldLine("drive_id", words.DRIVE_NAME, Kind.CHOICE, required=True, choices=choices)
        purpose = Purpose(
            words.DRIVE_TITLE,
            lambda drive_id: drive_id or "",
            check_drive_chosen,
            lambda drive_id: put_drive_under(self.frame.workspace, drive_id, campaign),
            words.DRIVE_PUT,
        )
        opened(FieldForm(self.frame, self, purpose, (line,), {}))

    def end(self) -> None:
        """Close the plan and keep its figures, or open it again."""
        if self.plan is None:
            return
        if self.plan.closed_on:
            work = partial(reopen_campaign, self.frame.workspace, self.plan.id)
            do(self.frame, work, words.SAVING, words.REOPENED)
            return
        campaign = self.plan.id
        lines = (
            FieldLine("closed_on", words.CLOSED_ON, Kind.DAY, required=True),
            FieldLine("number", words.REPORT_NUMBER),
        )
        purpose = Purpose(
            words.CLOSE_TITLE,
            lambda **typed: (typed.get("closed_on") or "", typed.get("number")),
            lambda draft: check_closing(draft[0], today().isoformat()),
            lambda draft: close_campaign(self.frame.workspace, campaign, draft[0], number=draft[1]),
            words.CLOSED,
        )
        opened(FieldForm(self.frame, self, purpose, lines, {"closed_on": today().isoformat()}))

    def forget(self, changes: object) -> None:
        self.list.forget(changes)


def _handed_down(of_row: str, /, **typed: Any) -> HandDownDraft:
    """What the form says; a target of another measure than the row in hand bears neither its name nor its unit."""
    other = typed["measure"] != of_row
    kept = {one: None for one in ("name", "unit_text", "compare") if other}
    return HandDownDraft(**{**typed, **kept, **_texts(typed, "figure", "decided_on", "measure")})


def _texts(typed: dict[str, Any], *names: str) -> dict[str, str]:
    """Texts that must be there, empty where nothing is typed."""
    return {one: typed.get(one) or "" for one in names}
