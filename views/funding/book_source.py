"""Lines of the ledger in a list: found by the filter of the book, told in words."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from app.documents.words import decimal_text, money_text
from app.funding.book import BookFilter, BookLine, LineKind, book_keys, book_lines, book_total
from app.wording import funding_pages as words
from app.wording import vocabulary
from models.vocabulary import ContributionKind, PaymentKind
from views import cells
from views.page import WorkFrame
from views.paged_table import Column, Found, Sort

#: A change of one of these tables may change a line of the book.
TABLES = frozenset(
    {
        "fund_source",
        "contribution",
        "allocation",
        "payment",
        "supplier",
        "supply_contract",
        "supplier_payment",
        "delivery",
        "goods_handover",
        "remittance",
        "drive",
        "donor",
        "household",
        "support_case",
    }
)


class BookSource:
    """The source of a `PagedTable` of lines. `total` gives the sum in words of a filter, where there is one."""

    tables = TABLES

    def __init__(self, frame: WorkFrame, wanted: BookFilter, total: Callable[[BookFilter], str] | None = None) -> None:
        self._frame = frame
        self._total = total
        self.wanted = wanted

    def narrow(self, **changed: object) -> None:
        """Change the filter; the table is then loaded again."""
        self.wanted = replace(self.wanted, **changed)  # type: ignore[arg-type]  # names and values of `BookFilter`

    def key(self, row: BookLine) -> str:
        return row.key

    def first(self, sort: Sort | None, limit: int) -> Sequence[BookLine]:
        with self._frame.workspace.read() as session:
            return book_lines(session, book_keys(session, self.wanted, newest_first=_newest(sort))[:limit])

    def find(self, sort: Sort | None) -> Found:
        wanted = self.wanted
        with self._frame.workspace.read() as session:
            keys = book_keys(session, wanted, newest_first=_newest(sort))
            total = book_total(session)
        return Found(keys, total, self._total(wanted) if self._total else "")

    def rows(self, keys: Sequence[Hashable]) -> Sequence[BookLine]:
        with self._frame.workspace.read() as session:
            return book_lines(session, [str(one) for one in keys])


def _newest(sort: Sort | None) -> bool:
    return sort is None or sort.descending


def kind_text(line: BookLine) -> str:
    """What kind of line it is."""
    if line.line is LineKind.PAYMENT and line.sort == PaymentKind.CLAWBACK:
        return words.CLAWBACK
    return words.LINE_KINDS[line.line]


def goods_text(line: BookLine) -> str:
    """Goods or labour of a line, with what they are worth."""
    found = ""
    if line.item:
        found = words.GOODS.format(item=line.item, quantity=_number(line.quantity), unit=line.unit or "").strip()
    elif line.people and line.sort == ContributionKind.LABOUR:
        found = words.LABOUR.format(people=line.people, days=_number(line.quantity))
    if line.amount and not line.is_money:
        worth = words.WORTH.format(amount=money_text(line.amount))
        found = f"{found}, {worth}" if found else worth
    return found


def _number(text: str | None) -> str:
    return decimal_text(Decimal(text)) if text else ""


def _parts(line: BookLine) -> Iterator[str]:
    if line.line is LineKind.CONTRIBUTION and line.sort:
        yield vocabulary.CONTRIBUTION_KINDS.get(line.sort, line.sort)
    if line.instalment:
        yield words.PART.format(number=line.instalment)
    yield goods_text(line)
    if line.relation and line.who:
        yield words.FOR.format(relation=line.relation, payee=line.who)
    if line.reverses_id:
        yield words.TAKES_BACK.format(reason=line.reason or "")
    elif line.reversed:
        yield words.TAKEN_BACK
    elif line.reason:
        yield line.reason
    yield line.note or ""


def what_text(line: BookLine) -> str:
    """What the line is about, in words."""
    return " · ".join(filter(None, _parts(line)))


def who_text(line: BookLine) -> str:
    """The house, else who gave, sold or got it."""
    return line.head_name or line.who or ""


def received(line: BookLine) -> int | None:
    """Money that came in with this line."""
    return line.amount if line.line is LineKind.CONTRIBUTION and line.is_money else None


def paid(line: BookLine) -> int | None:
    """Money that went out with this line."""
    out = (LineKind.PAYMENT, LineKind.SUPPLIER_PAYMENT, LineKind.REMITTANCE)
    return line.amount if line.line in out else None


def set_aside(line: BookLine) -> int | None:
    """Money that was set aside with this line."""
    return line.amount if line.line is LineKind.ALLOCATION and not line.item else None


def whole_text(line: BookLine) -> str:
    """The line told in one piece, where the column of its amount says what kind it is."""
    kind = words.CLAWBACK if line.sort == PaymentKind.CLAWBACK else ""
    return " · ".join(filter(None, (kind, who_text(line), what_text(line))))


WHOLE: Column[BookLine] = cells.text("whole", words.WHAT, whole_text, 150, stretch=True)
DAY: Column[BookLine] = cells.day("day", words.DAY, lambda line: line.day, sort="day")
KIND: Column[BookLine] = cells.text("kind", words.KIND, kind_text, 92)
WHAT: Column[BookLine] = cells.text("what", words.WHAT, what_text, 100, stretch=True)
WHO: Column[BookLine] = cells.text("who", words.WHO, who_text, 124)
SOURCE: Column[BookLine] = cells.text("source", words.SOURCE, lambda line: line.source_name or "", 124)
VOUCHER: Column[BookLine] = cells.text("voucher", words.VOUCHER, lambda line: line.voucher or "", 86)
IN: Column[BookLine] = cells.money("in", words.IN, received, width=88)
SET_ASIDE: Column[BookLine] = cells.money("set_aside", words.SET_ASIDE, set_aside, width=88)
OUT: Column[BookLine] = cells.money("out", words.OUT, paid, width=88)
