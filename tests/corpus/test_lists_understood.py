"""How much of the corpus of lists the importer understands with no help; more of it: tests/long/list_corpus.py.

Promised: at least 98 % of columns recognised, at most 0.2 % wrong; the 134 letters of both old encodings exact.
"""

from __future__ import annotations

from pathlib import Path

from tests.corpus.layouts import LAYOUTS, measure_layout
from tests.corpus.legacy import HANDS, letters_read, measure_hand
from tests.corpus.measuring import Verdicts
from tests.corpus.tables import measure_tables


def assert_promise(verdicts: Verdicts) -> None:
    """The figures of the promise; no family may be lost or made up."""
    told = "\n".join((verdicts.told, *verdicts.faults[:20]))
    assert verdicts.recognised >= 0.98 * verdicts.columns, told
    assert verdicts.wrong <= 0.002 * verdicts.columns, told
    assert verdicts.lost_rows + verdicts.extra_rows <= 0.002 * verdicts.rows, told


def test_layouts_of_communes_are_understood(tmp_path: Path) -> None:
    verdicts = Verdicts()
    for layout in LAYOUTS:
        verdicts.add(measure_layout(tmp_path, layout))
    assert verdicts.columns > 600
    assert_promise(verdicts)


def test_headings_as_officers_type_them_are_recognised(tmp_path: Path) -> None:
    assert_promise(measure_tables(tmp_path, seed=1, tables=30))


def test_every_letter_of_both_old_encodings_is_exact(tmp_path: Path) -> None:
    assert letters_read(tmp_path) == {"TCVN3": {}, "VNI": {}}


def test_lists_in_old_fonts_are_understood(tmp_path: Path) -> None:
    verdicts = Verdicts()
    for hand in HANDS:
        verdicts.add(measure_hand(tmp_path, hand))
    assert_promise(verdicts)
