"""Headings one by one, each in a list whose other headings are those of the template."""

from __future__ import annotations

import random
from collections.abc import Mapping
from pathlib import Path

from tests.corpus.measuring import Verdicts, measure_file
from tests.corpus.pages import Book, Col, col
from tests.corpus.people import make_families
from tests.corpus.tables import SOURCES

USUAL: tuple[Col, ...] = (
    col("seq", "STT"),
    col("name", "Họ và tên chủ hộ"),
    col("birth_year", "Năm sinh"),
    col("citizen_id", "Số CCCD"),
    col("village", "Thôn"),
    col("members", "Số nhân khẩu"),
    col("category", "Đối tượng"),
    col("need", "Nhu cầu hỗ trợ"),
    col("amount_million", "Mức hỗ trợ (triệu đồng)"),
    col("note", "Ghi chú"),
)
STANDS_FOR = {
    "birth_date": "birth_year",
    "birth_cell": "birth_year",
    "category_short": "category",
    "amount_dong": "amount_million",
    "amount_thousand": "amount_million",
}


def measure_heading(folder: Path, kind: str, heading: str) -> Verdicts:
    """One heading, in the place of the usual one of its field or as a further column."""
    usual = STANDS_FOR.get(kind, kind)
    columns = [col(kind, heading) if one.kind == usual else one for one in USUAL]
    if usual not in {one.kind for one in USUAL}:
        columns.insert(3, col(kind, heading))
    if kind in SOURCES:
        columns.insert(4, col("approved_million", "Kinh phí được duyệt (triệu đồng)"))
    book = Book()
    book.page(columns).letterhead().headings().families(make_families("one heading", 8)).total().signatures()
    return measure_file(book.save(folder / "list.xlsx"), book.expected)


def measure_headings(folder: Path, headings: Mapping[str, tuple[str, ...]], of_each: int = 1_000) -> Verdicts:
    """Each heading counts as one column: recognised, missed or wrong; at most so many of each kind, drawn at random."""
    luck = random.Random("headings")
    sums = Verdicts()
    for kind, some in headings.items():
        for heading in luck.sample(some, min(of_each, len(some))):
            found = measure_heading(folder, kind, heading)
            word = "recognised" if found.good else "wrong" if found.wrong or found.extra_rows else "missed"
            sums.columns += 1
            setattr(sums, word, getattr(sums, word) + 1)
            if not found.good:
                sums.faults.append(f"{heading!r} ({kind}) {word}: {found.faults[0]}")
    return sums
