"""One sentence for each fault of the world: what happened, what it means, what to do."""

from __future__ import annotations

TROUBLES: dict[str, str] = {
    "disk_full": "Chưa ghi được {name}: ổ đĩa đã đầy. Dọn bớt tệp hoặc chọn nơi khác rồi làm lại. "
    "Số liệu trong máy không bị ảnh hưởng.",
    "file_locked": "Tệp {name} đang mở ở chương trình khác. Đóng tệp đó rồi làm lại.",
    "file_missing": "Không thấy tệp {name}. Kiểm tra lại tên tệp hoặc cắm lại USB.",
    "file_not_readable": "Không đọc được tệp {name}. Chép lại tệp rồi thử lần nữa.",
    "cannot_write": "Không ghi được vào {name}. Chọn thư mục khác rồi làm lại.",
    "database_damaged": "Tệp dữ liệu bị hỏng. Không nhập gì thêm; khôi phục từ bản sao lưu gần nhất trong mục Sao lưu.",
    "database_newer": "Dữ liệu này do phiên bản mới hơn của phần mềm tạo ra. Cập nhật phần mềm rồi mở lại.",
    "database_busy": "Dữ liệu đang bận vì một việc khác đang ghi. Chờ một lát rồi làm lại.",
    "not_initialised": "Thư mục dữ liệu này chưa được thiết lập. Chạy bước thiết lập cơ quan trước.",
    "already_open": "Phần mềm đang mở dữ liệu này ở một cửa sổ khác. Dùng cửa sổ đó, hoặc đóng nó rồi mở lại.",
}
