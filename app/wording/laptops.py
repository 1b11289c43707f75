"""Words of known laptops: what is held back and why, cards, the tab "Máy đã biết", the commands `device ...`."""

from __future__ import annotations

TRUST_STATES = {"confirmed": "Đã đối chiếu, tin máy này", "retired": "Ngừng dùng"}

# Why a package is held ("Tạm giữ, chưa nhập")
HELD: dict[str, str] = {
    "laptop_unknown": "Gói {name} được tạm giữ, chưa nhập: máy “{device}” của {office} chưa đối chiếu. "
    "Gọi nơi gửi so mã đối chiếu, rồi bấm tin máy ở Gửi – nhận dữ liệu, tab Máy đã biết.",
    "laptop_unsigned": "Gói {name} được tạm giữ, chưa nhập: gói của {office} không có dấu bảo vệ gói. "
    "Nhờ nơi gửi cập nhật phần mềm rồi lập lại gói.",
    "laptop_key_changed": "Gói {name} được tạm giữ, chưa nhập: khóa của máy “{device}” ({office}) khác khóa đã biết. "
    "Gọi hỏi nơi gửi trước khi làm gì tiếp; đúng là máy của họ thì xin thẻ máy mới.",
    "laptop_retired": "Gói {name} được tạm giữ, chưa nhập: máy “{device}” của {office} đã ngừng dùng. "
    "Gọi hỏi nơi gửi; máy vẫn dùng thì đối chiếu lại ở Gửi – nhận dữ liệu, tab Máy đã biết.",
}

LAPTOP_PROBLEMS: dict[str, str] = {
    "card_unreadable": "Tệp {name} không phải thẻ máy của Mái Ấm. Xin nơi gửi lưu thẻ ở tab Máy đã biết rồi gửi lại.",
    "card_own": "Đây là thẻ của chính máy này. Gửi thẻ này cho cơ quan khác, và đọc thẻ của họ ở đây.",
    "card_off_line": "Thẻ của {office} không thuộc tuyến trao đổi với cơ quan này. "
    "Kiểm tra mục Cấp trên nhận dữ liệu ở hai nơi, rồi lưu lại thẻ.",
    "card_key_changed": "Thẻ ghi khóa khác với khóa đã đối chiếu của máy “{device}” ({office}). "
    "Gọi hỏi nơi gửi; đúng là máy của họ thì ngừng dùng máy đó ở đây trước, rồi đọc lại thẻ.",
    "device_unknown": "Chưa biết máy {device}. Đọc thẻ của máy đó, hoặc nhận một gói của nó trước.",
    "device_own": "Đây là máy đang dùng, không cần đối chiếu với chính nó.",
    "device_without_key": "Máy “{device}” chưa có khóa bảo vệ gói nên chưa đối chiếu được. "
    "Nhờ nơi đó cập nhật phần mềm rồi lập gói, hoặc xin thẻ của máy.",
    "check_code_differs": "Mã đối chiếu không khớp: ở đây máy “{device}” có mã {shown}. Không có gì thay đổi. "
    "Đọc lại từng nhóm; vẫn khác thì không tin máy này và báo cho nơi gửi.",
    "retired_elsewhere": "Máy “{device}” đã được {office} ghi ngừng dùng ngày {day}. "
    "Hỏi nơi đó; chỉ nơi đó tin lại được.",
    "retire_reason_missing": "Ghi lý do ngừng dùng máy, ví dụ: mất máy, hỏng, đã trả.",
    "retire_own": "Máy đang dùng không tự ghi ngừng dùng chính nó. Làm việc này trên máy khác của cơ quan.",
    "retired_already": "Máy “{device}” đã ghi ngừng dùng ngày {day}.",
}

# Commands
DEVICE_LIST = "liệt kê các máy đã biết và mã đối chiếu"
DEVICE_PAIR = "đọc thẻ của một máy khác"
DEVICE_CONFIRM = "tin một máy sau khi hai bên đã so mã đối chiếu"
DEVICE_RETIRE = "ngừng dùng một máy: gói máy đó gửi được tạm giữ"
CODE = "mã đối chiếu nghe được, để máy so"
REASON = "lý do"
LOCK = "tệp có mật khẩu của các gói đang tạm giữ"
LIST_LINE = "{state}: {name}, {office}, {device}"
PAIRED = "Đã đọc thẻ máy “{name}” của {office}. Gọi nơi đó, so mã đối chiếu rồi xác nhận: {code}"
CONFIRMED = "Đã tin máy “{name}” của {office}."
RETIRED = "Đã ghi ngừng dùng máy “{name}” của {office}."
NOTHING_HELD = "Không có gói nào của máy đang tạm giữ."

STATES: dict[str, str] = {
    "own": "Máy này",
    "confirmed": "Đã đối chiếu",
    "unconfirmed": "Chưa đối chiếu",
    "retired": "Ngừng dùng",
    "quarantined": "Chưa đối chiếu, có gói tạm giữ",
}
NAMELESS = "Máy {device}"


def laptop_called(name: str | None, device: str) -> str:
    """What a laptop is called: its name, else the beginning of its id."""
    return name or NAMELESS.format(device=device[:6])


# The tab
TAB = "Máy đã biết"
READ_CARD, SAVE_CARD = "Đọc thẻ…", "Lưu thẻ của máy này…"
READ_CARD_TITLE, SAVE_CARD_TITLE = "Chọn thẻ máy của nơi khác", "Lưu thẻ của máy này"
CARD_SAVED = "Đã lưu thẻ máy: {file}. Gửi thẻ cho nơi cần nhận gói, rồi gọi điện so mã đối chiếu."
CARD_READ = "Đã đọc thẻ máy “{name}” của {office}. Gọi nơi đó so mã đối chiếu."
CARD_NAME = "the-may-{name}.json"
OPEN_OFFICE = (
    "Đang nhận gói của mọi máy trên tuyến. Từ khi tin máy đầu tiên, gói của máy chưa đối chiếu được tạm giữ, chưa nhập."
)
PAIRED_OFFICE = "Chỉ nhập gói của máy đã đối chiếu ở đây hoặc được cấp trên tin; gói của máy khác được tạm giữ."
READING = "Đang xem các máy…"
CODE_OF = "Mã đối chiếu"
NO_CODE = "Chưa có khóa bảo vệ gói: nơi đó cần cập nhật phần mềm rồi lập gói, hoặc gửi thẻ của máy."
OWN_HINT = "Nơi nhận gọi đến thì đọc mã này cho họ so."
COMPARE_HINT = "Gọi {office} theo số vẫn dùng, đọc từng nhóm cho nhau. Giống hệt cả sáu nhóm mới tin máy này."
CONFIRM, RETIRE = "Đã đối chiếu, tin máy này", "Ngừng dùng máy này"
CONFIRM_ASK = "Hai bên đã đọc cho nhau và giống hệt mã {code}?"
CONFIRM_YES = "Giống hệt, tin máy này"
FIRST_PAIRING = "Đây là máy đầu tiên được tin: từ nay gói của máy chưa đối chiếu được tạm giữ, chưa nhập."
CONFIRMING, RETIRING, PAIRING = "Tin máy", "Ngừng dùng máy", "Đọc thẻ máy"
RECEIVED_HELD = "Đã nhập {count} gói tạm giữ của máy."
STILL_HELD = "{count} gói chưa nhập được: {why}"
LAST_HEARD = "Nhận gói gần nhất: {when}."
NEVER_HEARD = "Chưa nhập gói nào của máy này."
SAID_CONFIRMED = "{office} tin máy này ngày {day}, người ghi {person}."
SAID_RETIRED = "{office} ngừng dùng máy này ngày {day}, người ghi {person}."
BECAUSE = " Lý do: {reason}."
REPLACED = "Máy đã nhận mã mới (chép hoặc khôi phục thư mục); mã này không còn dùng."
HELD_TITLE = "Tạm giữ, chưa nhập ({count})"
HELD_ABOUT = "Gói số {number}, lập {created}, {count} thay đổi. Trong tệp: {rows}."
RETIRE_TITLE = "Ngừng dùng máy “{name}” của {office}"
RETIRE_WHAT = "Gói máy này gửi từ nay được tạm giữ, chưa nhập. Số liệu đã nhận vẫn giữ nguyên."
RETIRE_WHY = "Lý do"
HELD_COUNT = "{state}, {count} gói tạm giữ"


def state_text(state: str, held: int) -> str:
    """What a laptop is, with how many of its packages are held."""
    said = STATES["unconfirmed" if state == "quarantined" else state]
    return HELD_COUNT.format(state=said, count=held) if held else said
