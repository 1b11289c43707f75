"""A sheet that shows how the office's papers begin and end: letterhead with a blank number, who signs, recipients."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from app.documents.text_files import write_text_papers
from app.documents.text_paper import TextPaper
from app.office.queries import PaperOffice
from app.parsing import today
from app.progress import Progress
from app.wording import papers_tab as words


def draw_letterhead(
    target: Path, office: PaperOffice, lines: Sequence[str], place: str, progress: Progress | None = None
) -> None:
    """Draw the sheet into a PDF with these header lines and place; empty: as the office has them. Raises `Trouble`."""
    shown = replace(office, lines=tuple(filter(None, lines)) or office.lines, place=place or office.place)
    head = shown.head(words.HEAD_SYMBOL)
    paper = TextPaper(
        (words.HEAD_TITLE, words.HEAD_ABOUT), (), head, signatures=(shown.signature(today().isoformat()),)
    )
    write_text_papers(target, words.HEAD_PREVIEW, [paper], progress)
