"""From when on a paper is due, how far it is, and when a file may be closed: pure functions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
_STATES = tuple(PaperState)
#: A paper that is signed is in the file; one that is only printed is not yet.
_IN_FILE = (PaperState.SIGNED, PaperState.SCANNED)


@dataclass(frozen=True)
class Progress:
    """How far a house is, as the list of cases knows it; `paid` in đồng."""

    status: str | None
    stage: str | None
    approved: int | None
    paid: int | None


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
    return max(one, other, key=_STATES.index)


def is_due(due_from: str, house: Progress) -> bool:
    """Whether a house is so far that a paper asked from there on should be in its file."""
    if due_from == PAID:
        return (house.paid or 0) > 0
    reached = _reached(house)
    if due_from in {one.value for one in STAGES}:
        done = STAGES.index(Stage(house.stage)) if house.stage in {one.value for one in STAGES} else -1
        return reached >= ROAD.index(Status.ACCEPTED) or done >= STAGES.index(Stage(due_from))
    beginnings = [place for place, one in enumerate(ROAD) if one.value == due_from]
    return bool(beginnings) and reached >= beginnings[0]


def _reached(house: Progress) -> int:
    """The place on the road; a paused house keeps what was built and decided."""
    if house.status == Status.ON_HOLD:
        if house.stage is not None:
            return ROAD.index(Status.IN_PROGRESS)
        return ROAD.index(Status.APPROVED if house.approved is not None else Status.REGISTERED)
    return next((place for place, one in enumerate(ROAD) if one.value == house.status), -1)


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
    found = [] if kind in {one.value for one in PaperKind} else [Problem("kind", "paper_kind_unknown", {"text": kind})]
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
