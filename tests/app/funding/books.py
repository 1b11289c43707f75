"""Two laptops at work on the same ledger, in any order of actions: what people do, and what must hold after each of it.

`tests/app/funding/test_books.py` plays a few histories in every check, `tests/long/books.py` many.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from app.construction.drafts import AcceptanceDraft
from app.construction.operations import accept
from app.exchange import merging
from app.exchange.packing import export_packages
from app.exchange.reading import read_payload
from app.exchange.tasks import decide_task, list_tasks
from app.funding.balances import house_sums, house_totals, ledger_balances, month_flows
from app.funding.drafts import (
    AllocationDraft,
    CeilingDraft,
    ClawbackDraft,
    ContributionDraft,
    GoodsDraft,
    LineReversalDraft,
    PaymentDraft,
    SupplierPaymentDraft,
)
from app.funding.goods_operations import allocate_goods, hand_over_goods
from app.funding.line_operations import reverse_line
from app.funding.operations import allocate, claw_back, contribute, pay, save_ceiling
from app.funding.queries import ceiling_rows, contracts, source_codes
from app.funding.settlement import house_settlement, source_settlement
from app.funding.stock import stock_lines
from app.funding.supply_operations import pay_supplier
from app.problems import Refused
from app.restoring import check_soundness
from app.support.drafts import DecisionDraft
from app.support.operations import approve, replace_decision
from app.support.queries import CaseState, case_facts, case_state
from app.undo import newest_undoable, undo_newest
from app.workspace import Workspace, open_workspace
from models.vocabulary import ContributionKind, Part, TaskKind
from tests.app.funding.counted import Counted, Lines, broken, count, shown_lines, written_lines
from tests.make import make_finished

DAY = "2026-03-06"
LAPTOPS = st.integers(0, 1)
HOUSES = st.integers(0, 1)
CODES = st.sampled_from(["NSTW", "QVNN", "VAY"])
LOAN = "VAY"  # stands apart from aid
AMOUNTS = st.sampled_from([1, 10_000_000, 24_000_000, 36_000_000, 60_000_000, 90_000_000])
BAGS = st.sampled_from(["0.5", "10", "25"])
ANY = st.integers(0, 10**6)
FIRST_PART = 60  # percent


class Books(RuleBasedStateMachine):
    """The laptops of `folders` know the same two approved houses, two sources and one contract."""

    folders: ClassVar[tuple[Path, Path]]

    def __init__(self) -> None:
        super().__init__()
        self.place = Path(tempfile.mkdtemp(prefix="so-"))
        self.laptops: list[Workspace] = []
        for number, folder in enumerate(self.folders):
            shutil.copytree(folder, self.place / str(number))
            self.laptops.append(open_workspace(self.place / str(number)))
        with self.laptops[0].read() as session:
            self.cases = sorted(case_facts(session))
            self.contract = contracts(session)[0].id
        self.begun = [self.newest(0), self.newest(1)]
        self.known: list[Lines] = [{}, {}]
        self.answered: list[set[str]] = [set(), set()]
        self.merged = [False, False]
        self.changed = {0, 1}
        self.packages = 0

    def teardown(self) -> None:
        for one in self.laptops:
            assert check_soundness(one).sound
            one.close()
        shutil.rmtree(self.place)

    # What people do

    def attempt(self, laptop: int, work: Callable[[Workspace], Any]) -> bool:
        """Do it, or be refused and change nothing; what was written before stays as it was."""
        before = self.known[laptop]
        self.changed.add(laptop)
        try:
            work(self.laptops[laptop])
        except Refused:
            return False
        self.known[laptop] = shown_lines(self.laptops[laptop])
        assert before.items() <= self.known[laptop].items()
        return True

    def newest(self, laptop: int) -> tuple[str, str] | None:
        """What "Hoàn tác" would take back."""
        with self.laptops[laptop].read() as session:
            return newest_undoable(session.connection(), self.laptops[laptop].author.device)

    def state(self, laptop: int, house: int) -> CaseState:
        case = self.cases[house]
        with self.laptops[laptop].read() as session:
            return case_state(case_facts(session, [case])[case])

    @rule(laptop=LAPTOPS, code=CODES, amount=AMOUNTS)
    def money_comes_in(self, laptop: int, code: str, amount: int) -> None:
        draft = ContributionDraft(code, ContributionKind.CASH, DAY, amount)
        self.attempt(laptop, lambda one: contribute(one, [draft]))

    @rule(laptop=LAPTOPS, code=CODES, bags=BAGS)
    def goods_come_in(self, laptop: int, code: str, bags: str) -> None:
        draft = ContributionDraft(code, ContributionKind.GOODS, DAY, 900_000, "xi măng", "bao", bags)
        self.attempt(laptop, lambda one: contribute(one, [draft]))

    @rule(laptop=LAPTOPS, code=CODES, house=HOUSES, amount=AMOUNTS)
    def money_is_set_aside(self, laptop: int, code: str, house: int, amount: int) -> None:
        draft = AllocationDraft(self.cases[house], code, amount, DAY)
        self.attempt(laptop, lambda one: allocate(one, [draft]))

    @rule(laptop=LAPTOPS, house=HOUSES, bags=BAGS, handed=st.booleans())
    def goods_are_set_aside_or_handed_over(self, laptop: int, house: int, bags: str, handed: bool) -> None:
        draft = GoodsDraft(self.cases[house], "xi măng", "bao", bags, DAY)
        self.attempt(laptop, lambda one: (hand_over_goods if handed else allocate_goods)(one, [draft]))

    @rule(laptop=LAPTOPS, code=CODES, house=HOUSES, amount=AMOUNTS, reason=st.sampled_from([None, "Cần gấp"]))
    def money_is_paid(self, laptop: int, code: str, house: int, amount: int, reason: str | None) -> None:
        before = self.state(laptop, house)
        draft = PaymentDraft(self.cases[house], code, amount, DAY, "PC 1", reason=reason)
        if self.attempt(laptop, lambda one: pay(one, [draft])) and before.approved_amount is not None:
            self.the_last_part_waits_for_the_acceptance(before, code, amount)

    @rule(laptop=LAPTOPS, code=CODES, house=st.integers(0, 2), amount=AMOUNTS)
    def a_supplier_is_paid(self, laptop: int, code: str, house: int, amount: int) -> None:
        case = [*self.cases, None][house]
        before = self.state(laptop, house) if case else None
        draft = SupplierPaymentDraft(self.contract, code, amount, DAY, "PC 2", case, reason="Vật liệu đã giao")
        if self.attempt(laptop, lambda one: pay_supplier(one, draft)) and before and before.approved_amount is not None:
            self.the_last_part_waits_for_the_acceptance(before, code, amount)

    @staticmethod
    def the_last_part_waits_for_the_acceptance(before: CaseState, code: str, amount: int) -> None:
        """Asked of what was paid as aid; a loan belongs to no part."""
        last_begins = (before.approved_amount or 0) * FIRST_PART // 100
        assert code == LOAN or before.acceptance is not None or before.paid_amount + amount <= last_begins

    @rule(laptop=LAPTOPS, code=CODES, house=HOUSES, amount=AMOUNTS)
    def money_is_clawed_back(self, laptop: int, code: str, house: int, amount: int) -> None:
        draft = ClawbackDraft(self.cases[house], code, amount, DAY, "12/QĐ-UBND", "Không làm nhà")
        self.attempt(laptop, lambda one: claw_back(one, draft))

    @rule(laptop=LAPTOPS, which=ANY, keep=st.sampled_from([None, None, 10_000_000]))
    def a_line_is_taken_back(self, laptop: int, which: int, keep: int | None) -> None:
        lines = sorted(self.known[laptop])
        if lines:
            draft = LineReversalDraft(lines[which % len(lines)], DAY, "Ghi nhầm", keep)
            self.attempt(laptop, lambda one: reverse_line(one, draft))

    @rule(laptop=LAPTOPS, code=CODES, amount=st.sampled_from([90_000_000, 120_000_000]), of_house=st.booleans())
    def a_ceiling_is_set(self, laptop: int, code: str, amount: int, of_house: bool) -> None:
        limit = CeilingDraft(code, None, None if of_house else amount, amount - 40_000_000 if of_house else None)
        with self.laptops[laptop].read() as session:
            limited = source_codes(session, [one.source_id for one in ceiling_rows(session)])
        if code not in limited.values():
            self.attempt(laptop, lambda one: save_ceiling(one, limit))

    @rule(laptop=LAPTOPS, house=HOUSES, amount=st.sampled_from([50_000_000, 60_000_000, 70_000_000]))
    def the_decision_is_amended(self, laptop: int, house: int, amount: int) -> None:
        decision = self.state(laptop, house).decision
        draft = DecisionDraft("46/QĐ-UBND", DAY, (self.cases[house],), amount=amount)
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
        """Money is never undone, nor an acceptance after which money was paid; what came before the history stays."""
        if self.newest(laptop) == self.begun[laptop]:
            return
        lines = self.known[laptop]
        before = [self.state(laptop, house) for house in range(len(self.cases))]
        self.attempt(laptop, undo_newest)
        assert self.known[laptop] == lines
        for house, old in enumerate(before):
            if old.acceptance is not None and self.state(laptop, house).acceptance is None:
                paid_since = {one for one in lines if lines[one].table == "payment" and one > old.acceptance.id}
                assert not paid_since & {one for one in lines if lines[one].case_id == self.cases[house]}

    @rule(sender=LAPTOPS)
    def a_package_arrives(self, sender: int) -> None:
        receiver = 1 - sender
        folder = self.place / f"gói {self.packages}"
        self.packages += 1
        sent = export_packages(self.laptops[sender], folder, [self.laptops[receiver].author.office])
        for one in sent:
            # Without the child process of a file from outside, which has tests of its own: a history has many packages.
            read = read_payload(one.file)
            assert merging._merge(self.laptops[receiver], one.file, one.file, read).result == "merged"
        self.known[receiver] = {**self.known[receiver], **self.known[sender]}
        self.answered[receiver] |= self.answered[sender]
        self.merged[receiver] = True
        self.changed |= {0, 1}

    @rule(laptop=LAPTOPS, which=ANY)
    def a_task_is_answered(self, laptop: int, which: int) -> None:
        waiting = sorted(self.open_tasks(laptop))
        if waiting:
            answered = waiting[which % len(waiting)]
            decide_task(self.laptops[laptop], answered, 1, "Đã xem, chờ bổ sung vốn")
            self.answered[laptop].add(answered)
            self.changed.add(laptop)

    def open_tasks(self, laptop: int) -> set[str]:
        """The broken limits that wait for a person."""
        return {one.id for one in list_tasks(self.laptops[laptop]) if one.kind is TaskKind.CEILING}

    # What must hold

    @invariant()
    def what_must_hold_holds(self) -> None:
        """Of the laptops that the last step touched."""
        for laptop in sorted(self.changed):
            lines = shown_lines(self.laptops[laptop])
            assert lines == self.known[laptop], "no line is lost, whoever wrote it"
            assert lines == written_lines(self.laptops[laptop]), "the journal replayed gives the same lines"
            counted = count(lines)
            self.what_is_broken_came_by_a_merge_and_is_a_task(laptop, counted)
            self.every_sum_is_that_of_the_lines(laptop, counted)
            self.settlements_come_out_even_or_name_the_difference(laptop, counted)
        self.changed = set()

    def what_is_broken_came_by_a_merge_and_is_a_task(self, laptop: int, counted: Counted) -> None:
        workspace = self.laptops[laptop]
        office = workspace.author.office
        found = broken(workspace, counted)
        assert self.merged[laptop] or not found
        named = {":".join("_".join(part.split()) for part in ("ceiling", *one, office)) for one in found}
        assert self.open_tasks(laptop) == named - self.answered[laptop]

    def every_sum_is_that_of_the_lines(self, laptop: int, counted: Counted) -> None:
        with self.laptops[laptop].read() as session:
            balances, houses, flows = ledger_balances(session), house_sums(session), month_flows(session)
            stock = stock_lines(session)
        for one in balances.sources:
            received, paid = counted.source["contribution", one.id], counted.paid(one.id)
            assert (one.received, one.paid) == (received, paid)
            assert one.allocated == counted.source["allocation", one.id]
            if one.tracked:
                assert one.left == received - paid
        lent = sum(counted.paid(one.id) for one in balances.sources if one.code == LOAN)
        assert balances.loans.paid == lent
        assert balances.total.paid == sum(counted.paid(one.id) for one in balances.sources) - lent
        assert sum(one.paid for one in houses) == balances.total.paid + lent - sum(counted.for_stock.values())
        for house in houses:
            source = house.source_id or ""
            assert house.allocated == counted.house["allocated", source, house.case_id]
            assert house.paid == counted.house["paid", source, house.case_id]
        assert (flows[-1].balance if flows else 0) == balances.total.left
        for goods in stock:
            key = (goods.item, goods.unit)
            assert goods.received == counted.stock.get(("contribution", *key), 0)
            assert goods.handed_over == counted.stock.get(("goods_handover", *key), 0)

    def settlements_come_out_even_or_name_the_difference(self, laptop: int, counted: Counted) -> None:
        with self.laptops[laptop].read() as session:
            sources = [source_settlement(session, one.id) for one in ledger_balances(session).sources]
            totals = house_totals(session, self.cases)
            houses = [house_settlement(session, one) for one in self.cases]
        for source in sources:
            paid = sum(one.paid for one in source.houses) + counted.for_stock[source.source.id]
            received = counted.source["contribution", source.source.id]
            assert paid == counted.paid(source.source.id)
            assert received == paid + sum(one.amount for one in source.differences)
        for number, house in enumerate(houses):
            loans = {one.source.id for one in sources if one.source.code == LOAN}
            paid = sum(
                amount
                for (kind, source_id, case), amount in counted.house.items()
                if (kind, case) == ("paid", house.case_id) and source_id not in loans
            )
            assert house.paid == paid == self.state(laptop, number).paid_amount == totals[house.case_id].paid
            assert house.approved == (self.state(laptop, number).approved_amount or 0)
            assert house.approved == paid + sum(one.amount for one in house.differences)
            assert house.even is (house.approved == paid == house.allocated)
