"""Which household a row of the journal belongs to: itself, or the row above its case, decision or member.

A household joined with others is the one they are shown as.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from app.journal.bulk import among
from app.journal.joined import HOUSEHOLD, shown_households
from app.journal.store import HEADS

__all__ = ["HOUSEHOLD", "households_above"]

_LEVELS = 4  # a decision stands under a case, a case under a household; one to spare for later records


def households_above(connection: Connection, rows: Iterable[str]) -> dict[str, str]:
    """Row id -> household id, of the rows that are or belong to a household."""
    found: dict[str, str] = {}
    looked_for = {row: row for row in rows}
    for _ in range(_LEVELS):
        heads = _heads(connection, set(looked_for.values()))
        above: dict[str, str] = {}
        for row, at in looked_for.items():
            entity, parent = heads.get(at, (None, None))
            if entity == HOUSEHOLD:
                found[row] = at
            elif parent:
                above[row] = parent
        looked_for = above
        if not above:
            break
    shown = shown_households(connection, set(found.values()))
    return {row: shown.get(at, at) for row, at in found.items()}


def _heads(connection: Connection, ids: Iterable[str]) -> dict[str, tuple[str | None, str | None]]:
    columns = HEADS.c
    query = select(columns.row_id, columns.entity, columns.parent_id).where(among(connection, columns.row_id, ids))
    return {row.row_id: (row.entity, row.parent_id) for row in connection.execute(query)}
