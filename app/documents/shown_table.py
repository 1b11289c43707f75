"""A list of the window as a value: what it shows, and how that reads where it leaves the window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.documents.masking import masked_text
from app.documents.words import date_text, whole_text
from app.parsing import fold, today
from app.wording import table_file as words

#: What a cell of a shown list holds: text, a whole number (money in đồng), a day, or nothing.
Shown = str | int | date | None


@dataclass(frozen=True)
class ShownTable:
    """A list as it stands on screen. `columns` are headings with widths in pixels; `total` is its total line.

    `filters` says what it is narrowed to. `summed` are the columns with a sum below them, `hidden` those of which
    numbers of people (telephone, account, identity) are shown in their last digits only.
    """

    title: str
    columns: Sequence[tuple[str, int]]
    total: str = ""
    filters: str = ""
    summed: frozenset[int] = frozenset()
    hidden: frozenset[int] = frozenset()


def private_heading(heading: str) -> bool:
    """Whether a column holds numbers of people, which are hidden where a list leaves the office."""
    folded = fold(" ".join(heading.split()))
    return any(word in folded for word in words.PRIVATE)


def about_text(office: str, count: int) -> str:
    """Whose list it is, of which day, with how many rows."""
    return words.NOTE.format(office=office, day=date_text(today()), count=whole_text(count))


def shown_row(table: ShownTable, row: Sequence[Shown]) -> list[Shown]:
    """A row as it leaves: numbers of people hidden in the columns where that is wanted."""
    return [
        masked_text(one) if place in table.hidden and isinstance(one, str) else one for place, one in enumerate(row)
    ]


def shown_text(value: Shown) -> str:
    """A cell as people read it, in one line."""
    if isinstance(value, date):
        return date_text(value)
    return whole_text(value) if isinstance(value, int) else " ".join((value or "").split())


def sums_of(table: ShownTable, rows: Sequence[Sequence[Shown]]) -> list[Shown]:
    """The row of sums below the rows; nothing where no column is summed."""
    if not table.summed or not rows:
        return []
    found: list[Shown] = ["" for _ in table.columns]
    for place in table.summed:
        found[place] = sum(one for row in rows if isinstance(one := row[place], int))
    name = next((place for place in range(len(found)) if place not in table.summed), None)
    if name is not None:
        found[name] = words.SUM
    return found
