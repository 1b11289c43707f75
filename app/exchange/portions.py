"""A package that would be too large for its reader leaves as several: each a package of its own, in whatever order.

Households and what belongs to them are shown together; operations go in the order of their chains, so that the first
package needs none of those after it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path

from sqlalchemy import Connection, select

from app.documents.limits import MAX_CELLS, MAX_FILE_BYTES, MAX_ROWS
from app.journal.above import households_above
from app.problems import Trouble
from models.household import Household

#: What a reader takes; a little less is written, because Excel may save a file larger than it was.
MOST_BYTES = MAX_FILE_BYTES * 95 // 100
MOST_PORTIONS = 99


@dataclass(frozen=True)
class Portion:
    """One of `of` packages, `number` from 1: its operations, and from which household on the later ones begin."""

    operations: Sequence[str]
    number: int = 1
    of: int = 1
    begins: tuple[str, ...] = ()

    @property
    def label(self) -> dict[str, list[int]]:
        """What a manifest says of it; nothing where the package is whole."""
        return {"part": [self.number, self.of]} if self.of > 1 else {}

    def shown(self, connection: Connection, rows: Iterable[str]) -> set[str]:
        """Those of these rows that this package shows; what belongs to no household stands in the first."""
        rows = set(rows)
        if self.of == 1:
            return rows
        homes = households_above(connection, rows)
        return {row for row in rows if self._place(homes.get(row)) == self.number}

    def _place(self, household: str | None) -> int:
        return 1 if household is None else bisect_right(self.begins, household) + 1


def portions_of(connection: Connection, streams: Sequence[str], operations: Sequence[str], of: int) -> list[Portion]:
    """Cut a package into so many; the later ones may bring nothing new and only show their households."""
    columns = Household.__table__.c
    homes = (
        connection.execute(select(columns.id).where(columns.stream.in_(streams)).order_by(columns.id)).scalars().all()
    )
    begins = tuple(homes[len(homes) * place // of] for place in range(1, of)) if homes else ("~",) * (of - 1)
    cuts = [len(operations) * place // of for place in range(of + 1)]
    return [Portion(operations[cuts[at] : cuts[at + 1]], at + 1, of, begins) for at in range(of)]


def more_portions(of: int, fullness: float, name: str) -> int:
    """Into how many to cut next, when one of `of` portions is so many times too large. Raises `Trouble`."""
    if of >= MOST_PORTIONS:
        raise Trouble("package_too_large", name=name, limit=MOST_BYTES // 1024 // 1024)
    return min(MOST_PORTIONS, max(of + 1, ceil(of * fullness * 1.05)))


def fullness(file: Path, rows: int, cells: int) -> float:
    """How far a package fills what a reader takes: its size, its longest sheet, all its cells."""
    return max(file.stat().st_size / MOST_BYTES, rows / MAX_ROWS, cells / MAX_CELLS)
