"""Layouts in which rows or sheets say something about the rows below them: villages, groups, sums."""

from __future__ import annotations

from itertools import groupby

from tests.corpus.layouts_merged import CATEGORY_TICKS, NEED_TICKS
from tests.corpus.layouts_plain import PLAIN
from tests.corpus.pages import Book, Page, col
from tests.corpus.people import Family, make_families

NO_VILLAGE = tuple(one for one in PLAIN if one.kind != "village")
NO_CATEGORY = tuple(one for one in PLAIN if one.kind != "category")
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
GROUP_NAMES = {"poor": "Hộ nghèo", "near_poor": "Hộ cận nghèo", "meritorious": "Người có công với cách mạng"}


def _by_village(seed: str, count: int = 16) -> list[tuple[str, list[Family]]]:
    families = sorted(make_families(seed, count, ("Nà Mặn", "Hua Nạng", "Chi Luông")), key=lambda f: f.village)
    return [(village, list(group)) for village, group in groupby(families, key=lambda f: f.village)]


def _by_category(seed: str, count: int = 16) -> list[tuple[str, list[Family]]]:
    families = sorted(make_families(seed, count), key=lambda f: list(GROUP_NAMES).index(f.category))
    return [(category, list(group)) for category, group in groupby(families, key=lambda f: f.category)]


def _grouped(page: Page, seed: str, text: str, *, merged: bool = False, position: int = 0) -> Page:
    for number, (village, families) in enumerate(_by_village(seed)):
        page.line(text.format(roman=ROMAN[number], village=village, count=len(families)), position, merged=merged)
        page.under(village=village).families(families)
    return page


def villages_with_roman_numbers(book: Book) -> None:
    """Reads "I. Thôn Nà Mặn" in the first column, numbers begin again in each."""
    _grouped(book.page(NO_VILLAGE).letterhead().headings(), "roman", "{roman}. Thôn {village}").total().signatures()


def villages_merged_with_counts(book: Book) -> None:
    """Reads "THÔN NÀ MẶN: 5 hộ" merged over the table."""
    page = book.page(NO_VILLAGE).headings().numbers()
    for village, families in _by_village("merged"):
        page.line(f"THÔN {village.upper()}: {len(families)} hộ", merged=True).under(village=village).families(families)


def villages_beside_roman_number(book: Book) -> None:
    """The Roman number under STT, the village under the name."""
    page = book.page(NO_VILLAGE).letterhead().headings()
    for number, (village, families) in enumerate(_by_village("beside")):
        page.cells([ROMAN[number], f"Bản {village}"]).under(village=village).families(families)
    page.total()


def villages_with_sums_in_their_row(book: Book) -> None:
    """The group row carries the sums of the group."""
    page = book.page(NO_VILLAGE).headings()
    for number, (village, families) in enumerate(_by_village("sums")):
        people, money = sum(f.members for f in families), sum(f.amount for f in families) // 1_000_000
        row = [ROMAN[number], f"Thôn {village}", None, None, None, people, None, f"{len(families)} hộ", money]
        page.cells(row).under(village=village).families(families)


def villages_with_subtotals(book: Book) -> None:
    """A sum behind each village."""
    page = book.page(NO_VILLAGE).letterhead().headings()
    for village, families in _by_village("subtotals"):
        page.line(f"Tổ dân phố {village}").under(village=village).families(families)
        page.total(f"Cộng tổ dân phố {village}", None, None, None, sum(f.members for f in families))
    page.total("TỔNG CỘNG TOÀN XÃ")


def categories_with_letters(book: Book) -> None:
    """Reads "A. Hộ nghèo", "B. Hộ cận nghèo", "C. Người có công"."""
    page = book.page(NO_CATEGORY).letterhead().headings().numbers()
    for number, (category, families) in enumerate(_by_category("letters")):
        page.line(f"{'ABC'[number]}. {GROUP_NAMES[category]}").under(category=category).families(families)
    page.total("Tổng cộng (A+B+C)").signatures()


def categories_beside_letter(book: Book) -> None:
    """The letter under STT, the group with its count under the name."""
    page = book.page(NO_CATEGORY).headings()
    for number, (category, families) in enumerate(_by_category("beside letter")):
        page.cells(["ABC"[number], f"{GROUP_NAMES[category].upper()} ({len(families)} hộ)"])
        page.under(category=category).families(families)


def categories_then_villages(book: Book) -> None:
    """Two levels: group A, village I, II; group B, village I, II."""
    columns = [one for one in PLAIN if one.kind not in {"village", "category"}]
    page = book.page(columns).letterhead().headings()
    for number, (category, families) in enumerate(_by_category("two levels", 18)):
        page.cells(["ABC"[number], GROUP_NAMES[category]])
        families = sorted(families, key=lambda f: f.village)
        for place, (village, group) in enumerate(groupby(families, key=lambda f: f.village)):
            page.cells([ROMAN[place], f"Thôn {village}"])
            page.under(category=category, village=village).families(list(group))
    page.total()


def works_as_groups(book: Book) -> None:
    """Reads "I. Xây mới" and "II. Sửa chữa" as group rows."""
    columns = [one for one in PLAIN if one.kind != "need"]
    page = book.page(columns).letterhead().headings()
    for number, (work, text) in enumerate((("new_build", "Hộ đề nghị xây mới"), ("repair", "Hộ đề nghị sửa chữa"))):
        families = [family for family in make_families("works", 14) if family.work == work]
        page.cells([ROMAN[number], text]).under(work_type=work).families(families)


def village_merged_downward(book: Book) -> None:
    """The village's name stands once, merged over its rows."""
    page = book.page(PLAIN).letterhead().headings()
    for _village, families in _by_village("downward"):
        top = page.row
        page.families(families)
        page.sheet.merge_cells(start_row=top, end_row=page.row - 1, start_column=6, end_column=6)
    page.total()


def village_only_where_it_begins(book: Book) -> None:
    """The village's name stands once without being merged; the cells below are empty."""
    page = book.page(PLAIN).headings()
    for _village, families in _by_village("begins"):
        top = page.row
        page.families(families)
        for row in range(top + 1, page.row):
            page.sheet.cell(row, 6).value = None


def sheet_a_village(book: Book) -> None:
    """A sheet for each village, named after it; no column says it."""
    for village, families in _by_village("sheets"):
        page = book.page(NO_VILLAGE, f"Thôn {village}").letterhead().headings().numbers()
        page.under(village=village).families(families).total().signatures()


def sheet_a_village_short_names(book: Book) -> None:
    """Sheets named by the bare name, the title says which village."""
    for village, families in _by_village("short sheets"):
        page = book.page(NO_VILLAGE, village).line(f"DANH SÁCH HỘ THÔN {village.upper()}").headings()
        page.under(village=village).families(families)


def village_in_the_title(book: Book) -> None:
    """One sheet, one village, named only in a line above the table ("Thôn: Nà Mặn")."""
    page = book.page(NO_VILLAGE).line("DANH SÁCH HỘ NGHÈO ĐỀ NGHỊ HỖ TRỢ NHÀ Ở", merged=True).line("Thôn: Nà Mặn")
    page.headings().under(village="Nà Mặn").families(make_families("title", 10, ("Nà Mặn",)))


def list_and_summary_sheets(book: Book) -> None:
    """A summary by village and a cover before the list: they are no lists of families."""
    summary = book.workbook.create_sheet("Tổng hợp")
    summary.append(["TỔNG HỢP SỐ HỘ THEO THÔN"])
    summary.append(["STT", "Thôn", "Tổng số hộ", "Xây mới", "Sửa chữa", "Kinh phí (triệu đồng)"])
    for number, (village, families) in enumerate(_by_village("summary"), 1):
        summary.append([number, village, len(families), 3, len(families) - 3, 60 * len(families)])
    summary.append(["", "Tổng cộng", 16, 9, 7, 750])
    book.page(PLAIN, "Danh sách chi tiết").letterhead().headings().families(make_families("detail", 12))


def two_tables_on_a_sheet(book: Book) -> None:
    """The same headings again further down under "Biểu 2"."""
    page = book.page(NO_CATEGORY).line("Biểu 1: HỘ NGHÈO", merged=True).headings().under(category="poor")
    families = make_families("tables", 12)
    page.families([family for family in families if family.category == "poor"]).total().blank(2)
    page.line("Biểu 2: HỘ CẬN NGHÈO", merged=True).headings().under(category="near_poor")
    page.families([family for family in families if family.category == "near_poor"]).total()


def ticks_and_villages(book: Book) -> None:
    """Tick columns with sums in the village's row: a number there is no tick."""
    columns = (PLAIN[0], PLAIN[1], PLAIN[2], *CATEGORY_TICKS, *NEED_TICKS, col("note", "Ghi chú"))
    page = book.page(columns).letterhead().headings().numbers()
    for number, (village, families) in enumerate(_by_village("ticks")):
        page.cells([ROMAN[number], f"Thôn {village}", None, 1, 3, 2, None, 4, 2]).under(village=village)
        page.families(families)
    page.cells([None, "Tổng cộng", None, 3, 9, 6, None, 12, 6]).signatures()


LAYOUTS = (
    villages_with_roman_numbers,
    villages_merged_with_counts,
    villages_beside_roman_number,
    villages_with_sums_in_their_row,
    villages_with_subtotals,
    categories_with_letters,
    categories_beside_letter,
    categories_then_villages,
    works_as_groups,
    village_merged_downward,
    village_only_where_it_begins,
    sheet_a_village,
    sheet_a_village_short_names,
    village_in_the_title,
    list_and_summary_sheets,
    two_tables_on_a_sheet,
    ticks_and_villages,
)
