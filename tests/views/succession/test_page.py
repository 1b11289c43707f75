"""The page "Bàn giao công việc" over a real data folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from app.succession.giving import handed_over
from app.succession.taking import take
from app.workspace import Workspace
from tests.make import make_case
from tests.views.office import Office
from tests.window import Recorder, settled
from views.runner import Runner
from views.succession.page import ResumeForm, SuccessionPage

SECRET = "lúa nếp nương"  # noqa: S105 - of made-up files


@pytest.fixture
def page(qtbot: QtBot, commune: Workspace, runner: Runner, messages: Recorder) -> SuccessionPage:
    make_case(commune)
    made = SuccessionPage(Office(commune, runner))
    qtbot.addWidget(made)
    made.resize(1180, 600)
    made.show()
    return made


def fill(page: SuccessionPage, *, secret: str = SECRET, again: str = SECRET) -> None:
    page.to.setText("Quàng Văn Nghĩa")
    page.position.setText("Công chức địa chính")
    page.password.setText(secret)
    page.again.setText(again)


def test_the_minutes_are_seen_and_saved_before_the_file_is_written(
    qtbot: QtBot, page: SuccessionPage, messages: Recorder, tmp_path: Path
) -> None:
    fill(page)
    page.show_button.click()
    settled(qtbot, page.frame.runner, lambda: page.pane.sight.file is not None)
    assert page.pane.sight.file is not None
    text = PdfReader(page.pane.sight.file).pages[0].extract_text()
    assert "Quàng Văn Nghĩa" in text
    target = tmp_path / "bb.docx"
    messages.give_files(target)
    page.pane.word_button.click()
    settled(qtbot, page.frame.runner, target.exists)
    assert any("Quàng Văn Nghĩa" in one.text for one in Document(str(target)).paragraphs)


@pytest.mark.parametrize(
    ("name", "secret", "again", "marked"),
    [("", SECRET, SECRET, 1), ("Nghĩa", "ngắn", "ngắn", 1), ("Nghĩa", SECRET, "khác hẳn rồi", 1)],
)
def test_what_is_missing_is_marked_and_nothing_is_written(
    page: SuccessionPage, messages: Recorder, name: str, secret: str, again: str, marked: int
) -> None:
    fill(page, secret=secret, again=again)
    page.to.setText(name)
    page.give_button.click()
    assert page.marks.count == marked
    assert messages.asked == []
    assert handed_over(page.frame.workspace) is None


def test_the_file_is_written_the_laptop_rests_and_may_go_on(
    qtbot: QtBot, page: SuccessionPage, messages: Recorder, tmp_path: Path
) -> None:
    fill(page)
    target = tmp_path / "usb" / "a.maiam"
    messages.give_files(target)
    page.give_button.click()
    settled(qtbot, page.frame.runner, lambda: handed_over(page.frame.workspace) is not None)
    assert messages.warnings[-1].startswith(f"Đã ghi tệp bàn giao {target} và đọc lại đủ")
    assert (page.password.text(), page.again.text()) == ("", "")
    page.forget(None)
    assert page.state.text().startswith("Máy này đã bàn giao công việc cho Quàng Văn Nghĩa")
    taken = take(tmp_path / "mới", target, SECRET)
    taken.workspace.close()
    page.resume_button.click()
    [form] = page.findChildren(ResumeForm)
    form.try_it()
    assert form.marks.count == 1
    form.reason.setText("Người nhận chưa có máy")
    form.try_it()
    settled(qtbot, page.frame.runner, lambda: handed_over(page.frame.workspace) is None)
    assert messages.successes[-1] == "Máy này ghi việc mới được trở lại; số giấy tờ từ nay có chữ c."
    assert not page.resume_button.isVisible()


def test_a_stick_that_is_gone_is_a_sentence_and_the_laptop_goes_on(
    qtbot: QtBot, page: SuccessionPage, messages: Recorder, tmp_path: Path
) -> None:
    fill(page)
    blocked = tmp_path / "usb"
    blocked.write_text("không phải thư mục", encoding="utf-8")
    messages.give_files(blocked / "a.maiam")
    page.give_button.click()
    settled(qtbot, page.frame.runner, lambda: bool(messages.troubles))
    assert handed_over(page.frame.workspace) is None
    assert page.give_button.isEnabled()
    assert page.password.text() == SECRET, "what was typed stays"
