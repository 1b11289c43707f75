"""A plan through the window: made from the one above, opened, its target, its report kept and sent, its end."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.campaigns.queries import campaign_detail, campaign_named, deadline_lines
from app.parsing import today
from app.reports.queries import sent_reports
from app.workspace import Workspace
from models.vocabulary import DeadlineState
from tests.journeys.officer import WindowOfficer, lines
from tests.make import make_approved, make_case, make_finished
from tests.window import Recorder
from views.campaigns.field_form import FieldForm
from views.campaigns.page import CampaignsPage
from views.campaigns.plan_forms import AboveForm, OpenForm
from views.campaigns.targets_tab import TargetsTab
from views.page import CAMPAIGNS, REPORTS, TODAY
from views.reports.keep_form import KeepForm, SentNoteForm
from views.reports.page import ReportsPage
from views.reports.today import TodayPage

ABOVE, OWN = "muong-lay-2024", "ke-hoach-phuong-muong-lay"
TASK = "Tổng hợp báo cáo năm 2024 của UBND thị xã"


def test_a_plan_runs_from_its_superior_to_its_close(qtbot: QtBot, commune: Workspace, messages: Recorder) -> None:
    done, other = make_case(commune, "Lò Văn Pâng"), make_case(commune, "Quàng Thị Ín")
    make_approved(commune, done, other)
    make_finished(commune, done)
    officer = WindowOfficer.at_work(qtbot, commune)
    page = make_and_open(officer, commune)
    set_target(officer, page)
    make_the_report_that_is_due(officer)
    keep_it(officer)
    note_it_as_sent(officer, commune)
    close(officer, commune)
    officer.leave()
    assert messages.shown == []


def form_of(officer: WindowOfficer, kind: type[QWidget]) -> Any:
    found = officer.form()
    assert isinstance(found, kind)
    return found


def make_and_open(officer: WindowOfficer, commune: Workspace) -> CampaignsPage:
    """The ward's own plan inherits what the town's says; it runs from today."""
    page = officer.go(CAMPAIGNS)
    assert isinstance(page, CampaignsPage)
    page.add_from_above()
    with commune.read() as session:
        form_of(officer, AboveForm).above.set_value(campaign_named(session, ABOVE).id)
    officer.press("Ctrl+Return")
    officer.settle(lambda: page.editor is not None)
    assert page.editor is not None
    page.editor.form.field("name").setFocus()
    page.editor.form.field("name").clear()
    officer.type("Kế hoạch phường Mường Lay")
    officer.press("Ctrl+S")
    officer.settle(lambda: page.editor is None)
    officer.click("Mở kế hoạch", page)
    form_of(officer, OpenForm)
    officer.press("Ctrl+Return")
    officer.settle(lambda: page.plan.plan is not None and page.plan.plan.opened_on is not None)
    return page


def set_target(officer: WindowOfficer, page: CampaignsPage) -> None:
    """Two houses of the whole, by a decision."""
    page.plan.show_tab("targets")
    tab = page.plan.current
    assert isinstance(tab, TargetsTab)
    officer.settle(lambda: tab.list.table.complete)
    officer.press("Ctrl+N")
    form = form_of(officer, FieldForm)
    form.fields["measure"].set_value("houses")
    form.fields["figure"].setText("2")
    form.fields["decision_number"].setText("30/QĐ-UBND")
    officer.press("Ctrl+Return")
    officer.hears("Đã giao chỉ tiêu.")
    officer.settle(lambda: ("2 nhà", "1 nhà") in lines(tab.list.table, "wanted", "figure"))


def make_the_report_that_is_due(officer: WindowOfficer) -> None:
    """The first page says what is due and opens the report for it."""
    page = officer.go(TODAY)
    assert isinstance(page, TodayPage)
    officer.settle(lambda: any(TASK in one.text.text() for one in page.sentences))
    line = next(one for one in page.sentences if TASK in one.text.text())
    assert line.button.text() == "Lập báo cáo"
    line.button.click()
    officer.settle(lambda: officer.window.current == REPORTS)


def keep_it(officer: WindowOfficer) -> None:
    """The report of this plan is in sight and kept for that deadline."""
    page = officer.page
    assert isinstance(page, ReportsPage)
    officer.settle(lambda: page.period.report is not None and page.period.report.name == "campaign")
    assert page.period.form.campaign.value() == OWN
    page.filled.click()
    form = form_of(officer, KeepForm)
    assert TASK in form.deadline.currentText()
    officer.press("Ctrl+Return")
    officer.hears("Đã chốt báo cáo. Xem lại ở Đã gửi.")


def note_it_as_sent(officer: WindowOfficer, commune: Workspace) -> None:
    """Once văn thư has sent it the deadline is done and the first page is silent about it."""
    page = officer.page
    assert isinstance(page, ReportsPage)
    assert state(commune) is DeadlineState.OVERDUE
    page.tabs.setCurrentIndex(page.places["sent"])
    officer.settle(lambda: page.sent.list.table.count == 1)
    page.sent.list.view.selectRow(0)
    page.sent.note()
    form = form_of(officer, SentNoteForm)
    form.number.setText("120/BC-UBND")
    form.sent_on.setText("hôm nay")
    officer.press("Ctrl+Return")
    officer.hears("Đã ghi số, ngày gửi của báo cáo.")
    assert state(commune) is DeadlineState.DONE
    first = officer.go(TODAY)
    assert isinstance(first, TodayPage)
    officer.settle(lambda: not any(TASK in one.text.text() for one in first.sentences))


def close(officer: WindowOfficer, commune: Workspace) -> None:
    """The plan ends and keeps its figures."""
    page = officer.go(CAMPAIGNS)
    assert isinstance(page, CampaignsPage)
    tab = page.plan.current
    assert isinstance(tab, TargetsTab)
    tab.end()
    form_of(officer, FieldForm)
    officer.press("Ctrl+Return")
    officer.hears("Đã kết thúc kế hoạch, số liệu được giữ lại.")
    with commune.read() as session:
        assert campaign_named(session, OWN).closed_on is not None
        assert [one.report for one in sent_reports(session)].count("wrap_up") == 1


def state(commune: Workspace) -> DeadlineState:
    """How the deadline of the ward's plan stands today."""
    with commune.read() as session:
        plan = campaign_detail(session, campaign_named(session, OWN).id)
        found = deadline_lines(session, plan, today().isoformat(), commune.author.office)
    return next(one.state for one in found if one.deadline.task == TASK)
