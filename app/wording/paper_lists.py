"""Headings of the tables on papers, and what a public list may say of a household."""

from __future__ import annotations

from app.wording.vocabulary import CATEGORIES, WORK_TYPES

NUMBER, HEAD, BIRTH, VILLAGE, CATEGORY = "STT", "Họ và tên chủ hộ", "Năm sinh", "Thôn, tổ dân phố", "Thuộc diện"
CITIZEN_ID, WORK, AMOUNT, NOTE = "Số căn cước", "Hình thức", "Mức hỗ trợ (đồng)", "Ghi chú"
TOTAL = "Tổng cộng"
UNIT = "Đơn vị tính: đồng"

#: Groups a public list names; illness, disability and old age alone are said as hardship (domain 8.10).
_PUBLIC = {"poor", "near_poor", "meritorious", "martyr_relative", "policy_family", "disaster"}
_HARDSHIP = "Hộ khó khăn về nhà ở"


def public_category(category: str | None) -> str:
    """The group as a posted list may name it."""
    if not category:
        return ""
    return CATEGORIES[category] if category in _PUBLIC else _HARDSHIP


def category_text(category: str | None) -> str:
    """The group as papers inside the office name it."""
    return CATEGORIES.get(category or "", "")


def work_text(work_type: str | None) -> str:
    """The work type, or nothing."""
    return WORK_TYPES.get(work_type or "", "")
