"""What the records of a house's papers, and their items, are called; merged into `wording.fields`."""

from __future__ import annotations

ENTITIES: dict[str, str] = {
    "paper_mark": "Giấy tờ trong hồ sơ",
    "case_closing": "Đóng hồ sơ",
}

OWN: dict[str, str] = {
    "paper_mark.kind": "Loại giấy",
    "paper_mark.state": "Giấy đã tới đâu",
    "paper_mark.done_on": "Ngày",
    "paper_mark.content": "Mã tệp quét",
    "paper_mark.ending": "Loại tệp",
    "paper_mark.size": "Dung lượng (byte)",
    "paper_mark.pages": "Số trang",
    "paper_mark.name": "Tên tệp quét",
    "case_closing.closed_on": "Ngày đóng hồ sơ",
    "case_closing.reason": "Lý do khi còn thiếu giấy, hoặc mở lại",
}
