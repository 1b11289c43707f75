"""The whole corpus of lists through the importer: `run.py test tests/long/list_corpus.py -n0 -s`; prints its figures.

Promised (issue of the lists): at least 98 % of columns recognised with no help, at most 0.2 % wrong. Letters of the old
encodings and right text are asserted whole in the check (tests/corpus).
"""

from __future__ import annotations

from pathlib import Path

from tests.corpus.cells import measure_cells, measure_shapes
from tests.corpus.headings_unseen import JOINED, JOINED_STRANGERS, NATURAL, NATURAL_STRANGERS
from tests.corpus.layouts import LAYOUTS, measure_layout
from tests.corpus.legacy import (
    HANDS,
    measure_capitals,
    measure_hand,
    measure_mixed,
    measure_mixed_rows,
)
from tests.corpus.measuring import Verdicts
from tests.corpus.single import measure_headings
from tests.corpus.tables import measure_tables
from tests.corpus.test_lists_understood import assert_promise

SEED = 20261121
TABLES = 600


def test_headings_among_others_are_recognised(tmp_path: Path) -> None:
    verdicts = measure_tables(tmp_path, SEED, TABLES)
    print(f"\nheadings: {verdicts.told}", *verdicts.faults[:40], sep="\n")
    assert_promise(verdicts)


def test_headings_that_the_tables_were_made_without_are_understood_too(tmp_path: Path) -> None:
    """Less is asserted than of the corpus: nearly all are recognised, and what is not is rather missed than wrong."""
    natural, joined = measure_headings(tmp_path, NATURAL), measure_headings(tmp_path, JOINED, 25)
    strangers = measure_headings(tmp_path, NATURAL_STRANGERS)
    strangers.add(measure_headings(tmp_path, JOINED_STRANGERS, 25))
    for name, one in (("natural", natural), ("put together", joined), ("strangers", strangers)):
        print(f"\n{name}: {one.told}", *one.faults, sep="\n")
    assert natural.recognised >= 0.9 * natural.columns
    assert joined.recognised >= 0.95 * joined.columns
    assert natural.wrong + joined.wrong == 0
    assert strangers.wrong <= 0.02 * strangers.columns


def test_headings_typed_without_any_accent_are_recognised(tmp_path: Path) -> None:
    """A little less is asked: "DT" may then be people, telephone or floor."""
    verdicts = measure_tables(tmp_path, SEED, TABLES // 4, hard=True)
    print(f"\nno accents: {verdicts.told}", *verdicts.faults[:40], sep="\n")
    assert verdicts.recognised >= 0.97 * verdicts.columns, verdicts.told
    assert verdicts.wrong <= 0.005 * verdicts.columns, verdicts.told


def test_layouts_are_understood(tmp_path: Path) -> None:
    verdicts = Verdicts()
    for layout in LAYOUTS:
        verdicts.add(measure_layout(tmp_path, layout))
    print(f"\nlayouts: {verdicts.told}", *verdicts.faults[:40], sep="\n")
    assert_promise(verdicts)


def test_cells_say_what_officers_mean(tmp_path: Path) -> None:
    verdicts = measure_cells(tmp_path)
    for name, one in verdicts.items():
        print(f"\n{name}: {one.told}", *one.faults, sep="\n")
    assert [fault for one in verdicts.values() for fault in one.faults] == []


def test_values_are_read_in_shapes_put_together_at_random(tmp_path: Path) -> None:
    verdicts = measure_shapes(tmp_path, SEED, 2_000)
    for name, one in verdicts.items():
        print(f"\n{name}: {one.told}", *one.faults[:20], sep="\n")
    assert [fault for one in verdicts.values() for fault in one.faults] == []


def test_lists_in_old_fonts_are_read_whole(tmp_path: Path) -> None:
    verdicts = Verdicts()
    for hand in HANDS:
        for measure in (measure_hand, measure_capitals, measure_mixed, measure_mixed_rows):
            verdicts.add(measure(tmp_path, hand))
    print(f"\nold fonts: {verdicts.told}", *verdicts.faults[:40], sep="\n")
    assert_promise(verdicts)
