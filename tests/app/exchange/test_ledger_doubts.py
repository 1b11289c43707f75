"""Two laptops set the same money aside: no line is lost, a task says so, a reason or a reversing line ends it."""

from pathlib import Path

import pytest
from sqlalchemy import select

from app.exchange.packing import export_packages
from app.exchange.task import Task
from app.exchange.tasks import decide_task, list_tasks
from app.funding.balances import ledger_balances
from app.funding.drafts import (
    AllocationDraft,
    CeilingDraft,
    ContributionDraft,
    GoodsDraft,
    LineReversalDraft,
    SourceDraft,
)
from app.funding.goods_operations import hand_over_goods
from app.funding.line_operations import reverse_line
from app.funding.operations import add_source, allocate, contribute, save_ceiling
from app.funding.stock import stock_lines
from app.problems import Refused
from app.restoring import check_soundness
from app.support.queries import case_facts
from app.workspace import Workspace
from models.ledger import Allocation
from models.vocabulary import ContributionKind, SourceKind, TaskKind
from tests.app.exchange.quick import receive
from tests.make import make_approved, make_case

DAY = "2026-03-06"


def exchange(sender: Workspace, receiver: Workspace, folder: Path) -> None:
    """Everything the sender has goes to the other laptop of the office."""
    folder.mkdir()
    made = export_packages(sender, folder, [receiver.author.office])
    assert [receive(receiver, one.file).result for one in made] == ["merged"]


def ceilings(workspace: Workspace) -> list[Task]:
    return [one for one in list_tasks(workspace) if one.kind is TaskKind.CEILING]


def allocated(workspace: Workspace) -> int:
    with workspace.read() as session:
        return ledger_balances(session).total.allocated


@pytest.fixture
def both(commune: Workspace, second_laptop: Workspace, tmp_path: Path) -> tuple[Workspace, Workspace]:
    """Two laptops that know the same two houses, a source with 100 million, and ten bags of cement."""
    cases = [make_case(commune, "Lò Văn Một"), make_case(commune, "Lò Văn Hai")]
    make_approved(commune, *cases)
    add_source(commune, SourceDraft("QVNN", "Quỹ Vì người nghèo", SourceKind.FUND_FOR_POOR))
    contribute(commune, [ContributionDraft("QVNN", ContributionKind.CASH, "2026-03-01", 100_000_000)])
    cement = ContributionDraft("QVNN", ContributionKind.GOODS, "2026-03-01", None, "xi măng", "bao", "10")
    contribute(commune, [cement])
    exchange(commune, second_laptop, tmp_path / "chung")
    return commune, second_laptop


def cases_of(workspace: Workspace) -> list[str]:
    with workspace.read() as session:
        return list(case_facts(session))


def test_money_set_aside_twice_is_a_task_on_both_laptops_and_no_line_is_lost(
    both: tuple[Workspace, Workspace], tmp_path: Path
) -> None:
    one, two = both
    first, second = cases_of(one)
    allocate(one, [AllocationDraft(first, "QVNN", 60_000_000, DAY)])
    changes, _ = allocate(two, [AllocationDraft(second, "QVNN", 60_000_000, DAY)])
    exchange(one, two, tmp_path / "một")
    exchange(two, one, tmp_path / "hai")
    assert allocated(one) == allocated(two) == 120_000_000
    for workspace in both:
        [task] = ceilings(workspace)
        assert "120.000.000" in task.text
        assert "100.000.000" in task.text
    with pytest.raises(Refused):
        allocate(one, [AllocationDraft(first, "QVNN", 1, DAY)])
    [line] = changes.ids
    reverse_line(two, LineReversalDraft(line, DAY, "Hai máy cùng phân bổ"))
    assert ceilings(two) == []
    exchange(two, one, tmp_path / "ba")
    assert ceilings(one) == []
    assert allocated(one) == 60_000_000
    assert check_soundness(one).sound


def test_a_broken_limit_is_answered_with_a_reason_until_its_figures_change(
    both: tuple[Workspace, Workspace], tmp_path: Path
) -> None:
    one, two = both
    first, second = cases_of(one)
    allocate(one, [AllocationDraft(first, "QVNN", 60_000_000, DAY)])
    allocate(two, [AllocationDraft(second, "QVNN", 50_000_000, DAY)])
    exchange(two, one, tmp_path / "hai")
    [task] = ceilings(one)
    with pytest.raises(Refused) as refused:
        decide_task(one, task.id, 1)
    assert [problem.code for problem in refused.value.problems] == ["reason_missing"]
    decide_task(one, task.id, 1, "Đã xin bổ sung vốn")
    assert ceilings(one) == []
    assert check_soundness(one).sound
    exchange(one, two, tmp_path / "một")
    assert ceilings(two) == []  # the same office answered
    reverse_line(one, LineReversalDraft(_newest(one), DAY, "Ghi nhầm", keep=55_000_000))
    [again] = ceilings(one)
    assert "105.000.000" in again.text


def _newest(workspace: Workspace) -> str:
    """The line of the first house."""
    with workspace.read() as session:
        return str(session.scalar(select(Allocation.id).where(Allocation.amount == 60_000_000)))


def test_goods_handed_over_twice_are_a_task_too(both: tuple[Workspace, Workspace], tmp_path: Path) -> None:
    one, two = both
    first, second = cases_of(one)
    hand_over_goods(one, [GoodsDraft(first, "xi măng", "bao", "7", DAY)])
    hand_over_goods(two, [GoodsDraft(second, "Xi măng", "bao", "6", DAY)])
    exchange(two, one, tmp_path / "hai")
    with one.read() as session:
        [cement] = stock_lines(session)
    assert cement.left == -3
    [task] = ceilings(one)
    assert "giao 13 bao" in task.text


def test_one_receipt_number_on_two_laptops_is_looked_at(both: tuple[Workspace, Workspace], tmp_path: Path) -> None:
    one, two = both
    for workspace in both:
        contribute(workspace, [ContributionDraft("QVNN", ContributionKind.CASH, DAY, 1_000_000)])
    exchange(two, one, tmp_path / "hai")
    with one.read() as session:
        assert ledger_balances(session).total.received == 102_000_000
    # The second laptop numbers in a series of its own, so nothing clashes.
    assert [task for task in list_tasks(one) if task.id.startswith("receipt:")] == []


def test_one_line_taken_back_on_two_laptops_is_looked_at(both: tuple[Workspace, Workspace], tmp_path: Path) -> None:
    one, two = both
    given, _ = allocate(one, [AllocationDraft(cases_of(one)[0], "QVNN", 60_000_000, DAY)])
    exchange(one, two, tmp_path / "một")
    [line] = given.ids
    for workspace in both:
        reverse_line(workspace, LineReversalDraft(line, DAY, "Ghi nhầm"))
    exchange(two, one, tmp_path / "hai")
    assert allocated(one) == -60_000_000
    twice = [task for task in ceilings(one) if "sửa sai 2 lần" in task.text]
    assert [task.household_name for task in twice] == ["Lò Văn Một"]
    allocate(one, [AllocationDraft(cases_of(one)[0], "QVNN", 60_000_000, DAY)])
    assert ceilings(one) == twice
    decide_task(one, twice[0].id, 1, "Đã ghi lại một dòng")
    assert ceilings(one) == []


def test_two_communes_set_an_upper_offices_money_aside_and_the_upper_office_is_told(
    commune: Workspace, second_commune: Workspace, upper: Workspace, tmp_path: Path
) -> None:
    houses = []
    for number, one in enumerate((commune, second_commune)):
        houses.append(make_case(one, f"Lò Văn {number}"))
        exchange(one, upper, tmp_path / f"làm quen {number}")
    add_source(upper, SourceDraft("NSTW", "Ngân sách trung ương", SourceKind.CENTRAL_BUDGET))
    contribute(upper, [ContributionDraft("NSTW", ContributionKind.TRANSFER, "2026-03-01", 100_000_000)])
    for number, (one, house) in enumerate(zip((commune, second_commune), houses, strict=True)):
        exchange(upper, one, tmp_path / f"xuống {number}")
        allocate(one, [AllocationDraft(house, "NSTW", 60_000_000, DAY)])
        assert ceilings(one) == []
        exchange(one, upper, tmp_path / f"lên {number}")
    assert allocated(upper) == 120_000_000
    [task] = ceilings(upper)
    assert "120.000.000" in task.text
    assert check_soundness(upper).sound


def test_only_the_office_of_a_source_sets_its_ceilings(commune: Workspace, upper: Workspace, tmp_path: Path) -> None:
    exchange(commune, upper, tmp_path / "làm quen")
    add_source(upper, SourceDraft("NSTW", "Ngân sách trung ương", SourceKind.CENTRAL_BUDGET))
    exchange(upper, commune, tmp_path / "xuống")
    with pytest.raises(Refused) as refused:
        save_ceiling(commune, CeilingDraft("NSTW", per_house=80_000_000))
    assert [problem.code for problem in refused.value.problems] == ["row_of_other_office"]
    save_ceiling(upper, CeilingDraft("NSTW", per_house=80_000_000))
