"""Half-typed work in the window's memory: what there is, where it was typed, and how it is thrown away.

Every name in `TITLES` is kept as it is typed, so that it comes back after leaving, a crash or a killed program.
"""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass
from datetime import datetime

from app.wording.half_typed import OPEN_FORM, TITLES
from views import messages
from views.memory import Memory
from views.page import CAMPAIGNS, DOSSIER, GIVING, HANDOVER, NEW_HOUSEHOLD, InTab, WorkFrame

FORM = "draft.form."
#: Where each kind was typed: a page, and what it is asked; the rest of the name stands for "{}".
_PLACES: dict[str, tuple[str, object]] = {
    "draft.household.new": (NEW_HOUSEHOLD, None),
    "draft.plan.": (CAMPAIGNS, None),
    "construction.grid": ("construction", None),
    "review.meeting": ("decisions", None),
    "review.classes": ("decisions", None),
    "review.returns": ("decisions", None),
    "funding.payday": ("funding", None),
    "giving.quick": (GIVING, "book"),
    "handover.acceptance.": (HANDOVER, None),
}


@dataclass(frozen=True)
class HalfTyped:
    """One draft: its name in the memory, what it is called, what was typed in short, when, where it goes on."""

    name: str
    title: str
    text: str
    at: datetime | None
    page: str
    request: object = None

    @property
    def is_form(self) -> bool:
        """A short form is opened by the officer from its page."""
        return self.name.startswith(FORM)


def half_typed(memory: Memory) -> list[HalfTyped]:
    """Every draft that is kept, the newest first; those without a time last."""
    found = [
        _read(name, beginning, text)
        for beginning in TITLES
        for name in memory.names(beginning)
        if (text := memory.get(name)) and _beginning(name) == beginning
    ]
    return sorted(found, key=lambda one: one.at.timestamp() if one.at else 0, reverse=True)


def _beginning(name: str) -> str:
    """The longest beginning that a name has."""
    return max((one for one in TITLES if name.startswith(one)), key=len)


def _read(name: str, beginning: str, text: str) -> HalfTyped:
    kept: object = None
    with contextlib.suppress(ValueError):
        kept = json.loads(text)
    values = kept if isinstance(kept, dict) else {}
    at = None
    with contextlib.suppress(ValueError):
        at = datetime.fromisoformat(str(values.get("at", "")))
    rest = name.removeprefix(beginning)
    if beginning == FORM:
        page, request = str(values.get("page", "today")), values.get("request")
        return HalfTyped(name, str(values.get("title", "")), _short(values.get("typed")), at, page, request)
    page, request = _PLACES.get(beginning, ("settings", rest))
    if beginning in ("draft.household.", "draft.condition."):
        page, request = DOSSIER, InTab(rest, "household" if beginning == "draft.household." else "condition")
    if beginning == "handover.acceptance.":
        request = rest
    return HalfTyped(name, TITLES[beginning], _short(values.get("texts", values)), at, page, request)


def _short(values: object) -> str:
    """The first few texts that were typed."""
    texts: list[str] = []

    def walk(value: object) -> None:
        if isinstance(value, dict):
            for one in value.values():
                walk(one)
        elif isinstance(value, list):
            for one in value:
                walk(one)
        elif isinstance(value, str) and value.strip() and len(texts) < 6:
            texts.append(value.strip())

    walk(values)
    return " · ".join(texts)


def throw_away(memory: Memory, draft: HalfTyped) -> None:
    """Forget a draft."""
    memory.put(draft.name, "")


def go_on_with(frame: WorkFrame, draft: HalfTyped) -> None:
    """Open the page a draft was typed on; a short form is opened there by the officer, and has the draft in it."""
    frame.go(draft.page, draft.request)
    if draft.is_form:
        messages.success(OPEN_FORM.format(title=draft.title))
