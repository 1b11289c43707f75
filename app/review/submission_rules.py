"""What a submission and each of its houses must satisfy; who waits, and from which day he may go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from app.documents.words import date_text
from app.problems import Problem
from app.review.drafts import ProposedDraft, SubmissionDraft
from app.review.posting_rules import end_of, vote_lost
from app.review.working_days import day_after
from app.support.queries import CaseFacts, CaseState, case_state, check_on_road
from app.wording.review import vote_text
from app.wording.support import names_text, step_text
from models.vocabulary import RecheckResult, WorkType


def check_submission(draft: SubmissionDraft, day: str) -> list[Problem]:
    """The submission itself: its day and its houses; number and signer may come later. `day` is today."""
    found = []
    if not draft.submitted_on:
        found.append(Problem("submitted_on", "day_missing"))
    elif draft.submitted_on > day:
        found.append(Problem("submitted_on", "event_ahead", warning=True))
    if not draft.houses:
        found.append(Problem("houses", "no_houses"))
    if len({one.case_id for one in draft.houses}) != len(draft.houses):
        found.append(Problem("houses", "case_chosen_twice"))
    if any(one.amount is not None and one.amount <= 0 for one in draft.houses):
        found.append(Problem("houses", "amount_not_positive"))
    if any(one.work_type is not None and one.work_type not in set(WorkType) for one in draft.houses):
        found.append(Problem("houses", "work_type_missing_in_list"))
    return found


def proposed_amount(one: ProposedDraft, facts: CaseFacts, day: str) -> int | None:
    """The amount in đồng for a house: typed, else requested, else the programme's norm on the day."""
    norm = facts.programme.norm(facts.category, one.work_type or facts.work_type, day) if facts.programme else None
    return one.amount or facts.requested_amount or norm


def check_proposed(facts: CaseFacts, submitted_on: str, submission_id: str | None = None) -> list[Problem]:
    """Whether a house may be submitted on a day, and why not. A step that was never recorded only warns.

    `submission_id` is the submission being changed: standing on it is no fault.
    """
    state = case_state(facts)
    about: dict[str, object] = {"names": facts.head_name}
    found = [*check_on_road(facts, state), *_waiting(facts, state, submitted_on)]
    standing = state.submission
    if standing is not None and standing.submission_id != submission_id:
        found.append(Problem("houses", "submitted_already", about | {"number": standing.number or "…"}))
    if state.decision is not None:
        found.append(Problem("houses", "submitted_after_decision", about, warning=True))
    if facts.work_type is None:
        found.append(Problem("houses", "work_type_missing", about, warning=True))
    return [*found, *_missing(facts, submitted_on)]


def _waiting(facts: CaseFacts, state: CaseState, day: str) -> Iterator[Problem]:
    """The only steps that stop a house: an open window, an open remark, a re-check or a vote that it lost.

    A vote counts as it stands now: one put right after the list was posted too, unless the list has a reason.
    """
    about: dict[str, object] = {"names": facts.head_name}
    posted = state.posting
    end = end_of(posted) if posted else None
    if end is not None and day <= end:
        shown = {"count": 1, "end": _shown(end), "start": _shown(day_after(end))}
        yield Problem("houses", "posting_not_over_yet", about | shown)
    if state.open_remarks:
        yield Problem("houses", "remark_open", about)
    if posted is None and (facts.posted or _still_sent_back(facts)):
        yield Problem("houses", "sent_back_to_survey", about)
    elif vote_lost(state) and state.vote is not None and not (posted and posted.reason):
        votes = vote_text(state.vote.agree or 0, state.vote.present or 0, state.vote.threshold)
        yield Problem("houses", "submitted_without_vote", about | {"votes": votes})


def _still_sent_back(facts: CaseFacts) -> bool:
    """Whether a re-check took the house off a list that is gone; where none hung, a survey since then is enough."""
    surveyed = facts.surveyed_on or ""
    return any(
        one.posting_id is not None or surveyed <= (one.rechecked_on or one.received_on or "")
        for one in facts.remarks
        if one.recheck_result == RecheckResult.SENT_BACK
    )


def _missing(facts: CaseFacts, day: str) -> Iterator[Problem]:
    recorded = {"survey": facts.surveyed_on, "village_review": facts.votes, "posting": facts.posted}
    for step in facts.programme.required_steps(day) if facts.programme else ():
        if step in recorded and not recorded[step]:
            yield Problem("", f"missing_{step}", {"names": facts.head_name, "step": step_text(step)}, warning=True)


def _shown(day: str) -> str:
    return date_text(date.fromisoformat(day))


def counted_together(problems: Sequence[Problem]) -> list[Problem]:
    """The houses of one list that wait for the same day as one sentence with their count; the rest as they are."""
    lists: dict[object, list[Problem]] = {}
    rest = []
    for one in problems:
        if one.code == "posting_not_over_yet":
            lists.setdefault(one.values["end"], []).append(one)
        else:
            rest.append(one)
    found = []
    for same in lists.values():
        names = names_text([str(one.values["names"]) for one in same])
        found.append(replace(same[0], values={**same[0].values, "count": len(same), "names": names}))
    return found + rest


def check_return(returned_on: str, reason: str, submitted_on: str | None) -> list[Problem]:
    """A submission comes back on a day, with a reason."""
    found = []
    if not returned_on:
        found.append(Problem("returned_on", "day_missing"))
    elif submitted_on and returned_on < submitted_on:
        found.append(Problem("returned_on", "returned_before_submitted"))
    if not reason.strip():
        found.append(Problem("reason", "reason_missing"))
    return found
