"""Words of the page that reads an officer's own list: what was understood, before anything is saved."""

from __future__ import annotations

TITLE = "Nhập danh sách Excel"
STEPS = ("Chọn tệp", "Hiểu cột", "Sửa chữ", "Quyết định", "Xong")
STEP_BEHIND, STEP_ON, STEP_AHEAD = "✓ {name}", "▸ {number}. {name}", "{number}. {name}"
STEP_TOLD = "Bước {number} trên {of}: {name}"
PASSWORD, PASSWORD_OPEN = "Mật khẩu của tệp", "Mở tệp"
BACK, NEXT = "Quay lại", "Tiếp tục"
SAVE_ERRORS, SAVING_ERRORS, ERRORS_NAME = "Lưu tệp lỗi", "Đang ghi tệp lỗi", "{name} - lỗi nhập"
IMPORT_ANOTHER, SEE_HOUSEHOLDS = "Nhập tệp khác", "Xem danh sách hộ"
CHOOSE = "Chọn tệp Excel"
CHOOSE_OTHER = "Chọn tệp khác"
TEMPLATE = "Lưu tệp mẫu để điền"
EMPTY = (
    "Thả tệp danh sách vào đây, hoặc chọn tệp. Danh sách nào có cột họ tên chủ hộ đều đọc được; "
    "phần mềm cho xem trước, chưa lưu gì."
)
READING, SAVING = "Đang đọc danh sách", "Đang nhập danh sách"
DO_IMPORT = "Nhập {count} hộ"
NOTHING_TO_IMPORT = "Không có hộ nào cần nhập"
PROGRAMME, PAID_FROM, SHEETS = "Chương trình", "Tiền đã chi từ nguồn", "Đọc các trang"
ONLY_LISTS = "Chỉ nhận tệp danh sách: .xlsx, .xlsm, .xls, .ods, .csv. Chọn tệp khác."
NOT_READ = "Chưa đọc được danh sách này:"
FOR_COMMUNE = "Giữ hộ thay cho xã"
FOR_COMMUNE_HINT = "chỉ xã chưa dùng phần mềm; xã dùng rồi thì gửi gói dữ liệu"
COMMUNE_FIRST = "Tệp {file} là của xã nào? Chọn xã chưa dùng phần mềm, danh sách được đọc ngay."
KEEP_UNMAPPED = "Giữ {count} cột không đọc làm ghi chú của hộ"
SKIP_HIDDEN = "Bỏ qua {count} dòng bị ẩn trong tệp"

COUNTED = ("read", "new", "changed", "unchanged", "rejected", "skipped")
COUNTS = (
    "Tệp {file}: đọc {read} dòng. {new} hộ mới, {changed} hộ sửa, {unchanged} hộ như cũ, "
    "{rejected} dòng không nhận, {skipped} dòng bỏ qua."
)
SHEET = "Trang “{name}”, đầu cột ở dòng {rows}"
ENCODINGS = {"tcvn3": "chữ TCVN3", "vni": "chữ VNI", "mixed": "nhiều bảng mã chữ"}
SHEET_ENCODED = "{sheet}, {encoding}"

TAB_SAMPLE = "Năm dòng đầu"
REPAIR_KINDS, REPAIR_KIND = "Loại sửa", "{why} ({count})"
REPAIRS_HINT = "Ô nào bỏ dấu chọn thì giữ nguyên như trong tệp."
ROW_PLACE, ROW_HEAD, FATE, ROW = "Dòng", "Chủ hộ", "Sẽ thế nào", "{sheet}, dòng {row}"
FATES = {"": "Tất cả", "new": "Hộ mới", "changed": "Sửa hộ đã có", "unchanged": "Như cũ", "rejected": "Không nhận"}
FATE_COUNT = "{fate} ({count})"
DIFFERENCE = "{label}: “{old}” → “{new}”."
DONE_WHOLE = "Đã nhập xong. Mọi dòng đều được nhận."
DONE_WITH_ERRORS = (
    "Đã nhập xong, còn {rejected} dòng không nhận. Lưu tệp lỗi, sửa các ô tô màu rồi nhập lại chính tệp đó."
)
LEFT_OUT = "Không đọc cột này"
COLUMNS_HINT = "Cột hiểu sai thì chọn lại mục tin; danh sách được đọc lại ngay."

PLACE, SENTENCE, BEFORE, AFTER, WHY = "Ô", "Nội dung", "Trong tệp", "Sẽ lưu", "Lý do"
ERROR, WARNING, LEVEL = "Không nhận", "Cần xem lại", "Mức"
NO_REPAIRS = "Không có chỗ nào phải sửa tự động."
DONE = "Đã nhập tệp {file}: {new} hộ mới, {changed} hộ sửa. {rejected} dòng không nhận."
DONE_ALL = "Đã nhập tệp {file}: {new} hộ mới, {changed} hộ sửa."
TEMPLATE_NAME = "mau-danh-sach-ho"
TEMPLATE_DONE = "Đã lưu tệp mẫu {name}. Điền vào tệp rồi nhập lại ở trang này."
SAMPLE_COLUMNS = {
    "code": "Mã hộ",
    "head_name": "Họ và tên chủ hộ",
    "birth": "Ngày, năm sinh",
    "gender": "Nam, nữ",
    "citizen_id": "Số căn cước",
    "ethnicity": "Dân tộc",
    "phone": "Điện thoại",
    "village": "Thôn",
    "address": "Địa chỉ",
    "category": "Đối tượng",
    "member_count": "Nhân khẩu",
    "work_type": "Hình thức",
    "requested_amount": "Mức đề nghị",
    "area_m2": "Diện tích",
    "house_description": "Hiện trạng nhà",
    "land_papers": "Giấy tờ đất",
    "note": "Ghi chú",
    "commune": "Xã, phường",
    "district": "Huyện",
    "opening": "Trước khi dùng phần mềm",
}
OPENING_DECIDED, OPENING_PAID = "duyệt {amount}", "đã chi {amount}"
