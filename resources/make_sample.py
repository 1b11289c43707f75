"""Makes resources/samples/danh-sach-ho.xlsx: a list as a ward keeps it, of forty made-up households.

`python resources/make_sample.py [OUT.xlsx]`. The same bytes come out every time: nothing is drawn by chance and the
file carries no clock. ID numbers and phones count up, so that nobody can take them for real ones.
"""

from __future__ import annotations

import re
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

SAMPLES = Path(__file__).parent / "samples"
HEADINGS = {
    "STT": 5,
    "Họ và tên chủ hộ": 24,
    "Năm sinh": 8,
    "Giới tính": 8,
    "Số CCCD": 15,
    "Dân tộc": 9,
    "Số điện thoại": 13,
    "Thôn/bản": 22,
    "Số nhân khẩu": 8,
    "Đối tượng": 20,
    "Hiện trạng nhà ở": 38,
    "Hình thức hỗ trợ": 11,
    "Mức hỗ trợ (đồng)": 15,
    "Ghi chú": 24,
}
HEADING_ROW = 8
OLD_PROVINCE = "011"  # Điện Biên in ID numbers
WRITTEN = "2025-07-04T00:00:00Z"
THIN = Side(style="thin")

# Name | born | gender | ethnic group | people | group | house now | work | note. In the order of the list; a line that
# names a village begins it. A "-" after the year means: no ID number yet.
HOUSEHOLDS = """
Bản Hua Nạng
Lò Văn Pâng|1962|Nam|Thái|4|Hộ nghèo|Nhà sàn gỗ mục, mái lợp gianh|Xây mới|
Quàng Thị Ín|1949|Nữ|Thái|1|Già cả neo đơn|Vách nứa, nền đất, mái dột|Xây mới|Sống một mình
Lường Văn Chựa|1978|Nam|Thái|5|Hộ nghèo|Vách nứa, nền đất, mái tôn cũ|Xây mới|
Tòng Văn Hặc|1985|Nam|Thái|6|Hộ cận nghèo|Mái fibro vỡ, tường nứt|Sửa chữa|
Điêu Thị Phớ|1957|Nữ|Thái|2|Thân nhân liệt sĩ|Tường nứt, mái ngói xô|Sửa chữa|
Lò Thị Khặn|1990|Nữ|Thái|3|Hộ nghèo|Nhà tạm vách ván, nền đất|Xây mới|
Cà Văn Ngoạn|1971|Nam|Thái|5|Hộ nghèo|Nhà sàn nghiêng, cột mục|Xây mới|
Vì Văn Siêng|1983|Nam|Thái|4|Ảnh hưởng thiên tai|Sập một phần sau mưa lũ|Xây mới|
Lường Thị Đanh|1966|Nữ|Thái|3|Hộ nghèo|Vách nứa, mái gianh|Xây mới|
Quàng Văn Lả|1994-|Nam|Thái|4|Hộ cận nghèo|Mái tôn thủng, vách ván hở|Sửa chữa|Đang làm lại căn cước
Lò Văn Muôn|1959|Nam|Thái|6|Người có công|Nhà cấp 4 xuống cấp, thấm dột|Xây mới|
Tòng Thị Ón|1975|Nữ|Thái|4|Hộ nghèo|Nhà tạm vách nứa, nền đất|Xây mới|
Lò Văn Tướng|1980|Nam|Thái|5|Hộ nghèo|Nhà sàn mục, mái gianh|Xây mới|
Cà Thị Xuân|1969|Nữ|Thái|3|Hộ cận nghèo|Tường nứt, mái fibro vỡ|Sửa chữa|
Bản Nà Sáng
Giàng A Chống|1988|Nam|Mông|7|Hộ nghèo|Nhà gỗ thấp, nền đất|Xây mới|
Sùng Thị Mỷ|1992|Nữ|Mông|5|Hộ nghèo|Vách ván, nền đất, mái tôn cũ|Xây mới|
Vàng A Tủa|1977|Nam|Mông|8|Hộ nghèo|Nhà gỗ mục cột|Xây mới|
Thào A Dế|1981|Nam|Mông|6|Hộ cận nghèo|Mái fibro vỡ|Sửa chữa|
Giàng Thị Sua|1955|Nữ|Mông|2|Hộ nghèo|Vách ván hở, nền đất|Xây mới|
Sùng A Páo|1996|Nam|Mông|4|Ảnh hưởng thiên tai|Tốc mái, nền sụt|Xây mới|
Mùa A Kỷ|1984|Nam|Mông|6|Hộ nghèo|Nhà tạm vách ván|Xây mới|
Vàng Thị Chía|1973|Nữ|Mông|5|Hộ nghèo|Nhà gỗ thấp, mái gianh|Xây mới|
Thào Thị Dợ|1998-|Nữ|Mông|3|Hộ nghèo|Ở nhờ, nhà tạm|Xây mới|Đang làm lại căn cước
Giàng A Lử|1965|Nam|Mông|7|Hộ cận nghèo|Tường nứt, mái tôn thủng|Sửa chữa|
Sùng A Vảng|1979|Nam|Mông|6|Hộ nghèo|Vách nứa, nền đất|Xây mới|
Mùa Thị Pà|1960|Nữ|Mông|1|Già cả neo đơn|Nhà tạm mái gianh|Xây mới|Sống một mình
Vàng A Sếnh|1991|Nam|Mông|5|Hộ cận nghèo|Mái fibro vỡ, vách hở|Sửa chữa|
Tổ dân phố Nậm Hương
Nguyễn Văn Thuận|1968|Nam|Kinh|3|Người khuyết tật|Nhà cấp 4 dột, tường ẩm|Sửa chữa|
Trần Thị Nhài|1953|Nữ|Kinh|2|Người có công|Nhà cấp 4 xuống cấp|Xây mới|
Lò Thị Bua|1987|Nữ|Thái|4|Hộ nghèo|Nhà tạm vách ván|Xây mới|
Điêu Văn Thưởng|1974|Nam|Thái|5|Hộ cận nghèo|Mái tôn thủng|Sửa chữa|
Lường Văn Inh|1982|Nam|Thái|4|Hộ nghèo|Vách nứa, nền đất|Xây mới|
Phạm Văn Đượm|1961|Nam|Kinh|2|Thân nhân liệt sĩ|Tường nứt, mái ngói xô|Sửa chữa|
Quàng Thị Mẳn|1995|Nữ|Thái|3|Hộ nghèo|Nhà tạm mái tôn cũ|Xây mới|
Lò Văn É|1970|Nam|Kháng|5|Hộ nghèo|Nhà sàn mục, mái gianh|Xây mới|
Cà Văn Hịa|1989|Nam|Thái|4|Ảnh hưởng thiên tai|Nền sụt, tường nứt|Xây mới|
Tòng Văn Ọi|1976|Nam|Khơ Mú|6|Hộ nghèo|Vách nứa, mái gianh|Xây mới|
Hoàng Thị Lẫm|1964|Nữ|Tày|2|Hộ cận nghèo|Tường ẩm, mái fibro vỡ|Sửa chữa|
Lò Thị Ương|2001|Nữ|Thái|3|Hộ nghèo|Ở nhờ, nhà tạm|Xây mới|
Vì Thị Dung|1958-|Nữ|Thái|2|Người khuyết tật|Mái tôn thủng, nền ẩm|Sửa chữa|Đang làm lại căn cước
""".strip().splitlines()


@dataclass(frozen=True)
class Household:
    """One line of the list."""

    seq: int
    name: str
    birth: str
    gender: str
    ethnic_group: str
    village: str
    people: int
    group: str
    house: str
    work: str
    note: str
    has_id: bool

    @property
    def citizen_id(self) -> str:
        """Twelve digits: old province, gender and century, year, and a number that counts up."""
        if not self.has_id:
            return ""
        century = 0 if self.birth < "2000" else 2
        return f"{OLD_PROVINCE}{century + (self.gender == 'Nữ')}{self.birth[2:]}{900_000 + self.seq}"

    @property
    def phone(self) -> str:
        """A number that counts up; every seventh household has none."""
        return "" if self.seq % 7 == 0 else f"0900000{100 + self.seq}"


def households() -> Iterator[Household]:
    """The forty households in the order of the list."""
    seq, village = 0, ""
    for line in HOUSEHOLDS:
        if "|" not in line:
            village = line
            continue
        seq += 1
        name, birth, gender, ethnic_group, people, group, house, work, note = line.split("|")
        has_id = not birth.endswith("-")
        yield Household(
            seq, name, birth[:4], gender, ethnic_group, village, int(people), group, house, work, note, has_id
        )


def amounts() -> dict[str, int]:
    """What the list asks for by kind of work, in đồng, from sample.toml."""
    facts = tomllib.loads((SAMPLES / "sample.toml").read_text(encoding="utf-8"))["list"]
    return {"Xây mới": facts["new_build_amount"], "Sửa chữa": facts["repair_amount"]}


def put(sheet: Worksheet, span: str, text: str, *, bold: bool = False, italic: bool = False, size: int = 12) -> None:
    """A line of the title or signature block over merged cells."""
    sheet.merge_cells(span)
    cell = sheet[span.partition(":")[0]]
    cell.value = text
    cell.font = Font(name="Times New Roman", size=size, bold=bold, italic=italic)
    cell.alignment = Alignment(horizontal="center", vertical="center")


def write_title(sheet: Worksheet) -> None:
    """The two blocks of the letterhead and the title, as on any list of a people's committee."""
    put(sheet, "A1:E1", "ỦY BAN NHÂN DÂN", size=13)
    put(sheet, "A2:E2", "PHƯỜNG MƯỜNG LAY", bold=True, size=13)
    put(sheet, "H1:N1", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True, size=13)
    put(sheet, "H2:N2", "Độc lập - Tự do - Hạnh phúc", bold=True, size=13)
    put(sheet, "A4:N4", "DANH SÁCH HỘ ĐỀ NGHỊ HỖ TRỢ XÓA NHÀ TẠM, NHÀ DỘT NÁT NĂM 2025", bold=True, size=14)
    note = "(Kèm theo Kế hoạch số 08/KH-UBND ngày 04 tháng 7 năm 2025 của Ủy ban nhân dân phường Mường Lay)"
    put(sheet, "A5:N5", note, italic=True)
    put(sheet, "L6:N6", "Đơn vị tính: đồng", italic=True)


def write_rows(sheet: Worksheet, listed: list[Household]) -> None:
    """The heading row and a row a household; text is text, so that an ID number keeps its first zero."""
    asked = amounts()
    table: list[list[str | int | None]] = [list(HEADINGS)]
    for one in listed:
        facts: list[str | int | None] = [one.seq, one.name, int(one.birth), one.gender, one.citizen_id or None]
        facts += [one.ethnic_group, one.phone or None, one.village, one.people, one.group, one.house, one.work]
        table.append([*facts, asked[one.work], one.note or None])
    total = sum(asked[one.work] for one in listed)
    table.append([None, f"Tổng cộng: {len(listed)} hộ", *[None] * 10, total, None])
    for row, values in enumerate(table, start=HEADING_ROW):
        bold = row in (HEADING_ROW, HEADING_ROW + len(table) - 1)
        for column, value in enumerate(values, start=1):
            write_cell(sheet, row, column, value, bold=bold)


def write_cell(sheet: Worksheet, row: int, column: int, value: str | int | None, *, bold: bool) -> None:
    """One bordered cell of the table."""
    cell = sheet.cell(row, column, value)
    cell.font = Font(name="Times New Roman", size=11, bold=bold)
    cell.border = Border(THIN, THIN, THIN, THIN)
    centred = bold or column in (1, 3, 4, 9)
    cell.alignment = Alignment(horizontal="center" if centred else None, vertical="center", wrap_text=True)
    if column in (5, 7):
        cell.number_format = "@"
    elif column == 13:
        cell.number_format = "#,##0"


def write_signatures(sheet: Worksheet, row: int) -> None:
    """Place, date and the two who sign."""
    put(sheet, f"J{row}:N{row}", "Mường Lay, ngày 04 tháng 7 năm 2025", italic=True)
    put(sheet, f"A{row + 1}:E{row + 1}", "NGƯỜI LẬP BIỂU", bold=True)
    put(sheet, f"J{row + 1}:N{row + 1}", "TM. ỦY BAN NHÂN DÂN", bold=True)
    put(sheet, f"J{row + 2}:N{row + 2}", "CHỦ TỊCH", bold=True)
    put(sheet, f"A{row + 6}:E{row + 6}", "Lò Thị Hoa", bold=True)
    put(sheet, f"J{row + 6}:N{row + 6}", "Điêu Văn Mẫn", bold=True)


def workbook() -> Workbook:
    """The list as one sheet, landscape A4, headings repeated on each page."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Danh sách hộ"
    listed = list(households())
    write_title(sheet)
    write_rows(sheet, listed)
    write_signatures(sheet, HEADING_ROW + len(listed) + 3)
    for column, width in enumerate(HEADINGS.values(), start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.row_dimensions[HEADING_ROW].height = 32
    sheet.print_title_rows = f"{HEADING_ROW}:{HEADING_ROW}"
    sheet.freeze_panes = f"C{HEADING_ROW + 1}"
    book.properties.creator = "Mái Ấm"
    return book


def save(book: Workbook, file: Path) -> None:
    """Saves without a clock: fixed dates in the properties and in the zip entries."""
    raw = BytesIO()
    book.save(raw)
    clock = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
    moment = datetime.fromisoformat(WRITTEN).timetuple()[:6]
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            content = clock.sub(rb"\g<1>" + WRITTEN.encode(), source.read(entry))
            target.writestr(zipfile.ZipInfo(entry.filename, moment), content, zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    save(workbook(), Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLES / "danh-sach-ho.xlsx")
