"""Emulation and awards: who takes part, achievements, standards met, the council and its nominations."""

from sqlalchemy.orm import Mapped

from models.base import (
    Base,
    Recorded,
    date_field,
    decimal_field,
    flag_field,
    number_field,
    parent_field,
    reference_field,
    text_field,
)


class QuotaReading(Recorded, Base):
    """The number an office reads where the plan leaves an edge open, or was handed down later; with the reason."""

    __tablename__ = "quota_reading"
    __entity__ = "quota_reading"

    campaign_id: Mapped[str | None] = reference_field("campaign.id")
    unit_id: Mapped[str | None] = reference_field("campaign_unit.id")
    form: Mapped[str | None] = text_field()
    object: Mapped[str | None] = text_field()
    number: Mapped[int | None] = number_field()
    decision_number: Mapped[str | None] = text_field()
    decided_on: Mapped[str | None] = date_field()
    reason: Mapped[str | None] = text_field()


class Participant(Recorded, Base):
    """Who may be proposed: a collective, a person or a household, in or outside the area.

    `whom` is the fixed group of the plan he is proposed in (`QuotaRule.whom`: "Tổ giúp việc, Tổ giám sát").
    """

    __tablename__ = "participant"
    __entity__ = "participant"
    __stays_above__ = True

    campaign_id: Mapped[str | None] = reference_field("campaign.id")
    unit_id: Mapped[str | None] = reference_field("campaign_unit.id")
    kind: Mapped[str | None] = text_field()
    name: Mapped[str | None] = text_field()
    position: Mapped[str | None] = text_field()
    outside: Mapped[bool | None] = flag_field()
    whom: Mapped[str | None] = text_field()
    household_id: Mapped[str | None] = reference_field("household.id")
    donor_id: Mapped[str | None] = reference_field("donor.id")
    note: Mapped[str | None] = text_field()


class Achievement(Recorded, Base):
    """Something achieved, noted by hand; what records tell is computed."""

    __tablename__ = "achievement"
    __entity__ = "achievement"
    __parent__ = "participant_id"

    participant_id: Mapped[str | None] = parent_field("participant.id")
    text: Mapped[str | None] = text_field()
    figure: Mapped[str | None] = decimal_field()
    unit_text: Mapped[str | None] = text_field()
    evidence: Mapped[str | None] = text_field()
    noted_on: Mapped[str | None] = date_field()


class StandardTick(Recorded, Base):
    """A standard of the plan met or not, with the evidence."""

    __tablename__ = "standard_tick"
    __entity__ = "standard_tick"
    __parent__ = "participant_id"

    participant_id: Mapped[str | None] = parent_field("participant.id")
    standard_id: Mapped[str | None] = reference_field("campaign_text.id")
    met: Mapped[bool | None] = flag_field()
    evidence: Mapped[str | None] = text_field()


class AwardMeeting(Recorded, Base):
    """A meeting of the council (Hội đồng thi đua – khen thưởng)."""

    __tablename__ = "award_meeting"
    __entity__ = "award_meeting"
    __stays_above__ = True

    campaign_id: Mapped[str | None] = reference_field("campaign.id")
    held_on: Mapped[str | None] = date_field()
    place: Mapped[str | None] = text_field()
    chair: Mapped[str | None] = text_field()
    secretary: Mapped[str | None] = text_field()
    attendants: Mapped[str | None] = text_field()
    present: Mapped[int | None] = number_field()
    note: Mapped[str | None] = text_field()


class Nomination(Recorded, Base):
    """A participant proposed for a form: the council's votes, the dossier along its route, the decision.

    `sent_to` is the step of the route the dossier has reached, since `sent_on`. `granted` false: it was not accepted.
    """

    __tablename__ = "nomination"
    __entity__ = "nomination"
    __parent__ = "participant_id"

    participant_id: Mapped[str | None] = parent_field("participant.id")
    form_id: Mapped[str | None] = reference_field("award_form.id")
    meeting_id: Mapped[str | None] = reference_field("award_meeting.id")
    content: Mapped[str | None] = text_field()
    agree: Mapped[int | None] = number_field()
    disagree: Mapped[int | None] = number_field()
    abstain: Mapped[int | None] = number_field()
    sent_to: Mapped[str | None] = text_field()
    sent_on: Mapped[str | None] = date_field()
    returned_on: Mapped[str | None] = date_field()
    granted: Mapped[bool | None] = flag_field()
    decision_number: Mapped[str | None] = text_field()
    decided_on: Mapped[str | None] = date_field()
    signer: Mapped[str | None] = text_field()
    reason: Mapped[str | None] = text_field()


class CertificateBlank(Recorded, Base):
    """How an office's bought blank of the giấy khen is met: the text moved to the right and down, in millimetres.

    `titled`: the blank carries the national title and the words "GIẤY KHEN" already. One row an office.
    """

    __tablename__ = "certificate_blank"
    __entity__ = "certificate_blank"
    __stays_above__ = True

    right_mm: Mapped[str | None] = decimal_field()
    down_mm: Mapped[str | None] = decimal_field()
    titled: Mapped[bool | None] = flag_field()
