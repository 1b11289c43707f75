"""A chart as a value: what is shown, not how. `charts` draws it for paper and screen, `chart_book` in workbooks.

Every chart says its numbers beside its bars and stands beside a table of them, so that a black-and-white print reads.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from app.documents.words import decimal_text, whole_text

Number = int | Decimal
_PLACES = Decimal("0.1")


class ChartKind(StrEnum):
    """How its values stand.

    `nested`: bars across, each series within the one before (finished within begun within wanted); `across`: bars
    across beside each other; `upright`: columns in the order of time, the last series a line where `lined`.
    """

    NESTED = "nested"
    ACROSS = "across"
    UPRIGHT = "upright"


@dataclass(frozen=True)
class Series:
    """One kind of values, as many as the chart has labels; `line`: drawn as a line through the columns."""

    name: str
    values: tuple[Number, ...]
    line: bool = False


@dataclass(frozen=True)
class Chart:
    """A chart with what its labels name ("Thôn", "Tuần") and the unit of its values; without labels it says `empty`."""

    title: str
    kind: ChartKind
    label: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""
    empty: str = ""

    @property
    def most(self) -> Number:
        """The greatest of its values, at least nothing."""
        return max((value for one in self.series for value in one.values), default=0)

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings of its table."""
        return (self.label, *(one.name for one in self.series))

    def rows(self) -> list[tuple[str, ...]]:
        """The lines of its table."""
        return [
            (label, *(number_text(one.values[place]) for one in self.series)) for place, label in enumerate(self.labels)
        ]


def numbers_of(chart: Chart) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Headings and lines of the table that stands beside a chart: times go across, places and sources down."""
    if chart.kind is not ChartKind.UPRIGHT:
        return chart.headings, chart.rows()
    return (chart.label, *chart.labels), [(one.name, *map(number_text, one.values)) for one in chart.series]


def number_text(value: Number) -> str:
    """A value as it is read: whole, or to one place."""
    if isinstance(value, int) or value == value.to_integral_value():
        return whole_text(int(value))
    return decimal_text(value.quantize(_PLACES))


def shortened(chart: Chart, most: int, rest: str) -> Chart:
    """The chart with at most so many labels: the first ones stay, the others become one, called `rest`."""
    if len(chart.labels) <= most:
        return chart
    kept = most - 1
    series = tuple(Series(one.name, (*one.values[:kept], _sum(one.values[kept:])), one.line) for one in chart.series)
    labels = (*chart.labels[:kept], rest)
    return Chart(chart.title, chart.kind, chart.label, labels, series, chart.unit, chart.empty)


def _sum(values: Sequence[Number]) -> Number:
    total: Number = 0
    for one in values:
        total += one
    return total
