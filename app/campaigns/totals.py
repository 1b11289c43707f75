"""Totals of a commune that keeps no list here ("số tổng hợp, chưa có danh sách"), typed by an office above it."""

from __future__ import annotations

from dataclasses import dataclass

from app.actions import Action
from app.bundled import area_id
from app.parsing import today
from app.problems import Problem, refuse_errors
from app.rows import write_row
from app.workspace import Changes, Workspace
from models.movement import UnitTotal

#: Figures of houses, each step within the one before it; then amounts in đồng.
HOUSES = ("new_build", "repair", "started", "accepted", "handed_over")
AMOUNTS = ("approved", "paid", "mobilised")


@dataclass(frozen=True)
class UnitTotalDraft:
    """The totals of a commune as of a day (ISO), and who told them; nothing stands for not known."""

    commune_code: str
    as_of: str | None = None
    new_build: int | None = None
    repair: int | None = None
    started: int | None = None
    accepted: int | None = None
    handed_over: int | None = None
    approved: int | None = None
    paid: int | None = None
    mobilised: int | None = None
    source: str | None = None
    campaign_id: str | None = None
    unit_id: str | None = None
    id: str | None = None
    version: int | None = None


def check_total(draft: UnitTotalDraft, day: str) -> list[Problem]:
    """A commune, a day, a source, some figure; no step has more houses than the one before. `day` is today."""
    found = []
    if not draft.commune_code:
        found.append(Problem("commune_code", "total_commune_missing"))
    if not draft.as_of:
        found.append(Problem("as_of", "total_day_missing"))
    elif draft.as_of > day:
        found.append(Problem("as_of", "event_ahead", warning=True))
    if not (draft.source or "").strip():
        found.append(Problem("source", "total_source_missing"))
    if all(getattr(draft, name) is None for name in (*HOUSES, *AMOUNTS)):
        found.append(Problem("new_build", "total_figure_missing"))
    return found + _steps(draft)


def _steps(draft: UnitTotalDraft) -> list[Problem]:
    """Begun within all, accepted and handed over within begun."""
    houses = (draft.new_build or 0) + (draft.repair or 0)
    pairs = (("started", houses), ("accepted", draft.started), ("handed_over", draft.started))
    found = []
    for name, most in pairs:
        own = getattr(draft, name)
        if own is not None and most is not None and own > most:
            found.append(Problem(name, "total_step_too_many"))
    if (draft.paid or 0) > (draft.approved or 0) and draft.approved is not None:
        found.append(Problem("paid", "total_paid_too_much", warning=True))
    return found


def save_total(workspace: Workspace, draft: UnitTotalDraft) -> tuple[Changes, list[Problem]]:
    """Keep the totals of a commune; of another day they are a row of their own. Raises `Refused`, `Stale`."""
    warnings = refuse_errors(check_total(draft, today().isoformat()))
    own = {name: getattr(draft, name) for name in ("as_of", *HOUSES, *AMOUNTS, "campaign_id", "unit_id")}
    values = {**own, "area_id": area_id(draft.commune_code), "source": " ".join((draft.source or "").split())}
    with workspace.change(Action.SAVE_MOVEMENT) as change:
        write_row(change.session, UnitTotal, draft.id, draft.version, values)
    return change.done, warnings
