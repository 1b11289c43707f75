"""What is due when: the list with its state on a day, the grid of units and periods, and who is late.

A deadline from units is done when every unit of its kind has sent its report; an office that is itself such a unit sees
its own. One on request waits until somebody asks; each request is due for itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.bundled import area_id
from app.campaigns.facts import CampaignDetail, DeadlineRow, UnitRow
from app.campaigns.units import own_unit, units_of
from app.plans.periods import Occurrence, Term, days_left, occurrences
from models.movement import SentReport, UnitReport
from models.vocabulary import DeadlineState, UnitReportKind

#: From so many days before its end a deadline is told of as near.
SOON_DAYS = 7


@dataclass(frozen=True)
class ReportRow:
    """What a unit handed in, or a request; no `unit_id`: the office's own. `kept`: its figures were kept with it."""

    id: str
    version: int
    deadline_id: str | None
    unit_id: str | None
    kind: str
    period: str | None
    number: str | None
    made_on: str | None
    sent_on: str | None
    due_on: str | None
    note: str | None
    kept: bool = False


class CellState(StrEnum):
    """Whether a unit has reported: in time, late, not in time, or the time is not over."""

    SENT = "sent"
    SENT_LATE = "sent_late"
    MISSING = "missing"
    WAITING = "waiting"


@dataclass(frozen=True)
class Cell:
    """A unit and a time a deadline falls due. Days are ISO text."""

    deadline_id: str
    period: str | None
    unit: UnitRow | None
    state: CellState
    due_day: str | None
    report: ReportRow | None = None


@dataclass(frozen=True)
class DeadlineLine:
    """One time a deadline falls due, on a day.

    `plan_day` is the day as the plan says it, `due_day` the last one in time, `days_left` counts until that one.
    `asked`: what is on request was asked for. `cells`: who must report, in the order of the plan.
    """

    deadline: DeadlineRow
    period: str | None
    plan_day: str | None
    due_day: str | None
    days_left: int | None
    state: DeadlineState
    asked: bool
    cells: tuple[Cell, ...]

    @property
    def named(self) -> str:
        """A deadline and the time it falls due, told apart from every other."""
        return f"{self.deadline.id} {self.period or ''}"

    @property
    def sent(self) -> int:
        """How many have reported."""
        return sum(1 for one in self.cells if one.report is not None)

    @property
    def missing(self) -> tuple[Cell, ...]:
        """Who has not reported."""
        return tuple(one for one in self.cells if one.report is None)

    @property
    def late(self) -> tuple[Cell, ...]:
        """Who has not reported though the time is over."""
        return tuple(one for one in self.cells if one.state is CellState.MISSING)


def unit_reports(session: Session, plan: CampaignDetail) -> list[ReportRow]:
    """What was handed in under a plan, the oldest first; a row of an office in the plan counts as its unit's."""
    units = {one.area_id: one.id for one in plan.units if one.area_id}
    query = select(UnitReport).where(UnitReport.campaign_id == plan.id, UnitReport.row_out.is_(False))
    found = []
    for row in session.scalars(query.order_by(UnitReport.id)):
        unit_id = row.unit_id or units.get(area_id(row.stream.partition("/")[0]))
        days = (row.made_on, row.sent_on, row.due_on)
        own = (row.kind or "", row.period, row.number)
        found.append(ReportRow(row.id, row.version, row.deadline_id, unit_id, *own, *days, row.note))
    return found + _kept_reports(session, plan, units)


def _kept_reports(session: Session, plan: CampaignDetail, units: Mapping[str, str]) -> list[ReportRow]:
    """Reports whose figures were kept for a deadline of the plan ("Chốt báo cáo")."""
    row = SentReport
    query = select(row).where(row.deadline_id.in_([one.id for one in plan.deadlines]), row.row_out.is_(False))
    kind = UnitReportKind.REPORT.value
    return [
        ReportRow(
            one.id,
            one.version,
            one.deadline_id,
            units.get(area_id(one.stream.partition("/")[0])),
            *(kind, one.period, one.number, one.issued_on, one.sent_on, None, one.note),
            kept=True,
        )
        for one in session.scalars(query.order_by(row.id))
    ]


def owed_by_office(plan: CampaignDetail, line: DeadlineLine, office: str) -> bool:
    """Whether the office itself hands in what is due, and no unit of it does."""
    return line.cells[0].unit in (None, own_unit(plan, office))


def deadline_lines(session: Session, plan: CampaignDetail, day: str, office: str) -> list[DeadlineLine]:
    """Every deadline of a plan on a day, in the order of the plan; of what repeats all until the next one."""
    reports = unit_reports(session, plan)
    own = own_unit(plan, office)
    found = []
    for deadline in plan.deadlines:
        lines = [
            _line(plan, deadline, one, day, own, reports)
            for one in _times(plan, deadline, [each for each in reports if each.deadline_id == deadline.id])
        ]
        found += _until_next(lines, day)
    return found


def term_of(deadline: DeadlineRow) -> Term:
    """The words of a deadline that fix its day."""
    return Term(deadline.due, deadline.inclusive, bool(deadline.on_request), deadline.repeats, deadline.starts_on)


def _times(plan: CampaignDetail, deadline: DeadlineRow, reports: Sequence[ReportRow]) -> list[Occurrence]:
    """Each time it falls due; on request: once for each request, or once while nobody has asked."""
    if not deadline.on_request or deadline.due:
        return occurrences(term_of(deadline), plan.starts_on, plan.wrap_up_on or plan.ends_on)
    requests = [one for one in reports if one.kind == UnitReportKind.REQUEST]
    asked = {one.period or one.made_on or one.id: one.due_on for one in requests}
    return [Occurrence(period, due, due) for period, due in asked.items()] or [Occurrence(None, None, None)]


def _until_next(lines: list[DeadlineLine], day: str) -> list[DeadlineLine]:
    """What is over or done, and the next that is to come."""
    ahead = [one for one in lines if (one.due_day or "") >= day and one.state is not DeadlineState.DONE]
    return [one for one in lines if one not in ahead[1:]]


def _line(
    plan: CampaignDetail,
    deadline: DeadlineRow,
    time: Occurrence,
    day: str,
    own: UnitRow | None,
    reports: Sequence[ReportRow],
) -> DeadlineLine:
    cells = tuple(_cell(deadline, time, one, day, own, reports) for one in _who(plan, deadline, own))
    done = all(one.report is not None for one in cells)
    left = days_left(time.due_day, day) if time.due_day else None
    asked = bool(deadline.on_request) and time.period is not None
    state = DeadlineState.DONE if done else _state(left, asked=asked)
    return DeadlineLine(deadline, time.period, time.plan_day, time.due_day, left, state, asked, cells)


def _state(left: int | None, *, asked: bool) -> DeadlineState:
    """How an open deadline stands; what was asked for without a day is due now."""
    if left is None:
        return DeadlineState.DUE_SOON if asked else DeadlineState.OPEN
    if left < 0:
        return DeadlineState.OVERDUE
    return DeadlineState.DUE_SOON if left <= SOON_DAYS else DeadlineState.OPEN


def _who(plan: CampaignDetail, deadline: DeadlineRow, own: UnitRow | None) -> tuple[UnitRow | None, ...]:
    """The units that hand in: of some kinds, or the office itself; an office that is one of them looks at its own."""
    units = units_of(plan, *deadline.from_kind)
    if own is not None and own in units:
        return (own,)
    return units or (None,)


def _cell(
    deadline: DeadlineRow,
    time: Occurrence,
    unit: UnitRow | None,
    day: str,
    own: UnitRow | None,
    reports: Sequence[ReportRow],
) -> Cell:
    mine = {None, own.id if own else None} if unit is None or unit == own else {unit.id}
    sent = [
        one
        for one in reports
        if one.deadline_id == deadline.id
        and one.kind != UnitReportKind.REQUEST
        and one.unit_id in mine
        and (one.period == time.period or time.period is None)
        and one.sent_on
        and one.sent_on <= day
    ]
    report = min(sent, key=lambda one: (one.sent_on or "", one.id), default=None)
    return Cell(deadline.id, time.period, unit, _cell_state(report, time.due_day, day), time.due_day, report)


def _cell_state(report: ReportRow | None, due: str | None, day: str) -> CellState:
    if report is not None:
        return CellState.SENT_LATE if due and (report.sent_on or "") > due else CellState.SENT
    return CellState.MISSING if due and due < day else CellState.WAITING


@dataclass(frozen=True)
class Grid:
    """Who has reported: a row a unit, a column a time a deadline from units falls due."""

    columns: tuple[DeadlineLine, ...]
    units: tuple[UnitRow, ...]

    def cell(self, unit_id: str, column: DeadlineLine) -> Cell | None:
        """The cell of a unit in a column; None where it need not report."""
        return next((one for one in column.cells if one.unit and one.unit.id == unit_id), None)


def report_grid(lines: Iterable[DeadlineLine]) -> Grid:
    """The grid of the lines that units hand in."""
    columns = tuple(one for one in lines if any(cell.unit for cell in one.cells))
    units = {cell.unit.id: cell.unit for one in columns for cell in one.cells if cell.unit}
    return Grid(columns, tuple(sorted(units.values(), key=lambda one: (one.position, one.id))))


def late_cells(lines: Iterable[DeadlineLine]) -> list[tuple[DeadlineLine, Cell]]:
    """Units that are late, with what they owe."""
    return [(line, cell) for line in lines for cell in line.late if cell.unit]


def punctuality(lines: Iterable[DeadlineLine], unit_ids: Any = None) -> tuple[int, int]:
    """Reports sent in time, and those that were due or sent; of some units or of all."""
    cells = [
        cell
        for line in lines
        for cell in line.cells
        if cell.state is not CellState.WAITING and (unit_ids is None or (cell.unit and cell.unit.id in unit_ids))
    ]
    return sum(1 for one in cells if one.state is CellState.SENT), len(cells)
