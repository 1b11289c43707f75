"""Reads the poverty classes: those of a household, the counts of a year, who is watched after escaping poverty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.journal.store import batches
from app.review.drafts import PovertyDraft
from app.review.poverty_rules import PovertyEvent, event_in, last_escape, months_after
from app.review.poverty_standards import standard_named, standard_of
from models.household import Household
from models.review import PovertyClass
from models.vocabulary import PovertyLevel


@dataclass(frozen=True)
class ClassRow:
    """The class of a household in a year."""

    id: str
    household_id: str
    year: int
    standard: str | None
    level: str | None
    certificate: str | None
    certified_on: str | None
    force_majeure: bool | None
    cause: str | None
    b1: int | None
    b2: int | None
    indicators: tuple[str, ...]
    note: str | None
    version: int


@dataclass(frozen=True)
class PovertyCounts:
    """Households of a year, as plan xuan-tang-2022 counts them; `by_indicator` counts the deprived ones."""

    year: int
    poor: int
    near_poor: int
    average: int
    escaped: int
    escaped_near_poor: int
    fell_back: int
    newly_poor: int
    newly_near_poor: int
    force_majeure: int
    by_indicator: Mapping[str, int]


@dataclass(frozen=True)
class Watched:
    """A household that has newly escaped poverty, with the year and the days from and until which it is watched."""

    household_id: str
    head_name: str
    village_id: str | None
    year: int
    since: str
    until: str


def classes_of(session: Session, household_id: str) -> list[ClassRow]:
    """The classes of a household, the newest year first."""
    years = classes_by_household(session, [household_id]).get(household_id, {})
    return [years[year] for year in sorted(years, reverse=True)]


def poverty_draft(session: Session, household_id: str, year: int) -> PovertyDraft:
    """The class of a year as its form shows it; a new one, poor, where nothing is recorded."""
    return draft_of(classes_by_household(session, [household_id]).get(household_id, {}).get(year), household_id, year)


def draft_of(found: ClassRow | None, household_id: str, year: int) -> PovertyDraft:
    """A class as it is handed in again; a new one, poor, where nothing is recorded."""
    if found is None:
        return PovertyDraft(household_id, year, PovertyLevel.POOR.value)
    values = {one.name: getattr(found, one.name) for one in fields(PovertyDraft)}
    return PovertyDraft(**values | {"level": found.level or ""})


def classes_by_household(session: Session, household_ids: Collection[str] | None) -> dict[str, dict[int, ClassRow]]:
    """Household -> year -> class; of two laptops' rows for one year the later. None: all households of the list."""
    row = PovertyClass
    query = (
        select(*(getattr(row, one.name) for one in fields(ClassRow)))
        .join(Household, Household.id == row.household_id)
        .where(row.row_out.is_(False), row.year.is_not(None), Household.row_out.is_(False))
        .order_by(row.id)
    )
    parts = [None] if household_ids is None else list(batches(household_ids))
    narrowed = [query if ids is None else query.where(row.household_id.in_(ids)) for ids in parts]
    found: dict[str, dict[int, ClassRow]] = {}
    for statement in narrowed:
        for one in session.execute(statement):
            values = one._asdict() | {"indicators": tuple((one.indicators or "").split())}
            found.setdefault(one.household_id or "", {})[one.year] = ClassRow(**values)
    return found


def poverty_events(session: Session, year: int) -> dict[str, PovertyEvent]:
    """Household -> what its class of a year says against the year before; those without an event are left out."""
    events = {home: event_in(levels_of(years), year) for home, years in classes_by_household(session, None).items()}
    return {home: event for home, event in events.items() if event is not None}


def levels_of(years: Mapping[int, ClassRow]) -> dict[int, str | None]:
    """The classes alone, by year."""
    return {year: one.level for year, one in years.items()}


def poverty_counts(session: Session, year: int) -> PovertyCounts:
    """The counts of a year over all households of the list."""
    return counts_of(classes_by_household(session, None), year)


def counts_of(classes: Mapping[str, Mapping[int, ClassRow]], year: int) -> PovertyCounts:
    """The counts of a year over some households, by their classes of all years."""
    now = [years[year] for years in classes.values() if year in years]
    levels = Counter(one.level for one in now)
    events = Counter(event_in(levels_of(years), year) for years in classes.values())
    return PovertyCounts(
        year,
        levels[PovertyLevel.POOR],
        levels[PovertyLevel.NEAR_POOR],
        levels[PovertyLevel.AVERAGE],
        events[PovertyEvent.ESCAPED],
        events[PovertyEvent.ESCAPED_NEAR_POOR],
        events[PovertyEvent.FELL_BACK],
        events[PovertyEvent.NEWLY_POOR],
        events[PovertyEvent.NEWLY_NEAR_POOR],
        sum(1 for one in now if one.force_majeure and one.level == PovertyLevel.POOR),
        dict(Counter(name for one in now for name in one.indicators)),
    )


def watch_list(session: Session, day: str) -> list[Watched]:
    """The households that escaped poverty and are still watched on a day, those whose watch ends first first."""
    found = []
    classes = classes_by_household(session, None)
    escaped = {home: last_escape(levels_of(years), int(day[:4])) for home, years in classes.items()}
    homes = _homes(session, [home for home, year in escaped.items() if year is not None])
    for home, (head_name, village_id) in homes.items():
        year = escaped[home]
        if year is None:
            continue
        one = classes[home][year]
        standard = standard_named(one.standard) or standard_of(year)
        since = one.certified_on or f"{year}-12-31"
        until = months_after(since, standard.watch_months) if standard else since
        if since <= day < until:
            found.append(Watched(home, head_name, village_id, year, since, until))
    return sorted(found, key=lambda one: (one.until, one.head_name))


def _homes(session: Session, ids: Collection[str]) -> dict[str, tuple[str, str | None]]:
    found = {}
    for batch in batches(ids):
        query = select(Household.id, Household.head_name, Household.village_id).where(Household.id.in_(batch))
        found.update({row.id: (row.head_name or "", row.village_id) for row in session.execute(query)})
    return found
