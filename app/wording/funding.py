"""What the room of money says."""

from __future__ import annotations

FUNDING_PROBLEMS: dict[str, str] = {
    "source_code_missing": "Thiếu mã nguồn vốn. Gõ mã, ví dụ NSTW, rồi lưu lại.",
    "source_code_taken": "Đã có nguồn vốn mã {code}. Chọn mã khác.",
    "source_name_missing": "Thiếu tên nguồn vốn. Gõ tên rồi lưu lại.",
    "source_unknown": "Chưa có nguồn vốn mã {text}. Thêm nguồn vốn trước rồi làm lại.",
    "instalment_unfit": "Đợt chi phải từ 1 trở lên. Gõ lại đợt.",
    "instalment_repeated": "Hộ {names} đã có khoản chi đợt {instalment}. Xem lại nếu gõ nhầm.",
    "voucher_missing": "Khoản chi cho hộ {names} chưa ghi số chứng từ.",
    "voucher_repeated": "Chứng từ {voucher} đã ghi cho hộ {names}. Xem lại nếu gõ nhầm.",
    "paid_over_approved": "Tổng chi cho hộ {names} là {total}, cao hơn mức duyệt {approved}. Xem lại hồ sơ.",
    "paid_off_road": "Đã ghi khoản chi, nhưng hộ {names} đang ở tình trạng “{status}”. Xem lại hồ sơ.",
    "payment_unknown": "Không có đúng một khoản chi có mã kết thúc bằng “{text}”. Gõ ít nhất 6 ký tự cuối của mã.",
    "payment_not_standing": "Khoản chi này của hộ {names} đã được sửa sai, hoặc chính là dòng sửa sai.",
}
