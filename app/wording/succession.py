"""Words of handing work over: what is refused, the file, the minutes, the page and the commands."""

from __future__ import annotations

from collections.abc import Iterable

SUCCESSION_PROBLEMS: dict[str, str] = {
    "work_handed_over": "Máy này đã bàn giao công việc cho {to} ngày {day} nên không ghi việc mới; vẫn xem, in và gửi "
    "gói được. Muốn làm tiếp thì vào Tệp, Bàn giao công việc, chọn Tiếp tục dùng máy này.",
    "successor_missing": "Thiếu tên người nhận bàn giao. Gõ họ và tên rồi làm lại.",
    "successor_is_giver": "Người nhận trùng với người bàn giao. Gõ tên người nhận việc.",
    "succession_password_missing": "Tệp bàn giao cần mật khẩu. Ghi mật khẩu vào tệp rồi thêm --password-file.",
    "resume_reason_missing": "Thiếu lý do dùng tiếp máy này. Gõ lý do rồi làm lại.",
    "work_not_given": "Máy này chưa bàn giao công việc cho ai nên vẫn dùng như thường.",
}
SUCCESSION_TROUBLES: dict[str, str] = {
    "succession_damaged": "Tệp bàn giao {name} bị hỏng hoặc chép chưa xong. Chép lại tệp từ USB của người bàn giao; "
    "máy này chưa có gì thay đổi.",
}

# What is kept of it in the records
TAKEN_NOTE = "Nhận bàn giao công việc: {giver} giao {to} ngày {day}"
RESUMED = "Dùng tiếp sau khi đã bàn giao: {reason}"

# While it is under way
COUNTING, WRITING = "Đếm số liệu", "Ghi và đọc lại tệp"

# The minutes
TITLE = ("BIÊN BẢN", "Bàn giao công việc hỗ trợ xóa nhà tạm, nhà dột nát")
HELD = "Hôm nay, {{day}}, tại {place}, chúng tôi gồm:"
GIVER = "Người bàn giao: {name}; chức vụ: {position}"
RECEIVER = "Người nhận bàn giao: {name}; chức vụ: {position}"
HOUSES = "1. Hộ và nhà"
HOUSES_COUNTED = "Có {households} hộ trong danh sách, {cases} hộ có đề nghị hỗ trợ, chia theo tình trạng:"
HOUSE_COLUMNS = ("Tình trạng", "Số hộ")
MONEY = "2. Kinh phí"
MONEY_COUNTED = "Đã duyệt {approved}, đã chi {paid}."
MONEY_COLUMNS = ("Mã", "Nguồn", "Đã nhận (đồng)", "Đã chi (đồng)", "Còn lại (đồng)")
IN_HAND = "Tiền còn lại theo sổ của các nguồn: {amount}; hai bên đối chiếu với quỹ và tài khoản khi bàn giao."
REGISTERS = "3. Giấy tờ và số đã dùng"
REGISTER_COLUMNS = ("Sổ", "Năm", "Dãy", "Số cuối", "Đã cấp", "Hủy")
RECEIPTS = "Biên nhận ủng hộ"
NO_REGISTER = "Chưa cấp số từ sổ nào của phần mềm."
UNNUMBERED = "Biên bản đã in không có số: {count}."
LACKING = "Giấy tờ chưa có hoặc chưa ký trong hồ sơ: {papers} giấy của {houses} nhà (xem trang Giấy tờ)."
PACKAGES = "4. Gói dữ liệu đã gửi, đã nhận"
PACKAGE_COLUMNS = ("", "Cơ quan", "Số gói", "Gói cuối", "Ngày")
OUTGOING, INCOMING = "Đã gửi", "Đã nhận"
NO_PACKAGE = "Chưa gửi, chưa nhận gói nào."
OPEN = "5. Việc còn dở"
OPEN_COUNTED = "Có {tasks} việc cần xử lý, {drafts} bản nháp đang gõ dở trên máy (bản nháp không đi theo tệp bàn giao)."
TASK_LINE = "– {text}"
MORE_TASKS = "và {count} việc nữa, xem trang Cần xử lý."
FILE = "6. Tệp bàn giao"
FILE_HOLDS = (
    "Tệp có mật khẩu gồm toàn bộ số liệu ({operations} lần ghi), {photos} ảnh (thiếu {missing}) và các tệp báo cáo, "
    "bản quét đã lưu."
)
NOTE_HEADING = "7. Ý kiến khác"
NOTE = "{note}"
CLOSING = "Biên bản lập thành 03 bản: người bàn giao, người nhận bàn giao và cơ quan mỗi bên giữ một bản."
GIVES, TAKES, LEADER = "NGƯỜI BÀN GIAO", "NGƯỜI NHẬN BÀN GIAO", "LÃNH ĐẠO CƠ QUAN"

# What was compared after taking over
FACTS: dict[str, str] = {
    "households": "số hộ",
    "houses": "số hộ theo tình trạng",
    "approved": "tiền đã duyệt",
    "paid": "tiền đã chi",
    "sources": "các nguồn vốn",
    "in_hand": "tiền còn lại",
    "registers": "số giấy tờ đã dùng",
    "photos": "số ảnh",
}

# The page
ENTRY, PAGE = "Bàn giao công việc…", "Bàn giao công việc"
PAGE_HELP = (
    "Điền người nhận rồi xem biên bản ở bên phải. Tệp bàn giao có mật khẩu, ghi ra USB và được đọc lại để kiểm tra; "
    "ghi xong, máy này chỉ còn xem, in, gửi gói."
)
WHO, THE_FILE = "Người nhận bàn giao", "Tệp bàn giao"
TO_NAME, TO_WORK, ON_DAY, AT_PLACE, OTHER = "Họ và tên", "Chức vụ", "Ngày", "Nơi bàn giao", "Ý kiến khác"
PASSWORD, AGAIN = "Mật khẩu của tệp", "Gõ lại mật khẩu"
FILE_HELP = "Ít nhất 8 ký tự. Nói miệng cho người nhận, không ghi lên USB; quên mật khẩu thì không ai mở được tệp."
GIVE, SHOW = "Ghi tệp bàn giao…", "Xem biên bản"
GIVING, DRAWING = "Ghi tệp bàn giao", "Lập biên bản bàn giao"
CHOOSE_TARGET = "Ghi tệp bàn giao vào đâu (USB)"
FILE_NAME, MINUTES_NAME = "MaiAm_ban-giao_{office}_{day}.maiam", "bien-ban-ban-giao-cong-viec"
DRAWN = "Số liệu lúc này; in hai bên ký sau khi ghi tệp."
RESUME_TITLE, RESUME = "Tiếp tục dùng máy này", "Dùng tiếp"
RESUME_ENTRY, RESUME_REASON = "Tiếp tục dùng máy này…", "Lý do"
RESUME_HELP = (
    "Máy này nhận tên mới và dãy số giấy tờ có chữ riêng, để không trùng với máy đã nhận bàn giao. Hai máy gửi gói cho "
    "nhau như hai máy của một cơ quan."
)
RESUMING = "Ghi việc dùng tiếp"
BAND = "Đã bàn giao công việc cho {to} ngày {day} – máy này chỉ xem, in, gửi gói"
AGENDA = "Còn {tasks} việc cần xử lý và {drafts} bản nháp: xong được việc nào thì xong trước khi bàn giao."

# Commands
COMMAND = "bàn giao công việc cho người khác, máy khác"
COMMAND_SHOW = "xem những gì bàn giao, máy này đã bàn giao chưa"
COMMAND_MINUTES = "in biên bản bàn giao công việc"
COMMAND_GIVE = "ghi tệp bàn giao có mật khẩu; sau đó máy này không ghi việc mới"
COMMAND_TAKE = "nhận bàn giao từ tệp vào thư mục dữ liệu còn trống"
COMMAND_RESUME = "tiếp tục dùng máy đã bàn giao"
TO, TO_POSITION = "người nhận bàn giao", "chức vụ người nhận"
ON, PLACE, PERSON, DEVICE = "ngày bàn giao", "nơi bàn giao", "người dùng máy này", "tên máy này"
REASON = "lý do"
GIVEN = "Đã ghi tệp bàn giao {file} và đọc lại đủ {rows} dòng, {photos} ảnh. Từ giờ máy này không ghi việc mới."
MINUTES_WRITTEN = "Đã lập biên bản bàn giao {file}."
RESUMED_TOLD = "Máy này ghi việc mới được trở lại; số giấy tờ từ nay có chữ {letter}."
STANDS_GIVEN = "Máy này đã bàn giao công việc cho {to} ngày {day}."
STANDS_OWN = "Máy này đang dùng bình thường, chưa bàn giao."
SHOWN = (
    "{households} hộ; đã duyệt {approved}, đã chi {paid}; các nguồn còn {in_hand}; "
    "{tasks} việc cần xử lý, {drafts} bản nháp."
)


def taken_lines(giver: str, to: str, day: str, letter: str, different: Iterable[str]) -> list[str]:
    """What is told after taking over."""
    names = ", ".join(FACTS[one] for one in different)
    first = f"Đã nhận bàn giao: {giver} giao {to} ngày {day}." if to else "Đã khôi phục từ bản sao lưu."
    compared = (
        f"Khác với biên bản: {names}. Đối chiếu với người bàn giao trước khi ký."
        if names
        else "Số hộ, tiền, số giấy tờ và ảnh đúng như biên bản."
    )
    return [first, f"Số giấy tờ của máy này từ nay có chữ {letter}.", *([compared] if to else [])]
