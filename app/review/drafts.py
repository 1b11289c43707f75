"""What a form or a command hands in about review. `id` and `version` are those of the row that was opened, else None.

Days are ISO text, amounts đồng, times of day as typed ("14 giờ 30").
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from app.households.drafts import PresentHouseDraft


@dataclass(frozen=True)
class RoundDraft:
    """A round in which villages and agencies look for bad houses."""

    name: str
    opened_on: str
    programme_id: str | None = None
    due_on: str | None = None
    closed_on: str | None = None
    note: str | None = None
    id: str | None = None
    version: int | None = None


@dataclass(frozen=True)
class ReturnDraft:
    """What a village, or an agency, handed in for a round; `counts`: households by category, before they have names.

    Of one village or agency there is one return a round: without `id` the standing one is changed, or one is made.
    `state` None takes back what was recorded: it has not handed in.
    """

    round_id: str
    village_id: str | None = None
    agency: str | None = None
    state: str | None = None
    returned_on: str | None = None
    reporter: str | None = None
    counts: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    note: str | None = None
    id: str | None = None
    version: int | None = None


@dataclass(frozen=True)
class FoundDraft:
    """Households that a round has given names: those of a village, or found by an agency (`found_by` its name).

    A household without a case in the round's programme gets one.
    """

    round_id: str
    household_ids: tuple[str, ...]
    found_by: str | None = None


@dataclass(frozen=True)
class SurveyDraft(PresentHouseDraft):
    """The survey form of the present house (domain 3.1 A).

    Items of the household itself (head, members, land flags) stay on the household's own form.
    """

    household_id: str
    surveyed_on: str


@dataclass(frozen=True)
class VoteDraft:
    """The vote on one household; `present` None: as many as the meeting had. `rank` None: ranked by the rule.

    `case_id` may be the id of a household that has no case in the meeting's programme: the meeting opens it.
    """

    case_id: str
    agree: int
    disagree: int
    abstain: int
    present: int | None = None
    rank: int | None = None
    note: str | None = None


@dataclass(frozen=True)
class MeetingDraft:
    """A village meeting with all its votes: what is not among `votes` any more is taken off.

    `threshold` and `tie_rule` None: as the programme says on the day; with a programme that says nothing, none.
    """

    village_id: str | None
    held_on: str
    programme_id: str | None = None
    started_at: str | None = None
    ended_at: str | None = None
    place: str | None = None
    chair: str | None = None
    secretary: str | None = None
    attendants: str | None = None
    households: int | None = None
    present: int | None = None
    threshold: str | None = None
    tie_rule: str | None = None
    objections: str | None = None
    note: str | None = None
    votes: tuple[VoteDraft, ...] = ()
    id: str | None = None
    version: int | None = None


@dataclass(frozen=True)
class PostingDraft:
    """A public posting with the houses on its list. `days`, `working_days` None: as the programme says on the day.

    `reasons`, by case: why a house stands on the list although its vote stayed below the threshold.
    """

    posted_on: str
    place: str
    case_ids: tuple[str, ...]
    programme_id: str | None = None
    days: int | None = None
    working_days: bool | None = None
    criteria: str | None = None
    poster: str | None = None
    witness: str | None = None
    note: str | None = None
    reasons: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    id: str | None = None
    version: int | None = None


@dataclass(frozen=True)
class RemarkDraft:
    """A remark on a house, its re-check and its answer, each when it comes. Open until it is answered."""

    case_id: str
    received_on: str
    content: str
    posting_id: str | None = None
    sender: str | None = None
    rechecked_on: str | None = None
    rechecked_by: str | None = None
    recheck_result: str | None = None
    recheck_note: str | None = None
    answered_on: str | None = None
    answer: str | None = None
    id: str | None = None
    version: int | None = None


@dataclass(frozen=True)
class ProposedDraft:
    """A house on a submission; amount in đồng. None: what was requested, else the programme's norm."""

    case_id: str
    amount: int | None = None
    work_type: str | None = None


@dataclass(frozen=True)
class SubmissionDraft:
    """The commune's submission with its list; number and signer may come after văn thư issued it."""

    submitted_on: str
    houses: tuple[ProposedDraft, ...]
    programme_id: str | None = None
    number: str | None = None
    addressee: str | None = None
    signer: str | None = None
    note: str | None = None
    id: str | None = None
    version: int | None = None


@dataclass(frozen=True)
class PovertyDraft:
    """The poverty class of a household in a year, by the standard then used; one row a household and year.

    `b1`, `b2` are points, `indicators` the deprived ones of the twelve.
    """

    household_id: str
    year: int
    level: str
    standard: str | None = None
    certificate: str | None = None
    certified_on: str | None = None
    force_majeure: bool | None = None
    cause: str | None = None
    b1: int | None = None
    b2: int | None = None
    indicators: tuple[str, ...] = ()
    note: str | None = None
    id: str | None = None
    version: int | None = None
