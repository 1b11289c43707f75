"""Words of "Thiết lập": the office, who signs, committees, villages, users."""

from __future__ import annotations

#: The tabs by name, as messages elsewhere call them.
TABS = {
    "office": "Cơ quan",
    "signers": "Người ký",
    "committees": "Ban Chỉ đạo",
    "programmes": "Chương trình",
    "villages": "Thôn",
    "papers": "Giấy tờ",
    "users": "Người dùng",
    "backup": "Sao lưu",
}
SAVED = {
    "office": "Đã lưu thông tin cơ quan.",
    "signers": "Đã lưu danh sách người ký.",
    "committees": "Đã lưu Ban Chỉ đạo và các thành viên.",
    "programmes": "Đã lưu quy định của chương trình.",
    "villages": "Đã lưu danh sách thôn.",
    "papers": "Đã lưu thiết lập giấy tờ.",
    "users": "Đã lưu danh sách người dùng.",
}
SAVING = "Đang lưu thiết lập"
NOTHING_CHANGED = "Không có gì thay đổi, số liệu vẫn như cũ."

# The foot of every tab
SAVE, DISCARD = "Lưu (Ctrl+S)", "Bỏ thay đổi"
PLACES = "{count} chỗ cần xem lại (F8)"
TYPED = "Có thay đổi chưa lưu"
DRAFT = "Bản nháp chưa lưu từ lần mở trước"
DISCARD_QUESTION = "Bỏ những gì vừa gõ ở mục {tab}? Số liệu đã lưu không đổi."
DISCARD_YES, DISCARD_NO = "Bỏ thay đổi", "Gõ tiếp"
RELOAD_QUESTION = "Mục {tab} vừa được thay đổi ở nơi khác. Tải lại số liệu mới, hay giữ chữ đang gõ để chép lại?"
RELOAD, KEEP = "Tải lại", "Giữ chữ đang gõ"

# The office
OFFICE, PAPERS, SUPERIOR = "Cơ quan", "Đầu giấy tờ", "Cấp trên nhận dữ liệu"
NAME, KIND, CODE = "Tên cơ quan", "Loại cơ quan", "Mã cơ quan"
BODY, PROVINCE, ABOVE = "Khối", "Tỉnh, thành phố", "Cấp trên"
LINE_ONE, LINE_TWO, PLACE = "Dòng thứ nhất", "Dòng thứ hai", "Địa danh"
PAPERS_HELP = "Để trống thì giấy tờ in như chữ mờ trong ô, lấy từ tên cơ quan."
CODE_HELP = "Mã không sửa được: các gói đã gửi ghi theo mã này."

# Lines of people and villages
PERSON, POSITION, CAPACITY = "Họ và tên", "Chức vụ", "Thể thức ký (TM., KT.)"
FROM, TO, ROLE = "Từ ngày", "Đến ngày", "Vai trò"
COMMITTEE, DECISION_NUMBER, DECISION_DATE = "Tên ban, tổ", "Số quyết định", "Ngày quyết định"
MEMBERS = "Thành viên"
MEMBERS_OF = "Thành viên – {name}"
MEMBERS_WAIT = "Thành viên – gõ tên ban, tổ ở trên trước"
VILLAGE, HEAD, PHONE = "Tên thôn, bản, tổ dân phố", "Trưởng thôn, tổ trưởng", "Điện thoại"
KEEPER = "Người phụ trách"
REMOVE = "Bỏ dòng này"
CAPACITIES = (
    "TM. ỦY BAN NHÂN DÂN",
    "TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH",
    "TM. BAN THƯỜNG TRỰC",
    "KT. CHỦ TỊCH",
    "TL. CHỦ TỊCH",
    "TUQ. CHỦ TỊCH",
)
HELP = {
    "signers": (
        "Giấy tờ lập ngày nào lấy người ký của ngày đó; nhiều người cùng thời gian thì lấy người nhận việc sau cùng. "
        "Thay người: ghi đến ngày cho người cũ, gõ người mới vào dòng trống."
    ),
    "committees": "Phiếu kiểm tra nhà ghi thành viên của ban ở dòng đầu. Mỗi ban, tổ một dòng.",
    "programmes": (
        "Điều kiện viết như: số phần cứng < 3 hoặc m² mỗi người < 8; đối tượng là hộ nghèo, hộ cận nghèo. "
        "Ưu tiên: Thứ 1: tuổi chủ hộ ≥ 60. Giải ngân: Đợt 2: 40 %; đã nghiệm thu. "
        "Quy định cũ: ghi đến ngày, gõ dòng mới."
    ),
    "villages": (
        "Gõ vào dòng trống, hoặc chép cột từ Excel rồi Ctrl+V. Thôn đã ghi thì sửa tên được, không bỏ được. Người phụ "
        "trách lọc danh sách hộ bằng mục Thôn tôi phụ trách."
    ),
    "users": (
        "Cán bộ phụ trách ghi mọi số liệu; lãnh đạo xem, ghi quyết định, trả lời việc cần xử lý; kế toán ghi các trang "
        "tiền, xem các trang khác. "
        "Tên và vai trò mới của người đang dùng máy có từ lần mở phần mềm sau."
    ),
}

# What is wrong in lines
IN_LINE = "Dòng {line}: {sentence}"
IN_COMMITTEE = "{name}, dòng {line}: {sentence}"
MORE_LINES = "và {count} chỗ nữa"
