"""Native charts of a workbook beside the table of their numbers, so that an office above may go on with them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from openpyxl.chart import BarChart, LineChart, Reference
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.colors import ColorChoice
from openpyxl.drawing.fill import PatternFillProperties
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from app.documents.cell_text import to_cell
from app.documents.chart import Chart, ChartKind
from app.documents.chart_looks import LOOKS, looks_of
from app.documents.workbook import Look, append_row

#: The slant of a hatch -> Excel's pattern.
_PATTERNS = {45: "wdUpDiag", 135: "wdDnDiag", 0: "dkHorz", 90: "dkVert", 60: "ltUpDiag"}
_WIDE, _ROW_HIGH = 22.0, 0.85
_ROWS_UNDER = 20


def add_charts(sheet: Worksheet, charts: Sequence[Chart]) -> None:
    """Each chart with its numbers, one below the other, from the first row that is free."""
    for chart in charts:
        if chart.labels:
            _add(sheet, chart)


def _add(sheet: Worksheet, chart: Chart) -> None:
    top = 1
    if sheet["A1"].value is not None:  # each chart on a page of its own
        top = sheet.max_row + 2
        sheet.row_breaks.append(Break(id=top - 1))
    title = sheet.cell(top, 1, to_cell(_titled(chart)))
    title.style = Look.TITLE.value
    sheet.append([])
    append_row(sheet, chart.headings, [Look.HEADING] * len(chart.headings))
    first = sheet.max_row
    for place, label in enumerate(chart.labels):
        values = [one.values[place] for one in chart.series]
        append_row(sheet, [label, *map(_number, values)], [Look.TEXT, *[Look.NUMBER] * len(values)])
        for cell in sheet[sheet.max_row]:
            if isinstance(cell.value, float):
                cell.number_format = "#,##0.0"
    last = sheet.max_row
    sheet.add_chart(_chart(sheet, chart, first, last), f"A{last + 2}")
    sheet.cell(last + 2 + _ROWS_UNDER, 1, "")


def _titled(chart: Chart) -> str:
    return f"{chart.title} ({chart.unit})" if chart.unit else chart.title


def _number(value: Any) -> int | float:
    return value if isinstance(value, int) else float(value)


def _chart(sheet: Worksheet, chart: Chart, first: int, last: int) -> BarChart:
    across = chart.kind is not ChartKind.UPRIGHT
    made: Any = BarChart()
    made.type = "bar" if across else "col"
    made.title = None
    made.width = _WIDE
    made.height = max(7.5, _ROW_HIGH * len(chart.labels) * len(chart.series)) if across else 8.5
    made.legend.position = "t"
    made.gapWidth = 60
    lines = [place for place, one in enumerate(chart.series, start=2) if one.line]
    bars = [place for place, one in enumerate(chart.series, start=2) if not one.line]
    names = Reference(sheet, min_col=1, min_row=first + 1, max_row=last)
    for place in bars:
        made.add_data(Reference(sheet, min_col=place, min_row=first, max_row=last), titles_from_data=True)
    made.set_categories(names)
    for series, look in zip(made.series, [one for one in looks_of(chart) if one is not None], strict=True):
        _dress(series, look)
    made.x_axis.delete = made.y_axis.delete = False
    if across:
        made.x_axis.scaling.orientation = "maxMin"
    made.y_axis.majorGridlines = None
    made.y_axis.number_format = "#,##0"
    if lines:
        made += _line(sheet, lines, first, last)
    return cast(BarChart, made)


def _dress(series: Any, look: int) -> None:
    """Fill, hatch and numbers of a series; -1 is the frame of what is wanted."""
    series.dLbls = DataLabelList()
    series.dLbls.showVal = True
    for name in ("showSerName", "showCatName", "showLegendKey", "showPercent"):
        setattr(series.dLbls, name, False)
    shape = GraphicalProperties()
    if look < 0:
        shape.solidFill = "FFFFFF"
        shape.line.solidFill = "1F2A33"
    else:
        colour, slant = LOOKS[look][0].removeprefix("#"), LOOKS[look][1]
        shape.line.solidFill = colour
        if slant is None:
            shape.solidFill = colour
        else:
            shape.pattFill = _hatched(_PATTERNS[slant], colour)
    series.graphicalProperties = shape


def _hatched(pattern: Any, colour: Any) -> PatternFillProperties:
    """A pattern over white; the stubs take colours for percentages."""
    white: Any = "FFFFFF"
    made = PatternFillProperties(pattern)
    made.fgClr, made.bgClr = ColorChoice(srgbClr=colour), ColorChoice(srgbClr=white)
    return made


def _line(sheet: Worksheet, places: Sequence[int], first: int, last: int) -> LineChart:
    made = LineChart()
    for place in places:
        made.add_data(Reference(sheet, min_col=place, min_row=first, max_row=last), titles_from_data=True)
    for one in made.series:
        one.graphicalProperties.line.solidFill = "1F2A33"
        one.graphicalProperties.line.dashStyle = "dash"
        one.marker.symbol = "none"
        one.smooth = False
    return made
