"""The card beside the desk ("Thẻ dùng nhanh"): keys and signs in front, first things and trouble behind."""

from __future__ import annotations

ENTRY, SAVE, FILE_NAME = "Thẻ dùng nhanh…", "Lưu thẻ dùng nhanh", "the-dung-nhanh.pdf"
SAVING, SAVED = "Lập thẻ dùng nhanh", "Đã lưu thẻ dùng nhanh {file}. In hai mặt một tờ, để cạnh bàn."
COMMAND, WRITTEN = "thẻ dùng nhanh hai trang: phím, dấu hiệu, bảy việc đầu tiên", "Đã lập thẻ dùng nhanh: {file}."

FRONT, BACK = ("MÁI ẤM – THẺ DÙNG NHANH",), ("BẢY VIỆC ĐẦU TIÊN",)
FRONT_UNDER = "Mặt trước: phím và dấu hiệu"
BACK_UNDER = "Mặt sau: bắt đầu, khi có sự cố, hỏi ai"

KEY_COLUMNS = ("Phím", "Làm gì", "Phím", "Làm gì")
#: Key -> what it does, read down the left half and then down the right one.
KEYS: dict[str, str] = {
    "F1": "hướng dẫn của trang này",
    "Ctrl+K": "tìm hộ ở mọi nơi",
    "Ctrl+F": "tìm trong trang này",
    "Alt+1 … Alt+0": "mở các trang",
    "Alt+mũi tên trái": "trang trước",
    "Ctrl+Tab": "thẻ sau",
    "Enter": "mở",
    "Esc": "trở về",
    "F5": "tải lại",
    "F8": "chỗ sai kế tiếp",
    "Ctrl+N": "thêm mới",
    "Ctrl+S": "lưu",
    "Ctrl+Enter": "lưu và làm tiếp",
    "Ctrl+Z": "hoàn tác",
    "Phím cách": "chọn, đánh dấu",
    "Ctrl+A": "chọn tất cả đang xem",
    "Ctrl+;": "ngày hôm nay",
    "Ctrl+C, Ctrl+V": "chép dòng, dán từ Excel",
    "Ctrl+E": "lưu ra Excel",
    "Ctrl+P": "in",
    "1, 2, 3": "quyết định ở Cần xử lý",
    "Ctrl+ +, Ctrl+ -": "chữ to hơn, nhỏ hơn",
    "Ctrl+B": "thu gọn cột trang",
    "Ctrl+L": "khóa màn hình",
}
SIGNS_TITLE, SIGN_COLUMNS = "Tình trạng của nhà", ("Dấu", "Chữ", "Nghĩa là")
#: (how the sign is drawn, the word beside it, what it means)
SIGNS: tuple[tuple[str, str, str], ...] = (
    ("vòng rỗng", "Chờ xét", "mới đề nghị, khảo sát, bình xét, niêm yết, đã trình"),
    ("tô một phần tư", "Đã duyệt", "có quyết định, chưa khởi công"),
    ("tô một nửa", "Đang xây", "móng, khung tường, mái, hoàn thiện"),
    ("tô ba phần tư", "Đã hoàn thành", "đã nghiệm thu, chờ bàn giao"),
    ("tô kín", "Đã bàn giao", "đã bàn giao, đã đóng hồ sơ"),
    ("hai vạch", "Tạm dừng", "có lý do và ngày xem lại"),
    ("dấu nhân", "Ra khỏi danh sách", "rút đơn, không đủ điều kiện, chuyển đi…"),
)
COLOURS_TITLE = "Câu báo ở cuối cửa sổ"
COLOURS = (
    "Xanh: đã xong, bấm Hoàn tác nếu nhầm. Vàng: đã ghi, có điều cần xem. Đỏ: chưa làm được, không có gì thay đổi."
)

FIRST_LINE = "{number}. {text}. Trang: {place}."
#: Where each of the first seven things is done; by the names of `today.FIRST`.
FIRST_PLACES: dict[str, str] = {
    "villages": "Thiết lập, thẻ Thôn",
    "households": "Hộ gia đình, Nhập danh sách Excel",
    "request": "Hồ sơ hộ, thẻ Hộ và nhân khẩu",
    "decision": "Bình xét – Phê duyệt, thẻ Quyết định",
    "stage": "Xây dựng, Cập nhật nhanh",
    "handover": "Nghiệm thu – Bàn giao",
    "package": "Gửi – nhận dữ liệu",
}
TROUBLE_TITLE = "Khi có sự cố"
TROUBLE = (
    "Làm nhầm: Ctrl+Z. Việc cũ hơn: mở hồ sơ hộ, bấm Sửa sai, ghi lý do.",
    "Mất điện: mở lại; chữ gõ dở nằm ở Bản nháp.",
    "Mỗi tuần: cắm USB, Thiết lập, thẻ Sao lưu, bấm Sao lưu ngay.",
    "Hỏng máy: cài phần mềm ở máy khác, chọn “Nhận bàn giao từ máy khác, khôi phục bản sao lưu”.",
    "Phần mềm báo lỗi: menu Trợ giúp, Lưu tệp hỗ trợ, gửi cho cán bộ tin học.",
)
ASK_TITLE, ASK_COLUMNS = "Hỏi ai", ("Việc", "Họ và tên", "Điện thoại")
ASK = ("Việc chuyên môn (cấp trên)", "Máy, phần mềm (cán bộ tin học)", "Tiền, chứng từ (kế toán)")
