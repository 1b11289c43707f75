"""Vietnamese text as the records keep it: one composed form, one folded form to search by, one key to sort names by.

The folded text and the sort key are stored columns, so that no database needs to know Vietnamese.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

# The stroke of đ is no mark that Unicode takes off; Eth (U+00D0) stands for Đ in many old files. AutoCorrect bends the
# apostrophe of names like H'Bia.
_FOLDED_BY_HAND = {
    "\N{LATIN SMALL LETTER D WITH STROKE}": "d",
    "\N{LATIN SMALL LETTER ETH}": "d",
    "\N{LEFT SINGLE QUOTATION MARK}": "'",
    "\N{RIGHT SINGLE QUOTATION MARK}": "'",
    "\N{MODIFIER LETTER APOSTROPHE}": "'",
}
# The order of a Vietnamese dictionary: the letter first (a, breve, circumflex, horn), then the tone.
_LETTERS = {"\N{COMBINING BREVE}": 1, "\N{COMBINING CIRCUMFLEX ACCENT}": 2, "\N{COMBINING HORN}": 3}
_TONES = {
    "\N{COMBINING GRAVE ACCENT}": 1,
    "\N{COMBINING HOOK ABOVE}": 2,
    "\N{COMBINING TILDE}": 3,
    "\N{COMBINING ACUTE ACCENT}": 4,
    "\N{COMBINING DOT BELOW}": 5,
}
_D_WITH_STROKE = "Z"
_SPELLED_BY_HAND = {ord(one): other for one, other in _FOLDED_BY_HAND.items() if other == "'"} | {0xF0: 0x111}
_VOWELS = frozenset("aeiou\u00e2")


class _ByCharacter(dict[int, str]):
    """A table for `str.translate` that works a character out when it first meets it."""

    def __init__(self, rule: Callable[[str], str]) -> None:
        super().__init__()
        self._rule = rule

    def __missing__(self, code: int) -> str:
        self[code] = self._rule(chr(code))
        return self[code]


def _without_marks(text: str) -> str:
    return "".join(one for one in unicodedata.normalize("NFD", text) if unicodedata.category(one) != "Mn")


def _fold_character(character: str) -> str:
    folded = _without_marks(_without_marks(character).lower())
    return _FOLDED_BY_HAND.get(folded, folded)


def _mark_of_character(character: str) -> str:
    """One digit or letter that orders an accented letter among its sisters; nothing for a plain letter."""
    if character.isspace():
        return " "
    if _fold_character(character) == "d" and character not in "dD":
        return _D_WITH_STROKE
    marks = unicodedata.normalize("NFD", character)[1:]
    rank = sum(6 * _LETTERS.get(mark, 0) + _TONES.get(mark, 0) for mark in marks)
    return chr(ord("0") + rank) if rank else ""


_FOLD = _ByCharacter(_fold_character)
_MARKS = _ByCharacter(_mark_of_character)


def nfc(text: str) -> str:
    """The composed form in which every text enters the records and goes onto paper."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Text to search by: no accents, no capitals, single blanks; the two spellings of a tone's place become one."""
    return " ".join(text.translate(_FOLD).split())


def spelling(text: str) -> str:
    """Text to compare names of places by: accents count, capitals and the place of a tone's mark do not.

    "Hoà" is "Hòa" and "Mỹ" is "Mĩ", but "Ba Tô" is not "Ba Tơ"; "Thôn 01" is "Thôn 1".
    """
    return " ".join(map(_spelled_word, nfc(text).lower().translate(_SPELLED_BY_HAND).split()))


def _spelled_word(word: str) -> str:
    if word.isdigit():
        return word.lstrip("0") or "0"
    apart = unicodedata.normalize("NFD", word)
    tones = "".join(str(_TONES[one]) for one in apart if one in _TONES)
    bare = nfc("".join(one for one in apart if one not in _TONES))
    if bare.endswith("y") and not set(bare[:-1].removeprefix("qu")) & _VOWELS:
        bare = f"{bare[:-1]}i"
    return bare + tones


def sort_key(name: str) -> str:
    """A key that sorts people's names by given name (the last word), then by the rest, accents only breaking ties.

    Made for plain byte order: SQLite's BINARY, PostgreSQL's "C". The tab that parts the keys stands below every letter.
    """
    rest, _, given = fold(name).rpartition(" ")
    first, _, last = " ".join(nfc(name).split()).rpartition(" ")
    return f"{given}\t{rest}\t{f'{last} {first}'.translate(_MARKS).rstrip()}"
