"""Icons: own SVG drawings of one stroke, coloured from the palette when loaded and kept for the next use."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.paths import resource
from views import style

FOLDER = resource("icons")
_GRID = 20
_DENSITIES = (1.0, 1.25, 1.5, 2.0, 3.0)


@cache
def icon(name: str, ink: str = style.TEXT) -> QIcon:
    """The drawing `name` in the colour `ink`; quiet where it is disabled, in the main colour where it is chosen."""
    made = QIcon()
    for mode, colour in ((QIcon.Mode.Normal, ink), (QIcon.Mode.Disabled, "#8A939B")):
        for density in _DENSITIES:
            made.addPixmap(_pixmap(name, colour, density), mode)
    return made


def picture(name: str, side: int, ink: str, density: float = 1.0) -> QPixmap:
    """The drawing as a picture of `side` device-independent pixels."""
    return _pixmap(name, ink, density * side / _GRID, side)


def _pixmap(name: str, ink: str, density: float, side: int = _GRID) -> QPixmap:
    drawing = (FOLDER / f"{name}.svg").read_text(encoding="utf-8").replace("{ink}", ink)
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    pixels = round(_GRID * density)
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    pixmap.setDevicePixelRatio(pixels / side)
    return pixmap
