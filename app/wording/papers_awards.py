"""What the papers of awards say: submission with list, achievement report, minutes of the council, the certificate."""

from __future__ import annotations

BASIS = "Căn cứ {title};"
PLAN = "Căn cứ Kế hoạch số {number} {day} của {issuer} về {name};"
PLAN_NAME = "{name}"
MINUTES_BASIS = "Căn cứ biên bản họp xét khen thưởng {day} của Hội đồng Thi đua – Khen thưởng."
LAST_BASIS = "Xét thành tích của các tập thể, cá nhân, hộ gia đình."

# The submission.
SUBMISSION_TITLE = ("TỜ TRÌNH", "Về việc đề nghị khen thưởng thành tích trong {name}")
SUBMISSION_TEXT = "{office} đề nghị {addressee} xét, tặng {form} cho {count} có thành tích trong {name}."
COUNT = {"collective": "{count} tập thể", "individual": "{count} cá nhân", "household": "{count} hộ gia đình"}
SUBMISSION_QUOTA = "Số lượng đề nghị trong phạm vi được phân bổ theo kế hoạch."
OWN_CHAIR, OWN_COUNCIL = "Chủ tịch {office}", "Hội đồng Thi đua – Khen thưởng"
SUBMISSION_ATTACHED = (
    "Kèm theo Tờ trình này: danh sách đề nghị khen thưởng; báo cáo thành tích; biên bản họp xét khen thưởng."
)
SUBMISSION_END = "Kính đề nghị {addressee} xem xét, quyết định./."
SUBMISSION_RECIPIENTS = ("- Như trên;", "- Hội đồng Thi đua – Khen thưởng;", "- Lưu: VT.")
LIST_TITLE = ("DANH SÁCH", "Đề nghị {form}")
LIST_OF = "(Kèm theo Tờ trình số {number} {day} của {office})"
LIST_COLUMNS = ("TT", "Tên tập thể, cá nhân, hộ", "Chức vụ, đơn vị, địa chỉ", "Tóm tắt thành tích", "Phiếu đồng ý")
VOTES = "{agree}/{present}"
SECTION_ROW = "{place}. {name}"
ROMANS = ("I", "II", "III")

# The achievement report.
REPORT_TITLE = ("BÁO CÁO", "Thành tích đề nghị khen thưởng trong {name}")
REPORT_OF = "(Của {who})"
REPORT_WHO = "I. SƠ LƯỢC"
REPORT_NAME = {
    "collective": "Tên tập thể: {name}",
    "individual": "Họ và tên: {name}",
    "household": "Hộ gia đình: {name}",
}
REPORT_POSITION = {
    "collective": "Người đại diện, chức vụ: {position}",
    "individual": "Chức vụ, nơi công tác, nơi ở: {position}",
    "household": "Địa chỉ: {position}",
}
REPORT_UNIT = "Đơn vị: {unit}"
REPORT_OUTSIDE = "Ở ngoài địa bàn."
REPORT_DONE = "II. THÀNH TÍCH ĐẠT ĐƯỢC"
REPORT_COLUMNS = ("TT", "Thành tích", "Số liệu", "Minh chứng")
REPORT_STANDARDS = "III. TIÊU CHUẨN"
STANDARD_COLUMNS = ("TT", "Tiêu chuẩn của kế hoạch", "Đạt", "Minh chứng")
MET, NOT_MET, NOT_JUDGED = "Đạt", "Chưa đạt", "Chưa xác định"
REPORT_ASKED = "IV. HÌNH THỨC ĐỀ NGHỊ"
SIGN_REPORTER = {"collective": "THỦ TRƯỞNG ĐƠN VỊ", "individual": "NGƯỜI BÁO CÁO", "household": "ĐẠI DIỆN HỘ GIA ĐÌNH"}
CONFIRMED = "XÁC NHẬN CỦA {office}"

# The council's minutes.
MINUTES_TITLE = ("BIÊN BẢN", "Họp xét khen thưởng thành tích trong {name}")
MINUTES_TIME = "Thời gian bắt đầu: {time}, {day}"
MINUTES_PLACE = "Địa điểm: {place}"
MINUTES_PEOPLE = "I. THÀNH PHẦN"
MINUTES_LEADERS = "Chủ trì (chủ tọa): Ông (bà) {chair}; thư ký: Ông (bà) {secretary}"
MINUTES_ATTENDANTS = "Thành phần tham dự: {attendants}"
MINUTES_PRESENT = "Số thành viên Hội đồng dự họp: {present}"
MINUTES_CONTENT = "II. NỘI DUNG"
MINUTES_READ = "Hội đồng nghe báo cáo thành tích, đối chiếu tiêu chuẩn của kế hoạch, thảo luận và bỏ phiếu. Kết quả:"
MINUTES_COLUMNS = (
    *("TT", "Tên tập thể, cá nhân, hộ", "Hình thức đề nghị"),
    *("Đồng ý", "Không đồng ý", "Không ý kiến", "Tỷ lệ đồng ý"),
)
MINUTES_NOTE = "Ý kiến khác: {note}"
MINUTES_RESULT = "Hội đồng thống nhất đề nghị khen thưởng {count}, theo kết quả bỏ phiếu trên."
MINUTES_END = (
    "Cuộc họp kết thúc vào {time} cùng ngày. Biên bản đã được đọc lại cho mọi người dự họp nghe, thống nhất thông qua."
)
MINUTES_RECIPIENTS = ("- Thành viên Hội đồng;", "- Lưu: VT, Hồ sơ.")
SIGN_SECRETARY, SIGN_CHAIR = "THƯ KÝ", "CHỦ TỌA"

# The certificate of commendation (giấy khen).
CHAIR_OF = "{head} {body}"
CHAIR, GIVES, CERTIFICATE = "CHỦ TỊCH", "TẶNG", "GIẤY KHEN"
ON_BEHALF, IN_PLACE_OF = "TM.", ("KT.", "TL.", "TUQ.")
TO = {"collective": "{name}", "individual": "Ông (bà) {name}", "household": "Hộ gia đình {name}"}
PRAISED = "Đã có thành tích xuất sắc trong {name}"
DECISION = "Quyết định số: {number}"
DECIDED_ON = "{day}"
REGISTER = "Số vào sổ khen thưởng: {number}"
PROOF = "Bản in thử trên giấy A4, dời {right} mm sang phải, {down} mm xuống"
