"""Words of the page "Ủng hộ": its tabs, lists, the quick line and the short forms."""

from __future__ import annotations

BOOK_TAB, PLEDGES_TAB, DONORS_TAB = "Sổ ủng hộ", "Đăng ký ủng hộ", "Nhà hảo tâm"
DRIVES_TAB, GOODS_TAB, SPONSORS_TAB = "Đợt vận động", "Vật tư, ngày công", "Đỡ đầu"

# The quick line
GIVER, GIVER_HINT = "Người ủng hộ", "người ủng hộ"
KIND, WHAT, TARGET, DAY = "Hình thức", "Số tiền hoặc hiện vật", "Ủng hộ cho", "Ngày"
TARGET_HINT = "ủng hộ cho…"
COMMON_FUND = "Quỹ chung"
MAY_NAME = "Cho nêu tên"
MAY_NAME_TIP = "Chỉ khi được phép, tên người ủng hộ mới có trong danh sách công khai."
WHAT_HINTS: dict[str, str] = {
    "goods": "40 bao xi măng = 3,6tr",
    "labour": "12 người x 1 ngày x 200.000",
    "transport": "số chuyến, số ngày",
    "foundation": "số ngày công",
    "advice": "việc đã giúp",
}
MONEY_HINT = "số tiền"
RECORD, RECORDING = "Ghi ủng hộ", "Đang ghi khoản ủng hộ"
RECORDED = "Đã ghi {what} của {name}."

# Lists
GIFT_UNIT, PLEDGE_UNIT, DONOR_UNIT, PERSON_UNIT = "khoản", "đăng ký", "nhà hảo tâm", "người"
ROOM_UNIT, LINE_UNIT, SPONSOR_UNIT = "phòng", "dòng", "việc đỡ đầu"
AMOUNT, VALUE = "Số tiền\n(đồng)", "Giá trị quy đổi\n(đồng)"
GOODS_OR_DAYS, RECEIPT, NOTE = "Hiện vật, ngày công", "Biên nhận", "Ghi chú"
STATE, PROMISED, KEPT, PLEDGED_ON, DUE_ON = "Tình trạng", "Đăng ký", "Đã thực hiện", "Ngày đăng ký", "Ngày hẹn"
LATE = "Quá hẹn"
DONOR, DONOR_KIND, ADDRESS, PHONE, TIMES = "Nhà hảo tâm", "Loại", "Địa chỉ", "Điện thoại", "Số lần"
GIVEN = "Đã ủng hộ\n(đồng)"
MONEY_SUM = "tiền {amount}"
VALUE_SUM = "quy đổi {amount}"
ITEM, UNIT, QUANTITY, PEOPLE_DAYS = "Tên hiện vật", "Đơn vị tính", "Số lượng", "Người x ngày"

EMPTY_BOOK = "Sổ ủng hộ còn trống. Gõ khoản đầu tiên ở dòng trên."
EMPTY_PLEDGES = "Chưa có đăng ký ủng hộ. Ghi lời hứa đầu tiên: ai, ủng hộ gì, hẹn ngày nào."
EMPTY_DONORS = "Chưa có nhà hảo tâm. Người ủng hộ ghi trong sổ sẽ có ở đây, hoặc thêm trước tại đây."
EMPTY_GOODS = "Chưa có vật tư, ngày công nào được ủng hộ. Ghi ở Sổ ủng hộ, hình thức Hiện vật hoặc Ngày công."
GIFT_LINES, STOCK, STOCK_UNIT = "Từng khoản", "Trong kho", "loại"
STOCK_RECEIVED, STOCK_ALLOCATED, STOCK_HANDED, STOCK_LEFT = "Đã nhận", "Đã phân bổ", "Đã giao", "Còn lại"
EMPTY_STOCK = "Kho chưa có vật tư nào."
EMPTY_SPONSORS = "Chưa có ai đỡ đầu hộ nào. Ghi người hoặc đơn vị đầu tiên nhận đỡ đầu."
EMPTY_DRIVES = "Chưa có đợt vận động. Tạo đợt đầu tiên, rồi dán danh sách cán bộ từ Excel."
EMPTY_PEOPLE = "Đợt này chưa có ai. Dán danh sách cán bộ từ Excel."
EMPTY_REMITTANCES = "Chưa chuyển nộp lần nào."
EMPTY_ROOMS = "Chưa có ai trong đợt vận động."
EMPTY_POSTED = "Chưa có khoản nào để công khai."

# Gifts
REVERSE, REVERSE_TITLE = "Sửa sai…", "Sửa sai khoản ủng hộ"
REVERSED_ON, REASON, REASON_HINT = "Ngày sửa sai", "Lý do", "vì sao phải sửa"
REVERSING, REVERSED = "Đang sửa sai", "Đã sửa sai: thêm một dòng ngược lại, dòng cũ giữ nguyên."
REVERSAL_LINE = "dòng sửa sai: {reason}"
NOT_STANDING = "Dòng này đã được sửa sai, hoặc chính là dòng sửa sai."

# Papers
PRINT_RECEIPT, PRINT_BOOK, PRINT_THANKS = "In biên nhận…", "In danh sách…", "In thư cảm ơn…"
#: What the button of a drive's paper says, by kind.
PRINT_PAPERS = {
    "cashier_list": "In danh sách thu…",
    "department_report": "In báo cáo…",
    "drive_statement": "In bản công khai…",
}

# Pledges
ADD_PLEDGE, EDIT_PLEDGE, PLEDGE_TITLE = "Ghi đăng ký…", "Sửa…", "Đăng ký ủng hộ"
KEEP_PLEDGE, KEEP_TITLE = "Ghi đã thực hiện…", "Ghi đã thực hiện"
WITHDRAW, WITHDRAW_TITLE, WITHDRAWN_ON = "Rút đăng ký…", "Rút đăng ký ủng hộ", "Ngày rút"
SAVING, SAVED_PLEDGE = "Đang lưu", "Đã lưu đăng ký ủng hộ của {name}."
PLEDGE_WITHDRAWN = "Đã ghi {name} rút đăng ký ủng hộ."
WAITING_PLEDGES, ALL_PLEDGES = "Còn chờ", "Tất cả"

# Donors
ADD_DONOR, EDIT_DONOR, DONOR_TITLE = "Thêm nhà hảo tâm…", "Sửa…", "Nhà hảo tâm"
NAME, SAVE = "Tên", "Lưu"
SAVED_DONOR = "Đã lưu {name}."
YES_NAMED, NOT_NAMED = "có", "không"

# Drives
DRIVE, NEW_DRIVE, EDIT_DRIVE, DRIVE_TITLE = "Đợt", "Tạo đợt vận động…", "Sửa đợt…", "Đợt vận động"
STARTS_ON, ENDS_ON, REPORT_ON, FUND = "Từ ngày", "Đến ngày", "Hạn tổng kết", "Nộp vào quỹ"
BASE, DIVISOR, ROUNDING = "Căn cứ tính", "Số ngày công", "Làm tròn đến"
CAMPAIGN, NO_CAMPAIGN = "Phong trào", "Không thuộc phong trào nào"
BASES = {"salary": "Lương tháng", "income": "Thu nhập tháng", "other": "Khác"}
DAYS_A_MONTH, DONG = "ngày một tháng (22 hoặc 26)", "đồng"
SAVED_DRIVE = "Đã lưu đợt vận động {name}."
PEOPLE_VIEW, ROOMS_VIEW, SENT_VIEW, POSTED_VIEW = "Từng người", "Theo phòng", "Chuyển nộp", "Công khai"
DRIVE_SUMS = "Mong {expected} · Đã thu {collected} · Đã nộp {remitted} · Còn giữ {in_hand} · {gave}/{people} người"
ROOM_SUMS = "{gave}/{people} người đã ủng hộ · thu {collected} trên {expected}"
UNTIL = "Tính đến ngày"
TICK_PEOPLE = "Chưa chọn ai. Đánh dấu người đã ủng hộ ở cột đầu, hoặc đứng ở dòng của người đó, rồi bấm lại."
ROOM, POSITION, EMPLOYMENT, EXPECTED = "Phòng, bộ phận", "Chức vụ", "Hợp đồng", "Mức vận động\n(đồng)"
GAVE, NOT_YET, PEOPLE = "Đã ủng hộ", "Chưa ủng hộ", "Số người"
SIGNATURE = "Ký nộp"
COLLECTED = "Đã thu\n(đồng)"
NOT_YET_STATE, GAVE_STATE = "chưa ủng hộ", "đã ủng hộ"
PASTE_PEOPLE, PASTE_TITLE, PASTING = "Dán danh sách…", "Dán danh sách cán bộ", "Đang ghi danh sách"
PASTE_HINT = (
    "Chép các dòng từ Excel (họ tên, phòng, chức vụ, hợp đồng, mức một ngày) rồi dán vào đây bằng Ctrl+V. "
    "Cột “Lương tháng” chỉ để tính mức một ngày, không lưu."
)
PASTED = "Đọc được {count} người, {rooms} phòng, mức vận động {expected}."
PEOPLE_SAVED = "Đã thêm {count} người vào đợt vận động."
EDIT_PERSON, PERSON_TITLE, TAKE_OFF = "Sửa…", "Người trong đợt vận động", "Bỏ khỏi danh sách"
TAKEN_OFF, TAKING_OFF = "Đã bỏ {count} người khỏi đợt vận động.", "Đang bỏ khỏi danh sách"
MONTH_BASE, MONTH_HINT = "Lương, thu nhập tháng", "chỉ để tính, không lưu"
DAY_PAY = "một ngày {amount}"
COLLECT, COLLECT_TITLE, COLLECTING = "Ghi đã ủng hộ…", "Ghi đã ủng hộ", "Đang ghi ủng hộ"
EACH_AMOUNT, EACH_HINT = "Số tiền mỗi người", "để trống: theo mức vận động"
COLLECT_SUM = "{count} người, cộng {amount}"
COLLECTED_TOLD = "Đã ghi {amount} của {count} người."
METHOD, VOUCHER = "Hình thức", "Số chứng từ"
REMIT, REMIT_TITLE, REMITTING = "Chuyển nộp…", "Chuyển nộp", "Đang ghi chuyển nộp"
REMIT_AMOUNT, REMITTED_ON, IN_HAND = "Số tiền nộp", "Ngày nộp", "còn giữ {amount}"
REMITTED = "Đã ghi chuyển nộp {amount}."
TAKE_BACK_TITLE = "Sửa sai lần chuyển nộp"
CASHIER_LIST, REPORT_TITLE, POSTED_TITLE = "Danh sách thu tiền", "Kết quả theo phòng", "Danh sách công khai"
SENT_TITLE = "Các lần chuyển nộp"
DRIVE_PROBLEM = "Chưa có đợt vận động. Tạo đợt trước rồi làm lại."

# Sponsorships
ADD_SPONSOR, SPONSOR_TITLE, EDIT_SPONSOR = "Ghi đỡ đầu…", "Đỡ đầu", "Sửa, ghi kết quả…"
VISIT, VISIT_TITLE, VISITED_ON = "Ghi lần thăm…", "Ghi lần thăm hộ", "Ngày thăm"
HOUSEHOLD, SPONSOR, SPONSOR_UNIT_NAME, CONTENT, RESULT = "Hộ", "Người giúp đỡ", "Đơn vị", "Nội dung", "Kết quả"
VISITS, LAST_VISIT, PERIOD = "Số lần thăm", "Lần thăm cuối", "Thời gian"
FROM_ON, TO_ON = "Từ ngày", "Đến ngày"
SAVED_SPONSOR, SAVED_VISIT = "Đã lưu việc đỡ đầu hộ {name}.", "Đã ghi lần thăm hộ {name}."

# The panel of a dossier
PANEL, PANEL_GIFTS = "Ủng hộ", "Ủng hộ, đăng ký cho hộ này"
PANEL_LINE, PANEL_PROMISE = "{day} · {name}: {what}", "Đăng ký: {name}, {what} ({state})"
PANEL_NO_GIFTS, PANEL_NO_SPONSORS = "Chưa có khoản ủng hộ ghi riêng cho hộ này.", "Chưa có ai đỡ đầu hộ này."

# Naming
ALLOW_NAMES, ALLOWING = "Cho nêu tên", "Đang ghi"
ALLOWED = "Đã ghi {count} người cho nêu tên."


def quantity_text(quantity: str, unit: str | None, item: str | None) -> str:
    """Goods as people say them: "40 bao xi măng"."""
    return " ".join(filter(None, (quantity, unit, item)))


def work_text(people: int | None, quantity: str, unit: str) -> str:
    """Work as people say it: "12 người x 1 ngày công", "3 ngày công"."""
    return f"{people} người x {quantity} {unit}" if people else f"{quantity} {unit}"


#: What work is counted in, by the kind of gift.
WORK_UNITS = {"labour": "ngày công", "transport": "chuyến, ngày", "foundation": "ngày công", "advice": "ngày công"}
