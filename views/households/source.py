"""What the list of households shows: the queries behind its filter, and its columns."""

from __future__ import annotations

from array import array
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from app.areas.queries import place_names
from app.documents.words import decimal_text, money_text
from app.households.queries import (
    HouseholdFilter,
    HouseholdRow,
    Order,
    all_rowids,
    first_page,
    household_count,
    rows_by_rowid,
    totals,
)
from app.households.taken_off import TakenOff, households_taken_off
from app.wording import household_pages as words
from app.wording.vocabulary import CATEGORIES, WORK_TYPES
from app.workspace import Workspace
from models.vocabulary import Level, Stage, Status
from views.paged_table import Align, Column, Found, Sort
from views.widgets.house_pictogram import house_text, paint_house
from views.widgets.status_sign import group_of, paint_status

_BUILDING = (Stage.FOUNDATION, Stage.FRAME_WALL, Stage.ROOF, Stage.FINISH)
_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Shown:
    """One line of the list: what a person reads in its cells. `key` is the list's own key, or the id of one off it."""

    key: Hashable
    id: str
    code: str
    head_name: str
    birth: str
    citizen_id: str
    phone: str
    village: str
    commune: str
    category: str
    work_type: str
    group: str
    status: str
    stage: str | None
    paid: str
    next: str


class HouseholdSource:
    """The households of a filter, those of one programme with its case; or, `off`, those that were taken off."""

    tables = frozenset(
        {"household", "area", "support_case", "decision", "payment", "stage_record", "acceptance", "handover"}
        | {"case_exception", "programme_rule", "programme", "housing_condition"}
        | {"review_vote", "village_meeting", "posted_case", "posting", "remark", "submitted_case", "submission"}
    )

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._upper = workspace.author.level is not Level.COMMUNE
        self.wanted = HouseholdFilter()
        self.off = False

    def narrow(self, **values: object) -> None:
        """Change the filter."""
        self.wanted = replace(self.wanted, **values)  # type: ignore[arg-type]

    def key(self, row: Shown) -> Hashable:
        return row.key

    def first(self, sort: Sort | None, limit: int) -> Sequence[Shown]:
        with self._workspace.read() as session:
            if self.off:
                return [_taken_off(one) for one in households_taken_off(session, self.wanted.text)[:limit]]
            return self._lines(first_page(session, self.wanted, limit, _order(sort)))

    def find(self, sort: Sort | None) -> Found:
        wanted, off = self.wanted, self.off
        with self._workspace.read() as session:
            if off:
                every = households_taken_off(session)
                found = households_taken_off(session, wanted.text) if wanted.text else every
                return Found([one.id for one in found], len(every))
            rowids = all_rowids(session, wanted, _order(sort))
            approved = totals(session, wanted).approved
            said = words.SUM.format(approved=money_text(approved)) if approved else ""
            return Found(rowids, household_count(session), said)

    def rows(self, keys: Sequence[Hashable]) -> Sequence[Shown]:
        with self._workspace.read() as session:
            if self.off:
                return [_taken_off(one) for one in households_taken_off(session) if one.id in set(keys)]
            return self._lines(
                rows_by_rowid(session, array("q", [int(str(key)) for key in keys]), self.wanted.programme_id)
            )

    def _lines(self, rows: Sequence[HouseholdRow]) -> list[Shown]:
        names: dict[str, str] = {}
        if self._upper and rows:
            with self._workspace.read() as session:
                names = place_names(session, (row.commune_code for row in rows))
        return [_line(row, names) for row in rows]


def _order(sort: Sort | None) -> Order:
    return Order(sort.key, sort.descending) if sort else Order()


def _line(row: HouseholdRow, communes: dict[str, str]) -> Shown:
    status = _status(row.status)
    return Shown(
        row.rowid,
        row.id,
        row.code or "",
        row.head_name,
        (row.birth or "")[:4],
        words.CITIZEN_ENDING.format(ending=row.citizen_id[-4:]) if row.citizen_id else "",
        row.phone or "",
        row.village or "",
        communes.get(row.commune_code or "", ""),
        CATEGORIES.get(row.category or "", row.category or ""),
        WORK_TYPES.get(row.work_type or "", ""),
        group_of(status) if status else "",
        words.status_label(row.status) if row.status else "",
        row.stage,
        _paid(row),
        words.next_step(row.status, row.stage),
    )


def _status(word: str | None) -> Status | None:
    return Status(word) if word in list(Status) else None


def _taken_off(one: TakenOff) -> Shown:
    category = CATEGORIES.get(one.category or "", "")
    told = (one.head_name, (one.birth or "")[:4], "", "", one.village or "", "", category)
    return Shown(one.id, one.id, one.code or "", *told, "", "left", words.TAKEN_OFF, None, "", one.reason or "")


def _paid(row: HouseholdRow) -> str:
    if row.approved is None and not row.paid:
        return ""
    return words.PAID_OF.format(paid=millions(row.paid or 0), approved=millions(row.approved or 0))


def millions(amount: int) -> str:
    """An amount in million đồng with what decimals it has."""
    return decimal_text(Decimal(amount) / _MILLION)


def stages_until(stage: str | None) -> list[Stage]:
    """The parts of a house that stand when this stage is the last that is done."""
    known = [one for one in _BUILDING if one == stage]
    return list(_BUILDING[: _BUILDING.index(known[0]) + 1]) if known else []


def stages_of(row: Shown) -> tuple[list[Stage], Stage | None]:
    """The parts that are finished, and the one being built."""
    if row.group in ("accepted", "handed_over"):
        return list(_BUILDING), None
    done = stages_until(row.stage)
    under_way = row.group == "building" and len(done) < len(_BUILDING)
    return done, _BUILDING[len(done)] if under_way else None


def _paint_house(painter: QPainter, cell: QRect, row: Shown) -> None:
    if row.group:
        paint_house(painter, cell, *stages_of(row))


def _paint_status(painter: QPainter, cell: QRect, row: Shown) -> None:
    if row.group:
        paint_status(painter, cell, row.group)


def _house(row: Shown) -> str:
    return house_text(*stages_of(row)) if row.group else ""


def columns(level: Level) -> list[Column[Shown]]:
    """The columns of design-brief section 7; an upper office sees the commune, and the village beside it."""
    commune = [] if level is Level.COMMUNE else [Column[Shown]("commune", words.COMMUNE, lambda row: row.commune, 140)]
    return [
        Column("code", words.CODE, lambda row: row.code, 76, sort="code", spare=True),
        Column("head_name", words.HEAD, lambda row: row.head_name, 180, sort="name", stretch=True, tip=_tip),
        Column("birth", words.BIRTH, lambda row: row.birth, 62, Align.CENTRE, sort="birth", spare=True),
        *commune,
        Column("village", words.VILLAGE, lambda row: row.village, 124, sort="village", tip=lambda row: row.village),
        Column("category", words.CATEGORY, lambda row: row.category, 148, sort="category"),
        Column("citizen_id", words.CITIZEN_ID, lambda row: row.citizen_id, 72, Align.RIGHT, hidden=True),
        Column("phone", words.PHONE, lambda row: row.phone, 96, hidden=True),
        Column("work_type", words.WORK_TYPE, lambda row: row.work_type, 76, sort="work_type", spare=True),
        Column("house", words.HOUSE, _house, 48, Align.CENTRE, paint=_paint_house, tip=_house),
        Column("status", words.STATUS, lambda row: row.status, 136, sort="status", paint=_paint_status, tip=_tip),
        Column("paid", words.PAID, lambda row: row.paid, 112, Align.RIGHT, sort="paid"),
        Column("next", words.NEXT, lambda row: row.next, 120, tip=lambda row: row.next),
    ]


def _tip(row: Shown) -> str:
    return words.TIP.format(name=row.head_name, status=row.status) if row.status else row.head_name
