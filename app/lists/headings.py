"""Which field a column's heading means. The table of headings is said once, in `app.wording.lists`.

A heading means a field when it is one of the field's headings, or holds one of them beside words that change nothing.
Words of another person ("vợ/chồng") veto it; a heading or a row of headings that can be read in two ways is left
unmapped: guessing here would put one person's data under another's name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache

from app.lists.fields import Field
from app.wording.list_headings import FILLER_WORDS, HEADINGS, UNIT_WORDS, VETO_WORDS, WEAK_HEADINGS
from models.vietnamese import fold, nfc


class _Grade(IntEnum):
    """How surely a heading names its field; the surest column wins when several claim one field."""

    CHOSEN = 0
    TEMPLATE = 1
    KNOWN = 2
    WITHIN = 3
    WEAK = 4


@dataclass(frozen=True)
class _Known:
    """The table of headings in the forms in which it is looked up."""

    typed: dict[str, tuple[Field, _Grade]]
    folded: dict[str, tuple[Field, _Grade]]
    words: dict[Field, frozenset[str]]


def heading_label(field: Field) -> str:
    """The field's heading in the template and in messages."""
    return HEADINGS[field][0]


@dataclass(frozen=True)
class Mapped:
    """The fields of a heading row by position, and the positions left out because two columns claim one field."""

    fields: Mapping[int, Field]
    ambiguous: tuple[int, ...] = ()


def map_headings(headings: Sequence[str], chosen: Mapping[str, Field | None] | None = None) -> Mapped:
    """Understand the headings of one row.

    `chosen` is the person's own mapping by heading (None: leave the column out); it comes before ours.
    """
    chosen_by_text = {_squeeze(text): field for text, field in (chosen or {}).items()}
    claims: dict[Field, list[tuple[_Grade, int]]] = {}
    for position, text in enumerate(headings):
        if _squeeze(text) in chosen_by_text:
            wanted = chosen_by_text[_squeeze(text)]
            found = None if wanted is None else (wanted, _Grade.CHOSEN)
        else:
            found = _field_of(text)
        if found is not None:
            claims.setdefault(found[0], []).append((found[1], position))
    fields: dict[int, Field] = {}
    ambiguous: list[int] = []
    for field, claimants in claims.items():
        first, *others = sorted(claimants)
        if others and others[0][0] == first[0]:
            ambiguous += [position for grade, position in claimants if grade == first[0]]
        else:
            fields[first[1]] = field
    return Mapped(fields, tuple(sorted(ambiguous)))


def unit_of(text: str) -> int | None:
    """The unit of money that a heading or a line names, in đồng ("triệu đồng": 1,000,000), or None."""
    folded = fold(text)
    for words, factor in UNIT_WORDS.items():
        if re.search(rf"(?<![\w.]){re.escape(fold(words))}(?!\w)", folded):
            return factor
    return None


@lru_cache(maxsize=4096)
def _field_of(text: str) -> tuple[Field, _Grade] | None:
    typed = _bare(text)
    if not typed:
        return None
    known = _known()
    words_typed = f" {_words(nfc(text).lower())} "
    folded = fold(typed)
    exact = known.typed.get(typed) or known.folded.get(folded)
    if exact and "(" not in text:
        return exact
    if any(f" {veto} " in words_typed for veto in VETO_WORDS):
        return None
    return exact or _within(folded, known)


def _within(folded: str, known: _Known) -> tuple[Field, _Grade] | None:
    """The field whose longest heading stands within the text, all other words being harmless; a draw is nobody's."""
    words = folded.split()
    best: dict[Field, int] = {}
    for heading, (field, grade) in known.folded.items():
        if grade is not _Grade.WEAK and f" {heading} " in f" {folded} " and known.words[field].issuperset(words):
            best[field] = max(best.get(field, 0), len(heading.split()))
    longest = [field for field, length in best.items() if length == max(best.values())]
    return (longest[0], _Grade.WITHIN) if len(longest) == 1 else None


@cache
def _known() -> _Known:
    typed: dict[str, tuple[Field, _Grade]] = {}
    folded: dict[str, tuple[Field, _Grade]] = {}
    shared: set[str] = set()
    fillers = {*fold(FILLER_WORDS).split(), *map(str, range(2000, 2100))}
    words = {field: set(fillers) for field in Field}
    for field in Field:
        listed = [(text, _Grade.KNOWN) for text in HEADINGS[field]]
        listed[0] = (listed[0][0], _Grade.TEMPLATE)
        listed += [(text, _Grade.WEAK) for text in WEAK_HEADINGS.get(field, ())]
        for text, grade in listed:
            bare = _bare(text)
            typed.setdefault(bare, (field, grade))
            if folded.setdefault(fold(bare), (field, grade))[0] is not field:
                shared.add(fold(bare))
            words[field].update(fold(bare).split())
    for text in shared:
        del folded[text]
    return _Known(typed, folded, {field: frozenset(found) for field, found in words.items()})


def _bare(text: str) -> str:
    """A heading in small letters without brackets, units and marks."""
    lowered = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", nfc(text).lower())
    return _words(lowered.replace("\u00b2", "2"), without_units=True)


def _words(lowered: str, *, without_units: bool = False) -> str:
    spaced = " ".join(re.sub(r"[^\w.]+", " ", lowered).replace("_", " ").split())
    if without_units:
        spaced = re.sub(_units_pattern(), "", spaced)
    return " ".join(spaced.replace(".", " ").split())


@cache
def _units_pattern() -> str:
    alternatives = "|".join(re.escape(one) for one in sorted(UNIT_WORDS, key=len, reverse=True))
    return rf"(?<= )(?:{alternatives})$"


def _squeeze(text: str) -> str:
    return " ".join(nfc(text).lower().split())
