"""The papers of a source: its settlement, and "Công khai thu, chi", what came in and went out, for posting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.documents.masking import masked_text
from app.documents.paper_forms import WHOLE_BOOK
from app.documents.paper_tables import columns_of, figures, list_table, money
from app.documents.parts import Signature
from app.documents.sentences import day_of, filled, short_day
from app.documents.text_paper import Block, Look, Text, TextPaper, texts
from app.funding.balances import MonthFlow, house_sums, month_flows, source_balances
from app.funding.book import BookFilter, BookLine, LineKind, book_keys, book_lines
from app.funding.pay_lines import houses_by_id
from app.funding.settlement import SourceSettlement, source_settlement
from app.funding.settlement_papers import (
    BLANK_LINES,
    difference_lines,
    group_text,
    reason_lines,
    settled_line,
    source_names,
)
from app.households.queries import HouseholdOnPaper
from app.office.queries import PaperOffice
from app.parsing import today
from app.wording import paper_lists as lists
from app.wording import papers_funding as said
from models.funding import Payment
from models.ledger import SupplierPayment
from models.vietnamese import sort_key

EMPTY_ROWS = 5


# Quyết toán nguồn kinh phí


@dataclass(frozen=True)
class SourcePaper:
    """One source's settlement as it is printed; `houses` by case id, `reasons` the payments that carry one."""

    settled: SourceSettlement | None = None
    houses: Mapping[str, HouseholdOnPaper] = field(default_factory=dict)
    reasons: tuple[str, ...] = ()


BLANK_SOURCE = SourcePaper()


def source_papers(session: Session, _office: PaperOffice, ids: Sequence[str]) -> list[SourcePaper]:
    """The settlement of each source; ids of cases stand for the sources that gave to them, if any did."""
    known = [one.id for one in source_balances(session)]
    of_cases = {one.source_id for one in house_sums(session, ids)}
    wanted = [one for one in known if one in ids or one in of_cases]
    papers = []
    for source_id in wanted:
        settled = source_settlement(session, source_id)
        houses = houses_by_id(session, [one.case_id for one in settled.houses])
        papers.append(SourcePaper(settled, houses, tuple(_reasons(session, source_id, houses))))
    return papers or [BLANK_SOURCE]


def _reasons(session: Session, source_id: str, houses: Mapping[str, HouseholdOnPaper]) -> list[str]:
    rows: list[Payment | SupplierPayment] = []
    for table in (Payment, SupplierPayment):
        columns: Any = table
        own = (columns.source_id == source_id, columns.reason.is_not(None), columns.row_out.is_(False))
        rows += session.scalars(select(columns).where(*own))
    names = source_names(session)
    found = []
    for one in sorted(rows, key=lambda one: (one.paid_on or "", one.id)):
        [line] = reason_lines([settled_line(one, names)])
        head = houses[one.case_id].head_name if one.case_id and one.case_id in houses else ""
        found.append(f"{line} ({head})" if head else line)
    return found


def source_paper(office: PaperOffice, one: SourcePaper) -> TextPaper:
    """The settlement of one source: its sums, its houses, and what the difference is."""
    settled = one.settled
    source = settled.source if settled else None
    balance = _balance(settled) if settled else BLANK_LINES
    return TextPaper(
        said.SOURCE_TITLE,
        (
            Text(
                filled(
                    said.SOURCE_NAME,
                    name=source.name if source else "",
                    code=source.code if source else "",
                    group=group_text(source.group) if source else "",
                )
            ),
            *_sum_blocks(settled),
            *_house_blocks(one),
            Text(said.SOURCE_BALANCE, Look.HEADING),
            *texts(balance),
            Text(said.SOURCE_REASONS, Look.HEADING),
            *texts(one.reasons or ((said.NOTHING_ELSE,) if settled else BLANK_LINES)),
        ),
        head=office.head(day=today() if settled else None),
        closing=said.SOURCE_COPIES,
        signatures=(
            Signature((said.MAKER,)),
            Signature((said.ACCOUNTANT,)),
            office.signature(today().isoformat()),
        ),
    )


def _sum_blocks(settled: SourceSettlement | None) -> list[Block]:
    amounts: list[int | None] = [None] * len(said.SOURCE_SUM_ROWS)
    if settled:
        sums = settled.source.sums
        amounts = [sums.received, sums.allocated, sums.paid, sums.for_stock, sums.remitted, sums.left]
    rows = [(label, figures(amount)) for label, amount in zip(said.SOURCE_SUM_ROWS, amounts, strict=True)]
    return [
        Text(said.SOURCE_SUMS, Look.HEADING),
        list_table(columns_of(said.SOURCE_SUM_COLUMNS, (3, 1.5), "lr"), rows),
    ]


def _house_blocks(one: SourcePaper) -> list[Block]:
    lines = [
        (one.houses.get(house.case_id, HouseholdOnPaper()), house)
        for house in (one.settled.houses if one.settled else ())
    ]
    lines.sort(key=lambda pair: (sort_key(pair[0].village), sort_key(pair[0].head_name)))
    rows = [
        (
            str(place),
            home.head_name,
            home.village,
            *map(figures, (house.allocated, house.paid, house.allocated - house.paid)),
        )
        for place, (home, house) in enumerate(lines, start=1)
    ]
    totals = {}
    if one.settled:
        sums = one.settled.source.sums
        paid = sums.paid - sums.for_stock
        totals = {3: figures(sums.allocated), 4: figures(paid), 5: figures(sums.allocated - paid)}
    columns = columns_of(said.SOURCE_HOUSE_COLUMNS, (0.6, 2, 1.6, 1.3, 1.3, 1.3), "cllrrr")
    return [
        Text(said.SOURCE_HOUSES, Look.HEADING),
        Text(lists.UNIT, Look.NOTE),
        list_table(columns, rows, totals, empty_rows=1 if one.settled else EMPTY_ROWS),
    ]


def _balance(settled: SourceSettlement) -> list[str]:
    sums = settled.source.sums
    template = said.SOURCE_EVEN if settled.even else said.SOURCE_UNEVEN
    told = template.format(
        received=money(sums.received),
        paid=money(sums.paid),
        remitted=money(sums.remitted),
        difference=money(sums.received - sums.paid - sums.remitted),
    )
    return [told, *difference_lines(settled.differences)]


# Công khai thu, chi


@dataclass(frozen=True)
class PostedLine:
    """Money that went out on a day, as it is posted."""

    day: str
    what: str
    village: str
    source: str
    amount: int


@dataclass(frozen=True)
class PublicStatement:
    """In, out and balance by month, of one source (`source`) or of all; in đồng. Donors stand on a list of their own.

    `received`: by month and source, how many lines and what they come to.
    """

    source: str = ""
    flows: tuple[MonthFlow, ...] = ()
    received: tuple[tuple[str, str, int, int], ...] = ()
    paid: tuple[PostedLine, ...] = ()


BLANK_STATEMENT = PublicStatement()


def public_statements(session: Session, _office: PaperOffice, ids: Sequence[str]) -> list[PublicStatement]:
    """The statement of the whole book, of a month ("2026-11") or of a source; ids of houses mean the whole book."""
    sources = {one.id: one.name for one in source_balances(session)}
    parts = dict.fromkeys(one if one in sources or _is_month(one) else WHOLE_BOOK for one in ids)
    found = []
    for one in parts:
        source_id, month = (one, None) if one in sources else (None, one if one != WHOLE_BOOK else None)
        found.append(_statement(session, source_id, sources.get(one, ""), month))
    return found


def _is_month(text: str) -> bool:
    year, dash, month = text.partition("-")
    return len(text) == 7 and bool(dash) and year.isdigit() and month.isdigit()


def _statement(session: Session, source_id: str | None, name: str, month: str | None) -> PublicStatement:
    flows = [one for one in month_flows(session, source_id) if month in (None, one.month)]
    kinds = frozenset({LineKind.CONTRIBUTION, LineKind.PAYMENT, LineKind.SUPPLIER_PAYMENT, LineKind.REMITTANCE})
    keys = book_keys(session, BookFilter(kinds, source_id, month), newest_first=False)
    loans = {one.id for one in source_balances(session) if one.group is None and source_id is None}
    lines = [one for one in book_lines(session, keys) if one.is_money and one.source_id not in loans]
    came: dict[tuple[str, str], list[int]] = {}
    for one in lines:
        if one.line is LineKind.CONTRIBUTION:
            came.setdefault(((one.day or "")[:7], masked_text(one.source_name or "")), []).append(one.amount or 0)
    received = tuple((*key, len(amounts), sum(amounts)) for key, amounts in came.items())
    houses = houses_by_id(session, dict.fromkeys(one.case_id for one in lines if one.case_id))
    paid = tuple(
        PostedLine(
            one.day or "",
            _paid_for(one),
            houses[one.case_id].village if one.case_id in houses else "",
            masked_text(one.source_name or ""),
            one.amount or 0,
        )
        for one in lines
        if one.line is not LineKind.CONTRIBUTION
    )
    return PublicStatement(masked_text(name), tuple(flows), received, paid)


def _paid_for(line: BookLine) -> str:
    """For whom money went out: a house, materials for the stock, a fund."""
    if line.line is LineKind.REMITTANCE:
        return said.PUBLIC_REMITTED.format(fund=masked_text(line.who or ""))
    return line.head_name or said.PUBLIC_SUPPLIES


def public_statement(office: PaperOffice, one: PublicStatement) -> TextPaper:
    """What is posted of money: sums by month, what came in by source, every payment. No telephone, no account."""
    blank = one == BLANK_STATEMENT
    named = filled(said.PUBLIC_SOURCE, name=one.source) if one.source or blank else said.PUBLIC_ALL
    return TextPaper(
        said.PUBLIC_TITLE,
        (
            Text(lists.UNIT, Look.NOTE),
            *_month_blocks(one, blank=blank),
            *_line_blocks(one, blank=blank),
            Text(said.PUBLIC_END.format(office=office.body)),
        ),
        head=office.head(day=None if blank else today()),
        under_title=(named,),
        closing=filled(said.POSTED_FROM, start="", place=""),
        signatures=(
            Signature((said.MAKER,)),
            Signature((said.ACCOUNTANT,)),
            office.signature(today().isoformat()),
        ),
    )


def _month_blocks(one: PublicStatement, *, blank: bool) -> list[Block]:
    rows = [
        (said.month_text(flow.month), *map(figures, (flow.opening, flow.received, flow.paid, flow.balance)))
        for flow in one.flows
    ]
    received, paid = sum(flow.received for flow in one.flows), sum(flow.paid for flow in one.flows)
    totals = {} if blank else {2: figures(received), 3: figures(paid), 4: rows[-1][4] if rows else ""}
    columns = columns_of(said.PUBLIC_MONTH_COLUMNS, (1, 1.4, 1.4, 1.4, 1.4), "crrrr")
    table = list_table(columns, rows, totals, empty_rows=EMPTY_ROWS if blank else 1, label_at=0)
    unknown = sum(flow.unknown for flow in one.flows)
    told = [Text(said.PUBLIC_UNKNOWN.format(amount=money(unknown)), Look.NOTE)] if unknown else []
    return [Text(said.PUBLIC_MONTHS, Look.HEADING), table, *told]


def _line_blocks(one: PublicStatement, *, blank: bool) -> list[Block]:
    came = [
        (said.month_text(month), source, str(count), figures(amount)) for month, source, count, amount in one.received
    ]
    went = [
        (short_day(day_of(line.day)), line.what, line.village, line.source, figures(line.amount)) for line in one.paid
    ]
    received, paid = sum(amount for *_, amount in one.received), sum(line.amount for line in one.paid)
    came_in = columns_of(said.PUBLIC_IN_COLUMNS, (0.9, 2.6, 0.9, 1.5), "clcr")
    went_out = columns_of(said.PUBLIC_OUT_COLUMNS, (1.1, 1.9, 1.5, 1.7, 1.4), "clllr")
    rows = EMPTY_ROWS if blank else 1
    return [
        Text(said.PUBLIC_IN, Look.HEADING),
        list_table(came_in, came, {3: "" if blank else figures(received)}, empty_rows=rows),
        Text(said.PUBLIC_OUT, Look.HEADING),
        list_table(went_out, went, {4: "" if blank else figures(paid)}, empty_rows=rows),
    ]
