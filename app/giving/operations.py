"""The verbs of giving: donors, pledges, sponsorships, drives, what is given and what is sent on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from itertools import count
from typing import Any

from sqlalchemy.orm import Session

from app.actions import Action
from app.drafts import tidied, together
from app.funding.drafts import ContributionDraft, SourceDraft
from app.funding.operations import write_contributions, write_source
from app.funding.queries import MONEY_KINDS, Books, source_codes, sources
from app.giving.drafts import (
    CollectionDraft,
    DonorDraft,
    DriveDraft,
    GiftDraft,
    PersonDraft,
    PledgeDraft,
    RemittanceDraft,
    SponsorshipDraft,
    TakenBackDraft,
    VisitDraft,
)
from app.giving.facts import DriveFigures
from app.giving.queries import donors, drive_figures, find_donor
from app.giving.rules import (
    check_collection,
    check_donor,
    check_drive,
    check_drive_source,
    check_gift,
    check_people,
    check_pledge,
    check_remittance,
    check_sponsorship,
    check_taken_back,
    check_visit,
    person_key,
)
from app.journal.recording import Recorder
from app.parsing import today
from app.problems import Problem, Stale, refuse, refuse_errors
from app.rows import write_row
from app.wording import giving as words
from app.workspace import Changes, Workspace
from models.giving import Donor, Drive, DrivePerson, Pledge, Remittance, Sponsorship, SponsorVisit
from models.household import Household
from models.vietnamese import fold
from models.vocabulary import ContributionKind, Numbering, PayMethod, SourceKind

Warnings = list[Problem]
#: How money comes where nobody says otherwise.
_METHODS = {ContributionKind.CASH: PayMethod.CASH.value, ContributionKind.TRANSFER: PayMethod.TRANSFER.value}


def _columns(draft: Any, *left_out: str) -> dict[str, Any]:
    """The draft as columns of its row."""
    names = {"id", "version", *left_out}
    return {one.name: getattr(draft, one.name) for one in fields(draft) if one.name not in names}


# Donors and pledges


def save_donor(workspace: Workspace, draft: DonorDraft) -> tuple[Changes, Warnings]:
    """Keep a donor. Raises `Refused`, `Stale`."""
    with workspace.change(Action.SAVE_DONOR) as change:
        _, warnings = write_donor(change.session, draft)
    return change.done, warnings


def write_donor(session: Session, draft: DonorDraft) -> tuple[str, Warnings]:
    """The donor's row; returns its id. Opens no change."""
    draft = tidied(draft)
    others = {fold(one.name) for one in donors(session) if one.id != draft.id}
    warnings = refuse_errors(check_donor(draft, others))
    return write_row(session, Donor, draft.id, draft.version, _columns(draft)).id, warnings


def save_pledge(workspace: Workspace, draft: PledgeDraft) -> tuple[Changes, Warnings]:
    """Keep a promise. Raises `Refused`, `Stale`."""
    draft = tidied(draft)
    warnings = refuse_errors(check_pledge(draft))
    with workspace.change(Action.SAVE_PLEDGE) as change:
        donor = draft.donor_id or find_donor(change.session, draft.donor_name)
        write_row(change.session, Pledge, draft.id, draft.version, _columns(replace(draft, donor_id=donor)))
    return change.done, warnings


def withdraw_pledge(workspace: Workspace, pledge_id: str, withdrawn_on: str, reason: str, version: int) -> Changes:
    """The donor takes a promise back; what was given of it stays. Raises `Refused`, `Stale`."""
    if not reason.strip():
        raise refuse("reason", "reason_missing")
    if not withdrawn_on:
        raise refuse("withdrawn_on", "day_missing")
    with workspace.change(Action.SAVE_PLEDGE) as change:
        row = change.session.get(Pledge, pledge_id)
        if row is not None and row.withdrawn_on:
            raise refuse("", "pledge_withdrawn_already")
        values = {"withdrawn_on": withdrawn_on, "reason": " ".join(reason.split())}
        write_row(change.session, Pledge, pledge_id, version, values)
    return change.done


# Sponsorships


def save_sponsorship(workspace: Workspace, draft: SponsorshipDraft) -> tuple[Changes, Warnings]:
    """Keep who stands by a household. Raises `Refused`, `Stale`."""
    draft = tidied(draft)
    warnings = refuse_errors(check_sponsorship(draft))
    with workspace.change(Action.SAVE_SPONSORSHIP) as change:
        household = change.session.get(Household, draft.household_id)
        if household is None or household.row_out:
            raise refuse("household_id", "household_not_here")
        left_out = ("household_id",) if draft.id else ()
        write_row(change.session, Sponsorship, draft.id, draft.version, _columns(draft, *left_out))
    return change.done, warnings


def record_visit(workspace: Workspace, draft: VisitDraft) -> tuple[Changes, Warnings]:
    """A visit of a helper. Raises `Refused`."""
    draft = tidied(draft)
    warnings = refuse_errors(check_visit(draft, today().isoformat()))
    with workspace.change(Action.SAVE_SPONSORSHIP) as change:
        above = change.session.get(Sponsorship, draft.sponsorship_id)
        if above is None or above.row_out:
            raise refuse("", "sponsorship_unknown")
        write_row(change.session, SponsorVisit, None, None, _columns(draft))
    return change.done, warnings


# Drives and their people


def save_drive(workspace: Workspace, draft: DriveDraft) -> tuple[Changes, str, Warnings]:
    """Keep a drive; returns what changed, its id and the warnings. Raises `Refused`, `Stale`."""
    draft = tidied(draft)
    warnings = refuse_errors(check_drive(draft))
    with workspace.change(Action.SAVE_DRIVE) as change:
        session, stream = change.session, change.recorder.home_stream()
        standing = drive_figures(session, draft.id) if draft.id else None
        refuse_errors(check_drive_source(draft, standing))
        source_id = draft.source_id or _own_source(session, draft, standing, stream)
        values = _columns(draft) | {"source_id": source_id}
        drive_id = write_row(session, Drive, draft.id, draft.version, values).id
    return change.done, drive_id, warnings


def _own_source(session: Session, draft: DriveDraft, standing: DriveFigures | None, stream: str) -> str:
    """The source that a drive's money goes through: the one it has, else one of its own."""
    if standing is not None and standing.drive.source_id:
        return standing.drive.source_id
    return write_society_source(session, stream, words.DRIVE_SOURCE_CODE, draft.name)


def write_society_source(session: Session, stream: str, code: str, name: str) -> str:
    """A source of givers with a code of its own, made from this beginning; returns its id. Opens no change."""
    taken = {one.code for one in sources(session)}
    free = next(one for one in (f"{code}{number}" for number in count(1)) if one not in taken)
    return write_source(session, SourceDraft(free, name, SourceKind.DONOR), stream)[0]


def save_people(workspace: Workspace, drive_id: str, drafts: Sequence[PersonDraft]) -> tuple[Changes, Warnings]:
    """Add people to a drive and change those that are on its list; others stay. Raises `Refused`, `Stale`."""
    drafts = [tidied(one) for one in drafts]
    if not drafts:
        raise refuse("", "people_not_read")
    with workspace.change(Action.SAVE_DRIVE) as change:
        figures = drive_figures(change.session, drive_id)
        known = {person_key(one.name, one.department) for one in figures.people}
        warnings = refuse_errors(check_people(drafts, known))
        added = [(DrivePerson, {"drive_id": drive_id, **_columns(one)}) for one in drafts if one.id is None]
        for one in drafts:
            if one.id is not None:
                write_row(change.session, DrivePerson, one.id, one.version, _columns(one))
        change.recorder.record_many(added)
    return change.done, warnings


def take_off_people(workspace: Workspace, drive_id: str, person_ids: Sequence[str]) -> Changes:
    """Take people off a drive's list who have given nothing. Raises `Refused`, `Stale`."""
    with workspace.change(Action.SAVE_DRIVE) as change:
        people = {one.id: one for one in drive_figures(change.session, drive_id).people}
        gave = [people[one].name for one in person_ids if one in people and people[one].gave]
        refuse_errors(together([Problem("", "person_has_gifts", {"names": name}) for name in gave]))
        for one in person_ids:
            row = change.session.get(DrivePerson, one)
            if row is None or one not in people:
                raise Stale
            row.deleted = True
    return change.done


# What is given


def record_gift(workspace: Workspace, draft: GiftDraft) -> tuple[Changes, Warnings]:
    """Write a line into the book of gifts; a donor who is not known yet is kept with it. Raises `Refused`."""
    draft = tidied(draft)
    with workspace.change(Action.CONTRIBUTE) as change:
        warnings = refuse_errors(check_gift(draft, today().isoformat()))
        gift = _with_source(change.session, _with_donor(change.session, draft), change.recorder.home_stream())
        warnings += [one for one in _write_gifts(change.recorder, [gift]) if one not in warnings]
    return change.done, warnings


def _with_source(session: Session, draft: GiftDraft, stream: str) -> GiftDraft:
    """The gift with the source it goes through: the drive's, or for a house by name that of direct gifts."""
    if draft.source_id:
        return draft
    if draft.drive_id:
        return replace(draft, source_id=drive_figures(session, draft.drive_id).drive.source_id)
    standing = [one for one in sources(session) if one.name == words.GIFT_SOURCE and one.stream == stream]
    if standing:
        return replace(draft, source_id=standing[0].id)
    return replace(draft, source_id=write_society_source(session, stream, words.GIFT_SOURCE_CODE, words.GIFT_SOURCE))


def _with_donor(session: Session, draft: GiftDraft) -> GiftDraft:
    """The gift with the donor that its name means, made now where there is none."""
    if draft.donor_id or draft.person_id or not draft.donor_name:
        return draft
    found = find_donor(session, draft.donor_name)
    if found is None:
        found, _ = write_donor(session, DonorDraft(draft.donor_name, may_name=draft.may_name))
    return replace(draft, donor_id=found)


def collect(workspace: Workspace, draft: CollectionDraft) -> tuple[Changes, Warnings]:
    """What people of a drive gave, one line each. Raises `Refused`."""
    draft = tidied(draft)
    with workspace.change(Action.CONTRIBUTE) as change:
        figures = drive_figures(change.session, draft.drive_id)
        warnings = refuse_errors(together(check_collection(draft, figures, today().isoformat())))
        names = {one.id: one.name for one in figures.people}
        lines = [
            GiftDraft(
                ContributionKind.SALARY_DAY.value,
                draft.given_on,
                amount,
                draft.method,
                donor_name=names[person_id],
                source_id=figures.drive.source_id,
                drive_id=draft.drive_id,
                person_id=person_id,
                note=draft.note,
            )
            for person_id, amount in draft.amounts
        ]
        warnings += [one for one in _write_gifts(change.recorder, lines) if one not in warnings]
    return change.done, warnings


def _write_gifts(recorder: Recorder, drafts: Sequence[GiftDraft]) -> Warnings:
    """The lines in the ledger, where the limits of money hold and receipts get their numbers."""
    codes = source_codes(recorder.session, [one.source_id for one in drafts])
    lines = [_contribution(one, codes.get(one.source_id or "", "")) for one in drafts]
    return write_contributions(recorder, lines)[1]


def _contribution(draft: GiftDraft, source_code: str) -> ContributionDraft:
    """A receipt is numbered for what is handed over; what the payroll keeps back and work have none."""
    kind = ContributionKind(draft.kind)
    handed_over = (kind in MONEY_KINDS and draft.method != PayMethod.PAYROLL) or kind is ContributionKind.GOODS
    alone = kind is ContributionKind.LABOUR and draft.people is None
    names = (
        "given_on", "amount", "item", "unit", "quantity", "unit_value", "donor_id", "donor_name", "case_id",
        "drive_id", "person_id", "pledge_id", "receipt", "note",
    )  # fmt: skip
    return ContributionDraft(
        source_code,
        kind,
        method=draft.method or _METHODS.get(kind),
        people=1 if alone else draft.people,
        numbering=Numbering.REGISTER if handed_over else Numbering.NONE,
        **{name: getattr(draft, name) for name in names},
    )


# What is sent on


def remit(workspace: Workspace, draft: RemittanceDraft) -> tuple[Changes, Warnings]:
    """Send money of a drive on to a fund, never more than is in hand. Raises `Refused`."""
    draft = tidied(draft)
    with workspace.change(Action.REMIT) as change:
        figures = drive_figures(change.session, draft.drive_id)
        warnings = refuse_errors(check_remittance(draft, figures, today().isoformat()))
        values = _columns(draft) | {"fund": draft.fund or figures.drive.fund}
        source_id = figures.drive.source_id
        books = Books.opened(change.session, [source_id] if source_id else [])
        change.recorder.record_many([(Remittance, values)])
        refuse_errors(books.problems())
    return change.done, warnings


def take_back_remittance(workspace: Workspace, drive_id: str, draft: TakenBackDraft) -> tuple[Changes, Warnings]:
    """Correct a remittance by a negative line of its own ("Sửa sai"). Raises `Refused`."""
    draft = tidied(draft)
    with workspace.change(Action.REVERSE_LINE) as change:
        lines = drive_figures(change.session, drive_id).remittances
        warnings = refuse_errors(check_taken_back(draft, lines, today().isoformat()))
        line = next(one for one in lines if one.id == draft.remittance_id)
        values: dict[str, Any] = {
            "drive_id": drive_id,
            "amount": -line.amount,
            "remitted_on": draft.reversed_on,
            "method": line.method,
            "voucher": line.voucher,
            "fund": line.fund,
            "reason": draft.reason,
            "reverses_id": line.id,
        }
        change.recorder.record_many([(Remittance, values)])
    return change.done, warnings
