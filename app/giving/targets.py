"""What a gift may be for: the fund, a drive, or one household by name."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.funding.queries import group_of, sources
from app.giving.queries import drives
from models.area import Area
from models.household import Household
from models.support import SupportCase
from models.vietnamese import sort_key
from models.vocabulary import SourceGroup


class TargetKind(StrEnum):
    """Where a gift goes."""

    DRIVE = "drive"
    SOURCE = "source"
    CASE = "case"


@dataclass(frozen=True)
class Target:
    """One thing a gift may be for; `more` tells two of one name apart."""

    kind: TargetKind
    id: str
    name: str
    more: str = ""

    @property
    def key(self) -> str:
        """What a list of choices keeps: "drive:<id>"."""
        return f"{self.kind}:{self.id}"


def gift_targets(session: Session) -> list[Target]:
    """Drives, then sources of society that are not a drive's own, then households that have asked, by name."""
    running = drives(session)
    own = {one.source_id for one in running}
    found = [Target(TargetKind.DRIVE, one.id, one.name) for one in reversed(running)]
    found += [
        Target(TargetKind.SOURCE, one.id, one.name)
        for one in sources(session)
        if one.id not in own and group_of(one.kind) is SourceGroup.SOCIETY
    ]
    return found + houses_asking(session)


def houses_asking(session: Session) -> list[Target]:
    """The cases of households on the list, by the head's name, each with its village."""
    case, household, area = _tables()
    query = (
        select(case.id, household.head_name, area.name)
        .join(household, household.id == case.household_id)
        .outerjoin(area, area.id == household.village_id)
        .where(case.row_out.is_(False), household.row_out.is_(False))
    )
    rows = [Target(TargetKind.CASE, row[0], row[1] or "", row[2] or "") for row in session.execute(query)]
    return sorted(rows, key=lambda one: (sort_key(one.name), one.more, one.id))


def households_to_help(session: Session) -> list[Target]:
    """Households on the list by the head's name, for a sponsorship; the id is the household's."""
    _, household, area = _tables()
    query = (
        select(household.id, household.head_name, area.name)
        .outerjoin(area, area.id == household.village_id)
        .where(household.row_out.is_(False))
    )
    rows = [Target(TargetKind.CASE, row[0], row[1] or "", row[2] or "") for row in session.execute(query)]
    return sorted(rows, key=lambda one: (sort_key(one.name), one.more, one.id))


def _tables() -> tuple[Any, Any, Any]:
    return SupportCase, Household, Area
