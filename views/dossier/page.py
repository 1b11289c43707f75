"""The page "Hồ sơ hộ": one house in tabs, opened in place; Esc goes back to the same row of the list."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from app.households.queries import shown_household
from app.problems import Refused
from app.reports.dossier import Dossier, dossier
from app.wording import dossier as words
from views import messages, style, troubles
from views.dossier.head import DossierHead
from views.dossier.menu import DossierMenu
from views.dossier.summary import Summary
from views.dossier.tabs import next_tab, tab_kinds
from views.page import DOSSIER, HOUSEHOLDS, InList, InTab, Page, Panel, WorkFrame
from views.widgets.tab_keys import add_tab_keys

SUMMARY = "summary"
#: The tabs of a household that is off the list.
OF_ONE_OFF = frozenset({SUMMARY, "history"})


class DossierPage(Page):
    """It receives the id of a household, an `InTab`, or an `InList` through which Ctrl+PgUp and
    Ctrl+PgDn go on.
    """

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__()
        self.frame = frame
        self.household_id: str | None = None
        self._step: Callable[[int], str | None] | None = None
        self._round = 0
        self._found: Dossier | None = None
        self.head = DossierHead(frame.back, self.go_on)
        self.menu = DossierMenu(self, frame)
        self.head.more.menu_below = self.menu.menu
        self.summary = Summary()
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(True)
        self.tabs.setAccessibleName(words.TITLE)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.summary)
        self._kinds = tab_kinds()
        self._names = [SUMMARY, *self._kinds]
        self._panels: dict[str, Panel] = {}
        self._add_tabs()
        self._lay_out()
        self._add_keys()
        self.head.next_step.clicked.connect(self.take_next_step)
        self.tabs.currentChanged.connect(self._show_tab)
        self.summary.opened.connect(partial(frame.go, DOSSIER))

    def _add_tabs(self) -> None:
        self.tabs.addTab(words.TAB_SUMMARY)
        for kind in self._kinds.values():
            self.tabs.addTab(kind.title)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.head)
        self._column.addWidget(self.tabs)
        self._column.addWidget(self.stack, 1)
        style.follow_scale(self, self._margins)

    def _margins(self) -> None:
        self._column.setContentsMargins(style.px(16), style.px(4), style.px(16), style.px(4))
        self._column.setSpacing(style.px(4))

    def _add_keys(self) -> None:
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Esc", self.frame.back),
            ("Ctrl+PgUp", partial(self.go_on, -1)),
            ("Ctrl+PgDown", partial(self.go_on, 1)),
        )
        for key, slot in keys:
            shortcut = QShortcut(QKeySequence(key), self, slot)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        add_tab_keys(self, self.tabs)

    # Which household

    def receive(self, request: object) -> None:
        if isinstance(request, InList):
            self._step = request.step
            self.open(request.household_id)
        elif isinstance(request, str | InTab):
            self._step = None
            self.open(request.household_id if isinstance(request, InTab) else request)
            if isinstance(request, InTab) and request.tab:
                self.show_tab(request.tab)
        for button in (self.head.up, self.head.down):
            button.setVisible(self._step is not None)

    def open(self, household_id: str) -> None:
        """Show a household, or the one it was joined with; what was typed about the one before is kept as a draft."""
        with self.frame.workspace.read() as session:
            household_id = shown_household(session, household_id)
        if household_id != self.household_id:
            self._drop_panels()
            self.household_id = household_id
            self.summary.show_nothing()
        self._load()
        self._show_tab(self.tabs.currentIndex())

    def go_on(self, by: int) -> None:
        """The household before or after this one in the list it was opened from."""
        found = self._step(by) if self._step is not None else None
        if found is not None:
            self.open(found)

    def _drop_panels(self) -> None:
        for panel in self._panels.values():
            panel.keep_draft()
            self.stack.removeWidget(panel)
            panel.deleteLater()
        self._panels.clear()

    # Reading

    def _load(self) -> None:
        if self.household_id is None:
            return
        self._round += 1
        workspace, household, programme = self.frame.workspace, self.household_id, self.frame.programme

        def read() -> Dossier:
            with workspace.read() as session:
                return dossier(session, household, programme)

        self.frame.runner.read(read, partial(self._take, self._round), partial(self._failed, self._round))

    def _take(self, asked_in: int, found: Dossier) -> None:
        if asked_in == self._round:
            self._found = found
            self.head.show_dossier(found)
            self.menu.show_dossier(found)
            self._offer_tabs(out=found.out)
            self.summary.show_dossier(found)

    def _offer_tabs(self, *, out: bool) -> None:
        """Of a household off the list nothing is written: what it was and its history remain to be looked at."""
        if out and self._names[self.tabs.currentIndex()] not in OF_ONE_OFF:
            self.tabs.setCurrentIndex(0)
        for place, name in enumerate(self._names):
            shown = not out or name in OF_ONE_OFF
            if self.tabs.isTabVisible(place) != shown:  # else Qt forgets to lay out those that changed
                self.tabs.setTabVisible(place, shown)

    def _failed(self, asked_in: int, error: BaseException) -> None:
        if not isinstance(error, Refused):
            troubles.tell(error, words.TITLE)
        elif asked_in == self._round:
            self.household_id = None
            messages.trouble(words.NOT_FOUND)
            self.frame.go(HOUSEHOLDS)

    # Tabs

    def _show_tab(self, place: int) -> None:
        name = self._names[place]
        widget = self._panel(name)
        if widget is None:
            return
        before = self.stack.currentWidget()
        if isinstance(before, Panel) and before is not widget:
            before.keep_draft()
        self.stack.setCurrentWidget(widget)
        self.setFocusProxy(widget)
        if self.isVisible():
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _panel(self, name: str) -> QWidget | None:
        """The tab's panel, made for this household when it is first looked at."""
        if name == SUMMARY:
            return self.summary
        if self.household_id is None:
            return None
        if name not in self._panels:
            self._panels[name] = self._kinds[name](self.frame, self.household_id)
            self.stack.addWidget(self._panels[name])
        return self._panels[name]

    def show_tab(self, name: str) -> None:
        """Open a tab by its name; an unknown one opens the household's."""
        self.tabs.setCurrentIndex(self._names.index(name if name in self._names else "household"))

    def take_next_step(self) -> None:
        """Open the tab on which the next step of this house is taken."""
        if self._found is not None:
            self.show_tab(next_tab(self._found.status, self._found.stage))

    # What the window tells

    def forget(self, changes: object) -> None:
        self._load()
        for panel in self._panels.values():
            panel.forget(changes)

    def programme_changed(self) -> None:
        self._load()
        for panel in self._panels.values():
            panel.programme_changed()

    def keep_draft(self) -> None:
        for panel in self._panels.values():
            panel.keep_draft()

    def keep_typing(self) -> None:
        for panel in self._panels.values():
            panel.keep_typing()
