"""Exceptions of domain 6.3 and reasons kept, from the dossier of one house."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.construction.drafts import AcceptanceDraft
from app.construction.operations import accept
from app.review.drafts import SurveyDraft
from app.review.operations import save_survey
from app.support.queries import case_facts, case_state, case_states
from models.vocabulary import ExceptionCase, Part, Status
from tests.make import make_approved, make_case
from tests.views.conftest import Recorder
from tests.views.office import Office, settled
from tests.views.support.conftest import make_meeting, make_posting, shown
from views.support.case_road import ReasonForm
from views.support.exception_form import ExceptionForm
from views.support.panel import SupportPanel


def household_of(office: Office, case: str) -> str:
    with office.workspace.read() as session:
        return case_facts(session, [case])[case].household_id


def form_for(qtbot: QtBot, office: Office, case: str, kind: ExceptionCase) -> ExceptionForm:
    with office.workspace.read() as session:
        facts = case_facts(session, [case])[case]
    form = ExceptionForm(office, [facts])
    qtbot.addWidget(form)
    form.kind_of.set_value(kind.value)
    form.happened_on.setText("1/11/2026")
    form.preview()
    return form


@pytest.mark.parametrize("kind", list(ExceptionCase))
def test_every_exception_says_what_it_does_to_the_target(qtbot: QtBot, office: Office, kind: ExceptionCase) -> None:
    form = form_for(qtbot, office, make_case(office.workspace), kind)
    assert form.effect.text()


def test_a_house_leaves_the_list_only_with_a_reason(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    case = make_case(office.workspace)
    form = form_for(qtbot, office, case, ExceptionCase.WITHDRAWN)
    form.try_it()
    assert form.marks.count == 1
    form.reason.setText("Hộ có đơn xin rút")
    form.try_it()
    settled(qtbot, office.runner)
    with office.workspace.read() as session:
        assert case_states(session, [case])[case].status is Status.WITHDRAWN
    assert messages.successes == ["Đã ghi trường hợp “Rút đơn” của 1 hộ."]


def test_an_amount_is_changed_by_a_decision_with_its_number(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    case = make_case(office.workspace)
    make_approved(office.workspace, case, amount=40_000_000)
    form = form_for(qtbot, office, case, ExceptionCase.AMOUNT_CHANGED)
    assert not form.new_head.isEnabled()
    form.reason.setText("Nâng mức theo quyết định mới")
    form.amount.setText("60tr")
    form.decision_number.setText("88/QĐ-UBND")
    form.try_it()
    settled(qtbot, office.runner)
    with office.workspace.read() as session:
        state = case_state(case_facts(session, [case])[case])
    assert (state.approved_amount, len(state.notes)) == (60_000_000, 1)


def test_a_paused_house_of_a_kind_that_does_not_fit_says_why(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    form = form_for(qtbot, office, make_case(office.workspace), ExceptionCase.RESUMED)
    form.reason.setText("Làm tiếp")
    form.try_it()
    settled(qtbot, office.runner)
    assert messages.successes == []
    assert any("không tạm dừng" in line for line in form.box.lines)


def test_the_dossier_tells_the_road_of_a_house(qtbot: QtBot, office: Office, village: str, messages: Recorder) -> None:
    case = make_case(office.workspace, village_id=village)
    save_survey(office.workspace, SurveyDraft(household_of(office, case), "2026-10-20", surveyors="Lò Văn Sơ"))
    make_meeting(office.workspace, village, (case, 41, 0, 0))
    make_posting(office.workspace, case)
    panel = shown(qtbot, office, SupportPanel(office, household_of(office, case)))
    assert panel.lines[:3] == [
        "Khảo sát: 20/10/2026",
        "Bình xét ngày 28/10/2026: 1. 41/41 quá nửa",
        "Niêm yết ngày 30/10/2026, đến hết 04/11/2026",
    ]
    assert "Chưa có ý kiến, phản ánh." in panel.lines


def test_a_criterion_not_met_asks_for_a_reason_and_keeps_it(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    case = make_case(office.workspace)
    panel = shown(qtbot, office, SupportPanel(office, household_of(office, case)))
    said = [line for line in panel.lines if line.startswith("Chưa đủ số liệu")]
    assert said
    [button] = [one for one in panel.findChildren(QPushButton) if one.text() == "Ghi lý do vẫn đề nghị…"]
    button.click()
    form = panel.findChildren(ReasonForm)[-1]
    form.try_it()
    assert form.marks.count == 1
    form.reasons[0][1].setText("Xã đã xem tận nơi")
    form.try_it()
    settled(qtbot, office.runner, lambda: any("Xã đã xem tận nơi" in line for line in panel.lines))


def test_the_new_case_of_a_damaged_house_stands_under_a_heading_of_its_own(
    qtbot: QtBot, office: Office, messages: Recorder
) -> None:
    case = make_case(office.workspace)
    make_approved(office.workspace, case)
    accept(office.workspace, [AcceptanceDraft(case, "2026-07-20", "36", frozenset(Part))])
    form = form_for(qtbot, office, case, ExceptionCase.DAMAGED_AGAIN)
    assert "Mở đề nghị mới nối với đề nghị cũ" in form.effect.text()
    form.reason.setText("Bão số 3")
    form.try_it()
    settled(qtbot, office.runner)
    panel = shown(qtbot, office, SupportPanel(office, household_of(office, case)))
    headings = [one.text() for one in panel.findChildren(QLabel)]
    [old, new] = [one for one in headings if one.startswith("Chương trình") or "đề nghị mới sau khi nhà hỏng" in one]
    assert new == f"{old} – đề nghị mới sau khi nhà hỏng"
    assert any(line.startswith("Nhà hỏng lại do thiên tai từ 01/11/2026") for line in panel.lines)


def test_a_panel_is_no_higher_than_what_it_tells(qtbot: QtBot, office: Office) -> None:
    case = make_case(office.workspace)
    panel = shown(qtbot, office, SupportPanel(office, household_of(office, case)))
    panel.resize(1100, 300)
    content, last = panel.area.widget(), panel.shown[-1]
    assert content is not None
    qtbot.waitUntil(lambda: content.width() > 1000)
    assert content.height() - last.geometry().bottom() < 20
