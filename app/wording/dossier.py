"""Words of the dossier of one house: its head, its timeline, its warnings."""

from __future__ import annotations

TITLE = "Hồ sơ hộ"
TAB_SUMMARY, TAB_HISTORY = "Tóm tắt", "Lịch sử thay đổi"
NOT_FOUND = "Hộ này không còn trong danh sách. Mở lại danh sách rồi chọn hộ khác."
BORN, VILLAGE_AND_CODE = "sinh {birth}", "Mã {code}"
BACK = "Trở về (Esc)"
BEFORE, AFTER = "Hộ trước (Ctrl+PgUp)", "Hộ sau (Ctrl+PgDn)"
CALL = "Điện thoại {phone}"

# The three bars
HOUSE, MONEY, PAPERS = "Nhà", "Tiền", "Giấy tờ"
HOUSE_BAR = "{done}/{total} phần"
MONEY_BAR = "{paid}/{approved} triệu"
MONEY_ASKED = "đề nghị {requested} triệu"
NOTHING_YET = "chưa duyệt"
PAPERS_BAR = "{done}/{total}"
PAPERS_MISSING = "Còn thiếu: {names}"
PAPERS_COMPLETE = "Đã đủ giấy phần mềm theo dõi được"
PAPER_NAMES = {
    "decision": "quyết định phê duyệt",
    "completion_check": "biên bản kiểm tra hoàn thành",
    "handover_minutes": "biên bản bàn giao",
    "payment_voucher": "chứng từ chi",
}

# Summary
CASES, WARNINGS, TIMELINE = "Đề nghị hỗ trợ", "Cần xem lại", "Diễn biến"
NO_WARNINGS = "Không có điểm nào cần xem lại."
NO_EVENTS = "Chưa ghi việc nào có ngày cho hộ này."
NO_CASE = "Hộ chưa có đề nghị hỗ trợ. Ghi hình thức và mức đề nghị ở thẻ Hộ và nhân khẩu."
CASE = "{programme}: {work_type}, {status}"
CASE_WITHOUT_TYPE = "{programme}: {status}"
SPLIT_FROM = "Tách ra từ hộ {name}"
SPLIT_OFF, SPLIT_OFF_SINCE = "Đã tách ra: hộ {name}", "Đã tách ra: hộ {name}, từ {since}"
NO_PROGRAMME = "Chưa rõ chương trình"
NO_DAY = "chưa rõ ngày"

EVENT_REGISTERED = "Ghi đề nghị hỗ trợ"
EVENT_REGISTERED_AMOUNT = "Ghi đề nghị hỗ trợ {amount}"
EVENT_CLASS = "Diện năm {year}: {level}, theo {standard}"
EVENT_CLASS_PLAIN = "Diện năm {year}: {level}"
EVENT_SURVEYED = "Khảo sát nhà cũ"
EVENT_DECISION = "Quyết định {number}: {amount}"
EVENT_DECISION_BACK = "Thu hồi quyết định {number}"
EVENT_STAGE = "{stage}"
EVENT_STAGE_BACK = "Rút lại: {stage}"
EVENT_INSPECTION = "Kiểm tra: {result}"
EVENT_ACCEPTED = "Nghiệm thu {area}"
EVENT_ACCEPTED_BACK = "Rút lại nghiệm thu"
EVENT_HANDED_OVER = "Bàn giao nhà"
EVENT_HANDED_OVER_BACK = "Rút lại bàn giao"
EVENT_PAID = "Chi {amount}"
EVENT_PAID_BACK = "Đảo khoản chi {amount}"
EVENT_EXCEPTION = "{kind}: {reason}"
EVENT_PAPER = "In {paper}{number}"
EVENT_PAPER_VOID = "Hủy số {number} của {paper}"
PAPER_NUMBER = " số {number}"

WARN_RED_FLAG = "Đã chi {paid}, nhiều hơn mức được duyệt {approved}. Xem lại các khoản chi."
WARN_TWO_DECISIONS = "Hai cơ quan ghi quyết định khác nhau: {numbers}. Chọn quyết định đúng ở trang Cần xử lý."
WARN_CONFLICT = "Mục “{field}” có hai số liệu khác nhau. Chọn số liệu đúng ở trang Cần xử lý."
WARN_PROPOSAL = "Có đề nghị sửa mục “{field}” đang chờ ở trang Cần xử lý."
WARN_REVIEW = "Tạm dừng, hẹn xem lại ngày {day}."

# History
HISTORY_AT, HISTORY_BY, HISTORY_FIELD = "Lúc", "Người ghi", "Mục tin"
HISTORY_OLD, HISTORY_NEW, HISTORY_STATE = "Trước", "Sau", "Hiện nay"
HISTORY_FILTER = "Tìm trong lịch sử…"
