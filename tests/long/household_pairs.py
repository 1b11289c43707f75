"""2,000 pairs and as many non-pairs through the matcher: `run.py test tests/long/household_pairs.py -n0 -s`.

Promised (issue of the lists): precision at least 0.99, recall at least 0.97. Offices hold 800 households each, so that
strangers meet too; PAIRS and SEED say how many and which.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from app.workspace import open_workspace
from tests.corpus.matching import Matched, measure_matches
from tests.corpus.pairs import Case, make_cases
from tests.corpus.pairs_apart import make_cases_apart

PAIRS = int(os.environ.get("PAIRS", "2000"))
SEED = os.environ.get("SEED", "pairs")
AT_ONCE = 400


def test_pairs_are_proposed_and_others_are_not(commune_template: Path, tmp_path: Path) -> None:
    measure(list(make_cases(SEED, PAIRS)), commune_template, tmp_path)


def test_pairs_in_two_communes_are_proposed_above(upper_template: Path, tmp_path: Path) -> None:
    measure(list(make_cases_apart(SEED, PAIRS // 4)), upper_template, tmp_path)


def measure(cases: list[Case], template: Path, place: Path) -> None:
    """Put the cases through the matcher, some hundreds in one office, and hold the figures against the promise."""
    matched = Matched()
    for start in range(0, len(cases), AT_ONCE):
        folder = place / str(start)
        shutil.copytree(template, folder)
        workspace = open_workspace(folder)
        try:
            matched.add(measure_matches(workspace, cases[start : start + AT_ONCE]))
        finally:
            workspace.close()
    print(f"\n{len(cases)} pairs and non-pairs: {matched.told}")
    print(*matched.not_found[:20], *matched.too_many[:20], sep="\n")
    assert matched.precision >= 0.99, matched.told
    assert matched.recall >= 0.97, matched.told
