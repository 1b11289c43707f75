"""Two offices' decisions, more paid than decided, one number on two papers: a person decides, named and once."""

from pathlib import Path

import pytest

from app.actions import Action
from app.construction.drafts import AcceptanceDraft
from app.construction.operations import accept
from app.exchange.packing import export_packages
from app.exchange.task import Task
from app.exchange.tasks import decide_task, list_tasks
from app.flags.queries import is_flag
from app.funding.drafts import PaymentDraft, SourceDraft
from app.funding.operations import add_source, pay
from app.handover.drafts import MinutesOptions
from app.handover.issuing import issue_minutes
from app.handover.queries import papers_of_cases
from app.households.operations import delete_household, restore_household
from app.problems import Refused
from app.support.drafts import DecisionDraft
from app.support.operations import approve
from app.support.queries import CaseState, case_states
from app.workspace import Workspace
from models.handover import IssuedPaper
from models.vocabulary import Numbering, Part, SourceKind, TaskKind
from tests.app.exchange.quick import receive
from tests.make import make_approved, make_case, make_household


def exchange(sender: Workspace, receiver: Workspace, folder: Path) -> None:
    """Everything the sender has goes to the receiver."""
    folder.mkdir()
    made = export_packages(sender, folder, [receiver.author.office])
    assert [receive(receiver, one.file).result for one in made] == ["merged"]


def state_of(workspace: Workspace, case_id: str) -> CaseState:
    with workspace.read() as session:
        return case_states(session, [case_id])[case_id]


def waiting(workspace: Workspace, kind: TaskKind) -> list[Task]:
    """The decisions of a kind, without the points to look at that the dates of these houses bring."""
    return [one for one in list_tasks(workspace) if one.kind is kind and not is_flag(one.id)]


def decided_by_both(commune: Workspace, upper: Workspace, folder: Path) -> str:
    """A case the upper office decided in its time, and the commune decided after it became the deciding office."""
    case = make_case(commune)
    exchange(commune, upper, folder / "lên")
    approve(upper, DecisionDraft("1187/QĐ-UBND", "2025-06-27", (case,), amount=50_000_000))
    make_approved(commune, case)
    exchange(upper, commune, folder / "xuống")
    return case


def test_two_offices_decisions_are_a_task_that_the_counting_office_answers(
    commune: Workspace, upper: Workspace, tmp_path: Path
) -> None:
    case = decided_by_both(commune, upper, tmp_path)
    assert state_of(commune, case).approved_amount == 60_000_000
    [task] = waiting(commune, TaskKind.CONFLICT)
    assert [one.value for one in task.values] == [60_000_000, 50_000_000]
    assert [one.office for one in task.values] == ["03151", "11"]
    assert "1187/QĐ-UBND" in task.values[1].shown
    exchange(commune, upper, tmp_path / "lên nữa")
    [theirs] = waiting(upper, TaskKind.CONFLICT)
    with pytest.raises(Refused):
        decide_task(upper, theirs.id, 1)
    decide_task(commune, task.id, 1, "Xã quyết định từ tháng 7")
    assert waiting(commune, TaskKind.CONFLICT) == []
    assert state_of(commune, case).approved_amount == 60_000_000


def test_the_other_decision_counts_when_the_counting_office_gives_way(
    commune: Workspace, upper: Workspace, tmp_path: Path
) -> None:
    case = decided_by_both(commune, upper, tmp_path)
    [task] = waiting(commune, TaskKind.CONFLICT)
    decide_task(commune, task.id, 2)
    assert state_of(commune, case).approved_amount == 50_000_000
    assert waiting(commune, TaskKind.CONFLICT) == []
    exchange(commune, upper, tmp_path / "lên nữa")
    assert state_of(upper, case).approved_amount == 50_000_000
    assert waiting(upper, TaskKind.CONFLICT) == []


def test_a_decision_below_what_was_paid_is_told_to_both_offices(
    commune: Workspace, upper: Workspace, tmp_path: Path
) -> None:
    add_source(commune, SourceDraft("NSTW", "Ngân sách trung ương", SourceKind.CENTRAL_BUDGET))
    case = make_case(commune)
    make_approved(commune, case)
    pay(commune, [PaymentDraft(case, "NSTW", 36_000_000, "2025-07-21", "PC 101/2025", 1)])
    assert waiting(commune, TaskKind.RED_FLAG) == []
    approve(commune, DecisionDraft("50/QĐ-UBND", "2025-08-01", (case,), amount=30_000_000))
    exchange(commune, upper, tmp_path / "lên")
    [task] = waiting(commune, TaskKind.RED_FLAG)
    assert "36.000.000" in task.text
    decide_task(commune, task.id, 1, "Thu hồi 6 triệu trong tháng 8")
    assert waiting(commune, TaskKind.RED_FLAG) == []
    assert len(waiting(upper, TaskKind.RED_FLAG)) == 1
    assert state_of(commune, case).paid_amount == 36_000_000


def test_of_two_papers_with_one_number_the_chosen_one_keeps_it(commune: Workspace) -> None:
    cases = [make_case(commune, name) for name in ("Lò Văn Pâng", "Quàng Thị Ín")]
    accept(commune, [AcceptanceDraft(one, "2025-10-08", "36", frozenset(Part)) for one in cases])
    issue_minutes(commune, cases[:1], MinutesOptions(Numbering.REGISTER))
    with commune.read() as session:
        [paper] = papers_of_cases(session, cases)[cases[0]]
    same = ("kind", "numbering", "office_code", "year", "symbol", "number", "shown_number", "printed")
    twin = {"case_id": cases[1], **{name: getattr(paper, name) for name in same}}
    with commune.change(Action.ISSUE_PAPER) as change:
        change.recorder.record_many([(IssuedPaper, twin)])
    [task] = waiting(commune, TaskKind.RED_FLAG)
    assert [one.shown for one in task.values] == ["Lò Văn Pâng", "Quàng Thị Ín"]
    decide_task(commune, task.id, 2)
    assert waiting(commune, TaskKind.RED_FLAG) == []
    with commune.read() as session:
        void = {case: papers[0].void for case, papers in papers_of_cases(session, cases).items()}
    assert void == {cases[0]: True, cases[1]: False}


def test_one_id_number_on_two_households_waits_until_somebody_looked_or_took_one_off(commune: Workspace) -> None:
    number = "011072001234"
    first, second = (make_household(commune, name, citizen_id=number) for name in ("Lò Văn Pâng", "Lò Văn Pang"))
    [task] = waiting(commune, TaskKind.DUPLICATE)
    assert (task.row, task.entity, task.household, task.field) == (first, "household", first, "citizen_id")
    assert [(one.shown, one.by) for one in task.values] == [
        ("Lò Văn Pâng", "Lò Thị Hoa"),
        ("Lò Văn Pang", "Lò Thị Hoa"),
    ]
    delete_household(commune, second, "Trùng hộ")
    assert waiting(commune, TaskKind.DUPLICATE) == []
    restore_household(commune, second)
    decide_task(commune, task.id, 1, "Hai vợ chồng đã tách hộ")
    assert waiting(commune, TaskKind.DUPLICATE) == []
    make_household(commune, "Lò Văn Pảng", citizen_id=number)
    [again] = waiting(commune, TaskKind.DUPLICATE)
    assert len(again.values) == 3
