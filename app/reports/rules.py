"""Rules of reports that are kept."""

from __future__ import annotations

from app.problems import Problem
from app.reports.drafts import SentDraft, SentNoteDraft


def check_sent(draft: SentDraft | SentNoteDraft, day: str) -> list[Problem]:
    """Days are not ahead of today and in their order. `day` is today."""
    found = []
    for name in ("issued_on", "sent_on"):
        given = getattr(draft, name)
        if given and given > day:
            found.append(Problem(name, "report_day_ahead"))
    if draft.issued_on and draft.sent_on and draft.sent_on < draft.issued_on:
        found.append(Problem("sent_on", "report_sent_before_issued"))
    return found


def check_kept(draft: SentDraft, day: str) -> list[Problem]:
    """A report is kept as of a day that has come."""
    found = check_sent(draft, day)
    if draft.asked.as_of > day:
        found.append(Problem("as_of", "report_as_of_ahead"))
    return found
