"""Writes text papers to a file: one PDF or one .docx of one or many papers, whole or not at all."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from app.documents.page import write_papers
from app.documents.saving import whole_file
from app.documents.text_paper import TextPaper
from app.documents.text_pdf import draw_text_paper
from app.problems import refuse
from app.progress import Progress

PDF, DOCX = ".pdf", ".docx"


def write_text_papers(
    target: Path, title: str, papers: Sequence[TextPaper], progress: Progress | None = None
) -> int | None:
    """Write the papers as the name's ending says; returns the pages of a PDF, None for a .docx (its reader breaks it).

    Raises `Refused` for another ending or nothing to print, `Trouble` (font, glyph, disk), `Cancelled`: then no file.
    """
    ending = target.suffix.lower()
    if ending == PDF:
        return write_papers(target, title, papers, draw_text_paper, progress or Progress())
    if ending != DOCX:
        raise refuse("out", "paper_pdf_or_docx", name=target.name)
    if not papers:
        raise refuse("papers", "nothing_to_print")
    from app.documents.text_docx import write_docx

    made = io.BytesIO()
    write_docx(made, title, papers, progress or Progress())
    with whole_file(target) as stream:
        stream.write(made.getvalue())
    return None
