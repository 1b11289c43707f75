"""The list to fill in: every word it offers is read as what it says, and nothing of it is in the way."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from app.ethnic_groups import ethnic_groups
from app.lists.fields import Field
from app.lists.reading import ReadingOptions, read_list_here
from app.lists.template import write_template
from app.wording.vocabulary import CATEGORIES, GENDERS, WORK_TYPES

VILLAGES = ("Bản Hua Nạng", "Bản Nà Mặn")


def choices(path: Path) -> dict[str, list[str]]:
    """What the drop-downs offer, by the heading of their column."""
    workbook = load_workbook(path)
    sheet = workbook.worksheets[0]
    heading = next(row for row in range(1, 10) if sheet.cell(row, 1).value == "STT")
    found = {}
    for rule in sheet.data_validations.dataValidation:
        column = str(rule.sqref).rstrip("0123456789").partition(":")[0].rstrip("0123456789")
        title, _, cells = str(rule.formula1).rpartition("!")
        store = workbook[title.strip("'")]
        assert isinstance(store, Worksheet)
        found[str(sheet[f"{column}{heading}"].value)] = [str(cell[0].value) for cell in store[cells.replace("$", "")]]
    return found


def test_it_offers_what_can_be_chosen(tmp_path: Path) -> None:
    write_template(tmp_path / "mẫu.xlsx", VILLAGES)
    offered = choices(tmp_path / "mẫu.xlsx")
    assert list(offered.values()) == [
        list(GENDERS.values()),
        list(ethnic_groups()),
        list(VILLAGES),
        list(CATEGORIES.values()),
        list(WORK_TYPES.values()),
    ]


def test_every_word_it_offers_is_read_as_what_it_says(tmp_path: Path) -> None:
    path = tmp_path / "mẫu.xlsx"
    write_template(path, VILLAGES)
    offered = choices(path)
    workbook = load_workbook(path)
    sheet = workbook.worksheets[0]
    heading = next(row for row in range(1, 10) if sheet.cell(row, 1).value == "STT")
    columns = {str(cell.value): int(cell.column or 0) for cell in sheet[heading]}
    count = max(map(len, offered.values()))
    for number in range(count):
        sheet.cell(heading + 1 + number, columns["Họ và tên chủ hộ"], "Lò Văn Pâng")
        for name, words in offered.items():
            sheet.cell(heading + 1 + number, columns[name], words[number % len(words)])
    workbook.save(path)
    read = read_list_here(path, ReadingOptions())
    assert len(read.rows) == count
    assert [(row.problems, row.repairs) for row in read.rows if row.problems or row.repairs] == []
    assert {row.values.gender for row in read.rows} == set(GENDERS)
    assert {row.values.category for row in read.rows} == set(CATEGORIES)
    assert {row.values.work_type for row in read.rows} == set(WORK_TYPES)
    assert {row.values.ethnicity for row in read.rows} == set(ethnic_groups())
    assert {row.values.village for row in read.rows} == set(VILLAGES)
    assert set(read.sheets[0].mapping.values()) > {Field.HEAD_NAME, Field.BIRTH, Field.SUPPORT_AMOUNT}
    assert read.sheets[0].unused == {}
