"""Minutes of what a household took: cash (domain 3.1 B, its labels), goods; and the sheet of labour days of a month."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.documents.named_values import named
from app.documents.paper_tables import columns_of, figures, in_words, list_table, money
from app.documents.parts import Letterhead, Party, Signature
from app.documents.sentences import day_of, day_text, filled
from app.documents.text_paper import Block, Look, Text, TextPaper, texts
from app.documents.words import decimal_text
from app.funding.pay_lines import EMPTY_LINE, PayLine, due_lines, last_paid, paid_lines
from app.funding.stock import house_goods, stock_lines
from app.households.queries import HouseholdOnPaper, households_on_paper
from app.journal.store import batches
from app.office.queries import PaperOffice
from app.parsing import today
from app.support.queries import case_facts, case_state
from app.wording import papers_funding as said
from app.wording.construction import village_head_position
from app.wording.letterheads import position_text, within_sentence, without_committee
from app.wording.papers import SIGN_OR_THUMBPRINT_HINT, THUMBPRINT_HINT
from models.ledger import Contribution, GoodsHandover
from models.vocabulary import ContributionKind, SourceKind, WorkType

EMPTY_ROWS = 6
EMPTY_LABOUR_ROWS = 10


# Biên bản bàn giao tiền mặt


def cash_handovers(session: Session, _office: PaperOffice, ids: Sequence[str]) -> list[PayLine]:
    """The cash that was handed over, by payment or payment day; a case stands for its next part, else its last one."""
    paid = [line for lines in paid_lines(session, ids).values() for line in lines]
    due = due_lines(session, ids)
    last = last_paid(session, list(due))
    return [*paid, *(one if one.payable or key not in last else last[key] for key, one in due.items())]


def cash_minutes(office: PaperOffice, line: PayLine) -> TextPaper:
    """The minutes of one house: unnumbered, without an issuing body, as the Front's form has them."""
    from_fund = office.front or line.source_kind == SourceKind.FUND_FOR_POOR or not line.head
    board = said.FUND_BOARD.format(place=within_sentence(without_committee(office.name)))
    signer = office.signer((line.paid_on or today()).isoformat())
    position = position_text(signer.position) if signer else ""
    witness = _witness(line.house)
    work = said.WORK.get(line.work_type or "", said.ANY_WORK_SHORT)
    number = line.decision_number or filled(said.FUND_NUMBER, number="")
    lines = [
        Text(filled(said.CASH_OPENING.replace("{day}", day_text(line.paid_on)), place="")),
        Text(said.GIVING_SIDE, Look.HEADING),
        Text(named("office", board if from_fund else office.body)),
        Text(filled(said.GIVER, name=signer.name if signer else "", position=position)),
        Text(said.TAKING_SIDE, Look.HEADING),
        *texts([filled(one, **_taker(line)) for one in said.TAKER]),
    ]
    if line.proxy:
        lines.append(Text(filled(said.PROXY, name=line.proxy, relation=line.relation)))
    known = {"day": day_text(line.decided_on), "number": named("number", number), "work": named("work", work)}
    lines += [
        Text(said.WITNESS_SIDE, Look.HEADING),
        Text(filled(said.WITNESS, name=witness.name, position=witness.position)),
        Text(said.CASH_BASIS.format(**known), Look.BASIS),
        Text(
            filled(
                said.CASH_SENTENCE,
                name=line.proxy or line.head,
                amount=figures(line.amount),
                words=in_words(line.amount),
                work=work,
            )
        ),
        Text(said.CASH_PROMISE),
    ]
    hint = THUMBPRINT_HINT if line.thumbprint else SIGN_OR_THUMBPRINT_HINT
    return TextPaper(
        (said.CASH_TITLE[0], said.CASH_TITLE[1].format(work=_work(line.work_type)), said.CASH_TITLE_END),
        tuple(lines),
        head=Letterhead(),
        closing=said.CASH_COPIES,
        signatures=(
            Signature((said.SIGN_GIVING,), signer.name if signer else ""),
            Signature((said.SIGN_TAKING,), line.proxy or line.head, hint),
            Signature((said.SIGN_WITNESS,), witness.name),
        ),
    )


def _taker(line: PayLine) -> dict[str, str]:
    house = line.house
    return {
        "name": house.head_name, "citizen_id": house.citizen_id, "issued": "", "issuer": "", "home": house.address,
    }  # fmt: skip


def _witness(house: HouseholdOnPaper) -> Party:
    return Party(house.village_head, village_head_position(house.village)) if house.village_head else Party()


def _work(work_type: WorkType | None) -> str:
    return said.WORK[work_type] if work_type else said.ANY_WORK


# Biên bản bàn giao hiện vật


@dataclass(frozen=True)
class GoodsLine:
    """Goods of one name and unit, with a note of their condition."""

    item: str
    unit: str
    quantity: Decimal
    note: str = ""


@dataclass(frozen=True)
class GoodsMinutes:
    """What one house took on one day."""

    house: HouseholdOnPaper = field(default_factory=HouseholdOnPaper)
    work_type: WorkType | None = None
    handed_on: date | None = None
    receiver: str = ""
    relation: str = ""
    goods: tuple[GoodsLine, ...] = ()


def goods_handovers(session: Session, _office: PaperOffice, ids: Sequence[str]) -> list[GoodsMinutes]:
    """The goods handed over, one paper for each house, day and receiver; a case without any: what is set aside."""
    rows: list[GoodsHandover] = []
    for some in batches(dict.fromkeys(ids)):
        wanted = or_(GoodsHandover.id.in_(some), GoodsHandover.case_id.in_(some))
        rows += session.scalars(
            select(GoodsHandover).where(wanted, GoodsHandover.row_out.is_(False)).order_by(GoodsHandover.id)
        ).all()
    taken_back = {one.reverses_id for one in rows} | _reversed(session, [one.id for one in rows])
    together: dict[tuple[str, str, str, str], list[GoodsHandover]] = {}
    for one in rows:
        if one.reverses_id is None and one.id not in taken_back:
            key = (one.case_id or "", one.handed_on or "", one.receiver or "", one.relation or "")
            together.setdefault(key, []).append(one)
    papers = {key: GoodsMinutes() for key in together}
    homes = _homes(session, [*(key[0] for key in together), *ids])
    for key, found in together.items():
        house, work_type = homes.get(key[0], (HouseholdOnPaper(), None))
        goods = tuple(
            GoodsLine(one.item or "", one.unit or "", Decimal(one.quantity or 0), one.note or "") for one in found
        )
        papers[key] = GoodsMinutes(house, work_type, day_of(key[1]), key[2], key[3], goods)
    return [*papers.values(), *_set_aside(session, homes, {key[0] for key in together})]


def _reversed(session: Session, ids: Sequence[str]) -> set[str | None]:
    found: set[str | None] = set()
    for some in batches(ids):
        later = select(GoodsHandover.reverses_id).where(
            GoodsHandover.reverses_id.in_(some), GoodsHandover.row_out.is_(False)
        )
        found |= set(session.scalars(later))
    return found


_Homes = dict[str, tuple[HouseholdOnPaper, WorkType | None]]


def _homes(session: Session, case_ids: Sequence[str]) -> _Homes:
    facts = case_facts(session, case_ids)
    people = households_on_paper(session, [one.household_id for one in facts.values()])
    return {
        key: (
            people.get(one.household_id, HouseholdOnPaper(head_name=one.head_name)),
            case_state(one).work_type,
        )
        for key, one in facts.items()
    }


def _set_aside(session: Session, homes: _Homes, done: set[str]) -> list[GoodsMinutes]:
    """What is set aside for the houses that took nothing yet, ready to be signed."""
    names = {(one.item.casefold().strip(), one.unit.casefold().strip()): one for one in stock_lines(session)}
    found: dict[str, list[GoodsLine]] = {}
    for (case_id, *key), (allocated, handed_over) in house_goods(session, list(homes)).items():
        if allocated > handed_over:
            named = names.get((key[0], key[1]))
            item, unit = (named.item, named.unit) if named else (key[0], key[1])
            found.setdefault(case_id, []).append(GoodsLine(item, unit, allocated - handed_over))
    return [
        GoodsMinutes(house, work_type, goods=tuple(found.get(key, ())))
        for key, (house, work_type) in homes.items()
        if key not in done
    ]


def goods_minutes(office: PaperOffice, minutes: GoodsMinutes) -> TextPaper:
    """The minutes of goods handed to one house."""
    house, witness = minutes.house, _witness(minutes.house)
    signer = office.signer((minutes.handed_on or today()).isoformat())
    position = position_text(signer.position) if signer else ""
    columns = columns_of(said.GOODS_COLUMNS, (0.6, 2.4, 1, 1, 2), "clcrl")
    rows = tuple(
        (str(place), one.item, one.unit, decimal_text(one.quantity), one.note)
        for place, one in enumerate(minutes.goods, start=1)
    )
    taker = minutes.receiver or house.head_name
    lines: list[Block] = [
        Text(filled(said.CASH_OPENING.replace("{day}", day_text(minutes.handed_on)), place="")),
        Text(filled(said.GOODS_GIVING, office=office.body), Look.HEADING),
        Text(filled(said.GIVER, name=signer.name if signer else "", position=position)),
        Text(said.GOODS_TAKING, Look.HEADING),
        Text(filled(said.GOODS_HEAD, name=house.head_name)),
        Text(filled(said.ADDRESS, address=house.address)),
        Text(filled(said.GOODS_RECEIVER, name=minutes.receiver, relation=minutes.relation)),
        Text(said.GOODS_CONTENT, Look.HEADING),
        list_table(columns, rows, empty_rows=EMPTY_ROWS),
        Text(said.GOODS_PROMISE.format(work=named("work", _work(minutes.work_type)))),
    ]
    names = (signer.name if signer else "", taker, witness.name)
    hints = ("", SIGN_OR_THUMBPRINT_HINT, "")
    return TextPaper(
        (said.GOODS_TITLE[0], said.GOODS_TITLE[1].format(work=_work(minutes.work_type))),
        tuple(lines),
        head=office.head(day=minutes.handed_on),
        closing=said.GOODS_COPIES,
        signatures=tuple(
            Signature((title,), name, hint) for title, name, hint in zip(said.SIGN_GOODS, names, hints, strict=True)
        ),
    )


# Bảng chấm công


DAYS_OF_MONTH = 31
_LABOUR_LETTERS = 9
_LABOUR_SHARES = (8, 40, *[5.55] * DAYS_OF_MONTH, 12, 20)


@dataclass(frozen=True)
class LabourLine:
    """Who came, with the labour days (people x days each) of each day of a month; `undated` ones are in the sum only.

    A line that takes another back is counted off the day it took back.
    """

    who: str
    by_day: Mapping[int, Decimal]
    undated: Decimal = Decimal(0)

    @property
    def days(self) -> Decimal:
        """All its labour days."""
        return sum(self.by_day.values(), self.undated)


@dataclass(frozen=True)
class LabourSheet:
    """The labour days given to one house by name in one month; `value` in đồng."""

    house: HouseholdOnPaper = field(default_factory=HouseholdOnPaper)
    work_type: WorkType | None = None
    month: date | None = None
    lines: tuple[LabourLine, ...] = ()
    value: int = 0

    @property
    def days(self) -> Decimal | None:
        """The labour days of the month; None on a blank sheet."""
        return sum((one.days for one in self.lines), Decimal(0)) if self.lines else None


def labour_sheets(session: Session, _office: PaperOffice, ids: Sequence[str]) -> list[LabourSheet]:
    """The sheets of each case, one a month with labour; one blank sheet where nobody came yet."""
    found = []
    for key, (house, work_type) in _homes(session, ids).items():
        rows = session.scalars(
            select(Contribution)
            .where(
                Contribution.case_id == key,
                Contribution.kind == ContributionKind.LABOUR.value,
                Contribution.row_out.is_(False),
            )
            .order_by(Contribution.id)
        ).all()
        months = _by_month(rows)
        found += [
            LabourSheet(house, work_type, month, _labour_lines(months[month], month), _value(months[month]))
            for month in sorted(months, key=lambda one: one or date.min)
        ] or [LabourSheet(house, work_type)]
    return found


def _by_month(rows: Sequence[Contribution]) -> dict[date | None, list[tuple[Contribution, date | None]]]:
    """The lines with their days, by the first of the month; a line stands where the one it takes back does."""
    days = {one.id: day_of(one.given_on) for one in rows}
    found: dict[date | None, list[tuple[Contribution, date | None]]] = {}
    for one in rows:
        day = days.get(one.reverses_id or one.id, days[one.id])
        found.setdefault(day.replace(day=1) if day else None, []).append((one, day))
    return found


def _labour_lines(rows: Sequence[tuple[Contribution, date | None]], month: date | None) -> tuple[LabourLine, ...]:
    """One line for each who came, in the order in which they came first."""
    sums: dict[str, dict[int, Decimal]] = {}
    people: dict[str, int] = {}
    for row, day in sorted(rows, key=lambda one: (one[1] or date.min, one[0].id)):
        who = row.donor_name or ""
        own = sums.setdefault(who, {})
        place = day.day if day and month else 0
        own[place] = own.get(place, Decimal(0)) + Decimal(row.people or 0) * Decimal(row.quantity or 0)
        people[who] = max(people.get(who, 0), row.people or 0)
    return tuple(
        LabourLine(
            said.LABOUR_PEOPLE.format(who=who, people=people[who]) if who and people[who] > 1 else who,
            {day: amount for day, amount in own.items() if day and amount},
            own.get(0, Decimal(0)),
        )
        for who, own in sums.items()
        if any(own.values())
    )


def _value(rows: Sequence[tuple[Contribution, date | None]]) -> int:
    return sum(row.amount or 0 for row, _ in rows)


def labour_sheet(office: PaperOffice, sheet: LabourSheet) -> TextPaper:
    """The sheet of labour days of one house and month on a page that lies; blank, rows to fill in by hand."""
    days = range(1, DAYS_OF_MONTH + 1)
    headings = (*said.LABOUR_COLUMNS, *map(str, days), *said.LABOUR_LAST_COLUMNS)
    columns = columns_of(headings, _LABOUR_SHARES, "cl" + "c" * DAYS_OF_MONTH + "cl")
    rows = tuple(
        (str(place), one.who, *(_shown_days(one.by_day.get(day)) for day in days), decimal_text(one.days), "")
        for place, one in enumerate(sheet.lines, start=1)
    )
    total = "" if sheet.days is None else decimal_text(sheet.days)
    totals = {
        1 + day: _shown_days(sum((one.by_day.get(day, Decimal(0)) for one in sheet.lines), Decimal(0))) for day in days
    }
    foot = (
        filled(said.LABOUR_TOTAL, days=total, amount=money(sheet.value))
        if sheet.value
        else filled(said.LABOUR_NO_VALUE, days=total)
    )
    month, year = (f"{sheet.month:%m}", str(sheet.month.year)) if sheet.month else ("", "")
    table = list_table(columns, rows, {**totals, 2 + DAYS_OF_MONTH: total}, empty_rows=EMPTY_LABOUR_ROWS)
    return TextPaper(
        (said.LABOUR_TITLE[0], said.LABOUR_TITLE[1].format(work=_work(sheet.work_type))),
        (
            Text(filled(said.LABOUR_MONTH, month=month, year=year), Look.CENTERED if sheet.month else Look.BODY),
            Text(filled(said.LABOUR_HEAD, name=sheet.house.head_name, address=sheet.house.address)),
            replace(table, size=_LABOUR_LETTERS),
            Text(foot),
        ),
        head=office.head(),
        signatures=(
            Signature((said.SIGN_LABOUR[0],)),
            Signature((said.SIGN_LABOUR[1],), sheet.house.head_name, SIGN_OR_THUMBPRINT_HINT),
            Signature((said.SIGN_LABOUR[2],), sheet.house.village_head),
        ),
        wide=True,
    )


def _shown_days(days: Decimal | None) -> str:
    return decimal_text(days) if days else ""


BLANK_CASH, BLANK_GOODS, BLANK_LABOUR = EMPTY_LINE, GoodsMinutes(), LabourSheet()
