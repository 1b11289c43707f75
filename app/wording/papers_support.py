"""The wording of a household's own papers, and of the decision on houses. Braces are filled by the papers."""

from __future__ import annotations

TO_COMMITTEE = "{office}"
TO_VILLAGE = "{village}"
NAME = "Tên tôi là: {name}; giới tính: {gender}"
BIRTH = "Ngày (năm) sinh: {birth}; dân tộc: {ethnicity}"
CITIZEN_ID = "Số căn cước: {citizen_id}; số điện thoại: {phone}"
ADDRESS = "Nơi thường trú: {address}"
HOUSEHOLD = "Hộ gia đình thuộc diện: {category}; số nhân khẩu: {members}"
MEMBERS = "Các thành viên trong hộ:"
MEMBER_COLUMNS = ("STT", "Họ và tên", "Quan hệ với chủ hộ", "Năm sinh")
PLACE_AND_DATE = "{place}, {day}"
SIGN_HOUSEHOLD = "ĐẠI DIỆN HỘ GIA ĐÌNH"
SIGN_VILLAGE = "XÁC NHẬN CỦA TRƯỞNG THÔN"
SIGN_HEAD = "CHỦ HỘ"

APPLICATION_TITLE = ("ĐƠN ĐỀ NGHỊ", "Hỗ trợ xây mới (sửa chữa) nhà ở")
PRESENT_HOUSE = "Hiện trạng nhà ở: {description}"
PRESENT_PARTS = "Diện tích: {area}; nền: {foundation}; khung, tường: {frame_wall}; mái: {roof}"
LAND = "Giấy tờ về đất ở: {land}"
ASKING = "Gia đình đề nghị được hỗ trợ: {work_type}; mức đề nghị: {amount}"
PROGRAMME = "Theo: {programme}"
OWN_SHARE = "Phần gia đình và họ hàng tự lo (tiền, vật liệu, ngày công): {share}"
APPLICATION_PROMISE = (
    "Tôi cam đoan những điều khai trên là đúng sự thật và chịu trách nhiệm về lời khai của mình. "
    "Đề nghị các cấp xem xét, hỗ trợ để gia đình ổn định chỗ ở."
)
SIGN_APPLICANT = "NGƯỜI LÀM ĐƠN"

COMMITMENT_TITLE = ("BẢN CAM KẾT", "Về việc sử dụng kinh phí hỗ trợ và thực hiện xây mới (sửa chữa) nhà ở")
COMMITMENT_OPENING = "Gia đình tôi được hỗ trợ {work_type} nhà ở, mức hỗ trợ: {amount}. Gia đình cam kết:"
COMMITMENTS = (
    "1. Sử dụng toàn bộ kinh phí, vật liệu được hỗ trợ vào việc xây mới (sửa chữa) nhà ở của gia đình.",
    "2. Xây dựng trên đất ở hợp pháp, không có tranh chấp; nền, khung - tường và mái bảo đảm chắc chắn.",
    "3. Khởi công và hoàn thành đúng thời gian đã thống nhất với Ủy ban nhân dân xã, thôn.",
    "4. Tự lo phần kinh phí, ngày công còn thiếu; phối hợp khi các bên kiểm tra, nghiệm thu và quyết toán.",
    "5. Ở và giữ gìn nhà sau khi bàn giao; không chuyển nhượng, cho thuê trái quy định.",
)
COMMITMENT_DEADLINE = "Thời gian dự kiến: khởi công {start}; hoàn thành {finish}"
COMMITMENT_PROMISE = "Nếu làm sai cam kết, gia đình hoàn trả phần hỗ trợ theo quy định và chịu trách nhiệm."

AUTHORISATION_TITLE = ("GIẤY ỦY QUYỀN", "Về việc thay mặt hộ gia đình nhận hỗ trợ nhà ở")
GIVING_SIDE = "I. BÊN ỦY QUYỀN"
TAKING_SIDE = "II. BÊN ĐƯỢC ỦY QUYỀN"
AUTHORISED = (
    "Ông (bà): {name}; ngày (năm) sinh: {birth}",
    "Số căn cước: {citizen_id}; số điện thoại: {phone}",
    "Nơi thường trú: {address}",
    "Quan hệ với chủ hộ: {relation}",
)
AUTHORISATION_HEADING = "III. NỘI DUNG ỦY QUYỀN"
AUTHORISATION_CONTENT = (
    "Bên được ủy quyền thay mặt bên ủy quyền: nhận tiền, vật liệu hỗ trợ; ký các biên bản, danh sách ký nhận; "
    "nhận bàn giao nhà ở theo {programme}."
)
AUTHORISATION_REASON = "Lý do ủy quyền: {reason}"
AUTHORISATION_TERM = "Thời hạn ủy quyền: từ {start} đến {finish}"
AUTHORISATION_PROMISE = "Hai bên đã đọc lại, hiểu rõ và ký tên dưới đây."
SIGN_GIVING, SIGN_TAKING = "NGƯỜI ỦY QUYỀN", "NGƯỜI ĐƯỢC ỦY QUYỀN"

LAND_TITLE = ("GIẤY XÁC NHẬN", "Về tình trạng đất ở của hộ gia đình")
LAND_OPENING = "{office} xác nhận:"
LAND_HEAD = "Ông (bà): {name}; ngày (năm) sinh: {birth}; số căn cước: {citizen_id}"
LAND_PLOT = "Thửa đất số: {plot}; tờ bản đồ số: {sheet}; diện tích: {area} m²"
LAND_PLACE = "Địa chỉ thửa đất: {address}"
LAND_PAPERS = "Giấy tờ về quyền sử dụng đất: {papers}"
LAND_ORIGIN = "Nguồn gốc, thời điểm sử dụng: {origin}"
LAND_DISPUTE = "Tình trạng tranh chấp: {dispute}"
LAND_PLANNING = "Sự phù hợp với quy hoạch: {planning}"
PLANNING = {True: "phù hợp", False: "chưa phù hợp", None: ""}
DANGERS = "Nguy cơ thiên tai tại vị trí làm nhà: {danger}"
FLOOD, SLIDE, NO_DANGER = "ngập lụt", "sạt lở", "chưa ghi nhận"
LAND_PURPOSE = "Giấy này dùng cho hồ sơ đề nghị hỗ trợ nhà ở của hộ gia đình."
SIGN_LAND_VILLAGE = "TRƯỞNG THÔN"

SURVEY_TITLE = ("PHIẾU KHẢO SÁT", "Hộ nghèo, hộ cận nghèo, hộ khó khăn về nhà ở")
SURVEY_DAY = "Ngày khảo sát: {day}"
SURVEY_LINES = (
    "1. Họ tên chủ hộ: {name}",
    "2. Giới tính: {gender}; 3. Năm sinh: {birth}",
    "4. Số căn cước: {citizen_id}",
    "5. Họ tên vợ hoặc chồng: {spouse}",
    "6. Số lượng nhân khẩu: {members}; 7. Số điện thoại liên hệ: {phone}",
    "8. Hộ khẩu thường trú: {address}",
    "9. Nghề nghiệp: {occupation}; 10. Trình độ học vấn: {education}",
    "11. Tình trạng việc làm: {employment}",
    "12. Đối tượng khó khăn về nhà ở: {category}",
    "13. Dân tộc: {ethnicity}",
)
SURVEY_ITEMS = 13
SURVEY_RELIGION = "14. Tôn giáo: {religion}"
SURVEY_REST = (
    "Đối tượng ưu tiên: {flags}",
    "Tình trạng đất ở: {land}",
    "Hiện trạng nhà ở: {description}",
    "Nền, móng: {foundation}; khung, tường: {frame_wall}; mái: {roof}; diện tích: {area}",
    "Hoàn cảnh gia đình: {circumstances}",
    "Nhu cầu cần hỗ trợ: {need}",
    "Ghi chú: {note}",
)
SURVEY_NUMBERED = (0, 1, 2, 4, 5, 6)
GENDER_BOXES = "□ Nam   □ Nữ"
EMPLOYMENT_BOXES = "□ Có việc làm   □ Không có việc làm   □ Đang đi học"
CATEGORY_BOXES = "□ Hộ nghèo   □ Hộ cận nghèo   □ Hộ khó khăn"
LAND_BOXES = "□ Có GCN QSDĐ   □ Chưa có GCN QSDĐ"
NEED_BOXES = "□ Xây dựng nhà lắp ghép   □ Gia đình tự xây mới   □ Gia đình tự sửa chữa"
SPOUSES = ("vợ", "chồng")
SIGN_SURVEY = ("BÍ THƯ CHI BỘ", "TRƯỞNG THÔN", "TRƯỞNG BAN CTMT")
#: What people of the survey call themselves; the first that fits counts ("Trưởng ban" is no "trưởng bản").
SURVEY_ROLES = {
    "TRƯỞNG BAN CTMT": ("mặt trận", "CTMT"),
    "BÍ THƯ CHI BỘ": ("bí thư",),
    "TRƯỞNG THÔN": ("trưởng thôn", "trưởng bản", "trưởng khu", "trưởng khối", "trưởng xóm", "trưởng ấp", "trưởng buôn",
                    "trưởng khóm", "tổ trưởng"),
}  # fmt: skip
SIGN_SURVEY_TEAM = "ĐẠI DIỆN TỔ CÔNG TÁC"

REFUSAL_TITLE = ("THÔNG BÁO", "Về việc hộ gia đình không thuộc danh sách được hỗ trợ nhà ở")
REFUSAL_TO = "Ông (bà) {name}, {address}"
REFUSAL_OPENING = (
    "{office} đã xem xét đề nghị hỗ trợ nhà ở của gia đình ông (bà) {name} theo {programme}. "
    "Kết quả: hộ gia đình không thuộc danh sách được hỗ trợ."
)
REFUSAL_REASON = "Lý do: {reason}"
REFUSAL_DAY = "Ngày xem xét: {day}"
REFUSAL_RIGHT = (
    "Nếu không đồng ý, gia đình gửi ý kiến bằng văn bản hoặc trực tiếp đến {office} trước ngày {deadline} "
    "để được xem xét lại."
)
REFUSAL_END = "{office} thông báo để gia đình ông (bà) được biết./."
REFUSAL_RECIPIENTS = ("- Như trên;", "- Trưởng thôn, Ban Công tác Mặt trận;", "- Lưu: VT.")

DECISION_SYMBOL = "QĐ"
DECISION_TITLE = ("QUYẾT ĐỊNH", "Về việc phê duyệt danh sách hộ gia đình được hỗ trợ xây mới, sửa chữa nhà ở")
DECISION_BASIS_LAW = "Căn cứ Luật Tổ chức chính quyền địa phương;"
DECISION_BASIS = "Căn cứ {basis};"
DECISION_BASIS_SUBMISSION = "Xét Tờ trình số {number} {day};"
DECISION_BASIS_END = "Theo đề nghị của {proposer}."
DECISION_WORD = "QUYẾT ĐỊNH:"
ARTICLE = "Điều {number}."
DECISION_LIST = (
    "Phê duyệt danh sách {count} hộ gia đình được hỗ trợ nhà ở theo {programme}, trong đó xây mới {new} hộ, "
    "sửa chữa {repair} hộ; tổng kinh phí hỗ trợ: {amount} (bằng chữ: {words}). Danh sách kèm theo Quyết định này."
)
DECISION_MONEY = "Nguồn kinh phí: {source}. Việc cấp, thanh toán kinh phí thực hiện theo tiến độ và quy định hiện hành."
DECISION_END = (
    "Quyết định này có hiệu lực kể từ ngày ký. Thủ trưởng các đơn vị có liên quan, trưởng các thôn, tổ dân phố và "
    "các hộ gia đình có tên trong danh sách chịu trách nhiệm thi hành Quyết định này./."
)
DECISION_RECIPIENTS = ("- Như Điều 3;", "- Ủy ban MTTQ Việt Nam xã;", "- Lưu: VT.")
ANNEX_TITLE = ("DANH SÁCH", "Hộ gia đình được hỗ trợ xây mới, sửa chữa nhà ở")
ANNEX_OF_DECISION = "(Kèm theo Quyết định số {number} {day} của {office})"

SUMMARY_TITLE = ("PHIẾU TÓM TẮT HỘ",)
SUMMARY_CODE = "Mã hộ: {code}"
SUMMARY_HEAD = "Chủ hộ: {name}; giới tính: {gender}; ngày (năm) sinh: {birth}"
SUMMARY_IDS = "Số căn cước: {citizen_id}; số điện thoại: {phone}; dân tộc: {ethnicity}"
SUMMARY_HOUSE = "Nhà hiện tại: {description}; nền: {foundation}; khung, tường: {frame_wall}; mái: {roof}"
SUMMARY_PROGRAMME = "Chương trình: {programme}"
SUMMARY_STATE = "Tình trạng: {status}"
SUMMARY_WORK = "Hình thức: {work_type}; đề nghị: {requested}"
SUMMARY_DECISION = "Quyết định số: {number}; ngày: {day}; mức hỗ trợ: {amount}"
SUMMARY_MONEY = "Đã chi: {paid}; còn lại: {left}"
SUMMARY_NOTE = "Ghi chú: {note}"
SUMMARY_HEADINGS = ("I. HỘ GIA ĐÌNH", "II. HỖ TRỢ", "III. TIẾN ĐỘ")
SUMMARY_COLUMNS = ("Bước", "Ngày")
SUMMARY_STEPS = ("Khảo sát", "Họp bình xét", "Niêm yết", "Trình", "Quyết định")
SUMMARY_LATER = ("Nghiệm thu", "Bàn giao")
SIGN_MAKER = "NGƯỜI LẬP PHIẾU"


def voted_step(agree: int, present: int) -> str:
    """The village's meeting with its result."""
    return f"{SUMMARY_STEPS[1]} ({agree}/{present} đồng ý)"
