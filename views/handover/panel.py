"""The panel "Giấy tờ" of a dossier: acceptance, handover, and the papers that were issued, with their preview."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.handover.queries import PaperRow
from app.reports.worklists import CaseRow
from app.wording import construction, handover, vocabulary, worklists
from models.vocabulary import Numbering, PaperKind, Status
from views.case_panel import Block, CasePanel
from views.handover.forms import (
    HandoverForm,
    acceptance_correction,
    handover_correction,
    number_form,
    void_form,
)
from views.handover.preview import PreviewPane
from views.page import HANDOVER, WorkFrame
from views.short_form import opened
from views.worklist import day_or_before, day_shown

_NOT_ACCEPTED = (Status.APPROVED, Status.STARTED, Status.IN_PROGRESS)


class HandoverPanel(CasePanel):
    """Hands this one house over and prints its papers; the preview opens at the right."""

    title = handover.PANEL

    def __init__(self, frame: WorkFrame, household_id: str) -> None:
        super().__init__(frame, household_id)
        self.preview = PreviewPane(frame)
        self.preview.hide()
        self.preview.closed.connect(self.preview.hide)
        self.splitter.addWidget(self.preview)
        self.splitter.setStretchFactor(0, 1)

    def blocks(self, row: CaseRow) -> Sequence[Block]:
        return [self._road(row), self._papers(row)]

    def _road(self, row: CaseRow) -> Block:
        block = Block(handover.ROAD)
        state = row.state
        if state.status in _NOT_ACCEPTED:
            accept = (handover.RECORD_ACCEPTANCE, lambda: self.frame.go(HANDOVER, row.case_id))
            block.add_line(handover.NOT_ACCEPTED_YET, [accept], quiet=True)
        if state.acceptance is not None:
            before = state.acceptance.before_program
            text = construction.ACCEPTED_WITHOUT_AREA.format(day=day_or_before(state.accepted_on, before))
            text = worklists.of_before(text, before)
            correct = (worklists.CORRECT, lambda: opened(acceptance_correction(self.frame, row, self)))
            block.add_line(text, [correct] if state.handover is None else [])
        if state.status is Status.ACCEPTED:
            hand_over = (handover.RECORD_HANDOVER, lambda: opened(HandoverForm(self.frame, [row.facts], self)))
            block.add_line(handover.NOT_HANDED_OVER_YET, [hand_over], quiet=True)
        if state.handover is not None:
            given = state.handover
            more = (given.place, given.receiver, handover.THUMBPRINT if given.thumbprint else "")
            text = handover.HANDED_LINE.format(day=day_or_before(given.handed_over_on, given.before_program))
            text = worklists.of_before(text, given.before_program)
            correct = (worklists.CORRECT, lambda: opened(handover_correction(self.frame, row, self)))
            block.add_line(" · ".join(filter(None, (text, *more))), [correct])
        return block

    def _papers(self, row: CaseRow) -> Block:
        block = Block(handover.PANEL)
        if row.state.acceptance is not None:
            block.add_head_button(handover.CHECK_PAPER, lambda: self._show_checks(row))
            block.add_head_button(handover.MAKE_MINUTES, lambda: self._show_minutes(row))
        papers = sorted((*row.papers, *row.checks), key=lambda one: one.id, reverse=True)
        if not papers:
            block.add_line(handover.NO_PAPERS, quiet=True)
        for paper in papers:
            self._tell(block, paper)
        return block

    def _tell(self, block: Block, paper: PaperRow) -> None:
        number = paper.shown_number or handover.UNNUMBERED
        kind = vocabulary.PAPER_KINDS.get(paper.kind or "", "")
        text = handover.PAPER_LINE.format(kind=kind, number=number, day=day_shown(paper.issued_on))
        more = [
            handover.VOID_LINE.format(reason=paper.void_reason or "") if paper.void else "",
            handover.REPLACED_LINE if paper.replaces_id else "",
        ]
        actions: list[tuple[str, Callable[[], object]]] = [(handover.REPRINT, lambda: self._show_paper(paper))]
        ours = paper.office_code == self.frame.workspace.author.office
        if ours and not paper.void:
            if paper.numbering != Numbering.REGISTER:
                number_it = (handover.NUMBER_LATER, lambda: opened(number_form(self.frame, paper, self)))
                actions.append(number_it)
            actions.append((handover.VOID_NUMBER, lambda: opened(void_form(self.frame, paper, self))))
        block.add_line(" · ".join(filter(None, (text, *more))), actions, quiet=paper.void)

    def _show_minutes(self, row: CaseRow) -> None:
        self.preview.show()
        self.preview.show_minutes([row.key])

    def _show_checks(self, row: CaseRow) -> None:
        self.preview.show()
        self.preview.show_minutes([row.key], PaperKind.COMPLETION_CHECK)

    def _show_paper(self, paper: PaperRow) -> None:
        self.preview.show()
        self.preview.show_paper(paper)

    def forget(self, changes: object) -> None:
        super().forget(changes)
        self.preview.forget()
