"""Writes lists the way communes do, into real workbooks, and keeps what should be read from every row.

A `Page` is one sheet: title blocks, unit line, headings of one to three rows with merged parents, the row of column
numbers, group rows, families, sums, signatures. What a family's row should give is noted while it is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.corpus.columns import KINDS, Told
from tests.corpus.people import Family

GROUP = "dòng nhóm"


@dataclass(frozen=True)
class Col:
    """A column: its headings from the top down, and its kind (`columns.KINDS`)."""

    headings: tuple[str, ...]
    kind: str

    @property
    def title(self) -> str:
        return " | ".join(self.headings)


def col(kind: str, *headings: str) -> Col:
    """A column in one word."""
    return Col(headings, kind)


@dataclass(frozen=True)
class Claim:
    """What one column (or a group row) of one row should say: attribute of the records and its value."""

    column: str
    row: int
    attribute: str
    value: object


@dataclass
class Expected:
    """All that should be read from a file: rows that are families by sheet and number, claims, every column written."""

    families: dict[tuple[str, int], Family] = field(default_factory=dict)
    claims: dict[tuple[str, int], list[Claim]] = field(default_factory=dict)
    columns: dict[tuple[str, str], str] = field(default_factory=dict)
    cells: dict[tuple[str, int], dict[str, object]] = field(default_factory=dict)


class Page:
    """One sheet being written, row by row; `left` is the column the table begins in."""

    def __init__(
        self, workbook: Workbook, expected: Expected, title: str, columns: Sequence[Col], left: int = 1
    ) -> None:
        self.sheet: Worksheet = workbook.create_sheet(title)
        self.expected = expected
        self.columns = list(columns)
        self.left = left
        self.row = 1
        self.number = 0
        self.group: Told = {}
        for one in columns:
            expected.columns[title, one.title] = one.kind

    @property
    def width(self) -> int:
        return len(self.columns)

    def _put(self, row: int, position: int, value: object) -> None:
        self.sheet.cell(row, self.left + position, value)  # type: ignore[call-overload]

    def _merge(self, top: int, first: int, bottom: int, last: int) -> None:
        if (top, first) != (bottom, last):
            self.sheet.merge_cells(
                start_row=top, end_row=bottom, start_column=self.left + first, end_column=self.left + last
            )

    def blank(self, count: int = 1) -> Page:
        self.row += count
        return self

    def line(self, text: object, position: int = 0, *, merged: bool = False) -> Page:
        """One text in a row of its own, merged over the table when asked."""
        self._put(self.row, position, text)
        if merged:
            self._merge(self.row, position, self.row, self.width - 1)
        self.row += 1
        return self

    def cells(self, values: Iterable[object]) -> Page:
        """A row as it stands."""
        for position, value in enumerate(values):
            if value is not None:
                self._put(self.row, position, value)
        self.row += 1
        return self

    def letterhead(self) -> Page:
        """The two blocks of every official paper, title and reference below."""
        half = max(2, self.width // 2)
        for left, right in (
            ("ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
            ("XÃ MƯỜNG MƯƠN", "Độc lập - Tự do - Hạnh phúc"),
        ):
            self._put(self.row, 0, left)
            self._merge(self.row, 0, self.row, half - 1)
            self._put(self.row, half, right)
            self._merge(self.row, half, self.row, self.width - 1)
            self.row += 1
        self.row += 1
        self.line("DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO ĐỀ NGHỊ HỖ TRỢ XÓA NHÀ TẠM, NHÀ DỘT NÁT NĂM 2025", merged=True)
        return self.line("(Kèm theo Tờ trình số 45/TTr-UBND ngày 12/02/2025 của UBND xã)", merged=True)

    def unit(self, text: str = "Đơn vị tính: triệu đồng") -> Page:
        return self.line(text, max(0, self.width - 2))

    def headings(self) -> Page:
        """The heading rows: a short path runs down to the last row, equal parents side by side are one."""
        depth = max(len(one.headings) for one in self.columns)
        top = self.row
        for level in range(depth):
            position = 0
            while position < self.width:
                path = self.columns[position].headings[: level + 1]
                last = position
                if len(path) > level:
                    while (
                        last + 1 < self.width
                        and len(self.columns[position].headings) > level + 1
                        and self.columns[last + 1].headings[: level + 1] == path
                    ):
                        last += 1
                    self._put(top + level, position, path[level])
                    deep = len(self.columns[position].headings) == level + 1
                    self._merge(top + level, position, top + depth - 1 if deep else top + level, last)
                position = last + 1
        self.row += depth
        return self

    def numbers(self, style: str = "({})") -> Page:
        """The row that counts the columns; "A" style gives letters to the first two."""
        if style == "A":
            return self.cells(["A", "B", *range(1, self.width - 1)])
        if style == "n":
            return self.cells(range(1, self.width + 1))
        return self.cells(style.format(number) for number in range(1, self.width + 1))

    def under(self, **told: object) -> Page:
        """What the rows below are told by a group row, written before with `line` or `cells`."""
        self.group = dict(told)
        self.number = 0
        return self

    def families(self, families: Iterable[Family], *, renumber: bool = False, gap: int = 0) -> Page:
        """A row each, with `gap` empty rows behind each."""
        self.number = 0 if renumber else self.number
        for family in families:
            self.number += 1
            self._family(family)
            self.row += 1 + gap
        return self

    def _family(self, family: Family) -> None:
        place = (self.sheet.title, self.row)
        claims = [Claim(GROUP, self.row, attribute, value) for attribute, value in self.group.items()]
        written: dict[str, object] = {}
        for position, one in enumerate(self.columns):
            value = self.number if one.kind == "seq" else KINDS[one.kind].cell(family)
            if value is not None:
                self._put(self.row, position, value)
                written[one.title] = value
            claims += [Claim(one.title, self.row, *told) for told in KINDS[one.kind].tells(family).items()]
        self.expected.families[place] = family
        self.expected.claims[place] = claims
        self.expected.cells[place] = written

    def total(self, text: str = "Tổng cộng", *values: object) -> Page:
        """A sum with its word under the name."""
        return self.cells([None, text, *values])

    def signatures(self) -> Page:
        """Place and day, who made the list, who signs."""
        right = max(2, self.width - 3)
        self.blank()
        self.line("Mường Mươn, ngày 12 tháng 02 năm 2025", right)
        self._put(self.row, 1, "NGƯỜI LẬP BIỂU")
        self.line("TM. ỦY BAN NHÂN DÂN", right)
        self._put(self.row, 1, "(Ký, ghi rõ họ tên)")
        self.line("CHỦ TỊCH", right).blank(3)
        self._put(self.row, 1, "Cao Thị Ngạn")
        return self.line("Thân Văn Ngữ", right)


class Book:
    """A workbook of pages."""

    def __init__(self) -> None:
        self.workbook = Workbook()
        self.workbook.remove(self.workbook.worksheets[0])
        self.expected = Expected()

    def page(self, columns: Sequence[Col], title: str = "Danh sách", left: int = 1) -> Page:
        return Page(self.workbook, self.expected, title, columns, left)

    def save(self, path: Path) -> Path:
        self.workbook.save(path)
        return path
