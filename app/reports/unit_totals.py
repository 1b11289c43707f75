"""Totals of units that keep no list here, as they stand in reports ("số tổng hợp, chưa có danh sách")."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.reports.report_value import Cell
from models.area import Area
from models.campaign import CampaignUnit
from models.movement import UnitTotal


@dataclass(frozen=True)
class UnitLine:
    """The newest totals of a unit; houses and đồng, None where not told. `key` is its area's code, else its id."""

    key: str
    name: str
    as_of: str
    new_build: int | None
    repair: int | None
    started: int | None
    accepted: int | None
    handed_over: int | None
    approved: int | None
    paid: int | None
    mobilised: int | None

    def house_cells(self) -> dict[str, Cell]:
        """Its cells of the progress table's houses; what totals do not tell stays empty."""
        need = (self.new_build or 0) + (self.repair or 0)
        return {
            "need_new": self.new_build or 0,
            "need_repair": self.repair or 0,
            "started": self.started,
            "accepted": self.accepted,
            "given": self.handed_over,
            "not_started": None if self.started is None else need - self.started,
            "note_of_row": "totals",
        }

    def money_cells(self) -> dict[str, Cell]:
        """Its cells of the progress table's money."""
        return {"need": self.approved, "paid": self.paid, "cash": self.mobilised, "note_of_row": "totals"}


def unit_lines(session: Session, listed: Collection[str | None], campaign_id: str | None = None) -> list[UnitLine]:
    """The newest totals of each unit; one whose commune has houses in the list is left out, it would count twice.

    The office's own report takes each unit's totals once, of whatever campaign they were given for.
    """
    query = (
        select(UnitTotal, Area.code, Area.name, CampaignUnit.name)
        .outerjoin(CampaignUnit, CampaignUnit.id == UnitTotal.unit_id)
        .outerjoin(Area, Area.id == UnitTotal.area_id)
        .where(UnitTotal.row_out.is_(False))
        .order_by(UnitTotal.as_of, UnitTotal.id)
    )
    if campaign_id is not None:
        query = query.where(UnitTotal.campaign_id == campaign_id)
    newest: dict[str, UnitLine] = {}
    for row, code, area_name, unit_name in session.execute(query):
        key = code or row.unit_id or row.area_id
        if key and code not in listed:
            newest[key] = _line(row, key, unit_name or area_name or key)
    return sorted(newest.values(), key=lambda one: one.name)


def _line(row: UnitTotal, key: str, name: str) -> UnitLine:
    names = ("new_build", "repair", "started", "accepted", "handed_over", "approved", "paid", "mobilised")
    return UnitLine(key, name, row.as_of or "", **{one: getattr(row, one) for one in names})
