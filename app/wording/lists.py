"""Officers' own lists: how they head their columns, how they write the vocabulary, and what is said about their rows.

The recognising words come from `domain.md` 3.3 and from lists as communes type them; the first spelling of each field
is the one of the template.
"""

from __future__ import annotations

from app.wording.vocabulary import CATEGORIES, GENDERS, WORK_TYPES

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
