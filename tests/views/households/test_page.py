"""The list of households: found without accents, filtered, opened, taken off and brought back, saved to Excel."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.areas.queries import villages
from app.households.queries import HouseholdFilter
from app.workspace import Workspace
from tests.make import NATIONAL, make_approved, make_case, make_household
from tests.views.conftest import Recorder
from tests.views.office import Office, settled
from views.households.page import HouseholdsPage
from views.households.taking_off import TakeOffForm
from views.page import DOSSIER, EXCHANGE, LIST_IMPORT, NEW_HOUSEHOLD, InList
from views.runner import Runner

CONTROL = Qt.KeyboardModifier.ControlModifier


def opened(qtbot: QtBot, office: Office) -> HouseholdsPage:
    page = HouseholdsPage(office)
    office.runner.changed.connect(page.forget)
    qtbot.addWidget(page)
    page.resize(1140, 620)
    page.show()
    page.activateWindow()
    settled(qtbot, office.runner, lambda: page.table.complete)
    return page


def names(page: HouseholdsPage) -> list[str]:
    shown = [page.table.row_at(place) for place in range(page.table.count)]
    return [row.head_name for row in shown if row is not None]


def hua_nang(commune: Workspace) -> str:
    with commune.read() as session:
        return next(one.id for one in villages(session, "03151") if one.name == "Bản Hua Nạng")


@pytest.fixture
def office(commune: Workspace, runner: Runner) -> Office:
    village = hua_nang(commune)
    approved = make_case(commune, "Lò Văn Pâng", village_id=village, code="MH01", citizen_id="011072001234")
    make_case(commune, "Quàng Thị Pang", category="near_poor", gender="female")
    make_household(commune, "Nguyễn Phúc Hoàng Thị Kim Ngân Thùy Dương")
    make_approved(commune, approved)
    return Office(commune, runner)


def test_the_item_model_keeps_qts_rules(qtbot: QtBot, office: Office, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(opened(qtbot, office).table)


def test_the_list_says_where_each_house_stands(qtbot: QtBot, office: Office) -> None:
    page = opened(qtbot, office)
    assert page.panel.total.text() == "Đang xem 3 / 3 hộ · đã duyệt 60.000.000 đồng"
    assert page.heading.count.text() == "3 hộ"
    row = next(page.table.row_at(place) for place in range(3) if names(page)[place] == "Lò Văn Pâng")
    assert row is not None
    assert (row.group, row.next, row.paid, row.village) == ("approved", "Ghi khởi công", "0 / 60", "Bản Hua Nạng")
    assert row.citizen_id == "…1234"


def test_search_needs_no_accents_and_puts_exact_ones_first(qtbot: QtBot, office: Office) -> None:
    page = opened(qtbot, office)
    QTest.keyClicks(page.panel.search, "pang")
    qtbot.waitUntil(lambda: page.table.complete and page.table.count == 2)
    page.panel.search.setText("pâng")
    qtbot.waitUntil(lambda: page.table.complete and names(page)[:1] == ["Lò Văn Pâng"])
    page.panel.search.setText("1234")
    qtbot.waitUntil(lambda: page.table.complete and names(page) == ["Lò Văn Pâng"])


def test_filters_narrow_and_a_figure_elsewhere_opens_them(qtbot: QtBot, office: Office) -> None:
    page = opened(qtbot, office)
    page.filters.category.field.setText("can ngheo")
    page.filters.category.field.editingFinished.emit()
    qtbot.waitUntil(lambda: page.table.complete and names(page) == ["Quàng Thị Pang"])
    page.receive(HouseholdFilter(statuses=frozenset({"approved"}), programme_id=NATIONAL))
    qtbot.waitUntil(lambda: page.table.complete and names(page) == ["Lò Văn Pâng"])
    assert page.filters.status.currentText() == "Đã duyệt"
    assert page.filters.category.value() == ""
    assert "Xóa nhà tạm" in page.filters.programme.text()
    page.receive(HouseholdFilter())
    page.filters.place.set_value(hua_nang(office.workspace))
    page.filters.place.changed.emit()
    qtbot.waitUntil(lambda: page.table.complete and names(page) == ["Lò Văn Pâng"])


def test_enter_opens_the_dossier_which_can_go_on_in_the_list(qtbot: QtBot, office: Office) -> None:
    page = opened(qtbot, office)
    page.view.go_to(0)
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    where, request = office.gone_to[-1]
    assert where == DOSSIER
    assert isinstance(request, InList)
    assert request.household_id == _id_at(page, 0)
    assert request.step(1) == _id_at(page, 1)
    assert page.view.currentIndex().row() == 1
    assert request.step(5) is None


def _id_at(page: HouseholdsPage, place: int) -> str:
    row = page.table.row_at(place)
    assert row is not None
    return str(row.id)


def test_an_empty_list_offers_both_beginnings(qtbot: QtBot, commune: Workspace, runner: Runner) -> None:
    page = opened(qtbot, office := Office(commune, runner))
    assert page.panel.empty.isVisible()
    assert page.panel.empty.sentence.text().startswith("Chưa có hộ nào.")
    page.import_list()
    QTest.keyClick(page, Qt.Key.Key_N, CONTROL)
    assert [name for name, _ in office.gone_to] == [LIST_IMPORT, NEW_HOUSEHOLD]


def test_taken_off_with_a_reason_and_brought_back(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    page = opened(qtbot, office)
    page.table.tick([names(page).index("Quàng Thị Pang")], on=True)
    page.take_ticked_off()
    form = page.findChildren(TakeOffForm)[0]
    form.try_it()
    assert form.isVisible()
    form.reason.setEditText("Nhập trùng")
    form.try_it()
    settled(qtbot, office.runner, lambda: page.table.count == 2)
    assert messages.successes[-1].startswith("Đã đưa 1 hộ ra khỏi danh sách.")
    page.filters.status.set_value("off")
    page.filters.status.changed.emit()
    settled(qtbot, office.runner, lambda: page.table.count == 1)
    row = page.table.row_at(0)
    assert row is not None
    assert (row.head_name, row.next) == ("Quàng Thị Pang", "Nhập trùng")
    page.view.opened.emit(row.key)
    place, request = office.gone_to[-1]
    assert (place, getattr(request, "household_id", None)) == (DOSSIER, row.id), "its dossier is looked at"
    page.table.tick([0], on=True)
    assert page.bring_back.isVisible()
    page.bring_ticked_back()
    settled(qtbot, office.runner, lambda: page.table.count == 0)
    page.receive(HouseholdFilter())
    settled(qtbot, office.runner, lambda: page.table.count == 3)


def test_the_row_in_hand_is_taken_off_by_one_key(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    page = opened(qtbot, office)
    page.view.go_to(0)
    page.view.setFocus()
    qtbot.waitUntil(page.view.hasFocus)
    QTest.keyClick(page.view, Qt.Key.Key_Delete)
    form = page.findChildren(TakeOffForm)[0]
    form.reason.setEditText("Nhập nhầm")
    form.try_it()
    settled(qtbot, office.runner, lambda: page.table.count == 2)


def test_what_is_dropped_goes_where_it_is_read(qtbot: QtBot, office: Office, tmp_path: Path) -> None:
    page = opened(qtbot, office)
    one, other, photos = (tmp_path / name for name in ("danh sách.xlsx", "gói.xlsx", "ảnh.zip"))
    for files in ((one,), (one, other), (photos,), (tmp_path,)):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        none = Qt.KeyboardModifier.NoModifier
        page.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none))
    assert office.gone_to == [
        (LIST_IMPORT, one),
        (EXCHANGE, [one, other]),
        (EXCHANGE, [photos]),
        (EXCHANGE, [tmp_path]),
    ]


def test_a_change_elsewhere_shows_at_once(qtbot: QtBot, office: Office) -> None:
    page = opened(qtbot, office)
    make_case(office.workspace, "Vàng Thị Mỵ")
    settled(qtbot, office.runner, lambda: page.table.count == 4)
    assert "Vàng Thị Mỵ" in names(page)


def test_what_is_found_goes_to_excel_with_the_numbers_of_people_whole_or_hidden(
    qtbot: QtBot, office: Office, messages: Recorder, tmp_path: Path
) -> None:
    make_case(office.workspace, "Vì Thị Pang", citizen_id="011085001234", phone="0912345678")
    page = opened(qtbot, office)
    page.panel.search.setText("pang")
    qtbot.waitUntil(lambda: page.table.complete and page.table.count == 3)
    for answer, numbers in (
        ("Để đủ số", {"011085001234", "0912345678"}),
        ("Che số, chỉ để số cuối", {"******234", "******678"}),
    ):
        file = tmp_path / f"{answer[:2]}.xlsx"
        messages.answer(answer)
        messages.give_files(file)
        page.to_excel.click()
        settled(qtbot, office.runner, file.exists)
        assert messages.successes[-1] == f"Đã ghi 3 hộ vào tệp {file.name}."
        rows = list(load_workbook(file)["Danh sách hộ"].iter_rows(min_row=3, values_only=True))
        assert rows[0][2] == "Họ và tên chủ hộ"
        assert {row[2] for row in rows[1:]} == {"Lò Văn Pâng", "Quàng Thị Pang", "Vì Thị Pang"}
        assert "60000000" in {str(row[14]) for row in rows[1:]}
        assert numbers <= {str(cell) for row in rows for cell in row}


def test_an_upper_office_sees_the_commune_and_adds_nothing(qtbot: QtBot, upper: Workspace, runner: Runner) -> None:
    page = opened(qtbot, Office(upper, runner))
    titles = [column.title for column in page.table.columns]
    assert "Xã" in titles
    assert "gói dữ liệu" in page.panel.empty.sentence.text()
