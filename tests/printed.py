"""Papers printed from real records and read back: from the PDF and from the .docx."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from docx import Document
from pypdf import PdfReader

from app.papers import print_papers
from app.workspace import Workspace
from models.vocabulary import PaperKind


def text_of(path: Path) -> str:
    """The words of a file, single blanks between; raises when they are not composed (NFC)."""
    if path.suffix == ".pdf":
        words = " ".join(page.extract_text() for page in PdfReader(path).pages)
    else:
        document = Document(str(path))
        cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
        words = " ".join([one.text for one in document.paragraphs] + [cell.text for cell in cells])
    assert words == unicodedata.normalize("NFC", words)
    return " ".join(words.split())


def printed(workspace: Workspace, folder: Path, kind: PaperKind, *ids: str) -> tuple[str, str]:
    """What the papers of a kind about these ids say as PDF and as .docx; without ids the blank form."""
    texts = []
    for ending in ("pdf", "docx"):
        target = folder / f"{kind.value}.{ending}"
        print_papers(workspace, kind, ids, target)
        texts.append(text_of(target))
    return texts[0], texts[1]
