"""Words of the guide in the window: its page and its entries in the menu."""

from __future__ import annotations

TITLE = "Trợ giúp"
SECTIONS, TEXT = "Các mục của hướng dẫn", "Nội dung hướng dẫn"
SEARCH = "Tìm trong hướng dẫn (Ctrl+F)"
NOTHING_FOUND = "Không có mục nào có những chữ này. Gõ ít chữ hơn."
BACK = "Trở về (Esc)"

#: Entries of the menu, and the section each opens.
ENTRIES: dict[str, str] = {
    "Bảy việc đầu tiên": "first",
    "Phím và dấu hiệu": "keys",
    "Khi có sự cố": "trouble",
    "Từ ngữ": "words",
}
