"""The two old Vietnamese encodings of lists, letter by letter: TCVN3 (fonts `.Vn...`) and VNI (fonts `VNI-...`).

Text of both is kept in files as if it were Western: what stands there are the letters of Latin-1 whose places the old
fonts drew otherwise. TCVN3 has no capitals with a tone: fonts ending in H draw small letters as capitals.
"""

from __future__ import annotations

import re
from enum import StrEnum

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
_SMALL = re.compile("[a-z]")
#: What is surely a capital in TCVN3: the plain letters and the seven of the first row.
_CAPITAL = re.compile("[A-Z\xa1-\xa7]")
#: Signs that stand beside a number as themselves in any encoding: a bar's diameter, times, divided, plus or minus.
_BESIDE_NUMBERS = re.compile(r"(?<=\d)[\xd7\xf7\xd8\xb5\xb1\xb0]|[\xd7\xf7\xd8\xb1](?=\s?\d)|(?<=\d )[\xd7\xf7](?= )")


def from_tcvn3(text: str, *, capitals: bool = False) -> str:
    """Text of a `.Vn...` font in Unicode; `capitals` for the fonts ending in H, which draw everything as capitals.

    Without them a word typed with the capital lock, whose toned letters could only be small, is made capitals.
    """
    if capitals:
        return text.translate(TCVN3_LETTERS).upper()
    kept = {match.start() for match in _BESIDE_NUMBERS.finditer(text)}
    lock = len(_CAPITAL.findall(text)) > 1 and not _SMALL.search(text)
    return _TCVN3_WORD.sub(lambda word: word[0] if word.start() in kept else _tcvn3_word(word[0], lock=lock), text)


def _tcvn3_word(word: str, *, lock: bool) -> str:
    decoded = word.translate(TCVN3_LETTERS)
    whole = lock or (len(_CAPITAL.findall(word)) > 1 and not _SMALL.search(word))
    return decoded.upper() if whole else decoded


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
