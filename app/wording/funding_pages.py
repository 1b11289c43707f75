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
