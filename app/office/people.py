"""Saves the office's facts, its signers, its users and its committees, as "Thiết lập" hands them in."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.actions import Action
from app.office.drafts import CommitteeDraft, CommitteeMemberDraft, OfficeEdit, SignerDraft, UserDraft
from app.office.queries import office_facts
from app.office.rules import check_committees, check_edit, check_people, check_users
from app.problems import Stale, refuse_errors
from app.rows import write_row
from app.workspace import Changes, Workspace
from models.office import Committee, CommitteeMember, Office, Signer, User
from models.vietnamese import nfc


def save_office(workspace: Workspace, edit: OfficeEdit) -> Changes:
    """Change what is said of the office on papers and packages. Raises `Refused`, `Stale`."""
    refuse_errors(check_edit(edit, workspace.author.office))
    with workspace.change(Action.SAVE_OFFICE) as change:
        session = change.session
        write_row(session, Office, office_facts(session).id, edit.version, _values(edit))
    return change.done


#: The ids of the rows a form was shown; a row beyond them has come since and is not to be taken off unseen.
Seen = Collection[str] | None


def save_signers(workspace: Workspace, signers: Sequence[SignerDraft], seen: Seen = None) -> Changes:
    """The whole list of signers: new ones are added, those left out are taken off. Raises `Refused`, `Stale`."""
    refuse_errors(check_people(signers))
    with workspace.change(Action.SAVE_OFFICE) as change:
        _write_all(change.session, Signer, "office_id", office_facts(change.session).id, signers, seen)
    return change.done


def save_users(workspace: Workspace, users: Sequence[UserDraft], seen: Seen = None) -> Changes:
    """The whole list of users; at least one officer stays, and who is signed in. Raises `Refused`, `Stale`."""
    refuse_errors(check_users(users, workspace.author.user_id))
    with workspace.change(Action.SAVE_OFFICE) as change:
        _write_all(change.session, User, "office_id", office_facts(change.session).id, users, seen)
    return change.done


def save_committees(workspace: Workspace, committees: Sequence[CommitteeDraft], seen: Seen = None) -> Changes:
    """The whole list of committees with their members. Raises `Refused`, `Stale`."""
    refuse_errors(check_committees(committees))
    with workspace.change(Action.SAVE_OFFICE) as change:
        session = change.session
        ids = _write_all(session, Committee, "office_id", office_facts(session).id, committees, seen)
        for committee_id, one in zip(ids, committees, strict=True):
            _write_all(session, CommitteeMember, "committee_id", committee_id, one.members, seen)
    return change.done


Drafts = Sequence[SignerDraft] | Sequence[UserDraft] | Sequence[CommitteeDraft] | Sequence[CommitteeMemberDraft]


def _write_all(session: Session, kind: Any, parent: str, parent_id: str, drafts: Drafts, seen: Seen) -> list[str]:
    """Write the rows below a parent as the drafts say and return their ids; a row no draft names is taken off."""
    kept = {one.id for one in drafts}
    standing = select(kind).where(getattr(kind, parent) == parent_id, kind.row_out.is_(False))
    for row in session.scalars(standing):
        if row.id not in kept:
            if seen is not None and row.id not in seen:
                raise Stale
            row.deleted = True
    ids = []
    for one in drafts:
        values = _values(one) | ({parent: parent_id} if one.id is None else {})
        ids.append(write_row(session, kind, one.id, one.version, values).id)
    return ids


def _values(draft: Any) -> dict[str, Any]:
    """The columns a draft speaks of, text cleaned."""
    values = {name: value for name, value in asdict(draft).items() if name not in ("id", "version", "members")}
    return {name: _clean(value, name) if isinstance(value, str) else value for name, value in values.items()}


def _clean(text: str, name: str) -> str | None:
    if name == "header":  # two lines at the head of a paper
        return "\n".join(" ".join(line.split()) for line in nfc(text).splitlines()).strip() or None
    return " ".join(nfc(text).split()) or None
