"""Whether a row of a list belongs to this commune, by today's name of the place or the one it had before the reform."""

from __future__ import annotations

import re

from sqlalchemy.orm import Session

from app.areas.queries import NamedCommune, communes_alike, communes_named, province_of
from app.lists.fields import Field
from app.lists.repairs import Repair, RepairKind
from app.problems import Problem
from models.vietnamese import fold

_DISTRICT = re.compile(r"^(?:huyen|quan|thi xa|thanh pho|h|q|tx|tp)\b\.?\s*")
_IN_BRACKET = re.compile(r"\((.+)\)\s*$")


class CommuneNames:
    """What lists write in the columns of the commune and the district, each spelling looked up once."""

    def __init__(self, session: Session, own_code: str) -> None:
        self._session = session
        self._own = own_code
        self._province = province_of(session, own_code)
        self._asked: dict[tuple[str, str], tuple[Problem | None, NamedCommune | None]] = {}

    def doubts(self, text: str | None, district: str | None = None, *, settled: bool = False) -> tuple[Problem, ...]:
        """A warning where the text names another commune, one that sounds alike, a divided unit, or none known.

        `settled`: the row's village is one of this commune, which answers where a divided unit's household lives.
        """
        if text is None:
            return ()
        problem, _ours = self._told(text, district)
        if problem is None or (settled and problem.code == "commune_divided"):
            return ()
        return (problem,)

    def renamed(self, text: str | None, district: str | None = None) -> Repair | None:
        """The receipt for a former name that means this commune: what stood there and what it is called today."""
        ours = self._told(text, district)[1] if text is not None else None
        if ours is None or ours.former is None or text is None:
            return None
        return Repair(Field.COMMUNE, RepairKind.COMMUNE_NAME, text, ours.name)

    def _told(self, text: str, district: str | None) -> tuple[Problem | None, NamedCommune | None]:
        key = (text, district or text.partition(",")[2].partition(",")[0])
        if key not in self._asked:
            self._asked[key] = self._find(text, key[1])
        return self._asked[key]

    def _find(self, text: str, district: str) -> tuple[Problem | None, NamedCommune | None]:
        near = _in_district(communes_named(self._session, text, self._province) if self._province else [], district)
        ours = next((one for one in near if one.code == self._own), None)
        twins = [one for one in near if one.former is None and one is not ours]
        if ours is not None and (len(near) == 1 or (ours.former is None and not twins)):
            return None, ours
        found = near or _in_district(communes_named(self._session, text), district)
        code = "commune_divided" if ours else "commune_other" if found else "commune_unknown"
        if ours is not None and twins:
            code = "commune_alike"
        if not found and (alike := communes_alike(self._session, text, self._province)):
            code, found = "commune_alike", alike
        return Problem(Field.COMMUNE.value, code, {"text": text, "names": _names(found)}, warning=True), ours


def _in_district(found: list[NamedCommune], district: str) -> list[NamedCommune]:
    """Of former names that a bracket tells apart by district, those of this district; all where it tells nothing."""
    wanted = _DISTRICT.sub("", fold(district))
    kept = [one for one in found if wanted and wanted == _district_of(one)]
    return kept or found


def _district_of(one: NamedCommune) -> str | None:
    told = _IN_BRACKET.search(one.former or "")
    return _DISTRICT.sub("", fold(told[1])) if told else None


def _names(found: list[NamedCommune]) -> str:
    return "; ".join(one.shown for one in found)
