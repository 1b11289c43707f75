"""Words of parts of photos: what travels beside packages, what has come, what is awaited."""

from __future__ import annotations

from collections.abc import Mapping

PHOTO_PART_TROUBLES: dict[str, str] = {
    "not_a_photo_part": "Tệp nén {name} không phải phần ảnh của gói Mái Ấm. Ảnh chụp thì giải nén, rồi thả vào "
    "Xây dựng, tab Ảnh.",
    "photo_part_damaged": "Phần ảnh {name} bị hỏng hoặc đã bị sửa. Không có gì thay đổi. "
    "Chép lại tệp, hoặc gửi gói cho nơi gửi: gói sau sẽ mang lại ảnh còn thiếu.",
    "photo_part_foreign": "Phần ảnh {name} có tệp không phải ảnh hay giấy tờ của phần mềm. Không có gì thay đổi. "
    "Báo cho nơi gửi.",
}
EXPORTED_PARTS = "Kèm {count} tệp ảnh (đuôi .zip) đặt cạnh gói: gửi cùng gói, trước sau đều được."
EXPORTED_LEFT = "Còn {count} ảnh, giấy tờ sẽ đi cùng gói lần sau."
PART = "Phần ảnh {part}/{parts} của gói số {number}, {count} tệp"
_RECEIVED = "Đã nhận phần ảnh {part}/{parts} của {office}: {counts}."
_COUNTS = {"new": "{count} tệp mới", "known": "{count} tệp đã có", "early": "{count} tệp chờ hồ sơ"}
NOTHING = "không có tệp nào dùng được"
_EARLY = "Tệp chờ hồ sơ: nhận gói dữ liệu của nơi gửi, ảnh tự vào đúng hộ."
_LEFT_OUT = "{count} tệp chưa có hồ sơ và chỗ chờ đã đầy: nhận gói dữ liệu trước, rồi thả lại phần ảnh này."
_KINDS = {"photo": "ảnh", "scan": "giấy quét", "template": "mẫu giấy", "report": "báo cáo đã gửi"}
_LEAVING = "Kèm {counts} trong các tệp ảnh (.zip) cạnh gói."
_AWAITED = "Chờ ảnh: {counts} chưa về máy này. Gói gửi đi lần sau sẽ xin lại."


def leaving_text(counts: Mapping[str, int]) -> str:
    """What goes beside the next packages; empty where nothing does."""
    return _LEAVING.format(counts=_counted(counts)) if counts else ""


def taken_lines(office: str, part: int, parts: int, counts: Mapping[str, int]) -> list[str]:
    """The receipt of a part: what came, what waits for its record, what found no room to wait."""
    told = [text.format(count=counts[one]) for one, text in _COUNTS.items() if counts[one]]
    lines = [_RECEIVED.format(office=office, part=part, parts=parts, counts=", ".join(told) or NOTHING)]
    lines += [_EARLY] if counts["early"] else []
    return lines + ([_LEFT_OUT.format(count=counts["left_out"])] if counts["left_out"] else [])


def awaited_text(counts: Mapping[str, int]) -> str:
    """What is recorded here and has not come; empty where nothing is awaited."""
    return _AWAITED.format(counts=_counted(counts)) if counts else ""


def _counted(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count} {_KINDS[kind]}" for kind, count in counts.items())


def left_lines(parts: int, left: int) -> list[str]:
    """What goes beside a package that was written."""
    lines = [EXPORTED_PARTS.format(count=parts)] if parts else []
    return lines + ([EXPORTED_LEFT.format(count=left)] if left else [])
