"""The tabs "Hồ sơ" and "Quyết định": where each dossier is on its way, and what was decided."""

from __future__ import annotations

from app.awards.facts import DossierState, NominationRow
from app.awards.queries import nominations
from app.wording import award_pages as words
from app.wording import awards as said
from app.wording.vocabulary import AWARD_OBJECTS
from models.vocabulary import PaperKind
from views import cells
from views.awards.dossier_forms import BlankForm, OutcomeForm, StepForm
from views.awards.tab import AwardList
from views.list_parts import add_button, text_column
from views.page import WorkFrame
from views.paged_table import Column
from views.rows_list import add_key
from views.short_form import opened
from views.widgets.empty_state import EmptyState


def _since(row: NominationRow) -> str | None:
    return row.returned_on if row.state is DossierState.RETURNED else row.sent_on


NAME: Column[NominationRow] = text_column("name", words.NAME, lambda row: row.participant.name, 190, stretch=True)
KIND: Column[NominationRow] = text_column(
    "kind", words.KIND, lambda row: AWARD_OBJECTS.get(row.participant.kind, ""), 76
)
FORM: Column[NominationRow] = text_column("form", words.FORM, lambda row: row.form, 180)
STATE: Column[NominationRow] = text_column("state", words.STATE, lambda row: said.DOSSIER_STATES[row.state.value], 126)
REASON: Column[NominationRow] = text_column("reason", words.REASON, lambda row: row.reason, 150)
DOSSIER_COLUMNS: tuple[Column[NominationRow], ...] = (
    *(NAME, KIND, FORM, STATE),
    text_column("at", words.AT, lambda row: row.sent_to, 220),
    cells.day("since", words.SINCE, _since, sort="since", width=96),
    REASON,
)
DECISION_COLUMNS: tuple[Column[NominationRow], ...] = (
    *(NAME, KIND, FORM, STATE),
    text_column("number", words.DECISION_NUMBER, lambda row: row.decision_number, 116),
    cells.day("decided", words.DECIDED_ON, lambda row: row.decided_on, sort="decided", width=110),
    text_column("signer", words.SIGNER, lambda row: row.signer, 120),
    REASON,
)


class DossiersTab(AwardList[NominationRow]):
    """Enter sends the dossier in hand on."""

    def __init__(self, frame: WorkFrame) -> None:
        naming = ("awards.dossiers", words.DOSSIERS_TAB, words.DOSSIER_UNIT)
        empty = EmptyState(words.EMPTY_DOSSIERS, (), "award")
        super().__init__(frame, nominations, lambda row: row.id, DOSSIER_COLUMNS, naming, empty, tickable=True)
        add_button(self.list, words.RETURN, self.send_back)
        self.list.line.add_action(words.SEND_ON, self.send_on)
        self.list.line.add_action(words.RETURN, self.send_back)
        self.list.view.opened.connect(lambda _key: self.send_on())

    def send_on(self) -> None:
        """The ticked dossiers, or the one in hand, go on to a step of the route."""
        self._step(returned=False)

    def send_back(self) -> None:
        """They were returned, with a reason."""
        self._step(returned=True)

    def _step(self, *, returned: bool) -> None:
        rows = self.chosen()
        if rows:
            opened(StepForm(self.frame, rows, returned=returned, parent=self))


class DecisionsTab(AwardList[NominationRow]):
    """Enter records the decision about the nomination in hand."""

    def __init__(self, frame: WorkFrame) -> None:
        naming = ("awards.decisions", words.DECISIONS_TAB, words.DOSSIER_UNIT)
        empty = EmptyState(words.EMPTY_DOSSIERS, (), "award")
        super().__init__(frame, nominations, lambda row: row.id, DECISION_COLUMNS, naming, empty, tickable=True)
        printed = (words.PRINT_CERTIFICATE, self.print_certificates), (words.PRINT_PROOF, self.print_proofs)
        add_button(self.list, words.NOT_GRANTED, self.refuse)
        for text, slot in printed:
            add_button(self.list, text, slot)
        add_button(self.list, words.ADJUST, self.adjust)
        for text, slot in ((words.DECIDE, self.decide), (words.NOT_GRANTED, self.refuse), *printed):
            self.list.line.add_action(text, slot)
        add_key(self, "Ctrl+P", self.print_certificates)
        self.list.view.opened.connect(lambda _key: self.decide())

    def decide(self) -> None:
        """The ticked, or the one in hand, are granted by a decision."""
        self._outcome(granted=True)

    def refuse(self) -> None:
        """They were not granted, with a reason."""
        self._outcome(granted=False)

    def _outcome(self, *, granted: bool) -> None:
        rows = self.chosen()
        if rows:
            opened(OutcomeForm(self.frame, rows, granted=granted, parent=self))

    def print_certificates(self) -> None:
        """The giấy khen of the ticked, or of the one in hand, for the office's blank."""
        self._print(PaperKind.CERTIFICATE)

    def print_proofs(self) -> None:
        """The same on plain paper."""
        self._print(PaperKind.CERTIFICATE_PROOF)

    def _print(self, kind: PaperKind) -> None:
        rows = self.chosen()
        if rows:
            self.paper_asked.emit(kind, [row.id for row in rows])

    def adjust(self) -> None:
        """Where the text meets the blank."""
        opened(BlankForm(self.frame, self))
