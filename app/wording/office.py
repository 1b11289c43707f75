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
}
