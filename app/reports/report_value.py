"""ONE model of a report: title, parameters, tables with computed sums, notes, and the houses behind it. No drawing.

`report_book` draws it as a workbook, `report_paper` as a PDF or a .docx. Sums and shares are computed here once; the
workbook writes them as formulas, which a test compares with these values.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from app.documents.chart import Chart
from app.documents.words import decimal_text, whole_text

Cell = str | int | Decimal | None
#: Column -> the ids of the households its number counts.
Behind = Mapping[str, Sequence[str]]
#: The key of the column with the running number.
ORDINAL = "ordinal"
#: Shares are kept to this many places: 0.3333 is shown as 33,3 %.
_PLACES = Decimal("0.0001")


class Kind(StrEnum):
    """What a column holds; money is whole đồng, a share a part of one."""

    TEXT = "text"
    COUNT = "count"
    MONEY = "money"
    AMOUNT = "amount"
    SHARE = "share"
    DAY = "day"


class MoneyUnit(StrEnum):
    """What money is shown in ("Đơn vị tính")."""

    DONG = "dong"
    THOUSAND = "thousand"
    MILLION = "million"

    @property
    def factor(self) -> int:
        """How many đồng one of it is."""
        return {MoneyUnit.DONG: 1, MoneyUnit.THOUSAND: 1_000, MoneyUnit.MILLION: 1_000_000}[self]


_ADDED = frozenset({Kind.COUNT, Kind.MONEY, Kind.AMOUNT})


@dataclass(frozen=True)
class ReportColumn:
    """A column. `group` stands above several; `parts` are columns it is the sum of, `share` two whose quotient it is.

    `width` in characters. `summed`: it has a total at the foot.
    """

    key: str
    heading: str
    kind: Kind = Kind.COUNT
    width: float = 8
    group: str = ""
    parts: tuple[str, ...] = ()
    share: tuple[str, str] | None = None
    summed: bool = True

    @property
    def adds_up(self) -> bool:
        """Whether the column has a sum at the foot."""
        return self.summed and self.kind in _ADDED


@dataclass(frozen=True)
class ReportRow:
    """A line of a table; `note` says that it is not from records ("số tổng hợp, chưa có danh sách").

    `behind`: the households behind its numbers, by column.
    """

    cells: tuple[Cell, ...]
    note: str = ""
    behind: Behind = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True)
class ReportTable:
    """A table with its totals; without rows it says `empty`."""

    title: str
    columns: tuple[ReportColumn, ...]
    rows: tuple[ReportRow, ...]
    total: tuple[Cell, ...] = ()
    empty: str = ""

    def column(self, key: str) -> int:
        """The place of a column."""
        return next(place for place, one in enumerate(self.columns) if one.key == key)

    def households(self, row: int, column: int) -> tuple[str, ...]:
        """The households behind a number; those of all rows in the line of totals, none where nobody knows them."""
        key = self.columns[column].key
        if 0 <= row < len(self.rows):
            return tuple(self.rows[row].behind.get(key, ()))
        return tuple(dict.fromkeys(home for one in self.rows for home in one.behind.get(key, ())))

    def total_of(self, key: str) -> Cell:
        """The sum of a column."""
        return self.total[self.column(key)] if self.total else None


@dataclass(frozen=True)
class House:
    """A house as a report counted it: what "So với kỳ trước" compares. Amounts in đồng, days ISO."""

    household_id: str
    case_id: str
    head_name: str
    place: str
    work_type: str | None
    status: str
    started_on: str | None
    accepted_on: str | None
    handed_over_on: str | None
    approved: int
    paid: int


@dataclass(frozen=True)
class Counted:
    """Shown = stored: how many of a thing the report shows, and how many the records hold; money in đồng."""

    what: str
    shown: int
    stored: int
    kind: Kind = Kind.COUNT


@dataclass(frozen=True)
class Section:
    """A heading of a text with its paragraphs; `table` (a place in `tables`) stands below them."""

    heading: str
    lines: tuple[str, ...] = ()
    table: int | None = None


@dataclass(frozen=True)
class Report:
    """A report as it stands on paper and in a workbook.

    A report with `sections` is a text (letterhead, addressees, signature); the others are tables. `as_of` is the day
    (ISO) until which events count, `known` the day until which entries do where it is asked "as it was known then".
    `warnings` are told to the officer and stand on no paper.
    """

    name: str
    title: str
    as_of: str
    tables: tuple[ReportTable, ...]
    parameters: tuple[tuple[str, str], ...] = ()
    sections: tuple[Section, ...] = ()
    notes: tuple[str, ...] = ()
    counted: tuple[Counted, ...] = ()
    houses: tuple[House, ...] = ()
    unit: MoneyUnit = MoneyUnit.DONG
    known: str = ""
    subtitle: str = ""
    addressees: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    campaign_id: str | None = None
    charts: tuple[Chart, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def rows(self) -> int:
        """How many lines its tables have."""
        return sum(len(one.rows) for one in self.tables)


def report_table(
    title: str,
    columns: Sequence[ReportColumn],
    lines: Sequence[Mapping[str, Cell]],
    *,
    empty: str = "",
    label: str = "",
    numbered: bool = True,
    behind: Sequence[Behind] = (),
) -> ReportTable:
    """A table of these lines, by column; sums of parts, shares and totals are computed. `label` stands by the totals.

    The first column is the running number (when `numbered`), the second takes the label. A line's "note" is its note,
    `behind` the households behind the numbers of each line.
    """
    made = []
    known = [*behind, *({} for _ in lines[len(behind) :])]
    for place, line in enumerate(lines, start=1):
        values = _completed(columns, {**line, **({columns[0].key: place} if numbered else {})})
        cells = tuple(values.get(one.key) for one in columns)
        made.append(ReportRow(cells, str(line.get("note_of_row") or ""), known[place - 1]))
    total: tuple[Cell, ...] = ()
    if made and any(one.adds_up for one in columns):
        total = _total(columns, made, label)
    return ReportTable(title, tuple(columns), tuple(made), total, empty)


def _completed(columns: Sequence[ReportColumn], line: Mapping[str, Cell]) -> dict[str, Cell]:
    """The line with what follows from it; a sum of parts that is given (the parts unknown) stays."""
    values = dict(line)
    for one in columns:
        if one.parts and all(values.get(part) is not None for part in one.parts):
            values[one.key] = sum_of(values[part] for part in one.parts)
    for one in columns:
        if one.share is not None:
            values[one.key] = share_of(values.get(one.share[0]), values.get(one.share[1]))
    return values


def _total(columns: Sequence[ReportColumn], rows: Sequence[ReportRow], label: str) -> tuple[Cell, ...]:
    values: dict[str, Cell] = {}
    for place, one in enumerate(columns):
        if one.adds_up:
            values[one.key] = sum_of(row.cells[place] for row in rows)
    for one in columns:
        if one.share is not None:
            values[one.key] = share_of(values.get(one.share[0]), values.get(one.share[1]))
    first_text = next((one.key for one in columns if one.kind is Kind.TEXT), columns[0].key)
    values[first_text] = label
    return tuple(values.get(one.key) for one in columns)


def sum_of(cells: object) -> int | Decimal:
    """The sum of the numbers among some cells."""
    found: int | Decimal = 0
    for one in cells:  # type: ignore[attr-defined]
        if isinstance(one, int | Decimal):
            found += one
    return found


def share_of(part: Cell, whole: Cell) -> Decimal | None:
    """A part of one, to four places; None where there is nothing to divide by."""
    if not isinstance(part, int | Decimal) or not isinstance(whole, int | Decimal) or not whole:
        return None
    return (Decimal(part) / Decimal(whole)).quantize(_PLACES)


def in_unit(amount: int | Decimal, unit: MoneyUnit) -> int | Decimal:
    """An amount of đồng in a unit, exactly."""
    exact = Decimal(amount) / unit.factor
    return int(exact) if exact == exact.to_integral_value() else exact


def cell_text(value: Cell, kind: Kind, unit: MoneyUnit = MoneyUnit.DONG) -> str:
    """A cell as it is read: "1.234,5", "33,3 %", "05/10/2026"; nothing for nothing."""
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        return day_text(value) if kind is Kind.DAY else value
    if kind is Kind.MONEY:
        shown = in_unit(value, unit)
        return whole_text(shown) if isinstance(shown, int) else decimal_text(shown)
    if kind is Kind.SHARE:
        return f"{decimal_text((Decimal(value) * 100).quantize(Decimal('0.1')))} %"
    return whole_text(value) if isinstance(value, int) else decimal_text(value)


def day_text(day: str) -> str:
    """A recorded day as "05/10/2026"; a part of one stays as it is."""
    return f"{day[8:10]}/{day[5:7]}/{day[:4]}" if len(day) == 10 else day
