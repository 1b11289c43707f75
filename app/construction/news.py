"""What was heard of houses last, and what was said: stages, visits, pauses and news from the village together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.journal.store import batches
from app.support.queries import CaseFacts, CaseState
from models.construction import SiteReport


@dataclass(frozen=True)
class News:
    """The day on which a house was heard of last (ISO text, empty for never), and the newest note about it."""

    heard_on: str = ""
    note: str = ""


@dataclass(frozen=True)
class SiteReportRow:
    """What the village told of a house."""

    id: str
    case_id: str
    reported_on: str | None
    note: str | None


def site_reports(session: Session, case_ids: Iterable[str]) -> dict[str, list[SiteReportRow]]:
    """What was told of each of these cases, the oldest first; rows that a later one replaces are left out."""
    found: dict[str, list[SiteReportRow]] = defaultdict(list)
    replaced: set[str | None] = set()
    for batch in batches(dict.fromkeys(case_ids)):
        query = select(SiteReport).where(SiteReport.case_id.in_(batch), SiteReport.row_out.is_(False))
        for row in session.scalars(query.order_by(SiteReport.id)):
            replaced.add(row.replaces_id)
            found[row.case_id or ""].append(SiteReportRow(row.id, row.case_id or "", row.reported_on, row.note))
    return {case: [row for row in rows if row.id not in replaced] for case, rows in found.items()}


def latest_news(session: Session, cases: Iterable[tuple[CaseFacts, CaseState]]) -> dict[str, News]:
    """The newest news of cases, by case id."""
    known = list(cases)
    told = site_reports(session, (facts.case_id for facts, _ in known))
    return {facts.case_id: _news(facts, state, told.get(facts.case_id, [])) for facts, state in known}


def _news(facts: CaseFacts, state: CaseState, told: list[SiteReportRow]) -> News:
    stages = state.stages.values()
    days = [
        *(one.done_on for one in stages),
        *(one.visited_on for one in facts.inspections),
        *(one.happened_on for one in facts.exceptions),
        *(one.reported_on for one in told),
    ]
    notes = [(one.done_on or "", one.id, one.note) for one in list(stages)[-1:] if one.note]
    notes += [(one.reported_on or "", one.id, one.note) for one in told if one.note]
    newest = max(notes, default=None)
    return News(max((day for day in days if day), default=""), (newest[2] or "") if newest else "")
