"""`campaign quotas` and `campaign quota-read`, as cli.md's JSON says them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.cli.main import main
from app.workspace import Workspace


def run(capsys: pytest.CaptureFixture[str], folder: Path, *words: str) -> tuple[int, str]:
    capsys.readouterr()
    status = main(["--data", str(folder), *words])
    return status, capsys.readouterr().out


def test_quotas_are_told_by_unit_and_in_all(commune: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    status, out = run(capsys, commune.folder, "campaign", "quotas", "soc-trang-2023", "--json")
    found = json.loads(out)
    assert status == 0
    assert [one["target"] for one in found["units"]] == [20, 40, 40, 55, 70, 70, 75, 120, 130, 260, 320]
    assert list(found["units"][0]) == ["name", "target", "collective", "individual", "household", "edge", "override"]
    assert (found["total"]["collective"], found["total"]["individual"]) == (34, 55)
    status, out = run(capsys, commune.folder, "campaign", "quotas", "soc-trang-2023")
    assert "Huyện Kế Sách: chỉ tiêu 320, tập thể 4, cá nhân 9, hộ gia đình 0" in out
    assert out.splitlines()[-1] == "Cộng: tập thể 34, cá nhân 55, hộ gia đình 0"


def test_a_reading_stands_beside_its_unit_and_is_undone(commune: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    wanted = ("campaign", "quota-read", "soc-trang-2023", "huyện mỹ tú", "collective=3", "individual=4")
    assert run(capsys, commune.folder, *wanted, "--reason", "Hiểu theo bậc trên")[0] == 0

    def unit() -> dict[str, object]:
        found = json.loads(run(capsys, commune.folder, "campaign", "quotas", "soc-trang-2023", "--json")[1])
        return next(dict(one) for one in found["units"] if one["name"] == "Huyện Mỹ Tú")

    assert unit()["override"] == {"collective": 3, "individual": 4, "reason": "Hiểu theo bậc trên"}
    assert unit()["collective"] == 3
    assert run(capsys, commune.folder, "undo")[0] == 0
    assert unit()["override"] is None


def test_a_number_handed_down_to_a_unit_is_kept(commune: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    wanted = ("campaign", "quota-read", "muong-lay-2024", "Xã Lay Nưa", "collective=2", "--reason", "Kế hoạch tổng kết")
    assert run(capsys, commune.folder, *wanted)[0] == 0
    found = json.loads(run(capsys, commune.folder, "campaign", "quotas", "muong-lay-2024", "--json")[1])
    assert [(one["name"], one["collective"]) for one in found["units"]] == [("Xã Lay Nưa", 2)]


@pytest.mark.parametrize(
    ("unit", "number", "reason"),
    [
        ("Huyện Không Có", "collective=3", "lý do"),
        ("Huyện Mỹ Tú", "collective=ba", "lý do"),
        ("Huyện Mỹ Tú", "household=1", "lý do"),
        ("Huyện Mỹ Tú", "collective=3", "  "),
    ],
)
def test_a_reading_that_cannot_be_kept_is_refused_with_a_sentence(
    commune: Workspace, capsys: pytest.CaptureFixture[str], unit: str, number: str, reason: str
) -> None:
    wanted = ("campaign", "quota-read", "soc-trang-2023", unit, number, "--reason", reason, "--json")
    status, out = run(capsys, commune.folder, *wanted)
    assert status == 1
    assert json.loads(out)["error"]["problems"][0]["message"].endswith(".")
