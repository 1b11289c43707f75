"""A programme's rules as an officer reads and types them: what each kind is called, and the words of its values."""

from __future__ import annotations

from app.wording.vocabulary import PAPER_KINDS, PARTS, STATUSES, STEPS, WORK_TYPES

KINDS = {
    "criterion": "Điều kiện hỗ trợ",
    "priority": "Thứ tự ưu tiên",
    "decided_by": "Ai quyết định",
    "requires_step": "Bước phải có",
    "requires_paper": "Giấy tờ phải có",
    "vote_threshold": "Ngưỡng đồng ý ở thôn",
    "posting_days": "Số ngày niêm yết",
    "posting_unit": "Cách tính ngày niêm yết",
    "instalment": "Đợt giải ngân",
    "max_per_house": "Mức tối đa một nhà (đồng)",
    "min_area_m2": "Diện tích tối thiểu (m²)",
    "min_area_single_m2": "Diện tích tối thiểu, hộ một người (m²)",
    "hard_part": "Phần phải cứng",
    "done_when": "Coi là xong khi",
    "house_name": "Tên gọi của nhà",
    "asks_religion": "Hỏi tôn giáo khi khảo sát",
}
VALUES = {
    **{value: text.capitalize() for value, text in (STEPS | PARTS).items()},
    **PAPER_KINDS,
    "commune": "Xã, phường",
    "upper": "Cấp trên",
    "fund_board": "Ban Vận động Quỹ",
    "more_than_half": "Quá nửa số hộ dự",
    "working_days": "Ngày làm việc",
    "days": "Ngày thường",
    "accepted": STATUSES["accepted"],
    "handed_over": STATUSES["handed_over"],
    "payment_voucher": "Chứng từ chi",
    "yes": "Có",
}
WORKS = WORK_TYPES
#: From when on a paper is due, behind the words `FROM_WHEN`.
BEGINNINGS = {
    "registered": "có đề nghị",
    "surveyed": "đã khảo sát",
    "village_reviewed": "đã bình xét",
    "posted": "đã niêm yết",
    "submitted": "đã trình",
    "approved": "có quyết định",
    "started": "khởi công",
    "in_progress": "đang xây",
    "foundation": "xong móng",
    "frame_wall": "xong khung, tường",
    "roof": "xong mái",
    "finish": "xong hoàn thiện",
    "accepted": "nghiệm thu",
    "handed_over": "bàn giao",
    "paid": "có chi tiền",
}
FROM_WHEN = ", từ khi "

PROGRAMME, KIND, VALUE, WORK, BASIS = "Chương trình", "Quy định", "Nội dung", "Hình thức", "Căn cứ"
BOTH_WORKS = "(cả hai)"
TRY = "Thử trên danh sách hộ"
TRYING = "Đang thử quy định"
NOT_TRIED = "Thử trước khi lưu để thấy hộ nào thành đạt, hộ nào thành không đạt. Thử không ghi gì."
SAVE_FIRST = "Lưu hoặc bỏ thay đổi rồi mới xem chương trình khác."
TRIED = (
    "{moved_in} hộ thành đạt{in_names}; {moved_out} hộ thành không đạt{out_names}; "
    "{unknown} hộ thành chưa đủ số liệu{unknown_names}; {same} hộ như cũ. Chưa ghi gì."
)
RULE_PROBLEMS: dict[str, str] = {
    "paper_rule_unreadable": "Chưa hiểu “{text}”. Gõ tên giấy, rồi “, từ khi”, rồi bước của nhà, "
    "ví dụ “Biên bản bàn giao nhà, từ khi bàn giao”.",
    "rule_value_missing": "Quy định chưa có nội dung. Gõ nội dung hoặc bỏ dòng này.",
}


def names_text(names: list[str], most: int = 8) -> str:
    """Who moves, in brackets; of many the first, and how many more."""
    if not names:
        return ""
    more = f" và {len(names) - most} hộ nữa" if len(names) > most else ""
    return f" ({', '.join(names[:most])}{more})"
