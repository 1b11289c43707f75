"""The panel "Tiền" of a dossier: what was paid for this house, by line, and what is left of the decision."""

from __future__ import annotations

from collections.abc import Sequence

from app.documents.words import money_text
from app.funding.queries import sources
from app.funding.rules import standing_payments
from app.reports.worklists import CaseRow
from app.support.facts import PaymentRow
from app.wording import funding
from views.case_panel import Block, CasePanel
from views.funding.forms import PaymentForm, ReversalForm, SourceForm
from views.short_form import opened
from views.worklist import day_shown


class MoneyPanel(CasePanel):
    """Records payments of this one house and takes them back; every line stays."""

    title = funding.PANEL

    def blocks(self, row: CaseRow) -> Sequence[Block]:
        with self.frame.workspace.read() as session:
            names = {one.id: one.name for one in sources(session)}
        block = Block(funding.PANEL)
        block.add_head_button(funding.ADD_SOURCE, lambda: opened(SourceForm(self.frame, self)))
        if names and row.case_id is not None:
            block.add_head_button(funding.RECORD_PAYMENT, lambda: opened(PaymentForm(self.frame, row, self)))
        block.add_line(self._sum(row), strong=True)
        if row.state.red_flag:
            block.add_line(funding.PAID_TOO_MUCH, warning=True)
        if not names:
            block.add_line(funding.NO_SOURCE, quiet=True)
        elif not row.facts.payments:
            block.add_line(funding.NO_PAYMENTS, quiet=True)
        standing = {one.id for one in standing_payments(row.facts)}
        for one in row.facts.payments:
            self._tell(block, row, one, names.get(one.source_id or "", ""), standing=one.id in standing)
        return [block]

    def _sum(self, row: CaseRow) -> str:
        paid, approved = row.state.paid_amount, row.state.approved_amount
        if approved is None:
            return funding.PAID_WITHOUT_DECISION.format(paid=money_text(paid))
        left = max(approved - paid, 0)
        return funding.PAID_LINE.format(paid=money_text(paid), approved=money_text(approved), left=money_text(left))

    def _tell(self, block: Block, row: CaseRow, one: PaymentRow, source: str, *, standing: bool) -> None:
        text = funding.PAYMENT_LINE.format(
            day=day_shown(one.paid_on), amount=money_text(one.amount or 0), source=source
        )
        more = [
            funding.INSTALMENT_LINE.format(instalment=one.instalment) if one.instalment else "",
            funding.VOUCHER_LINE.format(voucher=one.voucher) if one.voucher else "",
            funding.PAYEE_LINE.format(payee=one.payee) if one.payee else "",
        ]
        if one.reverses_id:
            more.append(funding.REVERSAL_LINE.format(reason=one.reason or ""))
        elif not standing:
            more.append(funding.REVERSED_LINE)
        actions = [(funding.REVERSE, lambda: opened(ReversalForm(self.frame, row, one, self)))] if standing else []
        block.add_line(" · ".join(filter(None, (text, *more))), actions, quiet=not standing)
