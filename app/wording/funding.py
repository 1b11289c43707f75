"""What the room of money says."""

from __future__ import annotations

from collections.abc import Sequence

from app.wording.giving_pages import WORK_UNITS
from app.wording.vocabulary import CONTRIBUTION_KINDS, PAPER_KINDS, STAGES

# The panel "Tiền" of a dossier
PANEL = "Tiền"
PAID_LINE = "Đã chi {paid} trên mức duyệt {approved}, còn {left}"
PAID_WITHOUT_DECISION = "Đã chi {paid}; chưa có quyết định phê duyệt"
PAID_TOO_MUCH = "Đã chi nhiều hơn mức duyệt. Xem lại các khoản chi, hoặc sửa sai khoản ghi nhầm."
NO_PAYMENTS = "Chưa có khoản chi nào."
PAYMENT_LINE = "{day} · {amount} · {source}"
VOUCHER_LINE = "chứng từ {voucher}"
INSTALMENT_LINE = "đợt {instalment}"
PAYEE_LINE = "người nhận {payee}"
REVERSED_LINE = "đã sửa sai"
REVERSAL_LINE = "dòng sửa sai: {reason}"
RECORD_PAYMENT, ADD_SOURCE, REVERSE = "Ghi khoản chi…", "Thêm nguồn vốn…", "Sửa sai…"
PAYMENT_TITLE, SOURCE_TITLE, REVERSE_TITLE = "Ghi khoản chi", "Thêm nguồn vốn", "Sửa sai khoản chi"
SOURCE, AMOUNT, PAID_ON, VOUCHER, INSTALMENT = "Nguồn vốn", "Số tiền", "Ngày chi", "Số chứng từ", "Đợt"
PAYEE, RELATION, NOTE = "Người nhận thay", "Quan hệ với chủ hộ", "Ghi chú"
HEAD_RECEIVES = "để trống nếu chủ hộ nhận"
REVERSED_ON, REASON, REASON_HINT = "Ngày sửa sai", "Lý do", "vì sao phải sửa"
CODE, CODE_HINT, NAME, KIND, CEILING = "Mã nguồn", "NSTW", "Tên nguồn", "Loại nguồn", "Mức trần"
LEFT_HINT = "còn {left} theo mức duyệt"
NO_SOURCE = "Chưa có nguồn vốn nào. Thêm nguồn vốn trước, rồi ghi khoản chi."
PAYING, REVERSING, ADDING = "Đang ghi khoản chi", "Đang sửa sai khoản chi", "Đang thêm nguồn vốn"
PAID = "Đã ghi khoản chi {amount} cho hộ {name}."
REVERSED = "Đã sửa sai khoản chi {amount}: thêm một dòng âm, dòng cũ giữ nguyên."
SOURCE_ADDED = "Đã thêm nguồn vốn {name}."

RECEIPT_NUMBER = "{number:02}{series}/{year}"


def receipt_text(number: int, series: str, year: int) -> str:
    """The number of a receipt: "05/2026", with the letter of a further laptop "05b/2026"."""
    return RECEIPT_NUMBER.format(number=number, series=series, year=year)


# What opens a part of the support
ACCEPTANCE = "nghiệm thu nhà"
STAGE_NEEDED = "ghi giai đoạn “{stage}”"
PAPER_NEEDED = "{paper} đã ký"
DECISION_NEEDED = "quyết định mới sau khi thu hồi tiền"


def missing_text(missing: Sequence[str]) -> str:
    """What is missing before a part may be paid: papers, stages, the acceptance."""
    return ", ".join(map(_opener_text, missing))


def _opener_text(opener: str) -> str:
    kind, _, name = opener.partition(":")
    if kind == "paper":
        paper = PAPER_KINDS.get(name, name)
        return PAPER_NEEDED.format(paper=paper[:1].lower() + paper[1:])
    if kind == "stage":
        return STAGE_NEEDED.format(stage=STAGES.get(name, name))
    return DECISION_NEEDED if kind == "decision" else ACCEPTANCE


# What a settlement's sums differ by
DIFFERENCES: dict[str, str] = {
    "not_allocated": "Đã duyệt, chưa phân bổ",
    "over_allocated": "Phân bổ cao hơn mức duyệt",
    "not_paid": "Đã phân bổ, chưa chi",
    "over_paid": "Chi cao hơn số phân bổ",
    "free": "Đã nhận, chưa phân bổ",
    "over_committed": "Phân bổ cao hơn số đã nhận",
    "receipts_unknown": "Đã chi, chưa ghi khoản nhận",
    "cost_differs": "Biên bản nghiệm thu ghi khác số đã chi",
}

FUNDING_PROBLEMS: dict[str, str] = {
    "source_code_missing": "Thiếu mã nguồn vốn. Gõ mã, ví dụ NSTW, rồi lưu lại.",
    "source_code_taken": "Đã có nguồn vốn mã {code}. Chọn mã khác.",
    "source_name_missing": "Thiếu tên nguồn vốn. Gõ tên rồi lưu lại.",
    "source_unknown": "Chưa có nguồn vốn mã {text}. Thêm nguồn vốn trước rồi làm lại.",
    "source_unchosen": "Chưa chọn nguồn vốn. Chọn nguồn trong danh sách rồi lưu lại.",
    "instalment_unfit": "Đợt chi phải từ 1 trở lên. Gõ lại đợt.",
    "instalment_of_no_aid": "Tiền của hộ và tiền vay không thuộc đợt hỗ trợ nào. Bỏ trống ô đợt rồi lưu lại.",
    "instalment_repeated": "Hộ {names} đã có khoản chi đợt {instalment}. Xem lại nếu gõ nhầm.",
    "voucher_missing": "Khoản chi cho hộ {names} chưa ghi số chứng từ.",
    "voucher_repeated": "Chứng từ {voucher} đã ghi cho hộ {names}. Xem lại nếu gõ nhầm.",
    "paid_over_approved": "Tổng chi cho hộ {names} là {total}, cao hơn mức duyệt {approved}. Xem lại hồ sơ.",
    "paid_off_road": "Đã ghi khoản chi, nhưng hộ {names} đang ở tình trạng “{status}”. Xem lại hồ sơ.",
    "payment_unknown": "Không có đúng một khoản chi có mã kết thúc bằng “{text}”. Gõ ít nhất 6 ký tự cuối của mã.",
    "payment_not_standing": "Khoản chi này của hộ {names} đã được sửa sai, hoặc chính là dòng sửa sai.",
    "last_before_acceptance": (
        "Khoản chi này chi hết mức duyệt của hộ {names} khi nhà chưa nghiệm thu. Ghi nghiệm thu trước, hoặc ghi lý do."
    ),
    "last_never_before_acceptance": (
        "Đợt {instalment} là đợt cuối, chỉ chi khi nhà của hộ {names} đã nghiệm thu. Còn thiếu: {missing}."
    ),
    "instalment_not_open": (
        "Chưa đủ điều kiện chi đợt {instalment} cho hộ {names}, còn thiếu: {missing}. Bổ sung, hoặc ghi lý do chi."
    ),
    "money_held": (
        "Hộ {names} đã ghi “{kind}” và nhà chưa nghiệm thu, tiền chờ đến khi đạt. Ghi nghiệm thu, hoặc ghi lý do."
    ),
    "money_clawed_back": (
        "Hộ {names} đã bị thu hồi tiền theo quyết định {number}. Ghi quyết định mới về mức hỗ trợ, hoặc ghi lý do chi."
    ),
    "payee_without_authorisation": (
        "{payee} nhận tiền thay hộ {names} nhưng chưa ghi giấy ủy quyền đã ký. Xem lại giấy ủy quyền."
    ),
    "source_not_tracked": "Nguồn {source} chưa ghi khoản nhận nào. Ghi khoản đã nhận trước, rồi phân bổ.",
    "first_receipt_too_small": (
        "Nguồn {source} đã phân bổ {used} trước khi ghi khoản nhận. Khoản nhận đầu tiên phải từ {used} trở lên."
    ),
    "allocation_written": "Nguồn {source} chưa theo dõi khoản nhận: đã ghi luôn phân bổ {amount} cho hộ {names}.",
    "allocated_over_approved": "Hộ {names}: đã phân bổ {total}, cao hơn mức duyệt {approved}. Xem lại hồ sơ.",
    "allocated_off_road": "Đã phân bổ, nhưng hộ {names} đang ở tình trạng “{status}”. Xem lại hồ sơ.",
    "source_short": ("Nguồn {source} còn {free}, không đủ phân bổ {wanted}. Giảm số tiền hoặc chọn thêm nguồn."),
    "house_unchosen": "Chưa chọn hộ. Gõ tên chủ hộ rồi chọn trong danh sách.",
    "house_has_all": "Hộ {names} đã được phân bổ đủ mức duyệt.",
    "over_received": "Nguồn {source}: phân bổ và chi mua chung {used}, cao hơn số đã nhận {limit}. Giảm số phân bổ.",
    "spent_over_received": "Nguồn {source}: đã chi {used}, cao hơn số đã nhận {limit}. Xem lại các khoản.",
    "over_ceiling": "Nguồn {source}: phân bổ {used}, cao hơn mức tối đa {limit}. Giảm số phân bổ.",
    "over_programme_ceiling": (
        "Nguồn {source}: phân bổ cho chương trình {used}, cao hơn mức tối đa {limit}. Giảm số phân bổ."
    ),
    "over_house_ceiling": "Hộ {names}: nguồn {source} phân bổ {used}, cao hơn mức tối đa mỗi nhà {limit}.",
    "over_house_limit": "Hộ {names}: tổng phân bổ {used}, cao hơn mức tối đa mỗi nhà của chương trình {limit}.",
    "drive_sent_on": (
        "Đợt vận động đã chuyển nộp {remitted}, chỉ còn thu {collected}. Sửa sai khoản chuyển nộp trước, rồi làm lại."
    ),
    "paid_over_allocated": (
        "Hộ {names}: chi từ nguồn {source} thành {used}, cao hơn số đã phân bổ {limit}. Phân bổ thêm rồi chi."
    ),
    "paid_below_zero": "Hộ {names}: số thu lại vượt số đã chi từ nguồn {source}. Giảm số tiền thu hồi.",
    "taken_back_twice": "Dòng {line} được sửa sai {used} lần trên nhiều máy. Ghi lại một dòng cho đúng.",
    "taken_back_twice_of_house": (
        "Hộ {names}: dòng {line} được sửa sai {used} lần trên nhiều máy. Ghi lại một dòng cho đúng."
    ),
    "goods_over_received": "{item}: phân bổ {used} {unit}, cao hơn số đã nhận {limit} {unit}. Giảm số phân bổ.",
    "goods_below_zero": "{item}: giao {used} {unit}, cao hơn số đã nhận {limit} {unit}. Ghi khoản nhận trước.",
    "goods_over_allocated": "Hộ {names}: giao {used} {unit} {item}, cao hơn số phân bổ {limit} {unit}. Phân bổ thêm.",
    "goods_allocation_written": "Đã ghi luôn phân bổ {quantity} {unit} {item} cho hộ {names}.",
    "item_missing": "Thiếu tên hiện vật. Gõ tên, ví dụ xi măng.",
    "unit_missing": "Thiếu đơn vị tính. Gõ đơn vị, ví dụ bao.",
    "quantity_missing": "Thiếu số lượng. Gõ số lượng lớn hơn 0.",
    "quantity_unfit": "Số lượng “{text}” không đọc được. Gõ số lớn hơn 0, ví dụ 12,5.",
    "people_missing": "Thiếu số người góp công. Gõ số người lớn hơn 0.",
    "advice_has_no_amount": "Công sức, trí tuệ, tuyên truyền không quy đổi thành tiền. Để trống số tiền.",
    "receipt_repeated": "Số phiếu thu {receipt} đã ghi cho khoản khác. Xem lại nếu gõ nhầm.",
    "line_unknown": "Không có đúng một dòng có mã kết thúc bằng “{text}”. Gõ ít nhất 6 ký tự cuối của mã.",
    "line_not_standing": "Dòng này đã được sửa sai, hoặc chính là dòng sửa sai.",
    "keep_unfit": "Số giữ lại phải từ 0 và nhỏ hơn số của dòng cũ. Gõ lại số giữ lại.",
    "clawback_number_missing": "Thiếu số quyết định thu hồi. Gõ số quyết định rồi lưu lại.",
    "supplier_name_missing": "Thiếu tên nhà cung cấp. Gõ tên rồi lưu lại.",
    "supplier_unknown": "Không thấy nhà cung cấp này. Tải lại danh sách.",
    "contract_number_missing": "Thiếu số hợp đồng. Gõ số hợp đồng rồi lưu lại.",
    "contract_unknown": "Không thấy hợp đồng này. Tải lại danh sách.",
    "contract_overpaid": "Hợp đồng {number}: đã chi {total}, cao hơn giá trị {amount}. Xem lại chứng từ.",
    "bank_missing": "Thiếu tên ngân hàng. Gõ tên rồi lưu lại.",
    "ceiling_empty": "Ghi mức tối đa chung hoặc mức tối đa mỗi nhà.",
}


def work_line(kind: str, item: str, quantity: str) -> str:
    """Help that is neither money nor goods: "Làm móng, nền: 5 ngày công"."""
    told = f"{quantity} {WORK_UNITS[kind]}" if quantity != "0" else ""
    return f"{CONTRIBUTION_KINDS[kind]}: {', '.join(filter(None, (item, told)))}"
