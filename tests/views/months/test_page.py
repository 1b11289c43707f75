"""The page of a month's end: what is open is listed and opened, matched with the accountant, noted, closed, printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.funding.drafts import PaymentDraft
from app.funding.operations import pay
from app.months.queries import month_end
from app.parsing import today
from app.wording import months as words
from app.workspace import Workspace
from tests.app.months.test_matching import workbook
from tests.app.months.test_months import paid
from tests.views.conftest import Recorder
from tests.views.office import Office, settled
from views.doing import do
from views.months.page import MonthsPage, NoteForm
from views.page import DOSSIER
from views.runner import Runner

__all__ = ["paid"]
MONTH = f"{today():%Y-%m}"


@pytest.fixture
def page(qtbot: QtBot, commune: Workspace, paid: list[str], runner: Runner, messages: Recorder) -> MonthsPage:
    pay(commune, [PaymentDraft(paid[0], "NSTW", 1_000_000, f"{MONTH}-01", "PC 77", 2)])
    made = MonthsPage(Office(commune, runner))
    qtbot.addWidget(made)
    made.resize(1180, 620)
    made.show()
    made.receive(MONTH)
    loaded(qtbot, made)
    return made


def loaded(qtbot: QtBot, page: MonthsPage) -> None:
    settled(qtbot, page.frame.runner, lambda: page.found is not None and page.found.month == page.month)


def choose(qtbot: QtBot, page: MonthsPage, name: str) -> None:
    page.lines[name].choose.click()
    loaded(qtbot, page)
    tick = next(one for one in page.found.ticks if one.name == name)  # type: ignore[union-attr]
    settled(qtbot, page.frame.runner, lambda: page.list.table.count == len(tick.rows))


def test_a_tick_lists_its_houses_and_enter_opens_the_dossier(qtbot: QtBot, page: MonthsPage) -> None:
    choose(qtbot, page, "not_started")
    page.list.view.setCurrentIndex(page.list.table.index(0, 0))
    settled(qtbot, page.frame.runner, lambda: page.list.current() is not None)
    QTest.keyClick(page.list.view, Qt.Key.Key_Return)
    office = page.frame
    assert isinstance(office, Office)
    assert office.gone_to[-1][0] == DOSSIER
    page.lines["backup"].go.click()
    assert office.gone_to[-1] == ("settings", "backup")


def test_the_accountants_list_is_matched_and_its_differences_are_listed(
    qtbot: QtBot, page: MonthsPage, messages: Recorder, tmp_path: Path
) -> None:
    rows: list[list[object]] = [["Ngày", "Số chứng từ", "Số tiền"], [f"01/{MONTH[5:]}/{MONTH[:4]}", "PC 77", 900_000]]
    messages.give_files(workbook(tmp_path / "Kế toán.xlsx", rows))
    page.match()
    settled(qtbot, page.frame.runner, lambda: "Khác số tiền" in str(page.list.table.index(0, 3).data()))
    assert page.list.table.count == 1
    assert page.lines["ledger"].choose.isChecked()
    messages.give_files(workbook(tmp_path / "Khác.xlsx", [["Họ tên"], ["Lò Văn Pâng"]]))
    page.match()
    settled(qtbot, page.frame.runner, lambda: bool(messages.troubles))
    assert "Khác.xlsx" in messages.troubles[0]


def test_a_tick_by_hand_wants_a_note(qtbot: QtBot, page: MonthsPage) -> None:
    choose(qtbot, page, "unpaid")
    page.note_button.click()
    form = page.findChild(NoteForm)
    assert form is not None
    form.confirm.click()
    assert form.isVisible()
    form.note.setText("Chờ kho bạc")
    form.confirm.click()
    settled(qtbot, page.frame.runner)
    page.load()
    settled(qtbot, page.frame.runner, lambda: "Chờ kho bạc" in page.lines["unpaid"].text.text())
    assert page.lines["unpaid"].sign.text() == words.HAND_SIGN


def test_a_month_is_closed_printed_and_what_comes_late_is_told_with_the_reason(
    qtbot: QtBot, page: MonthsPage, paid: list[str], messages: Recorder, tmp_path: Path
) -> None:
    messages.answer(words.CLOSE_YES)
    page.close_button.click()
    settled(qtbot, page.frame.runner, lambda: bool(messages.successes))
    workspace = page.frame.workspace
    assert month_end(workspace, MONTH).closed_on == today().isoformat()
    page.load()
    settled(qtbot, page.frame.runner, lambda: page.close_button.text() == words.REOPEN)
    target = tmp_path / "khóa sổ.pdf"
    messages.give_files(target)
    page.save_page()
    settled(qtbot, page.frame.runner, target.exists)
    late = PaymentDraft(paid[0], "NSTW", 1_000_000, f"{MONTH}-01", "PC 78", 3)
    do(page.frame, lambda: pay(workspace, [late]), "Chi", "Đã chi.")
    settled(qtbot, page.frame.runner, lambda: bool(messages.warnings))
    assert words.late_text(MONTH, today().isoformat()) in messages.warnings[0]
