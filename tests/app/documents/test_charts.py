"""A chart is drawn once for paper, screen and workbook, and reads without colours."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QImage, QPainter, qGray
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from app.documents.chart import Chart, ChartKind, Series, shortened
from app.documents.chart_book import add_charts
from app.documents.chart_looks import LOOKS, looks_of
from app.documents.charts import Face, chart_svg, draw_chart, hatch_lines
from app.documents.workbook import add_sheet, new_workbook, save_workbook

FAMILIES = ("Noto Sans", "DejaVu Sans")
AREAS = Chart(
    "Tiến độ theo thôn",
    ChartKind.NESTED,
    "Thôn",
    ("Bản Hua Nạng", "Bản Chi Luông"),
    (Series("Cần làm", (12, 30)), Series("Khởi công", (10, 12)), Series("Bàn giao", (4, 3))),
    "nhà",
)
WEEKS = Chart(
    "Theo tuần",
    ChartKind.UPRIGHT,
    "Tuần",
    ("12/11", "19/11"),
    (Series("Khởi công", (4, 6)), Series("Bàn giao", (0, 2)), Series("Cần", (Decimal("3.4"),) * 2, line=True)),
    "nhà",
)


@pytest.mark.parametrize("chart", [AREAS, WEEKS])
def test_labels_numbers_and_units_stand_in_the_drawing(chart: Chart) -> None:
    text = chart_svg(chart, 400, FAMILIES).decode()
    for said in (*chart.labels, f"{chart.title} ({chart.unit})", *(one.name for one in chart.series)):
        assert said in text
    assert "font-family: 'Noto Sans', 'DejaVu Sans'" in text
    assert "Helvetica" not in text
    assert "clip" not in text


def test_numbers_of_an_area_stand_in_the_order_of_the_legend() -> None:
    assert "12 / 10 / 4" in chart_svg(AREAS, 400, FAMILIES).decode()


def test_the_drawing_has_ink_on_a_clear_ground(qtbot: QtBot) -> None:
    renderer = QSvgRenderer(QByteArray(chart_svg(WEEKS, 400, FAMILIES)))
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, 400, 200))
    painter.end()
    greys = [qGray(image.pixel(x, y)) for x in range(0, 400, 4) for y in range(0, 200, 4)]
    assert greys.count(255) > len(greys) / 2
    assert min(greys) < 120


def test_what_is_finished_is_plain_and_what_is_begun_is_hatched() -> None:
    begun, finished = looks_of(AREAS)[1:]
    assert looks_of(AREAS)[0] == -1
    assert begun is not None
    assert finished is not None
    assert LOOKS[begun][1] is not None
    assert LOOKS[finished][1] is None
    assert looks_of(WEEKS)[2] is None
    assert len({slant for _, slant in LOOKS}) == len(LOOKS)


@pytest.mark.parametrize("slant", [slant for _, slant in LOOKS if slant is not None])
def test_a_hatch_stays_within_its_bar(slant: int) -> None:
    lines = list(hatch_lines(10, 20, 60, 13, slant))
    assert lines
    for x1, y1, x2, y2 in lines:
        assert all(10 - 1e-6 <= x <= 70 + 1e-6 for x in (x1, x2))
        assert all(20 - 1e-6 <= y <= 33 + 1e-6 for y in (y1, y2))


def test_a_chart_of_nothing_says_so() -> None:
    empty = Chart("Theo thôn", ChartKind.NESTED, "Thôn", (), (Series("Cần làm", ()),), empty="Chưa có nhà nào.")
    assert "Chưa có nhà nào." in chart_svg(empty, 300, FAMILIES).decode()
    zero = Chart("Theo thôn", ChartKind.ACROSS, "Thôn", ("Bản A",), (Series("Cần làm", (0,)),))
    assert draw_chart(zero, 300, Face()).height > 0


def test_many_labels_become_few_and_lose_no_number() -> None:
    names = tuple(f"Thôn {one}" for one in range(20))
    long = Chart("", ChartKind.ACROSS, "Thôn", names, (Series("Nhà", tuple(range(20))),))
    short = shortened(long, 8, "Các thôn khác")
    assert short.labels[-1] == "Các thôn khác"
    assert (len(short.labels), sum(short.series[0].values)) == (8, sum(range(20)))


def test_workbooks_get_native_charts_beside_their_numbers(tmp_path: Path) -> None:
    workbook = new_workbook()
    add_charts(add_sheet(workbook, "Biểu đồ"), [AREAS, WEEKS])
    save_workbook(workbook, tmp_path / "biểu đồ.xlsx")
    sheet = load_workbook(tmp_path / "biểu đồ.xlsx").worksheets[0]
    assert len(getattr(sheet, "_charts")) == 2  # noqa: B009 - openpyxl offers no other way to ask
    rows = [tuple(cell for cell in row if cell is not None) for row in sheet.iter_rows(values_only=True)]
    assert ("Bản Hua Nạng", 12, 10, 4) in rows
    assert ("19/11", 6, 2, 3.4) in rows
