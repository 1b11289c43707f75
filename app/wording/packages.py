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
