"""The panel "Tiền" of a dossier: payments by line and what is left, sources and parts, other lines, loans."""

from __future__ import annotations

from collections.abc import Sequence

from app.documents.words import money_text
from app.funding.book import BookFilter, BookLine, LineKind, book_keys, book_lines
from app.funding.instalments import InstalmentState, instalments_of
from app.funding.queries import LoanRow, loans_of, sources
from app.funding.rules import standing_payments
from app.funding.settlement import HouseSettlement, house_settlement
from app.parsing import today
from app.reports.worklists import CaseRow
from app.support.facts import NOT_AID, PaymentRow
from app.wording import funding, worklists
from app.wording import funding_pages as words
from app.wording.funding import missing_text
from models.vocabulary import PaperKind, PaymentKind
from views.case_panel import Actions, Block, CasePanel
from views.funding import book_source as book
from views.funding.allocation_tab import AllocationForm
from views.funding.forms import PaymentForm, ReversalForm, SourceForm
from views.funding.goods_forms import GoodsForm
from views.funding.house_forms import ClawbackForm, LoanForm
from views.funding.line_forms import LineReversalForm
from views.funding.paper_menu import paper_button
from views.short_form import opened
from views.worklist import day_or_before, day_shown

_OTHERS = frozenset(LineKind) - {LineKind.PAYMENT, LineKind.REMITTANCE}
_TABLES = frozenset({"allocation", "contribution", "delivery", "goods_handover", "supplier_payment", "household_loan"})
_PAPERS = (
    PaperKind.STAGE_MINUTES,
    PaperKind.PAYMENT_REQUEST,
    PaperKind.CASH_HANDOVER_MINUTES,
    PaperKind.GOODS_HANDOVER_MINUTES,
    PaperKind.LABOUR_SHEET,
    PaperKind.SETTLEMENT,
)


class MoneyPanel(CasePanel):
    """Records money of this one house and takes it back; every line stays."""

    title = funding.PANEL

    def blocks(self, row: CaseRow) -> Sequence[Block]:
        payments = self._payments(row)
        if row.case_id is None:
            return [payments]
        return [payments, self._parts(row), self._others(row), self._loans(row)]

    # Payments.

    def _payments(self, row: CaseRow) -> Block:
        with self.frame.workspace.read() as session:
            names = {one.id: one.name for one in sources(session)}
        block = Block(funding.PANEL)
        if row.case_id is not None:
            block.add_head_widget(paper_button(_PAPERS, lambda _: [row.key], self.show_papers))
        block.add_head_button(funding.ADD_SOURCE, lambda: opened(SourceForm(self.frame, self)))
        if names and row.case_id is not None:
            if row.facts.payments:
                block.add_head_button(words.CLAW_BACK, lambda: opened(ClawbackForm(self.frame, row, self)))
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
        return block

    def _sum(self, row: CaseRow) -> str:
        paid, approved = row.state.paid_amount, row.state.approved_amount
        if approved is None:
            return funding.PAID_WITHOUT_DECISION.format(paid=money_text(paid))
        left = max(approved - paid, 0)
        return funding.PAID_LINE.format(paid=money_text(paid), approved=money_text(approved), left=money_text(left))

    def _tell(self, block: Block, row: CaseRow, one: PaymentRow, source: str, *, standing: bool) -> None:
        day = day_or_before(one.paid_on, one.before_program)
        text = funding.PAYMENT_LINE.format(day=day, amount=money_text(one.amount or 0), source=source)
        text = worklists.of_before(text, one.before_program)
        clawback = one.kind == PaymentKind.CLAWBACK
        more = [
            words.CLAWBACK if clawback else "",
            funding.INSTALMENT_LINE.format(instalment=one.instalment) if one.instalment else "",
            funding.VOUCHER_LINE.format(voucher=one.voucher) if one.voucher else "",
            funding.PAYEE_LINE.format(payee=one.payee) if one.payee else "",
        ]
        if one.reverses_id:
            more.append(funding.REVERSAL_LINE.format(reason=one.reason or ""))
        elif not standing and not clawback:
            more.append(funding.REVERSED_LINE)
        elif one.reason:
            more.append(one.reason)
        actions = [(funding.REVERSE, lambda: opened(ReversalForm(self.frame, row, one, self)))] if standing else []
        block.add_line(" · ".join(filter(None, (text, *more))), actions, quiet=not standing)

    # Sources and parts.

    def _parts(self, row: CaseRow) -> Block:
        block = Block(words.SOURCES_AND_PARTS)
        with self.frame.workspace.read() as session:
            settled = house_settlement(session, row.key)
        block.add_head_button(words.ALLOCATE_HERE, lambda: opened(AllocationForm(self.frame, [row], self)))
        self._tell_sources(block, settled)
        paid = row.state.paid_amount
        parts = instalments_of(row.facts, today().isoformat())
        for part in parts:
            block.add_line(_part_text(part, paid))
            paid -= part.amount
        if not parts and row.state.approved_amount is not None:
            block.add_line(words.NO_RULES, quiet=True)
        return block

    @staticmethod
    def _tell_sources(block: Block, settled: HouseSettlement) -> None:
        if not settled.sources:
            block.add_line(words.NOTHING_ALLOCATED, quiet=True)
        for one in settled.sources:
            told = {"source": one.name or words.WITHOUT_SOURCE, "allocated": money_text(one.allocated)}
            line = words.SETTLED_SOURCE.format(**told, paid=money_text(one.paid))
            block.add_line(words.APART.format(line=line) if one.kind in NOT_AID else line)

    # Other lines of the ledger, loans.

    def _others(self, row: CaseRow) -> Block:
        block = Block(words.OTHER_LINES)
        block.add_head_button(
            words.HAND_GOODS, lambda: opened(GoodsForm(self.frame, None, row.key, self, handing=True))
        )
        with self.frame.workspace.read() as session:
            lines = book_lines(session, book_keys(session, BookFilter(_OTHERS, case_id=row.key)))
        if not lines:
            block.add_line(words.NO_OTHER_LINES, quiet=True)
        for line in lines:
            self._tell_line(block, line)
        return block

    def _tell_line(self, block: Block, line: BookLine) -> None:
        amount = money_text(line.amount) if line.amount and line.is_money else ""
        given = line.who or ""
        more = (day_shown(line.day), book.kind_text(line), amount, line.source_name or "", given, book.what_text(line))
        reverse = (words.REVERSE, lambda: opened(LineReversalForm(self.frame, line, self)))
        actions: Actions = [reverse] if line.standing else []
        block.add_line(" · ".join(filter(None, more)), actions, quiet=not line.standing)

    def _loans(self, row: CaseRow) -> Block:
        block = Block(words.LOANS_BLOCK)
        block.add_head_button(words.ADD_LOAN, lambda: opened(LoanForm(self.frame, row, None, self)))
        with self.frame.workspace.read() as session:
            loans = loans_of(session, row.key)
        if not loans:
            block.add_line(words.NO_LOANS, quiet=True)
        for loan in loans:
            self._tell_loan(block, row, loan)
        return block

    def _tell_loan(self, block: Block, row: CaseRow, loan: LoanRow) -> None:
        more = (
            words.LOAN_LINE.format(bank=loan.bank, amount=money_text(loan.amount)),
            words.LOAN_DAY.format(day=day_shown(loan.lent_on)) if loan.lent_on else "",
            words.LOAN_MONTHS.format(months=loan.months) if loan.months else "",
            words.LOAN_CONTRACT.format(contract=loan.contract) if loan.contract else "",
        )
        change = (words.CHANGE, lambda: opened(LoanForm(self.frame, row, loan, self)))
        block.add_line(" · ".join(filter(None, more)), [change])

    def forget(self, changes: object) -> None:
        super().forget(changes)
        tables = getattr(changes, "tables", None)
        if tables is not None and tables & _TABLES:
            self.read()


def _part_text(part: InstalmentState, paid: int) -> str:
    """A part with what was paid before it taken off: paid, open, or what it still lacks."""
    told = {"number": part.number, "amount": money_text(part.amount)}
    if paid >= part.amount:
        return words.PART_PAID.format(**told)
    if part.open:
        return words.PART_OPEN.format(**told)
    return words.PART_CLOSED.format(**told, missing=missing_text(part.missing))
