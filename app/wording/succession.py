"""Words of handing work over: what is refused, the file, the minutes, the page and the commands."""

from __future__ import annotations

SUCCESSION_PROBLEMS: dict[str, str] = {
    "work_handed_over": "Máy này đã bàn giao công việc cho {to} ngày {day} nên không ghi việc mới; vẫn xem, in và gửi "
    "gói được. Muốn làm tiếp thì vào Tệp, Bàn giao công việc, chọn Tiếp tục dùng máy này.",
}
