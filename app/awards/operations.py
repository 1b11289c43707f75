"""The verbs of awards: read a quota, take part, achieve, tick, propose, vote, send on, decide."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import fields
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.actions import Action
from app.awards.drafts import (
    AchievementDraft,
    BlankDraft,
    MeetingDraft,
    NominationDraft,
    OutcomeDraft,
    ParticipantDraft,
    ReadingDraft,
    StepDraft,
    TickDraft,
)
from app.awards.facts import NominationRow
from app.awards.known import CampaignRecords
from app.awards.queries import nominations, participants
from app.awards.quotas import line_for, quota_lines
from app.awards.rules import (
    NominationFacts,
    check_achievement,
    check_blank,
    check_meeting,
    check_nomination,
    check_outcome,
    check_participant,
    check_reading,
    check_step,
    check_ticks,
)
from app.awards.standards import met_of, standards_of
from app.drafts import tidied, together
from app.parsing import today
from app.problems import Problem, Stale, refuse, refuse_errors
from app.rows import write_row
from app.workspace import Changes, Workspace
from models.award import (
    Achievement,
    AwardMeeting,
    CertificateBlank,
    Nomination,
    Participant,
    QuotaReading,
    StandardTick,
)
from models.base import key_id
from models.vietnamese import fold

Warnings = list[Problem]


def _columns(draft: Any, *left_out: str) -> dict[str, Any]:
    """The draft as columns of its row."""
    names = {"id", "version", *left_out}
    return {one.name: getattr(draft, one.name) for one in fields(draft) if one.name not in names}


# Quotas


def read_quotas(workspace: Workspace, drafts: Sequence[ReadingDraft]) -> Changes:
    """Keep how the office reads quotas left open, or numbers that were handed down. Raises `Refused`."""
    drafts = [tidied(one) for one in drafts]
    refuse_errors([problem for one in drafts for problem in check_reading(one)])
    with workspace.change(Action.SAVE_QUOTA) as change:
        for one in drafts:
            write_row(change.session, QuotaReading, None, None, _columns(one))
    return change.done


# Who takes part


def save_participant(workspace: Workspace, draft: ParticipantDraft) -> tuple[Changes, str, Warnings]:
    """Keep who takes part; returns what changed, the id, the warnings. Raises `Refused`, `Stale`."""
    draft = tidied(draft)
    with workspace.change(Action.SAVE_AWARD) as change:
        others = participants(change.session, draft.campaign_id)
        names = {(one.kind, fold(one.name)) for one in others if one.id != draft.id}
        warnings = refuse_errors(check_participant(draft, names))
        row = write_row(change.session, Participant, draft.id, draft.version, _columns(draft))
        row_id = row.id
    return change.done, row_id, warnings


def take_off_participants(workspace: Workspace, ids: Collection[str]) -> Changes:
    """Take people off the list who are proposed for nothing. Raises `Refused`, `Stale`."""
    with workspace.change(Action.SAVE_AWARD) as change:
        session = change.session
        standing = session.scalars(
            select(Nomination.participant_id).where(Nomination.row_out.is_(False), Nomination.participant_id.in_(ids))
        )
        proposed = participants(session, ids={one for one in standing if one})
        refuse_errors(together([Problem("", "participant_has_nomination", {"names": one.name}) for one in proposed]))
        for one in ids:
            _take_off(session, Participant, one)
    return change.done


def _take_off(session: Session, kind: Any, row_id: str) -> None:
    row = session.get(kind, row_id)
    if row is None or row.row_out:
        raise Stale
    row.deleted = True


def save_achievement(workspace: Workspace, draft: AchievementDraft) -> Changes:
    """Keep an achievement that no record tells. Raises `Refused`, `Stale`."""
    draft = tidied(draft)
    refuse_errors(check_achievement(draft))
    with workspace.change(Action.SAVE_AWARD) as change:
        left_out = ("participant_id",) if draft.id else ()
        write_row(change.session, Achievement, draft.id, draft.version, _columns(draft, *left_out))
    return change.done


def take_off_achievement(workspace: Workspace, achievement_id: str) -> Changes:
    """Take a noted achievement off. Raises `Stale`."""
    with workspace.change(Action.SAVE_AWARD) as change:
        _take_off(change.session, Achievement, achievement_id)
    return change.done


def save_ticks(workspace: Workspace, participant_id: str, drafts: Sequence[TickDraft]) -> tuple[Changes, Warnings]:
    """Keep which standards somebody meets, with the evidence. Raises `Refused`, `Stale`."""
    drafts = [tidied(one) for one in drafts]
    warnings = refuse_errors(check_ticks(drafts))
    with workspace.change(Action.SAVE_AWARD) as change:
        for one in drafts:
            own = {"participant_id": participant_id} if one.id is None else {}
            if one.id is not None or one.met is not None or one.evidence:
                write_row(change.session, StandardTick, one.id, one.version, _columns(one) | own)
    return change.done, warnings


# Nominations


def nominate(workspace: Workspace, drafts: Sequence[NominationDraft]) -> tuple[Changes, Warnings]:
    """Propose people for forms of award, each within what is left of the quota. Raises `Refused`, `Stale`."""
    drafts = [tidied(one) for one in drafts]
    if not drafts:
        raise refuse("", "award_nobody")
    with workspace.change(Action.SAVE_AWARD) as change:
        warnings: Warnings = []
        known: dict[str, CampaignRecords] = {}
        for one in drafts:
            warnings += refuse_errors(check_nomination(one, nomination_facts(change.session, one, known)))
            left_out = ("participant_id", "form_id") if one.id else ()
            write_row(change.session, Nomination, one.id, one.version, _columns(one, *left_out))
            change.session.flush()
    return change.done, together(warnings)


def nomination_facts(
    session: Session, draft: NominationDraft, known: dict[str, CampaignRecords] | None = None
) -> NominationFacts:
    """What a nomination is held against; `known` keeps each campaign's records for the next one that is proposed.

    Raises `Stale` when the participant is gone.
    """
    who = next(iter(participants(session, ids=[draft.participant_id])), None)
    if who is None:
        raise Stale
    records = ({} if known is None else known).setdefault(who.campaign_id, CampaignRecords(session, who.campaign_id))
    form = next((one for one in records.plan.forms if one.id == draft.form_id), None)
    lines = quota_lines(session, who.campaign_id)
    line = line_for(lines, draft.form_id, who.kind, who.unit_id, who.whom)
    fitting = [one for one in lines if (one.form_id, one.object) == (draft.form_id, who.kind)]
    others = session.scalars(
        select(Nomination.form_id).where(Nomination.participant_id == who.id, Nomination.row_out.is_(False))
    )
    standards = standards_of(session, who, form.code if form else None, records)
    return NominationFacts(
        who,
        form,
        line,
        tuple(one.name for one in fitting),
        {one for one in others if one},
        met_of(standards),
        today().isoformat(),
    )


def withdraw_nominations(workspace: Workspace, ids: Sequence[str]) -> Changes:
    """Take nominations back before they are decided; their places are free again. Raises `Refused`, `Stale`."""
    with workspace.change(Action.SAVE_AWARD) as change:
        rows = nominations(change.session, ids=ids)
        decided = [one.participant.name for one in rows if one.granted is not None]
        refuse_errors(together([Problem("", "nomination_withdrawn_after", {"names": one}) for one in decided]))
        for one in ids:
            _take_off(change.session, Nomination, one)
    return change.done


# The council


def save_meeting(workspace: Workspace, draft: MeetingDraft) -> tuple[Changes, str, Warnings]:
    """Keep a meeting of the council with its votes; returns its id too. Raises `Refused`, `Stale`."""
    draft = tidied(draft)
    with workspace.change(Action.SAVE_AWARD) as change:
        session = change.session
        rows = {one.id: one for one in nominations(session, ids=[one.nomination_id for one in draft.votes])}
        names = {one.id: one.participant.name for one in rows.values()}
        warnings = refuse_errors(check_meeting(draft, names, today().isoformat()))
        meeting_id = write_row(session, AwardMeeting, draft.id, draft.version, _columns(draft, "votes")).id
        for one in draft.votes:
            known = rows.get(one.nomination_id)
            if known is None:
                raise Stale
            if one.blank and known.meeting_id != meeting_id:
                continue
            values: dict[str, Any] = {"agree": one.agree, "disagree": one.disagree, "abstain": one.abstain}
            values |= {"meeting_id": None if one.blank else meeting_id}
            write_row(session, Nomination, one.nomination_id, one.version, values)
    return change.done, meeting_id, warnings


# Dossier and decision


Check = Callable[[Sequence[NominationRow]], list[Problem]]


def _change_all(
    workspace: Workspace,
    chosen: Sequence[tuple[str, int | None]],
    check: Check,
    values: dict[str, Any],
    action: Action = Action.SAVE_AWARD,
) -> tuple[Changes, Warnings]:
    with workspace.change(action) as change:
        rows = nominations(change.session, ids=[one for one, _ in chosen])
        warnings = refuse_errors(together(check(rows)))
        for one, version in chosen:
            write_row(change.session, Nomination, one, version, values)
    return change.done, warnings


def send_on(workspace: Workspace, draft: StepDraft) -> tuple[Changes, Warnings]:
    """Dossiers go on to a step of the route, or come back with a reason. Raises `Refused`, `Stale`."""
    draft = tidied(draft)
    day = today().isoformat()
    sent: dict[str, Any] = {"sent_to": draft.to, "sent_on": draft.on, "returned_on": None, "reason": None}
    back: dict[str, Any] = {"returned_on": draft.on, "reason": draft.reason}
    values = back if draft.returned else sent
    return _change_all(workspace, draft.nominations, lambda rows: check_step(draft, rows, day), values)


def decide(workspace: Workspace, draft: OutcomeDraft) -> tuple[Changes, Warnings]:
    """What was decided of nominations: granted by a decision, or not, with a reason. Raises `Refused`, `Stale`."""
    draft = tidied(draft)
    day = today().isoformat()
    values = _columns(draft, "nominations")
    action = Action.APPROVE_AWARD
    return _change_all(workspace, draft.nominations, lambda rows: check_outcome(draft, rows, day), values, action)


# The certificate


def save_blank(workspace: Workspace, draft: BlankDraft) -> Changes:
    """Keep how the office's blank of the giấy khen is met; the same row on each of its laptops. Raises `Refused`."""
    draft = tidied(draft)
    moved = [one.replace(",", ".") or "0" for one in (draft.right_mm, draft.down_mm)]
    draft = BlankDraft(moved[0], moved[1], draft.titled)
    refuse_errors(check_blank(draft))
    values = {name: f"{Decimal(getattr(draft, name)):f}" for name in ("right_mm", "down_mm")}
    with workspace.change(Action.SAVE_AWARD) as change:
        row_id = key_id(f"certificate_blank:{workspace.author.office}")
        row = change.session.get(CertificateBlank, row_id)
        if row is None:
            change.session.add(CertificateBlank(id=row_id, titled=draft.titled, **values))
        else:
            write_row(change.session, CertificateBlank, row_id, None, {**values, "titled": draft.titled})
    return change.done
