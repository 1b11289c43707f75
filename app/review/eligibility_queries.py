"""Eligibility from the records: facts of many houses in a few queries, verdicts with reasons kept, a rule tried out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.journal.store import batches
from app.parsing import today
from app.problems import Problem, refuse, refuse_errors
from app.review.eligibility_criteria import Outcome, PriorityGroup
from app.review.eligibility_drafts import RuleDraft
from app.review.eligibility_facts import HouseFacts
from app.review.eligibility_rules import Finding, Verdict, check_rule, criteria_of, judge, priorities_of, priority_of
from app.support.queries import (
    CaseFacts,
    CaseState,
    DatedRule,
    ProgrammeRules,
    Support,
    asked_facts,
    case_facts,
    case_state,
    load_programmes,
    supports,
)
from models.exchange import TaskAnswer
from models.household import Household
from models.housing import HousingCondition
from models.review import PovertyClass

TASK = "eligibility"


@dataclass(frozen=True)
class Judged:
    """A case with all that its criteria look at."""

    case: CaseFacts
    state: CaseState
    facts: HouseFacts


def house_facts(
    session: Session,
    case_ids: Collection[str] | None = None,
    day: str | None = None,
    programme_id: str | None = None,
) -> dict[str, Judged]:
    """What the criteria look at, by case; all cases when no ids are given. `day`: that of the judgement, else today.

    The id of a household without a case stands for one that asks in `programme_id`, else in the office's first.
    """
    cases = case_facts(session) if case_ids is None else asked_facts(session, case_ids, programme_id)
    homes = None if case_ids is None else list(dict.fromkeys(one.household_id for one in cases.values()))
    own, houses, poverty = _households(session, homes), _conditions(session, homes), _poverty(session, homes)
    helped = supports(session, homes)
    on_day = day or today().isoformat()
    return {
        one: Judged(
            case,
            state := case_state(case),
            _facts(
                case,
                state,
                own[case.household_id],
                houses.get(case.household_id),
                poverty.get(case.household_id, {}),
                helped.get(case.household_id, ()),
                on_day,
            ),
        )
        for one, case in cases.items()
    }


def _facts(
    case: CaseFacts,
    state: CaseState,
    home: Any,
    house: Any,
    poverty: dict[int, str | None],
    helped: tuple[Support, ...],
    day: str,
) -> HouseFacts:
    area = house.area_m2 if house is not None else None
    return HouseFacts(
        case.case_id,
        case.household_id,
        case.head_name,
        day,
        case.programme.id if case.programme else None,
        state.work_type,
        home.category,
        frozenset((home.flags or "").split()),
        home.member_count,
        home.birth,
        home.independent_since,
        home.resident_since,
        (house.foundation_hard, house.frame_wall_hard, house.roof_hard) if house is not None else (None, None, None),
        Decimal(area) if area else None,
        house.flood_danger if house is not None else None,
        house.slide_danger if house is not None else None,
        house.fits_planning if house is not None else None,
        MappingProxyType(poverty),
        tuple(one for one in helped if one.case_id != case.case_id),
        state.decision is not None,
    )


def _narrowed(session: Session, query: Select[Any], column: Any, ids: list[str] | None) -> Iterable[Any]:
    """The rows of a query, of these households or of all."""
    if ids is None:
        yield from session.execute(query)
        return
    for batch in batches(ids):
        yield from session.execute(query.where(column.in_(batch)))


def _households(session: Session, ids: list[str] | None) -> dict[str, Any]:
    home = Household
    columns: list[Any] = [
        home.id,
        home.category,
        home.flags,
        home.member_count,
        home.birth,
        home.independent_since,
        home.resident_since,
    ]
    query = select(*columns).where(home.row_out.is_(False))
    return {row.id: row for row in _narrowed(session, query, home.id, ids)}


def _conditions(session: Session, ids: list[str] | None) -> dict[str, Any]:
    """The present house of each household, the later where two were written."""
    house = HousingCondition
    columns: list[Any] = [
        house.household_id,
        house.foundation_hard,
        house.frame_wall_hard,
        house.roof_hard,
        house.area_m2,
        house.flood_danger,
        house.slide_danger,
        house.fits_planning,
    ]
    query = select(*columns).where(house.row_out.is_(False))
    rows = _narrowed(session, query.order_by(house.id), house.household_id, ids)
    return {row.household_id: row for row in rows}


def _poverty(session: Session, ids: list[str] | None) -> dict[str, dict[int, str | None]]:
    one = PovertyClass
    columns: list[Any] = [one.household_id, one.year, one.level]
    query = select(*columns).where(one.row_out.is_(False), one.year.is_not(None))
    found: dict[str, dict[int, str | None]] = defaultdict(dict)
    for row in _narrowed(session, query.order_by(one.id), one.household_id, ids):
        found[row.household_id][row.year] = row.level
    return found


# Verdicts


def verdicts(
    session: Session,
    case_ids: Collection[str] | None = None,
    day: str | None = None,
    programme_id: str | None = None,
) -> dict[str, Verdict]:
    """Each house judged by its programme's criteria of that day (else of today), with the reasons people kept.

    Households without a case as in `house_facts`.
    """
    judged = house_facts(session, case_ids, day, programme_id)
    reasons = kept_reasons(session, judged)
    return {one: _verdict(each, each.case.programme, reasons.get(one, {})) for one, each in judged.items()}


def _verdict(judged: Judged, programme: ProgrammeRules | None, reasons: Mapping[str, str]) -> Verdict:
    facts = judged.facts
    criteria = criteria_of(programme, facts.day, facts.work_type) if programme else ()
    found = judge(facts, criteria)
    return replace(
        found,
        findings=tuple(replace(one, reason=reasons.get(one.criterion.text, "")) for one in found.findings),
    )


def task_name(criterion: str, case_id: str) -> str:
    """The name under which a reason for one criterion of one case is kept."""
    return f"{TASK}:{criterion}:{case_id}"


def kept_reasons(session: Session, case_ids: Collection[str]) -> dict[str, dict[str, str]]:
    """Why people let houses go on: case -> text of the criterion -> the newest reason."""
    query = select(TaskAnswer.task, TaskAnswer.reason).where(
        TaskAnswer.row_out.is_(False), TaskAnswer.task.startswith(f"{TASK}:", autoescape=True)
    )
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for task, reason in session.execute(query.order_by(TaskAnswer.id)):
        criterion, _, case_id = (task or "").removeprefix(f"{TASK}:").rpartition(":")
        if case_id in case_ids and reason:
            found[case_id][criterion] = reason
    return found


def eligibility_warnings(
    session: Session, case_ids: Collection[str], day: str | None = None, programme_id: str | None = None
) -> dict[str, tuple[Problem, ...]]:
    """A warning for each criterion of a case that is not met or unknown and has no reason yet; `names` is the head.

    Households without a case as in `house_facts`.
    """
    return {
        one: tuple(_warning(verdict.head_name, finding) for finding in verdict.unexplained)
        for one, verdict in verdicts(session, case_ids, day, programme_id).items()
        if verdict.unexplained
    }


def _warning(head: str, finding: Finding) -> Problem:
    values = {"names": head, "asked": finding.asked}
    if finding.outcome is Outcome.NOT_MET:
        return Problem("", "criterion_not_met", values, warning=True)
    return Problem("", "criterion_unknown", values, warning=True)


def priority_groups(
    session: Session, case_ids: Collection[str], day: str | None = None, programme_id: str | None = None
) -> dict[str, PriorityGroup | None]:
    """The priority group of each house by its programme's rules of that day; None goes after all groups.

    Households without a case as in `house_facts`.
    """
    found = {}
    for one, each in house_facts(session, case_ids, day, programme_id).items():
        programme, facts = each.case.programme, each.facts
        groups = priorities_of(programme, facts.day, facts.work_type) if programme else ()
        found[one] = priority_of(facts, groups)
    return found


# A changed rule tried out


@dataclass(frozen=True)
class Move:
    """A house whose result a changed rule changes, with the findings that changed. `decided`: already approved."""

    case_id: str
    household_id: str
    head_name: str
    before: Outcome
    after: Outcome
    findings: tuple[Finding, ...]
    decided: bool


@dataclass(frozen=True)
class Comparison:
    """Who moves in and out when rules change; `same` houses keep their result. Nothing is kept by comparing."""

    moved_in: tuple[Move, ...]
    moved_out: tuple[Move, ...]
    became_unknown: tuple[Move, ...]
    same: int

    @property
    def moved(self) -> int:
        """How many houses change sides."""
        return len(self.moved_in) + len(self.moved_out) + len(self.became_unknown)


def compare(session: Session, programme_id: str, drafts: Sequence[RuleDraft], day: str | None = None) -> Comparison:
    """What the changed rules would do to the programme's houses that are on the road, before anything is kept.

    Raises `Refused` when a rule is not the programme's or cannot be read.
    """
    programme = load_programmes(session).get(programme_id)
    if programme is None:
        raise refuse("programme", "no_programme")
    changed = with_changes(programme, drafts)
    moves, same = [], 0
    for one in house_facts(session, None, day).values():
        if one.case.programme is None or one.case.programme.id != programme_id or one.state.off_road:
            continue
        before, after = _verdict(one, programme, {}), _verdict(one, changed, {})
        if before.outcome is after.outcome:
            same += 1
        else:
            moves.append(_move(before, after))
    by_result = {
        outcome: tuple(sorted((one for one in moves if one.after is outcome), key=lambda one: one.case_id))
        for outcome in Outcome
    }
    return Comparison(by_result[Outcome.MET], by_result[Outcome.NOT_MET], by_result[Outcome.UNKNOWN], same)


def _move(before: Verdict, after: Verdict) -> Move:
    old = {one.criterion.text: one.outcome for one in before.findings}
    changed = tuple(one for one in after.findings if old.get(one.criterion.text) is not one.outcome)
    return Move(
        after.case_id, after.household_id, after.head_name, before.outcome, after.outcome, changed, after.decided
    )


def with_changes(programme: ProgrammeRules, drafts: Sequence[RuleDraft]) -> ProgrammeRules:
    """The programme as it would be. Raises `Refused` for a rule that is not its own or cannot be read."""
    by_id = {one.id: one for one in programme.rules}
    rules: list[Any] = list(programme.rules)
    for draft in drafts:
        refuse_errors(check_rule(draft))
        if draft.rule_id is not None and draft.rule_id not in by_id:
            raise refuse("rule", "rule_unknown")
        rules = [one for one in rules if draft.rule_id is None or one.id != draft.rule_id]
        if not draft.dropped:
            rules.append(_dated(draft))
    return replace(programme, rules=tuple(rules))


def _dated(draft: RuleDraft) -> DatedRule:
    return DatedRule(
        draft.key, draft.value, draft.work_type, draft.valid_from, draft.valid_to, draft.legal_basis, draft.rule_id
    )
