"""Layouts that are rare or treacherous: members below the head, hidden rows, numbers as text, two names of a person."""

from __future__ import annotations

from datetime import date

from tests.corpus.layouts_plain import PLAIN
from tests.corpus.pages import Book, col
from tests.corpus.people import make_families


def members_below_the_head(book: Book) -> None:
    """Each head is followed by the people of the house; only rows of heads are families."""
    columns = (
        *(
            col("seq", "STT"),
            col("name", "Họ và tên"),
            col("blank", "Quan hệ với chủ hộ"),
            col("birth_year", "Năm sinh"),
        ),
        *(col("citizen_id", "Số CCCD"), col("village", "Thôn"), col("need", "Nhu cầu hỗ trợ")),
    )
    page = book.page(columns).letterhead().headings()
    for family in make_families("members", 8):
        page.families([family])
        page.sheet.cell(page.row - 1, 3, "Chủ hộ")
        page.cells([None, "Cao Thị Ngạn", "Vợ", family.birth.year + 2])
        page.cells([None, "Cao Văn Nghị", "Con", family.birth.year + 25])


def hidden_rows_are_families(book: Book) -> None:
    """A filter was left on: hidden rows are families like the others."""
    page = book.page(PLAIN).headings().families(make_families("hidden", 12))
    for row in (4, 5, 9):
        page.sheet.row_dimensions[row].hidden = True


def hidden_column_and_sheet(book: Book) -> None:
    """A hidden sheet with an old list is left out; a hidden column still counts."""
    page = book.page(PLAIN).headings().families(make_families("hidden column", 10))
    page.sheet.column_dimensions["D"].hidden = True
    old = book.workbook.create_sheet("Danh sách cũ 2021")
    old.append(["STT", "Họ và tên chủ hộ", "Năm sinh", "Thôn"])
    old.append([1, "Cao Văn Cũ", 1950, "Nà Mặn"])
    old.sheet_state = "hidden"


def numbers_typed_as_text(book: Book) -> None:
    """Years, counts and money typed as text with dots and blanks."""
    page = book.page(PLAIN).letterhead().headings()
    families = make_families("as text", 10)
    page.families(families)
    for row, family in enumerate(families, page.row - 10):
        page.sheet.cell(row, 3, f" {family.birth.year}")
        page.sheet.cell(row, 7, f"{family.members:02}")
        page.sheet.cell(row, 10, f"{family.amount // 1_000_000},0")


def id_numbers_as_numbers(book: Book) -> None:
    """Excel keeps ID numbers as numbers and drops the zero in front."""
    page = book.page(PLAIN).headings()
    families = make_families("as numbers", 10)
    page.families(families)
    for row, family in enumerate(families, page.row - 10):
        page.sheet.cell(row, 4, int(family.citizen_id))


def name_in_two_columns(book: Book) -> None:
    """Họ và tên merged over two columns: family and middle name in one, given name in the other."""
    page = book.page((PLAIN[0], PLAIN[1], col("blank"), *PLAIN[2:])).headings()
    page.sheet.merge_cells("B1:C1")
    families = make_families("two names", 10)
    page.families(families)
    for row, family in enumerate(families, page.row - 10):
        first, last = family.name.rsplit(" ", 1)
        page.sheet.cell(row, 2, first)
        page.sheet.cell(row, 3, last)


def names_in_capitals(book: Book) -> None:
    """Names typed in capitals are offered in name case."""
    page = book.page(PLAIN).letterhead().headings()
    families = make_families("big names", 10)
    page.families(families)
    for row, family in enumerate(families, page.row - 10):
        page.sheet.cell(row, 2, family.name.upper())


def ruled_empty_rows_below(book: Book) -> None:
    """Numbers go on in empty rows prepared for later."""
    page = book.page(PLAIN).headings().families(make_families("prepared", 10))
    for number in range(11, 31):
        page.cells([number])
    page.total()


def address_says_the_village(book: Book) -> None:
    """Only an address column; it holds the village's name alone."""
    columns = [col("address_village", "Địa chỉ") if one.kind == "village" else one for one in PLAIN]
    book.page(columns).headings().families(make_families("address", 10)).total()


def formulas_with_cached_values_gone(book: Book) -> None:
    """STT and the total are formulas that nobody ever calculated: they are no reason to lose a row."""
    page = book.page(PLAIN).headings().families(make_families("formulas", 10))
    for row in range(2, 12):
        page.sheet.cell(row, 1, "=ROW()-1")
    page.cells([None, "Tổng cộng", None, None, None, None, "=SUM(G2:G11)", None, None, "=SUM(J2:J11)"])


def mixed_kinds_of_birth(book: Book) -> None:
    """Years, dates as text, real dates in one column."""
    columns = list(PLAIN)
    columns[2] = col("birth_date", "Ngày, tháng, năm sinh")
    page = book.page(columns).letterhead().headings()
    families = make_families("births", 12)
    page.families(families)
    for row, family in enumerate(families[::2]):
        cell = page.sheet.cell(page.row - 12 + 2 * row, 3)
        cell.value = date(family.birth.year, family.birth.month, family.birth.day)
        cell.number_format = "DD/MM/YYYY"


def text_beside_the_table(book: Book) -> None:
    """Notes of the officer far to the right of the table."""
    page = book.page(PLAIN).letterhead().headings().families(make_families("beside", 10))
    page.sheet.cell(10, 15, "Chị Hoa xem lại hộ này")
    page.sheet.cell(12, 15, "0912345678")


def long_table_in_many_pages(book: Book) -> None:
    """Three hundred rows with signatures only at the end."""
    book.page(PLAIN).letterhead().headings().numbers().families(make_families("long", 300)).total().signatures()


LAYOUTS = (
    members_below_the_head,
    hidden_rows_are_families,
    hidden_column_and_sheet,
    numbers_typed_as_text,
    id_numbers_as_numbers,
    name_in_two_columns,
    names_in_capitals,
    ruled_empty_rows_below,
    address_says_the_village,
    formulas_with_cached_values_gone,
    mixed_kinds_of_birth,
    text_beside_the_table,
    long_table_in_many_pages,
)
