"""The page "Kinh phí": where money came from, for which houses it was set aside, what was paid, whether it balances."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from app.wording import frame as frame_words
from app.wording import funding_pages as words
from models.vocabulary import PaperKind
from views import style
from views.funding.allocation_tab import AllocationTab
from views.funding.book_tab import BookTab
from views.funding.pay_tab import PaymentTab
from views.funding.settlement_tab import SettlementTab
from views.funding.sources_tab import SourcesTab
from views.page import Page, WorkFrame
from views.paper_pane import PaperPane
from views.rows_list import add_key
from views.tabbed_page import TabbedPage

_BOTH = 1000


class FundingPage(TabbedPage):
    """Tabs over one ledger; the filled button (Ctrl+N) begins a payment day from any of them."""

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__(frame, frame_words.FUNDING_PAGE)
        self.sources = SourcesTab(frame)
        self.allocation = AllocationTab(frame)
        self.payments = PaymentTab(frame, self.show_paper)
        self.settlement = SettlementTab(frame, self.show_paper)
        self.book = BookTab(frame, self.show_paper)
        self._paper: PaperPane | None = None
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
        self.close_paper()
        self._name_button()

    def _size_by_current(self) -> None:
        """Only the tab in sight says how narrow the page may become."""
        for tab in self._pages():
            policy = QSizePolicy.Policy.Preferred if tab is self.current else QSizePolicy.Policy.Ignored
            tab.setSizePolicy(policy, QSizePolicy.Policy.Preferred)

    def _name_button(self) -> None:
        """In the sheet and beside a paper the filled button is the one at their foot: a page has one."""
        in_sheet = self.current is self.payments and self.payments.in_sheet
        reading = self._paper is not None and not self._paper.isHidden()
        self.set_filled("" if in_sheet or reading else words.MAKE_BATCH)

    def receive(self, request: object) -> None:
        """The page was asked for one of its tabs, by its name."""
        if isinstance(request, str):
            self.show_tab(request)

    # A paper beside the list.

    @property
    def paper(self) -> PaperPane:
        """The preview, made when the first paper is looked at."""
        if self._paper is None:
            self._paper = PaperPane(self.frame)
            self.body.addWidget(self._paper)
            self.body.setStretchFactor(0, 1)
            self._paper.closed.connect(self.close_paper)
        return self._paper

    def show_paper(self, kind: PaperKind, about: Sequence[str]) -> None:
        """Preview papers at the right of the list; in a narrow window they have the room alone."""
        self.paper.show()
        self._share_room()
        self._name_button()
        self.paper.show_papers(kind, about)
        self.paper.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_paper(self) -> None:
        """Give the list its whole width back."""
        if self._paper is None or self._paper.isHidden():
            return
        self._paper.hide()
        self._share_room()
        self._name_button()
        if self.current is not None:
            self.current.setFocus(Qt.FocusReason.OtherFocusReason)

    def _share_room(self) -> None:
        if self._paper is None:
            return
        width, least = self.body.width(), self._paper.minimumWidth()
        both = max(style.px(_BOTH), least + self.stack.minimumSizeHint().width())
        self.stack.setVisible(self._paper.isHidden() or width >= both)
        if not self._paper.isHidden():
            self.body.setSizes([width - least, least])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def forget(self, changes: object) -> None:
        super().forget(changes)
        if self._paper is not None:
            self._paper.forget()
