"""Forms of an office above ("Điền biểu cấp trên"): how their headings are read, and what is said about filling them.

The phrases are read without accents and marks; the longest comes first. A heading that says more than these and the
harmless words is left to the officer.
"""

from __future__ import annotations

from app.wording.vocabulary import SOURCE_GROUPS, SOURCE_KINDS, WORK_TYPES

#: What a column of figures counts -> (its name, phrases).
MEASURES: dict[str, tuple[str, tuple[str, ...]]] = {
    "needed": (
        "Nhà cần làm",
        (
            "Tổng số nhà cần xóa", "Số nhà cần xóa", "Nhà cần xóa", "Tổng số nhà cần hỗ trợ", "Nhà cần hỗ trợ",
            "Số hộ cần hỗ trợ", "Hộ cần hỗ trợ", "Số hộ được hỗ trợ", "Hộ được hỗ trợ", "Số nhà được hỗ trợ",
            "Nhà được hỗ trợ", "Số nhà được duyệt", "Nhà được duyệt", "Số nhà được phê duyệt", "Nhà được phê duyệt",
            "Hộ được phê duyệt", "Số nhà cần làm", "Nhà cần làm", "Tổng số nhà", "Tổng số hộ", "Tổng nhu cầu",
        ),
    ),
    "started": ("Đã khởi công", ("Đã khởi công", "Khởi công", "KC")),
    "not_started": ("Chưa khởi công", ("Chưa khởi công", "Chưa triển khai", "Chưa làm")),
    "building": (
        "Đang xây",
        ("Đang xây dựng", "Đang xây", "Đang thi công", "Đang làm", "Đang triển khai", "Đang thực hiện"),
    ),
    "finished": (
        "Đã nghiệm thu",
        ("Đã hoàn thành nghiệm thu", "Hoàn thành nghiệm thu", "Đã hoàn thành", "Hoàn thành", "Đã nghiệm thu",
         "Nghiệm thu", "HT"),
    ),
    "given": (
        "Đã bàn giao",
        (
            "Đã hoàn thành bàn giao", "Hoàn thành bàn giao", "Đã bàn giao đưa vào sử dụng", "Đã bàn giao", "Bàn giao",
            "Đưa vào sử dụng", "Hoàn thành đưa vào sử dụng", "Hoàn thành và bàn giao", "Đã hoàn thành và bàn giao",
        ),
    ),
    "added": ("Phát sinh tăng", ("Phát sinh tăng", "Phát sinh", "Điều chỉnh tăng")),
    "left": (
        "Đưa ra khỏi danh sách",
        ("Giảm đưa ra khỏi danh sách", "Đưa ra khỏi danh sách", "Rút khỏi danh sách", "Điều chỉnh giảm"),
    ),
    "money_need": ("Kinh phí nhu cầu", ("Nhu cầu kinh phí", "Kinh phí nhu cầu", "Tổng nhu cầu kinh phí")),
    "allocated": (
        "Kinh phí đã phân bổ",
        ("Kinh phí đã phân bổ", "Kinh phí phân bổ", "Kinh phí được phân bổ", "Đã phân bổ", "Phân bổ"),
    ),
    "paid": (
        "Kinh phí đã giải ngân",
        ("Kinh phí đã giải ngân", "Kinh phí giải ngân", "Đã giải ngân", "Giải ngân", "Kinh phí đã chi", "Đã chi"),
    ),
    "share_started": ("Tỷ lệ khởi công (%)", ("Tỷ lệ khởi công", "Tỉ lệ khởi công", "Tỷ lệ KC", "Tỉ lệ KC")),
    "share_finished": ("Tỷ lệ nghiệm thu (%)", ("Tỷ lệ hoàn thành", "Tỉ lệ hoàn thành", "Tỷ lệ HT", "Tỉ lệ HT")),
    "share_given": ("Tỷ lệ bàn giao (%)", ("Tỷ lệ bàn giao", "Tỉ lệ bàn giao")),
}  # fmt: skip
#: Columns that narrow what is counted.
WORKS: dict[str, tuple[str, ...]] = {
    "new_build": (WORK_TYPES["new_build"], "XM", "Làm mới", "Xây dựng mới", "Nhà xây mới"),
    "repair": (WORK_TYPES["repair"], "SC", "Sửa", "Cải tạo", "Nhà sửa chữa"),
}
#: Groups as in resources/reports/groups.toml.
GROUPS: dict[str, tuple[str, ...]] = {
    "meritorious": (
        "Người có công và thân nhân liệt sĩ", "Người có công thân nhân liệt sĩ", "NCC và thân nhân liệt sĩ",
        "NCC thân nhân liệt sĩ", "Người có công với cách mạng", "Người có công", "Hộ người có công", "NCC",
    ),
    "national": ("Chương trình mục tiêu quốc gia", "CTMTQG", "Chương trình MTQG", "Các CTMTQG"),
    "poor": (
        "Hộ nghèo cận nghèo ngoài CTMTQG", "Hộ nghèo hộ cận nghèo ngoài CTMTQG", "Hộ nghèo hộ cận nghèo",
        "Hộ nghèo cận nghèo", "Nghèo cận nghèo", "Hộ nghèo và cận nghèo",
    ),
    "other": ("Đối tượng khác", "Hộ khác", "Khác"),
}  # fmt: skip
SOURCES: dict[str, tuple[str, ...]] = {
    "state": (SOURCE_GROUPS["state"], "Ngân sách nhà nước", "NSNN", "Ngân sách", "Nguồn ngân sách"),
    "society": ("Xã hội hóa", "Nguồn xã hội", "Nguồn xã hội hóa", "Huy động xã hội"),
    "household": (SOURCE_GROUPS["household"], "Gia đình", "Hộ tự lo", "Gia đình đối ứng"),
    "central_budget": (
        SOURCE_KINDS["central_budget"], "NSTW", "NS trung ương", "NS TW", "Trung ương", "TW", "Vốn trung ương",
        "Ngân sách TW",
    ),
    "local_budget": (
        SOURCE_KINDS["local_budget"], "NSĐP", "NS địa phương", "NS ĐP", "Địa phương", "ĐP", "Vốn địa phương",
        "Ngân sách ĐP", "Đối ứng địa phương", "Ngân sách địa phương đối ứng",
    ),
    "fund_for_poor": (SOURCE_KINDS["fund_for_poor"], "Quỹ VNN", "Quỹ người nghèo"),
}  # fmt: skip
#: What a source of money is called; its group, or one kind of the group.
SOURCE_NAMES = {**SOURCE_GROUPS, **SOURCE_KINDS}
PERIOD = ("Trong tuần", "Trong kỳ", "Trong tháng", "Trong quý", "Tuần này", "Trong tuần báo cáo", "Trong kỳ báo cáo")
#: Words that may stand beside the others without changing what is counted.
FILLERS = (
    "tổng số lượng nhà hộ cộng được lũy kế đến nay toàn bộ ở tạm dột nát trong đó của các theo nhóm đối tượng gồm "
    "đơn vị tính triệu đồng nghìn ngàn trđ kinh phí nguồn vốn số tiền căn cái thuộc và đã kết quả thực hiện tiến độ "
    "xóa loại hình thức hỗ trợ tỷ lệ diện"
)
ORDINALS = ("STT", "TT", "Số TT", "S.T.T", "Số thứ tự")
PLACES = (
    "Đơn vị", "Tên đơn vị", "Thôn", "Tên thôn", "Thôn bản", "Thôn/tổ dân phố", "Xã", "Xã phường", "Tên xã",
    "Địa phương", "Địa bàn", "Đơn vị thôn xã", "Đơn vị xã phường", "Thôn xã", "Bản", "Tổ dân phố", "Ấp", "Khóm",
    "Khu dân cư", "Tên xã phường", "Đơn vị xã", "Xã phường đặc khu", "Địa danh", "Tên địa phương",
)  # fmt: skip

#: What a column of a list of households can be filled with -> (its name, headings besides those of lists).
HOUSE_FIELDS: dict[str, tuple[str, tuple[str, ...]]] = {
    "head_name": ("Họ và tên chủ hộ", ()),
    "birth": ("Năm sinh", ()),
    "gender": ("Giới tính", ()),
    "ethnicity": ("Dân tộc", ()),
    "citizen_id": ("Số căn cước", ()),
    "phone": ("Điện thoại", ()),
    "village": ("Thôn", ()),
    "commune": ("Xã", ()),
    "members": ("Số nhân khẩu", ()),
    "category": ("Đối tượng", ()),
    "need": ("Hình thức", ()),
    "household_code": ("Mã hộ", ()),
    "support_amount": ("Mức hỗ trợ", ()),
    "status": (
        "Tình trạng",
        ("Tiến độ", "Tình trạng", "Tiến độ thực hiện", "Kết quả thực hiện", "Tình trạng thực hiện"),
    ),
    "started_on": ("Ngày khởi công", ("Ngày khởi công", "Thời gian khởi công", "Khởi công", "Ngày tháng khởi công")),
    "finished_on": (
        "Ngày nghiệm thu",
        ("Ngày nghiệm thu", "Ngày hoàn thành", "Thời gian hoàn thành", "Hoàn thành", "Nghiệm thu"),
    ),
    "given_on": ("Ngày bàn giao", ("Ngày bàn giao", "Thời gian bàn giao", "Bàn giao")),
    "allocated": ("Kinh phí đã phân bổ", ("Đã phân bổ", "Kinh phí đã phân bổ")),
    "paid": ("Kinh phí đã giải ngân", ("Đã giải ngân", "Kinh phí đã giải ngân", "Giải ngân", "Đã chi")),
}

IN_PERIOD = "{what}, trong kỳ"
NOT_THIS = "Không điền"
PLACE_COLUMN, ORDINAL_COLUMN = "Tên đơn vị", "Số thứ tự"

#: Why a cell is left as it was.
REASONS: dict[str, str] = {
    "heading": "cột “{text}”: chưa rõ điền số liệu nào",
    "repeated": "cột “{text}” trùng ý với một cột khác",
    "unit": "cột “{text}”: chưa rõ đơn vị tính của tiền",
    "place": "dòng “{text}”: không có thôn, đơn vị này trong máy",
    "place_twice": "dòng “{text}”: trùng tên với một dòng khác",
    "household": "dòng “{text}”: không có hộ này trong máy",
    "household_twice": "dòng “{text}”: có nhiều hộ trùng họ tên, ghi thêm năm sinh hoặc số căn cước",
    "formula": "ô có công thức, giữ nguyên",
    "merged": "ô nằm trong ô gộp, giữ nguyên",
    "kept": "ô đã có “{text}”, trong máy là {own}",
    "unknown": "dòng “{text}”: chưa có số liệu này trong máy",
    "no_room": "biểu còn thiếu {count} dòng trống; chưa ghi: {names}",
}

FILLING_PROBLEMS: dict[str, str] = {
    "form_no_table": "Không thấy bảng nào điền được trong tệp {name}. Bảng cần cột tên đơn vị (thôn, xã) hoặc cột "
    "họ và tên chủ hộ.",
    "form_nothing_to_fill": "Không có ô nào điền được. Xem các chỗ chưa điền.",
    "form_same_file": "Tệp điền xong không được ghi đè lên tệp của cấp trên. Chọn tên khác.",
}
