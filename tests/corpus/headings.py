"""How officers head their columns, by kind of column, and what typing does to a heading.

From `domain.md` 3.3 and from lists of communes, written apart from the importer's own table. STRANGERS are headings
that sound like a field and are none.
"""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable

VARIANTS: dict[str, tuple[str, ...]] = {
    "seq": ("STT", "TT", "Stt", "Số TT", "S.T.T", "Số thứ tự", "Stt hộ", "Số\nTT"),
    "code": (
        *("Mã hộ", "Mã số hộ", "Mã hộ nghèo", "Mã HN", "Số hồ sơ", "Mã hộ gia đình", "Mã hộ GĐ", "Mã số hộ gia đình"),
        *("Mã hộ nghèo, cận nghèo", "Mã hồ sơ", "Mã số hộ nghèo", "Số HS", "Mã định danh hộ"),
    ),
    "name": (
        *("Họ và tên chủ hộ", "Họ tên chủ hộ", "Tên chủ hộ", "Chủ hộ", "Họ và tên", "Họ tên người đại diện hộ"),
        *("Họ, tên chủ hộ", "Họ và tên chủ hộ gia đình", "Họ và tên (chủ hộ)", "Họ & tên chủ hộ", "Họ tên", "Tên hộ"),
        *("Chủ hộ gia đình", "Họ và tên người được hỗ trợ", "Họ tên đối tượng", "Họ và tên hộ nghèo", "Hộ gia đình"),
        *("Họ và tên chủ hộ nghèo", "Người đứng tên hộ", "Họ và tên chủ hộ (chữ in hoa)", "Tên chủ hộ gia đình"),
        *("Họ và tên đối tượng thụ hưởng", "Họ và tên người đại diện", "Hộ được hỗ trợ", "Họ và tên hộ gia đình"),
        *("Họ và tên đại diện hộ", "Họ tên hộ được thụ hưởng", "Họ, tên", "Họ và tên chủ hộ được hỗ trợ"),
        *("Họ, chữ đệm và tên chủ hộ", "Họ và tên chủ hộ/người đại diện", "Tên chủ hộ nghèo, cận nghèo"),
    ),
    "birth_year": (
        *("Năm sinh", "NS", "Sinh năm", "Năm sinh chủ hộ", "Năm sinh của chủ hộ", "N.sinh", "N. sinh"),
        *("Năm sinh (chủ hộ)", "Ngày sinh", "Năm sinh (ghi năm)"),
    ),
    "birth_date": (
        *("Ngày, tháng, năm sinh", "Ngày tháng năm sinh", "Ngày sinh", "Ngày/tháng/năm sinh", "Sinh ngày", "NTNS"),
        *("Ngày, tháng, năm sinh của chủ hộ", "Ngày tháng năm sinh chủ hộ", "Năm sinh", "Ngày, tháng,\nnăm sinh"),
        *("Ngày sinh (dd/mm/yyyy)", "Ngày, tháng, năm sinh (ghi đầy đủ)", "Ngày sinh chủ hộ"),
    ),
    "gender": (
        *("Giới tính", "GT", "Nam/Nữ", "Giới", "Phái", "Giới tính (Nam/Nữ)", "Nam, nữ", "Giới tính chủ hộ", "G.tính"),
    ),
    "ethnicity": (
        *("Dân tộc", "DT", "Thành phần dân tộc", "Dân tộc chủ hộ", "TPDT", "D.tộc", "Thuộc dân tộc", "TP dân tộc"),
        *("Dân tộc của chủ hộ", "Thành phần DT"),
    ),
    "citizen_id": (
        *("Số CCCD/ĐDCN", "Số Căn cước", "CCCD", "Số CMND/CCCD", "CMTND", "Số định danh cá nhân", "Số ĐDCN", "Số CCCD"),
        *("CMND/CCCD", "Số CMND", "Số CMTND/CCCD", "CCCD/CMND", "Số căn cước công dân", "Căn cước công dân"),
        *("Số thẻ căn cước", "Mã định danh", "Mã số định danh", "Số CCCD chủ hộ", "Số định danh/CCCD", "CMND"),
        *("Số CCCD (12 số)", "Số chứng minh nhân dân", "Số CMND/CCCD/Mã định danh", "Số CCCD/Căn cước", "Căn cước"),
        *("Số giấy tờ tùy thân", "CMT/CCCD", "Số ĐDCN/CCCD", "Số thẻ CCCD", "Số CCCD hoặc CMND", "Số CCCD của chủ hộ"),
        *("Mã định danh cá nhân", "Số định danh"),
    ),
    "phone": (
        *("Số điện thoại", "ĐT", "SĐT", "Điện thoại liên hệ", "Điện thoại", "Số ĐT", "SĐT liên hệ", "Số ĐT liên lạc"),
        *("Số điện thoại chủ hộ", "ĐT liên hệ", "Di động", "Số điện thoại (nếu có)", "SĐT chủ hộ", "Số đt"),
        *("Số điện thoại liên hệ", "ĐTDĐ", "Điện thoại di động", "Tel"),
    ),
    "village": (
        *("Thôn/tổ dân phố", "Thôn", "Bản", "Buôn", "Ấp", "Khóm", "Khu phố", "TDP", "Xóm", "Khối", "Khu dân cư"),
        *("Tổ dân phố", "Thôn, bản", "Thôn/bản", "Thôn (xóm, bản)", "Thôn/ấp/khu phố", "Ấp/khóm", "Bản, tổ dân phố"),
        *("Thôn/TDP", "Tên thôn", "Buôn/thôn", "Làng", "Thôn, tổ", "KDC", "Thôn/xóm/bản/TDP", "Thôn (bản)", "Khối phố"),
        *("Thôn, xóm", "Thôn, tổ dân phố", "Tên thôn, bản", "Xóm/tổ", "Thôn - bản", "Bản/TDP", "Tổ dân phố/Thôn"),
        *("Thôn, khu", "Khu", "Phum, sóc", "Thôn/buôn/làng", "Thuộc thôn", "Tên thôn/TDP"),
    ),
    "address": (
        *("Địa chỉ", "Nơi thường trú", "Hộ khẩu thường trú", "HKTT", "Chỗ ở hiện nay", "Địa chỉ thường trú"),
        *(
            "Nơi ở hiện nay",
            "Nơi ở hiện tại",
            "Nơi cư trú",
            "Địa chỉ hộ gia đình",
            "Nơi đăng ký HKTT",
            "Địa chỉ cụ thể",
        ),
        *("Chỗ ở hiện tại", "Địa chỉ cư trú", "Địa chỉ nơi ở", "Nơi đăng ký thường trú", "Địa chỉ chủ hộ"),
        *("Địa chỉ (số nhà, nhóm, thôn)", "Địa chỉ chi tiết", "Chỗ ở"),
    ),
    "commune": (
        *("Xã/phường", "Xã", "Phường", "Đơn vị", "Xã, phường", "Tên xã", "Xã/phường/thị trấn", "Xã (phường)"),
        *("Xã, phường, thị trấn", "Địa phương", "Tên xã, phường", "Xã - phường", "Thuộc xã"),
    ),
    "members": (
        *("Số nhân khẩu", "Nhân khẩu", "Số khẩu", "SNK", "Số người trong hộ", "Số NK", "Tổng số nhân khẩu", "Khẩu"),
        *("Số nhân khẩu trong hộ", "Số thành viên", "Số người", "Số khẩu trong hộ", "Số thành viên trong hộ"),
        *("Nhân khẩu (người)", "Tổng số khẩu", "Số lượng nhân khẩu", "Số nhân khẩu (người)", "Tổng nhân khẩu", "NK"),
        *("Số thành viên hộ gia đình",),
    ),
    "category": (
        *("Đối tượng", "Diện hộ", "Phân loại", "Thuộc diện", "Đối tượng ưu tiên", "Loại hộ", "Đối tượng hộ", "Diện"),
        *("Thuộc đối tượng", "Phân loại hộ", "Diện đối tượng", "Diện hộ (nghèo, cận nghèo)", "Hộ nghèo/cận nghèo"),
        *("Nhóm đối tượng", "Đối tượng hỗ trợ", "Loại đối tượng", "Hộ nghèo, cận nghèo, NCC", "Đối tượng thụ hưởng"),
        *("Thuộc diện hộ", "Đối tượng được hỗ trợ", "Diện chính sách", "Thuộc hộ (nghèo/cận nghèo)"),
    ),
    "category_short": (
        *("HN/HCN/NCC/KK", "Diện (HN/HCN)", "Đối tượng (HN, HCN, NCC)", "Loại hộ (HN, HCN)", "Đối tượng", "Diện"),
        *("Hộ (HN/CN)",),
    ),
    "house_status": (
        *("Hiện trạng nhà ở", "Tình trạng nhà", "Thực trạng nhà", "Thực trạng nhà ở", "Tình trạng nhà ở hiện tại"),
        *("Hiện trạng nhà", "Loại nhà", "Mô tả hiện trạng nhà ở", "Tình trạng nhà ở", "Thực trạng nhà ở hiện nay"),
        *("Hiện trạng ngôi nhà", "Chất lượng nhà ở", "Nhà ở hiện tại", "Tình trạng nhà ở hiện nay", "Hiện trạng"),
        *("Loại nhà (tạm/đơn sơ/thiếu kiên cố)", "Thực trạng về nhà ở", "Thực trạng nhà (tạm, dột nát)"),
    ),
    "area": (
        *("Diện tích hiện tại (m²)", "DT nhà", "Diện tích XD", "DTSD", "Diện tích nhà (m2)", "Diện tích nhà ở (m²)"),
        *("Diện tích sử dụng", "DT sử dụng (m2)", "Diện tích (m²)", "Diện tích nhà ở hiện tại", "Diện tích nhà ở"),
        *("Diện tích nhà hiện tại (m2)", "DT nhà ở (m2)", "Diện tích nhà đang ở (m2)"),
    ),
    "land": (
        *("Tình trạng đất ở", "Đất ở", "Có/chưa GCN QSDĐ", "GCN QSDĐ", "Giấy tờ đất", "Tình trạng pháp lý đất ở"),
        *("Giấy CNQSDĐ", "Hiện trạng đất ở", "Nguồn gốc đất ở", "Đất ở (có GCN/không tranh chấp)", "Giấy tờ đất ở"),
        *("Tình trạng pháp lý về đất", "Tình trạng đất", "Giấy chứng nhận QSD đất", "Pháp lý đất ở"),
    ),
    "need": (
        *("Nhu cầu hỗ trợ", "Hình thức hỗ trợ", "Đề nghị: xây mới/sửa chữa", "XM/SC", "Loại hình", "Nhu cầu"),
        *("Xây mới/sửa chữa", "Hình thức", "Loại hình hỗ trợ", "Nội dung hỗ trợ", "Đề nghị hỗ trợ", "Nhu cầu xây dựng"),
        *("Hình thức xây dựng", "Nhu cầu (xây mới, sửa chữa)", "Xây mới hoặc sửa chữa", "Đề nghị", "Làm mới/sửa chữa"),
        *("Nhu cầu hỗ trợ nhà ở", "Hình thức (xây mới/sửa chữa)", "Đăng ký xây mới/sửa chữa", "Nội dung đề nghị"),
    ),
    "amount_dong": (
        *("Mức hỗ trợ (đồng)", "Số tiền", "Số tiền đề nghị (đồng)", "Kinh phí hỗ trợ (đồng)", "Mức hỗ trợ (VNĐ)"),
        *("Kinh phí đề nghị", "Kinh phí hỗ trợ", "Số tiền hỗ trợ", "Mức hỗ trợ", "Mức kinh phí hỗ trợ", "Số tiền (đ)"),
        *("Kinh phí đề nghị hỗ trợ (đồng)", "Số tiền đề nghị hỗ trợ", "Kinh phí", "Mức đề nghị hỗ trợ"),
    ),
    "amount_thousand": (
        *("Kinh phí (1.000đ)", "Số tiền (nghìn đồng)", "Mức hỗ trợ (1.000 đồng)", "Kinh phí hỗ trợ (ngàn đồng)"),
        *("Mức hỗ trợ (ĐVT: 1000đ)",),
    ),
    "amount_million": (
        *("Mức hỗ trợ (triệu đồng)", "Kinh phí (triệu đồng)", "Mức hỗ trợ (trđ)", "Số tiền (triệu đồng)"),
        *("Kinh phí hỗ trợ (ĐVT: triệu đồng)", "Kinh phí đề nghị hỗ trợ (tr.đồng)", "Mức đề nghị hỗ trợ (triệu đồng)"),
        *("Dự kiến kinh phí hỗ trợ (triệu đồng)", "Số tiền hỗ trợ (tr.đ)", "Kinh phí đề nghị (Tr.đ)"),
    ),
    "note": (
        *("Ghi chú", "GC", "Ghi chú (nếu có)", "Ghi chú khác", "G.chú", "Chú thích", "Lưu ý", "Lý do chưa triển khai"),
        *("Ghi chú thêm",),
    ),
    "district": ("Huyện", "Huyện/thị xã", "Thuộc huyện cũ", "Huyện (cũ)"),
    "decision_number": (
        *("Số QĐ phê duyệt", "QĐ số", "Số quyết định", "Quyết định phê duyệt", "Số QĐ", "Số quyết định phê duyệt"),
        *("Quyết định số", "Số QĐ hỗ trợ", "QĐ phê duyệt"),
    ),
    "decision_date": ("Ngày QĐ", "Ngày quyết định", "Ngày ban hành QĐ", "Ngày phê duyệt", "Ngày tháng QĐ"),
    "approved_million": (
        *("Kinh phí được duyệt (triệu đồng)", "Số tiền được phê duyệt (triệu đồng)", "Kinh phí phê duyệt (trđ)"),
        *("Mức hỗ trợ được duyệt (triệu đồng)", "Mức hỗ trợ được phê duyệt (tr.đ)"),
    ),
    "approved_dong": ("Số tiền phê duyệt", "Kinh phí được phê duyệt (đồng)", "Số tiền được duyệt"),
    "started": ("Ngày khởi công", "Khởi công", "KC", "Thời gian khởi công", "Ngày KC", "Ngày bắt đầu thi công"),
    "finished": ("Ngày hoàn thành", "Hoàn thành", "HT", "Thời gian hoàn thành", "Ngày HT", "Ngày hoàn thành nhà"),
    "accepted": ("Ngày nghiệm thu", "Nghiệm thu", "Thời gian nghiệm thu", "Ngày nghiệm thu nhà"),
    "handed_over": (
        *("Bàn giao", "Ngày bàn giao", "Ngày đưa vào sử dụng", "Bàn giao đưa vào sử dụng", "Thời gian bàn giao"),
        *("Ngày bàn giao nhà", "Ngày BG"),
    ),
    "progress": (
        *("Tiến độ", "Tình hình thực hiện", "Tiến độ thực hiện", "Tiến độ xây dựng", "Tiến độ thi công"),
        *("Tình hình triển khai", "Tình trạng thi công", "Kết quả thực hiện"),
    ),
    "paid_million": (
        *("Đã giải ngân (triệu đồng)", "Đã cấp (triệu đồng)", "Đã chi (tr.đ)", "Đã thanh toán (triệu đồng)"),
        *("Kinh phí đã giải ngân (triệu đồng)", "Số tiền đã cấp (trđ)", "Kinh phí đã cấp (triệu đồng)"),
    ),
    "paid_dong": ("Số tiền đã giải ngân", "Đã giải ngân", "Đã cấp", "Đã chi", "Kinh phí đã giải ngân (đồng)"),
    "paid_1_million": (
        *("Tạm ứng đợt 1 (triệu đồng)", "Giải ngân đợt 1 (tr.đ)", "Đợt 1 (triệu đồng)", "Cấp lần 1 (triệu đồng)"),
        *("Tạm ứng lần 1 (triệu đồng)",),
    ),
    "paid_2_million": (
        *("Tạm ứng đợt 2 (triệu đồng)", "Giải ngân đợt 2 (tr.đ)", "Đợt 2 (triệu đồng)", "Cấp lần 2 (triệu đồng)"),
    ),
    "central_million": ("NSTW (triệu đồng)", "Ngân sách trung ương (trđ)", "Vốn NSTW (triệu đồng)", "NSTW (tr.đ)"),
    "local_million": (
        "NSĐP (triệu đồng)",
        "Ngân sách địa phương (trđ)",
        "Ngân sách tỉnh (triệu đồng)",
        "Vốn NSĐP (tr.đ)",
    ),
    "fund_million": (
        *("Quỹ VNN (triệu đồng)", "Quỹ Vì người nghèo (trđ)", 'Quỹ "Vì người nghèo" (triệu đồng)', "Quỹ VNN (tr.đ)"),
    ),
    "donor_million": ("Nhà hảo tâm (triệu đồng)", "Mạnh thường quân (triệu đồng)", "Nhà hảo tâm ủng hộ (trđ)"),
}
STRANGERS: dict[str, tuple[str, ...]] = {
    "spouse": (
        *("Họ và tên vợ/chồng", "Họ tên vợ (chồng)", "Tên vợ/chồng chủ hộ", "Họ và tên vợ hoặc chồng của chủ hộ"),
        *("Họ tên bố/mẹ chủ hộ", "Người thừa kế", "Họ và tên người được ủy quyền", "Họ tên chủ hộ cũ"),
    ),
    "spouse_year": ("Năm sinh vợ/chồng", "Năm sinh của vợ (chồng)"),
    "spouse_id": ("Số CCCD vợ/chồng", "CCCD của vợ (chồng)", "CCCD người được ủy quyền"),
    "province": ("Tỉnh", "Tỉnh/thành phố"),
    "region": ("Khu vực", "Xã khu vực"),
    "poor_year": ("Năm nghèo", "Năm công nhận hộ nghèo", "Năm rà soát", "Năm được hỗ trợ"),
    "built_year": ("Năm xây nhà", "Năm làm nhà", "Năm xây dựng nhà"),
    "count": (
        *("Số lao động", "Số con", "Số khẩu là nữ", "Số trẻ em", "Số người khuyết tật", "Số người trên 60 tuổi"),
        *("Số nhân khẩu là người DTTS", "Số ngày công"),
    ),
    "score": ("Điểm B1", "Điểm B2", "Tổng điểm", "Số phiếu đồng ý"),
    "land_area": ("Diện tích đất (m2)", "Diện tích đất ở (m²)", "DT đất sản xuất"),
    "income": ("Thu nhập bình quân (đồng)", "Thu nhập BQ/người/tháng"),
    "job": ("Nghề nghiệp", "Việc làm"),
    "schooling": ("Trình độ văn hóa", "Học vấn"),
    "officer": (
        *("Cán bộ phụ trách", "Họ tên trưởng thôn", "Người giám sát", "Chủ thầu", "Đảng viên phụ trách", "Người lập"),
        *("Họ và tên người giúp đỡ",),
    ),
    "officer_phone": ("SĐT cán bộ phụ trách", "Điện thoại trưởng thôn", "SĐT chủ thầu"),
    "helper": ("Đơn vị giúp đỡ", "Đơn vị đỡ đầu", "Nhà tài trợ", "Đơn vị thi công", "Cơ quan phụ trách"),
    "account": ("Số tài khoản", "STK"),
    "bank": ("Ngân hàng", "Tên ngân hàng"),
    "sign": ("Ký nhận", "Chữ ký", "Ký tên", "Ký, ghi rõ họ tên", "Điểm chỉ"),
    "cause": ("Nguyên nhân nghèo", "Lý do nghèo"),
    "religion": ("Tôn giáo",),
    "issued_on": ("Ngày cấp", "Ngày cấp CCCD"),
    "issued_by": ("Nơi cấp", "Nơi cấp CCCD"),
    "certificate": ("Số GCN hộ nghèo", "Số sổ hộ nghèo"),
    "own_money": ("Kinh phí đối ứng của hộ", "Vốn tự có của gia đình", "Hộ tự đóng góp"),
    "planned": ("Dự kiến khởi công", "Kế hoạch thực hiện", "Dự kiến hoàn thành", "Kế hoạch khởi công"),
}


def _plain(text: str) -> str:
    """Without any accent, as typed on a machine without Unikey."""
    bare = "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))
    return bare.replace("đ", "d").replace("Đ", "D").replace("²", "2")


TYPINGS: dict[str, Callable[[str], str]] = {
    "as is": lambda text: text,
    "capitals": str.upper,
    "small letters": str.lower,
    "every word begins big": str.title,
    "broken after the first word": lambda text: text.replace(" ", "\n", 1),
    "broken before the last word": lambda text: "\n".join(text.rsplit(" ", 1)),
    "broken at every blank": lambda text: text.replace(" ", "\n"),
    "two blanks": lambda text: text.replace(" ", "  "),
    "no-break blanks": lambda text: text.replace(" ", "\u00a0"),
    "blanks around": lambda text: f"  {text} ",
    "colon behind": lambda text: f"{text}:",
    "star behind": lambda text: f"{text} (*)",
    "decomposed letters": lambda text: unicodedata.normalize("NFD", text),
    "blanks around slashes": lambda text: text.replace("/", " / "),
    "line ends of Excel": lambda text: text.replace(" ", "_x000D_\n", 1),
}
HARD_TYPINGS: dict[str, Callable[[str], str]] = {
    "no accents": _plain,
    "no accents in capitals": lambda text: _plain(text).upper(),
}


def typed(luck: random.Random, heading: str) -> str:
    """The heading as one of many hands types it; half of them type it as it is."""
    return heading if luck.random() < 0.5 else TYPINGS[luck.choice(tuple(TYPINGS))](heading)
