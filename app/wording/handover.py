"""What the room of handing over says."""

from __future__ import annotations

from collections.abc import Sequence

# The page "Nghiệm thu – Bàn giao"
TO_ACCEPT, TO_HAND_OVER, HANDED_OVER = "Chờ nghiệm thu", "Chờ bàn giao", "Đã bàn giao"
RECORD_ACCEPTANCE, RECORD_HANDOVER, MAKE_MINUTES = "Ghi nghiệm thu", "Ghi bàn giao", "Lập biên bản"
NOTHING_TO_ACCEPT = "Chưa có nhà chờ nghiệm thu. Nhà vào đây sau khi ghi khởi công ở trang Xây dựng."
NOTHING_TO_HAND_OVER = "Chưa có nhà chờ bàn giao. Nhà vào đây sau khi nghiệm thu đạt."
NOTHING_HANDED_OVER = "Chưa có nhà đã bàn giao. Nhà vào đây sau khi ghi bàn giao."
BUILDING_ONLY, NOT_STARTED_TOO = "Đang xây", "Cả nhà chưa ghi khởi công"
ACCEPTED_ON, AREA_COLUMN, HANDED_OVER_ON = "Nghiệm thu", "Diện tích\n(m²)", "Bàn giao"
PLACE, RECEIVER, RELATION, THUMBPRINT = "Nơi bàn giao", "Người nhận", "Quan hệ với chủ hộ", "Điểm chỉ"
PAPER_COLUMN = "Biên bản"
CHECK_PAPER = "In biên bản kiểm tra"
BLANK_FORM = "Mẫu trống"
CORRECT_ACCEPTANCE, CORRECT_HANDOVER = "Sửa sai nghiệm thu", "Sửa sai bàn giao"
NUMBER_LATER, VOID_NUMBER = "Ghi số văn thư cấp…", "Hủy số…"
ONE_HOUSE = "Việc này làm cho từng nhà. Chọn một nhà rồi bấm lại."
NO_PAPER = "Nhà của hộ {names} chưa có biên bản đã in. Lập biên bản trước."
UNNUMBERED, VOID, NOT_PRINTED = "không số", "đã hủy", "chưa in"
PAPER_VOID = "{number} ({void})"

# Acceptance: cards of checks
ACCEPTANCE = "Nghiệm thu nhà"
QUEUE = "Nhà {place} / {count}"
DAY_OF_ACCEPTANCE = "Ngày nghiệm thu"
AREA_CARD, PARTS_CARD, SAFETY_CARD, COSTS_CARD, REST_CARD = (
    "Diện tích",
    "Ba cứng",
    "An toàn",
    "Nguồn vốn làm nhà",
    "Miễn và ghi chú",
)
AREA, SQUARE_METRES = "Diện tích sử dụng", "m²"
LEAST_AREA = "Chương trình yêu cầu ít nhất {area} m²."
NO_LEAST_AREA = "Chương trình không đặt mức diện tích."
PARTS_HEADS = {"foundation": "Nền, móng cứng", "frame_wall": "Khung, tường cứng", "roof": "Mái cứng"}
MATERIAL_HINTS = {"foundation": "bê tông, gạch, đá…", "frame_wall": "bê tông, gạch xây…", "roof": "tôn, ngói, bê tông…"}
ASKED_PARTS = "Chương trình yêu cầu cứng: {parts}."
NO_ASKED_PARTS = "Chương trình không yêu cầu phần nào phải cứng."
RESILIENT, RESILIENT_HINT = "Chống chịu thiên tai", "bão, lũ, gió lốc: chịu được, nâng nền…"
NO_SOURCES = "Chưa có nguồn vốn nào trong sổ. Thêm nguồn vốn ở phần Tiền của hồ sơ hộ."
TOTAL_COST, RESULT = "Tổng: {amount}", "Kết quả"
EXEMPTION, EXEMPTION_HINT = "Lý do miễn", "khi nhà chưa đủ điều kiện mà vẫn nghiệm thu"
NOTE = "Ghi chú"
SAVE, SAVE_NEXT, CLOSE_PANE = "Lưu (Ctrl+S)", "Lưu và nhà tiếp (Ctrl+Enter)", "Đóng"
ACCEPTING = "Đang ghi nghiệm thu"
ACCEPTED = "Đã ghi nghiệm thu nhà của hộ {name}."
HAS_WARNING = "Lưu ý: {text}"

# Handover
HANDING_OVER = "Đang ghi bàn giao"
DAY_OF_HANDOVER = "Ngày bàn giao"
RECEIVERS = "Người nhận từng nhà"
RECEIVER_HINT = "để trống nếu chủ hộ nhận"
HEAD, HOUSES = "Chủ hộ", "nhà"
YES = "có"

# Minutes: preview, numbers, printing
PREVIEW = "Xem trước biên bản"
TITLES = {"handover_minutes": PREVIEW, "completion_check": "Biên bản kiểm tra hoàn thành"}
NUMBERING, COPIES, START_AT = "Số biên bản", "Số bản", "Sổ bắt đầu từ số"
NUMBERINGS = {"none": "Không đánh số", "typed": "Văn thư cấp số sau khi ký", "register": "Lấy số trong sổ của phần mềm"}
PRINT, SAVE_PDF, OPEN_OUTSIDE = "In", "Lưu PDF", "Mở bằng phần mềm đọc PDF"
DRAWING, ISSUING, PRINTING = "Đang tạo biên bản", "Đang lập biên bản", "Đang in biên bản"
ALL_REPRINTS = "Đã lập trước đó: đây là bản in lại, giữ nguyên số."
BLANK_STATE = "Mẫu để trống, điền bằng tay."
FILE_NAMES = {"handover_minutes": "bien-ban-ban-giao.pdf", "completion_check": "bien-ban-kiem-tra.pdf"}
SAVED = "Đã lưu {file}."
NOT_OPENED = "Máy chưa có phần mềm đọc PDF. Cài phần mềm đọc PDF, hoặc bấm In."
PRINT_STOPPED = "Đã dừng in. Biên bản đã lập vẫn giữ, in lại lúc nào cũng được."
PRINTED = "Đã gửi {count} trang tới máy in."
REASON, REASON_HINT = "Lý do", "vì sao phải sửa"
NUMBER_GIVEN, NUMBER_HINT = "Số văn thư cấp", "12/BB-UBND"
VOIDING = "Hủy số {number}"
VOID_DONE = "Đã hủy số {number}. Số này không dùng lại."
NUMBER_DONE = "Đã ghi số {number}."
TAKEN_BACK_ACCEPTANCE = "Đã rút nghiệm thu nhà của hộ {name}; nhà trở lại Đang xây."
TAKEN_BACK_HANDOVER = "Đã rút bàn giao nhà của hộ {name}; nhà trở lại Chờ bàn giao."

# The panel "Giấy tờ" of a dossier
PANEL = "Bàn giao"
NO_PAPERS = "Chưa in biên bản nào. Biên bản bàn giao lập được sau khi nghiệm thu."
PAPER_LINE = "{kind} – {number}, in ngày {day}"
ROAD = "Nghiệm thu, bàn giao"
NOT_ACCEPTED_YET, NOT_HANDED_OVER_YET = "Chưa nghiệm thu.", "Chưa bàn giao."
HANDED_LINE = "Bàn giao ngày {day}"
REPRINT = "In lại"
VOID_LINE = "đã hủy: {reason}"
REPLACED_LINE = "thay cho bản trước"

HANDOVER_PROBLEMS: dict[str, str] = {
    "not_handed_over": "Nhà của hộ {names} chưa bàn giao, nên không có gì để sửa sai.",
    "handover_before_acceptance": "Ngày bàn giao nhà của hộ {names} trước ngày nghiệm thu. Xem lại ngày.",
    "paper_unknown": "Không tìm thấy giấy tờ này. Mở lại danh sách giấy tờ rồi làm lại.",
    "paper_of_other_office": "Giấy tờ này do cơ quan khác phát hành. Đề nghị cơ quan đó sửa.",
    "paper_void_already": "Số {number} đã hủy trước đó.",
    "paper_number_missing": "Thiếu số. Gõ số do văn thư cấp rồi lưu lại.",
    "paper_has_register_number": "Giấy tờ này đã có số {number} trong sổ. Hủy số đó trước nếu cần số khác.",
}


_FEW_NUMBERS = 3


def state_text(new: int, count: int) -> str:
    """What the preview shows: papers not issued yet take their number when they are printed or saved."""
    if new == 0:
        return ALL_REPRINTS
    rest = f" {count - new} biên bản là bản in lại." if count > new else ""
    return f"{new} biên bản chưa lập: in hoặc lưu PDF thì mới lập và lấy số.{rest}"


def issued_text(count: int, numbers: Sequence[str]) -> str:
    """What was issued; of many numbers, which follow each other in the register, the first and the last."""
    few = len(numbers) <= _FEW_NUMBERS
    said = ", ".join(numbers) if few else f"{numbers[0]} đến {numbers[-1]}"
    return f"Đã lập {count} biên bản{f', số {said}' if said else ''}."


def handover_confirm(count: int) -> str:
    """The filled button of the handover form."""
    return f"Ghi bàn giao {count} nhà"


def handed_over_text(count: int, left: int) -> str:
    """What was done, and how many houses could not be."""
    rest = f" Còn {left} nhà chưa ghi được, vẫn ở danh sách." if left else ""
    return f"Đã ghi bàn giao {count} nhà.{rest}"


def hard_text(count: int) -> str:
    """How many of the three main parts are hard."""
    return "Đủ ba cứng" if count == 3 else f"Cứng {count} / 3 phần"
