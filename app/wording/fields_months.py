"""What the record of a month's end, and its items, are called; merged into `wording.fields`."""

from __future__ import annotations

ENTITIES: dict[str, str] = {"month_close": "Khóa sổ tháng"}

OWN: dict[str, str] = {
    "month_close.month": "Tháng",
    "month_close.closed_on": "Ngày khóa sổ",
    "month_close.closed_by": "Người khóa sổ",
    "month_close.closed_ms": "Lúc khóa sổ (mili giây)",
    "month_close.ticks": "Việc đánh dấu xong",
    "month_close.matched": "Đối chiếu với kế toán",
    "month_close.figures": "Số liệu khi khóa sổ",
}
