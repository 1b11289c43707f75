"""Newer programs, changed maps and strange writers: what is not understood is kept and forwarded, and harms nothing."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import delete, select

from app.journal.operation import Operation, from_wire, salted, sealed
from app.journal.store import EARLY, OPERATIONS, TIPS, table_of
from models.base import key_id, new_id
from models.household import Household, Member
from models.office import Office
from models.programme import Programme
from models.support import SupportCase
from tests.app.journal.conftest import Laptops
from tests.app.journal.reference import check
from tests.app.journal.test_deleting import rebuilt_alike
from tests.app.journal.test_merging import household
from tests.app.journal.world import A, B, D, Laptop, Package, exchange


class Stranger:
    """Another program of an office: it writes whatever it likes, in a chain of its own."""

    def __init__(self, office: str, stream: str) -> None:
        self.office, self.stream = office, stream
        self.device = new_id()
        self.bodies: list[str] = []
        self._last = ""

    def write(self, entity: str, row: str, kind: str, fields: dict[str, Any], **more: Any) -> Operation:
        """Write one operation."""
        values, digests = salted(fields)
        at = more.pop("at", (1_700_000_000_000 + len(self.bodies), 0))
        user, change = (new_id(), "Người lạ"), new_id()
        draft = Operation(
            "", self.device, self.stream, len(self.bodies) + 1, at, self.office, user, "officer", "NEW_ACTION", change,
            entity, row, more.pop("parent", None), kind, digests, values, more.pop("supersedes", {}), **more,
        )  # fmt: skip
        written = sealed(draft, self._last)
        self._last = written.id
        self.bodies.append(written.to_wire())
        return written

    def package(self, to: str) -> Package:
        """All it has written."""
        return Package(self.device, self.office, to, {}, tuple(self.bodies))


def test_unknown_entities_fields_and_kinds_are_kept_and_forwarded(laptops: Laptops) -> None:
    a1, a2, d1, p1 = laptops("a1", "a2", "d1", "p1")
    exchange(a1, a2, d1, p1)
    row = household(a1)
    exchange(a1, a2, d1, p1)
    newer = Stranger(A, A)
    tree = new_id()
    newer.write("tree", tree, "create", {"height": "3.5"}, parent=row)
    newer.write("household", row, "edit", {"colour": "xanh", "phone": "0912"}, schema=2)
    newer.write("household", row, "colouring", {"head_name": "Khác"})
    newer.write("tree", tree, "edit", {"height": "4"})
    d1.receive(newer.package(D))
    exchange(a1, a2, d1, p1)
    for one in (a1, a2, d1, p1):
        assert {each.to_wire() for each in one.operations()} >= set(newer.bodies), "byte for byte"
        assert one.value("household", row, "phone") == "0912", "what is known of it counts"
        assert one.value("household", row, "head_name") == "Lò Văn An", "an unknown kind says nothing here"
        assert one.shown(row, "colour").value == "xanh"
        assert one.shown(tree, "height").value == "3.5" or one.shown(tree, "height").conflict
        check(one)
        rebuilt_alike(one)


def test_an_unknown_kind_may_come_after_what_supersedes_it(laptops: Laptops) -> None:
    (d1,) = laptops("d1")
    (a1,) = laptops("a1")
    exchange(a1, d1)
    row = household(a1)
    newer, later = Stranger(A, A), Stranger(A, A)
    unknown = newer.write("household", row, "colouring", {"colour": "đỏ"})
    later.write("household", row, "edit", {"colour": "xanh"}, supersedes={unknown.id: ["colour"]})
    d1.receive(a1.package(D))
    d1.receive(later.package(D))
    d1.receive(newer.package(D))
    rebuilt_alike(d1)
    assert early_names(d1) == set()


def test_who_superseded_what_has_not_come_is_not_forgotten_when_the_row_begins(laptops: Laptops) -> None:
    a1, d1 = laptops("a1", "d1")
    exchange(a1, d1)
    row = household(a1)
    beginning = a1.package(D)
    a1.edit(Household, row, phone="0912", note="cũ")
    edited = a1.operations(row)[-1]
    one, other = Stranger(A, A), Stranger(A, A)
    one.write("household", row, "edit", {"note": "mới"}, supersedes={edited.id: ["note"]})
    other.write("household", row, "erase", {}, supersedes={edited.id: ["phone"]})
    for package in (one.package(D), other.package(D), beginning, a1.package(D)):
        d1.receive(package)
        rebuilt_alike(d1)
    assert d1.value("household", row, "note") == "mới"
    assert not d1.shown(row, "note").conflict
    assert d1.value("household", row, "phone") is None


def test_what_names_operations_of_another_row_closes_nothing(laptops: Laptops) -> None:
    a1, d1 = laptops("a1", "d1")
    exchange(a1, d1)
    row, other = household(a1), household(a1)
    first = a1.operations(row)[0]
    stranger = Stranger(A, A)
    stranger.write("household", other, "edit", {"head_name": "Khác"}, supersedes={first.id: ["head_name"]})
    package = a1.package(D)
    d1.receive(stranger.package(D))
    d1.receive(package)
    a1.receive(stranger.package(A))
    for one in (a1, d1):
        assert one.value("household", row, "head_name") == "Lò Văn An"
        assert early_names(one) == set()
        rebuilt_alike(one)


def test_who_names_a_proposal_by_its_operation_closes_nothing_in_whatever_order_it_comes(laptops: Laptops) -> None:
    a1, a2, d1 = laptops("a1", "a2", "d1")
    exchange(a1, a2, d1)
    row = household(a1)
    exchange(a1, a2, d1)
    a1.correct(a1.cell(row, "phone"), "0912")
    [proposal] = [one for one in a1.operations(row) if one.kind == "propose"]
    stranger = Stranger(A, A)
    stranger.write("household", row, "edit", {"note": "x"}, supersedes={proposal.id: ["phone"]})
    a2.receive(a1.package(A))
    a2.receive(stranger.package(A))
    d1.receive(stranger.package(D))
    d1.receive(a1.package(D))
    for one in (a2, d1):
        assert one.proposed(row, "phone") == ["0912"]
        rebuilt_alike(one)


def test_values_that_do_not_fit_and_rows_in_wrong_places_break_nothing(laptops: Laptops) -> None:
    a1, d1 = laptops("a1", "d1")
    exchange(a1, d1)
    row = household(a1)
    case = a1.add(SupportCase(household_id=row)).row
    d1.receive(a1.package(D))
    stranger = Stranger(A, A)
    stranger.write("household", row, "edit", {"member_count": "ba", "phone": 912, "village_id": row})
    stranger.write("household", row, "edit", {"birth": True, "alias_of": "không phải mã"})
    lost = new_id()
    stranger.write("member", lost, "create", {"name": "Bé"}, parent=case)
    stranger.write("member", new_id(), "create", {"name": "Bé"}, parent=new_id())
    circle = new_id()
    stranger.write("area", circle, "create", {"name": "Bản Vòng", "parent_id": circle})
    d1.receive(stranger.package(D))
    found = d1.table_row("household", row)
    assert found is not None
    assert [found[name] for name in ("member_count", "phone", "village_id", "birth", "alias_of")] == [None] * 5
    assert d1.value("member", lost, "household_id") is None
    assert d1.value("area", circle, "parent_id") == circle
    assert d1.shown(row, "member_count").value == "ba", "the journal keeps what the table cannot show"
    rebuilt_alike(d1)


def test_two_beginnings_in_two_places_are_one_row_in_one_place(laptops: Laptops) -> None:
    a1, d1 = laptops("a1", "d1")
    exchange(a1, d1)
    one, other = household(a1), household(a1)
    made = new_id()
    a1.add(Member(id=made, household_id=one, name="Bé"))
    stranger = Stranger(A, A)
    stranger.write("member", made, "create", {"name": "Bé"}, parent=other)
    package = a1.package(D)
    d1.receive(stranger.package(D))
    d1.receive(package)
    a1.receive(stranger.package(A))
    assert d1.value("member", made, "household_id") == a1.value("member", made, "household_id")
    for laptop in (a1, d1):
        rebuilt_alike(laptop)
        laptop.delete(one)
        laptop.restore(one)
        rebuilt_alike(laptop)


def test_a_predecessors_stream_goes_on_under_its_successor(laptops: Laptops) -> None:
    a1, b1, d1, p1 = laptops("a1", "b1", "d1", "p1")
    exchange(a1, b1, d1, p1)
    row = household(b1, stream=B)
    exchange(a1, b1, d1, p1)
    d1.edit(Household, row, head_name="Đề nghị của cấp trên")
    merged = a1.edit(Office, key_id(f"office:{A}"), streams=f"{A} {B}")
    assert merged.change
    exchange(a1, d1, p1, b1)
    for one in (a1, d1, p1):
        assert one.value("household", row, "head_name") == "Lò Văn An", (
            "what the predecessor wrote stays an owner's word"
        )
        rebuilt_alike(one)
    a1.edit(Household, row, head_name="Tên do xã mới sửa")
    exchange(a1, d1, p1)
    for one in (a1, d1, p1):
        assert one.value("household", row, "head_name") == "Tên do xã mới sửa", "the successor owns it"
        assert not one.shown(row, "head_name").conflict
        rebuilt_alike(one)


def test_a_successor_may_speak_before_it_is_known_as_such(laptops: Laptops) -> None:
    a1, b1, d1, p1 = laptops("a1", "b1", "d1", "p1")
    exchange(a1, b1, d1, p1)
    row = household(b1, stream=B)
    exchange(a1, b1, d1, p1)
    successor = Stranger(A, B)
    first = b1.operations(row)[0]
    successor.write("household", row, "edit", {"head_name": "Mới"}, supersedes={first.id: ["head_name"]})
    p1.receive(successor.package(p1.office))
    assert p1.value("household", row, "head_name") == "Lò Văn An"
    a1.edit(Office, key_id(f"office:{A}"), streams=f"{A} {B}")
    p1.receive(a1.package(p1.office))
    assert p1.value("household", row, "head_name") == "Mới"
    rebuilt_alike(p1)


def test_an_office_of_a_kind_nobody_knows_is_no_office_yet(laptops: Laptops) -> None:
    (d1,) = laptops("d1")
    stranger = Stranger("03170", "03170")
    stranger.write("office", key_id("office:03170"), "create", {"code": "03170", "level": "hamlet", "superior_code": D})
    d1.receive(stranger.package(D))
    with d1.connection() as connection:
        assert "03170" not in d1.offices(connection).entries
    rebuilt_alike(d1)


def test_what_waited_for_a_bundled_row_is_folded_when_a_newer_program_brings_it(laptops: Laptops) -> None:
    from app import bundled
    from app.local import Fact, drop_fact

    a1, d1 = laptops("a1", "d1")
    exchange(a1, d1)
    with a1.workspace.read() as session:
        programme = session.scalars(select(Programme.id).where(Programme.stream == "")).first()
    assert programme is not None
    row = household(a1)
    case = a1.add(SupportCase(household_id=row, programme_id=programme)).row
    with d1.connection() as connection:
        for table in ("support_norm", "programme_rule", "programme"):
            connection.execute(delete(table_of(table)).where(table_of(table).c.stream == ""))
    d1.receive(a1.package(D))
    assert d1.value("support_case", case, "programme_id") is None
    with d1.connection() as connection:
        drop_fact(connection, Fact.BUNDLED)
        bundled.refresh(connection)
    assert d1.value("support_case", case, "programme_id") == programme
    rebuilt_alike(d1)


def test_a_text_that_travels_is_read_and_written_unchanged(laptops: Laptops) -> None:
    (a1,) = laptops("a1")
    for one in a1.operations():
        assert from_wire(one.to_wire()).to_wire() == one.to_wire()
        assert json.loads(one.to_wire())["hash"] == one.id
    with a1.connection() as connection:
        rows = connection.execute(select(OPERATIONS.c.id, OPERATIONS.c.previous))
        previous = {row.id: row.previous for row in rows}
        tips = set(connection.execute(select(TIPS.c.operation_id)).scalars())
    assert tips == previous.keys() - set(previous.values())


def early_names(laptop: Laptop) -> set[str]:
    """Who is noted as superseded before coming."""
    with laptop.connection() as connection:
        return set(connection.execute(select(EARLY.c.name)).scalars())
