"""What the records of ceremonies, and their items, are called; merged into `wording.fields`."""

from __future__ import annotations

ENTITIES: dict[str, str] = {
    "ceremony": "Lễ bàn giao",
    "ceremony_house": "Nhà trong lễ bàn giao",
    "ceremony_guest": "Khách mời lễ bàn giao",
    "ceremony_item": "Chương trình lễ bàn giao",
}

OWN: dict[str, str] = {
    "ceremony.held_on": "Ngày tổ chức",
    "ceremony.held_at": "Giờ bắt đầu",
    "ceremony.venue": "Địa điểm",
    "ceremony.host": "Người chủ trì",
    "ceremony.host_position": "Chức vụ người chủ trì",
    "ceremony.copies": "Số bản mỗi biên bản",
    "ceremony_house.ceremony_id": "Lễ bàn giao",
    "ceremony_house.rank": "Thứ tự",
    "ceremony_house.receiver": "Người nhận",
    "ceremony_house.thumbprint": "Điểm chỉ",
    "ceremony_house.left_on": "Ngày rút khỏi lễ",
    "ceremony_guest.rank": "Thứ tự",
    "ceremony_guest.unit": "Đơn vị",
    "ceremony_item.rank": "Thứ tự",
    "ceremony_item.starts_at": "Giờ",
    "ceremony_item.content": "Nội dung",
    "ceremony_item.person": "Người thực hiện",
}
