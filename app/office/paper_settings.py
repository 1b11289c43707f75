"""How the office prints each kind of paper ("Thiết lập giấy tờ"): copies, recipients, a Word template of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.actions import Action
from app.office.queries import office_facts
from app.problems import Problem, Stale, refuse_errors
from app.workspace import Changes, Workspace
from models.base import key_id
from models.office import Office, PaperSetting
from models.vietnamese import nfc
from models.vocabulary import PaperKind

#: More copies than anybody signs of one paper.
MOST_COPIES = 50
MOST_RECIPIENTS = 20


@dataclass(frozen=True)
class PaperSettings:
    """What the office set for a kind of paper; nothing set, the program's own way."""

    kind: PaperKind
    copies: int | None = None
    recipients: tuple[str, ...] = ()
    template_name: str = ""
    template_content: str = ""
    template_fields: str = ""
    version: int | None = None


@dataclass(frozen=True)
class PaperSettingsDraft:
    """Copies and recipients of a kind as the form hands them in; `recipients` a line each."""

    kind: PaperKind
    copies: int | None = None
    recipients: str = ""
    version: int | None = None


@dataclass(frozen=True)
class TemplateDraft:
    """A template the office made of a kind, kept under its content; no content: the built-in paper again."""

    kind: PaperKind
    name: str = ""
    content: str = ""
    fields: str = ""


def paper_settings(session: Session, office_code: str) -> dict[PaperKind, PaperSettings]:
    """What an office set, by kind of paper; kinds without a setting are left out."""
    rows = session.scalars(
        select(PaperSetting)
        .join(Office, Office.id == PaperSetting.office_id)
        .where(Office.code == office_code, PaperSetting.row_out.is_(False))
    )
    known = {one.value for one in PaperKind}
    return {PaperKind(one.kind): _settings(one) for one in rows if one.kind in known}


def copies_of(settings: Mapping[PaperKind, PaperSettings], kind: PaperKind) -> int:
    """In how many copies a paper of a kind is printed: as the office set, else one."""
    found = settings.get(kind)
    return (found.copies if found else None) or 1


def _settings(row: PaperSetting) -> PaperSettings:
    return PaperSettings(
        PaperKind(row.kind or ""),
        row.copies,
        tuple((row.recipients or "").splitlines()),
        row.template_name or "",
        row.template_content or "",
        row.template_fields or "",
        row.version,
    )


def check_paper_settings(drafts: Sequence[PaperSettingsDraft]) -> list[Problem]:
    """Copies between 1 and 50, a list of recipients that fits beside the signature."""
    found = []
    for place, one in enumerate(drafts):
        if one.copies is not None and not 1 <= one.copies <= MOST_COPIES:
            found.append(Problem(f"{place}.copies", "print_copies_unfit", {"limit": MOST_COPIES}))
        if len(recipient_lines(one.recipients)) > MOST_RECIPIENTS:
            found.append(Problem(f"{place}.recipients", "too_many_recipients", {"limit": MOST_RECIPIENTS}))
    return found


def save_paper_settings(workspace: Workspace, drafts: Sequence[PaperSettingsDraft]) -> Changes:
    """Keep copies and recipients of kinds of papers. Raises `Refused`, `Stale`."""
    refuse_errors(check_paper_settings(drafts))
    with workspace.change(Action.SAVE_OFFICE) as change:
        for one in drafts:
            values = {"copies": one.copies, "recipients": "\n".join(recipient_lines(one.recipients)) or None}
            _write(change.session, one.kind, one.version, values)
    return change.done


def save_template(workspace: Workspace, draft: TemplateDraft) -> Changes:
    """Print a kind of paper by the office's own template, or by the built-in one again."""
    with workspace.change(Action.SAVE_OFFICE) as change:
        values = {
            "template_name": nfc(draft.name) or None,
            "template_content": draft.content or None,
            "template_fields": draft.fields or None,
        }
        _write(change.session, draft.kind, None, values)
    return change.done


def _write(session: Session, kind: PaperKind, version: int | None, values: Mapping[str, Any]) -> None:
    """The row of a kind has an id by office and kind, so that two laptops of an office mean the same."""
    office = office_facts(session)
    row = session.get(PaperSetting, key_id(f"paper_setting:{office.code}:{kind.value}"))
    if row is None:
        row = PaperSetting(id=key_id(f"paper_setting:{office.code}:{kind.value}"), office_id=office.id, kind=kind.value)
        session.add(row)
    elif version is not None and row.version != version:
        raise Stale
    row.deleted = None if row.deleted else row.deleted
    for name, value in values.items():
        setattr(row, name, value)


def recipient_lines(text: str) -> tuple[str, ...]:
    """The lines of a list of recipients, as they are printed: each behind a dash."""
    cleaned = (" ".join(nfc(line).split()).lstrip("-– ") for line in text.splitlines())
    return tuple(f"- {line}" for line in cleaned if line)
