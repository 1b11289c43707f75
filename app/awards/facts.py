"""Awards as frozen rows: quotas and what is left of them, participants, achievements, meetings, nominations."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from app.awards.tiers import Standing


class DossierState(StrEnum):
    """How a nomination stands."""

    PROPOSED = "proposed"
    SENT = "sent"
    RETURNED = "returned"
    GRANTED = "granted"
    NOT_GRANTED = "not_granted"


@dataclass(frozen=True)
class ReadingRow:
    """A number an office read or was given, with the reason."""

    id: str
    number: int
    reason: str
    decision_number: str | None = None
    decided_on: str | None = None


@dataclass(frozen=True)
class QuotaLine:
    """How many of one object may be proposed for one form: of a unit, of a fixed group (`whom`), or of the whole plan.

    `number` is what holds (a reading wins over the rules), None where nothing bounds it or nobody has read it yet;
    `used` counts the nominations that stand.
    """

    form_id: str
    form: str
    form_name: str
    object: str
    unit_id: str | None
    name: str
    whom: str | None
    target: Decimal | None
    standing: Standing
    number: int | None
    text: str = ""
    reading: ReadingRow | None = None
    edge: bool = False
    used: int = 0

    @property
    def key(self) -> str:
        """What names the line: form, object and whom it is for."""
        return "|".join((self.form, self.object, self.unit_id or "", self.whom or ""))

    @property
    def left(self) -> int | None:
        """How many may still be proposed; None where no number bounds it."""
        return None if self.number is None else max(self.number - self.used, 0)

    @property
    def unread(self) -> bool:
        """Whether the officer must say first how the plan is to be read here."""
        return self.reading is None and self.standing is Standing.EDGE


@dataclass(frozen=True)
class ParticipantRow:
    """Who may be proposed. `unit` is the name of the plan's unit, `household` the head of the household."""

    id: str
    version: int
    campaign_id: str
    kind: str
    name: str
    position: str | None
    unit_id: str | None
    unit: str
    outside: bool
    whom: str | None
    household_id: str | None
    donor_id: str | None
    note: str | None


@dataclass(frozen=True)
class AchievementRow:
    """Something achieved: noted by hand (with an id) or told by the records (`computed`, with where it stands)."""

    text: str
    evidence: str
    id: str | None = None
    version: int | None = None
    figure: Decimal | None = None
    unit_text: str | None = None
    noted_on: str | None = None
    computed: bool = False


@dataclass(frozen=True)
class StandardRow:
    """A standard of the plan for one participant: ticked by hand (`tick_id`), by the records, or not yet."""

    standard_id: str
    text: str
    met: bool | None
    evidence: str
    by_records: bool = False
    tick_id: str | None = None
    version: int | None = None


@dataclass(frozen=True)
class MeetingRow:
    """A meeting of the council; `votes` counts the nominations it voted on."""

    id: str
    version: int
    campaign_id: str
    held_on: str | None
    place: str | None
    chair: str | None
    secretary: str | None
    attendants: str | None
    present: int | None
    note: str | None
    votes: int = 0


@dataclass(frozen=True)
class NominationRow:
    """A participant proposed for a form of award, with the votes, the dossier's way and the decision."""

    id: str
    version: int
    participant: ParticipantRow
    form_id: str
    form: str
    issuer: str
    content: str | None
    meeting_id: str | None
    agree: int | None
    disagree: int | None
    abstain: int | None
    sent_to: str | None
    sent_on: str | None
    returned_on: str | None
    granted: bool | None
    decision_number: str | None
    decided_on: str | None
    signer: str | None
    reason: str | None
    form_code: str = ""
    level: str = ""

    @property
    def state(self) -> DossierState:
        """How the nomination stands: the decision says the last word, then where the dossier is."""
        if self.granted is not None:
            return DossierState.GRANTED if self.granted else DossierState.NOT_GRANTED
        if self.returned_on:
            return DossierState.RETURNED
        return DossierState.SENT if self.sent_to else DossierState.PROPOSED

    @property
    def stands(self) -> bool:
        """Whether it takes up a place of the quota: what was not granted does not."""
        return self.granted is not False
