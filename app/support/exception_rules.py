"""The exceptions X1 to X16 (domain 6.3): what each must satisfy, and what it does to the target."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.problems import Problem
from app.support.drafts import ExceptionDraft
from app.support.facts import CaseFacts
from app.support.rules import CaseState, case_state, check_on_road, known_work_type
from app.support.standing import MOVING, noted_exceptions, standing_decisions, standing_exception
from app.wording.support import exception_text, status_text
from models.vocabulary import BuildMode, ExceptionCase

#: Changed by a decision of its own; the earlier one stays (X7, X8).
AMENDING = frozenset({ExceptionCase.WORK_CHANGED, ExceptionCase.AMOUNT_CHANGED})
#: What still happens to a house that is being built: it must be on the road and not handed over.
_OF_BUILDING = frozenset({ExceptionCase.SELF_BUILT, ExceptionCase.COMMUNE_BUILDS, ExceptionCase.NOT_PASSED})


class TargetEffect(StrEnum):
    """What an exception does to the number of houses to be done."""

    COUNTS = "counts"
    LEAVES = "leaves"
    ADDED = "added"


_EFFECTS = {
    ExceptionCase.WITHDRAWN: TargetEffect.LEAVES,
    ExceptionCase.INELIGIBLE: TargetEffect.LEAVES,
    ExceptionCase.REFUSED: TargetEffect.LEAVES,
    ExceptionCase.TRANSFERRED: TargetEffect.LEAVES,
    ExceptionCase.CANCELLED_DEATH: TargetEffect.LEAVES,
    ExceptionCase.LISTED_TWICE: TargetEffect.LEAVES,  # the house counts in the other list
    ExceptionCase.FOUND_LATER: TargetEffect.ADDED,
}


def effect_of(kind: str | None) -> TargetEffect:
    """What one exception does to the target; a paused house, and every kind not named above, still counts."""
    return next((effect for known, effect in _EFFECTS.items() if known.value == kind), TargetEffect.COUNTS)


def target_effect(facts: CaseFacts) -> TargetEffect:
    """Whether a case counts in the target, has left it, or was added to it later. Leaving wins."""
    standing = standing_exception(facts)
    kinds = [one.kind for one in noted_exceptions(facts)] + ([standing.kind] if standing else [])
    effects = {effect_of(one) for one in kinds}
    if TargetEffect.LEAVES in effects:
        return TargetEffect.LEAVES
    return TargetEffect.ADDED if TargetEffect.ADDED in effects else TargetEffect.COUNTS


@dataclass(frozen=True)
class TargetTotals:
    """Houses to be done: those approved, less those that left, and those added later (domain 6.4)."""

    approved: int
    left: int
    added: int

    @property
    def total(self) -> int:
        """How many houses are to be done."""
        return self.approved - self.left + self.added


def target_totals(cases: Iterable[CaseFacts]) -> TargetTotals:
    """The target of some cases; a case that nobody approved is not in it."""
    effects = [target_effect(one) for one in cases if standing_decisions(one)]
    added = effects.count(TargetEffect.ADDED)
    return TargetTotals(len(effects) - added, effects.count(TargetEffect.LEAVES), added)


def check_exception(draft: ExceptionDraft, facts: CaseFacts) -> list[Problem]:
    """A reason and a day always; back to the road only from off it; then what the kind itself asks for."""
    state = case_state(facts)
    about = {"names": facts.head_name, "status": status_text(state.status)}
    found = []
    if not draft.reason:
        found.append(Problem("reason", "reason_missing"))
    if not draft.happened_on:
        found.append(Problem("happened_on", "day_missing"))
    if draft.kind is ExceptionCase.RESUMED and not state.off_road:
        found.append(Problem("kind", "nothing_to_resume", about))
    if (
        draft.kind is not ExceptionCase.RESUMED
        and state.status.value == draft.kind.value
        and not _told_anew(draft, state)
    ):
        found.append(Problem("kind", "exception_repeated", about))
    before_handover = draft.kind in _OF_BUILDING or draft.kind in MOVING - {ExceptionCase.RESUMED.value}
    if state.handover is not None and before_handover:
        found.append(Problem("kind", "exception_after_handover", about))
    return [*found, *_check_note(draft, facts, state)]


def _told_anew(draft: ExceptionDraft, state: CaseState) -> bool:
    """A paused house stays paused for another reason, or is looked at again on another day."""
    held = state.exception
    said = (held.reason, held.review_on) if held is not None else None
    return draft.kind is ExceptionCase.ON_HOLD and said not in (None, (draft.reason, draft.review_on))


def _check_note(draft: ExceptionDraft, facts: CaseFacts, state: CaseState) -> Iterator[Problem]:
    """The exceptions that leave a case where it stands."""
    about: dict[str, object] = {"names": facts.head_name}
    if draft.kind in AMENDING | _OF_BUILDING:
        yield from check_on_road(facts, state)
    same = (draft.kind.value, draft.happened_on)
    if draft.kind.value not in MOVING and any((one.kind, one.happened_on) == same for one in state.notes):
        yield Problem("kind", "exception_noted", about | {"kind": exception_text(draft.kind)})
    if draft.kind in AMENDING:
        yield from _check_amendment(draft, facts, state)
    if draft.kind is ExceptionCase.NEW_HEAD and draft.new_head in (None, facts.head_name):
        yield Problem("new_head", "new_head_missing", about)
    if draft.kind is ExceptionCase.TRANSFERRED and not draft.receiver:
        yield Problem("receiver", "receiver_missing", about, warning=True)
    if draft.kind is ExceptionCase.COMMUNE_BUILDS and facts.build_mode == BuildMode.COMMUNE:
        yield Problem("kind", "commune_builds_already", about)
    if draft.kind is ExceptionCase.DAMAGED_AGAIN:
        yield from _check_damaged(state, about)
    if draft.kind is ExceptionCase.ON_HOLD:
        yield from _check_hold(draft, about)
    if draft.kind is ExceptionCase.NOT_PASSED:
        yield from _check_not_passed(draft, state, about)
    if draft.kind is ExceptionCase.CLAWED_BACK:
        yield from _check_clawed_back(draft, state, about)
    yield from _doubts(draft, facts, state, about)


def _check_amendment(draft: ExceptionDraft, facts: CaseFacts, state: CaseState) -> Iterator[Problem]:
    """Work type, amount or source change by a later decision with its number; the earlier one is kept."""
    about: dict[str, object] = {"names": facts.head_name}
    decision = state.decision
    if decision is None:
        yield Problem("kind", "amended_without_decision", about)
        return
    if not draft.decision_number:
        yield Problem("decision_number", "decision_number_missing")
    if draft.happened_on and draft.happened_on < (decision.decided_on or ""):
        yield Problem("happened_on", "amended_before_decision", about)
    if draft.kind is ExceptionCase.WORK_CHANGED:
        if known_work_type(draft.work_type) in (None, state.work_type):
            yield Problem("work_type", "work_not_changed", about)
    elif draft.amount in (None, decision.amount) and draft.source_code in (None, decision.source_code):
        yield Problem("amount", "amount_not_changed", about)


def _check_not_passed(draft: ExceptionDraft, state: CaseState, about: dict[str, object]) -> Iterator[Problem]:
    if state.acceptance is None:
        yield Problem("kind", "not_passed_unaccepted", about)
    if not draft.review_on:
        yield Problem("review_on", "repair_deadline_missing", about)
    elif draft.happened_on and draft.review_on < draft.happened_on:
        yield Problem("review_on", "repair_deadline_before", about)


def _check_damaged(state: CaseState, about: dict[str, object]) -> Iterator[Problem]:
    """Only a finished house is supported anew, by a case of its own; damage before is part of the building."""
    if state.acceptance is None and state.handover is None:
        yield Problem("kind", "damaged_unfinished", about)
    if any(one.kind == ExceptionCase.DAMAGED_AGAIN for one in state.notes):
        yield Problem("kind", "damaged_already", about)


def _check_hold(draft: ExceptionDraft, about: dict[str, object]) -> Iterator[Problem]:
    """X3, X4: a paused house is looked at again on a day."""
    if not draft.review_on:
        yield Problem("review_on", "hold_without_review", about, warning=True)
    elif draft.happened_on and draft.review_on < draft.happened_on:
        yield Problem("review_on", "hold_review_before", about)


def _check_clawed_back(draft: ExceptionDraft, state: CaseState, about: dict[str, object]) -> Iterator[Problem]:
    """The money itself comes back by a negative line of the ledger."""
    if not draft.decision_number:
        yield Problem("decision_number", "decision_number_missing")
    if state.paid_amount > 0:
        yield Problem("kind", "clawed_back_money", about, warning=True)


def _doubts(draft: ExceptionDraft, facts: CaseFacts, state: CaseState, about: dict[str, object]) -> Iterator[Problem]:
    """What is recorded, but should be looked at."""
    programme = facts.programme
    if draft.kind is ExceptionCase.SELF_BUILT and programme and not programme.allows_self_built(draft.happened_on):
        yield Problem("kind", "self_built_not_allowed", about, warning=True)
    alone = facts.member_count == 1
    if draft.kind is ExceptionCase.NEW_HEAD and alone:
        yield Problem("kind", "new_head_of_one", about, warning=True)
    if draft.kind is ExceptionCase.CANCELLED_DEATH and facts.member_count is not None and not alone:
        yield Problem("kind", "death_of_several", about, warning=True)
    if effect_of(draft.kind.value) is TargetEffect.LEAVES and state.decision is not None and not draft.decision_number:
        yield Problem("decision_number", "left_without_decision", about, warning=True)
    if draft.kind is ExceptionCase.ESCAPED_POVERTY and state.decision is not None:
        yield Problem("kind", "escaped_frozen", about, warning=True)
