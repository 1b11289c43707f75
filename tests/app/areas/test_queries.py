"""Communes are found by the names they had before the reform; a divided one by all that took a part."""

import csv

from sqlalchemy import func, select

from app.areas.queries import communes_named, province_of
from app.paths import resource
from app.workspace import Workspace
from models.area import AreaAlias


def test_every_old_name_is_a_dated_alias_that_no_journal_holds(commune: Workspace) -> None:
    with resource("areas", "old_units.csv").open(encoding="utf-8", newline="") as file:
        names = sum(len(set(line["names"].split(";"))) for line in csv.DictReader(file))
    with commune.read() as session:
        assert session.scalar(select(func.count()).select_from(AreaAlias)) == names
        assert session.scalar(select(func.count()).where(AreaAlias.valid_to.is_(None))) == 0
        assert set(session.scalars(select(AreaAlias.stream))) == {""}


def test_a_commune_is_found_by_its_former_name_with_its_last_day(commune: Workspace) -> None:
    with commune.read() as session:
        [found] = communes_named(session, "xa lay nưa, thị xã Mường Lay", "11")
        [bare] = communes_named(session, "Na Lay", "11")
        assert province_of(session, "03151") == "11"
    assert (found.code, found.former, found.until) == ("03151", "Xã Lay Nưa", "2025-06-30")
    assert found.shown == "Phường Mường Lay – tên cũ Xã Lay Nưa (đến 30/06/2025)"
    assert bare.code == "03151"


def test_todays_name_is_told_without_an_old_one(commune: Workspace) -> None:
    with commune.read() as session:
        assert [one.shown for one in communes_named(session, "PHƯỜNG MƯỜNG LAY")] == ["Phường Mường Lay"]
        assert communes_named(session, "Xã Không Có") == []
        assert communes_named(session, " ") == []


def test_a_divided_unit_gives_all_its_successors(commune: Workspace) -> None:
    with commune.read() as session:
        found = communes_named(session, "Phường Kim Mã", "01")
    assert [one.name for one in found] == ["Phường Ba Đình", "Phường Giảng Võ", "Phường Ngọc Hà"]
    assert {(one.former, one.until) for one in found} == {("Phường Kim Mã", "2025-06-30")}
