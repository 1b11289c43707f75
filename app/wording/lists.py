"""Officers' own lists: how they head their columns, how they write the vocabulary, and what is said about their rows.

The recognising words come from `domain.md` 3.3 and from lists as communes type them; the first spelling of each field
is the one of the template.
"""

from __future__ import annotations

from app.wording.vocabulary import CATEGORIES, GENDERS, WORK_TYPES

#: Field -> headings, the template's first. A heading is read without accents, capitals, marks and brackets.
HEADINGS: dict[str, tuple[str, ...]] = {
    "seq": ("STT", "TT", "Số TT", "S.T.T", "Số thứ tự"),
    "household_code": ("Mã hộ", "Mã số hộ", "Mã hộ nghèo", "Mã HN", "Mã số hộ nghèo", "Số hồ sơ", "Mã hồ sơ"),
    "head_name": (
        "Họ và tên chủ hộ",
        "Họ tên chủ hộ",
        "Tên chủ hộ",
        "Chủ hộ",
        "Chủ hộ gia đình",
        "Họ tên người đại diện hộ",
        "Họ và tên người đại diện hộ",
        "Người đại diện hộ",
        "Đại diện hộ",
    ),
    "birth": (
        "Ngày, tháng, năm sinh",
        "Năm sinh",
        "Ngày sinh",
        "Ngày tháng năm sinh",
        "Sinh năm",
        "Sinh ngày",
        "Ngày/tháng/năm sinh",
    ),
    "gender": ("Giới tính", "Nam/Nữ", "Nam, nữ", "GT", "Phái"),
    "ethnicity": ("Dân tộc", "Thành phần dân tộc", "Tên dân tộc"),
    "citizen_id": (
        "Số CCCD/ĐDCN",
        "Số CCCD",
        "CCCD",
        "Căn cước",
        "Số căn cước",
        "Căn cước công dân",
        "Số căn cước công dân",
        "Thẻ căn cước",
        "Số CMND/CCCD",
        "CMND/CCCD",
        "CMND",
        "Số CMND",
        "CMTND",
        "Số CMTND",
        "Số CMT",
        "Chứng minh nhân dân",
        "Số định danh",
        "Số định danh cá nhân",
        "Mã định danh cá nhân",
        "Số ĐDCN",
        "ĐDCN",
    ),
    "phone": (
        "Số điện thoại",
        "Điện thoại",
        "SĐT",
        "ĐT",
        "Số ĐT",
        "Điện thoại liên hệ",
        "Số điện thoại liên hệ",
        "Điện thoại di động",
        "ĐTDĐ",
    ),
    "village": (
        "Thôn/tổ dân phố",
        "Thôn",
        "Bản",
        "Buôn",
        "Ấp",
        "Khóm",
        "Khu phố",
        "TDP",
        "Tổ dân phố",
        "Xóm",
        "Khối",
        "Khối phố",
        "Làng",
        "Sóc",
        "Phum",
        "Khu dân cư",
        "Tên thôn",
        "Thôn bản",
    ),
    "address": (
        "Địa chỉ",
        "Nơi thường trú",
        "Hộ khẩu thường trú",
        "HKTT",
        "Địa chỉ thường trú",
        "Chỗ ở hiện nay",
        "Nơi ở hiện nay",
        "Nơi ở",
        "Nơi cư trú",
        "Địa chỉ cư trú",
    ),
    "commune": ("Xã/phường", "Xã", "Phường", "Xã phường thị trấn", "Tên xã"),
    "members": (
        "Số nhân khẩu",
        "Nhân khẩu",
        "Số khẩu",
        "SNK",
        "Số người trong hộ",
        "Số người",
        "Tổng số nhân khẩu",
        "Số nhân khẩu trong hộ",
    ),
    "category": (
        "Đối tượng",
        "Diện hộ",
        "Thuộc diện",
        "Thuộc đối tượng",
        "Diện đối tượng",
        "Loại hộ",
        "Phân loại hộ",
        "Phân loại",
        "Đối tượng ưu tiên",
        "Đối tượng hỗ trợ",
        "Đối tượng được hỗ trợ",
        "Đối tượng thụ hưởng",
        "Diện",
    ),
    "house_status": (
        "Hiện trạng nhà ở",
        "Hiện trạng nhà",
        "Tình trạng nhà",
        "Tình trạng nhà ở",
        "Thực trạng nhà",
        "Thực trạng nhà ở",
        "Loại nhà",
        "Hiện trạng",
    ),
    "area_current": (
        "Diện tích hiện tại (m²)",
        "Diện tích nhà",
        "Diện tích nhà ở",
        "DT nhà",
        "Diện tích nhà hiện tại",
        "DTSD",
        "Diện tích sử dụng",
    ),
    "land": ("Tình trạng đất ở", "Đất ở", "Giấy tờ đất", "GCN QSDĐ", "Giấy chứng nhận QSDĐ", "Có/chưa GCN QSDĐ"),
    "need": (
        "Nhu cầu hỗ trợ",
        "Nhu cầu",
        "Hình thức hỗ trợ",
        "Loại hình hỗ trợ",
        "Loại hình",
        "Hình thức",
        "Xây mới/sửa chữa",
        "Xây mới, sửa chữa",
        "Đề nghị xây mới/sửa chữa",
        "Đề nghị hỗ trợ",
        "XM/SC",
        "Nội dung hỗ trợ",
    ),
    "support_amount": (
        "Mức hỗ trợ (đồng)",
        "Số tiền",
        "Số tiền hỗ trợ",
        "Số tiền đề nghị",
        "Kinh phí",
        "Kinh phí hỗ trợ",
        "Kinh phí đề nghị",
        "Kinh phí đề nghị hỗ trợ",
        "Mức hỗ trợ",
        "Mức đề nghị",
        "Mức đề nghị hỗ trợ",
        "Nhu cầu kinh phí",
    ),
    "note": ("Ghi chú", "GC", "Lý do chưa triển khai", "Lưu ý"),
}

#: Headings that name a field only when no other column does.
WEAK_HEADINGS: dict[str, tuple[str, ...]] = {
    "head_name": ("Họ và tên", "Họ tên", "Tên hộ"),
    "birth": ("NS",),
    "ethnicity": ("DT",),
    "commune": ("Đơn vị",),
}

#: A heading with one of these belongs to somebody or something else, whatever else it says.
VETO_WORDS = (
    "vợ", "chồng", "con", "cha", "mẹ", "bố", "thành viên", "thừa kế", "ủy quyền", "giám hộ", "thân nhân", "cán bộ",
    "người lập", "điều tra viên", "liên hệ với", "quan hệ", "trưởng thôn", "còn lại", "đã cấp", "giải ngân", "đối ứng",
)  # fmt: skip
#: Words that may stand beside a heading without changing its meaning.
FILLER_WORDS = "của chủ hộ gia đình nếu có ghi rõ theo số các"

UNIT_WORDS = {"triệu đồng": 1_000_000, "triệu": 1_000_000, "trđ": 1_000_000, "tr.đ": 1_000_000,
              "nghìn đồng": 1_000, "ngàn đồng": 1_000, "1000 đồng": 1_000, "1.000 đồng": 1_000,
              "đồng": 1, "vnđ": 1, "vnd": 1}  # fmt: skip
UNIT_LINE = "Đơn vị tính"

VILLAGE_WORDS = (
    "thôn", "bản", "buôn", "ấp", "khóm", "khu phố", "khu dân cư", "tổ dân phố", "tdp", "xóm", "khối phố", "khối",
    "làng", "sóc", "phum", "plei", "bon", "tổ", "khu",
)  # fmt: skip
TOTAL_WORDS = ("tổng cộng", "tổng số", "tổng", "cộng", "toàn xã", "toàn phường")
SIGNATURE_WORDS = (
    "người lập", "lập biểu", "người tổng hợp", "ký tên", "ký, ghi rõ", "ký ghi rõ", "tm. ", "t/m", "ủy ban nhân dân",
    "chủ tịch", "trưởng thôn", "trưởng bản", "trưởng ban", "tổ trưởng", "xác nhận của", "kế toán", "thủ trưởng",
    "nơi nhận", "cán bộ",
)  # fmt: skip

GENDER_WORDS: dict[str, tuple[str, ...]] = {
    "male": (GENDERS["male"], "Trai", "Nam giới", "M", "Male"),
    "female": (GENDERS["female"], "Gái", "Nữ giới", "F", "Female"),
}
CATEGORY_WORDS: dict[str, tuple[str, ...]] = {
    "poor": (CATEGORIES["poor"], "Nghèo", "HN", "Hộ nghèo đa chiều"),
    "near_poor": (CATEGORIES["near_poor"], "Cận nghèo", "HCN", "CN"),
    "meritorious": (
        CATEGORIES["meritorious"], "NCC", "Hộ NCC", "Người có công với cách mạng", "Gia đình người có công",
        "Hộ người có công", "Gia đình có công", "Hộ có công", "NCC với cách mạng", "Hộ gia đình người có công",
    ),
    "martyr_relative": (CATEGORIES["martyr_relative"], "Thân nhân liệt sỹ", "TNLS", "Gia đình liệt sĩ",
                        "Gia đình liệt sỹ"),
    "policy_family": (CATEGORIES["policy_family"], "Chính sách", "Hộ chính sách", "GĐCS", "Gia đình CS"),
    "disaster": (
        CATEGORIES["disaster"], "Thiên tai", "Bị thiên tai", "Hộ bị thiên tai", "Ảnh hưởng thiên tai",
        "Bị ảnh hưởng thiên tai, biến đổi khí hậu", "Biến đổi khí hậu", "Hộ bị ảnh hưởng thiên tai",
    ),
    "elderly_alone": (CATEGORIES["elderly_alone"], "Neo đơn", "Người già neo đơn", "Già neo đơn",
                      "Người cao tuổi neo đơn"),
    "disabled": (CATEGORIES["disabled"], "Người khuyết tật", "NKT", "Hộ có người khuyết tật"),
    "other": (CATEGORIES["other"], "Hộ khó khăn", "Khó khăn", "KK", "Hoàn cảnh khó khăn", "Hộ có hoàn cảnh khó khăn",
              "Đối tượng khác"),
}  # fmt: skip
WORK_TYPE_WORDS: dict[str, tuple[str, ...]] = {
    "new_build": (WORK_TYPES["new_build"], "XM", "Làm mới", "Xây dựng mới", "Xây mới nhà", "Xây mới nhà ở",
                  "Xây nhà mới",
                  "Xây", "Làm nhà mới", "Xóa nhà tạm", "Hỗ trợ xây mới", "Nhà xây mới"),
    "repair": (WORK_TYPES["repair"], "SC", "Sửa", "Sửa chữa nhà", "Sửa chữa nhà ở", "Sửa nhà", "Cải tạo",
               "Sửa chữa, cải tạo", "Cải tạo, sửa chữa", "Nâng cấp", "Hỗ trợ sửa chữa", "Nhà sửa chữa"),
}  # fmt: skip
NAME_TITLES = ("ông (bà)", "ông/bà", "ông", "bà")
MIDDLE_NAMES = ("thị", "văn", "ích")
MEMBER_WORDS = ("khẩu", "người", "nhân khẩu", "nk")

LIST_PROBLEMS: dict[str, str] = {
    "not_name": "“{text}” không phải là họ tên. Ghi lại họ tên chủ hộ.",
    "year_short": "Năm “{text}” chỉ có hai chữ số. Ghi đủ bốn chữ số.",
    "not_birth": "Không đọc được năm sinh hoặc ngày sinh “{text}”. Ghi như 1956 hoặc 20/05/1956.",
    "not_gender": "Không đọc được giới tính “{text}”. Ghi Nam hoặc Nữ.",
    "not_category": "Không rõ đối tượng “{text}”. Ghi như Hộ nghèo, Hộ cận nghèo, Người có công.",
    "several_categories": "Ô ghi nhiều đối tượng “{text}”; phần mềm lấy “{taken}”. Kiểm tra lại.",
    "not_work_type": "Không rõ nhu cầu “{text}”. Ghi Xây mới hoặc Sửa chữa.",
    "not_member_count": "Số nhân khẩu “{text}” không đọc được. Ghi một số từ 1 đến 99.",
    "amount_small": "Mức hỗ trợ {amount} đồng nhỏ khác thường. Kiểm tra đơn vị tính (đồng hay nghìn đồng).",
    "citizen_id_twice": "Số căn cước này đã có ở dòng {row}, trang {sheet} của tệp. Bỏ một dòng hoặc sửa lại số.",
    "household_twice": "Hộ trùng họ tên, năm sinh và thôn với dòng {row}, trang {sheet} của tệp. "
    "Ghi số căn cước để phân biệt, hoặc bỏ một dòng.",
    "household_ambiguous": "Có {count} hộ trong máy cùng số căn cước, hoặc cùng họ tên, năm sinh và thôn, "
    "nên không rõ là hộ nào. Xem lại các hộ đó rồi nhập lại.",
    "household_unclear": "Trong máy có hộ cùng họ tên nhưng thiếu năm sinh hoặc thôn nên không rõ có phải hộ này. "
    "Ghi số căn cước, hoặc bổ sung hộ đã có, rồi nhập lại.",
    "household_other_id": "Hộ cùng họ tên, năm sinh và thôn trong máy có số căn cước khác. Kiểm tra có phải là hai hộ.",
    "village_ambiguous": "Có nhiều thôn cùng tên “{text}”. Ghi đủ tên thôn như trong máy.",
    "village_refused": "Thôn “{text}” chưa có trong máy. Thêm thôn hoặc sửa lại tên thôn.",
    "commune_other": "Dòng này ghi “{text}”, nay là: {names}; không phải xã, phường của cơ quan. "
    "Bỏ dòng này nếu hộ ở nơi khác.",
    "commune_divided": "“{text}” đã chia về nhiều nơi: {names}. Kiểm tra hộ này thuộc nơi nào.",
    "commune_unknown": "Không rõ xã, phường “{text}”. Kiểm tra hộ này có thuộc địa bàn không.",
    "text_legacy": "Chữ “{text}” gõ bằng bảng mã cũ (TCVN3 hoặc VNI). Chuyển tệp sang Unicode rồi nhập lại.",
    "column_ambiguous": "Cột “{heading}” trùng ý với một cột khác nên chưa dùng. Đổi tên tiêu đề cho rõ rồi nhập lại.",
    "headings_parted": "Tiêu đề có hai dòng; các cột con ở dòng dưới chưa được đọc. "
    "Gộp thành một dòng tiêu đề rồi nhập lại.",
    "list_no_table": "Không thấy bảng danh sách hộ trong tệp {name}. Bảng cần một dòng tiêu đề có cột "
    "“Họ và tên chủ hộ”; có thể lấy tệp mẫu rồi chép danh sách vào.",
    "list_nothing_saved": "Không lưu được dòng nào trong {count} dòng của tệp {name}. Sửa các chỗ đã nêu rồi nhập lại.",
    "mapping_unfit": 'Tệp ghép cột {name} không đọc được. Tệp cần có dạng {{"tiêu đề": "mục tin"}}.',
    "list_empty": "Bảng danh sách trong tệp {name} không có dòng nào. Điền danh sách rồi nhập lại.",
    "sheet_unknown": "Tệp {name} không có trang tính “{sheet}”. Chọn một trong các trang: {sheets}.",
    "mapping_unknown": "Phần mềm không có mục “{text}” để ghép cột. Các mục: {fields}.",
    "repair_unknown": "Không có loại sửa tự động “{text}”. Các loại: {kinds}.",
}

REPAIRS: dict[str, str] = {
    "name_case": "Họ tên viết hoa toàn bộ hoặc viết thường, đổi thành chữ hoa đầu từ.",
    "name_title": "Bỏ “Ông”, “Bà” trước họ tên.",
    "text": "Bỏ ký tự ẩn hoặc dấu gõ rời trong ô.",
    "id_leading_zero": "Excel làm mất số 0 ở đầu số căn cước, thêm lại cho đủ.",
    "phone_leading_zero": "Excel làm mất số 0 ở đầu số điện thoại, thêm lại.",
    "year_from_id": "Năm sinh chỉ có hai chữ số, lấy thế kỷ theo số căn cước.",
    "date_from_number": "Ô ngày sinh là số thứ tự ngày của Excel, đổi thành ngày.",
    "date_month_first": "Ngày ghi tháng trước, đổi lại ngày trước tháng sau.",
    "amount_unit": "Số tiền ghi theo đơn vị khác, đổi ra đồng.",
    "village_added": "Thôn chưa có trong máy, đã thêm.",
    "village_from_address": "Địa chỉ là tên một thôn trong máy, lấy làm thôn.",
}

TEMPLATE_TITLE = "DANH SÁCH HỘ ĐỀ NGHỊ HỖ TRỢ NHÀ Ở"
TEMPLATE_NOTE = "Mỗi hộ một dòng, chỉ bắt buộc họ và tên chủ hộ; ô chưa rõ để trống."
TEMPLATE_SHEET = "Danh sách hộ"
READING = "Đang đọc tệp danh sách…"
SAVING = "Đang lưu danh sách…"
IMPORTED = (
    "Đã đọc {read} dòng của tệp {file}: {new} hộ mới, {changed} hộ sửa, {unchanged} hộ như cũ, "
    "{rejected} dòng không nhận, {skipped} dòng bỏ qua; {repairs} chỗ sửa tự động."
)
UNUSED = "Trang {sheet}, cột không đọc: {headings}."
TRIED = "Chạy thử, chưa lưu gì."
TEMPLATE_WRITTEN = "Đã ghi tệp mẫu {file}."

COMMAND_GROUP = "danh sách của cán bộ"
COMMAND_IMPORT = "nhập danh sách hộ từ tệp Excel"
COMMAND_TEMPLATE = "ghi tệp danh sách mẫu để điền"
ARG_FILE = "tệp danh sách .xlsx"
ARG_SHEET = "trang tính cần nhập; không ghi là mọi trang"
ARG_PROGRAMME = "mã chương trình của danh sách"
ARG_DRY_RUN = "chỉ đọc và báo, không lưu"
ARG_MAPPING = "tệp JSON ghép tiêu đề cột với mục tin"
ARG_REFUSE = "loại sửa tự động không muốn dùng, cách nhau bằng dấu phẩy"
ARG_OUT = "tệp mẫu sẽ ghi"
