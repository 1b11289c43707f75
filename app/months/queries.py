"""The end of a month: seven ticks with what makes each of them, the figures, and whether the month is closed."""

from __future__ import annotations

import calendar
import datetime as dt
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, String, func, select, type_coerce
from sqlalchemy.orm import Session

from app.backup import last_backup
from app.backup_care import outside_days
from app.closed_months import DAYS
from app.documents.words import date_text, moment_text, money_text, whole_text
from app.exchange.queries import last_sent, outgoing
from app.funding.queries import month_flows
from app.months.matching import Difference, Entry
from app.paperwork.queries import house_files
from app.parsing import today
from app.reports.queries import sent_reports
from app.wording import months as words
from app.wording.vocabulary import PAPER_KINDS
from app.workspace import Workspace
from models.construction import Acceptance, StageRecord
from models.everything import METADATA
from models.funding import Payment
from models.handover import Handover
from models.household import Household
from models.ledger import Supplier, SupplierPayment, SupplyContract
from models.month import MonthClose
from models.search import CaseEntry, HouseholdEntry
from models.support import SupportCase
from models.vocabulary import Level, PaperState, Stage, Status

_FINISHED = (Status.ACCEPTED, Status.HANDED_OVER, Status.CLOSED)
_BEFORE_START = (Status.REGISTERED, Status.SURVEYED, Status.VILLAGE_REVIEWED, Status.POSTED, Status.SUBMITTED,
                 Status.APPROVED)  # fmt: skip


@dataclass(frozen=True)
class TickRow:
    """A line that a tick is open for; it opens the dossier of its household where it has one."""

    key: str
    who: str
    village: str
    text: str
    household_id: str | None = None


@dataclass(frozen=True)
class Tick:
    """One of the seven: how many things are open (0: done), in words, the lines, and the note of who ticked it."""

    name: str
    open: int
    text: str
    rows: tuple[TickRow, ...] = ()
    noted: str = ""

    @property
    def done(self) -> bool:
        """Nothing is open, or somebody looked and said so."""
        return not self.open or bool(self.noted)


@dataclass(frozen=True)
class MonthEnd:
    """A month (YYYY-MM) with its ticks and figures; `late` lines were entered into it after it was closed."""

    month: str
    ticks: tuple[Tick, ...]
    figures: dict[str, int]
    differences: tuple[Difference, ...] = ()
    closed_on: str | None = None
    closed_by: str = ""
    late: int = 0

    @property
    def open(self) -> int:
        """How many ticks are not done."""
        return sum(not one.done for one in self.ticks)


def month_row(session: Session, month: str) -> MonthClose | None:
    """The newest record of a month."""
    query = select(MonthClose).where(MonthClose.month == month, MonthClose.row_out.is_(False))
    return session.scalars(query.order_by(MonthClose.id.desc()).limit(1)).first()


def month_end(workspace: Workspace, month: str) -> MonthEnd:
    """All of a month. Of a closed one the figures are those of then; the ticks are as they are now."""
    with workspace.read() as session:
        row = month_row(session, month)
        kept = json.loads(row.ticks or "{}") if row else {}
        matched = json.loads(row.matched or "{}") if row else {}
        ticks = tuple(_noted(one, kept.get(one.name)) for one in _ticks(session, workspace, month, matched))
        late = _late(session, month, row.closed_ms) if row and row.closed_on and row.closed_ms else 0
        figures = json.loads(row.figures or "{}") if row and row.closed_on else month_figures(session, month)
        return MonthEnd(
            month,
            ticks,
            {**figures, "late": late} if row and row.closed_on else figures,
            tuple(Difference(**one) for one in matched.get("differences", ())),
            row.closed_on if row else None,
            (row.closed_by or "") if row and row.closed_on else "",
            late,
        )


def _noted(tick: Tick, kept: dict[str, str] | None) -> Tick:
    if not kept:
        return tick
    said = words.NOTED.format(by=kept["by"], day=_day(kept["on"]), note=kept["note"])
    return Tick(tick.name, tick.open, tick.text, tick.rows, said)


def _ticks(session: Session, workspace: Workspace, month: str, matched: dict[str, Any]) -> Iterator[Tick]:
    yield _reports(session, month)
    yield _ledger(session, month, matched)
    if workspace.author.level is not Level.AGENCY:
        yield _houses("unpaid", _unpaid(session))
        yield _houses("not_started", _not_started(session))
        yield _unsigned(session)
    yield _packages(session, workspace, month)
    yield _backup(session, workspace, month)


def _reports(session: Session, month: str) -> Tick:
    kept = [one for one in sent_reports(session) if (one.as_of or "")[:7] == month]
    text = words.REPORTS_KEPT.format(count=len(kept)) if kept else words.NO_REPORT
    return Tick("reports", 0 if kept else 1, text)


def _ledger(session: Session, month: str, matched: dict[str, Any]) -> Tick:
    if not matched:
        lines = len(ledger_entries(session, month))
        return Tick("ledger", 1 if lines else 0, words.NOT_MATCHED if lines else words.NO_LINES)
    found = [Difference(**one) for one in matched["differences"]]
    said = words.MATCHED_NOT if found else words.MATCHED
    text = said.format(same=matched["same"], file=matched["file"], open=len(found))
    rows = tuple(
        TickRow(f"{at}", f"{one.voucher or words.NO_VOUCHER} · {one.text}", "", difference_text(one))
        for at, one in enumerate(found)
    )
    return Tick("ledger", len(found), text, rows)


def difference_text(one: Difference) -> str:
    """What does not agree, in words."""
    if one.kind == "amount":
        return words.OTHER_AMOUNT.format(ours=money_text(one.ours or 0), theirs=money_text(one.theirs or 0))
    if one.kind == "day":
        return words.OTHER_DAY.format(ours=_day(one.our_day), theirs=_day(one.their_day))
    here = one.kind == "only_here"
    amount, day = (one.ours, one.our_day) if here else (one.theirs, one.their_day)
    said = words.ONLY_HERE if here else words.ONLY_THERE
    return said.format(amount=money_text(amount or 0), day=_day(day))


def _day(day: str | None) -> str:
    return date_text(dt.date.fromisoformat(day)) if day else words.NO_DAY


def _cases(session: Session, *conditions: ColumnElement[bool]) -> Sequence[Any]:
    query = select(
        CaseEntry.case_id, CaseEntry.approved, CaseEntry.paid,
        HouseholdEntry.household_id, HouseholdEntry.head_name, HouseholdEntry.village,
    ).join(HouseholdEntry, HouseholdEntry.rowid == CaseEntry.household_rowid)  # fmt: skip
    return session.execute(query.where(*conditions).order_by(HouseholdEntry.rowid)).all()


def _unpaid(session: Session) -> list[TickRow]:
    owed = func.coalesce(CaseEntry.paid, 0) < func.coalesce(CaseEntry.approved, 0)
    return [
        _house(row, words.UNPAID_ROW.format(approved=money_text(row.approved or 0), paid=money_text(row.paid or 0)))
        for row in _cases(session, CaseEntry.status.in_(_FINISHED), owed)
    ]


def _not_started(session: Session) -> list[TickRow]:
    paid = func.coalesce(CaseEntry.paid, 0) > 0
    return [
        _house(row, words.NOT_STARTED_ROW.format(paid=money_text(row.paid or 0)))
        for row in _cases(session, CaseEntry.status.in_(_BEFORE_START), paid)
    ]


def _house(row: Any, text: str) -> TickRow:
    return TickRow(row.case_id, row.head_name, row.village or "", text, row.household_id)


def _houses(name: str, rows: list[TickRow]) -> Tick:
    text = words.HOUSES_OPEN.format(count=whole_text(len(rows))) if rows else words.NONE_OPEN
    return Tick(name, len(rows), text, tuple(rows))


def _unsigned(session: Session) -> Tick:
    rows = tuple(
        TickRow(
            f"{one.case_id} {paper.kind}",
            one.head_name,
            one.village,
            _printed_text(paper.kind, paper.day),
            one.household_id,
        )
        for one in house_files(session)
        for paper in (*one.papers, *one.more)
        if paper.state is PaperState.PRINTED
    )
    text = words.PAPERS_OPEN.format(count=whole_text(len(rows))) if rows else words.NO_PAPERS_OPEN
    return Tick("unsigned", len(rows), text, rows)


def _printed_text(kind: str, day: str | None) -> str:
    paper = PAPER_KINDS.get(kind, kind)
    return (
        words.UNSIGNED_ROW.format(paper=paper, day=_day(day)) if day else words.UNSIGNED_ROW_NO_DAY.format(paper=paper)
    )


def _packages(session: Session, workspace: Workspace, month: str) -> Tick:
    """Sent once the month was nearly over: on its last five days or later."""
    if not outgoing(session, workspace.author):
        return Tick("packages", 0, words.NO_SUPERIOR)
    sent = last_sent(session.connection())
    since = _last_day(month) - dt.timedelta(days=4)
    if sent is not None and sent.astimezone().date() >= since:
        return Tick("packages", 0, words.SENT.format(day=date_text(sent.astimezone().date())))
    return Tick("packages", 1, words.NOT_SENT.format(day=date_text(since)))


def _backup(session: Session, workspace: Workspace, month: str) -> Tick:
    made, outside = last_backup(workspace.folder), outside_days(session.connection(), workspace.folder)
    if made is None or made.astimezone().date() < min(_last_day(month), today()) - dt.timedelta(days=1):
        return Tick("backup", 1, words.NOT_BACKED_UP if made is None else words.BACKED_UP.format(at=moment_text(made)))
    if outside is not None:
        return Tick("backup", 1, words.OUTSIDE_TOO_OLD.format(at=moment_text(made), count=outside))
    return Tick("backup", 0, words.BACKED_UP.format(at=moment_text(made)))


def _last_day(month: str) -> dt.date:
    year, number = (int(part) for part in month.split("-"))
    return dt.date(year, number, calendar.monthrange(year, number)[1])


def ledger_entries(session: Session, month: str) -> list[Entry]:
    """What was paid out in a month, to households and suppliers, as the accountant's list says it."""
    households = (
        select(Payment.voucher, Payment.paid_on, Payment.amount, func.coalesce(Payment.payee, Household.head_name))
        .join(SupportCase, SupportCase.id == Payment.case_id, isouter=True)
        .join(Household, Household.id == SupportCase.household_id, isouter=True)
        .where(
            Payment.row_out.is_(False), Payment.before_program.is_not(True), func.substr(Payment.paid_on, 1, 7) == month
        )
        .order_by(Payment.id)
    )
    suppliers = (
        select(SupplierPayment.voucher, SupplierPayment.paid_on, SupplierPayment.amount, Supplier.name)
        .join(SupplyContract, SupplyContract.id == SupplierPayment.contract_id, isouter=True)
        .join(Supplier, Supplier.id == SupplyContract.supplier_id, isouter=True)
        .where(SupplierPayment.row_out.is_(False), func.substr(SupplierPayment.paid_on, 1, 7) == month)
        .order_by(SupplierPayment.id)
    )
    rows = [*session.execute(households), *session.execute(suppliers)]
    return [Entry(voucher or "", day, int(amount or 0), who or "") for voucher, day, amount, who in rows]


def month_figures(session: Session, month: str) -> dict[str, int]:
    """Money in đồng and houses of a month."""
    flows = month_flows(session)
    of_month = next((one for one in flows if one.month == month), None)
    before = [one for one in flows if one.month < month]
    opening = of_month.opening if of_month else (before[-1].balance if before else 0)
    return {
        "opening": opening,
        "received": of_month.received if of_month else 0,
        "paid": of_month.paid if of_month else 0,
        "balance": of_month.balance if of_month else opening,
        "started": _counted(session, StageRecord, StageRecord.done_on, month, StageRecord.stage == Stage.START),
        "accepted": _counted(session, Acceptance, Acceptance.accepted_on, month, Acceptance.revoked.is_not(True)),
        "handed_over": _counted(session, Handover, Handover.handed_over_on, month, Handover.revoked.is_not(True)),
    }


def _counted(session: Session, table: Any, day: Any, month: str, condition: ColumnElement[bool]) -> int:
    query = select(func.count(table.case_id.distinct())).where(
        table.row_out.is_(False), func.substr(day, 1, 7) == month, condition
    )
    return session.scalar(query) or 0


def _late(session: Session, month: str, closed_ms: int) -> int:
    """Lines dated into the month whose rows were begun after it was closed: an id begins with its moment."""
    found = 0
    for name, day in DAYS.items():
        table = METADATA.tables[name]
        begun = func.substr(func.replace(type_coerce(table.c.id, String), "-", ""), 1, 12) > f"{closed_ms:012x}"
        query = select(func.count()).select_from(table)
        found += session.scalar(query.where(~table.c.row_out, func.substr(table.c[day], 1, 7) == month, begun)) or 0
    return found
