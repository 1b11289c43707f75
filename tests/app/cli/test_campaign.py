"""`campaign add`, `list` and `show`, with --json and for people."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.bundled import bundled_campaigns
from app.cli.main import main
from app.workspace import Workspace
from tests.app.campaigns.conftest import PLAN


def run(capsys: pytest.CaptureFixture[str], folder: Path, *words: str) -> tuple[int, str, str]:
    capsys.readouterr()
    status = main(["--data", str(folder), *words])
    said = capsys.readouterr()
    return status, said.out, said.err


def test_the_five_plans_are_there_without_being_added(commune: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, commune.folder, "campaign", "list", "--json")
    found = json.loads(out)
    assert status == 0
    assert {one["code"] for one in found if one["bundled"]} == set(bundled_campaigns().values())
    assert [list(one) for one in found] == [["code", "name", "bundled"]] * len(found)


def test_a_plan_nobody_has_seen_is_added_listed_and_shown(
    commune: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, _ = run(capsys, commune.folder, "campaign", "add", str(PLAN), "--json")
    answer = json.loads(out)
    assert (status, len(answer["changed"]), answer["warnings"]) == (0, 1, [])
    listed = json.loads(run(capsys, commune.folder, "campaign", "list", "--json")[1])
    assert {"code": "duong-doan-2026", "name": "Xóa nhà tạm năm 2026", "bundled": False} in listed
    shown = json.loads(run(capsys, commune.folder, "campaign", "show", "doan-2026", "--json")[1])
    assert shown["id"] == answer["changed"][0]
    assert [one["figure"] for one in shown["targets"]] == ["12"]
    assert shown["units"][0]["area"] == "Bản Hua Nạng"
    people = run(capsys, commune.folder, "campaign", "show", answer["changed"][0][-6:])[1]
    assert people.splitlines()[0] == "Xóa nhà tạm năm 2026 (mã duong-doan-2026)"
    assert "Thời gian: tháng 01/2026 – quý IV/2026" in people


def test_faults_of_a_plan_are_named_by_line_and_nothing_is_kept(
    commune: Workspace, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    wrong = tmp_path / "sai.toml"
    wrong.write_text(
        'code = "sai"\nname = "Sai"\n\n[[unit]]\ncode = "a"\nname = "A"\nknd = "commune"\n', encoding="utf-8"
    )
    status, out, err = run(capsys, commune.folder, "campaign", "add", str(wrong), "--json")
    problems = json.loads(out)["error"]["problems"]
    assert status == 1
    assert [(one["field"], one["code"]) for one in problems] == [("unit.0.knd", "plan_key_unknown")]
    assert problems[0]["message"].startswith("Dòng 7, khóa knd: ")
    assert "Dòng 7" in err
    assert "sai" not in run(capsys, commune.folder, "campaign", "list")[1]


@pytest.mark.parametrize(
    ("words", "status"), [(("show", "khong-co"), 1), (("add", "/khong/co.toml"), 3), (("add",), 2)]
)
def test_what_cannot_be_done_has_its_status(
    commune: Workspace, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], status: int
) -> None:
    if status == 2:
        with pytest.raises(SystemExit) as stopped:
            run(capsys, commune.folder, "campaign", *words)
        assert stopped.value.code == 2
    else:
        assert run(capsys, commune.folder, "campaign", *words)[0] == status
