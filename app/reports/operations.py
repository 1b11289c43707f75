"""The verbs of reports: keep one as it is sent ("Chốt báo cáo"), note what văn thư gave it, take its file out again."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from sqlalchemy.orm import Session

from app.actions import Action
from app.campaigns.queries import campaign_named
from app.documents.saving import whole_file
from app.drafts import tidied
from app.journal.canonical import canonical_text
from app.kept_files import is_kept, keep_file, kept_path
from app.parsing import fold, today
from app.problems import Problem, Stale, refuse, refuse_errors
from app.progress import Progress
from app.reports.catalogue import make_report, write_report
from app.reports.drafts import SentDraft, SentNoteDraft
from app.reports.queries import SentRow, sent_reports
from app.reports.rules import check_kept, check_sent
from app.reports.sent_content import content_text
from app.workspace import Changes, Workspace
from models.campaign import CampaignDeadline
from models.movement import SentReport

_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")


def keep_report(
    workspace: Workspace, draft: SentDraft, progress: Progress | None = None
) -> tuple[Changes, str, list[Problem]]:
    """Make a report, keep its file by content, its figures and its houses; returns the id of what was kept.

    Raises `Refused`, `Trouble`, `Cancelled`; nothing is recorded then.
    """
    draft = tidied(draft)
    warnings = refuse_errors(check_kept(draft, today().isoformat()))
    report = make_report(workspace, draft.report, draft.asked)
    with tempfile.TemporaryDirectory(dir=workspace.folder, prefix="chot-") as scratch:
        file = Path(scratch) / f"{file_stem(draft)}{draft.ending}"
        write_report(workspace, report, file, progress)
        content = keep_file(workspace.folder, file)
    with workspace.change(Action.KEEP_REPORT) as change:
        campaign = campaign_named(change.session, draft.asked.campaign).id if draft.asked.campaign else None
        row = SentReport(
            campaign_id=campaign or _campaign_of(change.session, draft.deadline_id),
            deadline_id=draft.deadline_id,
            period=draft.period,
            report=draft.report,
            parameters=canonical_text(draft.asked.as_texts()),
            as_of=draft.asked.as_of,
            number=draft.number,
            issued_on=draft.issued_on,
            sent_on=draft.sent_on,
            addressee=draft.addressee,
            content=content_text(report),
            file_name=file.name,
            file_hash=content,
            note=draft.note,
        )
        change.session.add(row)
        change.session.flush()
        kept = str(row.id)
    return change.done, kept, warnings


def _campaign_of(session: Session, deadline_id: str | None) -> str | None:
    """The campaign of the deadline a report was made for."""
    deadline = session.get(CampaignDeadline, deadline_id) if deadline_id else None
    return deadline.campaign_id if deadline else None


def file_stem(draft: SentDraft) -> str:
    """What the kept file is called: the report, its campaign, its day."""
    parts = (draft.report, draft.asked.campaign or "", draft.asked.as_of)
    return "-".join(_NOT_IN_NAMES.sub("-", fold(one)).strip("-") for one in parts if one)


def note_sent(workspace: Workspace, draft: SentNoteDraft) -> tuple[Changes, list[Problem]]:
    """Number, days, addressee and deadline of a kept report; its figures stay. Raises `Refused`, `Stale`."""
    draft = tidied(draft)
    with workspace.change(Action.KEEP_REPORT) as change:
        row = change.session.get(SentReport, draft.id)
        if row is None or row.row_out:
            raise refuse("", "report_not_kept")
        if row.version != draft.version:
            raise Stale
        warnings = refuse_errors(check_sent(draft, today().isoformat()))
        for name in ("number", "issued_on", "sent_on", "addressee", "note", "deadline_id", "period"):
            setattr(row, name, getattr(draft, name))
        row.campaign_id = row.campaign_id or _campaign_of(change.session, draft.deadline_id)
    return change.done, warnings


def kept_file(workspace: Workspace, row: SentRow) -> Path:
    """The file of a kept report. Raises `Refused` where it is not on this laptop."""
    path = kept_path(workspace.folder, row.file_hash, Path(row.file_name).suffix.lower())
    if not is_kept(path):
        raise refuse("", "report_file_gone")
    return path


def save_kept_file(workspace: Workspace, sent_id: str, target: Path) -> None:
    """Write the file of a kept report where the officer wants it. Raises `Refused`, `Trouble`."""
    with workspace.read() as session:
        row = next((one for one in sent_reports(session) if one.id == sent_id), None)
    if row is None:
        raise refuse("", "report_not_kept")
    source = kept_file(workspace, row)
    with whole_file(target) as stream:
        stream.write(source.read_bytes())
