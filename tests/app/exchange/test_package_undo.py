"""A received package is taken back as a whole while nothing was built upon it, and may be received again."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from app.actions import Action
from app.exchange.package_undo import undo_package, why_not_undone
from app.exchange.tasks import decide_task, list_decisions
from app.households.operations import delete_household
from app.problems import Refused
from app.restoring import check_soundness
from app.wording.messages import problem_text
from app.workspace import Workspace
from models.everything import METADATA
from models.exchange import PackageNote
from models.programme import Programme
from models.vocabulary import TaskKind
from tests.app.exchange.quick import receive
from tests.app.exchange.test_packages import content, head_of, rename, send
from tests.make import NATIONAL, make_approved, make_case, make_household

Standing = dict[str, list[tuple[object, ...]]]
#: Thousands of rows that came with the program; no package here speaks of them.
MAP = ("area_alias", "area")


def standing(workspace: Workspace) -> Standing:
    """All that a package may change: tables and indexes, operations, the list of households, what others hold."""
    found: Standing = {}
    with workspace.engine.connect() as connection:
        for table in METADATA.sorted_tables:
            if table.name in ("local_fact", "package_note", "laptop_note"):
                continue
            rows = select(table)
            rows = rows.where(table.c.stream != "") if table.name in MAP else rows
            found[table.name] = sorted((tuple(row) for row in connection.execute(rows)), key=repr)
    return found


def stands_against(workspace: Workspace, package: str | None) -> str:
    """The sentence with which undoing is refused."""
    assert package is not None
    with pytest.raises(Refused) as told:
        undo_package(workspace, package)
    assert why_not_undone(workspace, package) == told.value.problems[0]
    return problem_text(told.value.problems[0])


def taken_back(workspace: Workspace, package: str | None) -> None:
    """Undo what nothing stands against."""
    assert package is not None
    assert why_not_undone(workspace, package) is None
    undo_package(workspace, package)


def test_a_package_goes_without_a_trace_and_comes_again(commune: Workspace, upper: Workspace, tmp_path: Path) -> None:
    before = standing(upper)
    case = make_case(commune, "Lò Văn Pâng", citizen_id="011072001234")
    make_approved(commune, case)
    file = send(commune, tmp_path)
    first = receive(upper, file)
    after = standing(upper)
    taken_back(upper, first.package_id)
    assert standing(upper) == before
    assert check_soundness(upper).sound
    with upper.read() as session:
        assert session.scalar(select(PackageNote.result).where(PackageNote.incoming)) == "undone"
    assert "đã gỡ rồi" in stands_against(upper, first.package_id)
    again = receive(upper, file)
    assert (again.result, again.new, again.households) == ("merged", first.new, first.households)
    again_there = standing(upper)
    assert {name for name, rows in after.items() if rows != again_there[name]} <= {"peer", "household_entry"}


def test_of_two_packages_the_later_goes_first(commune: Workspace, upper: Workspace, tmp_path: Path) -> None:
    household = make_household(commune, "Lò Văn Pâng")
    first = receive(upper, send(commune, tmp_path / "1"))
    between = standing(upper)
    rename(commune, household, "Lò Văn Pánh")
    make_household(commune, "Quàng Thị Ín")
    second = receive(upper, send(commune, tmp_path / "2"))
    said = stands_against(upper, first.package_id)
    assert said.startswith("Không gỡ được: gói số 2 của Phường Mường Lay nhận sau đó nối tiếp")
    taken_back(upper, second.package_id)
    assert standing(upper) == between
    assert head_of(upper, household) == "Lò Văn Pâng"
    taken_back(upper, first.package_id)
    assert head_of(upper, household) is None


def test_what_was_built_upon_it_keeps_it(commune: Workspace, upper: Workspace, tmp_path: Path) -> None:
    case = make_case(commune)
    package = receive(upper, send(commune, tmp_path)).package_id
    make_approved(upper, case)
    before = content(upper)
    assert "Trần Văn Minh đã làm tiếp trên số liệu của gói (Ghi quyết định" in stands_against(upper, package)
    assert content(upper) == before


def test_a_deletion_of_the_row_above_has_seen_it(commune: Workspace, second_laptop: Workspace, tmp_path: Path) -> None:
    household = make_household(commune)
    receive(second_laptop, send(commune, tmp_path / "1", "03151"))
    rename(second_laptop, household, "Lò Văn Pánh")
    package = receive(commune, send(second_laptop, tmp_path / "2", "03151")).package_id
    delete_household(commune, household, "Trùng")
    assert "đã làm tiếp trên số liệu của gói" in stands_against(commune, package)


def test_what_others_were_shown_keeps_it(commune: Workspace, upper: Workspace, tmp_path: Path) -> None:
    make_household(commune)
    package = receive(upper, send(commune, tmp_path / "1")).package_id
    send(upper, tmp_path / "2", "03151")
    said = stands_against(upper, package)
    assert said.endswith("gói số 1 đã gửi Phường Mường Lay, nơi đó đã biết máy này có số liệu của gói.")


def test_what_another_commune_was_shown_keeps_nothing(
    commune: Workspace, second_commune: Workspace, upper: Workspace, tmp_path: Path
) -> None:
    make_household(second_commune)
    receive(upper, send(second_commune, tmp_path / "1"))
    make_household(commune)
    package = receive(upper, send(commune, tmp_path / "2")).package_id
    send(upper, tmp_path / "3", "03127")
    taken_back(upper, package)


def test_an_answer_to_a_proposal_keeps_it(commune: Workspace, upper: Workspace, tmp_path: Path) -> None:
    household = make_household(commune, "Lò Văn Pâng")
    receive(upper, send(commune, tmp_path / "1"))
    rename(upper, household, "Lò Văn Pánh")
    before = standing(commune)
    file = send(upper, tmp_path / "2", "03151")
    package = receive(commune, file).package_id
    taken_back(commune, package)
    assert standing(commune) == before
    assert receive(commune, file).package_id == package
    (task,) = [one for one in list_decisions(commune) if one.kind is TaskKind.PROPOSAL]
    decide_task(commune, task.id, 2)
    assert "(Nhận đề nghị sửa)" in stands_against(commune, package)


def test_corrections_by_hand_go_with_their_package(commune: Workspace, upper: Workspace, tmp_path: Path) -> None:
    household = make_household(commune, "Lò Văn Pâng")
    file = send(commune, tmp_path)
    book = load_workbook(file)
    page = book["Hộ gia đình"]
    column = [cell.value for cell in page[1]].index("household.head_name")
    page.cell(3, column + 1).value = "Lò Văn Pánh"
    book.save(file)
    before = standing(upper)
    report = receive(upper, file)
    assert [one["new"] for one in report.proposals] == ["Lò Văn Pánh"]
    taken_back(upper, report.package_id)
    assert standing(upper) == before
    assert receive(upper, file).proposals == report.proposals
    assert head_of(upper, household) == "Lò Văn Pâng"


def test_what_came_with_the_program_says_again_what_it_said(
    commune: Workspace, upper: Workspace, tmp_path: Path
) -> None:
    receive(upper, send(commune, tmp_path / "1"))
    with upper.change(Action.SAVE_PROGRAMME) as change:
        change.session.get_one(Programme, NATIONAL).name = "Chương trình của tỉnh"
    before = standing(commune)
    package = receive(commune, send(upper, tmp_path / "2", "03151")).package_id
    assert programme_name(commune) == "Chương trình của tỉnh"
    taken_back(commune, package)
    assert standing(commune) == before


def programme_name(workspace: Workspace) -> str | None:
    """What the national programme is called here."""
    with workspace.read() as session:
        return session.get_one(Programme, NATIONAL).name


def test_an_unknown_package_is_a_sentence(commune: Workspace) -> None:
    assert stands_against(commune, "không có") == "Không có gói nhận về nào mang mã không có."
