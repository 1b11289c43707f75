"""Draws minutes as they would be issued, before they are: looking uses no number and records nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from sqlalchemy.orm import Session

from app.drafts import together
from app.handover.drafts import MinutesOptions
from app.handover.kinds import draw_minutes, fresh_minutes
from app.handover.queries import AnyMinutes, content_of_minutes, papers_of_cases
from app.handover.rules import check_issue, is_same_paper
from app.office.queries import paper_office
from app.problems import refuse_errors
from app.progress import Progress
from app.support.queries import facts_of
from app.workspace import Workspace
from models.vocabulary import Numbering


def draw_preview(
    workspace: Workspace,
    case_ids: Sequence[str],
    target: Path,
    options: MinutesOptions | None = None,
    progress: Progress | None = None,
) -> int:
    """Draw the minutes of these houses into one PDF, new numbers left dotted; returns how many are new papers.

    A paper that says the same as one issued is drawn as its reprint. Raises `Refused`, `Trouble`, `Cancelled`.
    """
    options = options or MinutesOptions()
    with workspace.read() as session:
        drawn, fresh = minutes_to_issue(session, workspace.author.office, case_ids, options)
    draw_minutes(options.kind, target, drawn, progress)
    return fresh


def minutes_to_issue(
    session: Session, office_code: str, case_ids: Sequence[str], options: MinutesOptions
) -> tuple[list[AnyMinutes], int]:
    """The minutes of houses as they would be issued, new numbers dotted, and how many are new. Raises `Refused`."""
    refuse_errors(together([problem for one in facts_of(session, case_ids) for problem in check_issue(one)]))
    office = paper_office(session, office_code)
    minutes = fresh_minutes(session, office_code, case_ids, options)
    known = papers_of_cases(session, case_ids, options.kind)
    drawn: list[AnyMinutes] = []
    fresh = 0
    for case_id in case_ids:
        papers = [one for one in known.get(case_id, ()) if one.office_code == office_code]
        if papers and is_same_paper(papers[-1], content_of_minutes(minutes[case_id]), options):
            drawn.append(replace(papers[-1].paper(), reprint=True))
            continue
        fresh += 1
        old = next((one for one in reversed(papers) if not one.void), None)
        numbered = options.numbering is not Numbering.NONE and office is not None
        drawn.append(
            replace(
                minutes[case_id],
                symbol=office.minutes_symbol if numbered and office else "",
                replaces=(old.shown_number or "") if old else "",
            )
        )
    return drawn, fresh
