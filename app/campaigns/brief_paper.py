"""The one page for a council member: the figures of the area, the targets, what is open in the field and overdue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.campaigns.counting import Counted
from app.campaigns.day_words import due_words, task_words
from app.campaigns.deadlines import DeadlineLine, deadline_lines
from app.campaigns.facts import CampaignDetail, TaskRow, UnitRow
from app.campaigns.movement_queries import petitions, results
from app.campaigns.queries import campaign_detail
from app.campaigns.standing_words import figure_words, name_words, state_words
from app.campaigns.standings import Standings, campaign_standings
from app.documents.paper_tables import columns_of, list_table
from app.documents.parts import Column
from app.documents.sentences import filled
from app.documents.text_paper import Block, Look, Table, Text, TextPaper
from app.office.queries import PaperOffice
from app.parsing import fold, today
from app.plans.days import day_text
from app.wording import papers_campaigns as said
from app.wording.vocabulary import DEADLINE_STATES
from models.campaign import CampaignTask
from models.vocabulary import DeadlineState

#: One page holds so many lines of a list.
_MOST = 3
#: Its letters are small (points), its cells short (characters).
_SIZE, _LONGEST = 10, 70


@dataclass(frozen=True)
class Brief:
    """What one member is told; all empty is the blank form."""

    plan: CampaignDetail | None = None
    task: TaskRow | None = None
    units: tuple[UnitRow, ...] = ()
    standings: Standings | None = None
    open_tasks: tuple[TaskRow, ...] = ()
    due: tuple[DeadlineLine, ...] = ()
    obstacles: tuple[str, ...] = ()


BLANK_BRIEF = Brief()


def briefs(session: Session, office: PaperOffice, ids: Sequence[str]) -> list[Brief]:
    """A page for each task of these ids that is somebody's; where none is, the form to fill in by hand."""
    query = select(CampaignTask.id, CampaignTask.campaign_id).where(CampaignTask.id.in_(list(ids)))
    campaigns = {row.id: row.campaign_id for row in session.execute(query) if row.campaign_id}
    found = []
    for one in dict.fromkeys(ids):
        if one in campaigns:
            plan = campaign_detail(session, campaigns[one])
            task = next((each for each in plan.tasks if each.id == one), None)
            if task is not None:
                found.append(_brief(session, office, plan, task))
    return found or [BLANK_BRIEF]


def _brief(session: Session, office: PaperOffice, plan: CampaignDetail, task: TaskRow) -> Brief:
    day = today().isoformat()
    done = {
        key for key, lines in results(session, plan.id).items() if any((one.done_on or "9") <= day for one in lines)
    }
    lines = deadline_lines(session, plan, day, office.code)
    due = tuple(one for one in lines if one.state in (DeadlineState.DUE_SOON, DeadlineState.OVERDUE))
    waiting = tuple(one.content for one in petitions(session, plan.id) if not one.answered_on and not one.settled_on)
    standings = campaign_standings(session, plan, day, office.code)
    open_tasks = tuple(one for one in plan.tasks if one.id not in done and _concerns(one, task))
    return Brief(plan, task, units_in(plan, task.area), standings, open_tasks, due, waiting)


def _concerns(one: TaskRow, task: TaskRow) -> bool:
    """The member's own tasks, and those of the same field or without one."""
    return one.id == task.id or (not one.person and (not one.field or one.field == task.field))


def units_in(plan: CampaignDetail, area: str | None) -> tuple[UnitRow, ...]:
    """The units that an area's text names; none: the whole plan."""
    wanted = f" {fold(area or '')} "
    return tuple(one for one in plan.units if one.name and fold(one.name) in wanted)


def brief(office: PaperOffice, one: Brief) -> TextPaper:
    """The page of one member."""
    task = one.task
    shown = {name: getattr(task, name, None) or "" for name in ("person", "field", "area")}
    day = day_text(today().isoformat()) if task else ""
    return TextPaper(
        said.BRIEF_TITLE,
        (
            Text(filled(said.BRIEF_TO, person=shown["person"])),
            Text(filled(said.BRIEF_PLACE, field=shown["field"], area=shown["area"])),
            Text(filled(said.BRIEF_DAY, day=day), Look.NOTE),
            Text(said.BRIEF_HOUSES, Look.HEADING),
            _houses(one),
            *_targets(one),
            *_tasks(one),
            *_due(one),
            *_obstacles(one),
        ),
        office.head(day=today() if task else None),
        under_title=(filled(said.BRIEF_OF, plan=(one.plan.name or one.plan.shown) if one.plan else ""),),
    )


def _small(columns: tuple[Column, ...], rows: Sequence[tuple[str, ...]], *, empty_rows: int) -> Table:
    """A table for one page: long cells end in dots."""
    short = [tuple(cell if len(cell) <= _LONGEST else f"{cell[:_LONGEST].rstrip()}…" for cell in row) for row in rows]
    return replace(list_table(columns, short, empty_rows=empty_rows), size=_SIZE)


def _houses(one: Brief) -> Block:
    columns = columns_of(said.HOUSE_COLUMNS, (2.4, 1, 1, 1, 1, 1), "lccccc")
    counted: Counted | None = one.standings.counted if one.standings else None
    rows = []
    for unit in (*one.units, None) if counted else ():
        found = counted.figures(unit.id if unit else None) if counted else None
        if found is not None:
            numbers = (found.listed, found.approved, found.started, found.accepted, found.handed_over)
            rows.append(((unit.name or "") if unit else said.WHOLE_PLAN, *map(str, numbers)))
    return _small(columns, rows, empty_rows=2)


def _targets(one: Brief) -> list[Block]:
    mine = {unit.id for unit in one.units}
    lines = [
        line for line in (one.standings.lines if one.standings else ()) if line.unit is None or line.unit.id in mine
    ]
    rows = [
        (name_words(line.target), figure_words(line, wanted=True), figure_words(line), state_words(line))
        for line in lines[:_MOST]
    ]
    columns = columns_of(said.TARGET_COLUMNS, (3, 1.3, 1.6, 1), "lrrl")
    return [Text(said.BRIEF_TARGETS, Look.HEADING), _small(columns, rows, empty_rows=2)]


def _tasks(one: Brief) -> list[Block]:
    rows = [
        (task.number or "", task.text or "", task.lead or task.person or "", day_text(task.due))
        for task in one.open_tasks[:_MOST]
    ]
    columns = columns_of(said.OPEN_COLUMNS, (0.6, 3.6, 1.6, 1.1), "clll")
    blocks: list[Block] = [Text(said.BRIEF_OPEN, Look.HEADING), _small(columns, rows, empty_rows=3)]
    return blocks + _more(len(one.open_tasks))


def _due(one: Brief) -> list[Block]:
    rows = [(task_words(line), due_words(line), DEADLINE_STATES[line.state.value]) for line in one.due[:_MOST]]
    heading = Text(said.BRIEF_LATE, Look.HEADING)
    if one.task and not rows:
        return [heading, Text(said.NOTHING)]
    columns = columns_of(said.LATE_COLUMNS, (3.2, 1.9, 1.2), "lll")
    return [heading, _small(columns, rows, empty_rows=2), *_more(len(one.due))]


def _obstacles(one: Brief) -> list[Block]:
    heading = Text(said.BRIEF_OBSTACLES, Look.HEADING)
    if not one.obstacles:
        return [heading, Text(said.NOTHING if one.task else filled("{text}", text=""))]
    return [heading, *(Text(f"- {text}") for text in one.obstacles[:_MOST]), *_more(len(one.obstacles))]


def _more(count: int) -> list[Block]:
    return [Text(said.MORE_LINES.format(count=count - _MOST), Look.NOTE)] if count > _MOST else []
