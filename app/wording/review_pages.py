"""Words of the page "Bình xét – Phê duyệt" before its decisions: search, village meeting, posting, submission."""

from __future__ import annotations

from datetime import date

SCREENING_TAB, MEETING_TAB, POSTING_TAB, SUBMISSION_TAB = "Rà soát", "Bình xét", "Niêm yết", "Tờ trình"

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
WEEKDAYS_SHORT = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")


def day_text(day: date) -> str:
    """A day with its name: "thứ Năm 05/11"."""
    return f"{_WEEKDAYS[day.weekday()]} {day:%d/%m}"


# Bình xét: the lists
ADD_HOUSEHOLD = "Thêm hộ"
WAIT_FOR_MEETING, MEETINGS = "Hộ chờ bình xét", "Biên bản đã lập"
MAKE_MEETING = "Lập biên bản họp"
NOTHING_TO_REVIEW = "Không có hộ chờ bình xét. Hộ mới thêm, mới đề nghị hoặc đã khảo sát sẽ vào đây."
NO_MEETINGS = "Chưa có biên bản họp. Chọn hộ của một thôn ở “Hộ chờ bình xét” rồi bấm Lập biên bản họp."
ONE_VILLAGE = "Mỗi biên bản họp của một thôn. Lọc theo thôn, hoặc chọn hộ của một thôn, rồi bấm lại."
MEETING_TOO_LONG = "Danh sách có {count} hộ, một biên bản nhận tối đa {most}. Chọn bớt hộ rồi bấm lại."
MEETING_UNIT = "biên bản"
HELD_ON, VILLAGE, PRESENT_OF, CHAIR, SECRETARY = "Ngày họp", "Thôn", "Hộ dự họp", "Chủ trì", "Thư ký"
PUT_UP, PASSED, NOT_PASSED = "Đưa ra xét", "Đạt", "Chưa đạt"
PRESENT_TEXT = "{present} / {households}"
LAST_VOTE = "Phiếu bình xét"

# Bình xét: the sheet of a meeting
SHEET = "Bảng phiếu bình xét"
TIMES, PLACE, ATTENDANTS = "Giờ họp", "Nơi họp", "Thành phần"
HOUSEHOLDS_OF_VILLAGE, PRESENT_AT_MEETING = "Số hộ của thôn", "Số hộ dự họp"
THRESHOLD, TIE_RULE, OBJECTIONS = "Ngưỡng đồng ý", "Khi bằng phiếu", "Ý kiến khác"
STARTED_AT, ENDED_AT = "Bắt đầu lúc", "Kết thúc lúc"
TIME_HINT = "14 giờ 00"
MORE_THAN_HALF = "Quá nửa số hộ dự họp"
PERCENT = "Từ {share} % số hộ dự họp"
BY_PROGRAMME_THRESHOLD = "Theo chương trình: {threshold}"
NO_THRESHOLD = "không đặt ngưỡng"
TIE_RULES = {
    "priority": "Theo thứ tự ưu tiên",
    "priority_first": "Ưu tiên trước, phiếu sau",
    "drawn": "Bốc thăm, gõ thứ tự",
    "shared": "Cùng một thứ tự",
}
AS_PROGRAMME = "theo chương trình"
AGREE, DISAGREE, ABSTAIN = "Đồng ý", "Không\nđồng ý", "Không có\ný kiến"
SUM, PRESENT, RESULT, RANK, NOTE = "Tổng", "Có mặt", "Kết quả", "Thứ tự", "Ghi chú"
SHEET_KEYS = (
    "Gõ số phiếu rồi Tab · Phím cách: tất cả vào ô này · Delete: bỏ · Ctrl+V: dán từ Excel · "
    "F8: chỗ sai kế tiếp · Esc: về danh sách"
)
RESULT_PASSED, RESULT_LOST, RESULT_COUNTED = "Đạt {votes}", "Chưa đạt: {votes}", "{votes} đồng ý"
RESULT_UNFIT = "Chưa khớp"
SHORT_VOTES = "{agree}/{present}"
TAKE_OFF_ROW, ADD_WAITING = "Bỏ dòng này", "Thêm hộ đang chờ của thôn"
SAVE_MEETING, DROP_CHANGES, PRINT_MINUTES = "Lưu (Ctrl+S)", "Bỏ thay đổi", "Xem biên bản"
OPENS_CASES = "{names} chưa có đề nghị. Khi lưu, hộ nào có phiếu thì được mở đề nghị trong {programme}."
SAVING_MEETING = "Đang ghi biên bản họp"
NO_MORE_WAITING = "Thôn này không còn hộ chờ bình xét ngoài những hộ trong bảng."
CHANGE_MEETING = "Mở bảng phiếu"
VOTE_COUNTS = "{name}: {agree} đồng ý, {disagree} không, {abstain} không có ý kiến – {said}"
RANKED = "{rank}. {line}"
OBJECTIONS_LINE = "Ý kiến khác: {text}"


def meeting_title(village: str, held_on: str) -> str:
    """What heads the sheet of a meeting."""
    if not held_on:
        return f"Biên bản họp {village}" if village else "Biên bản họp mới"
    return f"Biên bản họp {village} ngày {held_on}"


def votes_state(passed: int, lost: int, unfit: int, empty: int) -> str:
    """What the sheet says under its rows while votes are typed."""
    parts = [f"{passed} hộ đạt" if passed else "", f"{lost} hộ chưa đạt" if lost else ""]
    parts += [f"{unfit} hộ phiếu chưa khớp" if unfit else "", f"{empty} hộ chưa gõ phiếu" if empty else ""]
    return ", ".join(filter(None, parts)) + "." if any(parts) else ""


def meeting_saved(village: str, passed: int, lost: int) -> str:
    """What a saved meeting came to."""
    rest = f", {lost} hộ chưa đạt" if lost else ""
    return f"Đã ghi biên bản họp {village}: {passed} hộ đạt{rest}."


# Niêm yết
WAIT_FOR_POSTING, POSTINGS = "Hộ chờ niêm yết", "Danh sách đã niêm yết"
MAKE_POSTING = "Lập danh sách niêm yết"
NOTHING_TO_POST = "Không có hộ chờ niêm yết. Hộ được bình xét đạt sẽ vào đây."
NO_POSTINGS = "Chưa có danh sách niêm yết. Chọn hộ đã bình xét rồi bấm Lập danh sách niêm yết."
AGREED_ONLY, ALL_WITHOUT_POSTING = "Đã bình xét đạt", "Cả hộ chưa đạt, chưa bình xét"
POSTING_UNIT = "danh sách"
POSTED_ON, POSTING_PLACE, DAYS, UNTIL, HOUSES, OPEN_REMARKS = (
    "Niêm yết", "Nơi niêm yết", "Số ngày", "Đến hết", "Số hộ", "Ý kiến\nchưa trả lời",
)  # fmt: skip
OPENS_FROM = "Trình được từ"
WORKING, CALENDAR = "Ngày làm việc", "Ngày liên tục"
CRITERIA, POSTER, WITNESS = "Tiêu chí", "Người niêm yết", "Người chứng kiến"
COUNTING = "Cách đếm"
POSTING = "Đang lập danh sách niêm yết"
REASON_BELOW = "Lý do nếu chưa đạt"
REASON_BELOW_HINT = "vì sao vẫn niêm yết hộ chưa đạt ngưỡng"
OPENS_SENTENCE = "Niêm yết đến hết {end}. Trình được từ {start}."
OPENS_NOT_COUNTED = "Gõ ngày và số ngày niêm yết để biết ngày trình được."
DAY_POSTED, DAY_COUNTED, DAY_OFF, DAY_OPENS = "niêm yết", "ngày {number}", "nghỉ", "trình"
POSTING_OPEN, POSTING_PASSED = "Đang niêm yết.", "Đã hết hạn, chưa ghi kết thúc."
POSTING_ENDED = "Kết thúc ngày {day}."
CLOSE_POSTING = "Ghi kết thúc…"
CLOSE_TITLE = "Kết thúc niêm yết"
CLOSED_ON = "Ngày kết thúc"
POSTING_CLOSED = "Đã ghi kết thúc niêm yết."
POSTING_LIST_PAPER, END_MINUTES_PAPER = "Xem danh sách", "Xem biên bản kết thúc"
POSTING_OF = "Niêm yết {day}"
POSTED_HOUSES = "Hộ trong danh sách"
HOUSE_WAITS = "còn ý kiến chưa trả lời"


def posting_confirm(count: int) -> str:
    """The filled button of the posting form."""
    return f"Niêm yết {count} hộ"


def posted_text(count: int, start: str) -> str:
    """What was posted."""
    rest = f" Trình được từ {start}." if start else ""
    return f"Đã lập danh sách niêm yết {count} hộ.{rest}"


# Ý kiến, phản ánh
REMARKS, ADD_REMARK, RECHECK, ANSWER = "Ý kiến, phản ánh", "Ghi ý kiến…", "Ghi phúc tra…", "Trả lời…"
RECEIVED_ON, SENDER, CONTENT = "Ngày nhận", "Người nêu", "Nội dung"
HOUSE = "Hộ"
RECHECKED_ON, RECHECKED_BY, RECHECK_RESULT, RECHECK_NOTE = "Ngày phúc tra", "Người phúc tra", "Kết quả", "Ghi chú"
ANSWERED_ON, ANSWER_TEXT = "Ngày trả lời", "Nội dung trả lời"
REMARK_LINE = "{day} {sender}: {content}"
NO_NAME = "không nêu tên"
RECHECK_LINE = "Phúc tra ngày {day}: {result}"
ANSWER_LINE = "Trả lời ngày {day}: {answer}"
REMARK_OPEN = "chưa trả lời"
NO_REMARKS = "Chưa có ý kiến, phản ánh."
SAVING_REMARK = "Đang ghi ý kiến"
REMARK_SAVED, RECHECK_SAVED, ANSWER_SAVED = "Đã ghi ý kiến về hộ {name}.", "Đã ghi phúc tra hộ {name}.", (
    "Đã ghi trả lời ý kiến về hộ {name}."
)  # fmt: skip
RECHECK_PAPER = "Xem biên bản phúc tra"

# Tờ trình
WAIT_FOR_SUBMISSION, SUBMISSIONS = "Hộ chờ trình", "Tờ trình đã lập"
MAKE_SUBMISSION = "Lập tờ trình"
NOTHING_TO_SUBMIT = "Không có hộ chờ trình. Hộ đã niêm yết sẽ vào đây."
NO_SUBMISSIONS = "Chưa có tờ trình. Chọn hộ đã niêm yết rồi bấm Lập tờ trình."
POSTED_ONLY, ALL_NOT_SUBMITTED = "Đã niêm yết", "Cả hộ chưa niêm yết"
SUBMISSION_UNIT = "tờ trình"
SUBMITTED_ON, NUMBER, ADDRESSEE, SIGNER, STATE = "Ngày trình", "Số tờ trình", "Kính gửi", "Người ký", "Tình trạng"
NUMBER_LATER = "để trống nếu văn thư cấp sau"
PROPOSED = "Đề nghị\n(đồng)"
SUBMITTING = "Đang lập tờ trình"
RETURNED = "trả lại ngày {day}: {reason}"
IN_FORCE, DECIDED = "đã trình", "đã quyết định {count}/{all} hộ"
RETURN_SUBMISSION = "Ghi trả lại…"
RETURN_TITLE = "Tờ trình bị trả lại"
RETURNED_ON, REASON = "Ngày trả lại", "Lý do"
SUBMISSION_BACK = "Đã ghi tờ trình trả lại; các hộ trở lại danh sách chờ trình."
DECISION_PAPER = "Xem quyết định"
SUBMISSION_PAPER = "Xem tờ trình"
SUBMISSION_TITLE = "Tờ trình {number}"
SUBMITTED_HOUSES = "Hộ trong tờ trình"
PROPOSED_LINE = "{name}: {work}, {amount}"
TRIAL_NUMBER = "chưa có số"


def submission_confirm(count: int) -> str:
    """The filled button of the submission form."""
    return f"Trình {count} hộ"


def submitted_text(count: int, left: int) -> str:
    """What was submitted and what waits."""
    rest = f" Còn {left} hộ chưa trình được, vẫn ở danh sách." if left else ""
    return f"Đã lập tờ trình {count} hộ.{rest}"


# Rà soát
ROUND = "Đợt rà soát"
OPEN_ROUND, CHANGE_ROUND, ADD_AGENCY = "Mở đợt rà soát", "Sửa đợt…", "Thêm cơ quan, đoàn thể…"
NO_ROUND = "Chưa có đợt rà soát. Mở một đợt để ghi thôn, cơ quan nào đã nộp và mỗi nhóm bao nhiêu hộ."
ROUND_NAME, OPENED_ON, DUE_ON, CLOSED_ON_ROUND = "Tên đợt", "Bắt đầu", "Hạn nộp", "Kết thúc"
ROUND_NAME_HINT = "Rà soát nhà tạm, nhà dột nát năm 2026"
ROUND_SAVED, ROUND_SAVING = "Đã ghi đợt rà soát.", "Đang ghi rà soát"
RETURNS = "Bảng nộp kết quả rà soát"
UNIT_NAME, RETURN_STATE, RETURNED_DAY, REPORTER = "Thôn, cơ quan", "Tình trạng", "Ngày nộp", "Người nộp"
NOT_RETURNED = "Chưa nộp"
COUNTED, NAMED = "Đếm\nđược", "Đã có\ntên"
AGENCY, AGENCY_HINT = "Cơ quan, đoàn thể", "Hội Phụ nữ xã"
RETURN_KEYS = "Phím cách ở Tình trạng: Đã nộp, Không có hộ, Chưa nộp · gõ số hộ từng nhóm · Ctrl+V: dán từ Excel"
DUE_SENTENCE = "Hạn nộp {day}"
NAME_HOUSEHOLDS, FOUND_BY, FOUND_BY_HINT = "Ghi vào đợt rà soát…", "Người tìm ra", "để trống nếu thôn tìm ra"
SAVE_RETURNS = "Lưu (Ctrl+S)"
SHORT_GROUPS = {
    "poor": "Hộ\nnghèo",
    "near_poor": "Cận\nnghèo",
    "meritorious": "Có\ncông",
    "martyr_relative": "Liệt\nsĩ",
    "policy_family": "Chính\nsách",
    "disaster": "Thiên\ntai",
    "elderly_alone": "Neo\nđơn",
    "disabled": "Khuyết\ntật",
    "other": "Khác",
}


def returns_state(returned: int, none: int, missing: int, counted: int, named: int) -> str:
    """The line under the returns of a round."""
    return (
        f"{returned} nơi đã nộp, {none} không có hộ, {missing} chưa nộp · đếm được {counted} hộ, đã có tên {named} hộ"
    )


def returns_saved(count: int) -> str:
    """What was recorded of a round."""
    return f"Đã ghi kết quả rà soát của {count} nơi."


def found_confirm(count: int) -> str:
    """The filled button of the form that gives a round its names."""
    return f"Ghi {count} hộ vào đợt"


def found_text(count: int) -> str:
    """Households were named in a round."""
    return f"Đã ghi {count} hộ vào đợt rà soát."


# X1-X16
RECORD_EXCEPTION, EXCEPTION_TITLE = "Ghi trường hợp khác…", "Ghi trường hợp khác"
EXCEPTION_KIND, HAPPENED_ON, DECISION_NUMBER, REVIEW_ON = "Trường hợp", "Từ ngày", "Theo quyết định", "Xem lại ngày"
RECEIVER, RECEIVER_HINT = "Nơi nhận hộ", "xã, phường hộ chuyển đến"
EXCEPTION_SAVED = "Đã ghi trường hợp “{kind}” của {count} hộ."
SAVING_EXCEPTION = "Đang ghi trường hợp"
EXCEPTION_EFFECTS = {
    "withdrawn": "Hộ ra khỏi danh sách, bớt khỏi chỉ tiêu. Lưu đơn có chữ ký của hộ.",
    "ineligible": "Hộ ra khỏi danh sách, bớt khỏi chỉ tiêu. Gửi thông báo cho hộ.",
    "refused": "Hộ ra khỏi danh sách, bớt khỏi chỉ tiêu. Nếu hộ chỉ hoãn, chọn Tạm dừng.",
    "on_hold": "Nhà tạm dừng, vẫn trong chỉ tiêu; báo cáo ghi vào phần chưa khởi công, lý do.",
    "resumed": "Hộ trở lại đúng bước đang làm dở.",
    "transferred": "Hộ ra khỏi danh sách của xã, bớt khỏi chỉ tiêu. Hộ chỉ đổi thôn trong xã thì sửa thôn ở hồ sơ hộ.",
    "cancelled_death": "Hộ một người đã mất: ra khỏi danh sách, bớt khỏi chỉ tiêu.",
    "new_head": "Nhà vẫn trong chỉ tiêu. Chủ hộ đổi tên ngay; bổ sung số căn cước ở phần Hộ và nhân khẩu.",
    "work_changed": "Nhà vẫn trong chỉ tiêu. Ghi thêm một quyết định với hình thức mới, quyết định cũ vẫn giữ.",
    "amount_changed": "Nhà vẫn trong chỉ tiêu. Ghi thêm một quyết định với mức hoặc nguồn mới, quyết định cũ vẫn giữ.",
    "self_built": "Nhà vẫn trong chỉ tiêu nếu chương trình cho phép. Cần biên bản kiểm tra hoàn thành.",
    "commune_builds": "Nhà vẫn trong chỉ tiêu. Xã ghi hợp đồng, nhà cung cấp ở trang Kinh phí.",
    "not_passed": "Nghiệm thu được rút, nhà trở lại đang xây; giữ phần tiền còn lại đến khi đạt.",
    "damaged_again": "Mở đề nghị mới nối với đề nghị cũ. Nhà cũ vẫn tính đã xong, nhà mới tính khi được duyệt.",
    "clawed_back": "Ghi dòng thu hồi ở phần Tiền kèm quyết định. Chỉ tiêu không đổi cho đến khi hộ ra khỏi danh sách.",
    "escaped_poverty": "Đối tượng lúc phê duyệt giữ nguyên. Nhà vẫn trong chỉ tiêu.",
    "listed_twice": "Nhà tính ở danh sách kia, bớt khỏi chỉ tiêu của danh sách này. Ghi rõ danh sách kia vào lý do.",
    "found_later": "Hộ vào đợt sau, cộng thêm vào chỉ tiêu đã giao.",
}
NEW_HEAD = "Chủ hộ mới"

# Xét duyệt, Nhà cũ
ROAD = "Từ khảo sát đến tờ trình"
FOLLOWS_LINE = "Đề nghị mới sau khi nhà đã làm xong hỏng do thiên tai"
SURVEYED_LINE = "Khảo sát: {day}"
VOTE_LINE = "Bình xét ngày {day}: {result}"
POSTED_LINE = "Niêm yết ngày {day}, {state}"
SUBMITTED_LINE = "Tờ trình số {number} ngày {day}: {amount}"
SUBMISSION_RETURNED = "trả lại ngày {day}"
UNTIL_DAY = "đến hết {end}"
STEP_MISSING, STEP_BEFORE = "{step}: chưa ghi trong máy", "{step}: {before}"
EXPLAIN, EXPLAIN_TITLE = "Ghi lý do vẫn đề nghị…", "Lý do vẫn đề nghị"
EXPLAINED = "Đã ghi lý do vẫn đề nghị."
FINDING = "{outcome}: {asked} – {found}"
CASE_PAPERS = "Giấy tờ của hộ"
