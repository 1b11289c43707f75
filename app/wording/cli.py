"""What the command line says to people."""

PROGRAM = "Mái Ấm: theo dõi xóa nhà tạm, nhà dột nát ở xã, phường."
COMMAND = "LỆNH"
DATA = "thư mục dữ liệu"
PASSWORD_FILE = "tệp chứa mật khẩu"  # noqa: S105 - a help text
USER = "người dùng"
JSON = "in kết quả dạng JSON"
STALE = "Số liệu đã được sửa ở nơi khác. Mở lại rồi làm lại."
CANCELLED = "Đã dừng. Chưa có gì thay đổi."
INIT = "thiết lập cơ quan trên máy này"
SERIES = "chữ của dãy số giấy tờ, khi đây là máy thứ hai trở đi của cơ quan"
INITIALISED = "Đã thiết lập {name}. Dữ liệu ở {folder}."
