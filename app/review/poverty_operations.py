"""The verb of the poverty class: what a household was in a year, by the standard then used."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.actions import Action
from app.drafts import tidied, together
from app.parsing import today
from app.problems import Problem, refuse, refuse_errors
from app.review.drafts import PovertyDraft
from app.review.poverty_rules import check_poverty
from app.review.poverty_standards import indicators, standard_of
from app.rows import write_row
from app.workspace import Changes, Workspace
from models.household import Household
from models.review import PovertyClass

_SAME = ("level", "certificate", "certified_on", "force_majeure", "cause", "b1", "b2", "note")


def save_poverty_classes(
    workspace: Workspace, drafts: Sequence[PovertyDraft], taken_off: Sequence[str] = ()
) -> tuple[Changes, list[Problem]]:
    """Record classes of households by year, a whole list in one change; `taken_off` are rows recorded by mistake.

    Raises `Refused`, `Stale`.
    """
    with workspace.change(Action.SAVE_POVERTY_CLASS) as change:
        warnings = write_poverty_classes(change.session, drafts)
        take_off_classes(change.session, taken_off)
    return change.done, warnings


def write_poverty_classes(session: Session, drafts: Sequence[PovertyDraft]) -> list[Problem]:
    """A row for each household and year; opens no change."""
    drafts = [tidied(one) for one in drafts]
    homes = {one.household_id: _home(session, one.household_id) for one in drafts}
    day = today().isoformat()
    heads = {one: home.head_name or "" for one, home in homes.items()}
    found = [problem for one in drafts for problem in check_poverty(one, heads[one.household_id], day)]
    warnings = refuse_errors(together(found))
    for one in drafts:
        _write(session, one)
    return warnings


def take_off_classes(session: Session, ids: Sequence[str]) -> None:
    """Take rows recorded by mistake off; opens no change. Raises `Refused` when one is not here."""
    for one in ids:
        row = session.get(PovertyClass, one)
        if row is None or row.row_out:
            raise refuse("", "poverty_class_not_here")
        row.deleted = True


def _home(session: Session, household_id: str) -> Household:
    home = session.get(Household, household_id)
    if home is None or home.row_out:
        raise refuse("", "household_not_here")
    return home


def _write(session: Session, draft: PovertyDraft) -> None:
    used = standard_of(draft.year)
    values: dict[str, object] = {name: getattr(draft, name) for name in _SAME}
    values["year"] = draft.year
    values["standard"] = draft.standard or (used.code if used else None)
    values["indicators"] = " ".join(one.code for one in indicators() if one.code in draft.indicators) or None
    row_id = draft.id or _standing(session, draft.household_id, draft.year)
    if row_id is None:
        values["household_id"] = draft.household_id
    write_row(session, PovertyClass, row_id, draft.version, values)


def _standing(session: Session, household_id: str, year: int) -> str | None:
    """The row of a household and year; of two laptops' rows the later."""
    row = PovertyClass
    query = select(row.id).where(row.household_id == household_id, row.year == year, row.row_out.is_(False))
    return session.scalar(query.order_by(row.id.desc()).limit(1))
