"""What a row of a list is that names no household: column numbers, group, total, remark, signature."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from app.documents.foreign_sheet import CellValue
from app.lists.headings import unit_of
from app.lists.vocabulary import category_of, same_word, work_type_of
from app.wording.list_layout import (
    COMMUNE_WORDS,
    GROUP_FILLERS,
    NOTE_WORDS,
    PART_WORDS,
    SIGNATURE_WORDS,
    TOTAL_WORDS,
    UNIT_LINES,
    VILLAGE_WORDS,
)
from models.vietnamese import fold

Row = tuple[CellValue, ...]

_NUMBERING = re.compile(r"^\(?(?:[IVXLC]+|[A-Z]|\d+(?:\.\d+)*)\s*[.)\-/:]\s*", re.IGNORECASE)
_MARKER = re.compile(r"\(?(?:[IVXLC]+|[A-Z]|\d+(?:\.\d+)*)\s*[.)\-/:]?", re.IGNORECASE)
_ROMAN_OR_LETTER = re.compile(r"\(?(?:[IVX]+|[A-Z])\s*[.)]?")
_COLUMN_NUMBER = re.compile(r"[(\[]?\s*(?:\d{1,2}|[A-Z])\s*[)\]]?(?:\s*=.*)?")
_COUNT_AT_END = re.compile(r"\s*(?:[:(\-\u2013]\s*\d.*|:)$")
_COUNT = re.compile(r"[\d\s.,]+(?:[^\W\d_]{1,6}\.?)?")
_DATE_LINE = re.compile(r"\bngay\b.*\bthang\b.*\bnam\b")
_LONG_REMARK = 60
_MOST_SIGNERS = 4


def text_in(cell: CellValue) -> str:
    """A cell as text."""
    return cell if isinstance(cell, str) else "" if cell is None else str(cell)


def is_column_numbers(row: Row) -> bool:
    """Whether a row below the headings only numbers the columns: "(1)", "A", "(5)=(3)+(4)"."""
    texts = [text for cell in row if (text := text_in(cell))]
    return len(texts) >= 2 and all(_COLUMN_NUMBER.fullmatch(text) for text in texts) and len(set(texts)) == len(texts)


def sheet_unit(above: Sequence[Row]) -> int | None:
    """The unit of money, in đồng, that a line above a table says ("Đơn vị tính: triệu đồng")."""
    lines = [text_in(cell) for row in above for cell in row if isinstance(cell, str)]
    units = [unit_of(line) for line in lines if any(fold(word) in fold(line) for word in UNIT_LINES)]
    told = [unit for unit in units if unit is not None]
    return told[-1] if told else None


def says_total(text: str) -> bool:
    """Whether a text begins a row of totals."""
    lead = f"{_NUMBERING.sub('', text).lower()} "
    return any(lead.startswith(word) and not lead[len(word)].isalpha() for word in TOTAL_WORDS)


def is_ending(row: Row) -> bool:
    """Whether a row names who signs, or place and day: the table is over."""
    lines = [text for cell in row if (text := text_in(cell))]
    return len(lines) <= _MOST_SIGNERS and any(map(is_signature_line, lines))


def is_signature_line(line: str) -> bool:
    """Whether a text is a line of the signatures."""
    return _signature_pattern().search(line) is not None or is_date_line(line)


def is_date_line(line: str) -> bool:
    """Whether a text says a day in words, as above signatures."""
    return _DATE_LINE.search(fold(line)) is not None


def is_remark(row: Row) -> bool:
    """Whether a row is a remark: begins like one, or is one long text alone."""
    texts = [text for cell in row if (text := text_in(cell))]
    lead = texts[0].lower() if texts else ""
    alone = len(texts) == 1
    return (alone and len(lead) > _LONG_REMARK) or (len(texts) <= 2 and lead.startswith(NOTE_WORDS))


def lead_text(row: Row) -> str:
    """The first cell that says more than a number or a Roman numeral."""
    texts = (text_in(cell) for cell in row)
    return next((text for text in texts if text and not _MARKER.fullmatch(text)), "")


def is_numbered_as_group(text: str) -> bool:
    """Whether a row is numbered as groups are: "I", "A."."""
    return _ROMAN_OR_LETTER.fullmatch(text) is not None


def says_nothing_beside(row: Row, lead: str) -> bool:
    """Whether beside the text that leads a row stand only numbers, sums and counts."""
    others = [text for cell in row if (text := text_in(cell)) and text != lead and not _MARKER.fullmatch(text)]
    return all(_COUNT.fullmatch(text) for text in others)


def named_group(text: str) -> tuple[str, str] | None:
    """(village | category | need, what it is called) where a line names a group and nothing else."""
    lead = _bare_lead(text)
    if _village_pattern().match(lead):
        return "village", " ".join(lead.replace(":", " ").split())
    for name in (lead, _without_fillers(lead)):
        if category := category_of(name):
            return "category", category
        if work_type := work_type_of(name):
            return "need", work_type
    return None


def group_name(text: str) -> str:
    """The name in a row that leads a group, without number and count."""
    return _bare_lead(text)


def village_in_title(line: str) -> str | None:
    """The village that a line above a table, or the name of a sheet, names at its end."""
    lead = _bare_lead(line)
    match = _village_at_end().search(lead)
    return " ".join(match[1].replace(":", " ").split()).strip(" .,;-") if match else None


def _bare_lead(text: str) -> str:
    lead = _part_pattern().sub("", text).strip()
    return _COUNT_AT_END.sub("", _NUMBERING.sub("", lead)).strip(" .,;*-+")


def _without_fillers(lead: str) -> str:
    words = same_word(lead)
    for filler in sorted(map(same_word, GROUP_FILLERS), key=len, reverse=True):
        words = words.removeprefix(f"{filler} ")
    return words


@cache
def _part_pattern() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in PART_WORDS)
    return re.compile(rf"^(?:{words})\s*[\dIVXA-Z]{{1,4}}\s*[.:)\-\u2013]\s*", re.IGNORECASE)


@cache
def _signature_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, SIGNATURE_WORDS))})", re.IGNORECASE)


@cache
def _village_words() -> str:
    return "|".join(re.escape(word) for word in sorted(VILLAGE_WORDS, key=len, reverse=True))


@cache
def _village_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:{_village_words()})\s*:?\s+\S", re.IGNORECASE)


@cache
def _village_at_end() -> re.Pattern[str]:
    """A village's kind and name, up to the commune behind it; no village stands behind a person's office."""
    ends = rf"$|[,;(]|\s+-\s|\s+(?:{'|'.join(COMMUNE_WORDS)})\s"
    kinds = _village_words()
    return re.compile(rf"(?:^|(?<=\s))(?<!ng )((?:{kinds})\s*:?\s+[^,;()]{{1,40}}?)(?={ends})", re.IGNORECASE)
