"""What the room of duplicate households says."""

from __future__ import annotations

TITLE = "Hộ trùng"
FINDING = "Đang tìm hộ trùng"
