"""What is said of "Thiết lập giấy tờ": copies, recipients, the office's own Word templates, the printer."""

from __future__ import annotations

PAPER_SETTINGS_PROBLEMS: dict[str, str] = {
    "print_copies_unfit": "Số bản in từ 1 đến {limit}. Gõ lại số bản.",
    "too_many_recipients": "Nơi nhận dài quá {limit} dòng nên không đủ chỗ cạnh chữ ký. Gộp bớt các dòng.",
    "template_field_unknown": "Mẫu có mục tin {{{field}}} mà giấy này không có. Sửa lại tên theo danh sách mục tin ở "
    "cuối mẫu, hoặc bỏ mục tin đó; giấy vẫn in theo mẫu có sẵn.",
    "template_brace": "Mẫu có dấu ngoặc nhọn lẻ ở chỗ “{text}”. Sửa thành mục tin viết liền trong một dòng, ví dụ "
    "{{ho_ten}}; giấy vẫn in theo mẫu có sẵn.",
    "template_is_docx": "Mẫu riêng là tệp Word (.docx), tệp {name} không phải. Mở bằng Word, lưu thành .docx rồi "
    "chọn lại.",
    "template_not_of_kind": "Giấy này in lên phôi có sẵn hoặc gồm ảnh nên không có mẫu riêng. Chọn loại giấy khác.",
}
PAPER_SETTINGS_TROUBLES: dict[str, str] = {
    "file_not_word": "Tệp {name} không phải tệp Word (.docx). Mở bằng Word, lưu thành .docx rồi chọn lại; giấy vẫn in "
    "theo mẫu có sẵn.",
    "template_active": "Tệp {name} có macro, tệp nhúng hoặc liên kết tải từ nơi khác nên không dùng làm mẫu. Bỏ các "
    "phần đó trong Word rồi chọn lại; giấy vẫn in theo mẫu có sẵn.",
    "template_field_in_header": "Tệp {name} có mục tin ở đầu trang, chân trang hoặc chú thích. Chuyển mục tin vào "
    "thân trang rồi chọn lại; giấy vẫn in theo mẫu có sẵn.",
    "template_moved": "Mẫu {name} làm từ bản giấy cũ: chỗ của mục tin {{{field}}} nay đã khác. Đã in theo mẫu có sẵn; "
    "lưu mẫu mới để sửa rồi chọn lại.",
    "template_not_here": "Mẫu {name} được chọn ở máy khác, máy này chưa có tệp. Đã in theo mẫu có sẵn; nhận "
    "phần ảnh đi cùng gói của máy đó, hoặc chép tệp mẫu sang rồi bấm Dùng mẫu này.",
    "template_unusable": "Không đọc được mẫu {name} nữa. Đã in theo mẫu có sẵn; chọn lại tệp mẫu.",
}

# The commands
TEMPLATES = "mẫu Word riêng của cơ quan"
LIST, SAVE = "các loại giấy đã đặt số bản, nơi nhận, mẫu riêng", "lưu mẫu có sẵn thành tệp Word có mục tin để sửa"
USE, DROP = "in loại giấy này theo tệp Word của cơ quan", "in lại theo mẫu có sẵn"
KIND, FILE = "loại giấy, xem print kinds", "tệp Word (.docx)"
LINE, BUILT_IN, NONE = "{name}: {template}", "mẫu có sẵn", "Mọi giấy tờ in theo mẫu có sẵn."
SAVED = "Đã lưu mẫu vào {file}."
TRIAL = "trang in thử: lề, dấu tiếng Việt, in hai mặt"
SET = "cả bộ giấy của các hộ, một tệp PDF; biên bản được lập như khi in"
SET_PRINTED = "Đã lập {papers} giấy, {pages} trang: {file}."
SET_LEFT = "Chưa in được: {left}."
