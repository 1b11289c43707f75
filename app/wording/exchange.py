"""Words of the package: its first sheet, its columns, what sending and receiving say."""

from __future__ import annotations

from app.wording import vocabulary as said

INFO_SHEET = "Thông tin gói"
OUT_SHEET = "Bản ghi đã bỏ"
OUT_HEADINGS = ("Loại", "Nội dung")
ROW_ID = "Mã dòng"
HEAD = "Chủ hộ"
YES, NO = "Có", "Không"

INFO_TITLE = "GÓI DỮ LIỆU MÁI ẤM"
INFO_LINES = {
    "sender": "Cơ quan gửi",
    "addressee": "Cơ quan nhận",
    "number": "Gói số",
    "part": "Phần",
    "created": "Lập lúc",
    "by": "Người lập",
    "households": "Số hộ",
    "approved": "Tổng số tiền đã duyệt (đồng)",
    "paid": "Tổng số tiền đã chi (đồng)",
    "operations": "Số thay đổi trong gói",
}
PART = "{number} trong {of} phần (mỗi phần một tệp): gửi đủ, nhận trước sau đều được"
INFO_WHAT_TO_DO = (
    "Gửi nguyên tệp này cho cơ quan nhận qua USB hoặc thư điện tử.",
    "Cơ quan nhận mở Mái Ấm, vào Gửi – nhận dữ liệu, thả tệp vào ô Nhận.",
    "Có thể mở xem, in. Không đổi tên trang, không bỏ các hàng, cột, trang đang ẩn.",
)

CHOICES: dict[str, dict[str, str]] = {
    "gender": said.GENDERS,
    "category": said.CATEGORIES,
    "work_type": said.WORK_TYPES,
    "flags": said.FLAGS,
    "build_mode": said.BUILD_MODES,
    "case_exception.kind": said.EXCEPTIONS,
    "fund_source.kind": said.SOURCE_KINDS,
    "payment.kind": said.PAYMENT_KINDS,
    "poverty_class.level": said.POVERTY_LEVELS,
    "screening_return.state": said.SCREENING_STATES,
    "remark.recheck_result": said.RECHECK_RESULTS,
    "contribution.kind": said.CONTRIBUTION_KINDS,
    "contribution.method": said.PAY_METHODS,
    "pledge.kind": said.CONTRIBUTION_KINDS,
    "stage_record.stage": {
        "start": "Khởi công",
        "foundation": "Xong móng",
        "frame_wall": "Xong khung, tường",
        "roof": "Xong mái",
        "finish": "Hoàn thiện",
    },
    "inspection.result": {"pass": "Đạt", "fail": "Chưa đạt"},
}


def choices_of(entity: str, field: str) -> dict[str, str]:
    """The words that stand in a cell for the values of a field, none where it has no vocabulary."""
    return CHOICES.get(f"{entity}.{field}") or CHOICES.get(field) or {}


COPIED_FOLDER = (
    "Thư mục dữ liệu này chép từ máy khác sang: máy này có mã riêng, số giấy tờ của máy có thêm chữ {letter}. "
    "Máy cũ không dùng thư mục này nữa."
)
EXPORTED = "Đã ghi gói gửi {to}: {file}"
NOTHING_TO_SEND = "Chưa có cơ quan nào để gửi gói."
RECEIVED = "Đã nhận gói của {office}: {new} hộ mới, {changed} hộ thay đổi. {tasks}"
RECEIVED_AGAIN = "Gói của {office} đã nhận trước đây. Không có gì mới."
GAP, GAP_OF_ONE = "máy {device} số {first} đến {last}", "máy {device} số {first}"
GAPS = "{office} còn thiếu dữ liệu: {gaps}. Số liệu đã nhận vẫn dùng được. Lập phiếu đề nghị gửi lại, gửi nơi đó."
RESEND_REQUEST = (
    "Kính gửi {office}: gói dữ liệu Mái Ấm chúng tôi nhận được còn thiếu {gaps}. "
    "Đề nghị lập lại gói (Gửi – nhận dữ liệu, tab Gửi) và gửi tệp mới. Xin cảm ơn."
)
_SERIES_SHARED = "Máy “{other}” của cơ quan đánh số giấy tờ cùng dãy với máy này. "
_SERIES_TAKEN = "Từ nay số giấy tờ của máy này có thêm chữ {letter}, ví dụ {number}."
_SERIES_OF_OTHER = (
    "Tạo gói cho máy khác của cơ quan rồi nhận ở máy đó trước khi in tiếp: máy đó tự nhận dãy số có chữ riêng."
)
NEWER_ITEMS = (
    "Có {count} mục tin của phiên bản mới hơn: máy này vẫn giữ và chuyển đi đủ. "
    "Cập nhật phần mềm thì các mục đó tự hiện ra."
)


def gap_text(device: str, first: int, last: int) -> str:
    """Which numbers of a laptop are missing."""
    return (GAP_OF_ONE if first == last else GAP).format(device=device, first=first, last=last)


def series_text(other: str, letter: str | None) -> str:
    """Two laptops number their papers alike: which letter this one took, or what to do for the other."""
    if letter is None:
        return _SERIES_SHARED.format(other=other) + _SERIES_OF_OTHER
    return _SERIES_SHARED.format(other=other) + _SERIES_TAKEN.format(letter=letter, number=f"05{letter}")


PROBLEMS: dict[str, str] = {
    "no_superior": "Chưa khai báo cấp trên nhận dữ liệu. Vào Thiết lập, mục Cấp trên nhận dữ liệu.",
    "addressee_unknown": "Chưa biết cơ quan có mã {office}. Nhận gói của cơ quan đó trước, hoặc sửa lại mã.",
    "agency_address": "Cơ quan có mã {office} không trao đổi dữ liệu với cơ quan này.",
    "task_unknown": "Không còn việc {task} trong danh sách Cần xử lý.",
    "choice_unknown": "Chọn một số từ 1 đến {last}.",
}

TROUBLES: dict[str, str] = {
    "folder_without_packages": "Trong thư mục {name} không có gói dữ liệu nào. Chọn thư mục có các tệp .xlsx đã nhận.",
    "key_not_written": "Chưa ghi được khóa bảo vệ gói vào thư mục {folder}. Dọn bớt ổ đĩa hoặc xin quyền ghi "
    "rồi làm lại.",
    "key_not_read": "Không đọc được khóa bảo vệ gói trong thư mục {folder}. Đóng phần mềm, mở lại rồi tạo gói lần nữa.",
    "list_is_package": "Tệp {name} là gói dữ liệu Mái Ấm, không phải danh sách. Nhận ở Gửi – nhận dữ liệu, tab Nhận.",
    "not_a_package": "Tệp {name} không phải gói dữ liệu Mái Ấm. Danh sách Excel thì nhập ở mục Hộ gia đình.",
    "package_too_large": "Gói {name} lớn hơn {limit} MB dù đã chia nhỏ, chưa ghi được. Gửi riêng từng nơi nhận, "
    "không kèm ảnh; vẫn không được thì gửi tệp sao lưu cho nơi hỗ trợ phần mềm xem.",
    "package_damaged": "Gói {name} bị hỏng hoặc đã bị sửa ở phần ẩn. Không có gì thay đổi. Nhờ nơi gửi lập lại gói.",
    "package_newer": "Gói {name} do phiên bản mới hơn lập. Cập nhật phần mềm rồi nhận lại. Tệp gốc vẫn giữ trong máy.",
    "package_for_other": "Gói {name} gửi cho cơ quan khác ({to}). Không có gì thay đổi.",
    "package_stranger": "Gói {name} của cơ quan {office} không thuộc tuyến trao đổi với cơ quan này. "
    "Không có gì thay đổi.",
    "held_file_open": "Chưa bỏ được tệp {name}: tệp đang mở ở phần mềm khác. Đóng tệp rồi làm lại.",
    "package_foreign": "Gói {name} có phần dữ liệu mà nơi gửi không được ghi. Không có gì thay đổi. Báo cho nơi gửi.",
}
