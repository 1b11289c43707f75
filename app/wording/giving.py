"""What the room of giving says: donors, pledges, sponsorships, drives, remittances."""

from __future__ import annotations

#: Days of work a month is usually counted with.
EMPLOYED_DAYS = "22 hoặc 26"
NO_DEPARTMENT = "Chưa rõ phòng"
OTHERS = "Ngoài danh sách"
UNNAMED = "Nhà hảo tâm không nêu tên"
NOT_YET = "chưa ủng hộ"
DRIVE_SOURCE_CODE, GIFT_SOURCE_CODE, GIFT_SOURCE = "VD", "UH", "Ủng hộ trực tiếp"

GIVING_PROBLEMS: dict[str, str] = {
    "donor_name_missing": "Thiếu tên người ủng hộ. Gõ tên, hoặc ghi “không nêu tên”, rồi lưu lại.",
    "donor_named_twice": "Đã có nhà hảo tâm tên {name}. Xem lại nếu là cùng một người.",
    "due_before_pledge": "Ngày hẹn trước ngày đăng ký. Xem lại hai ngày này.",
    "amount_missing": "Thiếu số tiền. Gõ số tiền rồi lưu lại.",
    "things_unnamed": "Chưa có tên hiện vật. Gõ như: 40 bao xi măng.",
    "things_uncounted": "Chưa có số lượng hiện vật. Gõ như: 40 bao xi măng.",
    "quantity_not_positive": "Số lượng phải lớn hơn 0. Gõ lại số lượng.",
    "goods_unclear": "Chưa đọc được hiện vật “{text}”. Gõ số lượng, đơn vị, tên; ví dụ: 40 bao xi măng = 3,6tr.",
    "work_unclear": "Chưa đọc được ngày công “{text}”. Gõ như: 12 người x 1 ngày, hoặc 12 ngày.",
    "days_missing": "Thiếu số ngày công. Gõ số ngày rồi lưu lại.",
    "gift_unnamed": "Khoản này chưa ghi người ủng hộ: sẽ hiện là không nêu tên.",
    "gift_without_target": "Chưa rõ ủng hộ cho ai. Chọn trong danh sách; danh sách trống thì tạo đợt vận động trước.",
    "helper_missing": "Thiếu người giúp đỡ. Gõ tên rồi lưu lại.",
    "sponsored_household_missing": "Chưa chọn hộ được đỡ đầu. Chọn hộ rồi lưu lại.",
    "sponsorship_unknown": "Việc đỡ đầu này không còn. Tải lại danh sách.",
    "end_before_start": "Ngày kết thúc trước ngày bắt đầu {day}. Xem lại hai ngày này.",
    "drive_name_missing": "Thiếu tên đợt vận động. Gõ tên rồi lưu lại.",
    "report_before_end": "Hạn tổng kết trước ngày kết thúc {day} của đợt vận động. Xem lại nếu gõ nhầm.",
    "divisor_unfit": "Số ngày công một tháng phải từ 1 đến 31, thường là {usual}. Gõ lại.",
    "rounding_unfit": "Mức làm tròn phải từ 1 đồng trở lên. Gõ lại, hoặc để trống.",
    "drive_source_fixed": "Đợt vận động {name} đã có khoản thu hoặc chuyển nộp nên giữ nguyên nguồn. "
    "Tạo đợt vận động mới cho nguồn khác.",
    "drive_unknown": "Đợt vận động này không còn. Tải lại danh sách.",
    "drive_person_unnamed": "Có người chưa ghi họ và tên. Gõ họ tên, hoặc bỏ dòng này.",
    "drive_person_twice": "{name} ({department}) đã có trong đợt vận động. Xem lại nếu là cùng một người.",
    "people_not_read": "Chưa đọc được dòng nào. Dán các dòng có họ tên và phòng từ Excel rồi làm lại.",
    "person_amount_unclear": "Dòng {line}: không đọc được số tiền “{text}”. Sửa lại số tiền ở dòng đó.",
    "person_has_gifts": "{names} đã có khoản ủng hộ trong đợt này nên vẫn giữ tên trong danh sách.",
    "nobody_chosen": "Chưa chọn ai. Đánh dấu người đã ủng hộ ở cột đầu rồi làm lại.",
    "people_without_amount": "Chưa có mức vận động của {names}. Gõ số tiền mỗi người rồi làm lại.",
    "person_not_in_drive": "Có người không thuộc đợt vận động này. Tải lại danh sách rồi chọn lại.",
    "gave_before": "{names} đã có khoản ủng hộ trước đó. Xem lại nếu ghi hai lần.",
    "remitted_over_collected": "Chỉ còn giữ {left}, không đủ nộp {amount}. Giảm số tiền.",
    "fund_missing": "Chưa rõ nộp vào quỹ nào. Gõ nơi nhận tiền rồi lưu lại.",
    "remittance_voucher_missing": "Lần chuyển nộp chưa ghi số chứng từ.",
    "remittance_not_standing": "Lần chuyển nộp này đã được sửa sai, hoặc chính là dòng sửa sai.",
    "pledge_unknown": "Đăng ký ủng hộ này không còn. Tải lại danh sách.",
    "pledge_withdrawn_already": "Đăng ký ủng hộ này đã rút.",
}
