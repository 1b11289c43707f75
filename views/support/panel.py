"""The panel "Xét duyệt" of a dossier: the steps before a decision, the decisions and what takes them back."""

from __future__ import annotations

from collections.abc import Sequence

from app.documents.words import money_text
from app.parsing import today
from app.reports.worklists import CaseRow
from app.support.facts import DecisionRow
from app.support.standing import standing_decisions
from app.wording import construction, support, vocabulary, worklists
from views.case_panel import Actions, Block, CasePanel
from views.short_form import opened
from views.support.decision_form import CorrectionForm, DecisionForm
from views.worklist import day_shown


class SupportPanel(CasePanel):
    """Decides and corrects for this one household."""

    title = support.PANEL

    def blocks(self, row: CaseRow) -> Sequence[Block]:
        return [self._steps(row), self._decisions(row)]

    def _steps(self, row: CaseRow) -> Block:
        block = Block(support.STEPS_BEFORE)
        programme = row.facts.programme
        if row.case_id is None:
            block.add_line(support.NO_CASE, quiet=True)
        for step in programme.required_steps(today().isoformat()) if programme else ():
            day = row.facts.surveyed_on if step == "survey" else None
            state = support.STEP_DONE.format(day=day_shown(day)) if day else support.STEP_NOT_RECORDED
            name = support.step_text(step)
            block.add_line(support.STEP_LINE.format(step=name[:1].upper() + name[1:], state=state))
        exception = row.state.exception
        if exception is not None:
            name = vocabulary.EXCEPTIONS.get(exception.kind or "", "")
            day, reason = day_shown(exception.happened_on), exception.reason or ""
            block.add_line(support.EXCEPTION_LINE.format(name=name, day=day, reason=reason), warning=True)
            if exception.review_on:
                block.add_line(construction.REVIEW_LINE.format(day=day_shown(exception.review_on)), quiet=True)
        return block

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
        text = support.DECISION_LINE.format(
            number=one.number or "", day=day_shown(one.decided_on), amount=money_text(one.amount)
        )
        actions: Actions = [(worklists.CORRECT, lambda: self._correct(row, one))] if standing and ours else []
        block.add_line(" · ".join(filter(None, (text, *more))), actions, strong=counts, quiet=not standing)

    def _correct(self, row: CaseRow, one: DecisionRow) -> None:
        opened(CorrectionForm(self.frame, [(one, row.facts)], self))
