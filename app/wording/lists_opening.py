"""Opening figures ("Số liệu đầu kỳ"): how lists tell what was done before the program was used; what is said of it."""

from __future__ import annotations

from app.wording.vocabulary import SOURCE_KINDS

OPENING_LINE = "Số liệu đầu kỳ: số đã chi từ nguồn này trước khi dùng phần mềm"
OPENING_SET_ASIDE = "Số liệu đầu kỳ: đã chi trước khi dùng phần mềm"
SAID_IN_LIST = "Danh sách ghi {label}: {text}"

#: How far a house has come -> how lists say it. "" is: not begun.
PROGRESS_WORDS: dict[str, tuple[str, ...]] = {
    "": (
        "Chưa khởi công", "Chưa KC", "Chưa làm", "Chưa triển khai", "Chưa thực hiện", "Chưa xây", "Chưa xây dựng",
        "Chưa thi công", "Chưa sửa", "Chưa", "0%",
    ),
    "start": (
        "Đã khởi công", "Khởi công", "Đã KC", "KC", "Đang thi công", "Đang TC", "Thi công", "Đang làm", "Đang xây",
        "Đang xây dựng", "Đang sửa", "Đang sửa chữa", "Đang thực hiện", "Đang triển khai", "Đang làm móng",
    ),
    "foundation": ("Xong móng", "Đã xong móng", "Xong phần móng", "Hoàn thành móng", "Hoàn thành phần móng"),
    "frame_wall": ("Xong tường", "Đã xong tường", "Xây xong tường", "Xong khung", "Dựng xong khung",
                   "Xong khung, tường"),
    "roof": ("Xong mái", "Đã xong mái", "Lợp xong mái", "Đã lợp mái", "Đã lợp xong mái"),
    "finish": ("Hoàn thành", "Đã hoàn thành", "Đã HT", "HT", "Xong", "Đã xong", "Đã làm xong", "Hoàn thiện", "100%"),
    "accepted": ("Đã nghiệm thu", "Nghiệm thu", "Đã NT", "Hoàn thành, đã nghiệm thu"),
    "handed_over": (
        "Đã bàn giao", "Bàn giao", "Đã BG", "Đã bàn giao nhà", "Đưa vào sử dụng", "Đã đưa vào sử dụng",
        "Bàn giao đưa vào sử dụng", "Đã bàn giao, đưa vào sử dụng", "Hoàn thành đưa vào sử dụng",
        "Đã hoàn thành, bàn giao", "Hoàn thành, đã bàn giao", "Hoàn thành, bàn giao", "Đã nhận nhà",
    ),
}  # fmt: skip
#: What a cell of a date says when it only says that it happened.
HAPPENED_WORDS = ("x", "v", "✓", "✔", "có", "đã", "rồi", "đã xong", "xong", "1", "đã khởi công", "đã bàn giao",
                  "đã hoàn thành", "đã nghiệm thu")  # fmt: skip
NOT_HAPPENED_WORDS = ("-", "–", "0", "chưa", "không", "chưa khởi công", "chưa bàn giao", "chưa hoàn thành", "chưa có")
OF_DAY = "ngày"

#: Kind of source -> the code and name of the source that is made for it, and how lists call it.
SOURCE_WORDS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "central_budget": (
        "NSTW", SOURCE_KINDS["central_budget"],
        ("NSTW", "NST", "NS trung ương", "Ngân sách trung ương", "Ngân sách TW", "Trung ương", "TW", "CTMTQG",
         "Chương trình mục tiêu quốc gia", "Vốn CTMTQG"),
    ),
    "local_budget": (
        "NSDP", SOURCE_KINDS["local_budget"],
        ("NSĐP", "NS địa phương", "Ngân sách địa phương", "Địa phương", "Ngân sách tỉnh", "Ngân sách xã", "NS tỉnh",
         "NS xã"),
    ),
    "fund_for_poor": (
        "QVNN", SOURCE_KINDS["fund_for_poor"],
        ("QVNN", "Quỹ VNN", "VNN", "Quỹ Vì người nghèo", "Vì người nghèo", "Quỹ “Vì người nghèo”"),
    ),
    "public_security": ("BCA", SOURCE_KINDS["public_security"], ("BCA", "Bộ Công an", "Công an")),
    "business": ("DN", SOURCE_KINDS["business"], ("DN", "Doanh nghiệp")),
    "donor": (
        "XHH", "Xã hội hóa", ("XHH", "Xã hội hóa", "Nhà hảo tâm", "Mạnh thường quân", "Tài trợ", "Nhà tài trợ"),
    ),
    "clan": ("DH", SOURCE_KINDS["clan"], ("Dòng họ", "Anh em, dòng họ")),
    "community": ("CD", SOURCE_KINDS["community"], ("Cộng đồng", "Nhân dân")),
}  # fmt: skip

OPENING_PROBLEMS: dict[str, str] = {
    "progress_unknown": "Không rõ tiến độ “{text}”; phần mềm giữ chữ này ở ghi chú của đề nghị hỗ trợ.",
    "opening_day_unknown": "“{text}” không phải một ngày; phần mềm ghi là đã làm, "
    "giữ chữ này ở ghi chú của đề nghị hỗ trợ.",
    "opening_ahead": "{label} {day} chưa đến nên chưa ghi là đã làm.",
    "opening_paid_sums": "{label} {total} đồng khác tổng từng phần {parts} đồng. Sửa lại số tiền rồi nhập lại.",
    "opening_sources_unclear": "Không rõ {total} đồng đã chi lấy từ nguồn nào, vì tổng các nguồn là {parts} đồng. "
    "Số đã chi ghi chưa rõ nguồn.",
    "opening_source_unknown": "Nguồn vốn “{text}” chưa có trong Kinh phí. Thêm nguồn đó, hoặc ghi lại tên nguồn, "
    "rồi nhập lại.",
    "opening_no_source": "{count} hộ đã chi tiền mà danh sách không ghi nguồn vốn: số đã chi ghi chưa rõ nguồn. "
    "Muốn rõ nguồn thì hoàn tác, chọn nguồn vốn rồi nhập lại.",
    "opening_no_amount": "Hộ đã làm hoặc đã chi tiền mà danh sách không ghi mức hỗ trợ: chưa ghi được quyết định. "
    "Bổ sung quyết định sau.",
    "commune_not_below": "Mã {commune} không phải một xã, phường thuộc cơ quan này. Chọn lại xã, phường.",
    "commune_has_program": "{name} đã dùng phần mềm. Gửi danh sách để nơi đó nhập, rồi nhận gói dữ liệu.",
    "opening_paid_differs": "Danh sách ghi đã chi {listed} đồng, trong máy đã có {here} đồng: giữ số trong máy.",
    "opening_step_differs": "{label}: danh sách ghi {listed}, trong máy đã có {here}: giữ số trong máy.",
}

ARG_SOURCE = "mã nguồn vốn của số đã chi, khi danh sách không ghi nguồn"
ARG_COMMUNE = "mã xã chưa dùng phần mềm mà cơ quan cấp trên ghi hộ danh sách"
CHANGED_FIELD = "{place}, {head}: {label}: “{old}” → “{new}”."
OPENING_TOLD = (
    "Số liệu đầu kỳ ({before}): {decided} hộ đã duyệt {approved} đồng, {started} hộ đã khởi công, "
    "{handed_over} hộ đã bàn giao, đã chi {paid} đồng."
)
