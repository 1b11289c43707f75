"""What lies beside the records of people whose data went: their pictures and scans go too."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress

from sqlalchemy import Connection, select

from app.database import overwrite_freed
from app.exchange.contents import recorded_anywhere
from app.exchange.erased import erased_here, gone_contents
from app.journal.arrival import WAITING
from app.journal.operation import Operation, from_wire
from app.journal.store import OPERATIONS, batches
from app.kept_files import FOLDER as KEPT
from app.pictures import EARLY
from app.pictures import FOLDER as PHOTOS
from app.pictures import WAITING as PHOTOS_WAITING
from app.workspace import Workspace

_FIELD = "content"
_FOLDERS = (f"{PHOTOS}/??", f"{KEPT}/??", f"{PHOTOS_WAITING}/??", EARLY)


def contents_of(operations: Iterable[Operation]) -> set[str]:
    """The contents (SHA-256) of the pictures and scans that these operations name."""
    return {str(said) for one in operations if (said := one.value(_FIELD))}


def doomed_contents(connection: Connection, offered: Iterable[Operation]) -> set[str]:
    """Before operations are taken in: the contents named by those that an erase among them, or an earlier one, empties.

    Some may be named by others still; `forget_contents` looks. What is emptied then is overwritten in the file.
    """
    offered = list(offered)
    rows = {one.row for one in offered if one.kind == "erase"}
    known = erased_here(connection).keys() if offered else set()
    touched = [one for one in offered if one.row in rows or one.row in known]
    if touched:
        overwrite_freed(connection)
    found = contents_of(touched)
    for table in (OPERATIONS, WAITING) if rows else ():
        for batch in batches(sorted(rows)):
            named = select(table.c.body).where(table.c.body.contains(f'"{_FIELD}"'))
            named = named.where(table.c.row_id.in_(batch)) if "row_id" in table.c else named
            stored = map(from_wire, connection.execute(named).scalars())
            found |= contents_of(one for one in stored if one.row in rows)
    return found


def forget_contents(workspace: Workspace) -> int:
    """Delete the files of contents that went and that no record names; returns how many."""
    with workspace.read() as session:
        contents = gone_contents(session.connection())
        contents -= recorded_anywhere(session.connection(), contents)
    folders = _FOLDERS if contents else ()
    found = [file for place in folders for file in workspace.folder.glob(f"{place}/*") if file.stem in contents]
    for file in found:
        with suppress(OSError):  # open in another program: found again with the next erase
            file.unlink()
    return len(found)
