"""One sentence for each fault of the world: what happened, what it means, what to do."""

from __future__ import annotations

from app.wording.exchange import TROUBLES as EXCHANGE_TROUBLES
from app.wording.paper_settings import PAPER_SETTINGS_TROUBLES
from app.wording.paperwork import SCAN_TROUBLES
from app.wording.photo_parts import PHOTO_PART_TROUBLES
from app.wording.succession import SUCCESSION_TROUBLES

TROUBLES: dict[str, str] = {
    **EXCHANGE_TROUBLES,
    **PAPER_SETTINGS_TROUBLES,
    **PHOTO_PART_TROUBLES,
    **SCAN_TROUBLES,
    **SUCCESSION_TROUBLES,
    "picture_unreadable": "Không đọc được ảnh {name}. Chọn ảnh khác, hoặc mở ảnh rồi lưu lại thành tệp JPG.",
    "picture_heic": "Ảnh {name} là kiểu HEIC của iPhone. Trên iPhone mở Cài đặt, Camera, Định dạng, chọn "
    "Tương thích nhất, hoặc gửi ảnh qua Zalo rồi lưu lại thành JPG.",
    "picture_too_large": "Ảnh {name} quá lớn. Chụp lại hoặc thu nhỏ ảnh rồi thêm lại.",
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
    "backup_damaged": "Tệp {name} không phải bản sao lưu dùng được. Chọn bản sao lưu khác. "
    "Dữ liệu hiện có không thay đổi.",
    "backup_newer": "Bản sao lưu {name} do phiên bản mới hơn của phần mềm tạo ra. Cập nhật phần mềm rồi khôi phục lại. "
    "Dữ liệu hiện có không thay đổi.",
    "backup_needs_password": "Bản sao lưu {name} có mật khẩu. Gõ mật khẩu đã đặt khi sao lưu rồi làm lại.",
    "backup_wrong_password": "Không mở được bản sao lưu {name}: mật khẩu chưa đúng hoặc tệp bị hỏng. "
    "Gõ lại mật khẩu, hoặc chọn bản sao lưu khác. Dữ liệu hiện có không thay đổi.",
    "no_room": "Chưa ghi được ra {name}: còn trống {free} MB, cần {needed} MB. Chọn nơi khác hoặc dọn bớt tệp ở đó. "
    "Số liệu trong máy không bị ảnh hưởng.",
    "backup_place_gone": "Không thấy nơi sao lưu {name}. Cắm lại USB, hoặc chọn nơi khác trong Thiết lập, mục Sao lưu.",
    "printer_refuses": "Máy in không nhận việc in. Kiểm tra máy in đã bật và còn giấy rồi in lại.",
    "already_open": "Phần mềm đang mở dữ liệu này ở một cửa sổ khác. Dùng cửa sổ đó, hoặc đóng nó rồi mở lại.",
    "file_empty": "Tệp {name} trống, có thể chép chưa xong. Chép lại tệp rồi thử lần nữa.",
    "file_is_folder": "{name} là thư mục, không phải tệp. Chọn một tệp trong thư mục đó.",
    "file_not_workbook": "Tệp {name} không phải bảng tính Excel. Chọn tệp .xlsx, hoặc mở tệp bằng Excel rồi lưu thành "
    "kiểu Excel Workbook (.xlsx).",
    "file_old_excel": "Tệp {name} là kiểu Excel cũ (.xls). Mở bằng Excel, chọn Lưu thành (Save As) kiểu Excel Workbook "
    "(.xlsx) rồi chọn lại tệp mới.",
    "file_ods": "Tệp {name} là kiểu LibreOffice (.ods). Mở bằng LibreOffice, lưu thành kiểu Excel (.xlsx) rồi chọn lại "
    "tệp mới.",
    "file_not_locked": "Chưa đặt được mật khẩu của tệp {name} cho tệp lỗi nên không ghi. "
    "Bỏ mật khẩu của tệp rồi thử lại.",
    "file_password": "Tệp {name} có mật khẩu nên không đọc được. Mở bằng Excel, bỏ mật khẩu, lưu lại rồi thử lần nữa.",
    "file_not_table": "Tệp {name} không phải bảng tính. Chọn tệp Excel (.xlsx, .xlsm, .xls), LibreOffice (.ods) "
    "hoặc tệp .csv.",
    "file_binary_workbook": "Tệp {name} là kiểu Excel nhị phân (.xlsb). Mở bằng Excel, chọn Lưu thành (Save As) kiểu "
    "Excel Workbook (.xlsx) rồi chọn lại tệp mới.",
    "workbook_password": "Tệp {name} có mật khẩu. Nhập mật khẩu của tệp để đọc.",
    "workbook_password_wrong": "Mật khẩu của tệp {name} không đúng. Nhập lại; chú ý chữ hoa, chữ thường.",
    "file_damaged": "Tệp {name} bị hỏng hoặc chép chưa xong. Chép lại từ máy gốc, hoặc mở bằng Excel rồi lưu lại; "
    "chưa có gì thay đổi.",
    "file_too_large": "Tệp {name} quá lớn (phần mềm đọc tệp đến {limit} MB). Bỏ ảnh và trang thừa rồi thử lại; "
    "chưa có gì thay đổi.",
    "file_too_many_cells": "Tệp {name} có quá nhiều ô (tối đa 200.000 dòng và 300 cột mỗi trang, 5 triệu ô cả tệp). "
    "Xóa các dòng, cột trống đã kẻ khung ở cuối trang rồi lưu lại; chưa có gì thay đổi.",
    "file_too_many_sheets": "Tệp {name} có hơn {limit} trang tính. Tách thành nhiều tệp rồi nhập từng tệp; "
    "chưa có gì thay đổi.",
    "file_hostile": "Tệp {name} có cấu tạo bất thường, có thể gây hại nên không mở. Xin lại tệp từ người gửi; "
    "chưa có gì thay đổi.",
    "file_too_slow": "Đọc tệp {name} quá lâu nên đã dừng. Tách tệp nhỏ hơn rồi thử lại; chưa có gì thay đổi.",
    "file_needs_memory": "Tệp {name} cần quá nhiều bộ nhớ để đọc. Tách tệp nhỏ hơn rồi thử lại; chưa có gì thay đổi.",
    "file_reader_died": "Không đọc được tệp {name}: phần đọc tệp đã dừng giữa chừng. Mở tệp bằng Excel, lưu lại rồi "
    "thử lần nữa; chưa có gì thay đổi.",
    "file_kept_beside": "Tệp {name} đang mở ở chương trình khác nên tệp mới được lưu với tên {kept}. "
    "Đóng tệp cũ rồi dùng tệp mới.",
    "no_vietnamese_font": "Máy chưa có phông chữ đủ dấu tiếng Việt nên chưa in được. Cài phông Times New Roman "
    "(trên Linux: gói fonts-croscore) rồi in lại.",
    "glyph_missing": "Phông {font} không có ký tự “{character}” ({codepoint}) nên chưa in. Sửa ký tự đó rồi in lại.",
    "paper_not_readable": "Không đọc được nội dung đã in của biên bản này. Khôi phục từ bản sao lưu rồi in lại.",
    "text_too_long": "Đoạn chữ “{text}…” dài hơn {limit} ký tự nên Excel không giữ được. Rút ngắn rồi làm lại.",
}
