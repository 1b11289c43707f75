"""Saving a household writes what changed and nothing else, and never over what another has saved meanwhile."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

from app.actions import Action
from app.households.drafts import ConditionDraft, HouseholdDraft, MemberDraft
from app.households.operations import (
    delete_household,
    restore_household,
    save_household,
    set_fields,
)
from app.households.queries import find_household, household_draft, same_numbers, totals
from app.journal.store import OPERATIONS
from app.problems import Refused, Stale
from app.undo import undo_newest
from app.workspace import Workspace
from models.household import Household
from tests.app.households.conftest import CHI_LUONG, HUA_NANG, Add

FULL = HouseholdDraft(
    head_name="Quàng Thị Ín",
    code="MH01",
    gender="female",
    birth="1956-05-20",
    citizen_id="011156000123",
    ethnicity="Thái",
    phone="0912345678",
    village_id=HUA_NANG,
    address="Nhà số 3",
    category="poor",
    flags=frozenset({"female_head", "ethnic_minority"}),
    member_count=3,
    bank_account="101",
    bank_name="Agribank",
    bank_holder="Quàng Thị Ín",
    guardian=None,
    independent_since="2019",
    resident_since="2013-06-01",
    note="Ở một mình\nnhà xa đường",
    members=(MemberDraft("Lò Thị Mai", "con", "female", "1990"), MemberDraft("Lò Văn Nam", "cháu")),
    condition=ConditionDraft(area_m2="32.5", roof="Tấm lợp", roof_hard=False, flood_danger=True, built_year=1998),
)


def draft_of(workspace: Workspace, household_id: str) -> HouseholdDraft:
    with workspace.read() as session:
        return household_draft(session, household_id)


def operations(workspace: Workspace) -> int:
    with workspace.read() as session:
        return len(session.execute(select(OPERATIONS.c.id)).all())


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [one.code for one in refused.value.problems]


def bare(draft: HouseholdDraft) -> HouseholdDraft:
    """Without the ids and versions that saving gives."""
    members = tuple(replace(one, id=None, version=None) for one in draft.members or ())
    house = draft.condition and replace(draft.condition, id=None, version=None)
    return replace(draft, id=None, version=None, members=members, condition=house)


def test_a_household_comes_back_as_it_was_saved(commune: Workspace) -> None:
    changes, household_id, warnings = save_household(commune, FULL)
    assert changes.tables == {"household", "member", "housing_condition"}
    assert household_id in changes.ids
    assert warnings == []
    assert bare(draft_of(commune, household_id)) == FULL


def test_text_is_composed_and_cleaned(commune: Workspace) -> None:
    name = unicodedata.normalize("NFD", "  Lò  Văn Pâng ")
    _, household_id, _ = save_household(commune, replace(FULL, head_name=name, note=" a \r\n b ", address="  "))
    saved = draft_of(commune, household_id)
    assert (saved.head_name, saved.note, saved.address) == ("Lò Văn Pâng", "a\nb", None)


def test_saving_what_was_shown_writes_nothing(commune: Workspace) -> None:
    _, household_id, _ = save_household(commune, FULL)
    before = operations(commune)
    changes, _, _ = save_household(commune, draft_of(commune, household_id))
    assert operations(commune) == before
    assert changes.ids == frozenset()


def test_only_changed_rows_get_an_operation(commune: Workspace) -> None:
    _, household_id, _ = save_household(commune, FULL)
    before = operations(commune)
    shown = draft_of(commune, household_id)
    assert shown.members is not None
    assert shown.condition is not None
    members = (replace(shown.members[0], note="đi làm xa"), shown.members[1])
    changed = replace(shown, members=members, condition=replace(shown.condition, area_m2="40"))
    changes, _, _ = save_household(commune, changed)
    assert operations(commune) == before + 2
    assert changes.tables == {"member", "housing_condition"}


def test_a_member_left_out_is_taken_off_and_one_without_id_is_added(commune: Workspace) -> None:
    _, household_id, _ = save_household(commune, FULL)
    shown = draft_of(commune, household_id)
    assert shown.members is not None
    save_household(commune, replace(shown, members=(shown.members[1], MemberDraft("Lò Thị Én"))))
    assert [one.name for one in draft_of(commune, household_id).members or ()] == ["Lò Văn Nam", "Lò Thị Én"]


def test_members_and_house_that_a_list_does_not_bring_stay(commune: Workspace) -> None:
    _, household_id, _ = save_household(commune, FULL)
    save_household(commune, replace(draft_of(commune, household_id), members=None, condition=None, phone="0987654321"))
    assert bare(draft_of(commune, household_id)) == replace(FULL, phone="0987654321")


def test_a_house_surveyed_by_two_roads_is_one_house(commune: Workspace) -> None:
    _, household_id, _ = save_household(commune, FULL)
    shown = draft_of(commune, household_id)
    save_household(commune, replace(shown, condition=ConditionDraft(area_m2="50")))
    after = draft_of(commune, household_id).condition
    assert after is not None
    assert shown.condition is not None
    assert (after.id, after.area_m2) == (shown.condition.id, "50")


@pytest.mark.parametrize("part", ["household", "member", "condition"])
def test_saving_over_what_another_saved_is_stale(commune: Workspace, part: str) -> None:
    _, household_id, _ = save_household(commune, FULL)
    shown = draft_of(commune, household_id)
    assert shown.members is not None
    assert shown.condition is not None
    mine: dict[str, Any] = {
        "household": {"phone": "0911111111"},
        "member": {"members": (replace(shown.members[0], note="x"), shown.members[1])},
        "condition": {"condition": replace(shown.condition, area_m2="41")},
    }
    save_household(commune, replace(shown, **mine[part]))
    with pytest.raises(Stale):
        save_household(commune, replace(shown, **mine[part], note="khác"))
    assert draft_of(commune, household_id).note == FULL.note


def test_a_refused_household_leaves_nothing(commune: Workspace) -> None:
    before = operations(commune)
    with pytest.raises(Refused) as told:
        save_household(commune, replace(FULL, head_name=" ", citizen_id="12"))
    assert codes(told) == ["required", "citizen_id_length"]
    assert operations(commune) == before


def test_an_equal_id_number_is_told_by_the_other_name(commune: Workspace) -> None:
    save_household(commune, FULL)
    _, household_id, warnings = save_household(commune, replace(FULL, head_name="Lò Thị Khác"))
    assert [(one.code, one.values) for one in warnings] == [("citizen_id_known", {"name": "Quàng Thị Ín"})]
    with commune.read() as session:
        [twice] = same_numbers(session)
    assert twice.citizen_id == FULL.citizen_id
    assert [name for _, name in twice.households] == [FULL.head_name, "Lò Thị Khác"]
    assert twice.households[1][0] == household_id


def test_an_upper_office_adds_no_household(upper: Workspace) -> None:
    with pytest.raises(Refused) as told:
        save_household(upper, HouseholdDraft(head_name="Lò Văn Pâng", category="poor"))
    assert "commune_only" in codes(told)


# Fields from text


def test_fields_are_set_from_text(commune: Workspace, add: Add) -> None:
    household_id = add("Lò Văn Pâng")
    texts = {
        "phone": "0912 345 678", "village": "ban chi luong", "birth_year": "1970", "gender": "Nam",
        "category": "Hộ cận nghèo", "citizen_id": "011070001234", "flags": "Dân tộc thiểu số; disabled",
        "member_count": "4", "ethnicity": "thai den", "note": "", "condition.area_m2": "36,5",
        "condition.roof_hard": "có", "condition.built_year": "1999",
    }  # fmt: skip
    _, warnings = set_fields(commune, household_id, texts)
    assert warnings == []
    saved = draft_of(commune, household_id)
    assert (saved.phone, saved.village_id, saved.birth, saved.gender) == ("0912345678", CHI_LUONG, "1970", "male")
    assert (saved.category, saved.member_count, saved.ethnicity) == ("near_poor", 4, "Thái")
    assert saved.flags == {"ethnic_minority", "disabled"}
    assert saved.condition is not None
    assert (saved.condition.area_m2, saved.condition.roof_hard, saved.condition.built_year) == ("36.5", True, 1999)


def test_every_field_that_cannot_be_read_is_named_at_once(commune: Workspace, add: Add) -> None:
    household_id = add("Lò Văn Pâng")
    wrong = {"phone": "12", "gender": "x", "colour": "red", "condition.roof_hard": "ít", "condition.colour": "red"}
    with pytest.raises(Refused) as told:
        set_fields(commune, household_id, wrong | {"head_name": "Lò Văn Khác"})
    assert {one.field for one in told.value.problems} == set(wrong)
    with pytest.raises(Refused) as told:
        set_fields(commune, household_id, {"village": "Bản Xa"})
    assert codes(told) == ["village_unknown"]
    assert draft_of(commune, household_id).head_name == "Lò Văn Pâng"


def test_an_empty_text_empties_a_field_but_not_the_name(commune: Workspace, add: Add) -> None:
    household_id = add("Lò Văn Pâng", phone="0912345678")
    set_fields(commune, household_id, {"phone": "", "village": ""})
    saved = draft_of(commune, household_id)
    assert (saved.phone, saved.village_id) == (None, None)
    with pytest.raises(Refused) as told:
        set_fields(commune, household_id, {"head_name": " "})
    assert codes(told) == ["required"]


# Off the list and back


def test_a_household_goes_off_the_list_with_a_reason_and_comes_back(commune: Workspace, add: Add) -> None:
    household_id = add("Lò Văn Pâng")
    with pytest.raises(Refused) as told:
        delete_household(commune, household_id, "  ")
    assert codes(told) == ["reason_missing"]
    delete_household(commune, household_id, "Chuyển đi nơi khác")
    with commune.read() as session:
        assert totals(session).count == 0
        row = session.get_one(Household, household_id)
        assert (row.row_out, row.out_reason) == (True, "Chuyển đi nơi khác")
    with pytest.raises(Refused) as told:
        set_fields(commune, household_id, {"phone": ""})
    assert codes(told) == ["household_is_out"]
    restore_household(commune, household_id)
    with commune.read() as session:
        assert totals(session).count == 1
    with pytest.raises(Refused) as told:
        restore_household(commune, household_id)
    assert codes(told) == ["household_not_out"]


def test_undo_brings_a_household_back_and_a_new_one_out(commune: Workspace, add: Add) -> None:
    household_id = add("Lò Văn Pâng")
    delete_household(commune, household_id, "Trùng")
    assert undo_newest(commune).action is Action.UNDO
    with commune.read() as session:
        assert totals(session).count == 1
        assert session.get_one(Household, household_id).out_reason is None
    undo_newest(commune)
    with commune.read() as session:
        assert totals(session).count == 0


def test_a_household_is_named_by_the_end_of_its_id(commune: Workspace, add: Add) -> None:
    household_id = add("Lò Văn Pâng")
    add("Lò Văn Ín")
    with commune.read() as session:
        for ending in (household_id, household_id[-6:], household_id[-13:], household_id[-8:].upper()):
            assert find_household(session, ending) == household_id
        for ending, code in (("12345", "household_ending_short"), ("zzzzzz", "household_not_found")):
            with pytest.raises(Refused) as told:
                find_household(session, ending)
            assert codes(told) == [code]
