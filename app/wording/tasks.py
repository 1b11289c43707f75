"""What the page "Cần xử lý" says of each decision that waits."""

from __future__ import annotations

CONFLICT = "{who}: {field} có hai số liệu khác nhau. Chọn số liệu đúng."
PROPOSAL = "{who}: có đề nghị sửa {field} thành “{value}”. Nhận hoặc giữ nguyên."
DELETED = "{who}: nơi này bỏ khỏi danh sách, nơi kia vẫn làm tiếp ({entity}). Giữ lại hoặc bỏ."
DEVICE = "{office} có máy “{device}” chưa đối chiếu, mã {code}. Gọi nơi đó, đọc cho nhau mã này; giống hệt thì tin máy."
DEVICE_HELD = " Có {count} gói của máy này đang tạm giữ, chưa nhập."

DEADLINE = "Quá hạn {days} ngày: {task}, kế hoạch “{plan}”, {due}. Ghi báo cáo đã gửi khi đã xong."
FLAG = "{who}: {text}"

DECISIONS_DIFFER = "{who}: hai cơ quan quyết định khác nhau. Đang dùng quyết định thứ nhất. Chọn quyết định đúng."
DECISION = "số {number} ngày {day}: {amount}"
PAID_OVER = "{who}: đã chi {paid}, cao hơn mức duyệt {approved}. Xem lại quyết định và các khoản chi, rồi ghi đã xem."
VOTE_UNFIT = (
    "{who}: phiếu bình xét ngày {day} cộng lại là {sum}, khác số hộ dự biểu quyết {present}; hộ chưa được tính là đạt. "
    "Mở biên bản họp ở trang Bình xét – Phê duyệt rồi sửa số phiếu, hoặc ghi đã xem."
)
VOTE = "{agree} đồng ý, {disagree} không đồng ý, {abstain} không có ý kiến; {present} hộ dự"
NUMBER_TWICE = "Số {number} có trên {count} giấy tờ: {who}. Chọn giấy tờ giữ số, số trên giấy tờ kia được hủy."
PERSON_TWICE = (
    "{count} hộ có cùng số căn cước của chủ hộ: {who}. Sửa số hoặc bỏ hộ trùng; nếu đúng là vậy thì ghi đã xem."
)
CASE_TWICE = (
    "{who}: có {count} đề nghị hỗ trợ trong {programme}. Chọn đề nghị giữ lại, đề nghị kia được rút, các dòng vẫn còn."
)
CASE_TWICE_REASON = "Trùng đề nghị giữa hai máy"
NUMBER_TWICE_REASON = "Trùng số giữa hai máy"
OTHER_DECISION_CHOSEN = "Dùng quyết định của cơ quan kia"

LIMIT_BROKEN = "{text} Các dòng vẫn giữ đủ: sửa sai một dòng, hoặc ghi lý do."
RECEIPT_TWICE = "Phiếu thu số {number} có trên {count} khoản nhận. Sửa sai khoản ghi trùng, hoặc ghi lý do."

WAITING = "Có {count} việc cần quyết định."
NONE_WAITING = "Không có việc cần quyết định."


def case_shown(work_type: str, requested: str, status: str, paid: str) -> str:
    """One of two requests, with what already hangs on it."""
    told = (work_type, requested and f"Đề nghị {requested}", status, paid and f"Đã chi {paid}")
    return " · ".join(part for part in told if part)


def origin_text(machine: str, file: str, cell: str = "") -> str:
    """On which laptop a value was written, or in which cell by hand, and in which package file it came."""
    where = WRITTEN_IN.format(cell=cell) if cell else machine and ON_MACHINE.format(name=machine)
    told = (where, file and IN_FILE.format(file=file))
    return " · ".join(part for part in told if part)


def waiting_text(count: int) -> str:
    """How many decisions wait."""
    return WAITING.format(count=count) if count else NONE_WAITING


# The page
TITLE = "Cần xử lý"
EMPTY = "Không có việc cần quyết định."
KINDS: dict[str, str] = {
    "conflict": "Hai số liệu khác nhau",
    "proposal": "Đề nghị sửa",
    "deleted": "Bỏ hay giữ",
    "gap": "Thiếu gói",
    "fork": "Máy trùng dữ liệu",
    "device": "Máy mới",
    "duplicate": "Nghi trùng hộ",
    "red_flag": "Điểm cần kiểm tra",
    "ceiling": "Vượt mức tối đa",
    "deadline": "Quá thời hạn",
    "clock": "Giờ máy sai",
}
FINDING, FIND_AGAIN = "Đang tìm điểm cần kiểm tra", "Tìm lại"
ALL_POINTS = "Mọi điểm cần kiểm tra ({count})"
FOUND = "Có {count} điểm cần kiểm tra, tìm lúc {when}."
FOUND_BEFORE = "Điểm cần kiểm tra tìm lúc {when}; số liệu đã đổi từ lúc đó."
NOT_FOUND = "Chưa tìm xong điểm cần kiểm tra."
IN_USE, OTHER_VALUE, PROPOSED, KEEP, DROP, CONFIRM = (
    "Đang dùng",
    "Giá trị khác",
    "Đề nghị sửa thành",
    "Giữ lại",
    "Bỏ",
    "Đối chiếu máy",
)
SEEN, KEEPS_NUMBER = "Đã xem", "Giữ số"
CONFIRMED_DEVICE = "Mở Máy đã biết để so mã đối chiếu và tin máy"
FORK_SEEN = "Bản chép không còn dùng, không nhắc nữa"
BYLINE = "{by} · {office} · {at}"
ON_MACHINE, IN_FILE, WRITTEN_IN = "Trên máy “{name}”", "Gói {file}", "Sửa tay ở {cell}"
ALIKE = "Làm tương tự cho {count} việc cùng loại"
ALIKE_KEY = "T"
ASK, ASK_ONE = "Lập phiếu đề nghị gửi lại", "Một phiếu cho mọi chỗ còn thiếu của nơi đó"
ALREADY_ASKED = "đã đề nghị gửi lại"
REASON = "Lý do (nếu cần)"
OPEN_DOSSIER = "Mở hồ sơ hộ"
COPY_REQUEST = "Chép lời đề nghị gửi lại"
COPIED = "Đã chép. Dán vào tin nhắn hoặc công văn gửi nơi lập gói."
FORK_HELP = (
    "Số liệu của cả hai nhánh vẫn giữ đủ. Trên máy bị chép, mở Mái Ấm và nhận một gói bất kỳ của cơ quan: "
    "máy đó tự nhận mã mới và việc này tự hết. Bản chép không còn dùng thì bấm Đã xem."
)
KEYS_HELP = "Bấm thẻ, hoặc phím số ghi trên thẻ, để chọn. Mũi tên lên, xuống sang việc khác."
KEYS_HELP_ALIKE = "Phím T chọn hoặc bỏ “Làm tương tự”."
DECIDING = "Ghi quyết định"
DECIDED = "Đã ghi quyết định cho {who}."
DECIDED_MANY = "Đã ghi quyết định cho {count} việc."


def captions(kind: str, count: int) -> tuple[str, ...]:
    """What stands over each answer of a task."""
    if kind == "device":
        return (CONFIRM,)
    if kind == "gap":
        return (ASK_ONE,)
    if kind in ("fork", "clock"):
        return (SEEN,)
    if kind == "deleted":
        return (KEEP, DROP) if count > 1 else (SEEN,)
    if kind == "duplicate":
        return (SEEN,) * count
    if kind == "ceiling":
        return (SEEN,)
    if kind == "red_flag":
        return (SEEN,) if count == 1 else (KEEPS_NUMBER,) * count
    return (IN_USE, *([PROPOSED if kind == "proposal" else OTHER_VALUE] * (count - 1)))
