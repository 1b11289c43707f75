"""Headings that the importer's tables were made without: does it know headings, or understand them?

NATURAL are written as real lists have them; PARTS are put together, which piles up words more than officers do. The
strangers of both sound like a field and are none. Kinds are those of `columns.KINDS`.
"""

from __future__ import annotations

from itertools import product

from tests.corpus.headings import VARIANTS

NATURAL: dict[str, tuple[str, ...]] = {
    "name": (
        *("Họ và tên chủ hộ (theo hộ khẩu)", "Tên hộ gia đình được hỗ trợ"),
        *("Họ tên chủ hộ được hỗ trợ nhà ở", "Hộ đề nghị hỗ trợ", "Họ và tên người hưởng chính sách"),
        *("Chủ hộ (ghi in hoa)", "Họ tên hộ nghèo, hộ cận nghèo", "Tên chủ nhà", "Họ và tên hộ có nhà tạm"),
        *("Tên chủ hộ/người được hỗ trợ",),
    ),
    "birth_year": (
        *("Năm sinh (dương lịch)", "N/sinh", "Năm sinh chủ hộ gia đình", "Năm sinh người được hỗ trợ"),
        *("Năm sinh CH",),
    ),
    "birth_date": (
        *("Ngày/tháng/năm sinh chủ hộ", "Ngày tháng năm sinh hoặc năm sinh", "Sinh ngày, tháng, năm"),
        *("Ngày, tháng, năm sinh (dd/mm/yyyy)", "Ngày th.năm sinh"),
    ),
    "gender": ("Giới tính (nam/nữ)", "G/tính", "Giới tính của chủ hộ"),
    "ethnicity": ("Là dân tộc", "Dân tộc (ghi rõ)", "Thuộc thành phần dân tộc", "Dân tộc chính"),
    "citizen_id": (
        *("Số CCCD/mã định danh", "CCCD (hoặc CMND)", "Số CMND, CCCD", "Số thẻ CC/CCCD", "Số căn cước/CCCD"),
        *("CCCD/Mã ĐDCN", "Số CCCD của người đứng tên", "Căn cước/CCCD số", "Mã số ĐDCN/CCCD"),
        *("Số CMTND hoặc căn cước",),
    ),
    "phone": (
        *("Số điện thoại di động", "SĐT của chủ hộ", "Điện thoại (nếu có)", "ĐT chủ hộ", "Số liên lạc"),
        *("Điện thoại/Zalo",),
    ),
    "village": (
        *("Thôn, buôn, tổ dân phố", "Thôn (buôn, bon, tổ dân phố)", "Thôn/làng/tổ", "Thuộc thôn, bản"),
        *("Thôn/bản/tổ dân phố", "Xóm, bản", "Ấp, khu vực", "Tên thôn/bản/tổ", "Khối/xóm"),
        *("Bản (thôn, tổ dân phố)",),
    ),
    "address": (
        *("Địa chỉ thường trú hiện nay", "Nơi đăng ký hộ khẩu thường trú", "Chỗ ở hiện nay của hộ"),
        *("Nơi ở (xóm, tổ)", "Địa chỉ nơi cư trú", "Hộ khẩu TT"),
    ),
    "commune": ("Xã/phường/TT", "Tên xã/phường", "Xã, phường (nay)", "Thuộc xã/phường", "Xã (mới)"),
    "members": (
        *("Số nhân khẩu của hộ", "Nhân khẩu trong hộ", "Số người trong gia đình", "Tổng số người trong hộ"),
        *("Tổng NK", "Số khẩu (người)", "Số TV trong hộ"),
    ),
    "category": (
        *("Thuộc diện đối tượng", "Đối tượng (HN, HCN, NCC...)", "Hộ nghèo/Hộ cận nghèo/NCC", "Diện hưởng"),
        *("Đối tượng thuộc diện", "Phân loại đối tượng", "Loại hộ nghèo", "Đối tượng chính sách"),
        *("Đối tượng hỗ trợ (hộ nghèo, cận nghèo)",),
    ),
    "house_status": (
        *("Thực trạng nhà ở của hộ", "Tình trạng nhà ở hiện có", "Hiện trạng nhà ở hiện nay"),
        *("Mô tả thực trạng nhà", "Tình trạng ngôi nhà", "Kết cấu nhà hiện tại", "Loại nhà đang ở"),
    ),
    "area": (
        *("Diện tích sử dụng (m2)", "Diện tích nhà hiện nay", "Diện tích nhà ở hiện nay (m2)"),
        *("DT nhà hiện tại", "Tổng diện tích nhà (m2)", "Diện tích ngôi nhà"),
    ),
    "land": (
        *("Giấy chứng nhận QSDĐ", "Giấy tờ về đất", "Tình trạng sử dụng đất", "Đã có GCN QSD đất (có/không)"),
        *("Nguồn gốc đất", "Tình trạng pháp lý thửa đất", "Đất ở hợp pháp"),
    ),
    "need": (
        *("Hình thức đề nghị hỗ trợ", "Nhu cầu làm mới/sửa chữa", "Đề nghị xây mới hay sửa chữa"),
        *("Xây mới (XM)/Sửa chữa (SC)", "Loại hỗ trợ", "Hỗ trợ xây mới/sửa chữa"),
        *("Nội dung hỗ trợ (xây mới/sửa chữa)", "Phương án xây mới, sửa chữa", "Nhu cầu hỗ trợ nhà"),
    ),
    "amount_dong": (
        *("Tổng kinh phí hỗ trợ", "Mức hỗ trợ/hộ", "Tổng số tiền (đồng)", "Thành tiền"),
        *("Kinh phí đề nghị (đồng)", "Mức hỗ trợ nhà ở (đồng)", "Số tiền hỗ trợ (đồng)"),
        *("Tổng kinh phí đề nghị hỗ trợ",),
    ),
    "amount_million": (
        *("Mức hỗ trợ (triệu đồng/hộ)", "Kinh phí (Tr.đ)", "Số tiền đề nghị hỗ trợ (triệu đồng)"),
        *("Kinh phí đề nghị hỗ trợ (triệu đồng)", "Tổng kinh phí (triệu đồng)"),
        *("Định mức hỗ trợ (triệu đồng)", "Mức hỗ trợ (triệu)", "Mức hỗ trợ tối đa (triệu đồng)"),
    ),
    "note": (
        *("Ghi chú (hoàn cảnh)", "Ghi chú hoàn cảnh", "Ghi chú/lý do", "Các ghi chú khác"),
        *("Ghi chú (ghi rõ lý do)",),
    ),
    "decision_number": ("Số QĐ phê duyệt hỗ trợ", "Theo QĐ số", "Số quyết định của UBND"),
    "decision_date": ("Ngày ký QĐ", "Ngày, tháng QĐ", "Ngày quyết định phê duyệt"),
    "started": ("Thời điểm khởi công", "Ngày khởi công (thực tế)", "Ngày, tháng khởi công", "Khởi công ngày"),
    "finished": ("Ngày hoàn thành (thực tế)", "Thời điểm hoàn thành", "Hoàn thành ngày", "Ngày làm xong"),
    "handed_over": ("Ngày bàn giao, đưa vào sử dụng", "Thời điểm bàn giao", "Bàn giao ngày", "Ngày bàn giao cho hộ"),
    "progress": ("Tiến độ đến nay", "Tình hình thực hiện đến nay", "Tiến độ xây dựng nhà", "Tình trạng thực hiện"),
    "paid_million": (
        *("Kinh phí đã cấp (tr.đ)", "Đã giải ngân (tr.đ)", "Số tiền đã giải ngân (triệu đồng)"),
        *("Lũy kế giải ngân (triệu đồng)", "Đã chi trả cho hộ (triệu đồng)"),
    ),
    "central_million": ("Vốn trung ương (triệu đồng)", "NSTW hỗ trợ (triệu đồng)"),
    "local_million": ("NS tỉnh (triệu đồng)", "Ngân sách huyện (triệu đồng)"),
    "fund_million": ('Quỹ "Vì người nghèo" tỉnh (triệu đồng)', "Quỹ vì người nghèo các cấp (trđ)"),
}
NATURAL_STRANGERS: dict[str, tuple[str, ...]] = {
    "spouse": (
        *("Họ tên vợ hoặc chồng", "Người liên hệ khi cần", "Họ tên người nhận tiền", "Người làm chứng"),
        *("Họ tên con trai", "Tên vợ", "Người đại diện thôn"),
    ),
    "officer": (
        *("Tên thợ xây", "Họ tên người ký", "Người rà soát", "Người kiểm tra", "Trưởng thôn"),
        *("Họ và tên cán bộ xã",),
    ),
    "spouse_year": ("Năm sinh con", "Năm sinh bố"),
    "spouse_id": ("CMND vợ", "CCCD người nhận tiền"),
    "officer_phone": ("Điện thoại thôn trưởng", "SĐT cán bộ xã"),
    "count": ("Số phiếu", "Số người đồng ý", "Tổng số hộ", "Số hộ", "Số người ốm đau", "Số con đang đi học"),
    "issued_on": ("Ngày rà soát", "Ngày họp bình xét", "Ngày khảo sát", "Ngày hoàn thành hồ sơ", "Ngày lập biểu"),
    "certificate": ("Số biên bản", "Số biên bản nghiệm thu", "Số tờ trình", "Số đơn"),
    "income": (
        *("Dự toán (đồng)", "Giá trị công trình (đồng)", "Tổng mức đầu tư (đồng)", "Tổng thu nhập (đồng)"),
        *("Nợ ngân hàng (đồng)",),
    ),
    "land_area": ("Diện tích đất vườn", "Diện tích đất ruộng (m2)", "Diện tích thửa đất (m2)"),
    "helper": ("Tên đơn vị thi công", "Đơn vị giám sát", "Tổ chức đỡ đầu"),
    "built_year": ("Năm xây", "Năm làm nhà cũ"),
    "bank": ("Tên ngân hàng nhận tiền",),
    "account": ("Số TK ngân hàng", "Số tài khoản nhận tiền"),
}
PARTS: dict[str, tuple[tuple[str, ...], ...]] = {
    "seq": (("STT", "TT", "Số thứ tự"), ("", " hộ", " toàn xã", " trong thôn")),
    "code": (("Mã", "Mã số"), (" hộ", " phiếu", " hộ gia đình", " hồ sơ hộ"), ("", " (nếu có)", " nghèo")),
    "name": (
        ("Họ và tên", "Họ tên", "Tên", "Họ, tên"),
        (" chủ hộ", " của chủ hộ", " hộ", " người đứng đầu hộ", " chủ nhà", " đại diện hộ gia đình", " chủ hộ GĐ"),
        ("", " đề nghị hỗ trợ", " (ghi rõ)", " theo CCCD", " được thụ hưởng", " khó khăn về nhà ở"),
    ),
    "birth_year": (("Năm sinh", "Sinh năm"), (" của hộ", " của chủ hộ", ""), (" (năm)", " theo CCCD", " (dương lịch)")),
    "birth_date": (
        ("Ngày, tháng, năm sinh", "Ngày tháng năm sinh", "Ngày sinh"),
        (" (chủ hộ)", " theo CCCD", " (ngày/tháng/năm)", " theo giấy khai sinh"),
    ),
    "gender": (("Giới tính", "Giới"), (" của chủ hộ", " chủ hộ (nam, nữ)", " (nam hoặc nữ)")),
    "ethnicity": (("Dân tộc", "Thành phần dân tộc"), (" của chủ hộ", " (ghi rõ)", " chủ hộ")),
    "citizen_id": (
        ("Số CCCD", "Số căn cước", "Số CMND/CCCD", "Số thẻ căn cước công dân", "Số định danh cá nhân"),
        (" của chủ hộ", " (hoặc CMND)", " (12 chữ số)", "/ĐDCN chủ hộ", " mới nhất"),
    ),
    "phone": (("Số điện thoại", "SĐT", "Điện thoại"), (" của hộ", " liên lạc", " để liên hệ", " (nếu có)")),
    "village": (
        ("Thôn", "Bản", "Tổ dân phố", "Ấp", "Xóm", "Tên thôn", "Tên bản"),
        (" nơi cư trú", ", bản, tổ dân phố", "/khu phố", " (bản, ấp)", ", khối, xóm", " đang ở"),
    ),
    "address": (
        ("Địa chỉ", "Nơi ở", "Nơi thường trú", "Chỗ ở"),
        (" của hộ", " hiện tại của hộ", " chủ hộ", " (xóm, tổ, đội)", " theo hộ khẩu", " đang sinh sống"),
    ),
    "commune": (("Xã, phường", "Xã/phường", "Tên xã"), (" nơi cư trú", " (mới)", " sau sáp nhập", ", đặc khu")),
    "members": (
        ("Số nhân khẩu", "Số khẩu", "Tổng số nhân khẩu", "Số người"),
        (" của hộ", " hiện có", " trong gia đình", " trong hộ (người)", " thực tế thường trú"),
    ),
    "category": (
        ("Đối tượng", "Diện", "Thuộc diện", "Loại hộ", "Nhóm đối tượng"),
        (" (nghèo, cận nghèo, NCC)", " của hộ", " hộ gia đình", " thụ hưởng chính sách", " năm 2025"),
    ),
    "house_status": (
        ("Hiện trạng", "Thực trạng", "Tình trạng"),
        (" nhà đang ở", " nhà ở của hộ", " ngôi nhà hiện nay", " nhà ở (mô tả)", " nhà ở trước khi hỗ trợ"),
    ),
    "area": (
        ("Diện tích", "DT"),
        (" nhà ở hiện có", " nhà đang ở", " căn nhà", " sàn nhà ở", " nhà cũ"),
        (" (m2)", " (m²)", ""),
    ),
    "land": (
        ("Tình trạng", "Hồ sơ", "Giấy tờ", "Nguồn gốc"),
        (" pháp lý về đất ở", " đất làm nhà", " đất xây dựng nhà", " quyền sử dụng đất"),
    ),
    "need": (
        ("Nhu cầu", "Hình thức", "Loại hình", "Đề nghị"),
        (" xây mới hoặc sửa chữa", " hỗ trợ về nhà ở", " hỗ trợ (XM/SC)", " hỗ trợ xây mới, sửa chữa", " làm nhà"),
    ),
    "amount_million": (
        ("Mức hỗ trợ", "Kinh phí hỗ trợ", "Số tiền đề nghị", "Kinh phí đề nghị", "Mức đề nghị"),
        (" cho hộ", " từ NSNN", " hỗ trợ một hộ", " theo quy định", ""),
        (" (triệu đồng/hộ)", " - triệu đồng", " (đơn vị: triệu đồng)", " (tr. đồng)"),
    ),
    "amount_dong": (
        ("Mức hỗ trợ", "Kinh phí hỗ trợ", "Số tiền đề nghị", "Số tiền hỗ trợ"),
        (" cho hộ", " theo quy định", " mỗi hộ", " / hộ"),
        ("", " (đồng)", " (đ)", " (VND)"),
    ),
    "note": (("Ghi chú", "Ghi chú,"), (" về hộ", " (lý do)", " thêm (nếu có)", " lý do", " khác (ghi rõ)")),
    "decision_number": (("Số quyết định", "Quyết định số", "Số QĐ"), (" phê duyệt hỗ trợ", " của UBND xã", " hỗ trợ")),
    "decision_date": (("Ngày quyết định", "Ngày ra QĐ", "Ngày ký QĐ"), (" phê duyệt", " hỗ trợ", " của UBND")),
    "approved_million": (
        ("Kinh phí", "Số tiền", "Mức hỗ trợ"),
        (" được phê duyệt", " được duyệt", " đã phê duyệt"),
        (" theo QĐ (triệu đồng)", " - triệu đồng", " cho hộ (triệu đồng)"),
    ),
    "started": (("Ngày", "Thời điểm", "Ngày, tháng"), (" khởi công", " khởi công xây dựng", " khởi công làm nhà")),
    "finished": (
        ("Ngày", "Thời điểm", "Ngày, tháng"),
        (" hoàn thành", " hoàn thành xây dựng", " hoàn thành công trình"),
    ),
    "handed_over": (("Ngày", "Thời điểm"), (" bàn giao cho hộ", " bàn giao, đưa vào sử dụng", " bàn giao nhà ở")),
    "paid_million": (
        ("Kinh phí", "Số tiền", "Vốn"),
        (" đã giải ngân", " đã cấp cho hộ", " đã chi trả"),
        (" (triệu đồng)", " - triệu đồng", " đến nay (trđ)"),
    ),
}
STRANGE_PARTS: dict[str, tuple[tuple[str, ...], ...]] = {
    "spouse": (
        ("Họ và tên", "Họ tên"),
        (" vợ", " chồng", " vợ, chồng chủ hộ", " con chủ hộ", " người giám hộ", " mẹ của chủ hộ"),
    ),
    "spouse_year": (("Năm sinh",), (" của vợ", " vợ hoặc chồng", " người thừa kế", " con lớn")),
    "spouse_id": (("Số CCCD", "Số định danh"), (" của vợ", " vợ hoặc chồng", " người giám hộ")),
    "officer": (
        ("Họ tên", "Họ và tên"),
        (" cán bộ theo dõi", " trưởng bản", " người xác nhận", " thợ xây", " đảng viên giúp đỡ"),
    ),
    "officer_phone": (("SĐT", "Số điện thoại"), (" trưởng bản", " người giám sát", " của cán bộ thôn", " nhà thầu")),
    "built_year": (("Năm",), (" xây dựng", " sử dụng nhà", " xây căn nhà hiện tại", " dựng nhà")),
    "poor_year": (("Năm",), (" thuộc diện hộ nghèo", " thoát nghèo", " vào danh sách", " được công nhận")),
    "count": (
        ("Số", "Tổng số"),
        (" người phụ thuộc", " con dưới 16 tuổi", " lao động chính", " người có BHYT", " trẻ em đi học"),
    ),
    "land_area": (("Diện tích", "DT"), (" đất sản xuất (m2)", " thửa đất (m2)", " ruộng (m2)", " đất vườn")),
    "helper": (("Đơn vị", "Cơ quan", "Tổ chức"), (" hỗ trợ ngày công", " nhận đỡ đầu", " tài trợ", " phối hợp")),
    "income": (("Thu nhập",), (" của hộ", " bình quân đầu người", " hằng tháng (đồng)")),
}


def _joined(parts: dict[str, tuple[tuple[str, ...], ...]]) -> dict[str, tuple[str, ...]]:
    known = {heading.casefold() for some in VARIANTS.values() for heading in some}
    return {
        kind: tuple(text for text in map("".join, product(*some)) if text.casefold() not in known)
        for kind, some in parts.items()
    }


JOINED = _joined(PARTS)
JOINED_STRANGERS = _joined(STRANGE_PARTS)
