"""The houses a report counts: every house once, with where it stands, its place, its group and its money."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.areas.queries import place_names, village_names
from app.funding.queries import MoneySums, house_sums, source_balances
from app.journal.store import batches
from app.paths import resource
from app.reports.entries import leading_case
from app.reports.report_value import House
from app.support.queries import (
    CaseFacts,
    CaseState,
    TargetEffect,
    case_facts,
    case_state,
    followed_cases,
    target_effect,
)
from app.wording import reports as words
from models.household import Household
from models.vocabulary import SourceGroup, Status, WorkType

#: Houses that stand in one of these were begun, finished, given to the household.
STARTED = frozenset({Status.STARTED, Status.IN_PROGRESS, Status.ACCEPTED, Status.HANDED_OVER, Status.CLOSED})
ACCEPTED = frozenset({Status.ACCEPTED, Status.HANDED_OVER, Status.CLOSED})
HANDED_OVER = frozenset({Status.HANDED_OVER, Status.CLOSED})


@dataclass(frozen=True)
class Scope:
    """Which houses a report is about; what is None narrows nothing. `case_ids`: those a campaign counts."""

    programme_id: str | None = None
    village_ids: frozenset[str] | None = None
    commune_code: str | None = None
    category: str | None = None
    work_type: str | None = None
    case_ids: frozenset[str] | None = None

    @property
    def whole(self) -> bool:
        """Whether it is about everything."""
        return self == Scope()


@dataclass(frozen=True)
class Group:
    """A group of houses in the progress table; empty lists fit every house."""

    code: str
    name: str
    programmes: tuple[str, ...]
    categories: tuple[str, ...]

    def holds(self, programme: str, category: str) -> bool:
        """Whether a house of this programme and category stands in it."""
        fits = not self.programmes or programme in self.programmes
        return fits and (not self.categories or category in self.categories)


@dataclass(frozen=True)
class HouseLine:
    """A house with its facts and state; `cases` are all its cases in the scope (their money counts).

    `allocated` and `paid` in đồng by group of source, None for sources not known here; `loans` stand apart. `kinds`:
    the same money by kind of source (models.vocabulary.SourceKind).
    """

    facts: CaseFacts
    state: CaseState
    cases: tuple[str, ...]
    village_id: str | None
    village: str
    commune_code: str | None
    category: str
    group: str
    allocated: Mapping[SourceGroup | None, int]
    paid: Mapping[SourceGroup | None, int]
    loans: MoneySums = field(default_factory=MoneySums)
    kinds: Mapping[str | None, MoneySums] = field(default_factory=dict)

    @property
    def aid_allocated(self) -> int:
        """Set aside for it as aid, in đồng."""
        return _aid(self.allocated)

    @property
    def aid_paid(self) -> int:
        """Paid for it as aid, in đồng: what is held against the approved amount."""
        return _aid(self.paid)

    @property
    def left(self) -> bool:
        """Whether it was taken off the list."""
        return target_effect(self.facts) is TargetEffect.LEAVES

    @property
    def needed(self) -> bool:
        """Whether it is to be done: decided or already begun, and not taken off."""
        return not self.left and (self.state.decision is not None or self.begun)

    @property
    def waiting(self) -> bool:
        """Whether it was asked for and nobody has decided."""
        return not self.left and not self.needed

    @property
    def added(self) -> bool:
        """Whether it was found after the list was made."""
        return self.needed and target_effect(self.facts) is TargetEffect.ADDED

    @property
    def begun(self) -> bool:
        """Whether the works began; a paused house keeps what was built."""
        return self.state.status in STARTED or bool(self.state.stages) or self.finished

    @property
    def finished(self) -> bool:
        """Accepted, or handed over without an acceptance on record."""
        return self.state.acceptance is not None or self.given

    @property
    def given(self) -> bool:
        """Handed over."""
        return self.state.handover is not None

    @property
    def new_build(self) -> bool:
        """Built anew; a house whose work nobody wrote down counts as new."""
        return self.state.work_type is not WorkType.REPAIR

    @property
    def need(self) -> int:
        """The money it needs, in đồng: decided, else requested."""
        return self.state.approved_amount or self.facts.requested_amount or 0

    def snapshot(self) -> House:
        """The house as a sent report keeps it."""
        state = self.state
        return House(
            self.facts.household_id, self.facts.case_id, self.facts.head_name, self.village,
            state.work_type.value if state.work_type else None, state.status.value,
            state.started_on, state.accepted_on, state.handed_over_on,
            state.approved_amount or 0, self.aid_paid,
        )  # fmt: skip


@cache
def groups() -> tuple[Group, ...]:
    """The groups of the progress table in their order."""
    data = tomllib.loads(resource("reports", "groups.toml").read_text(encoding="utf-8"))
    return tuple(
        Group(one["code"], one["name"], tuple(one.get("programmes", ())), tuple(one.get("categories", ())))
        for one in data["group"]
    )


def group_for(programme: str, category: str) -> str:
    """The code of the group a house stands in."""
    return next((one.code for one in groups() if one.holds(programme, category)), groups()[-1].code)


def house_lines(session: Session, scope: Scope | None = None) -> list[HouseLine]:
    """The houses of a scope, each once, in the order in which their cases were made."""
    scope = scope or Scope()
    chosen = _chosen(case_facts(session, scope.case_ids), scope)
    homes = _homes(session, [facts.household_id for facts, _, _ in chosen])
    villages = village_names(session, (home[0] for home in homes.values()))
    places = place_names(session, (home[1] for home in homes.values()))
    money, loans, kinds = _money(session, [one for _, _, cases in chosen for one in cases])
    found = []
    for facts, state, cases in chosen:
        village_id, commune, category = homes.get(facts.household_id, (None, None, ""))
        if state.decision is not None and state.decision.category:
            category = state.decision.category  # frozen at the decision
        line = HouseLine(
            facts, state, cases, village_id,
            villages.get(village_id or "") or places.get(commune or "", "") or words.NO_AREA,
            commune, category, group_for(facts.programme.code if facts.programme else "", category),
            _by_group(money, cases, 0), _by_group(money, cases, 1),
            sum((loans[one] for one in cases if one in loans), MoneySums()),
            _of_kinds(kinds, cases),
        )  # fmt: skip
        if _inside(line, scope):
            found.append(line)
    return found


def _chosen(facts: Mapping[str, CaseFacts], scope: Scope) -> list[tuple[CaseFacts, CaseState, tuple[str, ...]]]:
    """For each household the case it counts by, and all its cases in the programme."""
    by_household: dict[str, list[tuple[CaseFacts, CaseState]]] = {}
    for one in facts.values():
        if scope.programme_id is None or (one.programme and one.programme.id == scope.programme_id):
            by_household.setdefault(one.household_id, []).append((one, case_state(one)))
    found = []
    for cases in by_household.values():
        followed = followed_cases(cases)
        ordered = sorted(cases, key=lambda one: one[0].programme.position if one[0].programme else 10**6)
        lead = leading_case([one for one in ordered if one[0].case_id not in followed] or ordered)
        if lead is not None:
            found.append((*lead, tuple(one.case_id for one, _ in cases)))
    return sorted(found, key=lambda one: one[0].case_id)


def _inside(line: HouseLine, scope: Scope) -> bool:
    work = line.state.work_type.value if line.state.work_type else None
    return (
        (scope.village_ids is None or line.village_id in scope.village_ids)
        and scope.commune_code in (None, line.commune_code)
        and scope.category in (None, line.category)
        and scope.work_type in (None, work)
    )


def _homes(session: Session, ids: Iterable[str]) -> dict[str, tuple[str | None, str | None, str]]:
    found = {}
    columns = Household.id, Household.village_id, Household.commune_code, Household.category
    for batch in batches(ids):
        for row in session.execute(select(*columns).where(Household.id.in_(batch))):
            found[row.id] = (row.village_id, row.commune_code, row.category or "")
    return found


_Money = Mapping[str, Mapping[SourceGroup | None, MoneySums]]
_Kinds = Mapping[str, Mapping[str | None, MoneySums]]


def _money(session: Session, case_ids: Collection[str]) -> tuple[_Money, Mapping[str, MoneySums], _Kinds]:
    """Set aside and paid for each case by group of source, apart from them from loans; and by kind of source."""
    sources = source_balances(session)
    known, kind_of = {one.id: one.group for one in sources}, {one.id: one.kind for one in sources}
    kinds: dict[str, dict[str | None, MoneySums]] = {}
    found: dict[str, dict[SourceGroup | None, MoneySums]] = {}
    loans: dict[str, MoneySums] = {}
    for one in house_sums(session, case_ids):
        sums = MoneySums(allocated=one.allocated, paid=one.paid)
        of_kind, kind = kinds.setdefault(one.case_id, {}), kind_of.get(one.source_id or "")
        of_kind[kind] = of_kind.get(kind, MoneySums()) + sums
        group = known.get(one.source_id or "")
        if group is None and one.source_id in known:
            loans[one.case_id] = loans.get(one.case_id, MoneySums()) + sums
        else:
            own = found.setdefault(one.case_id, {})
            own[group] = own.get(group, MoneySums()) + sums
    return found, loans, kinds


def _of_kinds(kinds: _Kinds, cases: Iterable[str]) -> dict[str | None, MoneySums]:
    """The money of a house's cases by kind of source."""
    found: dict[str | None, MoneySums] = {}
    for case in cases:
        for kind, sums in kinds.get(case, {}).items():
            found[kind] = found.get(kind, MoneySums()) + sums
    return found


def _aid(sums: Mapping[SourceGroup | None, int]) -> int:
    return sum(amount for group, amount in sums.items() if group is not SourceGroup.HOUSEHOLD)


def _by_group(money: _Money, cases: Iterable[str], place: int) -> dict[SourceGroup | None, int]:
    name = ("allocated", "paid")[place]
    found: dict[SourceGroup | None, int] = {}
    for case in cases:
        for group, sums in money.get(case, {}).items():
            found[group] = found.get(group, 0) + getattr(sums, name)
    return found
