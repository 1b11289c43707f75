"""From the search for houses to the commune's submission: rounds, meetings, votes, postings, remarks, submissions."""

from sqlalchemy.orm import Mapped

from models.base import (
    Base,
    Recorded,
    date_field,
    flag_field,
    money_field,
    number_field,
    parent_field,
    reference_field,
    text_field,
)
from models.vocabulary import Owner


class ScreeningRound(Recorded, Base):
    """A round in which villages and agencies look for bad houses ("rà soát")."""

    __tablename__ = "screening_round"
    __entity__ = "screening_round"

    name: Mapped[str | None] = text_field()
    programme_id: Mapped[str | None] = reference_field("programme.id")
    opened_on: Mapped[str | None] = date_field()
    due_on: Mapped[str | None] = date_field()
    closed_on: Mapped[str | None] = date_field()
    note: Mapped[str | None] = text_field()


class ScreeningReturn(Recorded, Base):
    """What one village or agency handed in for a round: its state, and households counted before they have names.

    `counts` is canonical JSON text, {category: households}.
    """

    __tablename__ = "screening_return"
    __entity__ = "screening_return"
    __parent__ = "round_id"

    round_id: Mapped[str | None] = parent_field("screening_round.id")
    village_id: Mapped[str | None] = reference_field("area.id")
    agency: Mapped[str | None] = text_field()
    state: Mapped[str | None] = text_field()
    returned_on: Mapped[str | None] = date_field()
    reporter: Mapped[str | None] = text_field()
    counts: Mapped[str | None] = text_field()
    note: Mapped[str | None] = text_field()


class VillageMeeting(Recorded, Base):
    """A village meeting that votes on households (Mẫu 1.9 frame). `threshold` and `tie_rule` as they then held."""

    __tablename__ = "village_meeting"
    __entity__ = "village_meeting"

    programme_id: Mapped[str | None] = reference_field("programme.id")
    village_id: Mapped[str | None] = reference_field("area.id")
    held_on: Mapped[str | None] = date_field()
    started_at: Mapped[str | None] = text_field()
    ended_at: Mapped[str | None] = text_field()
    place: Mapped[str | None] = text_field()
    chair: Mapped[str | None] = text_field()
    secretary: Mapped[str | None] = text_field()
    attendants: Mapped[str | None] = text_field()
    households: Mapped[int | None] = number_field()
    present: Mapped[int | None] = number_field()
    threshold: Mapped[str | None] = text_field()
    tie_rule: Mapped[str | None] = text_field()
    objections: Mapped[str | None] = text_field()
    note: Mapped[str | None] = text_field()


class ReviewVote(Recorded, Base):
    """The vote of a meeting on one household: heads that agreed, disagreed, had no opinion; its place in the order."""

    __tablename__ = "review_vote"
    __entity__ = "review_vote"
    __parent__ = "case_id"

    case_id: Mapped[str | None] = parent_field("support_case.id")
    meeting_id: Mapped[str | None] = reference_field("village_meeting.id")
    agree: Mapped[int | None] = number_field()
    disagree: Mapped[int | None] = number_field()
    abstain: Mapped[int | None] = number_field()
    present: Mapped[int | None] = number_field()
    rank: Mapped[int | None] = number_field()
    note: Mapped[str | None] = text_field()


class Posting(Recorded, Base):
    """A public posting of criteria and list: from when, where, for how many days, counted as the programme says."""

    __tablename__ = "posting"
    __entity__ = "posting"

    programme_id: Mapped[str | None] = reference_field("programme.id")
    posted_on: Mapped[str | None] = date_field()
    place: Mapped[str | None] = text_field()
    days: Mapped[int | None] = number_field()
    working_days: Mapped[bool | None] = flag_field()
    criteria: Mapped[str | None] = text_field()
    poster: Mapped[str | None] = text_field()
    witness: Mapped[str | None] = text_field()
    closed_on: Mapped[str | None] = date_field()
    note: Mapped[str | None] = text_field()


class PostedCase(Recorded, Base):
    """A house on a posted list; `reason` says why it is there although its vote stayed below the threshold."""

    __tablename__ = "posted_case"
    __entity__ = "posted_case"
    __parent__ = "case_id"

    case_id: Mapped[str | None] = parent_field("support_case.id")
    posting_id: Mapped[str | None] = reference_field("posting.id")
    reason: Mapped[str | None] = text_field()


class Remark(Recorded, Base):
    """A remark on a house ("ý kiến, phản ánh"), its re-check and its answer; open until it is answered."""

    __tablename__ = "remark"
    __entity__ = "remark"
    __parent__ = "case_id"

    case_id: Mapped[str | None] = parent_field("support_case.id")
    posting_id: Mapped[str | None] = reference_field("posting.id")
    received_on: Mapped[str | None] = date_field()
    sender: Mapped[str | None] = text_field()
    content: Mapped[str | None] = text_field()
    rechecked_on: Mapped[str | None] = date_field()
    rechecked_by: Mapped[str | None] = text_field()
    recheck_result: Mapped[str | None] = text_field()
    recheck_note: Mapped[str | None] = text_field()
    answered_on: Mapped[str | None] = date_field()
    answer: Mapped[str | None] = text_field()


class Submission(Recorded, Base):
    """The commune's submission with its list ("tờ trình"); number, day and signer may come after it was issued."""

    __tablename__ = "submission"
    __entity__ = "submission"

    programme_id: Mapped[str | None] = reference_field("programme.id")
    number: Mapped[str | None] = text_field()
    submitted_on: Mapped[str | None] = date_field()
    addressee: Mapped[str | None] = text_field()
    signer: Mapped[str | None] = text_field()
    returned_on: Mapped[str | None] = date_field()
    return_reason: Mapped[str | None] = text_field()
    note: Mapped[str | None] = text_field()


class SubmittedCase(Recorded, Base):
    """A house on a submission's list, with the amount in đồng and the work type that were proposed."""

    __tablename__ = "submitted_case"
    __entity__ = "submitted_case"
    __parent__ = "case_id"

    case_id: Mapped[str | None] = parent_field("support_case.id")
    submission_id: Mapped[str | None] = reference_field("submission.id")
    amount: Mapped[int | None] = money_field()
    work_type: Mapped[str | None] = text_field()


class PovertyClass(Recorded, Base):
    """The poverty class of a household in a year, by the standard then used (QĐ 24/2021, NĐ 07/2021 and later).

    `b1`, `b2` are points; `indicators` the deprived ones of the twelve, separated by blanks.
    """

    __tablename__ = "poverty_class"
    __entity__ = "poverty_class"
    __parent__ = "household_id"

    household_id: Mapped[str | None] = parent_field("household.id")
    year: Mapped[int | None] = number_field()
    standard: Mapped[str | None] = text_field()
    level: Mapped[str | None] = text_field()
    certificate: Mapped[str | None] = text_field()
    certified_on: Mapped[str | None] = date_field()
    force_majeure: Mapped[bool | None] = flag_field()
    cause: Mapped[str | None] = text_field()
    b1: Mapped[int | None] = number_field()
    b2: Mapped[int | None] = number_field()
    indicators: Mapped[str | None] = text_field()
    note: Mapped[str | None] = text_field()


class OfficeText(Recorded, Base):
    """What văn thư gave a text after it was issued: number, day, signer ("Ghi số, ngày đã ban hành").

    `about_id` is the id of the meeting, posting, submission, decision batch or case the text is about.
    """

    __tablename__ = "office_text"
    __entity__ = "office_text"
    __owner__ = Owner.AUTHOR

    kind: Mapped[str | None] = text_field()
    about_id: Mapped[str | None] = text_field()
    number: Mapped[str | None] = text_field()
    issued_on: Mapped[str | None] = date_field()
    signer: Mapped[str | None] = text_field()
    note: Mapped[str | None] = text_field()
