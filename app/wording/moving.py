"""A household that moves to another commune, written by the office above both."""

from __future__ import annotations

COMMAND = "chuyển một hộ sang xã khác (cơ quan cấp trên của hai xã làm)"
TO, ON, DECISION = "mã xã nhận hộ", "ngày chuyển", "số văn bản, nếu có"
MOVED = "Hộ {name} đã chuyển sang xã có mã {commune}. Xã cũ giữ quyết định và khoản chi; lập gói gửi cả hai xã."

MOVING_PROBLEMS: dict[str, str] = {
    "move_from_above": "Chuyển hộ sang xã khác do cơ quan cấp trên của hai xã làm. Ghi trường hợp chuyển đi ở đây, "
    "rồi báo cấp trên.",
    "move_unknown": "Chưa biết xã có mã {office} dưới cơ quan này. Nhận gói của xã đó trước, hoặc sửa lại mã.",
    "move_same": "Hộ này đang ở xã đó. Chọn xã khác, hoặc sửa thôn trong hồ sơ hộ.",
}
