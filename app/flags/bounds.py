"""Whether a place is in its commune: only where the box around the commune is known, elsewhere nothing is concluded."""

from __future__ import annotations

import csv
import math
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache

from app.paths import resource

_METRES_A_DEGREE = 111_320.0


@dataclass(frozen=True)
class Box:
    """The box around a commune, in degrees."""

    west: float
    south: float
    east: float
    north: float

    def metres_from(self, latitude: float, longitude: float) -> int:
        """How far outside a place lies; 0 inside. Flat reckoning: near enough for a flag."""
        across = max(self.west - longitude, 0.0, longitude - self.east) * math.cos(math.radians(latitude))
        up = max(self.south - latitude, 0.0, latitude - self.north)
        return round(math.hypot(across, up) * _METRES_A_DEGREE)


@cache
def boxes() -> dict[str, Box]:
    """The communes whose box is known, by code."""
    with resource("areas", "bounds.csv").open(encoding="utf-8", newline="") as file:
        return {
            line["code"]: Box(*(float(line[name]) for name in ("west", "south", "east", "north")))
            for line in csv.DictReader(file)
        }


def metres_outside(commune: str | None, latitude: str | None, longitude: str | None) -> int | None:
    """How far outside its commune a place lies, 0 inside; None where it cannot be checked."""
    box = boxes().get(commune or "")
    place = _degrees(latitude), _degrees(longitude)
    if box is None or place[0] is None or place[1] is None:
        return None
    return box.metres_from(place[0], place[1])


def _degrees(text: str | None) -> float | None:
    try:
        return float(Decimal(text)) if text else None
    except InvalidOperation:
        return None
