"""The tab "Tóm tắt": what the plan is and counts, and what about it has to be checked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.campaigns.doubts import Doubt, doubts
from app.campaigns.facts import CampaignDetail
from app.campaigns.queries import find_campaigns
from app.parsing import today
from app.plans.days import day_text
from app.wording import campaign_pages as words
from app.wording.campaigns import plan_label
from app.wording.vocabulary import CATEGORIES, COUNTS_WHEN, DENOMINATORS, WORK_TYPES, YES_NO
from views import style
from views.campaigns.list import number_text, period_text, state_text
from views.campaigns.plan_forms import BasisForm, SuccessorForm
from views.campaigns.tab import PLAN_TABLES, CampaignTab
from views.list_parts import add_button, orders_of, text_column, with_current
from views.page import WorkFrame
from views.paged_table import Column
from views.row_source import RowSource
from views.rows_list import RowsList
from views.short_form import opened
from views.widgets.empty_state import EmptyState
from views.widgets.form import group_title, quiet_label


def _told(row: Doubt) -> str:
    return words.ENDED.format(day=day_text(row.ended_on)) if row.ended_on else row.warning or ""


_COLUMNS: tuple[Column[Doubt], ...] = (
    text_column("place", words.WHERE, lambda row: row.place, 150),
    text_column("text", words.WHAT, lambda row: row.text, 330, stretch=True),
    text_column("warning", words.WARNING, _told, 300),
    text_column("successor", words.SUCCESSOR, lambda row: row.successor, 200),
)


def facts_of(plan: CampaignDetail, linked: Sequence[str] = ()) -> list[tuple[str, str]]:
    """What the head of the plan says, label and text; `linked` are the names of the plans it is run together with."""
    named = ("number", "issued_on", "issuer", "signer", "superior", "wrap_up_on", "standing_body", "principle", "motto")
    shown = {name: getattr(plan, name) for name in named}
    shown |= {name: day_text(shown[name]) for name in ("issued_on", "wrap_up_on")}
    shown["number"] = number_text(plan)
    counted = (
        ", ".join(CATEGORIES.get(one, one) for one in plan.categories) or words.ALL_CATEGORIES,
        ", ".join(WORK_TYPES.get(one, one) for one in plan.work_types) or words.ALL_WORKS,
    )
    return [
        (words.STATE, state_text(plan)),
        (words.PERIOD, period_text(plan)),
        *((plan_label("campaign", name), text or "") for name, text in shown.items()),
        (words.COUNTED, "; ".join(counted)),
        (plan_label("campaign", "counts_when"), COUNTS_WHEN.get(plan.counts_when or "", "")),
        (plan_label("campaign", "denominator"), DENOMINATORS.get(plan.denominator or "", "")),
        (plan_label("campaign", "earlier_gifts"), YES_NO[bool(plan.earlier_gifts)]),
        (plan_label("campaign", "linked"), "; ".join(linked)),
    ]


class SummaryTab(CampaignTab):
    """The facts above, the doubtful places below."""

    name = "summary"
    title = words.TAB_SUMMARY

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__(frame)
        self.facts = (_grid(), _grid())
        self.list = RowsList[Doubt](
            frame,
            RowSource(self._read, lambda row: (row.id, row.field, row.text), PLAN_TABLES, orders=orders_of(_COLUMNS)),
            _COLUMNS,
            "campaigns.doubts",
            words.TO_CHECK,
            words.DOUBT_UNIT,
            EmptyState(words.NOTHING_TO_CHECK, (), "done"),
        )
        answer = with_current(self.list, self.answer)
        add_button(self.list, words.ANSWER, answer)
        self.list.view.opened.connect(lambda _key: answer())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, style.px(8), 0, 0)
        column.setSpacing(style.px(8))
        inside = QWidget()
        across = QHBoxLayout(inside)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(style.px(16))
        for grid in self.facts:
            across.addLayout(grid, 1)
        self.facts_area = QScrollArea()  # with large letters the facts are higher than a small screen
        self.facts_area.setWidget(inside)
        self.facts_area.setWidgetResizable(True)
        self.facts_area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.facts_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self.facts_area, 2)
        column.addWidget(group_title(words.TO_CHECK))
        column.addWidget(self.list, 3)
        self.setFocusProxy(self.list)

    def _read(self) -> list[Doubt]:
        return doubts(self.plan, today().isoformat()) if self.plan else []

    def answer(self, doubt: Doubt) -> None:
        """Name the office that stands in the place of one that is gone, or say what a check came to."""
        opened((BasisForm if doubt.field == "warning" else SuccessorForm)(self.frame, doubt, self))

    def show_plan(self, plan: CampaignDetail) -> None:
        super().show_plan(plan)
        self._show_facts(plan)
        self.list.load()

    def _show_facts(self, plan: CampaignDetail) -> None:
        with self.frame.workspace.read() as session:
            names = {one.code: one.shown for one in find_campaigns(session)}
        found = facts_of(plan, [names.get(one, one) for one in plan.linked])
        half = (len(found) + 1) // 2
        for grid, lines in zip(self.facts, (found[:half], found[half:]), strict=True):
            while (item := grid.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.deleteLater()
            for row, (label, text) in enumerate(lines):
                self._show_fact(grid, row, label, text)
            grid.setRowStretch(len(lines), 1)

    def _show_fact(self, grid: QGridLayout, row: int, label: str, text: str) -> None:
        shown = QLabel(text or words.NOTHING_NOTED)
        shown.setWordWrap(True)
        shown.setTextFormat(Qt.TextFormat.PlainText)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(quiet_label(label), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(shown, row, 1, Qt.AlignmentFlag.AlignTop)


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(style.px(12))
    grid.setVerticalSpacing(style.px(4))
    grid.setColumnStretch(1, 1)
    return grid
