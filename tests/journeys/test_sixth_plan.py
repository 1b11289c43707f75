"""A plan nobody here has seen is typed as a file and run by commands; what is wrong in it is told by line and key."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.cli.main import main
from app.workspace import Workspace

PLAN = Path(__file__).with_name("suoi-vang-2026.toml")
CODE = "suoi-vang-2026"
FIVE = {"luong-son-2024", "muong-lay-2024", "so-tai-chinh-lang-son-2024", "soc-trang-2023", "xuan-tang-2022"}


class Office:
    """An office's data folder, worked on by commands."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.capsys = capsys

    def run(self, *words: str | Path, status: int = 0) -> Any:
        """Run a command and return its JSON; the status is part of the claim."""
        self.capsys.readouterr()
        assert main(["--data", str(self.folder), "--json", *map(str, words)]) == status
        return json.loads(self.capsys.readouterr().out)


@pytest.fixture
def province(upper: Workspace, capsys: pytest.CaptureFixture[str]) -> Office:
    """An office of a province that has just begun."""
    return Office(upper.folder, capsys)


def test_a_sixth_plan_is_added_read_asked_and_corrected(province: Office, tmp_path: Path) -> None:
    assert {one["code"] for one in province.run("campaign", "list")} == FIVE
    added = province.run("campaign", "add", PLAN)
    assert len(added["changed"]) == 1
    listed = {one["code"]: one["bundled"] for one in province.run("campaign", "list")}
    assert listed == dict.fromkeys(FIVE, True) | {CODE: False}
    deadlines_fall_due(province)
    quotas_are_read(province)
    standings_show_the_difference(province)
    corrected(province, tmp_path)


def deadlines_fall_due(province: Office) -> None:
    """A quarter ends with its last day; "trước 30/6" is the day before."""
    found = province.run("campaign", "deadlines", CODE, "--today", "2026-06-28")
    interim = next(one for one in found if one["task"] == "Sơ kết")
    assert (interim["due"], interim["inclusive"], interim["days_left"]) == ("2026-06-30", False, 1)
    (quarter,) = [one for one in found if one["task"].startswith("Báo cáo quý")]
    assert (quarter["task"], quarter["due"], quarter["days_left"]) == ("Báo cáo quý – quý II/2026", "2026-06-30", 2)
    assert quarter["to"] == "UBND tỉnh; Sở Xây dựng"
    later = province.run("campaign", "deadlines", CODE, "--today", "2026-07-02")
    assert [one["state"] for one in later if one["due"] == "2026-06-30"] == ["overdue", "overdue"]


def quotas_are_read(province: Office) -> None:
    """Thirty houses lie on an edge this plan leaves open: the officer reads it, with a reason."""
    told = province.run("campaign", "quotas", CODE)
    units = {one["name"]: one for one in told["units"]}
    assert (units["Phường Một"]["individual"], units["Xã Ba"]["individual"]) == (1, 3)
    assert units["Xã Hai"]["edge"]
    assert units["Xã Hai"]["override"] is None
    refused = province.run("campaign", "quota-read", CODE, "Xã Hai", "individual=3", "--reason", "", status=1)
    assert refused["error"]["problems"]
    province.run("campaign", "quota-read", CODE, "Xã Hai", "individual=3", "--reason", "Lấy mức cao theo công văn 12")
    told = province.run("campaign", "quotas", CODE)
    read = next(one for one in told["units"] if one["name"] == "Xã Hai")
    assert read["individual"] == 3
    assert read["override"]
    assert (told["total"]["individual"], told["total"]["collective"]) == (7, 2)


def standings_show_the_difference(province: Office) -> None:
    """80 houses, but 75 handed to the units: the five that nobody has are told."""
    (sums,) = province.run("campaign", "standings", CODE)["sums"]
    assert (sums["whole"], sums["parts"], sums["difference"]) == (80, 75, -5)


def corrected(province: Office, tmp_path: Path) -> None:
    """The same file with another figure brings the plan up to it; a second plan does not come of it."""
    changed = tmp_path / "sửa.toml"
    changed.write_text(PLAN.read_text(encoding="utf-8").replace("figure = 35", "figure = 40"), encoding="utf-8")
    province.run("campaign", "add", changed)
    assert len(province.run("campaign", "list")) == 6
    told = province.run("campaign", "quotas", CODE)
    assert {one["name"]: one["target"] for one in told["units"]} == {"Phường Một": 10, "Xã Hai": 30, "Xã Ba": 40}
    override = next(one["override"] for one in told["units"] if one["name"] == "Xã Hai")
    assert override is not None


#: What is changed into what, and the key that is told.
FAULTS = {
    'unit = "hai"': ('unit = "bon"', "unit"),
    "figure = 35": ('figure = "nhiều"', "figure"),
    'repeats = "quarterly"': ('repeats = "sometimes"', "repeats"),
    'issuer = "UBND tỉnh Điện Biên"': ('isuer = "UBND tỉnh Điện Biên"', "isuer"),
    'form = "bang-khen"\nobject = "collective"': ('form = "co-thuong"\nobject = "collective"', "form"),
    "issued_on = 2026-02-10": ('issued_on = "mồng mười"', "issued_on"),
}


def test_what_is_wrong_is_told_by_line_and_key(province: Office, tmp_path: Path) -> None:
    text = PLAN.read_text(encoding="utf-8")
    for right, (wrong, key) in FAULTS.items():
        before, after = text.split(right)
        file = tmp_path / f"{key}.toml"
        file.write_text(before + wrong + after, encoding="utf-8")
        told = province.run("campaign", "add", file, status=1)
        (message,) = [one["message"] for one in told["error"]["problems"]]
        assert message.startswith(f"Dòng {before.count(chr(10)) + 1}, khóa {key}: ")
    assert {one["code"] for one in province.run("campaign", "list")} == FIVE


def test_a_file_that_is_no_plan_is_told_by_line(province: Office, tmp_path: Path) -> None:
    file = tmp_path / "hỏng.toml"
    file.write_text('code = "a"\nname = "b\n', encoding="utf-8")
    told = province.run("campaign", "add", file, status=1)
    assert "dòng 2" in told["error"]["message"] + str(told["error"]["problems"])
