"""Words of PINs: what is wrong with one, the locked screen, the forms that set and take one away."""

from __future__ import annotations

PIN_PROBLEMS: dict[str, str] = {
    "pin_unfit": "PIN gồm 4 đến 12 chữ số. Gõ lại PIN.",
    "pin_easy": "PIN này dễ đoán quá. Chọn PIN khác, không dùng một chữ số lặp lại hay các chữ số liền nhau.",
    "pin_differs": "Hai lần gõ PIN không giống nhau. Gõ lại lần hai.",
    "pin_needed": "{name} có đặt PIN. Ghi PIN ở dòng đầu của tệp mật khẩu (--password-file) rồi làm lại.",
    "pin_wrong": "PIN không đúng. Gõ lại; còn {left} lần thì PIN bị khóa.",
    "pin_wrong_wait": "PIN không đúng. Chờ {time} rồi gõ lại; còn {left} lần thì PIN bị khóa.",
    "pin_wait": "Vừa gõ sai PIN nhiều lần. Chờ {time} rồi gõ lại.",
    "pin_locked": "PIN đã khóa vì sai 10 lần. Gõ mã khôi phục đã in khi đặt PIN, hoặc nhờ cán bộ phụ trách khác hay "
    "lãnh đạo vào máy bằng tên mình rồi bỏ PIN này.",
    "pin_own_reset": "PIN của chính mình thì tự đổi bằng PIN đang dùng. Người khác mới bỏ giúp được.",
    "pin_none": "{name} chưa đặt PIN trên máy này.",
    "password_file_unread": "Không đọc được tệp mật khẩu {name}. Xem lại đường dẫn của tệp.",
}

TAKE_AWAY = "Bỏ PIN của người khác"
_MINUTE = 60


def wait_text(seconds: int) -> str:
    """How long to wait, as people say it."""
    return f"{seconds} giây" if seconds < _MINUTE else f"{-(-seconds // _MINUTE)} phút"
