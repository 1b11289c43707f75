"""Households that people said are one: which of them is shown, kept in a side table made from their `alias_of`.

A row stays below the household it was written for; the fold shows it below the household shown, so that every query
finds both histories there, and each one again when the word is taken back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from sqlalchemy import Connection, delete, insert, select

from app.journal.heads import Folded
from app.journal.store import batches, table_of
from models.everything import METADATA

JOINED = METADATA.tables["joined_household"]
HOUSEHOLD = "household"


def shown_households(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """Household -> the one it is shown as, for those of these that are joined with others; also the shown one."""
    found: dict[str, str] = {}
    if connection.scalar(select(JOINED.c.household_id).limit(1)) is None:
        return found  # as in most offices: asked at every fold
    for batch in batches(ids):
        rows = connection.execute(select(JOINED).where(JOINED.c.household_id.in_(batch)))
        found |= {row.household_id: row.shown_id for row in rows}
    return found


def joined_with(connection: Connection, ids: Iterable[str]) -> set[str]:
    """All households that are one with any of these, these among them where they are joined at all."""
    shown = set(shown_households(connection, ids).values())
    found: set[str] = set()
    for batch in batches(sorted(shown)):
        found |= set(connection.execute(select(JOINED.c.household_id).where(JOINED.c.shown_id.in_(batch))).scalars())
    return found


def pointing_at(connection: Connection, ids: Iterable[str]) -> set[str]:
    """The households that are said to be one of these, joined or not; reads the whole table, where any are asked."""
    alias = table_of(HOUSEHOLD).c.alias_of
    found: set[str] = set()
    for batch in batches(ids):
        found |= set(connection.execute(select(table_of(HOUSEHOLD).c.id).where(alias.in_(batch))).scalars())
    return found


def groups_of(folded: Mapping[str, Folded], standing: Mapping[str, str], gone: Callable[[str], bool]) -> dict[str, str]:
    """Household -> the one shown, of all whose group holds two or more.

    `folded` holds every household of every group that is touched, `standing` those that stood in a group. Only rows of
    one stream are joined. Of a group the smallest id is shown, of those on the list where one is.
    """
    root = {row: row for row, found in folded.items() if found.values.get("alias_of") or row in standing}
    root |= {target: target for row in root if (target := target_of(folded, row))}
    for row in list(root):
        target = target_of(folded, row)
        if target is not None:
            low, high = sorted((_root(root, row), _root(root, target)))
            root[high] = low
    groups: dict[str, list[str]] = {}
    for row in sorted(root):
        groups.setdefault(_root(root, row), []).append(row)
    found: dict[str, str] = {}
    for group in groups.values():
        if len(group) > 1:
            shown = min(group, key=lambda one: (gone(one), one))
            found |= dict.fromkeys(group, shown)
    return found


def target_of(folded: Mapping[str, Folded], row: str) -> str | None:
    """The household this one is said to be, where that one is here, another and of the same stream."""
    target = folded[row].values.get("alias_of")
    if not isinstance(target, str) or target == row or target not in folded:
        return None
    return target if folded[target].stream == folded[row].stream else None


def _root(root: Mapping[str, str], row: str) -> str:
    while root[row] != row:
        row = root[row]
    return row


def keep_groups(connection: Connection, before: Iterable[str], groups: Mapping[str, str]) -> None:
    """Write the groups as they now are in place of those these households stood in."""
    for batch in batches(sorted({*before, *groups})):
        connection.execute(delete(JOINED).where(JOINED.c.household_id.in_(batch)))
    rows = [{"household_id": row, "shown_id": shown} for row, shown in sorted(groups.items())]
    if rows:
        connection.execute(insert(JOINED), rows)
