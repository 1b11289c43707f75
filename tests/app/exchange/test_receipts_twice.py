"""One receipt number given on two laptops: no line and no number is lost, a task says so, each number has one owner."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from app.exchange.task import Task
from app.exchange.tasks import decide_task, list_tasks
from app.funding.drafts import ContributionDraft, LineReversalDraft, SourceDraft
from app.funding.line_operations import reverse_line
from app.funding.operations import add_source, contribute
from app.problems import Refused
from app.restoring import check_soundness
from app.workspace import Workspace
from models.ledger import Contribution
from models.vocabulary import ContributionKind, SourceKind, TaskKind
from tests.app.exchange.test_series import alone, carry

DAY = "2026-03-06"


def give(workspace: Workspace, code: str, amount: int, receipt: str | None = None) -> None:
    contribute(workspace, [ContributionDraft(code, ContributionKind.CASH, DAY, amount, receipt=receipt)])


def receipts(workspace: Workspace) -> dict[int, str | None]:
    """The receipt of each line, by its amount."""
    with workspace.read() as session:
        rows = session.execute(select(Contribution.amount, Contribution.receipt)).all()
    return {amount or 0: receipt for amount, receipt in rows}


def twice(workspace: Workspace) -> list[Task]:
    return [one for one in list_tasks(workspace) if one.id.startswith("receipt:")]


def with_source(workspace: Workspace, code: str) -> Workspace:
    add_source(workspace, SourceDraft(code, f"Nguồn {code}", SourceKind.DONOR))
    return workspace


def test_two_laptops_set_up_alone_give_one_number_twice_and_it_is_a_task_on_both(
    commune: Workspace, tmp_path: Path
) -> None:
    later = alone(tmp_path, "Máy hai")
    for workspace, code, amount in ((commune, "MTQ", 1_000_000), (later, "DN", 2_000_000)):
        give(with_source(workspace, code), code, amount)
    carry(commune, later, tmp_path / "1")
    carry(later, commune, tmp_path / "2")
    for workspace in (commune, later):
        assert receipts(workspace) == {1_000_000: "01/2026", 2_000_000: "01/2026"}
        [task] = twice(workspace)
        assert task.kind is TaskKind.RED_FLAG
        assert "01/2026" in task.text
    give(commune, "MTQ", 3_000_000)
    give(later, "DN", 4_000_000)
    carry(later, commune, tmp_path / "3")
    assert receipts(commune)[3_000_000] == "02/2026"
    assert receipts(commune)[4_000_000] == "01b/2026", "the register of the second laptop is its own from now on"
    assert len(twice(commune)) == 1
    assert check_soundness(commune).sound
    later.close()


def test_a_receipt_given_twice_is_answered_with_a_reason_or_ended_by_taking_a_line_back(
    commune: Workspace, tmp_path: Path
) -> None:
    later = alone(tmp_path, "Máy hai")
    for workspace, code in ((commune, "MTQ"), (later, "DN")):
        give(with_source(workspace, code), code, 1_000_000)
        give(workspace, code, 2_000_000)
    carry(later, commune, tmp_path / "1")
    first, second = twice(commune)
    with pytest.raises(Refused) as refused:
        decide_task(commune, first.id, 1)
    assert [problem.code for problem in refused.value.problems] == ["reason_missing"]
    decide_task(commune, first.id, 1, "Hai phiếu giấy khác nhau, đã ghi chú vào sổ")
    assert [one.id for one in twice(commune)] == [second.id]
    reverse_line(commune, LineReversalDraft(second.id.rpartition(":")[2], DAY, "Hai máy cùng ghi một phiếu"))
    assert twice(commune) == []
    later.close()


def test_a_number_typed_on_two_laptops_is_a_task_and_one_typed_twice_on_one_is_not(
    commune: Workspace, tmp_path: Path
) -> None:
    later = alone(tmp_path, "Máy hai", "b")
    for workspace, code in ((commune, "MTQ"), (later, "DN")):
        give(with_source(workspace, code), code, 1_000_000, "PT 07")
    for amount in (2_000_000, 3_000_000):  # one receipt over two lines, as the officer was warned and chose
        give(commune, "MTQ", amount, "PT 08")
    carry(later, commune, tmp_path / "1")
    [task] = twice(commune)
    assert "PT 07" in task.text
    assert "PT 08" not in task.text
    later.close()


def test_each_office_has_its_own_register(commune: Workspace, upper: Workspace, tmp_path: Path) -> None:
    give(with_source(commune, "MTQ"), "MTQ", 1_000_000)
    give(with_source(upper, "DN"), "DN", 2_000_000)
    carry(commune, upper, tmp_path / "1")
    assert receipts(upper) == {1_000_000: "01/2026", 2_000_000: "01/2026"}
    assert twice(upper) == []
