"""What a column of an office's own form asks for, read from its headings. Pure; the phrases stand in `wording.filling`.

The texts of merged headings from top to bottom make one path ("Đã khởi công", "Xây mới"). All that it says must be
known: a word that is left over, or two answers to one question, leaves the column to the officer, for a guess would put
one figure under the name of another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from app.lists.queries import map_headings, same_word
from app.wording import filling as words
from app.wording.vocabulary import WORK_TYPES
from models.vocabulary import SourceGroup, SourceKind

MONEY = frozenset({"money_need", "allocated", "paid"})
SHARES = frozenset({"share_started", "share_finished", "share_given"})
#: What has a day, so that it can be counted within a period.
DATED = frozenset({"started", "finished", "given"})
#: Money in a list of households.
HOUSE_MONEY = frozenset({"support_amount", "allocated", "paid"})
PLACE, ORDINAL = "place", "seq"
_STATE_KINDS = {SourceKind.CENTRAL_BUDGET.value, SourceKind.LOCAL_BUDGET.value}


@dataclass(frozen=True)
class Meaning:
    """What a column of figures holds: a measure, of one kind of work, group of houses or source, in the period.

    `source` is a group of sources, or one kind of source.
    """

    measure: str
    work: str | None = None
    group: str | None = None
    source: str | None = None
    period: bool = False

    @property
    def key(self) -> str:
        """Its name in a mapping that is kept: "started work=new_build period"."""
        parts = [f"{name}={value}" for name in ("work", "group", "source") if (value := getattr(self, name))]
        return " ".join([self.measure, *parts, *(["period"] if self.period else [])])

    @property
    def label(self) -> str:
        """How the officer reads it."""
        said = [words.MEASURES[self.measure][0]]
        said += [WORK_TYPES[self.work].lower()] if self.work else []
        said += [words.GROUPS[self.group][0].lower()] if self.group else []
        said += [words.SOURCE_NAMES[self.source].lower()] if self.source else []
        text = ", ".join(said)
        return words.IN_PERIOD.format(what=text) if self.period else text

    @property
    def money(self) -> bool:
        """Whether it is an amount."""
        return self.measure in MONEY


def meaning_from(key: str) -> Meaning | None:
    """The meaning of a kept key; None for one nobody knows any more."""
    measure, *rest = key.split()
    given = dict(one.split("=", 1) for one in rest if "=" in one)
    known = {"work": words.WORKS, "group": words.GROUPS, "source": words.SOURCES}
    if measure not in words.MEASURES or any(value not in known.get(name, {}) for name, value in given.items()):
        return None
    return Meaning(measure, **given, period="period" in rest)


def offered() -> list[Meaning]:
    """What an officer may choose for a column of figures."""
    found: list[Meaning] = []
    for measure in words.MEASURES:
        works = [None] if measure in MONEY else [None, *words.WORKS]
        found += [Meaning(measure, one) for one in works]
        if measure in DATED:
            found += [Meaning(measure, one, period=True) for one in works]
        if measure == "needed":
            found += [Meaning(measure, one, group) for group in words.GROUPS for one in works]
        if measure in ("allocated", "paid"):
            found += [Meaning(measure, source=one) for one in words.SOURCES]
    return found


def figure_of(path: Sequence[str]) -> Meaning | None:
    """The figure a heading asks for, or None."""
    text = f" {_plain(path)} "
    found: dict[str, set[str]] = {}
    for phrase, question, answer in _phrases():
        if f" {phrase} " in text:
            found.setdefault(question, set()).add(answer)
            text = text.replace(f" {phrase} ", "  ")
    if found.get("source", set()) & _STATE_KINDS:
        found["source"].discard(SourceGroup.STATE)  # "Ngân sách nhà nước: trung ương" is one answer
    if any(len(answers) > 1 for answers in found.values()) or not _fillers().issuperset(text.split()):
        return None
    told = {question: next(iter(answers)) for question, answers in found.items()}
    measure = told.get("measure") or ("needed" if "group" in told else None)
    if measure is None or ("period" in told and measure not in DATED):
        return None
    if "source" in told and (measure not in MONEY or "group" in told or "work" in told):
        return None
    return Meaning(measure, told.get("work"), told.get("group"), told.get("source"), "period" in told)


def is_place(path: Sequence[str]) -> bool:
    """Whether a column names the places or units that the rows are about."""
    return _plain(path) in _folded(words.PLACES) or (bool(path) and _plain(path[-1:]) in _folded(words.PLACES))


def is_ordinal(path: Sequence[str]) -> bool:
    """Whether a column only numbers the rows."""
    return _plain(path) in _folded(words.ORDINALS)


def house_fields(paths: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Column -> the field of a household it holds, by the importer's rules for lists, for days and money by our own."""
    columns = list(paths)
    own = _house_phrases()
    found: dict[str, str] = {}
    for texts in ([" ".join(path) for path in paths.values()], [path[-1] if path else "" for path in paths.values()]):
        mapped = map_headings(texts)
        for at, field in mapped.fields.items():
            if field.value in words.HOUSE_FIELDS or field.value == ORDINAL:
                found.setdefault(columns[at], field.value)
    for column, path in paths.items():
        known = own.get(_plain(path)) or (own.get(_plain(path[-1:])) if path else None)
        if known:
            found[column] = known
    return _each_once(found)


def _each_once(found: Mapping[str, str]) -> dict[str, str]:
    said = list(found.values())
    return {column: field for column, field in found.items() if said.count(field) == 1}


def _plain(path: Iterable[str]) -> str:
    """A path in small letters without accents, brackets and marks; "KC %" is a share."""
    text = " ".join(path)
    share = "%" in text
    bare = same_word(re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", text))
    return f"ty le {bare}" if share and not re.search(r"\bt[yi] le\b", bare) else bare


@cache
def _phrases() -> tuple[tuple[str, str, str], ...]:
    """(phrase, question, answer), the longest first."""
    found = [(phrase, "measure", name) for name, (_, phrases) in words.MEASURES.items() for phrase in phrases]
    for question, answers in (("work", words.WORKS), ("group", words.GROUPS), ("source", words.SOURCES)):
        found += [(phrase, question, name) for name, phrases in answers.items() for phrase in phrases]
    found += [(phrase, "period", "period") for phrase in words.PERIOD]
    plain = {(same_word(phrase), question, answer) for phrase, question, answer in found}
    return tuple(sorted(plain, key=lambda one: (-len(one[0].split()), -len(one[0]), one)))


@cache
def _fillers() -> frozenset[str]:
    return frozenset({*same_word(words.FILLERS).split(), *map(str, range(2020, 2050))})


@cache
def _folded(texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(same_word, texts))


@cache
def _house_phrases() -> dict[str, str]:
    return {same_word(text): name for name, (_, texts) in words.HOUSE_FIELDS.items() for text in texts}
