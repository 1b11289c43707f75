"""Words of changing the user who works in the window."""

from __future__ import annotations

SWITCH = "Đổi người dùng"
SWITCH_ENTRY = "Đổi người dùng…"
USER = "Người dùng"
PIN = "PIN (nếu có)"
GO_ON = "Đổi sang người này"
SWITCH_HELP = "Đang dùng: {name}. Việc ghi từ lúc đổi mang tên người mới; chữ đang gõ dở vẫn giữ."
SWITCHING = "Đổi người dùng"
SWITCHED = "Từ giờ {name} dùng máy này."
ONLY_USER = "Máy này mới có một người dùng. Thêm người ở Thiết lập, thẻ Người dùng, rồi đổi."
