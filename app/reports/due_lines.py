"""What falls due under the plans an office runs, and the houses that stand still and why, for the first page."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from app.documents.words import date_text, whole_text
from app.support.queries import CaseState
from app.wording import today as words
from models.vocabulary import DeadlineState

if TYPE_CHECKING:
    from app.reports.deadline_reports import DeadlineReport

WEEK_DAYS = 7
_REASONS = 2


@dataclass(frozen=True)
class DueDeadline:
    """A deadline of a plan that runs: what is due, its last day in time (ISO), how many days are left.

    `report`: what this office makes for it, where its plan names a report of the catalogue.
    """

    campaign_id: str
    text: str
    due_day: str
    days_left: int
    report: DeadlineReport | None = None


def due_deadlines(session: Session, day: str, office: str) -> list[DueDeadline]:
    """What is not done of the plans that are open, the nearest day first."""
    from app.campaigns.queries import campaign_detail, deadline_lines, find_campaigns, owed_by_office
    from app.reports.deadline_reports import report_due, report_of

    found = []
    for plan in find_campaigns(session):
        if not plan.opened_on or plan.closed_on:
            continue
        name = plan.short_name or plan.name or plan.code or ""
        detail = campaign_detail(session, plan.id)
        for one in deadline_lines(session, detail, day, office):
            if one.state is DeadlineState.DONE or one.due_day is None or one.days_left is None:
                continue
            task = one.deadline.task or words.REPORT_DUE
            text = words.DEADLINE.format(task=task, plan=name, day=date_text(dt.date.fromisoformat(one.due_day)))
            own = report_of(one.deadline.report) and owed_by_office(detail, one, office)
            due = report_due(detail, one) if own else None
            found.append(DueDeadline(plan.id, text, one.due_day, one.days_left, due))
    return sorted(found, key=lambda one: (one.due_day, one.text))


def stuck_text(states: list[CaseState]) -> str:
    """Paused houses with the reasons that are given most: "3 nhà tạm dừng (2 mưa lũ, 1 thiếu vật tư)"."""
    reasons = Counter(" ".join((one.exception.reason or "").split()) for one in states if one.exception)
    told = ", ".join(_reasons(reasons))
    text = words.STUCK.format(count=whole_text(len(states)))
    return f"{text} ({told})" if told else text


def _reasons(reasons: Counter[str]) -> Iterator[str]:
    named = [(reason, count) for reason, count in reasons.most_common() if reason]
    for reason, count in named[:_REASONS]:
        shown = reason if len(reason) <= _LONGEST else f"{reason[: _LONGEST - 1].rstrip()}…"
        yield words.REASON.format(count=whole_text(count), reason=shown[:1].lower() + shown[1:])
    rest = sum(count for _, count in named[_REASONS:])
    if rest:
        yield words.OTHER_REASONS.format(count=whole_text(rest))


_LONGEST = 40
