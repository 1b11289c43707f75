"""Words of the charts of the first page."""

from __future__ import annotations

AREAS, WEEKS, MONEY = "Tiến độ theo đơn vị", "Khởi công, bàn giao theo tuần", "Tiền vào, ra theo nguồn"
VILLAGE, COMMUNE, WEEK, SOURCE = "Thôn", "Xã", "Tuần từ", "Nguồn"
STEPS = ("Cần làm", "Khởi công", "Bàn giao")
HOUSE_MONEY, OTHER_SOURCES = "Kinh phí theo nhóm nguồn", "Chưa rõ nguồn"
HOUSE_FLOWS = ("Đã phân bổ", "Đã chi")
FLOWS = ("Đã nhận", "Đã chi")
BEGUN, GIVEN, NEEDED_A_WEEK = "Khởi công", "Bàn giao", "Cần bàn giao mỗi tuần"
HOUSES, MILLIONS = "nhà", "triệu đồng"
WEEK_LABEL = "{day}/{month}"
NO_AREA, REST = "Chưa ghi thôn, xã", "Còn lại"
EMPTY = "Chưa có số liệu."
QUIET = "{weeks} tuần qua không có nhà khởi công hay bàn giao."
