"""The wording of printed papers (Decree 30/2020 for the frame, the forms of communes and the Front for the content).

Braces are filled by the papers; a field without a value becomes a dotted line.
"""

from __future__ import annotations

LETTERS = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
SIGNS_ON_PAPER = "“”…–²"

MAKER = "Mái Ấm"
NATIONAL_TITLE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
EMPTY_OFFICE = ("ỦY BAN NHÂN DÂN", "XÃ {name}")
NUMBER_LINE = "Số: {number}/{symbol}"
PLACE_AND_DATE = "{place}, {day}"
REPLACES = "(Thay thế Biên bản số {number})"
SAMPLE_NOTE = "BẢN MẪU – DỮ LIỆU KHÔNG CÓ THẬT"
REPRINT_NOTE = "In lại ngày {day}"
DRAWING = "Đang tạo {done} / {total} biên bản…"
ADDRESSEE = "Kính gửi: {names}"
RECIPIENTS = "Nơi nhận:"
#: A box to tick, and how it stands where the face has none.
BOX, BOX_IN_LETTERS = "□", "[ ]"

WORK_TYPES = {"new_build": "Xây mới", "repair": "Sửa chữa"}
HARD = {True: "cứng", False: "không cứng"}
PARTY = "- Ông (bà): {name}; chức vụ: {position}; đại diện: {body}"
PARTY_SHORT = "- Ông (bà): {name}; chức vụ: {position}"
PARTY_NAME = "- Ông (bà): {name}"
EMPTY_PARTY = "- Ông (bà): {name} Chức vụ: {position}"
PERIOD = "Ngày khởi công: {started}; ngày hoàn thành: {finished}"
COST_LINE = "- {source}: {amount}"
COST_LINE_NOTED = "- {source}: {amount} ({note})"
EMPTY_COST = "- {source}: {amount} đồng"
COPIES = "{count:02} ({words})"

SIGN_HINT = "(Ký, ghi rõ họ tên)"
SEAL_HINT = "(Ký tên, đóng dấu)"
THUMBPRINT_HINT = "(Điểm chỉ ngón trỏ phải)"
SIGN_OR_THUMBPRINT_HINT = "(Ký hoặc điểm chỉ, ghi rõ họ tên)"

HANDOVER_TITLE = "BIÊN BẢN BÀN GIAO NHÀ"
HOUSE_NAME = "“{name}”"
PROGRAMME_LINE = "(Thuộc {programme})"
BASIS_DECISION = "Căn cứ Quyết định số {number} {day} về việc phê duyệt danh sách hộ được hỗ trợ nhà ở;"
BASIS_DECISION_OF = "Căn cứ Quyết định số {number} {day} của {office} về việc phê duyệt danh sách hộ được hỗ trợ nhà ở;"
BASIS_ACCEPTANCE = "Căn cứ Biên bản nghiệm thu công trình nhà ở {day}."
MINUTES_OPENING = "Hôm nay, hồi {hour} giờ {minute} {day}, tại {venue}, chúng tôi gồm:"
PEOPLE_HEADING = "I. THÀNH PHẦN"
SIDE_A = "1. Bên giao (sau đây gọi là Bên A):"
SIDE_B = "2. Bên nhận (sau đây gọi là Bên B):"
VILLAGE_SIDE = "3. Đại diện thôn, bản, tổ dân phố:"
FRONT_SIDE = "4. Đại diện Ban Công tác Mặt trận:"
HEAD_OF_HOUSEHOLD = "- Chủ hộ: Ông (bà) {name}; {birth_label}: {birth}"
BIRTH_YEAR = "năm sinh"
BIRTH_DATE = "ngày sinh"
CITIZEN_ID = "- Số căn cước: {citizen_id}; thuộc diện: {category}"
ADDRESS = "- Địa chỉ: {address}"
PROXY = "- Người được ủy quyền nhận nhà: Ông (bà) {name}; quan hệ với chủ hộ: {relation}"
CONTENT_HEADING = "II. NỘI DUNG BÀN GIAO"
WORK_TYPE = "1. Loại hình thực hiện: {work_type}"
CONTENT_OPENING = "Bên A bàn giao, Bên B nhận nhà để quản lý, sử dụng với các nội dung sau:"
LOCATION = "2. Địa điểm xây dựng: {location}"
AREA = "3. Diện tích xây dựng (sử dụng): {area}; số gian, tầng: {rooms}"
STRUCTURE = "4. Kết cấu nhà:"
FOUNDATION = "- Nền, móng: {part}"
FRAME_WALL = "- Khung, tường: {part}"
ROOF = "- Mái: {part}"
THREE_HARD = "Nhà bảo đảm “3 cứng”: nền cứng, khung - tường cứng, mái cứng."
AUXILIARY = "5. Công trình phụ, nhà vệ sinh: {auxiliary}"
HANDOVER_PERIOD = "6. " + PERIOD
TOTAL_COST = "7. Tổng kinh phí thực hiện: {amount} (bằng chữ: {words}), trong đó:"
CONDITION = "8. Hiện trạng nhà khi bàn giao: {condition}"
PAPERS_AND_KEYS = "9. Giấy tờ, chìa khóa kèm theo: {papers}"
DUTIES_HEADING = "III. TRÁCH NHIỆM CỦA CÁC BÊN"
DUTIES = (
    "1. Bên A bàn giao đầy đủ nhà ở, giấy tờ, chìa khóa nêu tại mục II; hướng dẫn Bên B sử dụng, bảo dưỡng nhà ở.",
    (
        "2. Bên B quản lý, sử dụng nhà ở đúng mục đích; không chuyển nhượng, cho thuê trái quy định; "
        "thường xuyên giữ gìn, bảo dưỡng nhà ở."
    ),
    (
        "3. Đại diện thôn, bản, tổ dân phố và Ban Công tác Mặt trận phối hợp theo dõi, giúp đỡ gia đình "
        "trong quá trình sử dụng nhà ở."
    ),
)
THUMBPRINT_CLAUSE = "Người nhận nhà không ký được nên điểm chỉ vào biên bản trước sự chứng kiến của những người có mặt."
HANDOVER_CLOSING = (
    "Biên bản được lập thành {copies} bản có giá trị như nhau, đã đọc lại cho các bên cùng nghe, "
    "thống nhất nội dung và ký tên dưới đây."
)
SIGN_SIDE_A = "ĐẠI DIỆN BÊN GIAO"
SIGN_SIDE_B = "ĐẠI DIỆN HỘ GIA ĐÌNH"
SIGN_VILLAGE = "ĐẠI DIỆN THÔN, BẢN"
SIGN_FRONT = "ĐẠI DIỆN MẶT TRẬN"

COMPLETION_TITLE = ("BIÊN BẢN", "Kiểm tra việc hoàn thành xây dựng (sửa chữa) nhà ở")
COMPLETION_OPENING = "Hôm nay, {day}, tại công trình xây dựng nhà ở của chủ hộ: {head}."
COMPLETION_ADDRESS = "Địa chỉ: {address}"
CHECKERS_HEADING = "I. THÀNH PHẦN KIỂM TRA"
VILLAGE_CHECKERS = "4. Đại diện thôn, khối, xóm, bản:"
CHECKERS = (
    "1. Đại diện Ban Chỉ đạo xã, phường:",
    "2. Đại diện Ủy ban nhân dân xã, phường:",
    "3. Đại diện Ủy ban Mặt trận Tổ quốc Việt Nam xã, phường:",
    VILLAGE_CHECKERS,
    "5. Đại diện hộ gia đình:",
)
CHECK_HEADING = "II. NỘI DUNG KIỂM TRA"
VOLUME = "2. Về khối lượng:"
FLOOR_AREA = "- Diện tích sàn: {area}"
FOUNDATION_CHECKED = "- Phần nền: {part}"
ROOF_CHECKED = "- Phần mái: {part}"
FRAME_WALL_CHECKED = "- Phần khung, tường bao: {part}"
QUALITY = "3. Về chất lượng: {quality}"
QUALITY_GOOD = "Đảm bảo 03 cứng, an toàn, thẩm mỹ, chất lượng, đủ điều kiện đưa vào sử dụng."
BUILDING_COST = "4. Tổng giá trị xây dựng, sửa chữa: {amount} (bằng chữ: {words}), trong đó:"
SUPPORT_SOURCE = "Nguồn hỗ trợ từ {programme}"
SUPPORT_PROGRAMME = "Chương trình"
SOURCE = "Nguồn"
OTHER_SOURCE = "Nguồn {source}"
CONCLUSION_HEADING = "III. KẾT LUẬN"
CONCLUSION_PASSED = "Công trình đã hoàn thành, đảm bảo chất lượng theo yêu cầu."
CONCLUSION_COST = "Tổng kinh phí thực hiện lớn hơn kinh phí được Chương trình hỗ trợ."
CONCLUSION_FAILED = "Công trình chưa đạt yêu cầu. Nội dung cần khắc phục: {remedy}"
COMPLETION_CLOSING = "Biên bản được lập thành {copies} bản, lưu tại {kept_at}."
CHECKERS_SIGN = "CÁC THÀNH PHẦN THAM GIA KIỂM TRA"
SIGN_CHECKERS = (
    "ĐẠI DIỆN BAN CHỈ ĐẠO",
    "ĐẠI DIỆN ỦY BAN NHÂN DÂN",
    "ĐẠI DIỆN ỦY BAN MTTQ VIỆT NAM",
    "ĐẠI DIỆN THÔN, KHỐI, XÓM, BẢN",
    "ĐẠI DIỆN HỘ GIA ĐÌNH",
)
