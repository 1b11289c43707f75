"""Words of a list that is saved into a workbook as it is shown."""

from __future__ import annotations

TO_EXCEL = "Lưu ra Excel"
NOTE = "{office} – lập ngày {day}, {count} dòng"
LAST = "Đã ghi {written} dòng trên {count} dòng đang xem."
WRITING = "Đang lưu ra Excel"
WRITTEN = "Đã lưu {count} dòng ra tệp {name}."
NOTHING = "Chưa có dòng nào để lưu ra Excel."
