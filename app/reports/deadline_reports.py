"""Which report of the catalogue a plan's deadline asks for, and which deadlines wait for a report of this office."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.campaigns.queries import (
    CampaignDetail,
    DeadlineLine,
    campaign_detail,
    deadline_lines,
    due_words,
    find_campaigns,
    owed_by_office,
    task_words,
)
from app.wording import reports as words
from models.vietnamese import fold
from models.vocabulary import DeadlineState

#: The report of a plan that names none for a deadline.
USUAL = "campaign"


@dataclass(frozen=True)
class DeadlineReport:
    """A report that is made for a deadline of a plan. `report` is its name in the catalogue, `campaign` a code."""

    report: str
    campaign_id: str
    campaign: str
    deadline_id: str
    period: str | None
    text: str


def report_of(text: str | None) -> str | None:
    """The name in the catalogue that a plan's words mean, by itself or by its title; None where it is not there."""
    wanted = fold((text or "").strip())
    return next((name for name, title in words.NAMES.items() if wanted in (name, fold(title))), None)


def report_due(plan: CampaignDetail, line: DeadlineLine) -> DeadlineReport:
    """What is made for a deadline: the report it names, else that of the campaign."""
    text = words.FOR_DEADLINE.format(task=task_words(line), due=due_words(line), plan=plan.shown)
    name = report_of(line.deadline.report) or USUAL
    return DeadlineReport(name, plan.id, plan.code or "", line.deadline.id, line.period, text)


def reports_due(session: Session, day: str, office: str) -> list[DeadlineReport]:
    """What this office itself owes under the plans that run and has not sent, in the order of plans and deadlines."""
    running = [one.id for one in find_campaigns(session) if one.opened_on and not one.closed_on]
    return [one for plan in running for one in _of_plan(session, campaign_detail(session, plan), day, office)]


def _of_plan(session: Session, plan: CampaignDetail, day: str, office: str) -> Iterator[DeadlineReport]:
    for line in deadline_lines(session, plan, day, office):
        if line.state is not DeadlineState.DONE and owed_by_office(plan, line, office):
            yield report_due(plan, line)
