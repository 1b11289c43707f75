"""Reads the map: the office's villages, names of communes and provinces, and the 54 ethnic groups."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.paths import resource
from models.area import Area
from models.vietnamese import fold
from models.vocabulary import AreaKind


@dataclass(frozen=True)
class Village:
    """A village of a commune, with its head (trưởng thôn)."""

    id: str
    name: str
    head_name: str | None
    head_phone: str | None
    version: int


@dataclass(frozen=True)
class Place:
    """A province or a commune of the map since 1 July 2025."""

    code: str
    name: str


def villages(session: Session, commune_code: str) -> list[Village]:
    """The villages of a commune by name; numbers in names count as numbers ("Tổ 2" before "Tổ 10")."""
    rows = session.execute(
        select(Area.id, Area.name, Area.head_name, Area.head_phone, Area.version).where(
            Area.kind == AreaKind.VILLAGE, Area.code == commune_code, Area.row_out.is_(False)
        )
    )
    found = [Village(row.id, row.name or "", row.head_name, row.head_phone, row.version) for row in rows]
    return sorted(found, key=lambda one: _natural(one.name))


def _natural(name: str) -> list[str]:
    return [word.rjust(6) if word.isdigit() else word for word in fold(name).split()]


def find_village(session: Session, commune_code: str, text: str) -> str | None:
    """The id of the village of a commune that somebody names, accents apart, or by its id; None when there is none."""
    return next(iter(find_villages(session, text, commune_code)), None)


def find_villages(session: Session, text: str, commune_code: str | None = None) -> list[str]:
    """The ids of the villages of this name, accents apart; of all communes known here where none is given."""
    query = select(Area.id, Area.name).where(Area.kind == AreaKind.VILLAGE, Area.row_out.is_(False))
    if commune_code is not None:
        query = query.where(Area.code == commune_code)
    wanted = fold(text)
    return [row.id for row in session.execute(query) if text == row.id or fold(row.name or "") == wanted]


def village_names(session: Session, ids: Iterable[str | None]) -> dict[str, str]:
    """Village id -> name, of the ids that are here."""
    wanted = {one for one in ids if one}
    rows = session.execute(select(Area.id, Area.name).where(Area.id.in_(wanted))) if wanted else ()
    return {row.id: row.name or "" for row in rows}


def provinces(session: Session) -> list[Place]:
    """The 34 provinces by name."""
    return _places(session, AreaKind.PROVINCE, None)


def communes(session: Session, province_code: str) -> list[Place]:
    """The communes of a province by name."""
    return _places(session, AreaKind.COMMUNE, province_code)


def _places(session: Session, kind: AreaKind, above: str | None) -> list[Place]:
    query = select(Area.code, Area.name).where(Area.kind == kind, Area.row_out.is_(False))
    if above is not None:
        parent = select(Area.id).where(Area.kind == AreaKind.PROVINCE, Area.code == above)
        query = query.where(Area.parent_id.in_(parent))
    found = [Place(row.code or "", row.name or "") for row in session.execute(query)]
    return sorted(found, key=lambda one: _natural(one.name))


def place_names(session: Session, codes: Iterable[str | None]) -> dict[str, str]:
    """Code -> name of communes and provinces; codes unknown to the map are left out."""
    wanted = {one for one in codes if one}
    query = select(Area.code, Area.name).where(Area.kind != AreaKind.VILLAGE, Area.code.in_(wanted))
    return {row.code: row.name or "" for row in session.execute(query)} if wanted else {}


@cache
def _ethnic_groups() -> tuple[tuple[str, ...], dict[str, str]]:
    names = []
    known: dict[str, str] = {}
    with resource("ethnic_groups.csv").open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            names.append(line["name"])
            for spelling in (line["name"], *filter(None, line["aliases"].split(";"))):
                known.setdefault(fold(spelling), line["name"])
    return tuple(names), known


def ethnic_groups() -> tuple[str, ...]:
    """The 54 ethnic groups in the order of the official list."""
    return _ethnic_groups()[0]


def ethnic_group(text: str) -> str | None:
    """The official name of an ethnic group from any of its spellings, without accents too; None when unknown."""
    return _ethnic_groups()[1].get(fold(text))
