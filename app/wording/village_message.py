"""Words of the message to the head of a village, and of the form that shows it."""

from __future__ import annotations

from app.wording.construction import village_head_position

HOUSE = "{number}. {name}: {questions}"
MORE = "… và {count} nhà nữa, xã gửi phiếu sau."
CLOSING = "Nhờ bác nhắn lại trước ngày họp tuần này. Cảm ơn bác."
HELD = "còn dừng vì {reason}, đã làm tiếp chưa"
UNKNOWN_REASON = "chưa rõ lý do"
NO_NEWS = "{asked}, chưa có tin từ {day}"
LATE = "quá hạn {days} ngày"
PHOTO = "thiếu ảnh lúc {stage}"
MINUTES = "thiếu biên bản giai đoạn có chữ ký"
FINISHED = "đã ở được chưa"
ASKED = {
    "start": "đã khởi công chưa",
    "foundation": "xong móng chưa",
    "frame_wall": "xong khung, tường chưa",
    "roof": "lợp mái xong chưa",
    "finish": "hoàn thiện xong chưa",
}

# The form
TITLE = "Tin nhắn cho trưởng thôn"
VILLAGE = "Thôn"
COPY = "Sao chép tin nhắn"
COPIED = "Đã chép tin nhắn cho {village}. Mở Zalo hoặc tin nhắn rồi dán (Ctrl+V)."
TO = "Điện thoại trưởng thôn: {phone}"
NO_PHONE = "chưa ghi"
NOTHING_OPEN = "Các thôn này không còn điều gì phải hỏi."
VILLAGE_CHOICE = "{village} ({count} nhà)"
TEXT = "Nội dung tin nhắn"


def opening(head: str, village: str, count: int, day: str) -> str:
    """Whom it asks, of how many houses, on which day."""
    about = f"Xã hỏi thăm {count} nhà đang làm (ngày {day}):"
    if not village:
        return about
    position = village_head_position(village).lower()
    unit = position.removeprefix("tổ ").removeprefix("trưởng ")
    place = f"{position} {village[len(unit) :].strip() if village.lower().startswith(unit) else village}"
    return f"Kính gửi {f'bác {head}, ' if head else ''}{place}. {about}"
