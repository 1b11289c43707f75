"""What văn thư gave a text after it was issued ("Ghi số, ngày đã ban hành"): number, day, signer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.actions import Action
from app.drafts import tidied
from app.parsing import today
from app.problems import Problem, refuse_errors
from app.workspace import Changes, Workspace
from models.review import OfficeText
from models.vocabulary import PaperKind


@dataclass(frozen=True)
class IssuedTextDraft:
    """A text that was issued. `about_ids`: the cases, meetings, postings, submissions or batches one paper is about."""

    kind: PaperKind
    about_ids: tuple[str, ...]
    issued_on: str
    number: str | None = None
    signer: str | None = None
    note: str | None = None


def check_issued_text(draft: IssuedTextDraft, day: str) -> list[Problem]:
    """A text is issued on a day, not ahead of today; minutes of a household often carry no number."""
    found = []
    if not draft.about_ids:
        found.append(Problem("about_ids", "issued_text_about_nothing"))
    if not draft.issued_on:
        found.append(Problem("issued_on", "day_missing"))
    elif draft.issued_on > day:
        found.append(Problem("issued_on", "issued_text_ahead"))
    return found


def save_issued_text(workspace: Workspace, draft: IssuedTextDraft) -> tuple[Changes, Sequence[Problem]]:
    """Keep number, day and signer of a text; a later one of the same kind and subject counts instead of it."""
    draft = tidied(draft)
    with workspace.change(Action.NOTE_ISSUED) as change:
        warnings = refuse_errors(check_issued_text(draft, today().isoformat()))
        values = {"kind": draft.kind.value, "number": draft.number, "issued_on": draft.issued_on}
        more = {"signer": draft.signer, "note": draft.note}
        change.recorder.record_many(
            [(OfficeText, {**values, **more, "about_id": one}) for one in dict.fromkeys(draft.about_ids)]
        )
    return change.done, warnings
