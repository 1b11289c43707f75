"""Cells as officers type them; more of them, and whole lists: tests/long/list_corpus.py."""

from __future__ import annotations

from pathlib import Path

from tests.corpus.cells import measure_cells, measure_shapes


def test_cells_say_what_officers_mean(tmp_path: Path) -> None:
    assert [fault for one in measure_cells(tmp_path).values() for fault in one.faults] == []


def test_values_are_read_in_shapes_put_together_at_random(tmp_path: Path) -> None:
    assert [fault for one in measure_shapes(tmp_path, "small", 40).values() for fault in one.faults] == []
