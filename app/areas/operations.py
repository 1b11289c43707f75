"""Adds and names villages."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.actions import Action
from app.areas.drafts import VillageDraft
from app.areas.queries import find_village, villages
from app.areas.rules import check_villages
from app.bundled import area_id
from app.journal.store import batches
from app.problems import Problem, refuse_errors
from app.rows import write_row
from app.workspace import Changes, Workspace
from models.area import Area, AreaPopulation
from models.base import key_id, new_id
from models.vietnamese import fold, nfc
from models.vocabulary import AreaKind


def village_id(commune_code: str, name: str) -> str:
    """The id of a village: laptops set up apart agree on it."""
    return key_id(f"village:{commune_code}:{fold(name)}")


Heads = Mapping[str, tuple[str | None, str | None]]


def write_villages(
    session: Session, commune_code: str, names: Iterable[str], heads: Heads | None = None
) -> dict[str, str]:
    """Add the villages that are not known yet; returns id by name as given. Opens no change.

    `heads` holds by the name as given the village's head and his telephone.
    """
    named = {given: name for given in names if (name := _clean(given))}
    here: dict[str, str] = {}
    for one in villages(session, commune_code):
        here.setdefault(fold(one.name), one.id)
    here |= _add_villages(session, commune_code, [name for name in named.values() if fold(name) not in here])
    found = {given: here[fold(name)] for given, name in named.items()}
    for given, (head, phone) in (heads or {}).items():
        if given in found:
            write_village(session, commune_code, VillageDraft(named[given], head, phone))
    return found


def write_village(session: Session, commune_code: str, draft: VillageDraft) -> str:
    """Save one village and return its id; a new one that is here by its name is that village. Opens no change."""
    name, head, phone = _clean(draft.name), _clean(draft.head_name), _clean(draft.head_phone)
    if draft.id is not None:
        values = {"name": name, "head_name": head, "head_phone": phone, "keeper_id": draft.keeper_id}
        return write_row(session, Area, draft.id, draft.version, values).id
    here = find_village(session, commune_code, name or "")
    if here is None:
        here = _add_villages(session, commune_code, [name or ""])[fold(name or "")]
    row = session.get_one(Area, here)
    row.head_name, row.head_phone = head or row.head_name, phone or row.head_phone
    row.keeper_id = draft.keeper_id or row.keeper_id
    return here


def _add_villages(session: Session, commune_code: str, names: Iterable[str]) -> dict[str, str]:
    """Villages that are new, or were taken off under their names, by folded name; one flush for all of them.

    A key that a renamed village kept is not used again.
    """
    wanted: dict[str, str] = {}
    for name in names:
        wanted.setdefault(fold(name), name)
    ids = {key: village_id(commune_code, name) for key, name in wanted.items()}
    standing: dict[str, Area] = {}
    for batch in batches(ids.values()):
        standing |= {row.id: row for row in session.scalars(select(Area).where(Area.id.in_(batch)))}
    above = session.scalar(select(Area.id).where(Area.id == area_id(commune_code)))
    for key, name in wanted.items():
        row = standing.get(ids[key])
        if row is not None and row.row_out and fold(row.name or "") == key:
            row.deleted = None
            continue
        ids[key] = new_id() if row else ids[key]
        session.add(Area(id=ids[key], parent_id=above, kind=AreaKind.VILLAGE, code=commune_code, name=name))
    session.flush()
    return ids


def save_villages(workspace: Workspace, drafts: Sequence[VillageDraft]) -> Changes:
    """Add villages of this commune, rename them, note their heads. Raises `Refused`, `Stale`."""
    with workspace.change(Action.SAVE_VILLAGES) as change:
        code = workspace.author.office
        changed = {draft.id for draft in drafts}
        standing = {one.id: one.name for one in villages(change.session, code)}
        others = [name for key, name in standing.items() if key not in changed]
        refuse_errors(check_villages(drafts, others, standing))
        for draft in drafts:
            write_village(change.session, code, draft)
    return change.done


def save_keeper(workspace: Workspace, user_id: str, village_ids: Collection[str]) -> Changes:
    """A user looks after these villages of the commune from now on, and after no others."""
    with workspace.change(Action.SAVE_VILLAGES) as change:
        for one in villages(change.session, workspace.author.office):
            row = change.session.get_one(Area, one.id)
            if one.id in village_ids:
                row.keeper_id = user_id
            elif one.keeper_id == user_id:
                row.keeper_id = None
    return change.done


def write_populations(session: Session, year: int, households: Mapping[str, int | None]) -> None:
    """All households of villages (id -> number) in a year, of which poverty rates are taken; opens no change."""
    refuse_errors([Problem("households", "population_negative") for one in households.values() if (one or 0) < 0])
    standing = {
        row.area_id: row.id
        for row in session.scalars(
            select(AreaPopulation)
            .where(AreaPopulation.year == year, AreaPopulation.row_out.is_(False))
            .order_by(AreaPopulation.id)
        )
    }
    for village, number in households.items():
        if village in standing:
            write_row(session, AreaPopulation, standing[village], None, {"households": number})
        elif number is not None:
            write_row(session, AreaPopulation, None, None, {"area_id": village, "year": year, "households": number})


def save_populations(workspace: Workspace, year: int, households: Mapping[str, int | None]) -> Changes:
    """Note how many households villages have in a year. Raises `Refused`."""
    with workspace.change(Action.SAVE_VILLAGES) as change:
        write_populations(change.session, year, households)
    return change.done


def _clean(text: str | None) -> str | None:
    return " ".join(nfc(text).split()) or None if text else None
