"""What the room of money says."""

from __future__ import annotations

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

FUNDING_PROBLEMS: dict[str, str] = {
    "source_code_missing": "Thiếu mã nguồn vốn. Gõ mã, ví dụ NSTW, rồi lưu lại.",
    "source_code_taken": "Đã có nguồn vốn mã {code}. Chọn mã khác.",
    "source_name_missing": "Thiếu tên nguồn vốn. Gõ tên rồi lưu lại.",
    "source_unknown": "Chưa có nguồn vốn mã {text}. Thêm nguồn vốn trước rồi làm lại.",
    "source_unchosen": "Chưa chọn nguồn vốn. Chọn nguồn trong danh sách rồi lưu lại.",
    "instalment_unfit": "Đợt chi phải từ 1 trở lên. Gõ lại đợt.",
    "instalment_repeated": "Hộ {names} đã có khoản chi đợt {instalment}. Xem lại nếu gõ nhầm.",
    "voucher_missing": "Khoản chi cho hộ {names} chưa ghi số chứng từ.",
    "voucher_repeated": "Chứng từ {voucher} đã ghi cho hộ {names}. Xem lại nếu gõ nhầm.",
    "paid_over_approved": "Tổng chi cho hộ {names} là {total}, cao hơn mức duyệt {approved}. Xem lại hồ sơ.",
    "paid_off_road": "Đã ghi khoản chi, nhưng hộ {names} đang ở tình trạng “{status}”. Xem lại hồ sơ.",
    "payment_unknown": "Không có đúng một khoản chi có mã kết thúc bằng “{text}”. Gõ ít nhất 6 ký tự cuối của mã.",
    "payment_not_standing": "Khoản chi này của hộ {names} đã được sửa sai, hoặc chính là dòng sửa sai.",
}
