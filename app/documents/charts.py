"""Draws a chart once, with reportlab's shapes: into a PDF as it is, for the screen as SVG.

Colours and hatches come from one table, so that paper and screen agree, and a bar is told by its hatch in grey too.
Lengths are points; the origin of a drawing is its lower left corner.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.graphics import renderSVG
from reportlab.graphics.shapes import Drawing, Line, PolyLine, Rect, String
from reportlab.lib.colors import Color, HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth

from app.documents.chart import Chart, ChartKind, Series, number_text
from app.documents.chart_looks import LOOKS, looks_of
from models.vietnamese import fold

_TEXT, _QUIET, _LINE, _SURFACE = HexColor("#1F2A33"), HexColor("#55626E"), HexColor("#D9D4CB"), HexColor("#FFFFFF")
_GAP = 4.0
_HATCH = 4.0
_BAR, _THIN_BAR = 13.0, 9.0
_ROW_GAP = 7.0
_UPRIGHT_HEIGHT = 130.0
_STAND_IN = "Helvetica"
_CLIP = re.compile(r"<clipPath.*?</clipPath>|clip-path: url\(#clip\)", re.DOTALL)
_WIDER = 1.15


@dataclass(frozen=True)
class Face:
    """The letters of a chart: the names of fonts that reportlab knows, and the size in points.

    For a screen a font stands in that every reportlab has; the families that are meant are put in its place.
    """

    regular: str = _STAND_IN
    bold: str = f"{_STAND_IN}-Bold"
    size: float = 9

    def width(self, text: str) -> float:
        """How wide a text is, in points; screens' fonts are somewhat wider than the one that stands in."""
        if self.regular != _STAND_IN:
            return float(stringWidth(text, self.regular, self.size))
        return float(stringWidth(fold(text), self.regular, self.size)) * _WIDER


def draw_chart(chart: Chart, width: float, face: Face, *, titled: bool = True) -> Drawing:
    """The chart as wide as given, as tall as it needs."""
    return _Pen(chart, width, face, titled=titled).draw()


def chart_svg(chart: Chart, width: float, families: Sequence[str], size: float = 9, *, titled: bool = True) -> bytes:
    """The chart for a screen, its texts in the first of these families that is there."""
    drawing = draw_chart(chart, width, Face(size=size), titled=titled)
    text = _CLIP.sub("", str(renderSVG.drawToString(drawing)))  # Qt would paint what only cuts
    named = "font-family: " + ", ".join(f"'{one}'" for one in families)
    bold = f"font-family: {_STAND_IN}-Bold"
    return text.replace(bold, f"{named}; font-weight: bold").replace(f"font-family: {_STAND_IN}", named).encode()


class _Pen:
    """Draws one chart from the top; `y` is where the next thing begins."""

    def __init__(self, chart: Chart, width: float, face: Face, *, titled: bool) -> None:
        self.chart, self.width, self.face, self.titled = chart, width, face, titled
        self.line = face.size * 1.45
        self.shapes: list[Any] = []
        self.y = 0.0

    def draw(self) -> Drawing:
        if self.titled and self.chart.title:
            unit = f" ({self.chart.unit})" if self.chart.unit else ""
            self._text(0, self.chart.title + unit, bold=True)
            self.y -= self.line
        if not self.chart.labels:
            self._text(0, self.chart.empty, colour=_QUIET)
            self.y -= self.line
        else:
            self._legend()
            if self.chart.kind is ChartKind.UPRIGHT:
                self._upright()
            else:
                self._across()
        drawing = Drawing(self.width, -self.y + 2)
        for one in self.shapes:
            drawing.add(one)
        drawing.translate(0, -self.y + 2)
        return drawing

    # Pieces

    def _text(self, x: float, text: str, *, bold: bool = False, colour: Color = _TEXT, drop: float = 0.0) -> None:
        """A text whose line begins at `y`."""
        base = self.y - self.face.size - drop
        name = self.face.bold if bold else self.face.regular
        size = self.face.size
        self.shapes.append(String(x, base, text, fontName=name, fontSize=size, fillColor=colour))

    def _bar(self, look: int, x: float, y: float, width: float, height: float) -> None:
        """A bar with the fill and hatch of a series, its lower left corner given."""
        if width <= 0 or height <= 0:
            return
        colour, slant = HexColor(LOOKS[look][0]), LOOKS[look][1]
        fill = colour if slant is None else _pale(colour)
        self._box(x, y, width, height, fill, colour)
        if slant is not None:
            for ends in hatch_lines(x, y, width, height, slant):
                self.shapes.append(Line(*ends, strokeColor=colour, strokeWidth=0.8))

    def _frame(self, x: float, y: float, width: float, height: float) -> None:
        self._box(x, y, width, height, _SURFACE, _TEXT)

    def _box(self, x: float, y: float, width: float, height: float, fill: Color, edge: Color) -> None:
        looks: Any = {"fillColor": fill, "strokeColor": edge, "strokeWidth": 0.8}  # the stubs know no colours here
        self.shapes.append(Rect(x, y, width, height, **looks))

    def _looks(self) -> list[int]:
        """The look of each series; -1 is a frame."""
        return [-1 if one is None else one for one in looks_of(self.chart)]

    def _legend(self) -> None:
        x, side = 0.0, self.face.size
        for one, look in zip(self.chart.series, self._looks(), strict=True):
            name = f"{one.name}: {number_text(one.values[-1])}" if one.line else one.name
            wide = side + _GAP + self.face.width(name) + 3 * _GAP
            if x and x + wide > self.width:
                x = 0.0
                self.y -= self.line
            top = self.y - self.face.size * 1.1
            if one.line:
                middle = top + side / 2
                self.shapes.append(
                    Line(x, middle, x + side, middle, strokeColor=_TEXT, strokeWidth=1.4, strokeDashArray=[3, 2])
                )
            elif look < 0:
                self._frame(x, top, side, side)
            else:
                self._bar(look, x, top, side, side)
            self._text(x + side + _GAP, name, colour=_QUIET)
            x += wide
        self.y -= self.line + _GAP

    # Bars across

    def _across(self) -> None:
        chart, nested = self.chart, self.chart.kind is ChartKind.NESTED
        names = max(self.face.width(one) for one in chart.labels)
        left = min(names, self.width * 0.36) + 2 * _GAP
        values = [self._said(place) for place in range(len(chart.labels))]
        room = max(self.face.width(text) for row in values for text in row) + 2 * _GAP
        scale = max(self.width - left - room, 10) / float(chart.most or 1)
        looks = self._looks()
        for place, label in enumerate(chart.labels):
            if nested:
                self._nested_row(place, label, left, scale, looks, values[place][0])
            else:
                self._row(place, label, left, scale, looks, values[place])
        self.y += _ROW_GAP / 2

    def _said(self, place: int) -> list[str]:
        """The numbers written beside the bars of a label: one text of nested bars, else one for each series."""
        numbers = [number_text(one.values[place]) for one in self.chart.series]
        return [" / ".join(numbers)] if self.chart.kind is ChartKind.NESTED else numbers

    def _nested_row(self, place: int, label: str, left: float, scale: float, looks: Sequence[int], said: str) -> None:
        base = self.y - _BAR
        self._label(label, left, _BAR)
        end = left
        for one, look in zip(self.chart.series, looks, strict=True):
            wide = float(one.values[place]) * scale
            end = max(end, left + wide)
            if look < 0:
                self._frame(left, base, max(wide, 0.1), _BAR)
            else:
                self._bar(look, left, base, wide, _BAR)
        self._text(end + _GAP, said, drop=(_BAR - self.line) / 2)
        self.y -= _BAR + _ROW_GAP

    def _row(
        self, place: int, label: str, left: float, scale: float, looks: Sequence[int], said: Sequence[str]
    ) -> None:
        self._label(label, left, max(_THIN_BAR, self.line * 0.86) * len(looks))
        for one, look, text in zip(self.chart.series, looks, said, strict=True):
            high = max(_THIN_BAR, self.line * 0.86)
            wide = max(float(one.values[place]), 0.0) * scale
            self._bar(look, left, self.y - high + 1, wide, high - 1)
            self._text(left + wide + _GAP, text, drop=(high - self.line) / 2)
            self.y -= high
        self.y -= _ROW_GAP

    def _label(self, label: str, left: float, high: float) -> None:
        self._text(0, _cut(label, left - 2 * _GAP, self.face), drop=(high - self.line) / 2)

    # Columns in the order of time

    def _upright(self) -> None:
        chart = self.chart
        base = self.y - self.line - _UPRIGHT_HEIGHT
        scale = _UPRIGHT_HEIGHT / float(chart.most or 1)
        step = self.width / len(chart.labels)
        bars = [(one, look) for one, look in zip(chart.series, self._looks(), strict=True) if look >= 0]
        wide = min(step * 0.8 / max(len(bars), 1), 26)
        for place, label in enumerate(chart.labels):
            middle = step * (place + 0.5)
            x = middle - wide * len(bars) / 2
            for one, look in bars:
                high = max(float(one.values[place]), 0.0) * scale
                self._bar(look, x, base, wide - 1.5, high)
                if one.values[place]:
                    self._at(x + wide / 2, base + high + 2, number_text(one.values[place]))
                x += wide
            self._at(middle, base - self.face.size - 2, _cut(label, step - 2, self.face), colour=_QUIET)
        self.shapes.append(Line(0, base, self.width, base, strokeColor=_QUIET, strokeWidth=0.8))
        for one in chart.series:
            if one.line:
                self._through(one, base, scale, step)
        self.y = base - self.line

    def _at(self, x: float, y: float, text: str, *, colour: Color = _TEXT) -> None:
        name, size = self.face.regular, self.face.size
        self.shapes.append(String(x, y, text, textAnchor="middle", fontName=name, fontSize=size, fillColor=colour))

    def _through(self, series: Series, base: float, scale: float, step: float) -> None:
        """A line from the first column to the last; its value stands in the legend."""
        heights = [base + float(value) * scale for value in series.values]
        points = [0.0, heights[0]]
        for place, high in enumerate(heights):
            points += [step * (place + 0.5), high]
        points += [self.width, heights[-1]]
        made = PolyLine(points, strokeColor=_TEXT, strokeWidth=1.4, strokeDashArray=[4, 3])
        self.shapes.append(made)


def hatch_lines(
    x: float, y: float, width: float, height: float, slant: int
) -> Iterator[tuple[float, float, float, float]]:
    """The lines of a hatch within a box, each from edge to edge."""
    if slant == 0:
        for place in range(1, math.ceil(height / _HATCH)):
            yield x, y + place * _HATCH, x + width, y + place * _HATCH
        return
    run = height / math.tan(math.radians(slant)) if slant != _STEEP else 0.0
    gap = _HATCH / math.sin(math.radians(slant))
    first, last = min(0.0, -run), width + max(0.0, -run)
    for place in range(math.ceil(first / gap), math.ceil(last / gap) + 1):
        line = _clipped(place * gap, run, width, height)
        if line is not None:
            yield x + line[0], y + line[1], x + line[2], y + line[3]


_STEEP = 90


def _clipped(foot: float, run: float, width: float, height: float) -> tuple[float, float, float, float] | None:
    """The part within the box of a line that rises from `foot` at the bottom to `foot + run` at the top."""
    if not run:
        return (foot, 0.0, foot, height) if 0 < foot < width else None
    low, high = sorted((-foot / run, (width - foot) / run))
    begin, end = max(0.0, low), min(1.0, high)
    if end <= begin:
        return None
    return foot + begin * run, begin * height, foot + end * run, end * height


def _pale(colour: Color) -> Color:
    """The ground under a hatch: the colour, mixed with much white."""
    return Color(*(1 - (1 - part) * 0.22 for part in colour.rgb()))


def _cut(text: str, room: float, face: Face) -> str:
    """The text, shortened where it finds no room."""
    if face.width(text) <= room:
        return text
    while text and face.width(f"{text}…") > room:
        text = text[:-1]
    return f"{text.rstrip()}…"
