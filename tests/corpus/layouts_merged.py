"""Layouts whose headings stand in two or three rows, with merged parents and tick columns."""

from __future__ import annotations

from tests.corpus.pages import Book, col
from tests.corpus.people import make_families

NUMBER_AND_NAME = (col("seq", "STT"), col("name", "Họ và tên chủ hộ"))
NEED = "Nhu cầu hỗ trợ"
GROUPS = "Thuộc đối tượng"
REST = (col("village", "Thôn"), col("members", "Số khẩu"))
MONEY = (col("amount_million", "Kinh phí hỗ trợ (triệu đồng)"), col("note", "Ghi chú"))
CATEGORY_TICKS = (
    *(col("meritorious_tick", GROUPS, "NCC"), col("poor_tick", GROUPS, "Hộ nghèo")),
    *(col("near_poor_tick", GROUPS, "Hộ cận nghèo"), col("blank", GROUPS, "Khác")),
)
NEED_TICKS = (col("new_tick", NEED, "Xây mới"), col("repair_tick", NEED, "Sửa chữa"))
BIRTH_YEARS = (col("male_year", "Năm sinh", "Nam"), col("female_year", "Năm sinh", "Nữ"))


def need_in_two_ticks(book: Book) -> None:
    """Nhu cầu hỗ trợ over Xây mới | Sửa chữa, ticked with x."""
    columns = (*NUMBER_AND_NAME, col("birth_year", "Năm sinh"), *REST, *NEED_TICKS, *MONEY)
    book.page(columns).letterhead().headings().numbers().families(make_families("need", 12)).total()


def need_in_two_ones(book: Book) -> None:
    """The same with 1 for a tick, so that the columns can be summed."""
    ticks = (col("new_one", "Hình thức hỗ trợ", "Xây mới"), col("repair_one", "Hình thức hỗ trợ", "Sửa chữa"))
    page = book.page((*NUMBER_AND_NAME, *REST, *ticks, *MONEY)).headings().families(make_families("ones", 12))
    page.cells([None, "Cộng", None, 50, 7, 5, 570])


def need_in_two_check_marks(book: Book) -> None:
    """The same with a check mark."""
    ticks = (col("new_check", "Đề nghị hỗ trợ", "Làm mới"), col("repair_check", "Đề nghị hỗ trợ", "Sửa chữa"))
    book.page((*NUMBER_AND_NAME, *REST, *ticks, *MONEY)).headings().families(make_families("checks", 12))


def birth_years_under_gender(book: Book) -> None:
    """Năm sinh over Nam | Nữ with the year in one of the two."""
    columns = (*NUMBER_AND_NAME, *BIRTH_YEARS, col("ethnicity", "Dân tộc"), *REST, *MONEY)
    book.page(columns).letterhead().headings().numbers("n").families(make_families("years", 14)).total()


def birth_years_in_one_row(book: Book) -> None:
    """Without the parent: "Năm sinh (Nam)" and "Năm sinh (Nữ)"."""
    years = (col("male_year", "Năm sinh (Nam)"), col("female_year", "Năm sinh (Nữ)"))
    book.page((*NUMBER_AND_NAME, *years, *REST, *MONEY)).headings().families(make_families("years in one", 14))


def gender_in_two_ticks(book: Book) -> None:
    """Giới tính over Nam | Nữ, ticked, the year apart."""
    ticks = (col("male_tick", "Giới tính", "Nam"), col("female_tick", "Giới tính", "Nữ"))
    columns = (*NUMBER_AND_NAME, col("birth_year", "Năm sinh"), *ticks, *REST, *MONEY)
    book.page(columns).letterhead().headings().numbers().families(make_families("gender", 14))


def category_in_ticks(book: Book) -> None:
    """Thuộc đối tượng over NCC | Hộ nghèo | Hộ cận nghèo | Khác."""
    columns = (*NUMBER_AND_NAME, col("birth_year", "Năm sinh"), *REST, *CATEGORY_TICKS, *MONEY)
    book.page(columns).letterhead().headings().numbers().families(make_families("category", 14)).total().signatures()


def category_in_ones_without_parent(book: Book) -> None:
    """Hộ nghèo (x) | Hộ cận nghèo (x) | NCC (x), no parent."""
    ticks = (
        col("poor_one", "Hộ nghèo (x)"),
        col("near_poor_one", "Hộ cận nghèo (x)"),
        col("meritorious_one", "NCC (x)"),
    )
    book.page((*NUMBER_AND_NAME, *REST, *ticks, *MONEY)).headings().families(make_families("no parent", 14))


def ticks_without_parents(book: Book) -> None:
    """Xây mới | Sửa chữa in the one row of headings."""
    ticks = (col("new_tick", "Xây mới"), col("repair_tick", "Sửa chữa"))
    book.page((*NUMBER_AND_NAME, *REST, *ticks, *MONEY)).headings().families(make_families("bare ticks", 12))


def everything_in_ticks(book: Book) -> None:
    """The form of `domain.md` 3.3: years by gender, groups and need, all in two rows."""
    columns = (*NUMBER_AND_NAME, *BIRTH_YEARS, *REST, *CATEGORY_TICKS, *NEED_TICKS, *MONEY)
    page = book.page(columns).letterhead().unit().headings().numbers().families(make_families("all ticks", 16))
    page.total("Tổng cộng").signatures()


def money_under_need(book: Book) -> None:
    """The amount itself stands under Xây mới or Sửa chữa."""
    parent = "Kinh phí đề nghị hỗ trợ (triệu đồng)"
    money = (col("new_million", parent, "Xây mới"), col("repair_million", parent, "Sửa chữa"))
    columns = (*NUMBER_AND_NAME, *REST, *money, col("note", "Ghi chú"))
    book.page(columns).letterhead().headings().families(make_families("money ticks", 12)).total()


def three_rows_of_headings(book: Book) -> None:
    """Parents of parents: Thông tin chủ hộ, Nhà ở, Đề nghị."""
    head, house, ask = "Thông tin chủ hộ", "Hiện trạng về nhà ở, đất ở", "Đề nghị hỗ trợ"
    columns = (
        *(col("seq", "STT"), col("name", head, "Họ và tên")),
        *(col("male_year", head, "Năm sinh", "Nam"), col("female_year", head, "Năm sinh", "Nữ")),
        *(col("ethnicity", head, "Dân tộc"), col("citizen_id", head, "Số CCCD"), col("village", "Thôn, bản")),
        *(col("house_status", house, "Hiện trạng nhà"), col("area", house, "Diện tích (m2)")),
        *(col("land", house, "Giấy tờ đất"), col("new_tick", ask, "Hình thức", "Xây mới")),
        *(col("repair_tick", ask, "Hình thức", "Sửa chữa"), col("amount_million", ask, "Số tiền (triệu đồng)")),
        col("note", "Ghi chú"),
    )
    book.page(columns).letterhead().headings().numbers().families(make_families("three", 14)).total().signatures()


def parents_over_single_fields(book: Book) -> None:
    """Two rows, but the parts are whole fields: Chủ hộ over Họ tên | Năm sinh | CCCD | SĐT."""
    columns = (
        *(col("seq", "TT"), col("name", "Chủ hộ", "Họ tên"), col("birth_date", "Chủ hộ", "Ngày sinh")),
        *(col("citizen_id", "Chủ hộ", "Số CCCD"), col("phone", "Chủ hộ", "Điện thoại")),
        *(col("village", "Nơi ở", "Thôn"), col("commune", "Nơi ở", "Xã"), col("members", "Nhân khẩu")),
        *(col("category", "Diện hộ"), col("need", "Nhu cầu")),
    )
    book.page(columns).headings().families(make_families("parts", 12))


def spouse_beside_head(book: Book) -> None:
    """Chủ hộ and Vợ/chồng, each over the same three headings."""
    columns = (
        *(col("seq", "STT"), col("name", "Chủ hộ", "Họ và tên"), col("birth_year", "Chủ hộ", "Năm sinh")),
        *(col("citizen_id", "Chủ hộ", "Số CCCD"), col("spouse", "Vợ hoặc chồng", "Họ và tên")),
        *(col("spouse_year", "Vợ hoặc chồng", "Năm sinh"), col("spouse_id", "Vợ hoặc chồng", "Số CCCD")),
        *(col("village", "Thôn"), col("need", "Nhu cầu hỗ trợ")),
    )
    book.page(columns).letterhead().headings().numbers().families(make_families("spouses", 12))


def sources_beside_amount(book: Book) -> None:
    """Kinh phí over Nhà nước hỗ trợ | Hộ đối ứng: only the first is asked for."""
    money = "Nguồn vốn (triệu đồng)"
    columns = (
        *(*NUMBER_AND_NAME, *REST, *NEED_TICKS, col("amount_million", "Mức hỗ trợ (triệu đồng)")),
        *(col("blank", money, "NSTW"), col("blank", money, "NSĐP"), col("blank", money, "Quỹ VNN")),
        *(col("blank", money, "Gia đình"), col("note", "Ghi chú")),
    )
    book.page(columns).letterhead().headings().numbers("A").families(make_families("sources", 12))


def birth_in_three_columns(book: Book) -> None:
    """Ngày sinh over Ngày | Tháng | Năm."""
    columns = (*NUMBER_AND_NAME, *(col(f"birth_{part}", "Ngày sinh", word) for part, word in PARTS), *REST, *MONEY)
    book.page(columns).headings().families(make_families("three parts", 12))


def unmerged_parents(book: Book) -> None:
    """Two rows of headings in which nothing is merged: the parent stands over its first part alone."""
    columns = (*NUMBER_AND_NAME, *BIRTH_YEARS, *REST, *NEED_TICKS, *MONEY)
    page = book.page(columns).letterhead().headings()
    for merged in list(page.sheet.merged_cells.ranges):
        if merged.min_row >= page.row - 2:
            page.sheet.unmerge_cells(str(merged))
    page.families(make_families("unmerged", 12))


def lower_heading_row_holds_the_names(book: Book) -> None:
    """Single headings stand in the lower row, not in the upper one."""
    columns = (*NUMBER_AND_NAME, *REST, *NEED_TICKS, *MONEY)
    page = book.page(columns).letterhead()
    page.cells([NEED if one is NEED_TICKS[0] else None for one in columns])
    page.sheet.merge_cells(start_row=page.row - 1, end_row=page.row - 1, start_column=5, end_column=6)
    page.cells([one.headings[-1] for one in columns]).families(make_families("lower", 12))


def money_by_source_and_instalment(book: Book) -> None:
    """Nguồn vốn over NSTW | NSĐP | Quỹ VNN and Đã giải ngân over Đợt 1 | Đợt 2, unit above the table."""
    columns = (
        *(*NUMBER_AND_NAME, *REST, col("approved_million", "Kinh phí được duyệt")),
        *(col("central_million", "Nguồn vốn", "NSTW"), col("local_million", "Nguồn vốn", "NSĐP")),
        *(col("fund_million", "Nguồn vốn", "Quỹ VNN"), col("paid_1_million", "Đã giải ngân", "Đợt 1")),
        *(col("paid_2_million", "Đã giải ngân", "Đợt 2"), col("note", "Ghi chú")),
    )
    page = book.page(columns).letterhead().unit().headings().numbers().families(make_families("by source", 12))
    page.total("Tổng cộng", None, 50, 540, 270, 162, 108, 324, 216).signatures()


def days_under_one_parent(book: Book) -> None:
    """Thời gian thực hiện over Khởi công | Hoàn thành | Bàn giao, Quyết định over Số | Ngày."""
    when, decision = "Thời gian thực hiện", "Quyết định phê duyệt"
    columns = (
        *(*NUMBER_AND_NAME, *REST, col("decision_number", decision, "Số"), col("decision_date", decision, "Ngày")),
        *(col("started", when, "Khởi công"), col("finished", when, "Hoàn thành"), col("handed_over", when, "Bàn giao")),
        *MONEY,
    )
    book.page(columns).letterhead().headings().numbers().families(make_families("days", 12)).total()


def progress_in_ticks(book: Book) -> None:
    """Tiến độ over Chưa khởi công | Đang thi công | Đã hoàn thành | Đã bàn giao, ticked."""
    ticks = (
        *(col("not_started_tick", "Tiến độ", "Chưa khởi công"), col("started_tick", "Tiến độ", "Đang thi công")),
        *(col("finished_tick", "Tiến độ", "Đã hoàn thành"), col("handed_over_tick", "Tiến độ", "Đã bàn giao")),
    )
    columns = (*NUMBER_AND_NAME, *REST, *NEED_TICKS, *ticks, *MONEY)
    book.page(columns).letterhead().headings().numbers().families(make_families("progress", 16)).total()


PARTS = (("day", "Ngày"), ("month", "Tháng"), ("part", "Năm"))
LAYOUTS = (
    need_in_two_ticks,
    need_in_two_ones,
    need_in_two_check_marks,
    birth_years_under_gender,
    birth_years_in_one_row,
    gender_in_two_ticks,
    category_in_ticks,
    category_in_ones_without_parent,
    ticks_without_parents,
    everything_in_ticks,
    money_under_need,
    three_rows_of_headings,
    parents_over_single_fields,
    spouse_beside_head,
    sources_beside_amount,
    birth_in_three_columns,
    unmerged_parents,
    lower_heading_row_holds_the_names,
    money_by_source_and_instalment,
    days_under_one_parent,
    progress_in_ticks,
)
