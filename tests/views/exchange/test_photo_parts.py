"""Photos on the page of packages: told before they leave, taken as packages are, counted while they are awaited."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from app.workspace import Workspace
from tests.app.exchange.pictures import jpeg, take_photos
from tests.make import make_household
from tests.views.conftest import Recorder
from tests.views.exchange.test_page import opened, shown
from tests.views.office import Office, settled
from views.runner import Runner


def test_photos_are_told_before_they_leave_and_counted_until_their_part_has_come(
    qtbot: QtBot, commune: Workspace, upper: Workspace, runner: Runner, messages: Recorder, tmp_path: Path
) -> None:
    take_photos(commune, make_household(commune), jpeg(1), jpeg(2))
    sending = opened(qtbot, Office(commune, runner)).sending
    assert "Kèm 2 ảnh trong các tệp ảnh (.zip) cạnh gói." in shown(sending.cards.cards)
    messages.give_files(tmp_path / "USB")
    sending.make()
    settled(qtbot, runner, lambda: bool(messages.successes))
    told = shown(sending.cards.cards)
    assert "Kèm 1 tệp ảnh (đuôi .zip) đặt cạnh gói: gửi cùng gói, trước sau đều được." in told
    (package,) = (tmp_path / "USB").glob("*.xlsx")
    (part,) = (tmp_path / "USB").glob("*_anh-1.zip")
    page = opened(qtbot, Office(upper, runner))
    assert page.receiving.awaited.isHidden()
    page.receive(package)
    settled(qtbot, runner, lambda: bool(page.receiving.reports))
    settled(qtbot, runner)
    assert page.receiving.awaited.text().startswith("Chờ ảnh: 2 ảnh chưa về máy này.")
    page.receive(part)
    settled(qtbot, runner, lambda: page.receiving.reports[0].part is not None)
    settled(qtbot, runner)
    assert shown(page.receiving.receipts.cards)[0] == "Đã nhận phần ảnh 1/1 của Phường Mường Lay: 2 tệp mới."
    assert page.receiving.awaited.isHidden()
