"""Words of the list of households, its filters and its buttons."""

from __future__ import annotations

from collections.abc import Mapping

from app.wording.vocabulary import STATUSES
from app.wording.widgets import GROUPS

UNIT = "hộ"
EMPTY = "Chưa có hộ nào. Nhập danh sách Excel đang có, hoặc thêm từng hộ."
EMPTY_UPPER = "Chưa có hộ nào. Hộ về đây qua gói dữ liệu của các xã: mở trang Gửi – nhận dữ liệu để nhận gói."
IMPORT, ADD = "Nhập danh sách Excel", "Thêm hộ"
RECEIVE = "Nhận gói dữ liệu"
TO_EXCEL = "Lưu ra Excel"
DUPLICATES = "Hộ trùng"
TAKE_OFF, BRING_BACK = "Bỏ khỏi danh sách", "Đưa trở lại"
TAKE_OFF_ASKING = "Bỏ khỏi danh sách…"

# Columns
CODE, HEAD, BIRTH, COMMUNE, VILLAGE, CATEGORY = "Mã", "Chủ hộ", "Năm sinh", "Xã", "Thôn", "Đối tượng"
WORK_TYPE, HOUSE, STATUS, PAID, NEXT = (
    "Hình thức",
    "Nhà",
    "Tình trạng",
    "Đã chi / duyệt\n(triệu đồng)",
    "Việc tiếp theo",
)
PAID_OF = "{paid} / {approved}"
CITIZEN_ENDING, CITIZEN_ID, PHONE = "…{ending}", "Căn cước", "Điện thoại"
TIP = "{name}, {status}"

# Filters
MY_VILLAGES = "Thôn tôi phụ trách"
ANY_VILLAGE, ANY_CATEGORY, ANY_STATUS, ANY_COMMUNE = "Mọi thôn", "Mọi đối tượng", "Mọi tình trạng", "Mọi xã"
TAKEN_OFF = "Đã bỏ khỏi danh sách"
ONLY_PROGRAMME = "Chỉ chương trình {name}"
SUM = "đã duyệt {approved}"

NEXT_STEPS: Mapping[str, str] = {
    "registered": "Khảo sát",
    "surveyed": "Ghi quyết định",
    "village_reviewed": "Ghi quyết định",
    "posted": "Ghi quyết định",
    "submitted": "Ghi quyết định",
    "approved": "Ghi khởi công",
    "started": "Ghi xong móng",
    "in_progress": "Ghi tiến độ",
    "accepted": "Bàn giao",
    "on_hold": "Ghi tiếp tục",
}
NEXT_STAGES: Mapping[str, str] = {
    "foundation": "Ghi xong tường",
    "frame_wall": "Ghi xong mái",
    "roof": "Ghi hoàn thiện",
    "finish": "Nghiệm thu",
}
OPEN_CASE = "Ghi đề nghị"

# Taking off the list
ASK_REASON_ONE = "Đưa hộ {name} ra khỏi danh sách? Hồ sơ và lịch sử vẫn giữ, có thể đưa trở lại."
ASK_REASON_MANY = "Đưa {count} hộ ra khỏi danh sách? Hồ sơ và lịch sử vẫn giữ, có thể đưa trở lại."
REASON = "Lý do"
REASON_HINT = "chọn hoặc gõ lý do"
REASONS = ("Nhập trùng", "Nhập nhầm", "Không thuộc địa bàn", "Không còn nhu cầu hỗ trợ")
REASON_MISSING = "Chưa ghi lý do. Ghi lý do rồi làm lại."
TAKEN_OFF_MANY = "Đã đưa {count} hộ ra khỏi danh sách. Hồ sơ và lịch sử vẫn giữ, có thể đưa trở lại."
RESTORED_MANY = "Đã đưa {count} hộ trở lại danh sách."
TAKING_OFF, BRINGING_BACK = "Đang bỏ khỏi danh sách", "Đang đưa trở lại"

# Excel
FILE_NAME = "danh-sach-ho"
FILE_TITLE = "DANH SÁCH HỘ"
FILE_NOTE = "{office}, lập ngày {day}: {count} hộ"
FILE_SHEET = "Danh sách hộ"
WRITING = "Đang ghi danh sách"
WRITTEN = "Đã ghi {count} hộ vào tệp {name}."
FILE_COLUMNS = {
    "number": "STT",
    "code": "Mã hộ",
    "head_name": "Họ và tên chủ hộ",
    "birth": "Ngày, năm sinh",
    "gender": "Giới tính",
    "citizen_id": "Số căn cước",
    "ethnicity": "Dân tộc",
    "phone": "Điện thoại",
    "village": "Thôn",
    "category": "Đối tượng",
    "member_count": "Số nhân khẩu",
    "work_type": "Hình thức",
    "status": "Tình trạng",
    "requested": "Mức đề nghị (đồng)",
    "approved": "Đã duyệt (đồng)",
    "paid": "Đã chi (đồng)",
}


def next_step(status: str | None, stage: str | None) -> str:
    """What is done next for a house in this status; nothing where it is done or has left."""
    if status is None:
        return OPEN_CASE
    if status == "in_progress" and stage:
        return NEXT_STAGES.get(stage, "")
    return NEXT_STEPS.get(status, "")


def group_label(group: str) -> str:
    """What a group of states is called on screen."""
    return GROUPS[group]


def status_label(status: str) -> str:
    """What a status is called; one of a newer version by its own word."""
    return STATUSES.get(status, status)
