"""Half-typed work comes back after leaving, after a crash after kill -9; it goes when it is saved or thrown away."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.settings import Settings
from app.support.facts import CaseFacts
from app.wording import half_typed as words
from app.workspace import Workspace, open_workspace
from tests.views.conftest import Recorder
from tests.views.office import settled
from views import messages as window_messages
from views.drafts_page import DraftsPage
from views.half_typed import half_typed
from views.handover.ceremony_form import CeremonyForm
from views.handover.receivers import RECEIVER, THUMBPRINT
from views.households.form import HouseholdEditor
from views.memory import ShortMemory
from views.office_window import OfficeWindow
from views.page import DRAFTS, NEW_HOUSEHOLD, TODAY
from views.password_form import PasswordForm
from views.reports.today import TodayPage
from views.short_form import ShortForm
from views.widgets.form import text_line

ROOT = Path(__file__).parents[2]


class ReasonForm(ShortForm):
    """A short form about one thing."""

    def __init__(self, parent: QWidget, about: str) -> None:
        super().__init__(parent, "Ghi lý do", "Lưu")
        self._about = about
        self.reason = text_line()
        self.form.add_field("reason", "Lý do", self.reason)

    def carry_out(self) -> None:
        self.accept()


@pytest.fixture
def window(qtbot: QtBot, commune: Workspace, messages: Recorder) -> Iterator[OfficeWindow]:
    made = OfficeWindow(commune, memory=ShortMemory())
    window_messages.write_to(messages)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    settled(qtbot, made.runner)
    yield made
    made.close()


def form_about(window: OfficeWindow, about: str) -> ReasonForm:
    made = ReasonForm(window.page(TODAY), about)
    made.show()
    return made


def type_into(qtbot: QtBot, window: OfficeWindow, line: QLineEdit, text: str) -> None:
    QTest.keyClicks(line, text)
    qtbot.waitUntil(lambda: any(text in one.text for one in half_typed(window.memory)), timeout=5_000)


def test_a_short_form_that_is_left_comes_back_as_it_was_typed(qtbot: QtBot, window: OfficeWindow) -> None:
    form = form_about(window, "Lò Văn Pâng")
    type_into(qtbot, window, form.reason, "cho tho")
    QTest.keyClick(form, Qt.Key.Key_Escape)
    again = form_about(window, "Lò Văn Pâng")
    assert again.reason.text() == "cho tho"
    assert "Bản nháp gõ lúc" in again.typed_before.text()
    assert again.drop_draft.isVisible()
    other = form_about(window, "Quàng Thị Ín")
    assert other.reason.text() == "", "a draft never comes up in the form of another house"
    again.drop_draft.click()
    assert again.reason.text() == ""
    assert half_typed(window.memory) == []


def test_what_was_typed_just_before_esc_is_kept_too_and_saving_drops_it(qtbot: QtBot, window: OfficeWindow) -> None:
    form = form_about(window, "Lò Văn Pâng")
    QTest.keyClicks(form.reason, "a")
    QTest.keyClick(form, Qt.Key.Key_Escape)
    again = form_about(window, "Lò Văn Pâng")
    assert again.reason.text() == "a"
    again.confirm.click()
    assert half_typed(window.memory) == []


def test_grids_of_a_form_come_back_each_line_to_whom_it_was_typed_for(qtbot: QtBot, window: OfficeWindow) -> None:
    people = (("1", "Lò Văn Pâng"), ("2", "Quàng Thị Ín"))
    facts = [CaseFacts(one, one, name, None, None, None, "s", 1) for one, name in people]
    form = CeremonyForm(window, facts, None, window)
    form.show()
    form.guests.put(0, 0, "Cà Văn Thiện")
    takers = form.houses.takers
    takers.setData(takers.index(1, RECEIVER), "Quàng Văn Lả")
    takers.setData(takers.index(1, THUMBPRINT), Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    form.reject()
    again = CeremonyForm(window, facts, None, window)
    again.show()
    assert again.half_typed.restored is not None
    assert again.guests.cells() == [("Cà Văn Thiện", "", "")]
    assert again.houses.takers.of_case("2") == ("Quàng Văn Lả", None, True)
    assert again.houses.takers.of_case("1") == (None, None, False)
    again.drop_draft.click()
    assert again.guests.cells() == []
    assert again.houses.takers.of_case("2") == (None, None, False)
    again.reject()


def test_a_secret_is_never_kept(qtbot: QtBot, window: OfficeWindow) -> None:
    form = PasswordForm(window.page(TODAY), "Mật khẩu", "Lưu", lambda _: None, twice=True)
    form.show()
    QTest.keyClicks(form.password, "bi mat 123")
    form.reject()
    assert "bi mat" not in str(window.memory.get("") or vars(window.memory))


def test_drafts_are_listed_gone_on_with_and_thrown_away(qtbot: QtBot, window: OfficeWindow, messages: Recorder) -> None:
    window.go(NEW_HOUSEHOLD)
    editor = window.page(NEW_HOUSEHOLD).findChild(HouseholdEditor)
    assert editor is not None
    name = editor.fields.fields["head_name"]
    assert isinstance(name, QLineEdit)
    QTest.keyClicks(name, "Lo Van Pang")
    window.go(TODAY)
    form = form_about(window, "Quàng Thị Ín")
    type_into(qtbot, window, form.reason, "cho tho")
    form.reject()
    assert len(half_typed(window.memory)) == 2
    window.go(DRAFTS, "")
    page = window.page(DRAFTS)
    assert isinstance(page, DraftsPage)
    settled(qtbot, window.runner, lambda: page.list.table.count == 2)
    place = next(at for at, one in enumerate(half_typed(window.memory)) if one.is_form)
    page.list.view.setCurrentIndex(page.list.table.index(place, 0))
    settled(qtbot, window.runner, lambda: page.list.current() is not None)
    page.go_on.click()
    assert window.current == TODAY
    assert words.OPEN_FORM.format(title="Ghi lý do") in messages.successes
    window.go(DRAFTS, "")
    settled(qtbot, window.runner, lambda: page.list.table.count == 2)
    page.list.view.setCurrentIndex(page.list.table.index(place, 0))
    settled(qtbot, window.runner, lambda: page.list.current() is not None)
    messages.answer(words.DROP_YES)
    page.drop()
    assert [one.title for one in half_typed(window.memory)] == ["Hộ mới"]


_TYPE = """
import sys
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from app.settings import Settings
from app.support.facts import CaseFacts
from views import application
from views.half_typed import half_typed
from views.handover.ceremony_form import CeremonyForm
from views.handover.receivers import RECEIVER, THUMBPRINT
from views.households.form import HouseholdEditor
from views.page import NEW_HOUSEHOLD, TODAY
from tests.views.test_half_typed import ReasonForm
folder = Path(sys.argv[1])
made = application.make_application()
program = application.Program(folder)
assert program.start()
window = program.window
window.activateWindow()
window.go(NEW_HOUSEHOLD)
editor = window.page(NEW_HOUSEHOLD).findChild(HouseholdEditor)
QTest.keyClicks(editor.fields.fields["head_name"], "Lo Van Pang")
QTest.qWait(2500)
form = ReasonForm(window.page(TODAY), "Quàng Thị Ín")
form.show()
QTest.keyClicks(form.reason, "cho tho")
while len(half_typed(Settings(folder))) < 2:
    QTest.qWait(100)
print("typed", flush=True)
made.exec()
"""


def test_a_killed_program_gives_back_what_was_half_typed(qtbot: QtBot, commune: Workspace, messages: Recorder) -> None:
    commune.close()
    command = [sys.executable, "-c", _TYPE, str(commune.folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as started:
        assert started.stdout is not None
        assert started.stdout.readline().strip() == "typed"
        started.kill()
    workspace = open_workspace(commune.folder)
    workspace.hold_window()
    window = OfficeWindow(workspace, memory=Settings(commune.folder))
    qtbot.addWidget(window)
    window.show()
    today = window.page(TODAY)
    assert isinstance(today, TodayPage)
    settled(qtbot, window.runner, lambda: today.facts is not None)
    assert words.COUNT.format(count=2) in [one.text.text() for one in today.sentences]
    window.go(NEW_HOUSEHOLD)
    editor = window.page(NEW_HOUSEHOLD).findChild(HouseholdEditor)
    assert editor is not None
    assert editor.fields.texts()["head_name"] == "Lo Van Pang"
    form = form_about(window, "Quàng Thị Ín")
    assert form.reason.text() == "cho tho"
    form.reject()
    window.close()
    assert messages.asked == [], "closing asks no riddle"
