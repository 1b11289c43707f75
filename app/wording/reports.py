"""What reports say: titles, headings, parameters, notes, what is wrong with a question for one."""

from __future__ import annotations

SHEET = "Biểu {place}"
AS_OF = "Số liệu tính đến hết ngày {day}"
KNOWN = "Số liệu theo những gì đã nhập đến hết ngày {day}"
PERIOD = "Trong kỳ: từ ngày {start} đến ngày {end}"
UNIT = "Đơn vị tính: {unit}"
UNITS = {"dong": "đồng", "thousand": "nghìn đồng", "million": "triệu đồng"}
MADE = "{office} – lập ngày {day}"
TOTAL = "Tổng cộng"
COUNTED = "{what}: biểu thể hiện {shown} / {stored} trong dữ liệu."
NOT_EQUAL = "{what}: biểu thể hiện {shown}, dữ liệu có {stored}. Xem lại phạm vi của báo cáo."
NO_ROWS = "Không có số liệu trong phạm vi này."
ONLY_TOTALS = "số tổng hợp, chưa có danh sách"
NO_AREA = "Chưa ghi thôn"
COMMON = "Chung, không ghi cho nhà nào"
DRAFT_NUMBER = "Số: ……"
REPORT_SYMBOL = "BC"

CHARTS = "Biểu đồ"
ORDINAL = "TT"
NAMES: dict[str, str] = {}

REPORT_PROBLEMS: dict[str, str] = {
    "report_unknown": "Không có báo cáo tên {name}. Xem danh mục bằng lệnh report names.",
    "report_file": "Báo cáo ghi được ra tệp .xlsx, .pdf hoặc .docx. Đổi đuôi của tệp {name}.",
    "report_parameter_form": "Tham số {text} chưa đúng dạng TÊN=GIÁ TRỊ. Sửa lại rồi chạy lại lệnh.",
    "report_parameter": "Báo cáo này không nhận tham số {name}. Tham số dùng được: {known}.",
    "report_parameter_unread": "Chưa đọc được tham số {name} = {text}. Xem lại giá trị.",
    "report_campaign_missing": "Báo cáo này cần phong trào. Thêm tham số campaign với mã của phong trào.",
    "report_drive_unknown": "Không có đợt vận động tên {name}. Xem lại tên.",
}

FOR_DEADLINE = "{task} – {due} ({plan})"
REPORT_TITLE = "BÁO CÁO"
ANNEX = "PHỤ LỤC {number}"
SEE_ANNEX = "{title}: Phụ lục {number} kèm theo."

PROGRAMME, COMMUNE, VILLAGE, CATEGORY, WORK = "Chương trình", "Xã", "Thôn", "Đối tượng", "Hình thức"
CAMPAIGN, DRIVE, YEAR = "Phong trào", "Đợt vận động", "Năm"

# The progress table

BY = {"area": "Thôn", "category": "Đối tượng", "programme": "Chương trình", "work": "Hình thức"}
UNIT_COLUMN = "Đơn vị"
NO_WORK, NO_PROGRAMME = "Chưa ghi hình thức", "Chưa ghi chương trình"
HOUSES_TABLE, MONEY_TABLE = "Tiến độ nhà", "Kinh phí và huy động"
NO_HOUSES = "Chưa có nhà nào trong phạm vi này."
SUM, NEW_SHORT, REPAIR_SHORT, IN_PERIOD = "Tổng", "Xây mới", "Sửa chữa", "Trong kỳ"
NEEDED = "Tổng số nhà cần xóa"
STARTED, ACCEPTED, HANDED_OVER = "Đã khởi công", "Đã hoàn thành, nghiệm thu", "Đã bàn giao"
NOT_STARTED, WHY = "Chưa khởi công", "Lý do chưa khởi công"
STARTED_SHARE, ACCEPTED_SHARE, GIVEN_SHARE = "Tỷ lệ khởi công", "Tỷ lệ hoàn thành", "Tỷ lệ bàn giao"
ADDED = "Phát sinh tăng"
LEFT_GROUP, LEFT, LEFT_WHY = "Giảm, đưa ra khỏi danh sách", "Số nhà", "Lý do"
WAITING = "Đề nghị, chưa duyệt"
NO_REASON = "chưa ghi lý do"
PAUSED = "tạm dừng {count} nhà: {reason}"
NOT_BEGUN = "chưa khởi công {count} nhà"
OTHER_SOURCE, LOANS_APART = "Khác", "Vốn vay (ngoài tổng)"
MONEY_NEEDED = "Nhu cầu"
ALLOCATED, PAID, MOBILISED = "Đã phân bổ theo nguồn", "Đã giải ngân theo nguồn", "Xã hội hóa"
CASH, GOODS, LABOUR_DAYS = "Bằng tiền", "Hiện vật, công quy đổi", "Ngày công"
TROUBLES = "Khó khăn, vướng mắc, kiến nghị"
PROGRESS_CHART, HOUSE, OTHERS = "Tiến độ theo {by}", "nhà", "Các dòng khác"
UNDECIDED = "Có {count} nhà đã làm mà chưa ghi quyết định phê duyệt; các nhà này vẫn tính vào số nhà cần xóa."
TOTALS_NOTE = "Số tổng hợp, chưa có danh sách: {names}."
HOUSES_COUNTED = "Số nhà (cần xóa, đã giảm, chưa duyệt)"
PAID_COUNTED = "Tiền đã giải ngân cho nhà"

STAGES_TABLE, SO_FAR, IN_WEEK = "Tiến độ theo giai đoạn", "Đã xong", "Trong tuần"
PAUSED_HOUSES, PAUSED_WHY = "Tạm dừng", "Nhà tạm dừng, lý do"
PAUSED_HOUSE, LOOK_AGAIN = "{name}: {reason}", "xem lại {day}"

NAMES |= {
    "week": "Biểu tiến độ tuần theo giai đoạn",
    "progress": "Biểu tổng hợp tiến độ thực hiện xóa nhà tạm, nhà dột nát",
    "campaign": "Báo cáo kết quả thực hiện kế hoạch, phong trào",
    "units": "Kết quả theo đơn vị",
    "houses": "Danh sách nhà, từng nhà",
    "overdue": "Nhà quá hạn",
    "papers": "Hồ sơ còn thiếu",
    "money": "Kinh phí theo nguồn",
    "drive": "Kết quả đợt vận động theo phòng, ban",
    "poverty": "Biến động hộ nghèo, hộ cận nghèo",
    "activities": "Tuyên truyền, kiểm tra, giám sát",
    "awards": "Thi đua, khen thưởng",
}
