"""The wording of the papers of a campaign: reminder letter, brief for a council member, draft plan with its annex.

Braces are filled by the papers; a field without a value becomes a dotted line.
"""

from __future__ import annotations

# Công văn đôn đốc
REMINDER_TITLE = ("V/v đôn đốc thực hiện chế độ báo cáo",)
REMINDER_TEXT = (
    "Thực hiện {plan}, {office} đề nghị {unit} báo cáo kết quả theo yêu cầu của kế hoạch. Đến ngày {day}, "
    "{office} chưa nhận được báo cáo sau đây của đơn vị:"
)
SUCCESSOR = "{name} (kế thừa {former})"
REMINDER_COLUMNS = ("STT", "Nội dung báo cáo", "Thời hạn", "Số ngày chậm", "Gửi qua")
REMINDER_END = (
    "Đề nghị {unit} khẩn trương hoàn thành và gửi báo cáo về {office} trước ngày {until} để tổng hợp, báo cáo cấp trên."
)
REMINDER_CLOSING = "Trân trọng./."
REMINDER_RECIPIENTS = ("Như trên;", "Lưu: VT.")

# Tóm tắt gửi thành viên hội đồng
BRIEF_TITLE = ("TÓM TẮT TÌNH HÌNH",)
BRIEF_OF = "{plan}"
BRIEF_TO = "Kính gửi ông (bà): {person}"
BRIEF_PLACE = "Lĩnh vực phụ trách: {field}; địa bàn: {area}"
BRIEF_DAY = "Số liệu tính đến ngày {day}"
BRIEF_HOUSES, BRIEF_TARGETS, BRIEF_OPEN = "1. Nhà trong địa bàn", "2. Chỉ tiêu", "3. Việc chưa xong"
BRIEF_LATE, BRIEF_OBSTACLES = "4. Thời hạn sắp đến, quá hạn", "5. Vướng mắc chưa có trả lời"
HOUSE_COLUMNS = ("Địa bàn", "Tổng số", "Đã duyệt", "Khởi công", "Nghiệm thu", "Bàn giao")
TARGET_COLUMNS = ("Chỉ tiêu", "Được giao", "Kết quả", "Tình trạng")
OPEN_COLUMNS = ("Mục", "Nội dung", "Chủ trì", "Hạn")
LATE_COLUMNS = ("Việc phải làm", "Hạn", "Tình trạng")
NOTHING = "Không có."
WHOLE_PLAN = "Toàn kế hoạch"
MORE_LINES = "… và {count} việc khác."

# Dự thảo kế hoạch
PLAN_TITLE = ("KẾ HOẠCH", "{name}")
PLAN_BASIS = "Căn cứ {text};"
PLAN_OPENING = "{office} xây dựng kế hoạch tổ chức thực hiện như sau:"
PLAN_GOALS, PLAN_WORK, PLAN_DEADLINES, PLAN_WHO = (
    "I. MỤC TIÊU, CHỈ TIÊU",
    "II. ĐỐI TƯỢNG, NGUYÊN TẮC",
    "IV. THỜI GIAN, CHẾ ĐỘ BÁO CÁO",
    "III. NHIỆM VỤ, PHÂN CÔNG THỰC HIỆN",
)
PLAN_TARGET = "- {name}: {wanted}."
PLAN_UNIT_TARGET = "- {name}, {unit}: {wanted}."
PLAN_GROUPS, PLAN_WORKS = "Đối tượng: {names}.", "Hình thức hỗ trợ: {names}."
PLAN_PRINCIPLE, PLAN_MOTTO = "Nguyên tắc: {text}.", "Phương châm: {text}."
PLAN_TASK_COLUMNS = ("STT", "Nội dung", "Chủ trì", "Phối hợp", "Hạn")
PLAN_DEADLINE_COLUMNS = ("STT", "Việc phải làm", "Thời hạn", "Gửi, qua")
PLAN_PERIOD = "Thời gian thực hiện: {period}."
PLAN_CLOSING = (
    "Trên đây là kế hoạch; quá trình thực hiện có vướng mắc, các đơn vị báo cáo {office} xem xét, giải quyết./."
)
ANNEX_TITLE = ("PHỤ LỤC", "Danh sách nhà hỗ trợ xây mới, sửa chữa")
ANNEX_UNDER = "(Kèm theo kế hoạch của {office})"
ANNEX_COLUMNS = (
    "STT",
    "Chủ hộ",
    "Thôn, tổ",
    "Đối tượng",
    "Hình thức",
    "Nguồn kinh phí",
    "Đơn vị, người giúp đỡ",
    "Khởi công",
    "Hoàn thành",
    "Người phụ trách",
)
ANNEX_COUNT = "Danh sách gồm {count} nhà: {new_build} xây mới, {repair} sửa chữa."
