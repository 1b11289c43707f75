"""Words of the poverty classes by year: the sheet and the counts in "Rà soát", the form and the lines of a dossier."""

from __future__ import annotations

from app.wording.vocabulary import POVERTY_LEVELS

ROUNDS, CLASSES, COUNTS = "Đợt rà soát", "Diện nghèo theo năm", "Đếm theo thôn"
YEAR, VILLAGE, KIND, ALL_VILLAGES, ALL_KINDS = "Năm", "Thôn", "Diện", "Tất cả thôn", "Tất cả các hộ"
YEAR_SHOWN = "Năm {year}"
STANDARD_OF = "Chuẩn: {name}"
NO_STANDARD_OF = "Máy chưa có chuẩn nghèo của năm này"
EVENTS = {
    "escaped": "Thoát nghèo",
    "escaped_near_poor": "Thoát cận nghèo",
    "fell_back": "Tái nghèo",
    "newly_poor": "Phát sinh nghèo",
    "newly_near_poor": "Phát sinh cận nghèo",
}
KINDS = {
    **POVERTY_LEVELS,
    **EVENTS,
    "force_majeure": "Nghèo bất khả kháng",
    "watched": "Theo dõi sau thoát nghèo",
    "missing": "Chưa ghi diện",
}

# The counts by village
COUNTS_TITLE = "Hộ nghèo, hộ cận nghèo theo thôn"
COUNT_UNIT = "thôn"
HOUSEHOLDS, RECORDED, WATCHED = "Số hộ", "Đã ghi\ndiện", "Đang\ntheo dõi"
POOR, NEAR_POOR, ESCAPED, ESCAPED_NEAR, FELL_BACK, NEWLY_POOR, NEWLY_NEAR, FORCE = (
    "Hộ\nnghèo",
    "Cận\nnghèo",
    "Thoát\nnghèo",
    "Thoát\ncận nghèo",
    "Tái\nnghèo",
    "Phát sinh\nnghèo",
    "Phát sinh\ncận nghèo",
    "Bất khả\nkháng",
)
NO_VILLAGE = "Chưa ghi thôn"
NO_COUNTS = "Chưa có thôn nào. Thêm thôn ở Thiết lập, hoặc thêm hộ gia đình."

# The sheet
SHEET = "Bảng diện nghèo của năm"
HEAD, BEFORE, LEVEL, EVENT = "Chủ hộ", "Lần ghi trước", "Diện của năm", "So với lần trước"
CERTIFICATE, CERTIFIED_ON, FORCE_MAJEURE, CAUSE, NOTE = (
    "Giấy chứng nhận",
    "Ngày cấp",
    "Bất khả\nkháng",
    "Nguyên nhân",
    "Ghi chú",
)
BEFORE_TEXT = "{year}: {level}"
FORCE_MARK = "x"
SHEET_KEYS = (
    "Gõ n (nghèo), cn (cận nghèo), k (không nghèo), hoặc phím cách để đổi · Delete: bỏ · Ctrl+V: dán từ Excel · "
    "F8: chỗ sai kế tiếp"
)
AS_BEFORE = "Điền như lần ghi trước"
SAVE, DROP, SAVING = "Lưu (Ctrl+S)", "Bỏ thay đổi", "Đang ghi diện nghèo"
NOBODY = "Không có hộ nào theo cách lọc này. Đổi thôn, diện, hoặc bỏ chữ tìm."

# The form and the dossier
BLOCK = "Diện nghèo theo năm"
RECORD, CHANGE, TAKE_OFF = "Ghi diện của năm…", "Sửa…", "Bỏ năm này"
FORM_TITLE = "Ghi diện nghèo của năm"
STANDARD, B1, B2, INDICATORS = "Chuẩn nghèo", "Điểm B1", "Điểm B2", "Chỉ số thiếu hụt"
FORCE_MAJEURE_BOX = "Hộ nghèo bất khả kháng (trừ khỏi chỉ tiêu thoát nghèo)"
BY_YEAR = "theo năm"
NOTHING = "Chưa ghi diện nghèo, cận nghèo của hộ theo năm."
LINE = "{year}: {level}"
CERTIFICATE_PART, CERTIFIED_PART, POINTS_PART = "giấy chứng nhận {text}", "cấp ngày {day}", "B1 {b1}, B2 {b2}"
FORCE_PART, CAUSE_PART, INDICATORS_PART = "bất khả kháng", "nguyên nhân: {text}", "thiếu hụt {count} chỉ số"
SAVED_ONE = "Đã ghi diện năm {year} của hộ {name}."
TAKEN_OFF = "Đã bỏ diện năm {year} của hộ {name}."


def sheet_state(shown: int, more: int, changed: int, missing: int) -> str:
    """The line under the sheet."""
    parts = [f"Đang xem {shown} hộ"]
    parts += [f"còn {more} hộ, lọc theo thôn để xem tiếp"] if more else []
    parts += [f"{missing} hộ chưa ghi diện"] if missing else []
    parts += [f"{changed} hộ vừa gõ, chưa lưu"] if changed else []
    return " · ".join(parts)


def saved_text(year: int, recorded: int, taken_off: int) -> str:
    """What was recorded of a year."""
    parts = [f"ghi {recorded} hộ"] if recorded else []
    parts += [f"bỏ {taken_off} hộ"] if taken_off else []
    return f"Diện nghèo năm {year}: đã {', '.join(parts)}."


def counts_total(poor: int, near_poor: int, escaped: int, fell_back: int, newly_poor: int) -> str:
    """The counts of all villages, in the total line."""
    return (
        f"{poor} hộ nghèo, {near_poor} cận nghèo, {escaped} thoát nghèo, {fell_back} tái nghèo, "
        f"{newly_poor} phát sinh nghèo"
    )
