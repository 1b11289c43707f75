"""The page "Báo cáo": the report of this period, the catalogue, the forms of the office above, what was sent."""

from __future__ import annotations

from collections.abc import Callable

from app.reports.deadline_reports import DeadlineReport
from app.wording import fill_page
from app.wording import frame as frame_words
from app.wording import report_pages as words
from views.page import Page, WorkFrame
from views.reports.catalogue_tab import CatalogueTab
from views.reports.fill_tab import FillTab
from views.reports.period_tab import PeriodTab
from views.reports.sent_tab import SentTab
from views.tabbed_page import TabbedPage


class ReportsPage(TabbedPage):
    """It receives the name of a report, which it makes, of one of its tabs, or what is due under a plan."""

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__(frame, frame_words.REPORTS_PAGE)
        self.places: dict[str, int] = {}
        self.period, self.catalogue, self.sent = PeriodTab(frame), CatalogueTab(frame), SentTab(frame)
        self._add("period", self.period, words.PERIOD_TAB, words.KEEP, self.period.keep)
        self._add("catalogue", self.catalogue, words.CATALOGUE_TAB)
        self.fill = FillTab(frame)
        self._add("fill", self.fill, fill_page.TAB, slot=self.fill.save)
        self.fill.offers.connect(self._offer_fill)
        self.tabs.currentChanged.connect(lambda _place: self._offer_fill(self.fill.offered))
        self._add("sent", self.sent, words.SENT_TAB)
        self.catalogue.opened.connect(self.show_report)
        self.add_beside_tabs(self.period.switch)
        self.tabs.currentChanged.connect(self._show_switch)
        self.tabs.setCurrentIndex(0)

    def _add(
        self, name: str, tab: Page, title: str, filled: str = "", slot: Callable[[], object] | None = None
    ) -> None:
        """A tab under the name by which other pages ask for it, with its filled button."""
        self.places[name] = self.tabs.count()
        self.add_tab(tab, title, filled, slot)

    def _offer_fill(self, text: str) -> None:
        """The filled button writes the form once there is something to write."""
        if self.current is self.fill:
            self.set_filled(text)

    def _show_switch(self, place: int) -> None:
        """The switch between a report and its differences belongs to this period."""
        self.period.switch.setVisible(place == self.places["period"])

    def show_report(self, name: str) -> None:
        """Make a report of the catalogue."""
        self.tabs.setCurrentIndex(self.places["period"])
        self.period.show_report(name)

    def receive(self, request: object) -> None:
        if isinstance(request, DeadlineReport):
            self.tabs.setCurrentIndex(self.places["period"])
            self.period.show_due(request)
        elif not isinstance(request, str):
            return
        elif request in self.places:
            self.tabs.setCurrentIndex(self.places[request])
        else:
            self.show_report(request)
