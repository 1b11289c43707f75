"""Words of the editor of a plan: its tabs, the headings of its grids, what its grids take."""

from __future__ import annotations

from app.wording.vocabulary import (
    AWARD_LEVELS,
    AWARD_OBJECTS,
    CAMPAIGN_SECTIONS,
    CATEGORIES,
    COMPARES,
    COUNTS_WHEN,
    DENOMINATORS,
    MEASURES,
    QUOTA_KINDS,
    REPEATS,
    UNIT_KINDS,
    WORK_TYPES,
)
from models.vocabulary import (
    AwardLevel,
    AwardObject,
    CampaignSection,
    Category,
    Compare,
    CountsWhen,
    Denominator,
    Measure,
    QuotaKind,
    Repeat,
    UnitKind,
    WorkType,
)

NEW_TITLE = "Soạn kế hoạch"
CALLED = "Kế hoạch"
SAVED = "Đã lưu kế hoạch {name}."
LEAVE = "Về kế hoạch"
OWN_TAB = "Thông tin chung"
TABS = {
    "text": "Căn cứ, nội dung",
    "unit": "Đơn vị",
    "target": "Chỉ tiêu",
    "task": "Nhiệm vụ",
    "deadline": "Thời hạn",
    "form": "Hình thức khen",
    "quota": "Số lượng khen",
}
HELP = {
    "text": "Mỗi dòng một ý của kế hoạch, ghi nguyên văn. “Cần kiểm tra” là lời nhắc hiện cạnh căn cứ có thể sai.",
    "unit": "Đơn vị như kế hoạch ghi. “Địa bàn trên máy” là tên thôn, hoặc mã xã; để trống nếu không gắn địa bàn.",
    "target": "Để trống Đơn vị là chỉ tiêu chung. Kỳ: năm, quý, tháng, hoặc khoảng như 2021 - 2025.",
    "task": "Một nơi chủ trì, nhiều nơi phối hợp cách nhau bằng dấu chấm phẩy.",
    "deadline": "Hạn: ngày, tháng, quý hoặc năm (là ngày cuối). “Trước 05/11” thì Tính cả ngày hạn là Không. "
    "Nhiều loại đơn vị phải nộp cách nhau bằng dấu chấm phẩy.",
    "form": "Tặng cho: Tập thể, Cá nhân, Hộ gia đình, cách nhau bằng dấu phẩy.",
    "quota": "Bậc chỉ tiêu có mức từ, mức đến; mức kế hoạch để hở thì đánh dấu chưa rõ, phần mềm sẽ hỏi cách hiểu.",
}
#: The labels of each vocabulary that a field of a plan may hold.
LABELS = {
    AwardLevel: AWARD_LEVELS,
    AwardObject: AWARD_OBJECTS,
    CampaignSection: CAMPAIGN_SECTIONS,
    Category: CATEGORIES,
    Compare: COMPARES,
    CountsWhen: COUNTS_WHEN,
    Denominator: DENOMINATORS,
    Measure: MEASURES,
    QuotaKind: QUOTA_KINDS,
    Repeat: REPEATS,
    UnitKind: UNIT_KINDS,
    WorkType: WORK_TYPES,
}
GROUP_PLAN, GROUP_ABOVE, GROUP_TIME, GROUP_COUNTS = "Văn bản", "Cấp trên", "Thời gian", "Nhà được tính"
GROUP_WORDS = "Nguyên tắc, phương châm"
IN_TAB_LINE = "{tab}, dòng {line}: {sentence}"
CODE_HINT = "tự đặt theo tên"
CHOOSE_ABOVE = "Lập từ kế hoạch cấp trên"
ABOVE, START = "Kế hoạch cấp trên", "Soạn tiếp"
ABOVE_HELP = "Chỉ tiêu, thời hạn, tiêu chí, hình thức khen của kế hoạch này được lấy sang để sửa tiếp."
