"""The household commands and `status`, as scripts call them: JSON keys, exit statuses, ids by their ending."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.cli.main import main
from app.workspace import Workspace
from tests.make import make_approved, make_case, make_household

KEYS = (
    "id code head_name birth_year birth_date gender citizen_id ethnicity phone village commune category member_count "
    "work_type programme requested_amount approved_amount paid_amount status stage started_on accepted_on "
    "handed_over_on version"
)


class Shell:
    """Runs commands on one data folder and reads what they print."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.capsys = capsys

    def __call__(self, *words: str, status: int = 0) -> Any:
        """The JSON answer of a command that ends with this status."""
        text = self.say(*words, "--json", status=status)
        return json.loads(text)

    def say(self, *words: str, status: int = 0) -> str:
        """What a command prints."""
        self.capsys.readouterr()
        found = main([*words, "--data", str(self.folder)])
        out, err = self.capsys.readouterr()
        assert found == status, err
        return out


@pytest.fixture
def shell(commune: Workspace, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(commune.folder, capsys)


def codes(answer: Any) -> set[str]:
    return {one["code"] for one in answer["error"]["problems"]}


def test_the_list_has_the_keys_scripts_know(commune: Workspace, shell: Shell) -> None:
    make_household(commune, birth="1972-05-20", citizen_id="011072001234", phone="0912345678")
    answer = shell("household", "list")
    assert answer["total"] == 1
    [found] = answer["households"]
    assert " ".join(found) == KEYS
    assert (found["birth_year"], found["birth_date"], found["commune"]) == (1972, "1972-05-20", "03151")
    assert (found["citizen_id"], found["phone"]) == ("011072001234", "0912345678")
    assert (found["status"], found["programme"], found["approved_amount"]) == (None, None, None)


def test_the_list_is_searched_filtered_and_cut(commune: Workspace, shell: Shell) -> None:
    case = make_case(commune)
    make_approved(commune, case)
    make_household(commune, "Quàng Thị Ín")
    shell(
        "household", "set", shell("household", "list", "--search", "in")["households"][0]["id"], "village=ban chi luong"
    )

    def names(*words: str) -> list[str]:
        return [one["head_name"] for one in shell("household", "list", *words)["households"]]

    assert names() == ["Quàng Thị Ín", "Lò Văn Pâng"]
    assert names("--search", "lo pang") == ["Lò Văn Pâng"]
    assert names("--status", "approved") == ["Lò Văn Pâng"]
    assert names("--village", "BẢN CHI LUÔNG") == ["Quàng Thị Ín"]
    assert names("--programme", "xoa-nha-tam") == ["Lò Văn Pâng"]
    cut = shell("household", "list", "--limit", "1")
    assert (cut["total"], len(cut["households"])) == (2, 1)
    assert codes(shell("household", "list", "--status", "done", status=1)) == {"status_unknown"}
    assert codes(shell("household", "list", "--village", "Bản Xa", status=1)) == {"village_unknown"}
    assert codes(shell("household", "list", "--programme", "none", status=1)) == {"programme_unknown"}
    assert "Đang xem 2 / 2 hộ · 60.000.000 đồng đã duyệt" in shell.say("household", "list")


def test_a_household_is_shown_with_all_that_hangs_on_it(commune: Workspace, shell: Shell) -> None:
    case = make_case(commune)
    make_approved(commune, case)
    household = shell("household", "list")["households"][0]
    found = shell("household", "show", household["id"][-6:])
    assert {name: found[name] for name in household} == household
    assert [one["number"] for one in found["decisions"]] == ["45/QĐ-UBND"]
    assert (found["members"], found["condition"], found["payments"], found["stages"]) == ([], None, [], [])
    assert (found["acceptance"], found["handover"], found["conflicts"], found["proposals"]) == (None, None, [], [])
    assert "Tình trạng: Đã duyệt, chưa khởi công" in shell.say("household", "show", household["id"])


def test_fields_are_set_and_their_history_told(commune: Workspace, shell: Shell) -> None:
    household = make_household(commune)
    answer = shell("household", "set", household, "phone=0912 345 678", "citizen_id=011085001234")
    assert answer["changed"] == [household]
    assert len(answer["warnings"]) == 1
    shell("household", "set", household, "phone=")
    told = shell("household", "history", household, "--field", "phone")
    assert [(one["old"], one["new"], one["state"]) for one in told] == [
        ("0912345678", None, "current"),
        (None, "0912345678", "superseded"),
    ]
    assert set(told[0]) == {"at", "by", "office", "device", "action", "field", "old", "new", "state"}
    assert len(shell("household", "history", household)) > len(told)
    assert codes(shell("household", "set", household, "phone", status=1)) == {"field_form"}
    assert codes(shell("household", "set", household, "phone=1", "colour=red", status=1)) == {
        "not_phone",
        "field_unknown",
    }
    assert codes(shell("household", "set", "abcdef", "phone=", status=1)) == {"household_not_found"}
    assert "Điện thoại: (trống) → 0912345678 (đã thay)" in shell.say("household", "history", household)


def test_a_household_is_taken_off_and_brought_back(commune: Workspace, shell: Shell) -> None:
    household = make_household(commune)
    assert shell("household", "delete", household, "--reason", "Trùng")["changed"] == [household]
    assert shell("household", "list")["total"] == 0
    assert shell("household", "show", household)["head_name"] == "Lò Văn Pâng"
    assert codes(shell("household", "delete", household, "--reason", "Trùng", status=1)) == {"household_is_out"}
    assert shell("household", "restore", household)["changed"] == [household]
    assert shell("household", "list")["total"] == 1
    assert codes(shell("household", "delete", household, "--reason", " ", status=1)) == {"reason_missing"}


def test_status_counts_houses_money_packages_and_tasks(commune: Workspace, shell: Shell) -> None:
    make_approved(commune, make_case(commune, requested=50_000_000))
    make_case(commune, "Quàng Thị Ín", requested=30_000_000)
    answer = shell("status")
    assert answer == {
        "office": "03151",
        "name": "Phường Mường Lay",
        "device": commune.author.device,
        "counts": {"registered": 1, "approved": 1},
        "sums": {"requested": 80_000_000, "approved": 60_000_000, "paid": 0},
        "packages": {"sent": 0, "received": 0},
        "tasks": 1,  # approved long ago and not paid
    }
    assert "Đã duyệt, chưa khởi công: 1 hộ" in shell.say("status")
