"""Households that people said are one: shown once with all that hangs on them, and parted again."""

from __future__ import annotations

from sqlalchemy import select

from app.journal.joined import JOINED
from app.journal.store import table_of
from models.household import Household, Member
from tests.app.journal.conftest import Laptops
from tests.app.journal.world import Laptop, exchange


def household(laptop: Laptop, name: str) -> str:
    """A household of commune A with one member."""
    row = laptop.add(Household(stream="03151", head_name=name)).row
    laptop.add(Member(household_id=row, name=f"Con của {name}"))
    return row


def people(laptop: Laptop) -> dict[str, list[str]]:
    """Household on the list -> the members shown with it."""
    homes, members = table_of("household"), table_of("member")
    with laptop.connection() as connection:
        listed = connection.scalars(select(homes.c.id).where(homes.c.row_out.is_(False))).all()
        rows = connection.execute(select(members).where(members.c.row_out.is_(False)).order_by(members.c.name))
        found: dict[str, list[str]] = {one: [] for one in listed}
        for row in rows:
            found[row.household_id].append(row.name)
    return found


def test_of_joined_households_the_smallest_is_shown_with_the_people_of_all(laptops: Laptops) -> None:
    a1, a2 = laptops("a1", "a2")
    one, two, three = (household(a1, name) for name in ("An", "Bình", "Chi"))
    exchange(a1, a2)
    a1.edit(Household, one, alias_of=two)
    a2.edit(Household, three, alias_of=two)  # on another laptop, at the same time
    exchange(a1, a2)
    for laptop in (a1, a2):
        assert people(laptop) == {one: ["Con của An", "Con của Bình", "Con của Chi"]}


def test_taking_the_word_back_parts_them_and_what_came_since_stays_where_it_was_written(laptops: Laptops) -> None:
    (a1,) = laptops("a1")
    one, two = household(a1, "An"), household(a1, "Bình")
    a1.edit(Household, two, alias_of=one)
    a1.add(Member(household_id=one, name="Cháu sinh sau"))
    a1.edit(Household, two, alias_of=None)
    assert people(a1) == {one: ["Cháu sinh sau", "Con của An"], two: ["Con của Bình"]}
    with a1.connection() as connection:
        assert connection.execute(select(JOINED)).all() == []


def test_one_taken_off_leaves_the_other_on_the_list(laptops: Laptops) -> None:
    (a1,) = laptops("a1")
    one, two = household(a1, "An"), household(a1, "Bình")
    a1.edit(Household, two, alias_of=one)
    a1.delete(one)
    assert people(a1) == {two: ["Con của Bình"]}
    a1.restore(one)
    assert people(a1) == {one: ["Con của An", "Con của Bình"]}


def test_one_that_is_not_shown_is_taken_off_with_its_own_people(laptops: Laptops) -> None:
    (a1,) = laptops("a1")
    one, two = household(a1, "An"), household(a1, "Bình")
    a1.edit(Household, two, alias_of=one)
    a1.delete(two)
    assert people(a1) == {one: ["Con của An"]}
    a1.restore(two)
    assert people(a1) == {one: ["Con của An", "Con của Bình"]}


def test_rows_written_in_bulk_below_a_joined_household_stand_with_the_one_shown(laptops: Laptops) -> None:
    (a1,) = laptops("a1")
    one, two = household(a1, "An"), household(a1, "Bình")
    a1.edit(Household, two, alias_of=one)
    with a1.change() as change:
        change.recorder.record_many([(Member, {"household_id": two, "name": "Dung"})])
    assert people(a1) == {one: ["Con của An", "Con của Bình", "Dung"]}


def test_households_of_two_communes_are_never_joined(laptops: Laptops) -> None:
    a1, b1, d1 = laptops("a1", "b1", "d1")
    one = household(a1, "An")
    two = b1.add(Household(head_name="Bình")).row
    exchange(a1, b1, d1)
    d1.edit(Household, one, alias_of=two)
    exchange(a1, b1, d1)
    assert {one, two} <= people(d1).keys()
    assert one in people(a1)
    assert two in people(b1)
