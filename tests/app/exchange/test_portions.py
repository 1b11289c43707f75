"""A package that would be too large leaves as several, each a package of its own, received in any order."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlalchemy import func, select

from app.actions import Action
from app.exchange import portions
from app.exchange.packing import export_packages
from app.exchange.reading import read_payload
from app.problems import Trouble
from app.restoring import check_soundness
from app.workspace import Workspace
from models.exchange import PackageNote
from models.household import Household, Member
from tests.app.exchange.pictures import jpeg, take_photos
from tests.app.exchange.quick import receive
from tests.app.exchange.test_packages import send
from tests.make import make_household


def shown(package: Path) -> dict[str, set[object]]:
    """The ids that the sheets of households and members show; the households of the members by name."""
    book = load_workbook(package)
    homes, members = book["Hộ gia đình"], book["Nhân khẩu"]
    return {
        "homes": {row[0].value for row in homes.iter_rows(min_row=3)},
        "heads of members": {row[1].value for row in members.iter_rows(min_row=3)},
        "heads": {row[1].value for row in homes.iter_rows(min_row=3)}
        | {row[2].value for row in homes.iter_rows(min_row=3)},
    }


def test_too_many_rows_leave_in_several_packages_that_come_in_any_order(
    commune: Workspace, upper: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    homes = [make_household(commune, f"Lò Văn {name}") for name in range(8)]
    with commune.change(Action.SAVE_HOUSEHOLD) as change:
        change.session.add_all(Member(household_id=home, name=f"Lò Thị {home[-4:]}") for home in homes)
    take_photos(commune, homes[0], jpeg(1))
    monkeypatch.setattr(portions, "MAX_ROWS", 5)
    made = export_packages(commune, tmp_path / "gói")
    assert len(made) == 3
    manifests = [read_payload(one.file).manifest for one in made]
    assert [(one["number"], one["part"]) for one in manifests] == [("1", [1, 3]), ("2", [2, 3]), ("3", [3, 3])]
    assert [len(one.photos) for one in made] == [1, 0, 0], "beside the first"
    rows = [shown(one.file) for one in made]
    assert sum(len(one["homes"]) for one in rows) == 8
    assert set().union(*(one["homes"] for one in rows)) == set(homes)
    assert all(one["heads of members"] <= one["heads"] for one in rows), "a household stands whole in one of them"
    reports = [receive(upper, one.file) for one in reversed(made)]
    assert [one.result for one in reports] == ["merged"] * 3
    assert [len(one.gaps) for one in reports][-1] == 0
    assert not any(one.proposals or one.reported or one.conflicts for one in reports)
    with upper.read() as session:
        assert session.scalar(select(func.count()).select_from(Household)) == 8
        assert session.scalar(select(func.count()).select_from(Member)) == 8
    assert check_soundness(upper).sound
    with commune.read() as session:
        notes = select(PackageNote.number, PackageNote.report).where(PackageNote.incoming.is_(False))
        assert {one.number for one in session.execute(notes)} == {"1", "2", "3"}
    assert len(list((commune.folder / "outbox").iterdir())) == 3
    monkeypatch.setattr(portions, "MAX_ROWS", 200_000)
    receive(commune, send(upper, tmp_path / "về", "03151"))
    again = export_packages(commune, tmp_path / "sau")
    assert [one.operations for one in again] == [0, 0, 0], "all of it was shown to have arrived"
    assert len(export_packages(commune, tmp_path / "nữa")) == 1, "as many as the last one had to be, and that was one"


def test_what_cannot_be_cut_small_enough_is_one_sentence_and_leaves_nothing(
    commune: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(portions, "MOST_BYTES", 1)
    with pytest.raises(Trouble, match="package_too_large"):
        export_packages(commune, tmp_path / "gói")
    assert list((tmp_path / "gói").iterdir()) == []
