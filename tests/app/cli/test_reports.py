"""`report names` and `report NAME OUT`: what they print, what they refuse."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.cli.main import main
from app.workspace import Workspace
from tests.make import make_approved, make_case


def run(capsys: pytest.CaptureFixture[str], workspace: Workspace, *args: str) -> tuple[int, dict[str, object]]:
    status = main(["--data", str(workspace.folder), "--json", *args])
    return status, json.loads(capsys.readouterr().out)


def test_the_catalogue_is_listed(commune: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["--data", str(commune.folder), "--json", "report", "names"])
    found = json.loads(capsys.readouterr().out)
    assert status == 0
    assert {"progress", "campaign", "money", "overdue"} <= {one["name"] for one in found}


def test_a_report_is_written_as_of_a_day(
    commune: Workspace, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    make_approved(commune, make_case(commune))
    target = tmp_path / "tiến độ.xlsx"
    params = ("--as-of", "20/11/2025", "--param", "period=month", "--param", "unit=million")
    status, data = run(capsys, commune, "report", "progress", str(target), *params)
    assert (status, data["files"]) == (0, [str(target)])
    assert isinstance(data["rows"], int)
    sheet = load_workbook(target).worksheets[0]
    said = [str(cell.value) for row in sheet.iter_rows(max_row=6) for cell in row if cell.value]
    assert "Trong kỳ: từ ngày 01/11/2025 đến ngày 20/11/2025" in said


def test_a_pdf_tells_its_pages(commune: Workspace, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    status, data = run(capsys, commune, "report", "money", str(tmp_path / "a.pdf"))
    assert status == 0
    assert data["pages"] == 2


@pytest.mark.parametrize(
    "args",
    [
        ("progress", "a.csv"),
        ("progress", "a.xlsx", "--param", "colour=red"),
        ("progress", "a.xlsx", "--param", "period"),
        ("progress", "a.xlsx", "--as-of", "someday"),
        ("campaign", "a.docx"),
        ("campaign", "a.docx", "--param", "campaign=nowhere-1999"),
    ],
)
def test_what_cannot_be_made_is_refused_and_nothing_is_written(
    commune: Workspace, capsys: pytest.CaptureFixture[str], tmp_path: Path, args: tuple[str, ...]
) -> None:
    name, file, *rest = args
    status, data = run(capsys, commune, "report", name, str(tmp_path / file), *rest)
    assert status == 1
    assert data["error"]
    assert not (tmp_path / file).exists()
