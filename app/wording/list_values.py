"""How officers write the values of their lists: groups, kinds of work, gender; and why a cell was changed for them.

The words come from `domain.md` 3.3 and from lists as communes type them, and are compared without accents and capitals.
"""

from __future__ import annotations

from app.wording.vocabulary import CATEGORIES, GENDERS, WORK_TYPES

GENDER_WORDS: dict[str, tuple[str, ...]] = {
    "male": (GENDERS["male"], "Trai", "Nam giới", "Con trai", "Đàn ông", "Ông", "M", "Male"),
    "female": (GENDERS["female"], "Gái", "Nữ giới", "Con gái", "Đàn bà", "Phụ nữ", "Bà", "F", "Female"),
}
#: Words around a group that do not change which it is; after them the rest is looked up once more.
CATEGORY_FILLERS = (
    "thuộc", "diện", "đối tượng", "là", "hộ gia đình", "hộ", "gia đình", "gđ", "có", "người", "bị", "theo", "chuẩn",
    "đa chiều", "năm", "giai đoạn", "khó khăn về nhà ở", "về nhà ở", "dân tộc thiểu số", "dtts", "đbdtts", "trong",
    "danh sách", "ctmtqg", "sống", "đang", "của xã",
)  # fmt: skip
CATEGORY_WORDS: dict[str, tuple[str, ...]] = {
    "poor": (CATEGORIES["poor"], "Nghèo", "HN", "Hộ nghèo đa chiều", "H.Nghèo", "H nghèo", "HNĐC", "Nghèo A",
             "Nghèo B"),
    "near_poor": (CATEGORIES["near_poor"], "Cận nghèo", "HCN", "CN", "C.Nghèo", "C nghèo", "H.C.Nghèo", "H cận nghèo",
                  "Cận N"),
    "meritorious": (
        CATEGORIES["meritorious"], "NCC", "Hộ NCC", "Người có công với cách mạng", "Gia đình người có công",
        "Hộ người có công", "Gia đình có công", "Hộ có công", "NCC với cách mạng", "Hộ gia đình người có công",
        "Có công", "Công với cách mạng", "NCCCM", "NCCVCM", "Người có công CM", "Gia đình có công với cách mạng",
        "Người có công với nước", "Thương binh", "Bệnh binh", "Thương bệnh binh", "Mẹ VNAH",
        "Bà mẹ Việt Nam anh hùng", "Mẹ Việt Nam anh hùng", "BMVNAH", "Chất độc da cam", "Nhiễm chất độc hóa học",
        "Bị nhiễm chất độc da cam", "CĐHH", "NCC CM",
    ),
    "martyr_relative": (
        CATEGORIES["martyr_relative"], "Thân nhân liệt sỹ", "TNLS", "Gia đình liệt sĩ", "Gia đình liệt sỹ", "GĐLS",
        "Thân nhân LS", "Liệt sĩ", "Liệt sỹ", "Con liệt sĩ", "Con liệt sỹ", "Vợ liệt sĩ", "Vợ liệt sỹ", "Mẹ liệt sĩ",
        "Mẹ liệt sỹ", "Bố liệt sĩ", "Bố liệt sỹ", "Cha liệt sĩ", "Cha liệt sỹ", "Thân nhân của liệt sĩ",
        "Thân nhân của liệt sỹ",
    ),
    "policy_family": (CATEGORIES["policy_family"], "Chính sách", "Hộ chính sách", "GĐCS", "Gia đình CS",
                      "GĐ chính sách", "HCS"),
    "disaster": (
        CATEGORIES["disaster"], "Thiên tai", "Bị thiên tai", "Hộ bị thiên tai", "Ảnh hưởng thiên tai", "BĐKH",
        "Bị ảnh hưởng thiên tai, biến đổi khí hậu", "Biến đổi khí hậu", "Hộ bị ảnh hưởng thiên tai",
        "Ảnh hưởng bởi thiên tai", "Bị ảnh hưởng bởi thiên tai", "Ảnh hưởng bởi thiên tai, biến đổi khí hậu",
        "Thiệt hại do thiên tai", "Bị thiệt hại do thiên tai", "Ảnh hưởng của thiên tai", "Bão lũ", "Lũ quét",
        "Sạt lở", "Nguy cơ sạt lở", "Vùng sạt lở", "Bị sạt lở",
    ),
    "elderly_alone": (
        CATEGORIES["elderly_alone"], "Neo đơn", "Người già neo đơn", "Già neo đơn", "Người cao tuổi neo đơn",
        "Già cả", "Cao tuổi", "Người cao tuổi", "Người già", "NCT", "NCT neo đơn", "Cao tuổi cô đơn", "Già yếu neo đơn",
        "Người cao tuổi cô đơn", "Độc thân già yếu", "Cô đơn",
    ),
    "disabled": (CATEGORIES["disabled"], "Người khuyết tật", "NKT", "Hộ có người khuyết tật", "Khuyết tật",
                 "Tàn tật", "Người tàn tật", "Khuyết tật nặng", "Khuyết tật đặc biệt nặng", "NKT nặng"),
    "other": (
        CATEGORIES["other"], "Hộ khó khăn", "Khó khăn", "KK", "Hoàn cảnh khó khăn", "Hộ có hoàn cảnh khó khăn", "HKK",
        "Khó khăn về nhà ở", "Hộ khó khăn về nhà ở",
        "Đối tượng khác", "Khác", "Hoàn cảnh đặc biệt khó khăn", "HCKK", "Đặc biệt khó khăn", "ĐBKK", "BTXH",
        "Bảo trợ xã hội", "Hộ đặc biệt khó khăn", "Khó khăn khác", "Yếu thế", "Người yếu thế",
    ),
}  # fmt: skip
WORK_TYPE_WORDS: dict[str, tuple[str, ...]] = {
    "new_build": (
        WORK_TYPES["new_build"], "XM", "Làm mới", "Xây dựng mới", "Xây mới nhà", "Xây mới nhà ở", "Xây nhà mới", "Xây",
        "Làm nhà mới", "Xóa nhà tạm", "Hỗ trợ xây mới", "Nhà xây mới", "X.M", "XD mới", "XDM", "Xây dựng", "Mới",
        "Nhà mới", "Làm lại", "Xây lại", "Xây dựng lại", "Dựng mới", "Dựng nhà mới", "Cất mới", "Cất nhà mới",
        "Xây cất mới", "Tự xây mới", "Gia đình tự xây mới", "Hộ tự xây mới", "Xây dựng nhà mới", "Xây dựng nhà ở mới",
        "Xây dựng nhà lắp ghép", "Nhà lắp ghép", "Lắp ghép", "Xây nhà", "Làm nhà", "Hỗ trợ xây dựng mới",
        "Hỗ trợ làm mới", "Hỗ trợ làm nhà mới", "Đề nghị xây mới", "Nhu cầu xây mới", "Làm mới nhà ở",
    ),
    "repair": (
        WORK_TYPES["repair"], "SC", "Sửa", "Sửa chữa nhà", "Sửa chữa nhà ở", "Sửa nhà", "Cải tạo", "S.C", "S/C",
        "Sửa chữa, cải tạo", "Cải tạo, sửa chữa", "Nâng cấp", "Hỗ trợ sửa chữa", "Nhà sửa chữa", "Tu sửa",
        "Tu bổ", "Gia cố", "Chống dột", "Sửa chữa lớn", "Sửa chữa nhỏ", "Sửa chữa nâng cấp", "Nâng cấp, sửa chữa",
        "Sửa chữa, nâng cấp", "Cải tạo, nâng cấp", "Tự sửa chữa", "Gia đình tự sửa chữa", "Hộ tự sửa chữa",
        "Đề nghị sửa chữa", "Nhu cầu sửa chữa", "Sửa lại", "Sửa mái", "Lợp lại mái", "Thay mái", "Cải tạo nhà",
    ),
}  # fmt: skip
NAME_TITLES = ("ông (bà)", "ông/bà", "ông", "bà")
MIDDLE_NAMES = ("thị", "văn", "ích")
#: Small words beside a name that say whose it is; they are no part of it.
KIN_WORDS = ("con", "vợ", "chồng", "cháu", "mẹ", "bố", "cha", "ông", "bà", "và", "là", "của", "em", "anh", "chị", "đã",
             "chết", "mất", "tức", "hay", "gọi")  # fmt: skip
MEMBER_WORDS = ("khẩu", "người", "nhân khẩu", "nk")
#: What a cell says when it only says that there is nothing, or nobody knows.
EMPTY_WORDS = (
    "không", "ko", "kô", "k", "không có", "ko có", "k có", "chưa", "chưa có", "chưa cấp", "chưa làm", "chưa rõ",
    "không rõ", "ko rõ", "không biết", "không nhớ", "chưa cập nhật", "chưa xác định", "trống", "na", "null", "none",
)  # fmt: skip

VALUE_PROBLEMS: dict[str, str] = {
    "not_name": "“{text}” không phải là họ tên. Ghi lại họ tên chủ hộ.",
    "year_short": "Năm “{text}” chỉ có hai chữ số. Ghi đủ bốn chữ số.",
    "not_birth": "Không đọc được năm sinh hoặc ngày sinh “{text}”. Ghi như 1956 hoặc 20/05/1956.",
    "not_gender": "Không đọc được giới tính “{text}”. Ghi Nam hoặc Nữ.",
    "not_category": "Không rõ đối tượng “{text}”. Ghi như Hộ nghèo, Hộ cận nghèo, Người có công.",
    "several_categories": "Ô ghi nhiều đối tượng “{text}”; phần mềm lấy “{taken}”. Kiểm tra lại.",
    "not_work_type": "Không rõ nhu cầu “{text}”. Ghi Xây mới hoặc Sửa chữa.",
    "not_member_count": "Số nhân khẩu “{text}” không đọc được. Ghi một số từ 1 đến 99.",
    "amount_small": "Số tiền {amount} đồng nhỏ khác thường. Kiểm tra đơn vị tính (đồng hay nghìn đồng).",
    "ethnicity_unknown": "Không rõ dân tộc “{text}” trong danh mục 54 dân tộc; giữ nguyên như đã ghi. Kiểm tra lại.",
    "commune_alike": "“{text}” gần giống tên: {names}. Kiểm tra dấu của tên xã, phường.",
    "village_alike": "Thôn “{text}” gần giống thôn trong máy: {names}. Ghi đúng tên thôn; nếu là thôn khác thì thêm "
    "thôn đó trước rồi nhập lại.",
    "text_legacy": "Chữ “{text}” gõ bằng bảng mã cũ, đọc là “{read}”, nhưng được giữ nguyên theo lựa chọn. "
    "Sửa lại nếu cần.",
    "text_doubtful": "Chữ “{text}” có thể gõ bằng bảng mã cũ và đọc là “{read}”. Kiểm tra lại ô này.",
}

#: Kind of repair -> why the cell was changed.
REPAIRS: dict[str, str] = {
    "legacy_text": "Chữ gõ bằng bảng mã cũ (TCVN3 hoặc VNI), đổi sang Unicode.",
    "text": "Bỏ ký tự ẩn, dấu cách đặc biệt trong ô.",
    "text_composed": "Chữ gõ dấu rời (Unicode tổ hợp), ghép lại thành Unicode dựng sẵn.",
    "empty_word": "Ô chỉ ghi là không có, hiểu là để trống.",
    "name_case": "Họ tên viết hoa toàn bộ hoặc viết thường, đổi thành chữ hoa đầu từ.",
    "name_title": "Bỏ “Ông”, “Bà” trước họ tên.",
    "name_number": "Bỏ số thứ tự, dấu chú thích bên họ tên.",
    "id_leading_zero": "Excel làm mất số 0 ở đầu số căn cước, thêm lại cho đủ.",
    "id_from_text": "Ô ghi thêm chữ hoặc số khác, lấy số căn cước trong ô.",
    "phone_leading_zero": "Excel làm mất số 0 ở đầu số điện thoại, thêm lại.",
    "phone_prefix": "Đầu số di động 11 số cũ, đổi sang đầu số mới từ tháng 9/2018.",
    "phone_from_text": "Ô ghi thêm chữ hoặc nhiều số, lấy số điện thoại đầu tiên.",
    "year_from_id": "Năm sinh chỉ có hai chữ số, lấy thế kỷ theo số căn cước.",
    "year_of_works": "Năm chỉ có hai chữ số, hiểu là năm 20…",
    "year_from_text": "Lấy năm sinh trong ô có ghi thêm chữ.",
    "year_from_date": "Ô định dạng ngày làm năm sinh hiện thành một ngày của năm 1905, lấy lại năm đã gõ.",
    "date_from_number": "Ô ngày là số thứ tự ngày của Excel, đổi thành ngày.",
    "date_month_first": "Ngày ghi tháng trước, đổi lại ngày trước tháng sau.",
    "date_turned": "Excel hiểu nhầm ngày thành tháng ở cả cột này, đổi lại ngày trước tháng sau.",
    "amount_unit": "Số tiền ghi theo đơn vị khác, đổi ra đồng.",
    "ethnic_name": "Tên dân tộc ghi theo tên gọi khác, đổi thành tên trong danh mục 54 dân tộc.",
    "commune_name": "Tên xã, phường, huyện trước ngày 01/7/2025, đổi thành tên hiện nay.",
    "village_added": "Thôn chưa có trong máy, đã thêm.",
    "village_spelling": "Tên thôn ghi không dấu, lấy tên thôn trong máy.",
    "village_from_address": "Địa chỉ là tên một thôn trong máy, lấy làm thôn.",
    "village_filled": "Ô thôn để trống, lấy theo thôn ghi ở dòng trên.",
}
