"""The whole corpus of lists through the importer: `run.py test tests/long/list_corpus.py -n0 -s`; prints its figures.

Promised (issue of the lists): at least 98 % of columns recognised with no help, at most 0.2 % wrong.
"""

from __future__ import annotations

from pathlib import Path

from tests.corpus.layouts import LAYOUTS, measure_layout
from tests.corpus.measuring import Verdicts
from tests.corpus.tables import measure_tables

SEED = 20261121
TABLES = 600


def test_headings_among_others_are_recognised(tmp_path: Path) -> None:
    verdicts = measure_tables(tmp_path, SEED, TABLES)
    print(f"\nheadings: {verdicts.told}", *verdicts.faults[:40], sep="\n")
    assert_promise(verdicts)


def test_layouts_are_understood(tmp_path: Path) -> None:
    verdicts = Verdicts()
    for layout in LAYOUTS:
        verdicts.add(measure_layout(tmp_path, layout))
    print(f"\nlayouts: {verdicts.told}", *verdicts.faults[:40], sep="\n")
    assert_promise(verdicts)


def assert_promise(verdicts: Verdicts) -> None:
    """The figures of the issue; no family may be lost or made up."""
    assert verdicts.recognised >= 0.98 * verdicts.columns, verdicts.told
    assert verdicts.wrong <= 0.002 * verdicts.columns, verdicts.told
    assert verdicts.lost_rows + verdicts.extra_rows <= 0.002 * verdicts.rows, verdicts.told
