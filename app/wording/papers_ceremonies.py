"""The wording of the papers of a ceremony, and of sheets of photos.

Braces are filled by the papers; a field without a value becomes a dotted line.
"""

from __future__ import annotations

INVITATION_SYMBOL = "GM"
INVITATION_TITLE = ("GIẤY MỜI",)
INVITATION_ABOUT = "Dự {name}"
USUAL_NAME = "lễ bàn giao nhà ở cho hộ có hoàn cảnh khó khăn về nhà ở"
INVITATION_TO = "{office} trân trọng kính mời: {guest}"
INVITATION_EVENT = "Tới dự {name}."
INVITATION_HOUSES = "Số nhà bàn giao: {count} nhà."
AT_TIME = "Thời gian: {time}, {day}"
AT_VENUE = "Địa điểm: {venue}"
BY_HOST = "Chủ trì: {host}"
INVITATION_END = "Sự có mặt của ông (bà) góp phần để buổi lễ thành công. Rất mong ông (bà) sắp xếp thời gian đến dự."
RECIPIENTS = ("Như trên;", "Lưu: VT.")

GUESTS_TITLE = ("DANH SÁCH KHÁCH MỜI", "{name}")
GUEST_COLUMNS = ("STT", "Họ và tên", "Chức vụ", "Đơn vị", "Ghi chú")

PROGRAMME_TITLE = ("CHƯƠNG TRÌNH", "{name}")
ITEM_COLUMNS = ("STT", "Thời gian", "Nội dung", "Người thực hiện")
HOUSES_HEADING = "Danh sách nhà bàn giao"
HOUSE_COLUMNS = ("STT", "Chủ hộ", "Thôn", "Hình thức", "Người nhận nhà")
BY_THUMBPRINT = "{name} (điểm chỉ)"
WITH_RELATION = "{name} ({relation})"

SIGN_IN_TITLE = ("DANH SÁCH KÝ TÊN", "{name}")
SIGN_IN_COLUMNS = ("STT", "Họ và tên", "Chức vụ, đơn vị", "Ký tên")
HOUSEHOLD_SIGNS = "Hộ nhận nhà, {village}"
MAKER = "NGƯỜI LẬP"

#: What usually happens, in its order; the officer changes it as the day wants.
USUAL_ITEMS = (
    "Thăm công trình",
    "Tuyên bố lý do, giới thiệu đại biểu",
    "Báo cáo kết quả làm nhà",
    "Phát biểu của nhà tài trợ",
    "Phát biểu của lãnh đạo địa phương",
    "Trao biểu trưng, ký biên bản bàn giao nhà",
    "Phát biểu của đại diện hộ nhận nhà",
)

SET_TITLE = "Bộ giấy tờ lễ bàn giao"


def guest_text(name: str, position: str | None, unit: str | None) -> str:
    """A guest in a sentence: "Ông (bà) …, Phó Chủ tịch, Công ty …"."""
    return ", ".join(filter(None, (name and f"Ông (bà) {name}", position, unit)))


def time_text(text: str | None) -> str:
    """A time as papers write it: "08 giờ 15 phút" of "08:15"; nothing for none."""
    hour, colon, minute = (text or "").partition(":")
    if not colon:
        return text or ""
    return f"{hour} giờ {minute} phút" if minute != "00" else f"{hour} giờ 00"


def capitalised(name: str) -> str:
    """What a ceremony is called, where a line begins with it."""
    return name[:1].upper() + name[1:]
