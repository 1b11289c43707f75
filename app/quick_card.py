"""The card beside the desk ("Thẻ dùng nhanh"): a sheet with keys and signs in front, what to do first behind."""

from __future__ import annotations

from pathlib import Path

from app.documents.parts import Column
from app.documents.text_files import write_text_papers
from app.documents.text_paper import Block, Look, Table, Text, TextPaper, texts
from app.progress import Progress
from app.wording import quick_card as words
from app.wording.today import FIRST

_SMALL, _TALL = 12.5, 2


def write_card(target: Path, progress: Progress | None = None) -> int | None:
    """Write the card into a PDF of two pages (or a .docx); returns its pages. Raises as `write_text_papers` does."""
    return write_text_papers(target, words.FRONT[0], [_card()], progress)


def _card() -> TextPaper:
    back = TextPaper(words.BACK, _back(), under_title=(words.BACK_UNDER,))
    return TextPaper(words.FRONT, _front(), under_title=(words.FRONT_UNDER,), annexes=(back,))


def _front() -> tuple[Block, ...]:
    keys = list(words.KEYS.items())
    half = len(keys) // 2
    rows = tuple((*left, *right) for left, right in zip(keys[:half], keys[half:], strict=True))
    return (
        Table(_columns(words.KEY_COLUMNS, (2, 3, 2, 3)), rows, size=_SMALL),
        Text(words.SIGNS_TITLE, Look.HEADING),
        Table(_columns(words.SIGN_COLUMNS, (2, 2.2, 5.8)), words.SIGNS, size=_SMALL),
        Text(words.COLOURS_TITLE, Look.HEADING),
        Text(words.COLOURS),
    )


def _back() -> tuple[Block, ...]:
    first = [
        words.FIRST_LINE.format(number=number, text=FIRST[name][0], place=place)
        for number, (name, place) in enumerate(words.FIRST_PLACES.items(), 1)
    ]
    asked = tuple((one, "", "") for one in words.ASK)
    return (
        *texts(first),
        Text(words.TROUBLE_TITLE, Look.HEADING),
        *texts(words.TROUBLE),
        Text(words.ASK_TITLE, Look.HEADING),
        Table(_columns(words.ASK_COLUMNS, (4, 4, 2)), asked, least_lines=_TALL, size=_SMALL),
    )


def _columns(headings: tuple[str, ...], widths: tuple[float, ...]) -> tuple[Column, ...]:
    return tuple(Column(heading, width) for heading, width in zip(headings, widths, strict=True))
