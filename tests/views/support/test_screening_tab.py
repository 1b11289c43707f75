"""The tab "Rà soát": who handed in, households counted by group against those that have names."""

from __future__ import annotations

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.review.drafts import ReturnDraft, RoundDraft
from app.review.operations import save_returns, save_round
from app.review.queries import RoundSheet, SheetLine, round_sheet, rounds
from tests.make import make_case
from tests.views.conftest import Recorder
from tests.views.office import Office, settled
from tests.views.support.conftest import shown
from views.support.page import SupportPage
from views.support.return_sheet import ReturnSheet
from views.support.screening_forms import AgencyForm, FoundForm, RoundForm
from views.support.screening_tab import ScreeningTab


def open_round(office: Office) -> str:
    return save_round(office.workspace, RoundDraft("Rà soát 2026", "2026-10-01", due_on="2026-10-15"))[1]


def sheet_of(office: Office, round_id: str) -> RoundSheet:
    with office.workspace.read() as session:
        return round_sheet(session, round_id)


def tab_of(qtbot: QtBot, office: Office) -> ScreeningTab:
    return shown(qtbot, office, ScreeningTab(office))


def place(tab: ScreeningTab, column: str, name: str = "Bản Hua Nạng") -> Any:
    row = next(number for number, line in enumerate(tab.sheet.rows) if line.name == name)
    return tab.sheet.index(row, [one.name for one in tab.sheet.columns].index(column))


@pytest.mark.parametrize("size", [0, 3, 40])
def test_the_sheet_keeps_qts_contract(qtmodeltester: Any, size: int) -> None:
    sheet = ReturnSheet()
    sheet.show_rows(
        [SheetLine(str(n), None, f"Bản {n}", None, None, None, {"poor": n}, {}, None, None) for n in range(size)]
    )
    qtmodeltester.check(sheet)


def test_without_a_round_the_tab_says_how_to_begin(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    tab = tab_of(qtbot, office)
    assert tab.stack.currentWidget() is tab.empty
    tab.begin()
    form = tab.findChildren(RoundForm)[-1]
    form.try_it()
    assert form.marks.count == 1
    form.name.setText("Rà soát 2026")
    form.try_it()
    settled(qtbot, office.runner, lambda: tab.stack.currentWidget() is tab.board)
    assert messages.successes == ["Đã ghi đợt rà soát."]


def test_counts_are_typed_and_saved_as_one_change(
    qtbot: QtBot, office: Office, village: str, messages: Recorder
) -> None:
    round_id = open_round(office)
    tab = tab_of(qtbot, office)
    tab.sheet.paste(place(tab, "poor"), "5\t2")
    assert place(tab, "state").data() == "Đã nộp"
    assert place(tab, "returned_on").data()
    tab.add_agency("Hội Phụ nữ xã")
    tab.sheet.setData(place(tab, "elderly_alone", "Hội Phụ nữ xã"), "1")
    assert "đếm được 8 hộ" in tab.state.text()
    tab.save()
    settled(qtbot, office.runner)
    assert messages.successes == ["Đã ghi kết quả rà soát của 2 nơi."]
    found = sheet_of(office, round_id)
    counted = {line.name: dict(line.counted) for line in found.lines if line.counted}
    assert counted == {"Bản Hua Nạng": {"poor": 5, "near_poor": 2}, "Hội Phụ nữ xã": {"elderly_alone": 1}}
    assert not tab.sheet.changed


def test_who_has_not_handed_in_is_told(qtbot: QtBot, office: Office, village: str) -> None:
    open_round(office)
    tab = tab_of(qtbot, office)
    assert place(tab, "state").data() == "Chưa nộp"
    tab.sheet.setData(place(tab, "state"), "chưa nộp")
    assert not tab.sheet.wrong_places()
    tab.sheet.toggle(place(tab, "state"))
    assert place(tab, "state").data() == "Đã nộp"


def test_the_note_of_a_return_is_shown_and_outlives_a_change_of_its_counts(
    qtbot: QtBot, office: Office, village: str, messages: Recorder
) -> None:
    round_id = open_round(office)
    handed_in = ReturnDraft(round_id, village, None, "returned", "2026-10-10", None, {"poor": 2}, "Thiếu chữ ký")
    save_returns(office.workspace, [handed_in])
    tab = tab_of(qtbot, office)
    assert place(tab, "note").data() == "Thiếu chữ ký"
    tab.sheet.setData(place(tab, "poor"), "3")
    tab.save()
    settled(qtbot, office.runner)
    [line] = [one for one in sheet_of(office, round_id).lines if one.village_id == village]
    assert (line.counted["poor"], line.note) == (3, "Thiếu chữ ký")
    tab.sheet.setData(place(tab, "note"), "Đã bổ sung")
    tab.save()
    settled(qtbot, office.runner)
    assert place(tab, "note").data() == "Đã bổ sung"


def test_space_goes_round_the_states_and_a_state_taken_back_takes_its_day(
    qtbot: QtBot, office: Office, messages: Recorder
) -> None:
    open_round(office)
    tab = tab_of(qtbot, office)
    seen = []
    for _ in range(3):
        tab.sheet.toggle(place(tab, "state"))
        seen.append((place(tab, "state").data(), bool(place(tab, "returned_on").data())))
    assert seen == [("Đã nộp", True), ("Không có hộ", True), ("Chưa nộp", False)]


def test_a_cell_that_cannot_be_read_stops_the_save(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    round_id = open_round(office)
    tab = tab_of(qtbot, office)
    tab.sheet.setData(place(tab, "poor"), "năm")
    tab.save()
    assert tab.view.currentIndex() == place(tab, "poor")
    assert all(line.state is None for line in sheet_of(office, round_id).lines)


def test_households_with_names_stand_beside_those_counted(
    qtbot: QtBot, office: Office, village: str, messages: Recorder
) -> None:
    round_id = open_round(office)
    save_returns(office.workspace, [ReturnDraft(round_id, village, None, "returned", "2026-10-10", None, {"poor": 2})])
    make_case(office.workspace, village_id=village)
    page = shown(qtbot, office, SupportPage(office))
    rows = list(page.meeting.lists.waiting.source.first(None, 10))
    form = FoundForm(office, rows, page)
    form.try_it()
    settled(qtbot, office.runner)
    tab = page.screening
    settled(qtbot, office.runner, lambda: place(tab, "named").data() == "1")
    assert place(tab, "counted").data() == "2"
    problem = tab.sheet.problem(tab.sheet.rows[place(tab, "named").row()], "named")
    assert problem is not None
    assert problem.warning


def test_half_typed_counts_come_back(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    open_round(office)
    tab = tab_of(qtbot, office)
    tab.sheet.setData(place(tab, "poor"), "7")
    tab.keep_draft()
    assert place(tab_of(qtbot, office), "poor").data() == "7"


def test_an_agency_needs_a_name_and_a_round_can_be_changed(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    open_round(office)
    tab = tab_of(qtbot, office)
    form = AgencyForm(tab.add_agency, tab)
    form.try_it()
    assert form.marks.count == 1
    form.agency.setText("Đoàn Thanh niên xã")
    form.try_it()
    assert tab.sheet.rows[-1].name == "Đoàn Thanh niên xã"
    tab.change()
    change = tab.findChildren(RoundForm)[-1]
    change.closed_on.setText("31/10/2026")
    change.try_it()
    settled(qtbot, office.runner)
    with office.workspace.read() as session:
        assert [one.closed_on for one in rounds(session)] == ["2026-10-31"]
