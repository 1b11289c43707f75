"""Words of the first run: setting an office up on this laptop."""

from __future__ import annotations

TITLE = "Thiết lập Mái Ấm"
WELCOME = "Theo dõi xóa nhà tạm, nhà dột nát ở xã, phường. Số liệu nằm trong máy này, không cần mạng."

STEPS = {
    "start": "Bắt đầu",
    "office": "Cơ quan",
    "person": "Người dùng",
    "villages": "Thôn, bản, tổ dân phố",
    "superior": "Cấp trên nhận dữ liệu",
    "done": "Xong",
}
BACK, NEXT, MAKE = "Quay lại", "Tiếp tục", "Tạo dữ liệu"
MAKING, RESTORING, PREPARING_SAMPLE = "Đang tạo dữ liệu", "Đang khôi phục", "Đang chuẩn bị dữ liệu mẫu"

# Start
OWN, OWN_MORE = "Dùng cho cơ quan tôi", "Khai tên cơ quan, người dùng, thôn bản. Mất khoảng năm phút."
RESTORE, RESTORE_MORE = (
    "Nhận bàn giao từ máy khác, khôi phục bản sao lưu",
    "Chọn tệp bàn giao (.maiam) hoặc bản sao lưu (.db) đã chép từ máy cũ hay USB.",
)
SAMPLE, SAMPLE_MORE = (
    "Dùng thử với dữ liệu mẫu",
    "Một phường mẫu, 40 hộ không có thật, để riêng, không lẫn với số liệu của cơ quan.",
)
CHOOSE_BACKUP = "Chọn tệp bàn giao hoặc bản sao lưu"

# Office
OFFICE_HELP = "Chỉ bước này và bước Người dùng phải điền. Mọi thứ sửa được về sau trong Thiết lập."
LEVEL = "Loại cơ quan"
BODY = "Khối"
PROVINCE, COMMUNE = "Tỉnh, thành phố", "Xã, phường, đặc khu"
NAME, CODE = "Tên cơ quan", "Mã cơ quan"
CODE_HELP = "Theo danh mục đơn vị hành chính. Chỉ sửa khi cấp trên cho mã khác."
MACHINE = "Đây là máy thứ mấy của cơ quan?"
MACHINES = ("Máy đầu tiên", "Máy thứ hai", "Máy thứ ba", "Máy thứ tư", "Máy thứ năm", "Máy thứ sáu")
SERIES_HELP = "Số giấy tờ in từ máy này có thêm chữ {letter}, ví dụ {example}, để hai máy không trùng số."
FIRST_MACHINE_HELP = "Số giấy tờ in từ máy này không có chữ thêm, ví dụ {example}."
DEVICE, DEVICE_DEFAULT = "Tên máy", "Máy {number}"

# Person
PERSON, POSITION = "Họ và tên", "Chức vụ"
PERSON_HELP = "Tên này đứng cạnh mỗi lần ghi số liệu trong Lịch sử thay đổi."

PIN, PIN_AGAIN = "PIN (không bắt buộc)", "Gõ lại PIN"
PIN_HELP = "Có PIN thì người khác mở máy này không xem, không ghi bằng tên này được. Đặt sau ở Tệp, PIN của tôi."
PIN_CODE = "Mã khôi phục PIN: {code}. Chép ra giấy, cất nơi kín; phần mềm không hiện lại."

# Villages
VILLAGES_HELP = (
    "Gõ tên, hoặc chép cột từ Excel rồi bấm vào ô đầu và Ctrl+V. Trưởng thôn và điện thoại có thể để trống. "
    "Thôn có trong danh sách hộ nhập từ Excel cũng tự được thêm."
)
SECOND_MACHINE_VILLAGES = "Máy thứ hai trở đi: thôn, bản có sẵn trong gói nhận từ máy thứ nhất, có thể để trống."
VILLAGE, HEAD, PHONE = "Tên thôn, bản, tổ dân phố", "Trưởng thôn, tổ trưởng", "Điện thoại"
VILLAGES_COUNT = "{count} thôn, bản, tổ dân phố"

# Superior
SUPERIOR_HELP = "Gói dữ liệu gửi lên ghi tên và mã này. Chưa biết thì chọn Chưa có, ghi sau trong Thiết lập."
HAS_SUPERIOR, NO_SUPERIOR = "Gửi dữ liệu cho", "Chưa có"
SUPERIOR_NAME, SUPERIOR_CODE = "Tên cơ quan cấp trên", "Mã cơ quan cấp trên"
SUPERIOR_CODE_HELP = "Phải giống mã trên máy cấp trên, thường là mã tỉnh."

# Done
DONE = "Đã thiết lập {office}."
DATA_AT = "Dữ liệu ở {folder}. Mỗi ngày phần mềm tự sao lưu một lần vào thư mục backups."
RESTORED = "Đã khôi phục {office}."
RESTORED_LACKS = "Còn thiếu {count} ảnh: chép thư mục mai-am-anh nằm cạnh bản sao lưu rồi khôi phục lại."
RESTORED_SERIES = "Máy này có dãy số giấy tờ mới, thêm chữ {letter}, để không trùng với máy cũ."
SECOND_MACHINE = (
    "Trên máy thứ nhất: vào Gửi – nhận dữ liệu, bấm Tạo gói cho máy khác của cơ quan. Rồi nhận gói đó ở máy này."
)
IMPORT_LIST, ADD_HOUSEHOLD, RECEIVE, OPEN = "Nhập danh sách Excel", "Thêm hộ đầu tiên", "Nhận gói", "Mở phần mềm"
GUIDE = "Xem hướng dẫn"

# Problems of the steps
MISSING_PLACE = "Chưa chọn {label}. Gõ vài chữ của tên, không cần dấu, rồi chọn."
FIRST_RUN_PROBLEMS: dict[str, str] = {
    "place_missing": MISSING_PLACE,
    "superior_missing": "Chưa gõ tên và mã cấp trên. Gõ cả hai, hoặc chọn Chưa có.",
}
