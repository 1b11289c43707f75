"""The words by which the parts of an officer's list are told apart: what stands beside a heading or belongs to another,
parts of columns, ticks, units of money, groups, totals, remarks and signatures.
"""

from __future__ import annotations

#: A heading with one of these belongs to somebody or something else, whatever else it says.
VETO_WORDS = (
    "vợ", "chồng", "vợ chồng", "con", "cha", "mẹ", "bố", "thành viên trong hộ gồm", "thừa kế", "ủy quyền", "uỷ quyền",
    "giám hộ", "thân nhân", "cán bộ", "người lập", "điều tra viên", "liên hệ với", "quan hệ", "trưởng thôn",
    "trưởng bản", "tổ trưởng", "thôn trưởng",
    "bản trưởng", "trưởng ấp", "trưởng xóm", "trưởng khu", "trưởng buôn", "trưởng khóm", "trưởng ban", "trưởng khối",
    "còn lại", "phụ trách", "giúp đỡ", "đỡ đầu", "giám sát", "chủ thầu", "nhà thầu",
    "thợ", "ký nhận", "ký tên", "chữ ký", "dự kiến khởi công", "dự kiến hoàn thành", "kế hoạch", "cũ", "trước đây",
    "người nhận", "kế toán", "trẻ em", "lao động", "ngân hàng", "tài khoản", "tôn giáo", "thu nhập", "nơi cấp",
    "ngày cấp", "cấp ngày", "hàng xóm", "người làm chứng", "nhóm hộ giúp", "đơn giá", "đất sản xuất", "đất nông nghiệp",
    "diện tích đất", "bình quân", "hồ sơ", "rà soát", "sổ hộ khẩu",
    "sổ hộ nghèo", "hộ có", "bản vẽ", "công nhận", "thoát nghèo",
)  # fmt: skip
#: What vetoes only if the field is none of these: "huyện cũ" is a district, "xã cũ" a commune.
VETO_SPARES = {
    "cũ": ("district", "commune", "village", "area_current", "house_status"),
    "trước đây": ("district", "commune", "village"),
    "hồ sơ": ("household_code", "land"),
}
#: Words that may stand beside a heading without changing its meaning.
FILLER_WORDS = (
    "của chủ hộ gia đình nếu có ghi rõ theo số các hiện nay tại thông tin về đầy đủ chi tiết cụ thể thuộc danh sách "
    "địa bàn người nhà ở dân hộ nghèo cận"
)
#: Words that make a heading mean only a part of what it begins with: "Số người trên 60 tuổi" counts no household.
NARROWING_WORDS = (
    "là", "nữ", "nam", "mới", "dự kiến", "đặc biệt", "đbkk", "giải ngân", "thanh toán", "chi trả", "hồ sơ",
    "chủ tịch", "bí thư", "người", "công an", "thực hiện", "có", "chưa", "không", "tuổi", "khuyết tật", "trong đó",
    "dtts", "đi học", "đi làm", "mất", "thiếu", "phụ thuộc", "khu vực", "tạm vắng", "vùng", "ăn theo", "biến động",
    "tăng", "giảm", "chết", "loại", "xếp loại", "cấp ngày", "hết hạn", "trúng tuyển", "bảo hiểm", "vay", "tiết kiệm",
    "ưu đãi", "phụ", "thứ hai", "người thân", "người khác", "đơn vị", "xác nhận", "đại diện cơ quan", "học sinh",
    "phụ nữ", "hàng tháng", "một tháng", "năm trước", "lần trước", "được hỗ trợ trước", "nợ", "trả", "thu hồi",
    "chênh lệch", "đề nghị điều chỉnh", "điều chỉnh", "dự phòng", "chính sách khác", "khác",
)  # fmt: skip
#: What became of the money that a heading begins with.
TURNING_WORDS = {
    "duyệt": "approved_amount", "giải ngân": "paid", "đã chuyển": "paid", "đã cấp": "paid", "đã chi": "paid",
    "đã nhận": "paid", "đã trả": "paid", "đã thanh toán": "paid", "đã hỗ trợ": "paid",
    "xã hội hóa": "source_donor", "hảo tâm": "source_donor", "tài trợ": "source_donor", "vận động": "source_donor",
    "nstw": "source_central_budget", "trung ương": "source_central_budget", "nsđp": "source_local_budget",
    "địa phương": "source_local_budget", "vì người nghèo": "source_fund_for_poor", "vnn": "source_fund_for_poor",
    "đối ứng": "source_household", "tự có": "source_household", "vay": "source_bank_loan",
    "dòng họ": "source_clan", "cộng đồng": "source_community",
}  # fmt: skip
DAY_WORDS = {"ngày tháng năm": "ngày", "ngày tháng": "ngày", "thời điểm": "ngày", "thời gian": "ngày"}
#: Words that alone say what a heading is about, whatever stands behind them.
TELLING_WORDS = ("Thôn", "Xóm", "Ấp", "Buôn", "TDP", "Xã", "Phường", "Huyện", "CCCD", "CMND", "SĐT", "Nhân khẩu")
OR_WORDS = ("hoặc", "và", "hay")
#: And those that may stand beside the headings of one field only.
COMPANIONS: dict[str, str] = {
    "household_code": "quản lý năm theo danh sách phần mềm mã số hồ sơ nghèo cận gđ nn",
    "head_name": (
        "họ và tên chữ đệm lót người được hỗ trợ đối tượng đại diện đứng tên thụ hưởng hưởng lợi đề nghị chữ in hoa "
        "viết hoa được phê duyệt khó khăn nhà tạm dột nát chính sách có công với cách mạng theo giấy tờ cccd hiện"
    ),
    "birth": "người đứng tên đại diện ngày tháng năm sinh dd mm yyyy dương lịch theo cccd giấy tờ chủ hộ ghi",
    "gender": "nam nữ chủ",
    "ethnicity": "thành phần kinh khác thiểu số",
    "citizen_id": (
        "của chủ hộ đã cấp gắn chip thẻ mã định danh cá nhân hoặc và cũ mới chủ công dân cccd cmnd cmt gắn chíp "
    ),
    "phone": "của hộ gia đình liên lạc hệ hoặc zalo di động chủ của đt máy",
    "village": (
        "thường trú hiện nay đang sinh sống sau trước sáp nhập mới cũ thuộc tên thôn bản buôn ấp khóm khu phố "
        "tdp tổ dân xóm khối làng sóc phum plei bon hoặc đội cụm số nơi cư trú "
    ),
    "address": (
        "thường trú tạm nơi đăng ký hộ khẩu số nhà nhóm thôn xã phường tổ bản hiện hiện nay đường xóm ấp khi xây"
    ),
    "commune": (
        "thành lập nơi cư trú thường trú hiện nay đang ở sau đặc khu thuộc xã phường thị trấn tên hoặc cũ mới "
        "trước sáp nhập nơi "
    ),
    "district": "nơi cư trú thường trú đang ở huyện quận thị xã thành phố cũ trước đây thuộc tên mới tx tp",
    "members": (
        "thực tế thường trú đang sinh sống ở hiện nhân khẩu số người trong hộ thành viên tổng lượng khẩu có hiện "
        "thường trú "
    ),
    "category": (
        "theo quy định diện đối tượng thuộc loại hộ nghèo cận ncc hn hcn người có công khác khó khăn chính sách "
        "ưu tiên nhóm bảo trợ "
        "xã hội mới thoát kk hỗ trợ năm thụ hưởng được theo dtts"
    ),
    "house_status": (
        "hiện có cũ trước đây thời điểm tạm dột nát đơn sơ thiếu kiên cố mô tả trạng thái ngôi căn cấp 4 tình "
        "hiện thực hư hỏng nền khung tường mái "
        "vách xuống trước khi hỗ trợ xây loại chất lượng vật liệu"
    ),
    "area_current": "cũ hiện có trước khi xây m2 mét vuông hiện trạng đang sử dụng xây dựng sàn ngôi căn cũ tối thiểu",
    "land": (
        "thửa mảnh lô của làm nhà xây dựng về có chưa gcn qsdđ qsd không tranh chấp sổ đỏ quyền sử dụng pháp lý "
        "tình trạng giấy "
        "chứng nhận hợp pháp đất ở "
    ),
    "need": (
        "xây mới sửa chữa hoặc làm xd xm sc nhà ở đăng ký đề nghị hỗ trợ năm xây dựng cải tạo nâng cấp nội dung hạng "
        "mục"
    ),
    "support_amount": (
        "tiền nsnn nhà nước theo quy định đề nghị hỗ trợ dự kiến nhà nước mức tổng cộng từ ngân sách xây mới sửa chữa "
        "cần xin được năm nguồn đvt "
        "đơn vị tính một hộ cho"
    ),
    "note": "khác thêm lý do chưa triển khai",
    "decision_number": "ngày tháng năm ubnd phê duyệt hỗ trợ ban hành của xã huyện tỉnh chủ tịch",
    "decision_date": "của ubnd xã huyện tỉnh chủ tịch ban hành phê duyệt hỗ trợ tháng năm ký qđ",
    "approved_amount": (
        "nsnn cho hộ từ kinh phí ubnd được đã theo quyết định hỗ trợ phê duyệt tổng ngân sách qđ cấp thẩm quyền "
    ),
    "started_on": "tổ chức lễ thực tế xây dựng thi công làm đã ngày tháng năm thời gian",
    "foundation_on": "thực tế giai đoạn phần đã ngày tháng năm thời gian",
    "frame_wall_on": "thực tế giai đoạn phần xây dựng đã ngày tháng năm thời gian",
    "roof_on": "thực tế giai đoạn phần đã ngày tháng năm thời gian",
    "finished_on": "thực tế xây dựng thi công xong đã ngày tháng năm thời gian công trình",
    "accepted_on": "công trình đã ngày tháng năm thời gian hoàn thành xong",
    "handed_over_on": (
        "tổ chức khánh thành chìa khóa nhà hộ cho đã ngày tháng năm thời gian đưa vào sử dụng cho công trình "
    ),
    "progress": "xây dựng thi công hiện thực hiện đến nay triển khai làm tại thời điểm báo cáo",
    "paid": "nsnn từ cho hộ thực hiện đến nay lũy kế tổng số tiền kinh phí đã cho được tính ngày hỗ trợ thực tế",
    "paid_1": "số tiền kinh phí đã lần đợt tạm ứng cấp giải ngân thanh toán hỗ trợ chi",
    "paid_2": "số tiền kinh phí đã lần đợt tạm ứng cấp giải ngân thanh toán hỗ trợ chi",
    "paid_3": "số tiền kinh phí đã lần đợt tạm ứng cấp giải ngân thanh toán hỗ trợ chi",
    "sources": "vốn kinh phí hỗ trợ thực hiện",
    "source_central_budget": "vốn nguồn hỗ trợ kinh phí từ cấp",
    "source_local_budget": "vốn nguồn hỗ trợ kinh phí từ cấp tỉnh huyện xã",
    "source_fund_for_poor": "vốn nguồn hỗ trợ kinh phí từ cấp các trung ương tỉnh huyện xã",
    "source_public_security": "vốn nguồn hỗ trợ kinh phí từ",
    "source_business": "vốn nguồn hỗ trợ kinh phí từ các đóng góp ủng hộ",
    "source_donor": "vốn nguồn hỗ trợ kinh phí từ các đóng góp ủng hộ giúp đỡ",
    "source_clan": "vốn nguồn hỗ trợ kinh phí từ đóng góp ủng hộ giúp",
    "source_community": "vốn nguồn hỗ trợ kinh phí từ đóng góp ủng hộ giúp",
    "source_household": "vốn nguồn kinh phí từ đóng góp thêm tự có",
    "source_bank_loan": "vốn nguồn kinh phí từ ngân hàng csxh nhcsxh tín dụng",
}
#: Headings of the columns that say who a person of the household is, and what the head is called there.
RELATION_HEADINGS = ("Quan hệ với chủ hộ", "Quan hệ", "Quan hệ chủ hộ", "QH với chủ hộ", "Mối quan hệ với chủ hộ")
RELATION_HEADS = ("Chủ hộ", "CH", "Chủ", "Bản thân")
#: Parts of a field in columns of their own, below the field's heading.
NAME_PARTS = ("Họ", "Họ đệm", "Họ và đệm", "Họ và chữ đệm", "Họ và tên đệm", "Họ lót", "Đệm", "Tên đệm", "Tên")
DAY_HEADINGS, MONTH_HEADINGS, YEAR_HEADINGS = ("Ngày",), ("Tháng",), ("Năm",)
GENDER_HEADINGS = ("Nam", "Nữ", "Trai", "Gái")
NUMBER_PARTS = ("Số", "Số hiệu", "Số ký hiệu", "Ký hiệu")
DATE_PARTS = ("Ngày", "Ngày tháng", "Ngày, tháng, năm", "Ngày ban hành", "Ngày ký", "Thời gian", "Ngày tháng năm")
SUM_PARTS = ("Số tiền", "Kinh phí", "Mức", "Mức hỗ trợ", "Giá trị", "Mức tiền", "Thành tiền", "Tiền")
TOTAL_PARTS = ("Tổng", "Tổng số", "Cộng", "Tổng cộng", "Tổng số tiền", "Tổng kinh phí", "Lũy kế")
OTHER_PARTS = ("Khác", "Đối tượng khác", "Hộ khác")
#: Stages of the works as headings below "Tiến độ" or "Ngày hoàn thành".
STAGE_PARTS = {
    "foundation_on": ("Móng", "Phần móng", "Làm móng"),
    "frame_wall_on": ("Tường", "Khung, tường", "Khung tường", "Khung", "Thân", "Phần thân", "Xây tường"),
    "roof_on": ("Mái", "Phần mái", "Lợp mái"),
    "finished_on": ("Hoàn thiện", "Hoàn thành"),
}
#: States of building as headings of columns to tick.
PROGRESS_PARTS = (
    "Chưa khởi công", "Chưa KC", "Đã khởi công", "Đã KC", "Đang thi công", "Đang TC", "Đang làm", "Đang xây dựng",
    "Đã hoàn thành", "Đã HT", "Đã bàn giao", "Đã BG", "Đã nghiệm thu", "Chưa thực hiện", "Chưa triển khai",
    "Đang thực hiện", "Đang sửa chữa",
)  # fmt: skip
#: How officers tick, and how they say that they do not.
TICKS = ("x", "✓", "✔", "☑", "☒", "v", "√", "+", "1", "có", "đúng", "*", "●", "•", "ü")
NO_TICKS = ("0", "-", "không", "ko", "k", "chưa", "no", "–", "—", "/")

#: Words that end in "đồng" and name no money.
NOT_BEFORE_UNITS = ("cộng", "hợp", "hội")
UNIT_WORDS = {
    "triệu đồng": 1_000_000, "triệu đ": 1_000_000, "triệu": 1_000_000, "trđ": 1_000_000, "tr.đ": 1_000_000,
    "tr.đồng": 1_000_000, "tr đồng": 1_000_000, "tr đ": 1_000_000,
    "1.000.000 đồng": 1_000_000, "1.000.000đ": 1_000_000, "1000000 đồng": 1_000_000,
    "nghìn đồng": 1_000, "ngàn đồng": 1_000, "nghìn đ": 1_000, "ngàn đ": 1_000, "nghìn": 1_000, "ngđ": 1_000,
    "ng.đ": 1_000, "1000 đồng": 1_000, "1.000 đồng": 1_000, "1000đ": 1_000, "1.000đ": 1_000, "1.000 đ": 1_000,
    "1,000 đồng": 1_000, "1,000đ": 1_000, "1000 đ": 1_000,
    "đồng": 1, "vnđ": 1, "vnd": 1, "đ": 1,
}  # fmt: skip
UNIT_LINES = ("Đơn vị tính", "ĐVT", "Đơn vị")

VILLAGE_WORDS = (
    "thôn", "bản", "buôn", "ấp", "khóm", "khu phố", "khu dân cư", "tổ dân phố", "tdp", "xóm", "khối phố", "khối",
    "làng", "sóc", "phum", "plei", "bon", "tổ", "khu",
)  # fmt: skip
COMMUNE_WORDS = ("xã", "phường", "thị trấn")
TOTAL_WORDS = (
    "tổng cộng", "tổng số", "tổng", "cộng", "toàn xã", "toàn phường", "trang trước", "mang sang", "chuyển sang",
    "chuyển trang", "cộng mang sang", "lũy kế", "bình quân",
)  # fmt: skip
#: What stands before the title of a part of a list.
PART_WORDS = ("biểu số", "biểu", "bảng số", "bảng", "phần", "mục", "nhóm", "phụ lục", "danh sách")
#: Words before a group of households in a row of its own.
GROUP_FILLERS = (
    "các hộ",
    "hộ đề nghị",
    "hộ đăng ký",
    "đối tượng",
    "nhóm",
    "diện",
    "đề nghị",
    "đăng ký",
    "nhu cầu",
    "danh sách",
)
#: How a remark below a table begins.
NOTE_WORDS = (
    "*",
    "ghi chú",
    "lưu ý",
    "(bằng chữ",
    "bằng chữ",
    "số tiền bằng chữ",
    "- ",
    "+ ",
    "danh sách này",
    "danh sách có",
)
SIGNATURE_WORDS = (
    "người lập", "lập biểu", "người tổng hợp", "ký tên", "ký, ghi rõ", "ký ghi rõ", "tm. ", "t/m", "ủy ban nhân dân",
    "chủ tịch", "trưởng thôn", "trưởng bản", "trưởng ban", "tổ trưởng", "xác nhận của", "kế toán", "thủ trưởng",
    "nơi nhận", "cán bộ",
)  # fmt: skip
