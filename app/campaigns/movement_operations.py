"""The verbs of what happens under a campaign: reports, requests, results, figures, activities, petitions, its close.

A closed campaign takes no more of them: its figures stay as they were.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import Any

from sqlalchemy import literal, select
from sqlalchemy.orm import Session

from app.actions import Action
from app.campaigns.keeping import kept_text
from app.campaigns.movement_drafts import (
    ActivityDraft,
    AnswerDraft,
    CountedDraft,
    HandDownDraft,
    PetitionDraft,
    PlannedDraft,
    RequestDraft,
    TargetFigureDraft,
    TaskResultDraft,
    UnitReportDraft,
)
from app.campaigns.movement_rules import (
    check_activity,
    check_answer,
    check_counted,
    check_figure,
    check_hand_down,
    check_petition,
    check_planned,
    check_report,
    check_request,
    check_result,
)
from app.campaigns.queries import campaign_detail
from app.campaigns.runs import run_days, write_days
from app.campaigns.standings import Standings, campaign_standings
from app.drafts import tidied
from app.journal.canonical import canonical_text
from app.parsing import today
from app.plans.days import day_text
from app.problems import Problem, refuse, refuse_errors
from app.rows import write_row
from app.support.queries import facts_of
from app.wording import campaign_running as words
from app.workspace import Changes, Workspace
from models.base import Recorded
from models.campaign import Campaign, CampaignTarget, CampaignUnit
from models.giving import Drive
from models.movement import (
    Activity,
    CampaignCase,
    Petition,
    SentReport,
    TargetFigure,
    TaskResult,
    UnitReport,
)
from models.vocabulary import UnitReportKind

Warnings = list[Problem]
#: The name of the report that keeps a closed campaign's figures.
WRAP_UP = "wrap_up"


def _columns(draft: Any) -> dict[str, Any]:
    """The draft as columns of its row."""
    return {one.name: getattr(draft, one.name) for one in fields(draft) if one.name not in ("id", "version")}


def _each_once(problems: Iterable[Problem]) -> Warnings:
    """The same trouble of several rows is told once."""
    return list({(one.field, one.code): one for one in problems}.values())


def _day() -> str:
    return today().isoformat()


def _open_campaign(session: Session, campaign_id: str) -> Campaign:
    """The campaign, while it runs. Raises `Refused`."""
    row = session.get(Campaign, campaign_id)
    if row is None or row.row_out:
        raise refuse("", "campaign_not_here")
    if run_days(session, row)[1]:
        raise refuse("", "campaign_closed")
    return row


def _keep(workspace: Workspace, action: Action, kind: type[Recorded], draft: Any) -> Changes:
    """One row of a campaign that runs."""
    with workspace.change(action) as change:
        _open_campaign(change.session, draft.campaign_id)
        write_row(change.session, kind, draft.id, draft.version, _columns(draft))
    return change.done


# Reports of units, requests, results of tasks


def save_report(workspace: Workspace, draft: UnitReportDraft) -> tuple[Changes, Warnings]:
    """Note a plan, report or wrap-up of a unit as made, or as sent. Raises `Refused`, `Stale`."""
    draft = tidied(draft)
    warnings = refuse_errors(check_report(draft, _day()))
    with workspace.change(Action.NOTE_REPORT) as change:
        write_report(change.session, draft)
    return change.done, warnings


def write_report(session: Session, draft: UnitReportDraft) -> str:
    """The row of a report; returns its id. Refuses a second one sent for one time. Opens no change."""
    _open_campaign(session, draft.campaign_id)
    if draft.id is None and draft.sent_on and draft.kind == UnitReportKind.REPORT:
        _refuse_sent_twice(session, draft)
    return write_row(session, UnitReport, draft.id, draft.version, _columns(draft)).id


def _refuse_sent_twice(session: Session, draft: UnitReportDraft) -> None:
    row = UnitReport
    query = select(row.sent_on, CampaignUnit.name).join(CampaignUnit, CampaignUnit.id == row.unit_id, isouter=True)
    same = (getattr(row, one) == getattr(draft, one) for one in ("campaign_id", "deadline_id", "unit_id", "period"))
    found = session.execute(
        query.where(row.row_out.is_(False), row.sent_on.is_not(None), row.kind == draft.kind, *same)
    )
    standing = found.first() or (_kept_and_sent(session, draft) if draft.unit_id is None else None)
    if standing is not None and draft.deadline_id:
        told = {"unit": standing[1] or words.OFFICE_ITSELF, "day": day_text(standing[0])}
        raise refuse("sent_on", "report_sent_already", **told)


def _kept_and_sent(session: Session, draft: UnitReportDraft) -> Any:
    """The day of a report of the office that was kept for this time and sent."""
    row = SentReport
    same = (getattr(row, one) == getattr(draft, one) for one in ("deadline_id", "period"))
    query = select(row.sent_on, literal("")).where(row.row_out.is_(False), row.sent_on.is_not(None), *same)
    return session.execute(query).first()


def note_reports_sent(workspace: Workspace, drafts: Sequence[UnitReportDraft]) -> tuple[Changes, Warnings]:
    """Several units' reports at once, as one change. Raises `Refused`."""
    drafts = [tidied(one) for one in drafts]
    warnings = refuse_errors(_each_once(problem for one in drafts for problem in check_report(one, _day())))
    with workspace.change(Action.NOTE_REPORT) as change:
        for one in drafts:
            write_report(change.session, one)
    return change.done, warnings


def record_request(workspace: Workspace, draft: RequestDraft) -> tuple[Changes, Warnings]:
    """Somebody asked for what is due on request: from now on it is due. Raises `Refused`."""
    draft = tidied(draft)
    warnings = refuse_errors(check_request(draft, _day()))
    with workspace.change(Action.NOTE_REPORT) as change:
        _open_campaign(change.session, draft.campaign_id)
        kind = {"kind": UnitReportKind.REQUEST.value, "period": draft.made_on}
        write_row(change.session, UnitReport, None, None, _columns(draft) | kind)
    return change.done, warnings


def save_result(workspace: Workspace, draft: TaskResultDraft) -> tuple[Changes, Warnings]:
    """Keep what came of a task. Raises `Refused`, `Stale`."""
    draft = tidied(draft)
    warnings = refuse_errors(check_result(draft, _day()))
    return _keep(workspace, Action.SAVE_MOVEMENT, TaskResult, draft), warnings


# Targets


def save_figure(workspace: Workspace, draft: TargetFigureDraft) -> tuple[Changes, Warnings]:
    """Keep a figure that records cannot give, with its source. Raises `Refused`, `Stale`."""
    draft = tidied(draft)
    warnings = refuse_errors(check_figure(draft, _day()))
    return _keep(workspace, Action.SAVE_MOVEMENT, TargetFigure, draft), warnings


def hand_down(workspace: Workspace, drafts: Sequence[HandDownDraft]) -> tuple[Changes, Warnings]:
    """Give or change targets of units by one decision; earlier ones stay and are replaced. Raises `Refused`."""
    drafts = [tidied(one) for one in drafts]
    warnings = refuse_errors(_each_once(problem for one in drafts for problem in check_hand_down(one)))
    with workspace.change(Action.SAVE_TARGET) as change:
        for one in drafts:
            _open_campaign(change.session, one.campaign_id)
            write_row(change.session, CampaignTarget, None, None, _columns(one))
    return change.done, warnings


# Publicity, visits, obstacles


def save_activity(workspace: Workspace, draft: ActivityDraft) -> tuple[Changes, Warnings]:
    """Keep publicity, a visit, an initiative or a model example. Raises `Refused`, `Stale`."""
    draft = tidied(draft)
    warnings = refuse_errors(check_activity(draft, _day()))
    return _keep(workspace, Action.SAVE_MOVEMENT, Activity, draft), warnings


def save_petition(workspace: Workspace, draft: PetitionDraft) -> tuple[Changes, Warnings]:
    """Keep an obstacle or a proposal; it travels to the office above. Raises `Refused`, `Stale`."""
    draft = tidied(draft)
    warnings = refuse_errors(check_petition(draft, _day()))
    return _keep(workspace, Action.SAVE_MOVEMENT, Petition, draft), warnings


def answer_petition(workspace: Workspace, draft: AnswerDraft) -> tuple[Changes, Warnings]:
    """Answer a petition, also one of an office below: the answer travels down to it. Raises `Refused`, `Stale`."""
    draft = tidied(draft)
    with workspace.change(Action.SAVE_MOVEMENT) as change:
        row = change.session.get(Petition, draft.petition_id)
        if row is None or row.row_out:
            raise refuse("", "petition_not_here")
        warnings = refuse_errors(check_answer(draft, row.raised_on, _day()))
        values = {one: getattr(draft, one) for one in ("answer", "answered_on", "answered_by")}
        write_row(change.session, Petition, row.id, draft.version, values)
    return change.done, warnings


def take_off_activity(workspace: Workspace, activity_id: str, version: int) -> Changes:
    """Take off an activity that was recorded by mistake. Raises `Stale`."""
    with workspace.change(Action.SAVE_MOVEMENT) as change:
        write_row(change.session, Activity, activity_id, version, {"deleted": True})
    return change.done


# Houses by hand, drives


def count_by_hand(workspace: Workspace, draft: CountedDraft) -> Changes:
    """Count houses in a campaign, or leave them out, with a reason; the later word counts. Raises `Refused`."""
    draft = tidied(draft)
    refuse_errors(check_counted(draft))
    with workspace.change(Action.SAVE_MOVEMENT) as change:
        _open_campaign(change.session, draft.campaign_id)
        facts_of(change.session, draft.case_ids)
        same = {"campaign_id": draft.campaign_id, "included": draft.included, "reason": draft.reason}
        change.recorder.record_many([(CampaignCase, {"case_id": one, **same}) for one in draft.case_ids])
    return change.done


def plan_houses(workspace: Workspace, draft: PlannedDraft) -> Changes:
    """Say when the works of houses are planned and who is responsible: the plan's annex. Raises `Refused`."""
    draft = tidied(draft)
    refuse_errors(check_planned(draft))
    with workspace.change(Action.SAVE_MOVEMENT) as change:
        session = change.session
        _open_campaign(session, draft.campaign_id)
        facts_of(session, draft.case_ids)
        values = {one: getattr(draft, one) for one in ("planned_start", "planned_finish", "responsible")}
        if draft.only_typed:
            values = {name: value for name, value in values.items() if value}
        row = CampaignCase
        query = select(row.case_id, row.id).where(
            row.campaign_id == draft.campaign_id, row.row_out.is_(False), row.included.is_(None)
        )
        standing = {one.case_id: one.id for one in session.execute(query.order_by(row.id))}
        for case in draft.case_ids:
            if case in standing:
                write_row(session, row, standing[case], None, values)
        new = [one for one in draft.case_ids if one not in standing]
        same = {"campaign_id": draft.campaign_id, **values}
        change.recorder.record_many([(CampaignCase, {"case_id": one, **same}) for one in new])
    return change.done


def put_drive_under(workspace: Workspace, drive_id: str, campaign_id: str | None) -> Changes:
    """Say to which campaign a drive belongs. Raises `Refused`, `Stale`."""
    with workspace.change(Action.SAVE_MOVEMENT) as change:
        if campaign_id is not None:
            _open_campaign(change.session, campaign_id)
        write_row(change.session, Drive, drive_id, None, {"campaign_id": campaign_id})
    return change.done


# The end of a campaign


def close_campaign(workspace: Workspace, campaign_id: str, closed_on: str, *, number: str | None = None) -> Changes:
    """Close a campaign: its standings of that day are kept as they were in a report. Raises `Refused`."""
    with workspace.change(Action.CLOSE_CAMPAIGN) as change:
        session = change.session
        row = _open_campaign(session, campaign_id)
        found = campaign_standings(session, campaign_detail(session, campaign_id), closed_on, workspace.author.office)
        write_kept_standings(session, found, number)
        write_days(session, row, closed_on=closed_on)
    return change.done


def reopen_campaign(workspace: Workspace, campaign_id: str) -> Changes:
    """Open a closed campaign again; the kept report stays. Raises `Refused`."""
    with workspace.change(Action.CLOSE_CAMPAIGN) as change:
        row = change.session.get(Campaign, campaign_id)
        if row is None or row.row_out or not run_days(change.session, row)[1]:
            raise refuse("", "campaign_not_closed")
        write_days(change.session, row, closed_on=None)
    return change.done


def write_kept_standings(session: Session, found: Standings, number: str | None = None) -> str:
    """The report that keeps a campaign's figures as they were; returns its id. Opens no change."""
    values = {
        "campaign_id": found.plan.id,
        "report": WRAP_UP,
        "parameters": canonical_text({"campaign": found.plan.code or ""}),
        "as_of": found.day,
        "number": number,
        "issued_on": found.day,
        "content": kept_text(found),
    }
    return write_row(session, SentReport, None, None, values).id
