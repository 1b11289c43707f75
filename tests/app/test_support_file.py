"""The file for whoever helps holds logs, versions, counts and a check, and nobody's data."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import app
from app.logs import start_logging
from app.support_file import masked_log, write_support_file
from app.workspace import Workspace
from tests.make import make_approved, make_case

ROOT = Path(__file__).parents[2]
PERSON = {"name": "Vừ Thị Mảy Xuân", "phone": "0987 654 321", "id": "011085001234", "account": "8812 3300 4455"}


def everything(file: Path) -> str:
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
        return "\n".join([*archive.namelist(), *(archive.read(one).decode() for one in archive.namelist())])


def fall(workspace: Workspace) -> None:
    """An error that quotes a person, caught and logged as the window does."""
    try:
        int(f"{PERSON['name']} ({PERSON['phone']}) has no account {PERSON['account']}")
    except ValueError as error:
        logging.getLogger("maiam.window").critical("uncaught error of %s", PERSON["name"], exc_info=error)


def test_it_tells_versions_counts_and_the_check_and_no_persons_data(commune: Workspace, tmp_path: Path) -> None:
    case = make_case(commune, PERSON["name"], phone="0987654321", citizen_id=PERSON["id"], address="Số 7 ngõ Hoa Ban")
    make_approved(commune, case, amount=61_234_000)
    start_logging(commune.folder)
    fall(commune)
    file = write_support_file(commune.folder, tmp_path / "hỗ trợ.zip", commune)
    for handler in list(logging.getLogger("maiam").handlers):
        logging.getLogger("maiam").removeHandler(handler)
        handler.close()
    said = everything(file)
    facts = json.loads(zipfile.ZipFile(file).read("mai-am.json"))
    assert facts["rows"]["household"] == 1
    assert facts["check"]["database"] == "ok"
    assert facts["check"]["journal"]["chains_ok"]
    assert facts["versions"]["program"] == app.VERSION
    assert "ValueError" in said
    assert "tests/app/test_support_file.py" in said or "test_support_file.py:" in said
    for word in (*PERSON["name"].split(), "Mường Lay", "Lò Thị Hoa", "Hoa Ban", "61234000", "61.234"):
        assert word not in said
    for number in ("0987", "654 321", "8812", "3300", PERSON["id"], commune.folder.name, str(tmp_path)):
        assert number not in said


def test_a_log_keeps_where_and_which_kind_only() -> None:
    log = r"""2026-11-21 08:15:02,123 CRITICAL maiam.window uncaught error
Traceback (most recent call last):
  File "D:\lo thi hoa\Mai Am\app\funding\operations.py", line 266, in pay
    warnings = write_payments(change.recorder, drafts)
KeyError: 'Lò Văn Pâng'
"""
    assert list(masked_log(log)) == [
        "2026-11-21 08:15:02 CRITICAL maiam.window",
        "  app/funding/operations.py:266 pay",
        "KeyError",
    ]


def test_a_folder_that_cannot_be_opened_has_its_file_too(tmp_path: Path) -> None:
    said = everything(write_support_file(tmp_path, tmp_path / "a.zip"))
    assert app.VERSION in said


def test_the_command_writes_it(commune: Workspace, tmp_path: Path) -> None:
    commune.close()
    target = tmp_path / "a.zip"
    command = [sys.executable, "-m", "app", "--data", str(commune.folder), "check", "--support-file", str(target)]
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    assert "mai-am.json" in everything(target)


def test_the_version_is_that_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["version"] == app.VERSION
