"""What the commands `campaign ...` say."""

from __future__ import annotations

CAMPAIGN = "phong trào, kế hoạch: thêm, xem, thời hạn, chỉ tiêu khen thưởng, kết quả"
ADD = "thêm kế hoạch từ một tệp .toml, hoặc cập nhật kế hoạch cùng mã"
FILE = "tệp kế hoạch"
LIST = "liệt kê các kế hoạch"
SHOW = "xem một kế hoạch"
CODE = "mã kế hoạch, hoặc phần cuối của mã"
ADDED = "Đã thêm kế hoạch {name}, mã {code}."
LISTED = "{code}: {name}"
HEAD = "{name} (mã {code})"
ISSUED = "Số {number} {day} {issuer}"
PERIOD = "Thời gian: {start} – {end}"
COUNTS = {
    "text": "Nội dung: {count}",
    "unit": "Đơn vị: {count}",
    "target": "Chỉ tiêu: {count}",
    "task": "Nhiệm vụ: {count}",
    "deadline": "Thời hạn: {count}",
    "form": "Hình thức khen thưởng: {count}",
    "quota": "Quy định số lượng: {count}",
}
