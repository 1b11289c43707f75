"""What the room of ceremonies says."""

from __future__ import annotations

CEREMONY_PROBLEMS: dict[str, str] = {
    "ceremony_not_here": "Không còn lễ bàn giao này. Mở lại danh sách lễ bàn giao.",
    "ceremony_venue_missing": "Chưa có địa điểm. Gõ nơi tổ chức lễ.",
    "ceremony_past": "Ngày tổ chức đã qua. Xem lại ngày.",
    "ceremony_without_houses": "Lễ này không còn nhà chờ bàn giao. Thêm nhà vào lễ rồi làm lại.",
    "not_a_time": "“{text}” không phải giờ. Gõ như 8:15.",
    "copies_unfit": "Số bản từ 1 đến {most}. Gõ lại số bản.",
    "in_other_ceremony": "Nhà của hộ {names} đã có trong lễ ngày {day}. Bỏ khỏi lễ đó trước.",
    "not_in_ceremony": "Nhà này không có trong lễ. Mở lại lễ rồi chọn nhà.",
}
