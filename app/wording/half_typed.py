"""Words of half-typed work: the page "Bản nháp", the line on the first page, the line in a form."""

from __future__ import annotations

TITLE, UNIT = "Bản nháp", "bản nháp"
EMPTY = "Không có bản nháp nào. Việc gõ dở được giữ ở đây khi thoát, khi mất điện, đến khi lưu hoặc bỏ."
WHAT, TEXT, WHEN = "Đang gõ dở", "Đã gõ", "Lúc"
GO_ON, DROP, DROPPED = "Gõ tiếp", "Bỏ bản nháp", "Đã bỏ bản nháp."
CHOOSE = "Chưa chọn bản nháp nào. Đứng ở một dòng rồi bấm lại."
DROP_QUESTION = "Bỏ bản nháp “{title}”? Những gì gõ dở trong đó sẽ mất; số liệu đã lưu không đổi."
DROP_YES, DROP_NO = "Bỏ bản nháp", "Thôi"
FOUND = "Bản nháp gõ lúc {when}, chưa lưu."
OPEN_FORM = "Mở lại biểu “{title}” ở trang này: bản nháp hiện lại trong biểu."
COUNT, SHOW = "{count} bản nháp gõ dở, chưa lưu", "Xem"
ONE, ONE_BUTTON = "Có bản nháp gõ dở, chưa lưu: {title}", "Gõ tiếp"

#: What each place keeps half-typed, by how its name begins.
TITLES: dict[str, str] = {
    "draft.household.new": "Hộ mới",
    "draft.household.": "Thông tin một hộ",
    "draft.condition.": "Hiện trạng nhà của một hộ",
    "draft.settings.": "Thiết lập",
    "draft.plan.": "Kế hoạch, phong trào",
    "draft.form.": "Biểu ngắn",
    "construction.grid": "Cập nhật nhanh tiến độ",
    "review.meeting": "Biên bản họp bình xét",
    "review.classes": "Phân loại hộ",
    "review.returns": "Phiếu rà soát của thôn",
    "funding.payday": "Ngày chi tiền",
    "giving.quick": "Khoản ủng hộ đang ghi",
    "handover.acceptance.": "Nghiệm thu một nhà",
}
