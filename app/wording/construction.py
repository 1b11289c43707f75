"""What the room of building says."""

from __future__ import annotations

from app.wording.vocabulary import PARTS, STAGES
from models.vocabulary import Part, Stage

_HEAD_OF_QUARTER = "Tổ trưởng tổ dân phố"
_HEAD_OF = "Trưởng {unit}"
_UNITS = ("thôn", "bản", "buôn", "ấp", "khóm", "xóm", "khu phố", "khu", "khối", "làng")

CONSTRUCTION_PROBLEMS: dict[str, str] = {
    "not_approved_yet": "Hộ {names} chưa có quyết định phê duyệt ghi trong máy.",
    "stage_not_recorded": "Hộ {names} chưa ghi “{stage}”, nên không có gì để bỏ.",
    "stage_before_earlier_one": "Ngày “{stage}” của hộ {names} trước ngày của giai đoạn đứng trước. Xem lại ngày.",
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
