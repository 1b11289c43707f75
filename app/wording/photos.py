"""Words of photos."""

from __future__ import annotations

PHOTO_PROBLEMS: dict[str, str] = {
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
NO_DAY = "không rõ ngày chụp"
PHOTO = "Ảnh {number}, {day}"
