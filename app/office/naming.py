"""What an office is usually called and coded: proposals of the first run, all of which can be typed over."""

from __future__ import annotations

from dataclasses import dataclass

from app.wording.letterheads import FRONT_NAME, PEOPLE_COMMITTEE
from models.vocabulary import Level

COMMITTEE, FRONT = "committee", "front"
_FRONT_CODE = "-MT"
_AGENCY_CODE = "-VD"
SERIES = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Named:
    """A code and a name: of a place of the map, or of an office."""

    code: str
    name: str


def usual_name(level: Level, body: str, province: Named | None, commune: Named | None) -> Named:
    """An office of this kind in this place.

    A commune has the code of the map, whoever keeps the data there: its committee and its Front share one list. Above
    it the Front's office is another than the committee's.
    """
    place = (commune if level is Level.COMMUNE or (level is Level.AGENCY and commune) else province) or Named("", "")
    front = FRONT_NAME if body == FRONT else PEOPLE_COMMITTEE
    name = f"{front} {place.name[:1].lower()}{place.name[1:]}" if place.name else ""
    ending = {Level.COMMUNE: "", Level.UPPER: _FRONT_CODE if body == FRONT else "", Level.AGENCY: _AGENCY_CODE}[level]
    return Named(place.code + ending if place.code else "", name)


def usual_superior(body: str, province: Named | None) -> Named:
    """To whom a commune of this province usually reports."""
    return usual_name(Level.UPPER, body, province, None)


def series_of(machine: int) -> str | None:
    """The letter of the n-th laptop's number series; None for the first (its numbers carry none)."""
    return None if machine <= 1 else SERIES[machine - 1]
