"""The page "Nghiệm thu – Bàn giao": acceptance house by house, handover in batches, minutes with their preview."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from app.ceremony_set import SetOptions
from app.documents.words import decimal_text
from app.handover.queries import PaperRow
from app.reports.worklists import CaseRow, case_rows
from app.wording import ceremonies, handover, worklists
from app.wording import frame as frame_words
from models.vocabulary import PaperKind, Status
from views import messages, style
from views.handover.acceptance_pane import AcceptancePane
from views.handover.ceremony_tab import CeremonyTab
from views.handover.forms import (
    HandoverForm,
    acceptance_correction,
    handover_correction,
    number_form,
    void_form,
)
from views.handover.preview import PreviewPane
from views.page import WorkFrame
from views.paged_table import Align, Column
from views.paper_pane import PaperPane
from views.short_form import ShortForm, opened
from views.tabbed_page import TabbedPage
from views.widgets.empty_state import EmptyState
from views.worklist import HEAD, HOUSE, PROGRAMME, STATUS, VILLAGE, WORK_TYPE, CaseList, CaseSource, day_shown

_BOTH = 1000
_BUILDING = (Status.STARTED, Status.IN_PROGRESS)
FormOf = Callable[[WorkFrame, CaseRow, QWidget], ShortForm]


def _area(row: CaseRow) -> str:
    accepted = row.state.acceptance
    return decimal_text_of(accepted.area_m2) if accepted else ""


def decimal_text_of(text: str | None) -> str:
    """A recorded decimal as it is shown; nothing for none."""
    return decimal_text(Decimal(text)) if text else ""


def last_paper(row: CaseRow) -> PaperRow | None:
    """The newest paper of a house that stands; else the newest void one."""
    standing = [one for one in row.papers if not one.void] or list(row.papers)
    return standing[-1] if standing else None


def paper_text(row: CaseRow) -> str:
    """The number of a house's minutes in a list."""
    paper = last_paper(row)
    if paper is None:
        return handover.NOT_PRINTED
    number = paper.shown_number or handover.UNNUMBERED
    return handover.PAPER_VOID.format(number=number, void=handover.VOID) if paper.void else number


def _of_handover(row: CaseRow, name: str) -> str:
    return str(getattr(row.state.handover, name) or "") if row.state.handover else ""


_ACCEPTED = Column[CaseRow](
    "accepted", handover.ACCEPTED_ON, lambda row: day_shown(row.state.accepted_on), 90, Align.CENTRE
)
_AREA = Column[CaseRow]("area", handover.AREA_COLUMN, _area, 80, Align.RIGHT)
_HANDED = Column[CaseRow](
    "handed", handover.HANDED_OVER_ON, lambda row: day_shown(row.state.handed_over_on), 90, Align.CENTRE
)
_PLACE = Column[CaseRow]("place", handover.PLACE, lambda row: _of_handover(row, "place"), 150)
_RECEIVER = Column[CaseRow]("receiver", handover.RECEIVER, lambda row: _of_handover(row, "receiver"), 150)
_PAPER = Column[CaseRow]("paper", handover.PAPER_COLUMN, paper_text, 120)


class HandoverPage(TabbedPage):
    """Three worklists and the ceremonies; at their right the acceptance of a house, or the preview of papers."""

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__(frame, frame_words.HANDOVER_PAGE)
        self.acceptance = AcceptancePane(frame)
        self.preview = PreviewPane(frame)
        self.papers = PaperPane(frame)
        self.side = QStackedWidget()
        self.side.addWidget(self.acceptance)
        self.side.addWidget(self.preview)
        self.side.addWidget(self.papers)
        self.side.hide()
        self.body.addWidget(self.side)
        self.body.setStretchFactor(0, 1)
        self.to_accept = self._list_to_accept()
        self.to_hand_over = self._list_to_hand_over()
        self.handed_over = self._list_of_handed_over()
        self.add_tab(self.to_accept, handover.TO_ACCEPT, handover.RECORD_ACCEPTANCE, self.begin_acceptance)
        self.add_tab(self.to_hand_over, handover.TO_HAND_OVER, handover.RECORD_HANDOVER, self.hand_over)
        self.ceremonies = CeremonyTab(frame, self.show_set, self.show_ceremony_paper)
        self.add_tab(self.ceremonies, ceremonies.TAB, ceremonies.NEW, self.ceremonies.begin)
        self.add_tab(self.handed_over, handover.HANDED_OVER, handover.MAKE_MINUTES, self.make_minutes)
        self.blank = self.heading.add_button(handover.BLANK_FORM, self.show_blank)
        self.heading.put_last(self.filled)
        self.acceptance.closed.connect(self.close_side)
        self.preview.closed.connect(self.close_side)
        self.papers.closed.connect(self.close_side)
        self.tabs.currentChanged.connect(self._fit_side)

    # The three lists.

    def _list_to_accept(self) -> CaseList:
        columns = (HEAD, VILLAGE, WORK_TYPE, HOUSE, STATUS, PROGRAMME)
        source = CaseSource(self.frame, _BUILDING)
        made = CaseList(
            self.frame, source, columns, "handover.accept", EmptyState(handover.NOTHING_TO_ACCEPT, (), "house"),
            handover.HOUSES,
        )  # fmt: skip
        made.line.add_action(handover.RECORD_ACCEPTANCE, self.begin_acceptance)
        names = (handover.BUILDING_ONLY, handover.NOT_STARTED_TOO)
        made.offer_more(names, _BUILDING, (Status.APPROVED, *_BUILDING), 180)
        return made

    def _list_to_hand_over(self) -> CaseList:
        columns = (HEAD, VILLAGE, WORK_TYPE, HOUSE, _ACCEPTED, _AREA, _PAPER, STATUS, PROGRAMME)
        source = CaseSource(self.frame, (Status.ACCEPTED,), with_papers=True)
        begin = [(handover.TO_ACCEPT, lambda: self.tabs.setCurrentIndex(0))]
        made = CaseList(
            self.frame, source, columns, "handover.hand_over",
            EmptyState(handover.NOTHING_TO_HAND_OVER, begin, "handover"), handover.HOUSES,
        )  # fmt: skip
        made.line.add_action(handover.RECORD_HANDOVER, self.hand_over)
        made.line.add_action(handover.MAKE_MINUTES, self.make_minutes)
        more = [
            (ceremonies.TO_CEREMONY, self.make_ceremony),
            (handover.CHECK_PAPER, self.print_checks),
            (worklists.CORRECT, lambda: self._for_one(made, acceptance_correction)),
        ]
        self._add_more(made, more)
        return made

    def _list_of_handed_over(self) -> CaseList:
        columns = (HEAD, VILLAGE, WORK_TYPE, _HANDED, _PLACE, _RECEIVER, _AREA, _PAPER, PROGRAMME)
        source = CaseSource(self.frame, (Status.HANDED_OVER, Status.CLOSED), with_papers=True)
        made = CaseList(
            self.frame, source, columns, "handover.handed_over",
            EmptyState(handover.NOTHING_HANDED_OVER, (), "handover"), handover.HOUSES,
        )  # fmt: skip
        made.line.add_action(handover.MAKE_MINUTES, self.make_minutes)
        more = [
            (handover.NUMBER_LATER, lambda: self._for_paper(made, number_form)),
            (handover.VOID_NUMBER, lambda: self._for_paper(made, void_form)),
            (handover.CHECK_PAPER, self.print_checks),
            (worklists.CORRECT, lambda: self._for_one(made, handover_correction)),
        ]
        self._add_more(made, more)
        return made

    def _add_more(self, made: CaseList, actions: Sequence[tuple[str, Callable[[], object]]]) -> None:
        """What is done less often stands in a menu: beside a preview there is no room for a row of buttons."""
        menu = QMenu(made)
        for name, slot in actions:
            menu.addAction(name).triggered.connect(slot)
        made.line.add_action(worklists.MORE, lambda: None).setMenu(menu)

    @property
    def shown(self) -> CaseList:
        """The list in sight."""
        tab = self.current
        return tab if isinstance(tab, CaseList) else self.to_accept

    # What the buttons do.

    def begin_acceptance(self) -> None:
        """Accept the ticked houses one after the other, beside the list."""
        self.to_accept.with_chosen(self._open_acceptance)

    def _open_acceptance(self, rows: list[CaseRow]) -> None:
        if rows:
            self._open_side(self.acceptance)
            self.acceptance.begin(rows)

    def hand_over(self) -> None:
        """Hand the ticked houses over."""
        self.to_hand_over.with_chosen(self._open_handover)

    def _open_handover(self, rows: list[CaseRow]) -> None:
        opened(HandoverForm(self.frame, [row.facts for row in rows], self))

    def make_minutes(self) -> None:
        """Preview the handover minutes of the ticked houses."""
        keys = self.shown.chosen()
        if keys:
            self._open_side(self.preview)
            self.preview.show_minutes(keys)

    def print_checks(self) -> None:
        """Preview the completion checks of the ticked houses."""
        keys = self.shown.chosen()
        if keys:
            self._open_side(self.preview)
            self.preview.show_minutes(keys, PaperKind.COMPLETION_CHECK)

    def make_ceremony(self) -> None:
        """A ceremony over the ticked houses."""
        self.to_hand_over.with_chosen(self._open_ceremony)

    def _open_ceremony(self, rows: list[CaseRow]) -> None:
        self.show_tab_called(ceremonies.TAB)
        self.ceremonies.begin_with(rows)

    def show_set(self, ceremony_id: str, copies: int | None, wanted: SetOptions, count: int) -> None:
        """Preview all papers of a ceremony, or the minutes of some of its houses."""
        self._open_side(self.preview)
        self.preview.show_set(ceremony_id, copies, wanted, count)

    def show_ceremony_paper(self, kind: PaperKind, ceremony_id: str) -> None:
        """Preview one of the papers of a ceremony."""
        self._open_side(self.papers)
        self.papers.show_papers(kind, [ceremony_id])

    def show_blank(self) -> None:
        """Preview the blank minutes."""
        self._open_side(self.preview)
        self.preview.show_blank()

    def _for_one(self, made: CaseList, form: FormOf) -> None:
        """Corrections are made house by house, each with its own reason."""
        keys = made.chosen()
        if len(keys) > 1:
            messages.trouble(handover.ONE_HOUSE)
        elif keys:
            made.with_chosen(lambda rows: self._open_form(rows, form))

    def _open_form(self, rows: Sequence[CaseRow], form: FormOf) -> None:
        for row in rows[:1]:
            opened(form(self.frame, row, self))

    def _for_paper(self, made: CaseList, form: Callable[[WorkFrame, PaperRow, QWidget], ShortForm]) -> None:
        def of_row(frame: WorkFrame, row: CaseRow, parent: QWidget) -> ShortForm:
            paper = last_paper(row)
            assert paper is not None
            return form(frame, paper, parent)

        def with_paper(rows: list[CaseRow]) -> None:
            if rows and last_paper(rows[0]) is None:
                messages.trouble(handover.NO_PAPER.format(names=rows[0].head_name))
            else:
                self._open_form(rows, of_row)

        keys = made.chosen()
        if len(keys) > 1:
            messages.trouble(handover.ONE_HOUSE)
        elif keys:
            made.with_chosen(with_paper)

    # The side.

    def _open_side(self, pane: QWidget) -> None:
        self.side.setCurrentWidget(pane)
        self.side.show()
        self._share_room()
        pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def _share_room(self) -> None:
        """List and side share the width; where it is too narrow for both, the side has it alone."""
        width, pane = self.body.width(), self.side.currentWidget()
        self.stack.setVisible(self.side.isHidden() or width >= style.px(_BOTH))
        if not self.side.isHidden() and pane is not None:
            wanted = pane.minimumWidth()
            self.body.setSizes([width - wanted, wanted])

    def keep_draft(self) -> None:
        super().keep_draft()
        self.acceptance.keep_draft()

    def keep_typing(self) -> None:
        super().keep_typing()
        self.acceptance.keep_draft()

    def close_side(self) -> None:
        """Give the list its whole width back."""
        self.side.hide()
        self._share_room()
        (self.current or self.shown).setFocus()

    def _fit_side(self) -> None:
        """Acceptance belongs to the first list, papers to the others."""
        first = self.tabs.currentIndex() == 0
        if (self.side.currentWidget() is self.acceptance) is not first:
            self.side.hide()
        self._share_room()

    def forget(self, changes: object) -> None:
        super().forget(changes)
        self.preview.forget()
        self.papers.forget()
        tables = getattr(changes, "tables", None)
        if tables is None or "fund_source" in tables:
            self.acceptance.offer_sources()

    def receive(self, request: object) -> None:
        """Asked with the id of a case: its next step (acceptance, handover, minutes)."""
        if not isinstance(request, str):
            return
        with self.frame.workspace.read() as session:
            rows = case_rows(session, [request], with_papers=True)
        for row in rows:
            if row.state.handover is not None:
                self.show_tab_called(handover.HANDED_OVER)
                self._open_side(self.preview)
                self.preview.show_minutes([row.key])
            elif row.state.acceptance is not None:
                self.tabs.setCurrentIndex(1)
                self._open_handover([row])
            else:
                self.tabs.setCurrentIndex(0)
                self._open_acceptance([row])
