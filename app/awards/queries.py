"""Participants, meetings and nominations of a campaign as frozen rows. What later rooms may take from this one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from app.awards.drafts import BlankDraft
from app.awards.facts import MeetingRow, NominationRow, ParticipantRow, QuotaLine
from app.awards.quotas import line_for, quota_json, quota_lines
from app.journal.store import batches
from models.award import AwardMeeting, CertificateBlank, Nomination, Participant
from models.campaign import AwardForm, CampaignUnit
from models.vietnamese import fold, sort_key
from models.vocabulary import AwardObject

__all__ = [
    "MeetingRow",
    "NominationRow",
    "ParticipantRow",
    "QuotaLine",
    "line_for",
    "meetings",
    "nominations",
    "participants",
    "quota_json",
    "quota_lines",
]


_OWN = (
    *("content", "meeting_id", "agree", "disagree", "abstain", "sent_to", "sent_on", "returned_on", "granted"),
    *("decision_number", "decided_on", "signer", "reason"),
)
_KINDS = {one.value: place for place, one in enumerate(AwardObject)}
_OF_MEETING = ("held_on", "place", "chair", "secretary", "attendants", "present", "note")


def participants(
    session: Session, campaign_id: str | None = None, ids: Collection[str] | None = None
) -> list[ParticipantRow]:
    """Who takes part, of one campaign or all, collectives first, each kind by name."""
    columns: Any = Participant
    query = select(Participant, CampaignUnit.name).outerjoin(CampaignUnit, CampaignUnit.id == columns.unit_id)
    query = query.where(Participant.row_out.is_(False))
    if campaign_id is not None:
        query = query.where(Participant.campaign_id == campaign_id)
    if ids is not None:
        query = query.where(columns.id.in_(list(ids)))
    found = [_participant(row, unit) for row, unit in session.execute(query)]
    return sorted(found, key=_by_kind)


def _by_kind(one: ParticipantRow) -> tuple[Any, ...]:
    """Collectives by their whole name, people by given name."""
    name = fold(one.name) if one.kind == AwardObject.COLLECTIVE else sort_key(one.name)
    return _KINDS.get(one.kind, len(_KINDS)), name, one.id


def _participant(row: Participant, unit: str | None) -> ParticipantRow:
    return ParticipantRow(
        row.id,
        row.version,
        row.campaign_id or "",
        row.kind or "",
        row.name or "",
        row.position,
        row.unit_id,
        unit or "",
        bool(row.outside),
        row.whom,
        row.household_id,
        row.donor_id,
        row.note,
    )


def nominations(
    session: Session, campaign_id: str | None = None, ids: Iterable[str] | None = None
) -> list[NominationRow]:
    """Who is proposed for what, of one campaign or of these ids, in the order of the participants."""
    if ids is not None:
        found = [one for batch in batches(dict.fromkeys(ids)) for one in _nominations(session, _among(batch))]
    else:
        bound = [Participant.campaign_id == campaign_id] if campaign_id is not None else []
        found = _nominations(session, *bound)
    return sorted(found, key=lambda one: (one.form, *_by_kind(one.participant), one.id))


def _among(ids: Collection[str]) -> ColumnElement[bool]:
    columns: Any = Nomination
    found: ColumnElement[bool] = columns.id.in_(list(ids))
    return found


def _nominations(session: Session, *conditions: ColumnElement[bool]) -> list[NominationRow]:
    columns: Any = Nomination
    whose: Any = Participant
    query = (
        select(Nomination, Participant, CampaignUnit.name, AwardForm)
        .join(Participant, columns.participant_id == Participant.id)
        .outerjoin(CampaignUnit, CampaignUnit.id == whose.unit_id)
        .outerjoin(AwardForm, columns.form_id == AwardForm.id)
        .where(Nomination.row_out.is_(False), Participant.row_out.is_(False), *conditions)
    )
    return [_nomination(row, _participant(person, unit), form) for row, person, unit, form in session.execute(query)]


def _nomination(row: Nomination, participant: ParticipantRow, form: AwardForm | None) -> NominationRow:
    issuer = (form.issuer_successor or form.issuer or "") if form else ""
    return NominationRow(
        row.id,
        row.version,
        participant,
        row.form_id or "",
        (form.name or form.code or "") if form else "",
        issuer,
        form_code=(form.code or "") if form else "",
        level=(form.level or "") if form else "",
        **{name: getattr(row, name) for name in _OWN},
    )


def meetings(session: Session, campaign_id: str | None = None) -> list[MeetingRow]:
    """Meetings of the council, the last one first."""
    query = select(AwardMeeting).where(AwardMeeting.row_out.is_(False))
    if campaign_id is not None:
        query = query.where(AwardMeeting.campaign_id == campaign_id)
    voted = Counter(
        session.scalars(
            select(Nomination.meeting_id).where(Nomination.row_out.is_(False), Nomination.meeting_id.is_not(None))
        )
    )
    found = [
        MeetingRow(
            row.id,
            row.version,
            row.campaign_id or "",
            votes=voted[row.id],
            **{name: getattr(row, name) for name in _OF_MEETING},
        )
        for row in session.scalars(query)
    ]
    return sorted(found, key=lambda one: (one.held_on or "", one.id), reverse=True)


def certificate_blank(session: Session) -> BlankDraft:
    """How this office's blank of the giấy khen is met; in place where nobody has measured it."""
    row = session.scalars(select(CertificateBlank).where(CertificateBlank.row_out.is_(False))).first()
    if row is None:
        return BlankDraft()
    return BlankDraft(row.right_mm or "0", row.down_mm or "0", row.titled is not False)
