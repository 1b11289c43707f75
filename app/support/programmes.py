"""A programme's dated rules as plain values: who decides, which steps, papers and checks it asks for, its norms."""

from __future__ import annotations

from dataclasses import dataclass, fields
from decimal import Decimal
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.wording.programme_rules import BEGINNINGS
from models.programme import Programme, ProgrammeRule, SupportNorm
from models.vietnamese import fold
from models.vocabulary import Level, Part, Status

ALL_CATEGORIES = "*"
#: From when on a paper is due where its rule, written before there were beginnings, names none.
_DUE_FROM = {
    "stage_minutes": "frame_wall",
    "completion_check": "accepted",
    "handover_minutes": "handed_over",
    "payment_voucher": "paid",
    "cash_handover_minutes": "paid",
}
_DECIDERS = {"commune": {Level.COMMUNE}, "upper": {Level.UPPER}, "fund_board": set(Level)}


@dataclass(frozen=True)
class DatedRule:
    """One rule with the days it holds; a missing end means "still", a missing work type both."""

    key: str | None
    value: str | None
    work_type: str | None
    valid_from: str | None
    valid_to: str | None
    legal_basis: str | None = None
    id: str | None = None


@dataclass(frozen=True)
class DatedNorm:
    """The amount in đồng for a category and work type, with the days it holds."""

    category: str | None
    work_type: str | None
    amount: int | None
    valid_from: str | None
    valid_to: str | None


@dataclass(frozen=True)
class RequiredPaper:
    """A paper that the file of a house holds, and from when on: a status, a stage that is done, or `paid`."""

    kind: str
    due_from: str


AnyDated = TypeVar("AnyDated", DatedRule, DatedNorm)


def _holds(one: DatedRule | DatedNorm, day: str) -> bool:
    return (one.valid_from or "") <= day and (one.valid_to is None or day <= one.valid_to)


@dataclass(frozen=True)
class ProgrammeRules:
    """A programme as an office works with it. Days are ISO text, areas m2, amounts đồng."""

    id: str
    code: str
    name: str
    short_name: str
    position: int
    valid_from: str | None
    valid_to: str | None
    rules: tuple[DatedRule, ...] = ()
    norms: tuple[DatedNorm, ...] = ()

    def values(self, key: str, day: str, work_type: str | None = None) -> tuple[str, ...]:
        """The values of a rule on a day, for this work type and for all of them."""
        return tuple(one.value for one in self.holding(key, day, work_type) if one.value)

    def holding(self, key: str, day: str, work_type: str | None = None) -> tuple[DatedRule, ...]:
        """The rules of a key that hold on a day, for this work type and for all of them."""
        return tuple(
            one for one in self.rules if one.key == key and one.work_type in (None, work_type) and _holds(one, day)
        )

    def decided_by(self, day: str) -> str | None:
        """Whose decision counts for one dated that day: `commune`, `upper`, `fund_board`; None: nothing is said."""
        return next(iter(self.values("decided_by", day)), None)

    def decides(self, level: str | None, day: str) -> bool:
        """Whether an office of this level was deciding that day. A fund's board may sit at any level."""
        decider = self.decided_by(day)
        return decider is None or level in _DECIDERS.get(decider, set())

    def required_steps(self, day: str) -> tuple[str, ...]:
        """The steps before a decision: survey, village_review, posting, submission."""
        return tuple(one for one in self.values("requires_step", day) if one != "decision")

    def required_papers(self, day: str, work_type: str | None) -> tuple[RequiredPaper, ...]:
        """The papers the file of a house holds on a day; of a programme that has ended those of its last day."""
        found = self.values("requires_paper", min(day, self.valid_to or day), work_type)
        named = (one.partition("|") for one in dict.fromkeys(found))
        papers = [RequiredPaper(kind, since or _DUE_FROM.get(kind, Status.APPROVED.value)) for kind, _, since in named]
        order = list(BEGINNINGS)
        return tuple(
            sorted(papers, key=lambda one: (order.index(one.due_from) if one.due_from in order else 0, one.kind))
        )

    def min_area(self, day: str, work_type: str | None, members: int | None) -> Decimal | None:
        """The least area in m2 at acceptance, smaller for a person alone; None: no area is asked."""
        single = self.values("min_area_single_m2", day, work_type) if members == 1 else ()
        found = single or self.values("min_area_m2", day, work_type)
        return Decimal(found[0]) if found else None

    def hard_parts(self, day: str, work_type: str | None) -> tuple[Part, ...]:
        """The parts that must be hard at acceptance, in the order of building."""
        asked = self.values("hard_part", day, work_type)
        return tuple(part for part in Part if part.value in asked)

    def counts_as_done(self, status: Status, day: str, work_type: str | None) -> bool:
        """Whether a house in this status is done: handed over, or accepted where the programme says so."""
        if status in (Status.HANDED_OVER, Status.CLOSED):
            return True
        return status is Status.ACCEPTED and Status.ACCEPTED in self.values("done_when", day, work_type)

    def house_names(self, day: str) -> tuple[str, ...]:
        """The names the minutes may give the house; none is always possible."""
        return self.values("house_name", day)

    def vote_threshold(self, day: str) -> str | None:
        """When a village's vote has passed ("more_than_half", "percent:60"); None: the programme has no threshold."""
        return next(iter(self.values("vote_threshold", day)), None)

    def tie_rule(self, day: str) -> str | None:
        """How a meeting ranks households of equal votes; None: nothing is said."""
        return next(iter(self.values("tie_rule", day)), None)

    def posting_length(self, day: str) -> tuple[int | None, bool]:
        """For how many days a list is posted (None: nothing is said), and whether these are working days."""
        days = next((one for one in self.values("posting_days", day) if one.isdecimal()), None)
        return int(days) if days else None, "days" not in self.values("posting_unit", day)

    def asks_religion(self, day: str) -> bool:
        """Whether the survey form asks for religion; off unless the programme says so."""
        return "yes" in self.values("asks_religion", day)

    def allows_self_built(self, day: str) -> bool:
        """Whether a house the household built before the decision may be supported (X9)."""
        return "yes" in self.values("allows_self_built", day)

    def norm(self, category: str | None, work_type: str | None, day: str) -> int | None:
        """The norm in đồng for a household on a day; its own category's wins over that for all."""
        found = {one.category: one.amount for one in self.norms if one.work_type == work_type and _holds(one, day)}
        return found.get(category, found.get(ALL_CATEGORIES))


def load_programmes(session: Session) -> dict[str, ProgrammeRules]:
    """All programmes by id, in the order in which they are offered."""
    rules = _below(session, ProgrammeRule, DatedRule)
    norms = _below(session, SupportNorm, DatedNorm)
    found = session.scalars(select(Programme).where(Programme.row_out.is_(False)))
    rows = sorted(found, key=lambda one: (one.position or 10**6, one.code or ""))
    return {
        one.id: ProgrammeRules(
            one.id,
            one.code or "",
            one.name or "",
            one.short_name or one.name or "",
            one.position or 0,
            one.valid_from,
            one.valid_to,
            tuple(rules.get(one.id, ())),
            tuple(norms.get(one.id, ())),
        )
        for one in rows
    }


def _below(
    session: Session, table: type[ProgrammeRule | SupportNorm], kind: type[AnyDated]
) -> dict[str | None, list[AnyDated]]:
    """The rules or norms of each programme; the row's fields are the table's columns of the same names."""
    columns = [getattr(table, one.name) for one in fields(kind)]
    found: dict[str | None, list[AnyDated]] = {}
    for row in session.execute(select(table.programme_id, *columns).where(table.row_out.is_(False)).order_by(table.id)):
        found.setdefault(row[0], []).append(kind(*row[1:]))
    return found


def find_programme(programmes: dict[str, ProgrammeRules], text: str) -> ProgrammeRules | None:
    """The programme somebody names by its code, id, name or short name; None when there is none."""
    if text in programmes:
        return programmes[text]
    wanted = fold(text)
    for one in programmes.values():
        if wanted in (fold(one.code), fold(one.name), fold(one.short_name)):
            return one
    return None
