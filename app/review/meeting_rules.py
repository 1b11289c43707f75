"""What a village meeting and its votes must satisfy: pure functions over the facts of the cases put up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.problems import Problem
from app.review.drafts import MeetingDraft, VoteDraft
from app.review.ranking import NO_GROUP, Candidate, TieRule, ranking, ties
from app.support.queries import CaseFacts, case_state, check_on_road, known_threshold, passes
from app.wording.review import vote_text
from app.wording.support import names_text


@dataclass(frozen=True)
class PutUp:
    """A case put up at a meeting, with the household's village and the place of its priority group."""

    facts: CaseFacts
    village_id: str | None
    group: int = NO_GROUP


@dataclass(frozen=True)
class Count:
    """The figures of a vote as they will be kept."""

    agree: int
    disagree: int
    abstain: int
    present: int


def counted(draft: MeetingDraft, vote: VoteDraft) -> Count:
    """The figures of a vote; present are those of the meeting where nothing else is said."""
    present = vote.present if vote.present is not None else draft.present
    return Count(vote.agree, vote.disagree, vote.abstain, present or 0)


def check_meeting(draft: MeetingDraft, put_up: Mapping[str, PutUp], day: str) -> list[Problem]:
    """The meeting itself, then each vote. `draft` carries threshold and tie rule as they hold; `day` is today."""
    found = [*_check_head(draft, day), *_check_cases(draft, put_up)]
    for vote in draft.votes:
        found += _check_vote(draft, vote, put_up[vote.case_id])
    return found + list(_check_ties(draft, put_up))


def _check_head(draft: MeetingDraft, day: str) -> Iterator[Problem]:
    if not draft.held_on:
        yield Problem("held_on", "day_missing")
    elif draft.held_on > day:
        yield Problem("held_on", "event_ahead", warning=True)
    if draft.village_id is None:
        yield Problem("village_id", "meeting_village_missing")
    if draft.present is None or draft.present <= 0:
        yield Problem("present", "meeting_present_missing")
    elif draft.households is not None and draft.present > draft.households:
        values = {"present": draft.present, "households": draft.households}
        yield Problem("present", "meeting_present_above", values, warning=True)
    for name in ("chair", "secretary"):
        if not getattr(draft, name):
            yield Problem(name, f"meeting_{name}_missing", warning=True)
    if not known_threshold(draft.threshold):
        yield Problem("threshold", "threshold_unknown", {"text": draft.threshold or ""})
    if draft.threshold is None and draft.votes:
        yield Problem("threshold", "threshold_missing", warning=True)
    if draft.tie_rule is not None and draft.tie_rule not in set(TieRule):
        yield Problem("tie_rule", "tie_rule_unknown", {"text": draft.tie_rule})


def _check_cases(draft: MeetingDraft, put_up: Mapping[str, PutUp]) -> Iterator[Problem]:
    times = Counter(one.case_id for one in draft.votes)
    if any(count > 1 for count in times.values()):
        yield Problem("votes", "case_chosen_twice")
    for one in put_up.values():
        about = {"names": one.facts.head_name}
        yield from check_on_road(one.facts, case_state(one.facts))
        if draft.village_id and one.village_id and one.village_id != draft.village_id:
            yield Problem("votes", "vote_of_other_village", about, warning=True)
        if draft.programme_id and one.facts.programme and one.facts.programme.id != draft.programme_id:
            yield Problem("votes", "vote_of_other_programme", about)


def _check_vote(draft: MeetingDraft, vote: VoteDraft, one: PutUp) -> Iterator[Problem]:
    """The three counts are exactly those present for this vote: anything else is refused."""
    count = counted(draft, vote)
    about: dict[str, object] = {"names": one.facts.head_name}
    if min(count.agree, count.disagree, count.abstain) < 0:
        yield Problem("votes", "vote_negative", about)
        return
    said = count.agree + count.disagree + count.abstain
    if said != count.present or count.present == 0:
        yield Problem("votes", "vote_not_those_present", about | {"sum": said, "present": count.present})
        return
    if vote.rank is not None and vote.rank < 1:
        yield Problem("votes", "rank_unfit", about)
    if draft.present is not None and count.present > draft.present:
        yield Problem("votes", "vote_present_above", about | {"present": draft.present}, warning=True)
    if one.facts.surveyed_on is None:
        yield Problem("votes", "vote_before_survey", about, warning=True)
    passed = passes(count, draft.threshold)
    values = about | {"votes": vote_text(count.agree, count.present, draft.threshold)}
    if passed is False:
        yield Problem("votes", "vote_lost", values, warning=True)
    elif passed is None and 2 * count.agree <= count.present:
        yield Problem("votes", "vote_not_half", values, warning=True)


def _check_ties(draft: MeetingDraft, put_up: Mapping[str, PutUp]) -> Iterator[Problem]:
    """A place is given once, unless the rule says that equal votes share it; where lots are drawn it is typed."""
    if draft.tie_rule == TieRule.SHARED:
        return
    heads = {case: one.facts.head_name for case, one in put_up.items()}
    for cases in ties(ranked(draft, put_up)):
        names = names_text([heads[one] for one in cases])
        yield Problem("votes", "votes_tied", {"names": names}, warning=True)


def ranked(draft: MeetingDraft, put_up: Mapping[str, PutUp]) -> dict[str, int]:
    """The place of each household that did not lose its vote: typed ones stay, the others follow the rule."""
    counts = {one.case_id: counted(draft, one) for one in draft.votes}
    kept = [one for one in draft.votes if passes(counts[one.case_id], draft.threshold) is not False]
    candidates = [
        Candidate(
            one.case_id,
            counts[one.case_id].agree,
            counts[one.case_id].disagree,
            counts[one.case_id].present,
            put_up[one.case_id].group,
        )
        for one in kept
    ]
    places = ranking(candidates, draft.tie_rule)
    return places | {one.case_id: one.rank for one in kept if one.rank is not None}
