"""Makes the records tests start from: households with cases, in real data folders; made-up people."""

from __future__ import annotations

from typing import Any

from app.actions import Action
from app.bundled import programme_id
from app.construction.drafts import AcceptanceDraft
from app.construction.operations import accept
from app.support.drafts import CaseDraft, DecisionDraft
from app.support.operations import approve, set_case
from app.support.queries import case_of
from app.workspace import Workspace
from models.household import Household
from models.review import OfficeText
from models.vocabulary import Category, Gender, PaperKind, Part, WorkType

NATIONAL = programme_id("xoa-nha-tam")
FUND = programme_id("quy-vi-nguoi-ngheo")
MERIT = programme_id("nguoi-co-cong")


def make_household(workspace: Workspace, head_name: str = "Lò Văn Pâng", **values: Any) -> str:
    """A household with the least facts; returns its id."""
    given = {
        "head_name": head_name,
        "gender": Gender.MALE.value,
        "birth": "1972",
        "category": Category.POOR.value,
        "commune_code": workspace.author.office,
        "member_count": 4,
        **values,
    }
    with workspace.change(Action.SAVE_HOUSEHOLD) as change:
        household = Household(**given)
        change.session.add(household)
        change.session.flush()
        return str(household.id)


def make_case(
    workspace: Workspace,
    head_name: str = "Lò Văn Pâng",
    *,
    work_type: WorkType | None = WorkType.NEW_BUILD,
    programme: str = NATIONAL,
    requested: int | None = None,
    **household: Any,
) -> str:
    """A household with a case in a programme; returns the id of the case."""
    household_id = make_household(workspace, head_name, **household)
    set_case(workspace, CaseDraft(household_id, programme, work_type, requested))
    with workspace.read() as session:
        found = case_of(session, household_id, programme)
    assert found is not None
    return found.case_id


def make_approved(workspace: Workspace, *case_ids: str, day: str = "2025-07-15", amount: int = 60_000_000) -> None:
    """One decision of the workspace's office over these cases."""
    approve(workspace, DecisionDraft("45/QĐ-UBND", day, case_ids, amount=amount))


def make_finished(workspace: Workspace, *case_ids: str, day: str = "2025-07-20") -> None:
    """The houses are accepted and their stage minutes signed: the last part of the support may be paid."""
    accept(workspace, [AcceptanceDraft(one, day, "40", frozenset(Part)) for one in case_ids])
    make_signed(workspace, PaperKind.STAGE_MINUTES, *case_ids, day=day)


def make_signed(workspace: Workspace, kind: PaperKind, *case_ids: str, day: str = "2025-07-20") -> None:
    """The day of issue of a paper about each of these cases is noted."""
    values = {"kind": kind.value, "issued_on": day}
    with workspace.change(Action.NOTE_ISSUED) as change:
        change.recorder.record_many([(OfficeText, {"about_id": one, **values}) for one in case_ids])
