"""What each action is called, in the menu ("Hoàn tác: …") and in the history of changes."""

from __future__ import annotations

from app.actions import Action

ACTIONS: dict[str, str] = {
    Action.INITIALISE.value.name: "Thiết lập cơ quan",
    Action.SAVE_OFFICE.value.name: "Sửa thiết lập",
    Action.SAVE_VILLAGES.value.name: "Ghi danh sách thôn",
    Action.SAVE_HOUSEHOLD.value.name: "Ghi hộ",
    Action.DELETE_HOUSEHOLD.value.name: "Đưa hộ ra khỏi danh sách",
    Action.RESTORE_HOUSEHOLD.value.name: "Đưa hộ trở lại danh sách",
    Action.IMPORT_LIST.value.name: "Nhập danh sách Excel",
    Action.SAVE_CASE.value.name: "Ghi đề nghị hỗ trợ",
    Action.APPROVE.value.name: "Ghi quyết định",
    Action.RECORD_EXCEPTION.value.name: "Ghi trường hợp đặc biệt",
    Action.ADD_SOURCE.value.name: "Thêm nguồn vốn",
    Action.PAY.value.name: "Ghi khoản chi",
    Action.REVERSE_PAYMENT.value.name: "Sửa sai khoản chi",
    Action.RECORD_STAGE.value.name: "Ghi tiến độ",
    Action.RECORD_STAGES.value.name: "Cập nhật nhanh tiến độ",
    Action.INSPECT.value.name: "Ghi kiểm tra",
    Action.ACCEPT.value.name: "Ghi nghiệm thu",
    Action.REVOKE_ACCEPTANCE.value.name: "Sửa sai nghiệm thu",
    Action.HAND_OVER.value.name: "Ghi bàn giao",
    Action.REVOKE_HANDOVER.value.name: "Sửa sai bàn giao",
    Action.REVOKE_DECISION.value.name: "Sửa sai quyết định",
    Action.ISSUE_PAPER.value.name: "In giấy tờ",
    Action.VOID_PAPER.value.name: "Hủy số giấy tờ",
    Action.NUMBER_PAPER.value.name: "Ghi số giấy tờ",
    Action.RESOLVE.value.name: "Chọn số liệu đúng",
    Action.ACCEPT_PROPOSAL.value.name: "Nhận đề nghị sửa",
    Action.REJECT_PROPOSAL.value.name: "Không nhận đề nghị sửa",
    Action.EXPORT_PACKAGE.value.name: "Tạo gói dữ liệu",
    Action.RECEIVE_PACKAGE.value.name: "Nhận gói dữ liệu",
    Action.NEW_DEVICE.value.name: "Đăng ký máy",
    Action.UNDO.value.name: "Hoàn tác",
}
