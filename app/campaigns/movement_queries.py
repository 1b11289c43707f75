"""What was recorded under a campaign as frozen rows: activities, petitions, results of tasks, typed figures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.campaigns.movement_rules import PUBLICITY, VISITS
from app.journal.offices import opened_by
from models.base import Recorded
from models.campaign import CampaignUnit
from models.household import Household
from models.movement import Activity, Petition, TargetFigure, TaskResult
from models.office import Office


@dataclass(frozen=True)
class ActivityRow:
    """Publicity, a visit, an initiative or a model example; `office` wrote it."""

    id: str
    version: int
    kind: str
    happened_on: str | None
    title: str
    unit_id: str | None
    unit: str
    household_id: str | None
    household: str
    office: str
    content: str | None
    channel: str | None
    link: str | None
    minutes: int | None
    reach: int | None
    people: str | None
    schemes: str | None
    findings: str | None
    mend_by: str | None
    mend_on: str | None
    mended_on: str | None
    recognised_by: str | None
    note: str | None

    def unmended(self, day: str) -> bool:
        """Whether what was found was to be mended by a day that is over, and is not."""
        return bool(self.mend_on) and not self.mended_on and str(self.mend_on) < day


@dataclass(frozen=True)
class PetitionRow:
    """An obstacle or a proposal with its answer; `stream` is whose it is, `office` its name."""

    id: str
    version: int
    raised_on: str | None
    content: str
    proposal: str | None
    addressee: str | None
    household_id: str | None
    household: str
    stream: str
    office: str
    answered_on: str | None
    answered_by: str | None
    answer: str | None
    settled_on: str | None


@dataclass(frozen=True)
class ResultRow:
    """What came of a task; done once `done_on` is noted."""

    id: str
    version: int
    task_id: str | None
    unit_id: str | None
    unit: str
    office: str
    result: str
    evidence: str | None
    done_on: str | None


@dataclass(frozen=True)
class FigureRow:
    """A figure that was typed for a target, with its source."""

    id: str
    version: int
    target_id: str | None
    figure: str
    source: str | None
    noted_on: str | None


def activities(session: Session, campaign_id: str, kinds: Iterable[str] | None = None) -> list[ActivityRow]:
    """Activities of a campaign, the newest first; of some kinds or all."""
    wanted = None if kinds is None else set(kinds)
    rows = [one for one in _rows(session, Activity, campaign_id) if wanted is None or one.kind in wanted]
    names = _Names(session, rows)
    found = [
        ActivityRow(
            row.id,
            row.version,
            row.kind or "",
            row.happened_on,
            row.title or "",
            row.unit_id,
            names.units.get(row.unit_id, ""),
            row.household_id,
            names.households.get(row.household_id, ""),
            names.offices.get(opened_by(row.stream), ""),
            *(getattr(row, one) for one in ("content", "channel", "link", "minutes", "reach", "people", "schemes")),
            *(getattr(row, one) for one in ("findings", "mend_by", "mend_on", "mended_on", "recognised_by", "note")),
        )
        for row in rows
    ]
    return sorted(found, key=lambda one: (one.happened_on or "", one.id), reverse=True)


def publicity(session: Session, campaign_id: str) -> list[ActivityRow]:
    """Articles, broadcasts, sessions, model examples, initiatives."""
    return activities(session, campaign_id, PUBLICITY)


def visits(session: Session, campaign_id: str) -> list[ActivityRow]:
    """Inspections, supervision and social criticism."""
    return activities(session, campaign_id, VISITS)


def petitions(session: Session, campaign_id: str) -> list[PetitionRow]:
    """Obstacles and proposals: those without an answer first, then the newest."""
    rows = _rows(session, Petition, campaign_id)
    names = _Names(session, rows)
    found = [
        PetitionRow(
            row.id,
            row.version,
            row.raised_on,
            row.content or "",
            row.proposal,
            row.addressee,
            row.household_id,
            names.households.get(row.household_id, ""),
            row.stream,
            names.offices.get(opened_by(row.stream), ""),
            row.answered_on,
            row.answered_by,
            row.answer,
            row.settled_on,
        )
        for row in rows
    ]
    newest = sorted(found, key=lambda one: (one.raised_on or "", one.id), reverse=True)
    return sorted(newest, key=lambda one: one.answered_on is not None or one.settled_on is not None)


def results(session: Session, campaign_id: str) -> dict[str, list[ResultRow]]:
    """What came of tasks, by task, the oldest first."""
    rows = _rows(session, TaskResult, campaign_id)
    names = _Names(session, rows)
    found: dict[str, list[ResultRow]] = {}
    for row in rows:
        unit, office = names.units.get(row.unit_id, ""), names.offices.get(opened_by(row.stream), "")
        own = (row.result or "", row.evidence, row.done_on)
        line = ResultRow(row.id, row.version, row.task_id, row.unit_id, unit, office, *own)
        found.setdefault(row.task_id or "", []).append(line)
    return found


def figures(session: Session, campaign_id: str) -> dict[str, list[FigureRow]]:
    """Typed figures by target, the oldest first."""
    found: dict[str, list[FigureRow]] = {}
    for row in sorted(_rows(session, TargetFigure, campaign_id), key=lambda one: (one.noted_on or "", one.id)):
        line = FigureRow(row.id, row.version, row.target_id, row.figure or "", row.source, row.noted_on)
        found.setdefault(row.target_id or "", []).append(line)
    return found


def _rows(session: Session, kind: type[Recorded], campaign_id: str) -> list[Any]:
    table: Any = kind
    query = select(table).where(table.campaign_id == campaign_id, table.row_out.is_(False))
    return list(session.scalars(query.order_by(table.id)))


class _Names:
    """The names of units, households and offices that some rows mention."""

    def __init__(self, session: Session, rows: Iterable[Any]) -> None:
        rows = list(rows)
        self.units = self._by_id(session, CampaignUnit.id, CampaignUnit.name, rows, "unit_id")
        self.households = self._by_id(session, Household.id, Household.head_name, rows, "household_id")
        offices = session.execute(select(Office.code, Office.name).where(Office.row_out.is_(False)))
        self.offices = {row.code: row.name or "" for row in offices}

    def _by_id(self, session: Session, key: Any, name: Any, rows: list[Any], field: str) -> dict[str | None, str]:
        ids = sorted({one for row in rows if (one := getattr(row, field, None))})
        return {row[0]: row[1] or "" for row in session.execute(select(key, name).where(key.in_(ids)))} if ids else {}
