"""The wording of the papers of money: payment days, minutes of what was handed over, settlements, postings.

Braces are filled by the papers; a field without a value becomes a dotted line.
"""

from __future__ import annotations

MAKER, ACCOUNTANT, CASHIER, APPROVER = "NGƯỜI LẬP", "KẾ TOÁN", "THỦ QUỸ", "NGƯỜI DUYỆT"
HOUSEHOLD, VILLAGE = "ĐẠI DIỆN HỘ GIA ĐÌNH", "ĐẠI DIỆN THÔN, BẢN"
SUM_IN_WORDS = "Bằng chữ: {words}"
ADDRESS = "Địa chỉ: {address}"
DAY = "Ngày: {day}"
SOURCE = "Nguồn kinh phí: {source}"
WORK = {"new_build": "xây mới", "repair": "sửa chữa"}
ANY_WORK = "xây mới (hoặc sửa chữa)"
ANY_WORK_SHORT = "xây mới/sửa chữa"
NAME_AND_RELATION = "{name} ({relation})"

# Giấy đề nghị thanh toán
REQUEST_TITLE = ("GIẤY ĐỀ NGHỊ THANH TOÁN",)
REQUEST_TO = ("Lãnh đạo {office}", "bộ phận Kế toán")
REQUEST_LINES = (
    "Họ và tên người đề nghị thanh toán: {name}",
    "Bộ phận (hoặc địa chỉ): {department}",
    "Nội dung thanh toán: {content}",
)
REQUEST_CONTENT = "chi hỗ trợ {work} nhà ở cho {count} hộ gia đình{decisions}"
REQUEST_DECISIONS = " theo Quyết định số {numbers}"
REQUEST_SUM = "Số tiền: {amount}"
REQUEST_WORDS = "(Viết bằng chữ: {words})"
REQUEST_PAPERS = "(Kèm theo {count} chứng từ gốc: {papers})"
REQUEST_LIST = "Danh sách đề nghị chi:"
REQUEST_COLUMNS = ("STT", "Họ và tên chủ hộ", "Địa chỉ", "Đợt", "Số tiền (đồng)", "Ghi chú")
REQUESTER = "NGƯỜI ĐỀ NGHỊ THANH TOÁN"

# Phiếu chi, a form to look at: the voucher itself is the accountant's (domain 8.7)
VOUCHER_NOTE = "MẪU THAM KHẢO"
VOUCHER_TITLE = ("PHIẾU CHI",)
VOUCHER_DAY = "{day}"
VOUCHER_NUMBER = "Số: {number}"
VOUCHER_LINES = (
    "Họ và tên người nhận tiền: {name}",
    "Địa chỉ: {address}",
    "Nội dung: {content}",
    "Số tiền: {amount}",
    "(Viết bằng chữ: {words})",
    "Kèm theo: {papers} chứng từ gốc",
)
VOUCHER_CONTENT = "hỗ trợ {work} nhà ở cho hộ ông (bà) {head}"
VOUCHER_RECEIVED = "Đã nhận đủ số tiền (viết bằng chữ): {words}"
VOUCHER_SIGNERS = ("THỦ TRƯỞNG ĐƠN VỊ", "KẾ TOÁN TRƯỞNG", MAKER, CASHIER, "NGƯỜI NHẬN TIỀN")

# Biên bản bàn giao tiền mặt (domain 3.1 B, its labels)
CASH_TITLE = ("BIÊN BẢN BÀN GIAO TIỀN MẶT", "Hỗ trợ {work} nhà ở cho hộ người nghèo, cận nghèo,")
CASH_TITLE_END = "hộ có hoàn cảnh khó khăn về nhà ở"
CASH_OPENING = "Hôm nay, {day} tại {place}, chúng tôi gồm:"
GIVING_SIDE = "BÊN GIAO TIỀN:"
FUND_BOARD = "Ban Vận động Quỹ “Vì người nghèo” {place}"
GIVER = "Đại diện: Ông (bà): {name}; Chức vụ: {position}"
TAKING_SIDE = "BÊN NHẬN TIỀN:"
TAKER = (
    "Ông (Bà): {name}",
    "Số Căn cước: {citizen_id}; Ngày cấp: {issued}; Nơi cấp: {issuer}",
    "Nơi thường trú: {home}",
)
PROXY = "Người được ủy quyền nhận tiền: Ông (Bà): {name}; quan hệ với chủ hộ: {relation}"
WITNESS_SIDE = "BÊN LÀM CHỨNG (cán bộ khối, xóm, thôn, bản):"
WITNESS = "Ông (Bà): {name}; Chức vụ: {position}"
CASH_BASIS = "Căn cứ Quyết định số {number} {day} về việc hỗ trợ kinh phí {work} nhà ở,"
FUND_NUMBER = "{number}/QĐ-BVĐ"
CASH_SENTENCE = (
    "Bên giao tiền đã tiến hành bàn giao cho ông (bà) {name} tổng số tiền là: {amount} VNĐ (bằng chữ: {words}) "
    "để sử dụng vào mục đích {work} nhà ở."
)
CASH_PROMISE = (
    "Gia đình cam kết sử dụng số tiền được hỗ trợ đúng mục đích, không khiếu nại, khiếu kiện và tạo điều kiện "
    "để các bên thanh toán, quyết toán theo quy định."
)
CASH_COPIES = "Biên bản được lập thành 02 (hai) bản có giá trị như nhau, mỗi bên giữ 01 bản."
SIGN_GIVING, SIGN_TAKING = "BÊN GIAO TIỀN", "BÊN NHẬN TIỀN"
SIGN_WITNESS = "XÁC NHẬN CỦA ĐẠI DIỆN KHỐI/THÔN/XÓM/BẢN"

# Biên bản bàn giao hiện vật
GOODS_TITLE = ("BIÊN BẢN BÀN GIAO HIỆN VẬT", "Hỗ trợ {work} nhà ở cho hộ gia đình")
GOODS_GIVING, GOODS_TAKING = "I. BÊN GIAO: {office}", "II. BÊN NHẬN"
GOODS_HEAD = "Chủ hộ: Ông (bà) {name}"
GOODS_RECEIVER = "Người nhận: Ông (bà) {name}; quan hệ với chủ hộ: {relation}"
GOODS_CONTENT = "III. HIỆN VẬT BÀN GIAO"
GOODS_COLUMNS = ("STT", "Tên hiện vật", "Đơn vị tính", "Số lượng", "Tình trạng, ghi chú")
GOODS_PROMISE = "Gia đình cam kết sử dụng hiện vật nêu trên vào việc {work} nhà ở, không chuyển nhượng, mua bán."
GOODS_COPIES = "Biên bản được lập thành 02 (hai) bản có giá trị như nhau, mỗi bên giữ 01 bản, đã đọc lại cho cùng nghe."
SIGN_GOODS = ("BÊN GIAO", "BÊN NHẬN", "ĐẠI DIỆN THÔN, BẢN")

# Bảng chấm công
LABOUR_TITLE = ("BẢNG CHẤM CÔNG", "Ngày công giúp hộ gia đình {work} nhà ở")
LABOUR_HEAD = "Hộ gia đình: Ông (bà) {name}; địa chỉ: {address}"
LABOUR_MONTH = "Tháng {month} năm {year}"
LABOUR_COLUMNS = ("TT", "Họ và tên, đơn vị góp công")
LABOUR_LAST_COLUMNS = ("Cộng", "Ký")
LABOUR_PEOPLE = "{who} ({people} người)"
LABOUR_TOTAL = "Tổng số ngày công: {days}; quy đổi: {amount}"
LABOUR_NO_VALUE = "Tổng số ngày công: {days}"
SIGN_LABOUR = ("NGƯỜI CHẤM CÔNG", HOUSEHOLD, VILLAGE)

# Danh sách ký nhận
SIGN_FOR_TITLE = ("DANH SÁCH KÝ NHẬN", "Kinh phí hỗ trợ xây mới, sửa chữa nhà ở")
SIGN_FOR_DAY = "Ngày chi: {day}"
SIGN_FOR_COLUMNS = ("STT", "Chủ hộ", "Thôn, tổ dân phố", "Đợt", "Số tiền (đồng)", "Người nhận, quan hệ", "Ký nhận")
SIGN_FOR_SUM = "Tổng số tiền: {amount} (bằng chữ: {words})"
THUMB = "Điểm chỉ"
NOT_YET_HEADING = "Hộ chưa chi trong đợt này"
NOT_YET_END = "Các hộ chưa chi sẽ được chi khi đủ điều kiện nêu ở cột cuối."
NOT_YET_COLUMNS = ("STT", "Chủ hộ", "Thôn, tổ dân phố", "Đợt", "Số tiền (đồng)", "Còn thiếu")
NOT_SET_ASIDE = "chưa phân bổ {amount}"
NOTHING_DUE = "đã chi đủ mức duyệt"
NOT_DECIDED = "chưa có quyết định phê duyệt"

# Bảng quyết toán
SETTLEMENT_TITLE = ("BẢNG QUYẾT TOÁN", "Kinh phí {work} nhà ở của hộ gia đình")
SETTLEMENT_LINES = (
    "Chủ hộ: Ông (bà) {name}; thuộc diện: {category}",
    "Địa chỉ: {address}",
    "Theo: {programme}",
    "Quyết định số {number} {decided}; mức hỗ trợ được duyệt: {approved}",
    "Nghiệm thu {accepted}; giá trị công trình: {cost}",
)
BY_SOURCE = "I. KINH PHÍ THEO NGUỒN"
BY_SOURCE_COLUMNS = ("Nguồn", "Nhóm", "Đã phân bổ", "Đã chi", "Còn lại")
UNKNOWN_SOURCE = "Chưa rõ nguồn"
LOAN_GROUP = "Vốn vay"
PAYMENTS = "II. CÁC KHOẢN CHI"
PAYMENT_COLUMNS = ("Ngày", "Chứng từ", "Nguồn", "Đợt", "Người nhận", "Số tiền (đồng)")
TO_SUPPLIER = "nhà cung cấp"
OTHER_HELP = "III. HIỆN VẬT, NGÀY CÔNG, TIỀN CỦA HỘ, VỐN VAY (không tính vào tiền hỗ trợ)"
NAMED_MONEY = "- Tiền ủng hộ ghi địa chỉ hộ này, nhóm {group}: {amount}."
NAMED_VALUE = "- Giá trị quy đổi hiện vật, ngày công, nhóm {group}: {amount}."
NAMED_DAYS = "- Ngày công, nhóm {group}: {days} ngày."
OTHER_WORK = "- {what}."
HANDED_GOODS = "- {item}: phân bổ {allocated} {unit}, đã giao {handed} {unit}."
DELIVERED = "- Giá trị vật liệu giao theo hợp đồng: {amount}."
PAID_APART = "- Đã chi từ nguồn {source} ({kind}): {amount}."
LENT = "- Vay {bank}: {amount}."
COUNTERPART = "- Hộ gia đình tự lo theo biên bản nghiệm thu: {amount}."
NOTHING_ELSE = "Không có."
BALANCE = "IV. CÂN ĐỐI"
EVEN = "Mức duyệt {approved}, đã chi {paid}. Chênh lệch: 0 đồng."
UNEVEN = "Mức duyệt {approved}, đã chi {paid}. Chênh lệch: {difference}, gồm:"
DIFFERENCE_LINE = "- {name}: {amount}"
DIFFERENCE_OF_SOURCE = "- {name} (nguồn {source}): {amount}"
REASONS = "V. KHOẢN CHI CÓ LÝ DO RIÊNG"
REASON_LINE = "- {day}, {what}, {amount}: {reason}"
REASON_KINDS = {"instalment": "đợt {number}", "reversal": "sửa sai", "clawback": "thu hồi", "other": "khoản chi"}
SETTLEMENT_COPIES = "Bảng quyết toán được lập thành 02 (hai) bản có giá trị như nhau, mỗi bên giữ 01 bản."
SIGN_SETTLEMENT = ("CHỦ HỘ", ACCOUNTANT)

# Quyết toán theo nguồn
SOURCE_TITLE = ("BẢNG QUYẾT TOÁN NGUỒN KINH PHÍ",)
SOURCE_NAME = "Nguồn: {name} ({code}); nhóm: {group}"
SOURCE_SUMS = "I. TỔNG HỢP"
SOURCE_SUM_COLUMNS = ("Nội dung", "Số tiền (đồng)")
SOURCE_SUM_ROWS = (
    "Đã nhận",
    "Đã phân bổ cho hộ",
    "Đã chi",
    "Trong đó chi mua vật tư chung",
    "Đã chuyển nộp",
    "Còn lại",
)
SOURCE_HOUSES = "II. THEO HỘ"
SOURCE_HOUSE_COLUMNS = ("STT", "Chủ hộ", "Thôn, tổ dân phố", "Đã phân bổ", "Đã chi", "Còn lại")
SOURCE_BALANCE = "III. CÂN ĐỐI"
SOURCE_EVEN = "Đã nhận {received} = đã chi {paid} + chuyển nộp {remitted}. Chênh lệch: 0 đồng."
SOURCE_UNEVEN = "Đã nhận {received}, đã chi {paid}, chuyển nộp {remitted}. Chênh lệch: {difference}, gồm:"
SOURCE_COPIES = "Số liệu đã đối chiếu với sổ chi tiết của nguồn kinh phí."
SOURCE_REASONS = "IV. KHOẢN CHI CÓ LÝ DO RIÊNG"

# Công khai thu, chi
PUBLIC_TITLE = ("CÔNG KHAI THU, CHI", "Kinh phí xây mới, sửa chữa nhà ở")
PUBLIC_ALL = "(Tất cả các nguồn)"
PUBLIC_SOURCE = "(Nguồn: {name})"
PUBLIC_MONTHS = "I. THU, CHI, TỒN THEO THÁNG"
PUBLIC_MONTH_COLUMNS = ("Tháng", "Tồn đầu tháng", "Thu", "Chi", "Tồn cuối tháng")
NO_MONTH = "Chưa rõ tháng"
PUBLIC_UNKNOWN = "Số chi trên có {amount} từ nguồn chưa ghi khoản nhận, không trừ vào tồn."
PUBLIC_IN = "II. CÁC KHOẢN THU"
PUBLIC_IN_COLUMNS = ("Tháng", "Nguồn", "Số khoản", "Số tiền (đồng)")
PUBLIC_OUT = "III. CÁC KHOẢN CHI"
PUBLIC_OUT_COLUMNS = ("Ngày", "Chi cho", "Thôn, tổ dân phố", "Nguồn", "Số tiền (đồng)")
PUBLIC_SUPPLIES = "Mua vật tư"
PUBLIC_REMITTED = "Chuyển nộp {fund}"
PUBLIC_END = "Mọi ý kiến xin gửi về {office}."
POSTED_FROM = "Niêm yết từ {start} tại {place}"


def month_text(month: str) -> str:
    """A month "2026-01" as it is read: "01/2026"."""
    year, dash, number = month.partition("-")
    return f"{number}/{year}" if dash else NO_MONTH
