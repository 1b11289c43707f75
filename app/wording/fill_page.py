"""Words of the tab "Điền biểu cấp trên"."""

from __future__ import annotations

TAB = "Điền biểu cấp trên"
CHOOSE, CHOOSE_OTHER, SAVE = "Chọn biểu Excel", "Chọn biểu khác", "Điền và lưu…"
EMPTY = (
    "Chọn biểu Excel cấp trên gửi, hoặc thả tệp vào đây. Phần mềm xem trước sẽ điền ô nào; "
    "tệp của cấp trên giữ nguyên, biểu điền xong là tệp khác."
)
NOT_READ = "Chưa mở được biểu này."
READING, COUNTING, FILLING = "Đang đọc biểu", "Đang tính số liệu", "Đang điền biểu"
COUNTS = "{file}: sẽ điền {cells} ô; {left} chỗ chưa điền."
REMEMBERED = "Ghép cột như lần trước."
UNIT, SINCE, UNTIL = "Đơn vị tính của tiền", "Trong kỳ: từ ngày", "đến ngày"
OVERWRITE = "Thay cả số đã có trong biểu"
UNITS = {"": "Chưa rõ", "1": "Đồng", "1000": "Nghìn đồng", "1000000": "Triệu đồng"}
USED = "Điền trang này"
COLUMN_HEADINGS = ("Cột", "Tiêu đề trong biểu", "Điền số liệu")
MAPPING_TAB, CELLS_TAB, LEFT_TAB = "Ghép cột", "Sẽ điền ({count})", "Chưa điền ({count})"
SHEET = "Trang “{name}”, tiêu đề ở dòng {first}–{last}, mỗi dòng là {row}"
ROW_KINDS = {True: "một hộ", False: "một thôn, đơn vị"}
SHEET_COLUMN, CELL, ROW, HEADING, VALUE, WHY = "Trang", "Ô", "Dòng", "Cột", "Giá trị", "Lý do"
CELLS_UNIT, LEFT_UNIT = "ô", "chỗ"
NO_CELLS, NO_LEFT = "Không có ô nào điền được.", "Mọi cột, mọi dòng đều điền được."
FILLED_NAME = "{stem} - đã điền"
DONE = "Đã điền {cells} ô, lưu thành {file}. Cách ghép cột được nhớ cho lần sau."
