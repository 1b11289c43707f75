"""Words that the worklists, short forms and panels of all rooms share."""

from __future__ import annotations

HEAD, BIRTH, VILLAGE, CATEGORY = "Chủ hộ", "Năm sinh", "Thôn", "Đối tượng"
WORK_TYPE, HOUSE, STATUS, PROGRAMME = "Hình thức", "Nhà", "Tình trạng", "Chương trình"
REQUESTED, APPROVED, PAID = "Đề nghị\n(đồng)", "Duyệt\n(đồng)", "Đã chi\n(đồng)"
NOTE = "Ghi chú"
UNIT = "hộ"
ALL_VILLAGES = "Mọi thôn"
VILLAGE_FILTER = "Lọc theo thôn"
CANCEL = "Thôi"
TICK_FIRST = "Chưa chọn hộ nào. Đánh dấu hộ ở cột đầu, hoặc đứng ở dòng của hộ, rồi bấm lại."
PLACES = "{count} chỗ cần xem lại (F8)"
MORE = "Việc khác"
CORRECT = "Sửa sai…"
EMPTY_VALUE = "–"
TABS = "Các phần của trang"
BEFORE_PROGRAM = "trước khi dùng phần mềm, chưa có giấy trong máy"
BEFORE_SHORT = "trước đó"
NOT_KNOWN = "…"
BEFORE_MARK, BEFORE_PRINTED = "*", "* Trước khi dùng phần mềm, chưa có giấy trong máy."
DAY_NOT_KNOWN = "không rõ ngày"


def of_before(text: str, before: bool | None) -> str:
    """What was done before the program was used says so."""
    return f"{text} · {BEFORE_PROGRAM}" if before else text


def ready_text(count: int, unit: str) -> str:
    """How many of a batch can be done: "10 hộ làm được"."""
    return f"{count} {unit} làm được"


def blocked_text(count: int, unit: str) -> str:
    """How many cannot: "2 hộ chưa được vì"."""
    return f"{count} {unit} chưa được vì:"


def warnings_text(count: int) -> str:
    """The heading over warnings."""
    return f"{count} điểm nên xem lại, không chặn:"


def and_more(count: int) -> str:
    """The rest of a long list."""
    return f"… và {count} hộ nữa"


def case_heading(programme: str, *, again: bool) -> str:
    """What heads one of several requests; `again` after the house of an earlier one was damaged."""
    return f"{programme} – đề nghị mới sau khi nhà hỏng" if again else programme
