"""What the window keeps beside the data: texts that survive, a log without numbers of people."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from app.logs import start_logging
from app.settings import FILE, Settings
from app.workspace import Workspace


def test_what_is_kept_is_there_the_next_day(tmp_path: Path) -> None:
    Settings(tmp_path).put("scale", "110")
    again = Settings(tmp_path)
    assert again.get("scale") == "110"
    assert again.get("window") is None


def test_a_damaged_file_is_forgotten_and_an_unwritable_folder_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('{"scale": ', encoding="utf-8")
    settings = Settings(tmp_path)
    assert settings.get("scale") is None
    settings.put("scale", "90")
    assert Settings(tmp_path).get("scale") == "90"
    Settings(tmp_path / "không có").put("scale", "90")


def test_the_log_masks_long_numbers(tmp_path: Path) -> None:
    path = start_logging(tmp_path / "Dữ liệu")
    assert path is not None
    logging.getLogger("maiam.window").critical("hộ 011072001234 chi 60000000, lỗi 42")
    text = path.read_text(encoding="utf-8")
    assert "011072001234" not in text
    assert "60000000" not in text
    assert "lỗi 42" in text
    for handler in list(logging.getLogger("maiam").handlers):
        logging.getLogger("maiam").removeHandler(handler)
        handler.close()


def test_a_folder_that_cannot_be_written_gives_no_log(tmp_path: Path) -> None:
    blocked = tmp_path / "tệp"
    blocked.write_text("", encoding="utf-8")
    assert start_logging(blocked) is None


def test_a_fault_of_the_database_names_no_person(commune: Workspace) -> None:
    person = {"name": "Lò Thị Hương", "phone": "0912 345 678"}
    with commune.read() as session, pytest.raises(DatabaseError) as fault:
        session.execute(text("SELECT :name, :phone FROM nowhere"), person)
    assert "nowhere" in str(fault.value)
    assert not any(value in str(fault.value) for value in person.values())
