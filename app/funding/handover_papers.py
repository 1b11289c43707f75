"""Minutes of what a household took: cash (domain 3.1 B, its labels), goods; and the sheet of labour days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.documents.paper_tables import columns_of, figures, in_words, list_table, money
from app.documents.parts import Letterhead, Party, Signature
from app.documents.sentences import day_of, day_text, filled, short_day
from app.documents.text_paper import Block, Look, Text, TextPaper, texts
from app.documents.words import decimal_text
from app.funding.pay_lines import EMPTY_LINE, PayLine, due_lines, last_paid, paid_lines
from app.funding.stock import house_goods, labour_days, stock_lines
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
EMPTY_LABOUR_ROWS = 12


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
        Text(board if from_fund else office.body),
        Text(filled(said.GIVER, name=signer.name if signer else "", position=position)),
        Text(said.TAKING_SIDE, Look.HEADING),
        *texts([filled(one, **_taker(line)) for one in said.TAKER]),
    ]
    if line.proxy:
        lines.append(Text(filled(said.PROXY, name=line.proxy, relation=line.relation)))
    basis = said.CASH_BASIS.replace("{day}", day_text(line.decided_on)).replace("{number}", number)
    lines += [
        Text(said.WITNESS_SIDE, Look.HEADING),
        Text(filled(said.WITNESS, name=witness.name, position=witness.position)),
        Text(basis.format(work=work), Look.BASIS),
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
        Text(said.GOODS_PROMISE.format(work=_work(minutes.work_type))),
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


@dataclass(frozen=True)
class LabourLine:
    """People who came on a day and the days each worked; a line that takes another back has fewer than none."""

    day: date | None
    who: str
    people: int | None
    each: Decimal
    days: Decimal
    value: int | None


@dataclass(frozen=True)
class LabourSheet:
    """The labour days given to one house by name; `days` are those that `stock` counts, `value` in đồng."""

    house: HouseholdOnPaper = field(default_factory=HouseholdOnPaper)
    work_type: WorkType | None = None
    lines: tuple[LabourLine, ...] = ()
    days: Decimal | None = None
    value: int = 0


def labour_sheets(session: Session, _office: PaperOffice, ids: Sequence[str]) -> list[LabourSheet]:
    """The sheet of each case."""
    homes = _homes(session, ids)
    found = []
    for key, (house, work_type) in homes.items():
        rows = session.scalars(
            select(Contribution)
            .where(
                Contribution.case_id == key,
                Contribution.kind == ContributionKind.LABOUR.value,
                Contribution.row_out.is_(False),
            )
            .order_by(Contribution.given_on, Contribution.id)
        ).all()
        lines = tuple(_labour(one) for one in rows)
        days = sum(labour_days(session, key).values(), Decimal(0))
        value = sum(one.value or 0 for one in lines)
        found.append(LabourSheet(house, work_type, lines, days if lines else None, value))
    return found


def _labour(row: Contribution) -> LabourLine:
    each = Decimal(row.quantity or 0)
    return LabourLine(
        day_of(row.given_on), row.donor_name or "", row.people, each, Decimal(row.people or 0) * each, row.amount
    )


def labour_sheet(office: PaperOffice, sheet: LabourSheet) -> TextPaper:
    """The sheet of labour days of one house; blank, rows to fill in by hand."""
    columns = columns_of(said.LABOUR_COLUMNS, (0.6, 1.1, 2.3, 0.8, 0.9, 0.9, 1.1), "cclccrl")
    rows = tuple(
        (
            str(place),
            short_day(one.day),
            one.who,
            "" if one.people is None else str(one.people),
            decimal_text(one.each),
            decimal_text(one.days),
            "",
        )
        for place, one in enumerate(sheet.lines, start=1)
    )
    days = "" if sheet.days is None else decimal_text(sheet.days)
    foot = (
        filled(said.LABOUR_TOTAL, days=days, amount=money(sheet.value))
        if sheet.value
        else filled(said.LABOUR_NO_VALUE, days=days)
    )
    return TextPaper(
        (said.LABOUR_TITLE[0], said.LABOUR_TITLE[1].format(work=_work(sheet.work_type))),
        (
            Text(filled(said.LABOUR_HEAD, name=sheet.house.head_name)),
            Text(filled(said.ADDRESS, address=sheet.house.address)),
            list_table(columns, rows, {5: days}, empty_rows=EMPTY_LABOUR_ROWS, label_at=2),
            Text(foot),
        ),
        head=office.head(),
        signatures=(
            Signature((said.SIGN_LABOUR[0],)),
            Signature((said.SIGN_LABOUR[1],), sheet.house.head_name, SIGN_OR_THUMBPRINT_HINT),
            Signature((said.SIGN_LABOUR[2],), sheet.house.village_head),
        ),
    )


BLANK_CASH, BLANK_GOODS, BLANK_LABOUR = EMPTY_LINE, GoodsMinutes(), LabourSheet()
