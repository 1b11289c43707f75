"""Chains: numbers of a stream, gaps that heal, forks that keep both branches, tampering that is not applied."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from app.journal.arrival import Gap
from app.journal.canonical import value_hash
from app.journal.chains import forked_positions
from app.journal.operation import Malformed, from_wire
from app.workspace import open_workspace
from models.base import key_id
from models.household import Household
from models.office import Office
from models.programme import Programme
from tests.app.journal.conftest import Laptops
from tests.app.journal.test_deleting import rebuilt_alike
from tests.app.journal.test_merging import chains_are_whole, household
from tests.app.journal.world import A, B, D, Laptop, P, Package, exchange


def test_every_stream_has_its_own_numbers_and_another_commune_is_no_gap(laptops: Laptops) -> None:
    a1, b1, d1 = laptops("a1", "b1", "d1")
    exchange(a1, b1, d1)
    start = max(one.seq for one in d1.operations() if one.device == d1.device)
    for stream in (A, B, A):
        household(d1, stream=stream)
    d1.add(Programme(name="Chương trình vùng"))
    numbers = [(one.stream, one.seq) for one in d1.operations() if one.device == d1.device]
    assert {(A, 1), (A, 2), (B, 1), (f"{D}/down", start + 1)} <= set(numbers)
    assert len(numbers) == len(set(numbers))
    exchange(a1, b1, d1)
    assert a1.gaps() == b1.gaps() == []
    assert {one.stream for one in a1.operations()} == {A, f"{D}/down", f"{P}/down"}, "never another commune's"


def test_rows_below_a_row_go_to_its_stream_though_another_office_writes_them(laptops: Laptops) -> None:
    from models.household import Member

    a1, d1 = laptops("a1", "d1")
    exchange(a1, d1)
    with d1.change() as change:
        row = Household(stream=A, head_name="Lò Văn An")
        change.session.add(row)
        change.session.flush()
        change.session.add(Member(household_id=row.id, name="Lò Thị Bé"))
        change.session.flush()
        change.recorder.record_many([(Member, {"household_id": row.id, "name": "Lò Văn Tí"})])
    assert {one.stream for one in d1.operations() if one.entity in ("household", "member")} == {A}


def test_a_lost_package_heals_with_the_next_and_the_rest_waits_until_then(laptops: Laptops) -> None:
    a1, d1 = laptops("a1", "d1")
    exchange(a1, d1)
    row = household(a1)
    first = a1.package(D)
    a1.edit(Household, row, phone="1")
    a1.edit(Household, row, phone="2")
    second = a1.package(D)
    assert len(second.bodies) == 3, "having sent is not having arrived"
    missing = first.operations()[0].seq
    d1.receive(second.only(lambda one: one.seq > missing + 1))
    assert d1.gaps() == [Gap(a1.device, A, missing, missing + 1)]
    assert d1.fate("household", row) == "absent"
    d1.receive(second.only(lambda one: one.seq == missing + 1))
    assert d1.gaps() == [Gap(a1.device, A, missing, missing)]
    d1.receive(first)
    assert d1.gaps() == []
    assert d1.value("household", row, "phone") == "2"
    a1.receive(d1.package(A))
    assert a1.package(D).bodies == ()


def test_an_offices_row_among_others_leaves_one_end_of_the_chain(laptops: Laptops) -> None:
    a1, d1 = laptops("a1", "d1")
    exchange(a1, d1)
    household(a1)
    a1.edit(Office, key_id(f"office:{A}"), place_name="Mường Lay")
    household(a1)
    d1.receive(a1.package(D))
    assert [len(ends) for ends in d1.package(A).vector[a1.device].values()] == [1]
    rebuilt_alike(d1)


def test_what_the_least_informed_laptop_lacks_is_sent(laptops: Laptops) -> None:
    a1, a2, d1 = laptops("a1", "a2", "d1")
    exchange(a1, a2, d1)
    d1.add(Programme(name="Chương trình vùng"))
    a1.receive(d1.package(A))
    d1.receive(a1.package(D))
    assert len(d1.package(A).bodies) == 1, "a2 has not shown it"
    a2.receive(d1.package(A))
    d1.receive(a2.package(D))
    assert d1.package(A).bodies == ()


def test_a_copied_folder_is_found_and_both_branches_are_kept_everywhere(laptops: Laptops, tmp_path: Path) -> None:
    a1, d1, p1 = laptops("a1", "d1", "p1")
    exchange(a1, d1, p1)
    row = household(a1)
    copied = _copy(a1, tmp_path / "bản sao")
    old = a1.device
    a1.edit(Household, row, phone="1")
    copied.edit(Household, row, phone="2")
    seq = max(one.seq for one in a1.operations() if one.device == old)
    d1.receive(a1.package(D))
    p1.receive(copied.package(p1.office))
    exchange(a1, d1, p1)
    for one in (a1, d1, p1):
        assert _forks(one) == [(old, A, seq)]
        assert one.shown(row, "phone").conflict
        assert len(one.operations(row)) == 3
        assert one.gaps() == []
        assert chains_are_whole(one)
        rebuilt_alike(one)
    assert a1.device != old, "it met its own number from outside and took a new identity"
    copied.edit(Household, row, phone="3")
    copied.edit(Household, row, phone="4")
    p1.receive(copied.package(p1.office))
    exchange(a1, d1, p1)
    assert _forks(a1) == [(old, A, seq)]
    assert len(a1.operations(row)) == 5, "both branches may go on"
    copied.workspace.close()


def test_a_hash_that_is_unknown_here_acknowledges_nothing(laptops: Laptops, tmp_path: Path) -> None:
    a1, d1, p1 = laptops("a1", "d1", "p1")
    exchange(a1, d1, p1)
    row = household(a1)
    copied = _copy(a1, tmp_path / "bản sao")
    a1.edit(Household, row, phone="1")
    for phone in ("2", "3"):
        copied.edit(Household, row, phone=phone)
    d1.receive(a1.package(D))
    p1.receive(copied.package(p1.office))
    d1.receive(p1.package(D).only(lambda _: False))  # it shows a higher number, of a branch that is not here
    assert row in {one.row for one in d1.package(p1.office).operations()}
    p1.receive(d1.package(p1.office))
    assert len(p1.operations(row)) == 4
    copied.workspace.close()


def test_a_restored_backup_shows_what_it_lacks_and_gets_it_back(laptops: Laptops, tmp_path: Path) -> None:
    a1, d1 = laptops("a1", "d1")
    exchange(a1, d1)
    backup = _copy(d1, tmp_path / "sao lưu")
    row = d1.add(Programme(name="Chương trình vùng")).row
    a1.receive(d1.package(A))
    backup.receive(a1.package(D).only(lambda _: False))  # the vector alone tells that it went back in time
    assert backup.device != d1.device
    a1.receive(backup.package(A))
    backup.receive(a1.package(D))
    assert backup.fate("programme", row) == "alive", "an upper office gets its own down stream back"
    backup.workspace.close()


@pytest.mark.parametrize("part", ["value", "value and its hash", "office", "seq", "missing value", "predecessor"])
def test_tampering_is_not_applied_and_the_true_operation_still_is(laptops: Laptops, part: str) -> None:
    a1, d1 = laptops("a1", "d1")
    exchange(a1, d1)
    row = household(a1)
    a1.edit(Household, row, phone="1")
    package = a1.package(D)
    body = json.loads(package.bodies[0])
    salt = body["fields"]["head_name"][1]
    changed: dict[str, dict[str, Any]] = {
        "value": {"fields": {"head_name": ["Khác", salt]}},
        "value and its hash": {"fields": {"head_name": [value_hash(salt, "Khác")]}},
        "office": {"office": D},
        "seq": {"seq": body["seq"] + 40},
        "missing value": {"fields": {"head_name": [value_hash(salt, "Lò Văn An")]}},
        "predecessor": {"device": "0" * 22, "seq": 1},
    }
    bad = json.dumps(body | changed[part], ensure_ascii=False)
    before = d1.ids()
    d1.receive(Package(a1.device, A, D, {}, (bad, *package.bodies[1:])))
    assert d1.ids() == before
    assert d1.fate("household", row) == "absent"
    assert d1.gaps(), "what waits is reported"
    rebuilt_alike(d1)
    d1.receive(package)
    assert d1.value("household", row, "head_name") == "Lò Văn An", "nobody can keep the true operation out"
    assert d1.value("household", row, "phone") == "1"


@pytest.mark.parametrize(
    "change",
    [
        {"seq": 0},
        {"seq": 2**70},
        {"time": [2**70, 0]},
        {"time": [-1, 0]},
        {"row": "không phải mã"},
        {"parent": 5},
        {"hash": ""},
        {"fields": {"a": [1.5, "AAAAAAAAAAAAAAAAAAAAAA"]}},
        {"fields": {"a": ["e\u0302", "AAAAAAAAAAAAAAAAAAAAAA"]}},
        {"fields": {"a": ["\ud800", "AAAAAAAAAAAAAAAAAAAAAA"]}},
        {"fields": {"a": ["x", "*"]}},
        {"user": ["một"]},
        {"role": 5},
        {"role": "e\u0302"},
        {"about": [""]},
        {"proposal": 5},
        {"user": [1, 2]},
        {"supersedes": []},
        {"about": None},
    ],
)
def test_what_is_no_operation_is_refused(laptops: Laptops, change: dict[str, Any]) -> None:
    (a1,) = laptops("a1")
    body = json.loads(a1.operations(household(a1))[0].to_wire())
    with pytest.raises(Malformed):
        from_wire(json.dumps(body | change))


def test_a_huge_number_is_one_gap_and_costs_nothing(laptops: Laptops) -> None:
    a1, d1 = laptops("a1", "d1")
    exchange(a1, d1)
    body = json.loads(a1.operations(household(a1))[0].to_wire()) | {"seq": 2**40, "device": "x"}
    d1.receive(Package(a1.device, A, D, {}, (json.dumps(body),)))
    assert d1.gaps() == [Gap("x", A, 1, 2**40 - 1)]


def test_chains_say_whether_they_are_whole(laptops: Laptops) -> None:
    from sqlalchemy import text

    (a1,) = laptops("a1")
    row = household(a1)
    a1.edit(Household, row, phone="1")
    assert chains_are_whole(a1)
    for spoil in (
        "UPDATE operation SET body = replace(body, 'Lò Văn An', 'Khác')",
        "UPDATE operation SET previous = '' WHERE seq > 1",
        "DELETE FROM operation WHERE seq = 2",
        "UPDATE operation SET id = 'x' || id WHERE kind = 'edit'",
    ):
        with a1.connection() as connection:
            point = connection.begin_nested()
            connection.execute(text(spoil))
            from app.journal.rebuilding import chains_ok

            assert not chains_ok(connection), spoil
            point.rollback()


def _copy(laptop: Laptop, folder: Path) -> Laptop:
    with laptop.workspace.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copytree(laptop.workspace.folder, folder)
    return Laptop(laptop.name, open_workspace(folder))


def _forks(laptop: Laptop) -> list[tuple[str, str, int]]:
    with laptop.connection() as connection:
        return forked_positions(connection)
