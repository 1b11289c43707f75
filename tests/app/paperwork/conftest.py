"""Houses on their way, and scans as a scanner of an office leaves them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfWriter

from app.handover.drafts import HandoverDraft
from app.handover.operations import hand_over
from app.workspace import Workspace
from tests.make import make_approved, make_case, make_finished


@pytest.fixture
def handed_over(commune: Workspace) -> str:
    """A new build that was decided, accepted and handed over; only its stage minutes are noted as signed."""
    case = make_case(commune)
    make_approved(commune, case)
    make_finished(commune, case)
    hand_over(commune, [HandoverDraft(case, "2025-11-18")])
    return case


@pytest.fixture
def scanned_pdf(tmp_path: Path) -> Path:
    """A PDF of two pages."""
    writer = PdfWriter()
    for _ in range(2):
        writer.add_blank_page(595, 842)
    writer.add_attachment("macro.txt", b"nothing of this is taken over")
    target = tmp_path / "Biên bản bàn giao.pdf"
    writer.write(target)
    return target


@pytest.fixture
def scanned_picture(tmp_path: Path) -> Path:
    """A page photographed with a phone."""
    target = tmp_path / "quyết định.png"
    Image.new("RGB", (3000, 2000), "white").save(target)
    return target
