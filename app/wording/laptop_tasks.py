"""What "Cần xử lý" says of laptops: numbers that have not come, copied folders, clocks that are wrong."""

from __future__ import annotations

LAPTOP_OF = "“{name}” của {office}"
NUMBER, NUMBERS = "số {first}", "số {first} đến {last}"
#: Whose records: of a commune, of an upper office for those below it, of its own for those above.
STREAMS = {
    "": "số liệu của {office}",
    "down": "phần {office} gửi xuống",
    "own": "phần riêng của {office}",
}

GAP = (
    "Thiếu gói: chưa nhận {numbers} của máy {laptop} ({stream}). Số liệu đã nhận vẫn dùng được. "
    "Lập phiếu đề nghị gửi lại và gửi nơi đó; nhận đủ thì việc này tự hết."
)
GAP_RETIRED = (
    "Thiếu gói: chưa nhận {numbers} của máy {laptop} ({stream}), máy đã ngừng dùng. Phần gửi sau không tự vào được: "
    "hỏi nơi đó còn gói cũ thì nhận, không còn thì nhập tay các số liệu dưới đây."
)
ABSENT = (
    "Có {count} mục đang chờ phần đầu do máy khác ghi. Nhận thêm gói của nơi gửi, hoặc lập phiếu đề nghị gửi lại; "
    "nhận đủ thì việc này tự hết."
)
ASKED = "Đã đề nghị gửi lại lúc {at} (phiếu {file})."
WAITING_VALUE = "{entity}: {field} = {value} ({by}, {day})"
MORE_WAITING = "và {count} số liệu khác"

FORK = (
    "Máy trùng dữ liệu: máy {device} có hai nhánh từ số {seq} ({stream}). Thư mục đã chép sang máy khác, "
    "hoặc khôi phục bản cũ rồi làm tiếp. Số liệu của cả hai vẫn giữ đủ."
)
CLOCK_BACK = (
    "Hôm nay máy này là ngày {today}, trước ngày ghi sổ gần nhất {last}. Xem lại ngày giờ của máy, sửa cho đúng "
    "rồi làm tiếp."
)
CLOCK_AHEAD = (
    "Máy {laptop} ghi ngày {day}, chạy trước máy này hơn một ngày. Gọi nơi đó chỉnh lại ngày giờ của máy. "
    "Số liệu nhận về vẫn dùng được."
)
CLOCK_SEEN = "Ngày giờ đã chỉnh, hoặc nay đã đúng"
