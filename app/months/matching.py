"""The ledger's payments against the accountant's list, by voucher number, amount and day. Pure but for the reader."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.documents.foreign_reading import foreign_sheets
from app.documents.foreign_sheet import CellValue, ForeignSheet
from app.parsing import fold, parse_date, parse_money
from app.problems import Refused

_LOOKED_AT = 30
_VOUCHER = (
    "so chung tu",
    "so ct",
    "chung tu",
    "so phieu",
    "so hieu chung tu",
    "so hieu",
    "so phieu chi",
    "ma chung tu",
)
_AMOUNT = ("so tien", "thanh tien", "so tien chi", "phat sinh no", "so phat sinh", "tien chi", "tong tien", "chi", "no")
_DAY = ("ngay chung tu", "ngay ct", "ngay chi", "ngay thang", "ngay ghi so", "ngay")
_TEXT = ("dien giai", "noi dung", "nguoi nhan", "ho ten", "ho va ten", "doi tuong")
_UNITS = (("trieu", 1_000_000), ("nghin", 1_000), ("ngan", 1_000))
_SUMS = ("cong", "tong")
_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")
_LOOSE = re.compile(r"[\s.\-/_]+")


@dataclass(frozen=True)
class Entry:
    """A line of either side: voucher as written, day (ISO), đồng, whom or what for."""

    voucher: str
    day: str | None
    amount: int
    text: str = ""


@dataclass(frozen=True)
class Difference:
    """A voucher that does not agree: `kind` is only_here, only_there, amount or day; the side that lacks it is None."""

    kind: str
    voucher: str
    text: str
    ours: int | None
    theirs: int | None
    our_day: str | None
    their_day: str | None


@dataclass(frozen=True)
class Matched:
    """How two lists agree: vouchers that are the same on both sides, and the differences."""

    same: int
    differences: tuple[Difference, ...]


def match(month: str, ours: Sequence[Entry], theirs: Sequence[Entry]) -> Matched:
    """Compare the payments of a month (YYYY-MM). Lines of one voucher are added up, as one voucher pays many houses.

    Of the accountant's list the lines of the month count, those without a day, and those of our vouchers. Payments
    without a voucher agree with a line of the same day and amount.
    """
    mine, loose = _grouped(ours)
    other, unnamed = _grouped(
        one for one in theirs if one.day is None or one.day[:7] == month or _key(one.voucher) in mine
    )
    free = [*unnamed, *(group for key, group in other.items() if key not in mine)]
    taken: set[int] = set()
    same, differences = 0, []
    for key in sorted(mine.keys() & other.keys()):
        found = _compared(mine[key], other[key])
        same += found is None
        differences += [found] if found is not None else []
    for one in [*loose, *(mine[key] for key in sorted(mine.keys() - other.keys()))]:
        alike = next((at for at, two in enumerate(free) if at not in taken and _alike(one, two)), None)
        if alike is None:
            differences.append(_alone("only_here", one))
        else:
            taken.add(alike)
            same += 1
    differences += [_alone("only_there", one) for at, one in enumerate(free) if at not in taken]
    return Matched(same, tuple(differences))


def _key(voucher: str) -> str:
    """A voucher's number as both sides write it alike: PC 012, pc-12 and PC12 are one."""
    return _LOOSE.sub("", _ZEROS.sub("", fold(voucher)))


def _grouped(entries: Iterable[Entry]) -> tuple[dict[str, Entry], list[Entry]]:
    """One entry a voucher, its lines added up; lines without a voucher apart. One that comes to nothing is left."""
    groups: dict[str, list[Entry]] = defaultdict(list)
    loose: list[Entry] = []
    for one in entries:
        if key := _key(one.voucher):
            groups[key].append(one)
        else:
            loose.append(one)
    found = {}
    for key, several in groups.items():
        first = several[0]
        text = first.text if len({one.text for one in several}) == 1 else f"{first.text} (+{len(several) - 1})"
        day = max((one.day for one in several if one.day), default=None)
        found[key] = Entry(first.voucher, day, sum(one.amount for one in several), text)
    return {key: one for key, one in found.items() if one.amount}, loose


def _compared(ours: Entry, theirs: Entry) -> Difference | None:
    kind = "amount" if ours.amount != theirs.amount else "day" if ours.day != theirs.day and theirs.day else None
    if kind is None:
        return None
    return Difference(kind, ours.voucher, ours.text, ours.amount, theirs.amount, ours.day, theirs.day)


def _alike(ours: Entry, theirs: Entry) -> bool:
    """The same day and amount, and not two different numbers."""
    return ours.amount == theirs.amount and ours.day == theirs.day and not (ours.voucher and theirs.voucher)


def _alone(kind: str, one: Entry) -> Difference:
    here = kind == "only_here"
    amounts = (one.amount, None) if here else (None, one.amount)
    days = (one.day, None) if here else (None, one.day)
    return Difference(kind, one.voucher, one.text, *amounts, *days)


# The accountant's list


def read_entries(path: Path, password: str | None = None) -> list[Entry] | None:
    """The lines of an accountant's list, for the child process; None where no sheet has the columns."""
    found: list[Entry] | None = None
    for sheet in foreign_sheets(path, password):
        lines = _of_sheet(sheet)
        if lines is not None:
            found = [*(found or []), *lines]
    return found


def _of_sheet(sheet: ForeignSheet) -> list[Entry] | None:
    for at, row in enumerate(sheet.rows[:_LOOKED_AT]):
        heads = [fold(str(cell or "")) for cell in row]
        places = {name: _column(heads, words) for name, words in _COLUMNS.items()}
        voucher, amount = places["voucher"], places["amount"]
        if voucher is not None and amount is not None and voucher != amount:
            unit = next((factor for word, factor in _UNITS if word in heads[amount]), 1)
            lines = (_entry(row, places, unit) for row in sheet.rows[at + 1 :])
            return [one for one in lines if one is not None]
    return None


_COLUMNS = {"voucher": _VOUCHER, "amount": _AMOUNT, "day": _DAY, "text": _TEXT}


def _column(heads: Sequence[str], words: Sequence[str]) -> int | None:
    """The column whose heading is, or begins with, the first of these words that occurs."""
    for word in words:
        for at, head in enumerate(heads):
            bare = re.sub(r"\(.*", "", head).strip()
            if bare == word or (len(word) > 3 and bare.startswith(word)):
                return at
    return None


def _entry(row: Sequence[CellValue], places: dict[str, int | None], unit: int) -> Entry | None:
    def cell(name: str) -> CellValue:
        at = places[name]
        return row[at] if at is not None and at < len(row) else None

    amount = _amount(cell("amount"), unit)
    voucher, text = _text(cell("voucher")), _text(cell("text"))
    if not amount or fold(voucher).startswith(_SUMS) or (not voucher and fold(text).startswith(_SUMS)):
        return None
    day = _day(cell("day"))
    return Entry(voucher, day, amount, text) if voucher or day else None


def _text(value: CellValue) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).split()) if value is not None else ""


def _amount(value: CellValue, unit: int) -> int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return round(value * unit)
    try:
        return parse_money(_text(value), unit=unit) if value is not None else None
    except Refused:
        return None


def _day(value: CellValue) -> str | None:
    if isinstance(value, dt.date):
        return (value.date() if isinstance(value, dt.datetime) else value).isoformat()
    try:
        found = parse_date(_text(value)) if value is not None else None
    except Refused:
        return None
    return str(found) if found else None
