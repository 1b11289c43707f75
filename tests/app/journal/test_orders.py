"""Histories of two to six sites in six orders each on the merge itself; many more in tests/long/merge_histories.py."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.journal.orders import Ground, play
from tests.app.journal.profiles import FEW


@pytest.fixture(scope="module")
def ground() -> Iterator[Ground]:
    made = Ground()
    yield made
    made.close()


@FEW
@given(st.integers(0, 2**32))
def test_i1_to_i8_i10_i12_i14_in_whatever_order_a_history_arrives(ground: Ground, seed: int) -> None:
    play(ground, seed)
