"""Words of the pieces that several screens use: fields, marks, signs."""

from __future__ import annotations

SEARCH_HERE = "Tìm ở đây (Ctrl+F)"
SEARCH_NAME = "Tìm trong danh sách"
CLEAR_SEARCH = "Xóa chữ đang tìm"
DATE_HINT = "ngày/tháng/năm"
YEAR_HINT = "năm"
BIRTH_HINT = "năm hoặc ngày sinh"
MONEY_HINT = "đồng"
CITIZEN_ID_HINT = "12 chữ số"
CHOOSE = "gõ để chọn"
FIX_IT, LEAVE_IT, OPEN_DOSSIER = "Sửa giúp", "Để nguyên", "Mở hồ sơ hộ đó"
MARKS_LEFT = "{count} chỗ cần xem lại"
NEXT_MARK = "Chỗ tiếp theo (F8)"
EMPTY_FIELDS = "còn trống {count} mục"
ERROR_SIGN, WARNING_SIGN = "Cần sửa", "Cần xem lại"
AREA_HINT = "gõ tên xã, phường"
PROVINCE, COMMUNE = "Tỉnh, thành phố", "Xã, phường, đặc khu"

OVERDUE = "Quá hạn {days} ngày"
OVERDUE_SHORT = "{days} ngày"
HOUSE_PARTS = {"foundation": "móng", "frame_wall": "khung tường", "roof": "mái", "finish": "hoàn thiện"}
HOUSE_NOT_STARTED = "chưa khởi công"
HOUSE_STARTED = "đã khởi công"
HOUSE_DONE = "đã xong {parts}"
HOUSE_CURRENT = "đang làm {part}"

# The groups of a house's state on screens, by the sign that is painted before them
GROUPS: dict[str, str] = {
    "waiting": "Chờ xét",
    "approved": "Đã duyệt",
    "building": "Đang xây",
    "accepted": "Đã hoàn thành",
    "handed_over": "Đã bàn giao",
    "on_hold": "Tạm dừng",
    "left": "Ra khỏi danh sách",
}
