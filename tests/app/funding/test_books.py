"""The books of two laptops in every order of actions, told by Hypothesis: what must hold holds after each of them.

EXAMPLES=200 .venv/bin/python -m pytest tests/app/funding/test_books.py -n0
"""

from __future__ import annotations

import dataclasses
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlalchemy import select

from app.construction.drafts import AcceptanceDraft
from app.construction.operations import accept
from app.exchange.merging import receive_packages
from app.exchange.packing import export_packages
from app.exchange.tasks import decide_task, list_tasks
from app.funding.balances import house_sums, ledger_balances, month_flows
from app.funding.drafts import (
    AllocationDraft,
    ClawbackDraft,
    ContributionDraft,
    LineReversalDraft,
    PaymentDraft,
    SourceDraft,
)
from app.funding.line_operations import reverse_line
from app.funding.operations import add_source, allocate, claw_back, contribute, pay
from app.funding.settlement import house_settlement, source_settlement
from app.office.operations import initialise
from app.problems import Refused
from app.restoring import check_soundness
from app.support.drafts import DecisionDraft
from app.support.operations import approve, replace_decision
from app.support.queries import case_facts, case_state
from app.undo import undo_newest
from app.workspace import Workspace, open_workspace
from models.funding import FundSource, Payment
from models.ledger import Allocation, Contribution
from models.vocabulary import ContributionKind, Part, SourceKind, TaskKind
from tests.conftest import COMMUNE
from tests.make import make_approved, make_case, make_finished

DAY = "2026-03-06"
CEILING = 200_000_000
SOURCES = ("NSTW", "QVNN")
LAPTOPS = st.integers(0, 1)
HOUSES = st.integers(0, 1)
CODES = st.sampled_from(SOURCES)
AMOUNTS = st.sampled_from([1, 10_000_000, 24_000_000, 36_000_000, 60_000_000, 90_000_000])
ANY = st.integers(0, 10**6)
Line = tuple[str, str, str, int]

_EXAMPLES = int(os.environ.get("EXAMPLES", "0"))
SETTINGS = settings(
    max_examples=_EXAMPLES or 4,
    stateful_step_count=24,
    deadline=None,
    database=None,
    derandomize=not _EXAMPLES,
    phases=list(Phase) if _EXAMPLES else [Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def folders(commune_template: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The data folders of two laptops that know the same two approved houses and two sources."""
    place = tmp_path_factory.mktemp("sổ")
    shutil.copytree(commune_template, place / "một")
    first = open_workspace(place / "một")
    draft = dataclasses.replace(COMMUNE, person="Cà Văn Thiện", device_name="Máy hai", series="b")
    second, _ = initialise(place / "hai", draft)
    make_approved(first, make_case(first, "Lò Văn Một"), make_case(first, "Lò Văn Hai"))
    add_source(first, SourceDraft("NSTW", "Ngân sách trung ương", SourceKind.CENTRAL_BUDGET, CEILING))
    add_source(first, SourceDraft("QVNN", "Quỹ Vì người nghèo", SourceKind.FUND_FOR_POOR))
    sent = export_packages(first, place, [second.author.office])
    receive_packages(second, [one.file for one in sent])
    first.close()
    second.close()
    return place / "một", place / "hai"


class Books(RuleBasedStateMachine):
    """Two laptops of one office at work on the same ledger."""

    folders: ClassVar[tuple[Path, Path]]

    def __init__(self) -> None:
        super().__init__()
        self.answered = False
        self.place = Path(tempfile.mkdtemp(prefix="so-"))
        self.laptops: list[Workspace] = []
        for number, folder in enumerate(self.folders):
            shutil.copytree(folder, self.place / str(number))
            self.laptops.append(open_workspace(self.place / str(number)))
        with self.laptops[0].read() as session:
            self.cases = sorted(case_facts(session))
        self.known: list[dict[str, Line]] = [{}, {}]
        self.merged = [False, False]
        self.packages = 0

    def teardown(self) -> None:
        for one in self.laptops:
            assert check_soundness(one).sound
            one.close()
        shutil.rmtree(self.place)

    # What people do

    def attempt(self, laptop: int, work: Any) -> bool:
        """Do it, or be refused and change nothing."""
        before = dict(lines_of(self.laptops[laptop]))
        try:
            work(self.laptops[laptop])
        except Refused:
            assert lines_of(self.laptops[laptop]) == before
            return False
        after = lines_of(self.laptops[laptop])
        assert before.items() <= after.items()
        self.known[laptop] = after
        return True

    @rule(laptop=LAPTOPS, code=CODES, amount=AMOUNTS)
    def money_comes_in(self, laptop: int, code: str, amount: int) -> None:
        draft = ContributionDraft(code, ContributionKind.CASH, DAY, amount)
        self.attempt(laptop, lambda one: contribute(one, [draft]))

    @rule(laptop=LAPTOPS, code=CODES, house=HOUSES, amount=AMOUNTS)
    def money_is_set_aside(self, laptop: int, code: str, house: int, amount: int) -> None:
        draft = AllocationDraft(self.cases[house], code, amount, DAY)
        self.attempt(laptop, lambda one: allocate(one, [draft]))

    @rule(laptop=LAPTOPS, code=CODES, house=HOUSES, amount=AMOUNTS, reason=st.sampled_from([None, "Cần gấp"]))
    def money_is_paid(self, laptop: int, code: str, house: int, amount: int, reason: str | None) -> None:
        case = self.cases[house]
        workspace = self.laptops[laptop]
        with workspace.read() as session:
            state = case_state(case_facts(session, [case])[case])
        draft = PaymentDraft(case, code, amount, DAY, "PC 1", reason=reason)
        if self.attempt(laptop, lambda one: pay(one, [draft])):
            last_part_begins = (state.approved_amount or 0) * 60 // 100
            assert state.acceptance is not None or state.paid_amount + amount <= last_part_begins

    @rule(laptop=LAPTOPS, code=CODES, house=HOUSES, amount=AMOUNTS)
    def money_is_clawed_back(self, laptop: int, code: str, house: int, amount: int) -> None:
        draft = ClawbackDraft(self.cases[house], code, amount, DAY, "12/QĐ-UBND", "Không làm nhà")
        self.attempt(laptop, lambda one: claw_back(one, draft))

    @rule(laptop=LAPTOPS, which=ANY)
    def a_line_is_taken_back(self, laptop: int, which: int) -> None:
        lines = sorted(self.known[laptop])
        if lines:
            draft = LineReversalDraft(lines[which % len(lines)], DAY, "Ghi nhầm")
            self.attempt(laptop, lambda one: reverse_line(one, draft))

    @rule(laptop=LAPTOPS, house=HOUSES, amount=st.sampled_from([50_000_000, 60_000_000, 70_000_000]))
    def the_decision_is_amended(self, laptop: int, house: int, amount: int) -> None:
        case = self.cases[house]
        with self.laptops[laptop].read() as session:
            decision = case_state(case_facts(session, [case])[case]).decision
        draft = DecisionDraft("46/QĐ-UBND", DAY, (case,), amount=amount)
        if decision is None:
            self.attempt(laptop, lambda one: approve(one, draft))
        else:
            self.attempt(laptop, lambda one: replace_decision(one, decision.id, draft, "Điều chỉnh mức"))

    @rule(laptop=LAPTOPS, house=HOUSES, signed=st.booleans())
    def the_house_is_accepted(self, laptop: int, house: int, signed: bool) -> None:
        case = self.cases[house]
        if signed:
            self.attempt(laptop, lambda one: make_finished(one, case, day=DAY))
        else:
            self.attempt(laptop, lambda one: accept(one, [AcceptanceDraft(case, DAY, "40", frozenset(Part))]))

    @rule(laptop=LAPTOPS)
    def the_newest_is_undone(self, laptop: int) -> None:
        lines = lines_of(self.laptops[laptop])
        self.attempt(laptop, undo_newest)
        assert lines_of(self.laptops[laptop]) == lines  # money is never undone

    @rule(sender=LAPTOPS)
    def a_package_arrives(self, sender: int) -> None:
        receiver = 1 - sender
        folder = self.place / f"gói {self.packages}"
        folder.mkdir()
        self.packages += 1
        sent = export_packages(self.laptops[sender], folder, [COMMUNE.code])
        receive_packages(self.laptops[receiver], [one.file for one in sent])
        self.known[receiver] = {**self.known[receiver], **self.known[sender]}
        self.merged[receiver] = True

    @rule(laptop=LAPTOPS)
    def a_task_is_answered(self, laptop: int) -> None:
        waiting = [one for one in list_tasks(self.laptops[laptop]) if one.kind is TaskKind.CEILING]
        if waiting:
            decide_task(self.laptops[laptop], waiting[0].id, 1, "Đã xem, chờ bổ sung vốn")
            assert waiting[0].id not in {one.id for one in list_tasks(self.laptops[laptop])}
            self.answered = True

    # What must hold

    @invariant()
    def no_line_is_lost(self) -> None:
        for workspace, known in zip(self.laptops, self.known, strict=True):
            assert lines_of(workspace) == known

    @invariant()
    def what_is_broken_came_by_a_merge_and_is_a_task(self) -> None:
        for number, workspace in enumerate(self.laptops):
            broken = broken_in(workspace)
            if broken:
                assert self.merged[number]
                named = {one.id for one in list_tasks(workspace) if one.kind is TaskKind.CEILING}
                assert named or self.answered

    @invariant()
    def the_sums_are_those_of_the_lines(self) -> None:
        for workspace in self.laptops:
            lines = lines_of(workspace).values()
            with workspace.read() as session:
                balances = ledger_balances(session)
                houses = house_sums(session)
                flows = month_flows(session)
                settled = [source_settlement(session, one.id) for one in balances.sources]
                by_house = [house_settlement(session, one) for one in self.cases]
            for one in balances.sources:
                sums = Counter[str]()
                for table, source, _, amount in lines:
                    if source == one.id:
                        sums[table] += amount
                assert one.received == sums["contribution"]
                assert one.allocated == sums["allocation"]
                assert one.paid == sums["payment"]
            assert sum(one.paid for one in houses) == balances.total.paid
            assert (flows[-1].balance if flows else 0) == balances.total.received - balances.total.paid
            for found in settled:
                assert found.source.received == found.source.paid + sum(one.amount for one in found.differences)
            for house in by_house:
                assert house.approved == house.paid + sum(one.amount for one in house.differences)


def lines_of(workspace: Workspace) -> dict[str, Line]:
    """Every line of the ledger: table, source, house, amount."""
    found: dict[str, Line] = {}
    with workspace.read() as session:
        for table in (Contribution, Allocation, Payment):
            columns: Any = table
            for one in session.execute(select(columns.id, columns.source_id, columns.case_id, columns.amount)):
                found[one.id] = (table.__tablename__, one.source_id, one.case_id or "", one.amount)
    return found


def broken_in(workspace: Workspace) -> list[str]:
    """What must not be, counted line by line without the program's own sums."""
    source, house, tracked = Counter[tuple[str, str]](), Counter[tuple[str, str, str]](), set()
    for table, source_id, case_id, amount in lines_of(workspace).values():
        source[table, source_id] += amount
        house[table, source_id, case_id] += amount
        if table == "contribution":
            tracked.add(source_id)
    with workspace.read() as session:
        ceilings = {one.id: one.ceiling for one in session.scalars(select(FundSource))}
    return list(_broken(source, house, tracked, ceilings))


def _broken(
    source: Counter[tuple[str, str]], house: Counter[tuple[str, str, str]], tracked: set[str], ceilings: dict[str, Any]
) -> Iterator[str]:
    for one, ceiling in ceilings.items():
        allocated, paid = source["allocation", one], source["payment", one]
        if one in tracked and allocated > source["contribution", one]:
            yield "set aside above received"
        if one in tracked and paid > source["contribution", one]:
            yield "less than nothing in hand"
        if ceiling is not None and allocated > ceiling:
            yield "set aside above the ceiling"
    for table, one, case_id in list(house):
        if table == "payment":
            paid, allocated = house["payment", one, case_id], house["allocation", one, case_id]
            if paid < 0 or paid > allocated:
                yield "paid above what was set aside, or below nothing"


def test_the_books_hold_in_every_order_of_actions(folders: tuple[Path, Path]) -> None:
    Books.folders = folders
    run_state_machine_as_test(Books, settings=SETTINGS)
