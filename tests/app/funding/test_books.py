"""The books of two laptops and of two offices in every order of actions, told by Hypothesis.

A few histories, the same in every check; many and ever new ones with `run.py test tests/long/books.py`.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.app.funding.books import Books
from tests.app.funding.shared_books import two_laptops, two_offices

SETTINGS = settings(
    max_examples=2,
    stateful_step_count=14,
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def test_the_books_of_two_laptops_hold_in_every_order_of_actions(
    commune_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    Books.folders = two_laptops(commune_template, tmp_path_factory.mktemp("sổ"))
    run_state_machine_as_test(Books, settings=SETTINGS)


def test_the_books_of_two_offices_hold_in_every_order_of_actions(
    commune_template: Path, upper_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    Books.folders = two_offices(commune_template, upper_template, tmp_path_factory.mktemp("sổ"))
    run_state_machine_as_test(Books, settings=SETTINGS)
