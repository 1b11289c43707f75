"""F1 opens the guide at the section of the page in sight; Esc leads back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QKeySequence, QShortcut, QTextDocument
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.workspace import Workspace
from tests.views.conftest import Recorder
from tests.views.office import Office, settled
from views import messages as window_messages
from views.help_page import HelpPage
from views.help_window import HelpWindow
from views.memory import ShortMemory
from views.office_window import OfficeWindow
from views.page import UNITS
from views.runner import Runner
from views.short_form import ShortForm


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


@pytest.fixture
def page(qtbot: QtBot, commune: Workspace, runner: Runner) -> HelpPage:
    made = HelpPage(Office(commune, runner))
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


def test_f1_on_every_page_finds_its_section(window: OfficeWindow) -> None:
    opened = []
    for name, entry in window.entries.items():
        window.go(name)
        QTest.keyClick(window, Qt.Key.Key_F1)
        guide = window.page("help")
        assert isinstance(guide, HelpPage)
        assert window.current == "help"
        assert guide.shown is not None
        assert (guide.shown.name, guide.shown.title) == (name, entry.title)
        assert guide.shown.title in guide.text.toPlainText()
        opened.append(name)
        if name != "help":
            QTest.keyClick(guide.text, Qt.Key.Key_Escape)
            assert window.current == name
    assert len(opened) > 20
    assert UNITS in {one.name for one in HelpPage(window).sections}


def test_f1_in_a_form_opens_the_section_of_its_page_and_the_form_stays(qtbot: QtBot, window: OfficeWindow) -> None:
    window.go("funding")
    form = ShortForm(window.page("funding"), "Ghi khoản chi", "Lưu")
    form.show()
    next(one for one in form.findChildren(QShortcut) if one.key() == QKeySequence("F1")).activated.emit()
    help_window = form.findChild(HelpWindow)
    assert help_window is not None
    assert help_window.shown.name == "funding"
    help_window.show_section("words")
    assert help_window.shown.name == "words"
    QTest.keyClick(help_window, Qt.Key.Key_Escape)
    assert not help_window.isVisible()
    assert form.isVisible()
    form.reject()


def test_the_menu_opens_what_helps_in_trouble(window: OfficeWindow) -> None:
    action = next(one for one in window.menus.help.actions() if one.text() == "Khi có sự cố")
    action.trigger()
    guide = window.page("help")
    assert isinstance(guide, HelpPage)
    assert "Lưu tệp hỗ trợ" in guide.text.toPlainText()


def test_the_menu_saves_the_card_of_two_pages(
    qtbot: QtBot, window: OfficeWindow, messages: Recorder, tmp_path: Path
) -> None:
    messages.give_files(tmp_path / "the.pdf")
    next(one for one in window.menus.help.actions() if one.text() == "Thẻ dùng nhanh…").trigger()
    qtbot.waitUntil(lambda: bool(messages.successes))
    assert messages.successes == ["Đã lưu thẻ dùng nhanh the.pdf. In hai mặt một tờ, để cạnh bàn."]
    assert len(PdfReader(tmp_path / "the.pdf").pages) == 2


def test_words_are_found_without_accents_and_marked(page: HelpPage) -> None:
    page.search.look_for("khoi phuc")
    assert 1 <= page.list.count() < len(page.sections)
    assert page.text.extraSelections()
    page.search.look_for("zzz")
    assert page.list.count() == 0
    assert "Không có mục nào" in page.text.toPlainText()
    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    assert page.list.count() == len(page.sections)


def test_links_lead_to_sections_and_pictures_come_from_the_program(page: HelpPage) -> None:
    page.text.anchorClicked.emit(QUrl("#trouble"))
    assert page.shown is not None
    assert page.shown.name == "trouble"
    page.receive("households")
    image = QTextDocument.ResourceType.ImageResource.value
    picture = page.text.document().resource(image, QUrl("images/ho-gia-dinh.png"))
    assert 100 < picture.width() <= page.text.viewport().width()
