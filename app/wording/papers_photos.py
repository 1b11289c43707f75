"""The wording of sheets of photos: before and after, and the annex of a house's file."""

from __future__ import annotations

from app.wording.photos import subject_text

PAIRS_TITLE = ("ẢNH TRƯỚC VÀ SAU", "Nhà ở của các hộ được hỗ trợ")
ANNEX_TITLE = ("PHỤ LỤC ẢNH",)
ANNEX_OF = "Hộ ông (bà) {name}, {address}"
HOUSE = "{place}. {name}, {village}"
BEFORE, NO_BEFORE, NO_LATEST = "Nhà cũ", "Chưa có ảnh nhà cũ", "Chưa có ảnh xây dựng"
NO_PHOTOS = "Chưa có ảnh nào trong hồ sơ."
_DATED = "{what}, {day}"
_NOTED = "{what} – {note}"


def caption(subject: str, day: str, note: str | None = None) -> str:
    """What stands below a photo: the stage, its day where it is known, its note."""
    what = subject_text(subject)
    told = _DATED.format(what=what, day=day) if day else what
    return _NOTED.format(what=told, note=note) if note else told
