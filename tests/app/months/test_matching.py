"""Every đồng of the ledger is agreed with the accountant or named as a difference, however the list looks."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.foreign_reading import read_table
from app.months.matching import Entry, match, read_entries
from app.problems import Trouble

MONTH = "2026-11"
DAYS = st.integers(1, 30).map(lambda day: f"{MONTH}-{day:02}")
VOUCHERS = st.sampled_from(["PC01", "PC 1", "pc-02", "PC3", "CK/7", ""])
ENTRIES = st.lists(st.builds(Entry, VOUCHERS, DAYS, st.integers(1, 99).map(lambda one: one * 1_000_000)), max_size=12)


def kinds(ours: list[Entry], theirs: list[Entry]) -> list[tuple[str, str]]:
    return [(one.kind, one.voucher) for one in match(MONTH, ours, theirs).differences]


@given(ENTRIES, ENTRIES)
def test_no_money_of_either_side_is_lost(ours: list[Entry], theirs: list[Entry]) -> None:
    found = match(MONTH, ours, theirs)
    unexplained = sum((one.ours or 0) - (one.theirs or 0) for one in found.differences)
    assert unexplained == sum(one.amount for one in ours) - sum(one.amount for one in theirs)


@given(ENTRIES)
def test_a_list_agrees_with_itself(ours: list[Entry]) -> None:
    assert match(MONTH, ours, ours).differences == ()


def test_one_voucher_of_many_houses_agrees_with_its_sum_however_the_number_is_written() -> None:
    ours = [Entry("PC012", f"{MONTH}-18", 24_000_000, name) for name in ("Lò Văn Pâng", "Quàng Thị Ín")]
    assert match(MONTH, ours, [Entry("pc-12", f"{MONTH}-18", 48_000_000)]).same == 1


def test_each_kind_of_difference_is_named() -> None:
    ours = [
        Entry("PC1", f"{MONTH}-02", 10),
        Entry("PC2", f"{MONTH}-03", 20),
        Entry("PC3", f"{MONTH}-04", 30),
        Entry("", f"{MONTH}-05", 50),
    ]
    theirs = [
        Entry("PC1", f"{MONTH}-02", 11),
        Entry("PC2", "2026-12-01", 20),
        Entry("PC9", f"{MONTH}-09", 90),
        Entry("PC8", "2026-10-31", 80),
        Entry("CK5", f"{MONTH}-05", 50),
    ]
    assert kinds(ours, theirs) == [("amount", "PC1"), ("day", "PC2"), ("only_here", "PC3"), ("only_there", "PC9")]


def workbook(path: Path, rows: list[list[object]]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def test_an_accountants_list_is_read_with_its_title_its_sums_and_its_units(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["ỦY BAN NHÂN DÂN PHƯỜNG MƯỜNG LAY"],
        ["SỔ CHI TIẾT THÁNG 11/2026"],
        ["STT", "Ngày chứng từ", "Số chứng từ", "Diễn giải", "Số tiền (triệu đồng)"],
        [1, dt.datetime(2026, 11, 18, tzinfo=dt.UTC).replace(tzinfo=None), "PC 012", "Chi đợt 2 bản Hua Nạng", 48],
        [2, "20/11/2026", 15, "Mua tôn", "12,5"],
        [None, None, None, "Cộng", 60.5],
    ]
    found = read_table(read_entries, workbook(tmp_path / "Sổ kế toán.xlsx", rows))
    assert found == [
        Entry("PC 012", "2026-11-18", 48_000_000, "Chi đợt 2 bản Hua Nạng"),
        Entry("15", "2026-11-20", 12_500_000, "Mua tôn"),
    ]


def test_a_workbook_without_the_columns_and_a_file_that_is_none_are_told(tmp_path: Path) -> None:
    file = workbook(tmp_path / "khác.xlsx", [["Họ tên", "Thôn"], ["Lò Văn Pâng", "Bản Hua Nạng"]])
    assert read_table(read_entries, file) is None
    picture = tmp_path / "ảnh.xlsx"
    picture.write_bytes(b"%PDF-1.7 no workbook")
    with pytest.raises(Trouble):
        read_table(read_entries, picture)
