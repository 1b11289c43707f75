"""The tab "Máy đã biết": the code stands large, believing asks, what was held comes in, retiring asks why."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.exchange.discarding import discard_held
from app.exchange.laptops import own_card, read_card, write_card
from app.exchange.merging import receive_package
from app.problems import Refused
from app.workspace import Workspace
from tests.make import make_household
from tests.views.conftest import Recorder
from tests.views.exchange.test_page import opened, sent
from tests.views.office import Office, settled
from views.exchange.devices import DevicesTab
from views.exchange.page import ExchangePage
from views.exchange.retire_form import RetireForm
from views.page import EXCHANGE, OfLaptop
from views.runner import Runner


@pytest.fixture
def office(upper: Workspace, runner: Runner, messages: Recorder) -> Office:
    return Office(upper, runner)


def tab_of(qtbot: QtBot, office: Office, laptop: Workspace) -> tuple[ExchangePage, DevicesTab]:
    """The page opened at a laptop, as "Cần xử lý" opens it."""
    page = opened(qtbot, office)
    page.receive(OfLaptop(laptop.author.device))
    settled(qtbot, office.runner)
    return page, page.devices


def test_the_code_stands_large_and_believing_brings_in_what_was_held(
    qtbot: QtBot,
    office: Office,
    commune: Workspace,
    second_commune: Workspace,
    messages: Recorder,
    tmp_path: Path,
) -> None:
    receive_package(office.workspace, sent(commune, "11", tmp_path / "1"))
    page, tab = tab_of(qtbot, office, commune)
    assert page.tabs.tabText(page.tabs.currentIndex()) == "Máy đã biết"
    assert tab.sight.code.text().split() == own_card(commune).check_code.split()
    assert "mọi máy trên tuyến" in tab.kind_of_office.text()
    messages.answer("Thôi")
    tab.sight.confirm.click()
    assert "mọi máy trên tuyến" in tab.kind_of_office.text(), "nobody was asked twice"
    messages.answer("Giống hệt, tin máy này")
    tab.sight.confirm.click()
    settled(qtbot, office.runner, lambda: "đã đối chiếu" in tab.kind_of_office.text())
    assert tab.sight.confirm.isHidden()
    assert "Sở Xây dựng tỉnh Điện Biên tin máy này ngày" in tab.sight.about.text()
    make_household(second_commune)
    page.receive([sent(second_commune, "11", tmp_path / "2")])
    settled(qtbot, office.runner, lambda: bool(page.receiving.reports))
    [receipt] = page.receiving.receipts.cards
    receipt.buttons[0].click()
    place, request = office.gone_to[-1]
    assert (place, request) == (EXCHANGE, OfLaptop(second_commune.author.device))
    page.receive(request)
    settled(qtbot, office.runner, lambda: tab.current is not None and bool(tab.current.held))
    assert tab.list.currentItem().text().endswith("Chưa đối chiếu, 1 gói tạm giữ")
    [card] = tab.sight.cards
    assert "tạm giữ, chưa nhập" in card.sentences[0]
    assert "1 hộ gia đình" in card.sentences[1]
    [kept] = tab.current.held if tab.current else ()
    (office.workspace.folder / "inbox" / kept.kept).rename(tmp_path / "aside")
    card.buttons[0].click()
    assert "Không còn tệp gốc" in messages.troubles[-1]
    (tmp_path / "aside").rename(office.workspace.folder / "inbox" / kept.kept)
    thrown_away(qtbot, page, messages, sent(second_commune, "11", tmp_path / "3"))
    messages.answer("Giống hệt, tin máy này")
    tab.sight.confirm.click()
    settled(qtbot, office.runner, lambda: not tab.sight.cards)
    assert messages.successes[-1].endswith("Đã nhập 2 gói tạm giữ của máy.")


def thrown_away(qtbot: QtBot, page: ExchangePage, messages: Recorder, second: Path) -> None:
    """A second package of a laptop that is not believed is thrown away, and comes again."""
    office, tab = page.frame, page.devices
    page.receive([second])
    settled(qtbot, office.runner, lambda: tab.current is not None and len(tab.current.held) == 2)
    messages.answer("Bỏ tệp này")
    tab.sight.cards[1].buttons[1].click()
    settled(qtbot, office.runner, lambda: len(tab.sight.cards) == 1)
    assert messages.successes[-1] == f"Đã bỏ tệp {second.name} đang tạm giữ."
    assert [one.name for one in (office.workspace.folder / "inbox").iterdir() if "_goi-2_" in one.name] == []
    page.show_tab_called("Đã gửi, đã nhận")
    page.packages.view.go_to(0)
    settled(qtbot, office.runner, lambda: "đã bỏ tệp này lúc" in page.packages.sight.said.text())
    assert page.packages.sight.discard.isHidden()
    with pytest.raises(Refused, match="package_not_held"):
        discard_held(office.workspace, str(page.packages.view.current_key()[0]))
    page.packages.view.go_to(1)
    settled(qtbot, office.runner, lambda: "tạm giữ, chưa nhập" in page.packages.sight.said.text())
    assert page.packages.sight.discard.isVisible()
    assert receive_package(office.workspace, second).result == "quarantined", "it may come again"
    page.show_tab_called("Máy đã biết")
    tab.forget(None)
    settled(qtbot, office.runner, lambda: len(tab.sight.cards) == 2)


def test_cards_are_written_and_read(
    qtbot: QtBot, office: Office, commune: Workspace, messages: Recorder, tmp_path: Path
) -> None:
    _, tab = tab_of(qtbot, office, office.workspace)
    assert tab.sight.confirm.isHidden()
    assert tab.sight.retire.isHidden()
    messages.give_files(tmp_path / "thẻ sở.json")
    tab.save.click()
    settled(qtbot, office.runner, lambda: bool(messages.successes))
    assert read_card(tmp_path / "thẻ sở.json") == own_card(office.workspace)
    write_card(own_card(commune), tmp_path / "thẻ xã.json")
    messages.give_files(tmp_path / "thẻ xã.json")
    tab.read.click()
    settled(qtbot, office.runner, lambda: len(tab.laptops) == 2)
    assert tab.current is not None
    assert tab.current.sender.device == commune.author.device
    messages.give_files(tmp_path / "thẻ sở.json")
    tab.read.click()
    settled(qtbot, office.runner, lambda: bool(messages.shown or messages.troubles))
    assert "chính máy này" in " ".join(messages.shown + messages.troubles)


def test_retiring_asks_why(qtbot: QtBot, office: Office, commune: Workspace, tmp_path: Path) -> None:
    receive_package(office.workspace, sent(commune, "11", tmp_path))
    _, tab = tab_of(qtbot, office, commune)
    tab.sight.retire.click()
    [form] = tab.findChildren(RetireForm)
    form.try_it()
    assert form.places.text(), "it says where something is missing"
    form.reason.setText("Mất máy")
    form.try_it()
    settled(qtbot, office.runner, lambda: "Mất máy" in tab.sight.about.text())
    assert tab.sight.retire.isHidden()
    assert not tab.sight.confirm.isHidden(), "its code may be compared again"
