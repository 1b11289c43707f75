"""What the tests of papers share: drawing into memory and reading back as a stranger's PDF reader does."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import BinaryIO

import pytest
from pypdf import PdfReader

from app.documents.fonts import find_face
from app.documents.page import Paper

Draw = Callable[[Paper], None]
DrawnPages = Callable[[Draw], list[str]]


@pytest.fixture
def drawn_pages() -> DrawnPages:
    """The text of each page that a function draws on a fresh paper."""

    def draw(function: Draw) -> list[str]:
        stream: BinaryIO = io.BytesIO()
        paper = Paper(stream, find_face(), "Thử")
        paper.begin()
        function(paper)
        paper.finish()
        stream.seek(0)
        return [page.extract_text() for page in PdfReader(stream).pages]

    return draw
