"""The office's own facts: what is said when its people and committees are not fit."""

from __future__ import annotations

from app.wording.paper_settings import PAPER_SETTINGS_PROBLEMS

OFFICE_PROBLEMS: dict[str, str] = {
    **PAPER_SETTINGS_PROBLEMS,
    "time_ends_first": "Thời gian của {name} kết thúc trước khi bắt đầu. Sửa lại ngày.",
    "no_officer_left": "Cần ít nhất một cán bộ phụ trách. Giữ lại một người có vai trò này.",
    "user_not_chosen": "Chưa chọn người dùng. Chọn một người trong danh sách.",
    "user_is_signed_in": "Không bỏ được người đang dùng máy. Đổi người dùng rồi làm lại.",
    "user_twice": "Có hai người dùng cùng tên {name}. Ghi thêm chữ để phân biệt.",
    "committee_name_missing": "Có ban, tổ chưa gõ tên. Gõ tên hoặc bỏ dòng này.",
    "issued_text_about_nothing": "Chưa chọn văn bản nào để ghi số, ngày ban hành. Chọn văn bản rồi làm lại.",
    "issued_text_ahead": "Ngày ban hành chưa đến. Xem lại ngày.",
    "grid_lines": "{lines}",
    "take_over_from_above": "Việc nhận số liệu của nơi sáp nhập do cơ quan cấp trên lập. Nhờ cấp trên lập, "
    "rồi đồng ý ở mục Cần xử lý khi nhận gói.",
    "take_over_unknown": "Chưa biết cơ quan có mã {office} ở cơ quan này hay dưới nó. Nhận gói của nơi đó trước, "
    "hoặc sửa lại mã.",
    "take_over_itself": "Chọn hai cơ quan khác nhau: nơi thôi hoạt động và nơi nhận việc.",
    "take_over_levels": "Hai cơ quan phải cùng cấp: xã nhận việc của xã, cấp trên nhận việc của cấp trên.",
    "take_over_done": "Việc của cơ quan {office} đã giao cho {by}. Không cần làm lại.",
}

COMMAND = "cơ quan: nơi sáp nhập, nơi thôi hoạt động"
COMMAND_TAKE_OVER = "nhận việc và số liệu của một cơ quan thôi hoạt động"
OFFICE_GONE, SUCCESSOR = "mã cơ quan thôi hoạt động", "mã cơ quan nhận việc (bỏ trống: cơ quan này)"
TAKEN_OVER = "Cơ quan {by} nhận việc và số liệu của cơ quan {office}. Ai đã ghi gì vẫn giữ nguyên."
TAKE_OVER_WAITS = (
    "Đã đề nghị cơ quan {by} nhận việc và số liệu của cơ quan {office}. Lập gói gửi {by}; "
    "nơi đó đồng ý ở mục Cần xử lý rồi gửi gói lên là xong."
)
