"""The settlement ("Bảng quyết toán") of a house on paper: what `settlement` reckons, with every line of money.

Differences stand with their names; whatever was paid with a written reason is printed with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.construction.queries import HouseOnPaper, houses_on_paper
from app.documents.paper_tables import columns_of, figures, list_table, money
from app.documents.parts import Signature
from app.documents.sentences import day_of, day_text, filled, short_day
from app.documents.text_paper import Block, Look, Text, TextPaper, texts
from app.documents.words import decimal_text
from app.funding.settlement import Difference, HouseSettlement, settle
from app.office.queries import PaperOffice
from app.parsing import today
from app.support.queries import NOT_AID, CaseFacts, PaymentRow, SupplierPaymentRow
from app.wording import paper_lists as lists
from app.wording import papers_funding as said
from app.wording.funding import DIFFERENCES, work_line
from app.wording.papers import SIGN_OR_THUMBPRINT_HINT
from app.wording.vocabulary import SOURCE_GROUPS, SOURCE_KINDS
from app.wording.worklists import BEFORE_MARK, BEFORE_PRINTED
from models.funding import FundSource, Payment
from models.ledger import SupplierPayment
from models.vocabulary import PaymentKind, SourceGroup

EMPTY_SOURCES, EMPTY_PAYMENTS, EMPTY_LINES = 4, 5, 2
BLANK_LINES = ("\t",) * EMPTY_LINES


@dataclass(frozen=True)
class SettledLine:
    """A line of money paid for a house, in đồng; money taken back is negative. What is no `aid` stands apart."""

    day: date | None
    voucher: str
    source: str
    instalment: int | None
    payee: str
    amount: int
    reason: str
    kind: str = ""
    reverses: bool = False
    aid: bool = True


@dataclass(frozen=True)
class SettlementPaper:
    """One house's settlement as it is printed; `cost` is the house's by its acceptance, in đồng."""

    head: str = ""
    category: str = ""
    address: str = ""
    work_type: str = ""
    programme: str = ""
    decision_number: str = ""
    decided_on: date | None = None
    accepted_on: date | None = None
    cost: int | None = None
    settled: HouseSettlement | None = None
    lines: tuple[SettledLine, ...] = ()


BLANK_SETTLEMENT = SettlementPaper()


def settlements(session: Session, _office: PaperOffice, ids: Sequence[str]) -> list[SettlementPaper]:
    """The settlement of each case."""
    houses = houses_on_paper(session, ids)
    names = source_names(session)
    return [_paper(session, houses[one], names) for one in dict.fromkeys(ids) if one in houses]


def source_names(session: Session) -> dict[str | None, str]:
    """The name of every source, by id; what names none is said so."""
    rows = session.execute(select(FundSource.id, FundSource.name))
    return {None: said.UNKNOWN_SOURCE, **{row.id: row.name or "" for row in rows}}


def _paper(session: Session, house: HouseOnPaper, names: Mapping[str | None, str]) -> SettlementPaper:
    state, decision = house.state, house.state.decision
    return SettlementPaper(
        house.head.name,
        house.head.category,
        house.head.address,
        state.work_type or "",
        house.facts.programme.name if house.facts.programme else "",
        (decision.number if decision else None) or "",
        day_of(decision.decided_on) if decision else None,
        day_of(state.accepted_on),
        house.total_cost,
        settle(session, house.facts),
        tuple(_lines(house.facts, names)),
    )


def _lines(facts: CaseFacts, names: Mapping[str | None, str]) -> list[SettledLine]:
    """Payments to the household and to suppliers for it, by day."""
    paid: list[PaymentRow | SupplierPaymentRow] = [*facts.payments, *facts.supplier_payments]
    paid.sort(key=lambda one: (one.paid_on or "", one.id))
    return [settled_line(one, names, aid=one.source_id not in facts.apart) for one in paid]


def settled_line(
    one: PaymentRow | SupplierPaymentRow | Payment | SupplierPayment,
    names: Mapping[str | None, str],
    *,
    aid: bool = True,
) -> SettledLine:
    """A payment as settlements show it."""
    instalment, payee, kind = None, said.TO_SUPPLIER, ""
    if not isinstance(one, SupplierPaymentRow | SupplierPayment):
        instalment, payee, kind = one.instalment, one.payee or "", one.kind or ""
    return SettledLine(
        day_of(one.paid_on),
        one.voucher or (BEFORE_MARK if getattr(one, "before_program", None) else ""),
        names.get(one.source_id, said.UNKNOWN_SOURCE),
        instalment,
        payee,
        one.amount or 0,
        one.reason or "",
        kind,
        one.reverses_id is not None,
        aid,
    )


def group_text(group: SourceGroup | None) -> str:
    """The group of a source as it is printed."""
    return SOURCE_GROUPS[group] if group else said.LOAN_GROUP


def settlement(office: PaperOffice, one: SettlementPaper) -> TextPaper:
    """The settlement of one house; a blank form is filled in by hand."""
    settled = one.settled
    blocks: list[Block] = [*_about(one), *_source_blocks(settled), *_payment_blocks(one)]
    for heading, lines in (
        (said.OTHER_HELP, _other_help(settled) if settled else BLANK_LINES),
        (said.BALANCE, _balance(settled) if settled else BLANK_LINES),
        (said.REASONS, reason_lines(one.lines) if settled else BLANK_LINES),
    ):
        blocks += [Text(heading, Look.HEADING), *texts(lines)]
    return TextPaper(
        (said.SETTLEMENT_TITLE[0], said.SETTLEMENT_TITLE[1].format(work=said.WORK.get(one.work_type, said.ANY_WORK))),
        tuple(blocks),
        head=office.head(day=today() if settled else None),
        closing=said.SETTLEMENT_COPIES,
        signatures=(
            Signature((said.SIGN_SETTLEMENT[0],), one.head, SIGN_OR_THUMBPRINT_HINT),
            Signature((said.SIGN_SETTLEMENT[1],)),
            office.signature(today().isoformat()),
        ),
    )


def _about(one: SettlementPaper) -> tuple[Text, ...]:
    values = {
        "name": one.head,
        "category": one.category,
        "address": one.address,
        "programme": one.programme,
        "number": one.decision_number,
        "approved": money(one.settled.approved) if one.settled and one.decision_number else "",
        "cost": money(one.cost),
    }
    days = {"decided": day_text(one.decided_on), "accepted": day_text(one.accepted_on)}
    found = []
    for line in said.SETTLEMENT_LINES:
        for name, text in days.items():
            line = line.replace(f"{{{name}}}", text)
        found.append(filled(line, **values))
    return texts(found)


def _source_blocks(settled: HouseSettlement | None) -> list[Block]:
    columns = columns_of(said.BY_SOURCE_COLUMNS, (2.2, 1, 1.3, 1.3, 1.3), "llrrr")
    rows = [
        (
            line.name or said.UNKNOWN_SOURCE,
            group_text(line.group) if line.code else "",
            *map(figures, (line.allocated, line.paid, line.allocated - line.paid)),
        )
        for line in (settled.sources if settled else ())
        if line.kind not in NOT_AID and (line.allocated or line.paid)
    ]
    totals = {}
    if settled:
        sums = (settled.allocated, settled.paid, settled.allocated - settled.paid)
        totals = dict(enumerate(map(figures, sums), start=2))
    return [
        Text(said.BY_SOURCE, Look.HEADING),
        Text(lists.UNIT, Look.NOTE),
        list_table(columns, rows, totals, empty_rows=1 if settled else EMPTY_SOURCES, label_at=0),
    ]


def _payment_blocks(one: SettlementPaper) -> list[Block]:
    columns = columns_of(said.PAYMENT_COLUMNS, (1.1, 1.1, 1.6, 0.6, 1.5, 1.4), "cllclr")
    rows = [
        (
            short_day(line.day),
            line.voucher,
            line.source,
            "" if line.instalment is None else str(line.instalment),
            line.payee or one.head,
            figures(line.amount),
        )
        for line in one.lines
        if line.aid
    ]
    total = {5: figures(one.settled.paid)} if one.settled else {}
    table = list_table(columns, rows, total, empty_rows=1 if one.settled else EMPTY_PAYMENTS, label_at=2)
    before = any(line.voucher == BEFORE_MARK for line in one.lines)
    return [Text(said.PAYMENTS, Look.HEADING), table, *([Text(BEFORE_PRINTED, Look.NOTE)] if before else [])]


def _other_help(settled: HouseSettlement) -> list[str]:
    """What came beside the money paid: gifts by name, goods, labour, loans, the household's own part."""
    gifts = settled.gifts
    found = [
        template.format(group=SOURCE_GROUPS[group], amount=money(amount))
        for template, amounts in ((said.NAMED_MONEY, gifts.money), (said.NAMED_VALUE, gifts.value))
        for group, amount in amounts.items()
        if amount
    ]
    found += [
        said.NAMED_DAYS.format(group=SOURCE_GROUPS[group], days=decimal_text(days))
        for group, days in settled.labour.items()
        if days
    ]
    found += [
        said.OTHER_WORK.format(what=work_line(one.kind, one.item, decimal_text(one.quantity))) for one in settled.work
    ]
    found += [
        said.HANDED_GOODS.format(
            item=item[:1].upper() + item[1:], unit=unit, allocated=decimal_text(allocated), handed=decimal_text(handed)
        )
        for (item, unit), (allocated, handed) in settled.goods.items()
        if allocated or handed
    ]
    if gifts.delivered_value:
        found.append(said.DELIVERED.format(amount=money(gifts.delivered_value)))
    found += [
        said.PAID_APART.format(source=line.name, kind=SOURCE_KINDS[line.kind or ""].lower(), amount=money(line.paid))
        for line in settled.sources
        if line.kind in NOT_AID and line.paid
    ]
    found += [said.LENT.format(bank=one.bank, amount=money(one.amount)) for one in settled.loans]
    if settled.counterpart:
        found.append(said.COUNTERPART.format(amount=money(settled.counterpart)))
    return found or [said.NOTHING_ELSE]


def _balance(settled: HouseSettlement) -> list[str]:
    """Approved against paid: nothing between them, or what it is; then what the acceptance says otherwise."""
    values = {"approved": money(settled.approved), "paid": money(settled.paid)}
    template = said.EVEN if settled.even else said.UNEVEN
    difference = money(settled.approved - settled.paid)
    first = template.format(**values, difference=difference)
    return [first, *difference_lines([*settled.differences, *settled.notes])]


def difference_lines(differences: Iterable[Difference]) -> list[str]:
    """The name and amount of each difference."""
    return [
        (said.DIFFERENCE_OF_SOURCE if one.source else said.DIFFERENCE_LINE).format(
            name=DIFFERENCES[one.code], source=one.source, amount=money(abs(one.amount))
        )
        for one in differences
    ]


def reason_lines(lines: Sequence[SettledLine]) -> list[str]:
    """A line for each payment that carries a reason: a part paid before its papers, a correction, money taken back."""
    return [
        said.REASON_LINE.format(day=short_day(one.day), what=_what(one), amount=money(one.amount), reason=one.reason)
        for one in lines
        if one.reason
    ] or [said.NOTHING_ELSE]


def _what(line: SettledLine) -> str:
    if line.reverses:
        return said.REASON_KINDS["reversal"]
    if line.kind == PaymentKind.CLAWBACK:
        return said.REASON_KINDS["clawback"]
    if line.instalment is None:
        return said.REASON_KINDS["other"]
    return said.REASON_KINDS["instalment"].format(number=line.instalment)
