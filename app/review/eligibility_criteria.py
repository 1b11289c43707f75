"""How a criterion of a programme is written: the value of a `ProgrammeRule` with the key `criterion`, one a row.

A criterion is one or more clauses joined by " or "; it is met when one of them is. A clause is one of

    category in poor,near_poor      the household's category (models.vocabulary.Category)
    flag in no_labour,disabled      one of its priority marks (models.vocabulary.Flag)
    hard_parts < 3                  a figure, one of < <= > >= and a number; the figures are
                                    hard_parts (0 to 3), area_m2, area_per_person (m2), members, head_age (years),
                                    split_years (full years since it is a household of its own)
    listed_on 2022-06-30            poor or near-poor in the year of that day
    resident_before 2013-06-15      registered here before that day
    not_supported_before            no house of it, or of a person of it, was helped before
    flood_danger, slide_danger, fits_planning     what the survey says of the place

A `priority` rule says the same with its place in front: "1|hard_parts < 1 or slide_danger".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from app.documents.words import date_text, decimal_text
from models.vocabulary import Category, Flag

SETS: dict[str, type[StrEnum]] = {"category": Category, "flag": Flag}
FIGURES = ("hard_parts", "area_m2", "area_per_person", "members", "head_age", "split_years")
DAYS = ("listed_on", "resident_before")
STATEMENTS = ("not_supported_before", "flood_danger", "slide_danger", "fits_planning")
_COMPARISON = re.compile(r"(\w+) (<|<=|>|>=) (\d+(?:\.\d+)?)")
_JOINED = " or "
_PLACE = "|"


class Outcome(StrEnum):
    """What looking at a criterion gives; unknown where a fact is missing."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Clause:
    """One clause: the fact it looks at, and the words, the comparison or the day it asks for."""

    fact: str
    words: tuple[str, ...] = ()
    sign: str = ""
    number: Decimal = Decimal(0)
    day: str = ""

    @property
    def number_text(self) -> str:
        """The number it compares with, as a sentence has it."""
        return decimal_text(self.number)

    @property
    def day_text(self) -> str:
        """The day it asks about, as a sentence has it."""
        return date_text(date.fromisoformat(self.day))

    @property
    def year(self) -> int:
        """The year of the day it asks about."""
        return int(self.day[:4])


@dataclass(frozen=True)
class Criterion:
    """A criterion with the text it was read from; clauses of a newer program are left unread (`clauses` empty)."""

    text: str
    clauses: tuple[Clause, ...]
    legal_basis: str = ""
    rule_id: str = ""


@dataclass(frozen=True)
class PriorityGroup:
    """A group that goes before others: its place (1 is first) and who belongs to it."""

    place: int
    criterion: Criterion


@lru_cache(maxsize=512)
def read_criterion(text: str, legal_basis: str | None = None, rule_id: str | None = None) -> Criterion:
    """The criterion a rule's value says. One that cannot be read has no clauses: nothing is concluded from it."""
    clauses = tuple(_clause(part.strip()) for part in text.split(_JOINED))
    readable = tuple(one for one in clauses if one is not None)
    return Criterion(text.strip(), readable if len(readable) == len(clauses) else (), legal_basis or "", rule_id or "")


def read_priority(text: str, legal_basis: str | None = None, rule_id: str | None = None) -> PriorityGroup | None:
    """The priority group a rule's value says; None when it has no place or cannot be read."""
    place, parted, rest = text.partition(_PLACE)
    criterion = read_criterion(rest, legal_basis, rule_id)
    if not parted or not place.strip().isdigit() or not criterion.clauses:
        return None
    return PriorityGroup(int(place), criterion)


def _clause(text: str) -> Clause | None:
    fact, _, rest = text.partition(" ")
    if fact in SETS and rest.startswith("in "):
        words = tuple(word.strip() for word in rest.removeprefix("in ").split(","))
        known = {one.value for one in SETS[fact]}
        return Clause(fact, words=words) if set(words) <= known else None
    if fact in DAYS:
        return Clause(fact, day=rest) if _is_day(rest) else None
    if text in STATEMENTS:
        return Clause(text)
    compared = _COMPARISON.fullmatch(text)
    if compared is None or compared[1] not in FIGURES:
        return None
    return Clause(compared[1], sign=compared[2], number=Decimal(compared[3]))


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
