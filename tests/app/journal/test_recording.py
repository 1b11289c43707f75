"""The listener: every change of a recorded row is one operation, written with the row or not at all."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import delete, insert, select, update

from app.actions import Action
from app.journal.rebuilding import fingerprint
from app.journal.store import HEADS, OPERATIONS
from app.paths import program_folder
from app.problems import Refused
from app.workspace import Workspace
from models.base import Recorded, new_id
from models.campaign import Campaign
from models.household import Household, Member
from models.housing import HousingCondition
from models.movement import Petition
from models.office import Device
from models.programme import Programme, SupportNorm
from models.support import Decision, SupportCase
from tests.app.journal.conftest import Laptops
from tests.app.journal.test_deleting import rebuilt_alike
from tests.app.journal.test_merging import chains_are_whole, household
from tests.app.journal.world import A, D, Laptop, exchange


def test_several_flushes_of_one_change_make_one_operation_a_row_with_the_first_before(laptops: Laptops) -> None:
    (a1,) = laptops("a1")
    row = household(a1, phone="1", note="cũ")
    with a1.change() as change:
        found = change.session.get_one(Household, row)
        found.phone = "2"
        change.session.flush()
        found.phone = "3"
        found.note = "mới"
        change.session.flush()
        found.note = "cũ"
    (first, second) = a1.operations(row)
    assert {name: value for name, (value, _) in second.values.items()} == {"phone": "3"}, (
        "a note that came back is none"
    )
    assert second.supersedes == {first.id: ["phone"]}
    assert a1.value("household", row, "version") == 2


def test_a_row_made_and_edited_in_one_change_is_one_create(laptops: Laptops) -> None:
    (a1,) = laptops("a1")
    with a1.change() as change:
        case = SupportCase(household_id=household_in(change.session))
        change.session.add(case)
        change.session.flush()
        decision = Decision(case_id=case.id, amount=1)
        change.session.add(decision)
        change.session.flush()
        decision.amount = 60_000_000
        change.session.flush()
        made = decision.id
    (operation,) = a1.operations(made)
    assert operation.kind == "create"
    assert operation.value("amount") == 60_000_000


def test_a_change_back_to_what_stood_there_writes_nothing(laptops: Laptops) -> None:
    (a1,) = laptops("a1")
    row = household(a1, phone="1")
    before = a1.ids()
    with a1.change() as change:
        found = change.session.get_one(Household, row)
        found.phone = "2"
        change.session.flush()
        found.phone = "1"
    assert a1.ids() == before
    a1.edit(Household, row, phone="1", note="", address=None)
    assert a1.ids() == before
    assert a1.value("household", row, "note") is None, "empty text is null in the table too"
    rebuilt_alike(a1)


@pytest.mark.parametrize("value", [False, True, 0, 7])
def test_false_and_nought_are_values(laptops: Laptops, value: bool | int) -> None:
    (a1,) = laptops("a1")
    name = "roof_hard" if isinstance(value, bool) else "built_year"
    row = a1.add(HousingCondition(household_id=household(a1))).row
    a1.edit(HousingCondition, row, **{name: value})
    assert a1.shown(row, name).value is value or a1.shown(row, name).value == value
    assert a1.value("housing_condition", row, name) == value
    other = a1.add(HousingCondition(household_id=household(a1), **{name: value})).row
    assert a1.operations(other)[0].value(name) == value
    a1.edit(HousingCondition, row, **{name: None})
    assert a1.value("housing_condition", row, name) is None
    rebuilt_alike(a1)


def test_text_is_kept_in_one_form(laptops: Laptops) -> None:
    (a1,) = laptops("a1")
    row = household(a1, head_name="Lo\u0300 Va\u0306n An", note="một\r\nhai", phone="")
    assert a1.value("household", row, "head_name") == "Lò Văn An"
    assert a1.value("household", row, "note") == "một\nhai"
    assert a1.value("household", row, "phone") is None
    assert "phone" not in a1.operations(row)[0].digests, "a create carries what is not empty"
    before = a1.ids()
    a1.edit(Household, row, head_name="Lo\u0300 Va\u0306n An")
    assert a1.ids() == before
    rebuilt_alike(a1)


def test_an_append_only_row_is_not_edited_and_a_parent_never_changes(laptops: Laptops) -> None:
    (a1,) = laptops("a1")
    case = a1.add(SupportCase(household_id=household(a1))).row
    decision = a1.add(Decision(case_id=case, amount=60_000_000)).row
    before = a1.ids()
    with pytest.raises(RuntimeError, match="never changed"):
        a1.edit(Decision, decision, amount=1)
    with pytest.raises(RuntimeError, match="never changed"):
        a1.edit(SupportCase, case, household_id=household(a1))
    assert a1.value("decision", decision, "amount") == 60_000_000
    assert before < a1.ids()
    a1.edit(Decision, decision, deleted=True)
    assert a1.fate("decision", decision) == "out", "its office may take it back"


def test_rows_are_never_deleted_nor_written_past_the_journal(laptops: Laptops) -> None:
    (a1,) = laptops("a1")
    row = household(a1)
    statements = [
        insert(Household).values(id=new_id(), stream=A),
        insert(Household.__table__).values(id=new_id(), stream=A),  # type: ignore[arg-type]
        update(Household).values(phone="1"),
        update(Household.__table__).values(phone="1"),  # type: ignore[arg-type]
        delete(Household),
        delete(Household.__table__),  # type: ignore[arg-type]
    ]
    for statement in statements:
        with pytest.raises(RuntimeError, match="through the journal only"), a1.change() as change:
            change.session.execute(statement)
    with pytest.raises(RuntimeError, match="never deleted"), a1.change() as change:
        change.session.delete(change.session.get_one(Household, row))
    assert a1.fate("household", row) == "alive"
    assert a1.value("household", row, "phone") is None


def test_nobody_uses_the_ways_past_the_listener() -> None:
    used = [
        f"{path.name}: {name}"
        for path in sorted((program_folder() / "app").rglob("*.py"))
        for name in ("bulk_insert_mappings", "bulk_update_mappings", "bulk_save_objects")
        if name in path.read_text(encoding="utf-8")
    ]
    assert used == []


def test_an_exception_takes_rows_and_journal_back_together(laptops: Laptops) -> None:
    (a1,) = laptops("a1")
    row = household(a1)
    before = whole(a1.workspace)
    with pytest.raises(ZeroDivisionError):
        work_and_fail(a1, row)
    assert whole(a1.workspace) == before
    assert household(a1), "and the next change goes on"
    assert chains_are_whole(a1)


def test_many_rows_at_once_are_what_the_listener_would_write(laptops: Laptops) -> None:
    (a1,) = laptops("a1")
    fields: dict[str, Any] = {"head_name": "Lo\u0300 Văn An", "phone": "", "member_count": 0, "note": None}
    with a1.change() as change:
        one = Household(**fields)
        change.session.add(one)
        change.session.flush()
        change.session.add(Member(household_id=one.id, name="Bé"))
        change.session.flush()
        listened = one.id
    with a1.change() as change:
        many = new_id()
        rows: list[tuple[type[Recorded], dict[str, Any]]] = [
            (Household, fields | {"id": many}),
            (Member, {"household_id": many, "name": "Bé"}),
        ]
        change.recorder.record_many(rows)
    assert told(a1, listened) == told(a1, many)
    for table in ("household", "member"):
        key = "id" if table == "household" else "household_id"
        assert table_rows(a1, table, key, listened) == table_rows(a1, table, key, many)
    assert heads_of(a1, listened).keys() == heads_of(a1, many).keys() == {"*"}
    assert chains_are_whole(a1)
    rebuilt_alike(a1)


def test_many_rows_may_follow_other_saves_of_the_same_change(laptops: Laptops) -> None:
    from app.journal.answers import reject

    a1, d1 = laptops("a1", "d1")
    row = household(a1)
    exchange(a1, d1)
    d1.edit(Household, row, head_name="Khác")
    exchange(a1, d1)
    ((name, _),) = a1.shown(row, "head_name").proposals
    with a1.change() as change:
        reject(change.recorder, row, "head_name", name)
        change.recorder.record_many([(Member, {"household_id": row, "name": "Một"})])
        change.session.add(Member(household_id=row, name="Hai"))
    assert chains_are_whole(a1)
    assert a1.proposed(row, "head_name") == []
    rebuilt_alike(a1)
    exchange(a1, d1)
    assert d1.gaps() == []


def test_many_rows_obey_the_streams(laptops: Laptops) -> None:
    a1, d1 = laptops("a1", "d1")
    programme = d1.add(Programme(name="Chương trình vùng")).row
    exchange(a1, d1)
    with pytest.raises(Refused) as refused, a1.change() as change:
        change.recorder.record_many([(SupportNorm, {"programme_id": programme, "amount": 1})])
    assert [one.code for one in refused.value.problems] == ["row_of_other_office"]


def test_an_upper_office_hands_plans_down_and_keeps_its_own_notes_above(laptops: Laptops) -> None:
    a1, d1, p1 = laptops("a1", "d1", "p1")
    campaign = d1.add(Campaign(code="phong-trao", name="Phong trào")).row
    petition = d1.add(Petition(campaign_id=campaign, content="Thiếu thợ", addressee="Tỉnh")).row
    exchange(a1, d1, p1)
    assert [one.fate("campaign", campaign) for one in (a1, p1)] == ["alive", "alive"]
    assert [one.fate("petition", petition) for one in (a1, p1)] == ["absent", "alive"]


def test_many_rows_at_once_reach_the_other_laptops_and_a_rebuild(laptops: Laptops) -> None:
    a1, d1 = laptops("a1", "d1")
    exchange(a1, d1)
    with a1.change(Action.IMPORT_LIST) as change:
        rows: list[tuple[type[Recorded], dict[str, Any]]] = []
        for number in range(700):  # more than a rebuild takes at once
            row = new_id()
            rows += [
                (Household, {"id": row, "code": str(number)}),
                (Member, {"household_id": row, "name": str(number)}),
            ]
        change.recorder.record_many(rows)
    d1.receive(a1.package(D))
    rebuilt_alike(a1)
    rebuilt_alike(d1)
    with a1.connection() as one, d1.connection() as other:
        for table in ("household", "member"):
            assert fingerprint(one)[table] == fingerprint(other)[table]
    d1.receive(a1.package(D))
    assert d1.gaps() == []


def test_the_index_lists_a_field_only_where_its_heads_differ(laptops: Laptops) -> None:
    (a1,) = laptops("a1")
    row = household(a1, phone="1")
    assert set(heads_of(a1, row)) == {"*"}
    a1.edit(Household, row, phone="2")
    create, edit = a1.operations(row)
    assert heads_of(a1, row) == {"*": [create.id], "phone": [edit.id]}


def test_a_bundled_row_enters_the_journal_whole_when_its_office_first_changes_it(laptops: Laptops) -> None:
    d1, a1 = laptops("d1", "a1")
    exchange(a1, d1)
    with d1.workspace.read() as session:
        programme = session.scalars(select(Programme).order_by(Programme.position)).first()
        assert programme is not None
        row, name, code = programme.id, programme.name, programme.code
    with d1.change() as change:
        found = change.session.get_one(Programme, row)
        found.position = found.position
        found.name = "Tên khác"
        change.session.flush()
        found.name = name
    assert d1.operations(row) == [], "touched, not changed"
    d1.edit(Programme, row, position=9)
    (operation,) = d1.operations(row)
    assert (operation.kind, operation.stream) == ("create", f"{D}/down")
    assert operation.value("code") == code
    norm = d1.add(SupportNorm(programme_id=row, amount=60_000_000)).row
    exchange(a1, d1)
    assert a1.value("programme", row, "position") == 9
    assert a1.value("support_norm", norm, "amount") == 60_000_000
    rebuilt_alike(a1)


def test_a_row_below_a_bundled_one_travels_and_is_rebuilt(laptops: Laptops) -> None:
    d1, a1 = laptops("d1", "a1")
    with d1.workspace.read() as session:
        row = session.scalars(select(Programme.id).order_by(Programme.position)).first()
    norm = d1.add(SupportNorm(programme_id=row, amount=60_000_000)).row
    exchange(a1, d1)
    for one in (d1, a1):
        assert one.value("support_norm", norm, "amount") == 60_000_000
        rebuilt_alike(one)


def test_a_new_laptop_of_the_office_is_one_row_with_its_number(laptops: Laptops) -> None:
    a1, a2 = laptops("a1", "a2")
    exchange(a1, a2)
    with a1.workspace.read() as session:
        devices = set(session.scalars(select(Device.device).where(Device.stream == A)))
    assert {a1.device, a2.device} <= devices


def work_and_fail(laptop: Laptop, row: str) -> None:
    """A change that writes in every way and then fails."""
    with laptop.change() as change:
        change.session.get_one(Household, row).phone = "1"
        made = Household(head_name="Một")
        change.session.add(made)
        change.session.flush()
        change.recorder.record_many([(Member, {"household_id": made.id, "name": "Bé"})])
        raise ZeroDivisionError


def household_in(session: Any) -> str:
    """A household within an open change."""
    row = Household(head_name="Lò Văn An")
    session.add(row)
    session.flush()
    return row.id


def whole(workspace: Workspace) -> tuple[dict[str, str], list[str]]:
    """Tables, indexes and operations."""
    with workspace.engine.connect() as connection:
        return fingerprint(connection), list(connection.execute(select(OPERATIONS.c.id)).scalars())


def told(laptop: Laptop, row: str) -> list[tuple[str, str, dict[str, Any]]]:
    """What the operations of a household and its members say, but for ids and salts."""
    with laptop.connection() as connection:
        below = connection.execute(select(HEADS.c.row_id).where(HEADS.c.parent_id == row)).scalars().all()
    found = [one for each in (row, *below) for one in laptop.operations(each)]
    return [(one.kind, one.stream, {name: value for name, (value, _) in one.values.items()}) for one in found]


def table_rows(laptop: Laptop, table: str, key: str, row: str) -> list[dict[str, Any]]:
    """Rows of a table without their ids."""
    from app.journal.store import table_of

    with laptop.connection() as connection:
        found = connection.execute(select(table_of(table)).where(table_of(table).c[key] == row)).mappings()
        return [{name: value for name, value in one.items() if name not in ("id", "household_id")} for one in found]


def heads_of(laptop: Laptop, row: str) -> dict[str, list[str]]:
    """The index entry of a row."""
    import json

    with laptop.connection() as connection:
        found = connection.scalar(select(HEADS.c.heads).where(HEADS.c.row_id == row))
    heads: dict[str, list[str]] = json.loads(found or "{}")
    return heads
