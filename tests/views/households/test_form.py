"""The form of a household: marks beside fields, one save for all its parts, and nothing half-typed is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.areas.queries import villages
from app.filing import HouseholdForm, open_form, save_form
from app.households.drafts import HouseholdDraft
from app.households.operations import set_fields
from app.households.queries import HouseholdFilter, condition_draft, first_page, household_draft
from app.support.queries import case_of
from app.workspace import Workspace
from tests.make import make_case, make_household
from tests.views.conftest import Recorder
from tests.views.office import Office, settled
from views.households.form import CONDITION, HOUSEHOLD, HouseholdEditor
from views.households.new_page import NewHouseholdPage
from views.households.panels import ConditionPanel, HouseholdPanel
from views.page import DOSSIER
from views.runner import Runner

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def office(commune: Workspace, runner: Runner) -> Office:
    return Office(commune, runner)


def village_of(commune: Workspace) -> str:
    with commune.read() as session:
        return villages(session, "03151")[0].id


def editor(qtbot: QtBot, office: Office, household_id: str | None = None) -> HouseholdEditor:
    made = HouseholdEditor(office, household_id, (HOUSEHOLD, CONDITION))
    qtbot.addWidget(made)
    made.resize(1120, 560)
    made.show()
    settled(qtbot, office.runner)
    return made


def fill(form: HouseholdEditor, **texts: str) -> None:
    for name, text in texts.items():
        form.fields.show_texts({name.replace("__", "."): text})


def shown(form: HouseholdEditor) -> dict[str, str]:
    lines = {name: line.problem for name, (_, line) in form.marks._fields.items()}
    return {name: problem.code for name, problem in lines.items() if problem is not None}


def test_one_save_keeps_household_people_request_and_house(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    form = editor(qtbot, office)
    fill(form, head_name="Lò Văn Pâng", village_id="hua nang", category="ho ngheo", birth="1972", work_type="xay moi")
    fill(
        form, requested_amount="60tr", condition__roof="tranh", condition__roof_hard="Không", condition__area_m2="24,5"
    )
    assert form.household is not None
    form.household.members.set_rows([["Lò Thị Ín", "Vợ", "nữ", "5/3/1980", ""]])
    form.save()
    settled(qtbot, office.runner, lambda: bool(messages.successes))
    assert messages.successes == ["Đã lưu hộ Lò Văn Pâng, Bản Hua Nạng."]
    with office.workspace.read() as session:
        row = first_page(session)[0]
        draft = household_draft(session, row.id)
        case = case_of(session, row.id)
    assert (draft.members or ())[0].birth == "1980-03-05"
    assert draft.condition is not None
    assert (draft.condition.roof, draft.condition.roof_hard, draft.condition.area_m2) == ("tranh", False, "24.5")
    assert case is not None
    assert (case.work_type, case.requested_amount) == ("new_build", 60_000_000)
    office.take_back()
    with office.workspace.read() as session:
        assert first_page(session) == []


def test_missing_fields_are_marked_at_the_first_try_and_f8_goes_there(qtbot: QtBot, office: Office) -> None:
    form = editor(qtbot, office)
    fill(form, citizen_id="011072")
    form.fields.changed.emit()
    settled(qtbot, office.runner, lambda: "citizen_id" in shown(form))
    assert set(shown(form)) == {"citizen_id"}
    form.activateWindow()
    form.save()
    assert set(shown(form)) == {"head_name", "village_id", "category", "citizen_id"}
    assert form.foot.places.text().startswith("4 chỗ cần xem lại")
    qtbot.waitUntil(form.fields.fields["head_name"].hasFocus)


def test_a_warning_does_not_stop_saving(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    form = editor(qtbot, office)
    fill(form, head_name="Quàng Thị Ín", village_id="hua nang", category="ho ngheo")
    fill(form, gender="Nam", citizen_id="011180001234", birth="1980")
    form.fields.changed.emit()
    settled(qtbot, office.runner, lambda: shown(form) == {"citizen_id": "citizen_id_gender"})
    form.save()
    settled(qtbot, office.runner, lambda: bool(messages.successes))


def test_a_household_that_stands_on_the_list_is_told_and_opened_by_keys(
    qtbot: QtBot, office: Office, messages: Recorder
) -> None:
    known = make_household(office.workspace, village_id=village_of(office.workspace))
    form = editor(qtbot, office)
    fill(form, head_name="LO VAN PANG", village_id="chi luong", category="ho ngheo", birth="1972")
    form.fields.changed.emit()
    settled(qtbot, office.runner, lambda: shown(form) == {"head_name": "household_likely"})
    _, line = form.marks._fields["head_name"]
    assert line.text.accessibleName() == (
        "Có thể đã có trong danh sách: Lò Văn Pâng, 1972, Bản Chi Luông (tên chủ hộ chỉ khác dấu, cùng năm sinh 1972, "
        "cùng thôn). Kiểm tra có phải cùng một hộ."
    )
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    QTest.keyClick(form, Qt.Key.Key_F8)
    field = form.fields.fields["head_name"]
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert line.dossier is not None
    assert line.dossier.hasFocus()
    QTest.keyClick(line.dossier, Qt.Key.Key_Space)
    assert office.gone_to == [(DOSSIER, known)]
    form.load()
    assert form.fields.texts()["head_name"] == "LO VAN PANG"
    form.save()
    settled(qtbot, office.runner, lambda: bool(messages.successes))


def test_saving_and_going_on_keeps_village_and_category(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    form = editor(qtbot, office)
    fill(form, head_name="Lò Văn Pâng", village_id="chi luong", category="can ngheo", work_type="sua chua")
    form.save_and_next()
    settled(qtbot, office.runner, lambda: bool(messages.successes))
    values = form.fields.texts()
    assert (values["head_name"], values["village_id"]) == ("", "Bản Chi Luông")
    assert (values["category"], values["work_type"]) == ("Hộ cận nghèo", "Sửa chữa")
    fill(form, head_name="Cà Thị Ơn")
    form.save_and_next()
    settled(qtbot, office.runner, lambda: len(messages.successes) == 2)


def test_half_typed_work_comes_back(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    form = editor(qtbot, office)
    fill(form, head_name="Giàng A Súa", citizen_id="01107", condition__foundation="đất")
    assert form.household is not None
    form.household.members.set_rows([["Vừ Thị Mảy", "Vợ", "", "", ""]])
    form.keep_draft()
    again = editor(qtbot, office)
    assert again.fields.texts()["head_name"] == "Giàng A Súa"
    assert again.fields.texts()["citizen_id"] == "01107"
    assert again.fields.texts()["condition.foundation"] == "đất"
    assert again.household is not None
    assert again.household.members.rows() == [["Vừ Thị Mảy", "Vợ", "", "", ""]]
    assert again.foot.state.text().startswith("Bản nháp chưa lưu")
    messages.answer("Bỏ thay đổi")
    again.discard()
    assert again.fields.texts()["head_name"] == ""
    third = editor(qtbot, office)
    assert third.fields.texts()["head_name"] == ""


def test_what_moved_on_meanwhile_is_offered_to_be_loaded(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    household = _household(office.workspace)
    form = editor(qtbot, office, household)
    fill(form, phone="0912345678")
    set_fields(office.workspace, household, {"phone": "0987654321"})
    messages.answer("Giữ chữ đang gõ")
    form.save()
    settled(qtbot, office.runner, lambda: len(messages.asked) == 1)
    assert form.fields.texts()["phone"] == "0912345678"
    messages.answer("Tải lại")
    form.save()
    settled(qtbot, office.runner, lambda: len(messages.asked) == 2)
    assert form.fields.texts()["phone"] == "0987654321"


def test_a_draft_over_rows_that_moved_on_is_not_saved_blindly(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    household = _household(office.workspace)
    form = editor(qtbot, office, household)
    fill(form, note="Nhà ở cuối bản")
    form.keep_draft()
    set_fields(office.workspace, household, {"phone": "0987654321"})
    again = editor(qtbot, office, household)
    assert again.fields.texts()["note"] == "Nhà ở cuối bản"
    messages.answer("Giữ chữ đang gõ")
    again.save()
    settled(qtbot, office.runner, lambda: bool(messages.asked))


def _household(commune: Workspace) -> str:
    draft = HouseholdDraft(head_name="Lò Văn Pâng", village_id=village_of(commune), category="poor")
    return save_form(commune, HouseholdForm(draft))[1]


def test_the_panels_of_a_dossier_save_their_part_alone(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    household = _household(office.workspace)
    home, house = HouseholdPanel(office, household), ConditionPanel(office, household)
    for panel in (home, house):
        qtbot.addWidget(panel)
        panel.show()
    office.runner.changed.connect(home.forget)
    office.runner.changed.connect(house.forget)
    fill(house.editor, condition__roof="lá cọ")
    house.editor.save()
    settled(qtbot, office.runner, lambda: len(messages.successes) == 1)
    fill(home.editor, phone="0912 345 678")
    home.editor.save()
    settled(qtbot, office.runner, lambda: len(messages.successes) == 2)
    found = open_form(office.workspace, household).household
    assert found.phone == "0912345678"
    assert found.condition is not None
    assert found.condition.roof == "lá cọ"
    assert not home.editor.dirty


def test_a_request_is_changed_in_the_form_of_its_household(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    make_case(office.workspace, "Lò Văn Pâng", village_id=village_of(office.workspace))
    with office.workspace.read() as session:
        household = first_page(session, HouseholdFilter())[0].id
    form = editor(qtbot, office, household)
    assert form.household is not None
    assert not form.household.programme.isEnabled()
    fill(form, requested_amount="30tr", work_type="Sửa chữa")
    form.save()
    settled(qtbot, office.runner, lambda: bool(messages.successes))
    with office.workspace.read() as session:
        case = case_of(session, household)
    assert case is not None
    assert (case.requested_amount, case.work_type) == (30_000_000, "repair")


def test_the_new_household_opens_its_dossier(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    page = NewHouseholdPage(office)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    fill(page.editor, head_name="Lò Văn Pâng", village_id="hua nang", category="ho ngheo")
    page.editor.focus_first()
    qtbot.waitUntil(page.editor.fields.fields["head_name"].hasFocus)
    QTest.keyClick(page.editor.fields.fields["head_name"], Qt.Key.Key_S, CONTROL)
    settled(qtbot, office.runner, lambda: bool(office.gone_to))
    assert [page for page, _ in office.gone_to] == ["", DOSSIER]
    QTest.keyClick(page.editor.fields.fields["head_name"], Qt.Key.Key_Escape)
    assert office.gone_to[-1] == ("", None)


def test_the_survey_items_of_the_present_house_are_kept(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    household = make_household(office.workspace, village_id=village_of(office.workspace))
    made = HouseholdEditor(office, household, (CONDITION,))
    qtbot.addWidget(made)
    fields = made.fields.fields
    assert not fields["condition.religion"].isVisibleTo(made)
    fields["condition.occupation"].setText("Làm ruộng")
    fields["condition.need"].setText("Gia đình tự xây mới")
    fields["condition.surveyors"].setPlainText("Lò Văn Sơ\nCà Thị Mai")
    fields["condition.latitude"].setText("21,68")
    made.save()
    settled(qtbot, office.runner)
    with office.workspace.read() as session:
        house = condition_draft(session, household)
    assert (house.occupation, house.need, house.latitude) == ("Làm ruộng", "Gia đình tự xây mới", "21.68")
    assert house.surveyors == "Lò Văn Sơ\nCà Thị Mai"


def test_the_household_it_has_left_is_found_by_typing_its_name(qtbot: QtBot, office: Office) -> None:
    old = make_household(office.workspace, "Lò Văn Cha", village_id=village_of(office.workspace))
    form = editor(qtbot, office)
    fill(form, head_name="Lò Văn Con", village_id="hua nang", category="ho ngheo")
    field = form.fields.fields["split_from_id"]
    QTest.keyClicks(field.field, "van cha")
    qtbot.waitUntil(lambda: field.value() == old)
    assert field.field.text() == "van cha"
    QTest.keyClick(field.field, Qt.Key.Key_Return)
    assert field.field.text() == "Lò Văn Cha – Bản Chi Luông"
    with qtbot.waitSignal(form.saved) as saved:
        QTest.keyClick(form, Qt.Key.Key_S, CONTROL)
    with office.workspace.read() as session:
        assert household_draft(session, saved.args[0]).split_from_id == old


def test_a_half_typed_household_keeps_the_one_it_has_left(qtbot: QtBot, office: Office) -> None:
    old = make_household(office.workspace, "Lò Văn Cha", village_id=village_of(office.workspace))
    form = editor(qtbot, office)
    fill(form, split_from_id="Lò Văn Cha – Bản Chi Luông")
    assert form.fields.fields["split_from_id"].value() == old
