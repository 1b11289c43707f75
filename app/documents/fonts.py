"""Finds a serif face on this machine that knows all of Vietnamese, and refuses a text it cannot show.

reportlab draws an empty box for a letter that a font lacks and says nothing; the common Liberation 1 faces and
reportlab's own lack about a hundred Vietnamese letters. Times New Roman is the decree's face (Decree 30/2020); Tinos
and Liberation Serif 2 share its widths; Noto Serif is complete but wider.
"""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from app.problems import Trouble
from app.wording.papers import LETTERS, SIGNS_ON_PAPER

# Family, then the files of its regular, bold, italic and bold italic (lower case, as found on disk).
_CANDIDATES = (
    ("Times New Roman", ("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf")),
    (
        "Times New Roman",
        (
            "times new roman.ttf",
            "times new roman bold.ttf",
            "times new roman italic.ttf",
            "times new roman bold italic.ttf",
        ),
    ),
    (
        "Times New Roman",
        (
            "times_new_roman.ttf",
            "times_new_roman_bold.ttf",
            "times_new_roman_italic.ttf",
            "times_new_roman_bold_italic.ttf",
        ),
    ),
    ("Tinos", ("tinos-regular.ttf", "tinos-bold.ttf", "tinos-italic.ttf", "tinos-bolditalic.ttf")),
    (
        "Liberation Serif",
        (
            "liberationserif-regular.ttf",
            "liberationserif-bold.ttf",
            "liberationserif-italic.ttf",
            "liberationserif-bolditalic.ttf",
        ),
    ),
    (
        "Noto Serif",
        ("notoserif-regular.ttf", "notoserif-bold.ttf", "notoserif-italic.ttf", "notoserif-bolditalic.ttf"),
    ),
)
_NEEDED = frozenset(map(ord, LETTERS + LETTERS.upper() + SIGNS_ON_PAPER)) | frozenset(range(0x20, 0x7F))
_WORDS_REMEMBERED = 50_000


class Font:
    """One weight of a face: measures text and says what it cannot show."""

    def __init__(self, family: str, name: str, path: Path) -> None:
        """Load the file; raises `TTFError` or `OSError` when it is no TrueType font."""
        loaded = TTFont(name, str(path))
        self.family = family
        self.name = name
        self.loaded = loaded
        self.characters: frozenset[int] = frozenset(loaded.face.charToGlyph)
        self._shown = frozenset(chr(code) for code in self.characters if code <= sys.maxunicode)
        self.width = lru_cache(_WORDS_REMEMBERED)(self._measure)

    def _measure(self, word: str) -> float:
        """Width of a word at one point of size; the words of two hundred minutes are mostly the same."""
        return float(self.loaded.stringWidth(word, 1.0))

    def check(self, text: str) -> None:
        """Raise `Trouble` naming the first character of `text` that this font cannot show."""
        if not self._shown.issuperset(text):
            missing = next(one for one in text if one not in self._shown)
            raise Trouble("glyph_missing", font=self.family, character=missing, codepoint=f"U+{ord(missing):04X}")


@dataclass(frozen=True)
class Face:
    """A family in the four weights that administrative documents use."""

    family: str
    regular: Font
    bold: Font
    italic: Font
    bold_italic: Font


def _font_folders() -> list[Path]:
    """Where Windows, macOS and Linux keep fonts, the system's and the user's own."""
    home = Path.home()
    if sys.platform == "win32":
        windows = Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts"
        return [windows, Path(os.environ.get("LOCALAPPDATA", home)) / "Microsoft" / "Windows" / "Fonts"]
    if sys.platform == "darwin":
        return [Path("/System/Library/Fonts/Supplemental"), Path("/Library/Fonts"), home / "Library" / "Fonts"]
    shared = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    own = os.environ.get("XDG_DATA_HOME") or str(home / ".local" / "share")
    return [Path(folder) / "fonts" for folder in [*shared.split(":"), own] if folder] + [home / ".fonts"]


def _files_by_folder(folders: Sequence[Path]) -> list[dict[str, Path]]:
    """The TrueType files of each folder by lower-case name, so that the weights of a face come from one place."""
    found = []
    for top in folders:
        for folder, inner, names in os.walk(top):
            inner.sort()
            files = {name.lower(): Path(folder) / name for name in names if name.lower().endswith(".ttf")}
            if files:
                found.append(files)
    return found


def _faces(folders: Sequence[Path]) -> Iterator[Face]:
    """The faces of this machine in order of preference, unreadable ones left out."""
    shelves = _files_by_folder(folders)
    for family, names in _CANDIDATES:
        for shelf in shelves:
            if all(name in shelf for name in names):
                try:
                    yield Face(family, *(Font(family, shelf[name].stem, shelf[name]) for name in names))
                except (TTFError, OSError, struct.error):
                    continue


def choose_face(folders: Sequence[Path]) -> Face:
    """The first face under `folders` whose four weights know every Vietnamese letter; `Trouble` when there is none."""
    for face in _faces(folders):
        fonts = (face.regular, face.bold, face.italic, face.bold_italic)
        if all(font.characters >= _NEEDED for font in fonts):
            for font in fonts:
                registerFont(font.loaded)
            return face
    raise Trouble("no_vietnamese_font")


@cache
def find_face() -> Face:
    """The face this machine prints with, found once; raises `Trouble` when no complete face is installed."""
    return choose_face(_font_folders())
