"""`ceremony ...`: put together, printed in one file, held, by commands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.cli.main import main
from app.support.queries import case_facts
from app.workspace import Workspace
from tests.make import make_approved, make_case, make_finished


@pytest.fixture
def homes(commune: Workspace) -> list[str]:
    """Three accepted houses."""
    cases = [make_case(commune, name) for name in ("Cà Văn Ánh", "Lò Văn Pâng", "Quàng Thị Ín")]
    make_approved(commune, *cases)
    make_finished(commune, *cases, day="2026-11-01")
    with commune.read() as session:
        facts = case_facts(session, cases)
    return [facts[one].household_id for one in cases]


def run(capsys: pytest.CaptureFixture[str], folder: Path, *words: str) -> tuple[int, str]:
    capsys.readouterr()
    status = main(["--data", str(folder), *words])
    said = capsys.readouterr()
    return status, said.out if not status else said.err


def test_a_ceremony_is_put_together_printed_and_held(
    commune: Workspace, homes: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    folder, target = commune.folder, str(tmp_path / "bộ.pdf")
    place = "Nhà văn hóa bản Hua Nạng"
    guest = "Phạm Thị Thu; Giám đốc; Công ty Hoa Ban"
    words = ("--date", "18/11/2026", "--place", place, "--time", "8:00", "--guest", guest, "--json")
    status, out = run(capsys, folder, "ceremony", "add", *homes, *words)
    assert status == 0
    [ceremony] = json.loads(out)["changed"]
    failing = ("--date", "17/11/2026", "--reason", "Mái dột", "--review", "01/12/2026")
    assert run(capsys, folder, "ceremony", "fail", ceremony[-6:], homes[2], *failing)[0] == 0
    numbering = ("--numbering", "register", "--start-at", "28", "--json")
    status, out = run(capsys, folder, "ceremony", "print", ceremony, target, *numbering)
    assert json.loads(out)["numbers"] == ["28", "29"]
    assert Path(target).exists()
    status, out = run(capsys, folder, "ceremony", "handover", ceremony, "--json")
    assert json.loads(out)["changed"] == homes[:2]
    status, out = run(capsys, folder, "ceremony", "list", "--json")
    assert [(one["place"], one["houses"], one["handed_over"]) for one in json.loads(out)] == [(place, 2, 2)]
    assert f"{place}: 2 nhà" in run(capsys, folder, "ceremony", "list")[1]
    assert run(capsys, folder, "ceremony", "handover", ceremony) == (
        1,
        "Lễ này không còn nhà chờ bàn giao. Thêm nhà vào lễ rồi làm lại.\n",
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("handover", "abcdef"), "Không còn lễ bàn giao này. Mở lại danh sách lễ bàn giao."),
        (("print", "abcdef", "bộ.docx"), ".pdf"),
        (("print", "abcdef", "bộ.pdf"), "Không còn lễ bàn giao này. Mở lại danh sách lễ bàn giao."),
    ],
)
def test_what_does_not_fit_is_one_sentence(
    commune: Workspace, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    status, told = run(capsys, commune.folder, "ceremony", *words)
    assert status == 1
    assert said in told
