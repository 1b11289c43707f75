"""Takes a received package back as a whole, while nothing was built upon it: the journal stands as before it came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, select, update

from app import bundled
from app.actions import Action
from app.exchange.package_trace import NOTES, PEERS, UNDONE, Trace, traces_after
from app.journal.arrival import WAITING
from app.journal.operation import Operation, from_wire
from app.journal.removal import rows_naming, take_out
from app.journal.store import HEADS, OPERATIONS, batches, entities, load_offices
from app.local import Fact, drop_fact
from app.problems import Problem, Refused, refuse
from app.wording.actions import ACTIONS
from app.workspace import Changes, Workspace
from models.vocabulary import AreaKind

#: Records that the program brings, beside plans and areas that are no villages: taken back means as it brought them.
_BUNDLED = frozenset({"area_alias", "programme", "programme_rule", "support_norm"})


def undo_package(workspace: Workspace, package_id: str) -> Changes:
    """Take out exactly the operations that a package brought, with what it made this laptop write.

    The note stays, so that the original in the inbox may be received again. Raises `Refused` with the reason.
    """
    with workspace.change(Action.UNDO_PACKAGE) as change:
        connection = change.session.connection()
        note, trace = _received(connection, package_id)
        gone = trace.brought(connection)
        taken = list(_read(connection, gone))
        problem = _why_not(connection, workspace, trace, taken)
        if problem is not None:
            raise Refused([problem])
        change.recorder.rows = take_out(connection, gone, _applied(connection, trace.again))
        if any(one.kind == "create" and _bundled(one) for one in taken):
            drop_fact(connection, Fact.BUNDLED)
            bundled.refresh(connection)
        _put_peer_back(connection, note, trace)
        mine = (NOTES.c.id == package_id) & NOTES.c.incoming.is_(True)
        connection.execute(update(NOTES).where(mine).values(result=UNDONE))
    return change.done


def why_not_undone(workspace: Workspace, package_id: str) -> Problem | None:
    """What stands against taking a package back; None: nothing."""
    with workspace.read() as session:
        connection = session.connection()
        try:
            _, trace = _received(connection, package_id)
        except Refused as refused:
            return refused.problems[0]
        return _why_not(connection, workspace, trace, list(_read(connection, trace.brought(connection))))


def _received(connection: Connection, package_id: str) -> tuple[Any, Trace]:
    note = connection.execute(select(NOTES).where(NOTES.c.id == package_id, NOTES.c.incoming.is_(True))).first()
    if note is None:
        raise refuse("package", "package_unknown", package=package_id)
    if note.result == UNDONE:
        raise refuse("package", "package_undone", number=note.number)
    trace = Trace.of(note.report)
    if trace is None:
        raise refuse("package", "package_untraced", number=note.number)
    return note, trace


def _applied(connection: Connection, ids: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for batch in batches(ids):
        found |= set(connection.execute(select(OPERATIONS.c.id).where(OPERATIONS.c.id.in_(batch))).scalars())
    return found


# What stands against it


def _why_not(connection: Connection, workspace: Workspace, trace: Trace, taken: list[Operation]) -> Problem | None:
    if any(one.kind == "erase" for one in taken):
        return Problem("package", "package_erased")
    told = _told_others(connection, workspace.author.office, trace, {one.stream for one in taken})
    if told is not None:
        return told
    later = _Later(connection, trace, workspace.author.device)
    gone = {one.id for one in taken}
    for one in _built_upon(connection, taken, gone | _applied(connection, trace.again)):
        if (problem := later.problem(one)) is not None:
            return problem
    return None


def _read(connection: Connection, ids: Iterable[str]) -> Iterator[Operation]:
    for batch in batches(sorted(ids)):
        for table in (OPERATIONS, WAITING):
            for body in connection.execute(select(table.c.body).where(table.c.id.in_(batch))).scalars():
                yield from_wire(body)


def _told_others(connection: Connection, office: str, trace: Trace, streams: set[str]) -> Problem | None:
    """A package written since has shown its addressee that these operations are held here."""
    offices = load_offices(connection)
    sent = connection.execute(select(NOTES).where(NOTES.c.incoming.is_(False)).order_by(NOTES.c.noted_ms)).all()
    for note in sent:
        if int(note.number) > trace.sent and streams & set(offices.carried(office, note.office_code)):
            return Problem("package", "package_told", {"number": note.number, "office": note.office_name})
    return None


@dataclass
class _Later:
    """Tells what was written or received after a package from what was here before it."""

    connection: Connection
    trace: Trace
    device: str

    def __post_init__(self) -> None:
        self._packages = traces_after(self.connection, self.trace.place)

    def problem(self, one: Operation) -> Problem | None:
        """Why an operation stands against it; None for one that was here before."""
        for note, trace in self._packages:
            if trace.has(one):
                values = {"number": note.number, "office": note.office_name, "file": note.file_name}
                return Problem("package", "package_followed", values)
        own = one.device == self.trace.device and one.seq > self.trace.own.get(one.stream, 0)
        if own or one.device == self.device != self.trace.device:
            values = {"who": one.user[1], "action": ACTIONS.get(one.action, one.action)}
            return Problem("package", "package_built_upon", values)
        return None


def _built_upon(connection: Connection, taken: list[Operation], gone: set[str]) -> Iterator[Operation]:
    """What follows, answers, supersedes or names an operation that is to go, or hangs on a row that began with it."""
    names = {one.name for one in taken}
    rows = {one.row for one in taken}
    begun = _begun_with(connection, taken, gone)
    facts = {one.parent for one in taken if one.kind == "create" and _is_fact(one.entity)}
    naming = rows_naming(connection, begun)
    yield from _followers(connection, taken, gone)
    for one in _operations_on(connection, rows | begun.keys() | naming | _around(connection, rows)):
        if one.id in gone:
            continue
        answers = names & {*one.supersedes, *one.about}
        hangs = one.row in begun or one.parent in begun or any(one.value(name) in begun for name in one.values)
        beside = one.kind == "create" and one.parent in facts and _is_fact(one.entity)
        if answers or hangs or beside:
            yield one


def _is_fact(entity: str) -> bool:
    """Whether records of this kind are what was decided or happened: a later one rests on those before it."""
    return entity in entities() and entities()[entity].__append_only__


def _begun_with(connection: Connection, taken: list[Operation], gone: set[str]) -> dict[str, str]:
    """The rows that have no beginning without these operations, with what they are."""
    begun = {one.row: one.entity for one in taken if one.kind == "create"}
    for batch in batches(sorted(begun)):
        creates = select(OPERATIONS.c.row_id, OPERATIONS.c.id).where(
            OPERATIONS.c.row_id.in_(batch), OPERATIONS.c.kind == "create"
        )
        for row in connection.execute(creates):
            if row.id not in gone:
                begun.pop(row.row_id, None)
    return begun


def _around(connection: Connection, rows: set[str]) -> set[str]:
    """The rows above, whose deletion names what stands below; and those beside and below."""
    found: set[str] = set()
    for batch in batches(sorted(rows)):
        above = select(HEADS.c.parent_id).where(HEADS.c.row_id.in_(batch), HEADS.c.parent_id.is_not(None))
        found |= set(connection.execute(above).scalars())
    level = set(found)
    for batch in batches(sorted(found | rows)):
        found |= set(connection.execute(select(HEADS.c.row_id).where(HEADS.c.parent_id.in_(batch))).scalars())
    for batch in batches(sorted(level)):
        above = select(HEADS.c.parent_id).where(HEADS.c.row_id.in_(batch), HEADS.c.parent_id.is_not(None))
        found |= set(connection.execute(above).scalars())
    return found


def _operations_on(connection: Connection, rows: set[str]) -> Iterator[Operation]:
    for batch in batches(sorted(rows)):
        for body in connection.execute(select(OPERATIONS.c.body).where(OPERATIONS.c.row_id.in_(batch))).scalars():
            yield from_wire(body)


def _followers(connection: Connection, taken: list[Operation], gone: set[str]) -> Iterator[Operation]:
    lowest: dict[tuple[str, str], int] = {}
    for one in taken:
        chain = (one.device, one.stream)
        lowest[chain] = min(one.seq, lowest.get(chain, one.seq))
    columns = OPERATIONS.c
    for (device, stream), seq in lowest.items():
        rows = connection.execute(
            select(columns.id, columns.previous, columns.body).where(
                columns.device == device, columns.stream == stream, columns.seq > seq
            )
        )
        yield from (from_wire(row.body) for row in rows if row.previous in gone and row.id not in gone)


# Afterwards


def _bundled(one: Operation) -> bool:
    """Whether the row may be one that the program brought: an office that changes it begins it in the journal."""
    if one.entity == "area":
        return one.value("kind") != AreaKind.VILLAGE
    return one.entity in _BUNDLED or one.entity.startswith("campaign")


def _put_peer_back(connection: Connection, note: Any, trace: Trace) -> None:
    """What the sender's laptop has shown to hold is what it had shown before, if it has not shown more since."""
    if any(one.device == note.device for one, _ in traces_after(connection, trace.place)):
        return
    mine = PEERS.c.device == note.device
    if trace.peer is None:
        connection.execute(delete(PEERS).where(mine))
    else:
        before = {name: trace.peer[name] for name in ("vector", "seen_ms")}
        connection.execute(update(PEERS).where(mine).values(before))
