"""Two hundred minutes in one go: progress that can be stopped, and no number used before the file stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from app.actions import Action
from app.construction.drafts import AcceptanceDraft
from app.construction.operations import accept
from app.handover.drafts import HandoverDraft
from app.handover.operations import hand_over
from app.support.drafts import DecisionDraft
from app.support.operations import approve
from app.workspace import Workspace
from models.handover import IssuedPaper
from models.household import Household
from models.support import SupportCase
from models.vocabulary import Numbering, Part
from tests.journeys.officer import WindowOfficer
from tests.make import NATIONAL
from tests.window import Recorder
from views.handover.page import HandoverPage

HOUSES = 200


@pytest.fixture
def handed_over(commune: Workspace) -> Workspace:
    """A commune with two hundred houses handed over on one day."""
    with commune.change(Action.IMPORT_LIST) as change:
        homes = [
            Household(head_name=f"Lò Văn {n}", birth="1972", category="poor", commune_code="03151", member_count=4)
            for n in range(1, HOUSES + 1)
        ]
        change.session.add_all(homes)
        change.session.flush()
        cases = [SupportCase(household_id=one.id, programme_id=NATIONAL, work_type="new_build") for one in homes]
        change.session.add_all(cases)
        change.session.flush()
        ids = tuple(one.id for one in cases)
    approve(commune, DecisionDraft("45/QĐ-UBND", "2025-07-15", ids, amount=60_000_000))
    accept(commune, [AcceptanceDraft(one, "2025-10-08", "36.5", frozenset(Part)) for one in ids])
    hand_over(commune, [HandoverDraft(one, "2025-11-03", "Nhà văn hóa bản") for one in ids])
    return commune


def numbers_used(workspace: Workspace) -> int:
    with workspace.read() as session:
        return session.query(IssuedPaper).count()


def test_two_hundred_minutes_are_printed_or_stopped_whole(
    qtbot: QtBot, handed_over: Workspace, messages: Recorder, tmp_path: Path
) -> None:
    officer = WindowOfficer.at_work(qtbot, handed_over)
    page = officer.go("handover", "Alt+5")
    assert isinstance(page, HandoverPage)
    page.show_tab_called("Đã bàn giao")
    officer.settle(lambda: page.handed_over.table.count == HOUSES)
    page.preview.numbering.set_value(Numbering.REGISTER.value)
    officer.press("Ctrl+A")
    officer.click("Lập biên bản", page.heading)
    officer.settle(lambda: page.preview.state.text().startswith("200 biên bản chưa lập"))
    target = tmp_path / "200 biên bản.pdf"
    messages.give_files(target)
    progress = officer.window.progress
    progress._patience.setInterval(0)  # as on a laptop so slow that 600 ms pass at once
    page.preview.save_button.click()
    qtbot.waitUntil(lambda: progress.isVisible() and "/ 200" in progress.label.text())
    officer.click("Dừng lại", progress)
    officer.settle()
    assert not target.exists()
    assert numbers_used(handed_over) == 0
    messages.give_files(target)
    page.preview.save_button.click()
    officer.hears("Đã lưu 200 biên bản.pdf.")
    assert numbers_used(handed_over) == HOUSES
    assert page.preview.state.text() == "Đã lập 200 biên bản, số 01 đến 200."
    text = [one.extract_text() for one in PdfReader(target).pages]
    firsts = [one for one in text if "Số: " in one]
    assert len(firsts) == HOUSES
    assert "Số: 200/BB-UBND" in firsts[-1]
    officer.leave()
