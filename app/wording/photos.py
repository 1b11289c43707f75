"""Words of photos."""

from __future__ import annotations

from app.wording.vocabulary import STAGES

PHOTO_PROBLEMS: dict[str, str] = {
    "no_photo_given": "Chưa có ảnh nào được chọn hộ. Chọn ảnh, gõ tên hộ rồi bấm Enter.",
    "photo_subject_unknown": "Không có loại ảnh {text}. Chọn ảnh khảo sát hoặc một giai đoạn.",
}
TITLE = "Ảnh nhà cũ"
STAGES_TITLE = "Ảnh xây dựng"
OF_STAGE = "{stage}, {day}"
ADD = "Thêm ảnh"
ADD_TITLE = "Chọn ảnh"
REMOVE = "Gỡ ảnh"
REMOVE_QUESTION = "Gỡ ảnh này khỏi hồ sơ? Có thể hoàn tác."
ADDING = "Đang thêm ảnh"
REMOVING = "Đang gỡ ảnh"
ADDED = "Đã thêm {count} ảnh."
REMOVED = "Đã gỡ ảnh."
EMPTY = "Chưa có ảnh. Thả ảnh vào đây hoặc bấm Thêm ảnh."
WAITING = "chờ ảnh"
PHOTO_WAITING = "Ảnh {number}, {day}, chờ ảnh"
NOT_HERE = "Ảnh này chưa về máy. Nhận phần ảnh đi cùng gói; nếu chưa có, gói gửi đi lần sau sẽ xin lại."
NO_DAY = "không rõ ngày chụp"
PHOTO = "Ảnh {number}, {day}"

# The tab "Ảnh" of "Xây dựng"
TAB = "Ảnh"
SHEETS = "In ảnh"
WAITING_PHOTOS = "Ảnh chờ chọn hộ"
DROP_HERE = "Thả ảnh vào đây, dán bằng Ctrl+V, hoặc bấm Thêm ảnh. Ảnh chưa chọn hộ được giữ lại trong máy."
KEYS = (
    "Gõ tên hộ (không cần dấu) rồi Enter: chọn hộ cho ảnh · 1 đến 4: giai đoạn, 0: nhà cũ · "
    "Shift+mũi tên: chọn nhiều ảnh · Delete: bỏ"
)
HOUSE = "Hộ"
HOUSE_HINT = "Gõ tên hộ, không cần dấu"
HOUSES = "Hộ tìm thấy"
NO_HOUSE = "Không có hộ đã được duyệt khớp với chữ đã gõ."
STAGE = "Giai đoạn"
BY_PROGRESS = "Theo tiến độ"
OLD_HOUSE = "0 Nhà cũ"
STAGE_KEY = "{key} {stage}"
#: The stages as short as their buttons beside each other want them.
SHORT = {"foundation": "Móng", "frame_wall": "Khung, tường", "roof": "Mái", "finish": "Hoàn thiện"}
DAY = "Ngày chụp"
DAY_TYPED = "Ảnh không có ngày chụp – dùng ngày đã gõ."
DAY_NONE = "Ảnh không có ngày chụp, vẫn ghi được. Gõ ngày nếu biết."
DAY_OWN = "Ngày chụp ghi trong ảnh: {day}."
GIVEN = "{head}\n{stage}"
NOT_GIVEN = "chưa chọn hộ"
SAVING_PHOTOS = "Đang lưu ảnh"
TAKING_IN = "Đang nhận ảnh"
PASTED = "ảnh dán.png"
DROP = "Bỏ ảnh"
DROP_QUESTION = "Bỏ {count} ảnh chưa lưu khỏi danh sách chờ? Tệp gốc không bị xóa."
TWICE = "Ảnh {name} đã có trong hồ sơ hộ {head}."
TWICE_WAITING = "Ảnh {name} đã có trong danh sách chờ."
OLD_HOUSE_NAME = "Nhà cũ"


def waiting_text(waiting: int, meant: int) -> str:
    """The foot of the tab."""
    return f"{waiting} ảnh chờ, {meant} ảnh đã chọn hộ." if waiting else ""


def save_text(count: int) -> str:
    """The filled button of the tab."""
    return f"Lưu {count} ảnh (Ctrl+S)" if count else ADD


def saved_text(count: int, houses: int) -> str:
    """Photos were recorded."""
    return f"Đã lưu {count} ảnh của {houses} hộ."


def taken_text(count: int) -> str:
    """Pictures were taken in to wait."""
    return f"Đã nhận {count} ảnh." if count else "Không có ảnh mới."


def subject_text(subject: str) -> str:
    """What a photo shows."""
    return STAGES.get(subject, OLD_HOUSE_NAME)


def house_line(head: str, village: str, subject: str) -> str:
    """A house that is found, and what a picture given to it now would show."""
    return " · ".join(filter(None, (head, village, subject_text(subject))))
