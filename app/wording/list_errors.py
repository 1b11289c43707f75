"""Words of the error workbook: the officer's own file with the cells to correct and the reasons beside them."""

from __future__ import annotations

ERRORS_SHEET = "Lỗi nhập"
ERRORS_TITLE = "Những ô cần sửa, do phần mềm Mái Ấm ghi"
ERRORS_NOTES = (
    "Sửa ngay trong các trang của tệp này, lưu lại, rồi nhập chính tệp này vào phần mềm.",
    "Ô màu đỏ: dòng chưa được nhận. Ô màu vàng: dòng đã nhận, cần xem lại. Bấm vào tên ô để đến chỗ cần sửa.",
    "Trang này, các màu và cột “{reason}” không được đọc khi nhập lại; không cần xóa.",
)
REASON_HEADING = "Lý do cần sửa (phần mềm ghi)"
ERRORS_HEADINGS = ("STT", "Trang", "Ô", "Đang ghi", "Lý do và cách sửa", "Mức")
NOT_TAKEN, LOOK_AGAIN = "Chưa nhận", "Cần xem lại"
REASON = "Ô {cell}: {message}"
REASON_OF_ROW = "Cả dòng: {message}"
WRITING_ERRORS = "Đang ghi tệp lỗi…"
ERRORS_WRITTEN = "Đã ghi tệp lỗi {file}: {rows} dòng cần sửa. Sửa trong tệp đó rồi nhập lại."
ERRORS_LOCKED = "Tệp lỗi mở bằng mật khẩu của tệp gốc."
NO_ERRORS = "Không có ô nào cần sửa nên không ghi tệp lỗi."

ARG_ERRORS = "tệp .xlsx sẽ ghi: danh sách với các ô cần sửa được tô màu"

ERROR_PROBLEMS: dict[str, str] = {
    "errors_written": "Các chỗ cần sửa đã được tô màu trong tệp {file}. Sửa trong tệp đó rồi nhập lại.",
    "cell_unknown": "Không rõ ô “{text}”. Ghi tên trang và ô, như Danh sách!B7.",
}
