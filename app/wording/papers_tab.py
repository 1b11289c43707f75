"""Words of the tab "Giấy tờ" of "Thiết lập": copies, recipients and templates by kind of paper, the trial sheet."""

from __future__ import annotations

KINDS = "Loại giấy"
KINDS_HELP = "Chọn một loại giấy để đặt số bản, nơi nhận, mẫu riêng."
COPIES, RECIPIENTS = "Số bản khi in", "Nơi nhận"
COPIES_HELP = "Để trống: một bản."
RECIPIENTS_HELP = "Mỗi nơi một dòng. Để trống: nơi nhận có sẵn của giấy này."
TEMPLATE = "Mẫu Word"
BUILT_IN = "Mẫu có sẵn của phần mềm."
OWN = "Mẫu riêng: {name}. Dùng khi lưu Word; bản in và PDF theo mẫu có sẵn."
OWN_ELSEWHERE = "Mẫu riêng {name} chọn ở máy khác, máy này chưa có tệp: đang dùng mẫu có sẵn."
NO_TEMPLATE = "Giấy này chỉ in theo mẫu có sẵn."
SAVE_TEMPLATE, USE_TEMPLATE, DROP_TEMPLATE = "Lưu mẫu để sửa…", "Dùng mẫu này…", "Dùng mẫu có sẵn"
SAVING_TEMPLATE, USING_TEMPLATE = "Đang lưu mẫu", "Đang xem mẫu"
TEMPLATE_SAVED = "Đã lưu {file}. Sửa bằng Word, giữ nguyên chữ trong ngoặc nhọn, rồi bấm Dùng mẫu này."
TEMPLATE_USED, TEMPLATE_DROPPED = "{kind} dùng mẫu {file} từ bây giờ.", "{kind} dùng mẫu có sẵn từ bây giờ."
PREVIEW, DRAWING = "Xem trước", "Đang vẽ giấy xem trước"
MARKED = "{kind} ●"

HEAD_PREVIEW = "Đầu giấy và chữ ký khi in"
HEAD_TITLE, HEAD_ABOUT, HEAD_SYMBOL = "QUYẾT ĐỊNH", "Về việc … (trang xem thử)", "QĐ"
