"""Every icon is a drawing of one stroke on the grid that Qt can paint in any colour."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).parents[2] / "resources" / "icons"
ICONS = [file for file in sorted(FOLDER.glob("*.svg")) if file.stem != "logo"]


def painted(drawing: str, side: int) -> QImage:
    renderer = QSvgRenderer(drawing.encode())
    assert renderer.isValid()
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def inked(image: QImage) -> list[tuple[int, int]]:
    pixels = ((x, y) for y in range(image.height()) for x in range(image.width()))
    return [(x, y) for x, y in pixels if image.pixelColor(x, y).alpha() > 0]


@pytest.mark.parametrize("file", ICONS, ids=lambda file: file.stem)
def test_an_icon_is_one_stroke_in_the_ink_it_is_given(file: Path) -> None:
    drawing = file.read_text(encoding="utf-8")
    assert 'viewBox="0 0 20 20"' in drawing
    assert drawing.count("{ink}") == 1
    assert re.findall(r'stroke-width="([^"]+)"', drawing) == ["1.6"]
    assert not re.search(r"#[0-9A-Fa-f]{3,6}|url\(|<image|<text", drawing)


@pytest.mark.parametrize("file", ICONS, ids=lambda file: file.stem)
def test_an_icon_is_visible_and_stays_inside_its_square(file: Path) -> None:
    pixels = inked(painted(file.read_text(encoding="utf-8").replace("{ink}", "#14506B"), 60))
    assert len(pixels) > 150
    assert all(0 < x < 59 and 0 < y < 59 for x, y in pixels)


def test_the_logo_shows_the_roof_tile() -> None:
    image = painted((FOLDER / "logo.svg").read_text(encoding="utf-8"), 64)
    assert image.pixelColor(32, 12).name() == "#8f4a24"


def test_the_readme_lists_every_icon() -> None:
    text = (FOLDER / "README.md").read_text(encoding="utf-8").partition("Pages:")[2]
    assert set(re.findall(r"[a-z]+", re.sub(r"\(.*?\)|Actions", "", text))) == {file.stem for file in ICONS}
