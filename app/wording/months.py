"""Words of the month's end ("Khóa sổ tháng"): seven ticks, the comparison with the accountant, the page on paper."""

from __future__ import annotations

TITLE, UNIT = "Khóa sổ tháng", "dòng"
MONTH, OPEN_PAGE = "Tháng", "Khóa sổ tháng…"
CLOSE, REOPEN, PRINT, MATCH = "Khóa sổ tháng {month}", "Mở lại tháng", "In trang khóa sổ…", "Đối chiếu với kế toán…"
SHOW, BY_HAND, NOT_BY_HAND, GO = "Xem", "Đã xem, ghi chú…", "Bỏ đánh dấu", "Mở trang"
DONE_SIGN, OPEN_SIGN, HAND_SIGN = "Xong", "Chưa xong", "Đã xem"
NO_ROWS = "Không có dòng nào ở mục này."
SEARCH_COLUMNS = ("Hộ, chứng từ", "Thôn", "Việc")

#: The seven ticks: what each asks.
TICKS: dict[str, str] = {
    "reports": "Chốt báo cáo của tháng",
    "ledger": "Khớp sổ với danh sách chứng từ của kế toán",
    "unpaid": "Nhà đã nghiệm thu, chưa chi đủ tiền",
    "not_started": "Nhà đã chi tiền, chưa khởi công",
    "unsigned": "Giấy đã in, chưa ký",
    "packages": "Gói dữ liệu gửi cấp trên",
    "backup": "Sao lưu",
}
NO_REPORT, REPORTS_KEPT = "Chưa chốt báo cáo nào có số liệu trong tháng.", "Đã chốt {count} báo cáo."
REPORTS_OWED = "Còn {count} báo cáo đến hạn trong tháng."
NOT_MATCHED = "Chưa đối chiếu. Lấy danh sách chứng từ của kế toán (Excel) rồi bấm Đối chiếu với kế toán."
NO_LINES = "Trong tháng không có khoản chi nào."
MATCHED = "Khớp cả {same} chứng từ với tệp {file}."
MATCHED_NOT = "Khớp {same} chứng từ, còn {open} chỗ khác nhau với tệp {file}."
NONE_OPEN, HOUSES_OPEN, PAPERS_OPEN = "Không còn nhà nào.", "Còn {count} nhà.", "Còn {count} giấy."
NO_PAPERS_OPEN = "Không còn giấy nào."
SENT, NOT_SENT = "Gửi lần gần nhất ngày {day}.", "Chưa gửi gói nào từ ngày {day}."
NO_SUPERIOR = "Chưa có cấp trên nhận dữ liệu."
BACKED_UP, NOT_BACKED_UP = "Bản gần nhất lúc {at}.", "Chưa có bản sao lưu từ đầu tháng."
OUTSIDE_TOO_OLD = "Bản gần nhất lúc {at}; đã {count} ngày chưa sao lưu ra ổ khác."
NOTED = "{by} đánh dấu ngày {day}: {note}"
UNPAID_ROW = "Duyệt {approved}, đã chi {paid}"
NOT_STARTED_ROW = "Đã chi {paid}"
UNSIGNED_ROW = "{paper}, in ngày {day}"
UNSIGNED_ROW_NO_DAY = "{paper}"

ONLY_HERE, ONLY_THERE = "Chỉ có ở đây: {amount}, ngày {day}", "Chỉ có ở sổ kế toán: {amount}, ngày {day}"
OTHER_AMOUNT = "Khác số tiền: ở đây {ours}, kế toán {theirs}"
OTHER_DAY = "Khác ngày: ở đây {ours}, kế toán {theirs}"
NO_VOUCHER, NO_DAY = "Không có số chứng từ", "không rõ"
DIFFERENCES = "Chỗ khác nhau giữa sổ và danh sách của kế toán"
DIFFERENCE_COLUMNS = ("STT", "Chứng từ", "Ai, việc gì", "Khác nhau thế nào")

CHOOSE_LIST, MATCHING = "Chọn danh sách chứng từ của kế toán", "Đối chiếu với kế toán"
CLOSING, CLOSED_NOW = "Khóa sổ tháng", "Đã khóa sổ tháng {month}."
REOPENED = "Đã mở lại tháng {month}."
TICKED, UNTICKED = "Đã đánh dấu xong.", "Đã bỏ đánh dấu."
CLOSED_STATE = "Đã khóa ngày {day}, {by}."
OPEN_STATE = "Chưa khóa. Còn {count} mục chưa xong."
READY_STATE = "Chưa khóa. Cả bảy mục đã xong."
LATE_STATE = " Sau khi khóa có {count} dòng ghi vào tháng này."
CLOSE_QUESTION = "Khóa sổ tháng {month} khi còn {count} mục chưa xong? Các mục này được ghi lại trong trang khóa sổ."
CLOSE_YES, CLOSE_NO = "Khóa sổ", "Thôi"
NOTE_TITLE, NOTE, NOTE_SAVE = "Đã xem: {tick}", "Ghi chú", "Đánh dấu xong"
SAVED_FILE, FILE_NAME = "Đã lưu {file}.", "khoa-so-thang-{month}.pdf"
SAVING = "Lập trang khóa sổ"

PAPER_TITLE, PAPER_OF, PAPER_CLOSED = "KHÓA SỔ THÁNG", "Tháng {month}", "Khóa ngày {day}, người khóa: {by}"
PAPER_OPEN = "Tháng chưa khóa, số liệu tính đến ngày {day}"
TICK_COLUMNS = ("STT", "Việc kiểm tra", "Kết quả", "Ghi chú")
FIGURE_COLUMNS = ("Số liệu", "Trong tháng")
PAPER_FIGURES = "Số liệu của tháng"
YES, NOT_YET = "Xong", "Chưa xong"
MORE_LINES = "và {count} dòng nữa, xem trong phần mềm"
#: The figures of a month; money in đồng.
FIGURES: dict[str, str] = {
    "opening": "Dư đầu tháng (đồng)",
    "received": "Đã nhận (đồng)",
    "paid": "Đã chi (đồng)",
    "balance": "Dư cuối tháng (đồng)",
    "started": "Nhà khởi công",
    "accepted": "Nhà nghiệm thu",
    "handed_over": "Nhà bàn giao",
    "late": "Dòng ghi sau khi khóa sổ",
}

MONTHS_PROBLEMS: dict[str, str] = {
    "accountant_headings": "Không thấy cột số chứng từ và cột số tiền trong tệp {name}. Đặt tên hai cột đó ở dòng "
    "tiêu đề rồi chọn lại tệp.",
    "accountant_empty": "Tệp {name} không có chứng từ nào của tháng {month}. Kiểm tra lại tệp hoặc chọn tháng khác.",
    "tick_note_missing": "Ghi vài chữ vì sao mục này đã xong, rồi bấm lại.",
    "month_closed": "Tháng {month} đã khóa. Mở lại tháng nếu cần sửa.",
    "month_not_over": "Chưa khóa được tháng {month}: tháng chưa bắt đầu.",
}


def month_text(month: str) -> str:
    """`2026-11` as people say it."""
    year, _, number = month.partition("-")
    return f"{number}/{year}"


def late_text(month: str, closed_on: str) -> str:
    """What is said of a line dated into a closed month."""
    year, number, day = closed_on.split("-")
    return (
        f"Ngày này thuộc tháng {month_text(month)} đã khóa sổ ngày {day}/{number}/{year}; dòng vẫn được ghi và có "
        "trong trang khóa sổ, mục ghi sau khi khóa."
    )
