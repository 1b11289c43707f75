"""What the room of awards says: problems of quotas, nominations, the council; achievements that records tell."""

from __future__ import annotations

from collections.abc import Iterable

from app.wording.support import names_text

WHOLE_PLAN = "Toàn kế hoạch"

#: Why no number is known.
STANDINGS = {
    "number": "",
    "edge": "Kế hoạch chưa rõ, cần cách hiểu",
    "waiting": "Chờ cấp trên phân bổ",
    "by_unit": "Đơn vị tự quyết định",
    "no_target": "Chưa có chỉ tiêu",
}
DOSSIER_STATES = {
    "proposed": "Mới đề nghị",
    "sent": "Đang trình",
    "returned": "Bị trả lại",
    "granted": "Được khen",
    "not_granted": "Không được khen",
}

# Achievements that the records tell; the evidence says which records.
GAVE_MONEY = "Ủng hộ tiền: {amount}"
GAVE_GOODS = "Ủng hộ hiện vật, quy đổi: {amount}"
GAVE_DAYS = "Góp {days} ngày công"
GAVE_MONEY_EARLIER = "Ủng hộ tiền trước khi có kế hoạch: {amount}"
HOUSES_DONE = "Bàn giao {done} nhà, trong đó {in_time} nhà đúng hạn"
HOUSES_OF_TARGET = "Bàn giao {done}/{target} nhà được giao, trong đó {in_time} nhà đúng hạn"
HOUSE_DONE = "Nhà đã bàn giao ngày {day}"
REPORTS_IN_TIME = "Gửi đúng hạn {in_time}/{due} báo cáo"
OF_GIFTS, OF_DRIVE, OF_HOUSES, OF_REPORTS = "Sổ ủng hộ", "Đợt vận động {name}", "Hồ sơ nhà", "Sổ theo dõi báo cáo"

# Evidence of standards that the records tick.
PLAN_ISSUED = "Kế hoạch {number} ngày {day}"
TARGET_REACHED = "Bàn giao đúng hạn {done}/{target} nhà được giao"
REPORTS_ON_TIME = "{count} báo cáo gửi đúng hạn"
WRAP_UP_HELD = "Tổng kết {number} ngày {day}"

# Of commands.
QUOTAS = "số lượng được đề xuất khen thưởng của từng đơn vị"
QUOTA_READ = "ghi cách hiểu số lượng của một đơn vị, có lý do"
CODE, UNIT, KIND_NUMBER, REASON = "mã kế hoạch", "mã hoặc tên đơn vị", "đối tượng và số lượng", "lý do"
QUOTA_LINE = "{name}: chỉ tiêu {target}, tập thể {collective}, cá nhân {individual}, hộ gia đình {household}{more}"
QUOTA_EDGE = " – cần cách hiểu: {things}"
QUOTA_OVERRIDE = " – theo cách hiểu: {reason}"
QUOTA_WHOLE = "{form}: {thing} – {number}"
QUOTA_FIXED = "{name}: {number} {thing}"
QUOTA_TOTAL = "Cộng: tập thể {collective}, cá nhân {individual}, hộ gia đình {household}"
UNKNOWN_NUMBER = "chưa rõ"
READING_SAVED = "Đã ghi số lượng được đề xuất của {name}."


def joined(words: Iterable[str]) -> str:
    """Words in one list: "tập thể, cá nhân"."""
    return ", ".join(words)


def of_people(names: Iterable[str]) -> str:
    """Names in a sentence; of many the first ones."""
    return names_text(list(names))


AWARD_PROBLEMS: dict[str, str] = {
    "award_object_unknown": "“{text}” không phải đối tượng khen thưởng. Chọn tập thể, cá nhân hoặc hộ gia đình "
    "(collective, individual, household).",
    "quota_number_missing": "Thiếu số lượng. Gõ số lượng được đề xuất, từ 0 trở lên.",
    "quota_reason_missing": "Thiếu lý do. Gõ lý do hiểu như vậy, hoặc văn bản phân bổ, rồi lưu lại.",
    "quota_unit_unknown": "Không có đơn vị “{text}” trong kế hoạch. Xem tên đơn vị bằng lệnh campaign quotas.",
    "quota_unit_several": "Có nhiều đơn vị tên “{text}”: {names}. Gõ mã đơn vị.",
    "quota_form_missing": "Kế hoạch không có số lượng {object} để hiểu lại cho {unit}. Chọn đối tượng khác.",
    "quota_not_read": "“{text}” chưa đúng. Gõ đối tượng và số lượng, như collective=3.",
    "quota_full": "{unit} chỉ được đề xuất {number} {object} cho {form}, đã đề nghị {used}. Rút một đề nghị, "
    "hoặc ghi số lượng mới kèm lý do ở mục Số lượng.",
    "quota_unread": "Chỉ tiêu {target} của {unit} nằm ở mức kế hoạch chưa nói rõ được bao nhiêu {object}. "
    "Ghi cách hiểu kèm lý do ở mục Số lượng rồi đề nghị lại.",
    "quota_group_missing": "{form} có số lượng {object} theo từng đơn vị và nhóm. Chọn đơn vị, hoặc nhóm: {groups}.",
    "quota_waiting": "Cấp trên chưa phân bổ số lượng {object} cho {form}. Ghi số được phân bổ khi có.",
    "quota_no_target": "{unit} chưa có chỉ tiêu nên chưa tính được số lượng {object}. Ghi chỉ tiêu của đơn vị.",
    "participant_name_missing": "Thiếu tên. Gõ tên tập thể, cá nhân hoặc chủ hộ rồi lưu lại.",
    "participant_twice": "Danh sách đã có {name}. Xem lại nếu ghi hai lần.",
    "participant_has_nomination": "{names} đang được đề nghị khen. Rút đề nghị trước, rồi bỏ khỏi danh sách.",
    "achievement_missing": "Thiếu nội dung thành tích. Gõ thành tích rồi lưu lại.",
    "achievement_figure_unread": "Số liệu “{text}” không đọc được. Gõ số, như 12 hoặc 0,5.",
    "standard_without_evidence": "{count} tiêu chuẩn đánh dấu đạt nhưng chưa có minh chứng. Gõ minh chứng nếu có.",
    "award_form_missing": "Chưa chọn hình thức khen thưởng. Chọn một hình thức trong kế hoạch.",
    "award_not_for_object": "{form} không tặng cho {object}, chỉ tặng cho {objects}. Chọn hình thức khác.",
    "nominated_already": "{name} đã được đề nghị {form}. Sửa đề nghị đang có.",
    "standards_unjudged": "Còn {count} tiêu chuẩn của kế hoạch chưa xác định. Xem và ghi ở thẻ Thành tích.",
    "standards_not_met": "Còn {count} tiêu chuẩn của kế hoạch chưa đạt. Xem lại ở thẻ Thành tích nếu đã đạt.",
    "issuer_ended": "{issuer} không còn từ ngày {day}: hỏi cấp trên nơi tặng {form} thay thế rồi ghi vào kế hoạch.",
    "issuer_ended_successor": "{issuer} không còn từ ngày {day}; {form} nay do {successor} tặng.",
    "council_empty": "Số người dự họp phải từ 1 trở lên. Sửa lại số người dự.",
    "council_present_missing": "Thiếu số người dự họp. Gõ số người dự để đối chiếu phiếu.",
    "council_votes_unequal": "Phiếu của {name} cộng lại là {sum}, số người dự là {present}. Sửa lại cho khớp.",
    "route_step_missing": "Chưa chọn nơi nhận hồ sơ. Chọn bước tiếp theo của hồ sơ.",
    "nomination_decided": "{names} đã có quyết định. Hoàn tác quyết định trước nếu ghi nhầm.",
    "dossier_not_sent": "Hồ sơ của {names} chưa gửi đi đâu nên không có nơi trả lại.",
    "dossier_goes_back": "Ngày đã gõ trước ngày hồ sơ của {names} đến bước trước. Sửa lại ngày.",
    "award_decision_number_missing": "Thiếu số quyết định khen thưởng. Gõ số quyết định rồi lưu lại.",
    "blank_moved_too_far": "Chỉ dời được trong khoảng {most} mm. Gõ số milimét, như 2,5 hoặc -3.",
    "certificate_from_above": "{form} do cấp trên in và tặng. Chỉ in giấy khen của cơ quan, đơn vị.",
    "award_nobody": "Chưa có ai trong danh sách. Thêm người, tập thể hoặc hộ rồi làm lại.",
    "meeting_unknown": "Không còn cuộc họp này. Tải lại danh sách.",
    "nomination_withdrawn_after": "{names} đã có quyết định, không rút đề nghị được nữa.",
}

#: How standards stand: met, not met, not judged yet.
STANDARDS_TOLD = ("{count} đạt", "{count} chưa đạt", "{count} chưa xác định")
