"""Files from outside: each bad one is one sentence, and the child that read it is gone."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from app.documents import limits
from app.documents.intake import Kind, in_child, kind_of, parsing, read_workbook
from app.problems import Cancelled, Trouble
from app.progress import Progress
from app.wording.messages import trouble_text
from tests.app.documents.foreign_files import MAIN, SHEET, STRINGS, sheet_xml, write_foreign

ENTITIES = (
    '<!DOCTYPE w [<!ENTITY a "AAAAAAAAAA"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>'
)


def first_cell(path: Path) -> object:
    with parsing(path):
        workbook = load_workbook(path, read_only=True)
        value = workbook.worksheets[0]["A1"].value
        workbook.close()
    return value


def sleep_long(_path: Path) -> None:
    time.sleep(60)


def die_at_once(_path: Path) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def eat_memory(_path: Path) -> int:
    return len(bytearray(3 * 1024**3))


def trouble_of(path: Path) -> str:
    """The code of the sentence that reading the file gives; the child must not outlive it."""
    with pytest.raises(Trouble) as caught:
        read_workbook(first_cell, path)
    assert multiprocessing.active_children() == []
    assert path.name in trouble_text(caught.value)
    return caught.value.code


def test_an_ordinary_workbook_comes_home(tmp_path: Path) -> None:
    assert read_workbook(first_cell, write_foreign(tmp_path / "danh sách xã Ba Tơ.xlsx")) == "x"


def test_missing_file_and_folder_are_named(tmp_path: Path) -> None:
    assert trouble_of(tmp_path / "không có.xlsx") == "file_missing"
    assert trouble_of(tmp_path) == "file_is_folder"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n...", Kind.PDF),
        ("STT;Họ và tên\n1;Lò Văn Pâng\n".encode("utf-8-sig"), Kind.TEXT),
        ("STT\tHọ và tên\n".encode("utf-16"), Kind.TEXT),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, Kind.XLS),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 5000 + "EncryptedPackage".encode("utf-16-le"), Kind.ENCRYPTED),
        (b"\x89PNG\r\n\x1a\n\0\0\0", Kind.OTHER),
    ],
)
def test_kind_is_told_by_bytes_whatever_the_name(tmp_path: Path, content: bytes, kind: Kind) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    assert kind_of(path) is kind


def test_zips_are_told_apart_by_their_entries(tmp_path: Path) -> None:
    assert kind_of(write_foreign(tmp_path / "anh.zip")) is Kind.WORKBOOK
    for name, entries in {"ods": ["mimetype", "content.xml"], "zip": ["anh.jpg"]}.items():
        with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
            for entry in entries:
                archive.writestr(entry, b"...")
        assert kind_of(tmp_path / "a.xlsx") == name


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file_empty"),
        (b"khong phai bang tinh", "file_not_workbook"),
        (b"%PDF-1.7\n...", "file_not_workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "file_old_excel"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "file_password"),
        (b"PK\x03\x04" + b"\0" * 100, "file_damaged"),
    ],
)
def test_what_is_no_workbook_is_one_sentence(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "danh-sach.xlsx"
    path.write_bytes(content)
    assert trouble_of(path) == code


def test_truncated_workbook_is_damaged_wherever_it_was_cut(tmp_path: Path) -> None:
    whole = write_foreign(tmp_path / "a.xlsx").read_bytes()
    for share in (0.1, 0.5, 0.9, 0.99):
        (tmp_path / "b.xlsx").write_bytes(whole[: int(len(whole) * share)])
        assert trouble_of(tmp_path / "b.xlsx") == "file_damaged"


def test_flipped_bytes_within_a_part_are_damage(tmp_path: Path) -> None:
    content = bytearray(write_foreign(tmp_path / "a.xlsx").read_bytes())
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        at = archive.getinfo(SHEET).header_offset + 60
    content[at : at + 8] = b"\xff" * 8
    (tmp_path / "a.xlsx").write_bytes(content)
    assert trouble_of(tmp_path / "a.xlsx") == "file_damaged"


def test_file_over_fifty_megabytes_is_not_even_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with path.open("wb") as stream:
        stream.truncate(limits.MAX_FILE_BYTES + 1)
    assert trouble_of(path) == "file_too_large"


def test_bomb_is_stopped_by_its_ratio(tmp_path: Path) -> None:
    cell = '<c r="A{0}" t="inlineStr"><is><t>' + "A" * 30_000 + "</t></is></c>"
    rows = "".join(f'<row r="{row}">{cell.format(row)}</row>' for row in range(1, 101))
    assert trouble_of(write_foreign(tmp_path / "a.xlsx", {SHEET: sheet_xml(rows)})) == "file_hostile"


def test_entry_over_its_size_is_stopped_while_inflating(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_ENTRY_BYTES", 3_000_000)
    noise = "".join(f"{number:x}" for number in range(700_000))
    path = write_foreign(tmp_path / "a.xlsx", {"xl/media/image1.bmp": noise.encode()})
    with pytest.raises(Trouble, match="file_too_large"):
        limits.check_workbook(path)


def test_all_entries_together_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_ARCHIVE_BYTES", 3_000_000)
    noise = "".join(f"{number:x}" for number in range(400_000)).encode()
    path = write_foreign(tmp_path / "a.xlsx", {"xl/media/image1.bmp": noise, "xl/media/image2.bmp": noise})
    with pytest.raises(Trouble, match="file_too_large"):
        limits.check_workbook(path)


@pytest.mark.parametrize("name", ["../a.xml", "/etc/a.xml", "xl/../../a.xml", "..\\a.xml", "C:\\a.xml", "\\a.xml"])
def test_entry_that_leaves_the_archive_is_refused(tmp_path: Path, name: str) -> None:
    assert trouble_of(write_foreign(tmp_path / "a.xlsx", {name: b"<a/>"})) == "file_hostile"


def test_more_than_two_thousand_entries_are_refused(tmp_path: Path) -> None:
    parts = {f"xl/media/{number}.png": b"" for number in range(limits.MAX_ENTRIES)}
    assert trouble_of(write_foreign(tmp_path / "a.xlsx", parts)) == "file_hostile"


def test_one_name_twice_is_refused(tmp_path: Path) -> None:
    path = write_foreign(tmp_path / "a.xlsx")
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr(SHEET, sheet_xml(""))
    assert trouble_of(path) == "file_hostile"


@pytest.mark.parametrize("part", [SHEET, STRINGS, "xl/workbook.xml", "xl/styles.xml", "docProps/app.xml", "xl/odd.bin"])
def test_a_document_type_is_refused_in_every_part(tmp_path: Path, part: str) -> None:
    content = f'{ENTITIES}<sst xmlns="{MAIN}"><si><t>&c;</t></si></sst>'.encode()
    assert trouble_of(write_foreign(tmp_path / "a.xlsx", {part: content})) == "file_hostile"


def test_a_document_type_in_utf16_is_refused_too(tmp_path: Path) -> None:
    content = f'<?xml version="1.0" encoding="UTF-16"?>{ENTITIES}<sst xmlns="{MAIN}"/>'.encode("utf-16")
    assert trouble_of(write_foreign(tmp_path / "a.xlsx", {STRINGS: content})) == "file_hostile"


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="20000"><c r="XFD20000"><v>2</v></c></row>',
        '<row r="1"><c r="KO1"><v>2</v></c></row>',
        '<row r="1048576"><c r="C1048576"><v>2</v></c></row>',
        '<row r="200001"/>',
        '<row r="1"><c r="A300000"><v>2</v></c></row>',
        "<row>" + "<c><v>1</v></c>" * 301 + "</row>",
        '<row r="200000"/><row/>',
    ],
)
def test_a_far_cell_is_refused_before_it_is_reached(tmp_path: Path, rows: str) -> None:
    assert trouble_of(write_foreign(tmp_path / "a.xlsx", {SHEET: sheet_xml(rows)})) == "file_too_many_cells"


@pytest.mark.parametrize("number", ["1e9", "-5", "", "9999999999"])
def test_a_row_number_that_is_none_is_damage(tmp_path: Path, number: str) -> None:
    rows = f'<row r="{number}"><c><v>2</v></c></row>'
    assert trouble_of(write_foreign(tmp_path / "a.xlsx", {SHEET: sheet_xml(rows)})) == "file_damaged"


def test_cells_are_counted_over_all_sheets_however_they_are_placed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MAX_CELLS", 10)
    same_place = '<row r="1">' + '<c r="A1"><v>1</v></c>' * 11 + "</row>"
    merged = sheet_xml("", after='<mergeCells count="1"><mergeCell ref="A1:C4"/></mergeCells>')
    strings = f'<sst xmlns="{MAIN}">{"<si/>" * 11}</sst>'.encode()
    for part, content in {SHEET: sheet_xml(same_place), "xl/odd.bin": merged, STRINGS: strings}.items():
        with pytest.raises(Trouble, match="file_too_many_cells"):
            limits.check_workbook(write_foreign(tmp_path / "a.xlsx", {part: content}))


def test_prefixed_names_do_not_hide_cells(tmp_path: Path) -> None:
    content = f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="300000"/></x:sheetData></x:worksheet>'
    assert trouble_of(write_foreign(tmp_path / "a.xlsx", {SHEET: content.encode()})) == "file_too_many_cells"


def test_a_fake_dimension_changes_nothing(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1"><v>7</v></c></row>'
    content = sheet_xml(rows, before='<dimension ref="A1:XFD1048576"/>')
    assert read_workbook(first_cell, write_foreign(tmp_path / "a.xlsx", {SHEET: content})) == 7


def test_sixty_one_sheets_are_refused(tmp_path: Path) -> None:
    workbook = Workbook()
    for _ in range(60):
        workbook.create_sheet()
    workbook.save(tmp_path / "a.xlsx")
    assert trouble_of(tmp_path / "a.xlsx") == "file_too_many_sheets"


def test_broken_xml_is_damage(tmp_path: Path) -> None:
    for part, content in {SHEET: sheet_xml("<row>")[:-30], "xl/workbook.xml": b"<workbook/>", STRINGS: b"\0\1"}.items():
        assert trouble_of(write_foreign(tmp_path / "a.xlsx", {part: content})) == "file_damaged"


def test_a_reader_that_overruns_its_time_is_killed(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="file_too_slow"):
        in_child(sleep_long, tmp_path / "a.xlsx", seconds=0.2)
    assert multiprocessing.active_children() == []


def test_a_reader_is_cancelled_while_it_works(tmp_path: Path) -> None:
    progress = Progress()
    threading.Timer(0.3, progress.cancel).start()
    started = time.monotonic()
    with pytest.raises(Cancelled):
        in_child(sleep_long, tmp_path / "a.xlsx", progress=progress)
    assert time.monotonic() - started < 10
    assert multiprocessing.active_children() == []


def test_a_reader_that_dies_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="file_reader_died"):
        in_child(die_at_once, tmp_path / "a.xlsx")


def test_a_reader_that_eats_memory_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="file_needs_memory"):
        in_child(eat_memory, tmp_path / "a.xlsx")
