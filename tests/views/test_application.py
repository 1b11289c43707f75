"""The look is the program's own, and starting loads nothing heavy."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from app.workspace import Workspace
from views import icons, style

ROOT = Path(__file__).parents[2]
SLOW = ("alembic", "docx", "lxml", "openpyxl", "PIL", "reportlab")
QT_PARTS = ("PySide6.QtPdf", "PySide6.QtPrintSupport", "PySide6.QtNetwork")
ROOMS = ("awards", "campaigns", "exchange", "flags", "lists", "office", "reports", "review", "support.queries")
HEAVY = (*SLOW, *QT_PARTS, *(f"app.{room}" for room in ROOMS))


def _luminance(colour: str) -> float:
    parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    linear = [one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_window_is_dressed_in_fusion_with_our_light_palette(qapp: QApplication) -> None:
    assert qapp.style().name() == "fusion"
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(style.GROUND)
    assert qapp.styleHints().colorScheme() != Qt.ColorScheme.Dark
    assert qapp.font().pointSizeF() == pytest.approx(style.BODY)


def test_every_text_colour_can_be_read_on_its_ground() -> None:
    for ink in (style.TEXT, style.QUIET, style.PRIMARY, style.ERROR, style.SUCCESS):
        assert contrast(ink, style.SURFACE) >= 4.5
        assert contrast(ink, style.GROUND) >= 4.5
    assert contrast(style.WARNING, style.WARNING_GROUND) >= 4.5
    assert contrast(style.TEXT, style.SELECTION) >= 7


def test_the_scale_changes_type_and_distances_together_and_has_limits(qapp: QApplication) -> None:
    style.scale.set_percent(150)
    assert style.px(28) == 42
    assert qapp.font().pointSizeF() == pytest.approx(15)
    style.scale.set_percent(400)
    assert style.scale.percent == style.LARGEST_SCALE


def test_every_icon_is_one_colour_on_one_grid(qapp: QApplication) -> None:
    drawings = {one: one.read_text(encoding="utf-8") for one in sorted(icons.FOLDER.glob("*.svg"))}
    of_one_colour = {one: text for one, text in drawings.items() if "{ink}" in text}
    assert len(of_one_colour) >= 26
    for drawing, text in of_one_colour.items():
        assert 'viewBox="0 0 20 20"' in text
        assert not re.search(r"#[0-9a-fA-F]{3}", text)
        picture = icons.icon(drawing.stem).pixmap(20, 20).toImage()
        assert any(picture.pixelColor(x, y).alpha() for x in range(20) for y in range(20)), drawing.name


_START = """
import sys
from pathlib import Path
from views import application
from views.page import HOUSEHOLDS
made = application.make_application()
program = application.Program(Path(sys.argv[1]))
assert program.start()
program.window.go(HOUSEHOLDS)
program.window.grab()  # painted; what is read beside it afterwards loads the rooms it needs
print([name for name in sys.argv[2:] if name in sys.modules])
"""


def test_the_window_stands_before_any_slow_library_or_other_room_is_loaded(commune: Workspace) -> None:
    commune.close()
    command = [sys.executable, "-c", _START, str(commune.folder), *HEAVY]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"
