"""Every value ever typed stays visible, with who, when, where, and whether it still counts."""

from __future__ import annotations

import re

from app.households.drafts import MemberDraft
from app.households.history import entries_as_json, household_history, record_history
from app.households.operations import delete_household, set_fields
from app.undo import undo_newest
from app.workspace import Workspace
from tests.app.households.conftest import Add


def told(workspace: Workspace, household_id: str, field: str) -> list[tuple[object, object, str, str]]:
    with workspace.read() as session:
        found = household_history(session, household_id, field)
    return [(one.old, one.new, one.state.value, one.action) for one in found]


def test_a_field_tells_its_values_newest_first(commune: Workspace, add: Add) -> None:
    household_id = add("Lò Văn Pâng", phone="0911111111")
    set_fields(commune, household_id, {"phone": "0922222222"})
    set_fields(commune, household_id, {"phone": ""})
    assert told(commune, household_id, "phone") == [
        ("0922222222", None, "current", "SAVE_HOUSEHOLD"),
        ("0911111111", "0922222222", "superseded", "SAVE_HOUSEHOLD"),
        (None, "0911111111", "superseded", "SAVE_HOUSEHOLD"),
    ]


def test_undo_is_told_as_a_change_of_its_own(commune: Workspace, add: Add) -> None:
    household_id = add("Lò Văn Pâng", phone="0911111111")
    set_fields(commune, household_id, {"phone": "0922222222"})
    undo_newest(commune)
    assert told(commune, household_id, "phone")[0] == ("0922222222", "0911111111", "current", "UNDO")


def test_going_off_the_list_is_told_with_its_reason(commune: Workspace, add: Add) -> None:
    household_id = add("Lò Văn Pâng")
    delete_household(commune, household_id, "Chuyển đi")
    assert told(commune, household_id, "deleted") == [(None, True, "current", "DELETE_HOUSEHOLD")]
    assert told(commune, household_id, "out_reason") == [(None, "Chuyển đi", "current", "DELETE_HOUSEHOLD")]


def test_rows_that_hang_on_the_household_are_told_under_their_own_names(commune: Workspace, add: Add) -> None:
    household_id = add("Lò Văn Pâng", members=(MemberDraft("Lò Thị Mai"),))
    assert told(commune, household_id, "member.name") == [(None, "Lò Thị Mai", "current", "SAVE_HOUSEHOLD")]
    with commune.read() as session:
        own = record_history(session, household_id)
    assert {one.entity for one in own} == {"household"}
    assert {one.field for one in own} == {"head_name", "village_id", "category", "commune_code"}


def test_json_names_person_office_and_laptop(commune: Workspace, add: Add) -> None:
    household_id = add("Lò Văn Pâng")
    with commune.read() as session:
        (found,) = entries_as_json(household_history(session, household_id, "head_name"))
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", str(found.pop("at")))
    assert found == {
        "by": "Lò Thị Hoa",
        "office": "03151",
        "device": commune.author.device,
        "action": "SAVE_HOUSEHOLD",
        "field": "head_name",
        "old": None,
        "new": "Lò Văn Pâng",
        "state": "current",
    }
