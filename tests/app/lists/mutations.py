"""Lists as they come out of broken sticks, half copies and ill will: good files with bytes and values put wrong."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from msoffcrypto.format.ooxml import OOXMLFile
from openpyxl import Workbook
from openpyxl.styles import Font

from app.documents.intake import PARSER_FAULTS
from tests.app.documents.old_excel import write_old_excel

OPENS_WITH = "Nhà 12"
#: Values that officers' programs never write where numbers stand.
ODD = (
    *("-1", "0", "1e9", "4294967296", "99999999999999999999", "NaN", "", " ", "x", "A1048577", "XFE1", "ZZZZ9", "A0"),
    *("\u00a0", "&#x0;", "&#xD800;", "<", "&", '"', "]]>", "\ufffe", "0x10", "1.5", "true", "#REF!", "A1:XFD1048576"),
)
ROWS = (
    *(("DANH SÁCH HỘ NGHÈO",), (None, None, None, "Đơn vị tính: triệu đồng")),
    *(("STT", "Họ và tên chủ hộ", "Năm sinh", "Nhu cầu", None, "Số tiền"), (None, None, None, "Xây mới", "Sửa chữa")),
    *(("(1)", "(2)", "(3)", "(4)", "(5)", "(6)"), ("I", "Thôn Nà Mặn"), (1, "Lò Văn Pâng", 1962, "x", None, 60)),
    *((2, "Vì Thị Dung", "12/5/1958", None, "x", "=30+0"), (None, "Tổng cộng: 2 hộ", None, 1, 1, 90)),
)


def make_workbook() -> bytes:
    """A list with title, unit, merged headings, a group, ticks, an old font, a total."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    for row in ROWS:
        sheet.append(list(row))
    sheet.merge_cells("D3:E3")
    sheet["B7"].font = Font(name=".VnTime")
    sheet.row_dimensions[8].hidden = True
    made = io.BytesIO()
    workbook.save(made)
    return made.getvalue()


def _locked() -> bytes:
    made = io.BytesIO()
    OOXMLFile(io.BytesIO(make_workbook())).encrypt(OPENS_WITH, made)
    return made.getvalue()


def _libreoffice() -> bytes:
    rows = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string" table:number-columns-repeated="1"><text:p>{cell or ""}'
            "</text:p></table:table-cell>"
            for cell in row
        )
        + "</table:table-row>"
        for row in ROWS
    )
    content = (
        '<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>'
        f'<table:table table:name="a">{rows}</table:table></office:spreadsheet></office:body></office:document-content>'
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", "<manifest:manifest/>")
    return made.getvalue()


def _old_excel() -> bytes:
    with TemporaryDirectory() as folder:
        return write_old_excel(Path(folder) / "a.xls").read_bytes()


def _text() -> bytes:
    return "\n".join(";".join(str(cell or "") for cell in row) for row in ROWS).encode("utf-8-sig")


@cache
def good_files() -> dict[str, bytes]:
    """The files that are put wrong, by name."""
    workbook = make_workbook()
    return {
        "a.xlsx": workbook, "b.xlsx": workbook, "c.xlsx": workbook, "a.ods": _libreoffice(), "a.xls": _old_excel(),
        "a.csv": _text(), "locked.xlsx": _locked(),
    }  # fmt: skip


def mutated(seed: int) -> tuple[str, bytes]:
    """A file's name and its bytes after one to four mutations, the same for the same seed."""
    luck = random.Random(seed)
    name = luck.choice(tuple(good_files()))
    content = good_files()[name]
    changes: list[Callable[[random.Random, bytes], bytes]] = [_flip, _cut, _splice, _repeat]
    if content.startswith(b"PK"):
        changes = [*changes[:2], *[_in_a_part] * 14]
    for _time in range(luck.randint(1, 4)):
        content = luck.choice(changes)(luck, content)
    return name, content


def _flip(luck: random.Random, content: bytes) -> bytes:
    changed = bytearray(content)
    for _time in range(luck.randint(1, 8)):
        if changed:
            changed[luck.randrange(len(changed))] = luck.randrange(256)
    return bytes(changed)


def _cut(luck: random.Random, content: bytes) -> bytes:
    return content[: luck.randrange(len(content) + 1)]


def _splice(luck: random.Random, content: bytes) -> bytes:
    first, last = sorted(luck.randrange(len(content) + 1) for _end in range(2))
    return content[:first] + content[last:]


def _repeat(luck: random.Random, content: bytes) -> bytes:
    first, last = sorted(luck.randrange(len(content) + 1) for _end in range(2))
    return content[:last] + content[first : first + 5000] + content[last:]


def _in_a_part(luck: random.Random, content: bytes) -> bytes:
    """One part of the archive changed, all sums of the archive right again."""
    made = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as source:
            parts = {entry.filename: source.read(entry) for entry in source.infolist()}
    except (*PARSER_FAULTS, RuntimeError):
        return content
    name = luck.choice(tuple(parts))
    parts[name] = luck.choice((_value, _value, _value, _element, _flip, _cut))(luck, parts[name])
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for entry, data in parts.items():
            target.writestr(entry, data)
    return made.getvalue()


def _value(luck: random.Random, content: bytes) -> bytes:
    """An attribute or a text of XML replaced by something odd."""
    places = list(re.finditer(rb'="([^"]*)"|>([^<]+)<', content))
    if not places:
        return content
    place = luck.choice(places)
    group = 1 if place[1] is not None else 2
    return content[: place.start(group)] + luck.choice(ODD).encode("utf-8", "replace") + content[place.end(group) :]


def _element(luck: random.Random, content: bytes) -> bytes:
    """An element of XML taken away, or put twice."""
    places = list(re.finditer(rb"<(\w+)\b[^>]*?(?:/>|>[^<]*</\1>)", content))
    if not places:
        return content
    place = luck.choice(places)
    return content[: place.start()] + place[0] * luck.choice((0, 2, 50)) + content[place.end() :]
