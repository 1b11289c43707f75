"""The two old Vietnamese encodings of lists, letter by letter: TCVN3 (fonts `.Vn...`) and VNI (fonts `VNI-...`).

Text of both is kept in files as if it were Western: what stands there are the letters of Latin-1 whose places the old
fonts drew otherwise. TCVN3 has no capitals with a tone: fonts ending in H draw small letters as capitals.
"""

from __future__ import annotations

import re
from enum import StrEnum

from app.lists.syllables import is_syllable
from app.wording.letters import SMALL_LETTERS, TCVN3_RUNS, VNI_ACCENTS, VNI_ALONE, VNI_VOWELS
from models.vietnamese import nfc


class Encoding(StrEnum):
    """How the text of a cell or a sheet is kept; the values are those of `list import --json`."""

    UNICODE = "unicode"
    TCVN3 = "tcvn3"
    VNI = "vni"
    MIXED = "mixed"


VIETNAMESE = frozenset(SMALL_LETTERS + SMALL_LETTERS.upper())


def _vni_table() -> dict[str, str]:
    table = dict(VNI_ALONE)
    for typed, vowel in VNI_VOWELS.items():
        for accent, marks in VNI_ACCENTS.items():
            letter = nfc(vowel + marks)
            if letter in VIETNAMESE:
                table[typed + accent] = letter
    capitals = {typed.upper(): letter.upper() for typed, letter in table.items()}
    # Programs that set the first letter of a word as a capital leave the accent behind it small.
    halves = {typed.capitalize(): letter.upper() for typed, letter in table.items()}
    return {**halves, **table, **capitals}


TCVN3_LETTERS = {first + place: one for first, run in TCVN3_RUNS.items() for place, one in enumerate(run)}
VNI_LETTERS = _vni_table()
_VNI_PATTERN = re.compile("|".join(sorted(map(re.escape, VNI_LETTERS), key=len, reverse=True)))
_TCVN3_WORD = re.compile("[A-Za-z" + "".join(map(chr, TCVN3_LETTERS)) + "]+")
#: What is surely small, and surely a capital, in TCVN3: the plain letters, and the seven that have a capital.
_SMALL = re.compile("[a-z\xa8-\xae]")
_CAPITAL = re.compile("[A-Z\xa1-\xa7]")
_TONED = re.compile("[\xb5-\xfe]")
_ANY_WORD = re.compile("[^\\s\\d.,;:()/\\-'\u2019]+")
#: Signs that stand beside a number as themselves in any encoding: a bar's diameter, times, divided, plus or minus.
_BESIDE_NUMBERS = re.compile(r"(?<=\d)[\xd7\xf7\xd8\xb5\xb1\xb0]|[\xd7\xf7\xd8\xb1](?=\s?\d)|(?<=\d )[\xd7\xf7](?= )")


def from_tcvn3(text: str, *, capitals: bool = False) -> str:
    """Text of a `.Vn...` font in Unicode; `capitals` for the fonts ending in H, which draw everything as capitals.

    Without them a word typed with the capital lock, whose toned letters could only be small, is made capitals.
    """
    if capitals:
        return text.translate(TCVN3_LETTERS).upper()
    kept = {match.start() for match in _BESIDE_NUMBERS.finditer(text)}
    words = _ANY_WORD.findall(text)
    # An abbreviation says nothing of the words beside it.
    lock = not _SMALL.search(text) and any(_locked(one) and is_syllable(one.translate(TCVN3_LETTERS)) for one in words)
    # A name's word that begins with a toned letter could not be given its capital.
    lone = [one for one in words if not _CAPITAL.match(one)]
    starts = len(words) > len(lone) == 1 and _TONED.match(lone[0]) is not None

    def word_read(word: re.Match[str]) -> str:
        if word.start() in kept:
            return word[0]
        read = word[0].translate(TCVN3_LETTERS)
        if lock or _locked(word[0]):
            return read.upper()
        return read[0].upper() + read[1:] if starts else read

    return _TCVN3_WORD.sub(word_read, text)


def _locked(word: str) -> bool:
    """Whether a word was typed with the capital lock."""
    return len(_CAPITAL.findall(word)) > 1 and not _SMALL.search(word)


def from_vni(text: str) -> str:
    """Text of a `VNI-...` font in Unicode."""
    return _VNI_PATTERN.sub(lambda letter: VNI_LETTERS[letter[0]], text)


def decoded(text: str, encoding: Encoding, *, capitals: bool = False) -> str:
    """Text of this encoding in Unicode."""
    if encoding is Encoding.TCVN3:
        return from_tcvn3(text, capitals=capitals)
    return from_vni(text) if encoding is Encoding.VNI else text


def encoding_of_font(name: str | None) -> Encoding | None:
    """The encoding a font was made for, by its name; None for the fonts of Unicode."""
    folded = (name or "").strip().lower()
    if folded.startswith(".vn"):
        return Encoding.TCVN3
    return Encoding.VNI if re.match(r"vni(?:[- ]|$)", folded) else None


def font_of_capitals(name: str | None) -> bool:
    """Whether a font of TCVN3 draws small letters as capitals: `.VnTimeH`, `.VnArialH`."""
    return (name or "").strip().lower().endswith("h") and encoding_of_font(name) is Encoding.TCVN3
