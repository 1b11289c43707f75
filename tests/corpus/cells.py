"""Puts the cells of `values` into lists, reads them, and says which came out otherwise."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from openpyxl import Workbook

from app.lists.reading import ListFile, ListRow, ReadingOptions, read_list_here
from tests.corpus.measuring import same
from tests.corpus.shapes import SHAPES, make_cells
from tests.corpus.values import ASKED, BAD, FIELDS, SHORT_YEARS, Case

# What the records call the field in their problems.
PROBLEM_NAMES = {
    "requested_amount": {"support_amount", "requested_amount"},
    "work_type": {"need", "work_type"},
    "member_count": {"members", "member_count"},
    "area_m2": {"area_current", "area_m2"},
}


@dataclass
class CellVerdicts:
    """How many cells were tried and what came out otherwise than wanted."""

    tried: int = 0
    faults: list[str] = field(default_factory=list)

    def add(self, other: CellVerdicts) -> None:
        self.tried += other.tried
        self.faults += other.faults

    @property
    def told(self) -> str:
        return f"{self.tried - len(self.faults)} of {self.tried} cells as wanted"


def _write(path: Path, headings: list[str], rows: list[list[object]]) -> ListFile:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "Danh sách"
    sheet.append(headings)
    for row in rows:
        sheet.append(row)
    workbook.save(path)
    return read_list_here(path, ReadingOptions())


def measure_field(folder: Path, name: str) -> CellVerdicts:
    """All cells of one field in one list; names of villages and people beside them are always right."""
    attribute, heading, cases = FIELDS[name]
    if attribute == "head_name":
        headings = ["STT", heading, "Năm sinh", "Thôn"]
        rows: list[list[object]] = [[n, cell, 1950 + n % 40, f"Thôn {n}"] for n, (cell, _) in enumerate(cases, 1)]
    elif attribute == "citizen_id":
        return _one_by_one(folder, heading, cases)
    else:
        headings = ["STT", "Họ và tên chủ hộ", heading, "Thôn"]
        rows = [[n, "Lò Văn Pâng", cell, f"Thôn {n}"] for n, (cell, _) in enumerate(cases, 1)]
    file = _write(folder / f"V-{name}.xlsx", headings, rows)
    read = {row.row_number - 1: row for row in file.rows}
    verdicts = CellVerdicts(len(cases))
    spellings: dict[object, str] = {}
    for number, (cell, wanted) in enumerate(cases, 1):
        row = read.get(number)
        if attribute == "ethnicity" and wanted and row and _people(row.values.ethnicity) == _people(wanted):
            wanted = spellings.setdefault(wanted, row.values.ethnicity or "")
        if fault := _fault(row, attribute, cell, wanted):
            verdicts.faults.append(f"{name}: {fault} (row {number + 1})")
    return verdicts


def _people(name: object) -> str:
    """A people's name without marks and hyphens: which of the official spellings is kept is the program's choice."""
    letters = unicodedata.normalize("NFD", str(name).lower().replace("đ", "d"))
    return "".join(letter for letter in letters if letter.isalpha()).replace("raglay", "raglai")


def _one_by_one(folder: Path, heading: str, cases: tuple[Case, ...]) -> CellVerdicts:
    """A file for each ID number, because one number may stand only once in a file."""
    verdicts = CellVerdicts(len(cases))
    for cell, wanted in cases:
        rows: list[list[object]] = [[1, "Lò Văn Pâng", cell, "Thôn 1"], [2, "Lò Văn Ọi", "011056999999", "Thôn 1"]]
        file = _write(folder / "V-citizen_id.xlsx", ["STT", "Họ và tên chủ hộ", heading, "Thôn"], rows)
        read = {row.row_number: row for row in file.rows}
        if fault := _fault(read.get(2), "citizen_id", cell, wanted):
            verdicts.faults.append(f"citizen_id: {fault}")
    return verdicts


def measure_short_years(folder: Path) -> CellVerdicts:
    """Years of two digits beside ID numbers."""
    headings = ["STT", "Họ và tên chủ hộ", "Năm sinh", "Số CCCD", "Thôn"]
    rows: list[list[object]] = [
        [number, "Lò Văn Pâng", cell, citizen_id, f"Thôn {number}"]
        for number, (cell, citizen_id, _) in enumerate(SHORT_YEARS, 1)
    ]
    read = {row.row_number - 1: row for row in _write(folder / "V-short years.xlsx", headings, rows).rows}
    verdicts = CellVerdicts(len(rows))
    for number, (cell, citizen_id, wanted) in enumerate(SHORT_YEARS, 1):
        if fault := _fault(read.get(number), "birth", cell, wanted):
            verdicts.faults.append(f"two digits beside {citizen_id}: {fault}")
    return verdicts


def _fault(row: ListRow | None, attribute: str, cell: object, wanted: object) -> str | None:
    """What is wrong with the row, or None when it says what it should."""
    if row is None:
        return f"{cell!r}: the row was not read"
    names = {attribute, *PROBLEM_NAMES.get(attribute, ())}
    problems = [problem for problem in row.problems if problem.field in names]
    found = getattr(row.values, attribute)
    if wanted is BAD:
        return None if row.rejected and problems else f"{cell!r}: should be rejected, read as {found!r}"
    if wanted is ASKED:
        return None if problems else f"{cell!r}: should be asked, read as {found!r}"
    if row.rejected:
        return f"{cell!r}: should be {wanted!r}, rejected {[(p.field, p.code) for p in row.problems]}"
    if wanted is None:
        return None if found is None else f"{cell!r}: should be empty, read as {found!r}"
    exact = attribute != "area_m2"
    if (exact and found == wanted) or (not exact and same(attribute, found, wanted)):
        return None
    return f"{cell!r}: should be {wanted!r}, read as {found!r}"


def measure_shapes(folder: Path, seed: int | str, count: int) -> dict[str, CellVerdicts]:
    """So many cells of each sort of `shapes`, in one list a sort."""
    found = {}
    for name, (attribute, heading, _) in SHAPES.items():
        cells = list(make_cells(seed, name, count))
        rows: list[list[object]] = [[n, "Lò Văn Pâng", cell, f"Thôn {n}"] for n, (cell, _) in enumerate(cells, 1)]
        file = _write(folder / f"S-{name}.xlsx", ["STT", "Họ và tên chủ hộ", heading, "Thôn"], rows)
        read = {row.row_number - 1: row for row in file.rows}
        found[name] = CellVerdicts(count)
        for number, (cell, wanted) in enumerate(cells, 1):
            if fault := _fault(read.get(number), attribute, cell, wanted):
                found[name].faults.append(f"{name}: {fault}")
    return found


def measure_cells(folder: Path) -> dict[str, CellVerdicts]:
    """The verdicts by field."""
    found = {name: measure_field(folder, name) for name in FIELDS}
    found["two-digit years"] = measure_short_years(folder)
    return found
