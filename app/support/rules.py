"""What follows from the rows of a case, and what a request, a decision or an exception must satisfy. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Protocol, TypeVar

from app.problems import Problem
from app.support.drafts import CaseDraft, DecisionDraft, ExceptionDraft
from app.support.facts import (
    AcceptanceRow,
    CaseFacts,
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
from app.wording.support import status_text, step_text
from models.vocabulary import ExceptionCase, Level, RecheckResult, Stage, Status, WorkType

DECIDED_BY_OTHER_OFFICE = "decided_by_other_office"
VOTE_DOES_NOT_ADD_UP = "vote_does_not_add_up"
_BUILDING = (Stage.FOUNDATION, Stage.FRAME_WALL, Stage.ROOF, Stage.FINISH)
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
_MOVING = frozenset({*(one.value for one in OFF_ROAD), ExceptionCase.RESUMED.value})


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


@dataclass(frozen=True)
class CaseState:
    """Where a case stands, computed from its rows. Amounts in đồng, days as ISO text.

    `stages` are the stages done, `conflicting` the decisions of two offices that say different things,
    `red_flag` tells that more was paid than the counting decision gives. `vote`, `posting` and `submission` are those
    that stand, `open_remarks` wait for an answer.
    """

    case_id: str
    status: Status
    stage: Stage | None = None
    work_type: WorkType | None = None
    approved_amount: int | None = None
    paid_amount: int = 0
    started_on: str | None = None
    accepted_on: str | None = None
    handed_over_on: str | None = None
    done: bool = False
    decision: DecisionRow | None = None
    exception: ExceptionRow | None = None
    acceptance: AcceptanceRow | None = None
    handover: HandoverRow | None = None
    vote: VoteRow | None = None
    posting: PostedRow | None = None
    submission: SubmittedRow | None = None
    open_remarks: tuple[RemarkRow, ...] = ()
    stages: Mapping[Stage, StageRow] = field(default_factory=lambda: MappingProxyType({}))
    conflicting: tuple[DecisionRow, ...] = ()
    red_flag: bool = False
    warnings: tuple[str, ...] = ()

    @property
    def off_road(self) -> bool:
        """Whether an exception stands that must be ended before the house goes on."""
        return self.status in OFF_ROAD


def case_state(facts: CaseFacts) -> CaseState:
    """The state of a case (the exchange's "Effective value"): a pure function of its rows."""
    decision, warnings = counting_decision(facts)
    acceptance, handover = standing_acceptance(facts), standing_handover(facts)
    exception, stages = standing_exception(facts), stages_done(facts)
    vote = standing_vote(facts)
    if vote is not None and not adds_up(vote):
        warnings = (*warnings, VOTE_DOES_NOT_ADD_UP)
    paid = sum(one.amount or 0 for one in facts.payments) + sum(one.amount or 0 for one in facts.supplier_payments)
    status = _status(facts, decision, stages, acceptance, handover, exception)
    work_type = known_work_type(decision.work_type if decision and decision.work_type else facts.work_type)
    approved = decision.amount if decision else None
    accepted_on = acceptance.accepted_on if acceptance else None
    handed_over_on = handover.handed_over_on if handover else None
    done_on = handed_over_on or accepted_on or ""
    return CaseState(
        facts.case_id,
        status,
        stage=max((one for one in stages if one in _BUILDING), key=_BUILDING.index, default=None),
        work_type=work_type,
        approved_amount=approved,
        paid_amount=paid,
        started_on=_started_on(stages),
        accepted_on=accepted_on,
        handed_over_on=handed_over_on,
        done=facts.programme is not None and facts.programme.counts_as_done(status, done_on, work_type),
        decision=decision,
        exception=exception,
        vote=vote,
        posting=standing_posting(facts),
        submission=standing_submission(facts),
        open_remarks=tuple(one for one in facts.remarks if not one.answered_on),
        acceptance=acceptance,
        handover=handover,
        stages=MappingProxyType(stages),
        conflicting=_conflicting(facts, decision),
        red_flag=bool(facts.decisions) and paid > (approved or 0),
        warnings=warnings,
    )


def _newest(rows: Sequence[AnyDated], day: str) -> AnyDated | None:
    """The newest by date, then by the time of its id (UUIDv7 begins with the clock)."""
    return max(rows, key=lambda one: (getattr(one, day) or "", one.id), default=None)


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
    """The newest decision of the office that was deciding on its date; else another office's, with a warning."""
    standing = standing_decisions(facts)
    deciding = _newest([one for one in standing if _decides(facts, one)], "decided_on")
    if deciding is not None:
        return deciding, ()
    other = _newest(standing, "decided_on")
    return other, (DECIDED_BY_OTHER_OFFICE,) if other else ()


def _conflicting(facts: CaseFacts, counting: DecisionRow | None) -> tuple[DecisionRow, ...]:
    """The newest decisions of each office, when they say different things: a person has to look."""
    if counting is None:
        return ()
    standing = standing_decisions(facts)
    others = {one.office_code for one in standing} - {counting.office_code}
    newest = [_newest([one for one in standing if one.office_code == office], "decided_on") for office in others]
    different = [one for one in newest if one is not None and _content(one) != _content(counting)]
    return (counting, *sorted(different, key=lambda one: one.id)) if different else ()


def _content(one: DecisionRow) -> tuple[object, ...]:
    return (one.number, one.decided_on, one.amount, one.work_type)


def standing_acceptance(facts: CaseFacts) -> AcceptanceRow | None:
    """The acceptance that was not taken back."""
    return _newest([one for one in _not_replaced(facts.acceptances) if not one.revoked], "accepted_on")


def standing_handover(facts: CaseFacts) -> HandoverRow | None:
    """The handover that was not taken back."""
    return _newest([one for one in _not_replaced(facts.handovers) if not one.revoked], "handed_over_on")


def standing_exception(facts: CaseFacts) -> ExceptionRow | None:
    """What holds the case off the road now: the newest of these, unless it brought the case back.

    The other exceptions of domain 6.3 (X5 to X16) are notes that leave the case where it stands.
    """
    moving = [one for one in _not_replaced(facts.exceptions) if one.kind in _MOVING]
    found = _newest(moving, "happened_on")
    return None if found is None or found.kind == ExceptionCase.RESUMED else found


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
    """The stages with a day, in the order of building; of two rows for one stage the one written last."""
    standing = {one.stage: one for one in _not_replaced(facts.stages) if one.done_on}
    return {stage: standing[stage.value] for stage in Stage if stage.value in standing}


def _started_on(stages: Mapping[Stage, StageRow]) -> str | None:
    if Stage.START in stages:
        return stages[Stage.START].done_on
    return min((one.done_on for one in stages.values() if one.done_on), default=None)


def known_work_type(text: str | None) -> WorkType | None:
    """The work type of a word; None for none and for one of a newer version."""
    return WorkType(text) if text in {one.value for one in WorkType} else None


def _status(
    facts: CaseFacts,
    decision: DecisionRow | None,
    stages: Mapping[Stage, StageRow],
    acceptance: AcceptanceRow | None,
    handover: HandoverRow | None,
    exception: ExceptionRow | None,
) -> Status:
    if exception is not None and exception.kind in {one.value for one in OFF_ROAD}:
        return Status(exception.kind)
    ladder = (
        (handover is not None, Status.HANDED_OVER),
        (acceptance is not None, Status.ACCEPTED),
        (any(one in _BUILDING for one in stages), Status.IN_PROGRESS),
        (bool(stages), Status.STARTED),
        (decision is not None, Status.APPROVED),
        (standing_submission(facts) is not None, Status.SUBMITTED),
        (standing_posting(facts) is not None, Status.POSTED),
        (_village_agreed(facts), Status.VILLAGE_REVIEWED),
        (facts.surveyed_on is not None, Status.SURVEYED),
    )
    return next((status for reached, status in ladder if reached), Status.REGISTERED)


def _village_agreed(facts: CaseFacts) -> bool:
    """Whether the standing vote passed; where the programme has no threshold a vote that adds up is enough."""
    vote = standing_vote(facts)
    return vote is not None and adds_up(vote) and passes(vote, vote.threshold) is not False


# What a form, a command or a row of a list must satisfy


def check_case(draft: CaseDraft) -> list[Problem]:
    """A request names its household and a known work type; a requested amount is more than nothing."""
    found = []
    if draft.work_type is not None and known_work_type(draft.work_type) is None:
        found.append(Problem("work_type", "work_type_unknown", {"text": draft.work_type}))
    if draft.requested_amount is not None and draft.requested_amount <= 0:
        found.append(Problem("requested_amount", "amount_not_positive"))
    return found


def check_on_road(facts: CaseFacts, state: CaseState) -> list[Problem]:
    """A house off the ordinary road is brought back (`resumed`) before anything else happens to it."""
    if not state.off_road:
        return []
    return [Problem("", "case_off_road", {"names": facts.head_name, "status": status_text(state.status)})]


def check_decision_head(draft: DecisionDraft, day: str) -> list[Problem]:
    """What holds for all houses of one decision paper. `day` is today."""
    found = []
    if not draft.number:
        found.append(Problem("number", "decision_number_missing"))
    if not draft.decided_on:
        found.append(Problem("decided_on", "decision_date_missing"))
    elif draft.decided_on > day:
        found.append(Problem("decided_on", "event_ahead", warning=True))
    if draft.amount is not None and draft.amount <= 0:
        found.append(Problem("amount", "amount_not_positive"))
    if not draft.source_code:
        found.append(Problem("source_code", "source_missing", warning=True))
    return found


def amount_for(draft: DecisionDraft, facts: CaseFacts) -> int | None:
    """The amount in đồng for one house: the decision's own, else what was requested, else the programme's norm."""
    norm = norm_of(facts, draft.decided_on, draft.work_type)
    return draft.amount or (norm if draft.by_norm else facts.requested_amount or norm)


def norm_of(facts: CaseFacts, day: str, work_type: str | None = None) -> int | None:
    """The programme's norm in đồng for this household on a day."""
    if facts.programme is None:
        return None
    return facts.programme.norm(facts.category, work_type or facts.work_type, day)


def check_decision(draft: DecisionDraft, facts: CaseFacts, office: str, level: Level) -> list[Problem]:
    """One house of a decision: an amount over nothing is a must; steps and norms only warn (kept on the decision)."""
    state = case_state(facts)
    about = {"names": facts.head_name}
    found = check_on_road(facts, state)
    amount = amount_for(draft, facts)
    if amount is None or amount <= 0:
        found.append(Problem("amount", "decision_amount_missing", about))
    replaced = draft.replaces.get(facts.case_id)
    same = [one for one in standing_decisions(facts) if one.office_code == office and one.id != replaced]
    if any((one.number, one.decided_on) == (draft.number, draft.decided_on) for one in same):
        found.append(Problem("number", "decision_repeated", about | {"number": draft.number}))
    if not (draft.work_type or facts.work_type):
        found.append(Problem("work_type", "work_type_missing", about, warning=True))
    found += _missing_steps(draft, facts)
    programme = facts.programme
    if programme is not None and not programme.decides(level, draft.decided_on):
        found.append(Problem("decided_on", DECIDED_BY_OTHER_OFFICE, about, warning=True))
    norm = norm_of(facts, draft.decided_on, draft.work_type)
    if norm is not None and amount is not None and amount != norm:
        found.append(Problem("amount", "amount_differs_from_norm", about, warning=True))
    if amount is not None and amount < state.paid_amount:
        found.append(Problem("amount", "amount_below_paid", about, warning=True))
    return found


def _missing_steps(draft: DecisionDraft, facts: CaseFacts) -> list[Problem]:
    """A step that was never recorded here does not stop the decision."""
    if facts.programme is None:
        return []
    recorded = recorded_steps(facts)
    return [
        Problem("", f"missing_{step}", {"names": facts.head_name, "step": step_text(step)}, warning=True)
        for step in facts.programme.required_steps(draft.decided_on)
        if step not in recorded
    ]


def recorded_steps(facts: CaseFacts) -> frozenset[str]:
    """The steps before a decision that are recorded here, whatever came of them."""
    state = {
        "survey": facts.surveyed_on is not None,
        "village_review": bool(facts.votes),
        "posting": bool(facts.posted),
        "submission": bool(facts.submitted),
    }
    return frozenset(step for step, recorded in state.items() if recorded)


def check_revocation(decision: DecisionRow, facts: CaseFacts, office: str) -> list[Problem]:
    """Only the office that wrote a decision takes it back, and only once."""
    about = {"names": facts.head_name, "number": decision.number or ""}
    if decision.office_code != office:
        return [Problem("", "decision_of_other_office", about)]
    if decision not in standing_decisions(facts):
        return [Problem("", "decision_not_standing", about)]
    if sum(one.amount or 0 for one in facts.payments) > 0:
        return [Problem("", "revoked_but_paid", about, warning=True)]
    return []


def check_exception(draft: ExceptionDraft, facts: CaseFacts) -> list[Problem]:
    """A reason and a day always; back to the road only from off it; a house handed over has left the road."""
    state = case_state(facts)
    about = {"names": facts.head_name, "status": status_text(state.status)}
    found = []
    if not draft.reason:
        found.append(Problem("reason", "reason_missing"))
    if not draft.happened_on:
        found.append(Problem("happened_on", "day_missing"))
    if draft.kind is ExceptionCase.RESUMED and not state.off_road:
        found.append(Problem("kind", "nothing_to_resume", about))
    if draft.kind is not ExceptionCase.RESUMED and state.status.value == draft.kind.value:
        found.append(Problem("kind", "exception_repeated", about))
    if state.handover is not None and draft.kind is not ExceptionCase.RESUMED:
        found.append(Problem("kind", "exception_after_handover", about))
    return found
