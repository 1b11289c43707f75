"""How alike two Vietnamese names are, in bits: what speaks for one person, and how much of it the spelling takes away.

A syllable is compared by its letters without marks, then by its marks wherever the tone was placed; y and i at its end
are one. Lists lose all accents of a name, begin with the given name, leave "Văn" out; twins differ in the given name.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from models.vietnamese import fold, nfc

#: Syllables between family and given name that say little: half of a village has them.
FILLERS = frozenset({"van", "thi", "a", "huu", "dinh"})
_COMMONEST = frozenset({"van", "thi", "a"})
_TITLES = frozenset({"ong", "ba", "cu"})
#: By the mark's name in Unicode; hook and tilde are often taken for each other.
_TONES = {
    "COMBINING GRAVE ACCENT": "1",
    "COMBINING HOOK ABOVE": "2",
    "COMBINING TILDE": "2",
    "COMBINING ACUTE ACCENT": "3",
    "COMBINING DOT BELOW": "4",
}
_OTHER = -10.0
#: What another given name takes away: all that the rest of the name says.
_GIVEN_NAME = 12.0


class Spelling(StrEnum):
    """In what two names of one person differ."""

    SAME = "same"
    ACCENTS = "accents"
    ORDER = "order"
    MIDDLE = "middle"
    TYPO = "typo"
    OTHER = "other"


@dataclass(frozen=True)
class Name:
    """A name cut into syllables: without marks, and with marks written one way."""

    plain: tuple[str, ...]
    marked: tuple[str, ...]

    @property
    def bare(self) -> bool:
        """Typed without any accent."""
        return self.plain == self.marked

    @property
    def core(self) -> tuple[str, ...]:
        """The syllables that tell people apart, with the first and the last whatever they are."""
        return tuple(self.plain[place] for place in _core_places(self))

    @property
    def key(self) -> str:
        """The syllables that tell people apart in the order of letters: one for a name that was turned round."""
        return " ".join(sorted([one for one in self.plain if one not in _COMMONEST] or self.plain))

    @property
    def ends(self) -> str:
        """The first and the last syllable: one for a name without its middle."""
        return " ".join(sorted({*self.plain[:1], *self.plain[-1:]}))


@dataclass(frozen=True)
class NameLikeness:
    """Bits for one person (negative: against), and how the names differ."""

    bits: float
    spelling: Spelling

    @property
    def same(self) -> bool:
        """Whether both can be the name of one person."""
        return self.spelling is not Spelling.OTHER


@lru_cache(maxsize=20_000)
def _syllable(text: str) -> tuple[str, str]:
    """Letters alone, and letters with their marks and the tone at the end."""
    letters, tone = [], ""
    for one in unicodedata.normalize("NFD", text.lower()):
        if mark := _TONES.get(unicodedata.name(one, "")):
            tone = mark
        elif one.isalnum() or unicodedata.category(one) == "Mn":
            letters.append(one)
    plain, marked = fold("".join(letters)), "".join(letters)
    if len(plain) > 1 and plain.endswith("y") and plain[-2] not in "aeou":
        plain, marked = f"{plain[:-1]}i", f"{marked[:-1]}i"
    return plain, nfc(marked) + tone


@lru_cache(maxsize=50_000)
def name_of(text: str) -> Name:
    """Cut a name; words in brackets, titles and signs are passed over."""
    words = text.split("(", maxsplit=1)[0].replace(",", " ").replace(".", " ").split()
    syllables = [found for word in words if (found := _syllable(word))[0]]
    if len(syllables) > 2 and syllables[0][0] in _TITLES:
        syllables = syllables[1:]
    return Name(tuple(one[0] for one in syllables), tuple(one[1] for one in syllables))


@lru_cache(maxsize=100_000)
def compare_names(one: Name, other: Name) -> NameLikeness:
    """How much two names speak for one person."""
    if not one.plain or not other.plain:
        return NameLikeness(0.0, Spelling.OTHER)
    if one.plain == other.plain:
        lost = _marks_lost(one, other)
        same = one.marked == other.marked
        return _likeness(one, other, lost, Spelling.SAME if same else Spelling.ACCENTS)
    turned = _turned(one, other)
    if turned is not None:
        return _likeness(one, other, 1.0 + _marks_lost(one, turned), Spelling.ORDER)
    if one.core == other.core or _turned(_cored(one), _cored(other)) is not None:
        return _likeness(one, other, 1.0 + _core_marks_lost(one, other), Spelling.MIDDLE)
    if len(one.plain) == len(other.plain) and not _shortened(one, other):
        return _mistyped(one, other)
    ends = one.plain[0] == other.plain[0] and one.plain[-1] == other.plain[-1]
    within = _middle(one) <= _middle(other) or _middle(other) <= _middle(one)
    if ends and within and min(len(one.plain), len(other.plain)) > 1:
        return _likeness(one, other, 1.5 + _ends_lost(one, other), Spelling.MIDDLE)
    return NameLikeness(_OTHER, Spelling.OTHER)


def _middle(name: Name) -> set[str]:
    """The middle syllables, first letters standing for them left out."""
    return {one for one in name.plain[1:-1] if len(one) > 1}


def _shortened(one: Name, other: Name) -> bool:
    """A middle name of which one list has only the first letter."""
    pairs = list(zip(one.plain[1:-1], other.plain[1:-1], strict=True))
    return any(len(min(pair, key=len)) == 1 and pair[0][0] == pair[1][0] and pair[0] != pair[1] for pair in pairs)


def _ends_lost(one: Name, other: Name) -> float:
    """What differing marks of family and given name take away."""
    first, second = (Name((each.plain[0], each.plain[-1]), (each.marked[0], each.marked[-1])) for each in (one, other))
    return 0.0 if one.bare or other.bare else _marks_lost(first, second)


def _likeness(one: Name, other: Name, lost: float, spelling: Spelling) -> NameLikeness:
    bits = min(_weight(one), _weight(other)) - lost
    return NameLikeness(bits, spelling) if bits > 0 else NameLikeness(_OTHER, Spelling.OTHER)


def _weight(name: Name) -> float:
    """How rarely two people of one place share a name like this, in bits."""
    if len(name.plain) == 1:
        return 5.0
    middle = name.plain[1:-1]
    return 7.0 + sum(1.0 if _says_little(one) else 2.0 for one in middle)


def _marks_lost(one: Name, other: Name) -> float:
    """What differing marks take away, of names with the same letters in the same order."""
    differing = [place for place, mark in enumerate(one.marked) if mark != other.marked[place]]
    if not differing:
        return 0.0
    if one.bare or other.bare:
        return 0.5
    last, lost = len(one.plain) - 1, 0.0
    dropped = [place for place in differing if one.plain[place] in (one.marked[place], other.marked[place])]
    for place in differing:
        if place not in dropped:
            lost += _GIVEN_NAME if place == last else 1.5
        elif place == last:
            lost += 6.0 if len(dropped) == 1 else 1.0
        else:
            lost += 0.5
    return lost


def _core_places(name: Name) -> list[int]:
    last = len(name.plain) - 1
    return [place for place, one in enumerate(name.plain) if place in (0, last) or not _says_little(one)]


def _says_little(syllable: str) -> bool:
    """A filler, or the first letter alone of a middle name."""
    return syllable in FILLERS or len(syllable) == 1


def _cored(name: Name) -> Name:
    places = _core_places(name)
    return Name(tuple(name.plain[one] for one in places), tuple(name.marked[one] for one in places))


def _core_marks_lost(one: Name, other: Name) -> float:
    first, second = _cored(one), _cored(other)
    turned = second if first.plain == second.plain else _turned(first, second)
    return _marks_lost(first, turned) if turned is not None else 0.0


def _turned(one: Name, other: Name) -> Name | None:
    """The other name put in this one's order, where it began with the given name or was written backwards."""
    size = len(one.plain)
    if size != len(other.plain) or size < 2 or sorted(one.plain) != sorted(other.plain):
        return None
    places = range(size)
    for order in ([*places[1:], 0], [size - 1, *places[:-1]], list(reversed(places))):
        if tuple(other.plain[place] for place in order) == one.plain:
            return Name(one.plain, tuple(other.marked[place] for place in order))
    return None


def _mistyped(one: Name, other: Name) -> NameLikeness:
    """One letter wrong in one syllable; in a given name that is more likely another person."""
    differing = [place for place, each in enumerate(one.plain) if each != other.plain[place]]
    last = len(one.plain) - 1
    if len(differing) == 1:
        place = differing[0]
        first, second = one.plain[place], other.plain[place]
        if min(len(first), len(second)) >= 2 and one_edit_apart(first, second):
            return _likeness(one, other, _GIVEN_NAME if place == last else 3.0, Spelling.TYPO)
        if 0 < place < last:
            return _likeness(one, other, 6.0, Spelling.MIDDLE)
    return NameLikeness(_OTHER, Spelling.OTHER)


def one_edit_apart(one: str, other: str) -> bool:
    """One character put in, left out or changed, or two neighbours exchanged."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1 or one == other:
        return False
    place = next((place for place, each in enumerate(short) if each != long[place]), len(short))
    if len(short) < len(long):
        return short[place:] == long[place + 1 :]
    swapped = short[place : place + 2] == long[place : place + 2][::-1] and short[place + 2 :] == long[place + 2 :]
    return swapped or short[place + 1 :] == long[place + 1 :]
