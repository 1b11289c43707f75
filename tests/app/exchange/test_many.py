"""Packages of a whole folder: found, put in order, read ahead, received one by one."""

from __future__ import annotations

import multiprocessing
import shutil
from pathlib import Path

import pytest

from app.backup import backups_in
from app.documents.children import ReadingAhead
from app.documents.foreign_reading import look_for_table
from app.exchange.many import packages_among
from app.exchange.merging import receive_packages
from app.exchange.packing import export_packages
from app.exchange.reading import read_payload
from app.problems import Trouble
from app.progress import Progress
from app.workspace import Workspace
from tests.app.exchange.test_packages import content, head_of, rename, send
from tests.make import make_household


def test_the_packages_of_a_folder_come_in_the_order_in_which_least_waits(tmp_path: Path) -> None:
    names = (
        "MaiAm_xa-b_goi-1_20260301-0800.xlsx",
        "MaiAm_xa-a_goi-2_20260301-0800_anh-1.zip",
        "MaiAm_xa-a_goi-10_20260201-0800.xlsx",
        "MaiAm_xa-a_goi-2_20260301-0800 (1).xlsx",
        "danh sách hộ.xlsx",
        "~$MaiAm_xa-a_goi-2_20260301-0800.xlsx",
        "công văn.docx",
    )
    for name in names:
        (tmp_path / name).write_text("x")
    (tmp_path / "cũ").mkdir()
    chosen = [tmp_path / names[0], tmp_path]
    assert [one.name for one in packages_among(chosen)] == [names[4], names[3], names[2], names[0], names[1]]


def test_a_folder_without_packages_is_said_and_nothing_is_done(upper: Workspace, tmp_path: Path) -> None:
    (tmp_path / "Trống").mkdir()
    before = len(backups_in(upper.folder / "backups"))
    with pytest.raises(Trouble, match="folder_without_packages"):
        receive_packages(upper, [tmp_path / "Trống"])
    assert len(backups_in(upper.folder / "backups")) == before


def test_a_broken_file_among_many_stops_none_of_them(
    commune: Workspace, second_commune: Workspace, upper: Workspace, tmp_path: Path
) -> None:
    household, other = make_household(commune), make_household(second_commune, "Cà Văn Thiện")
    folder = tmp_path / "Gói"
    first = send(commune, folder)
    rename(commune, household, "Lò Văn Ước")
    second = send(commune, folder)
    shutil.copy(send(second_commune, folder), folder / "gói của phường bạn.xlsx")
    (folder / "a hỏng.xlsx").write_bytes(first.read_bytes()[:5_000])
    (folder / "b không phải gói.xlsx").write_text("họ tên;thôn")
    before, told = len(backups_in(upper.folder / "backups")), []
    progress = Progress(lambda done, total, text: told.append((done, total, text)))
    reports = {one.file.name: one for one in receive_packages(upper, [folder], progress)}
    assert [one.result for one in reports.values()].count("refused") == 2
    assert reports["a hỏng.xlsx"].code == "file_damaged"
    assert (reports[first.name].result, reports[second.name].result) == ("merged", "merged")
    assert not reports[second.name].gaps, "the first came first"
    assert (head_of(upper, household), head_of(upper, other)) == ("Lò Văn Ước", "Cà Văn Thiện")
    assert [one[:2] for one in told] == [(number, 6) for number in (0, *range(7))]
    assert [one[2] for one in told[:2]] == ["Sao lưu trước khi nhận", "a hỏng.xlsx"]
    assert len(backups_in(upper.folder / "backups")) == before, "the day's own holds all that was here"
    assert multiprocessing.active_children() == []


def test_what_came_before_it_was_stopped_stays_and_is_told(
    commune: Workspace, second_commune: Workspace, upper: Workspace, tmp_path: Path
) -> None:
    make_household(commune)
    make_household(second_commune)
    for one in (commune, second_commune):
        export_packages(one, tmp_path / "Gói")
    progress = Progress(lambda done, _total, _text: progress.cancel() if done == 1 else None)
    [report] = receive_packages(upper, [tmp_path / "Gói"], progress)
    assert report.result == "merged"
    held = content(upper)
    assert [one.result for one in receive_packages(upper, [tmp_path / "Gói"])] == ["already", "merged"]
    assert content(upper) != held


def test_files_nobody_takes_are_passed_over_by_those_who_read_ahead(commune: Workspace, tmp_path: Path) -> None:
    make_household(commune)
    package = send(commune, tmp_path)
    text = tmp_path / "ảnh.zip"
    text.write_bytes(b"PK\x03\x04")
    files = [Path(shutil.copy(package, tmp_path / f"{number}.xlsx")) for number in range(4)]
    with ReadingAhead(read_payload, [files[0], text, *files[1:]], None, look=look_for_table) as ahead:
        assert ahead.take(files[0]).manifest == ahead.take(files[1]).manifest
        assert ahead.take(files[3]).manifest["count"]
    assert multiprocessing.active_children() == []
