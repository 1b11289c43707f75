"""Which papers were printed before, and keeping that they were printed now; above the rooms that know papers."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from app.office.queries import issued_texts
from app.paperwork.operations import note_printed
from app.paperwork.queries import marks_of
from app.paperwork.shared import cases_on
from app.workspace import Changes, Workspace
from models.vocabulary import PaperKind


def printed_before(session: Session, kind: PaperKind, ids: Sequence[str]) -> set[str]:
    """Those of the ids whose paper of this kind was issued, printed, signed or scanned already."""
    found = {one for one in issued_texts(session, kind.value, ids) if one in ids}
    cases = {one: cases_on(session, kind.value, [one]) for one in ids if one not in found}
    every = [case for some in cases.values() for case in some]
    marked = {one.case_id for one in marks_of(session, every) if one.kind == kind.value}
    return found | {one for one, some in cases.items() if marked.intersection(some)}


def keep_printed(workspace: Workspace, kind: PaperKind, ids: Sequence[str]) -> Changes | None:
    """Note in the files of the houses that their papers were printed or saved; None when there is nothing to note."""
    with workspace.read() as session:
        pairs = [(case, kind.value) for one in ids for case in cases_on(session, kind.value, [one])]
    return note_printed(workspace, pairs)
