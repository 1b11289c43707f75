"""Sheets of photos: before and after for reports, the annex of a house's file; without photos, frames."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from PIL import Image
from pypdf import PdfReader

from app.construction.photo_papers import house_photos
from app.office.queries import paper_office
from app.papers import print_papers
from app.photos.operations import SURVEY, PhotosDraft, add_photos
from app.pictures import photo_path
from app.support.queries import case_facts
from app.workspace import Workspace
from models.vocabulary import PaperKind
from tests.make import make_approved, make_case


@pytest.fixture
def cases(commune: Workspace, tmp_path: Path) -> list[str]:
    """Three houses; the first has its old house, roof and foundation in pictures, the second none of the old house."""
    made = [make_case(commune, name) for name in ("Cà Văn Ánh", "Lò Văn Pâng", "Quàng Thị Ín")]
    make_approved(commune, *made)
    add(commune, made[0], "roof", "2026-10-20", tmp_path / "mái.jpg", 90)
    add(commune, made[0], SURVEY, None, tmp_path / "cũ.jpg", 40)
    add(commune, made[0], "foundation", "2026-09-01", tmp_path / "móng.jpg", 60)
    add(commune, made[1], "roof", "2026-10-21", tmp_path / "mái 2.jpg", 120)
    return made


def add(workspace: Workspace, case: str, subject: str, day: str | None, file: Path, shade: int) -> None:
    Image.new("RGB", (300, 400), (shade, 120, 90)).save(file)
    with workspace.read() as session:
        house = case_facts(session, [case])[case].household_id
    add_photos(workspace, PhotosDraft(house, (file,), subject, None, day))


def pages_of(target: Path) -> list[str]:
    return [" ".join(one.extract_text().split()) for one in PdfReader(target).pages]


def test_photos_stand_in_the_order_of_building(commune: Workspace, cases: list[str]) -> None:
    with commune.read() as session:
        office = paper_office(session, commune.author.office)
        assert office is not None
        [house] = house_photos(session, office, cases[:1])
    assert [one.subject for one in house.photos] == [SURVEY, "foundation", "roof"]
    assert (house.before.caption, house.latest.caption) == ("Nhà cũ", "Xong mái, 20/10/2026")
    assert house.latest.file is not None
    assert house.latest.file.exists()


def test_before_and_after_stand_beside_each_other(commune: Workspace, cases: list[str], tmp_path: Path) -> None:
    target = tmp_path / "trước sau.pdf"
    print_papers(commune, PaperKind.PHOTO_PAIRS, cases, target)
    pages = pages_of(target)
    assert len(pages) <= 2, "two to four houses a page"
    text = " ".join(pages)
    assert all(f"{place}. {name}" in text for place, name in enumerate(("Cà Văn Ánh", "Lò Văn Pâng"), 1))
    assert "Chưa có ảnh nhà cũ" in text
    assert sum(len(one.images) for one in PdfReader(target).pages) == 3


def test_each_house_has_its_annex(commune: Workspace, cases: list[str], tmp_path: Path) -> None:
    target = tmp_path / "phụ lục.pdf"
    printed = print_papers(commune, PaperKind.PHOTO_ANNEX, cases, target)
    assert printed.papers == 3
    pages = pages_of(target)
    captions = ("Nhà cũ", "Xong móng, 01/09/2026", "Xong mái, 20/10/2026")
    assert [pages[0].index(one) for one in captions] == sorted(pages[0].index(one) for one in captions)
    assert "Chưa có ảnh nào trong hồ sơ." in pages[-1]


@pytest.mark.parametrize("kind", [PaperKind.PHOTO_PAIRS, PaperKind.PHOTO_ANNEX])
def test_sheets_open_in_word_and_are_there_to_paste_photos_on(
    commune: Workspace, cases: list[str], tmp_path: Path, kind: PaperKind
) -> None:
    for ids, name in ((cases, "ảnh.docx"), ([], "trống.docx"), ([], "trống.pdf")):
        print_papers(commune, kind, ids, tmp_path / name)
        assert (tmp_path / name).stat().st_size > 1000


def test_a_photo_whose_picture_has_not_come_leaves_a_frame(
    commune: Workspace, cases: list[str], tmp_path: Path
) -> None:
    for file in (commune.folder / "photos").rglob("*.jpg"):
        file.unlink()
    target = tmp_path / "chờ.pdf"
    print_papers(commune, PaperKind.PHOTO_PAIRS, cases[:1], target)
    assert sum(len(one.images) for one in PdfReader(target).pages) == 0


def test_a_photo_that_has_not_come_is_awaited_in_its_frame_and_an_earlier_one_stands_for_the_newest(
    commune: Workspace, cases: list[str], tmp_path: Path
) -> None:
    with commune.read() as session:
        office = paper_office(session, commune.author.office)
        assert office is not None
        house, other = house_photos(session, office, cases[:2])
    for one in (house.photos[-1], other.photos[-1]):
        photo_path(commune.folder, one.content).unlink()
    assert (house.latest.caption, other.latest.instead) == ("Xong móng, 01/09/2026", "chờ ảnh")
    print_papers(commune, PaperKind.PHOTO_PAIRS, cases, tmp_path / "a.pdf")
    assert " ".join(pages_of(tmp_path / "a.pdf")).count("chờ ảnh") == 1
    print_papers(commune, PaperKind.PHOTO_ANNEX, cases, tmp_path / "a.docx")
    cells = [one.text for table in Document(str(tmp_path / "a.docx")).tables for one in table.rows[0].cells]
    assert any("chờ ảnh" in one for one in cells)
