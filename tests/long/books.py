"""Many histories of the ledger: `run.py test tests/long/books.py -n0`; EXAMPLES says how many of each kind.

A failing history is made shorter, unless NO_SHRINK is set.
"""

from __future__ import annotations

import os
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.app.funding.books import Books
from tests.app.funding.shared_books import two_laptops, two_offices

SETTINGS = settings(
    max_examples=int(os.environ.get("EXAMPLES", "50")),
    stateful_step_count=60,
    deadline=None,
    database=None,
    phases=[Phase.explicit, Phase.generate] if "NO_SHRINK" in os.environ else list(Phase),
    suppress_health_check=list(HealthCheck),
)


def test_many_histories_of_two_laptops(commune_template: Path, tmp_path: Path) -> None:
    Books.folders = two_laptops(commune_template, tmp_path)
    run_state_machine_as_test(Books, settings=SETTINGS)


def test_many_histories_of_two_offices(commune_template: Path, upper_template: Path, tmp_path: Path) -> None:
    Books.folders = two_offices(commune_template, upper_template, tmp_path)
    run_state_machine_as_test(Books, settings=SETTINGS)
