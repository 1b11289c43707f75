"""Takes a change back by writing a new one; refused, naming the field, when a row has moved on."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from app.actions import Action
from app.bundled import bundled_values
from app.journal.canonical import Json
from app.journal.heads import Book
from app.journal.operation import ANSWERS, Operation, from_wire
from app.journal.recording import Recorder
from app.journal.store import OPERATIONS, TIPS, entities
from app.problems import refuse
from app.workspace import Changes, Workspace
from models.everything import METADATA

UNDO = Action.UNDO.value.name
#: Actions by the name the journal keeps.
BY_NAME = {action.value.name: action for action in Action}
_UNDOABLE = frozenset(name for name, action in BY_NAME.items() if action.undoable)


def newest_undoable(connection: Connection, device: str) -> tuple[str, str] | None:
    """(change id, action) of the newest change of this laptop that can be taken back and was not yet."""
    undone, seen = 0, set()
    for row in _newest_first(connection, device):
        if row.change in seen:
            continue
        seen.add(row.change)
        if row.action == UNDO:
            undone += 1
        elif row.action in _UNDOABLE:
            if not undone:
                return row.change, row.action
            undone -= 1
    return None


def _newest_first(connection: Connection, device: str) -> Iterator[Row[Any]]:
    """What a laptop wrote, newest first, read only as far as it is asked for."""
    streams = connection.execute(select(TIPS.c.stream).where(TIPS.c.device == device).distinct()).scalars().all()
    written = [_of_stream(connection, device, stream) for stream in sorted(streams)]
    for _, _, row in heapq.merge(*written, key=lambda one: one[:2], reverse=True):
        yield row


def _of_stream(connection: Connection, device: str, stream: str) -> Iterator[tuple[tuple[int, int], int, Any]]:
    """What it wrote in one stream, backwards: time, number, row.

    Its order counts, not the times: one may lie far ahead, because an operation is later than what it answers.
    """
    columns = OPERATIONS.c
    wanted = select(columns.change, columns.action, columns.seq, columns.ms, columns.counter)
    own = wanted.where(columns.device == device, columns.stream == stream).order_by(columns.seq.desc())
    for row in connection.execute(own):
        yield (row.ms, row.counter), row.seq, row


def next_undo(workspace: Workspace) -> str | None:
    """The name of the action that "Hoàn tác" would take back now; None when there is nothing."""
    with workspace.read() as session:
        found = newest_undoable(session.connection(), workspace.author.device)
    return found[1] if found else None


def undo_newest(workspace: Workspace) -> Changes:
    """Take the newest undoable change of this laptop back. Raises `Refused`."""
    with workspace.change(Action.UNDO) as change:
        recorder = change.recorder
        found = newest_undoable(recorder.store.connection, workspace.author.device)
        if found is None:
            raise refuse("", "nothing_to_undo")
        workspace.permit(BY_NAME[found[1]])
        undo_change(recorder, found[0])
    return change.done


def undo_change(recorder: Recorder, change: str) -> None:
    """Write the operations that take a change of this office back; opens no change."""
    columns = OPERATIONS.c
    bodies = recorder.store.connection.execute(select(columns.body).where(columns.change == change)).scalars().all()
    undone = sorted((from_wire(body) for body in bodies), key=lambda one: one.order, reverse=True)
    undone = [one for one in undone if one.office == recorder.author.office]
    recorder.store.load(one.row for one in undone)
    for one in undone:
        _check(recorder, one, change)
    _check_not_named(recorder, undone)
    for one in undone:
        _take_back(recorder, one)


def _check(recorder: Recorder, one: Operation, change: str) -> None:
    history = recorder.store.history
    book = history.book(one.row)
    if one.kind in ANSWERS or one.kind == "propose":
        raise refuse("", "answers_are_not_undone")
    if one.kind == "create":
        if bundled_values(recorder.store.connection, one.entity, one.row) is None:
            _check_nothing_hangs(recorder, book, change)
        elif any(each.change != change for each in _standing(book)):
            raise refuse("", "row_moved_on", field="")
        return
    for name in one.digests:
        found = history.effective(book, name)
        ours = _proposal_of_ours(recorder, book, one, name)
        if one.id not in book.heads_of(name) if ours else _shown_for(book, one, name, found.shown) is None:
            raise refuse(name, "row_moved_on", field=name)


def _check_nothing_hangs(recorder: Recorder, book: Book, change: str) -> None:
    """A row made can go only while no other change wrote it, wrote below it, or came after it on the same case."""
    history = recorder.store.history
    for below in _with_below(recorder, book):
        if below is not book and history.gone(below)[0]:
            continue
        if any(one.change != change for one in _standing(below)):
            raise refuse("", "row_moved_on", field="")
    entity = entities().get(book.entity or "")
    if entity is None or not entity.__append_only__ or book.parent is None:
        return
    made = min(book.operations[one].order for one in book.creates)
    for sibling in map(history.book, history.book(book.parent).children):
        later = any(
            sibling.operations[one].order > made and sibling.operations[one].change != change for one in sibling.creates
        )
        other = entities().get(sibling.entity or "")
        if later and other is not None and other.__append_only__ and not history.gone(sibling)[0]:
            raise refuse("", "row_has_followers")


#: What lines of the ledger name beside the row they hang on.
_NAMED_BY_LINES = frozenset({"fund_source", "donor", "drive", "drive_person", "pledge"})


def _check_not_named(recorder: Recorder, undone: Sequence[Operation]) -> None:
    """A source, donor or drive goes only while no line names it: the line would lose what it stands for."""
    for entity in sorted(_NAMED_BY_LINES & {one.entity for one in undone if one.kind == "create"}):
        made = [one.row for one in undone if one.kind == "create" and one.entity == entity]
        for table in METADATA.sorted_tables:
            for key in table.foreign_keys:
                if key.column.table.name != entity or "row_out" not in table.c:
                    continue
                naming = select(table.c.id).where(key.parent.in_(made), table.c.row_out.is_(False))
                if set(recorder.store.connection.execute(naming).scalars()) - {one.row for one in undone}:
                    raise refuse("", "row_has_followers")


def _standing(book: Book) -> list[Operation]:
    """The operations of a row that were not taken back, and do not take back others."""
    undos = [one for one in book.operations.values() if one.action == UNDO]
    taken_back = {name for one in undos for name in (*one.supersedes, *(one.about if one.kind != "delete" else ()))}
    return [one for one in book.operations.values() if one.action != UNDO and one.id not in taken_back]


def _with_below(recorder: Recorder, book: Book) -> list[Book]:
    found = [book]
    for child in sorted(book.children):
        found += _with_below(recorder, recorder.store.history.book(child))
    return found


def _proposal_of_ours(recorder: Recorder, book: Book, one: Operation, name: str) -> bool:
    """Whether the save was only a proposal, because another office owns the field."""
    owned = recorder.store.history.effective(book, name).owned
    return owned and not recorder.store.history.owns(recorder.author.office, book, one.entity, one.stream, name)


def _take_back(recorder: Recorder, one: Operation) -> None:
    book = recorder.store.history.book(one.row)
    original = bundled_values(recorder.store.connection, one.entity, one.row) if one.kind == "create" else None
    if original is not None:
        _as_it_came(recorder, book, one, original)
    elif one.kind in ("create", "restore"):
        recorder.write_fate(book, gone=True, about=[one.id])
    elif one.kind == "delete":
        recorder.write_fate(book, gone=False, about=[one.id])
    else:
        _put_back(recorder, book, one)


def _as_it_came(recorder: Recorder, book: Book, one: Operation, original: dict[str, Any]) -> None:
    """A row that came with the program says again what it said then: its office only changed it."""
    back = {name: value for name, value in original.items() if name in one.digests and value != one.value(name)}
    if back:
        recorder.save_fields(book, back, about=[one.id])
    if one.value("deleted"):
        recorder.write_fate(book, gone=False, about=[one.id])


def _put_back(recorder: Recorder, book: Book, one: Operation) -> None:
    back: dict[str, Json] = {}
    named: dict[str, str] = {}
    for name in one.digests:
        if _proposal_of_ours(recorder, book, one, name):
            recorder.write_on(book, "reject", {}, supersedes={one.name: [name]}, about=[one.name])
            continue
        before = [
            found for target, names in sorted(one.supersedes.items()) if name in names for found in book.named(target)
        ]
        back[name] = book.operations[before[0]].value(name) if before else None
        shown = recorder.store.history.effective(book, name).shown
        named[name] = _shown_for(book, one, name, shown) or one.id
    if back:
        recorder.save_fields(book, back, kind=one.kind, about=[one.id], named=named)


def _shown_for(book: Book, one: Operation, name: str, shown: Iterable[str]) -> str | None:
    """The shown head that is this operation, or an undo that has put it back."""
    return next((head for head in shown if _speaks_for(book, head, one, name)), None)


def _speaks_for(book: Book, head: str, one: Operation, name: str) -> bool:
    if head == one.id:
        return True
    operation = book.operations[head]
    if operation.action != UNDO:
        return False
    undone = [book.operations[each] for each in operation.about if each in book.operations]
    targets = [target for each in undone for target, names in each.supersedes.items() if name in names]
    return any(_speaks_for(book, found, one, name) for target in targets for found in book.named(target))
