"""What became of papers: printed before, printed now, issued with number, day and scan; above the rooms they are of."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy.orm import Session

from app.documents.paper_forms import About
from app.office.issued_texts import IssuedTextDraft, check_issued_text, save_issued_text
from app.office.queries import issued_texts
from app.papers import FORMS
from app.paperwork.drafts import ScanDraft
from app.paperwork.operations import add_scan, note_printed
from app.paperwork.queries import marks_of
from app.paperwork.shared import cases_on, is_shared
from app.parsing import today
from app.problems import refuse_errors
from app.progress import Progress
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


def scannable(session: Session, kind: PaperKind, ids: Sequence[str]) -> list[str]:
    """The cases in whose files the scan of these papers belongs; none for texts that are about no house."""
    if is_shared(kind) or FORMS[kind].about is About.CASE:
        return cases_on(session, kind.value, ids)
    return []


def save_issued_paper(
    workspace: Workspace, draft: IssuedTextDraft, scan: Path | None, progress: Progress | None = None
) -> Changes:
    """Keep what văn thư gave a text, and its scan in the files of its houses, where there is one.

    Raises `Refused`, `Trouble` (no scan, damaged): then nothing is kept.
    """
    if scan is not None:
        refuse_errors(check_issued_text(draft, today().isoformat()))
        with workspace.read() as session:
            cases = tuple(scannable(session, draft.kind, draft.about_ids))
        add_scan(workspace, ScanDraft(cases, draft.kind.value, scan, draft.issued_on, draft.signer), progress)
    return save_issued_text(workspace, draft)[0]
