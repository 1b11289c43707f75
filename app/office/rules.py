"""Rules of the office's own facts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.office.drafts import (
    CommitteeDraft,
    CommitteeMemberDraft,
    ContactDraft,
    OfficeDraft,
    OfficeEdit,
    SignerDraft,
    UserDraft,
)
from app.problems import Problem
from models.vocabulary import ContactKind, Role

CODE = re.compile(r"[0-9A-Za-z][0-9A-Za-z.\-]{0,31}")


def check_office(draft: OfficeDraft, known_codes: frozenset[str]) -> list[Problem]:
    """A code fit for a stream, a name; a code that is not among today's communes and provinces is only a warning."""
    found = []
    if not CODE.fullmatch(draft.code):
        found.append(Problem("code", "office_code_unfit", {"code": draft.code}))
    elif draft.code not in known_codes:
        found.append(Problem("code", "office_code_unknown", {"code": draft.code}, warning=True))
    if not draft.name.strip():
        found.append(Problem("name", "office_name_missing"))
    if not (draft.person or "").strip():
        found.append(Problem("person", "person_missing"))
    found += _check_superior(draft.superior_code, draft.code)
    if draft.series is not None and not re.fullmatch(r"[a-z]", draft.series):
        found.append(Problem("series", "series_unfit"))
    return found


def check_edit(edit: OfficeEdit, own_code: str) -> list[Problem]:
    """The office keeps a name; its superior is another office, told by code and name together."""
    found = []
    if not edit.name.strip():
        found.append(Problem("name", "office_name_missing"))
    if (edit.superior_code is None) != (edit.superior_name is None):
        found.append(Problem("superior_code", "superior_half_given"))
    return found + _check_superior(edit.superior_code, own_code)


def _check_superior(code: str | None, own_code: str) -> list[Problem]:
    if code is None:
        return []
    if not CODE.fullmatch(code):
        return [Problem("superior_code", "office_code_unfit", {"code": code})]
    return [Problem("superior_code", "superior_is_self")] if code == own_code else []


Dated = SignerDraft | CommitteeMemberDraft


def check_people(people: Sequence[Dated | UserDraft]) -> list[Problem]:
    """Everybody has a name, and nobody's time ends before it begins; problems stand beside `<place>.<field>`."""
    found = []
    for place, one in enumerate(people):
        if not one.name.strip():
            found.append(Problem(f"{place}.name", "person_missing"))
        if isinstance(one, Dated) and one.valid_from and one.valid_to and one.valid_to < one.valid_from:
            found.append(Problem(f"{place}.valid_to", "time_ends_first", {"name": one.name}))
    return found


def check_users(users: Sequence[UserDraft], signed_in: str) -> list[Problem]:
    """Somebody goes on doing the office's work, and nobody takes away his own name or leave."""
    found = check_people(users)
    if not any(one.role == Role.OFFICER for one in users):
        found.append(Problem("", "no_officer_left"))
    if all(one.id != signed_in for one in users):
        found.append(Problem("", "user_is_signed_in"))
    names = [one.name.strip() for one in users]
    found += [
        Problem("", "user_twice", {"name": name}) for name in sorted(set(names)) if names.count(name) > 1 and name
    ]
    return found


def check_committees(committees: Sequence[CommitteeDraft]) -> list[Problem]:
    """Every committee has a name, and its members are fit; problems stand beside `<place>.<field>`."""
    found = []
    for place, one in enumerate(committees):
        if not one.name.strip():
            found.append(Problem(f"{place}.name", "committee_name_missing"))
        for problem in check_people(one.members):
            found.append(Problem(f"{place}.members.{problem.field}", problem.code, problem.values))
    return found


def check_contact(draft: ContactDraft) -> list[Problem]:
    """A name; without a telephone a contact is only doubtful."""
    found = [] if draft.name.strip() else [Problem("name", "contact_name_missing")]
    if draft.kind not in {one.value for one in ContactKind}:
        found.append(Problem("kind", "contact_kind_missing"))
    if not draft.phone:
        found.append(Problem("phone", "contact_without_phone", warning=True))
    return found
