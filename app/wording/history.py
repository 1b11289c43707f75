"""Words of the history of changes of the whole office."""

from __future__ import annotations

from app.wording.letterheads import without_committee

TITLE = "Lịch sử thay đổi"
UNIT = "lần ghi"
EMPTY = "Chưa có thay đổi nào. Mỗi lần ghi của mọi máy sẽ hiện ở đây."
AT, BY, DEVICE, OFFICE, ACTION, ROWS, HOUSEHOLDS = "Lúc", "Người ghi", "Máy", "Cơ quan", "Việc", "Số dòng", "Hộ"
AND_OTHERS = "{heads} và các hộ khác"
SEVERAL = "{heads} và {count} hộ khác"


def households_text(heads: tuple[str, ...], more: bool) -> str:
    """The first three households of a change, and how many it has besides."""
    named = ", ".join(heads[:3])
    if more and heads:
        return AND_OTHERS.format(heads=named)
    return SEVERAL.format(heads=named, count=len(heads) - 3) if len(heads) > 3 else named


def short_office(name: str) -> str:
    """An office as a narrow column shows it: "Phường Mường Lay"."""
    place = without_committee(name)
    return place[:1].upper() + place[1:]
