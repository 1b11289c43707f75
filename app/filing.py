"""A household together with its request, as one form shows and saves it: nothing is typed twice, one change holds both.

It stands above the rooms because it joins two of them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.actions import Action
from app.drafts import tidied
from app.duplicates.typed import check_typed
from app.households.drafts import HouseholdDraft, cleaned
from app.households.operations import write_household
from app.households.queries import household_draft, household_facts
from app.households.rules import FORM_FIELDS, check_household
from app.problems import Problem, refuse_errors
from app.support.drafts import CaseDraft
from app.support.operations import write_case
from app.support.queries import case_draft, case_of
from app.support.rules import check_case
from app.workspace import Changes, Workspace


@dataclass(frozen=True)
class HouseholdForm:
    """What one form holds; `case` is the household's request, None where it asks for nothing yet."""

    household: HouseholdDraft
    case: CaseDraft | None = None


def open_form(workspace: Workspace, household_id: str, programme_id: str | None = None) -> HouseholdForm:
    """A household with its request in the programme given, else in its first one. Raises `Refused`."""
    with workspace.read() as session:
        household = household_draft(session, household_id)
        found = case_of(session, household_id, programme_id)
        case = case_draft(session, household_id, programme_id) if found else None
    return HouseholdForm(household, case)


def check_form(workspace: Workspace, form: HouseholdForm) -> list[Problem]:
    """Everything wrong or doubtful in a form, as saving it would find it, and whether it may be on the list already."""
    household = cleaned(form.household)
    with workspace.read() as session:
        found = check_household(household, household_facts(session, household), FORM_FIELDS)
        found += check_typed(session, household)
    return found + (check_case(tidied(form.case)) if form.case else [])


def save_form(workspace: Workspace, form: HouseholdForm) -> tuple[Changes, str, list[Problem]]:
    """Save a household and its request in one change; returns what changed, the household's id and the warnings.

    Raises `Refused`, and `Stale` when a row has moved on since the form was opened.
    """
    draft = cleaned(form.household)
    with workspace.change(Action.SAVE_HOUSEHOLD) as change:
        facts = household_facts(change.session, draft)
        warnings = refuse_errors(check_household(draft, facts, FORM_FIELDS))
        household_id = write_household(change.session, draft)
        if form.case is not None:
            change.session.flush()
            warnings += write_case(change.session, replace(form.case, household_id=household_id))[1]
    return change.done, household_id, warnings
