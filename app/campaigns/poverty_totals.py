"""Households of places that keep no list here, by year: typed with a source, for the poverty rates of plans.

They stand in for classes and numbers of households where the records have none (`poverty`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.actions import Action
from app.areas.queries import communes, province_of, provinces
from app.bundled import area_id
from app.campaigns.facts import CampaignDetail
from app.office.queries import office_facts
from app.problems import Problem, refuse_errors
from app.rows import write_row
from app.workspace import Changes, Workspace
from models.area import Area
from models.movement import PovertyTotal
from models.vocabulary import AreaKind, UnitKind

NUMBERS = ("households", "poor", "near_poor", "force_majeure")
#: Units that are places with households; rooms and organisations have none.
_PLACES = frozenset({UnitKind.DISTRICT, UnitKind.COMMUNE, UnitKind.VILLAGE_GROUP})
_PROVINCE = 2


@dataclass(frozen=True)
class PovertyLine:
    """A place and its numbers of a year; none is not known. Either a unit of a plan or an area."""

    name: str = ""
    unit_id: str | None = None
    area_id: str | None = None
    households: int | None = None
    poor: int | None = None
    near_poor: int | None = None
    force_majeure: int | None = None
    source: str | None = None
    id: str | None = None

    @property
    def key(self) -> tuple[str | None, str | None]:
        """Which place it is about."""
        return self.unit_id, self.area_id

    @property
    def empty(self) -> bool:
        """Whether nothing is typed."""
        return all(getattr(self, name) is None for name in NUMBERS)


@dataclass(frozen=True)
class PovertyTotalsDraft:
    """The numbers of some places in a year, and who told them."""

    year: int | None
    source: str | None
    lines: tuple[PovertyLine, ...]


def check_totals(draft: PovertyTotalsDraft) -> list[Problem]:
    """A year and a source; the poor are some of all households, and those of force majeure some of the poor."""
    found = [] if draft.year else [Problem("year", "poverty_total_year_missing")]
    typed = [one for one in draft.lines if not one.empty]
    if typed and not (draft.source or "").strip():
        found.append(Problem("source", "total_source_missing"))
    for one in typed:
        both = (one.poor or 0) + (one.near_poor or 0)
        if one.households is not None and both > one.households:
            found.append(Problem("lines", "poverty_total_too_many", {"name": one.name}))
        if (one.force_majeure or 0) > (one.poor or 0):
            found.append(Problem("lines", "poverty_total_force_majeure", {"name": one.name}))
    return found


def save_totals(workspace: Workspace, draft: PovertyTotalsDraft) -> tuple[Changes, list[Problem]]:
    """Keep the numbers of a year; a place whose numbers were emptied has none any more. Raises `Refused`."""
    warnings = refuse_errors(check_totals(draft))
    source = " ".join((draft.source or "").split()) or None
    with workspace.change(Action.SAVE_MOVEMENT) as change:
        standing = typed_totals(change.session, draft.year or 0)
        for one in draft.lines:
            kept = standing.get(one.key)
            if one.empty and kept is not None:
                write_row(change.session, PovertyTotal, kept.id, None, {"deleted": True})
            elif not one.empty and (kept is None or _differs(one, kept)):
                values = {name: getattr(one, name) for name in ("unit_id", "area_id", *NUMBERS)}
                own = {**values, "year": draft.year, "source": source}
                write_row(change.session, PovertyTotal, kept.id if kept else None, None, own)
    return change.done, warnings


def _differs(one: PovertyLine, kept: PovertyLine) -> bool:
    return any(getattr(one, name) != getattr(kept, name) for name in NUMBERS)


def typed_totals(session: Session, year: int) -> dict[tuple[str | None, str | None], PovertyLine]:
    """What was typed for a year, by place; of two laptops' rows the later."""
    return {one.key: one for kept_year, one in all_totals(session) if kept_year == year}


def all_totals(session: Session) -> Iterable[tuple[int, PovertyLine]]:
    """Everything that was typed, with its year, the oldest row first."""
    row = PovertyTotal
    for one in session.scalars(select(row).where(row.row_out.is_(False), row.year.is_not(None)).order_by(row.id)):
        numbers = {name: getattr(one, name) for name in NUMBERS}
        yield one.year or 0, PovertyLine("", one.unit_id, one.area_id, **numbers, source=one.source, id=one.id)


def places_for(session: Session, plan: CampaignDetail, year: int) -> list[PovertyLine]:
    """The places whose numbers may be typed for a plan, with what is kept of the year.

    They are the lowest places among the plan's units and the villages known of them; without any, the communes of
    this office.
    """
    above = {one.parent_id for one in plan.units}
    units = [one for one in plan.units if one.kind in _PLACES and one.id not in above]
    found = [PovertyLine(one.name or "", one.id) for one in units]
    villages = _villages(session, [one.area_id for one in units if one.area_id])
    found = [each for one in found for each in (one, *villages.get(_area_of(plan, one), ()))] or _communes(session)
    kept = typed_totals(session, year)
    return [replace(kept[one.key], name=one.name) if one.key in kept else one for one in found]


def _area_of(plan: CampaignDetail, line: PovertyLine) -> str | None:
    unit = plan.unit(line.unit_id)
    return unit.area_id if unit else None


def _villages(session: Session, commune_ids: Sequence[str]) -> Mapping[str | None, list[PovertyLine]]:
    """The villages that are known of communes, by the commune's area."""
    codes = {code: key for key, code in session.execute(select(Area.id, Area.code).where(Area.id.in_(commune_ids)))}
    wanted = (Area.kind == AreaKind.VILLAGE, Area.code.in_(codes), Area.row_out.is_(False))
    found: dict[str | None, list[PovertyLine]] = {}
    for row in session.execute(select(Area.id, Area.name, Area.code).where(*wanted).order_by(Area.name, Area.id)):
        found.setdefault(codes[row.code], []).append(PovertyLine(f"   {row.name}", None, row.id))
    return found


def _communes(session: Session) -> list[PovertyLine]:
    code = office_facts(session).code
    own = code if len(code) == _PROVINCE else province_of(session, code)
    wanted = [own] if own else [one.code for one in provinces(session)]
    every = (one for province in wanted for one in communes(session, province))
    return [PovertyLine(one.name, None, area_id(one.code)) for one in every]
