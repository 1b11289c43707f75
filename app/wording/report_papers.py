"""Words of the report on papers that a house's file lacks."""

from __future__ import annotations

TABLE = "Hồ sơ còn thiếu"
HEAD, PLACE, PROGRAMME, STATUS = "Chủ hộ", "Thôn, tổ dân phố", "Chương trình", "Tình trạng"
MISSING, NOTE_COLUMN = "Giấy tờ chưa có trong máy", "Ghi chú"
SHOWN = "Số hồ sơ còn thiếu"
NONE_MISSING = "Không có hồ sơ nào còn thiếu."
NOTE = (
    "Trong {houses} nhà cần làm; xét quyết định, biên bản kiểm tra hoàn thành, biên bản bàn giao và chứng từ chi, "
    "theo chương trình và bước nhà đã tới."
)
