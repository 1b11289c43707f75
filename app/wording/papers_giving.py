"""The wording of the papers of giving: receipts, lists of donors, letters, the lists and reports of a drive.

Braces are filled by the papers; a field without a value becomes a dotted line.
"""

from __future__ import annotations

GIVER, TAKER, MAKER, ACCOUNTANT, CASHIER = "NGƯỜI ỦNG HỘ", "NGƯỜI NHẬN", "NGƯỜI LẬP", "KẾ TOÁN", "THỦ QUỸ"
TAKEN_BACK = "ĐÃ SỬA SAI – KHÔNG CÒN GIÁ TRỊ"
SUM_IN_WORDS = "Tổng số tiền: {amount} (bằng chữ: {words})"
QUANTITY = "{quantity} {unit} {item}"
GOODS_SHOWN = "{quantity} {unit} {item}"
DAYS_SHOWN = "{days} ngày công"
VALUED = "{what} (quy đổi {amount})"

# Biên nhận ủng hộ
RECEIPT_TITLE = ("BIÊN NHẬN", "Tiền, hiện vật ủng hộ")
RECEIPT_NUMBER = "Số: {number}"
RECEIPT_LINES = (
    "Họ và tên người (đơn vị) ủng hộ: {name}",
    "Địa chỉ: {address}",
    "Nội dung: {purpose}",
    "Ngày nhận: {day}",
    "Hình thức: {kind}",
)
RECEIPT_MONEY = "Số tiền: {amount}"
RECEIPT_WORDS = "(Viết bằng chữ: {words})"
RECEIPT_GOODS = "Hiện vật: {item}; số lượng: {quantity}; đơn vị tính: {unit}"
RECEIPT_LABOUR = "Ngày công: {days} ngày công; số người: {people}"
RECEIPT_VALUE = "Giá trị quy đổi: {amount}"
RECEIPT_THANKS = "Đơn vị nhận xin trân trọng cảm ơn sự ủng hộ của ông (bà), quý đơn vị."
TO_DRIVE, TO_HOUSE, TO_SOURCE = "ủng hộ đợt vận động {name}", "ủng hộ hộ ông (bà) {name} làm nhà ở", "ủng hộ {name}"
ANY_PURPOSE = "ủng hộ làm nhà ở cho hộ có hoàn cảnh khó khăn"

# Danh sách ủng hộ, for posting
LIST_TITLE = ("DANH SÁCH ỦNG HỘ", "Kinh phí, hiện vật, ngày công xây mới, sửa chữa nhà ở")
LIST_OF_DRIVE = "(Đợt vận động: {name})"
LIST_OF_MONTH = "(Tháng {month})"
LIST_WHOLE = "(Tất cả các khoản đã nhận)"
LIST_COLUMNS = ("STT", "Ngày", "Người, đơn vị ủng hộ", "Tiền (đồng)", "Hiện vật, ngày công")
CORRECTED = "sửa sai"
LIST_KIND = {"in_kind": "Tổng giá trị quy đổi hiện vật, ngày công: {amount}"}
POSTED_FROM = "Niêm yết từ {start} tại {place}"

# Thư cảm ơn
LETTER_TITLE = ("THƯ CẢM ƠN",)
LETTER_TO = "Ông (bà), quý đơn vị {name}"
LETTER_OPENING = (
    "{office} trân trọng cảm ơn {name} đã ủng hộ việc xây mới, sửa chữa nhà ở cho các hộ có hoàn cảnh khó khăn "
    "về nhà ở trên địa bàn."
)
LETTER_OFFICE_NO_HOUSES = (
    "{office} trân trọng cảm ơn {name} đã ủng hộ việc xây mới, sửa chữa nhà ở cho các hộ có hoàn cảnh khó khăn."
)
LETTER_GIFTS = "Chúng tôi đã nhận: {gifts}."
LETTER_MONEY = "{amount} (bằng chữ: {words})"
LETTER_USE = (
    "Sự giúp đỡ này góp phần để các gia đình có nhà ở bền chắc, yên tâm làm ăn, ổn định cuộc sống. "
    "Chúng tôi sẽ sử dụng đúng mục đích và công khai theo quy định."
)
LETTER_END = "Kính chúc {name} sức khỏe, hạnh phúc và tiếp tục đồng hành cùng các gia đình còn khó khăn./."
YOU = "ông (bà), quý đơn vị"

# Đợt vận động
DRIVE = "Đợt vận động: {name}"
DRIVE_PERIOD = "Thời gian: từ {start} đến {end}"
CASHIER_TITLE = ("DANH SÁCH NỘP TIỀN ỦNG HỘ", "(Gửi thủ quỹ)")
CASHIER_COLUMNS = ("STT", "Họ và tên", "Phòng, đơn vị", "Dự kiến (đồng)", "Đã nộp (đồng)", "Ký nộp")
CASHIER_NOTE = "Mức dự kiến để tham khảo; việc ủng hộ là tự nguyện."
OTHERS = "Ngoài danh sách"
DEPARTMENT_TITLE = ("BÁO CÁO", "Kết quả vận động ủng hộ làm nhà ở cho hộ có hoàn cảnh khó khăn")
REPORT_SYMBOL = "BC"
DEPARTMENT_PEOPLE = "Số người trong danh sách: {people}; đã ủng hộ: {gave}."
DEPARTMENT_SUMS = (
    "Đã thu {collected} (bằng chữ: {words}); dự kiến {expected}; đã chuyển nộp {remitted}; còn giữ {left}."
)
DEPARTMENT_TABLE = "Kết quả theo phòng, đơn vị:"
DEPARTMENT_RECIPIENTS = ("- Cấp trên (để báo cáo);", "- Các phòng, đơn vị;", "- Lưu: VT.")
DEPARTMENT_COLUMNS = (
    "STT", "Phòng, đơn vị", "Số người", "Đã ủng hộ", "Chưa ủng hộ", "Dự kiến (đồng)", "Đã thu (đồng)",
)  # fmt: skip
STATEMENT_TITLE = ("CÔNG KHAI KẾT QUẢ VẬN ĐỘNG",)
STATEMENT_SUMS = "I. TỔNG HỢP"
STATEMENT_SUM_COLUMNS = ("Nội dung", "Số tiền (đồng)")
STATEMENT_COLLECTED, STATEMENT_METHOD = "Đã thu", "Trong đó: {method}"
STATEMENT_REMITTED, STATEMENT_IN_HAND = "Đã chuyển nộp", "Còn giữ tại đơn vị"
STATEMENT_BALANCE = "Đã thu {collected} = đã chuyển nộp {remitted} + còn giữ {left}."
STATEMENT_REMITTANCES = "II. CÁC LẦN CHUYỂN NỘP"
STATEMENT_REMITTANCE_COLUMNS = ("Ngày", "Nơi nhận", "Chứng từ", "Số tiền (đồng)")
STATEMENT_GOODS = "III. HIỆN VẬT, NGÀY CÔNG"
STATEMENT_GOODS_COLUMNS = ("Tên hiện vật", "Đơn vị tính", "Số lượng", "Giá trị quy đổi (đồng)")
STATEMENT_DEPARTMENTS = "IV. THEO PHÒNG, ĐƠN VỊ"
STATEMENT_DEPARTMENT_COLUMNS = ("STT", "Phòng, đơn vị", "Số người ủng hộ", "Đã thu (đồng)")
NO_GOODS = "Không có."
LABOUR, LABOUR_UNIT = "Ngày công", "ngày"
