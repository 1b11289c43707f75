"""Words of the form of a household, its members and its present house."""

from __future__ import annotations

TITLE_NEW = "Thêm hộ"
PART_HOUSEHOLD, PART_MEMBERS, PART_CONDITION = "Hộ và nhân khẩu", "Nhân khẩu", "Nhà cũ"
GROUP_HEAD, GROUP_REQUEST, GROUP_BANK, GROUP_MEMBERS = "Chủ hộ", "Đề nghị hỗ trợ", "Tài khoản nhận tiền", "Nhân khẩu"
GROUP_RESIDENCE = "Cư trú"
GROUP_HOUSE, GROUP_PLACE, GROUP_SURVEY = "Nhà đang ở", "Đất và vị trí", "Phiếu khảo sát"

LABELS = {
    "head_name": "Họ và tên chủ hộ",
    "birth": "Ngày, năm sinh",
    "gender": "Giới tính",
    "citizen_id": "Số căn cước",
    "ethnicity": "Dân tộc",
    "phone": "Điện thoại",
    "village_id": "Thôn",
    "address": "Địa chỉ",
    "category": "Đối tượng",
    "flags": "Ưu tiên",
    "member_count": "Số nhân khẩu",
    "guardian": "Người giám hộ",
    "independent_since": "Thành hộ riêng từ",
    "split_from_id": "Tách ra từ hộ",
    "resident_since": "Thường trú từ",
    "code": "Mã hộ",
    "note": "Ghi chú",
    "programme_id": "Chương trình",
    "work_type": "Hình thức",
    "requested_amount": "Mức đề nghị",
    "bank_account": "Số tài khoản",
    "bank_name": "Ngân hàng",
    "bank_holder": "Chủ tài khoản",
    "condition.surveyed_on": "Ngày khảo sát",
    "condition.description": "Hiện trạng",
    "condition.foundation": "Nền, móng",
    "condition.foundation_hard": "Nền, móng cứng",
    "condition.frame_wall": "Khung, tường",
    "condition.frame_wall_hard": "Khung, tường cứng",
    "condition.roof": "Mái",
    "condition.roof_hard": "Mái cứng",
    "condition.area_m2": "Diện tích",
    "condition.built_year": "Năm làm nhà",
    "condition.land_papers": "Giấy tờ đất",
    "condition.flood_danger": "Nguy cơ lũ, ngập",
    "condition.slide_danger": "Nguy cơ sạt lở",
    "condition.fits_planning": "Phù hợp quy hoạch",
    "condition.note": "Ghi chú",
    "condition.occupation": "Nghề nghiệp",
    "condition.education": "Trình độ học vấn",
    "condition.employment": "Việc làm",
    "condition.religion": "Tôn giáo",
    "condition.circumstances": "Hoàn cảnh gia đình",
    "condition.need": "Nhu cầu hỗ trợ",
    "condition.surveyors": "Người khảo sát",
    "condition.latitude": "Vĩ độ",
    "condition.longitude": "Kinh độ",
}
RELATED_HINT = "gõ tên chủ hộ cũ"
SURVEYORS_HINT = "mỗi người một dòng: họ tên, chức danh"
EMPLOYMENTS = ("Có việc làm", "Không có việc làm", "Đang đi học")
NEEDS = ("Xây dựng nhà lắp ghép", "Gia đình tự xây mới", "Gia đình tự sửa chữa")
AREA_UNIT = "m²"
FLAGS_NONE = "Chọn ưu tiên"

MEMBER_COLUMNS = {
    "name": "Họ và tên",
    "relation": "Quan hệ",
    "gender": "Nam, nữ",
    "birth": "Năm sinh",
    "citizen_id": "Số căn cước",
}
MEMBERS_NAME = "Nhân khẩu ngoài chủ hộ"
REMOVE_MEMBER = "Bỏ dòng này"
MEMBERS_HINT = "Gõ vào dòng cuối để thêm người."

SAVE, SAVE_NEXT, DISCARD = "Lưu (Ctrl+S)", "Lưu và thêm hộ tiếp (Ctrl+Enter)", "Bỏ thay đổi"
SAVING, READING = "Đang lưu hộ", "Đang mở hồ sơ"
EMPTY_FIELDS = "còn trống {count} mục"
PLACES = "{count} chỗ cần xem lại (F8)"
DRAFT = "Bản nháp chưa lưu, gõ dở lúc {when}."
DRAFT_TIME = "%H:%M ngày %d/%m/%Y"
RELOAD_QUESTION = "Hộ này vừa được thay đổi ở nơi khác. Tải lại số liệu mới, hay giữ chữ đang gõ để chép lại?"
RELOAD, KEEP = "Tải lại", "Giữ chữ đang gõ"
DISCARD_QUESTION = "Bỏ những gì vừa gõ của hộ này? Số liệu đã lưu không đổi."
DISCARD_YES, DISCARD_NO = "Bỏ thay đổi", "Gõ tiếp"
PROPOSED = "Đã ghi đề nghị sửa hộ {name}. Đề nghị đi về xã trong gói gửi lần tới, xã nhận thì số liệu mới đổi."
