"""What a form or a command hands in about awards. Days as ISO text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ReadingDraft:
    """How the office reads a quota, or the number handed down: for a form and object, of a unit or the whole."""

    campaign_id: str
    object: str
    number: int | None
    reason: str
    form: str | None = None
    unit_id: str | None = None
    decision_number: str | None = None
    decided_on: str | None = None


@dataclass(frozen=True)
class ParticipantDraft:
    """A collective, a person or a household. `version` is the one the form was shown."""

    campaign_id: str
    kind: str
    name: str
    position: str | None = None
    unit_id: str | None = None
    outside: bool = False
    whom: str | None = None
    household_id: str | None = None
    donor_id: str | None = None
    note: str | None = None
    id: str | None = None
    version: int | None = None


@dataclass(frozen=True)
class AchievementDraft:
    """Something achieved that no record tells."""

    participant_id: str
    text: str
    figure: str | None = None
    unit_text: str | None = None
    evidence: str | None = None
    noted_on: str | None = None
    id: str | None = None
    version: int | None = None


@dataclass(frozen=True)
class TickDraft:
    """A standard met or not, with the evidence."""

    standard_id: str
    met: bool | None
    evidence: str | None = None
    id: str | None = None
    version: int | None = None


@dataclass(frozen=True)
class NominationDraft:
    """A participant proposed for a form; `content` is what he is praised for."""

    participant_id: str
    form_id: str
    content: str | None = None
    id: str | None = None
    version: int | None = None


@dataclass(frozen=True)
class VoteDraft:
    """The council's vote on one nomination."""

    nomination_id: str
    agree: int | None = None
    disagree: int | None = None
    abstain: int | None = None
    version: int | None = None

    @property
    def blank(self) -> bool:
        """Whether nothing was typed for it."""
        return self.agree is None and self.disagree is None and self.abstain is None


@dataclass(frozen=True)
class MeetingDraft:
    """A meeting of the council with its votes."""

    campaign_id: str
    held_on: str
    place: str | None = None
    chair: str | None = None
    secretary: str | None = None
    attendants: str | None = None
    present: int | None = None
    note: str | None = None
    votes: tuple[VoteDraft, ...] = ()
    id: str | None = None
    version: int | None = None


@dataclass(frozen=True)
class StepDraft:
    """Dossiers go to a step of the campaign's route on a day, or come back from where they are, with a reason."""

    nominations: tuple[tuple[str, int | None], ...]
    on: str
    to: str | None = None
    returned: bool = False
    reason: str | None = None


@dataclass(frozen=True)
class OutcomeDraft:
    """What was decided of nominations: granted by a decision, or not, with a reason."""

    nominations: tuple[tuple[str, int | None], ...]
    granted: bool
    decision_number: str | None = None
    decided_on: str | None = None
    signer: str | None = None
    reason: str | None = None


@dataclass(frozen=True)
class BlankDraft:
    """How the office's blank of the giấy khen is met: millimetres to the right and down (minus: left, up)."""

    right_mm: str = "0"
    down_mm: str = "0"
    titled: bool = True
