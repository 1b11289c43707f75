"""The office's history: every change once, newest first, with its people and its households."""

from __future__ import annotations

from pathlib import Path

from app.areas.drafts import VillageDraft
from app.areas.operations import save_villages
from app.exchange.merging import receive_packages
from app.exchange.packing import export_packages
from app.reports.history import ChangeRow, change_rows, count_changes, find_changes
from app.wording.history import households_text
from app.workspace import Workspace
from tests.make import make_approved, make_case, make_household


def history(workspace: Workspace, text: str = "") -> list[ChangeRow]:
    with workspace.read() as session:
        return change_rows(session, find_changes(session, text))


def test_each_change_stands_once_the_newest_first_with_its_households(commune: Workspace) -> None:
    first, second = make_case(commune, "Lò Văn Pâng"), make_case(commune, "Quàng Thị Ín")
    make_approved(commune, first, second)
    rows = history(commune)
    assert [row.action for row in rows] == [
        "APPROVE",
        "SAVE_CASE",
        "SAVE_HOUSEHOLD",
        "SAVE_CASE",
        "SAVE_HOUSEHOLD",
        "INITIALISE",
    ]
    decided = rows[0]
    assert (decided.by, decided.device, decided.office) == ("Lò Thị Hoa", "Máy văn phòng", "Phường Mường Lay")
    assert (decided.rows, set(decided.heads), decided.household) == (2, {"Lò Văn Pâng", "Quàng Thị Ín"}, None)
    assert rows[1].heads == ("Quàng Thị Ín",)
    assert rows[1].household is not None
    with commune.read() as session:
        assert count_changes(session) == len(rows)
        assert find_changes(session, limit=2) == [rows[0].change, rows[1].change]


def test_the_history_is_searched_by_action_and_by_household_without_accents(commune: Workspace) -> None:
    make_approved(commune, make_case(commune, "Lò Văn Pâng"))
    make_household(commune, "Quàng Thị Ín")
    save_villages(commune, [VillageDraft("Bản Đán")])
    assert [row.action for row in history(commune, "danh sach thon")] == ["SAVE_VILLAGES"]
    assert [row.action for row in history(commune, "pang")] == ["APPROVE", "SAVE_CASE", "SAVE_HOUSEHOLD"]
    assert history(commune, "không có ai") == []


def test_changes_of_other_offices_are_named_by_their_people(
    commune: Workspace, upper: Workspace, tmp_path: Path
) -> None:
    make_case(commune)
    receive_packages(upper, [export_packages(commune, tmp_path)[0].file])
    by = {(row.by, row.office, row.device) for row in history(upper)}
    assert ("Lò Thị Hoa", "Phường Mường Lay", "Máy văn phòng") in by
    assert ("Trần Văn Minh", "Sở Xây dựng tỉnh Điện Biên", "Máy sở") in by


def test_many_households_are_told_by_the_first_three() -> None:
    heads = ("Lò Văn Pâng", "Quàng Thị Ín", "Vì Văn Siêng", "Lò Thị Khặn")
    assert households_text(heads[:2], more=False) == "Lò Văn Pâng, Quàng Thị Ín"
    assert households_text(heads, more=False).endswith("Vì Văn Siêng và 1 hộ khác")
    assert households_text(heads, more=True).endswith("Vì Văn Siêng và các hộ khác")
    assert households_text((), more=True) == ""
