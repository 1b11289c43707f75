"""The blank form of a kind as it would be printed by settings that are not saved yet; above the rooms."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.handover.issuing import print_blank_minutes
from app.office.paper_settings import PaperSettingsDraft, recipient_lines
from app.papers import ISSUED, blank, write
from app.progress import Progress
from app.workspace import Workspace


def draw_blank(workspace: Workspace, draft: PaperSettingsDraft, target: Path, progress: Progress | None = None) -> None:
    """Draw the blank form of the draft's kind with its recipients into a PDF. Raises `Trouble`, `Cancelled`."""
    if draft.kind in ISSUED:
        print_blank_minutes(target, draft.kind)
        return
    with workspace.read() as session:
        paper = blank(session, workspace.author.office, draft.kind)
    lines = recipient_lines(draft.recipients)
    write(target, draft.kind, [replace(paper, recipients=lines) if lines else paper], progress)
