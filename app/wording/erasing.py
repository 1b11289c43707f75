"""Emptying the personal data of a household that must go: what is asked, done and left."""

from __future__ import annotations

from collections.abc import Sequence

COMMAND = "xóa hẳn dữ liệu cá nhân của một hộ đã đưa ra khỏi danh sách (không hoàn tác được)"
ERASED = "Đã xóa dữ liệu cá nhân của hộ ({count} mục). Không lấy lại được."
PACKAGES_GONE = "Đã xóa {count} gói đã gửi, đã nhận còn chứa dữ liệu đó."
LOCKED = "Gói có mật khẩu, không xem được bên trong; tự xóa nếu gói có hộ này: {files}."
BACKUPS = "Bản sao lưu còn dữ liệu đó: {files}. Xóa các bản này nếu phải xóa hết."
LEFT = "Còn {count} mục do {offices} ghi, chỉ nơi đó xóa được: báo nơi đó làm cùng việc này."

TASK = (
    "Hộ đã xóa dữ liệu cá nhân còn {count} mục do {offices} ghi, lần xóa trước chưa có. "
    "Làm lại lệnh household erase cho hộ này; hết các mục đó thì việc này tự hết."
)

ERASING_PROBLEMS: dict[str, str] = {
    "erase_not_out": "Hộ này đang ở trong danh sách. Đưa hộ ra khỏi danh sách trước, rồi mới xóa dữ liệu cá nhân.",
    "erase_not_ours": "Hộ này của xã khác: xã đó xóa trước, sau đó cơ quan này xóa phần mình ghi.",
    "erase_nothing": "Không còn dữ liệu cá nhân nào của hộ này mà cơ quan này xóa được.",
}


def more_lines(packages: Sequence[str], locked: Sequence[str], backups: Sequence[str]) -> list[str]:
    """What became of the files that held the data."""
    lines = [PACKAGES_GONE.format(count=len(packages))] if packages else []
    lines += [LOCKED.format(files=", ".join(locked))] if locked else []
    return lines + ([BACKUPS.format(files=", ".join(backups))] if backups else [])
