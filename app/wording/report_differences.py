"""Words of the comparison with the last report, of keeping one, and of what was kept."""

from __future__ import annotations

HEAD, PLACE, FIELD, OLD, NEW = "Chủ hộ", "Thôn, xã", "Mục khác", "Kỳ trước", "Kỳ này"
FIELDS = {
    "added": "Thêm vào báo cáo",
    "removed": "Không còn trong báo cáo",
    "head_name": "Họ tên chủ hộ",
    "place": "Thôn, xã",
    "work_type": "Hình thức",
    "status": "Tình trạng",
    "started_on": "Ngày khởi công",
    "accepted_on": "Ngày nghiệm thu",
    "handed_over_on": "Ngày bàn giao",
    "approved": "Số tiền được duyệt",
    "paid": "Số tiền đã chi",
}
CHANGES = "Khác với báo cáo đến ngày {day}"
NO_CHANGES = "Không có gì khác kỳ trước."
LATE, EVENT_DAY, EVENT = "Việc nhập muộn, đã xảy ra trước kỳ trước", "Ngày việc xảy ra", "Việc"
NO_LATE = "Không có việc nhập muộn."
NO_EARLIER = "Chưa chốt báo cáo nào cùng loại, cùng phạm vi để so sánh."
IN_TEXT = "SO VỚI BÁO CÁO TRƯỚC"
NO_NUMBER = "chưa ghi số"
COMPARED_WITH = "So với báo cáo đã chốt đến ngày {day} ({number}): {count} điểm khác, theo từng hộ."
LATE_NOTE = "Việc nhập muộn, có ngày trước hoặc trong kỳ đã chốt đến ngày {day}: {count}."

KEPT_PROBLEMS: dict[str, str] = {
    "report_day_ahead": "Ngày này sau hôm nay. Sửa lại ngày.",
    "report_sent_before_issued": "Ngày gửi trước ngày ban hành. Sửa lại một trong hai ngày.",
    "report_as_of_ahead": "Chưa chốt được báo cáo cho ngày chưa tới. Chọn ngày đến hôm nay.",
    "report_not_kept": "Không còn báo cáo đã chốt này. Tải lại danh sách.",
    "report_file_gone": "Tệp của báo cáo này không có trên máy này. Lấy từ bản sao lưu hoặc từ máy đã chốt.",
}
