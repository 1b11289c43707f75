"""Donors, pledges, sponsorships and drives as frozen rows. What later rooms may take from this one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from app.funding.queries import group_of
from app.giving.drafts import PledgeDraft
from app.giving.facts import (
    DepartmentLine,
    DonorRow,
    DriveFigures,
    DriveRow,
    GiftRow,
    PersonRow,
    PledgeRow,
    RemittanceRow,
    SponsorshipRow,
    VisitRow,
    money_of,
)
from app.giving.rules import is_late, kept_of, pledge_state
from app.parsing import today
from app.problems import refuse
from app.wording import giving as words
from models.base import Recorded
from models.funding import FundSource
from models.giving import Donor, Drive, DrivePerson, Pledge, Remittance, Sponsorship, SponsorVisit
from models.household import Household
from models.ledger import Contribution
from models.review import OfficeText
from models.support import SupportCase
from models.vietnamese import fold, sort_key
from models.vocabulary import PaperKind, PledgeState, SourceGroup, SourceKind

__all__ = [
    "DepartmentLine",
    "DonorRow",
    "DriveFigures",
    "DriveRow",
    "GiftRow",
    "PersonRow",
    "PledgeRow",
    "RemittanceRow",
    "SponsorshipRow",
    "VisitRow",
    "departments",
    "donors",
    "drive_figures",
    "drives",
    "drives_to_report",
    "from_givers",
    "gifts",
    "gifts_to",
    "late_pledges",
    "pledges",
    "shown_donor",
    "sponsorships",
]


def _living(session: Session, kind: type[Recorded], *conditions: ColumnElement[bool]) -> Any:
    return session.scalars(select(kind).where(kind.row_out.is_(False), *conditions).order_by(kind.id))


# The book of gifts


def gifts(session: Session, *conditions: ColumnElement[bool]) -> list[GiftRow]:
    """Lines of what came in, in the order in which they were written; all of them without conditions."""
    columns: Any = Contribution
    query = select(Contribution, Donor.name).outerjoin(Donor, Donor.id == columns.donor_id)
    query = query.where(Contribution.row_out.is_(False), *conditions).order_by(Contribution.id)
    return [_gift(row, name) for row, name in session.execute(query)]


def from_givers() -> ColumnElement[bool]:
    """The lines that somebody gave: money of a budget, loans and the household's own part are receipts, no gifts."""
    kinds = [one.value for one in SourceKind if group_of(one) is SourceGroup.SOCIETY]
    others = select(FundSource.id).where(FundSource.kind.not_in(kinds))
    return or_(Contribution.source_id.is_(None), Contribution.source_id.not_in(others))


def gifts_to(session: Session, case_id: str) -> list[GiftRow]:
    """What was given to one house by name."""
    return gifts(session, Contribution.case_id == case_id)


def _gift(row: Contribution, donor: str | None) -> GiftRow:
    return GiftRow(
        row.id,
        row.kind or "",
        row.method,
        row.given_on,
        row.amount or 0,
        row.item,
        row.unit,
        row.quantity,
        row.people,
        row.donor_id,
        donor or row.donor_name or "",
        row.source_id,
        row.case_id,
        row.drive_id,
        row.person_id,
        row.pledge_id,
        row.receipt,
        row.note,
        row.reason,
        row.reverses_id,
    )


# Donors and pledges


def donors(session: Session) -> list[DonorRow]:
    """All donors by name, with what each has given."""
    given: dict[str | None, list[GiftRow]] = defaultdict(list)
    for one in gifts(session, Contribution.donor_id.is_not(None)):
        given[one.donor_id].append(one)
    rows = [_donor(one, given[one.id]) for one in _living(session, Donor)]
    return sorted(rows, key=lambda one: (sort_key(one.name), one.id))


def _donor(row: Donor, given: Sequence[GiftRow]) -> DonorRow:
    taken_back = {one.reverses_id for one in given}
    standing = sum(1 for one in given if one.reverses_id is None and one.id not in taken_back)
    return DonorRow(
        row.id,
        row.version,
        row.name or "",
        row.kind or "",
        row.address,
        row.phone,
        bool(row.may_name),
        row.note,
        money_of(given),
        standing,
    )


def find_donor(session: Session, name: str) -> str | None:
    """The id of the donor of this name, however it is accented in capitals; None when there is none."""
    wanted = fold(name)
    return next((one.id for one in _living(session, Donor) if fold(one.name or "") == wanted), None)


def shown_donor(name: str, *, may_name: bool) -> str:
    """A donor as a posting carries the name: only where that was allowed."""
    return name if may_name and name else words.UNNAMED


def pledges(session: Session, *, pledge_id: str | None = None) -> list[PledgeRow]:
    """Promises with what was kept of them, the newest last."""
    chosen = [Pledge.id == pledge_id] if pledge_id else []
    kept: dict[str | None, list[GiftRow]] = defaultdict(list)
    naming = Contribution.pledge_id == pledge_id if pledge_id else Contribution.pledge_id.is_not(None)
    for one in gifts(session, naming):
        kept[one.pledge_id].append(one)
    names = {one.id: one.name or "" for one in _living(session, Donor)}
    houses = heads_of_cases(session, [one for one in session.scalars(select(Pledge.case_id).where(*chosen)) if one])
    day = today().isoformat()
    return [_pledge(one, kept[one.id], names, houses, day) for one in _living(session, Pledge, *chosen)]


def _pledge(
    row: Pledge, given: Sequence[GiftRow], names: dict[str, str], houses: dict[str, str], day: str
) -> PledgeRow:
    kind = row.kind or ""
    promise = PledgeDraft("", kind, row.amount, row.item, row.unit, row.quantity)
    kept = kept_of(promise, given)
    state = pledge_state(promise, kept, row.withdrawn_on)
    return PledgeRow(
        row.id,
        row.version,
        row.donor_id,
        names.get(row.donor_id or "", row.donor_name or ""),
        row.case_id,
        houses.get(row.case_id or "", ""),
        row.drive_id,
        kind,
        row.amount,
        row.item,
        row.unit,
        row.quantity,
        row.pledged_on,
        row.due_on,
        row.withdrawn_on,
        row.reason,
        row.note,
        kept.amount,
        kept.quantity,
        state,
        is_late(row.due_on, state, day),
    )


def late_pledges(session: Session) -> list[PledgeRow]:
    """Promises whose day is over and that are not kept, the longest overdue first."""
    return sorted((one for one in pledges(session) if one.late), key=lambda one: one.due_on or "")


def open_pledges(session: Session) -> list[PledgeRow]:
    """Promises of which something is still to come."""
    return [one for one in pledges(session) if one.state in (PledgeState.OPEN, PledgeState.PARTLY_KEPT)]


def heads_of_cases(session: Session, case_ids: Iterable[str]) -> dict[str, str]:
    """The heads of the households of these cases, by case id."""
    columns: Any = SupportCase
    query = select(SupportCase.id, Household.head_name).join(Household, Household.id == columns.household_id)
    wanted = sorted({one for one in case_ids if one})
    if not wanted:
        return {}
    return {row.id: row.head_name or "" for row in session.execute(query.where(SupportCase.id.in_(wanted)))}


# Sponsorships


def sponsorships(session: Session, household_id: str | None = None) -> list[SponsorshipRow]:
    """Helpers with their visits, of one household or all."""
    chosen = [Sponsorship.household_id == household_id] if household_id else []
    visits: dict[str | None, list[VisitRow]] = defaultdict(list)
    for one in _living(session, SponsorVisit):
        visits[one.sponsorship_id].append(VisitRow(one.id, one.visited_on, one.note))
    columns: Any = Sponsorship
    query = select(Sponsorship, Household.head_name).join(Household, Household.id == columns.household_id)
    query = query.where(Sponsorship.row_out.is_(False), Household.row_out.is_(False), *chosen)
    return [
        SponsorshipRow(
            row.id,
            row.version,
            row.household_id or "",
            head or "",
            row.helper or "",
            row.helper_unit,
            row.phone,
            row.from_on,
            row.to_on,
            row.content,
            row.result,
            row.note,
            tuple(sorted(visits[row.id], key=lambda one: (one.visited_on or "", one.id))),
        )
        for row, head in session.execute(query.order_by(Sponsorship.id))
    ]


# Drives


def drives(session: Session) -> list[DriveRow]:
    """All drives, in the order in which they were made."""
    return [_drive(one) for one in _living(session, Drive)]


def _drive(row: Drive) -> DriveRow:
    names = (
        "source_id", "starts_on", "ends_on", "report_on", "base", "divisor", "rounding", "fund", "note", "campaign_id",
    )  # fmt: skip
    return DriveRow(row.id, row.version, row.name or "", *(getattr(row, one) for one in names))


def drives_to_report(session: Session) -> list[DriveRow]:
    """Drives that have a day for their wrap-up and no issued report yet, the nearest day first."""
    report = (OfficeText.kind == PaperKind.DEPARTMENT_REPORT, OfficeText.row_out.is_(False))
    told = set(session.scalars(select(OfficeText.about_id).where(*report)))
    found = (one for one in drives(session) if one.report_on and one.id not in told)
    return sorted(found, key=lambda one: one.report_on or "")


def drive_figures(session: Session, drive_id: str, until: str | None = None) -> DriveFigures:
    """A drive with its people, its gifts and what was sent on, all or until a day. Raises `Refused` when it is gone."""
    drive = session.get(Drive, drive_id)
    if drive is None or drive.row_out:
        raise refuse("", "drive_unknown")
    last = until or "9999-12-31"
    given = gifts(session, Contribution.drive_id == drive_id, Contribution.given_on <= last)
    by_person: dict[str | None, list[GiftRow]] = defaultdict(list)
    for one in given:
        by_person[one.person_id].append(one)
    people = [
        _person(one, by_person[one.id]) for one in _living(session, DrivePerson, DrivePerson.drive_id == drive_id)
    ]
    by_then = (Remittance.drive_id == drive_id, Remittance.remitted_on <= last)
    sent = [_remittance(one) for one in _living(session, Remittance, *by_then)]
    ordered = sorted(people, key=lambda one: (fold(one.department), sort_key(one.name), one.id))
    return DriveFigures(_drive(drive), tuple(ordered), tuple(given), tuple(sent))


def _person(row: DrivePerson, given: Sequence[GiftRow]) -> PersonRow:
    taken_back = {one.reverses_id for one in given}
    return PersonRow(
        row.id,
        row.version,
        row.name or "",
        row.department or "",
        row.position,
        row.employment,
        row.expected,
        bool(row.may_name),
        row.note,
        money_of(given),
        sum(1 for one in given if one.reverses_id is None and one.id not in taken_back),
    )


def _remittance(row: Remittance) -> RemittanceRow:
    names = ("remitted_on", "method", "voucher", "fund", "note", "reason", "reverses_id")
    return RemittanceRow(row.id, row.amount or 0, *(getattr(row, one) for one in names))


def departments(figures: DriveFigures) -> list[DepartmentLine]:
    """Collected against expected by department; money of nobody on the list is a last line, so that the sums agree."""
    found: dict[str, list[PersonRow]] = defaultdict(list)
    for one in figures.people:
        found[one.department or words.NO_DEPARTMENT].append(one)
    lines = [
        DepartmentLine(
            name,
            len(people),
            sum(1 for one in people if one.gave),
            sum(one.expected or 0 for one in people),
            sum(one.given for one in people),
        )
        for name, people in found.items()
    ]
    others = figures.collected - sum(one.collected for one in lines)
    return lines if others == 0 else [*lines, DepartmentLine(words.OTHERS, 0, 0, 0, others)]
