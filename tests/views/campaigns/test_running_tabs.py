"""The tabs of what runs under a plan: targets, deadlines with the grid, publicity, visits, obstacles."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.areas.queries import populations, villages
from app.campaigns.money import campaign_drives
from app.campaigns.movement_queries import figures, petitions, publicity, visits
from app.campaigns.poverty_totals import typed_totals
from app.campaigns.queries import campaign_detail, campaign_named
from app.giving.drafts import DriveDraft
from app.giving.operations import save_drive
from app.workspace import Workspace
from models.vocabulary import PaperKind
from tests.make import make_approved, make_case, make_finished
from tests.views.office import Office, settled
from tests.window import Recorder
from views.campaigns.activity_tabs import PublicityTab, VisitsTab
from views.campaigns.deadlines_tab import DeadlinesTab
from views.campaigns.field_form import FieldForm
from views.campaigns.houses_tab import HousesTab
from views.campaigns.petitions_tab import PetitionsTab
from views.campaigns.population_form import PopulationForm
from views.campaigns.poverty_form import PovertyTotalsForm
from views.campaigns.tab import CampaignTab
from views.campaigns.targets_tab import TargetsTab
from views.runner import Runner
from views.short_form import ShortForm


def shown(qtbot: QtBot, office: Office, kind: type[CampaignTab], code: str = "muong-lay-2024") -> CampaignTab:
    tab = kind(office)
    office.runner.changed.connect(tab.forget)
    qtbot.addWidget(tab)
    tab.resize(1142, 600)
    tab.show()
    with office.workspace.read() as session:
        tab.show_plan(campaign_detail(session, campaign_named(session, code).id))
    settled(qtbot, office.runner)
    return tab


def form_of(tab: CampaignTab, kind: type[ShortForm] = FieldForm) -> ShortForm:
    """The form that stands over a tab."""
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]
    assert len(found) == 1
    return found[0]


def type_in(form: ShortForm, **texts: str) -> None:
    """Fill in fields by their names."""
    assert isinstance(form, FieldForm)
    for name, text in texts.items():
        field = form.fields[name]
        if isinstance(field, QPlainTextEdit):
            field.setPlainText(text)
        elif isinstance(field, QLineEdit):
            field.setText(text)
        else:
            field.set_value(text)  # type: ignore[attr-defined]  # a choice


def save(qtbot: QtBot, office: Office, form: ShortForm) -> None:
    form.try_it()
    settled(qtbot, office.runner)


def test_targets_show_figure_left_and_state(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    case = make_case(office.workspace, "Lò Văn Một")
    make_case(office.workspace, "Lò Văn Hai")
    make_approved(office.workspace, case)
    make_finished(office.workspace, case)
    tab = shown(qtbot, office, TargetsTab)
    assert isinstance(tab, TargetsTab)
    row = tab.list.table.row_at(0)
    assert row is not None
    texts = [column.text(row) for column in tab.list.table.columns]
    assert texts[2:6] == ["100%", "50%", "50%", "50"]


def test_a_figure_is_typed_with_its_source(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    tab = shown(qtbot, office, TargetsTab)
    assert isinstance(tab, TargetsTab)
    tab.list.view.selectRow(1)
    QTest.keyClick(tab.list.view, Qt.Key.Key_Return)
    form = form_of(tab)
    type_in(form, figure="45")
    form.try_it()
    assert form.isVisible()
    type_in(form, source="Báo cáo 12/BC-UBND")
    save(qtbot, office, form)
    assert messages.successes == ["Đã ghi số liệu."]
    assert tab.plan is not None
    with office.workspace.read() as session:
        assert [one.figure for each in figures(session, tab.plan.id).values() for one in each] == ["45"]


def test_all_households_are_typed_by_village(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    tab = shown(qtbot, office, TargetsTab, "xuan-tang-2022")
    assert isinstance(tab, TargetsTab)
    assert not tab.population.isHidden()
    tab.type_population()
    form = form_of(tab, PopulationForm)
    assert isinstance(form, PopulationForm)
    form.year.setText("2022")
    form.show_year()
    with office.workspace.read() as session:
        first = villages(session, "03151")[0].id
    item = form.grid.item(0, 0)
    assert item is not None
    item.setText("nhiều")
    form.try_it()
    assert form.isVisible()
    item.setText("1.600")
    save(qtbot, office, form)
    with office.workspace.read() as session:
        assert populations(session, 2022) == {first: 1600}


def test_closing_asks_for_a_day_and_then_offers_to_open_again(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    tab = shown(qtbot, office, TargetsTab)
    assert isinstance(tab, TargetsTab)
    tab.end()
    save(qtbot, office, form_of(tab))
    assert tab.plan is not None
    with office.workspace.read() as session:
        tab.show_plan(campaign_detail(session, tab.plan.id))
    assert tab.ending.text() == "Mở lại kế hoạch"


def test_the_grid_tells_who_has_reported_and_enter_notes_it(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    tab = shown(qtbot, office, DeadlinesTab)
    assert isinstance(tab, DeadlinesTab)
    grid = tab.grid
    assert grid.rowCount() > 0
    place = next(
        (row, column)
        for row in range(grid.rowCount())
        for column in range(grid.columnCount())
        if (item := grid.item(row, column)) is not None and item.text() == "Chưa gửi, quá hạn"
    )
    grid.setCurrentCell(*place)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    form = form_of(tab)
    type_in(form, sent_on="04/11/2024", number="15/BC-UBND")
    save(qtbot, office, form)
    assert messages.successes == ["Đã ghi báo cáo."]
    item = grid.item(*place)
    assert item is not None
    assert "04/11/2024" in item.text()


def test_nothing_is_asked_for_that_has_a_day(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    tab = shown(qtbot, office, DeadlinesTab)
    assert isinstance(tab, DeadlinesTab)
    row = tab.list.table.row_at(0)
    assert row is not None
    tab.request(row)
    assert messages.troubles


@pytest.mark.parametrize(("kind", "query"), [(PublicityTab, publicity), (VisitsTab, visits)])
def test_what_is_typed_stands_in_its_list(
    qtbot: QtBot, office: Office, messages: Recorder, kind: type[CampaignTab], query: object
) -> None:
    tab = shown(qtbot, office, kind)
    tab.act()
    form = form_of(tab)
    type_in(form, title="Bản Hua Nạng", happened_on="05/02/2025")
    save(qtbot, office, form)
    assert tab.plan is not None
    with office.workspace.read() as session:
        found = query(session, tab.plan.id)  # type: ignore[operator]  # one of two queries
    assert [(one.title, one.happened_on) for one in found] == [("Bản Hua Nạng", "2025-02-05")]


def test_an_obstacle_is_raised_and_answered(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    tab = shown(qtbot, office, PetitionsTab)
    assert isinstance(tab, PetitionsTab)
    tab.act()
    form = form_of(tab)
    type_in(form, content="Thiếu xi măng", raised_on="01/03/2025", addressee="Sở Xây dựng")
    save(qtbot, office, form)
    tab.list.view.selectRow(0)
    row = tab.list.current()
    assert row is not None
    tab.answer(row)
    form = form_of(tab)
    type_in(form, answer="Đã cấp thêm", answered_on="10/03/2025")
    save(qtbot, office, form)
    assert tab.plan is not None
    with office.workspace.read() as session:
        found = petitions(session, tab.plan.id)
    assert [(one.content, one.answer) for one in found] == [("Thiếu xi măng", "Đã cấp thêm")]


def test_a_house_is_planned_left_out_and_counted_again(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    make_case(office.workspace, "Lò Văn Một")
    tab = shown(qtbot, office, HousesTab)
    assert isinstance(tab, HousesTab)
    tab.list.view.selectRow(0)
    tab.act()
    form = form_of(tab)
    type_in(form, planned_start="01/03/2025", planned_finish="30/06/2025", responsible="Tòng Văn Hặc")
    save(qtbot, office, form)
    row = tab.list.table.row_at(0)
    assert row is not None
    assert (row.planned_start, row.responsible, row.house.by_hand) == ("2025-03-01", "Tòng Văn Hặc", False)
    tab.leave_out()
    form = form_of(tab)
    type_in(form, reason="Thuộc kế hoạch khác")
    save(qtbot, office, form)
    assert tab.list.table.rowCount() == 0
    tab.count()
    form = form_of(tab)
    assert isinstance(form, FieldForm)
    type_in(form, case=row.house.case_id, reason="Đề nghị của bản")
    save(qtbot, office, form)
    again = tab.list.table.row_at(0)
    assert again is not None
    assert again.house.by_hand


def test_many_houses_are_planned_and_left_out_at_once(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    for name in ("Lò Văn Một", "Lò Văn Hai", "Lò Văn Ba"):
        make_case(office.workspace, name)
    tab = shown(qtbot, office, HousesTab)
    assert isinstance(tab, HousesTab)
    rows = [row for place in range(3) if (row := tab.list.table.row_at(place))]
    tab.list.view.selectRow(0)
    tab.act()
    type_in(form_of(tab), planned_start="15/02/2025", responsible="Tòng Văn Hặc")
    save(qtbot, office, form_of(tab))
    for place in range(3):
        tab.list.table.toggle(place)
    tab.act()
    form = form_of(tab)
    form.try_it()
    assert form.isVisible(), "nothing is typed"
    type_in(form, planned_finish="30/06/2025")
    save(qtbot, office, form)
    found = {row.house.case_id: row for place in range(3) if (row := tab.list.table.row_at(place))}
    assert {one.planned_finish for one in found.values()} == {"2025-06-30"}
    first = found[rows[0].house.case_id]
    assert (first.planned_start, first.responsible) == ("2025-02-15", "Tòng Văn Hặc")
    for place in range(3):
        if len(tab.list.table.ticked) <= place:
            tab.list.table.toggle(place)
    tab.leave_out()
    type_in(form_of(tab), reason="Thuộc kế hoạch khác")
    save(qtbot, office, form_of(tab))
    assert tab.list.table.count == 0
    assert messages.undo is not None
    messages.undo()
    settled(qtbot, office.runner, lambda: tab.list.table.count == 3)


def test_the_draft_plan_warns_of_a_doubtful_basis(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    tab = shown(qtbot, office, HousesTab)
    assert isinstance(tab, HousesTab)
    asked: list[object] = []
    tab.paper_asked.connect(lambda kind, ids: asked.append((kind, len(ids))))
    tab.print_plan()
    assert asked == [(PaperKind.DRAFT_PLAN, 1)]
    assert any("359/QĐ-TTg" in one or "cần kiểm tra" in one for one in messages.warnings)


def test_a_drive_is_put_under_the_plan(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    _, drive, _ = save_drive(office.workspace, DriveDraft("Tháng cao điểm 2024"))
    tab = shown(qtbot, office, TargetsTab)
    assert isinstance(tab, TargetsTab)
    tab.put_drive()
    form = form_of(tab)
    type_in(form, drive_id=drive)
    save(qtbot, office, form)
    assert tab.plan is not None
    with office.workspace.read() as session:
        assert campaign_drives(session, tab.plan.id) == [drive]


def test_late_units_get_their_letter_from_the_page(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    tab = shown(qtbot, office, DeadlinesTab)
    assert isinstance(tab, DeadlinesTab)
    asked: list[object] = []
    tab.paper_asked.connect(lambda kind, _ids: asked.append(kind))
    tab.remind()
    assert asked == [PaperKind.REMINDER_LETTER]


def test_an_upper_office_types_the_households_of_places_without_a_list(
    qtbot: QtBot, upper: Workspace, runner: Runner, messages: Recorder
) -> None:
    office = Office(upper, runner)
    tab = shown(qtbot, office, TargetsTab, "xuan-tang-2022")
    assert isinstance(tab, TargetsTab)
    assert not tab.population.isHidden()
    tab.population.click()
    form = form_of(tab, PovertyTotalsForm)
    assert isinstance(form, PovertyTotalsForm)
    form.year.setText("2022")
    form.show_year()
    item = form.grid.item(0, 0)
    assert item is not None
    item.setText("1.600")
    form.try_it()
    assert form.isVisible(), "the source is missing"
    form.source.setText("Báo cáo 45/BC-UBND")
    save(qtbot, office, form)
    assert messages.successes == ["Đã ghi tổng số hộ năm 2022."]
    with upper.read() as session:
        assert [one.households for one in typed_totals(session, 2022).values()] == [1600]
