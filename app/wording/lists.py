"""Officers' own lists: what is said about their rows, their report, their template and their commands."""

from __future__ import annotations

LIST_PROBLEMS: dict[str, str] = {
    "citizen_id_twice": "Số căn cước này đã có ở dòng {row}, trang {sheet} của tệp. Bỏ một dòng hoặc sửa lại số.",
    "household_twice": "Hộ trùng họ tên, năm sinh và thôn với dòng {row}, trang {sheet} của tệp. "
    "Ghi số căn cước để phân biệt, hoặc bỏ một dòng.",
    "household_ambiguous": "Có {count} hộ trong máy cùng số căn cước, hoặc cùng họ tên, năm sinh và thôn, "
    "nên không rõ là hộ nào. Xem lại các hộ đó rồi nhập lại.",
    "household_unclear": "Trong máy có hộ cùng họ tên nhưng thiếu năm sinh hoặc thôn nên không rõ có phải hộ này. "
    "Ghi số căn cước, hoặc bổ sung hộ đã có, rồi nhập lại.",
    "household_accents": "Danh sách ghi “{listed}”, hộ đã có trong máy là “{here}”, cùng năm sinh và thôn nên "
    "coi là một; tên trong máy giữ nguyên. Nếu là hai người, ghi số căn cước rồi nhập lại.",
    "household_other_id": "Hộ cùng họ tên, năm sinh và thôn trong máy có số căn cước khác. Kiểm tra có phải là hai hộ.",
    "village_ambiguous": "Có nhiều thôn cùng tên “{text}”. Ghi đủ tên thôn như trong máy.",
    "village_refused": "Thôn “{text}” chưa có trong máy. Thêm thôn hoặc sửa lại tên thôn.",
    "commune_other": "Dòng này ghi “{text}”, nay là: {names}; không phải xã, phường của cơ quan. "
    "Bỏ dòng này nếu hộ ở nơi khác.",
    "commune_divided": "“{text}” đã chia về nhiều nơi: {names}. Kiểm tra hộ này thuộc nơi nào.",
    "commune_unknown": "Không rõ xã, phường “{text}”. Kiểm tra hộ này có thuộc địa bàn không.",
    "column_ambiguous": "Cột “{heading}” trùng ý với một cột khác nên chưa dùng. Đổi tên tiêu đề cho rõ rồi nhập lại.",
    "rows_hidden": "Trang này có {count} dòng ẩn vẫn được đọc. Xem lại nếu các dòng đó không thuộc danh sách.",
    "formula_uncalculated": "Ô là công thức chưa được tính. Mở tệp bằng Excel, lưu lại rồi nhập lại.",
    "formula_error": "Ô là công thức bị lỗi (như #REF!, #N/A). Sửa công thức hoặc ghi giá trị.",
    "list_no_table": "Không thấy bảng danh sách hộ trong tệp {name}. Bảng cần một dòng tiêu đề có cột "
    "“Họ và tên chủ hộ”; có thể lấy tệp mẫu rồi chép danh sách vào.",
    "list_only_hidden": "Các trang đang hiện của tệp {name} không có bảng danh sách hộ. Tệp có trang bị ẩn: {sheets}. "
    "Mở tệp, bỏ ẩn trang cần nhập rồi nhập lại.",
    "list_nothing_saved": "Đã đọc {read} dòng của tệp {name}, không lưu được dòng nào: {count} dòng không nhận, "
    "{skipped} dòng bỏ qua. Sửa các chỗ đã nêu rồi nhập lại.",
    "mapping_unfit": 'Tệp ghép cột {name} không đọc được. Tệp cần có dạng {{"tiêu đề": "mục tin"}}.',
    "list_empty": "Bảng danh sách trong tệp {name} không có dòng nào. Điền danh sách rồi nhập lại.",
    "sheet_unknown": "Tệp {name} không có trang tính “{sheet}”. Chọn một trong các trang: {sheets}.",
    "mapping_unknown": "Phần mềm không có mục “{text}” để ghép cột. Các mục: {fields}.",
    "repair_unknown": "Không có loại sửa tự động “{text}”. Các loại: {kinds}.",
}

TEMPLATE_TITLE = "DANH SÁCH HỘ ĐỀ NGHỊ HỖ TRỢ NHÀ Ở"
TEMPLATE_NOTE = (
    "Mỗi hộ một dòng, chỉ bắt buộc họ và tên chủ hộ; ô chưa rõ để trống. Ô có mũi tên: chọn trong danh sách hoặc gõ "
    "như quen viết. Năm sinh ghi đủ bốn chữ số, tiền ghi bằng đồng."
)
TEMPLATE_SHEET = "Danh sách hộ"
READING = "Đang đọc tệp danh sách…"
SAVING = "Đang lưu danh sách…"
IMPORTED = (
    "Đã đọc {read} dòng của tệp {file}: {new} hộ mới, {changed} hộ sửa, {unchanged} hộ như cũ, "
    "{rejected} dòng không nhận, {skipped} dòng bỏ qua; {repairs} chỗ sửa tự động."
)
UNUSED = "Trang {sheet}, cột không đọc: {headings}."
PASSED_OVER = "Không đọc trang {sheets}. Trang nào là danh sách hộ thì chọn thêm."
PASSED_OVER_SHEET = {"hidden": "“{name}” (bị ẩn trong tệp)", "no_table": "“{name}” (không thấy bảng danh sách hộ)"}
KNOWN_BY = "Là hộ đã có: {who} (khớp {by})."
TRIED = "Chạy thử, chưa lưu gì."
TEMPLATE_WRITTEN = "Đã ghi tệp mẫu {file}."

COMMAND_GROUP = "danh sách của cán bộ"
COMMAND_IMPORT = "nhập danh sách hộ từ tệp Excel"
COMMAND_TEMPLATE = "ghi tệp danh sách mẫu để điền"
ARG_FILE = "tệp danh sách: .xlsx, .xlsm, .xls, .ods hoặc .csv"
ARG_SHEET = "trang tính cần nhập; không ghi là mọi trang"
ARG_PROGRAMME = "mã chương trình của danh sách"
ARG_DRY_RUN = "chỉ đọc và báo, không lưu"
ARG_MAPPING = "tệp JSON ghép tiêu đề cột với mục tin"
ARG_REFUSE = "loại sửa tự động, hoặc ô (Trang!B7), không muốn sửa; cách nhau bằng dấu phẩy"
ARG_UNMAPPED = "cột không ghép được: note để giữ vào ghi chú, drop để bỏ"
ARG_SKIP_HIDDEN = "không nhập các dòng ẩn trong tệp"
ARG_OPENS_WITH = "mật khẩu của tệp"
ARG_OUT = "tệp mẫu sẽ ghi"
