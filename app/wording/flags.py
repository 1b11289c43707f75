"""Points to look at ("Điểm cần kiểm tra"): what each says, what to do about it."""

from __future__ import annotations

from collections.abc import Sequence

TITLE = "Điểm cần kiểm tra"
FLAG_PROBLEMS: dict[str, str] = {
    "flag_reason_missing": "Thiếu lý do. Gõ lý do đã kiểm tra rồi ghi lại.",
    "flag_gone": "Điểm cần kiểm tra này không còn: số liệu đã đổi hoặc đã có người ghi lý do. Tải lại trang.",
}
#: What each is called, in the order of the rules.
NAMES: dict[str, str] = {
    "full_payment_incomplete": "Chi đủ khi chưa nghiệm thu",
    "advance_without_start": "Chi lần hai khi chưa có giai đoạn",
    "completed_in_system_not_on_site": "Bàn giao khi chưa nghiệm thu",
    "one_day_house": "Làm nhà quá nhanh",
    "paid_already_had_house": "Hộ được hỗ trợ nhiều lần",
    "person_supported_twice": "Một người được hỗ trợ ở nhiều hộ",
    "wrong_bank_account": "Một tài khoản, nhiều hộ",
    "other_account_holder": "Chủ tài khoản khác chủ hộ",
    "minor_as_beneficiary": "Chủ hộ dưới 18 tuổi",
    "geotag_far_away": "Tọa độ ngoài xã",
    "overdue_12_months": "Quá 12 tháng từ lần chi đầu",
    "tranche_not_claimed": "Đã duyệt, chưa chi",
    "escaped_in_mid_course": "Thoát nghèo giữa chừng",
    "grievance_loop": "Ý kiến chưa trả lời",
}
TEXTS: dict[str, str] = {
    "full_payment_incomplete": "Đã chi đủ {paid} khi nhà chưa nghiệm thu.",
    "advance_without_start": "Lần chi {number} ({amount}) trước khi ghi giai đoạn xây dựng nào.",
    "completed_in_system_not_on_site": "Đã ghi bàn giao ngày {day} nhưng không có biên bản nghiệm thu.",
    "one_day_house": "Khởi công {first}, nghiệm thu {last}: {days}.",
    "paid_already_had_house": "Hộ được hỗ trợ nhà ở nhiều lần: {given}.",
    "person_supported_twice": "Người có số căn cước cuối {number} được hỗ trợ ở nhiều hộ: {given}.",
    "wrong_bank_account": "Số tài khoản {account} ghi cho {count} hộ: {heads}.",
    "other_account_holder": "Chủ tài khoản “{holder}” không phải chủ hộ.",
    "minor_as_beneficiary": "Chủ hộ mới {age} tuổi và chưa ghi người giám hộ.",
    "geotag_far_away": "Tọa độ khảo sát nằm ngoài xã {far}.",
    "overdue_12_months": "Chi lần đầu ngày {first}, đã {months} tháng mà nhà chưa nghiệm thu.",
    "tranche_not_claimed": "Duyệt {amount} ngày {day}, đã {days} ngày chưa chi khoản nào.",
    "escaped_in_mid_course": "Khi duyệt là {then}, năm {year} ghi {now}; nhà chưa xong.",
    "grievance_loop": "Ý kiến, phản ánh ngày {day} chưa trả lời: “{content}”.",
}
ADVICE: dict[str, str] = {
    "full_payment_incomplete": "Nghiệm thu nhà hoặc thu hồi tiền; nếu có lý do thì ghi lại.",
    "advance_without_start": "Ghi giai đoạn đã xong kèm biên bản, hoặc đảo lần chi; nếu có lý do thì ghi lại.",
    "completed_in_system_not_on_site": "Ghi nghiệm thu hoặc rút lại bàn giao; nếu có lý do thì ghi lại.",
    "one_day_house": "Xem lại ngày khởi công và ngày nghiệm thu; nếu đúng thì ghi lý do.",
    "paid_already_had_house": "Đối chiếu hồ sơ các lần; nếu nhà hỏng lại hoặc cùng góp cho một nhà thì ghi lý do.",
    "person_supported_twice": "Sửa số căn cước nếu gõ nhầm, hoặc đối chiếu hồ sơ các hộ rồi ghi lý do.",
    "wrong_bank_account": "Sửa số tài khoản nếu gõ nhầm; nếu các hộ nhận chung thì ghi lý do.",
    "other_account_holder": "Sửa tài khoản, hoặc kiểm tra giấy ủy quyền rồi ghi lý do.",
    "minor_as_beneficiary": "Xem lại ngày sinh, ghi người giám hộ nếu là trẻ mồ côi.",
    "geotag_far_away": "Đo lại hoặc sửa tọa độ ở thẻ Nhà cũ; nếu đúng thì ghi lý do.",
    "overdue_12_months": "Kiểm tra tại nhà, ghi giai đoạn đã xong hoặc tạm dừng; nếu có lý do thì ghi lại.",
    "tranche_not_claimed": "Chi theo đợt, hoặc ghi hộ rút, tạm dừng; nếu có lý do thì ghi lại.",
    "escaped_in_mid_course": "Xem quy định của chương trình, ghi “Thoát nghèo giữa chừng” hoặc ghi lý do.",
    "grievance_loop": "Xác minh và ghi trả lời ở thẻ Xét duyệt.",
}
YOUNG_WITH_GUARDIAN = "Chủ hộ {age} tuổi, người giám hộ là {guardian}."
ADVICE_GUARDIAN = "Kiểm tra giấy tờ giám hộ rồi ghi lý do."
HOLDER_KNOWN = "Chủ tài khoản “{holder}” là người trong hộ, không phải chủ hộ."
PLACE_INSIDE = "Tọa độ nằm trong xã."
PLACE_UNCHECKED = "Tọa độ: không kiểm tra được vì phần mềm chưa có ranh giới của xã này."
PLACE_OUTSIDE = "Tọa độ nằm ngoài xã {far}."
ANSWER, ANSWERED_SO = "Đã kiểm tra", "Ghi lý do ở dưới. Không nhắc nữa khi số liệu chưa đổi."
REASON_NEEDED = "Lý do (bắt buộc)"

_LONGEST = 80
_SHOWN = 3


def days_text(days: int) -> str:
    """How long a house took."""
    return "trong cùng một ngày" if days == 0 else f"chỉ {days} ngày"


def distance_text(metres: int) -> str:
    """How far outside the commune."""
    return f"khoảng {metres} m" if metres < 1000 else f"khoảng {round(metres / 1000)} km"


def supports_text(given: Sequence[tuple[str, str, str]]) -> str:
    """Programme, year and head of each support."""
    return "; ".join(
        " ".join(part for part in (programme, year, f"(hộ {head})" if head else "") if part)
        for programme, year, head in given
    )


def heads_text(heads: Sequence[str]) -> str:
    """The heads of households: three by name, the rest by count."""
    rest = len(heads) - _SHOWN
    return ", ".join(heads[:_SHOWN]) + (f" và {rest} hộ khác" if rest > 0 else "")


def number_end(number: str) -> str:
    """The end of an ID number, enough to find it."""
    return number[-4:]


def short_text(text: str) -> str:
    """A remark on one line."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[:_LONGEST].rstrip() + "…"
