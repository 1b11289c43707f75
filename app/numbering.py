"""How an office's own registers give numbers: one after the other in each year, and none ever twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence


def next_number(used: Iterable[int | None], start_at: int | None = None) -> int:
    """The number after every one ever given in the register of the year, void and taken back included."""
    return max([*(one for one in used if one is not None), (start_at or 1) - 1]) + 1


class YearlyNumbers:
    """Gives the numbers of one change; `used` says which a year's register has given before."""

    def __init__(self, used: Callable[[int], Sequence[int | None]], start_at: int | None = None) -> None:
        self._used = used
        self._start_at = start_at
        self._given: dict[int, list[int | None]] = {}

    def next(self, year: int) -> int:
        """The next number of a year."""
        if year not in self._given:
            self._given[year] = list(self._used(year))
        number = next_number(self._given[year], self._start_at)
        self._given[year].append(number)
        return number
