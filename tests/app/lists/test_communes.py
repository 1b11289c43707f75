"""The commune's column of a list: today's names and those before the reform; a doubt is told, never guessed."""

from __future__ import annotations

from pathlib import Path

from app.lists.communes import CommuneNames
from app.lists.operations import import_list
from app.wording.messages import problem_text
from app.workspace import Workspace
from tests.app.lists.sheets import write_list


def doubts(workspace: Workspace, text: str | None, commune: str = "03151") -> list[str]:
    with workspace.read() as session:
        return [problem_text(one) for one in CommuneNames(session, commune).doubts(text)]


def test_todays_and_former_names_of_this_commune_are_no_doubt(commune: Workspace) -> None:
    for text in ("Phường Mường Lay", "Xã Lay Nưa", "na lay", "P. Sông Đà, TX Mường Lay", None):
        assert doubts(commune, text) == []


def test_a_row_of_another_commune_is_told_with_the_name_it_has_today(commune: Workspace) -> None:
    [said] = doubts(commune, "Phường Mường Lay", commune="03127")
    assert "nay là: Phường Mường Lay;" in said
    [said] = doubts(commune, "Xã Lay Nưa", commune="03127")
    assert "Phường Mường Lay – tên cũ Xã Lay Nưa (đến 30/06/2025)" in said


def test_a_divided_unit_is_told_with_all_its_successors(commune: Workspace) -> None:
    [said] = doubts(commune, "Phường Kim Mã", commune="00025")
    assert "đã chia về nhiều nơi" in said
    assert [name for name in ("Ba Đình", "Ngọc Hà", "Giảng Võ") if f"Phường {name} – tên cũ Phường Kim Mã" in said] == [
        "Ba Đình",
        "Ngọc Hà",
        "Giảng Võ",
    ]


def test_an_unknown_commune_is_told(commune: Workspace) -> None:
    assert doubts(commune, "Xã Không Có") == [
        "Không rõ xã, phường “Xã Không Có”. Kiểm tra hộ này có thuộc địa bàn không."
    ]


def test_a_name_that_only_sounds_alike_is_asked(commune: Workspace) -> None:
    [said] = doubts(commune, "Xã Ba Tô", commune="21484")
    assert "nay là: Xã Ba Tô;" in said
    assert doubts(commune, "Xã Ba Tơ", commune="21484") == []
    [said] = doubts(commune, "Xã Ba Tợ", commune="21484")
    assert said == "“Xã Ba Tợ” gần giống tên: Xã Ba Tơ; Xã Ba Tô. Kiểm tra dấu của tên xã, phường."
    [said] = doubts(commune, "xa ba to", commune="21484")
    assert "Ba Tô" in said


def test_the_village_settles_where_a_divided_unit_is_and_the_district_tells_twins_apart(commune: Workspace) -> None:
    with commune.read() as session:
        names = CommuneNames(session, "00229")
        assert names.doubts("Phường Phương Mai")
        assert names.doubts("Phường Phương Mai", settled=True) == ()
        [told] = names.doubts("Phường Minh Khai", "Quận Hai Bà Trưng")
        assert "quận Bắc Từ Liêm" not in problem_text(told)


def test_a_former_name_of_this_commune_has_its_receipt(commune: Workspace) -> None:
    with commune.read() as session:
        names = CommuneNames(session, "03151")
        repair = names.renamed("Xã Lay Nưa")
        assert repair is not None
        assert (repair.before, repair.after) == ("Xã Lay Nưa", "Phường Mường Lay")
        assert names.renamed("Phường Mường Lay") is None
        assert names.renamed(None) is None


def test_the_list_is_saved_and_the_doubt_stands_at_its_row(commune: Workspace, tmp_path: Path) -> None:
    headings = ("Họ và tên chủ hộ", "Năm sinh", "Xã/phường")
    rows = [headings, ("Lò Văn Pâng", 1956, "Xã Lay Nưa"), ("Cà Thị Ín", 1960, "Xã Thu Cúc")]
    _, report = import_list(commune, write_list(tmp_path / "a.xlsx", rows))
    assert "commune_other" in [one.problem.code for one in report.problems]
    assert (report.new, report.rejected) == (2, 0)
