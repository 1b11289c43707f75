"""Words of results by unit: the page "Các xã", the totals of communes that keep no list."""

from __future__ import annotations

PAGE, TITLE, UNIT = "Các xã", "Kết quả theo đơn vị", "xã"
TYPE_TOTALS, OPEN_HOUSEHOLDS, SAVE = "Nhập số tổng hợp", "Mở danh sách hộ", "Lưu"
TOTALS_TITLE = "Số tổng hợp của xã chưa có danh sách"
SAVED, SAVING = "Đã lưu số tổng hợp của {name}.", "Đang lưu số tổng hợp"
EMPTY = "Chưa có xã nào. Số liệu về đây qua gói dữ liệu của các xã, hoặc nhập số tổng hợp cho xã chưa dùng phần mềm."
COMMUNE, NEEDED, STARTED, ACCEPTED, GIVEN = "Xã, phường", "Cần làm", "Khởi công", "Nghiệm thu", "Bàn giao"
SHARE, LEFT, APPROVED, PAID = "Bàn giao (%)", "Còn lại", "Đã duyệt (đồng)", "Đã chi (đồng)"
LAST_PACKAGE, SENT_BY, NOTE = "Gói cuối", "Người gửi, điện thoại", "Ghi chú"
ONLY_TOTALS = "số tổng hợp, chưa có danh sách, đến {day}"
BOTH = "đã có danh sách, không dùng số tổng hợp"
NEVER_SENT = "chưa gửi gói"
AS_OF, NEW_BUILD, REPAIR, MOBILISED = "Tính đến ngày", "Xây mới", "Sửa chữa", "Huy động được"
SOURCE = "Ai báo, điện thoại"
TYPE_CONTACT, CONTACT_TITLE = "Ghi điện thoại…", "Người liên hệ, điện thoại của xã"
CONTACT, PHONE = "Người liên hệ", "Điện thoại"
SAVED_CONTACT = "Đã lưu người liên hệ, điện thoại của {name}."
SUM = "cần làm {needed}, khởi công {started}, bàn giao {given}"

UNIT_PROBLEMS: dict[str, str] = {
    "total_commune_missing": "Chưa chọn xã, phường. Gõ tên xã rồi lưu lại.",
    "total_day_missing": "Thiếu ngày của số liệu. Gõ ngày rồi lưu lại.",
    "total_source_missing": "Thiếu nguồn số liệu. Gõ tên người báo hoặc số công văn.",
    "total_figure_missing": "Chưa có số nào. Gõ ít nhất một số rồi lưu lại.",
    "total_step_too_many": "Số này lớn hơn bước trước nó. Xem lại số nhà.",
    "total_paid_too_much": "Số đã chi lớn hơn số đã duyệt. Xem lại.",
}
