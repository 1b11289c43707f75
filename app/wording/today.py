"""Words of the first page: what is overdue, what comes next, how far the programmes are."""

from __future__ import annotations

WHERE, OVERDUE, NEXT, PROGRAMMES = "Nhà đang ở đâu", "Quá hạn", "Hôm nay", "Chương trình"
NOTHING_DUE = "Hôm nay không có việc đến hạn."
NEAREST = "Việc gần nhất: {text}."
WEEK = "Tuần này"
MORE, LESS = "Xem thêm {count} việc", "Thu gọn"
DEADLINE, REPORT_DUE = "{task}, kế hoạch “{plan}”, chậm nhất hết ngày {day}", "Báo cáo"
STUCK, REASON, OTHER_REASONS = "{count} nhà tạm dừng", "{count} nhà: {reason}", "{count} nhà vì lý do khác"
DRIVES = "Đợt vận động"
NO_DRIVES = "Chưa có đợt vận động nào. Tạo đợt đầu tiên, rồi dán danh sách cán bộ từ Excel."
OPEN_DRIVES = "Mở đợt vận động"
NO_HOUSEHOLDS = "Chưa có hộ nào. Nhập danh sách Excel đang có, hoặc thêm từng hộ."
NO_HOUSEHOLDS_UPPER = "Chưa có hộ nào. Hộ về đây qua gói dữ liệu của các xã."
COUNT_TIP = "Mở danh sách {count} hộ {group}"

#: What is due: the sentence and its button, by the kind of thing that waits.
DUE: dict[str, tuple[str, str]] = {
    "paused": ("{count} nhà tạm dừng đã đến ngày xem lại", "Xem"),
    "programme_over": ("{count} nhà của chương trình {name} chưa xong, chương trình hết hạn ngày {day}", "Xem"),
    "stuck": (STUCK, "Xem"),
    "deadline": (DEADLINE, "Mở"),
    "report_due": (DEADLINE, "Lập báo cáo"),
    "tasks": ("{count} việc cần quyết định sau khi nhận dữ liệu", "Mở"),
    "flags": ("{count} điểm cần kiểm tra", "Xem"),
    "to_hand_over": ("{count} nhà đã nghiệm thu, chờ bàn giao", "Bàn giao"),
    "no_minutes": ("{count} nhà đã bàn giao chưa in biên bản", "Lập biên bản"),
    "to_accept": ("{count} nhà đã hoàn thiện, chờ nghiệm thu", "Nghiệm thu"),
    "to_start": ("{count} nhà đã duyệt, chưa khởi công", "Ghi khởi công"),
    "building": ("{count} nhà đang xây", "Ghi tiến độ"),
    "to_decide": ("{count} hộ đã khảo sát, chờ quyết định", "Ghi quyết định"),
    "pledges_late": ("{count} đăng ký ủng hộ đã quá ngày hẹn", "Xem"),
    "drive_report": ("Tổng kết đợt vận động “{name}”, hạn ngày {day}", "Xem"),
    "month_end": ("Hết tháng {month}: bảy việc trước khi khóa sổ", "Khóa sổ tháng"),
    "backup_outside": ("Đã {count} ngày chưa có bản sao lưu ở ổ khác, hỏng ổ đĩa thì mất số liệu", "Sao lưu"),
    "to_survey": ("{count} hộ chưa ghi khảo sát", "Xem"),
}
FLAGS_APART = ("Điểm cần kiểm tra: nhiều hộ nên chỉ tìm khi mở trang Cần xử lý", "Tìm")
FLAGS_FOUND = ("{count} điểm cần kiểm tra, tìm ngày {day}", "Xem")
DRAFT, DRAFT_BUTTON = "Có một hộ đang gõ dở, chưa lưu", "Gõ tiếp"

PROGRAMME_COLUMNS = ("Chương trình", "Cần làm", "Khởi công", "Bàn giao", "%", "Còn lại", "Hạn")
DRIVE_COLUMNS = ("Tên đợt", "Đã ủng hộ", "Đã thu (đồng)", "Còn giữ (đồng)")
GAVE_OF = "{gave}/{people}"
NO_END = "–"
PERCENT = "{share} %"
NO_PROGRAMME = "Chưa rõ chương trình"
NO_COMMUNE = "Chưa rõ xã"

BACKUP, PACKAGE = "Sao lưu: {when}", "Gửi gói: {when}"

# The beginning
FIRST_THINGS = "Bảy việc đầu tiên"
DISMISS, HOW = "Không hiện nữa", "Xem hướng dẫn"
FIRST: dict[str, tuple[str, str]] = {
    "villages": ("Ghi các thôn, bản, tổ dân phố của xã", "Thiết lập"),
    "households": ("Nhập danh sách hộ từ Excel, hoặc thêm hộ đầu tiên", "Nhập danh sách"),
    "request": ("Ghi hình thức xây mới hay sửa chữa cho hộ", "Mở danh sách"),
    "decision": ("Ghi quyết định phê duyệt đầu tiên", "Ghi quyết định"),
    "stage": ("Ghi khởi công và tiến độ", "Ghi tiến độ"),
    "handover": ("Nghiệm thu và bàn giao", "Nghiệm thu"),
    "package": ("Tạo gói gửi cấp trên", "Tạo gói"),
}
DONE = "xong"
