"""A chart on screen: the same drawing as on paper, as SVG, with its numbers as a table below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.documents.chart import Chart, numbers_of
from views import style
from views.widgets.form import group_title, quiet_label


class ChartView(QWidget):
    """The drawing, as wide as its place and as tall as its proportions ask; it takes the ground of the page."""

    def __init__(self, drawing: bytes, description: str) -> None:
        super().__init__()
        self._renderer = QSvgRenderer(QByteArray(drawing))
        self.setAccessibleName(description)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        size = self._renderer.defaultSize()
        return QSize(style.px(size.width()), style.px(size.height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(style.px(240), self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        size = self._renderer.defaultSize()
        shown = min(width, self.sizeHint().width())
        return max(1, round(shown * size.height() / max(size.width(), 1)))

    def paintEvent(self, event: QPaintEvent) -> None:
        size = self._renderer.defaultSize()
        width = min(self.width(), self.sizeHint().width())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._renderer.render(painter, QRectF(0, 0, width, width * size.height() / max(size.width(), 1)))
        painter.end()


class NumbersTable(QWidget):
    """The numbers of a chart, line by line; they can be selected and copied."""

    def __init__(self, chart: Chart) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(style.px(12))
        grid.setVerticalSpacing(style.px(1))
        headings, self.lines = numbers_of(chart)
        for row, cells in enumerate([headings, *self.lines]):
            _fill(grid, row, cells)
        grid.setColumnStretch(len(headings), 1)


def _fill(grid: QGridLayout, row: int, cells: Sequence[str]) -> None:
    for place, text in enumerate(cells):
        label = quiet_label(text) if row == 0 else QLabel(text)
        label.setFont(style.font(style.CAPTION))
        if row:
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        side = Qt.AlignmentFlag.AlignLeft if place == 0 else Qt.AlignmentFlag.AlignRight
        grid.addWidget(label, row, place, side | Qt.AlignmentFlag.AlignVCenter)


class ChartPanel(QWidget):
    """A chart under its title, with the table of its numbers; of nothing it says so."""

    def __init__(self, chart: Chart, drawing: bytes) -> None:
        super().__init__()
        self.chart = chart
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.px(4))
        unit = f" ({chart.unit})" if chart.unit else ""
        column.addWidget(group_title(chart.title + unit))
        self.view: ChartView | None = None
        self.numbers: NumbersTable | None = None
        if not chart.labels:
            column.addWidget(quiet_label(chart.empty))
        else:
            said = "; ".join(", ".join(row) for row in chart.rows())
            self.view = ChartView(drawing, f"{chart.title}{unit}. {said}")
            self.numbers = NumbersTable(chart)
            column.addWidget(self.view)
            column.addWidget(self.numbers)
        column.addStretch(1)
