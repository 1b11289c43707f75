"""A household and its request are saved by one form in one change."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.areas.queries import villages
from app.filing import HouseholdForm, check_form, open_form, save_form
from app.households.drafts import ConditionDraft, HouseholdDraft, MemberDraft
from app.households.operations import set_fields
from app.problems import Refused, Stale
from app.support.drafts import CaseDraft
from app.undo import undo_newest
from app.workspace import Workspace
from tests.make import NATIONAL


@pytest.fixture
def form(commune: Workspace) -> HouseholdForm:
    with commune.read() as session:
        village = villages(session, "03151")[0].id
    home = HouseholdDraft(
        head_name="  Lò Văn   Pâng ",
        village_id=village,
        category="poor",
        members=(MemberDraft("Lò Thị Ín", "Vợ"),),
        condition=ConditionDraft(roof="tranh"),
    )
    return HouseholdForm(home, CaseDraft("", NATIONAL, "new_build", 60_000_000))


def test_household_people_house_and_request_are_one_change(commune: Workspace, form: HouseholdForm) -> None:
    changes, household_id, warnings = save_form(commune, form)
    assert changes.tables >= {"household", "member", "housing_condition", "support_case"}
    assert warnings == []
    found = open_form(commune, household_id)
    assert found.household.head_name == "Lò Văn Pâng"
    assert found.case is not None
    assert (found.case.programme_id, found.case.requested_amount) == (NATIONAL, 60_000_000)
    undo_newest(commune)
    with pytest.raises(Stale):
        save_form(commune, found)


def test_what_is_wrong_with_either_keeps_both_out(commune: Workspace, form: HouseholdForm) -> None:
    assert form.case is not None
    bad = replace(form, case=replace(form.case, requested_amount=-1))
    assert [(one.field, one.code) for one in check_form(commune, bad)] == [("requested_amount", "amount_not_positive")]
    with pytest.raises(Refused):
        save_form(commune, bad)
    nameless = replace(form, household=replace(form.household, head_name=" "))
    assert [one.field for one in check_form(commune, nameless)] == ["head_name"]
    with pytest.raises(Refused):
        save_form(commune, nameless)


def test_a_household_may_ask_for_nothing_yet(commune: Workspace, form: HouseholdForm) -> None:
    household_id = save_form(commune, replace(form, case=None))[1]
    assert open_form(commune, household_id).case is None


def test_a_form_over_rows_that_moved_on_is_stale(commune: Workspace, form: HouseholdForm) -> None:
    household_id = save_form(commune, form)[1]
    seen = open_form(commune, household_id)
    set_fields(commune, household_id, {"phone": "0912345678"})
    with pytest.raises(Stale):
        save_form(commune, seen)
