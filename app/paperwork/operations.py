"""The verbs of a house's file: papers printed, signed, scanned; the file closed and opened again."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from app.actions import Action
from app.documents.scan_files import Scan, read_scan
from app.drafts import tidied, together
from app.journal.recording import Recorder
from app.kept_files import keep_bytes
from app.paperwork.drafts import CloseDraft, MarkDraft, ScanDraft
from app.paperwork.queries import house_files, marks_of
from app.paperwork.rules import check_close, check_close_day, check_mark, check_reopen
from app.parsing import today
from app.problems import Problem, refuse_errors
from app.progress import Progress
from app.rows import write_row
from app.support.queries import case_state, facts_of
from app.workspace import Changes, Workspace
from models.paperwork import CaseClosing, PaperMark
from models.vocabulary import PaperState

Warnings = list[Problem]
Pairs = Sequence[tuple[str, str]]


def mark_papers(workspace: Workspace, draft: MarkDraft) -> tuple[Changes, Warnings]:
    """Note that a paper of houses was signed (or printed). Raises `Refused`."""
    with workspace.change(Action.MARK_PAPER) as change:
        draft = tidied(draft)
        refuse_errors(check_mark(draft.kind, draft.done_on, today().isoformat()))
        facts_of(change.session, draft.case_ids)
        common: dict[str, object] = {"kind": draft.kind, "state": draft.state.value, "done_on": draft.done_on}
        common |= {"signer": draft.signer, "note": draft.note}
        change.recorder.record_many([(PaperMark, {"case_id": one, **common}) for one in draft.case_ids])
    return change.done, []


def add_scan(workspace: Workspace, draft: ScanDraft, progress: Progress | None = None) -> tuple[Changes, Warnings]:
    """Take a scan into the files of houses; one that is there already is left as it is.

    Raises `Refused`, `Trouble` (no scan, damaged, too large, disk full), `Cancelled`: nothing is changed then.
    """
    draft = tidied(draft)
    refuse_errors(check_mark(draft.kind, draft.done_on, today().isoformat()))
    with workspace.read() as session:
        facts_of(session, draft.case_ids)
    scan = read_scan(draft.file, progress)
    content = keep_bytes(workspace.folder, scan.data, scan.ending)
    with workspace.change(Action.SCAN_PAPER) as change:
        write_scan(change.recorder, draft, scan, content)
    return change.done, []


def write_scan(recorder: Recorder, draft: ScanDraft, scan: Scan, content: str) -> None:
    """The rows of a scan that lies in the data folder; opens no change."""
    known = {(one.case_id, one.kind) for one in marks_of(recorder.session, draft.case_ids) if one.content == content}
    row = {
        "kind": draft.kind,
        "state": PaperState.SCANNED.value,
        "done_on": draft.done_on,
        "signer": draft.signer,
        "note": draft.note,
        "content": content,
        "ending": scan.ending,
        "size": len(scan.data),
        "pages": scan.pages,
        "name": draft.file.name,
    }
    new = [one for one in draft.case_ids if (one, draft.kind) not in known]
    recorder.record_many([(PaperMark, {"case_id": one, **row}) for one in new])


def remove_mark(workspace: Workspace, mark_id: str, version: int | None = None) -> Changes:
    """Take a mark or a scan off its paper ("Gỡ"); a scan's file stays, undo brings it back. Raises `Stale`."""
    with workspace.change(Action.MARK_PAPER) as change:
        write_row(change.session, PaperMark, mark_id, version, {"deleted": True})
    return change.done


def note_printed(workspace: Workspace, pairs: Pairs) -> Changes | None:
    """Note that papers (case, kind) were printed or saved; those that are further already, or not asked for, are not.

    Returns None when there was nothing to note.
    """
    with workspace.read() as session:
        new = not_printed_yet(session, pairs)
    if not new:
        return None
    with workspace.change(Action.NOTE_PRINTED) as change:
        write_printed(change.recorder, new)
    return change.done


def write_printed(recorder: Recorder, pairs: Pairs) -> None:
    """A mark for each paper that was printed; opens no change."""
    common = {"state": PaperState.PRINTED.value, "done_on": today().isoformat()}
    recorder.record_many([(PaperMark, {"case_id": case, "kind": kind, **common}) for case, kind in pairs])


def not_printed_yet(session: Session, pairs: Pairs) -> list[tuple[str, str]]:
    """Those of some papers (case, kind) that their programme asks for and of which nothing is known yet."""
    files = {one.case_id: one for one in house_files(session, list(dict.fromkeys(case for case, _ in pairs)))}
    found = []
    for case, kind in dict.fromkeys(pairs):
        cell = files[case].cell(kind) if case in files else None
        if cell is not None and cell.asked and cell.state is PaperState.NONE:
            found.append((case, kind))
    return found


# Closing


def close_files(workspace: Workspace, drafts: Sequence[CloseDraft]) -> tuple[Changes, Warnings]:
    """Close the files of houses, all or none ("Đóng hồ sơ"). Raises `Refused`: papers missing and no reason given."""
    with workspace.change(Action.CLOSE_FILE) as change:
        warnings = write_closings(change.recorder, drafts)
    return change.done, warnings


def write_closings(recorder: Recorder, drafts: Sequence[CloseDraft]) -> Warnings:
    """A row for each file that is closed; opens no change."""
    drafts = [tidied(one) for one in drafts]
    session = recorder.session
    facts = facts_of(session, [one.case_id for one in drafts])
    papers = {one.case_id: one.papers for one in house_files(session, [one.case_id for one in drafts])}
    day = today().isoformat()
    found = [problem for one in drafts for problem in check_close_day(one.closed_on, day)]
    for one, case in zip(drafts, facts, strict=True):
        found += check_close(case, case_state(case), papers.get(one.case_id, ()), one.reason)
    warnings = refuse_errors(together(found))
    rows = [{"case_id": one.case_id, "closed_on": one.closed_on, "reason": one.reason or None} for one in drafts]
    recorder.record_many([(CaseClosing, dict(row)) for row in rows])
    return warnings


def reopen_file(workspace: Workspace, case_id: str, reason: str) -> tuple[Changes, Warnings]:
    """Open a closed file again, with a reason ("Mở lại hồ sơ"). Raises `Refused`."""
    with workspace.change(Action.REOPEN_FILE) as change:
        [facts] = facts_of(change.session, [case_id])
        standing = case_state(facts).closing
        warnings = refuse_errors(check_reopen(facts, case_state(facts), reason.strip()))
        values = {"case_id": case_id, "closed_on": today().isoformat(), "revoked": True, "reason": reason.strip()}
        change.recorder.record_many([(CaseClosing, values | {"replaces_id": standing.id if standing else None})])
    return change.done, warnings
