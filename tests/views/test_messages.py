"""Notices, questions and the message line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

from views import messages as window_messages
from views.message_line import MessageLine

if TYPE_CHECKING:
    from tests.views.conftest import Recorder


@pytest.fixture
def line(qtbot: QtBot) -> MessageLine:
    made = MessageLine()
    qtbot.addWidget(made)
    return made


def test_questions_are_answered_in_words(messages: Recorder) -> None:
    messages.answer("Đóng kỳ", "Thôi", "Thôi")
    assert window_messages.ask("Đóng kỳ này?", "Đóng kỳ", "Thôi")
    assert not window_messages.ask("Đóng kỳ này?", "Đóng kỳ", "Thôi")
    assert window_messages.choose("Chọn lý do", ["Chuyển đi", "Từ chối"]) is None
    assert messages.asked == ["Đóng kỳ này?", "Đóng kỳ này?", "Chọn lý do"]


def test_file_questions_bring_paths_or_nothing(messages: Recorder) -> None:
    messages.give_files(Path("a.xlsx"), Path("b.xlsx"))
    messages.give_files()
    assert len(window_messages.choose_open_files("Nhận gói", "package")) == 2
    assert window_messages.choose_save_file("Lưu vào đâu", "pdf", Path("bien-ban.pdf")) is None


def test_success_goes_away_by_itself_and_can_be_taken_back(qtbot: QtBot, line: MessageLine) -> None:
    taken: list[bool] = []
    line.show_success("Đã lưu hộ Lò Văn Pâng.", lambda: taken.append(True))
    assert line.isVisible()
    assert line._timer.isActive()
    assert line._timer.interval() == 6000
    line.undo.click()
    assert taken == [True]
    assert line.isHidden()
    line.show_success("Đã lưu.", None)
    assert line.undo.isHidden()
    line._timer.setInterval(1)
    line._timer.start()
    qtbot.waitUntil(line.isHidden)


def test_what_is_doubtful_about_a_save_stays_until_it_is_read(qtbot: QtBot, line: MessageLine) -> None:
    line.show_warning("Đã ghi khoản chi. Lưu ý: chưa ghi số chứng từ.")
    line.show_success("Đã lưu.", None)
    assert line.text.text() == "Đã ghi khoản chi. Lưu ý: chưa ghi số chứng từ."
    assert not line._timer.isActive()
    line.read.click()
    assert line.isHidden()


def test_trouble_stays_until_each_one_is_read(qtbot: QtBot, line: MessageLine) -> None:
    line.show_trouble("Chưa ghi được ra ổ E.")
    line.show_trouble("Không thấy tệp.")
    line.show_success("Đã lưu.", None)
    assert line.text.text() == "Chưa ghi được ra ổ E."
    line.read.click()
    assert line.text.text() == "Không thấy tệp."
    line.read.click()
    assert line.isHidden()
