"""Words of a plan's tabs "Chỉ tiêu", "Thời hạn", "Tuyên truyền", "Kiểm tra", "Vướng mắc"."""

from __future__ import annotations

SAVE, SAVING = "Lưu", "Đang lưu"
NOTE = "Ghi chú"

# "Chỉ tiêu"
TARGET_UNIT = "chỉ tiêu"
TARGET, UNIT_NAME, WANTED, FIGURE, LEFT, PERCENT, STATE = (
    "Chỉ tiêu",
    "Đơn vị",
    "Được giao",
    "Kết quả",
    "Còn lại",
    "%",
    "Tình trạng",
)
LATE_HOUSES, SOURCE, DECISION = "Muộn", "Nguồn số liệu", "Quyết định"
EMPTY_TARGETS = "Kế hoạch chưa có chỉ tiêu. Sửa kế hoạch để thêm chỉ tiêu, hoặc giao chỉ tiêu cho đơn vị."
HAND_DOWN, HAND_DOWN_TITLE, HANDED_DOWN = "Giao chỉ tiêu", "Giao, điều chỉnh chỉ tiêu", "Đã giao chỉ tiêu."
MEASURE, PERIOD_FIELD, FIGURE_FIELD, DECIDED_ON, DECISION_NUMBER = (
    "Loại chỉ tiêu",
    "Kỳ",
    "Số được giao",
    "Ngày quyết định",
    "Số quyết định",
)
TYPE_FIGURE, TYPE_FIGURE_TITLE, TYPED = "Nhập số liệu", "Số liệu của chỉ tiêu", "Đã ghi số liệu."
NOTED_ON = "Tính đến ngày"
POPULATION, POPULATION_TITLE, SAVED_POPULATION = (
    "Tổng số hộ…",
    "Tổng số hộ theo thôn, tổ",
    "Đã ghi tổng số hộ năm {year}.",
)
TOTALS_TITLE = "Tổng số hộ, hộ nghèo của nơi chưa có danh sách"
TOTALS_COLUMNS = ("Tổng số hộ", "Hộ nghèo", "Cận nghèo", "Bất khả kháng")
YEAR, HOUSEHOLDS = "Năm", "Tổng số hộ"
CLOSE, CLOSE_TITLE, CLOSED_ON, REPORT_NUMBER = (
    "Kết thúc kế hoạch…",
    "Kết thúc kế hoạch và giữ nguyên số liệu",
    "Ngày kết thúc",
    "Số báo cáo tổng kết",
)
CLOSED, REOPEN, REOPENED = "Đã kết thúc kế hoạch, số liệu được giữ lại.", "Mở lại kế hoạch", "Đã mở lại kế hoạch."
SUMS_AGREE = "các phần cộng lại bằng chỉ tiêu chung"

# "Thời hạn"
DEADLINE_UNIT = "thời hạn"
WHAT, DUE, DAYS, TO, THROUGH, REPORTED, PHASE = (
    "Việc phải làm",
    "Hạn",
    "Còn",
    "Gửi",
    "Qua",
    "Đã báo cáo",
    "Giai đoạn",
)
REPORTED_OF = "{sent}/{wanted}"
EMPTY_DEADLINES = "Kế hoạch chưa có thời hạn. Sửa kế hoạch để thêm thời hạn."
NOTE_SENT, NOTE_SENT_TITLE, NOTED_SENT = "Ghi báo cáo đã gửi", "Báo cáo, kế hoạch đã gửi", "Đã ghi báo cáo."
MAKE_REPORT = "Lập báo cáo…"
NOTED_WITH_KEPT = "Báo cáo này đã chốt. Sửa số, ngày gửi ở Đã gửi."
WHOSE, KIND, NUMBER, MADE_ON, SENT_ON = "Của đơn vị", "Loại", "Số, ký hiệu", "Ngày lập", "Ngày gửi"
OFFICE_ITSELF = "Cơ quan này"
REQUEST, REQUEST_TITLE, REQUESTED = "Có yêu cầu báo cáo", "Yêu cầu báo cáo", "Đã ghi yêu cầu."
ASKED_ON, ASKED_DUE = "Ngày yêu cầu", "Hạn của yêu cầu"
NOT_ON_REQUEST = "Thời hạn này có ngày trong kế hoạch, không chờ yêu cầu. Chọn dòng “khi có yêu cầu”."
REMIND = "In công văn nhắc"
NOBODY_LATE = "Không có đơn vị nào chậm."
GRID, UNIT_COLUMN = "Đơn vị đã báo cáo", "Đơn vị"
CELLS = {"sent": "Đã gửi {day}", "sent_late": "Gửi muộn {day}", "missing": "Chưa gửi, quá hạn", "waiting": "–"}
PLAN_PAPER = "In dự thảo kế hoạch"

# "Tuyên truyền", "Kiểm tra"
ACTIVITY_UNIT = "hoạt động"
DAY, TITLE, CHANNEL, LINK, MINUTES, REACH, ACTIVITY_KIND = (
    "Ngày",
    "Tên, nội dung",
    "Kênh",
    "Liên kết",
    "Số phút",
    "Người xem, dự",
    "Loại",
)
CONTENT, PEOPLE, RECOGNISED = "Nội dung chi tiết", "Người thực hiện", "Được công nhận bởi"
ADD_PUBLICITY, PUBLICITY_TITLE = "Thêm tin, bài, hoạt động", "Tuyên truyền, gương điển hình, sáng kiến"
EMPTY_PUBLICITY = "Chưa có hoạt động tuyên truyền nào. Thêm tin, bài, buổi tuyên truyền, gương điển hình, sáng kiến."
MINUTES_SUM, REACH_SUM = "{count} phút phát sóng", "{count} lượt người"
SAVED_ACTIVITY = "Đã ghi {title}."
EDIT, TAKE_OFF, TAKEN_OFF = "Sửa", "Bỏ dòng ghi nhầm", "Đã bỏ dòng ghi nhầm."
ADD_VISIT, VISIT_TITLE = "Thêm lần kiểm tra", "Kiểm tra, giám sát, phản biện"
EMPTY_VISITS = "Chưa có lần kiểm tra, giám sát nào."
SCHEMES, FINDINGS, MEND_BY, MEND_ON, MENDED_ON, WHO_WENT, WHERE = (
    "Kết hợp chương trình",
    "Phát hiện",
    "Ai khắc phục",
    "Hạn khắc phục",
    "Đã khắc phục",
    "Thành phần",
    "Nội dung, nơi đến",
)
UNMENDED_SUM = "{count} việc quá hạn khắc phục"
VISIT_UNIT = "lần"

# "Vướng mắc"
PETITION_UNIT = "vướng mắc"
RAISED_ON, OBSTACLE, PROPOSAL, ADDRESSEE, HOUSE, OFFICE, ANSWER, ANSWERED_ON, ANSWERED_BY = (
    "Ngày nêu",
    "Vướng mắc",
    "Kiến nghị",
    "Gửi",
    "Hộ",
    "Nơi nêu",
    "Trả lời",
    "Ngày trả lời",
    "Người trả lời",
)
SETTLED_ON = "Đã giải quyết"
ADD_PETITION, PETITION_TITLE, SAVED_PETITION = "Thêm vướng mắc", "Vướng mắc, kiến nghị", "Đã ghi vướng mắc."
ANSWER_IT, ANSWER_TITLE, ANSWERED = "Trả lời", "Trả lời vướng mắc", "Đã ghi trả lời."
EMPTY_PETITIONS = "Chưa có vướng mắc, kiến nghị nào. Thêm vướng mắc để gửi cấp trên cùng gói dữ liệu."
UNANSWERED_SUM = "{count} chưa có trả lời"

# "Nhà"
TAB_HOUSES, HOUSE_UNIT = "Nhà", "nhà"
HEAD, VILLAGE, CATEGORY, WORK, SOURCES, GIVEN_BY, PLANNED_START, PLANNED_FINISH, RESPONSIBLE, HOW = (
    "Chủ hộ",
    "Thôn, tổ",
    "Đối tượng",
    "Hình thức",
    "Nguồn kinh phí",
    "Người giúp",
    "Khởi công",
    "Hoàn thành",
    "Người phụ trách",
    "Cách tính",
)
BY_RULE, BY_HAND = "Theo kế hoạch", "Ghi thêm"
EMPTY_HOUSES = "Chưa có nhà nào thuộc kế hoạch này. Nhà được tính theo chương trình, đối tượng, hình thức của kế hoạch."
PLAN_HOUSE, PLAN_HOUSE_TITLE, PLANNED = "Ghi dự kiến", "Dự kiến làm nhà: {head}", "Đã ghi dự kiến."
PLAN_HOUSES_TITLE = "Dự kiến làm {count} nhà (ô để trống: giữ như cũ)"
HOUSES_CHOSEN, LEAVE_OUT_TICKED = "{count} nhà đã chọn", "Không tính các nhà này…"
CHOOSE_HOUSES = "Chọn một nhà, hoặc đánh dấu nhiều nhà rồi bấm lại."
COUNT_HOUSE, LEAVE_OUT, LEAVE_OUT_TITLE = "Tính thêm nhà…", "Không tính nhà này…", "Không tính nhà của {head}"
REASON, COUNTED = "Lý do", "Đã ghi."

# Drives of a plan
DRIVE, DRIVE_TITLE, DRIVE_NAME = "Gắn đợt vận động…", "Đợt vận động của kế hoạch", "Đợt vận động"
DRIVE_PUT = "Đã gắn đợt vận động vào kế hoạch."
TO_CHECK_FIRST = "Kế hoạch có {count} chỗ cần kiểm tra trước khi in, xem ở Tóm tắt: {first}"
