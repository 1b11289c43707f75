"""People of a drive as rows pasted from a worksheet: which column is what, with or without a line of headings."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from app.giving.drafts import PersonDraft
from app.parsing import parse_money
from app.problems import Problem, Refused
from models.vietnamese import fold

#: Words of a heading, folded, by the column they mean; the first that fits counts.
_HEADINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("number", ("stt", "tt", "so tt", "so thu tu")),
    ("name", ("ho va ten", "ho, ten", "ho ten")),
    ("department", ("phong", "bo phan", "don vi", "phong, bo phan")),
    ("position", ("chuc vu", "chuc danh")),
    ("employment", ("hop dong", "loai", "bien che", "ngach")),
    ("month", ("luong thang", "thu nhap thang", "tien luong", "luong, thu nhap thang", "luong")),
    ("expected", ("muc van dong", "muc", "so tien", "mot ngay", "01 ngay", "1 ngay", "dong")),
    ("named", ("neu ten", "cho neu ten", "cho phep neu ten", "cong khai ten")),
    ("note", ("ghi chu",)),
)
_YES = frozenset({"co", "x", "dong y", "duoc", "1"})
_TEXTS = ("department", "position", "employment", "note")
_USUAL = ("name", "department", "position", "employment", "expected", "note")


def people_of_text(
    text: str, day_pay_of: Callable[[int], int] | None = None
) -> tuple[list[PersonDraft], list[Problem]]:
    """People of pasted rows (cells parted by tabs), and what of them could not be read, each with its line.

    A column of months' pay is reckoned with by the drive's rule where one is given, and forgotten.
    """
    rows = [[" ".join(cell.split()) for cell in line.split("\t")] for line in text.splitlines() if line.strip()]
    columns = _columns_of(rows)
    drafts, problems = [], []
    for number, cells in enumerate(rows, 1):
        said = dict(zip(columns, cells, strict=False))
        if not said.get("name") or (number == 1 and _is_heading(cells)):
            continue
        try:
            expected, month = (parse_money(said.get(one, ""), one) for one in ("expected", "month"))
        except Refused as refused:
            field = refused.problems[0].field
            problems.append(Problem("rows", "person_amount_unclear", {"line": number, "text": said[field]}))
            continue
        if expected is None and month and day_pay_of is not None:
            expected = day_pay_of(month)
        drafts.append(_person(said, expected))
    return drafts, problems


def _person(said: Mapping[str, str], expected: int | None) -> PersonDraft:
    department, position, employment, note = (said.get(name) or None for name in _TEXTS)
    named = fold(said.get("named", "")) in _YES
    return PersonDraft(said["name"], department, position, employment, expected, named, note)


def _columns_of(rows: Sequence[Sequence[str]]) -> list[str]:
    """What each column is: by the headings, else in the usual order after a column of numbers."""
    first = rows[0] if rows else []
    if _is_heading(first):
        return [_meaning(cell) for cell in first]
    numbered = any(row[0] for row in rows) and all(row[0].rstrip(".").isdigit() for row in rows if row[0])
    return ["number", *_USUAL] if numbered else list(_USUAL)


def _is_heading(cells: Sequence[str]) -> bool:
    """A line that calls a column "Họ và tên": a department's own name may begin like a heading, a person's does not."""
    meant = [_meaning(cell) for cell in cells]
    return "name" in meant and sum(1 for one in meant if one) > 1


def _meaning(cell: str) -> str:
    said = fold(cell)
    exact = next((name for name, words in _HEADINGS if said in words), "")
    return exact or next((name for name, words in _HEADINGS if any(said.startswith(f"{one} ") for one in words)), "")
