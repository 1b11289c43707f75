"""Words about what was corrected by hand in a package: proposals, and changes that cannot be one."""

from __future__ import annotations

CORRECTION_PROBLEMS: dict[str, str] = {
    "correction_not_here": "dòng này chưa có trong máy; nhận gói trước đó của nơi gửi rồi nhận lại tệp này",
    "correction_read_only": "dòng này do cơ quan khác giữ, cơ quan này chỉ được xem",
    "correction_of_fact": "việc đã ghi thì không sửa trong tệp; mở hồ sơ hộ trong phần mềm và dùng Sửa sai",
    "correction_whose": "không rõ dòng thêm thuộc hộ nào; gõ đúng họ tên chủ hộ “{head}” như ở trang Hộ gia đình",
}
MISSING = "dòng đã bị bỏ trong tệp; số liệu trong máy vẫn giữ, muốn bỏ thì bỏ trong phần mềm"
ROW_OF_FACT = "chỉ hộ và nhân khẩu được thêm trong tệp; việc khác ghi trong phần mềm"
ADD_ROW = "{office} đề nghị thêm {entity}: {text}"
NOT_ADDED = "Không thêm"
PROPOSED = "{count} chỗ sửa tay trong tệp thành đề nghị, chờ ở Cần xử lý."
REPORTED = "{count} chỗ sửa tay không nhận được:"
REPORTED_LINE = "{place}: {why}"


def place_text(sheet: str, cell: str | None, label: str) -> str:
    """Where something was changed: "Hộ gia đình C5 (Điện thoại)"."""
    found = " ".join(filter(None, (sheet, cell)))
    return f"{found} ({label})" if label else found
