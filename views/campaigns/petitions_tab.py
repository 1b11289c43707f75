"""The tab "Vướng mắc": obstacles and proposals, and the answers that come down to them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from app.campaigns.facts import CampaignDetail
from app.campaigns.movement_drafts import AnswerDraft, PetitionDraft
from app.campaigns.movement_operations import answer_petition, save_petition
from app.campaigns.movement_queries import PetitionRow, petitions
from app.campaigns.movement_rules import check_answer, check_petition
from app.giving.targets import households_to_help
from app.parsing import today
from app.wording import campaign_pages as page_words
from app.wording import movement_pages as words
from views import cells
from views.campaigns.field_form import FieldForm, FieldLine, Kind, Purpose
from views.campaigns.tab import CampaignTab
from views.list_parts import add_button, orders_of, text_column, with_current
from views.page import WorkFrame
from views.paged_table import Column
from views.row_source import RowSource
from views.rows_list import RowsList
from views.short_form import opened
from views.widgets.choice_edit import Choice
from views.widgets.empty_state import EmptyState

_COLUMNS: tuple[Column[PetitionRow], ...] = (
    cells.day("raised_on", words.RAISED_ON, lambda row: row.raised_on, sort="raised_on"),
    text_column("content", words.OBSTACLE, lambda row: row.content, 220, stretch=True),
    text_column("proposal", words.PROPOSAL, lambda row: row.proposal, 140),
    text_column("addressee", words.ADDRESSEE, lambda row: row.addressee, 100),
    text_column("household", words.HOUSE, lambda row: row.household, 100),
    text_column("office", words.OFFICE, lambda row: row.office, 110),
    text_column("answer", words.ANSWER, lambda row: row.answer, 180),
    cells.day("answered_on", words.ANSWERED_ON, lambda row: row.answered_on, sort="answered_on", width=92),
    cells.day("settled_on", words.SETTLED_ON, lambda row: row.settled_on, sort="settled_on", width=92),
)


def _total(rows: Sequence[PetitionRow]) -> str:
    open_ones = sum(1 for one in rows if not one.answered_on and not one.settled_on)
    return words.UNANSWERED_SUM.format(count=open_ones) if open_ones else ""


class PetitionsTab(CampaignTab):
    """Enter opens the line in hand; the office above answers rows of those below."""

    name = "petitions"
    title = page_words.TAB_PETITIONS
    filled = words.ADD_PETITION

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__(frame)
        self.list = RowsList[PetitionRow](
            frame,
            RowSource(
                self._read,
                lambda row: row.id,
                ("petition", "household"),
                words=lambda row: " ".join(column.text(row) for column in _COLUMNS),
                orders=orders_of(_COLUMNS),
                total=_total,
            ),
            _COLUMNS,
            "campaigns.petitions",
            self.title,
            words.PETITION_UNIT,
            EmptyState(words.EMPTY_PETITIONS, ((words.ADD_PETITION, self.act),), "task"),
        )
        edit = with_current(self.list, self.edit)
        add_button(self.list, words.EDIT, edit)
        add_button(self.list, words.ANSWER_IT, with_current(self.list, self.answer))
        self.list.view.opened.connect(lambda _key: edit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        self.setFocusProxy(self.list)

    def _read(self) -> list[PetitionRow]:
        if self.plan is None:
            return []
        with self.frame.workspace.read() as session:
            return petitions(session, self.plan.id)

    def show_plan(self, plan: CampaignDetail) -> None:
        super().show_plan(plan)
        self.list.load()

    def act(self) -> None:
        if self.plan is not None:
            self._form({"campaign_id": self.plan.id, "raised_on": today().isoformat()})

    def edit(self, row: PetitionRow) -> None:
        """The line as it stands; one of another office is answered."""
        if self.plan is None:
            return
        if not row.stream.startswith(self.frame.workspace.author.office):
            self.answer(row)
            return
        names = ("id", "version", "content", "raised_on", "proposal", "addressee", "household_id", "settled_on")
        self._form({"campaign_id": self.plan.id, **{one: getattr(row, one) for one in names}})

    def _form(self, values: dict[str, Any]) -> None:
        with self.frame.workspace.read() as session:
            homes = households_to_help(session)
        houses = tuple(Choice(one.id, f"{one.name} – {one.more}" if one.more else one.name) for one in homes)
        lines = [
            FieldLine("content", words.OBSTACLE, Kind.LONG, required=True),
            FieldLine("proposal", words.PROPOSAL, Kind.LONG),
            FieldLine("addressee", words.ADDRESSEE),
            FieldLine("raised_on", words.RAISED_ON, Kind.DAY, required=True),
            FieldLine("settled_on", words.SETTLED_ON, Kind.DAY),
        ]
        if houses:
            lines.insert(3, FieldLine("household_id", words.HOUSE, Kind.CHOICE, choices=houses))
        purpose = Purpose(
            words.PETITION_TITLE,
            lambda **typed: PetitionDraft(**{**typed, "content": typed.get("content") or ""}),
            lambda draft: check_petition(draft, today().isoformat()),
            partial(save_petition, self.frame.workspace),
            words.SAVED_PETITION,
        )
        opened(FieldForm(self.frame, self, purpose, lines, values))

    def answer(self, row: PetitionRow) -> None:
        """What was answered, here or above."""
        values = {
            "petition_id": row.id,
            "version": row.version,
            "answer": row.answer,
            "answered_on": row.answered_on or today().isoformat(),
            "answered_by": row.answered_by,
        }
        lines = (
            FieldLine("answer", words.ANSWER, Kind.LONG, required=True),
            FieldLine("answered_on", words.ANSWERED_ON, Kind.DAY, required=True),
            FieldLine("answered_by", words.ANSWERED_BY),
        )
        purpose = Purpose(
            words.ANSWER_TITLE,
            lambda **typed: AnswerDraft(
                **{**typed, "answer": typed.get("answer") or "", "answered_on": typed.get("answered_on") or ""}
            ),
            lambda draft: check_answer(draft, row.raised_on, today().isoformat()),
            partial(answer_petition, self.frame.workspace),
            words.ANSWERED,
        )
        opened(FieldForm(self.frame, self, purpose, lines, values))

    def forget(self, changes: object) -> None:
        self.list.forget(changes)
