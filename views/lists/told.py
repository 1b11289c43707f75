"""Problems and repairs of a list as tables: what stands in which cell, and what becomes of it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from app.documents.words import whole_text
from app.lists.report import ImportReport, ToldProblem, ToldRepair, opening_line, passed_over_lines
from app.wording import list_import as words
from app.wording.list_values import REPAIRS
from app.wording.messages import problem_text
from views.paged_table import Column, Found, Sort

R = TypeVar("R")


def counts_text(report: ImportReport) -> str:
    """The fate of every row, what is taken over from before the program was used, and the sheets that were not read."""
    said = {name: whole_text(getattr(report, name)) for name in words.COUNTED}
    counts = words.COUNTS.format(file=report.file, **said)
    opening = [opening_line(report.opening)] if report.opening else []
    return "\n".join([counts, *opening, *passed_over_lines(report)])


class RowsInHand(Generic[R]):
    """A table's source over rows that are in memory already; their keys are their places."""

    tables: frozenset[str] = frozenset()

    def __init__(self) -> None:
        self._rows: list[tuple[int, R]] = []

    def put(self, rows: Sequence[R]) -> None:
        """Other rows; the table is loaded by who calls."""
        self._rows = list(enumerate(rows))

    def key(self, row: tuple[int, R]) -> Hashable:
        return row[0]

    def first(self, sort: Sort | None, limit: int) -> Sequence[tuple[int, R]]:
        return self._rows[:limit]

    def find(self, sort: Sort | None) -> Found:
        return Found(range(len(self._rows)), len(self._rows))

    def rows(self, keys: Sequence[Hashable]) -> Sequence[tuple[int, R]]:
        return [self._rows[int(str(key))] for key in keys]


def _place(one: ToldProblem | ToldRepair) -> str:
    """The cell as Excel names it, with its sheet."""
    return f"{one.sheet}!{one.column or ''}{one.row}"


def _column(
    name: str, title: str, text: Callable[[R], str], width: int, *, stretch: bool = False
) -> Column[tuple[int, R]]:
    return Column(name, title, lambda row: text(row[1]), width, stretch=stretch, tip=lambda row: text(row[1]))


PROBLEM_COLUMNS: tuple[Column[tuple[int, ToldProblem]], ...] = (
    _column("place", words.PLACE, _place, 180),
    _column("level", words.LEVEL, lambda one: words.WARNING if one.problem.warning else words.ERROR, 110),
    _column("sentence", words.SENTENCE, lambda one: problem_text(one.problem), 300, stretch=True),
)
REPAIR_COLUMNS: tuple[Column[tuple[int, ToldRepair]], ...] = (
    _column("place", words.PLACE, _place, 180),
    _column("before", words.BEFORE, lambda one: one.before, 200),
    _column("after", words.AFTER, lambda one: one.after, 200),
    _column("why", words.WHY, lambda one: REPAIRS[one.kind], 300, stretch=True),
)
