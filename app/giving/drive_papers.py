"""The papers of a drive inside an office: list for the cashier, report by department, statement for posting.

What was hoped for of a person is a target and never a debt; names of who has not given stand on no list that is posted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.documents.masking import masked_text
from app.documents.paper_tables import columns_of, figures, in_words, list_table, money
from app.documents.parts import Signature
from app.documents.sentences import day_of, filled, short_day
from app.documents.text_paper import Block, Look, Text, TextPaper
from app.documents.words import decimal_text
from app.funding.queries import drive_sums
from app.giving.facts import DepartmentLine, DriveFigures
from app.giving.queries import departments, drive_figures, drives
from app.office.queries import PaperOffice, issued_texts
from app.parsing import today
from app.wording import paper_lists as lists
from app.wording import papers_giving as said
from app.wording.vocabulary import PAY_METHODS
from models.vocabulary import PaperKind

EMPTY_ROWS = 9


@dataclass(frozen=True)
class DrivePaper:
    """A drive with its figures; none for a blank form. Money in đồng, as `funding.balances` sums it.

    `number`, `issued_on` and `signer` are those of its report, once văn thư gave them.
    """

    figures: DriveFigures | None = None
    collected: int = 0
    remitted: int = 0
    number: str = ""
    issued_on: str | None = None
    signer: str = ""

    @property
    def name(self) -> str:
        """What the drive is called."""
        return self.figures.drive.name if self.figures else ""

    @property
    def by_department(self) -> list[DepartmentLine]:
        """The lines of the departments, those outside the list last."""
        return departments(self.figures) if self.figures else []

    @property
    def day(self) -> date | None:
        """The day on the paper; dotted on a blank form."""
        return today() if self.figures else None


BLANK_DRIVE = DrivePaper()


def drive_papers(session: Session, _office: PaperOffice, ids: Sequence[str]) -> list[DrivePaper]:
    """The drives of these ids; where none of them is one, the form to fill in by hand."""
    known = {one.id for one in drives(session)}
    issued = issued_texts(session, PaperKind.DEPARTMENT_REPORT, known)
    found = []
    for one in dict.fromkeys(ids):
        if one in known:
            sums, text = drive_sums(session, one), issued.get(one)
            noted = (text.number, text.issued_on, text.signer) if text else ("", None, "")
            found.append(DrivePaper(drive_figures(session, one), sums.collected, sums.remitted, *noted))
    return found or [BLANK_DRIVE]


def _head_lines(one: DrivePaper) -> list[Text]:
    drive = one.figures.drive if one.figures else None
    start, end = (short_day(day_of(drive.starts_on)), short_day(day_of(drive.ends_on))) if drive else ("", "")
    return [
        Text(filled(said.DRIVE, name=masked_text(one.name))),
        Text(filled(said.DRIVE_PERIOD, start=start, end=end)),
    ]


def _whole(
    office: PaperOffice,
    one: DrivePaper,
    title: tuple[str, ...],
    blocks: Sequence[Block],
    closing: str,
    second: str = said.ACCOUNTANT,
) -> TextPaper:
    return TextPaper(
        title,
        (*_head_lines(one), *blocks),
        head=office.head(day=one.day),
        closing=closing,
        signatures=(
            Signature((said.MAKER,)),
            Signature((second,)),
            office.signature(today().isoformat()),
        ),
    )


def cashier_list(office: PaperOffice, one: DrivePaper) -> TextPaper:
    """Who pays in at the cashier's, by department, with room to sign; stays inside the office."""
    people = one.figures.people if one.figures else ()
    rows = [
        (str(place), person.name, person.department, figures(person.expected), figures(person.given or None), "")
        for place, person in enumerate(people, start=1)
    ]
    listed = sum(person.given for person in people)
    if one.collected != listed:
        rows.append(("", said.OTHERS, "", "", figures(one.collected - listed), ""))
    totals = {3: figures(one.figures.expected), 4: figures(one.collected)} if one.figures else {}
    columns = columns_of(said.CASHIER_COLUMNS, (0.6, 2, 1.7, 1.3, 1.3, 1.2), "cllrrl")
    return _whole(
        office,
        one,
        said.CASHIER_TITLE,
        [
            Text(lists.UNIT, Look.NOTE),
            list_table(columns, rows, totals, empty_rows=EMPTY_ROWS, least_lines=2),
        ],
        said.CASHIER_NOTE,
        said.CASHIER,
    )


def department_report(office: PaperOffice, one: DrivePaper) -> TextPaper:
    """The wrap-up of a drive, collected against expected by department; number and day dotted until they are noted."""
    rows = [
        (
            str(place),
            line.department,
            str(line.people),
            str(line.gave),
            str(line.not_yet),
            figures(line.expected),
            figures(line.collected),
        )
        for place, line in enumerate(one.by_department, start=1)
    ]
    lines = one.by_department
    sums = [sum(getattr(line, name) for line in lines) for name in ("people", "gave", "not_yet")]
    totals = dict(enumerate(map(str, sums), start=2)) if one.figures else {}
    if one.figures:
        totals |= {5: figures(one.figures.expected), 6: figures(one.collected)}
    columns = columns_of(said.DEPARTMENT_COLUMNS, (0.6, 2.2, 0.8, 0.8, 0.8, 1.4, 1.4), "clcccrr")
    return TextPaper(
        said.DEPARTMENT_TITLE,
        (
            *_head_lines(one),
            *_told(one, sums),
            Text(said.DEPARTMENT_TABLE),
            Text(lists.UNIT, Look.NOTE),
            list_table(columns, rows, totals, empty_rows=EMPTY_ROWS),
        ),
        head=office.head(said.REPORT_SYMBOL, one.number, day_of(one.issued_on)),
        closing=said.CASHIER_NOTE,
        signatures=(office.signature(one.issued_on or today().isoformat(), one.signer),),
        recipients=said.DEPARTMENT_RECIPIENTS,
    )


def _told(one: DrivePaper, people: Sequence[int]) -> list[Text]:
    """The result of the drive in two sentences."""
    known = one.figures is not None
    asked, gave = (str(people[0]), str(people[1])) if known else ("", "")
    amounts = {
        "collected": one.collected,
        "expected": one.figures.expected if one.figures else 0,
        "remitted": one.remitted,
        "left": one.collected - one.remitted,
    }
    shown = {name: money(amount) if known else "" for name, amount in amounts.items()}
    return [
        Text(filled(said.DEPARTMENT_PEOPLE, people=asked, gave=gave)),
        Text(filled(said.DEPARTMENT_SUMS, words=in_words(one.collected) if known else "", **shown)),
    ]


def drive_statement(office: PaperOffice, one: DrivePaper) -> TextPaper:
    """What is posted of a drive: collected is remitted and in hand; no names, no telephone, no account."""
    return _whole(
        office,
        one,
        said.STATEMENT_TITLE,
        [Text(lists.UNIT, Look.NOTE), *_sums(one), *_remittances(one), *_goods(one), *_departments(one)],
        filled(said.POSTED_FROM, start="", place=""),
    )


def _sums(one: DrivePaper) -> list[Block]:
    left = one.collected - one.remitted
    amounts = {
        said.STATEMENT_COLLECTED: one.collected,
        said.STATEMENT_REMITTED: one.remitted,
        said.STATEMENT_IN_HAND: left,
    }
    rows = [(label, figures(amount) if one.figures else "") for label, amount in amounts.items()]
    if one.figures:
        methods = [
            (said.STATEMENT_METHOD.format(method=PAY_METHODS[method].lower()), figures(amount))
            for method, amount in one.figures.by_method.items()
            if amount
        ]
        rows[1:1] = methods
    found: list[Block] = [
        Text(said.STATEMENT_SUMS, Look.HEADING),
        list_table(columns_of(said.STATEMENT_SUM_COLUMNS, (3, 1.5), "lr"), rows),
    ]
    told = {"collected": one.collected, "remitted": one.remitted, "left": left}
    shown = {name: money(amount) if one.figures else "" for name, amount in told.items()}
    return [*found, Text(filled(said.STATEMENT_BALANCE, **shown))]


def _remittances(one: DrivePaper) -> list[Block]:
    lines = one.figures.remittances if one.figures else ()
    rows = [
        (
            short_day(day_of(line.remitted_on)),
            masked_text(line.fund or ""),
            masked_text(line.voucher or ""),
            figures(line.amount),
        )
        for line in lines
    ]
    columns = columns_of(said.STATEMENT_REMITTANCE_COLUMNS, (1.1, 2.4, 1.3, 1.4), "cllr")
    totals = {3: figures(one.remitted)} if one.figures else {}
    return [
        Text(said.STATEMENT_REMITTANCES, Look.HEADING),
        list_table(columns, rows, totals, empty_rows=1 if one.figures else 3),
    ]


def _goods(one: DrivePaper) -> list[Block]:
    goods = one.figures.goods if one.figures else ()
    rows = [(masked_text(line.item), line.unit, decimal_text(line.quantity), figures(line.value)) for line in goods]
    if one.figures and one.figures.days:
        rows.append((said.LABOUR, said.LABOUR_UNIT, decimal_text(one.figures.days), ""))
    if one.figures and not rows:
        return [Text(said.STATEMENT_GOODS, Look.HEADING), Text(said.NO_GOODS)]
    columns = columns_of(said.STATEMENT_GOODS_COLUMNS, (2.4, 1, 1, 1.6), "lcrr")
    return [
        Text(said.STATEMENT_GOODS, Look.HEADING),
        list_table(columns, rows, empty_rows=3),
    ]


def _departments(one: DrivePaper) -> list[Block]:
    lines = one.by_department
    rows = [
        (str(place), line.department, str(line.gave), figures(line.collected))
        for place, line in enumerate(lines, start=1)
    ]
    gave = sum(line.gave for line in lines)
    totals = {2: str(gave), 3: figures(one.collected)} if one.figures else {}
    columns = columns_of(said.STATEMENT_DEPARTMENT_COLUMNS, (0.6, 3, 1.2, 1.5), "clcr")
    return [
        Text(said.STATEMENT_DEPARTMENTS, Look.HEADING),
        list_table(columns, rows, totals, empty_rows=1 if one.figures else 3),
    ]
