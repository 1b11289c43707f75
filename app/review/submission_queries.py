"""Reads submissions, and says before one is made which houses can go on a day and which must wait."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.journal.store import batches
from app.outlook import Outlook, look_ahead
from app.problems import refuse
from app.review.drafts import ProposedDraft, SubmissionDraft
from app.review.submission_rules import check_proposed
from app.support.queries import case_facts, find_cases
from models.review import Submission, SubmittedCase
from models.vocabulary import Status


@dataclass(frozen=True)
class ProposedHouse:
    """A house on a submission's list, with what was proposed; amount in đồng."""

    case_id: str
    household_id: str
    head_name: str
    category: str | None
    work_type: str | None
    amount: int | None


@dataclass(frozen=True)
class SubmissionLine:
    """A submission in the list; `amount` is the sum proposed in đồng, `decided` how many of its houses were decided."""

    id: str
    programme_id: str | None
    number: str | None
    submitted_on: str | None
    addressee: str | None
    signer: str | None
    returned_on: str | None
    return_reason: str | None
    houses: int
    amount: int
    decided: int


@dataclass(frozen=True)
class SubmissionSheet:
    """A submission with its houses, in the order in which they were put on it."""

    submission: SubmissionLine
    draft: SubmissionDraft
    houses: tuple[ProposedHouse, ...]


def submissions(session: Session, programme_id: str | None = None) -> list[SubmissionLine]:
    """The submissions of a programme (of all), the newest first."""
    query = select(Submission).where(Submission.row_out.is_(False))
    if programme_id is not None:
        query = query.where(Submission.programme_id == programme_id)
    rows = sorted(session.scalars(query), key=lambda one: (one.submitted_on or "", one.id), reverse=True)
    submitted = _submitted(session, [one.id for one in rows])
    decided = _decided(session, {case for cases in submitted.values() for case in cases})
    return [_line(one, submitted.get(one.id, {}), decided) for one in rows]


def living_submission(session: Session, submission_id: str) -> Submission:
    """A submission's row. Raises `Refused` when it is not here."""
    row = session.get(Submission, submission_id)
    if row is None or row.row_out:
        raise refuse("", "submission_not_here")
    return row


def _submitted(session: Session, submission_ids: Iterable[str]) -> dict[str, dict[str, SubmittedCase]]:
    """Submission -> case -> the row that puts the house on the list; of two laptops' rows the later."""
    found: dict[str, dict[str, SubmittedCase]] = {}
    for batch in batches(submission_ids):
        query = select(SubmittedCase).where(SubmittedCase.submission_id.in_(batch), SubmittedCase.row_out.is_(False))
        for row in session.scalars(query.order_by(SubmittedCase.id)):
            found.setdefault(row.submission_id or "", {})[row.case_id or ""] = row
    return found


def submitted_cases(session: Session, submission_id: str) -> list[SubmittedCase]:
    """All rows that put houses on a submission's list."""
    query = select(SubmittedCase).where(SubmittedCase.submission_id == submission_id, SubmittedCase.row_out.is_(False))
    return list(session.scalars(query.order_by(SubmittedCase.id)))


def _decided(session: Session, case_ids: Iterable[str]) -> set[str]:
    return {case for case, one in case_facts(session, case_ids).items() if one.decisions}


def _line(row: Submission, submitted: dict[str, SubmittedCase], decided: set[str]) -> SubmissionLine:
    return SubmissionLine(
        row.id,
        row.programme_id,
        row.number,
        row.submitted_on,
        row.addressee,
        row.signer,
        row.returned_on,
        row.return_reason,
        len(submitted),
        sum(one.amount or 0 for one in submitted.values()),
        len(decided.intersection(submitted)),
    )


def submission_sheet(session: Session, submission_id: str) -> SubmissionSheet:
    """A submission with its houses. Raises `Refused` when it is not here."""
    row = living_submission(session, submission_id)
    submitted = _submitted(session, [submission_id]).get(submission_id, {})
    facts = case_facts(session, submitted)
    houses = tuple(
        ProposedHouse(
            case_id,
            facts[case_id].household_id,
            facts[case_id].head_name,
            facts[case_id].category,
            one.work_type or facts[case_id].work_type,
            one.amount,
        )
        for case_id, one in submitted.items()
        if case_id in facts
    )
    line = _line(row, submitted, _decided(session, submitted))
    return SubmissionSheet(line, _draft(row, submitted), houses)


def submission_draft(session: Session, submission_id: str) -> SubmissionDraft:
    """A submission as its form shows it. Raises `Refused` when it is not here."""
    row = living_submission(session, submission_id)
    return _draft(row, _submitted(session, [submission_id]).get(submission_id, {}))


def _draft(row: Submission, submitted: dict[str, SubmittedCase]) -> SubmissionDraft:
    values = {one.name: getattr(row, one.name) for one in fields(SubmissionDraft) if one.name != "houses"}
    houses = tuple(ProposedDraft(case, one.amount, one.work_type) for case, one in submitted.items())
    return SubmissionDraft(**values | {"submitted_on": row.submitted_on or "", "houses": houses})


def submission_outlook(session: Session, case_ids: Iterable[str], day: str) -> Outlook:
    """Which of these houses may be submitted on a day, which must wait and why."""
    return look_ahead(case_facts(session, case_ids).values(), lambda one: check_proposed(one, day))


def cases_to_submit(session: Session, programme_id: str | None = None) -> list[str]:
    """The cases whose turn is the submission: posted, also while the list hangs or a remark is open."""
    posted = find_cases(session, {Status.POSTED}, programme_id)
    reviewed = case_facts(session, find_cases(session, {Status.SURVEYED, Status.VILLAGE_REVIEWED}, programme_id))
    rest = []
    for case_id, one in reviewed.items():
        asked = one.programme.required_steps(one.surveyed_on or "") if one.programme else ()
        if "posting" not in asked and ("village_review" not in asked or one.votes):
            rest.append(case_id)
    return [*posted, *rest]
