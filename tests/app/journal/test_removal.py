"""What a package brought goes out again, and everything stands as before it came."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.journal.arrival import take_operations
from app.journal.removal import take_out
from tests.app.journal.history import WEIGHTED, History, Step, state
from tests.app.journal.open_world import OpenLaptop, OpenWorld
from tests.app.journal.profiles import LONG
from tests.app.journal.test_histories import LAPTOPS
from tests.app.journal.world import Package

_STEP = st.tuples(
    st.sampled_from(WEIGHTED), st.integers(0, 5), st.integers(0, 5), st.integers(0, 30), st.integers(0, 3)
)


class TakenBack(History):
    """Every package that arrives is first taken in and out again on trial."""

    def deliver(self, package: Package, to: OpenLaptop) -> None:
        if not any(one.kind == "erase" for one in package.operations()):
            in_and_out(package, to)
        super().deliver(package, to)


def in_and_out(package: Package, to: OpenLaptop) -> None:
    """A package comes and goes."""
    before = state(to)
    with to.tried() as connection:
        arrival = take_operations(connection, package.operations())
        brought = {one.id for one in arrival.brought}
        take_out(connection, brought, {one.id for one in arrival.applied} - brought)
        assert state(to) == before, "as it stood, which other tests compare with a rebuild"


@LONG
@given(st.lists(_STEP, min_size=20, max_size=50))
def test_every_package_that_comes_can_go_again_without_a_trace(open_world: OpenWorld, steps: list[Step]) -> None:
    with open_world.begun(*LAPTOPS) as laptops:
        TakenBack(laptops).run(steps)
