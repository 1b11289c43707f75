"""Cells as officers type them and what the records should say: for each field (text or number, wanted value).

`None` as wanted value: nothing can be known, the cell is left empty; BAD: the row must be rejected and the cell named;
ASKED: the row must carry a problem (an error or a warning) for this field, because guessing would be wrong.
Written from `domain.md` 2.8, 3.3 and `cli.md`, apart from the importer.
"""

from __future__ import annotations

from datetime import date, datetime, time

BAD = "BAD"
ASKED = "ASKED"
Case = tuple[object, object]

BIRTHS: tuple[Case, ...] = (
    *((1956, "1956"), ("1956", "1956"), (" 1956 ", "1956"), (1956.0, "1956"), ("01/02/1956", "1956-02-01")),
    *(
        ("1/2/1956", "1956-02-01"),
        ("01-02-1956", "1956-02-01"),
        ("01.02.1956", "1956-02-01"),
        ("1.2.1956", "1956-02-01"),
    ),
    *(
        ("01 / 02 / 1956", "1956-02-01"),
        (date(1956, 2, 1), "1956-02-01"),
        (datetime.combine(date(1956, 2, 1), time()), "1956-02-01"),
    ),
    *(("1956-02-01", "1956-02-01"), ("ngày 01 tháng 02 năm 1956", "1956-02-01"), ("Sinh năm 1956", "1956")),
    *(("01/02/1956.", "1956-02-01"), ("'01/02/1956", "1956-02-01"), ("1956\u00a0", "1956"), ("năm 1956", "1956")),
    *(("00/00/1956", "1956"), ("29/02/1960", "1960-02-29"), ("01\\02\\1956", "1956-02-01"), ("SN 1956", "1956")),
    *(("01/02/1956 00:00:00", "1956-02-01"), ("1956-02-01 00:00:00", "1956-02-01"), ("31/02/1956", BAD)),
    *(
        ("abc", BAD),
        (2199, BAD),
        (20486, "1956-02-01"),
        ("01/13/2190", BAD),
        ("không rõ", None),
        ("1856", BAD),
        (0, BAD),
    ),
    *((None, None), ("", None), (" ", None), ("-", None), ("\u00a0", None)),
)
AMOUNTS_DONG: tuple[Case, ...] = (
    *((60000000, 60_000_000), ("60000000", 60_000_000), ("60.000.000", 60_000_000), ("60,000,000", 60_000_000)),
    *(("60 000 000", 60_000_000), ("60.000.000đ", 60_000_000), ("60.000.000 đồng", 60_000_000), ("60 tr", 60_000_000)),
    *(("60tr", 60_000_000), ("60 triệu", 60_000_000), ("60 triệu đồng", 60_000_000), ("60trđ", 60_000_000)),
    *(("60 tr.đ", 60_000_000), ("60.000.000 VNĐ", 60_000_000), ("60.000.000 vnd", 60_000_000), ("62,5 tr", 62_500_000)),
    *(
        ("62.5 triệu", 62_500_000),
        ("60.000 nghìn", 60_000_000),
        ("60.000 ngàn đồng", 60_000_000),
        ("60 Tr", 60_000_000),
    ),
    *(
        ("60.000.000,0", 60_000_000),
        ("60.000.000 đ.", 60_000_000),
        ("60.000.000₫", 60_000_000),
        ("60000000.0", 60_000_000),
    ),
    *((" 60.000.000 ", 60_000_000), ("60\u00a0000\u00a0000", 60_000_000), ("60.000.000đồng", 60_000_000)),
    *(("sáu mươi", BAD), ("6o.000.000", BAD), ("60.000.00O", BAD), ("-60000000", BAD), (None, None), ("-", None)),
    *(("60 triệu/hộ", 60_000_000), ("60.000k", 60_000_000), ("1,2 tỷ", 1_200_000_000)),
)
AMOUNTS_MILLION: tuple[Case, ...] = (
    *((60, 60_000_000), ("60", 60_000_000), ("60,0", 60_000_000), (62.5, 62_500_000), ("62,5", 62_500_000)),
    *(("60 tr", 60_000_000), ("60 triệu", 60_000_000), ("60 triệu đồng", 60_000_000), (30, 30_000_000)),
    *(("60.000.000", 60_000_000), (60000000, 60_000_000), ("60.000.000đ", 60_000_000), ("062", 62_000_000)),
)
CITIZEN_IDS: tuple[Case, ...] = (
    *(("011056000123", "011056000123"), (11056000123, "011056000123"), ("011 056 000 123", "011056000123")),
    *(("011.056.000.123", "011056000123"), ("'011056000123", "011056000123"), ("011056000123 ", "011056000123")),
    *(("CCCD: 011056000123", "011056000123"), ("11056000123", "011056000123"), ("01105600012", BAD)),
    *(("040123456", "040123456"), (40123456, "040123456"), (240123456, "240123456"), ("240 123 456", "240123456")),
    *(("240123456.0", "240123456"), (1.1056e10, "011056000000"), ("1,1056E+10", ASKED), ("12345", BAD)),
    *(("01105600012a", BAD), ("0110560001234", BAD), ("chưa có", None), (None, None), ("-", None)),
    *(("011\u00a0056\u00a0000\u00a0123", "011056000123"), ("011-056-000-123", "011056000123")),
    *(("011056000123.", "011056000123"), ("\u200b011056000123", "011056000123"), (1056000123, "001056000123")),
)
PHONES: tuple[Case, ...] = (
    *(("0912345678", "0912345678"), (912345678, "0912345678"), ("0912 345 678", "0912345678")),
    *(("0912.345.678", "0912345678"), ("+84912345678", "0912345678"), ("84912345678", "0912345678")),
    *(("01686123456", "0386123456"), ("0168 6123 456", "0386123456"), (1686123456, "0386123456")),
    *(("01626123456", "0326123456"), ("01696123456", "0396123456"), ("01206123456", "0706123456")),
    *(("01216123456", "0796123456"), ("01226123456", "0776123456"), ("01266123456", "0766123456")),
    *(("01286123456", "0786123456"), ("01236123456", "0836123456"), ("01246123456", "0846123456")),
    *(("01256123456", "0856123456"), ("01276123456", "0816123456"), ("01296123456", "0826123456")),
    *(("01866123456", "0566123456"), ("01886123456", "0586123456"), ("01996123456", "0596123456")),
    *(("0912345678 (con trai)", "0912345678"), ("ĐT: 0912345678", "0912345678"), ("(0912) 345-678", "0912345678")),
    *(("0215 3824 411", "02153824411"), ("-", None), (None, None), ("091234", ASKED), ("không có", None)),
)
GENDERS: tuple[Case, ...] = (
    *(("Nam", "male"), ("nam", "male"), ("NAM", "male"), ("Nữ", "female"), ("nữ", "female"), ("NỮ", "female")),
    *((" Nam ", "male"), ("Nu", "female"), ("Ông", "male"), ("Bà", "female")),
    *(("N\u01b0\u0303", "female"), (None, None)),
)
CATEGORIES: tuple[Case, ...] = (
    *(("Hộ nghèo", "poor"), ("hộ nghèo", "poor"), ("HỘ NGHÈO", "poor"), ("HN", "poor"), ("Nghèo", "poor")),
    *(("Hộ cận nghèo", "near_poor"), ("Cận nghèo", "near_poor"), ("HCN", "near_poor"), ("CN", "near_poor")),
    *(("Hộ CN", "near_poor"), ("cận nghèo", "near_poor"), ("Hộ cận nghèo 2024", "near_poor"), ("Ho ngheo", "poor")),
    *(("NCC", "meritorious"), ("Người có công", "meritorious"), ("Gia đình người có công", "meritorious")),
    *(("Người có công với cách mạng", "meritorious"), ("Hộ NCC", "meritorious"), ("Hộ người có công", "meritorious")),
    *(("Thương binh", "meritorious"), ("Thân nhân liệt sĩ", "martyr_relative"), ("TNLS", "martyr_relative")),
    *(("Thân nhân liệt sỹ", "martyr_relative"), ("Gia đình chính sách", "policy_family"), ("GĐCS", "policy_family")),
    *(("Gia đình liệt sĩ", "martyr_relative"), ("Thiên tai", "disaster"), ("Bị ảnh hưởng thiên tai", "disaster")),
    *(
        ("Hộ bị thiệt hại do thiên tai", "disaster"),
        ("Người già neo đơn", "elderly_alone"),
        ("Neo đơn", "elderly_alone"),
    ),
    *(("Già cả neo đơn", "elderly_alone"), ("Khuyết tật", "disabled"), ("Người khuyết tật", "disabled")),
    *(("NKT", "disabled"), ("Khác", "other"), ("Khó khăn khác", "other"), ("KK", "other"), ("Hộ nghèo.", "poor")),
    *(("Hộ  nghèo", "poor"), ("Hộ nghèo DTTS", "poor"), ("Hộ nghèo (2024)", "poor"), ("Hộ khó khăn về nhà ở", "other")),
    *((None, None), ("-", None), ("abc", BAD)),
)
WORKS: tuple[Case, ...] = (
    *(("Xây mới", "new_build"), ("xây mới", "new_build"), ("XÂY MỚI", "new_build"), ("XM", "new_build")),
    *(("Làm mới", "new_build"), ("Xây dựng mới", "new_build"), ("Xây mới nhà ở", "new_build"), ("Mới", "new_build")),
    *(("Sửa chữa", "repair"), ("sửa chữa", "repair"), ("SC", "repair"), ("Sửa chửa", "repair"), ("Sửa", "repair")),
    *(("Sửa chữa nhà", "repair"), ("Cải tạo, sửa chữa", "repair"), ("Cải tạo", "repair"), ("Nâng cấp", "repair")),
    *(("Xây  mới", "new_build"), ("Xay moi", "new_build"), ("Sua chua", "repair")),
    *((None, None), ("-", None), ("abc", BAD), ("Xây mới/Sửa chữa", ASKED), ("Xây lại", "new_build")),
)
PEOPLES: tuple[Case, ...] = (
    *(("Kinh", "Kinh"), ("kinh", "Kinh"), ("KINH", "Kinh"), ("Tày", "Tày"), ("tày", "Tày"), ("Thái", "Thái")),
    *(("H'Mông", "Mông"), ("HMông", "Mông"), ("H’mông", "Mông"), ("H`Mông", "Mông"), ("Mông", "Mông"), ("Mèo", "Mông")),
    *(("Hmong", "Mông"), ("Khmer", "Khmer"), ("Khơ me", "Khmer"), ("Khơ-me", "Khmer"), ("K'Ho", "Cơ Ho")),
    *(
        ("Ê đê", "Ê Đê"),
        ("Ê-đê", "Ê Đê"),
        ("Ê Đê", "Ê Đê"),
        ("Êđê", "Ê Đê"),
        ("Gia-rai", "Gia Rai"),
        ("Jrai", "Gia Rai"),
    ),
    *(("Ba-na", "Ba Na"), ("Bana", "Ba Na"), ("Ba na", "Ba Na"), ("Xơ-đăng", "Xơ Đăng"), ("Cơ-tu", "Cơ Tu")),
    *(("Hrê", "Hrê"), ("H'rê", "Hrê"), ("Hre", "Hrê"), ("M'Nông", "Mnông"), ("Mnông", "Mnông"), ("Cơ Ho", "Cơ Ho")),
    *(("Khơ-mú", "Khơ Mú"), ("Khơ Mú", "Khơ Mú"), ("Sán Chay", "Sán Chay"), ("Cao Lan", "Sán Chay"), ("Hoa", "Hoa")),
    *(("Bru-Vân Kiều", "Bru - Vân Kiều"), ("Vân Kiều", "Bru - Vân Kiều"), ("Bru Vân Kiều", "Bru - Vân Kiều")),
    *(("Ra-glai", "Raglay"), ("Raglai", "Raglay"), ("Chăm", "Chăm"), ("Chàm", "Chăm"), ("Mường", "Mường")),
    *(("Nùng", "Nùng"), ("Dao", "Dao"), ("Giẻ-Triêng", "Gié Triêng"), ("Tà-ôi", "Tà Ôi"), ("Pa Cô", "Tà Ôi")),
    *(("Dân tộc Thái", "Thái"), ("Thái (Thái đen)", "Thái"), ("X'Tiêng", "Xtiêng"), ("Xtiêng", "Xtiêng"), (None, None)),
)
MEMBERS: tuple[Case, ...] = (
    *(
        (5, 5),
        ("5", 5),
        ("05", 5),
        (" 5 ", 5),
        (5.0, 5),
        ("5 khẩu", 5),
        ("5 người", 5),
        ("05 nhân khẩu", 5),
        (None, None),
    ),
    *(("5,0", 5), ("abc", BAD), (-1, BAD), (4.5, BAD), ("-", None)),
)
AREAS: tuple[Case, ...] = (
    *((30, 30), ("30", 30), ("30,5", 30.5), ("30.5", 30.5), (30.5, 30.5), ("30 m2", 30), ("30m2", 30), ("30 m²", 30)),
    *(("30m", 30), (None, None), ("4x8", ASKED), ("khoảng 30", ASKED), ("abc", BAD), ("36,00", 36), ("30m vuông", 30)),
)
NAMES: tuple[Case, ...] = (
    *(("Lò Văn Pâng", "Lò Văn Pâng"), ("LÒ VĂN PÂNG", "Lò Văn Pâng"), ("lò văn pâng", "Lò Văn Pâng")),
    *(("  Lò  Văn   Pâng ", "Lò Văn Pâng"), ("Lò\u00a0Văn\u00a0Pâng", "Lò Văn Pâng"), ("Lò Văn\nPâng", "Lò Văn Pâng")),
    *(("Lo\u0300 Va\u0306n Pa\u0302ng", "Lò Văn Pâng"), ("Lò Văn Pâng\u200b", "Lò Văn Pâng")),
    *(
        ("Lò Văn Pâng_x000D_", "Lò Văn Pâng"),
        ("Lò Văn_x000D_\nPâng", "Lò Văn Pâng"),
        ("\ufeffLò Văn Pâng", "Lò Văn Pâng"),
    ),
    *(("Ông Lò Văn Pâng", "Lò Văn Pâng"), ("Bà Lò Thị Ơn", "Lò Thị Ơn"), ("ông: Lò Văn Pâng", "Lò Văn Pâng")),
    *(("1. Lò Văn Pâng", "Lò Văn Pâng"), ("Y Bhăm Êban", "Y Bhăm Êban"), ("H'Bia Niê", "H'Bia Niê")),
    *(("K'Brêu", "K'Brêu"), ("H’Bia Niê", "H’Bia Niê"), ("Rơ Châm H'Yiu", "Rơ Châm H'Yiu"), ("Y Moan", "Y Moan")),
    *(("H'BIA NIÊ", "H'Bia Niê"), ("Y BHĂM ÊBAN", "Y Bhăm Êban"), ("A Lăng Thị Bé", "A Lăng Thị Bé")),
    *(("Giàng A Sùng", "Giàng A Sùng"), ("GIÀNG A SÙNG", "Giàng A Sùng"), ("Nguyễn Thị Hoà", "Nguyễn Thị Hoà")),
    *(("NGUYỄN VĂN A", "Nguyễn Văn A"), ("Nguyễn văn An", "Nguyễn Văn An")),
    *(("Tôn Nữ Hỷ Khương", "Tôn Nữ Hỷ Khương"), ("Nguyễn Ông Bà", "Nguyễn Ông Bà"), ("Lò Văn Pâng*", "Lò Văn Pâng")),
)
FIELDS: dict[str, tuple[str, str, tuple[Case, ...]]] = {
    "birth": ("birth", "Ngày, tháng, năm sinh", BIRTHS),
    "amount in dong": ("requested_amount", "Mức hỗ trợ (đồng)", AMOUNTS_DONG),
    "amount in million": ("requested_amount", "Mức hỗ trợ (triệu đồng)", AMOUNTS_MILLION),
    "citizen_id": ("citizen_id", "Số CCCD", CITIZEN_IDS),
    "phone": ("phone", "Số điện thoại", PHONES),
    "gender": ("gender", "Giới tính", GENDERS),
    "category": ("category", "Đối tượng", CATEGORIES),
    "work": ("work_type", "Nhu cầu hỗ trợ", WORKS),
    "ethnicity": ("ethnicity", "Dân tộc", PEOPLES),
    "members": ("member_count", "Số nhân khẩu", MEMBERS),
    "area": ("area_m2", "Diện tích nhà ở (m2)", AREAS),
    "name": ("head_name", "Họ và tên chủ hộ", NAMES),
}
# Two digits of a year, decided by the ID number beside it; without one they must be asked.
SHORT_YEARS: tuple[tuple[object, str | None, object], ...] = (
    *(("45", "011045000123", "1945"), (45, "011045000124", "1945"), ("01/02/45", "011045000125", "1945-02-01")),
    *(("05", "011305000126", "2005"), ("05", "011205000127", "2005"), ("01/02/05", "011205000128", "2005-02-01")),
    *(("45", None, ASKED), ("01/02/45", None, ASKED), ("46", "011045000129", ASKED)),
)
