"""The page "Ủng hộ": the book of gifts, promises, donors, drives, goods and work, those who stand by a household."""

from __future__ import annotations

from collections.abc import Callable

from app.wording import frame as frame_words
from app.wording import giving_pages as words
from views.giving.book import BookTab
from views.giving.donors import DonorsTab
from views.giving.drives import DrivesTab
from views.giving.goods import GoodsTab
from views.giving.lists import is_agency
from views.giving.pledges import PledgesTab
from views.giving.sponsorships import SponsorshipsTab
from views.page import Page, WorkFrame
from views.rows_list import add_key
from views.tabbed_page import TabbedPage
from views.widgets.switch import Switch


class GivingPage(TabbedPage):
    """It receives the name of a tab; an agency has no households, so nobody stands by one there."""

    paper_room = 540

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__(frame, frame_words.GIVING_PAGE)
        self.places: dict[str, int] = {}
        self._switches: dict[int, Switch] = {}
        pledges, goods = Switch((words.WAITING_PLEDGES, words.ALL_PLEDGES)), Switch((words.GIFT_LINES, words.STOCK))
        self.book, self.pledges, self.donors = BookTab(frame), PledgesTab(frame, pledges), DonorsTab(frame)
        self.drives, self.goods = DrivesTab(frame), GoodsTab(frame, goods)
        add = self._add
        add("book", self.book, words.BOOK_TAB, words.RECORD, self.book.begin)
        add("pledges", self.pledges, words.PLEDGES_TAB, words.ADD_PLEDGE, self.pledges.add, pledges)
        add("donors", self.donors, words.DONORS_TAB, words.ADD_DONOR, self.donors.add)
        add("drives", self.drives, words.DRIVES_TAB, words.NEW_DRIVE, self.drives.add)
        add("goods", self.goods, words.GOODS_TAB, words.RECORD, self.record, goods)
        if not is_agency(frame):
            self.sponsorships = SponsorshipsTab(frame)
            add("sponsorships", self.sponsorships, words.SPONSORS_TAB, words.ADD_SPONSOR, self.sponsorships.add)
        for tab in (self.book, self.donors, self.drives):
            tab.paper_asked.connect(self.show_papers)
        self.tabs.currentChanged.connect(self._show_switch)
        self.tabs.setCurrentIndex(0)
        self._show_switch(0)
        add_key(self, "Ctrl+N", self._do_filled)

    def _add(
        self,
        name: str,
        tab: Page,
        title: str,
        filled: str,
        slot: Callable[[], object],
        switch: Switch | None = None,
    ) -> None:
        """A tab under the name by which other pages ask for it, with the switch that stands beside the tabs."""
        place = self.places[name] = self.tabs.count()
        self.add_tab(tab, title, filled, slot)
        if switch is not None:
            self._switches[place] = switch
            self.add_beside_tabs(switch)

    def _show_switch(self, place: int) -> None:
        for where, switch in self._switches.items():
            switch.setVisible(where == place)

    def record(self) -> None:
        """To the quick line of the book."""
        self.tabs.setCurrentIndex(self.places["book"])
        self.book.begin()

    def receive(self, request: object) -> None:
        if isinstance(request, str) and request in self.places:
            self.tabs.setCurrentIndex(self.places[request])
