"""Words of a list that is saved into a workbook as it is shown."""

from __future__ import annotations

TO_EXCEL = "Lưu ra Excel"
NOTE = "{office} – lập ngày {day}, {count} dòng"
LAST = "Đã ghi {written} dòng trên {count} dòng đang xem."
WRITING = "Đang lưu ra Excel"
WRITTEN = "Đã lưu {count} dòng ra tệp {name}."
NOTHING = "Chưa có dòng nào để lưu ra Excel."
NOTHING_TO_PRINT = "Chưa có dòng nào để in."
NO_LIST = "Trang này không có danh sách để chép, lưu hay in."
COPIED = "Đã chép {count} dòng. Mở Excel rồi dán (Ctrl+V)."
PREVIEW, PRINT, PREVIEW_PAGES = "Xem trước khi in", "In…", "{count} trang A4"
DRAWING, PRINTING, PRINTED = "Đang dựng bản in", "Đang in danh sách", "Đã gửi {count} trang ra máy in."
SUM = "Cộng"
FILTERED = "Đang lọc: {filters}"
SEARCHED = "có chữ “{text}”"
PRIVATE = ("dien thoai", "can cuoc", "tai khoan", "dinh danh")
PRIVATE_QUESTION = (
    "Danh sách có số điện thoại, số căn cước hoặc số tài khoản. Che bớt số khi danh sách ra khỏi cơ quan?"
)
HIDE_NUMBERS, WHOLE_NUMBERS = "Che số, chỉ để số cuối", "Để đủ số"
COPY_ENTRY, SAVE_ENTRY, PRINT_ENTRY = "Chép dòng kèm tiêu đề", "Lưu danh sách ra Excel…", "In danh sách…"

TABLE_PROBLEMS: dict[str, str] = {"filter_name_missing": "Bộ lọc chưa có tên. Gõ tên rồi lưu lại."}

# Saved filters
FILTERS_TIP = "Bộ lọc đã lưu, lưu bộ lọc (Alt+mũi tên xuống)"
FILTERS, SAVE_FILTER, FORGET_FILTER = "Bộ lọc", "Lưu bộ lọc…", "Bỏ bộ lọc này"
FILTER_NAME, FILTER_TITLE, KEEP_FILTER = "Tên bộ lọc", "Lưu bộ lọc", "Lưu"
FILTER_KEPT = "Đã lưu bộ lọc “{name}”."
FILTER_GONE = "Đã bỏ bộ lọc “{name}”."
EVERYTHING = "Xem tất cả"
