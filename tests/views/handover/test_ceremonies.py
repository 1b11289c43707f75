"""Ceremonies on screen: what is typed is kept, houses change places, what cannot be done says why."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ceremonies.drafts import CeremonyDraft, FailedDraft
from app.ceremonies.operations import fail_house, save_ceremony
from app.ceremonies.queries import ceremonies, ceremony_sheet
from app.reports.phone_book import PhoneLine
from app.wording import ceremonies as words
from app.wording.papers_ceremonies import USUAL_ITEMS
from app.workspace import Workspace
from models.vocabulary import PaperKind
from tests.app.ceremonies.test_ceremonies import ceremony_of
from tests.make import make_approved, make_case, make_finished
from tests.views.conftest import Recorder
from tests.views.office import Office, settled
from views.handover.ceremony_form import CeremonyForm, FailedForm, GuestsPart
from views.handover.forms import OneLineForm
from views.handover.page import HandoverPage
from views.page import DOSSIER
from views.runner import Runner


@pytest.fixture
def cases(commune: Workspace) -> list[str]:
    made = [make_case(commune, name) for name in ("Cà Văn Ánh", "Quàng Thị Ín", "Tòng Văn Ơn")]
    make_approved(commune, *made)
    make_finished(commune, *made, day="2026-11-01")
    return made


def shown(qtbot: QtBot, commune: Workspace, runner: Runner) -> HandoverPage:
    page = HandoverPage(Office(commune, runner))
    qtbot.addWidget(page)
    runner.changed.connect(page.forget)
    page.resize(1140, 580)
    page.show()
    page.show_tab_called(words.TAB)
    tab = page.ceremonies
    settled(qtbot, runner, lambda: tab.list.table.complete and not tab._soon.isActive())
    return page


def form_of(page: QWidget, kind: type[CeremonyForm]) -> CeremonyForm:
    return page.findChildren(kind)[-1]


def saved(commune: Workspace) -> CeremonyDraft:
    with commune.read() as session:
        return ceremony_sheet(session, ceremonies(session)[0].id).draft


def test_the_ticked_houses_become_a_ceremony_in_the_order_the_officer_gives(
    qtbot: QtBot, commune: Workspace, runner: Runner, cases: list[str], messages: Recorder
) -> None:
    page = shown(qtbot, commune, runner)
    page.to_hand_over.table.tick([0, 1, 2], on=True)
    page.make_ceremony()
    settled(qtbot, runner)
    form = form_of(page, CeremonyForm)
    assert [line[1] for line in form.items.cells()] == list(USUAL_ITEMS)
    form.houses.move_to(2)
    form.houses.shift(-1)
    form.houses.shift(-1)
    form.houses.shift(-1)
    form.houses.move_to(2)
    form.houses.take_off()
    form.try_it()
    assert form.marks.count == 2, "day and place"
    form.held_on.set_value("2026-11-18")
    form.venue.setText("Nhà văn hóa")
    QGuiApplication.clipboard().setText("Phạm Thị Thu\tGiám đốc\tHoa Ban\nTrần Văn Lợi")
    form.guests.setCurrentCell(0, 0)
    QTest.keyClick(form.guests, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    form.try_it()
    settled(qtbot, runner)
    assert messages.successes == ["Đã lưu lễ bàn giao ngày 18/11/2026, 2 nhà."]
    draft = saved(commune)
    assert [one.case_id for one in draft.houses] == [cases[2], cases[0]]
    assert [(one.name, one.unit) for one in draft.guests] == [("Phạm Thị Thu", "Hoa Ban"), ("Trần Văn Lợi", None)]
    QGuiApplication.clipboard().clear()


def test_guests_are_taken_from_the_phone_book(qtbot: QtBot) -> None:
    known = [PhoneLine("1", "office", "Lò Thị Hoa", "Chủ tịch Mặt trận"), PhoneLine("2", "donor", "Cà Văn Ơn")]
    part = GuestsPart(known)
    qtbot.addWidget(part)
    part.grid.show_lines([("Tòng Văn Ơn", "", "Bản Đán")])
    for key in ("1", "2"):
        part.book.set_value(key)
        part.book.changed.emit()
    assert part.grid.cells() == [
        ("Tòng Văn Ơn", "", "Bản Đán"),
        ("Lò Thị Hoa", "Chủ tịch Mặt trận", ""),
        ("Cà Văn Ơn", "", ""),
    ]
    assert part.book.value() is None


def test_a_ceremony_is_changed_and_called_off(
    qtbot: QtBot, commune: Workspace, runner: Runner, cases: list[str], messages: Recorder
) -> None:
    save_ceremony(commune, replace(ceremony_of(cases), note="Mời trước ba ngày"))
    page = shown(qtbot, commune, runner)
    tab = page.ceremonies
    settled(qtbot, runner, lambda: tab.houses.table.count == 3)
    tab.edit()
    form = form_of(page, CeremonyForm)
    form.venue.setText("Sân ủy ban")
    form.try_it()
    settled(qtbot, runner)
    draft = saved(commune)
    assert (draft.venue, draft.note, len(draft.guests), len(draft.items)) == ("Sân ủy ban", "Mời trước ba ngày", 2, 2)
    assert [one.receiver for one in draft.houses] == [None, None, "Quàng Văn Nam"]
    tab.show_paper(PaperKind.CEREMONY_INVITATION)
    settled(qtbot, runner)
    assert page.papers.document is not None
    assert page.papers.document.pageCount() == 2
    messages.answer(words.REMOVE)
    tab.remove()
    settled(qtbot, runner, lambda: tab.list.table.count == 0)
    assert messages.successes[-1] == "Đã bỏ lễ bàn giao ngày 18/11/2026."


def test_a_house_fails_only_with_a_reason_and_a_day_to_look_again(
    qtbot: QtBot, commune: Workspace, runner: Runner, cases: list[str], messages: Recorder
) -> None:
    save_ceremony(commune, ceremony_of(cases))
    page = shown(qtbot, commune, runner)
    tab = page.ceremonies
    settled(qtbot, runner, lambda: tab.houses.table.count == 3)
    tab.houses.view.go_to(1)
    tab.fail()
    form = page.findChildren(FailedForm)[-1]
    form.try_it()
    assert form.marks.count == 2
    form.reason.setText("Mái dột")
    form.review_on.set_value("2026-12-01")
    form.try_it()
    settled(qtbot, runner, lambda: not tab._soon.isActive())
    assert messages.successes == ["Nhà của hộ Quàng Thị Ín trở lại đang xây, xem lại ngày 01/12/2026."]
    settled(qtbot, runner, lambda: tab.houses.table.count == 3)
    assert tab.houses.table.index(2, 6).data().startswith("rút khỏi lễ")
    tab.houses.view.go_to(2)
    tab.fail()
    tab.void()
    tab.houses.view.opened.emit(cases[1])
    assert len(messages.troubles) == 2
    assert page.frame.gone_to[-1][0] == DOSSIER  # type: ignore[attr-defined]


def test_without_a_ceremony_each_button_says_so(
    qtbot: QtBot, commune: Workspace, runner: Runner, messages: Recorder
) -> None:
    page = shown(qtbot, commune, runner)
    tab = page.ceremonies
    tab.begin()
    assert messages.troubles == [words.NOBODY_WAITS]
    for act in (tab.print_set, tab.hand_over, tab.edit, lambda: tab.show_paper(PaperKind.CEREMONY_GUESTS)):
        act()
        assert messages.troubles[-1] == words.NOTHING
    assert not page.findChildren(OneLineForm)


def test_when_all_failed_there_is_nothing_to_hand_over(
    qtbot: QtBot, commune: Workspace, runner: Runner, cases: list[str], messages: Recorder
) -> None:
    _, ceremony, _ = save_ceremony(commune, ceremony_of(cases))
    for case in cases:
        fail_house(commune, ceremony, FailedDraft(case, "2026-11-17", "Mái dột", "2026-12-01"))
    page = shown(qtbot, commune, runner)
    page.ceremonies.hand_over()
    page.ceremonies.print_set()
    assert messages.troubles == [words.ALL_HANDED, words.NO_HOUSES]
