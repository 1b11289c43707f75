"""What the first page says: counts by state, what is overdue, what comes next, how far programmes and communes are."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from app.backup import last_backup
from app.backup_care import outside_days
from app.closed_months import closed_months
from app.documents.words import whole_text
from app.exchange.queries import last_sent, waiting_counts
from app.households.queries import HouseholdFilter, household_count, status_counts
from app.parsing import today
from app.reports.due_lines import WEEK_DAYS, DueDeadline, due_deadlines, stuck_text
from app.reports.giving_today import DriveLine, Waiting, drive_lines, waiting_gifts
from app.support.queries import CaseState, ProgrammeRules, case_states, load_programmes
from app.wording import today as words
from app.workspace import Workspace
from models.area import Area
from models.handover import Handover, IssuedPaper
from models.search import CaseEntry, HouseholdEntry
from models.vocabulary import AreaKind, Level, PaperKind, Stage, Status

if TYPE_CHECKING:
    from app.reports.deadline_reports import DeadlineReport

LEFT_THE_ROAD = (Status.WITHDRAWN, Status.INELIGIBLE, Status.REFUSED, Status.TRANSFERRED, Status.CANCELLED_DEATH)
_WAITING = (Status.SURVEYED, Status.VILLAGE_REVIEWED, Status.POSTED, Status.SUBMITTED)
_BUILDING = (Status.STARTED, Status.IN_PROGRESS)
HANDED_OVER = (Status.HANDED_OVER, Status.CLOSED)
_CLOSED_BY = 10
_UNFINISHED = tuple(one for one in Status if one not in (*LEFT_THE_ROAD, *HANDED_OVER))


@dataclass(frozen=True)
class Due:
    """Something that waits, as a kind of `app.wording.today.DUE`; `wanted` is the list that makes its count.

    A deadline of a plan names the plan, and the report that is made for it.
    """

    kind: str
    count: int
    text: str
    wanted: HouseholdFilter | None = None
    campaign_id: str | None = None
    report: DeadlineReport | None = None


@dataclass(frozen=True)
class ProgrammeLine:
    """How far a programme is, in houses that are on the road; `end` is its last day (ISO text), `over` that it passed.

    Days are compared with today; a programme without an end has none.
    """

    id: str | None
    name: str
    needed: int
    started: int
    handed_over: int
    end: str | None
    over: bool

    @property
    def left(self) -> int:
        """Houses that are not handed over yet."""
        return self.needed - self.handed_over

    @property
    def percent(self) -> int:
        """Houses handed over, of a hundred."""
        return self.handed_over * 100 // self.needed if self.needed else 0


@dataclass(frozen=True)
class Today:
    """The first page. Times are UTC; `first` are the first seven things with whether each is done.

    `week` is what falls due within seven days, `nearest` the deadline after those.
    `flags_apart`: of so many houses the points to look at are found only when somebody asks; they are not counted here.
    """

    households: int
    statuses: dict[str, int]
    overdue: tuple[Due, ...] = ()
    next: tuple[Due, ...] = ()
    week: tuple[Due, ...] = ()
    nearest: str = ""
    programmes: tuple[ProgrammeLine, ...] = ()
    drives: tuple[DriveLine, ...] = ()
    backup: dt.datetime | None = None
    package: dt.datetime | None = None
    first: dict[str, bool] = field(default_factory=dict)
    flags_apart: bool = False


def today_facts(workspace: Workspace, programme_id: str | None = None) -> Today:
    """What the first page says now, for one programme or all of them."""
    tasks, flags = waiting_counts(workspace)
    with workspace.read() as session:
        statuses = status_counts(session, HouseholdFilter(programme_id=programme_id))
        lines = tuple(programme_lines(session, programme_id))
        sent = last_sent(session.connection())
        level = workspace.author.level
        gifts = list(waiting_gifts(session, today().isoformat()))
        come, still = _paused(session, programme_id)
        deadlines = due_deadlines(session, today().isoformat(), workspace.author.office)
        late, now, soon = (_within(deadlines, *days) for days in ((None, -1), (0, 0), (1, WEEK_DAYS)))
        households = household_count(session)
        return Today(
            households,
            statuses,
            (
                *late,
                *_overdue(come, lines, programme_id),
                *_of_gifts(gifts, late=True),
                *_outside(session, workspace.folder),
            ),
            (
                *now,
                *_of_gifts(gifts, late=False),
                *_month_end(session, households),
                *_stuck(still, programme_id),
                *_next(session, statuses, (tasks, flags or 0), programme_id),
            ),
            soon,
            next((one.text for one in deadlines if one.days_left > WEEK_DAYS), ""),
            lines,
            tuple(drive_lines(session)) if level is Level.AGENCY else (),
            last_backup(workspace.folder),
            sent,
            _first_things(session, workspace.author.office, sent is not None) if level is Level.COMMUNE else {},
            flags is None,
        )


def _of_gifts(found: list[Waiting], *, late: bool) -> list[Due]:
    return [_due(one.kind, one.count, None, **one.values) for one in found if one.late == late]


def _outside(session: Session, folder: Path) -> list[Due]:
    """No backup on another drive for too long."""
    days = outside_days(session.connection(), folder)
    return [] if days is None else [_due("backup_outside", days)]


def _month_end(session: Session, households: int) -> list[Due]:
    """From the last three days of a month to the tenth of the next: the month that is not closed yet."""
    day = today()
    begun = day.replace(day=1)
    month = day if (day + dt.timedelta(days=3)).month != day.month else begun - dt.timedelta(days=1)
    near = month is day or day.day <= _CLOSED_BY
    if not households or not near or f"{month:%Y-%m}" in closed_months(session.connection()):
        return []
    return [_due("month_end", 1, month=f"{month:%m/%Y}")]


def _within(deadlines: list[DueDeadline], first: int | None, last: int) -> tuple[Due, ...]:
    """Deadlines with so many days left."""
    return tuple(
        Due("report_due" if one.report else "deadline", 1, one.text, campaign_id=one.campaign_id, report=one.report)
        for one in deadlines
        if (first is None or first <= one.days_left) and one.days_left <= last
    )


def _due(kind: str, count: int, wanted: HouseholdFilter | None = None, **values: object) -> Due:
    return Due(kind, count, words.DUE[kind][0].format(count=whole_text(count), **values), wanted)


# Overdue and next


def _overdue(paused: list[CaseState], lines: tuple[ProgrammeLine, ...], programme_id: str | None) -> Iterator[Due]:
    """Paused houses whose day of review has come, and houses of a programme that is over."""
    if paused:
        yield _due("paused", len(paused), _on_hold(programme_id))
    for line in lines:
        if line.over and line.left and line.end:
            day = f"{dt.date.fromisoformat(line.end):%d/%m/%Y}"
            unfinished = frozenset(one.value for one in _UNFINISHED)
            wanted = HouseholdFilter(statuses=unfinished, programme_id=line.id)
            yield _due("programme_over", line.left, wanted, name=line.name, day=day)


def _stuck(paused: list[CaseState], programme_id: str | None) -> Iterator[Due]:
    """Houses that stand still, and why."""
    if paused:
        yield Due("stuck", len(paused), stuck_text(paused), _on_hold(programme_id))


def _on_hold(programme_id: str | None) -> HouseholdFilter:
    return HouseholdFilter(statuses=frozenset({Status.ON_HOLD.value}), programme_id=programme_id)


def _paused(session: Session, programme_id: str | None) -> tuple[list[CaseState], list[CaseState]]:
    """Paused houses: those whose day of review has come, and the others, which stand still for a reason."""
    case, conditions = shown_case(programme_id)
    paused = session.scalars(select(case.case_id).where(case.status == Status.ON_HOLD, *conditions)).all()
    now = today().isoformat()
    states = [one for one in case_states(session, paused).values() if one.exception] if paused else []
    come = [one for one in states if one.exception and (one.exception.review_on or "9") <= now]
    return come, [one for one in states if one not in come]


def _next(
    session: Session, statuses: dict[str, int], waiting: tuple[int, int], programme_id: str | None
) -> Iterator[Due]:
    """What waits for a step, the nearest to the end first; each with the list that makes its number.

    `waiting`: decisions, and points to look at.
    """
    finished = _finished(session, programme_id)
    counts = (
        ("tasks", waiting[0], ()),
        ("flags", waiting[1], ()),
        ("to_hand_over", statuses.get(Status.ACCEPTED, 0), (Status.ACCEPTED,)),
        ("no_minutes", _without_minutes(session, programme_id), HANDED_OVER),
        ("to_accept", finished, _BUILDING),
        ("to_start", statuses.get(Status.APPROVED, 0), (Status.APPROVED,)),
        ("building", sum(statuses.get(one, 0) for one in _BUILDING) - finished, _BUILDING),
        ("to_decide", sum(statuses.get(one, 0) for one in _WAITING), _WAITING),
        ("to_survey", statuses.get(Status.REGISTERED, 0), (Status.REGISTERED,)),
    )
    for kind, count, wanted in counts:
        if count > 0:
            said = frozenset(one.value for one in wanted)
            yield _due(kind, count, HouseholdFilter(statuses=said, programme_id=programme_id))


def shown_case(programme_id: str | None) -> tuple[Any, list[ColumnElement[bool]]]:
    """Where the cases that households are shown by stand: with the household, or those of the programme."""
    if programme_id is None:
        return HouseholdEntry, []
    return CaseEntry, [CaseEntry.programme_id == programme_id]


def _finished(session: Session, programme_id: str | None) -> int:
    """Houses that stand and wait for acceptance."""
    case, conditions = shown_case(programme_id)
    query = select(func.count()).select_from(case).where(*conditions)
    return session.scalar(query.where(case.status == Status.IN_PROGRESS, case.stage == Stage.FINISH)) or 0


def _without_minutes(session: Session, programme_id: str | None) -> int:
    """Houses handed over for which no minutes were issued here; those of before the program have theirs on paper."""
    case, conditions = shown_case(programme_id)
    issued = select(IssuedPaper.id).where(
        IssuedPaper.case_id == case.case_id,
        IssuedPaper.kind == PaperKind.HANDOVER_MINUTES,
        IssuedPaper.row_out.is_(False),
    )
    query = select(func.count()).select_from(case).where(*conditions)
    before = select(Handover.id).where(
        Handover.case_id == case.case_id, Handover.before_program.is_(True), Handover.row_out.is_(False)
    )
    return session.scalar(query.where(case.status.in_(HANDED_OVER), ~issued.exists(), ~before.exists())) or 0


# Programmes


def begun_statuses() -> tuple[Status, ...]:
    """Where a house stands whose works have begun."""
    return (*_BUILDING, Status.ACCEPTED, *HANDED_OVER)


def programme_lines(session: Session, programme_id: str | None) -> Iterator[ProgrammeLine]:
    """One line for each programme with houses, in the order in which programmes are offered."""
    programmes = load_programmes(session)
    counts: dict[str | None, Counter[str]] = {}
    query = select(CaseEntry.programme_id, CaseEntry.status, func.count()).group_by(
        CaseEntry.programme_id, CaseEntry.status
    )
    for programme, status, count in session.execute(query):
        counts.setdefault(programme, Counter())[status or ""] += count
    known: list[str | None] = [one for one in programmes if one in counts]
    for one in [*known, *(one for one in counts if one not in programmes)]:
        if programme_id in (None, one):
            yield _programme_line(one, programmes.get(one or ""), counts[one])


def _programme_line(programme_id: str | None, rules: ProgrammeRules | None, counts: Counter[str]) -> ProgrammeLine:
    left = {one.value for one in LEFT_THE_ROAD}
    needed = sum(count for status, count in counts.items() if status not in left)
    handed_over = sum(counts[one] for one in HANDED_OVER)
    started = handed_over + counts[Status.ACCEPTED] + sum(counts[one] for one in _BUILDING)
    end = rules.valid_to if rules else None
    over = end is not None and end < today().isoformat()
    name = rules.short_name if rules else words.NO_PROGRAMME
    return ProgrammeLine(programme_id, name, needed, started, handed_over, end, over)


# The beginning


def _first_things(session: Session, office: str, sent: bool) -> dict[str, bool]:
    """The first seven things of a commune, and which are done."""
    statuses = set(session.scalars(select(HouseholdEntry.status).where(HouseholdEntry.status.is_not(None)).distinct()))
    built = {one.value for one in (*_BUILDING, Status.ACCEPTED, *HANDED_OVER)}
    villages = select(Area.id).where(Area.kind == AreaKind.VILLAGE, Area.code == office, Area.row_out.is_(False))
    return {
        "villages": session.scalar(villages.limit(1)) is not None,
        "households": household_count(session) > 0,
        "request": bool(statuses),
        "decision": bool(statuses & {Status.APPROVED.value, *built}),
        "stage": bool(statuses & built),
        "handover": bool(statuses & {one.value for one in HANDED_OVER}),
        "package": sent,
    }
