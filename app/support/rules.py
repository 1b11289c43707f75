"""What follows from the rows of a case, and what a request or a decision must satisfy. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from app.problems import Problem
from app.support.drafts import CaseDraft, DecisionDraft
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
from app.support.standing import (
    BUILDING,
    DECIDED_BY_OTHER_OFFICE,
    OFF_ROAD,
    conflicting_decisions,
    counting_decision,
    noted_exceptions,
    recorded_steps,
    stages_done,
    standing_acceptance,
    standing_closing,
    standing_decisions,
    standing_exception,
    standing_handover,
    standing_posting,
    standing_submission,
    standing_vote,
    started_on,
    village_agreed,
)
from app.support.votes import adds_up, passes
from app.wording.support import status_text, step_text
from models.vocabulary import ExceptionCase, Level, Stage, Status, WorkType

VOTE_DOES_NOT_ADD_UP = "vote_does_not_add_up"
_WORK_TYPES = frozenset(WorkType)


@dataclass(frozen=True)
class CaseState:
    """Where a case stands, computed from its rows. Amounts in đồng, days as ISO text.

    `stages` are the stages done, `conflicting` the decisions of two offices that say different things,
    `red_flag` tells that more was paid than the counting decision gives. `vote`, `posting` and `submission` are those
    that stand, `open_remarks` wait for an answer, `notes` are the exceptions that leave the case on the road.
    `paid_amount` is aid: the household's own money and loans stand apart. `closing` closed its file; the status says so
    only of a house that was handed over, so that nothing counts an accepted repair as handed over.
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
    notes: tuple[ExceptionRow, ...] = ()
    acceptance: AcceptanceRow | None = None
    handover: HandoverRow | None = None
    closing: ClosingRow | None = None
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
    paid = sum(one.amount or 0 for one in facts.aid_lines)
    closing = standing_closing(facts)
    status = _status(facts, decision, stages, acceptance, handover, exception)
    if status is Status.HANDED_OVER and closing is not None:
        status = Status.CLOSED
    work_type = known_work_type(decision.work_type if decision and decision.work_type else facts.work_type)
    approved = decision.amount if decision else None
    accepted_on = acceptance.accepted_on if acceptance else None
    handed_over_on = handover.handed_over_on if handover else None
    done_on = handed_over_on or accepted_on or ""
    return CaseState(
        facts.case_id,
        status,
        stage=max((one for one in stages if one in BUILDING), key=BUILDING.index, default=None),
        work_type=work_type,
        approved_amount=approved,
        paid_amount=paid,
        started_on=started_on(stages),
        accepted_on=accepted_on,
        handed_over_on=handed_over_on,
        done=facts.programme is not None and facts.programme.counts_as_done(status, done_on, work_type),
        decision=decision,
        exception=exception,
        notes=noted_exceptions(facts),
        vote=vote,
        posting=standing_posting(facts),
        submission=standing_submission(facts),
        open_remarks=tuple(one for one in facts.remarks if not one.answered_on),
        acceptance=acceptance,
        handover=handover,
        closing=closing,
        stages=MappingProxyType(stages),
        conflicting=conflicting_decisions(facts, decision),
        red_flag=bool(facts.decisions) and paid > (approved or 0),
        warnings=warnings,
    )


def known_work_type(text: str | None) -> WorkType | None:
    """The work type of a word; None for none and for one of a newer version."""
    return WorkType(text) if text in _WORK_TYPES else None


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
        (any(one in BUILDING for one in stages), Status.IN_PROGRESS),
        (bool(stages), Status.STARTED),
        (decision is not None, Status.APPROVED),
    )
    return next((status for reached, status in ladder if reached), None) or _status_before(facts)


def _status_before(facts: CaseFacts) -> Status:
    """Where a case stands that nobody has decided."""
    if standing_submission(facts) is not None:
        return Status.SUBMITTED
    if standing_posting(facts) is not None:
        return Status.POSTED
    if village_agreed(facts):
        return Status.VILLAGE_REVIEWED
    return Status.REGISTERED if facts.surveyed_on is None else Status.SURVEYED


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
    found += [*_missing_steps(draft, facts), *_doubtful_steps(facts, state)]
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


def _doubtful_steps(facts: CaseFacts, state: CaseState) -> list[Problem]:
    """Steps that were recorded and speak against the decision: they are told and kept with it."""
    about = {"names": facts.head_name}
    found = []
    explained = state.posting is not None and bool(state.posting.reason)
    if state.vote is not None and not explained and passes(state.vote, state.vote.threshold) is False:
        found.append(Problem("", "decided_against_vote", about, warning=True))
    if any(one.kind == ExceptionCase.LISTED_TWICE for one in state.notes):
        found.append(Problem("", "decided_listed_twice", about, warning=True))
    if state.open_remarks:
        found.append(Problem("", "decided_with_remark", about, warning=True))
    return found


def check_revocation(decision: DecisionRow, facts: CaseFacts, office: str) -> list[Problem]:
    """Only the office that wrote a decision takes it back, and only once."""
    about = {"names": facts.head_name, "number": decision.number or ""}
    if decision.office_code != office:
        return [Problem("", "decision_of_other_office", about)]
    if decision not in standing_decisions(facts):
        return [Problem("", "decision_not_standing", about)]
    if sum(one.amount or 0 for one in facts.aid_lines) > 0:
        return [Problem("", "revoked_but_paid", about, warning=True)]
    return []
