"""The page "Thi đua – Khen thưởng": from the list and its quotas to council, dossiers, decisions and papers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.awards.drafts import NominationDraft, ParticipantDraft
from app.awards.operations import nominate, save_participant
from app.awards.queries import meetings, nominations, participants, quota_lines
from app.campaigns.queries import CampaignDetail, campaign_detail, campaign_named
from app.giving.drafts import DonorDraft
from app.giving.operations import save_donor
from app.workspace import Workspace
from models.vocabulary import PaperKind
from tests.app.giving.conftest import AGENCY
from tests.journeys.officer import lines
from tests.offices import set_up
from tests.views.office import Office, settled
from tests.window import Recorder
from views.awards.page import AwardsPage
from views.pages import office_pages
from views.runner import Runner
from views.short_form import ShortForm

MY_TU = "Huyện Mỹ Tú"


@pytest.fixture
def office(commune: Workspace, runner: Runner) -> Office:
    """A commune's window, as its pages see it."""
    return Office(commune, runner)


@pytest.fixture
def plan(commune: Workspace) -> CampaignDetail:
    """The plan with tiers and fixed groups."""
    with commune.read() as session:
        return campaign_detail(session, campaign_named(session, "soc-trang-2023").id)


Joiner = Callable[[str, str], str]


@pytest.fixture
def join(commune: Workspace, plan: CampaignDetail) -> Joiner:
    """Puts somebody of Mỹ Tú on the list."""
    unit = next(one.id for one in plan.units if one.name == MY_TU)

    def joining(name: str, kind: str = "collective") -> str:
        return save_participant(commune, ParticipantDraft(plan.id, kind, name, unit_id=unit))[1]

    return joining


def opened(qtbot: QtBot, office: Office, plan: CampaignDetail) -> AwardsPage:
    page = AwardsPage(office)
    office.runner.changed.connect(page.forget)
    qtbot.addWidget(page)
    page.resize(1142, 600)
    page.show()
    page.receive(plan.id)
    settled(qtbot, office.runner)
    return page


def form() -> Any:
    found = QApplication.activeModalWidget()
    assert isinstance(found, ShortForm)
    return found


def carry_out(qtbot: QtBot, office: Office) -> None:
    form().try_it()
    settled(qtbot, office.runner, lambda: QApplication.activeModalWidget() is None)


def propose(office: Office, plan: CampaignDetail, *ids: str) -> None:
    award = next(one.id for one in plan.forms if one.code == "bang-khen-ubnd-tinh")
    nominate(office.workspace, [NominationDraft(one, award) for one in ids])


def test_somebody_the_records_know_joins_the_list_without_being_typed(
    qtbot: QtBot, office: Office, plan: CampaignDetail, messages: Recorder
) -> None:
    save_donor(office.workspace, DonorDraft("Công ty Bản Phủ", "business"))
    page = opened(qtbot, office, plan)
    assert page.proposals.people.list.panel.empty.sentence.text().startswith("Chưa có ai trong danh sách.")
    page.proposals.add()
    known = next(key for key, one in form()._offers.items() if one.name == "Công ty Bản Phủ")
    form().known.set_value(known)
    form()._take()
    carry_out(qtbot, office)
    settled(qtbot, office.runner, lambda: page.proposals.people.list.table.count == 1)
    with office.workspace.read() as session:
        (row,) = participants(session, plan.id)
    assert (row.name, row.kind, bool(row.donor_id)) == ("Công ty Bản Phủ", "collective", True)
    assert messages.successes == ["Đã lưu Công ty Bản Phủ."]
    office.take_back()
    settled(qtbot, office.runner, lambda: page.proposals.people.list.table.count == 0)


def test_proposing_tells_what_is_left_and_a_full_quota_is_refused_beside_the_field(
    qtbot: QtBot, office: Office, plan: CampaignDetail, join: Joiner, messages: Recorder
) -> None:
    ids = [join(name, "collective") for name in ("Công an huyện", "Huyện đoàn", "Xã Mỹ Hương")]
    propose(office, plan, *ids[:2])
    page = opened(qtbot, office, plan)
    table = page.proposals.people.list.table
    assert lines(table, "name", "left", "votes", "state") == [
        ("Công an huyện", "0", "", "Mới đề nghị"),
        ("Huyện đoàn", "0", "", "Mới đề nghị"),
        ("Xã Mỹ Hương", "", "", "Chưa đề nghị"),
    ]
    page.proposals.people.list.view.setCurrentIndex(table.index(2, 0))
    page.proposals.nominate()
    form().form_of_award.set_value(next(one.id for one in plan.forms if one.code == "bang-khen-ubnd-tinh"))
    form()._tell()
    assert form().told.text() == "Huyện Mỹ Tú: được đề xuất 2 tập thể, đã đề nghị 2, còn 0."
    form().try_it()
    assert "chỉ được đề xuất 2 tập thể" in form().marks._fields["form_id"][1].text.text()
    form().reject()
    page.proposals.people.list.view.setCurrentIndex(table.index(0, 0))
    page.proposals.withdraw()
    settled(qtbot, office.runner, lambda: lines(table, "left") == [("",), ("1",), ("",)])
    assert messages.successes == ["Đã rút 1 đề nghị."]


def test_an_open_number_is_read_with_its_reason_beside_the_list(
    qtbot: QtBot, office: Office, plan: CampaignDetail, messages: Recorder
) -> None:
    page = opened(qtbot, office, plan)
    page.proposals.read_quota(page.proposals.quotas.list.source.rows([page.proposals.quotas.list.table.key_at(0)])[0])
    form().number.setText("3")
    form().try_it()
    assert form().marks.count == 1
    form().reason.setText("Theo hướng dẫn của Sở Nội vụ")
    carry_out(qtbot, office)
    with office.workspace.read() as session:
        line = quota_lines(session, plan.id)[0]
    assert (line.number, line.reading and line.reading.reason) == (3, "Theo hướng dẫn của Sở Nội vụ")
    fixed = next(one for one in page.proposals.quotas._read() if one.whom)
    page.proposals.read_quota(fixed)
    assert "ghi cố định trong kế hoạch" in messages.troubles[-1]


def test_the_council_votes_and_its_sum_is_held_against_those_present(
    qtbot: QtBot, office: Office, plan: CampaignDetail, join: Joiner
) -> None:
    propose(office, plan, join("Công an huyện", "collective"))
    page = opened(qtbot, office, plan)
    page.tabs.setCurrentIndex(2)
    page.council.add()
    form().present.setText("9")
    for column, text in ((2, "7"), (3, "1")):
        form().grid.item(0, column).setText(text)
    assert form().grid.text(0, 5) == "8"
    form().try_it()
    assert form().marks.count == 1
    form().grid.item(0, 4).setText("1")
    carry_out(qtbot, office)
    settled(qtbot, office.runner, lambda: page.council.list.table.count == 1)
    with office.workspace.read() as session:
        (held,), (row,) = meetings(session, plan.id), nominations(session, plan.id)
    assert (held.votes, row.agree, row.disagree, row.abstain) == (1, 7, 1, 1)


def test_dossiers_go_the_way_of_the_plan_and_are_decided(
    qtbot: QtBot, office: Office, plan: CampaignDetail, join: Joiner, messages: Recorder
) -> None:
    propose(office, plan, join("Công an huyện", "collective"), join("Thạch Rết", "individual"))
    page = opened(qtbot, office, plan)
    page.tabs.setCurrentIndex(3)
    page.dossiers.list.table.tick_all_shown()
    page.dossiers.send_on()
    assert form().to.count() >= 3
    carry_out(qtbot, office)
    settled(qtbot, office.runner, lambda: lines(page.dossiers.list.table, "state") == [("Đang trình",)] * 2)
    page.dossiers.list.table.untick_all()
    page.dossiers.list.view.setCurrentIndex(page.dossiers.list.table.index(0, 0))
    page.dossiers.send_back()
    form().try_it()
    assert form().marks.count == 1
    form().reason.setText("Thiếu báo cáo thành tích")
    carry_out(qtbot, office)
    settled(qtbot, office.runner, lambda: "Bị trả lại" in str(lines(page.dossiers.list.table, "state")))
    page.tabs.setCurrentIndex(4)
    page.decisions.list.table.tick_all_shown()
    page.decisions.decide()
    form().number.setText("2210/QĐ-UBND")
    carry_out(qtbot, office)
    settled(qtbot, office.runner, lambda: lines(page.decisions.list.table, "state") == [("Được khen",)] * 2)
    assert messages.successes[-1] == "Đã ghi quyết định 2210/QĐ-UBND cho 2 đề nghị."


def test_achievements_and_standards_are_noted_with_evidence(
    qtbot: QtBot, office: Office, plan: CampaignDetail, join: Joiner
) -> None:
    join("Công an huyện", "collective")
    page = opened(qtbot, office, plan)
    page.tabs.setCurrentIndex(1)
    view, table = page.achievements.list.view, page.achievements.list.table
    view.setCurrentIndex(table.index(0, 0))
    page.achievements.note()
    form().text.setText("Góp 60 ngày công làm móng")
    carry_out(qtbot, office)
    settled(qtbot, office.runner, lambda: lines(table, "noted") == [("Góp 60 ngày công làm móng",)])
    view.setCurrentIndex(table.index(0, 0))
    current = page.achievements.list.current()
    assert current is not None
    page.achievements.tick(current)
    form().grid.item(1, 0).setCheckState(Qt.CheckState.Checked)
    form().grid.item(1, 2).setText("Công văn 5/BCĐ")
    carry_out(qtbot, office)
    settled(qtbot, office.runner, lambda: lines(table, "standards")[0][0].startswith("1 đạt"))


def test_papers_are_asked_for_what_is_ticked_and_the_blank_is_measured_once(
    qtbot: QtBot, office: Office, plan: CampaignDetail, join: Joiner, messages: Recorder
) -> None:
    page = opened(qtbot, office, plan)
    asked: list[tuple[PaperKind, list[str]]] = []
    for tab in page._tabs:
        tab.paper_asked.disconnect()
        tab.paper_asked.connect(lambda kind, ids: asked.append((kind, list(ids))))
    page.filled.click()
    assert messages.troubles == ["Chưa có ai được đề nghị khen. Đề nghị khen trước, rồi lập tờ trình."]
    propose(office, plan, join("Công an huyện", "collective"))
    settled(qtbot, office.runner, lambda: page.proposals.people.list.table.count == 1)
    page.filled.click()
    page.tabs.setCurrentIndex(4)
    page.decisions.list.table.tick_all_shown()
    page.decisions.print_certificates()
    page.decisions.print_proofs()
    with office.workspace.read() as session:
        (row,) = nominations(session, plan.id)
    kinds = (PaperKind.AWARD_SUBMISSION, PaperKind.CERTIFICATE, PaperKind.CERTIFICATE_PROOF)
    assert asked == [(kind, [row.id]) for kind in kinds]
    page.decisions.adjust()
    form().right.setText("2,5")
    carry_out(qtbot, office)
    page.decisions.adjust()
    assert form().right.text() == "2,5"
    form().reject()


def test_the_campaign_chosen_above_is_remembered_and_every_list_follows_it(
    qtbot: QtBot, office: Office, plan: CampaignDetail, join: Joiner
) -> None:
    join("Công an huyện", "collective")
    page = opened(qtbot, office, plan)
    with office.workspace.read() as session:
        other = campaign_named(session, "luong-son-2024").id
    page.campaign.set_value(other)
    page._choose()
    settled(qtbot, office.runner, lambda: page.proposals.people.list.table.count == 0)
    again = AwardsPage(office)
    qtbot.addWidget(again)
    assert again.campaign.value() == other


def test_the_lists_keep_the_rules_of_item_models(
    qtbot: QtBot, office: Office, plan: CampaignDetail, join: Joiner
) -> None:
    propose(office, plan, join("Công an huyện", "collective"))
    page = opened(qtbot, office, plan)
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    tabs = (
        page.proposals.people,
        page.proposals.quotas,
        page.achievements,
        page.council,
        page.dossiers,
        page.decisions,
    )
    testers = [QAbstractItemModelTester(one.list.table, fatal) for one in tabs]
    page.forget(None)
    settled(qtbot, office.runner)
    assert [one.model().rowCount() for one in testers] == [tab.list.table.count for tab in tabs]


def test_upper_offices_and_agencies_have_the_page_too(
    qtbot: QtBot, upper: Workspace, runner: Runner, tmp_path: Any
) -> None:
    agency = set_up(tmp_path / "Dữ liệu cơ quan", AGENCY)
    for workspace in (upper, agency):
        assert "awards" in [one.name for one in office_pages(Office(workspace, runner)) if one.in_bar]
    agency.close()


def test_what_is_shown_is_saved_into_a_workbook(
    qtbot: QtBot, office: Office, plan: CampaignDetail, join: Joiner, messages: Recorder, tmp_path: Path
) -> None:
    propose(office, plan, join("Công an huyện", "collective"))
    page = opened(qtbot, office, plan)
    target = tmp_path / "đề nghị.xlsx"
    messages.give_files(target)
    page.proposals.people.list.save()
    settled(qtbot, office.runner, target.exists)
    book = load_workbook(target)
    cells = {str(cell) for row in book.worksheets[0].iter_rows(values_only=True) for cell in row if cell is not None}
    assert {"Công an huyện", "Bằng khen của UBND tỉnh", "Mới đề nghị"} <= cells
    book.close()
