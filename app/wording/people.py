"""Words of the people who work here, as the command line says them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.wording.vocabulary import ROLES

USERS = "người dùng: vai trò, thôn phụ trách, PIN"
LIST = "liệt kê người dùng"
ADD = "thêm người dùng"
ROLE = "đổi vai trò của một người"
VILLAGES = "ghi các thôn một người phụ trách (không ghi thôn nào: thôi phụ trách)"
PIN = "đặt, đổi, bỏ PIN của người đang dùng, hoặc bỏ PIN người khác đã quên"
PIN_NEW = "tệp chứa PIN mới ở dòng đầu"
PIN_OFF = "bỏ PIN của mình"
PIN_RESET = "bỏ PIN của người khác"
ADDED = "Đã thêm người dùng {name}."
HAS_ROLE = "{name} từ nay có vai trò {role}."
KEEPS = "{name} phụ trách {count} thôn."
PIN_TAKEN = "{name} không còn PIN trên máy này."
PIN_SET = "{name} đã có PIN trên máy này. Mã khôi phục, cất nơi kín: {code}"

PEOPLE_PROBLEMS: dict[str, str] = {
    "village_unknown_here": "Không có thôn nào tên {name}. Xem lại tên trong Thiết lập, thẻ Thôn.",
}
_VILLAGES = "phụ trách {villages}"
_HAS_PIN = "có PIN"


def line(person: Mapping[str, Any]) -> str:
    """A person on a line: name, position, role, villages, whether he has a PIN."""
    kept = _VILLAGES.format(villages=", ".join(person["villages"])) if person["villages"] else ""
    parts = (person["name"], person["position"], ROLES.get(person["role"], ""), kept, _HAS_PIN if person["pin"] else "")
    return " · ".join(part for part in parts if part)
