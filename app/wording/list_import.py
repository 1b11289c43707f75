"""Words of the page that reads an officer's own list: what was understood, before anything is saved."""

from __future__ import annotations

TITLE = "Nhập danh sách Excel"
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
PROGRAMME = "Chương trình"
ONLY_LISTS = "Chỉ nhận tệp Excel: .xlsx, .xlsm, .xls, .ods. Chọn tệp khác."
NOT_READ = "Chưa đọc được danh sách này:"
ONLY_COMMUNE = "Chỉ xã, phường nhập danh sách hộ. Cấp trên nhận hộ qua gói dữ liệu của xã."

COUNTS = (
    "Tệp {file}: đọc {read} dòng. {new} hộ mới, {changed} hộ sửa, {unchanged} hộ như cũ, "
    "{rejected} dòng không nhận, {skipped} dòng bỏ qua."
)
SHEET = "Trang “{name}”, đầu cột ở dòng {rows}"
ENCODINGS = {"tcvn3": "chữ TCVN3", "vni": "chữ VNI", "mixed": "nhiều bảng mã chữ"}
SHEET_ENCODED = "{sheet}, {encoding}"

TAB_COLUMNS = "Cách hiểu cột"
TAB_SAMPLE = "Năm dòng đầu"
TAB_PROBLEMS = "Chỗ cần xem ({count})"
TAB_REPAIRS = "Sửa tự động ({count})"
LEFT_OUT = "Không đọc cột này"
COLUMNS_HINT = "Cột hiểu sai thì chọn lại mục tin; danh sách được đọc lại ngay."

PLACE, SENTENCE, BEFORE, AFTER, WHY = "Ô", "Nội dung", "Trong tệp", "Sẽ lưu", "Lý do"
ERROR, WARNING, LEVEL = "Không nhận", "Cần xem lại", "Mức"
NO_PROBLEMS = "Không có chỗ nào cần xem lại."
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
}
