"""Words of backups: the tab "Sao lưu" of "Thiết lập", what the start found, the reminder."""

from __future__ import annotations

TITLE, LIST = "Sao lưu", "Các bản sao lưu"
NOW, CHOOSE, CHECK, RESTORE = "Sao lưu ngay", "Chọn nơi thứ hai…", "Kiểm tra", "Khôi phục…"
OTHER_FILE, PASSWORD, NO_PLACE_ANY_MORE = "Khôi phục từ tệp khác…", "Đặt mật khẩu…", "Thôi dùng nơi thứ hai"
TO_FILE = "Sao lưu ra tệp…"
CHOOSE_TITLE, CHOOSE_FILE = "Chọn USB hoặc thư mục", "Chọn bản sao lưu"
UNIT, EMPTY = "bản", "Chưa có bản sao lưu. Bản đầu tiên được tạo trước thay đổi đầu tiên trong ngày."
AT, WHERE, SIZE, STATE, PICTURES, FILE = "Lúc", "Ở đâu", "Dung lượng", "Đã đối chiếu", "Ảnh", "Tệp"
HERE, SECOND, OUTSIDE = "Máy này", "Nơi thứ hai, cùng ổ", "Nơi thứ hai, ổ khác"
PROVED, LOCKED_PROVED, NOT_PROVED = "Đã khôi phục thử", "Đã khôi phục thử, có mật khẩu", "Chưa"
MEGABYTES = "{count} MB"

HOW = (
    "Tự sao lưu mỗi ngày, khi thoát, trước khi nâng cấp và nhập dữ liệu. Mỗi bản được khôi phục thử và đối chiếu "
    "rồi mới tính. Giữ 7 ngày, 4 tuần, 6 tháng."
)
NO_PLACE = "Nơi thứ hai: chưa chọn. Hỏng ổ đĩa của máy thì mất cả bản sao lưu; chọn một USB hoặc ổ khác."
PLACE_OTHER = "Nơi thứ hai: {place} (ổ khác)."
PLACE_SAME = "Nơi thứ hai: {place}. Nơi này cùng ổ đĩa với dữ liệu: ổ hỏng thì mất cả hai. Nên chọn USB hoặc ổ khác."
PLACE_AWAY = "Nơi thứ hai: {place}, hiện không thấy. Cắm USB rồi bấm Sao lưu ngay."
WITH_PASSWORD, WITHOUT_PASSWORD = "Bản ở nơi thứ hai có mật khẩu.", "Bản ở nơi thứ hai không có mật khẩu."
LAST_OUTSIDE = "Bản gần nhất ở ổ khác: {when}."

MAKING, CHECKING, RESTORING = "Sao lưu", "Kiểm tra bản sao lưu", "Khôi phục bản sao lưu"
MADE, MADE_BOTH = "Đã sao lưu, khôi phục thử và đối chiếu.", "Đã sao lưu trên máy và ở nơi thứ hai."
FILE_SOUND = "Bản sao lưu {name} dùng được, {count} ảnh khớp."
FILE_LACKS = "Bản sao lưu {name} dùng được nhưng {count} ảnh không có hoặc bị hỏng."
CHOOSE_ONE = "Chưa chọn bản sao lưu nào. Đứng ở một dòng rồi bấm lại."
PLACE_KEPT, PLACE_DROPPED = "Đã chọn nơi sao lưu thứ hai: {place}.", "Đã thôi dùng nơi sao lưu thứ hai."

RESTORE_QUESTION = (
    "Khôi phục bản sao lưu {name}? Những gì ghi sau bản này sẽ không còn trong máy; số liệu hiện có được sao lưu "
    "trước, có thể khôi phục lại."
)
RESTORE_YES, RESTORE_NO = "Khôi phục", "Thôi"
RESTORED = "Đã khôi phục. Từ nay máy này đánh số giấy tờ theo dãy “{letter}”."

PASSWORD_TITLE, PASSWORD_SAVE = "Mật khẩu của bản sao lưu ở nơi thứ hai", "Lưu mật khẩu"
TYPED, TYPED_AGAIN = "Mật khẩu", "Gõ lại mật khẩu"
TYPED_HELP = (
    "Có mật khẩu thì bản ở nơi thứ hai là một tệp được mã hóa, kèm cả ảnh. Quên mật khẩu thì không ai mở được: ghi ra "
    "giấy, cất nơi an toàn. Để trống thì không mã hóa."
)
TAKEN = "Đã lưu mật khẩu. Bản sao lưu tới ở nơi thứ hai dùng mật khẩu này."
OPEN_TITLE, OPEN = "Mở bản sao lưu có mật khẩu", "Mở"

DAMAGED_FOUND = "Bản sao lưu {names} bị hỏng nên đã để riêng. Đã tạo bản sao lưu mới và đối chiếu đúng."
PHOTOS_LACK = "{count} ảnh bị hỏng cả trên máy và trong bản sao lưu. Tìm lại ảnh gốc rồi thêm vào hồ sơ."
SECOND_FAILED = "Chưa sao lưu được ra nơi thứ hai. {reason}"
LEAVING_FAILED = "Chưa sao lưu được khi thoát. {reason}"

STATUS_OUTSIDE = "Sao lưu: {when} · {count} ngày chưa sao lưu ra ổ khác"

BACKUP_PROBLEMS: dict[str, str] = {
    "passwords_differ": "Hai lần gõ mật khẩu khác nhau. Gõ lại.",
    "password_needed": "Gõ mật khẩu rồi làm tiếp.",
    "password_short": "Mật khẩu cần ít nhất 8 ký tự. Gõ dài hơn, ví dụ một câu ngắn.",
}

_TO = "Đã sao lưu ra {file}, khôi phục thử và đối chiếu đúng."
_WITH_PHOTOS = " Kèm {count} ảnh trong thư mục mai-am-anh ở bên cạnh: chuyển đi thì chép cả hai."
_WITHOUT_PHOTOS = " {count} ảnh không có hoặc bị hỏng trên máy này nên không sao lưu được."


def backed_up_text(file: object, photos: int, lacking: int) -> str:
    """Where a backup went, with how many photos."""
    told = _TO.format(file=file)
    told += _WITH_PHOTOS.format(count=photos) if photos else ""
    return told + (_WITHOUT_PHOTOS.format(count=lacking) if lacking else "")
