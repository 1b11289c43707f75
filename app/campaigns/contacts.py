"""Whom an office above calls in a commune: typed for any commune, else as the unit of a plan has it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.actions import Action
from app.bundled import area_id
from app.problems import Problem, refuse_errors
from app.rows import write_row
from app.workspace import Changes, Workspace
from models.campaign import CampaignUnit
from models.movement import AreaContact


@dataclass(frozen=True)
class ContactDraft:
    """Who answers in a commune, and the telephone number."""

    commune_code: str
    contact: str | None = None
    phone: str | None = None


def contacts(session: Session) -> dict[str, ContactDraft]:
    """Area -> whom to call: what was typed for the commune, else what the unit of a plan says; the later row counts."""
    found: dict[str, ContactDraft] = {}
    for row in (CampaignUnit, AreaContact):
        query = select(row.area_id, row.contact, row.phone).where(row.row_out.is_(False), row.area_id.is_not(None))
        for area, contact, phone in session.execute(query.order_by(row.id)):
            if contact or phone:
                found[area or ""] = ContactDraft("", contact, phone)
    return found


def contact_of(session: Session, commune_code: str) -> ContactDraft:
    """Whom to call in a commune; an empty draft where nobody is known."""
    known = contacts(session).get(area_id(commune_code), ContactDraft(""))
    return ContactDraft(commune_code, known.contact, known.phone)


def check_contact(draft: ContactDraft) -> list[Problem]:
    """A commune is chosen; nobody to call is told by two empty fields."""
    return [] if draft.commune_code else [Problem("commune_code", "total_commune_missing")]


def save_contact(workspace: Workspace, draft: ContactDraft) -> tuple[Changes, list[Problem]]:
    """Keep whom to call in a commune. Raises `Refused`."""
    warnings = refuse_errors(check_contact(draft))
    area = area_id(draft.commune_code)
    values = {name: " ".join((getattr(draft, name) or "").split()) or None for name in ("contact", "phone")}
    with workspace.change(Action.SAVE_MOVEMENT) as change:
        row = AreaContact
        standing = change.session.scalars(
            select(row.id).where(row.area_id == area, row.row_out.is_(False)).order_by(row.id.desc())
        ).first()
        write_row(change.session, row, standing, None, {"area_id": area, **values})
    return change.done, warnings
