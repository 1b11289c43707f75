"""Saves whom the office calls and no other record names: builders, drivers, shops, other offices."""

from __future__ import annotations

from app.actions import Action
from app.drafts import tidied
from app.office.drafts import ContactDraft
from app.office.queries import office_facts
from app.office.rules import check_contact
from app.problems import Problem, Stale, refuse_errors
from app.rows import write_row
from app.workspace import Changes, Workspace
from models.office import Contact


def save_contact(workspace: Workspace, draft: ContactDraft) -> tuple[Changes, list[Problem]]:
    """Add a contact, or change one. Raises `Refused`, `Stale`."""
    draft = tidied(draft)
    warnings = refuse_errors(check_contact(draft))
    values = {name: getattr(draft, name) for name in ("kind", "name", "phone", "unit", "address", "note")}
    with workspace.change(Action.SAVE_CONTACT) as change:
        parent = {"office_id": office_facts(change.session).id} if draft.id is None else {}
        write_row(change.session, Contact, draft.id, draft.version, {**values, **parent})
    return change.done, warnings


def take_contact_off(workspace: Workspace, contact_id: str) -> Changes:
    """Take a contact off the book. Raises `Stale` when it is gone."""
    with workspace.change(Action.SAVE_CONTACT) as change:
        row = change.session.get(Contact, contact_id)
        if row is None or row.row_out:
            raise Stale
        row.deleted = True
    return change.done
