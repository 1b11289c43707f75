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
LOCKED_WITHOUT = "Gói có mật khẩu không kèm ảnh. Tạo gói không mật khẩu để gửi ảnh."
PART = "Phần ảnh {part}/{parts} của gói số {number}, {count} tệp"
_RECEIVED = "Đã nhận ảnh của {office}, phần {part}/{parts}: {new} mới, {known} đã có."
_EARLY = "{count} tệp chờ hồ sơ: nhận gói dữ liệu của nơi gửi, ảnh tự vào đúng hộ."
_LEFT_OUT = "{count} tệp chưa có hồ sơ và chỗ chờ đã đầy: nhận gói dữ liệu trước, rồi thả lại phần ảnh này."
_KINDS = {"photo": "ảnh", "scan": "giấy quét", "template": "mẫu giấy", "report": "báo cáo đã gửi"}
_LEAVING = "Kèm {counts} trong các tệp ảnh (.zip) cạnh gói."
_AWAITED = "Chờ ảnh: {counts} chưa về máy này. Gói gửi đi lần sau sẽ xin lại."


def leaving_text(counts: Mapping[str, int]) -> str:
    """What goes beside the next packages; empty where nothing does."""
    return _LEAVING.format(counts=_counted(counts)) if counts else ""


def taken_lines(office: str, part: int, parts: int, counts: Mapping[str, int]) -> list[str]:
    """The receipt of a part: what came, what waits for its record, what found no room to wait."""
    lines = [_RECEIVED.format(office=office, part=part, parts=parts, **counts)]
    lines += [_EARLY.format(count=counts["early"])] if counts["early"] else []
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
