"""What the room of ceremonies says."""

from __future__ import annotations

CEREMONY_PROBLEMS: dict[str, str] = {
    "ceremony_not_here": "Không còn lễ bàn giao này. Mở lại danh sách lễ bàn giao.",
    "ceremony_venue_missing": "Chưa có địa điểm. Gõ nơi tổ chức lễ.",
    "ceremony_past": "Ngày tổ chức đã qua. Xem lại ngày.",
    "ceremony_without_houses": "Lễ này không còn nhà chờ bàn giao. Thêm nhà vào lễ rồi làm lại.",
    "not_a_time": "“{text}” không phải giờ. Gõ như 8:15.",
    "copies_unfit": "Số bản từ 1 đến {most}. Gõ lại số bản.",
    "in_other_ceremony": "Nhà của hộ {names} đã có trong lễ ngày {day}. Bỏ khỏi lễ đó trước.",
    "not_in_ceremony": "Nhà này không có trong lễ. Mở lại lễ rồi chọn nhà.",
}

# The tab "Lễ bàn giao"
TAB = "Lễ bàn giao"
NEW, EDIT = "Lập lễ bàn giao", "Sửa lễ…"
TO_CEREMONY = "Đưa vào lễ…"
NOTHING = "Chưa có lễ bàn giao. Chọn nhà đã nghiệm thu rồi bấm Lập lễ bàn giao."
NOBODY_WAITS = "Chưa có nhà chờ bàn giao. Nhà vào đây sau khi nghiệm thu đạt."
CEREMONIES, UNIT, HOUSES = "Các lễ bàn giao", "lễ", "nhà trong lễ"
NO_HOUSES = "Lễ này chưa có nhà. Bấm Sửa lễ, hoặc lập lễ khác."
DAY, TIME, VENUE, NAME = "Ngày tổ chức", "Giờ bắt đầu", "Địa điểm", "Tên lễ"
HOST, HOST_POSITION, COPIES = "Người chủ trì", "Chức vụ", "Số bản mỗi biên bản"
NAME_HINT = "để trống: lễ bàn giao nhà ở cho hộ có hoàn cảnh khó khăn"
HOUSE_COUNT, HANDED_COUNT, GUEST_COUNT = "Số nhà", "Đã\nbàn giao", "Khách mời"
PLACE, HEAD, VILLAGE, RECEIVER, NUMBER, STATE = "STT", "Chủ hộ", "Thôn", "Người nhận", "Biên bản", "Tình trạng"
WAITS, HANDED, LEFT = "chờ bàn giao", "đã bàn giao", "rút khỏi lễ {day}: {reason}"
VOID = "{number} (đã hủy)"
GUESTS, PROGRAMME, TAKERS = "Khách mời", "Chương trình", "Nhà và người nhận"
FROM_BOOK, FROM_BOOK_HINT = "Thêm khách từ danh bạ", "Thêm từ Danh bạ: gõ tên rồi chọn"
GUEST_COLUMNS = ("Họ và tên", "Chức vụ", "Đơn vị")
ITEM_COLUMNS = ("Giờ", "Nội dung", "Người thực hiện")
MORE_FIELDS = "Chủ trì, tên lễ"
PASTE_HINT = "Gõ từng dòng, hoặc dán từ Excel bằng Ctrl+V."
UP, DOWN, TAKE_OFF = "Lên", "Xuống", "Bỏ nhà khỏi lễ"
SAVE, SAVING = "Lưu lễ bàn giao", "Đang lưu lễ bàn giao"
SAVED = "Đã lưu lễ bàn giao ngày {day}, {count} nhà."
PRINT_SET, PRINT_SOME = "In cả bộ", "In biên bản nhà đã chọn"
SET, SET_FILE = "Bộ giấy tờ lễ bàn giao", "bo-giay-le-ban-giao.pdf"
HAND_OVER = "Ghi bàn giao"
FAILED, FAILED_TITLE = "Nhà không đạt…", "Nhà không đạt, trở lại đang xây"
FAILED_ON, REVIEW_ON, REASON = "Ngày phát hiện", "Xem lại ngày", "Lý do"
REASON_HINT = "ví dụ: mái dột"
FAILED_EFFECT = "Nghiệm thu được rút, nhà ra khỏi lễ, phần tiền còn lại giữ đến khi nghiệm thu đạt."
FAILED_DONE = "Nhà của hộ {name} trở lại đang xây, xem lại ngày {day}."
FAILED_WITH_PAPER = "Biên bản số {number} đã in, cần hủy số."
FAILING = "Đang ghi nhà không đạt"
VOID_NUMBER = "Hủy số…"
REMOVE, REMOVE_QUESTION = "Bỏ lễ", "Bỏ lễ bàn giao ngày {day}? Các nhà trở lại chờ bàn giao."
REMOVED = "Đã bỏ lễ bàn giao ngày {day}."
ALL_HANDED = "Các nhà trong lễ này đã bàn giao hết."
MORE = "Giấy khác"

# The commands
COMMAND_LIST = "liệt kê các lễ bàn giao"
COMMAND_ADD = "lập lễ bàn giao cho các hộ"
COMMAND_TIME = "giờ bắt đầu, như 8:00"
COMMAND_GUEST = "khách mời: họ tên; chức vụ; đơn vị; gõ nhiều lần cho nhiều khách"
COMMAND_FAIL = "ghi một nhà trong lễ không đạt, trở lại đang xây"
COMMAND_ID = "mã lễ trong máy, hoặc ít nhất 6 ký tự cuối"
COMMAND_PRINT = "in cả bộ giấy tờ của lễ vào một tệp PDF"
COMMAND_HANDOVER = "ghi bàn giao tất cả nhà còn lại của lễ"


def line(ending: str, day: str, venue: str, houses: int) -> str:
    """A ceremony in the list of the command."""
    return f"{ending}  {day}  {venue}: {houses} nhà"


def dated(day: str, venue: str) -> str:
    """A ceremony in one line."""
    return " · ".join(filter(None, (day, venue)))


def failed_text(name: str, day: str, number: str | None) -> str:
    """A house went back; minutes that were printed for it are to be made void."""
    told = FAILED_DONE.format(name=name, day=day)
    return f"{told} {FAILED_WITH_PAPER.format(number=number)}" if number else told
