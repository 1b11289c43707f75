"""The page "Ủng hộ": the book of gifts, promises, donors, drives, goods and work, helpers of one household."""

from __future__ import annotations

from collections.abc import Callable

from app.wording import frame as frame_words
from app.wording import giving_pages as words
from views.giving.book import BookTab
from views.giving.donors import DonorsTab
from views.page import Page, WorkFrame
from views.tabbed_page import TabbedPage


class GivingPage(TabbedPage):
    """It receives the name of a tab; an agency has no households and no tab for their helpers."""

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__(frame, frame_words.GIVING_PAGE)
        self.places: dict[str, int] = {}
        self.book = BookTab(frame)
        self.donors = DonorsTab(frame)
        self.add_named("book", self.book, words.BOOK_TAB, words.RECORD, self.book.begin)
        self.add_named("donors", self.donors, words.DONORS_TAB, words.ADD_DONOR, self.donors.add)
        self.tabs.setCurrentIndex(0)

    def add_named(self, name: str, tab: Page, title: str, filled: str, slot: Callable[[], object]) -> None:
        """A tab under the name by which other pages ask for it."""
        self.places[name] = self.tabs.count()
        self.add_tab(tab, title, filled, slot)

    def receive(self, request: object) -> None:
        if isinstance(request, str) and request in self.places:
            self.tabs.setCurrentIndex(self.places[request])
