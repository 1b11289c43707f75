"""Whole days at the office by the commands: the demo, a house from list to minutes, undo, many packages.

The demo and the failures, whose status and streams matter, run in processes of their own, the long days in this one.
"""

from __future__ import annotations

import io
import json
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from app.cli.main import main

COMMUNE = ["init", "--level", "commune", "--province", "Tỉnh Điện Biên", "--person", "Lò Thị Hoa"]
SUPERIOR = ["--upper-code", "11", "--upper-name", "Ủy ban nhân dân tỉnh Điện Biên"]


class Office:
    """An office's data folder, worked on by commands."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, *words: str | Path) -> Any:
        """Run a command that succeeds and return its JSON."""
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            status = main(["--data", str(self.folder), "--json", *map(str, words)])
        assert status == 0, err.getvalue()
        return json.loads(out.getvalue())

    def start(self, *words: str | Path, status: int = 0) -> Any:
        """Run a command in a process of its own and return its JSON; the status is part of the claim."""
        command = [sys.executable, "-m", "app", "--data", str(self.folder), "--json", *map(str, words)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
        assert done.returncode == status, done.stderr
        assert "Traceback" not in done.stderr
        return json.loads(done.stdout)


@pytest.fixture
def commune(tmp_path: Path) -> Office:
    """A new commune."""
    office = Office(tmp_path / "Dữ liệu phường")
    office.run(*COMMUNE, "--code", "03151", "--name", "Phường Mường Lay", "--village", "Bản Hua Nạng", *SUPERIOR)
    return office


@pytest.fixture
def upper(tmp_path: Path) -> Office:
    """The office above it."""
    office = Office(tmp_path / "Dữ liệu tỉnh")
    office.run(
        "init", "--level", "upper", "--code", "11", "--name", "UBND tỉnh Điện Biên", "--province", "Tỉnh Điện Biên"
    )
    return office


def test_the_demo_does_all_its_steps(tmp_path: Path) -> None:
    (tmp_path / "another file.txt").write_text("stays")
    told = Office(tmp_path / "not used").start("demo", tmp_path)
    assert (told["imported"], told["decided"], told["accepted"], told["handed_over"]) == (40, 12, 12, 12)
    assert (told["first_instalment"], told["second_instalment"]) == (378_000_000, 252_000_000)
    assert (told["decided_above"], told["counts"]) == (28, {"handed_over": 12, "approved": 28})
    assert told["equal"]
    assert len(PdfReader(told["minutes"]).pages) >= 12
    assert Path(told["package_up"]).is_file()
    assert Path(told["package_down"]).is_file()
    assert not (tmp_path / "not used").exists()


def test_a_house_goes_from_the_list_to_its_minutes(commune: Office, tmp_path: Path) -> None:
    report = commune.run("list", "import", Path("resources/samples/danh-sach-ho.xlsx"), "--programme", "xoa-nha-tam")
    assert (
        report["read"]
        == report["new"] + report["changed"] + report["unchanged"] + report["rejected"] + report["skipped"]
    )
    found = commune.run("household", "list", "--search", "quang thi in")
    assert found["total"] == 1
    (household,) = found["households"]
    assert (household["status"], household["requested_amount"]) == ("registered", 60_000_000)
    name = household["id"][-8:]
    commune.start("handover", name, "--date", "2025-11-03", status=1)
    commune.run("fund", "source", "add", "--code", "NSTW", "--name", "Ngân sách trung ương", "--kind", "central_budget")
    approved = commune.run(
        "support", "approve", name, "--decision", "45/QĐ-UBND", "--date", "15/07/2025", "--amount", "60.000.000"
    )
    assert approved["warnings"]
    commune.run(
        "fund", "pay", name, "--source", "NSTW", "--amount", "36000000", "--date", "2025-07-21", "--voucher", "PC 1"
    )
    for stage, day in (("foundation", "2025-08-09"), ("frame_wall", "2025-08-29"), ("roof", "2025-09-12")):
        commune.run("stage", "record", name, "--stage", stage, "--date", day)
    commune.start("accept", name, "--date", "2025-10-08", "--area", "36,5", status=1)
    commune.run("accept", name, "--date", "2025-10-08", "--area", "36,5", "--hard", "foundation,frame_wall,roof")
    commune.run("handover", name, "--date", "2025-11-03", "--place", "Nhà văn hóa bản")
    shown = commune.run("household", "show", name)
    assert (shown["status"], shown["stage"], shown["paid_amount"]) == ("handed_over", "roof", 36_000_000)
    assert (shown["accepted_on"], shown["handed_over_on"]) == ("2025-10-08", "2025-11-03")
    out = tmp_path / "bien-ban.pdf"
    assert commune.run("print", "handover_minutes", name, out)["files"] == [str(out)]
    text = " ".join(page.extract_text() for page in PdfReader(out).pages)
    assert "Quàng Thị Ín" in text
    assert "36,5" in text
    assert commune.run("status")["counts"]["handed_over"] == 1
    assert commune.run("check")["journal"]["rebuild_equal"]


def test_a_mistake_is_undone_and_a_payment_is_reversed(commune: Office) -> None:
    commune.run("list", "import", Path("resources/samples/danh-sach-ho.xlsx"))
    assert commune.run("household", "list")["total"] == 40
    first = commune.run("household", "list", "--limit", "1")["households"][0]
    name = first["id"][-8:]
    commune.run("household", "set", name, "phone=0912345678")
    assert commune.run("household", "show", name)["phone"] == "0912345678"
    commune.run("undo")
    assert commune.run("household", "show", name)["phone"] == first["phone"]
    history = commune.run("household", "history", name, "--field", "phone")
    assert "0912345678" in [one["new"] for one in history]
    commune.run("fund", "source", "add", "--code", "NSTW", "--name", "Ngân sách trung ương", "--kind", "central_budget")
    commune.run("support", "approve", name, "--decision", "45/QĐ-UBND", "--date", "2025-07-15")
    commune.run(
        "fund", "pay", name, "--source", "NSTW", "--amount", "1000000", "--date", "2025-07-21", "--voucher", "PC 9"
    )
    (line,) = commune.run("household", "show", name)["payments"]
    commune.run("fund", "reverse", line["id"], "--date", "2025-07-22", "--reason", "ghi nhầm hộ")
    shown = commune.run("household", "show", name)
    assert shown["paid_amount"] == 0
    assert len(shown["payments"]) == 2


def test_an_upper_office_receives_packages_of_several_communes_in_any_order(upper: Office, tmp_path: Path) -> None:
    packages = []
    for code, name in (
        ("03151", "Phường Mường Lay"),
        ("03127", "Phường Điện Biên Phủ"),
        ("03130", "Phường Mường Thanh"),
    ):
        commune = Office(tmp_path / code)
        commune.run(*COMMUNE, "--code", code, "--name", name, *SUPERIOR)
        commune.run("list", "import", Path("resources/samples/danh-sach-ho.xlsx"))
        packages += [one["file"] for one in commune.run("package", "export", tmp_path / code / "1")]
        some = commune.run("household", "list", "--limit", "1")["households"][0]["id"]
        commune.run("household", "set", some, "note=đã gặp")
        packages += [one["file"] for one in commune.run("package", "export", tmp_path / code / "2")]
    reports = upper.run("package", "receive", *reversed(packages))
    assert [one["result"] for one in reports] == ["merged"] * 6
    assert all(not one["gaps"] and not one["forks"] for one in reports)
    assert upper.run("household", "list")["total"] == 120
    assert upper.run("check")["journal"]["rebuild_equal"]
    again = upper.run("package", "receive", *packages)
    assert all(one["rows"] == {"new": 0, "changed": 0, "same": 0} for one in again)


def test_bad_calls_are_told_apart(commune: Office, tmp_path: Path) -> None:
    refused = commune.start("household", "show", "ffffff", status=1)
    assert refused["error"]["status"] == 1
    assert refused["error"]["message"]
    missing = commune.start("list", "import", tmp_path / "none.xlsx", status=3)
    assert missing["error"]["status"] == 3
    nothing = Office(tmp_path / "empty").start("status", status=3)
    assert "thiết lập" in nothing["error"]["message"]
