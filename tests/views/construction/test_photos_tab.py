"""Pictures on screen: given to houses and stages by keyboard alone, saved as one change; what is not given stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.construction.drafts import StageDraft
from app.construction.operations import record_stages
from app.photos.operations import SURVEY
from app.photos.queries import photos_of
from app.photos.waiting import waiting_photos
from app.support.queries import case_facts
from app.wording import photos as words
from app.workspace import Workspace
from models.vocabulary import PaperKind, Stage
from tests.app.photos.test_waiting import zalo_pictures
from tests.make import make_approved, make_case
from tests.views.conftest import Recorder
from tests.views.office import Office, settled
from views.construction.page import ConstructionPage
from views.construction.panel import ConstructionPanel
from views.construction.photo_sheets import PhotoSheets
from views.construction.photos_tab import PhotosTab
from views.runner import Runner

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def cases(commune: Workspace) -> list[str]:
    """Two approved houses; the roof of the second is done."""
    made = [make_case(commune, name) for name in ("Cà Văn Ánh", "Quàng Văn Ín")]
    make_approved(commune, *made)
    record_stages(commune, [StageDraft(made[1], Stage.ROOF, "2025-08-01")])
    return made


@pytest.fixture
def page(qtbot: QtBot, commune: Workspace, runner: Runner, cases: list[str], messages: Recorder) -> ConstructionPage:
    made = ConstructionPage(Office(commune, runner))
    qtbot.addWidget(made)
    runner.changed.connect(made.forget)
    made.resize(1140, 580)
    made.show()
    made.activateWindow()
    made.show_tab_called(words.TAB)
    settled(qtbot, runner)
    return made


def press(*keys: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Keys to whatever has the focus."""
    for key in keys:
        widget = QGuiApplication.focusObject()
        assert widget is not None
        QTest.keyClick(widget, key, modifier)  # type: ignore[call-overload]  # the focus is always on a widget


def take(qtbot: QtBot, tab: PhotosTab, files: list[Path]) -> None:
    tab.take(files)
    settled(qtbot, tab.frame.runner)


def kept(workspace: Workspace, case: str) -> list[tuple[str, str | None]]:
    """Subject and day of the photos of a case's house."""
    with workspace.read() as session:
        house = case_facts(session, [case])[case].household_id
        return [(one.subject, one.taken_on) for one in photos_of(session, house)]


def test_pictures_are_given_and_saved_by_keyboard_alone(
    qtbot: QtBot, page: ConstructionPage, cases: list[str], tmp_path: Path, messages: Recorder
) -> None:
    tab, commune = page.photos, page.frame.workspace
    assert page.filled.text() == "Thêm ảnh"
    take(qtbot, tab, zalo_pictures(tmp_path, 5))
    assert messages.successes == ["Đã nhận 5 ảnh."]
    assert tab.told.text() == "Ảnh không có ngày chụp – dùng ngày đã gõ."
    tab.day.set_value("2026-10-28")
    press(Key.Key_Right, modifier=SHIFT)
    press(Key.Key_I, Key.Key_N, Key.Key_Return)
    press(Key.Key_Return)
    press(Key.Key_A, Key.Key_N, Key.Key_H, Key.Key_1, Key.Key_Return)
    assert tab.state.text() == "5 ảnh chờ, 4 ảnh đã chọn hộ."
    assert page.filled.text() == "Lưu 4 ảnh (Ctrl+S)"
    press(Key.Key_S, modifier=CONTROL)
    settled(qtbot, tab.frame.runner)
    assert kept(commune, cases[1]) == [("roof", "2026-10-28")] * 3
    assert kept(commune, cases[0]) == [("foundation", "2026-10-28")]
    assert messages.successes[-1] == "Đã lưu 4 ảnh của 2 hộ."
    assert [one.name for one in tab.tray.photos] == ["zalo 4.jpg"]
    assert messages.undo is not None
    messages.undo()
    settled(qtbot, tab.frame.runner)
    assert kept(commune, cases[1]) == []
    assert tab.state.text() == "5 ảnh chờ, 4 ảnh đã chọn hộ."


def test_the_old_house_has_its_key_and_arrows_choose_among_the_houses(
    qtbot: QtBot, page: ConstructionPage, cases: list[str], tmp_path: Path
) -> None:
    tab = page.photos
    take(qtbot, tab, zalo_pictures(tmp_path, 1))
    press(Key.Key_0, Key.Key_V, Key.Key_Down, Key.Key_Return)
    meant = waiting_photos(page.frame.workspace)
    assert [(one.subject, one.case_id) for one in meant] == [(SURVEY, None)]
    assert tab.tray.item(0).text() == "Quàng Văn Ín\nNhà cũ"


def test_what_is_not_given_stays_and_what_was_meant_too(
    qtbot: QtBot, page: ConstructionPage, tmp_path: Path, messages: Recorder
) -> None:
    tab = page.photos
    take(qtbot, tab, zalo_pictures(tmp_path, 3))
    press(Key.Key_A, Key.Key_N, Key.Key_H, Key.Key_Return)
    again = PhotosTab(page.frame)
    qtbot.addWidget(again)
    assert [one.household_id is None for one in again.tray.photos] == [False, True, True]
    tab.tray.setCurrentRow(0)
    press(Key.Key_Delete)
    assert not tab.meant()
    messages.answer(words.DROP)
    press(Key.Key_Delete)
    assert len(tab.tray.photos) == 2


def test_a_picture_is_pasted(qtbot: QtBot, page: ConstructionPage, tmp_path: Path, messages: Recorder) -> None:
    tab = page.photos
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(picture)
    tab.tray.paste()
    settled(qtbot, tab.frame.runner)
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(one)) for one in zalo_pictures(tmp_path, 2)])
    QGuiApplication.clipboard().setMimeData(files)
    tab.tray.paste()
    settled(qtbot, tab.frame.runner)
    assert len(tab.tray.photos) == 3
    QGuiApplication.clipboard().clear()


def test_broken_and_known_pictures_are_told_and_the_others_taken(
    qtbot: QtBot, page: ConstructionPage, tmp_path: Path, messages: Recorder
) -> None:
    files = zalo_pictures(tmp_path, 1)
    broken = tmp_path / "hỏng.jpg"
    broken.write_bytes(b"no picture")
    take(qtbot, page.photos, [*files, broken, *files])
    told = (
        "Đã nhận 1 ảnh. Lưu ý: Ảnh zalo 0.jpg đã có trong danh sách chờ. Không đọc được ảnh hỏng.jpg. "
        "Chọn ảnh khác, hoặc mở ảnh rồi lưu lại thành tệp JPG."
    )
    assert messages.warnings == [told]


def test_sheets_of_photos_are_printed_from_the_list_and_the_dossier(
    qtbot: QtBot, page: ConstructionPage, cases: list[str], messages: Recorder
) -> None:
    page.show_tab_called("Tiến độ")
    assert not page.sheets.isHidden()
    page.progress.list.table.tick([1], on=True)
    page.sheets.show_sheets(PaperKind.PHOTO_PAIRS)
    settled(qtbot, page.frame.runner)
    assert (page.paper.kind, page.paper.ids) == (PaperKind.PHOTO_PAIRS, (cases[1],))
    assert page.paper.document is not None
    with page.frame.workspace.read() as session:
        house = case_facts(session, cases)[cases[0]].household_id
    panel = ConstructionPanel(page.frame, house)
    qtbot.addWidget(panel)
    [sheets] = panel.findChildren(PhotoSheets)
    sheets.show_sheets(PaperKind.PHOTO_ANNEX)
    settled(qtbot, page.frame.runner)
    assert panel.paper is not None
    assert panel.paper.ids == (cases[0],)
