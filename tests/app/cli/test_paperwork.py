"""`paper ...` and `print dossier` as scripts call them."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from app.support.queries import facts_of
from app.workspace import Workspace
from tests.app.cli.test_cases import Shell, codes
from tests.app.paperwork.conftest import handed_over as handed_over  # noqa: PLC0414 - fixtures
from tests.app.paperwork.conftest import scanned_pdf as scanned_pdf  # noqa: PLC0414


@pytest.fixture
def shell(commune: Workspace, capsys: pytest.CaptureFixture[str]) -> Shell:
    """Commands on the commune's folder."""
    return Shell(commune.folder, capsys)


@pytest.fixture
def house(commune: Workspace, handed_over: str) -> str:
    """The ending of the household."""
    with commune.read() as session:
        [facts] = facts_of(session, [handed_over])
    return facts.household_id[-6:]


def test_papers_are_listed_scanned_signed_and_the_file_is_bound_and_closed(
    shell: Shell, house: str, scanned_pdf: Path, tmp_path: Path
) -> None:
    listed = {one["kind"]: one["state"] for one in shell("paper", "list", house)["papers"]}
    assert (listed["decision"], listed["application"]) == ("signed", "none")
    shell(
        "paper", "scan", house, "handover_minutes", str(scanned_pdf), "--date", "20/11/2025", "--signer", "Lò Thị Hoa"
    )
    shell("paper", "signed", house, "--kind", "application", "--date", "2025-11-20")
    found = shell("paper", "list", house)
    assert found["scans"][0]["here"] is True
    [file] = shell("paper", "missing")
    assert [one["kind"] for one in file["missing"]] == ["survey_form", "review_minutes", "completion_check"]
    target = tmp_path / "hồ sơ.pdf"
    assert shell("print", "dossier", house, str(target))["pages"] == len(PdfReader(target).pages)
    assert codes(shell("paper", "close", house, status=1)) == {"close_papers_missing"}
    shell("paper", "close", house, "--date", "2025-12-01", "--reason", "Giấy ở kho")
    assert shell("household", "show", house)["status"] == "closed"
    assert shell("paper", "missing") == []
    shell("paper", "reopen", house, "--reason", "Bổ sung giấy")
    assert shell("household", "show", house)["status"] == "handed_over"


def test_missing_papers_are_printed_as_one_file_and_what_a_command_prints_is_noted(
    shell: Shell, house: str, tmp_path: Path
) -> None:
    shell("print", "application", house, str(tmp_path / "đơn.pdf"))
    assert {one["kind"]: one["state"] for one in shell("paper", "list", house)["papers"]}["application"] == "printed"
    target = tmp_path / "thiếu.pdf"
    made = shell("paper", "missing", "--print", str(target))
    assert (made["papers"], made["left"]) == (3, 1)
    assert len(PdfReader(target).pages) == made["pages"]
    assert codes(shell("paper", "missing", "--print", str(target), status=1)) == {"no_missing_papers"}


def test_bad_scans_are_one_sentence(shell: Shell, house: str, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("chữ", encoding="utf-8")
    asked = ("paper", "scan", house, "decision", str(file), "--date", "2025-11-20")
    assert "không phải ảnh JPG" in shell(*asked, status=3)["error"]["message"]
    assert "Không thấy tệp" in shell(*asked[:4], str(tmp_path / "b.pdf"), *asked[5:], status=3)["error"]["message"]
