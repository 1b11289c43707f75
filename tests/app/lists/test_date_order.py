"""A column of dates tells what one cell cannot: whether the month stands first."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from app.lists.date_order import DateOrder, date_order
from app.lists.reading import ListRow, ReadingOptions, read_list_here
from app.lists.repairs import RepairKind
from tests.app.lists.sheets import HEADINGS, write_list

#: The day and the month as meant; those up to twelve a program of another country turned round.
MEANT = tuple(date(1950 + at, 1 + at % 12, 1 + at * 5 % 28) for at in range(30))


def read(path: Path, births: list[object], options: ReadingOptions | None = None) -> tuple[ListRow, ...]:
    rows = [(number, f"Lò Văn {chr(65 + number % 26)}n", birth) for number, birth in enumerate(births)]
    return read_list_here(write_list(path, [HEADINGS, *rows]), options or ReadingOptions()).rows


def turned(day: date) -> object:
    """What a program set to another country makes of a date typed with the day first."""
    if day.day > 12:
        return f"{day:%d/%m/%Y}"
    return datetime(day.year, day.day, day.month)  # noqa: DTZ001 - a cell knows no time zone


def test_dates_a_program_turned_round_are_turned_back_as_listed_repairs(tmp_path: Path) -> None:
    found = read(tmp_path / "a.xlsx", [turned(day) for day in MEANT])
    assert [row.values.birth for row in found] == [day.isoformat() for day in MEANT]
    kinds = {one.kind for row in found for one in row.repairs}
    assert kinds == {RepairKind.DATE_TURNED}
    refused = read(tmp_path / "a.xlsx", [turned(day) for day in MEANT], ReadingOptions(refused=frozenset(kinds)))
    assert not any(row.repairs for row in refused)


def test_a_column_typed_with_the_month_first_is_read_so(tmp_path: Path) -> None:
    found = read(tmp_path / "a.xlsx", [f"{day:%m/%d/%Y}" for day in MEANT])
    assert [row.values.birth for row in found] == [day.isoformat() for day in MEANT]


@pytest.mark.parametrize(
    "cells",
    [
        [f"{day:%d/%m/%Y}" for day in MEANT],
        [datetime(day.year, day.month, day.day) for day in MEANT],  # noqa: DTZ001
        [datetime(1960, 5, 1 + at) for at in range(12)],  # noqa: DTZ001
        ["05/20/1978", "20/05/1978", "06/21/1979"],
        ["05/20/1978"],
        ["1956", 1960, None, "không rõ"],
        [],
    ],
)
def test_a_column_that_does_not_say_it_stays(cells: list[object]) -> None:
    assert date_order(cells) == DateOrder()  # type: ignore[arg-type]
