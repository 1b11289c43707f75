"""What the commands `report ...` say."""

from __future__ import annotations

REPORT = "Lập báo cáo"
NAMES = "Danh mục báo cáo"
OUT = "tệp ghi ra, đuôi .xlsx, .pdf hoặc .docx"
AS_OF = "số liệu tính đến hết ngày này, mặc định hôm nay"
PARAM = "tham số K=V; nhiều tham số thì lặp lại --param"
NAME_LINE = "{name}: {title}"
WRITTEN = "Đã ghi {file}: {rows} dòng."
