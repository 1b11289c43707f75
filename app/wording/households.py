"""Households and villages: what is said about their fields, and what the commands print."""

from __future__ import annotations

from app.wording.vocabulary import CATEGORIES, GENDERS, STAGES, STATUSES, WORK_TYPES

HOUSEHOLD_PROBLEMS: dict[str, str] = {
    "household_has_money": (
        "Hộ {names} đang có tiền hoặc hiện vật đã phân bổ, đã chi, đã giao. Sửa sai các dòng đó trước, rồi bỏ hộ."
    ),
    "village_name_missing": "Có dòng chưa gõ tên thôn. Gõ tên hoặc bỏ dòng đó.",
    "village_twice": "Thôn “{name}” có hai lần. Bỏ một dòng hoặc sửa lại tên.",
    "village_unknown": "Chưa có thôn “{text}” trong máy. Chọn thôn đã có, hoặc thêm thôn trong Thiết lập.",
    "citizen_id_length": "Số căn cước có 12 chữ số (chứng minh cũ có 9), ở đây có {count}. Kiểm tra lại số.",
    "citizen_id_gender": "Số căn cước này là của {gender}, khác với giới tính đã ghi. Kiểm tra lại.",
    "citizen_id_birth": "Số căn cước cho năm sinh {year}, khác với năm sinh đã ghi. Kiểm tra lại.",
    "citizen_id_province": "Ba chữ số đầu {code} không phải mã tỉnh nơi khai sinh. Kiểm tra lại số căn cước.",
    "split_from_unfit": "Hộ cũ phải là một hộ khác có trong máy. Gõ tên chủ hộ cũ rồi chọn trong các hộ hiện ra.",
    "citizen_id_known": "Số căn cước này đã ghi cho hộ {name}. Kiểm tra có phải cùng một hộ.",
    "birth_ahead": "Năm sinh {year} chưa tới. Sửa lại năm sinh.",
    "day_ahead": "Ngày {day} chưa tới. Sửa lại ngày.",
    "year_ahead_built": "Năm làm nhà {year} chưa tới. Sửa lại năm.",
    "head_under_18": "Chủ hộ chưa đủ 18 tuổi. Ghi thêm người giám hộ.",
    "member_count_small": "Số nhân khẩu phải từ 1 trở lên. Sửa lại số nhân khẩu.",
    "member_count_listed": "Đã ghi tên {count} người kể cả chủ hộ, nhiều hơn số nhân khẩu. Kiểm tra lại.",
    "member_name_missing": "Có dòng nhân khẩu chưa gõ họ tên. Gõ họ tên hoặc bỏ dòng này.",
    "area_unfit": "Diện tích phải lớn hơn 0. Sửa lại diện tích.",
    "area_unusual": "Diện tích {area} m² lớn khác thường. Kiểm tra lại.",
    "ethnicity_other": "“{text}” không có trong danh mục 54 dân tộc. Vẫn giữ như đã gõ.",
    "not_choice": "Không có mục “{text}”. Chọn một trong: {choices}.",
    "not_yes_no": "Không rõ “{text}” là có hay không. Gõ Có hoặc Không.",
    "field_unknown": "Phần mềm không có mục tin “{text}” của hộ. Các mục: {fields}.",
    "field_form": "“{text}” không có dạng MỤC=GIÁ TRỊ. Gõ như phone=0912345678.",
    "commune_only": "Chỉ xã, phường mới thêm hộ. Hộ về đây qua gói dữ liệu của xã.",
    "household_not_found": "Không có hộ nào có mã kết thúc bằng “{text}”. Xem lại mã trong danh sách.",
    "household_ending_short": "Mã “{text}” quá ngắn. Gõ ít nhất 6 ký tự cuối của mã.",
    "household_ending_several": "Có nhiều hộ có mã kết thúc bằng “{text}”. Gõ thêm ký tự.",
    "household_is_out": "Hộ này đã ra khỏi danh sách. Đưa hộ trở lại rồi làm tiếp.",
    "household_not_out": "Hộ này đang ở trong danh sách, không cần đưa trở lại.",
    "reason_missing": "Thiếu lý do. Gõ lý do rồi lưu lại.",
    "programme_unknown": "Không có chương trình “{text}”. Ghi đúng một tên trong các chương trình đang có: {known}.",
    "status_unknown": "Không có tình trạng “{text}”. Chọn một trong: {choices}.",
}

#: Labels of the fields a form cannot be saved without.
REQUIRED_LABELS = {"head_name": "họ tên chủ hộ", "village_id": "thôn", "category": "đối tượng"}

PERSONS = {"male": "nam", "female": "nữ"}

SAVED = "Đã lưu hộ {name}, {village}."
SAVED_WITHOUT_VILLAGE = "Đã lưu hộ {name}."
TAKEN_OFF = "Đã đưa hộ {name} ra khỏi danh sách. Hồ sơ và lịch sử vẫn giữ, có thể đưa trở lại."
RESTORED = "Đã đưa hộ {name} trở lại danh sách."

COMMAND_GROUP = "hộ gia đình"
COMMAND_LIST = "danh sách hộ, lọc và tìm không cần dấu"
COMMAND_SHOW = "mọi điều đã ghi về một hộ"
COMMAND_HISTORY = "lịch sử thay đổi của một hộ"
COMMAND_SET = "sửa mục tin của một hộ"
COMMAND_DELETE = "đưa một hộ ra khỏi danh sách, có lý do"
COMMAND_RESTORE = "đưa một hộ trở lại danh sách"
COMMAND_STATUS = "cơ quan, số hộ theo tình trạng, số tiền, gói dữ liệu, việc cần xử lý"
ARG_SEARCH = "họ tên, thôn, mã hộ, số căn cước hoặc các số cuối"
ARG_VILLAGE = "tên thôn"
ARG_STATUS = "tình trạng, như approved"
ARG_PROGRAMME = "mã chương trình"
ARG_LIMIT = "số hộ nhiều nhất được in"
ARG_ID = "mã hộ trong máy, hoặc ít nhất 6 ký tự cuối"
ARG_FIELD = "chỉ một mục tin"
ARG_ASSIGNMENT = "MỤC=GIÁ TRỊ, như phone=0912345678; để trống giá trị để xóa"
ARG_REASON = "lý do"

LIST_LINE = "{id}  {head_name}  {birth}  {village}  {category}  {status}  {paid} / {approved}"
LIST_TOTAL = "Đang xem {shown} / {total} hộ · {approved} đã duyệt"
SHOW_LINE = "{label}: {value}"
HISTORY_LINE = "{at}  {by}  {field}: {old} → {new} ({state})"
NOTHING = "(trống)"
HISTORY_STATES = {
    "current": "đang dùng",
    "superseded": "đã thay",
    "conflict": "hai số liệu khác nhau",
    "proposal": "đề nghị sửa",
}
STATUS_OFFICE = "{office} (máy {device})"
STATUS_COUNT = "{status}: {count} hộ"
STATUS_SUMS = "Đề nghị {requested}, đã duyệt {approved}, đã chi {paid}."
STATUS_REST = "Gói đã gửi, đã nhận: {packages}. Việc cần xử lý: {tasks}."

#: Words of the vocabulary that `household show` prints, by their value.
LABELS = {**GENDERS, **CATEGORIES, **WORK_TYPES, **STAGES, **STATUSES}
SHOW_LABELS = {
    "birth_year": "Năm sinh",
    "birth_date": "Ngày sinh",
    "village": "Thôn",
    "commune": "Mã xã",
    "programme": "Chương trình",
    "requested_amount": "Đề nghị (đồng)",
    "approved_amount": "Đã duyệt (đồng)",
    "paid_amount": "Đã chi (đồng)",
    "status": "Tình trạng",
    "stage": "Giai đoạn",
    "started_on": "Khởi công",
    "accepted_on": "Nghiệm thu",
    "handed_over_on": "Bàn giao",
    "version": "Số lần sửa",
    "members": "Nhân khẩu",
    "condition": "Nhà hiện nay",
    "decisions": "Quyết định",
    "payments": "Đã chi",
    "stages": "Tiến độ",
    "acceptance": "Biên bản nghiệm thu",
    "handover": "Biên bản bàn giao",
    "conflicts": "Hai số liệu khác nhau",
    "proposals": "Đề nghị sửa",
}
