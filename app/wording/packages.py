"""Words about packages that came or went: taking one back, what it changed, who was last heard, what is asked for."""

from __future__ import annotations

PACKAGE_PROBLEMS: dict[str, str] = {
    "package_unknown": "Không có gói nhận về nào mang mã {package}.",
    "package_undone": "Gói số {number} đã gỡ rồi. Muốn dùng lại thì nhận lại tệp gốc.",
    "package_untraced": "Gói số {number} nhận bằng phiên bản cũ hoặc đang tạm giữ, không gỡ được.",
    "package_erased": "Gói này có lệnh xóa hẳn số liệu cá nhân, không gỡ được.",
    "package_told": "Không gỡ được: sau khi nhận gói này, gói số {number} đã gửi {office}, nơi đó đã biết máy này "
    "có số liệu của gói.",
    "package_followed": "Không gỡ được: gói số {number} của {office} nhận sau đó nối tiếp số liệu của gói này. "
    "Gỡ gói số {number} trước.",
    "package_built_upon": "Không gỡ được: sau khi nhận gói này, {who} đã làm tiếp trên số liệu của gói ({action}).",
}
UNDONE = "Đã gỡ gói số {number} của {office}. Số liệu trở lại như trước khi nhận; tệp gốc vẫn giữ."

HEARD_LINE = "{silent}: {office}, máy {laptop}, gói số {number}"
NEVER_HEARD, HEARD_TODAY, SILENT_DAYS = "Chưa lần nào", "Hôm nay", "{days} ngày"

# The request file
REQUEST_FILE = "de-nghi-gui-lai"
REQUEST_TITLE = "PHIẾU ĐỀ NGHỊ GỬI LẠI"
REQUEST_FROM, REQUEST_TO = "Nơi đề nghị", "Gửi"
REQUEST_MISSING, REQUEST_CONTENTS = "Còn thiếu", "Ảnh, tệp còn thiếu"
REQUEST_NOTHING = "Không thiếu số nào của các máy đã biết"
REQUEST_STEPS = (
    "1. Mở Mái Ấm, vào Gửi – nhận dữ liệu, thả tệp này vào ô Nhận.",
    "2. Sang tab Gửi, tạo gói gửi {office}: gói mới tự mang đủ phần còn thiếu.",
    "3. Gửi tệp gói đó cho {office} qua USB hoặc thư điện tử.",
)
MISSING_LINE = "máy {laptop}, {numbers} ({stream})"
REQUESTED = "{office} đề nghị gửi lại phần còn thiếu. Tạo gói gửi {office}: gói tự mang đủ phần đó."
REQUEST_WRITTEN = "Đã lập phiếu đề nghị {to} gửi lại: {file}"
