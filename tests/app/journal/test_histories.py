"""What must hold of any history of five laptops and a copied folder in four offices (docs/exchange.md, I1 to I16)."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from tests.app.journal.history import WEIGHTED, History, Step, rebuilt
from tests.app.journal.open_world import OpenWorld
from tests.app.journal.profiles import LONG
from tests.app.journal.reference import check
from tests.app.journal.world import DAY

LAPTOPS = ("a1", "a2", "copy", "d1", "p1", "b1")
HOUR = DAY // 24
_STEP = st.tuples(
    st.sampled_from(WEIGHTED), st.integers(0, 5), st.integers(0, 5), st.integers(0, 30), st.integers(0, 3)
)
_SKEWS = st.lists(st.sampled_from([0, 0, 5 * HOUR, -HOUR, 300 * DAY, -20 * DAY]), min_size=6, max_size=6)


@LONG
@given(st.lists(_STEP, max_size=40), _SKEWS)
def test_short_histories(open_world: OpenWorld, steps: list[Step], skews: list[int]) -> None:
    play(open_world, steps, skews)


@LONG
@given(st.integers(0, 2**32))
def test_long_histories(open_world: OpenWorld, seed: int) -> None:
    rnd = random.Random(seed)
    group = rnd.choice([range(6), [0, 1, 3], [0, 1, 2, 3], [0, 3, 4], [3, 4, 5]])
    steps = [
        (rnd.choice(WEIGHTED), rnd.choice(group), rnd.choice(group), rnd.randrange(12), rnd.randrange(4))
        for _ in range(120)
    ]
    play(open_world, steps, rnd.choices([0, 0, 5 * HOUR, -HOUR, 300 * DAY, -20 * DAY], k=6))


def play(open_world: OpenWorld, steps: list[Step], skews: list[int]) -> None:
    """Play a history, look at everybody in the middle, and let all meet at the end."""
    with open_world.begun(*LAPTOPS) as laptops:
        for one, skew in zip(laptops, skews, strict=True):
            one.skew = skew
        history = History(laptops)
        for start in range(0, len(steps), 60):
            history.run(steps[start : start + 60])
            for one in laptops:
                check(one)
                rebuilt(one)
        history.meet()
