"""One household asked twice in one programme, on two laptops: a task until one request is left."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.construction.drafts import AcceptanceDraft
from app.construction.operations import accept
from app.exchange.tasks import decide_task, list_tasks
from app.handover.drafts import HandoverDraft
from app.handover.operations import hand_over
from app.problems import Refused
from app.support.drafts import CaseDraft, DecisionDraft, ExceptionDraft
from app.support.exception_operations import record_exceptions
from app.support.operations import approve, set_case
from app.support.queries import case_draft, case_of, case_states, cases_of_households
from app.undo import undo_newest
from app.workspace import Workspace
from models.vocabulary import ExceptionCase, Part, Status, TaskKind, WorkType
from tests.app.exchange.test_case_doubts import exchange, state_of, waiting
from tests.make import FUND, NATIONAL, make_approved, make_household


def asked_twice(commune: Workspace, second: Workspace, folder: Path) -> tuple[str, str, str]:
    """A household for which each laptop opens a request; then the first learns of the second's."""
    household = make_household(commune, "Quàng Thị Ín")
    exchange(commune, second, folder / "hộ")
    set_case(commune, CaseDraft(household, NATIONAL, WorkType.NEW_BUILD, 60_000_000))
    set_case(second, CaseDraft(household, NATIONAL, WorkType.REPAIR, 30_000_000))
    first, other = (request_of(one, household) for one in (commune, second))
    exchange(second, commune, folder / "về")
    return household, first, other


def request_of(workspace: Workspace, household: str) -> str:
    with workspace.read() as session:
        found = case_of(session, household, NATIONAL)
    assert found is not None
    return found.case_id


def test_two_requests_of_one_household_are_a_task_that_says_who_wrote_them_where(
    commune: Workspace, second_laptop: Workspace, upper: Workspace, tmp_path: Path
) -> None:
    household, first, _ = asked_twice(commune, second_laptop, tmp_path)
    [task] = waiting(commune, TaskKind.CONFLICT)
    assert (task.row, task.entity, task.household, task.field) == (first, "support_case", household, "case")
    assert [one.by for one in task.values] == ["Lò Thị Hoa", "Cà Văn Thiện"]
    assert all(one.at for one in task.values)
    assert [one.value for one in task.values] == [60_000_000, 30_000_000]
    assert [one.origin.device_name for one in task.values if one.origin] == ["Máy văn phòng", "Máy hai"]
    (file,) = (tmp_path / "về").iterdir()
    assert [one["file"] for one in task.as_json()["values"]] == ["", file.name]
    assert "Xây mới" in task.values[0].shown
    assert "30.000.000 đồng" in task.values[1].shown
    exchange(commune, upper, tmp_path / "lên")
    assert waiting(upper, TaskKind.CONFLICT) == [], "the commune's list is the commune's to mend"


@pytest.mark.parametrize("choice", [1, 2])
def test_the_request_chosen_stays_and_the_other_is_withdrawn_with_a_reason_everywhere(
    commune: Workspace, second_laptop: Workspace, tmp_path: Path, choice: int
) -> None:
    household, *cases = asked_twice(commune, second_laptop, tmp_path)
    kept, withdrawn = cases[choice - 1], cases[2 - choice]
    [task] = waiting(commune, TaskKind.CONFLICT)
    decide_task(commune, task.id, choice, "Máy hai ghi lại lần nữa")
    exchange(commune, second_laptop, tmp_path / "đi")
    for laptop in (commune, second_laptop):
        assert waiting(laptop, TaskKind.CONFLICT) == []
        assert state_of(laptop, kept).status is Status.REGISTERED
        state = state_of(laptop, withdrawn)
        assert state.status is Status.WITHDRAWN
        assert state.exception is not None
        assert state.exception.reason == "Máy hai ghi lại lần nữa"
        assert request_of(laptop, household) == kept
        with laptop.read() as session:
            assert case_draft(session, household, NATIONAL).case_id == kept
    approve(commune, DecisionDraft("45/QĐ-UBND", "2025-07-15", household_ids=(household,), amount=60_000_000))
    assert state_of(commune, kept).status is Status.APPROVED


def test_a_request_that_was_withdrawn_by_hand_or_is_of_another_programme_is_no_task(
    commune: Workspace, second_laptop: Workspace, tmp_path: Path
) -> None:
    household, _, other = asked_twice(commune, second_laptop, tmp_path)
    [task] = waiting(commune, TaskKind.CONFLICT)
    record_exceptions(commune, [ExceptionDraft(other, ExceptionCase.WITHDRAWN, "2025-07-01", "Ghi hai lần")])
    assert waiting(commune, TaskKind.CONFLICT) == []
    set_case(commune, CaseDraft(household, FUND, WorkType.NEW_BUILD))
    assert waiting(commune, TaskKind.CONFLICT) == []
    record_exceptions(commune, [ExceptionDraft(other, ExceptionCase.RESUMED, "2025-07-02", "Ghi nhầm")])
    assert [one.id for one in waiting(commune, TaskKind.CONFLICT)] == [task.id], "both are under way again"


def test_a_house_handed_over_is_not_the_one_to_withdraw(
    commune: Workspace, second_laptop: Workspace, tmp_path: Path
) -> None:
    household, first, other = asked_twice(commune, second_laptop, tmp_path)
    make_approved(commune, first)
    accept(commune, [AcceptanceDraft(first, "2025-10-08", "36", frozenset(Part))])
    hand_over(commune, [HandoverDraft(first, "2025-11-03")])
    [task] = [one for one in list_tasks(commune) if one.field == "case"]
    with commune.read() as session:
        states = case_states(session)
        assert len(cases_of_households(session, [household])[household]) == 2
    place = next(number for number, one in enumerate(task.values) if "Đã bàn giao" in one.shown)
    with pytest.raises(Refused):
        decide_task(commune, task.id, 2 - place)
    assert case_states_of(commune) == {one: state.status for one, state in states.items()}, "nothing was written"
    decide_task(commune, task.id, place + 1)
    assert case_states_of(commune) == {first: Status.HANDED_OVER, other: Status.WITHDRAWN}


def case_states_of(workspace: Workspace) -> dict[str, Status]:
    with workspace.read() as session:
        return {one: state.status for one, state in case_states(session).items()}


def test_a_case_that_follows_a_damaged_house_is_no_second_request_but_two_of_them_are(
    commune: Workspace, second_laptop: Workspace, tmp_path: Path
) -> None:
    household = make_household(commune, "Quàng Thị Ín")
    set_case(commune, CaseDraft(household, NATIONAL, WorkType.NEW_BUILD))
    old = request_of(commune, household)
    make_approved(commune, old)
    accept(commune, [AcceptanceDraft(old, "2026-07-20", "36", frozenset(Part))])
    exchange(commune, second_laptop, tmp_path / "hộ")
    damaged = ExceptionDraft(old, ExceptionCase.DAMAGED_AGAIN, "2026-08-01", "Bão số 3")
    record_exceptions(commune, [damaged])
    exchange(commune, second_laptop, tmp_path / "đi")
    for laptop in (commune, second_laptop):
        assert waiting(laptop, TaskKind.CONFLICT) == []
        with laptop.read() as session:
            again = case_of(session, household, NATIONAL)
        assert again is not None
        assert again.follows_id == old
    third = request_of(commune, household)
    set_case(second_laptop, CaseDraft(household, FUND, WorkType.REPAIR))
    undo_newest(commune)
    exchange(commune, second_laptop, tmp_path / "bỏ")
    with second_laptop.read() as session:
        assert third not in [facts.case_id for facts, _ in cases_of_households(session, [household])[household]]
    for laptop in (commune, second_laptop):
        record_exceptions(laptop, [damaged])
    exchange(second_laptop, commune, tmp_path / "về")
    [task] = waiting(commune, TaskKind.CONFLICT)
    assert old not in [one.value for one in task.values]
    assert len(task.values) == 2
    decide_task(commune, task.id, 1, "Ghi hai lần")
    assert waiting(commune, TaskKind.CONFLICT) == []
