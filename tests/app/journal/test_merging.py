"""What becomes of the values when laptops exchange: owners, proposals, conflicts, corrections, erasing."""

from __future__ import annotations

import pytest

from app.journal.answers import accept, reject, resolve
from app.problems import Refused
from models.household import Household
from models.programme import Programme
from tests.app.journal.conftest import Laptops
from tests.app.journal.world import DAY, Laptop, exchange


def household(laptop: Laptop, **fields: object) -> str:
    """A household of commune A."""
    given = {"stream": "03151", "head_name": "Lò Văn An"} | fields
    return laptop.add(Household(**given)).row


def test_a_save_names_only_the_head_shown(laptops: Laptops) -> None:
    a1, a2, d1 = laptops("a1", "a2", "d1")
    row = household(a1)
    exchange(a1, a2, d1)
    a1.edit(Household, row, phone="1")
    a2.edit(Household, row, phone="2")
    exchange(a1, a2)
    a1.edit(Household, row, phone="3")  # he saw 2, not 1
    assert a1.shown(row, "phone").value == "3"
    assert a1.shown(row, "phone").conflict
    a1.answer(resolve, row, "phone", "4")
    exchange(a1, a2, d1)
    for one in (a1, a2, d1):
        assert one.value("household", row, "phone") == "4"
        assert not one.shown(row, "phone").conflict


@pytest.mark.parametrize("skew", [-50 * DAY, 0, 50 * DAY])
def test_another_office_proposes_from_the_start_whatever_its_clock_says(laptops: Laptops, skew: int) -> None:
    a1, d1 = laptops("a1", "d1")
    row = household(a1)
    exchange(a1, d1)
    d1.skew = skew
    d1.edit(Household, row, head_name="Lò Văn Ân", phone="7")
    assert d1.value("household", row, "head_name") == "Lò Văn An", "the screen shows the fold, not what was typed"
    exchange(a1, d1)
    for one in (a1, d1):
        found = one.shown(row, "head_name")
        assert found.value == "Lò Văn An"
        assert not found.conflict
        assert [value for _, value in found.proposals] == ["Lò Văn Ân"]
    name, _ = a1.shown(row, "head_name").proposals[0]
    a1.answer(accept, row, "head_name", name)
    exchange(a1, d1)
    assert d1.value("household", row, "head_name") == "Lò Văn Ân"
    assert d1.proposed(row, "head_name") == []
    assert d1.proposed(row, "phone") == ["7"]


def test_another_office_cannot_supersede_an_owner(laptops: Laptops) -> None:
    a1, d1 = laptops("a1", "d1")
    row = household(a1)
    first = a1.operations(row)[0]
    exchange(a1, d1)
    d1.write(row, "resolve", {"head_name": "Khác"}, {first.id: ["head_name"]})
    exchange(a1, d1)
    assert a1.shown(row, "head_name").value == d1.shown(row, "head_name").value == "Lò Văn An"


def test_another_office_cannot_supersede_an_owner_who_comes_later(laptops: Laptops) -> None:
    a1, d1, p1 = laptops("a1", "d1", "p1")
    row = household(a1)
    edited = a1.edit(Household, row, head_name="Lò Văn Bình")
    target = next(one for one in a1.operations(row) if one.change == edited.change)
    exchange(a1, d1)
    d1.write(row, "resolve", {"head_name": "Khác"}, {target.id: ["head_name"]})
    package = d1.package(p1.office)
    p1.receive(package.only(lambda one: one.device == d1.device))
    p1.receive(package)
    assert p1.value("household", row, "head_name") == "Lò Văn Bình"


@pytest.mark.parametrize("kind", ["restore", "erase"])
def test_only_its_author_brings_a_row_back_in_whatever_order_it_is_told(laptops: Laptops, kind: str) -> None:
    from models.support import Decision, SupportCase

    a1, d1, d2, p1 = laptops("a1", "d1", "d2", "p1")
    row = household(a1)
    case = a1.add(SupportCase(household_id=row)).row
    exchange(a1, d1, d2, p1)
    decision = d1.add(Decision(case_id=case, amount=60_000_000)).row
    exchange(a1, d1, d2)
    d2.delete(decision)
    gone = next(one for one in d2.operations(decision) if one.kind == "delete")
    exchange(d2, a1)
    a1.write(decision, kind, {"deleted": None} if kind == "restore" else {}, {gone.id: ["deleted"]})
    package = a1.package(p1.office)
    p1.receive(package.only(lambda one: one.device == d2.device))
    p1.receive(package.only(lambda one: one.device == a1.device))
    p1.receive(package)
    exchange(a1, p1)
    assert a1.fate("decision", decision) == p1.fate("decision", decision) == "out"


def test_a_second_thought_replaces_the_own_proposal_and_undo_withdraws_it(laptops: Laptops) -> None:
    from app.undo import undo_newest

    a1, d1 = laptops("a1", "d1")
    row = household(a1)
    exchange(a1, d1)
    d1.edit(Household, row, head_name="Một")
    d1.edit(Household, row, head_name="Hai")
    exchange(a1, d1)
    assert a1.proposed(row, "head_name") == ["Hai"]
    undo_newest(d1.workspace)
    exchange(a1, d1)
    assert a1.proposed(row, "head_name") == [], "withdrawn, not a proposal of the old value"


def test_a_lone_proposal_is_not_the_value(laptops: Laptops) -> None:
    a1, d1 = laptops("a1", "d1")
    exchange(a1, d1)
    for author in (a1, d1):
        row = household(author)
        author.correct(author.cell(row, "phone"), "0912")  # even by its own office, even where the owner said nothing
        author.correct(author.cell(row, "head_name"), "Khác")
        exchange(a1, d1)
        for one in (a1, d1):
            assert one.value("household", row, "phone") is None
            assert one.proposed(row, "phone") == ["0912"]
            assert one.value("household", row, "head_name") == "Lò Văn An"
            assert not one.shown(row, "head_name").conflict


def test_the_same_correction_by_two_roads_is_one_proposal_and_stays_answered(laptops: Laptops) -> None:
    a1, d1, p1 = laptops("a1", "d1", "p1")
    row = household(a1)
    exchange(a1, d1, p1)
    cell = a1.cell(row, "head_name")
    name = d1.correct(cell, "Lò Văn Ân")
    assert p1.correct(cell, "Lò Văn Ân") == name
    a1.receive(d1.package(a1.office))
    assert name is not None
    a1.answer(reject, row, "head_name", name)
    exchange(a1, d1, p1)
    for one in (a1, d1, p1):
        assert len([each for each in one.operations(row) if each.proposal == name]) == 2
        assert one.proposed(row, "head_name") == [], "the second comes after the answer"
        assert one.correct(cell, "Lò Văn Ân") is None, "and is not proposed again"
        assert one.correct(cell, "Lò Văn Ấn") is not None, "another value is"


def test_equal_values_merge_silently_and_are_superseded_together(laptops: Laptops) -> None:
    a1, a2 = laptops("a1", "a2")
    row = household(a1)
    exchange(a1, a2)
    a1.edit(Household, row, phone="5")
    a2.edit(Household, row, phone="5")
    exchange(a1, a2)
    assert not a1.shown(row, "phone").conflict
    a1.edit(Household, row, phone="6")
    exchange(a1, a2)
    assert a2.shown(row, "phone").value == "6"
    assert not a2.shown(row, "phone").conflict


def test_a_resolve_leaves_proposals_open_and_a_resolved_conflict_stays_closed(laptops: Laptops) -> None:
    a1, a2, d1 = laptops("a1", "a2", "d1")
    row = household(a1)
    exchange(a1, a2, d1)
    a1.edit(Household, row, phone="1")
    a2.edit(Household, row, phone="2")
    d1.edit(Household, row, phone="3")
    old = a2.package(a1.office)
    exchange(a1, a2, d1)
    a1.answer(resolve, row, "phone", "1")
    exchange(a1, a2, d1)
    a1.receive(old)
    assert not a1.shown(row, "phone").conflict
    assert a1.shown(row, "phone").value == "1"
    assert a1.proposed(row, "phone") == ["3"]


def test_offices_above_may_differ_where_the_owner_has_said_nothing_until_he_settles_it(laptops: Laptops) -> None:
    a1, d1, p1 = laptops("a1", "d1", "p1")
    exchange(a1, d1, p1)
    row = household(d1, phone="0")
    exchange(a1, d1, p1)
    d1.edit(Household, row, phone="1")
    p1.edit(Household, row, phone="2")
    exchange(a1, d1, p1)
    assert a1.shown(row, "phone").conflict
    a1.answer(resolve, row, "phone", "3")
    exchange(a1, d1, p1)
    for one in (a1, d1, p1):
        assert one.value("household", row, "phone") == "3"
        assert not one.shown(row, "phone").conflict
        assert one.proposed(row, "phone") == [], "what was settled is no proposal"


def test_a_conflict_is_answered_by_its_owner_only(laptops: Laptops) -> None:
    a1, a2, d1 = laptops("a1", "a2", "d1")
    row = household(a1)
    exchange(a1, a2, d1)
    a1.edit(Household, row, phone="1")
    a2.edit(Household, row, phone="2")
    exchange(a1, a2, d1)
    with pytest.raises(Refused, match="not_ours_to_decide"):
        d1.answer(resolve, row, "phone", "1")
    with pytest.raises(Refused, match="no_conflict"):
        a1.answer(resolve, row, "head_name", "1")
    with pytest.raises(Refused, match="proposal_gone"):
        a1.answer(accept, row, "phone", "0" * 36)


def test_a_save_is_what_its_author_sees_even_after_wild_clocks(laptops: Laptops) -> None:
    a1, a2 = laptops("a1", "a2")
    row = household(a1)
    exchange(a1, a2)
    a2.skew = 500 * DAY
    a2.edit(Household, row, phone="2")
    exchange(a1, a2)
    a1.edit(Household, row, phone="3")
    assert a1.value("household", row, "phone") == "3"
    exchange(a1, a2)
    assert a2.value("household", row, "phone") == "3"


def test_what_one_saves_is_shown_though_others_of_next_year_still_differ(laptops: Laptops) -> None:
    from tests.app.journal.test_newer import Stranger

    (a1,) = laptops("a1")
    row = household(a1)
    for days in (400, 500):
        stranger = Stranger(a1.office, a1.office)
        stranger.write("household", row, "edit", {"phone": str(days)}, at=(Laptop.now + days * DAY, 0))
        a1.receive(stranger.package(a1.office))
    assert a1.value("household", row, "phone") == "500"
    a1.edit(Household, row, phone="1")  # he saw 500 and named it; 400 is still a head
    assert a1.value("household", row, "phone") == "1"
    assert a1.shown(row, "phone").conflict


def test_a_row_that_two_laptops_begin_alike_is_one_row(laptops: Laptops) -> None:
    from models.base import new_id

    a1, a2 = laptops("a1", "a2")
    exchange(a1, a2)
    row = new_id()
    a1.add(Household(id=row, head_name="Lò Văn An", phone="1"))
    a2.add(Household(id=row, head_name="Lò Văn An", note="gần trường"))
    exchange(a1, a2)
    for one in (a1, a2):
        assert not one.shown(row, "head_name").conflict
        assert one.value("household", row, "phone") == "1"
        assert one.value("household", row, "note") == "gần trường", "an empty beginning counts only alone"
        assert one.value("household", row, "version") == 2


def test_erasing_drops_value_and_salt_everywhere_and_keeps_the_chain(laptops: Laptops) -> None:
    a1, a2, d1, p1 = laptops("a1", "a2", "d1", "p1")
    exchange(a1, a2, d1, p1)
    row = household(a1, phone="0912")
    old = a1.package(d1.office)
    a1.edit(Household, row, head_name="Lò Văn Ân")
    exchange(a1, a2)
    a1.erase(row, "head_name")
    d1.receive(a1.package(d1.office))
    d1.receive(old)  # the value comes late, by an old package
    exchange(a1, a2, d1, p1)
    for one in (a1, a2, d1, p1):
        assert not any("head_name" in each.values for each in one.operations(row))
        assert one.value("household", row, "head_name") is None
        assert one.value("household", row, "phone") == "0912"
        assert one.gaps() == []
        assert chains_are_whole(one)


def test_erasing_before_the_value_comes(laptops: Laptops) -> None:
    a1, a2, d1 = laptops("a1", "a2", "d1")
    exchange(a1, a2, d1)
    row = household(a1, phone="0912")
    whole = a1.package(d1.office)
    exchange(a1, a2)
    a2.erase(row, "head_name")
    d1.receive(a2.package(d1.office).only(lambda one: one.device == a2.device))
    d1.receive(whole)
    assert not any("head_name" in each.values for each in d1.operations(row))
    assert d1.value("household", row, "head_name") is None
    assert d1.value("household", row, "phone") == "0912"


def test_an_erased_value_is_not_kept_among_what_waits(laptops: Laptops) -> None:
    a1, a2, d1 = laptops("a1", "a2", "d1")
    exchange(a1, a2, d1)
    row = household(a1)
    a1.edit(Household, row, head_name="Lò Văn Ân")
    second = a1.package(d1.office).only(lambda one: one.kind == "edit")
    exchange(a1, a2)
    d1.receive(second)
    a2.erase(row, "head_name")
    d1.receive(a2.package(d1.office).only(lambda one: one.device == a2.device))
    assert "Lò Văn Ân" not in waiting_text(d1)


def test_who_may_not_erase_empties_nothing_not_even_what_waits(laptops: Laptops) -> None:
    a1, d1, p1 = laptops("a1", "d1", "p1")
    exchange(a1, d1, p1)
    row = household(a1)
    exchange(a1, d1, p1)
    a1.edit(Household, row, phone="1")
    a1.edit(Household, row, head_name="Lò Văn Ân")
    package = a1.package(p1.office)
    exchange(a1, d1)
    d1.erase(row, "head_name")
    p1.receive(package.only(lambda one: "head_name" in one.digests))  # it waits for the one before it
    p1.receive(d1.package(p1.office).only(lambda one: one.device == d1.device))
    assert "Lò Văn Ân" in waiting_text(p1)
    p1.receive(package)
    assert p1.value("household", row, "head_name") == "Lò Văn Ân"


def test_a_beginning_that_comes_already_emptied_is_taken_with_the_erase(laptops: Laptops) -> None:
    d1, p1 = laptops("d1", "p1")
    exchange(d1, p1)
    row = household(d1, phone="0912")
    exchange(d1, p1)
    p1.erase(row, "phone")
    exchange(d1, p1)
    (d2,) = laptops("d2")
    d2.receive(d1.package(d2.office))
    assert d2.gaps() == []
    assert d2.value("household", row, "phone") is None
    assert d2.value("household", row, "head_name") == "Lò Văn An"


def test_an_alias_goes_both_ways_and_back(laptops: Laptops) -> None:
    a1, a2 = laptops("a1", "a2")
    one, other = household(a1), household(a1)
    exchange(a1, a2)
    a1.edit(Household, one, alias_of=other)
    a2.edit(Household, other, alias_of=one)  # both ways at once: no circle hurts
    exchange(a1, a2)
    assert a1.value("household", one, "alias_of") == other
    assert a1.value("household", other, "alias_of") == one
    a1.edit(Household, one, alias_of=None)
    a1.edit(Household, other, alias_of=None)
    exchange(a1, a2)
    assert a2.value("household", one, "alias_of") is a2.value("household", other, "alias_of") is None


def test_nobody_below_writes_in_a_down_stream(laptops: Laptops) -> None:
    a1, d1 = laptops("a1", "d1")
    row = d1.add(Programme(name="Chương trình vùng")).row
    exchange(a1, d1)
    assert a1.value("programme", row, "name") == "Chương trình vùng"
    with pytest.raises(Refused, match="row_of_other_office"):
        a1.edit(Programme, row, name="Khác")
    with pytest.raises(Refused, match="row_of_other_office"):
        a1.correct(a1.cell(row, "name"), "Khác")
    assert a1.value("programme", row, "name") == "Chương trình vùng"


def chains_are_whole(laptop: Laptop) -> bool:
    """Every operation follows the one before it."""
    from app.journal.rebuilding import chains_ok

    with laptop.connection() as connection:
        return chains_ok(connection)


def waiting_text(laptop: Laptop) -> str:
    """All that waits, as text."""
    from sqlalchemy import text

    with laptop.connection() as connection:
        return " ".join(connection.execute(text("SELECT body FROM waiting_operation")).scalars())
