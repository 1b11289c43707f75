"""Words of the preview of a paper that is drawn anew each time, and of "Ghi số, ngày đã ban hành"."""

from __future__ import annotations

PREVIEW = "Xem trước giấy tờ"
DRAWING, SAVING, PRINTING = "Đang tạo giấy tờ", "Đang lưu giấy tờ", "Đang in giấy tờ"
PRINT, SAVE_PDF, SAVE_WORD, OPEN_OUTSIDE = "In", "Lưu PDF", "Lưu Word", "Mở PDF"
CLOSE = "Đóng"
BLANK = "Mẫu để trống, điền bằng tay."
DRAWN = "Lập từ số liệu hiện có."
NOT_ISSUED = "Chưa ghi số, ngày ban hành: số và ngày để chấm trên giấy."
ISSUED = "Đã ban hành ngày {day}."
ISSUED_WITH_NUMBER = "Đã ban hành: số {number}, ngày {day}."
OWN_TEMPLATE = (
    "Mẫu riêng {name} dùng khi Lưu Word; bản in và PDF theo mẫu có sẵn; cần in mẫu riêng thì Lưu Word rồi in từ Word."
)
SAVED = "Đã lưu {file}."
NOT_OPENED = "Máy chưa có phần mềm đọc PDF. Cài phần mềm đọc PDF, hoặc bấm In."
PRINT_STOPPED = "Đã dừng in."
PRINTED = "Đã gửi {count} trang tới máy in."
NOTE_ISSUED, NOTE_ISSUED_TITLE = "Ghi số, ngày…", "Ghi số, ngày đã ban hành"
NUMBER, ISSUED_ON, SIGNER = "Số", "Ngày ban hành", "Người ký"
SCAN, CHOOSE_SCAN = "Bản quét", "Chọn bản quét (PDF, ảnh)…"
NOTED = "Đã ghi số, ngày ban hành của {kind}."
NOTING = "Đang ghi số, ngày ban hành"

# Biểu mẫu trống, in the menu "Giấy tờ"
FORMS_OF_HOUSES = "Biểu mẫu trống: hộ gia đình, bình xét, bàn giao"
FORMS_OF_MONEY, FORMS_OF_GIVING = "Biểu mẫu trống: kinh phí", "Biểu mẫu trống: ủng hộ"
SAVE_BLANK = "Lưu biểu mẫu trống"


def file_name(kind: str) -> str:
    """The name under which a paper is offered to be saved: the word of its kind, fit for every disk."""
    return kind.replace("_", "-")
