"""Words of printing: the printer that is gone, the trial page, the whole set of a house."""

from __future__ import annotations

GONE = "Không thấy máy in {name} đã dùng lần trước. Cắm lại máy in, chọn máy in khác, hoặc lưu PDF để in sau."
NO_PRINTER = "Máy này chưa có máy in nào. Cài máy in rồi in lại, hoặc lưu PDF để in ở máy khác."
OTHER_PRINTER, LEAVE = "Chọn máy in khác", "Để sau"
SET = "In cả bộ"
MARK_AGAIN = "In dòng “In lại ngày…” trên giấy đã in trước đây"

TRIAL, TRIAL_PRINTED = "In trang thử", "Đã gửi trang thử tới máy in. Xem tờ giấy: khung phải cách mép như ghi trên đó."
TRIAL_HELP = "In hai trang để xem máy in có đúng khổ A4, đúng lề, đủ dấu tiếng Việt, in được hai mặt."
TRIAL_TITLE = "TRANG IN THỬ"
TRIAL_FILE = "trang-thu.pdf"
TRIAL_FRONT, TRIAL_BACK = "Mặt trước", "Mặt sau"
TRIAL_LINES = (
    "1. Khổ giấy A4: đo khung, rộng 165 mm, cao 257 mm. Nhỏ hơn là máy in thu nhỏ trang; chọn lại A4, cỡ 100%.",
    "2. Lề theo Nghị định 30/2020/NĐ-CP: mép trái đến khung 30 mm, mép phải 15 mm, trên và dưới 20 mm.",
    "3. Chữ tiếng Việt: mọi dấu phải rõ, không có ô vuông.",
    "4. In hai mặt: trang sau nằm ở mặt sau tờ giấy, khung trùng mép trên; nếu ngược đầu, chọn lật theo cạnh dài.",
)
TRIAL_TEXT = (
    "Lưu Thị Ỷ Nguyễn Hường Đặng Quẫy Ỡm Ẩn Ẵm Ệnh Ổi Ữ; 36,5 m²; 60.000.000 đồng; “Nhà Đại đoàn kết” – 05/01/2026"
)
TRIAL_GREY = "5. Độ đậm: bốn ô xám phải khác nhau."
