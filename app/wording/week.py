"""Words of the weekly update: the quick grid, the sheet of a village, the message to its head."""

from __future__ import annotations

from app.wording.construction import changed_text, saved_text

# What is done by village
BY_VILLAGE = "Theo thôn"
PRINT_SHEETS = "In phiếu theo dõi của thôn"
NO_HOUSES = "Chưa có nhà nào trong danh sách. Bỏ bớt điều kiện lọc rồi bấm lại."

# The quick grid
NOTE = "Ghi chú"
HEARD = "Tin\ngần nhất"
HELD_FOR, LOOK_AGAIN = "Tạm dừng\nvì", "Xem lại\nngày"
STAGE_KEY = "{stage} ({key})"
VILLAGE, ALL_VILLAGES = "Thôn", "Mọi thôn"
REST = "Còn lại không đổi (Ctrl+D)"
REST_TIP = "Nhà đang xem chưa gõ gì: ghi là thôn báo không thay đổi"
NOBODY_LEFT = "Nhà nào đang xem cũng đã có tin của ngày này."
FINDING = "Tìm: {text}"
NOT_FOUND = "Tìm: {text} – không có nhà nào"
KEYS = (
    "Phím cách: đánh dấu · Ctrl+; hôm nay · gõ ngày 5/10 · Ctrl+F rồi gõ tên: tìm nhà, "
    "0–4: giai đoạn, =: không đổi, -: tạm dừng · Ctrl+V: dán từ Excel · Esc: về danh sách"
)
TOLD = "Tin từ thôn: {note} (tin gần nhất {day})"
GOES_ON = "Thôn báo làm tiếp"


def week_changes(stages: int, stage_houses: int, paused: int, resumed: int, told: int) -> str:
    """What the grid would save."""
    return _joined([changed_text(stages, stage_houses)] if stages else [], paused, resumed, told)


def week_saved(stages: int, stage_houses: int, paused: int, resumed: int, told: int) -> str:
    """What the grid saved."""
    return _joined([saved_text(stages, stage_houses)] if stages else [], paused, resumed, told)


def _joined(parts: list[str], paused: int, resumed: int, told: int) -> str:
    parts += [f"{paused} nhà tạm dừng."] if paused else []
    parts += [f"{resumed} nhà làm tiếp."] if resumed else []
    parts += [f"{told} nhà có tin từ thôn."] if told else []
    return " ".join(parts)
