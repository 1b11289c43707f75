"""Layouts whose headings stand in one row: what stands above, between and below them differs."""

from __future__ import annotations

from tests.corpus.pages import Book, Col, col
from tests.corpus.people import make_families

PLAIN: tuple[Col, ...] = (
    col("seq", "STT"),
    col("name", "Họ và tên chủ hộ"),
    col("birth_year", "Năm sinh"),
    col("citizen_id", "Số CCCD"),
    col("ethnicity", "Dân tộc"),
    col("village", "Thôn/bản"),
    col("members", "Số nhân khẩu"),
    col("category", "Đối tượng"),
    col("need", "Nhu cầu hỗ trợ"),
    col("amount_million", "Mức hỗ trợ (triệu đồng)"),
    col("note", "Ghi chú"),
)


def bare_from_the_first_cell(book: Book) -> None:
    """Headings in row 1, no title, nothing below."""
    book.page(PLAIN).headings().families(make_families("bare", 12))


def letterhead_numbers_total_signatures(book: Book) -> None:
    """The whole sheet as in `domain.md` 3.3."""
    page = book.page(PLAIN).letterhead().blank().headings().numbers().families(make_families("whole", 12))
    page.total("Tổng cộng: 12 hộ").signatures()


def begins_in_column_c(book: Book) -> None:
    """Two empty columns and three empty rows before the table."""
    book.page(PLAIN, left=3).blank(3).headings().families(make_families("left", 10))


def unit_above(book: Book) -> None:
    """The unit stands above the table, not in the heading of the money."""
    columns = [col(one.kind, "Kinh phí hỗ trợ") if one.kind == "amount_million" else one for one in PLAIN]
    page = book.page(columns).letterhead().unit("Đơn vị tính: triệu đồng").headings().numbers("n")
    page.families(make_families("unit", 10)).total("Cộng")


def unit_above_short_thousand(book: Book) -> None:
    """Reads "ĐVT: 1.000 đồng" at the right."""
    columns = [col("amount_thousand", "Kinh phí") if one.kind == "amount_million" else one for one in PLAIN]
    book.page(columns).letterhead().unit("ĐVT: 1.000 đồng").headings().families(make_families("thousand", 10))


def numbers_as_letters(book: Book) -> None:
    """Columns counted A, B, 1, 2, 3."""
    book.page(PLAIN).letterhead().headings().numbers("A").families(make_families("letters", 10)).total()


def numbers_in_brackets_with_formula_words(book: Book) -> None:
    """The row of column numbers says which is the sum of which."""
    page = book.page(PLAIN).headings()
    page.cells([*(f"({number})" for number in range(1, 10)), "(10)=(8)+(9)", "(11)"])
    page.families(make_families("formula", 10))


def empty_rows_between(book: Book) -> None:
    """An empty row behind every family and two below the headings."""
    book.page(PLAIN).letterhead().headings().blank(2).families(make_families("gaps", 10), gap=1)


def total_above_the_families(book: Book) -> None:
    """The sum stands right below the headings."""
    page = book.page(PLAIN).headings().cells([None, "TỔNG CỘNG", None, None, None, None, 45, None, None, 540])
    page.families(make_families("top total", 10))


def total_merged_under_number(book: Book) -> None:
    """Reads "Tổng cộng" stands under STT, merged over the name."""
    page = book.page(PLAIN).letterhead().headings().families(make_families("merged total", 10))
    page.sheet.merge_cells(start_row=page.row, end_row=page.row, start_column=1, end_column=3)
    page.cells(["Tổng cộng", None, None, None, None, None, 45, None, None, 540]).signatures()


def notes_below(book: Book) -> None:
    """Remarks under the table in the first column, and money in words."""
    page = book.page(PLAIN).headings().families(make_families("notes", 10)).total("Tổng số: 10 hộ", None, None, 10)
    page.line("(Số tiền bằng chữ: Năm trăm bốn mươi triệu đồng chẵn./.)", merged=True).blank()
    page.line("Ghi chú: Danh sách này gồm 10 hộ, trong đó xây mới 7 hộ, sửa chữa 3 hộ.")
    page.line("* Hộ số 3 đã được hỗ trợ năm 2019 theo Quyết định 33/2015/QĐ-TTg", 1).signatures()


def headings_again_on_each_page(book: Book) -> None:
    """Somebody copied the headings to where the printed page begins."""
    families = make_families("pages", 14)
    page = book.page(PLAIN).letterhead().headings().families(families[:7]).headings().numbers()
    page.families(families[7:])


def carried_over_sums(book: Book) -> None:
    """Reads "Cộng mang sang" and "Trang trước chuyển sang" where the page ends."""
    families = make_families("carried", 14)
    page = book.page(PLAIN).headings().families(families[:7]).total("Cộng trang 1", None, None, None, None, 31)
    page.total("Trang trước chuyển sang", None, None, None, None, 31).families(families[7:]).total("Tổng cộng")


def capitals_and_line_breaks(book: Book) -> None:
    """Headings in capitals, broken as the narrow columns ask."""
    columns = [Col((one.headings[0].upper().replace(" ", "\n", 1),), one.kind) for one in PLAIN]
    book.page(columns).letterhead().headings().numbers().families(make_families("capitals", 10)).total()


def without_numbers(book: Book) -> None:
    """No STT column at all; the name comes first."""
    book.page(PLAIN[1:]).line("DANH SÁCH HỘ").headings().families(make_families("unnumbered", 10))


def name_at_the_end(book: Book) -> None:
    """Columns in an order of the officer's own."""
    book.page([PLAIN[0], *PLAIN[:0:-1]]).headings().families(make_families("backwards", 10))


def empty_columns_between(book: Book) -> None:
    """Spare columns without heading between the others."""
    columns = [*PLAIN[:2], col("blank"), *PLAIN[2:5], col("blank"), *PLAIN[5:]]
    columns = [Col((one.headings or ("",)), one.kind) for one in columns]
    book.page(columns).headings().families(make_families("spare", 10))


def whole_dong_and_dates(book: Book) -> None:
    """Real dates and whole đồng, gender in words, phone, address: the province's new form."""
    columns = (
        *(col("seq", "TT"), col("code", "Mã hộ"), col("name", "Họ và tên"), col("birth_cell", "Ngày, tháng, năm sinh")),
        *(col("gender", "Giới tính"), col("citizen_id", "Số định danh cá nhân"), col("phone", "Số điện thoại")),
        *(col("address", "Nơi thường trú"), col("category_short", "Diện (HN/HCN)"), col("need", "Hình thức hỗ trợ")),
        *(col("amount_dong", "Số tiền hỗ trợ (đồng)"), col("note", "Ghi chú")),
    )
    book.page(columns).letterhead().headings().numbers().families(make_families("dong", 12)).total().signatures()


def strangers_among_them(book: Book) -> None:
    """Spouse, land area, helper, officer's phone beside the fields they sound like."""
    columns = (
        *(col("seq", "STT"), col("name", "Họ và tên chủ hộ"), col("birth_year", "Năm sinh")),
        *(col("spouse", "Họ và tên vợ/chồng"), col("spouse_year", "Năm sinh vợ/chồng")),
        *(col("citizen_id", "Số CCCD"), col("spouse_id", "Số CCCD vợ/chồng"), col("village", "Thôn")),
        *(col("members", "Số nhân khẩu"), col("count", "Số lao động"), col("area", "Diện tích nhà ở (m2)")),
        *(col("land_area", "Diện tích đất ở (m2)"), col("built_year", "Năm xây nhà"), col("need", "Nhu cầu hỗ trợ")),
        *(col("helper", "Đơn vị giúp đỡ"), col("officer", "Cán bộ phụ trách"), col("officer_phone", "SĐT cán bộ")),
    )
    book.page(columns).letterhead().headings().families(make_families("strangers", 12)).total()


LAYOUTS = (
    bare_from_the_first_cell,
    letterhead_numbers_total_signatures,
    begins_in_column_c,
    unit_above,
    unit_above_short_thousand,
    numbers_as_letters,
    numbers_in_brackets_with_formula_words,
    empty_rows_between,
    total_above_the_families,
    total_merged_under_number,
    notes_below,
    headings_again_on_each_page,
    carried_over_sums,
    capitals_and_line_breaks,
    without_numbers,
    name_at_the_end,
    empty_columns_between,
    whole_dong_and_dates,
    strangers_among_them,
)
