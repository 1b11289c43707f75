"""Which field a column's heading means. The table of headings is said once, in `app.wording.list_headings`.

A heading means a field when it is one of the field's headings, or holds one of them beside words that change nothing;
abbreviations are read in full. Words of another person ("vợ/chồng") veto it; a heading or a row of headings that can be
read in two ways is left unmapped: guessing here would put one person's data under another's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache

from app.lists.fields import MONEY_FIELDS, Field
from app.lists.heading_words import bare, bracketed, readings, words
from app.lists.vocabulary import category_of, gender_of, work_type_of
from app.wording.list_headings import DOUBTFUL_HEADINGS, HEADINGS, WEAK_HEADINGS
from app.wording.list_layout import (
    COMPANIONS,
    DAY_WORDS,
    FILLER_WORDS,
    NARROWING_WORDS,
    OR_WORDS,
    TELLING_WORDS,
    TURNING_WORDS,
    UNIT_WORDS,
    VETO_SPARES,
    VETO_WORDS,
)
from models.vietnamese import fold, nfc

#: Words that may stand before the heading itself: planned, total.
_MOST_BEFORE = 3
_DAY = "ngay "


class Grade(IntEnum):
    """How surely a heading names its field; the surest column wins when several claim one field.

    `LOOSE` begins with a known heading and goes on in words that are not known: its cells must bear it out.
    """

    CHOSEN = 0
    TEMPLATE = 1
    KNOWN = 2
    WITHIN = 3
    LOOSE = 4
    WEAK = 5
    DOUBTFUL = 6


@dataclass(frozen=True)
class Meaning:
    """The field a heading names, and how surely."""

    field: Field
    grade: Grade


@dataclass(frozen=True)
class _Known:
    """The table of headings in the forms in which it is looked up."""

    typed: dict[str, Meaning]
    folded: dict[str, Meaning]
    harmless: dict[Field, frozenset[str]]


@dataclass(frozen=True)
class Mapped:
    """The fields of a heading row by position, and the positions left out because two columns claim one field."""

    fields: Mapping[int, Field]
    ambiguous: tuple[int, ...] = ()


def heading_label(field: Field) -> str:
    """The field's heading in the template and in messages."""
    return HEADINGS[field][0]


def map_headings(headings: Sequence[str], chosen: Mapping[str, Field | None] | None = None) -> Mapped:
    """Understand the headings of one row.

    `chosen` is the person's own mapping by heading (None: leave the column out); it comes before ours.
    """
    chosen_by_text = {squeezed(text): field for text, field in (chosen or {}).items()}
    found: dict[int, Meaning] = {}
    for position, text in enumerate(headings):
        if squeezed(text) in chosen_by_text:
            wanted = chosen_by_text[squeezed(text)]
            meaning = None if wanted is None else Meaning(wanted, Grade.CHOSEN)
        else:
            meaning = meaning_of(text)
        if meaning is not None and meaning.grade not in (Grade.DOUBTFUL, Grade.LOOSE):
            found[position] = meaning
    return settle(found)


def settle(meanings: Mapping[int, Meaning]) -> Mapped:
    """One column a field: the surest; where two are equally sure, both are left out."""
    claims: dict[Field, list[tuple[Grade, int]]] = {}
    for position, meaning in meanings.items():
        claims.setdefault(meaning.field, []).append((meaning.grade, position))
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
    match = _unit_pattern().search(fold(text))
    return _units()[match[0]] if match else None


@cache
def _units() -> dict[str, int]:
    return {fold(text): factor for text, factor in UNIT_WORDS.items()}


@cache
def _unit_pattern() -> re.Pattern[str]:
    alternatives = "|".join(re.escape(one) for one in sorted(_units(), key=len, reverse=True))
    return re.compile(rf"(?<![\w.])(?:{alternatives})(?!\w)")


@lru_cache(maxsize=8192)
def meaning_of(text: str) -> Meaning | None:
    """What one heading means by itself; None for what belongs to somebody else or is not known."""
    typed = bare(text)
    known = _known()
    folded = fold(typed)
    exact = known.typed.get(typed) or known.folded.get(folded)
    if exact and not bracketed(text):
        return exact
    vetoed_but = _vetoed(text)
    said = (
        *(_within(one, known.folded, known) for one in _of_days(folded)),
        _within(typed, known.typed, known),
        _in_full(text, known),
        _values_named(text),
        _beginning(text, folded, known),
    )
    found = exact or _turned(min((one for one in said if one), key=lambda one: one.grade, default=None), folded)
    if found is None or (vetoed_but is not None and found.field not in vetoed_but):
        return None
    return found


def is_vetoed(text: str) -> bool:
    """Whether a heading belongs to somebody or something else, and so does all below it."""
    return _vetoed(text) is not None


def _vetoed(text: str) -> frozenset[str] | None:
    """None for a harmless text, else the fields that its words spare."""
    lowered = nfc(text).lower()
    spoken = f" {words(lowered)} "
    plain = spoken.isascii()
    for veto in VETO_WORDS:
        said = f" {veto} " in spoken or (plain and " " in veto and f" {fold(veto)} " in spoken)
        if said:
            return frozenset(VETO_SPARES.get(veto, ()))
    return None


def _of_days(folded: str) -> tuple[str, ...]:
    """A heading, and where it says "ngày, tháng, năm" or "thời điểm" also with "ngày" for it."""
    shorter = folded
    for longer, short in _days():
        shorter = f" {shorter} ".replace(f" {longer} ", f" {short} ").strip()
    return (folded, shorter) if shorter != folded else (folded,)


@cache
def _days() -> tuple[tuple[str, str], ...]:
    return tuple((fold(longer), fold(short)) for longer, short in DAY_WORDS.items())


def _turned(meaning: Meaning | None, folded: str) -> Meaning | None:
    """The meaning of a sum after the words that say what became of it, or whose it is; a day is no sum."""
    if meaning is None or meaning.field not in MONEY_FIELDS:
        return meaning
    if folded.startswith(_DAY):
        return None
    if meaning.field is Field.SUPPORT_AMOUNT:
        for word, name in TURNING_WORDS.items():
            if f" {fold(word)} " in f" {folded} ":
                return Meaning(Field(name), meaning.grade)
    return meaning


def _within(text: str, table: Mapping[str, Meaning], known: _Known) -> Meaning | None:
    """The field whose heading stands first, and longest, within the text, all other words being harmless.

    What comes first is what a Vietnamese heading is about; a draw is nobody's.
    """
    spoken = fold(text).split()
    best: dict[Field, tuple[int, int, Grade]] = {}
    for heading, meaning in table.items():
        at = f" {text} ".find(f" {heading} ")
        if at >= 0 and known.harmless[meaning.field].issuperset(spoken):
            rank = (at, -len(heading.split()), max(meaning.grade, Grade.WITHIN))
            best[meaning.field] = min(rank, best.get(meaning.field, rank))
    first = min((rank[:2] for rank in best.values()), default=None)
    found = [Meaning(field, rank[2]) for field, rank in best.items() if rank[:2] == first]
    return found[0] if len(found) == 1 else None


def _beginning(text: str, folded: str, known: _Known) -> Meaning | None:
    """The field of the longest heading with which a text begins, if no word behind it makes it something narrower."""
    spoken, typed = folded.split(), bare(text).split()
    for skipped in range(min(_MOST_BEFORE, len(spoken))):
        for length in range(len(spoken) - skipped, 0, -1):
            meaning = known.folded.get(" ".join(spoken[skipped : skipped + length]))
            if meaning is None or meaning.grade >= Grade.LOOSE:
                continue
            telling = length > 1 or (skipped == 0 and _is_telling(typed[0]))
            if telling and known.harmless[meaning.field].issuperset(spoken[:skipped]):
                behind = " ".join((*typed[skipped + length :], *bracketed(text)))
                return None if _narrowed(behind) else Meaning(meaning.field, Grade.LOOSE)
    return None


def _is_telling(word: str) -> bool:
    """Whether a word alone says what a heading is about; without accents it need not have them."""
    return word in _telling_words() or (word.isascii() and word in map(fold, _telling_words()))


@cache
def _telling_words() -> frozenset[str]:
    return frozenset(bare(word) for word in TELLING_WORDS)


def _narrowed(behind: str) -> bool:
    spoken = f" {words(nfc(behind).lower())} "
    return any(f" {word} " in spoken for word in NARROWING_WORDS)


def _in_full(text: str, known: _Known) -> Meaning | None:
    """The one field that the readings of an abbreviated heading name."""
    exact = {known.folded[one].field for one in readings(text) if one in known.folded}
    if not exact:
        exact = {found.field for one in readings(text) if (found := _within(one, known.folded, known))}
    return Meaning(exact.pop(), Grade.WITHIN) if len(exact) == 1 else None


def _values_named(text: str) -> Meaning | None:
    """A heading that lists what its cells say ("HN/HCN/NCC", "Xây mới hoặc sửa chữa") means their field."""
    parts = re.split(rf"[/,;|+]|\s-\s|\s(?:{'|'.join(OR_WORDS)})\s", " ".join(re.split(r"[()\[\]]", nfc(text).lower())))
    told = [part.strip(" :.*") for part in parts if part.strip(" :.*")]
    first = told[0].split() if told else []
    # The first value may stand behind a word that opens the list: "Hộ nghèo/cận nghèo", "Đề nghị xây mới/sửa chữa".
    for field, meaning in ((Field.GENDER, gender_of), (Field.CATEGORY, category_of), (Field.NEED, work_type_of)):
        rest = [meaning(one) for one in told[1:]]
        opened = any(meaning(" ".join(first[at:])) for at in range(min(3, len(first))))
        if len(told) > 1 and opened and all(rest):
            return Meaning(field, Grade.WITHIN)
    return None


@cache
def _known() -> _Known:
    typed: dict[str, Meaning] = {}
    folded: dict[str, Meaning] = {}
    shared: set[str] = set()
    doubtful = {bare(text) for text in DOUBTFUL_HEADINGS}
    for field in Field:
        for number, text in enumerate((*HEADINGS[field], *WEAK_HEADINGS.get(field, ()))):
            grade = Grade.TEMPLATE if number == 0 else Grade.KNOWN
            grade = Grade.WEAK if number >= len(HEADINGS[field]) else grade
            said = bare(text)
            meaning = Meaning(field, Grade.DOUBTFUL if said in doubtful else grade)
            typed.setdefault(said, meaning)
            if folded.setdefault(fold(said), meaning).field is not field:
                shared.add(fold(said))
    for text in shared:
        del folded[text]
    return _Known(typed, folded, {field: _harmless(field) for field in Field})


def _harmless(field: Field) -> frozenset[str]:
    """The folded words that may stand in a heading of this field."""
    said: Iterable[str] = (FILLER_WORDS, COMPANIONS.get(field, ""), *map(bare, HEADINGS[field]))
    return frozenset((*fold(" ".join(said)).split(), *map(str, range(2000, 2100))))


def squeezed(text: str) -> str:
    """A heading as it is compared with what the officer chose for it."""
    return " ".join(nfc(text).lower().split())
