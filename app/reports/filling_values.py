"""The values a form is filled with: figures of places, counted from their houses, and what a list tells of a household.

Figures are those of the progress table (`reports.houses`), so a filled form agrees with the report of the same day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.areas.queries import communes, place_names, province_of, villages
from app.journal.store import batches
from app.lists.queries import same_word, village_key
from app.office.queries import office_facts
from app.reports.filling_headings import Meaning
from app.reports.houses import HouseLine
from app.reports.report_value import day_text, share_of
from app.reports.unit_totals import UnitLine, unit_lines
from app.wording.vocabulary import CATEGORIES, GENDERS, STATUSES, WORK_TYPES
from models.household import Household
from models.vocabulary import Level, SourceGroup

Figure = int | Decimal
_SHARES = {"share_started": "started", "share_finished": "finished", "share_given": "given"}


@dataclass(frozen=True)
class PlaceFigures:
    """What is known of a place: its houses, or only totals; neither: nobody has reported yet."""

    name: str
    lines: tuple[HouseLine, ...] = ()
    totals: tuple[UnitLine, ...] = ()
    known: bool = True

    def value(self, meaning: Meaning, since: str, until: str) -> Figure | None:
        """The figure asked for; money in đồng, a share as part of one. None where records cannot tell."""
        if not self.known:
            return None
        if meaning.measure in _SHARES:
            part = self.value(Meaning(_SHARES[meaning.measure], meaning.work, meaning.group), since, until)
            return share_of(part, self.value(Meaning("needed", meaning.work, meaning.group), since, until))
        own = sum(_counted(one, meaning, since, until) for one in self.lines if _fits(one, meaning))
        for one in self.totals:
            more = _of_totals(one, meaning)
            if more is None:
                return None
            own += more
        return own


def together(places: Iterable[PlaceFigures]) -> PlaceFigures:
    """Several places as one, for a row of totals."""
    found = list(places)
    lines = tuple(line for one in found for line in one.lines)
    return PlaceFigures("", lines, tuple(one for place in found for one in place.totals))


def _fits(line: HouseLine, meaning: Meaning) -> bool:
    new = meaning.work == "new_build"
    return (meaning.work is None or line.new_build == new) and meaning.group in (None, line.group)


def _counted(line: HouseLine, meaning: Meaning, since: str, until: str) -> int:
    if meaning.money:
        return _money(line, meaning)
    if meaning.period and not since <= (_DAYS[meaning.measure](line) or "") <= until:
        return 0
    return int(_HOLDS[meaning.measure](line))


def _of_totals(line: UnitLine, meaning: Meaning) -> int | None:
    """A figure of a place that told only totals; None where only a list could tell."""
    if meaning.group or meaning.source or meaning.period:
        return None
    needed = (line.new_build or 0) + (line.repair or 0)
    if meaning.measure == "needed":
        return {"new_build": line.new_build, "repair": line.repair, None: needed}[meaning.work]
    known = {
        "started": line.started,
        "not_started": None if line.started is None else needed - line.started,
        "finished": line.accepted,
        "given": line.handed_over,
        "money_need": line.approved,
        "paid": line.paid,
    }
    return None if meaning.work else known.get(meaning.measure)


_DAYS: dict[str, Callable[[HouseLine], str | None]] = {
    "started": lambda one: one.state.started_on,
    "finished": lambda one: one.state.accepted_on or one.state.handed_over_on,
    "given": lambda one: one.state.handed_over_on,
}


_HOLDS: dict[str, Callable[[HouseLine], bool]] = {
    "needed": lambda one: one.needed,
    "started": lambda one: one.needed and one.begun,
    "not_started": lambda one: one.needed and not one.begun,
    "building": lambda one: one.needed and one.begun and not one.finished,
    "finished": lambda one: one.needed and one.finished,
    "given": lambda one: one.needed and one.given,
    "added": lambda one: one.added,
    "left": lambda one: one.left,
}


def _money(line: HouseLine, meaning: Meaning) -> int:
    if meaning.measure == "money_need":
        return line.need if line.needed else 0
    sums = line.allocated if meaning.measure == "allocated" else line.paid
    if meaning.source in set(SourceGroup):
        return sums.get(SourceGroup(meaning.source), 0)
    if meaning.source is not None:
        own = line.kinds.get(meaning.source)
        return getattr(own, meaning.measure) if own else 0
    return sum(sums.values())


# Places


@dataclass
class Places:
    """The places of an office by the names under which a form may call them; "" where two bear one name."""

    found: dict[str, PlaceFigures] = field(default_factory=dict)
    in_order: list[PlaceFigures] = field(default_factory=list)
    double: set[str] = field(default_factory=set)

    def add(self, figures: PlaceFigures, *names: str) -> None:
        """A place under its names."""
        for name in dict.fromkeys(names):
            if name in self.found:
                self.double.add(name)
            self.found[name] = figures

    def named(self, text: str) -> PlaceFigures | str:
        """The place a row names, or why there is none ("place", "place_twice")."""
        for name in dict.fromkeys((same_word(text), same_word(_bare(text)), village_key(_bare(text)))):
            if name in self.found:
                return "place_twice" if name in self.double else self.found[name]
        return "place"


def _bare(text: str) -> str:
    """Without the numbering before a name and what stands behind it."""
    words = text.replace("–", "-").split()
    while words and words[0].strip(".)-:/(").upper() in _NUMBERS:
        words = words[1:]
    return " ".join(words).strip(" .,;:-")


_NUMBERS = frozenset(
    {*map(str, range(1, 400)), *"ABCDEGH", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"}
)


def places_of(session: Session, lines: Sequence[HouseLine]) -> Places:
    """The villages of a commune and the commune itself, or the communes of an upper office."""
    office = office_facts(session)
    found = Places()
    if office.level == Level.UPPER:
        _add_communes(session, found, office.code, lines)
        return found
    by_village: dict[str | None, list[HouseLine]] = {}
    for one in lines:
        by_village.setdefault(one.village_id, []).append(one)
    for village in villages(session, office.code):
        figures = PlaceFigures(village.name, tuple(by_village.get(village.id, ())))
        found.in_order.append(figures)
        found.add(figures, same_word(village.name), village_key(village.name))
    name = place_names(session, [office.code]).get(office.code, office.name)
    found.add(PlaceFigures(name, tuple(lines)), same_word(name), same_word(office.name))
    return found


def _add_communes(session: Session, found: Places, code: str, lines: Sequence[HouseLine]) -> None:
    by_commune: dict[str, list[HouseLine]] = {}
    for one in lines:
        by_commune.setdefault(one.commune_code or "", []).append(one)
    totals = {one.key: one for one in unit_lines(session, by_commune)}
    province = code if len(code) == _PROVINCE else province_of(session, code)
    known = {one.code: one.name for one in communes(session, province or "")}
    known |= {one.key: one.name for one in totals.values()} | place_names(session, by_commune)
    for commune, name in known.items():
        own, typed = tuple(by_commune.get(commune, ())), totals.get(commune)
        figures = PlaceFigures(name, own, (typed,) if typed and not own else (), known=bool(own or typed))
        if figures.known:
            found.in_order.append(figures)
        found.add(figures, same_word(name), _without_kind(name))


_PROVINCE = 2
_KINDS = ("xa ", "phuong ", "thi tran ", "dac khu ")


def _without_kind(name: str) -> str:
    plain = same_word(name)
    return next((plain.removeprefix(kind) for kind in _KINDS if plain.startswith(kind)), plain)


# Households


@dataclass(frozen=True)
class HouseholdValues:
    """What a list tells of a household, by the names of `wording.filling.HOUSE_FIELDS`; money in đồng."""

    id: str
    name: str
    birth: str
    citizen_id: str
    values: Mapping[str, str | int | None]


def household_values(session: Session, lines: Sequence[HouseLine]) -> list[HouseholdValues]:
    """The households of these houses that are not off the list."""
    standing = [one for one in lines if not one.left]
    homes: dict[str, Any] = {}
    for batch in batches([one.facts.household_id for one in standing]):
        homes |= {row.id: row for row in session.scalars(select(Household).where(Household.id.in_(batch)))}
    communes_ = place_names(session, (one.commune_code for one in homes.values()))
    return [
        _values(one, homes[one.facts.household_id], communes_) for one in standing if one.facts.household_id in homes
    ]


def _values(line: HouseLine, home: Household, communes_: Mapping[str, str]) -> HouseholdValues:
    state = line.state
    values: dict[str, str | int | None] = {
        "head_name": home.head_name,
        "birth": day_text(home.birth) if home.birth else None,
        "gender": GENDERS.get(home.gender or ""),
        "ethnicity": home.ethnicity,
        "citizen_id": home.citizen_id,
        "phone": home.phone,
        "village": line.village if line.village_id else None,
        "commune": communes_.get(home.commune_code or ""),
        "members": home.member_count,
        "category": CATEGORIES.get(line.category),
        "need": WORK_TYPES.get(state.work_type or ""),
        "household_code": home.code,
        "support_amount": state.approved_amount or line.facts.requested_amount,
        "status": STATUSES.get(state.status),
        "started_on": day_text(state.started_on) if state.started_on else None,
        "finished_on": day_text(state.accepted_on) if state.accepted_on else None,
        "given_on": day_text(state.handed_over_on) if state.handed_over_on else None,
        "allocated": line.aid_allocated,
        "paid": line.aid_paid,
    }
    return HouseholdValues(home.id, home.head_name or "", home.birth or "", home.citizen_id or "", values)
