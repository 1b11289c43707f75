"""Households that people said are one: which of them is shown, kept in a side table made from their `alias_of`.

A row stays below the household it was written for; the fold shows it below the household shown, so that every query
finds both histories there, and each one again when the word is taken back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from sqlalchemy import Connection, delete, insert, select

from app.journal.bulk import among
from app.journal.heads import Folded
from app.journal.store import table_of
from models.everything import METADATA

JOINED = METADATA.tables["joined_household"]
HOUSEHOLD = "household"


def shown_households(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """Household -> the one it is shown as, for those of these that are joined with others; also the shown one."""
    if connection.scalar(select(JOINED.c.household_id).limit(1)) is None:
        return {}  # as in most offices: asked at every fold
    rows = connection.execute(select(JOINED).where(among(connection, JOINED.c.household_id, ids)))
    return {row.household_id: row.shown_id for row in rows}


def joined_with(connection: Connection, ids: Iterable[str]) -> set[str]:
    """All households that are one with any of these, these among them where they are joined at all."""
    shown = set(shown_households(connection, ids).values())
    together = select(JOINED.c.household_id).where(among(connection, JOINED.c.shown_id, shown))
    return set(connection.execute(together).scalars())


def pointing_at(connection: Connection, ids: Iterable[str]) -> set[str]:
    """The households that are said to be one of these, joined or not; reads the whole table, where any are asked."""
    home, named = table_of(HOUSEHOLD).c, list(ids)
    if not named:
        return set()
    return set(connection.execute(select(home.id).where(among(connection, home.alias_of, named))).scalars())


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
    connection.execute(delete(JOINED).where(among(connection, JOINED.c.household_id, {*before, *groups})))
    rows = [{"household_id": row, "shown_id": shown} for row, shown in sorted(groups.items())]
    if rows:
        connection.execute(insert(JOINED), rows)
