"""All layouts of the corpus: each writes one workbook the way some commune does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.corpus import layouts_grouped, layouts_merged, layouts_odd, layouts_plain
from tests.corpus.measuring import Verdicts, measure_file
from tests.corpus.pages import Book

LAYOUTS: tuple[Callable[[Book], None], ...] = (
    *layouts_plain.LAYOUTS,
    *layouts_merged.LAYOUTS,
    *layouts_grouped.LAYOUTS,
    *layouts_odd.LAYOUTS,
)


def measure_layout(folder: Path, layout: Callable[[Book], None]) -> Verdicts:
    """Write the layout, read it, judge it; faults name the layout."""
    book = Book()
    layout(book)
    name = layout.__name__
    verdicts = measure_file(book.save(folder / f"L-{name}.xlsx"), book.expected)
    verdicts.faults = [f"{name}: {fault}" for fault in verdicts.faults]
    return verdicts
