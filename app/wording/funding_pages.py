"""Words of the page "Kinh phí": sources, allocation, payment days, settlement, the book of lines."""

from __future__ import annotations

SOURCES_TAB, ALLOCATION_TAB, PAYMENT_TAB = "Nguồn vốn", "Phân bổ", "Giải ngân"
SETTLEMENT_TAB, BOOK_TAB = "Quyết toán", "Sổ chi tiết"
MAKE_BATCH = "Lập đợt giải ngân"

# Nguồn vốn
NO_SOURCE = "Chưa có nguồn vốn. Thêm nguồn đầu tiên, ví dụ Ngân sách trung ương hoặc Quỹ Vì người nghèo."
ADD_SOURCE, RECEIVE, CEILINGS, LOANS = "Thêm nguồn vốn", "Ghi khoản nhận", "Hạn mức", "Vay ngân hàng"
MONEY_PART, STOCK_PART, SUPPLIERS_PART = "Tiền", "Hiện vật trong kho", "Nhà cung cấp"
SOURCE, RECEIVED, ALLOCATED, PAID, LEFT = "Nguồn", "Đã nhận", "Đã phân bổ", "Đã chi", "Còn lại"
GROUP_SUM = "Cộng {group}"
ALL_SUM = "Tổng cộng"
WITHOUT_SOURCE = "Khoản chi không ghi nguồn"
LOAN_SUM = "Vay ngân hàng, để riêng"
NOT_TRACKED = "chưa theo dõi khoản nhận"
CEILING_IS = "mức trần {amount}"
FREE_IS = "còn phân bổ được {amount}"
MOVEMENTS_OF = "Thu, chi của {name}"
NO_MOVEMENTS = "Nguồn này chưa có khoản thu, chi nào. Bấm Ghi khoản nhận để ghi khoản đầu tiên."
CHOOSE_SOURCE = "Chọn một nguồn ở bên trái để xem từng khoản thu, chi."
LINES = "dòng"

# Dòng sổ
DAY, KIND, WHAT, WHO, AMOUNT, VOUCHER = "Ngày", "Loại", "Nội dung", "Hộ, đơn vị", "Số tiền", "Chứng từ"
IN, OUT, SET_ASIDE = "Thu\n(đồng)", "Chi\n(đồng)", "Phân bổ\n(đồng)"
QUANTITY, NOTE = "Số lượng", "Ghi chú"
LINE_KINDS = {
    "contribution": "Khoản nhận",
    "allocation": "Phân bổ",
    "payment": "Chi cho hộ",
    "supplier_payment": "Chi mua vật tư",
    "remittance": "Chuyển nộp",
    "delivery": "Giao vật tư",
    "goods_handover": "Bàn giao hiện vật",
}
CLAWBACK = "Thu hồi"
TAKES_BACK, TAKEN_BACK = "dòng sửa sai: {reason}", "đã sửa sai"
PART = "đợt {number}"
GOODS = "{item} {quantity} {unit}"
LABOUR = "{people} người x {days} ngày công"
WORTH = "quy ra {amount}"
FOR = "{relation}: {payee}"

# Giải ngân
HEAD, VILLAGE = "Chủ hộ", "Thôn"
WORK_TYPE, APPROVED, PAID_SO_FAR = "Hình thức", "Duyệt\n(đồng)", "Đã chi\n(đồng)"
READY_LIST, NOT_READY_LIST, DAYS_LIST = "Được chi", "Chưa được chi", "Các đợt đã chi"
PART_COLUMN, PART_AMOUNT, FROM_SOURCE = "Đợt", "Số tiền\n(đồng)", "Nguồn"
STILL_MISSING = "Còn thiếu"
NOT_SET_ASIDE = "chưa phân bổ {amount}"
NOBODY_READY = "Chưa có hộ nào được chi đợt tiếp theo. Xem danh sách Chưa được chi để biết còn thiếu gì."
NOBODY_WAITS = "Không có hộ nào còn thiếu giấy tờ hay thiếu nguồn để chi."
NO_DAYS = "Chưa có đợt giải ngân nào. Chọn hộ ở danh sách Được chi rồi bấm Lập đợt giải ngân."
HOUSES = "hộ"
SUM_OF = "{amount}"

# Bảng của một đợt giải ngân
SHEET = "Bảng chi của đợt giải ngân"
SHEET_KEYS = "Tab sang ô sau · dấu cách: điểm chỉ · Delete: xóa ô · F8 chỗ cần xem lại · Ctrl+S ghi · Esc quay lại"
PAYEE, RELATION, THUMBPRINT, REASON = "Người nhận thay", "Quan hệ, ủy quyền", "Điểm\nchỉ", "Lý do chi khi còn thiếu"
THUMB = "có"
PAID_ON, ONE_VOUCHER = "Ngày chi", "Chứng từ"
TAKE_OFF = "Bỏ dòng này"
RECORD_BATCH = "Ghi đợt giải ngân"
BATCH_SUM = "{houses} hộ · {amount} ({words})"
PAYING_BATCH, BATCH_PAID = "Đang ghi đợt giải ngân", "Đã ghi đợt giải ngân cho {houses} hộ, {amount}."
NOBODY_LEFT = "Không còn hộ nào trong đợt. Bấm Thôi rồi chọn lại hộ."
UNFIT_AMOUNT = "Số tiền “{text}” không đọc được."

# Sau ngày chi
BATCH_DAY, BATCH_HOUSES, BATCH_PAID_COLUMN, BATCH_BACK = "Ngày", "Số hộ", "Đã ghi\n(đồng)", "Hoàn lại\n(đồng)"
BATCH_LEFT = "Thực chi\n(đồng)"
LINES_OF_DAY = "Các khoản chi ngày {day}, chứng từ {voucher}"
DID_NOT_COME, DID_NOT_COME_TITLE = "Không đến nhận…", "Hoàn lại khoản chi của hộ không đến nhận"
DID_NOT_COME_REASON = "Hộ không đến nhận"
TAKING_BACK = "Đang hoàn lại khoản chi"
GIVEN_BACK = "Đã hoàn lại {amount} của {houses} hộ: thêm dòng âm, dòng cũ giữ nguyên."
NOTHING_TO_TAKE_BACK = "Các dòng đã chọn đều đã sửa sai. Chọn dòng khác."
GIVE_BACK = "Hoàn lại khoản chi"
BATCHES = "đợt"
NOTHING_SET_ASIDE = "Các hộ này chưa được phân bổ tiền. Phân bổ nguồn vốn cho hộ trước rồi lập đợt giải ngân."
NOBODY_TO_PAY = "Chưa có hộ nào được chi. Xem danh sách Chưa được chi để biết còn thiếu gì, hoặc chọn hộ ở đó."

# Phân bổ
ALLOCATE, ALLOCATE_TITLE = "Phân bổ…", "Phân bổ nguồn vốn cho hộ"
NOTHING_DECIDED = "Chưa có hộ nào được duyệt. Ghi quyết định ở trang Bình xét – Phê duyệt rồi phân bổ nguồn vốn."
ALLOCATED_COLUMN, SHORT_COLUMN = "Đã phân bổ\n(đồng)", "Còn thiếu nguồn\n(đồng)"
BY_DECISION, ONE_AMOUNT_EACH = "Theo mức duyệt, phần còn thiếu nguồn của mỗi hộ", "Mỗi hộ một mức như nhau"
ALLOCATED_ON, AMOUNT_EACH = "Ngày phân bổ", "Số tiền mỗi hộ"
FREE_NOW = "Nguồn còn {free}; phân bổ lần này {wanted}, sau đó còn {rest}"
FREE_ALONE = "Nguồn còn phân bổ được {free}"
ALLOCATING, ALLOCATED_DONE = "Đang phân bổ", "Đã phân bổ {amount} từ nguồn {source} cho {houses} hộ."
ALLOCATE_MANY = "Phân bổ cho {houses} hộ"
SUM_ALLOCATED = "đã phân bổ {allocated}, đã chi {paid}"
NOTHING_SHORT = "đã đủ nguồn"

# Sổ chi tiết
ALL_LINES, PUBLIC_STATEMENT = "Các dòng", "Công khai thu, chi"
ALL_KINDS, ALL_SOURCES, ALL_MONTHS = "Mọi loại", "Mọi nguồn", "Mọi tháng"
MONTH = "Tháng {month}/{year}"
NO_LINES = "Sổ chưa có dòng nào. Thêm nguồn vốn rồi ghi khoản nhận đầu tiên."
REVERSE = "Sửa sai…"
REVERSE_TITLE = "Sửa sai dòng sổ"
REVERSING, REVERSED = "Đang sửa sai dòng sổ", "Đã sửa sai: thêm một dòng ngược lại, dòng cũ giữ nguyên."
ONE_LINE = "Chọn một dòng để sửa sai: mỗi dòng có lý do riêng."
NOT_STANDING = "Dòng này đã sửa sai, hoặc chính là dòng sửa sai. Chọn dòng khác."
NO_REMITTANCE = "Khoản chuyển nộp được sửa sai ở trang Ủng hộ, đợt vận động."
KEEP = "Giữ lại"
KEEP_HINT = "để trống nếu bỏ hết"
RECEIVED_PAID = "đã nhận {received}, đã phân bổ {allocated}, đã chi {paid}, còn lại {left}"
OUT_UNKNOWN = "Trong đó nguồn chưa\nghi khoản nhận"
FLOW_MONTH, OPENING, BALANCE = "Tháng", "Đầu kỳ\n(đồng)", "Cuối kỳ\n(đồng)"
NO_DAY = "Chưa ghi ngày"
MONTHS = "tháng"
NO_FLOW = "Chưa có khoản thu, chi nào để công khai."

# Ghi khoản nhận, hạn mức
GIVEN_AS, ITEM, UNIT, PEOPLE, GIVEN_ON = "Hình thức", "Tên hiện vật", "Đơn vị tính", "Số người", "Ngày nhận"
GIVER, RECEIPT, RECEIPT_HINT = "Người, đơn vị chuyển đến", "Số phiếu thu", "để trống nếu không có"
RECEIVING, RECEIVED_DONE = "Đang ghi khoản nhận", "Đã ghi khoản nhận của nguồn {source}."
CEILING_TITLE, SAVE_CEILING = "Hạn mức của {source}", "Lưu hạn mức"
PROGRAMME, ANY_PROGRAMME = "Chương trình", "Mọi chương trình"
CEILING_ALL, CEILING_HOUSE, NO_CEILING = "Tối đa cho cả chương trình", "Tối đa cho mỗi nhà", "không giới hạn"
CEILING_LINE = "{programme}: tối đa {amount}, mỗi nhà {per_house}"
SAVING_CEILING, CEILING_SAVED = "Đang lưu hạn mức", "Đã lưu hạn mức."
CHOOSE_ONE_SOURCE = "Chọn một nguồn trong danh sách rồi bấm lại."

# Quyết toán
BY_HOUSE, BY_SOURCE = "Theo hộ", "Theo nguồn"
DIFFERENCE, WHY = "Chênh lệch\n(đồng)", "Chênh lệch do đâu"
EVEN = "khớp"
NAMED = "{name} {amount}"
NAMED_OF = "{name} ({source}) {amount}"
NOTHING_TO_SETTLE = "Chưa có hộ nào được duyệt để quyết toán."
NO_SOURCE_TO_SETTLE = "Chưa có nguồn vốn nào để quyết toán."
SETTLEMENT_OF = "Quyết toán hộ {name}"
SETTLED_SOURCE = "{source}: phân bổ {allocated}, đã chi {paid}"
SETTLED_COST = "{source}: phân bổ {allocated}, đã chi {paid}, biên bản nghiệm thu ghi {cost}"
APART = "{line} (không phải tiền hỗ trợ)"
COUNTERPART = "Hộ gia đình góp {amount}"
GIVEN_MONEY, GIVEN_VALUE = (
    "{group} cho bằng tiền, có địa chỉ: {amount}",
    "{group} cho hiện vật, công sức: quy ra {amount}",
)
GIVEN_DAYS, DELIVERED = "Ngày công giúp hộ: {days}", "Vật tư nhà cung cấp giao: {amount}"
LOAN = "Vay {bank}: {amount}, để riêng"
GOODS_OF = "{item}: phân bổ {allocated}, đã giao {handed} {unit}"
PAID_REASON = "Chi đợt {part} ngày {day} khi còn thiếu giấy tờ: {reason}"
PAID_REASON_NO_PART = "Chi ngày {day} khi còn thiếu giấy tờ: {reason}"
SOURCES_UNIT = "nguồn"
REMITTED = "Chuyển nộp\n(đồng)"
HOUSES_OF = "Các hộ của nguồn {name}"

# Hiện vật trong kho
STOCK_ITEM, STOCK_UNIT, STOCK_LEFT, STOCK_FREE = "Hiện vật", "Đơn vị", "Còn trong kho", "Còn phân bổ\nđược"
STOCK_IN, HANDED_OVER = "Đã nhận", "Đã giao"
RECEIVE_GOODS, SET_GOODS_ASIDE, HAND_GOODS_OVER = "Ghi hiện vật nhận", "Phân bổ hiện vật…", "Bàn giao hiện vật…"
NO_STOCK = "Kho chưa có hiện vật. Ghi hiện vật nhận, hoặc ghi giao vật tư của nhà cung cấp vào kho."
GOODS_UNIT = "loại"
HOUSE = "Hộ"
SET_GOODS_TITLE, HAND_GOODS_TITLE = "Phân bổ hiện vật cho hộ", "Bàn giao hiện vật cho hộ"
GOODS_DAY, RECEIVER = "Ngày", "Người nhận"
SAVING_GOODS = "Đang ghi hiện vật"
GOODS_SET, GOODS_HANDED = "Đã phân bổ {goods} cho hộ {name}.", "Đã bàn giao {goods} cho hộ {name}."
GOODS_FREE = "còn {free}"

# Nhà cung cấp, hợp đồng
SUPPLIER, CONTRACT, SUBJECT, CONTRACT_AMOUNT = "Nhà cung cấp", "Hợp đồng", "Nội dung", "Giá trị\n(đồng)"
DELIVERED_COLUMN, PAID_SUPPLIER = "Đã giao\n(đồng)", "Đã trả\n(đồng)"
ADD_SUPPLIER, ADD_CONTRACT = "Thêm nhà cung cấp", "Thêm hợp đồng"
CHANGE_SUPPLIER, CHANGE_CONTRACT, SAVE_CHANGE = "Sửa nhà cung cấp", "Sửa hợp đồng", "Lưu"
CHANGE_SUPPLIER_BUTTON, CHANGE_CONTRACT_BUTTON = "Sửa nhà cung cấp…", "Sửa hợp đồng…"
SUPPLIER_CHANGED, CONTRACT_CHANGED = "Đã sửa nhà cung cấp {name}.", "Đã sửa hợp đồng {number}."
RECORD_DELIVERY, PAY_SUPPLIER = "Ghi giao vật tư…", "Chi cho nhà cung cấp…"
NO_SUPPLIER = "Chưa có nhà cung cấp. Thêm nhà cung cấp và hợp đồng khi xã mua, chở vật tư giúp hộ không tự làm được."
CONTRACTS = "hợp đồng"
LINES_OF_CONTRACT = "Giao vật tư và chi trả theo hợp đồng {number}"
SUPPLIER_NAME, ADDRESS, PHONE, TAX_CODE, BANK_ACCOUNT = "Tên", "Địa chỉ", "Điện thoại", "Mã số thuế", "Số tài khoản"
CONTRACT_NUMBER, SIGNED_ON, CONTRACT_SUM = "Số hợp đồng", "Ngày ký", "Giá trị"
DELIVERED_ON, DELIVERY_VALUE, TO_STOCK = "Ngày giao", "Giá trị hàng giao", "để trống nếu giao vào kho"
FOR_STOCK = "để trống nếu mua cho kho"
SUPPLIER_SAVED, CONTRACT_SAVED = "Đã thêm nhà cung cấp {name}.", "Đã thêm hợp đồng {number}."
DELIVERY_SAVED, SUPPLIER_PAID = "Đã ghi giao {goods}.", "Đã ghi khoản chi {amount} cho nhà cung cấp."
SAVING_SUPPLY = "Đang ghi nhà cung cấp, vật tư"
CHOOSE_CONTRACT = (
    "Chọn một hợp đồng trong danh sách rồi bấm lại. Nhà cung cấp chưa có hợp đồng thì thêm hợp đồng trước."
)
CHOOSE_SUPPLIER = "Chọn một nhà cung cấp trong danh sách rồi bấm lại."
NO_CONTRACT = "chưa có hợp đồng"

# Giấy tờ về tiền
PAPERS = "In giấy tờ"
CHOOSE_FOR_PAPER = "Chưa chọn dòng để in. Đánh dấu hoặc đứng ở dòng cần in rồi bấm lại."
PRINT_SIGN_FOR = "In danh sách ký nhận"
PRINT_SETTLEMENT = "In bảng quyết toán"
PRINT_STATEMENT = "In công khai thu, chi"
PRINT_LINE = "In giấy của dòng này"
NO_PAPER_OF_LINE = "Dòng này không có giấy riêng. Khoản chi cho hộ và hiện vật đã giao mới có biên bản."

# Thẻ "Tiền" của hồ sơ hộ
SOURCES_AND_PARTS = "Nguồn và đợt chi"
PART_PAID, PART_OPEN = "Đợt {number}: {amount}, đã chi", "Đợt {number}: {amount}, được chi"
PART_CLOSED = "Đợt {number}: {amount}, còn thiếu {missing}"
NO_RULES = "Chương trình không chia đợt chi. Khoản chi hết mức duyệt cần nghiệm thu, hoặc cần ghi lý do."
NOTHING_ALLOCATED = "Chưa phân bổ nguồn nào cho hộ này."
ALLOCATE_HERE, CLAW_BACK, HAND_GOODS, ADD_LOAN = "Phân bổ…", "Thu hồi…", "Bàn giao hiện vật…", "Ghi vay vốn…"
OTHER_LINES = "Phân bổ, hiện vật, đóng góp cho hộ"
NO_OTHER_LINES = "Chưa có dòng phân bổ, hiện vật hay đóng góp nào cho hộ này."
LOANS_BLOCK = "Vay vốn ngân hàng, để riêng"
NO_LOANS = "Hộ chưa vay vốn ngân hàng cho căn nhà này."
LOAN_LINE = "{bank}: {amount}"
LOAN_MONTHS, LOAN_CONTRACT, LOAN_DAY = "{months} tháng", "hợp đồng {contract}", "ngày {day}"
CHANGE = "Sửa…"
CLAW_TITLE = "Thu hồi tiền đã chi"
TAKEN_ON, DECISION_NUMBER = "Ngày thu hồi", "Số quyết định"
CLAWING, CLAWED = "Đang ghi thu hồi", "Đã ghi thu hồi {amount} của hộ {name}."
LOAN_TITLE, BANK, LENT_ON, MONTHS_FIELD, LOAN_NUMBER = (
    "Ghi vay vốn",
    "Ngân hàng",
    "Ngày vay",
    "Thời hạn (tháng)",
    "Số hợp đồng vay",
)
SAVING_LOAN, LOAN_SAVED = "Đang ghi vay vốn", "Đã ghi khoản vay {amount} của hộ {name}."
THUMB_FIELD = "Người nhận điểm chỉ"
PAY_REASON, PAY_REASON_HINT = "Lý do", "khi chi mà còn thiếu giấy tờ"
LEFT_TO_PAY = "còn phải chi {amount}"
