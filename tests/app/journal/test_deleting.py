"""Deleting and restoring: against edits, against rows nobody had seen, answered by the owner."""

from __future__ import annotations

from app.journal.answers import accept, resolve
from app.journal.rebuilding import fingerprint, rebuild
from models.area import Area
from models.base import key_id
from models.household import Household, Member
from models.support import SupportCase
from tests.app.journal.conftest import Laptops
from tests.app.journal.test_merging import household
from tests.app.journal.world import A, Laptop, exchange


def test_a_deletion_that_met_an_edit_keeps_every_field_and_the_row_lives_flagged(laptops: Laptops) -> None:
    a1, a2 = laptops("a1", "a2")
    row = household(a1, phone="1")
    exchange(a1, a2)
    a1.delete(row)
    assert a1.fate("household", row) == "out"
    a2.edit(Household, row, phone="5")
    exchange(a1, a2)
    for one in (a1, a2):
        assert one.fate("household", row) == "flagged"
        assert one.value("household", row, "phone") == "5"
        assert one.value("household", row, "head_name") == "Lò Văn An"
    a1.delete(row)  # confirmed by one who has seen the edit
    exchange(a1, a2)
    assert a2.fate("household", row) == "out"
    a2.restore(row)
    exchange(a1, a2)
    assert a1.fate("household", row) == "alive"
    assert a1.value("household", row, "phone") == "5"


def test_a_deletion_that_met_an_unseen_row_below_waits_for_that_row(laptops: Laptops) -> None:
    a1, a2 = laptops("a1", "a2")
    row = household(a1)
    exchange(a1, a2)
    a1.delete(row)
    member = a2.add(Member(household_id=row, name="Lò Thị Bé")).row
    exchange(a1, a2)
    assert a1.fate("household", row) == a2.fate("household", row) == "flagged"
    assert a1.fate("member", member) == "alive"
    a1.delete(member)
    exchange(a1, a2)
    assert a1.fate("household", row) == a2.fate("household", row) == "out"


def test_all_below_a_deleted_row_is_out_and_comes_back_with_it(laptops: Laptops) -> None:
    (a1,) = laptops("a1")
    row = household(a1)
    member = a1.add(Member(household_id=row, name="Lò Thị Bé")).row
    gone_before = a1.add(Member(household_id=row, name="Lò Văn Tí")).row
    a1.delete(gone_before)
    a1.delete(row)
    assert a1.fate("member", member) == "out"
    a1.restore(row)
    assert a1.fate("member", member) == "alive"
    assert a1.fate("member", gone_before) == "out", "restore carries nothing else"


def test_a_row_deleted_by_another_office_is_only_proposed_for_deletion(laptops: Laptops) -> None:
    a1, d1 = laptops("a1", "d1")
    row = household(a1)
    member = a1.add(Member(household_id=row, name="Lò Thị Bé")).row
    exchange(a1, d1)
    d1.edit(Household, row, deleted=True)
    exchange(a1, d1)
    assert d1.fate("household", row) == a1.fate("household", row) == "alive"
    ((name, value),) = a1.shown(row, "deleted").proposals
    assert value is True
    a1.answer(accept, row, "deleted", name)
    exchange(a1, d1)
    for one in (a1, d1):
        assert one.fate("household", row) == one.fate("member", member) == "out"


def test_deleting_against_restoring_is_a_conflict_that_its_owner_settles_either_way(laptops: Laptops) -> None:
    a1, a2 = laptops("a1", "a2")
    for settled in (True, None):
        row = household(a1)
        a1.delete(row)
        exchange(a1, a2)
        a1.restore(row)
        a2.delete(row)
        exchange(a1, a2)
        assert a1.shown(row, "deleted").conflict
        a1.answer(resolve, row, "deleted", settled)
        exchange(a1, a2)
        assert a2.fate("household", row) == a1.fate("household", row) == ("out" if settled else "alive")


def test_a_row_that_another_began_alike_unseen_is_not_deleted_with_ours(laptops: Laptops) -> None:
    a1, a2 = laptops("a1", "a2")
    exchange(a1, a2)
    village = key_id(f"area:{A}:ban-moi")
    for one in (a1, a2):
        one.add(Area(id=village, kind="village", code=A, name="Bản Mới"))
    a1.delete(village)
    assert a1.fate("area", village) == "out"
    exchange(a1, a2)
    assert a1.fate("area", village) == a2.fate("area", village) == "flagged"


def test_setting_a_living_row_undeleted_writes_nothing(laptops: Laptops) -> None:
    (a1,) = laptops("a1")
    row = household(a1)
    before = a1.ids()
    a1.edit(Household, row, deleted=False)
    assert a1.ids() == before
    assert a1.value("household", row, "deleted") is None


def test_a_bundled_row_that_its_office_deletes_is_out(laptops: Laptops) -> None:
    from sqlalchemy import select

    from models.programme import Programme

    (d1,) = laptops("d1")
    with d1.workspace.read() as session:
        row = session.scalars(select(Programme.id).order_by(Programme.position)).first()
    assert row is not None
    d1.edit(Programme, row, deleted=True)
    assert d1.fate("programme", row) == "out"


def test_a_bundled_row_taken_off_while_another_works_below_it_lives_flagged(laptops: Laptops) -> None:
    from sqlalchemy import select

    from models.programme import Programme, SupportNorm

    d1, p1 = laptops("d1", "p1")
    exchange(d1, p1)
    with d1.workspace.read() as session:
        row = session.scalars(select(Programme.id).order_by(Programme.position)).first()
    assert row is not None
    d1.edit(Programme, row, deleted=True)
    p1.add(SupportNorm(programme_id=row, amount=60_000_000))
    exchange(d1, p1)
    for one in (d1, p1):
        assert one.fate("programme", row) == "flagged"
        rebuilt_alike(one)


def test_a_child_of_a_row_that_waits_is_folded_when_its_parent_comes(laptops: Laptops) -> None:
    a1, a2, d1 = laptops("a1", "a2", "d1")
    exchange(a1, a2, d1)
    row = household(a1)
    exchange(a1, a2)
    member = a2.add(Member(household_id=row, name="Lò Thị Bé")).row
    a2.edit(Household, row, phone="6")
    case = a2.add(SupportCase(household_id=row)).row
    package = a2.package(d1.office)
    d1.receive(package.only(lambda one: one.device == a2.device))
    assert d1.fate("member", member) == d1.fate("household", row) == "absent"
    assert waiting_rows(d1) == [row]
    rebuilt_alike(d1)
    d1.receive(package)
    assert d1.fate("member", member) == d1.fate("support_case", case) == "alive"
    assert d1.value("household", row, "phone") == "6"
    assert waiting_rows(d1) == []


def test_a_reference_is_empty_until_its_target_comes(laptops: Laptops) -> None:
    a1, a2, d1 = laptops("a1", "a2", "d1")
    exchange(a1, a2, d1)
    village = a1.add(Area(kind="village", code=A, name="Bản Mới")).row
    exchange(a1, a2)
    row = household(a2, village_id=village)
    other = household(a2, village_id=village)
    package = a2.package(d1.office)
    d1.receive(package.only(lambda one: one.device == a2.device))
    assert d1.value("household", row, "village_id") is None
    assert d1.shown(row, "village_id").value == village
    rebuilt_alike(d1)
    a2.edit(Household, other, village_id=None)
    d1.receive(a2.package(d1.office).only(lambda one: one.device == a2.device))
    rebuilt_alike(d1)
    d1.receive(package)
    assert d1.value("household", row, "village_id") == village
    assert d1.value("household", other, "village_id") is None
    rebuilt_alike(d1)


def test_references_to_programmes_and_sources_above_are_filled_when_these_come(laptops: Laptops) -> None:
    from models.funding import FundSource, Payment
    from models.programme import Programme

    a1, d1, p1 = laptops("a1", "d1", "p1")
    programme = d1.add(Programme(name="Chương trình vùng")).row
    source = d1.add(FundSource(name="Quỹ vùng", kind="donor")).row
    exchange(a1, d1)
    row = household(a1)
    case = a1.add(SupportCase(household_id=row, programme_id=programme)).row
    payment = a1.add(Payment(case_id=case, source_id=source, amount=30_000_000)).row
    p1.receive(a1.package(p1.office).only(lambda one: one.device == a1.device))
    assert p1.value("support_case", case, "programme_id") is None
    assert p1.value("payment", payment, "source_id") is None
    p1.receive(d1.package(p1.office))
    assert p1.value("support_case", case, "programme_id") == programme
    assert p1.value("payment", payment, "source_id") == source
    rebuilt_alike(p1)


def rebuilt_alike(laptop: Laptop) -> None:
    """A rebuild finds what stands there."""
    with laptop.connection() as connection:
        before = fingerprint(connection)
        rebuild(connection)
        assert fingerprint(connection) == before


def waiting_rows(laptop: Laptop) -> list[str]:
    """The rows others speak of whose beginning has not come."""
    from app.journal.arrival import find_absent_rows

    with laptop.connection() as connection:
        return find_absent_rows(connection)
