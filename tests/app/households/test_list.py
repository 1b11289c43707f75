"""The list stands in the order of names, finds people as officers type them, and agrees with the records."""

from __future__ import annotations

import random
from array import array
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Connection, select, text

from app.actions import Action
from app.areas.drafts import VillageDraft
from app.areas.operations import save_villages
from app.areas.queries import villages
from app.households import search
from app.households.drafts import HouseholdDraft
from app.households.operations import delete_household, save_household, set_fields, write_household
from app.households.queries import (
    HouseholdFilter,
    Order,
    all_rowids,
    first_page,
    ids_of,
    rowid_of,
    rows_by_rowid,
    status_counts,
    totals,
)
from app.households.search import EntryValues, write_entries
from app.reports.entries import rebuild_entries
from app.workspace import Workspace
from models.base import new_id
from models.everything import METADATA
from models.household import Household
from models.vietnamese import sort_key
from tests.app.households.conftest import CHI_LUONG, HUA_NANG, Add

PEOPLE = ("Lò Văn Pâng", "Lò Văn Pang", "Quàng Thị Ín", "Đinh Văn Đức", "Giàng A Sủng", "H'Bia Niê", "Lý Thị Hòa")


@pytest.fixture
def people(commune: Workspace) -> dict[str, str]:
    """Name -> id of seven households of one village; the first has an ID number, a phone and a code."""
    more: dict[str, Any] = {"citizen_id": "011085001234", "phone": "0912345678", "code": "MH-07"}
    first, *others = (HouseholdDraft(name, village_id=HUA_NANG, category="poor") for name in PEOPLE)
    with commune.change(Action.SAVE_HOUSEHOLD) as change:
        drafts = (replace(first, **more), *others)
        return {str(one.head_name): write_household(change.session, one) for one in drafts}


def names(workspace: Workspace, typed: str = "", **more: Any) -> list[str]:
    """The names found, and the proof that page, keys and totals say the same."""
    wanted = HouseholdFilter(typed, **more)
    with workspace.read() as session:
        rows = first_page(session, wanted)
        rowids = all_rowids(session, wanted)
        assert [row.rowid for row in rows] == list(rowids[:50])
        assert totals(session, wanted).count == len(rowids)
        assert first_page(session, wanted, 2) == rows[:2]
        return [row.head_name for row in rows]


def agreed(workspace: Workspace) -> None:
    """The side tables are what a rebuild makes of the records, the places in order, the index sound."""
    with workspace.engine.connect().execution_options(writing=True) as connection, connection.begin():
        before = contents(connection)
        assert [row[1] for row in before] == sorted(row[1] for row in before)
        connection.execute(text("INSERT INTO household_fts(household_fts, rank) VALUES ('integrity-check', 1)"))
        rebuild_entries(connection)
        assert sorted(contents(connection)) == sorted(before)


def contents(connection: Connection) -> list[tuple[Any, ...]]:
    """The entries in the order of their places, with their cases, places themselves apart."""
    entry, case = METADATA.tables["household_entry"], METADATA.tables["case_entry"]
    columns = [one for one in entry.columns if one.name != "rowid"]
    more = [one for one in case.columns if one.name != "household_rowid"]
    query = select(*columns, *more).outerjoin(case, case.c.household_rowid == entry.c.rowid).order_by(entry.c.rowid)
    return [tuple(str(value) for value in row) for row in connection.execute(query)]


def test_the_list_stands_in_the_order_of_given_names(commune: Workspace, people: dict[str, str]) -> None:
    assert names(commune) == sorted(PEOPLE, key=sort_key)
    assert names(commune)[0] == "Đinh Văn Đức"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("dinh", ["Đinh Văn Đức"]),
        ("đinh đức", ["Đinh Văn Đức"]),
        ("DUC dinh", ["Đinh Văn Đức"]),
        ("quang thi", ["Quàng Thị Ín"]),
        ("bia", ["H'Bia Niê"]),
        ("h’bia", ["H'Bia Niê"]),
        ("hoà", ["Lý Thị Hòa"]),
        ("pâng", ["Lò Văn Pâng", "Lò Văn Pang"]),
        ("pang", ["Lò Văn Pang", "Lò Văn Pâng"]),
        ("lò pân", ["Lò Văn Pâng", "Lò Văn Pang"]),
        ("1234", ["Lò Văn Pâng"]),
        ("234", ["Lò Văn Pâng"]),
        ("011085001234", ["Lò Văn Pâng"]),
        ("0110", ["Lò Văn Pâng"]),
        ("0912345678", ["Lò Văn Pâng"]),
        ("mh-07", ["Lò Văn Pâng"]),
        ("lo 234", ["Lò Văn Pâng"]),
        ("quang 234", []),
        ("85001", []),
        ("ang", []),
        ('"', sorted(PEOPLE, key=sort_key)),
        ("* OR NEAR(", []),
    ],
)
def test_every_word_finds_the_beginning_of_a_word(
    commune: Workspace, people: dict[str, str], typed: str, found: list[str]
) -> None:
    assert names(commune, typed) == found


def test_all_are_found_by_their_village(commune: Workspace, people: dict[str, str]) -> None:
    assert names(commune, "hua nang") == sorted(PEOPLE, key=sort_key)
    assert names(commune, "chi luong") == []


def test_filters_hold_together_with_the_search(commune: Workspace, add: Add, people: dict[str, str]) -> None:
    add("Lò Văn Thái", village_id=CHI_LUONG, category="near_poor")
    assert names(commune, "lo", village_ids=frozenset({CHI_LUONG})) == ["Lò Văn Thái"]
    assert names(commune, "lò", village_ids=frozenset({CHI_LUONG})) == ["Lò Văn Thái"]
    assert names(commune, category="near_poor") == ["Lò Văn Thái"]
    assert names(commune, category="near_poor", village_ids=frozenset({HUA_NANG})) == []
    assert names(commune, commune_code="03151", village_ids=frozenset({CHI_LUONG})) == ["Lò Văn Thái"]
    assert names(commune, statuses=frozenset({"approved"})) == []
    with commune.read() as session:
        assert status_counts(session) == {}


def test_the_list_sorts_by_other_columns_too(commune: Workspace, add: Add) -> None:
    for name, year in (("Lò Văn Ba", "1970"), ("Lò Văn Hai", "1950"), ("Lò Văn Tám", "1960")):
        add(name, birth=year)
    with commune.read() as session:
        for order, found in ((Order("birth"), "Hai Tám Ba"), (Order("birth", descending=True), "Ba Tám Hai")):
            rows = first_page(session, order=order)
            assert [row.head_name.split()[-1] for row in rows] == found.split()
            assert [row.rowid for row in rows] == list(all_rowids(session, order=order))
        for key in ("name", "code", "village", "category", "status", "work_type", "paid"):
            assert len(first_page(session, order=Order(key, descending=True))) == 3


def test_rows_come_in_the_order_asked_and_those_gone_are_left_out(commune: Workspace, people: dict[str, str]) -> None:
    with commune.read() as session:
        rowids = all_rowids(session)
    assert isinstance(rowids, array)
    delete_household(commune, people["Giàng A Sủng"], "Chuyển đi")
    with commune.read() as session:
        rows = rows_by_rowid(session, rowids[::-1])
        assert [row.head_name for row in rows] == [
            name for name in sorted(PEOPLE, key=sort_key, reverse=True) if name != "Giàng A Sủng"
        ]
        assert rowid_of(session, people["Giàng A Sủng"]) is None
        assert ids_of(session, [rows[0].rowid]) == [rows[0].id]
        assert rowid_of(session, rows[0].id) == rows[0].rowid


def test_a_renamed_head_moves_to_the_place_of_the_new_name(commune: Workspace, people: dict[str, str]) -> None:
    set_fields(commune, people["Lò Văn Pâng"], {"head_name": "Lò Văn An"})
    assert names(commune)[0] == "Lò Văn An"
    assert names(commune, "pâng") == ["Lò Văn Pang"]
    agreed(commune)


def test_a_renamed_village_is_found_by_its_new_name(commune: Workspace, people: dict[str, str]) -> None:
    with commune.read() as session:
        old = next(one for one in villages(session, "03151") if one.id == HUA_NANG)
    save_villages(commune, [VillageDraft("Bản Xuân Lao", id=old.id, version=old.version)])
    assert names(commune, "xuan lao") == sorted(PEOPLE, key=sort_key)
    assert names(commune, "hua nang") == []
    agreed(commune)


def test_forty_names_typed_in_order_find_their_places(
    commune: Workspace, add: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "GAP", 64)
    add("Lò Văn A")
    add("Lò Văn Y")
    typed = [f"Lò Văn B{chr(ord('a') + number)}" for number in range(20)]
    for name in typed:
        add(name)
    assert names(commune) == ["Lò Văn A", *typed, "Lò Văn Y"]
    agreed(commune)


def test_batches_of_names_find_their_places_however_crowded(
    commune: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "GAP", 256)
    chance = random.Random(7)
    entries = METADATA.tables["household_entry"].c
    standing: list[str] = []
    with commune.read() as session:
        connection = session.connection()
        for _ in range(12):
            heads = [
                f"{chance.choice(('Lò', 'Đinh'))} Văn {chance.choice('ABCDE')}{number % 7}" for number in range(30)
            ]
            write_entries(connection, [EntryValues(new_id(), head, 1) for head in heads])
            standing += heads
            found = connection.execute(select(entries.sort_key).order_by(entries.rowid)).scalars().all()
            assert found == sorted(map(sort_key, standing))


def test_people_of_one_name_leave_the_room_to_others(commune: Workspace) -> None:
    entries = METADATA.tables["household_entry"].c
    with commune.read() as session:
        connection = session.connection()
        write_entries(connection, [EntryValues(new_id(), "Lò Văn A", 1), EntryValues(new_id(), "Lò Văn Y", 1)])
        first, last = connection.execute(select(entries.rowid).order_by(entries.rowid)).scalars()
        for _ in range(100):
            write_entries(connection, [EntryValues(new_id(), "Lò Văn A", 1)])
        places = connection.execute(select(entries.rowid).order_by(entries.rowid)).scalars().all()
    assert (places[0], places[-1]) == (first, last)
    assert places[-1] - places[-2] > search.GAP // 2


def test_the_list_agrees_with_the_records_whatever_is_done(commune: Workspace) -> None:
    chance = random.Random(11)
    given = ("An", "Ân", "Bình", "Đức", "Dũng", "Hòa", "Ín", "Pâng", "Ước", "Yên")
    ids: list[str] = []
    for _ in range(60):
        name = f"{chance.choice(('Lò', 'Đinh', 'Nguyễn'))} Văn {chance.choice(given)}"
        todo = chance.random()
        if todo < 0.5 or not ids:
            draft = HouseholdDraft(name, village_id=chance.choice((HUA_NANG, CHI_LUONG)), category="poor")
            ids.append(save_household(commune, draft)[1])
        elif todo < 0.8:
            set_fields(commune, chance.choice(ids), {"head_name": name})
        else:
            delete_household(commune, ids.pop(chance.randrange(len(ids))), "Trùng")
    with commune.read() as session:
        heads = session.scalars(select(Household.head_name).where(Household.row_out.is_(False))).all()
    assert names(commune) == sorted((name or "" for name in heads), key=sort_key)[:50]
    agreed(commune)


def test_rows_written_in_bulk_are_in_the_list(commune: Workspace) -> None:
    with commune.change(Action.IMPORT_LIST) as change:
        rows = [(Household, {"head_name": f"Lò Văn {name}", "village_id": HUA_NANG}) for name in ("Pâng", "Ín")]
        change.recorder.record_many(rows)
    assert names(commune, "lo van") == ["Lò Văn Ín", "Lò Văn Pâng"]
    agreed(commune)


def fail_halfway(workspace: Workspace, household_id: str) -> None:
    with workspace.change(Action.SAVE_HOUSEHOLD) as change:
        change.session.get_one(Household, household_id).head_name = "Lò Văn Mới"
        change.session.flush()
        raise ZeroDivisionError


def test_a_failed_change_leaves_the_list_alone(commune: Workspace, people: dict[str, str]) -> None:
    with pytest.raises(ZeroDivisionError):
        fail_halfway(commune, people["Lò Văn Pâng"])
    assert names(commune, "mới") == []
    agreed(commune)
