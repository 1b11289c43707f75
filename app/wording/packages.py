"""Words about packages that came or went: taking one back, what it changed, who was last heard, what is asked for."""

from __future__ import annotations

PACKAGE_PROBLEMS: dict[str, str] = {
    "package_unknown": "Không có gói nhận về nào mang mã {package}.",
    "package_not_held": "Gói này không còn tạm giữ: đã nhập hoặc đã bỏ rồi.",
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

HEARD_LINE = "{silent}: {office}, {laptop}, gói số {number}"
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

# The inbox: what a package changed, and what can be done with it
OPEN_ORIGINAL, RECEIVE_AGAIN, TAKE_BACK = "Mở tệp gốc", "Nhận lại", "Gỡ gói này"
TAKING_BACK = "Gỡ gói đã nhận"
DISCARD, DISCARDING = "Bỏ tệp này", "Bỏ gói đang tạm giữ"
DISCARD_ASK = "Bỏ tệp {file} của {office}? Gói này chưa nhập, bỏ tệp không đổi số liệu nào."
DISCARD_MORE = "Tệp lấy ra khỏi máy này; sổ gói vẫn ghi ai bỏ, lúc nào. Muốn dùng thì xin nơi gửi gửi lại."
DISCARDED = "Đã bỏ tệp {file} đang tạm giữ."
DISCARDED_STATE = "{by} đã bỏ tệp này lúc {at}, chưa nhập. Muốn dùng thì xin nơi gửi gửi lại tệp {file}."
TAKE_BACK_ASK = "Gỡ gói số {number} của {office}? Số liệu gói này mang đến được lấy ra, trở lại như trước khi nhận."
TAKE_BACK_MORE = "Tệp gốc vẫn giữ trong máy, có thể nhận lại."
ORIGINAL_MISSING = "Không còn tệp gốc trong máy. Xin nơi gửi gửi lại tệp {file}."
SENT_MISSING = "Không còn bản lưu của tệp {file} trong máy. Tạo gói mới nếu cần gửi lại."
ABOUT_RECEIVED = "Nhận lúc {at}, người lập {by}, tệp {file}."
ABOUT_SENT = "Gửi lúc {at}, tệp {file}."
CHANGED = "Gói này mang đến {new} dòng mới, {changed} dòng thay đổi, {same} dòng như cũ: {rows}."
BROUGHT_NOTHING = "Gói này không mang đến gì mới."
NOT_TRACED = "Gói nhận bằng phiên bản cũ: không còn danh sách chi tiết."
TAKEN_BACK_STATE = "Gói này đã gỡ. Số liệu như trước khi nhận."
HOMES = "Các hộ có trong gói (Enter mở hồ sơ)"
HOME_NEW, HOME_CHANGED = "{name} · hộ mới", "{name} · {items}"
MORE_HOMES, MORE_ITEMS = "và {count} hộ khác", "và {count} mục khác"
CONFLICTS = "{count} chỗ hai nơi ghi khác nhau."
PROPOSALS = "{count} đề nghị sửa:"
PROPOSAL = "{place}: “{old}” thành “{new}”"
CHOOSE_PACKAGE = "Chọn một gói ở danh sách bên trái để xem gói đó đã thay đổi gì."

# Who was last heard
HEARD_TAB = "Lần nhận gần nhất"
HEARD_OFFICE, HEARD_LAPTOP, HEARD_AT, HEARD_NUMBER, HEARD_SILENT, HEARD_MISSING = (
    "Cơ quan",
    "Máy",
    "Nhận lần cuối",
    "Gói số",
    "Đã im",
    "Thiếu gói",
)
HEARD_UNIT = "máy"
NOBODY_HEARD = "Chưa có cơ quan nào ở trên hay ở dưới. Khai báo cấp trên, hoặc nhận gói đầu tiên của xã."
AT_REST = "Đã ngừng dùng"
ASK_AGAIN = "Lập phiếu đề nghị gửi lại"
WHERE_REQUEST = "Chọn thư mục hoặc USB để ghi phiếu đề nghị gửi lại"
ASKING = "Lập phiếu đề nghị gửi lại"
REQUESTS_WRITTEN = (
    "Đã lập {count} phiếu đề nghị gửi lại trong {folder}. Gửi tệp cho nơi đó; nơi đó nhận rồi tạo gói mới."
)
MAKE_PACKAGE, MAKE_PACKAGES = "Tạo gói", "Tạo gói cho {count} nơi đề nghị"


def make_for(offices: int) -> str:
    """Packages are made for so many offices that asked."""
    return MAKE_PACKAGES.format(count=offices) if offices > 1 else MAKE_PACKAGE


# Locked with a password
LOCK = "Khóa gói bằng mật khẩu"
LOCK_TITLE, LOCK_DO = "Khóa gói bằng mật khẩu", "Khóa và tạo gói"
LOCK_HELP = (
    "Nơi nhận phải có mật khẩu này mới mở được gói; gọi điện đọc cho nhau, không ghi cùng tệp. Quên mật khẩu thì tạo "
    "gói khác. Phần ảnh đi cùng gói cũng khóa bằng mật khẩu này."
)
UNLOCK_TITLE, UNLOCK = "Gói có mật khẩu", "Mở gói"
UNLOCK_HELP = "Tệp {files} đã khóa. Gõ mật khẩu nơi gửi đã đọc."
UNLOCK_WRONG = "Mật khẩu chưa đúng. Tệp {files} vẫn khóa; gõ lại, chú ý chữ hoa và dấu."
TYPE_PASSWORD = "Gõ mật khẩu…"  # noqa: S105 - the text of a button
LOOK_AT_LAPTOP = "Xem máy gửi"
PROPOSED_ROW, PROPOSED_ITEM = "đề nghị thêm {entity}", "đề nghị sửa {item}"
WAITS = "{count} thay đổi của gói đang chờ phần gửi trước đó; nhận đủ thì tự vào."
