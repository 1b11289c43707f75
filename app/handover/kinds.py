"""The two minutes that are issued as papers, handover and completion check: how each is filled and drawn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from sqlalchemy.orm import Session

from app.handover.certificate import draw_handover_minutes
from app.handover.completion import CompletionCheck
from app.handover.completion_papers import draw_completion_checks
from app.handover.drafts import MinutesOptions
from app.handover.minutes import HandoverMinutes
from app.handover.queries import AnyMinutes, completion_checks, minutes_of_houses
from app.progress import Progress
from models.vocabulary import PaperKind


def fresh_minutes(
    session: Session, office_code: str, case_ids: Iterable[str], options: MinutesOptions
) -> Mapping[str, AnyMinutes]:
    """The minutes of each house as they would be issued today, without number; of the kind that is asked."""
    if options.kind is PaperKind.COMPLETION_CHECK:
        return completion_checks(session, office_code, case_ids, options.copies)
    return minutes_of_houses(session, office_code, case_ids, options.copies, options.planned)


def draw_minutes(
    kind: PaperKind, target: Path | BinaryIO, papers: Sequence[AnyMinutes | None], progress: Progress | None = None
) -> int:
    """Draw papers of one kind into one PDF (None: the blank form) and return its pages.

    Raises `Trouble`, `Refused` for none, `Cancelled`.
    """
    if kind is PaperKind.COMPLETION_CHECK:
        checks = [one for one in papers if one is None or isinstance(one, CompletionCheck)]
        return draw_completion_checks(target, checks, progress)
    minutes = [one for one in papers if one is None or isinstance(one, HandoverMinutes)]
    return draw_handover_minutes(target, minutes, progress)
