"""The wording of papers from the village meeting to the submission, and of stage minutes."""

from __future__ import annotations

SIGN_SECRETARY, SIGN_CHAIR = "THƯ KÝ", "CHỦ TỌA"
RECIPIENTS_OF_MINUTES = ("- Như thành phần;", "- Lưu: VT, Hồ sơ.")

REVIEW_TITLE = ("BIÊN BẢN", "Họp bình xét hộ gia đình được hỗ trợ xây mới, sửa chữa nhà ở")
REVIEW_OF_VILLAGE = "({village})"
TIME = "Thời gian bắt đầu: {time}, {day}"
PLACE = "Địa điểm: {place}"
PEOPLE_HEADING = "I. THÀNH PHẦN"
ATTENDANTS = "Thành phần tham dự: {attendants}"
ATTENDANCE = "Tổng số hộ của thôn: {households}; số hộ có đại diện dự họp: {present}"
LEADERS = "Chủ trì (chủ tọa): Ông (bà) {chair}; thư ký: Ông (bà) {secretary}"
CONTENT_HEADING = "II. NỘI DUNG"
REVIEW_CONTENT = (
    "1. Chủ tọa phổ biến tiêu chí, đối tượng, mức hỗ trợ theo {programme}.",
    "2. Hội nghị thảo luận và bỏ phiếu hoặc giơ tay biểu quyết cho từng hộ, kết quả như sau:",
)
VOTE_COLUMNS = (
    "STT",
    "Họ và tên chủ hộ",
    "Hình thức",
    "Đồng ý",
    "Không đồng ý",
    "Không có ý kiến",
    "Thứ tự",
    "Kết quả",
)
PASSED, NOT_PASSED = "Đạt", "Chưa đạt"
THRESHOLD = "3. Mức để được đề nghị: {threshold}."
THRESHOLD_HALF = "trên một nửa số hộ dự họp đồng ý"
THRESHOLD_PERCENT = "ít nhất {percent}% số hộ dự họp đồng ý"
OBJECTIONS = "4. Ý kiến khác: {objections}"
CONCLUSION = "5. Kết luận: đề nghị hỗ trợ {count} hộ: {names}"
MINUTES_END = (
    "Cuộc họp kết thúc vào {time} cùng ngày. Biên bản đã được đọc lại cho mọi người dự họp nghe, thống nhất thông qua."
)

RECHECK_TITLE = ("BIÊN BẢN", "Phúc tra ý kiến, phản ánh về hộ gia đình đề nghị hỗ trợ nhà ở")
RECHECK_OPENING = "Hôm nay, {day}, chúng tôi gồm:"
RECHECK_BY = "- Ông (bà): {name}"
RECHECK_HOUSE = "Đã kiểm tra hộ ông (bà) {name}, địa chỉ: {address}"
REMARK = "1. Ý kiến, phản ánh: {content}"
REMARK_FROM = "Người phản ánh: {sender}; ngày nhận: {day}"
RECHECK_FOUND = "2. Kết quả kiểm tra: {note}"
RECHECK_RESULT = "3. Kết luận: {result}"
RECHECK_ANSWER = "4. Trả lời người phản ánh: {answer}; ngày trả lời: {day}"
RECHECK_END = "Biên bản đã được đọc lại cho những người có mặt nghe, thống nhất và ký tên."
SIGN_CHECKER, SIGN_HOUSEHOLD, SIGN_VILLAGE = "NGƯỜI KIỂM TRA", "ĐẠI DIỆN HỘ GIA ĐÌNH", "TRƯỞNG THÔN"

POSTING_TITLE = ("DANH SÁCH NIÊM YẾT CÔNG KHAI", "Hộ gia đình đề nghị hỗ trợ xây mới, sửa chữa nhà ở")
POSTING_PROGRAMME = "(Theo {programme})"
POSTING_TIME = "Niêm yết từ {start} đến hết {end}, tại {place}."
CRITERIA = "Tiêu chí: {criteria}"
POSTING_REMARKS = (
    "Trong thời gian niêm yết, mọi ý kiến, phản ánh gửi về {office} hoặc trưởng thôn, "
    "Ban Công tác Mặt trận nơi niêm yết."
)

POSTING_END_TITLE = ("BIÊN BẢN", "Kết thúc niêm yết công khai danh sách hộ gia đình đề nghị hỗ trợ nhà ở")
POSTING_END_OPENING = "Hôm nay, {day}, tại {place}, chúng tôi gồm:"
POSTER = "- Ông (bà): {name} – người niêm yết"
WITNESS = "- Ông (bà): {name} – người chứng kiến"
POSTING_END_FACTS = "Đã niêm yết danh sách {count} hộ gia đình từ {start} đến hết {end}."
POSTING_END_REMARKS = "Số ý kiến, phản ánh nhận được: {count}; đã trả lời: {answered}."
POSTING_END_COLUMNS = ("STT", "Hộ có ý kiến", "Nội dung", "Kết quả phúc tra", "Ngày trả lời")
POSTING_END_CLOSING = "Biên bản lập xong lúc kết thúc niêm yết, mọi người có mặt thống nhất và ký tên."
SIGN_POSTER, SIGN_WITNESS = "NGƯỜI NIÊM YẾT", "NGƯỜI CHỨNG KIẾN"

SUBMISSION_TITLE = ("TỜ TRÌNH", "Về việc phê duyệt danh sách hộ gia đình được hỗ trợ xây mới, sửa chữa nhà ở")
SUBMISSION_BASES = (
    "Căn cứ biên bản họp bình xét của các thôn, tổ dân phố;",
    "Căn cứ kết quả niêm yết công khai danh sách.",
)
SUBMISSION_BASIS = "Căn cứ {basis};"
SUBMISSION_LIST = (
    "{office} trình {addressee} xem xét, phê duyệt danh sách {count} hộ gia đình được hỗ trợ nhà ở theo {programme}, "
    "trong đó xây mới {new} hộ, sửa chữa {repair} hộ; tổng kinh phí đề nghị: {amount} (bằng chữ: {words})."
)
SUBMISSION_END = "Kính đề nghị {addressee} xem xét, quyết định. Danh sách kèm theo Tờ trình này./."
SUBMISSION_RECIPIENTS = ("- Như trên;", "- Lưu: VT.")
SUBMISSION_ANNEX = ("DANH SÁCH", "Hộ gia đình đề nghị hỗ trợ xây mới, sửa chữa nhà ở")
ANNEX_OF_SUBMISSION = "(Kèm theo Tờ trình số {number} {day} của {office})"

STAGE_TITLE = ("BIÊN BẢN", "Xác nhận xây dựng (sửa chữa) nhà ở hoàn thành theo giai đoạn")
STAGE_OPENING = "Hôm nay, {day}, tại công trình nhà ở của hộ ông (bà) {name}, địa chỉ: {address}, chúng tôi gồm:"
STAGE_OFFICE = "1. Đại diện {office}:"
STAGE_VILLAGE = "2. Đại diện thôn, tổ dân phố:"
STAGE_HOUSEHOLD = "3. Đại diện hộ gia đình:"
STAGE_CHECKED = "Đã kiểm tra và xác nhận:"
STAGE_WORK = "1. Loại hình: {work_type}; ngày khởi công: {started}"
STAGE_DONE = "2. Giai đoạn hoàn thành: {stage}; ngày hoàn thành: {day}"
STAGE_COLUMNS = ("Bộ phận", "Vật liệu, khối lượng", "Chất lượng")
STAGE_PARTS = ("Nền, móng", "Khung, tường", "Mái", "Hoàn thiện")
STAGE_NOTE = "3. Nhận xét: {note}"
STAGE_MONEY = "4. Mức hỗ trợ được duyệt: {approved}; đã nhận: {paid}"
STAGE_CONCLUSION = "5. Kết luận: công trình đã hoàn thành giai đoạn nêu trên, làm căn cứ cấp kinh phí đợt tiếp theo."
STAGE_END = "Biên bản được lập thành {copies} bản, đã đọc lại cho các bên cùng nghe, thống nhất và ký tên."
SIGN_OFFICE = "ĐẠI DIỆN ỦY BAN NHÂN DÂN"


def threshold_text(threshold: str | None) -> str:
    """A meeting's threshold in words, or nothing."""
    if threshold == "more_than_half":
        return THRESHOLD_HALF
    kind, _colon, percent = (threshold or "").partition(":")
    return THRESHOLD_PERCENT.format(percent=percent) if kind == "percent" else ""


def passed_text(passed: bool | None) -> str:
    """The result of a vote; nothing where no threshold is set."""
    return "" if passed is None else PASSED if passed else NOT_PASSED
