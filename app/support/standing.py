"""Which rows of a case stand: not replaced, not taken back, the newest of their kind. Pure functions of its facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol, TypeVar

from app.support.facts import (
    AcceptanceRow,
    CaseFacts,
    ClosingRow,
    DecisionRow,
    ExceptionRow,
    HandoverRow,
    PostedRow,
    RemarkRow,
    StageRow,
    SubmittedRow,
    VoteRow,
)
from app.support.votes import adds_up, passes
from models.vocabulary import ExceptionCase, RecheckResult, Stage, Status

DECIDED_BY_OTHER_OFFICE = "decided_by_other_office"
BUILDING = (Stage.FOUNDATION, Stage.FRAME_WALL, Stage.ROOF, Stage.FINISH)
OFF_ROAD = frozenset(
    {
        Status.ON_HOLD,
        Status.WITHDRAWN,
        Status.INELIGIBLE,
        Status.REFUSED,
        Status.TRANSFERRED,
        Status.CANCELLED_DEATH,
    }
)
#: What moves a case off the road or back onto it.
MOVING = frozenset({*(one.value for one in OFF_ROAD), ExceptionCase.RESUMED.value})


class _Correctable(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def replaces_id(self) -> str | None: ...


class _Dated(Protocol):
    @property
    def id(self) -> str: ...


AnyRow = TypeVar("AnyRow", bound=_Correctable)
AnyDated = TypeVar("AnyDated", bound=_Dated)


def _newest(rows: Sequence[AnyDated], day: str) -> AnyDated | None:
    """The newest by date, then by the time of its id (UUIDv7 begins with the clock)."""
    return max(rows, key=lambda one: (getattr(one, day) or "", one.id)) if rows else None


def _not_replaced(rows: Sequence[AnyRow]) -> list[AnyRow]:
    replaced = {one.replaces_id for one in rows}
    return [one for one in rows if one.id not in replaced]


def standing_decisions(facts: CaseFacts) -> list[DecisionRow]:
    """The decisions that no later row of the same office replaced or took back."""
    replaced = {(one.replaces_id, one.office_code) for one in facts.decisions}
    return [one for one in facts.decisions if (one.id, one.office_code) not in replaced and one.amount is not None]


def _decides(facts: CaseFacts, decision: DecisionRow) -> bool:
    return facts.programme is None or facts.programme.decides(decision.office_level, decision.decided_on or "")


def counting_decision(facts: CaseFacts) -> tuple[DecisionRow | None, tuple[str, ...]]:
    """The newest decision of the office that was deciding on its date, else one from before the program was used, else
    another office's, with a warning.
    """
    standing = standing_decisions(facts)
    for alike in (
        [one for one in standing if _decides(facts, one) and not one.before_program],
        [one for one in standing if one.before_program],  # whoever decided then, its office only took it over
    ):
        if (deciding := _newest(alike, "decided_on")) is not None:
            return deciding, ()
    other = _newest(standing, "decided_on")
    return other, (DECIDED_BY_OTHER_OFFICE,) if other else ()


def conflicting_decisions(facts: CaseFacts, counting: DecisionRow | None) -> tuple[DecisionRow, ...]:
    """The newest decisions of each office, when they say different things: a person has to look."""
    if counting is None:
        return ()
    standing = standing_decisions(facts)
    others = {one.office_code for one in standing} - {counting.office_code}
    newest = [_newest([one for one in standing if one.office_code == office], "decided_on") for office in others]
    different = [one for one in newest if one is not None and _differ(one, counting)]
    return (counting, *sorted(different, key=lambda one: one.id)) if different else ()


def _differ(one: DecisionRow, other: DecisionRow) -> bool:
    """Whether two decisions say different things; what a list did not know of one says nothing."""
    open_ended = one.before_program or other.before_program
    pairs = zip(_content(one), _content(other), strict=True)
    return any(a != b and not (open_ended and None in (a, b)) for a, b in pairs)


def _content(one: DecisionRow) -> tuple[object, ...]:
    return (one.number, one.decided_on, one.amount, one.work_type)


def standing_acceptance(facts: CaseFacts) -> AcceptanceRow | None:
    """The acceptance that was not taken back."""
    return _newest([one for one in _not_replaced(facts.acceptances) if not one.revoked], "accepted_on")


def standing_handover(facts: CaseFacts) -> HandoverRow | None:
    """The handover that was not taken back."""
    return _newest([one for one in _not_replaced(facts.handovers) if not one.revoked], "handed_over_on")


def standing_closing(facts: CaseFacts) -> ClosingRow | None:
    """The closing of the file that was not taken back."""
    return _newest([one for one in _not_replaced(facts.closings) if not one.revoked], "closed_on")


def standing_exception(facts: CaseFacts) -> ExceptionRow | None:
    """What holds the case off the road now: the newest of these, unless it brought the case back.

    The other exceptions of domain 6.3 (X5 to X16) are notes that leave the case where it stands.
    """
    moving = [one for one in _not_replaced(facts.exceptions) if one.kind in MOVING]
    found = _newest(moving, "happened_on")
    return None if found is None or found.kind == ExceptionCase.RESUMED else found


def noted_exceptions(facts: CaseFacts) -> tuple[ExceptionRow, ...]:
    """The exceptions that leave a case where it stands, oldest first."""
    notes = [one for one in _not_replaced(facts.exceptions) if one.kind not in MOVING]
    return tuple(sorted(notes, key=lambda one: (one.happened_on or "", one.id)))


def standing_vote(facts: CaseFacts) -> VoteRow | None:
    """The vote of the newest meeting, unless a re-check has since sent the house back to the survey."""
    vote = _newest(facts.votes, "held_on")
    if vote is None or any(_day_sent_back(one) >= (vote.held_on or "") for one in _sent_back(facts)):
        return None
    return vote


def standing_posting(facts: CaseFacts) -> PostedRow | None:
    """The newest posting from which no re-check took the house; a vote lost since then takes it off too."""
    posted = _newest(facts.posted, "posted_on")
    if posted is None or any(_concerns(one, posted) for one in _sent_back(facts)):
        return None
    vote = standing_vote(facts)
    lost = (
        vote is not None and passes(vote, vote.threshold) is False and (vote.held_on or "") > (posted.posted_on or "")
    )
    return None if lost else posted


def standing_submission(facts: CaseFacts) -> SubmittedRow | None:
    """The newest submission that did not come back."""
    return _newest([one for one in facts.submitted if not one.returned_on], "submitted_on")


def _sent_back(facts: CaseFacts) -> list[RemarkRow]:
    return [one for one in facts.remarks if one.recheck_result == RecheckResult.SENT_BACK]


def _day_sent_back(remark: RemarkRow) -> str:
    return remark.rechecked_on or remark.received_on or ""


def _concerns(remark: RemarkRow, posted: PostedRow) -> bool:
    """Whether a remark is on this posting; one that names none is on all that hung when it came."""
    if remark.posting_id is not None:
        return remark.posting_id == posted.posting_id
    return (remark.received_on or "") >= (posted.posted_on or "")


def stages_done(facts: CaseFacts) -> dict[Stage, StageRow]:
    """The stages done, in the order of building; of two rows for one stage the one written last.

    Only one from before the program may have no day.
    """
    standing = {one.stage: one for one in _not_replaced(facts.stages) if one.done_on or one.before_program}
    return {stage: standing[stage.value] for stage in Stage if stage.value in standing}


def started_on(stages: Mapping[Stage, StageRow]) -> str | None:
    """The day the works began: of the start, else of the first stage done; None: not begun, or on a day unknown."""
    if Stage.START in stages:
        return stages[Stage.START].done_on
    return min((one.done_on for one in stages.values() if one.done_on), default=None)


def village_agreed(facts: CaseFacts) -> bool:
    """Whether the standing vote passed; where the programme has no threshold a vote that adds up is enough."""
    vote = standing_vote(facts)
    return vote is not None and adds_up(vote) and passes(vote, vote.threshold) is not False


def recorded_steps(facts: CaseFacts) -> frozenset[str]:
    """The steps before a decision that are recorded here, whatever came of them."""
    state = {
        "survey": facts.surveyed_on is not None,
        "village_review": bool(facts.votes),
        "posting": bool(facts.posted),
        "submission": bool(facts.submitted),
    }
    return frozenset(step for step, recorded in state.items() if recorded)
