"""A house that does not meet a criterion is decided in the form, and the reason typed there is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.office.drafts import SignerDraft
from app.office.people import save_signers
from app.reports.worklists import case_rows
from app.review.eligibility_queries import verdicts
from app.support.drafts import CaseDraft, DecisionDraft
from app.support.operations import approve, set_case
from app.support.queries import case_of
from app.workspace import Workspace
from models.vocabulary import PaperKind, WorkType
from tests.make import NATIONAL, make_case, make_household
from tests.printed import printed
from tests.views.conftest import Recorder
from tests.views.office import Office, settled
from views.runner import Runner
from views.support.decision_form import DecisionForm
from views.support.page import SupportPage


@pytest.fixture
def office(commune: Workspace, runner: Runner) -> Office:
    return Office(commune, runner)


@pytest.mark.parametrize("opened", [True, False])
def test_a_decision_asks_why_and_keeps_it_also_for_a_house_without_a_case(
    qtbot: QtBot, office: Office, messages: Recorder, opened: bool
) -> None:
    household = make_household(office.workspace, "Lò Văn Pâng", category="other")
    if opened:
        set_case(office.workspace, CaseDraft(household, NATIONAL, WorkType.NEW_BUILD))
    page = SupportPage(office)
    qtbot.addWidget(page)
    page.show()
    settled(qtbot, office.runner)
    page.decisions.waiting.table.tick_all_shown()
    page.filled.click()
    settled(qtbot, office.runner)
    form = page.findChildren(DecisionForm)[-1]
    form.amount.setText("60.000.000")
    form.ways[2].setChecked(True)
    assert any("Hộ Lò Văn Pâng không đạt điều kiện" in line for line in form.box.lines)
    assert form.reason.isVisible()
    form.fields.number.setText("52/QĐ-UBND")
    QTest.keyClicks(form.fields.decided_on, "200825")
    form.reason.setText("Ban Chỉ đạo tỉnh đồng ý")
    form.preview()
    form.confirm.click()
    settled(qtbot, office.runner)
    with office.workspace.read() as session:
        case = case_of(session, household)
        assert case is not None
        found = verdicts(session, [case.case_id])[case.case_id]
    assert found.decided
    assert {one.reason for one in found.findings} == {"Ban Chỉ đạo tỉnh đồng ý", ""}


def test_the_form_and_the_paper_sign_as_the_deputy_signs(
    qtbot: QtBot, office: Office, messages: Recorder, tmp_path: Path
) -> None:
    save_signers(office.workspace, [SignerDraft("Lường Thị Ính", "Phó Chủ tịch", None, "2025-01-01")])
    case = make_case(office.workspace)
    with office.workspace.read() as session:
        rows = case_rows(session, [case])
    form = DecisionForm(office, rows)
    qtbot.addWidget(form)
    assert form.fields.signer.text() == "Lường Thị Ính"
    lines = "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH"
    assert form.fields.signing.text() == f"In trên quyết định: {lines}"
    form.fields.signer.setText("Người ký khác")
    assert form.fields.signing.text() == "In trên quyết định: ỦY BAN NHÂN DÂN PHƯỜNG MƯỜNG LAY"
    draft = DecisionDraft("45/QĐ-UBND", "2025-07-15", (case,), amount=60_000_000, signer="Lường Thị Ính")
    approve(office.workspace, draft)
    for text in printed(office.workspace, tmp_path, PaperKind.DECISION, case):
        words = " ".join(text.split())
        assert "KT. CHỦ TỊCH PHÓ CHỦ TỊCH" in words
        assert "Lường Thị Ính" in words
