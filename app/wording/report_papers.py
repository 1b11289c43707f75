"""Words of the report on papers that a house's file lacks."""

from __future__ import annotations

TABLE = "Hồ sơ còn thiếu"
HEAD, PLACE, PROGRAMME, STATUS = "Chủ hộ", "Thôn, tổ dân phố", "Chương trình", "Tình trạng"
MISSING, NOTE_COLUMN = "Giấy tờ chưa có trong máy", "Ghi chú"
SHOWN = "Số hồ sơ còn thiếu"
NONE_MISSING = "Không có hồ sơ nào còn thiếu."
NOTE = (
    "Trong {houses} nhà cần làm; xét các giấy chương trình yêu cầu, theo bước nhà đã tới. "
    "Giấy đã ký hoặc đã quét là đủ."
)
