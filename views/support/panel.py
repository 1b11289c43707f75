"""The panel "Xét duyệt" of a dossier: the steps before a decision, the decisions and what takes them back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from app.documents.words import money_text
from app.reports.worklists import CaseRow
from app.support.facts import DecisionRow
from app.support.standing import standing_decisions
from app.wording import review_pages as words
from app.wording import support, vocabulary, worklists
from models.vocabulary import PaperKind
from views.case_panel import Actions, Block, CasePanel
from views.short_form import opened
from views.support.case_road import eligibility_block, remarks_of, road_block
from views.support.class_form import classes_block
from views.support.decision_form import CorrectionForm, DecisionForm
from views.support.exception_form import ExceptionForm
from views.support.posting_tab import remark_block
from views.support.remark_forms import RemarkForm
from views.widgets.buttons import MenuButton
from views.worklist import day_or_before, day_shown

_PAPERS = (
    PaperKind.APPLICATION,
    PaperKind.COMMITMENT,
    PaperKind.AUTHORISATION,
    PaperKind.LAND_CONFIRMATION,
    PaperKind.SURVEY_FORM,
    PaperKind.REFUSAL_NOTICE,
    PaperKind.HOUSEHOLD_SUMMARY,
)


class SupportPanel(CasePanel):
    """Decides and corrects for this one household."""

    title = support.PANEL

    def blocks(self, row: CaseRow) -> Sequence[Block]:
        case_id = row.case_id
        road = road_block(row, lambda: opened(ExceptionForm(self.frame, [row.facts], self)))
        if case_id is None:
            return [road, self._decisions(row)]
        papers = MenuButton(words.CASE_PAPERS)
        papers.menu_below = partial(self._paper_menu, papers, case_id)
        road.add_head_widget(papers)
        add = partial(self._add_remark, case_id, row.head_name)
        said = remark_block(self, self.frame, remarks_of(self.frame, case_id), add, self.show_paper)
        judged = eligibility_block(self.frame, self, case_id)
        return [road, self._decisions(row), *([judged] if judged else []), said]

    def about_all(self) -> Sequence[Block]:
        return [classes_block(self.frame, self, self.household_id)]

    def _add_remark(self, case_id: str, name: str) -> None:
        opened(RemarkForm(self.frame, [(case_id, name)], None, self))

    def _paper_menu(self, button: MenuButton, case_id: str) -> QMenu:
        menu = QMenu(button)
        menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        for kind in _PAPERS:
            show = partial(self.show_paper, kind, case_id)
            menu.addAction(vocabulary.PAPER_KINDS[kind.value]).triggered.connect(lambda _=False, show=show: show())
        return menu

    def show_paper(self, kind: PaperKind, about_id: str) -> None:
        """Preview one paper at the right of what the panel tells."""
        self.show_papers(kind, [about_id])

    def _decisions(self, row: CaseRow) -> Block:
        block = Block(support.DECISION_TAB)
        block.add_head_button(support.RECORD_DECISION, lambda: opened(DecisionForm(self.frame, [row], self)))
        if row.state.conflicting:
            block.add_line(support.TWO_DIFFER, warning=True)
        if not row.facts.decisions:
            block.add_line(support.NOT_DECIDED, quiet=True)
        for one in reversed(row.facts.decisions):
            self._tell(block, row, one)
        return block

    def _tell(self, block: Block, row: CaseRow, one: DecisionRow) -> None:
        ours = one.office_code == self.frame.workspace.author.office
        if one.amount is None:
            day, reason = day_shown(one.decided_on), one.note or ""
            block.add_line(support.TAKEN_BACK.format(number=one.number or "", day=day, reason=reason), quiet=True)
            return
        counts = row.state.decision is not None and row.state.decision.id == one.id
        standing = any(other.id == one.id for other in standing_decisions(row.facts))
        more = [
            support.SIGNED_BY.format(signer=one.signer) if one.signer else "",
            support.FROM_SOURCE.format(source=one.source_code) if one.source_code else "",
            support.COUNTS if counts else "",
            "" if ours else support.OTHER_OFFICE,
            "" if standing else support.NO_MORE,
            support.CORRECTED.format(reason=one.note) if one.replaces_id and one.note else "",
        ]
        before = one.before_program
        number = one.number or (worklists.NOT_KNOWN if before else "")
        text = support.DECISION_LINE.format(
            number=number, day=day_or_before(one.decided_on, before), amount=money_text(one.amount)
        )
        text = worklists.of_before(text, before)
        actions: Actions = [(worklists.CORRECT, lambda: self._correct(row, one))] if standing and ours else []
        block.add_line(" · ".join(filter(None, (text, *more))), actions, strong=counts, quiet=not standing)

    def _correct(self, row: CaseRow, one: DecisionRow) -> None:
        opened(CorrectionForm(self.frame, [(one, row.facts)], self))
