"""What the room of support says: its problems, and the words of status and steps inside sentences."""

from __future__ import annotations

from collections.abc import Sequence

from app.wording.vocabulary import EXCEPTIONS, STATUSES, STEPS
from models.vocabulary import ExceptionCase, Status

_SHOWN_NAMES = 3

SUPPORT_PROBLEMS: dict[str, str] = {
    "household_not_here": "Hộ này không còn trong danh sách. Mở lại danh sách rồi chọn hộ khác.",
    "no_programme": "Dữ liệu trên máy không có chương trình nào, dù chương trình đi kèm phần mềm. "
    "Khôi phục bản sao lưu gần nhất rồi làm lại.",
    "no_case": "Hộ {names} chưa có đề nghị hỗ trợ. Ghi hình thức xây mới hoặc sửa chữa cho hộ rồi làm lại.",
    "no_houses": "Chưa chọn hộ nào. Chọn ít nhất một hộ rồi làm lại.",
    "case_not_here": "Đề nghị hỗ trợ này không còn. Mở lại hồ sơ hộ rồi làm lại.",
    "case_programme_fixed": "Hộ {names} đã có quyết định hoặc kinh phí nên giữ nguyên chương trình. "
    "Thu hồi quyết định và các khoản đã ghi trước khi đổi chương trình.",
    "case_chosen_twice": "Có hộ được chọn hai lần. Bỏ bớt rồi làm lại.",
    "case_off_road": "Chưa ghi được cho hộ {names}: đang ở tình trạng “{status}”. Ghi “Tiếp tục” cho hộ rồi làm lại.",
    "work_type_unknown": "Không có hình thức “{text}”. Chọn xây mới hoặc sửa chữa.",
    "work_type_missing": "Chưa ghi hình thức xây mới hay sửa chữa của hộ {names}.",
    "amount_not_positive": "Số tiền phải lớn hơn 0. Gõ lại số tiền.",
    "decision_number_missing": "Thiếu số quyết định. Gõ số quyết định rồi lưu lại.",
    "decision_date_missing": "Thiếu ngày quyết định. Gõ ngày rồi lưu lại.",
    "decision_amount_missing": "Chưa có số tiền hỗ trợ cho hộ {names}. Gõ số tiền phê duyệt rồi lưu lại.",
    "decision_repeated": "Quyết định số {number} đã ghi cho hộ {names}. Xem lại số hoặc bỏ hộ đã ghi.",
    "decision_of_other_office": "Quyết định số {number} do cơ quan khác ghi. Đề nghị cơ quan đó sửa.",
    "decision_not_standing": "Quyết định số {number} đã được sửa hoặc thu hồi trước đó. Mở lại hồ sơ hộ để xem.",
    "decision_unknown": "Không tìm thấy quyết định cần sửa. Mở lại hồ sơ hộ rồi làm lại.",
    "revoked_but_paid": "Hộ {names} đã được chi tiền. Xem lại các khoản chi sau khi thu hồi quyết định.",
    "decided_by_other_office": (
        "Theo chương trình, cơ quan khác phê duyệt vào ngày này. Quyết định vẫn được ghi cho hộ {names}."
    ),
    "amount_differs_from_norm": "Số tiền khác mức của chương trình đối với hộ {names}. Số tiền đã duyệt được dùng.",
    "amount_below_paid": "Số tiền duyệt thấp hơn số đã chi cho hộ {names}. Các khoản đã chi giữ nguyên; xem lại hồ sơ.",
    "source_missing": "Quyết định chưa ghi nguồn vốn.",
    "source_code_unknown": "Chưa có nguồn vốn mã {code} trong sổ. Mã này vẫn được ghi vào quyết định.",
    "missing_survey": "Chưa ghi {step} của hộ {names}.",
    "missing_village_review": "Chưa ghi {step} của hộ {names}.",
    "missing_posting": "Chưa ghi {step} của hộ {names}.",
    "missing_submission": "Chưa ghi {step} của hộ {names}.",
    "decided_against_vote": "Hộ {names} chưa đạt ngưỡng đồng ý ở cuộc họp bình xét.",
    "decided_with_remark": "Còn ý kiến, phản ánh chưa trả lời về hộ {names}.",
    "vote_does_not_add_up": "Số phiếu của hộ {names} không khớp với số hộ dự họp. Mở biên bản họp rồi sửa số phiếu.",
    "event_ahead": "Ngày đã gõ ở phía trước hôm nay. Xem lại ngày nếu gõ nhầm.",
    "day_missing": "Thiếu ngày. Gõ ngày rồi lưu lại.",
    "nothing_to_resume": "Hộ {names} không tạm dừng và không ra khỏi danh sách, nên không có gì để tiếp tục.",
    "exception_not_chosen": "Chưa chọn trường hợp. Chọn một trường hợp rồi lưu lại.",
    "exception_repeated": "Hộ {names} đã ở tình trạng “{status}”.",
    "exception_noted": "“{kind}” của hộ {names} đã ghi cho ngày này.",
    "amended_without_decision": "Hộ {names} chưa có quyết định phê duyệt nên không có gì để điều chỉnh.",
    "amended_before_decision": "Ngày điều chỉnh của hộ {names} trước ngày quyết định đang dùng. Sửa lại ngày.",
    "work_not_changed": "Chưa chọn hình thức mới của hộ {names}. Chọn hình thức khác hình thức đã duyệt.",
    "amount_not_changed": "Chưa gõ mức hoặc nguồn mới của hộ {names}. Gõ số tiền hoặc nguồn khác với đã duyệt.",
    "receiver_missing": "Chưa ghi nơi nhận của {names}. Hỏi nơi hộ chuyển đến rồi ghi thêm.",
    "new_head_missing": "Chưa gõ tên chủ hộ mới thay cho {names}. Gõ họ tên người thay rồi lưu lại.",
    "new_head_facts": "Chưa có năm sinh, số căn cước của chủ hộ mới {names}. Mở hồ sơ hộ để ghi.",
    "commune_builds_already": "Hộ {names} đã ghi xã tổ chức làm nhà.",
    "not_passed_unaccepted": "Nhà của hộ {names} chưa nghiệm thu nên không có gì để hủy.",
    "repair_deadline_missing": "Thiếu hạn khắc phục nhà của hộ {names}. Gõ ngày rồi lưu lại.",
    "repair_deadline_before": "Hạn khắc phục nhà của hộ {names} trước ngày ghi. Sửa lại ngày.",
    "clawed_back_money": "Ghi khoản thu hồi của hộ {names} ở trang Kinh phí.",
    "self_built_not_allowed": "Chương trình không nói hỗ trợ nhà làm trước khi duyệt. Xem lại hộ {names}.",
    "damaged_unfinished": "Nhà của hộ {names} chưa nghiệm thu, chưa bàn giao. Hỏng khi đang làm thì ghi “Tạm dừng”, "
    "hoặc điều chỉnh mức hỗ trợ.",
    "damaged_already": "Hộ {names} đã có đề nghị mới sau khi nhà hỏng. Ghi tiếp ở đề nghị mới.",
    "hold_without_review": "Chưa ghi ngày xem lại hộ {names}. Gõ ngày để máy nhắc.",
    "hold_review_before": "Ngày xem lại hộ {names} trước ngày tạm dừng. Sửa lại ngày.",
    "new_head_of_one": "Hộ {names} chỉ có một người. Nếu người đó mất, chọn “Chủ hộ mất”.",
    "death_of_several": "Hộ {names} còn người khác. Nếu họ nhận nhà, chọn “Thay chủ hộ”.",
    "left_without_decision": "Hộ {names} đã được duyệt. Ghi số quyết định điều chỉnh danh sách khi có.",
    "decided_listed_twice": "Hộ {names} đã ghi là trùng với danh sách khác. Xem lại danh sách kia trước khi duyệt.",
    "escaped_frozen": "Đối tượng khi duyệt của hộ {names} giữ nguyên. Xem lại theo quy định của chương trình.",
    "exception_after_handover": "Nhà của hộ {names} đã bàn giao. Sửa sai bàn giao trước rồi làm lại.",
}

# The page "Bình xét – Phê duyệt" and the panel "Xét duyệt"
DECISION_TAB = "Quyết định"
WAITING_LIST, DECIDED_LIST = "Chưa có quyết định", "Đã có quyết định"
RECORD_DECISION = "Ghi quyết định"
NOTHING_WAITS = "Không còn hộ chờ quyết định. Hộ mới thêm hoặc mới nhập từ Excel sẽ vào đây."
NOTHING_DECIDED = "Chưa có quyết định nào. Chọn hộ ở “Chưa có quyết định” rồi bấm Ghi quyết định."
NUMBER, DECIDED_ON, SIGNER, SOURCE = "Số quyết định", "Ngày quyết định", "Người ký", "Nguồn vốn"
SIGNED_AS = "In trên quyết định: {lines}"
NUMBER_HINT = "45/QĐ-UBND"
NUMBER_SHORT, DAY_SHORT, SOURCE_SHORT = "Quyết định", "Ngày", "Nguồn"
WORK_TYPE = "Hình thức"
AS_RECORDED = "theo hồ sơ từng hộ"
KEPT = "giữ như đã ghi"
AMOUNT = "Số tiền mỗi hộ"
BY_REQUEST = "Theo mức hộ đề nghị, hộ nào chưa có thì theo mức của chương trình"
BY_NORM = "Theo mức của chương trình"
ONE_AMOUNT = "Cùng một số tiền"
DECIDING = "Đang ghi quyết định"
CORRECT_DECISIONS = "Sửa sai quyết định"
TAKE_BACK = "Thu hồi quyết định đã ghi nhầm"
WRITE_AGAIN = "Ghi lại cho đúng; mục để trống giữ như đã ghi"
REASON = "Lý do"
STEPS_BEFORE = "Các bước trước quyết định"
STEP_LINE = "{step}: {state}"
STEP_DONE, STEP_NOT_RECORDED = "đã ghi {day}", "chưa ghi trong máy"
NOT_DECIDED = "Chưa có quyết định phê duyệt."
DECISION_LINE = "Quyết định số {number} ngày {day}: {amount}"
SIGNED_BY = "người ký {signer}"
FROM_SOURCE = "nguồn {source}"
TAKEN_BACK = "Thu hồi quyết định số {number} ngày {day}: {reason}"
NO_MORE = "không còn dùng"
EXCEPTION_LINE = "{name} từ {day}: {reason}"
CORRECTED = "đã ghi lại: {reason}"
COUNTS, OTHER_OFFICE = "đang dùng", "của cơ quan khác"
TWO_DIFFER = "Hai cơ quan ghi khác nhau. Chọn số liệu đúng ở trang Cần xử lý."
PANEL = "Xét duyệt"
NO_CASE = "Hộ chưa có đề nghị hỗ trợ. Ghi quyết định ở đây thì đề nghị được mở theo chương trình đang chọn."


def why_text(reason: str | None, receiver: str | None) -> str:
    """Why a house left the road, and who takes the household over."""
    return ", ".join(filter(None, (reason, f"nơi nhận: {receiver}" if receiver else "")))


def confirm_text(count: int) -> str:
    """The filled button of the decision form."""
    return f"Ghi quyết định cho {count} hộ"


def decided_text(number: str, count: int, left: int) -> str:
    """What was done, and how many houses could not be."""
    rest = f" Còn {left} hộ chưa ghi được, vẫn ở danh sách." if left else ""
    return f"Đã ghi quyết định số {number} cho {count} hộ.{rest}"


def sum_text(amount: str, words: str) -> str:
    """The sum of a decision under its amounts."""
    return f"Tổng: {amount} ({words})"


def taken_back_text(count: int) -> str:
    """Decisions were taken back."""
    return f"Đã thu hồi quyết định của {count} hộ."


def corrected_text(count: int) -> str:
    """Decisions were written again."""
    return f"Đã ghi lại quyết định của {count} hộ."


def status_text(status: Status) -> str:
    """A status inside a sentence."""
    return STATUSES[status.value]


def exception_text(kind: ExceptionCase) -> str:
    """An exception inside a sentence."""
    return EXCEPTIONS[kind.value]


def step_text(step: str) -> str:
    """A step before the decision inside a sentence; a step of a newer version shows its own word."""
    return STEPS.get(step, step)


def names_text(names: Sequence[str]) -> str:
    """The heads of some households: three by name, the rest by count."""
    shown = ", ".join(names[:_SHOWN_NAMES])
    rest = len(names) - _SHOWN_NAMES
    return f"{shown} và {rest} hộ khác" if rest > 0 else shown
