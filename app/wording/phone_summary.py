"""The summary for a telephone: its page, its message, and the buttons that make them."""

from __future__ import annotations

TITLE = "Xóa nhà tạm, nhà dột nát – {office}"
MADE = "Số liệu đến {when}"
HOUSEHOLDS, NEEDED, BEGUN, GIVEN = "Hộ trong danh sách", "Nhà cần làm", "Đã khởi công", "Đã bàn giao"
APPROVED, PAID = "Đã duyệt", "Đã chi"
HEADINGS = ("Cần làm", "Khởi công", "Bàn giao")
AREAS = "Theo {area} (cần làm / khởi công / bàn giao):"
AREA = "{name}: {needed} / {begun} / {given}"
SILENT = "Chưa nhận gói từ {days} ngày: {offices}."
AND_MORE = " và {count} nơi khác"

MENU = "Tóm tắt cho điện thoại"
SAVE, COPY = "Lưu trang PDF cho điện thoại…", "Chép lời nhắn Zalo"
SAVE_TITLE = "Lưu trang tóm tắt cho điện thoại"
FILE = "tom-tat.pdf"
SAVED = "Đã lưu trang tóm tắt {file}. Gửi tệp này qua Zalo là xem được ngay."
COPIED = "Đã chép lời nhắn. Mở Zalo rồi dán vào."
COMMAND = "trang tóm tắt khổ điện thoại, và lời nhắn Zalo"
