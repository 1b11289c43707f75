"""What the room of campaigns says of plans: problems of a plan or its file, days, doubtful legal bases."""

from __future__ import annotations

from enum import StrEnum

from app.wording.fields import field_label
from app.wording.vocabulary import AWARD_OBJECTS

YEAR, MONTH, QUARTER = "năm {year}", "tháng {month}/{year}", "quý {quarter}/{year}"
QUARTERS = ("I", "II", "III", "IV")
#: Where in a plan file a problem stands.
AT_LINE, AT_KEY = "Dòng {line}", "Dòng {line}, khóa {key}"
MEANT = " Có phải là {names}?"
ONE_OF = "một trong: {names}"

CAMPAIGN_PROBLEMS: dict[str, str] = {
    "plan_not_toml": "Không đọc được tệp kế hoạch ở dòng {line}, cột {column}. Sửa dòng đó rồi làm lại.",
    "plan_not_text": "Tệp kế hoạch phải lưu bằng bảng mã UTF-8; dòng {line} có chữ không đọc được. Lưu lại tệp.",
    "plan_file_large": "Tệp kế hoạch dài quá {limit} KB. Chia nhỏ nội dung hoặc kiểm tra lại tệp.",
    "plan_key_unknown": "không có khóa {name} trong kế hoạch.{meant} Sửa tên khóa hoặc bỏ dòng này.",
    "plan_key_missing": "thiếu {label} (khóa {name}). Thêm vào rồi làm lại.",
    "plan_wants_text": "{label} phải là chữ trong dấu nháy. Sửa lại giá trị.",
    "plan_wants_day": "{label} phải là ngày, tháng, quý hoặc năm, như 2024-11-05, 2024-11, 2024-Q4, 2024.",
    "plan_wants_period": "{label} phải là ngày, tháng, quý, năm, hoặc khoảng như 2021/2025.",
    "plan_wants_whole": "{label} phải là số nguyên từ 0 trở lên. Sửa lại giá trị.",
    "plan_wants_decimal": "{label} phải là số, như 0.06 hoặc 1200. Sửa lại giá trị.",
    "plan_wants_flag": "{label} phải là true hoặc false. Sửa lại giá trị.",
    "plan_wants_list": '{label} phải là danh sách, như ["a", "b"]. Sửa lại giá trị.',
    "plan_wants_tables": "{name} phải là các mục [[{name}]]. Sửa lại cách viết.",
    "plan_word_unknown": "{label} không có giá trị “{text}”; chọn {names}.",
    "plan_day_unread": "Không đọc được “{text}”. Gõ ngày, tháng, quý hoặc năm: 05/11/2024, 11/2024, quý IV/2025, 2025.",
    "plan_code_unfit": "Mã “{text}” chỉ được có chữ thường không dấu, chữ số và dấu gạch ngang. Sửa lại mã.",
    "plan_code_taken": "Đã có kế hoạch mã {text}. Đặt mã khác.",
    "plan_unit_twice": "Có hai đơn vị cùng mã {text}. Đặt mã khác cho một đơn vị.",
    "plan_unit_unknown": "không có đơn vị mã {text} trong kế hoạch. Sửa mã hoặc thêm đơn vị.",
    "plan_unit_above_itself": "đơn vị {text} trực thuộc chính mình. Sửa lại nơi trực thuộc.",
    "plan_form_twice": "Có hai hình thức khen thưởng cùng mã {text}. Đặt mã khác cho một hình thức.",
    "plan_form_unknown": "không có hình thức khen thưởng mã {text}. Sửa mã hoặc thêm hình thức.",
    "plan_object_unfit": "hình thức {form} không tặng cho {object}. Sửa đối tượng, hoặc thêm vào hình thức.",
    "plan_days_reversed": "Ngày kết thúc trước ngày bắt đầu. Xem lại hai ngày này.",
    "plan_bounds_reversed": "Mức trên nhỏ hơn mức dưới. Xem lại hai mức này.",
    "plan_upper_missing": "Chỉ tiêu trong khoảng cần có mức trên. Gõ mức trên.",
    "plan_figure_missing": "Chỉ tiêu chưa có con số. Gõ con số cần đạt.",
    "plan_name_missing": "Chỉ tiêu nhập tay cần có tên. Gõ tên chỉ tiêu.",
    "plan_due_missing": "Chưa có hạn. Gõ hạn, hoặc đánh dấu khi có yêu cầu.",
    "plan_number_missing": "Chưa có số lượng. Gõ số lượng được đề xuất.",
    "plan_bounds_missing": "Bậc chỉ tiêu cần mức từ hoặc mức đến. Gõ ít nhất một mức.",
    "plan_area_unknown": "Chưa có địa bàn “{text}” trên máy: đơn vị {name} chưa nối với địa bàn nào.",
    "plan_superior_unknown": "Chưa có kế hoạch cấp trên mã {text} trên máy: giữ phần trích dẫn, chưa nối được.",
    "plan_above_missing": "Chưa chọn kế hoạch cấp trên. Chọn một kế hoạch trong danh sách.",
    "plan_text_missing": "Nội dung này không để trống được. Gõ lại nội dung.",
    "campaign_unknown": "Không có kế hoạch nào mã {text}. Xem mã bằng lệnh campaign list.",
    "campaign_several": "Có nhiều kế hoạch kết thúc bằng {text}: {names}. Gõ thêm.",
    "campaign_open_already": "Kế hoạch này đang mở.",
    "campaign_closed_already": "Kế hoạch này đã kết thúc.",
    "campaign_open_day_missing": "Thiếu ngày mở kế hoạch. Gõ ngày rồi lưu lại.",
    "campaign_taken_off_bundled": "Kế hoạch đi kèm phần mềm được giữ lại; chỉ bỏ được kế hoạch tự lập.",
    "basis_doubtful": "Căn cứ cần kiểm tra: {text}. {warning}",
    "office_ended": "{name} không còn từ ngày {day}. Ghi nơi thay thế.",
    "office_ended_told": "{name} không còn từ ngày {day}; nơi thay thế: {successor}.",
}

#: Where in a plan a doubtful text stands.
DOUBT_PLACES = {
    "campaign": "Cơ quan ban hành",
    "legal_basis": "Căn cứ",
    "recipient": "Nơi nhận",
    "route": "Nơi hồ sơ đi qua",
    "text": "Nội dung",
    "unit": "Đơn vị",
    "form": "Nơi khen thưởng",
    "deadline": "Nơi gửi báo cáo",
}
CITED, CITED_WITHOUT_NUMBER = "Kế hoạch số {number}", "……"
CITED_DAY, CITED_ISSUER, CITED_NAME = " ngày {day}", " của {issuer}", " về {name}"

#: The record behind each part of a plan; its items carry the labels.
ENTITY_OF_PART = {
    "text": "campaign_text",
    "unit": "campaign_unit",
    "target": "campaign_target",
    "task": "campaign_task",
    "deadline": "campaign_deadline",
    "form": "award_form",
    "quota": "quota_rule",
}
#: What only a plan file names in its own way, by part and key.
_FILE_LABELS = {
    ("unit", "parent"): "Trực thuộc",
    ("unit", "area"): "Địa bàn trên máy",
    ("target", "unit"): "Đơn vị",
    ("campaign", "superior_code"): "Mã kế hoạch cấp trên",
}


def plan_label(part: str, name: str) -> str:
    """What a field of a plan ("campaign" or one of its parts) is called."""
    return _FILE_LABELS.get((part, name)) or field_label(ENTITY_OF_PART.get(part, part), name)


def plan_words(known: type[StrEnum] | None) -> str:
    """The words a field may hold, for a sentence."""
    return ", ".join(known) if known else ""


def object_name(value: str) -> str:
    """Whom an award goes to, within a sentence."""
    return AWARD_OBJECTS.get(value, value).lower()


def cited(number: str | None, day: str, issuer: str | None, name: str | None) -> str:
    """A plan as another one cites it."""
    text = CITED.format(number=number or CITED_WITHOUT_NUMBER)
    text += CITED_DAY.format(day=day) if day else ""
    text += CITED_ISSUER.format(issuer=issuer) if issuer else ""
    return text + (CITED_NAME.format(name=name) if name else "")
