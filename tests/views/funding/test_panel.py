"""Money of one house on screen: a payment with its voucher, its correction by a line of its own, a new source."""

from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.funding.drafts import AllocationDraft, ContributionDraft, PaymentDraft, SourceDraft
from app.funding.operations import add_source, allocate, contribute, pay
from app.funding.queries import sources
from app.reports.worklists import CaseRow, case_rows
from app.workspace import Workspace
from models.vocabulary import ContributionKind, SourceKind
from tests.make import make_approved, make_case
from tests.views.conftest import Recorder
from tests.views.office import Office, settled
from views.funding.forms import PaymentForm, ReversalForm, SourceForm
from views.funding.house_forms import ClawbackForm, LoanForm
from views.funding.line_forms import LineReversalForm
from views.funding.panel import MoneyPanel
from views.runner import Runner

F = TypeVar("F", bound=QWidget)


@pytest.fixture
def office(commune: Workspace, runner: Runner) -> Office:
    return Office(commune, runner)


@pytest.fixture
def case(commune: Workspace) -> str:
    made = make_case(commune)
    make_approved(commune, made)
    return made


def row_of(workspace: Workspace, case: str) -> CaseRow:
    with workspace.read() as session:
        return case_rows(session, [case])[0]


def open_panel(qtbot: QtBot, office: Office, case: str) -> MoneyPanel:
    panel = MoneyPanel(office, row_of(office.workspace, case).household_id)
    qtbot.addWidget(panel)
    office.runner.changed.connect(panel.forget)
    panel.resize(1000, 400)
    panel.show()
    return panel


def money_lines(panel: MoneyPanel) -> list[str]:
    """What the block of payments says."""
    return panel.shown[0].lines


def press(panel: MoneyPanel, text: str, form: type[F]) -> F:
    button = next(one for one in panel.area.findChildren(QWidget) if one.property("text") == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    return panel.findChildren(form)[-1]


def test_a_payment_is_recorded_with_its_voucher_and_taken_back_by_a_line_of_its_own(
    qtbot: QtBot, office: Office, case: str, messages: Recorder
) -> None:
    add_source(office.workspace, SourceDraft("NSTW", "Ngân sách trung ương", SourceKind.CENTRAL_BUDGET))
    panel = open_panel(qtbot, office, case)
    form = press(panel, "Ghi khoản chi…", PaymentForm)
    assert form.source.value() == "NSTW"
    QTest.keyClicks(form.amount, "36tr")
    form.voucher.setText("UNC 12")
    form.confirm.click()
    settled(qtbot, office.runner, lambda: len(money_lines(panel)) == 2)
    assert money_lines(panel)[0] == "Đã chi 36.000.000 đồng trên mức duyệt 60.000.000 đồng, còn 24.000.000 đồng"
    assert money_lines(panel)[1].endswith("Ngân sách trung ương · đợt 1 · chứng từ UNC 12")
    assert messages.undo is None
    back = press(panel, "Sửa sai…", ReversalForm)
    back.confirm.click()
    assert back.marks.count == 1
    back.reason.setText("Hộ vắng, chi lại sau")
    back.confirm.click()
    settled(qtbot, office.runner, lambda: len(money_lines(panel)) == 3)
    assert [one.amount for one in row_of(office.workspace, case).facts.payments] == [36_000_000, -36_000_000]
    assert money_lines(panel)[1].endswith("đã sửa sai")


def test_a_payment_without_amount_or_source_says_so(
    qtbot: QtBot, office: Office, case: str, messages: Recorder
) -> None:
    for code in ("NSTW", "QVNN"):
        add_source(office.workspace, SourceDraft(code, code, SourceKind.CENTRAL_BUDGET))
    form = PaymentForm(office, row_of(office.workspace, case))
    qtbot.addWidget(form)
    form.show()
    form.confirm.click()
    assert form.marks.count >= 2
    assert row_of(office.workspace, case).facts.payments == ()


def test_without_a_source_the_panel_leads_to_one(qtbot: QtBot, office: Office, case: str, messages: Recorder) -> None:
    panel = open_panel(qtbot, office, case)
    assert money_lines(panel)[-1].startswith("Chưa có nguồn vốn nào.")
    form = press(panel, "Thêm nguồn vốn…", SourceForm)
    form.code.setText("NSTW")
    form.name.setText("Ngân sách trung ương")
    form.confirm.click()
    settled(qtbot, office.runner, lambda: money_lines(panel)[-1] == "Chưa có khoản chi nào.")
    with office.workspace.read() as session:
        assert [one.code for one in sources(session)] == ["NSTW"]


def test_the_panel_tells_sources_parts_other_lines_and_loans(
    qtbot: QtBot, office: Office, case: str, messages: Recorder
) -> None:
    add_source(office.workspace, SourceDraft("QVNN", "Quỹ Vì người nghèo", SourceKind.FUND_FOR_POOR))
    contribute(
        office.workspace, [ContributionDraft("QVNN", ContributionKind.TRANSFER, "2025-07-01", 100_000_000)]
    )  # fmt: skip
    allocate(office.workspace, [AllocationDraft(case, "QVNN", 60_000_000, "2025-07-16")])
    panel = open_panel(qtbot, office, case)
    assert [block.lines for block in panel.shown[1:]] == [
        [
            "Quỹ Vì người nghèo: phân bổ 60.000.000 đồng, đã chi 0 đồng",
            "Đợt 1: 36.000.000 đồng, được chi",
            "Đợt 2: 24.000.000 đồng, còn thiếu nghiệm thu nhà, biên bản xác nhận hoàn thành giai đoạn đã ký",
        ],
        ["16/07/2025 · Phân bổ · 60.000.000 đồng · Quỹ Vì người nghèo"],
        ["Hộ chưa vay vốn ngân hàng cho căn nhà này."],
    ]


def test_an_allocation_is_taken_back_and_a_part_of_it_kept(
    qtbot: QtBot, office: Office, case: str, messages: Recorder
) -> None:
    add_source(office.workspace, SourceDraft("QVNN", "Quỹ Vì người nghèo", SourceKind.FUND_FOR_POOR))
    contribute(
        office.workspace, [ContributionDraft("QVNN", ContributionKind.TRANSFER, "2025-07-01", 100_000_000)]
    )  # fmt: skip
    allocate(office.workspace, [AllocationDraft(case, "QVNN", 60_000_000, "2025-07-16")])
    panel = open_panel(qtbot, office, case)
    form = press(panel, "Sửa sai…", LineReversalForm)
    form.reason.setText("Ghi nhầm mức")
    QTest.keyClicks(form.keep, "30tr")
    form.confirm.click()
    settled(qtbot, office.runner, lambda: len(panel.shown[2].lines) == 3)
    assert panel.shown[1].lines[0] == "Quỹ Vì người nghèo: phân bổ 30.000.000 đồng, đã chi 0 đồng"


def test_money_is_clawed_back_with_a_decision_and_a_loan_stands_apart(
    qtbot: QtBot, office: Office, case: str, messages: Recorder
) -> None:
    add_source(office.workspace, SourceDraft("NSTW", "Ngân sách trung ương", SourceKind.CENTRAL_BUDGET))
    pay(office.workspace, [PaymentDraft(case, "NSTW", 36_000_000, "2025-07-21", "PC 1", 1)])
    panel = open_panel(qtbot, office, case)
    form = press(panel, "Thu hồi…", ClawbackForm)
    QTest.keyClicks(form.amount, "6tr")
    form.confirm.click()
    assert form.marks.count == 2
    form.number.setText("99/QĐ-UBND")
    form.reason.setText("Hộ chuyển đi, làm dở")
    form.confirm.click()
    settled(qtbot, office.runner, lambda: len(money_lines(panel)) == 3)
    assert money_lines(panel)[0].startswith("Đã chi 30.000.000 đồng")
    loan = press(panel, "Ghi vay vốn…", LoanForm)
    loan.bank.setText("Ngân hàng Chính sách xã hội")
    QTest.keyClicks(loan.amount, "40tr")
    loan.confirm.click()
    settled(qtbot, office.runner, lambda: "40.000.000" in panel.shown[3].lines[0])
    assert panel.shown[3].lines == ["Ngân hàng Chính sách xã hội: 40.000.000 đồng"]
    assert money_lines(panel)[0].startswith("Đã chi 30.000.000 đồng")


def test_what_a_payment_warns_of_is_told_after_it(qtbot: QtBot, office: Office, case: str, messages: Recorder) -> None:
    add_source(office.workspace, SourceDraft("QVNN", "Quỹ Vì người nghèo", SourceKind.FUND_FOR_POOR))
    form = PaymentForm(office, row_of(office.workspace, case))
    qtbot.addWidget(form)
    QTest.keyClicks(form.amount, "20tr")
    form.voucher.setText("PC 1")
    form.confirm.click()
    settled(qtbot, office.runner, lambda: bool(messages.warnings))
    [told] = messages.warnings
    assert told.startswith("Đã ghi khoản chi 20.000.000 đồng")
    assert "Lưu ý: Nguồn QVNN chưa theo dõi khoản nhận: đã ghi luôn phân bổ 20.000.000 đồng" in told
