"""What the room of building says."""

from __future__ import annotations

from app.wording.vocabulary import PARTS, STAGES
from models.vocabulary import Part, Stage

_HEAD_OF_QUARTER = "Tổ trưởng tổ dân phố"
_HEAD_OF = "Trưởng {unit}"
_UNITS = ("thôn", "bản", "buôn", "ấp", "khóm", "xóm", "khu phố", "khu", "khối", "làng")

_QUALITY = "Đảm bảo an toàn, thẩm mỹ, chất lượng, đủ điều kiện đưa vào sử dụng."
_EXEMPTED = "Lý do nghiệm thu khi chưa đủ tiêu chí: {reason}."

CONSTRUCTION_PROBLEMS: dict[str, str] = {
    "not_approved_yet": "Hộ {names} chưa có quyết định phê duyệt ghi trong máy.",
    "stage_not_recorded": "Hộ {names} chưa ghi “{stage}”, nên không có gì để bỏ.",
    "stage_before_earlier_one": "Ngày “{stage}” của hộ {names} trước ngày của giai đoạn đứng trước. Xem lại ngày.",
    "stage_after_acceptance": "Nhà của hộ {names} đã nghiệm thu. Tiến độ vẫn được ghi.",
    "accepted_already": "Nhà của hộ {names} đã nghiệm thu. Sửa sai nghiệm thu trước rồi làm lại.",
    "not_accepted": "Nhà của hộ {names} chưa nghiệm thu. Ghi nghiệm thu trước rồi làm lại.",
    "handed_over_already": "Nhà của hộ {names} đã bàn giao. Sửa sai bàn giao trước rồi làm lại.",
    "area_missing": "Chưa ghi diện tích nhà của hộ {names}. Gõ diện tích, hoặc ghi lý do miễn.",
    "area_not_positive": "Diện tích nhà của hộ {names} phải lớn hơn 0. Gõ lại diện tích.",
    "area_too_small": (
        "Nhà của hộ {names} rộng {area} m², chương trình yêu cầu ít nhất {least} m². Gõ lại, hoặc ghi lý do miễn."
    ),
    "parts_not_hard": "Nhà của hộ {names} chưa cứng phần: {parts}. Đánh dấu phần đã cứng, hoặc ghi lý do miễn.",
    "accepted_before_stage": "Ngày nghiệm thu nhà của hộ {names} trước ngày của một giai đoạn. Xem lại ngày.",
    "cost_form": "“{text}” không có dạng NGUỒN=SỐ TIỀN. Gõ như NSTW=60000000.",
    "part_unknown": "Không có phần nhà “{text}”. Chọn trong: {choices}.",
}

# The page "Xây dựng" and the panel of the same name
PROGRESS_TAB = "Tiến độ"
BUILDING, ALL_HOUSES = "Đang làm", "Tất cả đã duyệt"
QUICK_UPDATE = "Cập nhật nhanh"
NOTHING_BUILT = "Chưa có nhà được duyệt. Nhà vào đây sau khi ghi quyết định phê duyệt."
STARTED_ON, LATEST, LATEST_ON = "Khởi công", "Giai đoạn\nmới nhất", "Ngày"
PAID_OF_APPROVED = "Đã chi / duyệt\n(triệu đồng)"
PAUSE, RESUME = "Tạm dừng…", "Làm tiếp…"
PAUSE_TITLE, RESUME_TITLE = "Tạm dừng nhà", "Nhà làm tiếp"
REASON, DAY, REVIEW_ON = "Lý do", "Từ ngày", "Xem lại ngày"
NOTE = "Ghi chú"

# The quick grid
GRID = "Bảng cập nhật tiến độ"
GRID_DAY = "Ngày ghi khi đánh dấu"
SAVE, DROP_CHANGES = "Lưu (Ctrl+S)", "Bỏ thay đổi"
NOTHING_CHANGED = "Chưa có thay đổi."
SAVING = "Đang ghi tiến độ"
TICKED_TODAY = frozenset({"x", "v", "✓", "✔", "1", "có", "co", "rồi"})
NOT_DONE = "chưa xong"
STAGE_CELL = "{stage}: {state}"
STAGE_LINE = "{stage}: {day}"
CORRECT_STAGE = "Sửa sai…"
RECORD_STAGE = "Ghi giai đoạn…"
STAGE, STAGE_DAY = "Giai đoạn", "Ngày"
TAKE_STAGE_BACK = "Bỏ giai đoạn đã ghi nhầm"
STAGE_SAVED = "Đã ghi tiến độ."
PANEL = "Xây dựng"
NO_STAGE = "Chưa ghi khởi công và giai đoạn nào."
VISITED = "Kiểm tra ngày {day}: {result}"
ACCEPTED = "Nghiệm thu ngày {day}, {area} m²"
ACCEPTED_WITHOUT_AREA = "Nghiệm thu ngày {day}"
EXEMPTED = "miễn: {reason}"
ON_HOLD = "{state} từ {day}: {reason}"
CHECKS = "Kiểm tra, nghiệm thu"
ACCEPT = "Ghi nghiệm thu"
REVIEW_LINE = "xem lại ngày {day}"


def saved_text(stages: int, houses: int) -> str:
    """What the quick grid saved."""
    return f"Đã ghi {stages} giai đoạn của {houses} nhà."


def changed_text(stages: int, houses: int) -> str:
    """What the quick grid would save."""
    return f"{stages} giai đoạn của {houses} nhà sẽ được ghi."


def unsaved_text(houses: int) -> str:
    """The filled button while the grid keeps unsaved changes."""
    return f"Cập nhật nhanh (còn {houses} nhà chưa lưu)"


def paused_text(count: int) -> str:
    """Houses were paused."""
    return f"Đã ghi tạm dừng {count} nhà."


def resumed_text(count: int) -> str:
    """Houses go on."""
    return f"Đã ghi {count} nhà làm tiếp."


def stage_text(stage: Stage) -> str:
    """A stage inside a sentence."""
    return STAGES[stage.value]


def part_text(part: Part) -> str:
    """A part of the house inside a sentence."""
    return PARTS[part.value]


def village_head_position(village: str) -> str:
    """What the head of a village is called, by the village's name."""
    name = village.lower()
    if name.startswith(("tổ dân phố", "tdp")):
        return _HEAD_OF_QUARTER
    return _HEAD_OF.format(unit=next((unit for unit in _UNITS if name.startswith(unit)), _UNITS[0]))


def quality_text(exemption: str | None) -> str:
    """The quality on the check of a house that is not hard in all three parts; an exemption is told with its reason."""
    if not exemption:
        return _QUALITY
    return f"{_QUALITY} {_EXEMPTED.format(reason=exemption.rstrip('.'))}"
