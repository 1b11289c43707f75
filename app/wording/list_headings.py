"""How officers head the columns of their lists; the first heading of each field is the one of the template.

The words come from `domain.md` 3.3 and from lists as communes type them.
"""

from __future__ import annotations

#: Field -> headings, the template's first. A heading is read without accents, capitals, marks and brackets.
HEADINGS: dict[str, tuple[str, ...]] = {
    "seq": ("STT", "TT", "Số TT", "S.T.T", "Số thứ tự", "Số hộ thứ tự", "Thứ tự"),
    "household_code": (
        "Mã hộ", "Mã số hộ", "Mã hộ nghèo", "Mã HN", "Mã số hộ nghèo", "Số hồ sơ", "Mã hồ sơ", "Mã hộ gia đình",
        "Mã số hộ gia đình", "Mã định danh hộ", "Mã phiếu", "Mã phiếu hộ", "Mã hộ dân", "Mã số hồ sơ",
    ),
    "head_name": (
        "Họ và tên chủ hộ", "Họ tên chủ hộ", "Tên chủ hộ", "Chủ hộ", "Chủ hộ gia đình", "Họ tên người đại diện hộ",
        "Họ và tên người đại diện hộ", "Người đại diện hộ", "Đại diện hộ", "Họ và tên người đứng tên",
        "Người đứng tên hộ", "Hộ được hỗ trợ", "Họ và tên hộ", "Họ tên hộ", "Tên hộ gia đình", "Họ và tên hộ gia đình",
        "Hộ gia đình", "Hộ thụ hưởng", "Người thụ hưởng", "Họ và tên người thụ hưởng", "Họ và tên người được hỗ trợ",
        "Tên người đại diện", "Họ, chữ đệm và tên",
    ),
    "birth": (
        "Ngày, tháng, năm sinh", "Năm sinh", "Ngày sinh", "Ngày tháng năm sinh", "Sinh năm", "Sinh ngày",
        "Ngày/tháng/năm sinh", "Ngày/tháng/năm sinh chủ hộ",
    ),
    "gender": ("Giới tính", "Nam/Nữ", "Nam, nữ", "GT", "Phái", "Giới", "Giới tính nam/nữ"),
    "ethnicity": ("Dân tộc", "Thành phần dân tộc", "Tên dân tộc", "Thuộc dân tộc", "Người dân tộc"),
    "citizen_id": (
        "Số CCCD/ĐDCN", "Số CCCD", "CCCD", "Căn cước", "Số căn cước", "Căn cước công dân", "Số căn cước công dân",
        "Thẻ căn cước", "Số CMND/CCCD", "CMND/CCCD", "CMND", "Số CMND", "CMTND", "Số CMTND", "Số CMT",
        "Chứng minh nhân dân", "Số định danh", "Số định danh cá nhân", "Mã định danh cá nhân", "Số ĐDCN", "ĐDCN",
        "Mã định danh", "Mã số định danh", "Số thẻ căn cước", "Số giấy tờ tùy thân", "Giấy tờ tùy thân",
        "Số chứng minh nhân dân", "Số chứng minh thư", "Chứng minh thư", "Số CMTND/CCCD", "CMT/CCCD", "Số giấy tờ",
        "Số hộ chiếu/CCCD",
    ),
    "phone": (
        "Số điện thoại", "Điện thoại", "SĐT", "ĐT", "Số ĐT", "Điện thoại liên hệ", "Số điện thoại liên hệ",
        "Điện thoại di động", "ĐTDĐ", "Số điện thoại liên lạc", "Điện thoại liên lạc", "Di động", "Số di động", "Tel",
        "Phone", "Số máy", "Số Zalo", "Liên hệ",
    ),
    "village": (
        "Thôn/tổ dân phố", "Thôn", "Bản", "Buôn", "Ấp", "Khóm", "Khu phố", "TDP", "Tổ dân phố", "Xóm", "Khối",
        "Khối phố", "Làng", "Sóc", "Phum", "Khu dân cư", "Tên thôn", "Thôn bản", "Khu", "Tên bản", "Tên xóm", "Tên ấp",
        "Thôn xóm", "Thôn làng", "Tổ", "Nhóm dân cư", "Tên khu phố", "Tên tổ dân phố", "Cụm dân cư",
        "Thôn buôn",
    ),
    "address": (
        "Địa chỉ", "Nơi thường trú", "Hộ khẩu thường trú", "HKTT", "Địa chỉ thường trú", "Chỗ ở hiện nay",
        "Nơi ở hiện nay", "Nơi ở", "Nơi cư trú", "Địa chỉ cư trú", "Chỗ ở", "Nơi đăng ký thường trú",
        "Nơi đăng ký hộ khẩu thường trú", "Địa chỉ nơi ở", "Nơi ở hiện tại", "Chỗ ở hiện tại", "Nơi đăng ký hộ khẩu",
        "Hộ khẩu", "Nơi sinh sống", "Địa chỉ nhà", "Địa chỉ nhà ở",
    ),
    "commune": (
        "Xã/phường", "Đặc khu", "Xã", "Phường", "Xã phường thị trấn", "Tên xã", "Xã, phường, thị trấn", "Địa phương",
        "Tên xã, phường", "Xã/thị trấn", "Xã phường",
    ),
    "members": (
        "Số nhân khẩu", "Nhân khẩu", "Số khẩu", "SNK", "Số người trong hộ", "Số người", "Tổng số nhân khẩu",
        "Số nhân khẩu trong hộ", "Khẩu", "Số thành viên", "Số lượng nhân khẩu", "Tổng số khẩu", "Tổng nhân khẩu",
        "Tổng số người", "Số thành viên trong hộ", "Số người trong gia đình", "Tổng số thành viên", "Số khẩu trong hộ",
    ),
    "category": (
        "Đối tượng", "Diện hộ", "Thuộc diện", "Thuộc đối tượng", "Diện đối tượng", "Loại hộ", "Phân loại hộ",
        "Phân loại", "Đối tượng ưu tiên", "Đối tượng hỗ trợ", "Đối tượng được hỗ trợ", "Đối tượng thụ hưởng", "Diện",
        "Nhóm đối tượng", "Diện chính sách", "Loại đối tượng", "Diện ưu tiên", "Thuộc nhóm", "Nhóm hộ", "Diện nghèo",
        "Thuộc hộ", "Diện hỗ trợ", "Hộ thuộc diện", "Đối tượng chính sách", "Thuộc diện hộ",
    ),
    "house_status": (
        "Hiện trạng nhà ở", "Hiện trạng nhà", "Tình trạng nhà", "Tình trạng nhà ở", "Thực trạng nhà",
        "Thực trạng nhà ở", "Loại nhà", "Hiện trạng", "Chất lượng nhà ở", "Nhà ở hiện tại", "Hiện trạng ngôi nhà",
        "Mô tả nhà ở", "Tình trạng ngôi nhà", "Thực trạng ngôi nhà", "Chất lượng nhà", "Kết cấu nhà",
        "Mô tả hiện trạng", "Thực trạng", "Đặc điểm nhà ở", "Mức độ hư hỏng", "Mô tả hiện trạng nhà ở",
        "Nhà ở hiện nay",
    ),
    "area_current": (
        "Diện tích hiện tại (m²)", "Diện tích nhà", "Diện tích nhà ở", "DT nhà", "Diện tích nhà hiện tại", "DTSD",
        "Diện tích sử dụng", "Diện tích xây dựng", "Diện tích", "Diện tích sàn", "Diện tích ở", "Tổng diện tích nhà",
        "Diện tích căn nhà", "Diện tích ngôi nhà", "Diện tích nền",
    ),
    "land": (
        "Tình trạng đất ở", "Đất làm nhà", "Thửa đất",
        "Tình trạng sử dụng đất", "Sử dụng đất", "Giấy tờ sử dụng đất", "Tình trạng pháp lý",
        "Đất xây dựng nhà", "Đất xây nhà",
        "Đất ở", "Giấy tờ đất", "GCN QSDĐ", "Giấy chứng nhận QSDĐ", "Có/chưa GCN QSDĐ",
        "Tình trạng đất", "Hiện trạng đất ở", "Nguồn gốc đất ở", "Pháp lý đất ở", "Tình trạng pháp lý đất ở",
        "Giấy chứng nhận quyền sử dụng đất", "GCN quyền sử dụng đất", "Sổ đỏ", "Nguồn gốc đất", "Pháp lý đất",
        "Giấy CNQSDĐ", "Giấy chứng nhận QSD đất", "Tình trạng pháp lý về đất", "Quyền sử dụng đất", "Hồ sơ đất đai",
        "Đất đai", "Hiện trạng đất", "Giấy tờ về đất", "CNQSDĐ",
    ),
    "need": (
        "Nhu cầu hỗ trợ", "Nhu cầu", "Hình thức hỗ trợ", "Loại hình hỗ trợ", "Loại hình", "Hình thức",
        "Xây mới/sửa chữa", "Xây mới, sửa chữa", "Đề nghị xây mới/sửa chữa", "Đề nghị hỗ trợ", "XM/SC",
        "Nội dung hỗ trợ", "Nhu cầu xây dựng", "Hình thức xây dựng", "Đề nghị", "Nội dung đề nghị",
        "Đăng ký xây mới/sửa chữa", "Loại hình xây dựng", "Loại công trình", "Nhu cầu làm nhà", "Hình thức thực hiện",
        "Hình thức đề nghị", "Đăng ký nhu cầu", "Nhu cầu nhà ở", "Nhu cầu hỗ trợ nhà ở", "Hạng mục hỗ trợ", "Hạng mục",
        "Loại hỗ trợ", "Đăng ký hỗ trợ",
    ),
    "support_amount": (
        "Mức hỗ trợ (đồng)", "Số tiền", "Số tiền hỗ trợ", "Số tiền đề nghị", "Kinh phí", "Kinh phí hỗ trợ",
        "Kinh phí đề nghị", "Kinh phí đề nghị hỗ trợ", "Mức hỗ trợ", "Mức đề nghị", "Mức đề nghị hỗ trợ",
        "Nhu cầu kinh phí", "Mức kinh phí hỗ trợ", "Mức tiền hỗ trợ",
        "Mức kinh phí", "Tổng kinh phí hỗ trợ", "Nhà nước hỗ trợ",
        "Ngân sách hỗ trợ", "Kinh phí dự kiến", "Tổng kinh phí đề nghị", "Thành tiền", "Định mức hỗ trợ", "Định mức",
        "Giá trị hỗ trợ", "Tổng mức hỗ trợ", "Số tiền hỗ trợ đề nghị", "Mức hỗ trợ đề nghị", "Dự kiến kinh phí hỗ trợ",
        "Tổng mức đề nghị",
    ),
    "district": ("Huyện", "Quận/huyện", "Huyện/thị xã", "Huyện, thị xã, thành phố", "Tên huyện", "Quận"),
    "decision_number": (
        "Số quyết định", "Số QĐ", "QĐ số", "Số QĐ phê duyệt", "Số quyết định phê duyệt", "Quyết định phê duyệt",
        "Quyết định số", "Số quyết định hỗ trợ", "Số QĐ hỗ trợ", "QĐ phê duyệt", "Quyết định", "Văn bản phê duyệt",
        "Số văn bản phê duyệt",
    ),
    "decision_date": (
        "Ngày quyết định", "Ngày QĐ", "Ngày ra quyết định", "Ngày phê duyệt", "Ngày ký quyết định",
        "Ngày quyết định phê duyệt", "Ngày QĐ phê duyệt", "Ngày ban hành quyết định", "Ngày tháng quyết định",
        "Ngày ban hành", "Ngày, tháng quyết định",
    ),
    "approved_amount": (
        "Số tiền phê duyệt", "Mức phê duyệt", "Kinh phí phê duyệt", "Kinh phí được duyệt", "Số tiền được duyệt",
        "Mức hỗ trợ được duyệt", "Mức hỗ trợ phê duyệt", "Kinh phí được phê duyệt", "Số tiền được phê duyệt",
        "Mức được duyệt", "Kinh phí đã phê duyệt", "Kinh phí duyệt", "Mức hỗ trợ được phê duyệt",
        "Số tiền đã phê duyệt", "Mức duyệt", "Kinh phí đã duyệt", "Số tiền duyệt",
    ),
    "started_on": (
        "Ngày khởi công", "Khởi công", "KC", "Ngày KC", "Thời gian khởi công", "Ngày bắt đầu", "Ngày động thổ",
        "Ngày bắt đầu thi công", "Thời điểm khởi công", "Khởi công ngày", "Ngày khởi công xây dựng", "Ngày làm nhà",
    ),
    "foundation_on": (
        "Ngày xong móng", "Xong móng", "Hoàn thành móng", "Ngày hoàn thành móng", "Ngày đổ móng", "Ngày làm móng",
        "Ngày xong phần móng", "Hoàn thành phần móng", "Ngày nghiệm thu móng",
    ),
    "frame_wall_on": (
        "Ngày xong khung, tường", "Ngày xong tường", "Xong tường", "Xong khung, tường", "Hoàn thành tường",
        "Ngày hoàn thành tường", "Ngày xây tường", "Ngày hoàn thành khung, tường", "Ngày xong phần thân",
        "Ngày dựng khung", "Hoàn thành phần thân", "Xong khung tường",
    ),
    "roof_on": (
        "Ngày xong mái", "Xong mái", "Hoàn thành mái", "Ngày hoàn thành mái", "Ngày lợp mái", "Lợp mái",
        "Ngày đổ mái", "Ngày cất nóc", "Hoàn thành phần mái", "Ngày xong phần mái",
    ),
    "finished_on": (
        "Ngày hoàn thành", "Hoàn thành", "HT", "Ngày HT", "Thời gian hoàn thành", "Ngày hoàn thiện", "Ngày làm xong",
        "Ngày hoàn thành nhà", "Thời điểm hoàn thành", "Ngày xong", "Hoàn thành ngày", "Ngày hoàn thành xây dựng",
    ),
    "accepted_on": (
        "Ngày nghiệm thu", "Nghiệm thu", "NT", "Ngày NT", "Thời gian nghiệm thu", "Ngày nghiệm thu nhà",
        "Nghiệm thu ngày", "Biên bản nghiệm thu",
    ),
    "handed_over_on": (
        "Ngày bàn giao", "Bàn giao", "BG", "Ngày BG", "Thời gian bàn giao", "Ngày đưa vào sử dụng", "Đưa vào sử dụng",
        "Ngày bàn giao đưa vào sử dụng", "Ngày bàn giao nhà", "Bàn giao đưa vào sử dụng", "Bàn giao ngày",
        "Ngày giao nhà", "Bàn giao nhà",
    ),
    "progress": (
        "Tiến độ", "Tiến độ thực hiện", "Tình hình thực hiện", "Tiến độ xây dựng", "Tiến độ thi công",
        "Kết quả thực hiện", "Trạng thái", "Tình trạng thực hiện", "Tình hình triển khai", "Tình trạng thi công",
        "Tình hình thi công", "Tiến độ triển khai", "Tình trạng xây dựng", "Giai đoạn", "Tiến độ làm nhà",
    ),
    "paid": (
        "Đã giải ngân", "Số tiền đã giải ngân", "Kinh phí đã giải ngân", "Giải ngân", "Đã cấp", "Đã chi", "Đã chi trả",
        "Số tiền đã cấp", "Số tiền đã chi", "Kinh phí đã cấp", "Tổng giải ngân", "Vốn đã giải ngân",
        "Lũy kế giải ngân", "Đã thanh toán",
        "Số tiền đã chi trả", "Số tiền đã thanh toán", "Kinh phí đã chi", "Kinh phí đã thanh toán",
        "Tổng số tiền đã giải ngân", "Đã cấp tiền", "Kinh phí giải ngân", "Số tiền giải ngân", "Tổng đã giải ngân",
        "Đã nhận",
    ),
    "paid_1": (
        "Giải ngân đợt 1", "Tạm ứng đợt 1", "Tạm ứng", "Đợt 1", "Cấp đợt 1", "Đã cấp đợt 1", "Tạm ứng lần 1", "Lần 1",
        "Giải ngân lần 1", "Chi đợt 1", "Số tiền tạm ứng", "Đã tạm ứng", "Cấp lần 1", "Thanh toán đợt 1", "Chi lần 1",
        "Nhận đợt 1",
    ),
    "paid_2": (
        "Giải ngân đợt 2", "Tạm ứng đợt 2", "Đợt 2", "Cấp đợt 2", "Đã cấp đợt 2", "Tạm ứng lần 2", "Lần 2",
        "Giải ngân lần 2", "Chi đợt 2", "Thanh toán đợt 2", "Cấp lần 2", "Chi lần 2", "Thanh toán lần 2", "Nhận đợt 2",
    ),
    "paid_3": (
        "Giải ngân đợt 3", "Tạm ứng đợt 3", "Đợt 3", "Cấp đợt 3", "Đã cấp đợt 3", "Lần 3", "Giải ngân lần 3",
        "Chi đợt 3", "Thanh toán đợt 3", "Cấp lần 3", "Chi lần 3", "Thanh toán lần 3", "Nhận đợt 3",
    ),
    "sources": ("Nguồn vốn", "Nguồn kinh phí", "Nguồn hỗ trợ", "Nguồn", "Nguồn vốn hỗ trợ", "Nguồn tài trợ"),
    "source_central_budget": (
        "Ngân sách trung ương", "NSTW", "Vốn NSTW", "NST", "Vốn trung ương", "CTMTQG", "Vốn CTMTQG",
        "Vốn ngân sách trung ương", "NS trung ương", "Ngân sách nhà nước",
    ),
    "source_local_budget": (
        "Ngân sách địa phương", "NSĐP", "Vốn NSĐP", "Ngân sách tỉnh", "Ngân sách huyện", "Ngân sách xã",
        "Vốn đối ứng địa phương", "Ngân sách cấp tỉnh", "Ngân sách cấp xã", "Ngân sách cấp huyện",
        "Vốn ngân sách địa phương", "NS tỉnh", "NS huyện", "NS xã",
    ),
    "source_fund_for_poor": (
        "Quỹ Vì người nghèo", "Quỹ VNN", "Quỹ vì NN", "QVNN", "Quỹ người nghèo", "Quỹ Vì người nghèo các cấp",
        "Vốn quỹ VNN",
    ),
    "source_public_security": ("Bộ Công an", "Công an", "BCA", "Bộ Công an hỗ trợ"),
    "source_business": ("Doanh nghiệp", "Doanh nghiệp hỗ trợ", "DN hỗ trợ", "Công ty hỗ trợ"),
    "source_donor": (
        "Nhà hảo tâm", "Nhà tài trợ", "Xã hội hóa", "XHH", "Nguồn xã hội hóa", "Vốn XHH", "Tổ chức, cá nhân",
        "Mạnh thường quân", "Nhà hảo tâm ủng hộ", "Nguồn vận động", "Vận động xã hội hóa", "Tài trợ", "Ủng hộ",
    ),
    "source_clan": ("Dòng họ", "Anh em dòng họ", "Họ hàng", "Dòng họ giúp đỡ"),
    "source_community": (
        "Cộng đồng", "Cộng đồng dân cư", "Cộng đồng đóng góp", "Thôn bản giúp đỡ", "Cộng đồng giúp đỡ",
    ),
    "source_household": (
        "Gia đình đối ứng", "Đối ứng của hộ", "Hộ gia đình đóng góp", "Gia đình tự có", "Vốn gia đình", "Gia đình",
        "Gia đình đóng góp", "Vốn đối ứng của hộ", "Hộ tự đóng góp", "Đối ứng của gia đình", "Vốn tự có", "Đối ứng",
        "Hộ đối ứng", "Vốn của hộ", "Gia đình đóng góp thêm", "Kinh phí đối ứng của hộ", "Đối ứng gia đình",
        "Hộ gia đình tự có", "Vốn tự có của gia đình",
    ),
    "source_bank_loan": ("Vay ngân hàng", "Vốn vay", "Vay NHCSXH", "Vay vốn NHCSXH", "Vay tín dụng", "Vay", "Vay vốn"),
    "note": (
        "Ghi chú", "GC", "Lý do chưa triển khai", "Lưu ý", "Ghi chú khác", "Chú thích", "Ghi chú thêm", "Diễn giải",
        "Lý do",
    ),
}  # fmt: skip

#: Headings that name a field only when no other column does.
WEAK_HEADINGS: dict[str, tuple[str, ...]] = {
    "head_name": ("Họ và tên", "Họ tên", "Tên hộ", "Họ & tên", "Tên đối tượng", "Tên"),
    "birth": ("NS", "Năm, sinh", "Tuổi"),
    "ethnicity": ("DT",),
    "commune": ("Đơn vị",),
}
#: Headings that mean something else below them, or nothing, unless the cells say so.
DOUBTFUL_HEADINGS = ("Tuổi", "Tên", "Lý do", "Liên hệ", "Diện tích", "Thực trạng", "Vay", "Tổ", "Quyết định", "Nguồn")
