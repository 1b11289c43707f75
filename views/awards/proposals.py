"""The tab "Danh sách đề nghị": who takes part and is proposed, what is left of the quota; beside it the quotas."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from app.awards.facts import QuotaLine
from app.awards.lists import ProposalLine, proposal_lines, standards_text
from app.awards.operations import take_off_participants, withdraw_nominations
from app.awards.queries import quota_lines
from app.awards.rules import issuer_ended
from app.campaigns.queries import campaign_detail
from app.documents.words import decimal_text
from app.parsing import today
from app.wording import award_pages as words
from app.wording import awards as said
from app.wording.messages import problem_text
from app.wording.vocabulary import AWARD_OBJECTS
from models.vocabulary import PaperKind
from views import cells, messages
from views.awards.participant_form import ParticipantForm
from views.awards.proposal_forms import NominateForm, ReadingForm
from views.awards.tab import AwardList
from views.doing import do
from views.list_parts import add_button, text_column, with_current
from views.page import Page, WorkFrame
from views.paged_table import Column
from views.rows_list import add_key
from views.short_form import opened
from views.widgets.empty_state import EmptyState
from views.widgets.switch import Switch


def left_text(line: QuotaLine | None) -> str:
    """What may still be proposed, in a cell."""
    if line is None:
        return ""
    return said.STANDINGS[line.standing.value] if line.left is None else str(line.left)


def _votes(row: ProposalLine) -> str:
    one = row.nomination
    if one is None or one.agree is None:
        return ""
    return f"{one.agree}/{one.agree + (one.disagree or 0) + (one.abstain or 0)}"


COLUMNS: tuple[Column[ProposalLine], ...] = (
    text_column("name", words.NAME, lambda row: row.who.name, 180, stretch=True),
    text_column("kind", words.KIND, lambda row: AWARD_OBJECTS.get(row.who.kind, ""), 76),
    text_column("unit", words.WHOM_FOR, lambda row: row.who.whom or row.who.unit, 140),
    text_column("form", words.FORM, lambda row: row.nomination.form if row.nomination else "", 164),
    text_column("left", words.LEFT, lambda row: left_text(row.quota), 92),
    text_column("standards", words.STANDARDS, lambda row: standards_text(row.standards), 112),
    text_column("votes", words.VOTES, _votes, 70),
    text_column(
        "state",
        words.STATE,
        lambda row: said.DOSSIER_STATES[row.nomination.state.value] if row.nomination else words.NOT_PROPOSED,
        126,
    ),
    text_column("position", words.POSITION, lambda row: row.who.position, 110),
)
QUOTA_COLUMNS: tuple[Column[QuotaLine], ...] = (
    text_column("name", words.WHOM_FOR, lambda row: row.name, 170),
    text_column("target", words.TARGET, lambda row: decimal_text(row.target) if row.target is not None else "", 76),
    text_column("form", words.FORM, lambda row: row.form_name, 230, stretch=True),
    text_column("object", words.KIND, lambda row: AWARD_OBJECTS.get(row.object, ""), 96),
    cells.money("number", words.NUMBER, lambda row: row.number, sort="number", width=70),
    cells.money("used", words.USED, lambda row: row.used, sort="used", width=80),
    text_column("left", words.LEFT, left_text, 150),
    text_column("rule", words.RULE, lambda row: row.text, 110),
    text_column("reading", words.READING, lambda row: row.reading.reason if row.reading else "", 120),
)


class ProposalsTab(Page):
    """Enter proposes the row in hand, or opens its nomination. The switch shows the quotas instead."""

    def __init__(self, frame: WorkFrame, switch: Switch) -> None:
        super().__init__()
        self.frame = frame
        naming = ("awards.proposals", words.PROPOSED_TAB, words.PARTICIPANT_UNIT)
        empty = EmptyState(words.EMPTY_PROPOSED, ((words.ADD.rstrip("…"), self.add),), "award")
        self.people = AwardList[ProposalLine](
            frame, proposal_lines, lambda row: row.key, COLUMNS, naming, empty, tickable=True
        )
        quota_naming = ("awards.quotas", words.QUOTAS, words.QUOTA_UNIT)
        self.quotas = AwardList[QuotaLine](
            frame, quota_lines, lambda row: row.key, QUOTA_COLUMNS, quota_naming, EmptyState(words.EMPTY_QUOTAS)
        )
        self.paper_asked = self.people.paper_asked
        self._add_buttons()
        self.stack = QStackedWidget()
        for one in (self.people, self.quotas):
            self.stack.addWidget(one)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self.setFocusProxy(self.people)
        switch.chosen.connect(self._show)

    def _add_buttons(self) -> None:
        rows = self.people.list
        add_button(rows, words.ADD, self.add)
        add_button(rows, words.NOMINATE, self.nominate)
        add_button(rows, words.EDIT, with_current(rows, self.edit))
        add_button(rows, words.WITHDRAW, self.withdraw)
        add_button(rows, words.TAKE_OFF, self.take_off)
        for text, slot in (
            (words.NOMINATE, self.nominate),
            (words.WITHDRAW, self.withdraw),
            (words.TAKE_OFF, self.take_off),
        ):
            rows.line.add_action(text, slot)
        rows.view.opened.connect(lambda _key: self.nominate())
        add_key(rows, "Ctrl+P", self.submission)
        add_key(rows, "F2", with_current(rows, self.edit))
        read = with_current(self.quotas.list, self.read_quota)
        add_button(self.quotas.list, words.READ_QUOTA, read)
        self.quotas.list.view.opened.connect(lambda _key: read())

    def _show(self, place: int) -> None:
        self.stack.setCurrentIndex(place)
        shown = self.quotas if place else self.people
        self.setFocusProxy(shown)
        shown.setFocus()

    def show_campaign(self, campaign_id: str | None) -> None:
        """Another campaign was chosen above."""
        for one in (self.people, self.quotas):
            one.show_campaign(campaign_id)

    def add(self) -> None:
        """Somebody joins the list."""
        campaign = self.people.campaign()
        if campaign is not None:
            opened(ParticipantForm(self.frame, campaign, None, self))

    def edit(self, row: ProposalLine) -> None:
        """Who he is."""
        opened(ParticipantForm(self.frame, row.who.campaign_id, row.who, self))

    def nominate(self) -> None:
        """The ticked, or the one in hand, are proposed for a form; an open nomination is worded anew."""
        rows = self.people.chosen()
        if rows:
            one = rows[0].nomination if len(rows) == 1 else None
            opened(NominateForm(self.frame, [row.who for row in rows], one, self))

    def withdraw(self) -> None:
        """Nominations are taken back; their places are free again."""
        rows = self.people.chosen()
        ids = [row.nomination.id for row in rows if row.nomination]
        if ids:
            told = words.WITHDRAWN.format(count=len(ids))
            do(self.frame, partial(withdraw_nominations, self.frame.workspace, ids), words.SAVING, told)
        elif rows:
            messages.trouble(words.CHOOSE_PROPOSED)

    def take_off(self) -> None:
        """People leave the list who are proposed for nothing."""
        rows = self.people.chosen()
        if rows:
            ids = list(dict.fromkeys(row.who.id for row in rows))
            told = words.TAKEN_OFF.format(names=said.of_people(dict.fromkeys(row.who.name for row in rows)))
            do(self.frame, partial(take_off_participants, self.frame.workspace, ids), words.SAVING, told)

    def read_quota(self, line: QuotaLine) -> None:
        """How the plan is read here, or the number that was handed down."""
        campaign = self.quotas.campaign()
        if line.whom:
            messages.trouble(words.FIXED_IN_PLAN)
        elif campaign is not None:
            opened(ReadingForm(self.frame, campaign, line, self))

    def submission(self) -> None:
        """The submission of the ticked nominations, else of all that wait."""
        ticked = list(self.people.list.source.rows(self.people.list.table.ticked))
        with self.frame.workspace.read() as session:
            every = proposal_lines(session, self.people.campaign_id) if self.people.campaign_id else []
        rows = ticked or [one for one in every if one.nomination and one.nomination.granted is None]
        ids = [row.nomination.id for row in rows if row.nomination]
        if ids:
            self._tell_doubts({row.nomination.form_id for row in rows if row.nomination})
            self.paper_asked.emit(PaperKind.AWARD_SUBMISSION, ids)
        else:
            messages.trouble(words.NOTHING_PROPOSED)

    def _tell_doubts(self, forms: set[str]) -> None:
        """An issuer that was abolished is told when the paper is made."""
        campaign, day = self.people.campaign_id, today().isoformat()
        if campaign is not None:
            with self.frame.workspace.read() as session:
                plan = campaign_detail(session, campaign)
            ended = [issuer_ended(one) for one in plan.forms if one.id in forms and (one.issuer_valid_to or "9") < day]
            if ended:
                messages.warning("\n".join(problem_text(one) for one in ended))

    def forget(self, changes: object) -> None:
        for one in (self.people, self.quotas):
            one.forget(changes)
