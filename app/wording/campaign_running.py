"""What is said of what runs under a campaign: deadlines, standings of targets, reports of units, obstacles."""

from __future__ import annotations

DEADLINES = "Các thời hạn của kế hoạch và tình trạng từng thời hạn"
STANDINGS = "Kết quả từng chỉ tiêu của kế hoạch"
TODAY = "tính đến ngày này (mặc định: hôm nay)"

ON_REQUEST = "khi có yêu cầu"
ASKED = "đã có yêu cầu, chưa hẹn ngày"
UNTIL = "chậm nhất hết ngày {day}"
WEEK, SPAN = "tuần {week} năm {year}", "từ {first} đến {last}"
OF_PERIOD = "{task} – {period}"
OF_REQUEST = "{task} – yêu cầu ngày {day}"
DEADLINE_LINE = "{state}: {task} – {due}{left}"
DAYS_LEFT, DAYS_OVER, LAST_DAY = ", còn {days} ngày", ", quá {days} ngày", ", hết hạn hôm nay"
SENT_OF = " ({sent}/{wanted} đơn vị đã báo cáo)"
NO_DEADLINES = "Kế hoạch này không ghi thời hạn nào."

WRAP_UP_TITLE, WRAP_UP_TARGETS = "Kết quả khi kết thúc: {name}", "Chỉ tiêu"
WRAP_UP_HEADINGS = ("Chỉ tiêu", "Đơn vị", "Được giao", "Kết quả", "Còn lại", "%", "Tình trạng")
OFFICE_ITSELF = "Cơ quan"
WHOLE = "Toàn kế hoạch"
MEASURE_UNITS = {
    "houses": "nhà",
    "house_rate": "%",
    "poverty_rate_drop": "điểm %",
    "near_poor_drop": "hộ",
    "poor_left": "hộ",
    "money": "đồng",
    "reports_on_time": "báo cáo",
    "typed": "",
}
MISSING = {
    "typed": "chưa nhập số liệu",
    "no_houses": "chưa có nhà nào để tính tỷ lệ",
    "nothing_due": "chưa có báo cáo nào đến hạn",
    "year_ahead": "chưa đến năm này",
    "no_classes": "chưa có phân loại hộ nghèo của năm này và năm trước",
    "no_population": "chưa có tổng số hộ của năm này và năm trước",
}
STANDING_LINE = "{name}, {unit}: {figure} / {wanted} – {state}"
BETWEEN, AT_MOST = "{low} – {high}", "nhiều nhất {figure}"
REACHED, NOT_REACHED, UNKNOWN = "đạt", "chưa đạt", "chưa rõ"
NOT_IN_TIME = "không đạt đúng hạn"
NO_TARGETS = "Kế hoạch này không ghi chỉ tiêu nào."
PARTS_DIFFER = "{name}: giao cho {count} đơn vị cộng lại là {parts}, chỉ tiêu chung là {whole}, lệch {difference}."

RUNNING_PROBLEMS: dict[str, str] = {
    "campaign_closed": "Kế hoạch này đã kết thúc, số liệu được giữ nguyên. Mở lại kế hoạch nếu cần ghi thêm.",
    "campaign_not_closed": "Kế hoạch này chưa kết thúc.",
    "campaign_not_here": "Kế hoạch này không còn. Tải lại danh sách.",
    "deadline_not_here": "Thời hạn này không còn trong kế hoạch. Tải lại danh sách.",
    "report_sent_before_made": "Ngày gửi trước ngày lập. Xem lại hai ngày này.",
    "report_day_missing": "Thiếu ngày gửi. Gõ ngày gửi, hoặc ngày lập nếu chưa gửi.",
    "report_sent_already": "{unit} đã có báo cáo gửi ngày {day} cho kỳ này. Xem lại nếu ghi hai lần.",
    "request_day_missing": "Thiếu ngày yêu cầu. Gõ ngày yêu cầu rồi lưu lại.",
    "request_due_before": "Hạn của yêu cầu trước ngày yêu cầu. Xem lại hai ngày này.",
    "task_not_here": "Nhiệm vụ này không còn trong kế hoạch. Tải lại danh sách.",
    "result_missing": "Thiếu kết quả. Ghi việc đã làm rồi lưu lại.",
    "target_not_here": "Chỉ tiêu này không còn trong kế hoạch. Tải lại danh sách.",
    "figure_missing": "Thiếu số liệu. Gõ số liệu rồi lưu lại.",
    "figure_source_missing": "Thiếu nguồn số liệu. Ghi lấy từ báo cáo, văn bản nào rồi lưu lại.",
    "activity_title_missing": "Thiếu tên hoạt động. Gõ tên, nội dung ngắn rồi lưu lại.",
    "activity_kind_unknown": "Chưa rõ loại hoạt động. Chọn trong danh sách.",
    "mended_before_found": "Ngày khắc phục trước ngày kiểm tra. Xem lại hai ngày này.",
    "visit_without_findings": "Lần kiểm tra chưa ghi kết quả.",
    "petition_missing": "Thiếu nội dung vướng mắc. Ghi nội dung rồi lưu lại.",
    "petition_not_here": "Vướng mắc này không còn. Tải lại danh sách.",
    "answer_missing": "Thiếu nội dung trả lời. Ghi trả lời rồi lưu lại.",
    "answer_before_raised": "Ngày trả lời trước ngày nêu vướng mắc. Xem lại hai ngày này.",
    "counted_reason_missing": "Thiếu lý do. Ghi vì sao tính, hoặc không tính nhà này.",
    "drive_not_chosen": "Chưa chọn đợt vận động. Chọn trong danh sách; chưa có thì tạo ở trang Ủng hộ.",
    "poverty_total_year_missing": "Chưa có năm của số liệu. Nhập năm.",
    "poverty_total_too_many": "{name}: hộ nghèo và cận nghèo nhiều hơn tổng số hộ. Xem lại các số này.",
    "poverty_total_force_majeure": "{name}: hộ nghèo bất khả kháng nhiều hơn hộ nghèo. Xem lại hai số này.",
    "planned_nothing": "Chưa nhập gì cho các nhà đã chọn. Nhập ngày dự kiến hoặc người phụ trách.",
    "planned_backwards": "Ngày hoàn thành dự kiến trước ngày khởi công. Xem lại hai ngày này.",
    "target_decision_unnumbered": "Điều chỉnh chỉ tiêu chưa ghi số quyết định.",
    "decision_day_missing": "Thiếu ngày điều chỉnh. Gõ ngày quyết định rồi lưu lại.",
    "population_negative": "Tổng số hộ phải từ 0 trở lên. Gõ lại.",
}
