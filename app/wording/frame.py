"""Words of the window's frame: navigation, menus, status bar, messages about long work and about faults."""

from __future__ import annotations

from collections.abc import Iterable

PROGRAM = "Mái Ấm"

# Buttons of messages
OK = "Đã hiểu"
YES, NO = "Đồng ý", "Thôi"
CLOSE = "Đóng"
UNDO = "Hoàn tác"
STOP = "Dừng lại"
SAVE_AS = "Lưu vào đâu"

# Kinds of files in file dialogs
FILE_KINDS: dict[str, str] = {
    "workbook": "Tệp Excel (*.xlsx *.xlsm *.xls *.ods)",
    "list": "Tệp danh sách (*.xlsx *.xlsm *.xls *.ods *.csv)",
    "card": "Thẻ máy Mái Ấm (*.json)",
    "package": "Gói, phần ảnh, danh sách Excel (*.xlsx *.zip *.xlsm *.xls *.ods)",
    "new_workbook": "Tệp Excel (*.xlsx)",
    "pdf": "Tệp PDF (*.pdf)",
    "word": "Tệp Word (*.docx)",
    "plan": "Tệp kế hoạch (*.toml)",
    "backup": "Bản sao lưu (*.db *.maiam *.sqlite)",
    "handed": "Tệp bàn giao Mái Ấm (*.maiam)",
    "photo": "Ảnh (*.jpg *.jpeg *.png)",
    "scan": "Bản quét (*.pdf *.jpg *.jpeg *.png)",
    "support": "Tệp hỗ trợ (*.zip)",
    "any": "Mọi tệp (*)",
}

CHOOSE_ONE = "Chưa chọn dòng nào. Đứng ở một dòng rồi bấm lại."

#: What stands between a page and its tab where a plan names a place of the window.
PLACE_MARK = "›"
NO_SUCH_PAGE = "Cơ quan này không dùng trang {page}."

# Navigation
HOUSES, MONEY, COMMON_WORK, EXCHANGE = "HỘ VÀ NHÀ", "TIỀN VÀ ĐÓNG GÓP", "CÔNG VIỆC CHUNG", "TRAO ĐỔI"
TODAY_PAGE = "Việc hôm nay"
HOUSEHOLDS_PAGE = "Hộ gia đình"
DECISIONS_PAGE = "Bình xét – Phê duyệt"
CONSTRUCTION_PAGE = "Xây dựng"
HANDOVER_PAGE = "Nghiệm thu – Bàn giao"
GIVING_PAGE = "Ủng hộ"
FUNDING_PAGE = "Kinh phí"
CAMPAIGNS_PAGE = "Chương trình – Phong trào"
AWARDS_PAGE = "Thi đua – Khen thưởng"
REPORTS_PAGE = "Báo cáo"
EXCHANGE_PAGE = "Gửi – nhận dữ liệu"
TASKS_PAGE = "Cần xử lý"
SETTINGS_PAGE = "Thiết lập"
HELP_PAGE = "Trợ giúp"
NAVIGATION = "Các trang"
FOLD_NAVIGATION = "Thu gọn cột trang"

# What is done from the foot and the menus
UNDOING, UNDONE = "Hoàn tác", "Đã hoàn tác: {action}."
BACK_UP = "Sao lưu, khôi phục…"

# Top strip
PROGRAMME = "Chương trình: {name}"
ALL_PROGRAMMES = "Tất cả"
FIND_ANYWHERE = "Tìm hộ, căn cước, số quyết định… (Ctrl+K)"
FIND_ANYWHERE_NAME = "Tìm ở mọi nơi"
SAMPLE_DATA = "DỮ LIỆU MẪU – người và số liệu không có thật"

# Menus
MENU_FILE, MENU_EDIT, MENU_VIEW, MENU_PAPERS, MENU_HELP = "&Tệp", "&Sửa", "&Xem", "&Giấy tờ", "T&rợ giúp"
QUIT = "Thoát"
UNDO_ACTION = "Hoàn tác: {action}"
NOTHING_TO_UNDO = "Hoàn tác"
COPY = "Sao chép"
TICK_ALL = "Chọn tất cả đang xem"
FIND_HERE = "Tìm trong trang này"
FIND = "Tìm ở mọi nơi"
RELOAD = "Tải lại"
LARGER, SMALLER, USUAL_SIZE = "Chữ to hơn", "Chữ nhỏ hơn", "Cỡ chữ thường"
ROOMY_ROWS = "Dòng thoáng"
HISTORY = "Lịch sử thay đổi"
GO_BACK = "Trang trước"
HELP_HERE = "Trợ giúp về trang này"
ABOUT = "Giới thiệu"

# Status bar
BACKUP = "Sao lưu: {when}"
PACKAGE = "Gửi gói: {when}"
TASKS = "Cần xử lý: {count}"
NEVER = "chưa lần nào"
TODAY_AT = "hôm nay {time}"
YESTERDAY_AT = "hôm qua {time}"

# Long work
WORKING = "{title}…"
WORKING_COUNT = "{title} {done} / {total}…"
STOPPING = "Đang dừng, chờ xong phần đang làm…"
CLOSE_WHILE_WORKING = "Phần mềm đang làm dở: {title}. Dừng việc đó rồi đóng, hay chờ làm xong?"
STOP_AND_CLOSE, WAIT = "Dừng và đóng", "Chờ làm xong"

# Faults
REFUSED_MANY = "Chưa làm được, có {count} chỗ cần xem lại:"
STALE = "Số liệu này vừa được thay đổi ở nơi khác. Tải lại để xem số liệu mới rồi làm tiếp."
STALE_TITLE = "Số liệu đã thay đổi"
CRASH = (
    "Phần mềm gặp lỗi{doing}. Số liệu đã lưu vẫn an toàn. "
    "Thử lại; nếu còn lỗi, gửi tệp dưới đây cho cán bộ tin học.\n{log}"
)
CRASH_WITHOUT_LOG = "Phần mềm gặp lỗi{doing}. Số liệu đã lưu vẫn an toàn. Thử lại; nếu còn lỗi, báo cán bộ tin học."
WHILE = " khi {title}"
DETAILS = "Xem chi tiết"

# Tables
SHOWN = "Đang xem {shown} / {total} {unit}"
SHOWN_WITH_SUM = "Đang xem {shown} / {total} {unit} · {sum}"
COUNTING = "Đang đếm…"
TICKED = "Đã chọn {count} {unit}"
UNTICK = "Bỏ chọn"
COLUMNS = "Hiện cột"
COLUMNS_AS_BEFORE = "Trả cột về như cũ"
NOTHING_FOUND = "Không có dòng nào khớp. Bỏ bớt điều kiện lọc hoặc gõ ít chữ hơn."
CLEAR_FILTERS = "Bỏ điều kiện lọc"
LOADING = "…"
TICK_COLUMN = "Chọn"
TICK_YES, TICK_NO = "đã chọn", "chưa chọn"


_DOING = "Đang "


def with_warnings(told: str, warnings: Iterable[str]) -> str:
    """What was done, and what is doubtful about it."""
    return f"{told} Lưu ý: {' '.join(warnings)}"


def stopped_text(title: str) -> str:
    """After "Dừng lại": work that was stopped keeps nothing of itself. `title` is what the work was called."""
    work = title.removeprefix(_DOING).rstrip("…")
    named = f" {work[:1].lower()}{work[1:]}" if work else ""
    return f"Đã dừng{named}. Chưa có gì được ghi hay thay đổi."
