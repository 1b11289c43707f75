"""Which action the buttons of the pages ask for, told by their texts: so that a role sees what it may do."""

from __future__ import annotations

from app.actions import Action

#: How the text of a button begins that writes something. All others look, print, filter or go somewhere.
WRITING = (
    "Thêm", "Ghi", "Lập", "Sửa", "Nhập", "Rút", "Gộp", "Tách", "Phân bổ", "Chuyển", "Chi ", "Thu hồi", "Bàn giao ",
    "Bỏ khỏi", "Bỏ ảnh", "Gỡ ảnh", "Bỏ PIN", "Đưa trở lại", "Lưu (", "Lưu và", "Hai hộ khác", "Không đến nhận",
    "Tạm dừng", "Làm tiếp", "Cập nhật nhanh", "Mở đợt", "Mở kế hoạch", "Giao chỉ tiêu", "Kết thúc", "Gắn",
    "Tính thêm", "Không tính", "Đề nghị khen", "Tạo", "Chốt", "Khóa sổ", "Dán", "Cho nêu tên", "Bị trả lại",
    "Không được khen", "Chỉnh", "Trả lời", "Hủy", "Tổng số hộ", "Tiếp tục", "Điền", "Đóng hồ sơ", "Mở lại",
    "Gắn bản quét", "Tiêu chuẩn", "Dùng mẫu", "Gỡ gói", "Nhận lại", "Bỏ tệp",
)  # fmt: skip

#: What the writing buttons of a page ask for, where `OF_BUTTON` says nothing else.
OF_PAGE: dict[str, Action] = {
    "households": Action.SAVE_HOUSEHOLD,
    "new_household": Action.SAVE_HOUSEHOLD,
    "dossier": Action.SAVE_HOUSEHOLD,
    "duplicates": Action.JOIN_HOUSEHOLDS,
    "list_import": Action.IMPORT_LIST,
    "decisions": Action.SAVE_MEETING,
    "construction": Action.RECORD_STAGES,
    "handover": Action.HAND_OVER,
    "funding": Action.PAY,
    "giving": Action.CONTRIBUTE,
    "campaigns": Action.SAVE_MOVEMENT,
    "awards": Action.SAVE_AWARD,
    "reports": Action.KEEP_REPORT,
    "months": Action.CHECK_MONTH,
    "paperwork": Action.MARK_PAPER,
    "exchange": Action.EXPORT_PACKAGE,
    "settings": Action.SAVE_OFFICE,
}

#: Buttons that ask for something else than their page does, by the beginning of their text; None: they only look.
OF_BUTTON: dict[str, dict[str, Action | None]] = {
    "decisions": {
        "Ghi quyết định": Action.APPROVE,
        "Sửa sai": Action.REVOKE_DECISION,
        "Ghi trường hợp": Action.RECORD_EXCEPTION,
    },
    "dossier": {
        "Ghi quyết định": Action.APPROVE,
        "Ghi khoản chi": Action.PAY,
        "Phân bổ": Action.ALLOCATE,
        "Thêm nguồn": Action.ADD_SOURCE,
        "Bàn giao hiện vật": Action.HAND_OVER_GOODS,
        "Ghi vay": Action.SAVE_LOAN,
        "Ghi đỡ đầu": Action.SAVE_SPONSORSHIP,
        "Thu hồi": Action.CLAW_BACK,
        "Sửa sai": None,
        "Lập biên bản": Action.ISSUE_PAPER,
    },
    "handover": {
        "Lập biên bản": Action.ISSUE_PAPER,
        "Lập lễ": Action.SAVE_CEREMONY,
        "Sửa lễ": Action.SAVE_CEREMONY,
    },
    "paperwork": {"Gắn bản quét": Action.SCAN_PAPER, "Đóng hồ sơ": Action.CLOSE_FILE, "Mở lại": Action.REOPEN_FILE},
    "exchange": {
        "Đã đối chiếu": Action.CONFIRM_DEVICE,
        "Đọc thẻ": Action.CONFIRM_DEVICE,
        "Ngừng dùng": Action.RETIRE_DEVICE,
        "Gỡ gói": Action.UNDO_PACKAGE,
        "Bỏ tệp": Action.DISCARD_PACKAGE,
        "Nhận lại": Action.RECEIVE_PACKAGE,
    },
    "months": {"Chốt báo cáo": Action.KEEP_REPORT, "Khóa sổ": Action.CLOSE_MONTH},
    "campaigns": {
        "Giao chỉ tiêu": Action.SAVE_TARGET,
        "Kết thúc": Action.CLOSE_CAMPAIGN,
        "Sửa kế hoạch": Action.SAVE_CAMPAIGN,
        "Mở kế hoạch": Action.SAVE_CAMPAIGN,
        "Thêm kế hoạch": Action.ADD_CAMPAIGN,
        "Lập báo cáo": None,
    },
    "awards": {
        "Ghi quyết định": Action.APPROVE_AWARD,
        "Không được khen": Action.APPROVE_AWARD,
        "Ghi cách hiểu": Action.SAVE_QUOTA,
        "Lập tờ trình": None,
    },
    "reports": {"Lập báo cáo": None, "Ghi số": Action.NOTE_REPORT},
    "settings": {"Bỏ PIN": Action.GIVE_WORK},
}


def asked_for(page: str, text: str) -> Action | None:
    """The action that a button of a page asks for; None for one that only looks, and for pages that say nothing."""
    for beginning, action in OF_BUTTON.get(page, {}).items():
        if text.startswith(beginning):
            return action
    return OF_PAGE.get(page) if text.startswith(WRITING) else None
