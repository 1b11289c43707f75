"""The 54 ethnic groups of the official list, and the names people give them; known without a database."""

from __future__ import annotations

import csv
import re
from functools import cache, lru_cache

from app.paths import resource
from models.vietnamese import fold

_MARKS = re.compile(r"[\W_]+")
_BRACKET = re.compile(r"\(.*\)")
_BEFORE = re.compile(r"^(?:dan toc|nguoi|dt|d\.?t\.?)\s*:?\s+(?=\S)")


@cache
def _ethnic_groups() -> tuple[tuple[str, ...], dict[str, str]]:
    names = []
    known: dict[str, str] = {}
    with resource("ethnic_groups.csv").open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            names.append(line["name"])
            for spelling in (line["name"], *filter(None, line["aliases"].split(";"))):
                known.setdefault(_key(spelling), line["name"])
    return tuple(names), known


def _key(spelling: str) -> str:
    return _MARKS.sub("", fold(spelling))


def ethnic_groups() -> tuple[str, ...]:
    """The 54 ethnic groups in the order of the official list."""
    return _ethnic_groups()[0]


@lru_cache(maxsize=1024)
def ethnic_group(text: str) -> str | None:
    """The official name of an ethnic group from any of its spellings, accents and marks apart; None when unknown."""
    known = _ethnic_groups()[1]
    bare = _BEFORE.sub("", fold(text))
    return known.get(_key(text)) or known.get(_key(bare)) or known.get(_key(_BRACKET.sub("", bare)))
