"""A page with a title line and tabs under it; the filled button is that of the tab in sight."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QTabBar, QVBoxLayout, QWidget

from app.wording import worklists
from app.wording.terms import explanation
from models.vocabulary import PaperKind
from views import style
from views.list_page import TitleLine
from views.page import Page, WorkFrame
from views.paper_pane import PaperPane
from views.seen_stack import SeenStack
from views.widgets.tab_keys import add_tab_keys

_BOTH = 1000


class TabbedPage(Page):
    """Rooms add their tabs; each tab is itself a `Page` and hears what the page hears. Ctrl+Tab goes round."""

    #: The room a paper needs beside a list, in pixels of the design, where it is more than the pane asks for itself.
    paper_room = 0

    def __init__(self, frame: WorkFrame, title: str) -> None:
        super().__init__()
        self.frame = frame
        self._paper: PaperPane | None = None
        self.heading = TitleLine(title)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(worklists.TABS)
        self.stack = SeenStack()
        self._filled: list[tuple[str, Callable[[], object]]] = []
        self.filled = self.heading.set_filled("", self._do_filled, "")
        self.filled.hide()
        column = QVBoxLayout(self)
        column.addWidget(self.heading)
        self._beside = QHBoxLayout()
        self._beside.addWidget(self.tabs)
        self._beside.addStretch(1)
        column.addLayout(self._beside)
        self.body = QSplitter()
        self.body.setChildrenCollapsible(False)
        self.body.addWidget(self.stack)
        column.addWidget(self.body, 1)
        self._column = column
        style.follow_scale(self, self._margins)
        self.tabs.currentChanged.connect(self._show)
        self.tabs.currentChanged.connect(self.close_paper)
        add_tab_keys(self, self.tabs)

    def _margins(self) -> None:
        self._column.setContentsMargins(style.px(16), style.px(8), style.px(16), style.px(4))
        self._column.setSpacing(style.px(4))

    def add_tab(self, tab: Page, title: str, filled: str = "", slot: Callable[[], object] | None = None) -> None:
        """A tab with what the filled button does while it is in sight."""
        self._filled.append((filled, slot or (lambda: None)))
        self.stack.addWidget(tab)
        self.tabs.setTabToolTip(self.tabs.addTab(title), explanation(title))

    def add_beside_tabs(self, widget: QWidget) -> None:
        """Something at the right end of the line of tabs."""
        self._beside.addWidget(widget)

    def set_filled(self, filled: str) -> None:
        """Call the filled button of the tab in sight something else; an empty text hides it."""
        self.filled.setText(filled)
        self.filled.setVisible(bool(filled))
        self.filled.updateGeometry()

    def show_tab_called(self, title: str) -> None:
        for place in range(self.tabs.count()):
            if self.tabs.tabText(place) == title:
                self.tabs.setCurrentIndex(place)

    @property
    def current(self) -> Page | None:
        """The tab in sight."""
        tab = self.stack.currentWidget()
        return tab if isinstance(tab, Page) else None

    def _show(self, place: int) -> None:
        before = self.current
        if before is not None:
            before.keep_draft()
        self.stack.setCurrentIndex(place)
        self.set_filled(self._filled[place][0])
        if self.current is not None:
            self.setFocusProxy(self.current)
            self.current.setFocus(Qt.FocusReason.OtherFocusReason)

    def _do_filled(self) -> None:
        self._filled[self.tabs.currentIndex()][1]()

    def _pages(self) -> list[Page]:
        found = [self.stack.widget(place) for place in range(self.stack.count())]
        return [tab for tab in found if isinstance(tab, Page)]

    # A paper beside the tabs.

    @property
    def paper(self) -> PaperPane:
        """The preview, made when the first paper is looked at."""
        if self._paper is None:
            self._paper = PaperPane(self.frame)
            self._paper.hide()
            self._paper.closed.connect(self.close_paper)
            self.body.addWidget(self._paper)
            self.body.setStretchFactor(0, 1)
        return self._paper

    @property
    def reading(self) -> bool:
        """Whether a paper is in sight."""
        return self._paper is not None and not self._paper.isHidden()

    def paper_moved(self) -> None:
        """A paper came into sight or went; rooms say what else becomes of that."""

    def show_papers(self, kind: PaperKind, ids: Sequence[str]) -> None:
        """Preview papers at the right of the list; in a narrow window they have the room alone."""
        self.paper.show()
        self._share_room()
        self.paper_moved()
        self.paper.show_papers(kind, ids)
        self.paper.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_paper(self) -> None:
        """Give the list its whole width back."""
        if not self.reading:
            return
        self.paper.hide()
        self._share_room()
        self.paper_moved()
        if self.current is not None:
            self.current.setFocus(Qt.FocusReason.OtherFocusReason)

    def _share_room(self) -> None:
        if self._paper is None:
            return
        width, least = self.body.width(), max(self._paper.minimumWidth(), style.px(self.paper_room))
        both = self.stack.minimumSizeHint().width() + least + self.body.handleWidth()
        self.stack.setVisible(not self.reading or width >= max(style.px(_BOTH), both))
        if self.reading:
            self.body.setSizes([width - least, least])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def forget(self, changes: object) -> None:
        for tab in self._pages():
            tab.forget(changes)
        if self._paper is not None:
            self._paper.forget()

    def programme_changed(self) -> None:
        for tab in self._pages():
            tab.programme_changed()

    def keep_draft(self) -> None:
        for tab in self._pages():
            tab.keep_draft()

    def keep_typing(self) -> None:
        if self.current is not None:
            self.current.keep_typing()
