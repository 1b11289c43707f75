"""Reads the map: the office's villages, communes by today's and former names, and the 54 ethnic groups."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.bundled import area_id
from app.documents.words import date_text
from app.ethnic_groups import ethnic_group, ethnic_groups
from app.journal.offices import opened_by
from app.journal.store import load_offices
from app.wording.areas import old_name, renamed, village_of
from models.area import Area, AreaAlias, AreaPopulation
from models.vietnamese import fold, spelling
from models.vocabulary import AreaKind

__all__ = [
    "NamedCommune",
    "Place",
    "Village",
    "communes",
    "communes_alike",
    "communes_named",
    "dated_name",
    "ethnic_group",
    "ethnic_groups",
    "find_village",
    "find_villages",
    "kept_villages",
    "merged_communes",
    "place_names",
    "populations",
    "province_of",
    "provinces",
    "village_names",
    "villages",
    "villages_by_id",
]

_BRACKET = re.compile(r"\s*\(.*\)\s*$")
_KIND = re.compile(r"^(?:xa|phuong|thi tran|dac khu|tt|[xp])\s*\.?\s+(?=\S)")


@dataclass(frozen=True)
class Village:
    """A village of a commune, with its head (trưởng thôn) and the user who looks after it.

    `of` is the commune it belonged to before a merger, where another village of the office bears the same name.
    """

    id: str
    name: str
    head_name: str | None
    head_phone: str | None
    version: int
    keeper_id: str | None = None
    of: str = ""

    @property
    def shown(self) -> str:
        """The name as it is chosen from: told apart from the other one of that name."""
        return village_of(self.name, self.of) if self.of else self.name


@dataclass(frozen=True)
class Place:
    """A province or a commune of the map since 1 July 2025."""

    code: str
    name: str


def merged_communes(session: Session, commune_code: str) -> set[str]:
    """The codes of a commune and of those merged with it: the office that goes on holds the streams of all."""
    offices = load_offices(session.connection())
    return {commune_code, *map(opened_by, offices.held_by(offices.current(commune_code)))}


def villages(session: Session, commune_code: str) -> list[Village]:
    """The villages of a commune, and of those merged with it, by name; numbers in names count as numbers ("Tổ 2" before
    "Tổ 10").
    """
    codes = merged_communes(session, commune_code)
    query = select(Area).where(Area.kind == AreaKind.VILLAGE, Area.code.in_(codes), Area.row_out.is_(False))
    rows = sorted(session.scalars(query), key=lambda row: (_natural(row.name or ""), row.code != commune_code, row.id))
    names = Counter(fold(row.name or "") for row in rows) if len(codes) > 1 else Counter()
    communes = place_names(session, codes) if len(codes) > 1 else {}
    return [
        Village(
            row.id,
            row.name or "",
            row.head_name,
            row.head_phone,
            row.version,
            row.keeper_id,
            communes.get(row.code or "", row.code or "") if names[fold(row.name or "")] > 1 else "",
        )
        for row in rows
    ]


def kept_villages(session: Session, user_id: str) -> frozenset[str]:
    """The ids of the villages a user looks after."""
    query = select(Area.id).where(Area.kind == AreaKind.VILLAGE, Area.keeper_id == user_id, Area.row_out.is_(False))
    return frozenset(session.scalars(query))


def villages_by_id(session: Session, ids: Iterable[str | None]) -> dict[str, Village]:
    """The villages of these ids that are here."""
    wanted = {one for one in ids if one}
    rows = session.scalars(select(Area).where(Area.id.in_(wanted), Area.row_out.is_(False))) if wanted else ()
    return {row.id: Village(row.id, row.name or "", row.head_name, row.head_phone, row.version) for row in rows}


def _natural(name: str) -> list[str]:
    return [word.rjust(6) if word.isdigit() else word for word in fold(name).split()]


def find_village(session: Session, commune_code: str, text: str) -> str | None:
    """The id of the village of a commune that somebody names, accents apart, or by its id; None when there is none."""
    return next(iter(find_villages(session, text, commune_code)), None)


def find_villages(session: Session, text: str, commune_code: str | None = None) -> list[str]:
    """The ids of the villages of this name, accents apart; of all communes known here where none is given.

    Those of the commune itself come before those of the communes merged with it.
    """
    query = select(Area.id, Area.name, Area.code).where(Area.kind == AreaKind.VILLAGE, Area.row_out.is_(False))
    if commune_code is not None:
        query = query.where(Area.code.in_(merged_communes(session, commune_code)))
    wanted = fold(text)
    found = [row for row in session.execute(query) if text == row.id or fold(row.name or "") == wanted]
    return [row.id for row in sorted(found, key=lambda row: row.code != commune_code)]


def village_names(session: Session, ids: Iterable[str | None]) -> dict[str, str]:
    """Village id -> name, of the ids that are here."""
    wanted = {one for one in ids if one}
    rows = session.execute(select(Area.id, Area.name).where(Area.id.in_(wanted))) if wanted else ()
    return {row.id: row.name or "" for row in rows}


def populations(session: Session, year: int) -> dict[str, int]:
    """All households of each village in a year, by village id; of two laptops' rows the later."""
    query = select(AreaPopulation.area_id, AreaPopulation.households).where(
        AreaPopulation.year == year, AreaPopulation.row_out.is_(False), AreaPopulation.households.is_not(None)
    )
    found = session.execute(query.order_by(AreaPopulation.id))
    return {row.area_id: row.households for row in found if row.area_id and row.households is not None}


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


@dataclass(frozen=True)
class NamedCommune:
    """A commune of today as it was looked for; `former` is the old name that fits, `until` its last day (ISO)."""

    code: str
    name: str
    former: str | None = None
    until: str | None = None

    @property
    def shown(self) -> str:
        """Today's name, with the dated old one where it was found by that."""
        return renamed(self.name, dated_name(self.former, self.until)) if self.former else self.name


def dated_name(former: str, until: str | None) -> str:
    """A former name with its last day, where that is known."""
    return old_name(former, date_text(date.fromisoformat(until))) if until else former


def communes_named(session: Session, text: str, province_code: str | None = None) -> list[NamedCommune]:
    """The communes that a text names, in a province or in the whole country; by today's name or else by a former one.

    A name written out in full wins over one that is the same only without its kind ("Xã", "Phường"). Accents count
    where the text has any: "Ba Tô" is not "Ba Tơ" (`communes_alike`).
    """
    known = list(_known(session, province_code))
    for key in (_whole, _bare):
        wanted = key(text)
        found = [one for one in known if wanted and wanted == key(one.former or one.name)]
        same = [one for one in found if text.isascii() or _spelled(one.former or one.name) == _spelled(text)]
        if same:
            return _each_once(same)
    return []


def communes_alike(session: Session, text: str, province_code: str | None = None) -> list[NamedCommune]:
    """The communes whose name differs from a text in accents only."""
    wanted = _bare(text)
    return _each_once(one for one in _known(session, province_code) if wanted == _bare(one.former or one.name))


def _whole(name: str) -> str:
    """Compared without accents, without what stands behind a comma, and without the bracket that tells twins apart."""
    return " ".join(fold(_BRACKET.sub("", name.partition(",")[0])).split())


def _bare(name: str) -> str:
    return _KIND.sub("", _whole(name))


def _spelled(name: str) -> str:
    """The name alone as it is spelled, its kind and the bracket of twins apart."""
    words = spelling(_BRACKET.sub("", name.partition(",")[0]).replace(".", ". ")).split()
    return " ".join(words[len(words) - len(_bare(name).replace(".", ". ").split()) :])


def _each_once(found: Iterable[NamedCommune]) -> list[NamedCommune]:
    """Today's name says more than an old one of the same commune; communes in the order of their names."""
    kept: dict[str, NamedCommune] = {}
    for one in sorted(found, key=lambda one: one.former is not None):
        kept.setdefault(one.code, one)
    return sorted(kept.values(), key=lambda one: fold(one.name))


def _known(session: Session, province_code: str | None) -> Iterator[NamedCommune]:
    """Every commune under its own name and under each name it had."""
    query = (
        select(Area.code, Area.name, AreaAlias.name.label("former"), AreaAlias.valid_to)
        .outerjoin(AreaAlias, (AreaAlias.area_id == Area.id) & AreaAlias.row_out.is_(False))
        .where(Area.kind == AreaKind.COMMUNE, Area.row_out.is_(False))
    )
    if province_code is not None:
        query = query.where(Area.parent_id == area_id(province_code))
    own: set[str] = set()
    for row in session.execute(query):
        code, name = row.code or "", row.name or ""
        if code not in own:
            own.add(code)
            yield NamedCommune(code, name)
        if row.former:
            yield NamedCommune(code, name, row.former, row.valid_to)


def province_of(session: Session, commune_code: str) -> str | None:
    """The code of the province a commune lies in; None for a place that is not on the map."""
    above = select(Area.parent_id).where(Area.kind == AreaKind.COMMUNE, Area.code == commune_code).scalar_subquery()
    return session.scalar(select(Area.code).where(Area.id == above))
