"""Words of the page "Gửi – nhận dữ liệu"."""

from __future__ import annotations

from collections.abc import Mapping

TITLE = "Gửi – nhận dữ liệu"
SEND, RECEIVE, BOTH = "Gửi", "Nhận", "Đã gửi, đã nhận"
MAKE_UP, MAKE_DOWN = "Tạo gói gửi cấp trên", "Tạo gói gửi xã"
MAKE_OWN = "Tạo gói cho máy khác của cơ quan"
CHOOSE_FILES = "Chọn tệp…"

# Sending
TO = "Gửi {office}"
CHANGED = (
    "Gói lần này mang {operations} thay đổi ({new} hộ mới, {changed} hộ thay đổi), là phần nơi nhận chưa xác nhận "
    "đã có. Lần gửi trước: {when}."
)
HEARD = "Gói nhận gần nhất của nơi đó: {when}."
NOTHING_NEW = "Nơi nhận đã có mọi thay đổi. Lần gửi trước: {when}."
IN_ALL = "Trong gói có danh sách để xem và in: {households} hộ, số tiền đã duyệt {approved}."
ROWS = "Gồm: {rows}."
NO_SUPERIOR = "Chưa khai báo cấp trên nhận dữ liệu. Khi biết nơi nhận, ghi vào Thiết lập rồi tạo gói ở đây."
NO_COMMUNES = "Chưa nhận gói của xã nào. Nhận gói đầu tiên của xã, rồi tạo gói gửi lại cho xã ở đây."
RECEIVE_FIRST = "Nhận gói"
COUNTING = "Đang xem có gì thay đổi…"
WHERE = "Chọn thư mục hoặc USB để ghi gói"
MAKING = "Tạo gói"
MADE = "Đã tạo {count} gói trong {folder}."
MADE_FILE = "Đã tạo gói gửi {office}, {operations} thay đổi: {file}"
MADE_SEVERAL = "Số liệu lớn nên chia nhiều tệp: gửi đủ các tệp, nơi nhận nhận tệp nào trước cũng được."
WHAT_NEXT = "Gửi nguyên tệp này qua USB hoặc thư điện tử. Không đổi tên trang, không sửa phần ẩn."
OPEN_FOLDER = "Mở thư mục"

# Receiving
DROP = "Thả tệp gói hoặc danh sách Excel vào đây"
DROP_MORE = "gói, phần ảnh, phiếu đề nghị, cả thư mục; hoặc bấm để chọn tệp"
CHOOSE_TITLE = "Chọn tệp gói hoặc danh sách Excel"
RECEIVING = "Nhận gói"
BACKUP_FIRST = "Sao lưu trước khi nhận"
LOOK_NOW, COPY_REQUEST = "Xem ngay", "Chép lời đề nghị gửi lại"
COPIED = "Đã chép. Dán vào tin nhắn hoặc công văn gửi nơi lập gói."
IS_LIST = "Tệp {name} là danh sách Excel, không phải gói dữ liệu."
IMPORT_LIST = "Nhập danh sách"
IS_LIST_ABOVE = (
    "Tệp {name} là danh sách Excel. Xã đã dùng phần mềm thì xã tự nhập rồi gửi gói; nơi này chỉ giữ hộ thay cho xã "
    "chưa dùng phần mềm."
)
LIST_OF_COMMUNE = "Tệp {name} là danh sách hộ của xã: chuyển tệp cho xã đó nhập, rồi nhận gói của xã ở đây."
LISTS_LEFT = "Còn {count} danh sách ở Gửi – nhận dữ liệu, tab Nhận: nhập xong tệp này thì quay lại nhập tiếp."
STOPPED = "Đã dừng. {count} tệp đã nhận xong, các tệp còn lại chưa nhận."

# What came and went
UNIT = "gói"
NO_PACKAGES = "Chưa gửi, chưa nhận gói nào."
AT, WAY, OFFICE, NUMBER, RESULT, FILE = "Lúc", "Gửi, nhận", "Cơ quan", "Gói số", "Kết quả", "Tệp"
SENT, RECEIVED = "Gửi đi", "Nhận về"
SENT_RESULT = "Đã tạo, {operations} thay đổi"
RECEIVED_RESULT = "Đã nhận, {new} thay đổi mới"
RESULTS = {
    "quarantined": "Tạm giữ, chưa nhập",
    "refused": "Không nhận",
    "already": "Đã nhận trước đây",
    "undone": "Đã gỡ",
    "discarded": "Đã bỏ, chưa nhập",
    "requested": "Đề nghị gửi lại",
}


def result_text(incoming: bool, result: str, report: Mapping[str, object]) -> str:
    """What became of a package, in a few words."""
    operations = report.get("operations")
    if not incoming and result not in RESULTS:
        return SENT_RESULT.format(operations=operations if isinstance(operations, int) else 0)
    if result == "merged" and isinstance(operations, dict):
        return RECEIVED_RESULT.format(new=operations.get("new", 0))
    return RESULTS.get(result, result)
