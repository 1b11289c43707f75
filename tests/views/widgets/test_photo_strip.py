"""Photos are added by dropping or choosing, shown small, and taken off after a question."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from app.photos.operations import SURVEY
from app.pictures import photo_path
from app.wording import photos as words
from app.workspace import Workspace
from tests.app.exchange.pictures import jpeg, take_photos
from tests.app.photos.test_photos import phone_picture
from tests.make import make_household
from tests.views.conftest import Recorder
from tests.views.office import Office, settled
from views.runner import Runner
from views.widgets.photo_strip import PhotoStrip


@pytest.fixture
def strip(qtbot: QtBot, commune: Workspace, runner: Runner, messages: Recorder) -> PhotoStrip:
    made = PhotoStrip(Office(commune, runner), make_household(commune), SURVEY, words.TITLE)
    qtbot.addWidget(made)
    runner.changed.connect(made.forget)
    made.show()
    return made


def test_a_dropped_picture_is_shown_with_its_day_and_taken_off_after_a_question(
    qtbot: QtBot, strip: PhotoStrip, messages: Recorder, tmp_path: Path
) -> None:
    assert strip.empty.isVisible()
    assert not strip.remove_button.isEnabled()
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(phone_picture(tmp_path / "a.jpg")))])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, dropped, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    strip.strip.dropEvent(event)
    settled(qtbot, strip.frame.runner)
    assert strip.strip.count() == 1
    item = strip.strip.item(0)
    assert item.text() == "05/10/2026"
    assert not item.icon().isNull()
    strip.strip.setCurrentRow(0)
    messages.answer(words.REMOVE)
    strip.remove_button.click()
    settled(qtbot, strip.frame.runner)
    assert strip.strip.count() == 0
    assert strip.empty.isVisible()


def test_a_photo_that_has_not_come_stands_as_an_empty_frame_and_says_so_when_it_is_opened(
    qtbot: QtBot, strip: PhotoStrip, messages: Recorder, tmp_path: Path
) -> None:
    (content,) = take_photos(strip.frame.workspace, strip.household_id, jpeg(1))
    photo_path(strip.frame.workspace.folder, content).unlink()
    strip.read()
    item = strip.strip.item(0)
    assert not item.icon().isNull()
    assert "chờ ảnh" in item.toolTip()
    strip.strip.itemActivated.emit(item)
    assert messages.shown + messages.troubles == [words.NOT_HERE]
