"""What a package brought goes out again, and everything stands as before it came."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from app.journal.arrival import take_operations
from app.journal.rebuilding import fingerprint, rebuild
from app.journal.removal import take_out
from app.journal.store import OPERATIONS
from models.area import Area
from models.household import Household, Member
from tests.app.journal.conftest import Laptops
from tests.app.journal.history import WAITING, WEIGHTED, History, State, Step, state
from tests.app.journal.open_world import OpenLaptop, OpenWorld
from tests.app.journal.profiles import LONG
from tests.app.journal.test_histories import LAPTOPS
from tests.app.journal.world import Laptop, Package, exchange

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


def brought_and_taken_out(package: Package, to: Laptop) -> tuple[State, State]:
    """A package comes and goes for good; how the laptop stood before and stands after, as a rebuild has it too."""
    before = whole_state(to)
    with to.connection() as connection:
        arrival = take_operations(connection, package.operations())
        brought = {one.id for one in arrival.brought}
    assert whole_state(to) != before
    with to.connection() as connection:
        take_out(connection, brought, {one.id for one in arrival.applied} - brought)
        after = fingerprint(connection)
        rebuild(connection)
        assert fingerprint(connection) == after
    return before, whole_state(to)


def whole_state(one: Laptop) -> State:
    """What an office holds, read in a transaction of its own."""
    with one.connection() as connection:
        bodies = connection.execute(select(OPERATIONS.c.body).order_by(OPERATIONS.c.id)).scalars().all()
        waiting = connection.execute(select(WAITING.c.body).order_by(WAITING.c.id)).scalars().all()
        return fingerprint(connection), list(bodies), list(waiting)


def test_what_superseded_something_before_it_came_supersedes_it_no_more(laptops: Laptops) -> None:
    first, second, upper = laptops("a1", "a2", "d1")
    row = first.add(Household(head_name="Một", phone="1")).row
    exchange(first, second)
    second.edit(Household, row, phone="2")
    own = second.package(upper.office).only(lambda one: one.device == second.device)
    before, after = brought_and_taken_out(own, upper)
    assert after == before


def test_a_row_that_lived_because_of_what_came_is_out_again(laptops: Laptops) -> None:
    first, second, upper = laptops("a1", "a2", "d1")
    row = first.add(Household(head_name="Một")).row
    exchange(first, second, upper)
    second.add(Member(household_id=row, name="Bé"))
    first.delete(row)
    upper.receive(first.package(upper.office))
    assert upper.fate("household", row) == "out"
    before, after = brought_and_taken_out(second.package(upper.office), upper)
    assert after == before
    assert upper.fate("household", row) == "out"


def test_a_reference_to_a_row_that_went_is_empty_again(laptops: Laptops) -> None:
    first, second, upper = laptops("a1", "a2", "d1")
    village = first.add(Area(kind="village", code="03151", name="Bản Đán")).row
    exchange(first, second)
    row = second.add(Household(head_name="Một", village_id=village)).row
    upper.receive(second.package(upper.office).only(lambda one: one.device == second.device))
    assert upper.value("household", row, "village_id") is None
    before, after = brought_and_taken_out(first.package(upper.office), upper)
    assert after == before
    assert upper.value("household", row, "village_id") is None
