"""The papers of donors: receipt, list for posting, letter of thanks.

A receipt carries the number of its line, which no other line ever gets. A list that is posted names a donor only where
that was allowed, and shows no telephone and no account (domain 8.10).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.documents.masking import masked_text
from app.documents.paper_forms import WHOLE_BOOK
from app.documents.paper_tables import columns_of, figures, in_words, list_table, money
from app.documents.parts import Signature
from app.documents.sentences import day_of, filled, short_day
from app.documents.text_paper import Block, Look, Text, TextPaper, texts
from app.documents.words import decimal_text
from app.funding.queries import MONEY_KINDS
from app.giving.facts import GiftRow, money_of
from app.giving.queries import drives, gifts, heads_of_cases, shown_donor
from app.giving.statement import PostedGift, posted_gifts
from app.journal.store import batches
from app.office.queries import PaperOffice, issued_texts
from app.parsing import today
from app.wording import paper_lists as lists
from app.wording import papers_giving as said
from app.wording.vocabulary import CONTRIBUTION_KINDS
from models.funding import FundSource
from models.giving import Donor
from models.ledger import Contribution
from models.vocabulary import ContributionKind, DonorKind, PaperKind

EMPTY_ROWS = 10
_LAST_DAY = "-31"


# Biên nhận


@dataclass(frozen=True)
class Receipt:
    """One gift as its giver gets it in writing; amount in đồng. `taken_back`: a later line corrects it."""

    number: str = ""
    given_on: date | None = None
    donor: str = ""
    address: str = ""
    purpose: str = ""
    kind: str = ""
    amount: int | None = None
    item: str = ""
    unit: str = ""
    quantity: Decimal | None = None
    people: int | None = None
    days: Decimal | None = None
    taken_back: bool = False


BLANK_RECEIPT = Receipt()


def receipts(session: Session, _office: PaperOffice, ids: Sequence[str]) -> list[Receipt]:
    """The receipts of lines of the book, or of what was given to these houses by name; lines that correct have none.

    A house to which nothing was given yet has a receipt to fill in.
    """
    rows: list[GiftRow] = []
    for some in batches(dict.fromkeys(ids)):
        rows += gifts(session, Contribution.id.in_(some) | Contribution.case_id.in_(some))
    corrected: set[str | None] = set()
    for some in batches(one.id for one in rows):
        corrected |= {one.reverses_id for one in gifts(session, Contribution.reverses_id.in_(some))}
    standing = [one for one in rows if one.reverses_id is None]
    named = {one.case_id for one in standing}
    waiting = heads_of_cases(session, [one for one in ids if one not in named])
    empty = [Receipt(purpose=said.TO_HOUSE.format(name=head)) for head in waiting.values()]
    return [*_receipts(session, standing, corrected), *empty]


def _receipts(session: Session, rows: Sequence[GiftRow], corrected: set[str | None]) -> list[Receipt]:
    wanted = {one.donor_id for one in rows if one.donor_id}
    known = session.scalars(select(Donor).where(Donor.row_out.is_(False)))
    people = {one.id: one for one in known if one.id in wanted}
    purposes = _purposes(session, rows)
    return [
        Receipt(
            one.receipt or "",
            day_of(one.given_on),
            _donor_name(one, people),
            _address(one, people),
            purposes[one.id],
            one.kind,
            one.amount or None,
            one.item or "",
            one.unit or "",
            Decimal(one.quantity) if one.quantity else None,
            one.people,
            one.days or None,
            one.id in corrected,
        )
        for one in rows
    ]


def _donor_name(one: GiftRow, people: Mapping[str, Donor]) -> str:
    donor = people.get(one.donor_id or "")
    return shown_donor(one.donor_name, may_name=donor is None or donor.kind != DonorKind.ANONYMOUS)


def _address(one: GiftRow, people: Mapping[str, Donor]) -> str:
    donor = people.get(one.donor_id or "")
    return (donor.address if donor else None) or ""


def _purposes(session: Session, rows: Sequence[GiftRow]) -> dict[str, str]:
    """For what each was given: a house, a drive, a source."""
    heads = heads_of_cases(session, [one.case_id for one in rows if one.case_id])
    campaigns = {one.id: one.name for one in drives(session)}
    funds = {row.id: row.name or "" for row in session.execute(select(FundSource.id, FundSource.name))}
    found = {}
    for one in rows:
        if one.case_id in heads:
            found[one.id] = said.TO_HOUSE.format(name=heads[one.case_id])
        elif one.drive_id in campaigns:
            found[one.id] = said.TO_DRIVE.format(name=campaigns[one.drive_id])
        elif one.source_id in funds:
            found[one.id] = said.TO_SOURCE.format(name=funds[one.source_id])
        else:
            found[one.id] = said.ANY_PURPOSE
    return found


def receipt(office: PaperOffice, one: Receipt) -> TextPaper:
    """The receipt of one gift: money with its words, goods and labour with their quantity."""
    values = {
        "name": one.donor,
        "address": one.address,
        "purpose": one.purpose,
        "day": short_day(one.given_on),
        "kind": CONTRIBUTION_KINDS.get(one.kind, ""),
    }
    return TextPaper(
        said.RECEIPT_TITLE,
        (
            *texts([filled(line, **values) for line in said.RECEIPT_LINES]),
            *texts(_given_lines(one)),
            Text(said.RECEIPT_THANKS),
        ),
        head=office.head(day=one.given_on),
        under_title=(filled(said.RECEIPT_NUMBER, number=one.number),),
        signatures=(
            Signature((said.GIVER,), one.donor if one.address else ""),
            Signature((said.TAKER,)),
            Signature((said.ACCOUNTANT,)),
            office.signature((one.given_on or today()).isoformat()),
        ),
        note=said.TAKEN_BACK if one.taken_back else "",
    )


def _given_lines(one: Receipt) -> list[str]:
    """What was given; on the blank form every way of giving."""
    blank = not one.kind
    money_lines = [
        filled(said.RECEIPT_MONEY, amount=money(one.amount)),
        filled(said.RECEIPT_WORDS, words=in_words(one.amount)),
    ]
    goods = filled(
        said.RECEIPT_GOODS,
        item=one.item,
        unit=one.unit,
        quantity="" if one.quantity is None else decimal_text(one.quantity),
    )
    labour = filled(
        said.RECEIPT_LABOUR,
        days="" if one.days is None else decimal_text(one.days),
        people="" if one.people is None else str(one.people),
    )
    value = filled(said.RECEIPT_VALUE, amount=money(one.amount))
    if blank:
        return [*money_lines, goods, labour, value]
    if one.kind in MONEY_KINDS:
        return money_lines
    found = [goods] if one.kind == ContributionKind.GOODS else [labour] if one.days is not None else []
    return found if one.amount is None else [*found, value]


# Danh sách ủng hộ


@dataclass(frozen=True)
class DonorList:
    """What is posted of gifts, of a drive, a month or the whole book (`of` says which); names as they may be shown."""

    of: str = ""
    gifts: tuple[PostedGift, ...] = ()

    @property
    def total(self) -> int:
        """The money of all lines, corrections taken off, in đồng."""
        return money_of([one.gift for one in self.gifts])

    @property
    def value(self) -> int:
        """The value put on what is no money."""
        return sum(one.gift.amount for one in self.gifts if one.gift.kind not in MONEY_KINDS)


BLANK_LIST = DonorList()


def donor_lists(session: Session, _office: PaperOffice, ids: Sequence[str]) -> list[DonorList]:
    """The list of each drive, of a month ("2026-11"), or of the whole book; ids of cases: gifts to these houses."""
    campaigns = {one.id: one.name for one in drives(session)}
    found = []
    of_houses = [one for one in dict.fromkeys(ids) if one not in campaigns and len(one) > len("2026-11")]
    for one in dict.fromkeys(ids):
        if one in campaigns:
            named = said.LIST_OF_DRIVE.format(name=campaigns[one])
            found.append(DonorList(named, tuple(posted_gifts(session, one))))
        elif one == WHOLE_BOOK:
            found.append(DonorList(said.LIST_WHOLE, tuple(posted_gifts(session))))
        elif one not in of_houses:
            year, _dash, month = one.partition("-")
            named = said.LIST_OF_MONTH.format(month=f"{month}/{year}")
            found.append(DonorList(named, tuple(posted_gifts(session, since=one, until=f"{one}{_LAST_DAY}"))))
    if of_houses:
        own = tuple(one for one in posted_gifts(session) if one.gift.case_id in of_houses)
        found.append(DonorList(said.LIST_WHOLE, own))
    return found


def donor_list(office: PaperOffice, one: DonorList) -> TextPaper:
    """The list of donors for posting."""
    blank = one == BLANK_LIST
    rows = [
        (
            str(place),
            short_day(day_of(line.gift.given_on)),
            masked_text(line.name),
            figures(line.gift.amount) if line.gift.kind in MONEY_KINDS else "",
            _in_kind(line.gift),
        )
        for place, line in enumerate(one.gifts, start=1)
    ]
    columns = columns_of(said.LIST_COLUMNS, (0.6, 1.1, 2.4, 1.4, 2), "cclrl")
    blocks: list[Block] = [
        Text(lists.UNIT, Look.NOTE),
        list_table(
            columns, rows, {3: "" if blank else figures(one.total)}, empty_rows=EMPTY_ROWS if blank else 1, label_at=2
        ),
        Text(
            filled(
                said.SUM_IN_WORDS,
                amount="" if blank else money(one.total),
                words="" if blank else in_words(one.total),
            )
        ),
    ]
    if one.value:
        blocks.append(Text(said.LIST_KIND["in_kind"].format(amount=money(one.value))))
    return TextPaper(
        said.LIST_TITLE,
        tuple(blocks),
        head=office.head(day=None if blank else today()),
        under_title=(masked_text(one.of),) if one.of else (),
        closing=filled(said.POSTED_FROM, start="", place=""),
        signatures=(
            Signature((said.MAKER,)),
            Signature((said.ACCOUNTANT,)),
            office.signature(today().isoformat()),
        ),
    )


def _in_kind(gift: GiftRow) -> str:
    """What was given beside money, and that a line is a correction."""
    what = gift_text(gift) if gift.kind not in MONEY_KINDS else ""
    if gift.reverses_id:
        return f"{what} ({said.CORRECTED})" if what else said.CORRECTED
    return what


def gift_text(gift: GiftRow) -> str:
    """What was given in one line: goods with quantity and unit, days of work, else its kind."""
    if gift.kind == ContributionKind.GOODS and gift.quantity:
        what = said.GOODS_SHOWN.format(
            quantity=decimal_text(gift.pieces), unit=gift.unit or "", item=masked_text(gift.item or "")
        )
    elif gift.days:
        what = said.DAYS_SHOWN.format(days=decimal_text(gift.days))
    else:
        what = masked_text(gift.item or "") or CONTRIBUTION_KINDS.get(gift.kind, "")
    return said.VALUED.format(what=what, amount=money(gift.amount)) if gift.amount else what


# Thư cảm ơn


@dataclass(frozen=True)
class ThanksLetter:
    """A donor and what was given: money in đồng, other things as they are said; day and signer once it was issued."""

    donor: str = ""
    amount: int = 0
    others: tuple[str, ...] = ()
    issued_on: str | None = None
    signer: str = ""


BLANK_LETTER = ThanksLetter()


def thanks_letters(session: Session, _office: PaperOffice, ids: Sequence[str]) -> list[ThanksLetter]:
    """The letter to each donor; lines of the book and cases stand for the donors who gave them, if any did."""
    rows: list[GiftRow] = []
    for some in batches(dict.fromkeys(ids)):
        columns = (Contribution.donor_id, Contribution.id, Contribution.case_id)
        rows += gifts(session, columns[0].in_(some) | columns[1].in_(some) | columns[2].in_(some))
    corrected = {one.reverses_id for one in gifts(session, Contribution.reverses_id.is_not(None))}
    by_donor: dict[str, list[GiftRow]] = {}
    for one in rows:
        if one.reverses_id is None and one.id not in corrected:
            by_donor.setdefault(one.donor_id or one.donor_name or one.id, []).append(one)
    issued = issued_texts(session, PaperKind.THANKS_LETTER, by_donor)
    letters = []
    for key, given in by_donor.items():
        others = tuple(gift_text(one) for one in given if one.kind not in MONEY_KINDS)
        noted = (issued[key].issued_on, issued[key].signer) if key in issued else (None, "")
        letters.append(ThanksLetter(given[0].donor_name, money_of(given), others, *noted))
    return letters or [BLANK_LETTER]


def thanks_letter(office: PaperOffice, one: ThanksLetter) -> TextPaper:
    """The letter; its day is dotted until it is noted, because a leader corrects and signs it later."""
    name = one.donor or said.YOU
    amount = said.LETTER_MONEY.format(amount=money(one.amount), words=in_words(one.amount)) if one.amount else ""
    given = "; ".join([*([amount] if amount else []), *one.others])
    return TextPaper(
        said.LETTER_TITLE,
        (
            Text(said.LETTER_OPENING.format(office=office.body, name=name)),
            Text(filled(said.LETTER_GIFTS, gifts=given)),
            Text(said.LETTER_USE),
            Text(said.LETTER_END.format(name=name)),
        ),
        head=office.head(day=day_of(one.issued_on)),
        addressees=(filled(said.LETTER_TO, name=one.donor),),
        signatures=(office.signature(one.issued_on or today().isoformat(), one.signer),),
    )
