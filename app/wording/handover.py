"""What the room of handing over says."""

from __future__ import annotations

HANDOVER_PROBLEMS: dict[str, str] = {
    "not_handed_over": "Nhà của hộ {names} chưa bàn giao, nên không có gì để sửa sai.",
    "handover_before_acceptance": "Ngày bàn giao nhà của hộ {names} trước ngày nghiệm thu. Xem lại ngày.",
    "paper_unknown": "Không tìm thấy giấy tờ này. Mở lại danh sách giấy tờ rồi làm lại.",
    "paper_of_other_office": "Giấy tờ này do cơ quan khác phát hành. Đề nghị cơ quan đó sửa.",
    "paper_void_already": "Số {number} đã hủy trước đó.",
    "paper_number_missing": "Thiếu số. Gõ số do văn thư cấp rồi lưu lại.",
    "paper_has_register_number": "Giấy tờ này đã có số {number} trong sổ. Hủy số đó trước nếu cần số khác.",
}
