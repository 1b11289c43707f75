"""What a public posting, and a remark on a posted house, must satisfy; until when a list hangs."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from app.documents.words import date_text
from app.problems import Problem
from app.review.drafts import PostingDraft, RemarkDraft
from app.review.working_days import LONGEST, holidays, posting_end
from app.support.queries import CaseFacts, CaseState, PostedRow, case_state, check_on_road, passes
from app.wording.review import vote_text
from models.vocabulary import RecheckResult


def end_of(posted: PostedRow) -> str | None:
    """The last day of the posting a house stands on; None where a merge left it without day or length."""
    return posting_end(posted.posted_on, posted.days, posted.working_days)


def vote_lost(state: CaseState) -> bool:
    """Whether the standing vote stayed below its threshold."""
    return state.vote is not None and passes(state.vote, state.vote.threshold) is False


def check_posting(draft: PostingDraft, day: str) -> list[Problem]:
    """The posting itself. `draft` carries the length as it holds; `day` is today."""
    found = []
    if not draft.posted_on:
        found.append(Problem("posted_on", "day_missing"))
    elif draft.posted_on > day:
        found.append(Problem("posted_on", "event_ahead", warning=True))
    if not draft.place:
        found.append(Problem("place", "posting_place_missing"))
    if draft.days is None:
        found.append(Problem("days", "posting_days_missing"))
    elif not 0 < draft.days <= LONGEST:
        found.append(Problem("days", "posting_days_unfit", {"days": draft.days}))
    end = posting_end(draft.posted_on, draft.days, draft.working_days)
    if end and not holidays().knows(date.fromisoformat(draft.posted_on), date.fromisoformat(end)):
        found.append(Problem("posted_on", "holidays_not_known", {"year": end[:4]}, warning=True))
    if not draft.criteria:
        found.append(Problem("criteria", "posting_criteria_missing", warning=True))
    return found


def check_posted(draft: PostingDraft, facts: CaseFacts) -> list[Problem]:
    """One house of a list: a vote below the threshold does not reach it without a reason; missing steps only warn."""
    state = case_state(facts)
    about: dict[str, object] = {"names": facts.head_name}
    found = check_on_road(facts, state)
    if vote_lost(state) and state.vote is not None and not draft.reasons.get(facts.case_id):
        votes = vote_text(state.vote.agree or 0, state.vote.present or 0, state.vote.threshold)
        found.append(Problem("case_ids", "posted_without_vote", about | {"votes": votes}))
    asked = facts.programme.required_steps(draft.posted_on) if facts.programme else ()
    if "village_review" in asked and not facts.votes:
        found.append(Problem("case_ids", "posted_before_vote", about, warning=True))
    standing = end_of(state.posting) if state.posting and state.posting.posting_id != draft.id else None
    if standing is not None and draft.posted_on <= standing:
        found.append(
            Problem("case_ids", "posted_already", about | {"end": date_text(date.fromisoformat(standing))}, True)
        )
    if state.decision is not None:
        found.append(Problem("case_ids", "posted_after_decision", about, warning=True))
    return found


def check_end(posted_on: str | None, days: int | None, working_days: bool | None, closed_on: str) -> list[Problem]:
    """A list is taken down when its last day is over, not before."""
    if not closed_on:
        return [Problem("closed_on", "day_missing")]
    end = posting_end(posted_on, days, working_days)
    if end is not None and closed_on < end:
        return [Problem("closed_on", "posting_not_over", {"end": date_text(date.fromisoformat(end))})]
    return []


def check_remark(draft: RemarkDraft, facts: CaseFacts, postings: Collection[str | None], day: str) -> list[Problem]:
    """A remark has its day and its words; a re-check its result; an answer its day. `postings` are the house's."""
    found = []
    if not draft.content:
        found.append(Problem("content", "remark_empty"))
    if not draft.received_on:
        found.append(Problem("received_on", "day_missing"))
    if draft.posting_id is not None and draft.posting_id not in postings:
        found.append(Problem("posting_id", "remark_posting_unknown", {"names": facts.head_name}))
    if draft.recheck_result is not None and draft.recheck_result not in set(RecheckResult):
        found.append(Problem("recheck_result", "recheck_result_unknown", {"text": draft.recheck_result}))
    if bool(draft.rechecked_on) != bool(draft.recheck_result):
        found.append(Problem("recheck_result" if draft.rechecked_on else "rechecked_on", "recheck_half"))
    if bool(draft.answered_on) != bool(draft.answer):
        found.append(Problem("answer" if draft.answered_on else "answered_on", "answer_half"))
    return [*found, *_check_order(draft, facts, day)]


def _check_order(draft: RemarkDraft, facts: CaseFacts, day: str) -> Iterator[Problem]:
    for name in ("rechecked_on", "answered_on"):
        later = getattr(draft, name)
        if later and draft.received_on and later < draft.received_on:
            yield Problem(name, "day_before_remark")
    for name in ("received_on", "rechecked_on", "answered_on"):
        if (getattr(draft, name) or "") > day:
            yield Problem(name, "event_ahead", warning=True)
    if draft.answered_on and not draft.rechecked_on:
        yield Problem("rechecked_on", "answered_without_recheck", {"names": facts.head_name}, warning=True)
