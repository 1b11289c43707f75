"""Judges a house by a programme's criteria: outcome, figure looked at, what would change the result. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from app.documents.words import date_text, decimal_text
from app.problems import Problem
from app.review.eligibility_criteria import (
    DAYS,
    FIGURES,
    SETS,
    STATEMENTS,
    Clause,
    Criterion,
    Outcome,
    PriorityGroup,
    read_criterion,
    read_priority,
)
from app.review.eligibility_drafts import RuleDraft
from app.review.eligibility_facts import HouseFacts, Range
from app.support.queries import ProgrammeRules
from app.wording import eligibility as words
from app.wording.programme_rules import BEGINNINGS
from app.wording.vocabulary import PAPER_KINDS
from models.vocabulary import PovertyLevel

CRITERION, PRIORITY, PAPER = "criterion", "priority", "requires_paper"
_ORDER = (*SETS, *DAYS, *FIGURES[::-1], *STATEMENTS[::-1])
_LISTED = (PovertyLevel.POOR.value, PovertyLevel.NEAR_POOR.value)


@dataclass(frozen=True)
class Finding:
    """One criterion of one house: the outcome, what was asked, the figure looked at, what would change the result.

    `reason` is why a person let the house go on all the same.
    """

    criterion: Criterion
    outcome: Outcome
    asked: str
    looked_at: str
    change: str
    reason: str = ""

    @property
    def source(self) -> str:
        """The paper the criterion comes from."""
        return self.criterion.legal_basis


@dataclass(frozen=True)
class Verdict:
    """All criteria of one house. Never a gate: what is not met or unknown asks for a reason."""

    case_id: str
    household_id: str
    head_name: str
    findings: tuple[Finding, ...]
    decided: bool = False

    @property
    def outcome(self) -> Outcome:
        """Not met when one criterion is not; unknown when one is; else met."""
        found = {one.outcome for one in self.findings}
        return next((one for one in (Outcome.NOT_MET, Outcome.UNKNOWN) if one in found), Outcome.MET)

    @property
    def unexplained(self) -> tuple[Finding, ...]:
        """What is not met or unknown and has no reason yet."""
        return tuple(one for one in self.findings if one.outcome is not Outcome.MET and not one.reason)


def criteria_of(programme: ProgrammeRules, day: str, work_type: str | None) -> tuple[Criterion, ...]:
    """The criteria that hold on a day for this kind of work: who the household is, then its house, then what it had."""
    rules = programme.holding(CRITERION, day, work_type)
    found = (read_criterion(one.value, one.legal_basis, one.id) for one in rules if one.value)
    return tuple(
        sorted(found, key=lambda one: (_ORDER.index(one.clauses[0].fact) if one.clauses else len(_ORDER), one.text))
    )


def priorities_of(programme: ProgrammeRules, day: str, work_type: str | None) -> tuple[PriorityGroup, ...]:
    """The priority groups that hold on a day, the first first."""
    rules = programme.holding(PRIORITY, day, work_type)
    found = [read_priority(one.value, one.legal_basis, one.id) for one in rules if one.value]
    return tuple(sorted((one for one in found if one), key=lambda one: one.place))


def check_rule(draft: RuleDraft) -> list[Problem]:
    """A rule that is kept can be read."""
    if draft.dropped:
        return []
    if draft.key == PAPER:
        kind, parted, due_from = draft.value.partition("|")
        unknown = kind not in PAPER_KINDS or (bool(parted) and due_from not in BEGINNINGS)
        return [Problem("value", "paper_rule_unreadable", {"text": draft.value})] if unknown else []
    if draft.key == PRIORITY:
        unread = read_priority(draft.value) is None
    else:
        unread = draft.key == CRITERION and not read_criterion(draft.value).clauses
    return [Problem("value", "criterion_unreadable", {"text": draft.value})] if unread else []


def judge(facts: HouseFacts, criteria: Sequence[Criterion]) -> Verdict:
    """Every criterion looked at."""
    findings = tuple(examine(one, facts) for one in criteria)
    return Verdict(facts.case_id, facts.household_id, facts.head_name, findings, facts.decided)


def examine(criterion: Criterion, facts: HouseFacts) -> Finding:
    """One criterion looked at: met when one of its clauses is, not met when none can be."""
    if not criterion.clauses:
        return Finding(criterion, Outcome.UNKNOWN, criterion.text, "", words.UNREADABLE)
    outcomes = [outcome(one, facts) for one in criterion.clauses]
    asked = _asked(criterion)
    looked_at = words.looked_at_text([figure_text(one, facts) for one in criterion.clauses])
    found = _joined(outcomes)
    by_outcome = {
        wanted.value: [one for one, each in zip(criterion.clauses, outcomes, strict=True) if each is wanted]
        for wanted in Outcome
    }
    return Finding(criterion, found, asked, looked_at, words.change_text(found, by_outcome))


@lru_cache(maxsize=512)
def _asked(criterion: Criterion) -> str:
    """What a criterion asks, in words: the same for every house."""
    return words.asked_text(criterion.clauses)


def _joined(outcomes: Sequence[Outcome]) -> Outcome:
    """One met clause is enough; else one that is not known leaves it open."""
    return next((one for one in (Outcome.MET, Outcome.UNKNOWN) if one in outcomes), Outcome.NOT_MET)


def priority_of(facts: HouseFacts, groups: Sequence[PriorityGroup]) -> PriorityGroup | None:
    """The first group the house certainly belongs to; None: it goes after all of them."""
    for group in groups:
        if _joined([outcome(one, facts) for one in group.criterion.clauses]) is Outcome.MET:
            return group
    return None


def outcome(clause: Clause, facts: HouseFacts) -> Outcome:
    """One clause of a criterion looked at."""
    if clause.fact in SETS:
        return _word(clause, facts)
    if clause.fact in FIGURES:
        return _compared(facts.figure(clause.fact), clause.sign, clause.number)
    if clause.fact in DAYS:
        return _listed(clause, facts) if clause.fact == "listed_on" else _resident(clause, facts)
    return _known(facts.statement(clause.fact))


def _known(answer: bool | None) -> Outcome:
    if answer is None:
        return Outcome.UNKNOWN
    return Outcome.MET if answer else Outcome.NOT_MET


def _word(clause: Clause, facts: HouseFacts) -> Outcome:
    if clause.fact == "flag":
        return _known(bool(facts.flags & set(clause.words)))
    return _known(facts.category in clause.words if facts.category else None)


def _compared(figure: Range | None, sign: str, number: Decimal) -> Outcome:
    """A range decides only where both of its ends agree."""
    if figure is None:
        return Outcome.UNKNOWN
    low, high = _holds(figure.low, sign, number), _holds(figure.high, sign, number)
    return _known(low if low == high else None)


def _holds(figure: Decimal, sign: str, number: Decimal) -> bool:
    return {"<": figure < number, "<=": figure <= number, ">": figure > number, ">=": figure >= number}[sign]


def _listed(clause: Clause, facts: HouseFacts) -> Outcome:
    level = facts.poverty.get(clause.year)
    return _known(level in _LISTED if level else None)


def _resident(clause: Clause, facts: HouseFacts) -> Outcome:
    """Of a year alone only another year than that of the day decides."""
    since = facts.resident_since
    if not since or (len(since) == 4 and since == clause.day[:4]):
        return Outcome.UNKNOWN
    return _known(since < clause.day)


def figure_text(clause: Clause, facts: HouseFacts) -> str:
    """What was looked at, in words."""
    if clause.fact == "category":
        return words.category_text(facts.category)
    if clause.fact == "flag":
        return words.flags_text(facts.flags)
    if clause.fact == "area_per_person":
        each = facts.figure("area_per_person")
        area = decimal_text(facts.area) if facts.area is not None else ""
        return words.per_person_text(area, facts.members, _shown(each.low) if each else "")
    if clause.fact in FIGURES:
        found = facts.figure(clause.fact)
        return words.figure_text(clause.fact, _shown(found.low) if found else "", _shown(found.high) if found else "")
    if clause.fact == "listed_on":
        return words.poverty_text(clause.year, facts.poverty.get(clause.year))
    if clause.fact == "resident_before":
        return words.resident_text(_day_text(facts.resident_since))
    if clause.fact == "not_supported_before":
        return words.helped_text([(one.programme, one.year, one.head_name, one.person) for one in facts.helped])
    return words.statement_text(clause.fact, facts.statement(clause.fact))


def _shown(number: Decimal) -> str:
    return decimal_text(number if number == number.to_integral_value() else number.quantize(Decimal("0.01")))


def _day_text(since: str | None) -> str:
    if not since:
        return ""
    return date_text(date.fromisoformat(since)) if len(since) == 10 else words.year_text(since)
