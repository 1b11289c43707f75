"""The page "Kinh phí": where money came from, for which houses it was set aside, what was paid, whether it balances."""

from __future__ import annotations

from app.wording import frame as frame_words
from app.wording import funding_pages as words
from views.funding.sources_tab import MoneyPart
from views.page import WorkFrame
from views.tabbed_page import TabbedPage


class FundingPage(TabbedPage):
    """Five tabs over one ledger; the filled button begins a payment day from any of them."""

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__(frame, frame_words.FUNDING_PAGE)
        self.sources = MoneyPart(frame)
        self.add_tab(self.sources, words.SOURCES_TAB)
