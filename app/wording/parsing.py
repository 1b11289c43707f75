"""What is said when typed text cannot be read."""

from __future__ import annotations

PARSING_PROBLEMS: dict[str, str] = {
    "not_money": "Không đọc được số tiền “{text}”. Gõ như 60.000.000 hoặc 60tr.",
    "not_count": "“{text}” không phải là số đếm. Gõ chữ số, như 5.",
    "number_too_large": "Số “{text}” quá lớn. Xem lại có thừa chữ số không rồi gõ lại.",
    "not_in_list": "Không có “{text}” trong danh sách. Chọn một mục có sẵn.",
    "not_number": "Không đọc được số “{text}”. Gõ như 36,5.",
    "number_unclear": "Số “{text}” hiểu được theo hai cách. Gõ {suggestion} nếu đúng là số lẻ.",
    "not_date": "Không đọc được ngày “{text}”. Gõ như 5/10/2026 hoặc 051026.",
    "date_not_exist": "Không có ngày “{text}” trong lịch. Sửa lại ngày.",
    "date_short_year": "Năm trong “{text}” chỉ có hai chữ số. Sửa thành {suggestion} nếu đúng.",
    "not_year": "“{text}” không phải là năm. Gõ đủ bốn chữ số, như 1956.",
    "not_phone": "Số điện thoại “{text}” không đủ 10 chữ số. Kiểm tra lại số.",
    "not_citizen_id": "Số căn cước có 12 chữ số (chứng minh cũ có 9), ở đây có {count}. Kiểm tra lại số.",
    "citizen_id_lost_zero": "Số căn cước có {count} chữ số, có thể mất số 0 ở đầu. Sửa thành {suggestion}?",
}
