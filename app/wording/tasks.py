"""What the page "Cần xử lý" says of each decision that waits."""

from __future__ import annotations

CONFLICT = "{who}: {field} có hai số liệu khác nhau. Chọn số liệu đúng."
PROPOSAL = "{who}: có đề nghị sửa {field} thành “{value}”. Nhận hoặc giữ nguyên."
DELETED = "{who}: nơi này bỏ khỏi danh sách, nơi kia vẫn làm tiếp ({entity}). Giữ lại hoặc bỏ."
GAP = "Còn thiếu dữ liệu của máy {device} ({stream}), số {first} đến {last}. Nhờ nơi gửi lập lại gói."
FORK = "Máy {device} bị trùng dữ liệu ({stream}, số {seq}): thư mục đã chép sang máy khác hoặc khôi phục bản cũ."
DEVICE = "{office} gửi gói lần đầu từ máy {device}. Gọi hỏi nơi gửi, đúng máy của họ thì xác nhận."

WAITING = "Có {count} việc cần quyết định."
NONE_WAITING = "Không có việc cần quyết định."


def waiting_text(count: int) -> str:
    """How many decisions wait."""
    return WAITING.format(count=count) if count else NONE_WAITING
