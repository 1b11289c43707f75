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
    "Mở hồ sơ hộ, vào Việc khác, chọn Xóa dữ liệu cá nhân lần nữa; hết các mục đó thì việc này tự hết."
)

# The window
MENU = "Xóa dữ liệu cá nhân…"
TITLE = "Xóa dữ liệu cá nhân của hộ {name}"
ASK = "Xóa dữ liệu cá nhân của hộ {name}? Xóa rồi không lấy lại được."
GO_ON = "Xem mã hộ và xóa"
GOES = (
    "Mất hẳn: họ tên, ngày sinh, số căn cước, điện thoại, địa chỉ, người trong hộ, hoàn cảnh, ghi chú, ảnh; "
    "cả trong các gói đã gửi, đã nhận còn lưu ở máy này."
)
STAYS = (
    "Còn lại: số tiền, ngày tháng, số quyết định, tiến độ nhà, để sổ sách và báo cáo không đổi; "
    "lịch sử vẫn ghi ai xóa, ngày nào, vì sao."
)
ELSEWHERE = (
    "Máy khác và cấp trên xóa theo khi nhận gói tiếp theo. "
    "Bản sao lưu, tệp đã in hoặc lưu ra ngoài không tự mất: phần mềm nêu tên các bản sao lưu để tự xóa."
)
REASON, CODE, CODE_HINT = "Lý do", "Gõ mã hộ {code}", "gõ đúng mã để xác nhận"
DO, ERASING = "Xóa hẳn", "Xóa dữ liệu cá nhân"
QUOTED_NO_MORE = "dữ liệu cá nhân của hộ này đã xóa"
KEPT = (
    "Dữ liệu cá nhân đã xóa còn nằm trong {count} tệp cất trên máy này. Xóa tệp nào không cần nữa, "
    "rồi đánh dấu việc này là đã xong."
)
KEPT_BACKUP = "Bản sao lưu còn giữ dữ liệu đó: {file}"
KEPT_LOCKED = "Gói có mật khẩu, không xem được bên trong, có thể còn giữ: {file}"
KEPT_MORE = "và {count} tệp khác"
KEPT_TO_DO = (
    "Bản sao lưu: xóa tệp cùng ảnh cất cạnh đó rồi sao lưu lại, hoặc để bản cũ tự hết (nhiều nhất 6 tháng). "
    "Gói đã chép ra USB hay gửi thư: ai giữ thì người đó xóa."
)
KEPT_ANSWER = "Đã xử lý các tệp này"
_SHOWN = 12

ERASING_PROBLEMS: dict[str, str] = {
    "erase_code_differs": "Mã vừa gõ khác mã của hộ này ({code}). Gõ lại đúng mã, hoặc bấm Thôi.",
    "erase_not_out": "Hộ này đang ở trong danh sách. Đưa hộ ra khỏi danh sách trước, rồi mới xóa dữ liệu cá nhân.",
    "erase_not_ours": "Hộ này của xã khác: xã đó xóa trước, sau đó cơ quan này xóa phần mình ghi.",
    "erase_nothing": "Không còn dữ liệu cá nhân nào của hộ này mà cơ quan này xóa được.",
}


def more_lines(packages: Sequence[str], locked: Sequence[str], backups: Sequence[str]) -> list[str]:
    """What became of the files that held the data."""
    lines = [PACKAGES_GONE.format(count=len(packages))] if packages else []
    lines += [LOCKED.format(files=", ".join(locked))] if locked else []
    return lines + ([BACKUPS.format(files=", ".join(backups))] if backups else [])


def kept_lines(backups: Sequence[str], locked: Sequence[str]) -> list[str]:
    """The files that hold erased data still, and what to do with them."""
    lines = [KEPT_BACKUP.format(file=one) for one in backups] + [KEPT_LOCKED.format(file=one) for one in locked]
    more = [KEPT_MORE.format(count=len(lines) - _SHOWN)] if len(lines) > _SHOWN else []
    return [*lines[:_SHOWN], *more, KEPT_TO_DO]
