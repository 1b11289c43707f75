"""The verbs from the posted list to the submission: postings and their end, remarks, submissions and their return."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace

from sqlalchemy.orm import Session

from app.actions import Action
from app.drafts import tidied, together
from app.parsing import today
from app.problems import Problem, Stale, errors, refuse, refuse_errors
from app.review.drafts import PostingDraft, RemarkDraft, SubmissionDraft
from app.review.posting_queries import living_posting, posted_cases
from app.review.posting_rules import check_end, check_posted, check_posting, check_remark
from app.review.submission_queries import living_submission, submitted_cases
from app.review.submission_rules import (
    check_proposed,
    check_return,
    check_submission,
    counted_together,
    proposed_amount,
)
from app.rows import write_row
from app.support.queries import CaseFacts, facts_of, programme_named
from app.workspace import Changes, Workspace
from models.base import Recorded
from models.review import PostedCase, Posting, Remark, Submission, SubmittedCase
from models.vietnamese import nfc

Warnings = list[Problem]


# Postings


def save_posting(workspace: Workspace, draft: PostingDraft) -> tuple[Changes, str, Warnings]:
    """Record a public posting with its list; returns its id. Raises `Refused`, `Stale`."""
    with workspace.change(Action.SAVE_POSTING) as change:
        posting_id, warnings = write_posting(change.session, draft)
    return change.done, posting_id, warnings


def write_posting(session: Session, draft: PostingDraft) -> tuple[str, Warnings]:
    """The posting's row and a row for each house; opens no change."""
    draft = tidied(draft)
    programme = programme_named(session, draft.programme_id)
    days, working = programme.posting_length(draft.posted_on)
    draft = replace(
        draft,
        programme_id=programme.id,
        days=days if draft.days is None else draft.days,
        working_days=working if draft.working_days is None else draft.working_days,
        reasons={case: " ".join(nfc(reason).split()) for case, reason in draft.reasons.items()},
    )
    facts = facts_of(session, draft.case_ids)
    found = [*check_posting(draft, today().isoformat()), *(one for case in facts for one in check_posted(draft, case))]
    warnings = refuse_errors(together(found))
    values = {one.name: getattr(draft, one.name) for one in fields(draft) if one.name not in _NOT_OF_POSTING}
    posting = write_row(session, Posting, draft.id, draft.version, values)
    standing = {one.case_id: one for one in posted_cases(session, posting.id)}
    for case_id, row in standing.items():
        if case_id not in draft.case_ids:
            row.deleted = True
    for case_id in draft.case_ids:
        known = standing.get(case_id)
        own: dict[str, object] = {"reason": draft.reasons.get(case_id)}
        named = {} if known else {"case_id": case_id, "posting_id": posting.id}
        write_row(session, PostedCase, known.id if known else None, None, own | named)
    return posting.id, warnings


_NOT_OF_POSTING = frozenset({"case_ids", "reasons", "id", "version"})


def end_posting(
    workspace: Workspace, posting_id: str, closed_on: str, witness: str | None = None, version: int | None = None
) -> Changes:
    """Record that a list was taken down after its last day; for the minutes of its end. Raises `Refused`, `Stale`."""
    with workspace.change(Action.SAVE_POSTING) as change:
        row = living_posting(change.session, posting_id)
        if version is not None and row.version != version:
            raise Stale
        refuse_errors(check_end(row.posted_on, row.days, row.working_days, closed_on))
        row.closed_on = closed_on
        row.witness = (witness or "").strip() or row.witness
    return change.done


def remove_posting(workspace: Workspace, posting_id: str, version: int | None = None) -> Changes:
    """Take a posting recorded by mistake off, with its list; undo brings it back. Raises `Refused`, `Stale`."""
    with workspace.change(Action.SAVE_POSTING) as change:
        row = living_posting(change.session, posting_id)
        _remove(row, posted_cases(change.session, posting_id), version)
    return change.done


def _remove(row: Posting | Submission, below: Sequence[Recorded], version: int | None) -> None:
    if version is not None and row.version != version:
        raise Stale
    for one in (*below, row):
        one.deleted = True


# Remarks


def save_remark(workspace: Workspace, draft: RemarkDraft) -> tuple[Changes, str, Warnings]:
    """Record a remark, its re-check or its answer; returns its id. Raises `Refused`, `Stale`."""
    with workspace.change(Action.SAVE_REMARK) as change:
        remark_id, warnings = write_remark(change.session, draft)
    return change.done, remark_id, warnings


def write_remark(session: Session, draft: RemarkDraft) -> tuple[str, Warnings]:
    """The remark's row; opens no change."""
    draft = tidied(draft)
    [facts] = facts_of(session, [draft.case_id])
    hanging = {one.posting_id for one in facts.posted}
    warnings = refuse_errors(check_remark(draft, facts, hanging, today().isoformat()))
    own = {one.name for one in fields(draft)} - {"id", "version", "case_id"}
    values = {name: getattr(draft, name) for name in own}
    if draft.id is None:
        values["case_id"] = draft.case_id
    return write_row(session, Remark, draft.id, draft.version, values).id, warnings


# Submissions


def save_submission(workspace: Workspace, draft: SubmissionDraft) -> tuple[Changes, str, Warnings]:
    """Record the commune's submission with its list, all houses or none; returns its id. Raises `Refused`, `Stale`.

    `app.review.queries.submission_outlook` says beforehand which houses can go.
    """
    with workspace.change(Action.SAVE_SUBMISSION) as change:
        submission_id, warnings = write_submission(change.session, draft)
    return change.done, submission_id, warnings


def write_submission(session: Session, draft: SubmissionDraft) -> tuple[str, Warnings]:
    """The submission's row and a row for each house; opens no change."""
    draft = tidied(draft)
    draft = replace(draft, programme_id=programme_named(session, draft.programme_id).id)
    refuse_errors(check_submission(draft, today().isoformat()))
    facts = {one.case_id: one for one in facts_of(session, [one.case_id for one in draft.houses])}
    warnings = _submittable(draft, list(facts.values()))
    own = {one.name for one in fields(draft)} - {"houses", "id", "version"}
    row = write_row(session, Submission, draft.id, draft.version, {name: getattr(draft, name) for name in own})
    standing = {one.case_id: one for one in submitted_cases(session, row.id)}
    for case_id, old in standing.items():
        if case_id not in facts:
            old.deleted = True
    for house in draft.houses:
        known = standing.get(house.case_id)
        case = facts[house.case_id]
        values: dict[str, object] = {
            "amount": proposed_amount(house, case, draft.submitted_on),
            "work_type": house.work_type or case.work_type,
        }
        named = {} if known else {"case_id": house.case_id, "submission_id": row.id}
        write_row(session, SubmittedCase, known.id if known else None, None, values | named)
    return row.id, warnings


def _submittable(draft: SubmissionDraft, facts: list[CaseFacts]) -> Warnings:
    """The warnings; raises `Refused` with one sentence for all houses that wait for the same thing."""
    found = [*check_submission(draft, today().isoformat())]
    found += [problem for one in facts for problem in check_proposed(one, draft.submitted_on, draft.id)]
    wrong = counted_together(errors(found))
    return refuse_errors(together([*wrong, *(one for one in found if one.warning)]))


def return_submission(
    workspace: Workspace, submission_id: str, returned_on: str, reason: str, version: int | None = None
) -> Changes:
    """Record that a submission came back; its houses may be submitted again. Raises `Refused`, `Stale`."""
    with workspace.change(Action.SAVE_SUBMISSION) as change:
        row = living_submission(change.session, submission_id)
        if version is not None and row.version != version:
            raise Stale
        if row.returned_on:
            raise refuse("", "submission_back_already")
        refuse_errors(check_return(returned_on, reason, row.submitted_on))
        row.returned_on, row.return_reason = returned_on, " ".join(reason.split())
    return change.done


def remove_submission(workspace: Workspace, submission_id: str, version: int | None = None) -> Changes:
    """Take a submission recorded by mistake off, with its list; undo brings it back. Raises `Refused`, `Stale`."""
    with workspace.change(Action.SAVE_SUBMISSION) as change:
        row = living_submission(change.session, submission_id)
        _remove(row, submitted_cases(change.session, submission_id), version)
    return change.done
