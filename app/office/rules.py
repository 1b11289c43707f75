"""Rules of the office's own facts."""

from __future__ import annotations

import re

from app.office.drafts import OfficeDraft
from app.problems import Problem

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
    if draft.superior_code is not None:
        if not CODE.fullmatch(draft.superior_code):
            found.append(Problem("superior_code", "office_code_unfit", {"code": draft.superior_code}))
        if draft.superior_code == draft.code:
            found.append(Problem("superior_code", "superior_is_self"))
    if draft.series is not None and not re.fullmatch(r"[a-z]", draft.series):
        found.append(Problem("series", "series_unfit"))
    return found
