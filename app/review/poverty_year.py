"""One year's poverty classes as the page shows them: a row a household, and the counts of the year by village."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.areas.queries import village_names, villages
from app.households.queries import HouseholdFilter, HouseholdRow, all_rowids, own_commune, rowid_of, rows_by_rowid
from app.parsing import today
from app.review.poverty_queries import (
    ClassRow,
    PovertyCounts,
    classes_by_household,
    counts_of,
    levels_of,
    watch_list,
)
from app.review.poverty_rules import PovertyEvent, event_in
from models.review import PovertyClass
from models.search import HouseholdEntry
from models.vocabulary import PovertyLevel

#: Besides a class and an event: the poor whom nothing can lift, those newly escaped who are watched (plan
#: xuan-tang-2022), and those without a class yet.
FORCE_MAJEURE, WATCHED, MISSING = "force_majeure", "watched", "missing"
KINDS = (*(one.value for one in PovertyLevel), *(one.value for one in PovertyEvent), FORCE_MAJEURE, WATCHED, MISSING)


@dataclass(frozen=True)
class ClassLine:
    """A household in a year: its class of that year (None: not recorded), and the last class before with its year.

    `earlier` are the classes of all years before.
    """

    household_id: str
    head_name: str
    village: str
    now: ClassRow | None
    before: ClassRow | None
    earlier: Mapping[int, str | None] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def level(self) -> str | None:
        """The class of the year."""
        return self.now.level if self.now else None


@dataclass(frozen=True)
class ClassLines:
    """The rows shown of those found; `more` were found and are not read."""

    lines: tuple[ClassLine, ...]
    more: int


@dataclass(frozen=True)
class VillageCounts:
    """The counts of a village in a year; `village_id` None: households without a village. `households` in the list.

    `watched` have newly escaped poverty and are still watched.
    """

    village_id: str | None
    name: str
    households: int
    recorded: int
    watched: int
    counts: PovertyCounts


def class_lines(
    session: Session,
    year: int,
    wanted: HouseholdFilter,
    limit: int,
    *,
    kind: str | None = None,
    also: Sequence[str] = (),
) -> ClassLines:
    """The households of a filter with their class of a year; `kind` (of `KINDS`) keeps those of one count.

    `also` are households that are shown whatever the filter says, first.
    """
    first = [one for home in also if (one := rowid_of(session, home)) is not None]
    shown_first = set(first)
    rowids = [one for one in all_rowids(session, wanted) if one not in shown_first]
    if kind is not None:
        fits = _fitting(session, kind, year)
        rowids = [row.rowid for row in rows_by_rowid(session, rowids) if fits(row.id)]
    rows = rows_by_rowid(session, [*first, *rowids[:limit]])
    classes = classes_by_household(session, [row.id for row in rows])
    lines = tuple(_line(row, classes.get(row.id, {}), year) for row in rows)
    return ClassLines(lines, max(len(rowids) - limit, 0))


def _watched(session: Session, year: int) -> set[str]:
    """Who is watched today, or was at the end of a year that is over."""
    return {one.household_id for one in watch_list(session, min(today().isoformat(), f"{year}-12-31"))}


def _fitting(session: Session, kind: str, year: int) -> Callable[[str], bool]:
    """Whether a household stands in a count."""
    if kind == WATCHED:
        return _watched(session, year).__contains__
    every = classes_by_household(session, None)

    def fits(household_id: str) -> bool:
        years = every.get(household_id, {})
        now = years.get(year)
        if kind == MISSING:
            return now is None
        if kind == FORCE_MAJEURE:
            return now is not None and bool(now.force_majeure) and now.level == PovertyLevel.POOR
        event = event_in(levels_of(years), year)
        return (now is not None and now.level == kind) or (event is not None and event.value == kind)

    return fits


def _line(row: HouseholdRow, years: Mapping[int, ClassRow], year: int) -> ClassLine:
    earlier = {one: found for one, found in years.items() if one < year}
    before = years[max(earlier)] if earlier else None
    return ClassLine(row.id, row.head_name, row.village or "", years.get(year), before, levels_of(earlier))


def poverty_by_village(session: Session, year: int) -> list[VillageCounts]:
    """The counts of a year by village: every village of the commune by name, then others that hold anything."""
    homes = session.execute(select(HouseholdEntry.household_id, HouseholdEntry.village_id)).all()
    village_of = {row.household_id: row.village_id for row in homes}
    listed = Counter(village_of.values())
    grouped: dict[str | None, dict[str, dict[int, ClassRow]]] = {}
    for home, years in classes_by_household(session, None).items():
        grouped.setdefault(village_of.get(home), {})[home] = years
    watched = Counter(village_of.get(home) for home in _watched(session, year))
    found = []
    for village_id, name in _villages(session, [*listed, *grouped]):
        counts = counts_of(grouped.get(village_id, {}), year)
        recorded = sum(1 for years in grouped.get(village_id, {}).values() if year in years)
        found.append(VillageCounts(village_id, name, listed[village_id], recorded, watched[village_id], counts))
    return found


def _villages(session: Session, seen: Sequence[str | None]) -> list[tuple[str | None, str]]:
    code = own_commune(session)
    own = [(one.id, one.shown) for one in villages(session, code)] if code else []
    known = {village_id for village_id, _ in own}
    others = village_names(session, sorted({one for one in seen if one and one not in known}))
    homeless: list[tuple[str | None, str]] = [(None, "")] if None in seen else []
    return [*own, *sorted(others.items(), key=lambda one: one[1]), *homeless]


def recorded_years(session: Session) -> list[int]:
    """The years in which any class is recorded, the newest first."""
    row = PovertyClass
    found = session.scalars(select(row.year).where(row.row_out.is_(False)).distinct())
    return sorted((one for one in found if one is not None), reverse=True)
