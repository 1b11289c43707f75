"""The page "Kinh phí": where money came from, for which houses it was set aside, what was paid, whether it balances."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy

from app.wording import frame as frame_words
from app.wording import funding_pages as words
from views.funding.allocation_tab import AllocationTab
from views.funding.book_tab import BookTab
from views.funding.pay_tab import PaymentTab
from views.funding.settlement_tab import SettlementTab
from views.funding.sources_tab import SourcesTab
from views.page import Page, WorkFrame
from views.rows_list import add_key
from views.tabbed_page import TabbedPage


class FundingPage(TabbedPage):
    """Tabs over one ledger; the filled button (Ctrl+N) begins a payment day from any of them."""

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__(frame, frame_words.FUNDING_PAGE)
        self.sources = SourcesTab(frame)
        self.allocation = AllocationTab(frame)
        self.payments = PaymentTab(frame, self.show_papers)
        self.settlement = SettlementTab(frame, self.show_papers)
        self.book = BookTab(frame, self.show_papers)
        tabs: tuple[tuple[Page, str], ...] = (
            (self.sources, words.SOURCES_TAB),
            (self.allocation, words.ALLOCATION_TAB),
            (self.payments, words.PAYMENT_TAB),
            (self.settlement, words.SETTLEMENT_TAB),
            (self.book, words.BOOK_TAB),
        )
        for tab, title in tabs:
            self.add_tab(tab, title, words.MAKE_BATCH, self.make_batch)
        self.payments.to_allocate.connect(lambda: self.show_tab(words.ALLOCATION_TAB))
        self.payments.stack.currentChanged.connect(self._name_button)
        self.tabs.currentChanged.connect(self._changed_tab)
        add_key(self, "Ctrl+N", self.make_batch)

    def make_batch(self) -> None:
        """Begin a payment day over those who may be paid."""
        self.show_tab(words.PAYMENT_TAB)
        self.payments.make_batch()

    def show_tab(self, title: str) -> None:
        """Open a tab by its name; an unknown one changes nothing."""
        for place in range(self.tabs.count()):
            if self.tabs.tabText(place) == title:
                self.tabs.setCurrentIndex(place)

    def _changed_tab(self) -> None:
        self._size_by_current()
        self._name_button()

    def _size_by_current(self) -> None:
        """Only the tab in sight says how narrow the page may become."""
        for tab in self._pages():
            policy = QSizePolicy.Policy.Preferred if tab is self.current else QSizePolicy.Policy.Ignored
            tab.setSizePolicy(policy, QSizePolicy.Policy.Preferred)

    def _name_button(self) -> None:
        """In the sheet and beside a paper the filled button is the one at their foot: a page has one."""
        in_sheet = self.current is self.payments and self.payments.in_sheet
        self.set_filled("" if in_sheet or self.reading else words.MAKE_BATCH)

    def paper_moved(self) -> None:
        self._name_button()

    def receive(self, request: object) -> None:
        """The page was asked for one of its tabs, by its name."""
        if isinstance(request, str):
            self.show_tab(request)
