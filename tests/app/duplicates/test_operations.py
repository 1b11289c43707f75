"""Joining two households, parting them, and telling them apart, on real files."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from app.duplicates.drafts import JoinDraft
from app.duplicates.finding import find_pairs
from app.duplicates.operations import join_households, part_households, take_back_apart, tell_apart
from app.exchange.tasks import list_decisions
from app.households.history import household_history
from app.households.operations import delete_household, restore_household, set_fields
from app.households.queries import HouseholdFilter, first_page, living_members
from app.households.taken_off import households_taken_off
from app.journal.rebuilding import fingerprint, rebuild
from app.problems import Refused, Stale
from app.support.queries import cases_of_households
from app.undo import undo_newest
from app.workspace import Workspace
from models.household import Household
from models.vocabulary import Gender, TaskKind
from tests.app.duplicates.homes import case_with_payment, write

WIFE = {"name": "Quàng Thị Ín", "relation": "Vợ", "birth": "1965"}
COUPLE: tuple[dict[str, Any], dict[str, Any]] = (
    {"head_name": "Lò Văn Pâng", "birth": "1962", "gender": Gender.MALE, "people": [WIFE]},
    {"head_name": "QUANG THI IN", "birth": "1965", "gender": Gender.FEMALE, "phone": "0912345678",
     "people": [{"name": "Lò Văn Pâng", "relation": "Chồng"}, {"name": "Lò Văn Xôm", "relation": "Con"}]},
)  # fmt: skip


def listed(workspace: Workspace) -> list[str]:
    """The heads on the list."""
    with workspace.read() as session:
        return [one.head_name for one in first_page(session)]


def people(workspace: Workspace, household_id: str) -> list[str]:
    """The members shown with a household."""
    with workspace.read() as session:
        return [one.name or "" for one in living_members(session, household_id)]


def content(workspace: Workspace) -> dict[str, str]:
    """The tables' digests, and that a rebuild gives them again."""
    with workspace.engine.connect().execution_options(writing=True) as connection:
        before = fingerprint(connection)
        rebuild(connection)
        assert fingerprint(connection) == before
        connection.rollback()
    return before


def test_joined_they_are_one_with_everybody_once_and_the_fields_chosen(commune: Workspace) -> None:
    one, other = write(commune, *COUPLE)
    join_households(commune, JoinDraft(one, other, {"phone": other}))
    assert listed(commune) == ["Lò Văn Pâng"]
    assert people(commune, one) == ["Quàng Thị Ín", "Lò Văn Xôm"]
    with commune.read() as session:
        shown = session.get(Household, one)
        assert shown is not None
        assert shown.phone == "0912345678"
        assert {entry.row for entry in household_history(session, one)} >= {one, other}
        assert [row.id for row in first_page(session, HouseholdFilter(text="0912345678"))] == [one]
        assert [row.id for row in first_page(session, HouseholdFilter(text="quang in"))] == [one]
    content(commune)


def test_the_other_head_comes_among_the_members_when_nobody_lists_him(commune: Workspace) -> None:
    one, other = write(
        commune,
        {"head_name": "Lò Văn Pâng", "gender": Gender.MALE},
        {
            "head_name": "Quàng Thị Ín",
            "gender": Gender.FEMALE,
            "people": [{"name": "Lò Văn Pâng", "relation": "Chồng"}],
        },
    )
    join_households(commune, JoinDraft(one, other))
    with commune.read() as session:
        assert [(each.name, each.relation) for each in living_members(session, one)] == [("Quàng Thị Ín", "Vợ")]


def test_parted_they_are_as_before_even_later(commune: Workspace) -> None:
    one, other = write(commune, *COUPLE)
    join_households(commune, JoinDraft(one, other, {"phone": other}))
    write(commune, {"head_name": "A"}, {"head_name": "B"})
    part_households(commune, one)
    with commune.read() as session:
        assert [row.id for row in first_page(session, HouseholdFilter(text="quang in"))] == [other]
    assert sorted(listed(commune)) == ["A", "B", "Lò Văn Pâng", "QUANG THI IN"]
    assert people(commune, one) == ["Quàng Thị Ín"]
    assert people(commune, other) == ["Lò Văn Pâng", "Lò Văn Xôm"]
    with commune.read() as session:
        assert session.scalar(select(Household.phone).where(Household.id == one)) is None
    content(commune)
    with pytest.raises(Refused, match="household_not_joined"):
        part_households(commune, one)


def test_what_was_changed_since_the_joining_stays_when_they_are_parted(commune: Workspace) -> None:
    one, other = write(commune, *COUPLE)
    join_households(commune, JoinDraft(one, other, {"phone": other}))
    set_fields(commune, one, {"phone": "0988777666"})
    part_households(commune, other)
    with commune.read() as session:
        assert session.scalar(select(Household.phone).where(Household.id == one)) == "0988777666"


def test_joining_is_undone_and_parting_too(commune: Workspace) -> None:
    one, other = write(commune, *COUPLE)
    join_households(commune, JoinDraft(one, other, {"phone": other}))
    undo_newest(commune)
    assert len(listed(commune)) == 2
    assert people(commune, one) == ["Quàng Thị Ín"]
    join_households(commune, JoinDraft(one, other))
    part_households(commune, one)
    undo_newest(commune)
    assert listed(commune) == ["Lò Văn Pâng"]
    assert people(commune, one) == ["Quàng Thị Ín", "Lò Văn Xôm"]


def test_two_requests_in_one_programme_become_a_task_and_their_money_stays_apart(commune: Workspace) -> None:
    one, other = write(commune, *COUPLE)
    first, second = case_with_payment(commune, one, 20_000_000), case_with_payment(commune, other, 30_000_000)
    join_households(commune, JoinDraft(one, other))
    tasks = [task for task in list_decisions(commune) if task.kind is TaskKind.CONFLICT]
    assert [(task.household, len(task.values)) for task in tasks] == [(one, 2)]
    with commune.read() as session:
        paid = {facts.case_id: state.paid_amount for facts, state in cases_of_households(session, [one])[one]}
    assert paid == {first: 20_000_000, second: 30_000_000}


def test_a_joined_household_goes_off_the_list_whole_and_comes_back_whole(commune: Workspace) -> None:
    one, other = write(commune, *COUPLE)
    join_households(commune, JoinDraft(one, other))
    delete_household(commune, one, "Chuyển đi")
    assert listed(commune) == []
    with commune.read() as session:
        assert [each.id for each in households_taken_off(session)] == [one]
    restore_household(commune, one)
    assert listed(commune) == ["Lò Văn Pâng"]


def test_pairs_told_apart_are_proposed_no_more_until_that_is_taken_back(commune: Workspace) -> None:
    one, other = write(commune, *COUPLE)
    tell_apart(commune, [(other, one)], "Đã hỏi trưởng bản")
    with commune.read() as session:
        assert find_pairs(session) == []
    take_back_apart(commune, one, other)
    with commune.read() as session:
        assert len(find_pairs(session)) == 1
    with pytest.raises(Refused, match="not_told_apart"):
        take_back_apart(commune, one, other)
    undo_newest(commune)
    with commune.read() as session:
        assert find_pairs(session) == []


def test_a_household_that_moved_on_is_not_joined(commune: Workspace) -> None:
    one, other = write(commune, *COUPLE)
    with pytest.raises(Stale):
        join_households(commune, JoinDraft(one, other, seen={one: 7}))
    delete_household(commune, other, "Chuyển đi")
    with pytest.raises(Stale):
        join_households(commune, JoinDraft(one, other))
