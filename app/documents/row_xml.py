"""Rows of a workbook by the ten thousand, written as the XML that openpyxl would write, at a fraction of its time.

openpyxl makes the workbook, its styles and the first rows of each sheet; the rows that follow are kept as text and put
behind those when the workbook is saved.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from app.documents.foreign_sheet import CellValue
from app.documents.saving import whole_file
from app.documents.workbook import Look, cell_content, make_cell

_DIMENSION = re.compile(rb'<dimension ref="[A-Z]+1:([A-Z]+)\d+" ?/>')
_END = b"</sheetData>"
_KNOWN, _AT_ONCE = 4_000, 500
#: What the number of a day counts from; `cell_content` gives none before March 1900, where Excel counts one too many.
_DAY_0 = date(1899, 12, 30)


class MoreRows:
    """Rows that follow those of a sheet which openpyxl holds; `looks` are those of every row."""

    def __init__(self, sheet: Worksheet, looks: Sequence[Look]) -> None:
        self.sheet, self._row = sheet, sheet.max_row
        self._columns = [(f'<c r="{get_column_letter(place)}', look) for place, look in enumerate(looks, start=1)]
        self._styles: dict[tuple[Look, bool, bool], int] = {}
        self._known: dict[tuple[Look, CellValue], str] = {}
        self.pieces: list[bytes] = []

    def append(self, values: Sequence[CellValue]) -> None:
        """One row below the last, each cell as `make_cell` would make it. Raises `Trouble` `text_too_long`."""
        self._row += 1
        number, known = str(self._row), self._known
        cells = [
            f"{place}{number}{known.get((look, value)) or self._held(value, look)}"
            for (place, look), value in zip(self._columns, values, strict=True)
        ]
        self.pieces.append(f'<row r="{number}">{"".join(cells)}</row>'.encode())

    @property
    def last(self) -> int:
        """The number of the last row."""
        return self._row

    @property
    def cells(self) -> int:
        """How many cells these rows have."""
        return len(self.pieces) * len(self._columns)

    def _held(self, value: CellValue, look: Look) -> str:
        """A cell from behind its place on; what many cells of a column say alike is made once."""
        made = self._cell(value, look)
        if len(self._known) < _KNOWN:
            self._known[look, value] = made
        return made

    def _cell(self, value: CellValue, look: Look) -> str:
        content, quoted, year = cell_content(value, look)
        style = self._styles.get((look, quoted, year))
        if style is None:
            style = self._styles[look, quoted, year] = make_cell(self.sheet, value, look).style_id
        if content is None or content == "":
            return f'" s="{style}" />'
        if isinstance(content, str):
            text = escape(content) if "&" in content or "<" in content or ">" in content else content
            keep = ' xml:space="preserve"' if text != text.strip() or "\n" in text or "  " in text else ""
            return f'" s="{style}" t="inlineStr"><is><t{keep}>{text}</t></is></c>'
        if type(content) is date:
            content = (content - _DAY_0).days
        if type(content) is not int:
            raise TypeError(f"no cell of these rows: {type(content).__name__}")
        return f'" s="{style}"><v>{content}</v></c>'


def save_with_rows(
    workbook: Workbook, more: Iterable[MoreRows], path: Path, seal: Callable[[bytes], bytes] | None = None
) -> None:
    """Write a workbook with these rows in their sheets as `save_workbook` does, whole or not at all."""
    with whole_file(path) as stream:
        made = _with_rows(workbook, more)
        stream.write(seal(made) if seal else made)


def _with_rows(workbook: Workbook, more: Iterable[MoreRows]) -> bytes:
    plain = io.BytesIO()
    writer = ExcelWriter(workbook, zipfile.ZipFile(plain, "w", zipfile.ZIP_STORED))
    writer.save()
    rows = {one.sheet.path.lstrip("/"): one for one in more if one.pieces}
    made = io.BytesIO()
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            data = source.read(entry)
            _write_part(target, entry.filename, data, rows)
    return made.getvalue()


def _write_part(target: zipfile.ZipFile, name: str, data: bytes, rows: Mapping[str, MoreRows]) -> None:
    if name not in rows:
        target.writestr(name, data)
        return
    head, end, tail = data.partition(_END)
    if not end:
        raise ValueError("a sheet without rows takes no more")
    one = rows[name]
    head = _DIMENSION.sub(lambda found: b'<dimension ref="A1:%s%d"/>' % (found[1], one.last), head)
    with target.open(name, "w") as part:
        part.write(head)
        for start in range(0, len(one.pieces), _AT_ONCE):
            part.write(b"".join(one.pieces[start : start + _AT_ONCE]))
        part.write(end + tail)
