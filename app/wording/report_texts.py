"""Words of the reports beside the progress table: money, houses, poverty, drives, activities, awards, campaigns."""

from __future__ import annotations

# Money
BY_SOURCE, BY_MONTH = "Kinh phí theo nguồn", "Thu, chi theo tháng"
LOAN, WITHOUT_SOURCE = "Vay", "Chưa ghi nguồn"
LOANS = "Vốn vay (không phải tiền hỗ trợ)"
SOURCE_CODE, SOURCE_NAME, SOURCE_GROUP, SOURCE_KIND = "Mã nguồn", "Nguồn", "Nhóm", "Loại nguồn"
CEILING, PAID_SHARE = "Hạn mức", "Đã chi / phân bổ"
MONEY_COLUMNS = {
    "received": "Đã nhận",
    "allocated": "Đã phân bổ",
    "paid": "Đã chi",
    "remitted": "Đã chuyển nộp",
    "left": "Còn lại",
}
MONTH, OPENING, CAME_IN, WENT_OUT, BALANCE = "Tháng", "Dư đầu tháng", "Thu", "Chi, chuyển nộp", "Dư cuối tháng"
UNTRACKED = "Trong đó chi từ nguồn chưa ghi khoản nhận"
UNTRACKED_NOTE = "Phần chi từ nguồn chưa ghi khoản nhận không trừ vào số còn lại và số dư."
NO_DAY = "Chưa ghi ngày"
NO_SOURCES, NO_MONTHS = "Chưa có nguồn vốn nào.", "Chưa có khoản thu, chi nào."
MONEY_NOTE = "Vốn vay không phải tiền hỗ trợ, có bảng riêng. Nguồn chưa ghi khoản nhận thì số còn lại chưa rõ."
MONEY_COUNTED = {"received": "Tiền đã nhận", "allocated": "Tiền đã phân bổ", "paid": "Tiền đã chi"}

# Houses
HOUSES, OVERDUE = "Danh sách nhà", "Nhà quá hạn"
HEAD, PLACE, CATEGORY, PROGRAMME = "Chủ hộ", "Thôn, xã", "Đối tượng", "Chương trình"
WORK, STATUS, STAGE, DECISION = "Hình thức", "Tình trạng", "Giai đoạn", "Quyết định"
APPROVED, PAID = "Được duyệt", "Đã chi"
STARTED_ON, ACCEPTED_ON, GIVEN_ON = "Khởi công", "Nghiệm thu", "Bàn giao"
DAYS_LATE, WHY = "Quá hạn (ngày)", "Lý do"
HOUSES_SHOWN, OVERDUE_SHOWN = "Số nhà", "Số nhà quá hạn"
NONE_OVERDUE = "Không có nhà quá hạn."
OVERDUE_NOTE = (
    "Quá hạn tính từ ngày cuối của chương trình, hoặc ngày hẹn xem lại nhà tạm dừng. Còn {unfinished} nhà chưa xong."
)

# Poverty
POVERTY_TITLE = "Biến động hộ nghèo, hộ cận nghèo năm {year}"
POVERTY_BY_VILLAGE, POVERTY_MOVED = "Theo thôn", "Hộ có biến động trong năm"
LISTED, CLASSED, WATCHED = "Số hộ trong danh sách", "Đã ghi diện", "Đang theo dõi"
POVERTY_COLUMNS = {
    "poor": "Hộ nghèo",
    "near_poor": "Hộ cận nghèo",
    "escaped": "Thoát nghèo",
    "escaped_near_poor": "Thoát cận nghèo",
    "fell_back": "Tái nghèo",
    "newly_poor": "Phát sinh nghèo",
    "newly_near_poor": "Phát sinh cận nghèo",
    "force_majeure": "Nghèo bất khả kháng",
}
POVERTY_EVENTS = POVERTY_COLUMNS
MOVED_HOW = "Biến động"
NO_CLASSES, NOBODY_MOVED = "Chưa ghi diện nghèo của năm này.", "Không có hộ nào đổi diện trong năm."
POVERTY_WATCHED, NOBODY_WATCHED = "Hộ đang theo dõi sau thoát nghèo", "Không có hộ nào đang theo dõi."
ESCAPED_YEAR, WATCHED_UNTIL = "Năm thoát nghèo", "Theo dõi đến"
POVERTY_INDICATORS, NO_INDICATORS = "Thiếu hụt theo chỉ số", "Chưa ghi chỉ số thiếu hụt của hộ nào."
SERVICE, INDICATOR, LACKING = "Dịch vụ xã hội cơ bản", "Chỉ số", "Số hộ thiếu hụt"
POVERTY_NOTE = "Số hộ lấy từ diện nghèo đã ghi theo năm của từng hộ; biến động so với năm liền trước."

# A drive
BY_DEPARTMENT, DRIVE_GOODS = "Theo phòng, ban", "Hiện vật, ngày công"
DEPARTMENT, PEOPLE, GAVE, NOT_YET = "Phòng, ban", "Số người", "Đã ủng hộ", "Chưa ủng hộ"
GAVE_SHARE, EXPECTED, COLLECTED = "Tỷ lệ", "Dự kiến vận động", "Đã thu"
NO_DEPARTMENT = "Ngoài danh sách"
ITEM, COUNTED_IN, QUANTITY, VALUE = "Hiện vật", "Đơn vị", "Số lượng", "Giá trị quy đổi"
LABOUR, DAYS = "Ngày công", "công"
NO_DRIVES, NO_GOODS = "Chưa có đợt vận động nào.", "Không có hiện vật, ngày công."
DRIVE_NOTE = "{name}: từ {start} đến {end}."
DRIVE_SENT = "Đã chuyển nộp {sent}, còn giữ {left}."
COLLECTED_COUNTED = "Tiền đã thu"

# Publicity, visits
PUBLICITY, VISITS = "Tuyên truyền, sáng kiến, gương điển hình", "Kiểm tra, giám sát, phản biện"
DAY, KIND, CONTENT, BY_WHOM = "Ngày", "Loại", "Nội dung", "Đơn vị thực hiện"
CHANNEL, MINUTES, REACH, RECOGNISED = "Kênh, đường dẫn", "Số phút phát", "Số người tiếp cận", "Nơi công nhận"
SCHEMES, FINDINGS, MEND_BY, MEND_ON, MENDED = (
    "Chương trình được kiểm tra",
    "Phát hiện, kết luận",
    "Ai khắc phục",
    "Hạn khắc phục",
    "Khắc phục",
)
MENDED_ON, NOT_MENDED, NOT_MENDED_IN_TIME = "Xong ngày {day}", "Chưa xong", "Quá hạn, chưa xong"
NO_PUBLICITY, NO_VISITS = "Chưa ghi hoạt động tuyên truyền nào.", "Chưa ghi cuộc kiểm tra, giám sát nào."
ACTIVITIES_COUNTED = "Hoạt động"

# Awards
NOMINATIONS, AWARDS_BY_FORM = "Danh sách đề nghị", "Tổng hợp theo hình thức"
NOMINEE, OBJECT, UNIT, FORM = "Tập thể, cá nhân, hộ", "Loại", "Đơn vị", "Hình thức khen thưởng"
VOTES, STATE, OUTSIDE = "Phiếu đồng ý", "Tình trạng", "Ngoài địa bàn"
PROPOSED, GRANTED, NOT_GRANTED = "Đã đề nghị", "Đã tặng", "Không được tặng"
NO_NOMINATIONS = "Chưa có đề nghị khen thưởng nào."
MEETINGS_HELD = "Hội đồng đã họp {count} lần."
NOMINATIONS_COUNTED = "Đề nghị khen thưởng"

# Units
UNITS_TITLE = "Kết quả theo đơn vị: {name}"
BY_UNIT, TARGET, IN_LIST = "Kết quả theo đơn vị", "Chỉ tiêu", "Số nhà trong danh sách"
ACCEPTED, COUNTS_AS_DONE = "Đã nghiệm thu", "Tính là hoàn thành"
TARGET_SHARE, LIST_SHARE = "So với chỉ tiêu", "So với danh sách"
REPORTS_ON_TIME, NOTE = "Báo cáo đúng hạn", "Ghi chú"
REPORTS_OF = "{sent}/{wanted}"
NO_UNIT = "Không thuộc đơn vị nào"
UNIT_HOUSES_COUNTED = "Số nhà của phong trào"
DONE_WHEN_ACCEPTED = "Nhà tính là hoàn thành khi đã nghiệm thu."
DONE_WHEN_HANDED_OVER = "Nhà tính là hoàn thành khi đã bàn giao."
GONE_UNITS = "Đơn vị không còn từ 01/7/2025: {names}."
GONE = "{name} (nay: {successor})"
UNKNOWN_SUCCESSOR = "chưa rõ nơi thay thế"

# The report of a campaign
CAMPAIGN_TITLE = "Kết quả thực hiện {name}"
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
NUMBERED = "{number}."
MOST_TARGETS = 30
BASES, TARGETS, HOUSES_DONE, MONEY = "CĂN CỨ", "CHỈ TIÊU", "KẾT QUẢ LÀM NHÀ", "KINH PHÍ VÀ HUY ĐỘNG"
DRIVE_SECTION = "VẬN ĐỘNG ỦNG HỘ: {name}"
DONE_BESIDE = "CÁC VIỆC ĐÃ LÀM"
TROUBLES, AHEAD = "KHÓ KHĂN, VƯỚNG MẮC, KIẾN NGHỊ", "VIỆC LÀM TRONG THỜI GIAN TỚI"
PLAN_NUMBER = " số {number}"
BY_PLAN = "Thực hiện Kế hoạch{number} ngày {day} của {issuer}: {name};"
BY_TEXT = "Căn cứ {text};"
DOUBTFUL = "Căn cứ chưa đưa vào vì còn nghi vấn: {text}. {warning}"
KEPT, KEPT_COPY = "Lưu", "- Lưu: VT."
THROUGH = "{name} (qua {through})"
TARGETS_TABLE = "Kết quả thực hiện chỉ tiêu"
WANTED, REACHED, SHARE = "Giao", "Đạt được", "Tỷ lệ"
NO_TARGETS = "Kế hoạch không ghi chỉ tiêu bằng số."
HOUSE_LINES = (
    "Tổng số nhà cần xóa: {need} nhà, trong đó xây mới {need_new}, sửa chữa {need_repair}.",
    "Đã khởi công {started} nhà, đạt {started_share}; trong kỳ khởi công {started_period} nhà.",
    "Đã hoàn thành, nghiệm thu {accepted} nhà, đạt {accepted_share}; trong kỳ {accepted_period} nhà.",
    "Đã bàn giao {given} nhà, đạt {given_share}; trong kỳ bàn giao {given_period} nhà.",
)
NOT_STARTED = "Chưa khởi công {count} nhà{reasons}."
REASONS = " ({reasons})"
CHANGED = "Phát sinh tăng {added} nhà; đưa ra khỏi danh sách {left} nhà."
MONEY_LINE = "Nhu cầu {need}; đã phân bổ {allocated}; đã giải ngân {paid}."
MOBILISED_LINE = "Xã hội hóa: tiền {cash}; hiện vật, công quy đổi {goods}; {days} ngày công."
CAMPAIGN_MONEY = "Tiền phong trào đã huy động: {amount}."
EARLIER_GIFTS = "Trong đó ủng hộ đến ngày ban hành kế hoạch ({day}): tiền {cash}, hiện vật và công quy đổi {goods}."
TASK_DONE = "{task}: {who} – {result}."
ACTIVITIES_DONE = "Hoạt động đã ghi: {counts}."
AWARDS_DONE = "Khen thưởng: đã đề nghị {proposed}, đã tặng {granted}."
OBSTACLE, PROPOSAL, TO_WHOM, ANSWER = "Khó khăn, vướng mắc", "Kiến nghị", "Gửi đến", "Trả lời"
NO_ANSWER = "Chưa trả lời"
NO_TROUBLES = "Không có khó khăn, vướng mắc được ghi."
