"""The papers of a payment day: request for payment, voucher form, list signed by who takes the money."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from app.documents.paper_tables import columns_of, figures, in_words, list_table, money
from app.documents.parts import Signature
from app.documents.sentences import day_text, filled, short_day, total_text
from app.documents.text_paper import Block, Look, Table, Text, TextPaper, texts
from app.funding.pay_lines import EMPTY_LINE, PayLine, by_place, due_lines, last_paid, paid_lines, total_of
from app.office.queries import PaperOffice
from app.parsing import today
from app.wording import paper_lists as lists
from app.wording import papers_funding as said
from app.wording.funding import missing_text
from app.wording.papers import THUMBPRINT_HINT

EMPTY_ROWS, EMPTY_SIGNED_ROWS = 8, 6


@dataclass(frozen=True)
class PaymentDay:
    """Houses that are paid on one day, and those that are not yet. Every amount in đồng; `day` is empty for a plan."""

    day: date | None = None
    lines: tuple[PayLine, ...] = ()
    not_yet: tuple[PayLine, ...] = ()

    @property
    def total(self) -> int | None:
        """What is paid in all; None for the blank form."""
        return total_of(self.lines) if self.lines or self.not_yet else None

    @property
    def sources(self) -> str:
        """The sources in the order in which they come up."""
        return "; ".join(dict.fromkeys(one.source for one in self.lines if one.source))


def payment_days(session: Session, _office: PaperOffice, ids: Sequence[str]) -> list[PaymentDay]:
    """The payment days of these ids; ids of cases make one plan over their houses, with who may not be paid yet.

    Where none of the houses may be paid now, their newest payment day stands in the plan's place.
    """
    days = [_day(lines) for lines in paid_lines(session, ids).values()]
    due = by_place(due_lines(session, ids).values())
    if not due:
        return days
    not_yet = tuple(one for one in due if not one.payable and (one.amount or not one.approved))
    plan = PaymentDay(None, tuple(one for one in due if one.payable), not_yet)
    last = last_paid(session, ids).values()
    if plan.lines or not last:
        return [*days, plan]
    newest = max(one.paid_on or date.min for one in last)
    own = _day([one for one in last if (one.paid_on or date.min) == newest])
    return [*days, replace(own, not_yet=not_yet)]


def _day(lines: Sequence[PayLine]) -> PaymentDay:
    days = [one.paid_on for one in lines if one.paid_on]
    return PaymentDay(max(days, default=None), by_place(lines))


def paid_one_by_one(session: Session, _office: PaperOffice, ids: Sequence[str]) -> list[PayLine]:
    """A line for each payment of these ids; ids of cases stand for what is due next."""
    paid = [line for lines in paid_lines(session, ids).values() for line in lines]
    return [*paid, *due_lines(session, ids).values()]


# Giấy đề nghị thanh toán


def payment_request(office: PaperOffice, day: PaymentDay) -> TextPaper:
    """The request for payment for the houses of one day (the voucher itself is the accountant's)."""
    content = _content(day.lines) if day.lines else ""
    decided = dict.fromkeys(_decision(one) for one in day.lines if one.decision_number)
    values = {"name": "", "department": "", "content": content}
    blocks: list[Block] = [Text(filled(line, **values)) for line in said.REQUEST_LINES]
    blocks += [
        Text(filled(said.SOURCE, source=day.sources)),
        Text(filled(said.REQUEST_SUM, amount=money(day.total))),
        Text(filled(said.REQUEST_WORDS, words=in_words(day.total))),
        Text(said.REQUEST_LIST),
        _request_table(day),
    ]
    return TextPaper(
        said.REQUEST_TITLE,
        tuple(blocks),
        head=office.head(day=day.day or (today() if day.lines else None)),
        closing=filled(said.REQUEST_PAPERS, count="", papers="; ".join(decided)),
        addressees=tuple(filled(one, office=office.body) for one in said.REQUEST_TO),
        signatures=(
            Signature((said.REQUESTER,)),
            Signature((said.ACCOUNTANT,)),
            Signature((said.APPROVER,)),
        ),
    )


def _content(lines: Sequence[PayLine]) -> str:
    kinds = dict.fromkeys(said.WORK[one.work_type] for one in lines if one.work_type)
    decided = dict.fromkeys(_decision(one) for one in lines if one.decision_number)
    decisions = said.REQUEST_DECISIONS.format(numbers="; ".join(decided)) if decided else ""
    count = len({(one.house.id, one.head) for one in lines})
    return said.REQUEST_CONTENT.format(work=", ".join(kinds), count=f"{count:02}", decisions=decisions)


def _decision(line: PayLine) -> str:
    return f"{line.decision_number} {day_text(line.decided_on)}" if line.decided_on else line.decision_number


def _request_table(day: PaymentDay) -> Table:
    columns = columns_of(said.REQUEST_COLUMNS, (0.6, 1.8, 2.4, 0.6, 1.4, 1.0), "cllcrl")
    rows = tuple(
        (str(place), one.head, one.house.address, _number(one), figures(one.amount), one.voucher)
        for place, one in enumerate(day.lines, start=1)
    )
    return list_table(columns, rows, {4: figures(day.total)}, empty_rows=EMPTY_ROWS)


# Phiếu chi (mẫu tham khảo)


def payment_voucher(office: PaperOffice, line: PayLine) -> TextPaper:
    """A voucher form to look at: the officer prints no voucher, its number is the accountant's (domain 8.7)."""
    work = said.WORK.get(line.work_type or "", said.ANY_WORK_SHORT)
    taker = line.proxy or line.head
    values = {
        "name": f"{taker}, {line.relation}" if line.proxy and line.relation else taker,
        "address": line.house.address,
        "content": said.VOUCHER_CONTENT.format(work=work, head=line.head) if line.head else "",
        "amount": money(line.amount),
        "words": in_words(line.amount),
        "papers": "",
    }
    titles = [Signature((title,)) for title in said.VOUCHER_SIGNERS]
    titles[-1] = replace(titles[-1], name=taker, hint=THUMBPRINT_HINT if line.thumbprint else "")
    return TextPaper(
        said.VOUCHER_TITLE,
        (
            Text(filled(said.VOUCHER_NUMBER, number=line.voucher), Look.NOTE),
            *texts([filled(one, **values) for one in said.VOUCHER_LINES]),
        ),
        head=replace(office.head(day=line.paid_on), place_and_date=""),
        under_title=(day_text(line.paid_on),),
        closing=filled(said.VOUCHER_RECEIVED, words=values["words"]),
        signatures=tuple(titles),
        note=said.VOUCHER_NOTE,
    )


# Danh sách ký nhận


def sign_for_list(office: PaperOffice, day: PaymentDay) -> TextPaper:
    """The list that is signed on a payment day, with its total in words; a plan tells who may not be paid and why."""
    columns = columns_of(said.SIGN_FOR_COLUMNS, (0.7, 1.7, 1.5, 0.6, 1.4, 1.6, 1.2), "cllcrlc")
    rows = tuple(
        (
            str(place),
            one.head,
            one.house.village,
            _number(one),
            figures(one.amount),
            _taker(one),
            said.THUMB if one.thumbprint else "",
        )
        for place, one in enumerate(day.lines, start=1)
    )
    blocks: list[Block] = [
        Text(filled(said.SOURCE, source=day.sources)),
        Text(filled(said.SIGN_FOR_DAY, day=short_day(day.day))),
        Text(lists.UNIT, Look.NOTE),
        list_table(columns, rows, {4: figures(day.total)}, empty_rows=EMPTY_SIGNED_ROWS, least_lines=2),
    ]
    total = total_text(said.SIGN_FOR_SUM, day.total)
    if day.not_yet:
        blocks += [Text(total), Text(said.NOT_YET_HEADING, Look.HEADING), _not_yet_table(day.not_yet)]
    return TextPaper(
        said.SIGN_FOR_TITLE,
        tuple(blocks),
        head=office.head(day=day.day),
        closing=said.NOT_YET_END if day.not_yet else total,
        signatures=(
            Signature((said.MAKER,)),
            Signature((said.ACCOUNTANT,)),
            Signature((said.CASHIER,)),
            Signature((said.VILLAGE,)),
            office.signature((day.day or today()).isoformat()),
        ),
    )


def _taker(line: PayLine) -> str:
    """Who signs: nobody named is the head himself."""
    if not line.proxy:
        return line.head
    return said.NAME_AND_RELATION.format(name=line.proxy, relation=line.relation) if line.relation else line.proxy


def _not_yet_table(lines: Sequence[PayLine]) -> Table:
    columns = columns_of(said.NOT_YET_COLUMNS, (0.6, 1.7, 1.5, 0.6, 1.4, 2.2), "cllcrl")
    rows = tuple(
        (str(place), one.head, one.house.village, _number(one), figures(one.amount), _why_not(one))
        for place, one in enumerate(lines, start=1)
    )
    return list_table(columns, rows)


def _why_not(line: PayLine) -> str:
    if line.missing:
        return missing_text(line.missing)
    if line.unfunded:
        return said.NOT_SET_ASIDE.format(amount=money(line.unfunded))
    return said.NOTHING_DUE if line.approved else said.NOT_DECIDED


def _number(line: PayLine) -> str:
    return "" if line.instalment is None else str(line.instalment)


BLANK_DAY, BLANK_VOUCHER = PaymentDay(), EMPTY_LINE
