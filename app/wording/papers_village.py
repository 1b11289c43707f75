"""Words of the papers by village: the weekly sheet of its head, the sheet of a visit, the message that asks."""

from __future__ import annotations

NUMBER, HEAD, WORK, NOTE = "TT", "Họ và tên chủ hộ", "Hình thức", "Ghi chú đang có"
PRESENT, THIS_WEEK = "Đã xong (ngày); ô trống: chưa xong", "Tuần này ghi"
STOPPED, TOLD = "Dừng vì, xem lại ngày", "Tin khác"
DONE = "x"
SHEET_TITLE = ("PHIẾU THEO DÕI TIẾN ĐỘ LÀM NHÀ",)
SHEET_HOW = (
    "Nhà xong phần nào trong tuần thì ghi ngày xong vào ô trống của phần đó. Nhà dừng: ghi vì sao và ngày xem lại. "
    "Nhà không thay đổi: để trống."
)
UNDER_TITLE = "{village} – {office} – số liệu đến ngày {day}"
HELD, LOOK_AGAIN = "Tạm dừng: {reason}", "xem lại {day}"
MADE_BY, ANY_HEAD, VISITOR = "Người lập phiếu", "Trưởng thôn", "Người đi kiểm tra"

VISIT_TITLE = ("PHIẾU ĐI THỰC TẾ",)
VISIT_OF = "{village}. Trưởng thôn: {head}; điện thoại: {phone}"
VISIT_DAY = "Ngày đi: {day}; người đi: {people}"
VISIT_REMARKS = "Ý kiến của thôn, của hộ:"
HEAD_AND_PLACE, STATE, LOOK_AT = "Chủ hộ, nơi ở", "Đang ở", "Cần xem"
FOUND, SIGNED = "Kết quả kiểm tra", "Chủ hộ ký"
HEARD, NEVER_HEARD = "tin gần nhất {day}", "chưa có tin"
ASK_HOLD = "Vì sao còn dừng, khi nào làm tiếp"
ASK_STAGE, ASK_FINISHED = "{stage}", "Đã xong, xem để nghiệm thu"
ASKED_STAGES = {
    "start": "Đã khởi công chưa",
    "foundation": "Phần móng, nền",
    "frame_wall": "Khung, tường",
    "roof": "Mái",
    "finish": "Hoàn thiện: cửa, nền, trát",
}
