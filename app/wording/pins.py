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

# The locked screen
LOCK = "Khóa màn hình"
UNLOCK = "Mở khóa"
LOCKED = "Màn hình đã khóa"
LOCKED_HELP = "Chữ đang gõ dở vẫn giữ. Quên PIN thì gõ mã khôi phục đã in khi đặt PIN."
UNLOCKING = "Kiểm tra PIN"
NO_PIN_YET = "Chưa đặt PIN nên khóa màn hình không ngăn được ai. Đặt PIN trước, rồi khóa."
USER, ENTRY = "Người dùng", "PIN"
LEAVE = "Thoát phần mềm"
RECOVERED = "Đã vào bằng mã khôi phục, PIN cũ không còn. Đặt PIN mới ở Tệp, mục PIN của tôi."

# Setting one
MY_PIN = "PIN của tôi…"
SET_TITLE, CHANGE_TITLE = "Đặt PIN cho {name}", "Đổi PIN của {name}"
SET = "Lưu PIN"
OLD, NEW, AGAIN = "PIN đang dùng", "PIN mới (4 đến 12 chữ số)", "Gõ lại PIN mới"
MINUTES = "Tự khóa sau"
MINUTES_UNIT = "phút không dùng (để trống: không tự khóa)"
SET_HELP = (
    "PIN chỉ có trên máy này, giữ người khác khỏi xem và ghi bằng tên mình. Để trống PIN mới để bỏ PIN. Sai 10 lần thì "
    "PIN bị khóa; mã khôi phục hiện ra sau khi lưu, in ra rồi cất nơi kín."
)
SAVING = "Lưu PIN"
KEPT, TAKEN_OFF = "Đã lưu PIN của {name}.", "Đã bỏ PIN của {name}."
CODE_TITLE, CODE = "Mã khôi phục PIN", "Mã khôi phục của {name}: {code}"
CODE_HELP = "Mã này mở được PIN khi quên, dùng một lần. Phần mềm không hiện lại: in hoặc chép ra giấy ngay bây giờ."
CODE_PAPER = (
    "Mã khôi phục PIN của {name}, lập ngày {day}:",
    "{code}",
    "Gõ mã này vào ô PIN khi quên PIN hoặc PIN bị khóa. Mã dùng một lần; sau đó đặt PIN mới và in mã mới.",
)
SAVE_CODE, CODE_DONE, CODE_FILE = "Lưu PDF để in…", "Đã cất mã", "ma-khoi-phuc-pin.pdf"
CODE_SAVED = "Đã lưu mã khôi phục ra {file}. In xong thì xóa tệp này."
RESET_CHOSEN = "Bỏ PIN của người đang chọn"
NOBODY = "Dòng này"
RESET_QUESTION = "Bỏ PIN của {name} trên máy này? Người đó đặt PIN mới khi vào lại."

TAKE_AWAY = "Bỏ PIN của người khác"
_MINUTE = 60


def wait_text(seconds: int) -> str:
    """How long to wait, as people say it."""
    return f"{seconds} giây" if seconds < _MINUTE else f"{-(-seconds // _MINUTE)} phút"
