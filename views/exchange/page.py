"""The page "Gửi – nhận dữ liệu": sending, receiving, and what came and went."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent

from app.wording import laptops as laptop_words
from app.wording import packages as package_words
from app.wording import sending as words
from models.vocabulary import Level
from views.exchange.devices import DevicesTab
from views.exchange.heard import HeardTab
from views.exchange.packages import PackagesTab
from views.exchange.phone_menu import PhoneMenu
from views.exchange.receiving import ReceiveTab
from views.exchange.sending import SendTab
from views.page import OfLaptop, WorkFrame
from views.tabbed_page import TabbedPage

SEND, RECEIVE = 0, 1


class ExchangePage(TabbedPage):
    """Files may be dropped anywhere on it. It receives the path of a file, or a list of paths, to receive."""

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__(frame, words.TITLE)
        down = frame.workspace.author.level is Level.UPPER
        self.sending, self.receiving, self.packages = SendTab(frame), ReceiveTab(frame), PackagesTab(frame)
        self.add_tab(self.sending, words.SEND, words.MAKE_DOWN if down else words.MAKE_UP, self.sending.make)
        self.add_tab(self.receiving, words.RECEIVE, words.CHOOSE_FILES, self.receiving.choose)
        self.add_tab(self.packages, words.BOTH)
        self.heard = HeardTab(frame)
        self.add_tab(self.heard, package_words.HEARD_TAB, package_words.ASK_AGAIN, self.heard.ask_again)
        self.receiving.make_asked.connect(self._make_for)
        self.devices = DevicesTab(frame)
        self.add_tab(self.devices, laptop_words.TAB)
        self.phone = PhoneMenu(frame)
        self.add_beside_tabs(self.phone)
        self.setAcceptDrops(True)

    def receive(self, request: object) -> None:
        if isinstance(request, OfLaptop):
            self.show_tab_called(laptop_words.TAB)
            self.devices.receive(request.device)
            return
        files = request if isinstance(request, list) else [request]
        paths = [one for one in files if isinstance(one, Path)]
        if paths:
            self.tabs.setCurrentIndex(RECEIVE)
            self.receiving.take(paths)

    def _make_for(self, offices: list[str]) -> None:
        self.tabs.setCurrentIndex(SEND)
        self.sending.tick_only(offices)

    # Dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files(event.mimeData()):
            event.acceptProposedAction()
            self.tabs.setCurrentIndex(RECEIVE)
            self.receiving.area.set_over(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.receiving.area.set_over(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.receiving.area.set_over(over=False)
        files = _files(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.receiving.take(files)


def _files(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
