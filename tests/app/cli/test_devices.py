"""`device ...`: a laptop is shown, paired by its card, believed after its code was compared, and retired."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.exchange.laptops import own_card
from app.workspace import Workspace
from tests.app.cli.test_households import Shell, codes
from tests.app.exchange.test_packages import send
from tests.make import make_household

KEYS = ["device", "office", "office_name", "name", "check_code", "state", "last_heard"]


def test_pairing_by_card_and_by_package(
    commune: Workspace,
    second_commune: Workspace,
    upper: Workspace,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    here, there = Shell(upper.folder, capsys), Shell(commune.folder, capsys)
    shown = there("device", "show", str(tmp_path / "thẻ.json"))
    assert shown["check_code"] == own_card(commune).check_code
    paired = here("device", "pair", str(tmp_path / "thẻ.json"))
    assert (paired["state"], paired["check_code"]) == ("unconfirmed", shown["check_code"])
    device = commune.author.device
    wrong = here("device", "confirm", device, "--code", "11111 22222", status=1)
    assert codes(wrong) == {"check_code_differs"}
    done = here("device", "confirm", device, "--code", shown["check_code"].replace(" ", ""))
    assert (len(done["changed"]), done["received"]) == (2, [])
    listed = here("device", "list")
    assert [list(one) for one in listed] == [KEYS] * 2
    assert [(one["name"], one["state"], one["last_heard"]) for one in listed] == [
        ("Máy sở", "own", None),
        ("Máy văn phòng", "confirmed", None),
    ]
    make_household(second_commune)
    package = send(second_commune, tmp_path)
    [report] = here("package", "receive", str(package))
    assert (report["result"], report["refused"], report["held"][0]["code"]) == ("quarantined", [], "laptop_unknown")
    assert "tạm giữ, chưa nhập" in here.say("package", "receive", str(package))
    assert here("package", "show", str(package))["from"]["office"] == "03127"
    other = second_commune.author.device
    assert {one["device"]: one["state"] for one in here("device", "list")}[other] == "quarantined"
    done = here("device", "confirm", other)
    assert [one["result"] for one in done["received"]] == ["merged"]
    here("device", "retire", other, "--reason", "Mất máy")
    assert {one["device"]: one["state"] for one in here("device", "list")}[other] == "retired"
    assert codes(here("device", "confirm", "abcdef", status=1)) == {"device_unknown"}


def test_the_list_tells_people_the_code(
    commune: Workspace, upper: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    here = Shell(upper.folder, capsys)
    here("package", "receive", str(send(commune, tmp_path)))
    told = here.say("device", "list")
    assert "Chưa đối chiếu: Máy văn phòng, Phường Mường Lay" in told
    assert own_card(commune).check_code in told
