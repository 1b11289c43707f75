"""Reads text with separated cells (.csv): UTF-8, UTF-16 or an old code page; semicolon, comma, tab or bar between.

Excel writes "CSV" in the code page of Windows, which in Viet Nam is 1258 or 1252, and with the separator of the region;
"Unicode Text" is UTF-16 with tabs. Text of the old fonts is kept as Western (1252) text: others decode it.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from app.documents.foreign_sheet import CellValue, ForeignSheet
from app.documents.limits import MAX_CELLS, MAX_COLUMNS, MAX_ROWS
from app.problems import Trouble

_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_DELIMITERS = ";,\t|"
#: So many lines tell the separator.
_LOOKED_AT = 200
_LONGEST_CELL = 200_000
#: Signs besides letters that a right text may hold.
_SIGNS = frozenset("\xa0\xab\xbb\xb0\xb2\xb3\xd7\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u2022")
_BASES = frozenset("aeiouy")
_MARKS_OF_VOWELS = frozenset(
    ("GRAVE ACCENT", "ACUTE ACCENT", "TILDE", "HOOK ABOVE", "DOT BELOW", "CIRCUMFLEX ACCENT", "BREVE", "HORN")
)
_STROKED_D = "LATIN SMALL LETTER D WITH STROKE"


def csv_sheet(content: bytes, name: str) -> ForeignSheet:
    """The text as one sheet named like the file. Raises `Trouble`: too many cells, or text that is no table."""
    text = decoded(content)
    if "\x00" in text or text.lstrip()[:1] == "<":
        raise Trouble("file_not_table", name=name)
    text, delimiter = _separator(text)
    rows: list[tuple[CellValue, ...]] = []
    cells = filled = 0
    csv.field_size_limit(_LONGEST_CELL)
    try:
        for row in _parsed(text, delimiter):
            rows.append(tuple(cell if cell.strip() else None for cell in row))
            cells += len(row)
            if len(rows) > MAX_ROWS or len(row) > MAX_COLUMNS or cells > MAX_CELLS:
                raise Trouble("file_too_many_cells", name=name)
            if any(rows[-1]):
                filled = len(rows)
    except csv.Error as fault:
        raise Trouble("file_damaged", name=name) from fault
    return ForeignSheet(Path(name).stem, hidden=False, rows=rows[:filled])


def decoded(content: bytes) -> str:
    """The text of a file of unknown encoding."""
    for mark, encoding in _MARKS.items():
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    if 0 in content[:4096]:
        first_zero = content[:4096:2].count(0) > content[1:4096:2].count(0)
        return content.decode("utf-16-be" if first_zero else "utf-16-le", errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _in_code_page(content)


def _in_code_page(content: bytes) -> str:
    """Code page 1258 where it gives Vietnamese, else 1252: the old fonts put their letters there."""
    vietnamese = unicodedata.normalize("NFC", content.decode("cp1258", errors="replace"))
    letters = Counter(letter for letter in vietnamese if letter > "\x7f" and letter not in _SIGNS)
    strange = sum(times for letter, times in letters.items() if not _is_vietnamese(letter))
    if strange * 50 <= letters.total():
        return vietnamese
    # The five bytes that 1252 leaves open are no letters in the old fonts either.
    return content.decode("cp1252", errors="replace")


def _is_vietnamese(letter: str) -> bool:
    """Whether a letter is one of the alphabet: a vowel with its shape and tone, or the stroked d."""
    if unicodedata.name(letter.lower(), "") == _STROKED_D:
        return True
    parts = unicodedata.normalize("NFD", letter.lower())
    names = {unicodedata.name(mark, "").removeprefix("COMBINING ") for mark in parts[1:]}
    return parts[0] in _BASES and len(names) > 0 and _MARKS_OF_VOWELS.issuperset(names)


def _separator(text: str) -> tuple[str, str]:
    """The text without Excel's line "sep=;" and the separator that divides most lines alike."""
    named = re.match(r"\s*\"?sep=(.)\"?[ \t]*\r?\n", text, re.IGNORECASE)
    if named:
        return text[named.end() :], named[1]
    best = max(_DELIMITERS, key=lambda one: _fitness(text, one))
    return text, best


def _fitness(text: str, delimiter: str) -> tuple[int, int]:
    """In how many lines the separator gives the same number of cells, more than one; then that number."""
    widths: Counter[int] = Counter()
    try:
        for number, row in enumerate(_parsed(text, delimiter)):
            if number == _LOOKED_AT:
                break
            widths[len(row)] += len(row) > 1
    except csv.Error:
        return 0, 0
    width, lines = max(widths.items(), key=lambda one: (one[1], one[0]), default=(0, 0))
    return lines, width


def _parsed(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
