"""Fill and hatch of each series of a chart (design-brief section 8), the same on paper, on screen and in workbooks."""

from __future__ import annotations

from app.documents.chart import Chart, ChartKind

#: Colour and hatch; a hatch is the slant of its lines in degrees, None is plain. Told apart in grey by the hatch.
LOOKS: tuple[tuple[str, int | None], ...] = (
    ("#0072B2", None), ("#E69F00", 45), ("#009E73", 135), ("#CC79A7", 0), ("#56B4E9", 90), ("#D55E00", 60),
)  # fmt: skip


def looks_of(chart: Chart) -> list[int | None]:
    """The place of each series' look in `LOOKS`; -1 for the frame of what is wanted, None for a line.

    Of nested bars the last (what is finished) is plain, what is only begun is hatched.
    """
    nested = chart.kind is ChartKind.NESTED
    bars = [place for place, one in enumerate(chart.series) if not one.line and not (nested and place == 0)]
    order = list(reversed(bars)) if nested else bars
    return [
        None if one.line else order.index(place) % len(LOOKS) if place in order else -1
        for place, one in enumerate(chart.series)
    ]
