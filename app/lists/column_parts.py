"""Columns that say a part of a field: ticks, years under a gender, sums under a kind of work, parts of a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from app.documents.foreign_sheet import CellValue
from app.lists.cell_signs import is_amount, is_birth, share, text_of, ticks
from app.lists.fields import MONEY_FIELDS, STEP_FIELDS, Field
from app.lists.heading_block import Path
from app.lists.heading_words import bare, bracketed
from app.lists.headings import Grade, Meaning, meaning_of
from app.lists.vocabulary import category_of, same_word, work_type_of
from app.wording import list_layout as layout
from app.wording.vocabulary import CATEGORIES
from models.vietnamese import nfc


class Kind(StrEnum):
    """How a column says its part."""

    TICK = "tick"
    YEAR_OF_GENDER = "year_of_gender"
    SUM_OF_WORK = "sum_of_work"
    TEXT = "text"
    JOINED = "joined"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True)
class Part:
    """A column by position and what it says: of which field, how, and the word a tick in it stands for."""

    position: int
    kind: Kind
    field: Field
    said: str


_MOSTLY = 0.8
_WORDY = {Field.HOUSE_STATUS, Field.LAND, Field.PROGRESS, Field.SOURCES, Field.ETHNICITY, Field.NEED}
_DAYS = STEP_FIELDS | {Field.DECISION_DATE}
_DECIDED = {Field.DECISION_NUMBER, Field.DECISION_DATE, Field.APPROVED_AMOUNT}
_INSTALMENTS = {"1": Field.PAID_1, "i": Field.PAID_1, "2": Field.PAID_2, "ii": Field.PAID_2, "3": Field.PAID_3,
                "iii": Field.PAID_3}  # fmt: skip


def find_part(position: int, paths: Sequence[Path], cells: Sequence[CellValue]) -> Part | None:
    """What a column says as a part of a field; None where it says a field by itself, or nothing."""
    path = paths[position]
    parent = parent_meaning(path)
    leaf = bare(path[-1])
    above = parent.field if parent else None
    if _stage_below(leaf, above) is not None:
        return None
    if part := _part_of_day(position, paths, above):
        return part
    if part := _part_of_name(position, paths, above):
        return part
    if part := _of_gender(position, path, above, cells):
        return part
    said = _without_brackets(path[-1])
    ticked = ticks(cells)
    if found := _by_value(position, leaf, said, above, cells):
        return found
    if above in _WORDY and meaning_of(path[-1]) is None:
        if ticked >= _MOSTLY:
            return Part(position, Kind.TICK, above, said)
        if above is Field.HOUSE_STATUS:
            return Part(position, Kind.TEXT, above, said)
    return None


def parent_meaning(path: Path) -> Meaning | None:
    """What the nearest heading above a column's own means."""
    for text in reversed(path[:-1]):
        meaning = meaning_of(text)
        if meaning is not None:
            return meaning
    return None


def path_meaning(path: Path, *, alone: bool) -> Meaning | None:
    """The field that a column's headings name together; `alone`: nothing else stands below its parent."""
    leaf = meaning_of(path[-1])
    if len(path) == 1:
        return leaf
    parent = parent_meaning(path)
    if parent is not None:
        general, found = _below(bare(path[-1]), parent)
        if general:
            return found
    if leaf is not None and leaf.grade <= Grade.WITHIN:
        return leaf
    joined = meaning_of(" ".join(path)) or meaning_of(" ".join(path[-2:]))
    if joined is not None and joined.grade <= Grade.WITHIN:
        return joined
    if leaf is not None and parent is not None and leaf.field is parent.field:
        return Meaning(leaf.field, Grade.WITHIN)
    return leaf or (parent if alone else None)


def _stage_below(leaf: str, above: Field | None) -> Field | None:
    """The stage of the works that a heading names below progress or a day of building."""
    return _stages().get(same_word(leaf)) if above is Field.PROGRESS or above in STEP_FIELDS else None


@cache
def _stages() -> dict[str, Field]:
    return {same_word(text): Field(name) for name, texts in layout.STAGE_PARTS.items() for text in texts}


def _below(leaf: str, parent: Meaning) -> tuple[bool, Meaning | None]:
    """Whether a heading says nothing by itself ("Số", "Ngày", "Đợt 1"), and what it means below its parent."""
    word = same_word(leaf)
    above = parent.field
    if (stage := _stage_below(leaf, above)) is not None:
        return True, Meaning(stage, Grade.KNOWN)
    paid = above in {Field.PAID, Field.PAID_1}
    if paid and (match := re.fullmatch(r"(?:.*\b)?(?:dot|lan)\s+(\d|i{1,3})", word)):
        return True, Meaning(_INSTALMENTS.get(match[1], Field.PAID), Grade.KNOWN)
    if word in _words("NUMBER_PARTS"):
        return True, parent if above in {Field.DECISION_NUMBER, Field.CITIZEN_ID, Field.PHONE} else None
    if word in _words("DATE_PARTS"):
        decided = Meaning(Field.DECISION_DATE, Grade.KNOWN) if above in _DECIDED else None
        return True, decided or (parent if above in _DAYS or above is Field.BIRTH else None)
    return _sum_below(word, parent)


def _sum_below(word: str, parent: Meaning) -> tuple[bool, Meaning | None]:
    """The same for words of sums: "Số tiền", "Tổng số"."""
    above = parent.field
    if word in _words("SUM_PARTS"):
        if above in {Field.DECISION_NUMBER, Field.DECISION_DATE}:
            return True, Meaning(Field.APPROVED_AMOUNT, Grade.KNOWN)
        return (True, parent) if above in MONEY_FIELDS else (False, None)
    if word in _words("TOTAL_PARTS"):
        if above in {Field.SUPPORT_AMOUNT, Field.APPROVED_AMOUNT, Field.PAID}:
            return True, Meaning(above, Grade.WITHIN)
        return True, parent if above is Field.MEMBERS else None
    return False, None


def _part_of_day(position: int, paths: Sequence[Path], above: Field | None) -> Part | None:
    """Ngày | Tháng | Năm below the heading of birth."""
    parents = paths[position][:-1]
    if above is not Field.BIRTH:
        return None
    siblings = {same_word(path[-1]) for path in paths if len(path) > 1 and path[:-1] == parents}
    if not siblings >= {*_words("MONTH_HEADINGS"), *_words("YEAR_HEADINGS")}:
        return None
    for kind, words in ((Kind.DAY, "DAY_HEADINGS"), (Kind.MONTH, "MONTH_HEADINGS"), (Kind.YEAR, "YEAR_HEADINGS")):
        if same_word(paths[position][-1]) in _words(words):
            return Part(position, kind, Field.BIRTH, "")
    return None


def _part_of_name(position: int, paths: Sequence[Path], above: Field | None) -> Part | None:
    """Họ và đệm | Tên beside each other, with or without a heading above both."""
    if above not in (None, Field.HEAD_NAME) or same_word(paths[position][-1]) not in _words("NAME_PARTS"):
        return None
    parents = paths[position][:-1]
    beside = [paths[at] for at in (position - 1, position + 1) if 0 <= at < len(paths) and paths[at]]
    for path in beside:
        if path[:-1] == parents and path != paths[position] and same_word(path[-1]) in _words("NAME_PARTS"):
            return Part(position, Kind.JOINED, Field.HEAD_NAME, "")
    return None


def _of_gender(position: int, path: Path, above: Field | None, cells: Sequence[CellValue]) -> Part | None:
    """A year or a tick under Nam or Nữ."""
    leaf = path[-1]
    gender, rest = _gender_named(leaf)
    if gender is None:
        return None
    of_birth = above is Field.BIRTH or ((meaning := meaning_of(rest)) is not None and meaning.field is Field.BIRTH)
    if of_birth or (not rest and share(cells, is_birth) >= _MOSTLY):
        return Part(position, Kind.YEAR_OF_GENDER, Field.BIRTH, gender)
    if not rest and (above is Field.GENDER or ticks(cells) >= _MOSTLY):
        return Part(position, Kind.TICK, Field.GENDER, gender)
    return None


def _gender_named(leaf: str) -> tuple[str | None, str]:
    """The word for a gender in a heading ("Nữ", "Năm sinh (Nam)", "Nam (x)"), and what stands beside it."""
    outside, inside = bare(leaf), [bare(one) for one in bracketed(leaf)]
    genders = {nfc(word).lower() for word in layout.GENDER_HEADINGS}
    if outside in genders:
        rest = " ".join(one for one in inside if one and one not in {nfc(tick) for tick in layout.TICKS})
        return outside, rest
    named = [one for one in inside if one in genders]
    if len(named) == 1 and len(inside) == 1:
        return named[0], outside
    first, *middle = outside.split() or [""]
    if middle and middle[-1] in genders:
        return middle[-1], " ".join((first, *middle[:-1]))
    return (first, " ".join(middle)) if middle and first in genders else (None, "")


def _by_value(position: int, leaf: str, said: str, above: Field | None, cells: Sequence[CellValue]) -> Part | None:
    """A column whose heading is itself a word of a vocabulary."""
    ticked = ticks(cells) >= _MOSTLY
    empty = not any(text_of(cell) for cell in cells)
    if work_type_of(leaf) and (above is None or above is Field.NEED or above in MONEY_FIELDS):
        sums = above in MONEY_FIELDS if empty else share(cells, is_amount) >= _MOSTLY
        if not ticked and sums:
            return Part(position, Kind.SUM_OF_WORK, Field.NEED, said)
        return Part(position, Kind.TICK, Field.NEED, said) if ticked or above is Field.NEED else None
    if category_of(leaf) and (ticked or above is Field.CATEGORY):
        return Part(position, Kind.TICK, Field.CATEGORY, said)
    if same_word(leaf) in _words("OTHER_PARTS") and above is Field.CATEGORY:
        return Part(position, Kind.TICK, Field.CATEGORY, CATEGORIES["other"])
    if same_word(leaf) in _words("PROGRESS_PARTS") and ticked:
        return Part(position, Kind.TICK, Field.PROGRESS, said)
    return None


def _without_brackets(text: str) -> str:
    return " ".join(re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", text).strip(" :.*").split())


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(same_word(one) for one in getattr(layout, name))
