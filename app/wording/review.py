"""What the room of review says: its problems, and a vote inside a sentence."""

from __future__ import annotations

from app.wording.vocabulary import POVERTY_LEVELS

REVIEW_PROBLEMS: dict[str, str] = {
    # Rounds
    "round_name_missing": "Thiếu tên đợt rà soát. Gõ tên đợt rồi lưu lại.",
    "round_ends_before": "Ngày kết thúc hoặc hạn nộp trước ngày bắt đầu đợt rà soát. Sửa lại ngày.",
    "round_not_chosen": "Chưa chọn đợt rà soát. Mở một đợt ở trang Rà soát, hoặc chọn đợt rồi lưu lại.",
    "return_names_differ": "Đếm được {counted} hộ, mới có tên {named} hộ. Ghi tên hộ vào đợt ở trang Bình xét.",
    "round_not_here": "Đợt rà soát này không còn. Mở lại trang Rà soát rồi làm lại.",
    "return_of_whom": "Chọn một thôn, hoặc gõ tên một cơ quan, đoàn thể.",
    "return_state_unknown": "Không có tình trạng “{text}”. Chọn Đã nộp hoặc Không có hộ.",
    "return_group_unknown": "Không có đối tượng “{text}”. Chọn đối tượng trong danh sách.",
    "return_count_negative": "Số hộ không thể nhỏ hơn 0. Gõ lại số hộ.",
    "return_counts_none": "Đã chọn Không có hộ nhưng vẫn còn số hộ. Bỏ số hộ hoặc chọn Đã nộp.",
    "return_late": "Nộp sau hạn của đợt rà soát.",
    # Survey
    "religion_not_asked": "Chương trình không hỏi tôn giáo. Bỏ trống mục này rồi lưu lại.",
    "surveyors_missing": "Phiếu khảo sát chưa ghi người khảo sát.",
    "place_half": "Vị trí cần cả vĩ độ và kinh độ. Gõ đủ hai số hoặc bỏ trống cả hai.",
    "place_unfit": "Vĩ độ hoặc kinh độ không đúng. Gõ lại số độ.",
    # Village meeting
    "meeting_not_here": "Cuộc họp này không còn. Mở lại trang Bình xét rồi làm lại.",
    "meeting_village_missing": "Thiếu thôn họp bình xét. Chọn thôn rồi lưu lại.",
    "meeting_present_missing": "Thiếu số hộ dự họp. Gõ số hộ dự họp rồi lưu lại.",
    "meeting_present_above": "Số hộ dự họp ({present}) nhiều hơn số hộ của thôn ({households}).",
    "meeting_chair_missing": "Biên bản chưa ghi người chủ trì.",
    "meeting_secretary_missing": "Biên bản chưa ghi thư ký.",
    "threshold_unknown": "Không đọc được ngưỡng đồng ý “{text}”. Chọn quá nửa, hoặc một tỷ lệ phần trăm.",
    "threshold_missing": "Chương trình không đặt ngưỡng đồng ý. Máy không loại hộ nào theo phiếu.",
    "tie_rule_unknown": "Không có cách xếp “{text}”. Chọn cách xếp khi bằng phiếu.",
    "vote_negative": "Số phiếu của hộ {names} không thể nhỏ hơn 0. Gõ lại số phiếu.",
    "vote_not_those_present": "Phiếu của hộ {names} cộng lại là {sum}, khác số hộ dự biểu quyết {present}. "
    "Sửa số phiếu cho khớp rồi lưu lại.",
    "vote_present_above": "Số hộ biểu quyết cho hộ {names} nhiều hơn số hộ dự họp {present}.",
    "vote_before_survey": "Chưa ghi khảo sát của hộ {names} trước khi bình xét.",
    "vote_lost": "Hộ {names} chưa đạt ngưỡng đồng ý: {votes}.",
    "vote_not_half": "Hộ {names} không được quá nửa số hộ dự họp đồng ý: {votes}.",
    "vote_of_other_village": "Hộ {names} không ở thôn họp.",
    "vote_of_other_programme": "Hộ {names} đề nghị ở chương trình khác. Bỏ hộ này khỏi cuộc họp rồi lưu lại.",
    "votes_tied": "Các hộ {names} cùng một thứ tự. Gõ thứ tự cho từng hộ, hoặc chọn cách xếp khi bằng phiếu.",
    "rank_unfit": "Thứ tự của hộ {names} phải từ 1 trở lên. Gõ lại thứ tự.",
    # Public posting
    "posting_not_here": "Danh sách niêm yết này không còn. Mở lại trang Niêm yết rồi làm lại.",
    "posting_place_missing": "Thiếu nơi niêm yết. Gõ nơi niêm yết rồi lưu lại.",
    "posting_days_missing": "Chương trình không nói niêm yết mấy ngày. Gõ số ngày niêm yết rồi lưu lại.",
    "posting_days_unfit": "Số ngày niêm yết {days} không dùng được. Gõ từ 1 đến 365.",
    "posting_criteria_missing": "Danh sách niêm yết chưa ghi tiêu chí.",
    "holidays_not_known": "Máy chưa có lịch nghỉ lễ năm {year}, nên chỉ trừ thứ Bảy, Chủ nhật. Xem lại ngày kết thúc.",
    "posted_without_vote": "Hộ {names} chưa đạt ngưỡng đồng ý: {votes}. Ghi lý do nếu vẫn niêm yết, hoặc bỏ hộ này.",
    "posted_before_vote": "Chưa ghi họp bình xét của hộ {names}.",
    "posted_already": "Hộ {names} đang có trong danh sách niêm yết đến hết ngày {end}.",
    "posted_after_decision": "Hộ {names} đã có quyết định phê duyệt.",
    "posting_not_over": "Danh sách niêm yết đến hết ngày {end}. Ghi kết thúc từ ngày đó.",
    # Remarks
    "remark_not_here": "Ý kiến này không còn. Mở lại trang Niêm yết rồi làm lại.",
    "remark_empty": "Thiếu nội dung ý kiến. Gõ nội dung rồi lưu lại.",
    "remark_posting_unknown": "Hộ {names} không có trong danh sách niêm yết này. Chọn lại lần niêm yết.",
    "recheck_result_unknown": "Không có kết quả phúc tra “{text}”. Chọn giữ trong danh sách hoặc khảo sát lại.",
    "recheck_half": "Phúc tra cần cả ngày và kết quả. Gõ đủ hai mục rồi lưu lại.",
    "answer_half": "Trả lời cần cả ngày và nội dung. Gõ đủ hai mục rồi lưu lại.",
    "day_before_remark": "Ngày này trước ngày nhận ý kiến. Sửa lại ngày.",
    "answered_without_recheck": "Đã trả lời ý kiến về hộ {names} mà chưa ghi phúc tra.",
    # Submission
    "submission_not_here": "Tờ trình này không còn. Mở lại trang Tờ trình rồi làm lại.",
    "work_type_missing_in_list": "Có hộ ghi hình thức không đúng. Chọn xây mới hoặc sửa chữa.",
    "posting_not_over_yet": "Chưa trình được {count} hộ: danh sách niêm yết đến hết ngày {end}. "
    "Trình được từ ngày {start}.",
    "remark_open": "Chưa trình được hộ {names}: còn ý kiến, phản ánh chưa trả lời. Trả lời ý kiến rồi trình.",
    "sent_back_to_survey": "Chưa trình được hộ {names}: đã đưa ra khỏi danh sách niêm yết. "
    "Khảo sát, bình xét và niêm yết lại rồi trình.",
    "submitted_without_vote": "Chưa trình được hộ {names}: chưa đạt ngưỡng đồng ý ({votes}). "
    "Bình xét lại, hoặc niêm yết kèm lý do.",
    "submitted_already": "Hộ {names} đã có trong tờ trình số {number}. Bỏ hộ này khỏi danh sách.",
    "submitted_after_decision": "Hộ {names} đã có quyết định phê duyệt.",
    "submission_back_already": "Tờ trình này đã được trả lại.",
    "returned_before_submitted": "Ngày trả lại trước ngày trình. Sửa lại ngày.",
    # Poverty class
    "poverty_class_not_here": "Diện nghèo này không còn. Mở lại danh sách rồi làm lại.",
    "poverty_level_not_chosen": "Chưa chọn diện của năm. Chọn hộ nghèo, hộ cận nghèo hoặc không nghèo.",
    "poverty_level_missing": "Chưa ghi diện của hộ {names}. Gõ n, cn hoặc k, hay xóa các ô khác của dòng này.",
    "poverty_level_unknown": "Không có diện “{text}”. Chọn hộ nghèo, hộ cận nghèo hoặc không nghèo.",
    "poverty_year_unfit": "Năm {year} không dùng được. Gõ lại năm.",
    "poverty_points_negative": "Điểm B1, B2 không thể nhỏ hơn 0. Gõ lại điểm.",
    "poverty_indicator_unknown": "Không có chỉ số “{text}”. Chọn trong mười hai chỉ số.",
    "poverty_points_differ": "Điểm B2 của hộ {names} là {b2}, nhưng đã chọn {count} chỉ số thiếu hụt.",
    "poverty_level_differs": "Theo điểm B1, B2 và {standard}, hộ {names} là “{level}”.",
    "poverty_standard_missing": "Chưa có chuẩn nghèo nào cho năm {year}. Gõ chuẩn đã dùng.",
    "force_majeure_not_poor": "Bất khả kháng chỉ ghi cho hộ nghèo. Xem lại diện của hộ {names}.",
    "force_majeure_cause": "Chưa ghi nguyên nhân bất khả kháng của hộ {names}.",
}


def level_text(level: str) -> str:
    """A poverty class inside a sentence."""
    return POVERTY_LEVELS.get(level, level)


_BY_HALF = {True: "{agree}/{present} quá nửa", False: "{agree}/{present} không quá nửa"}
_BY_PERCENT = "{agree}/{present} là {share}, ngưỡng {least}%"
_PERCENT = "percent:"


def vote_text(agree: int, present: int, threshold: str | None) -> str:
    """A vote against its threshold: "20/41 không quá nửa"; a threshold in per cent names the share that was reached."""
    if threshold is not None and threshold.startswith(_PERCENT):
        least = threshold.removeprefix(_PERCENT).replace(".", ",")
        hundredths = agree * 10_000 // max(present, 1)  # cut off, so that a share below never reads as reached
        share = f"{hundredths // 100},{hundredths % 100:02}%"
        return _BY_PERCENT.format(agree=agree, present=present, share=share, least=least)
    return _BY_HALF[2 * agree > present].format(agree=agree, present=present)
