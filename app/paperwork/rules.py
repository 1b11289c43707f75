"""From when on a paper is due, how far it is, and when a file may be closed: pure functions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from app.problems import Problem
from app.support.queries import CaseFacts, CaseState
from app.wording.paperwork import kinds_text
from models.vocabulary import PaperKind, PaperState, Stage, Status

#: What a rule may name as the beginning: the road of a house, a stage that is done, the first payment.
PAID = "paid"
ROAD = (
    Status.REGISTERED,
    Status.SURVEYED,
    Status.VILLAGE_REVIEWED,
    Status.POSTED,
    Status.SUBMITTED,
    Status.APPROVED,
    Status.STARTED,
    Status.IN_PROGRESS,
    Status.ACCEPTED,
    Status.HANDED_OVER,
    Status.CLOSED,
)
STAGES = (Stage.FOUNDATION, Stage.FRAME_WALL, Stage.ROOF, Stage.FINISH)
_PLACES = {one.value: place for place, one in enumerate(ROAD)}
_STAGE_PLACES = {one.value: place for place, one in enumerate(STAGES)}
#: The papers that may lie in the file of a house, whether its programme asks for them or not.
FILE_KINDS = (
    PaperKind.APPLICATION,
    PaperKind.COMMITMENT,
    PaperKind.AUTHORISATION,
    PaperKind.LAND_CONFIRMATION,
    PaperKind.SURVEY_FORM,
    PaperKind.REVIEW_MINUTES,
    PaperKind.RECHECK_MINUTES,
    PaperKind.POSTING_LIST,
    PaperKind.POSTING_END_MINUTES,
    PaperKind.SUBMISSION,
    PaperKind.DECISION,
    PaperKind.REFUSAL_NOTICE,
    PaperKind.STAGE_MINUTES,
    PaperKind.COMPLETION_CHECK,
    PaperKind.HANDOVER_MINUTES,
    PaperKind.PAYMENT_REQUEST,
    PaperKind.PAYMENT_VOUCHER,
    PaperKind.SIGN_FOR_LIST,
    PaperKind.CASH_HANDOVER_MINUTES,
    PaperKind.GOODS_HANDOVER_MINUTES,
    PaperKind.LABOUR_SHEET,
    PaperKind.SETTLEMENT,
    PaperKind.HOUSEHOLD_SUMMARY,
)
_ORDER = {one: place for place, one in enumerate(PaperState)}
#: A paper that is signed is in the file; one that is only printed is not yet.
_IN_FILE = (PaperState.SIGNED, PaperState.SCANNED)


@dataclass(frozen=True)
class Progress:
    """How far a house is, as the list of cases knows it; `paid` in đồng."""

    status: str | None
    stage: str | None
    approved: int | None
    paid: int | None

    @cached_property
    def reached(self) -> int:
        """The place on the road; a paused house keeps what was built and decided."""
        if self.status != Status.ON_HOLD:
            return _PLACES.get(self.status or "", -1)
        if self.stage is not None:
            return _PLACES[Status.IN_PROGRESS.value]
        return _PLACES[(Status.APPROVED if self.approved is not None else Status.REGISTERED).value]


@dataclass(frozen=True)
class PaperCell:
    """One paper of a file. `day` and `signer` are of the furthest state; `before`: of the time before the program.

    `due` tells that the house is so far that the paper should be there; `asked` that its programme names it at all.
    """

    kind: str
    state: PaperState
    due: bool = True
    before: bool = False
    day: str | None = None
    signer: str | None = None
    asked: bool = True

    @property
    def in_file(self) -> bool:
        """Whether the signed paper is there."""
        return self.state in _IN_FILE

    @property
    def missing(self) -> bool:
        """Whether it should be there and is not: never made, or not signed yet."""
        return self.due and self.asked and not self.in_file


def further(one: PaperState, other: PaperState) -> PaperState:
    """The further of two states."""
    return one if _ORDER[one] > _ORDER[other] else other


def is_due(due_from: str, house: Progress) -> bool:
    """Whether a house is so far that a paper asked from there on should be in its file."""
    if due_from == PAID:
        return (house.paid or 0) > 0
    reached = house.reached
    if due_from in _STAGE_PLACES:
        done = _STAGE_PLACES.get(house.stage or "", -1)
        return reached >= _PLACES[Status.ACCEPTED.value] or done >= _STAGE_PLACES[due_from]
    return due_from in _PLACES and reached >= _PLACES[due_from]


def check_close(facts: CaseFacts, state: CaseState, papers: Sequence[PaperCell], draft_reason: str) -> list[Problem]:
    """A file is closed once, when the house is done; with papers missing only for a written reason."""
    about = {"names": facts.head_name}
    if state.closing is not None:
        return [Problem("", "closed_already", about)]
    if not state.done:
        return [Problem("", "close_not_done", about)]
    missing = [one.kind for one in papers if one.missing]
    if missing and not draft_reason:
        return [Problem("reason", "close_papers_missing", about | {"papers": kinds_text(missing)})]
    return []


def check_mark(kind: str, done_on: str, day: str) -> list[Problem]:
    """A mark names a paper the program knows and a day that is not ahead of today."""
    found = [] if kind in FILE_KINDS else [Problem("kind", "paper_kind_unknown", {"text": kind})]
    if not done_on:
        return [*found, Problem("done_on", "day_missing")]
    return [*found, Problem("done_on", "paper_day_ahead")] if done_on > day else found


def check_close_day(closed_on: str, day: str) -> list[Problem]:
    """The day a file is closed on is known and not ahead of today."""
    if not closed_on:
        return [Problem("closed_on", "day_missing")]
    return [Problem("closed_on", "close_ahead")] if closed_on > day else []


def check_reopen(facts: CaseFacts, state: CaseState, reason: str) -> list[Problem]:
    """A closed file is opened again with a reason."""
    found = [] if reason else [Problem("reason", "reason_missing")]
    return found if state.closing is not None else [*found, Problem("", "not_closed", {"names": facts.head_name})]
