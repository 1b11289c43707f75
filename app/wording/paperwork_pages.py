"""Words of the page "Giấy tờ" and of the tab "Giấy tờ" of a dossier."""

from __future__ import annotations

from app.wording.paperwork import kind_name

PAGE = "Giấy tờ"
MISSING_TAB, BATCH_TAB, BLANK_TAB, REGISTER_TAB = "Hồ sơ còn thiếu", "In theo lô", "Biểu mẫu trống", "Sổ số"
EVERYTHING_THERE = "Mọi hồ sơ đã đủ giấy."
UNIT = "hồ sơ"

# Hồ sơ còn thiếu
PRINT_MISSING = "In giấy còn thiếu"
ANY_KIND, KIND_FILTER = "Mọi loại giấy", "Lọc theo loại giấy"
LACKING_FILTER = "Lọc theo việc còn thiếu"
LACKING = {
    "missing": "Chưa có, chưa ký",
    "none": "Chưa có",
    "printed": "Đã in, chưa ký",
    "signed": "Đã ký, chưa quét",
    "all": "Mọi hồ sơ",
    "closed": "Mọi hồ sơ, cả đã đóng",
}
SUM = "{none} giấy chưa có, {unsigned} giấy chưa ký"
BY_VILLAGE = "Thiếu theo thôn"
VILLAGE_COLUMNS = ("Thôn", "Hồ sơ", "Còn thiếu", "Chưa có", "Chưa ký")
NO_VILLAGE = "(chưa rõ thôn)"
VILLAGES_HINT = "Enter hoặc bấm hai lần: chỉ xem thôn đó."
SCAN_HINT = "Thả bản quét (PDF, JPG, PNG) vào ô của giấy. Enter ở ô: những việc làm được."
CLOSED = "đã đóng"

# What can be done
OPEN_DOSSIER = "Mở hồ sơ hộ"
PRINT_THIS = "Xem và in: {kind}"
PRINT_ALL_OF = "Xem và in giấy còn thiếu của hộ"
NOTE_SIGNED = "Ghi đã ký…"
ADD_SCAN = "Gắn bản quét…"
OPEN_SCAN = "Xem bản quét {day}: {name}"
TAKE_OFF_SCAN = "Gỡ bản quét {day}: {name}"
TAKE_OFF_MARK = "Gỡ dấu {state} ngày {day}"
BIND = "Hồ sơ thành một tệp PDF…"
CLOSE, REOPEN = "Đóng hồ sơ…", "Mở lại hồ sơ…"
NOT_ASKED = "Chương trình không yêu cầu giấy này"
DUE_LATER = "Nhà chưa đến bước cần giấy này"
CELL_TIP = "{kind}: {state}"
CELL_DAY, CELL_SIGNER = "ngày {day}", "{signer}"
SCANS = "{count} bản quét"

# Forms
SIGNED_TITLE, SIGNED_CONFIRM = "Ghi giấy đã ký", "Ghi đã ký"
KIND, SIGNED_ON, SIGNER, NOTE = "Loại giấy", "Ngày ký", "Người ký", "Ghi chú"
SCAN_TITLE, SCAN_CONFIRM = "Gắn bản quét", "Gắn bản quét"
FILE = "Tệp"
TOGETHER = "Gắn cho cả {count} hộ cùng có tên trong giấy này"
SCANNING, MARKING, CLOSING, REOPENING = "Đang đọc bản quét", "Ghi giấy đã ký", "Đóng hồ sơ", "Mở lại hồ sơ"
CHOOSE_SCAN = "Chọn bản quét"
CLOSE_TITLE, CLOSE_CONFIRM = "Đóng hồ sơ", "Đóng {count} hồ sơ"
CLOSED_ON, REASON = "Ngày đóng", "Lý do khi còn thiếu giấy"
REOPEN_TITLE, REOPEN_CONFIRM, REOPEN_REASON = "Mở lại hồ sơ", "Mở lại", "Lý do"
REOPENED = "Đã mở lại hồ sơ."
SCAN_REMOVED, MARK_REMOVED = "Đã gỡ bản quét khỏi hồ sơ, tệp vẫn giữ.", "Đã gỡ dấu trên giấy."
SCAN_GONE = "Tệp của bản quét này chưa về máy (chờ ảnh). Nhận phần ảnh đi cùng gói, hoặc khôi phục bản sao lưu có tệp."
SCAN_NOT_OPENED = "Máy chưa có chương trình mở tệp này. Cài một chương trình đọc PDF rồi mở lại."
ONE_SCAN = "Mỗi lần thả một tệp vào một ô. Nhiều trang của một giấy: quét thành một tệp PDF."
DROP_ON_PAPER = "Thả vào ô của một giấy, không phải vào tên hộ."

# Papers in sight
SET_TITLE = "Giấy của {count} hộ"
SET_STATE = "{papers} giấy, {pages} trang."
SET_LEFT = "Chưa in được: {left}. Ghi bước đó trước, hoặc lấy từ hồ sơ giấy."
SET_DRAWING, SET_PRINTING, SET_SAVING = "Đang lập giấy", "Đang in", "Đang lưu"
SET_SAVED = "Đã lưu {papers} giấy vào {file}."
SET_PRINTED = "Đã gửi {papers} giấy, {pages} trang ra máy in."
SET_FILE = "giay-to.pdf"
NO_SET = "Không có giấy nào còn thiếu mà phần mềm in được. Giấy làm trước khi dùng phần mềm thì gắn bản quét."
PREVIEW, PRINT, SAVE_PDF, CLOSE_PANE = "Xem trước", "In", "Lưu PDF", "Đóng"
BINDING, BOUND = "Đang ghép hồ sơ", "Đã lưu hồ sơ {pages} trang vào {file}."
BIND_FILE = "ho-so.pdf"

# In theo lô
BATCH_KINDS, BATCH_HINT = "Giấy cần in", "Đánh dấu giấy ở đây, đánh dấu hộ ở danh sách, rồi bấm Xem và in."
BATCH_PRINT = "Xem và in"
TICK_KIND = "Chưa chọn loại giấy nào. Đánh dấu ít nhất một loại rồi bấm lại."

# Biểu mẫu trống
BLANK_HINT = "Enter: xem biểu mẫu. In hoặc lưu ở bên phải."
BLANK_FORM, BLANK_GROUP, BLANK_UNIT = "Biểu mẫu", "Nhóm", "mẫu"

# Sổ số
REGISTER_NONE = "Chưa có số nào trong sổ. Số vào đây khi in giấy có số, hoặc khi ghi số văn thư cấp."
ANY_YEAR, YEAR_FILTER, ANY_SYMBOL, SYMBOL_FILTER = "Mọi năm", "Lọc theo năm", "Mọi ký hiệu", "Lọc theo ký hiệu"
REGISTER_COLUMNS = ("Số, ký hiệu", "Năm", "Ngày", "Loại giấy", "Chủ hộ", "Tình trạng", "Lý do hủy")
ENTRIES = {"used": "đang dùng", "void": "đã hủy", "typed": "văn thư cấp", "gap": "bỏ trống"}
REGISTER_UNIT = "số"
REGISTER_SUM = "{void} số đã hủy, {gap} số bỏ trống"

# Tab of a dossier
PANEL = "Giấy tờ"
IN_FILE = "Trong hồ sơ {done}/{total} giấy chương trình yêu cầu"
FILE_CLOSED = "Hồ sơ đã đóng ngày {day}"
FILE_CLOSED_WITH = "Hồ sơ đã đóng ngày {day}, lý do: {reason}"
MORE_PAPERS = "Giấy khác trong hồ sơ"
OTHER_SCAN = "Gắn bản quét giấy khác…"
DROP_HERE = "Thả bản quét vào đây, hoặc bấm “Gắn bản quét…” ở dòng của giấy."
DO = "Việc"


def signed_text(kind: str, count: int) -> str:
    """What is said after papers were noted as signed."""
    return f"Đã ghi {count} {_low(kind)} đã ký."


def scanned_text(kind: str, count: int) -> str:
    """What is said after a scan was taken in."""
    return f"Đã gắn bản quét {_low(kind)}." if count == 1 else f"Đã gắn bản quét {_low(kind)} cho {count} hộ."


def closed_text(count: int, left: int) -> str:
    """What is said after files were closed; `left` are those that could not be."""
    more = f" {left} hồ sơ chưa đóng được." if left else ""
    return f"Đã đóng {count} hồ sơ.{more}"


def _low(kind: str) -> str:
    name = kind_name(kind)
    return name[:1].lower() + name[1:]
