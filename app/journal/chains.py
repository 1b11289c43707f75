"""Who holds what: the vector of this laptop, and which operations another has shown to hold. Vectors acknowledge."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, func, select

from app.journal.store import BATCH, OPERATIONS, TIPS

Vector = dict[str, dict[str, list[list[int | str]]]]
Chain = tuple[str, str]


def own_vector(connection: Connection, streams: Iterable[str]) -> Vector:
    """What is held here without a gap, of every device: {device: {stream: [[seq, hash], ...]}}, an entry a branch."""
    found: dict[str, dict[str, list[list[int | str]]]] = defaultdict(dict)
    rows = connection.execute(
        select(TIPS).where(TIPS.c.stream.in_(list(streams))).order_by(TIPS.c.seq, TIPS.c.operation_id)
    )
    for row in rows:
        found[row.device].setdefault(row.stream, []).append([row.seq, row.operation_id])
    return dict(found)


def operations_lacking(connection: Connection, streams: Iterable[str], vectors: Sequence[Vector]) -> list[str]:
    """The ids of the operations that not all of these holders have shown to hold; all of them without a vector.

    An entry acknowledges the chain that ends in its hash; a hash unknown here acknowledges nothing.
    """
    lacking = []
    columns = OPERATIONS.c
    forked = _forked_chains(connection)
    for stream in sorted(streams):
        devices = connection.execute(select(columns.device).where(columns.stream == stream).distinct()).scalars().all()
        for device in sorted(devices):
            known = [one.get(device, {}).get(stream, []) for one in vectors]
            if (device, stream) in forked:
                lacking += _lacking_in_fork(connection, device, stream, known)
            else:
                reached = min((_reach(connection, device, stream, tips) for tips in known), default=0)
                rows = connection.execute(
                    select(columns.id)
                    .where(columns.device == device, columns.stream == stream, columns.seq > reached)
                    .order_by(columns.seq)
                )
                lacking += rows.scalars().all()
    return lacking


def forked_positions(connection: Connection) -> list[tuple[str, str, int]]:
    """Every (device, stream, seq) that holds two operations or more: a copied folder or a restored backup."""
    columns = OPERATIONS.c
    place = (columns.device, columns.stream, columns.seq)
    rows = connection.execute(select(*place).group_by(*place).having(func.count() > 1).order_by(*place))
    return [(row.device, row.stream, row.seq) for row in rows]


def _forked_chains(connection: Connection) -> set[Chain]:
    rows = connection.execute(
        select(TIPS.c.device, TIPS.c.stream).group_by(TIPS.c.device, TIPS.c.stream).having(func.count() > 1)
    )
    return {(row.device, row.stream) for row in rows}


def _reach(connection: Connection, device: str, stream: str, tips: list[list[int | str]]) -> int:
    """How far a holder of these tips has come in a chain without branches; an operation of another chain says nothing.

    A tip is one a branch: whoever names more than fit one statement shows nothing.
    """
    ids = [str(tip) for _, tip in tips][:BATCH]
    columns = OPERATIONS.c
    here = (columns.id.in_(ids), columns.device == device, columns.stream == stream)
    return (connection.scalar(select(func.max(columns.seq)).where(*here)) if ids else None) or 0


def _lacking_in_fork(connection: Connection, device: str, stream: str, known: list[list[list[int | str]]]) -> list[str]:
    columns = OPERATIONS.c
    rows = connection.execute(
        select(columns.id, columns.previous, columns.seq)
        .where(columns.device == device, columns.stream == stream)
        .order_by(columns.seq, columns.id)
    ).all()
    previous = {row.id: row.previous for row in rows}
    held_by_all: set[str] | None = None
    for tips in known:
        held: set[str] = set()
        for _, tip in tips:
            one = str(tip)
            while one in previous and one not in held:
                held.add(one)
                one = previous[one]
        held_by_all = held if held_by_all is None else held_by_all & held
    return [row.id for row in rows if row.id not in (held_by_all or set())]
