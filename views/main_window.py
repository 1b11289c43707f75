"""The window: navigation, strip, pages, messages, foot. It knows pages only by their entries."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from app.wording import frame
from views import icons, messages, style
from views.memory import Memory
from views.menus import Menus
from views.message_line import MessageLine
from views.navigation import Navigation
from views.page import PLACE, Page, PageEntry
from views.progress_panel import ProgressPanel
from views.runner import Runner
from views.seen_stack import PageRoom, SeenStack
from views.status_line import StatusLine
from views.tabbing import tab_on
from views.top_strip import Band, SampleBand, TopStrip

_SIZE = (1366, 720)
#: Narrower than this (a screen of 1366 at 150 %), pages need the room that the names of the bar take.
_NARROW = 1000
_KEPT_EVERY = 2_000


class MainWindow(QMainWindow):
    """Opens pages when they are first asked for, and tells open pages which records changed."""

    def __init__(self, runner: Runner, memory: Memory, pages: Sequence[PageEntry]) -> None:
        super().__init__()
        self.runner = runner
        self.memory = memory
        self.entries = {entry.name: entry for entry in pages}
        self._open: dict[str, Page] = {}
        self._waiting: dict[str, list[object]] = {}
        self._trail: list[str] = []
        self.setWindowTitle(frame.PROGRAM)
        self.setWindowIcon(icons.icon("house", style.ROOF_TILE))
        self.strip = TopStrip(runner)
        self.band = SampleBand()
        self.band.hide()
        self.rest_band = Band()
        self.rest_band.hide()
        self.navigation = Navigation([entry for entry in pages if entry.in_bar])
        self.pages = SeenStack()
        self._narrow = False
        self.line = MessageLine()
        self.progress = ProgressPanel(runner)
        self.status = StatusLine()
        self._lay_out()
        self.menus = Menus(self)
        self._fill_menus()
        self._recall()
        self.navigation.chosen.connect(self.go)
        self.strip.programme_chosen.connect(self._programme_chosen)
        runner.changed.connect(self._tell_pages)
        self._keeping = QTimer(self, interval=_KEPT_EVERY)
        self._keeping.timeout.connect(self._keep_typing)
        self._keeping.start()
        messages.write_to(self.line)

    def _lay_out(self) -> None:
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self.band)
        column.addWidget(self.rest_band)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self.navigation)
        across.addWidget(PageRoom(self.pages), 1)
        column.addLayout(across, 1)
        column.addWidget(self.progress)
        column.addWidget(self.line)
        self.setCentralWidget(centre)
        self.setStatusBar(self.status)

    def _fill_menus(self) -> None:
        add, menus = self.menus.add, self.menus
        add(menus.file, frame.QUIT, self.close, "Ctrl+Q")
        self.finding = add(menus.edit, frame.FIND, self._find, "Ctrl+K", "search")
        add(menus.view, frame.RELOAD, self._reload, "F5")
        add(menus.view, frame.GO_BACK, self.back, "Alt+Left", "back")
        menus.view.addSeparator()
        add(menus.view, frame.FOLD_NAVIGATION, self._fold, "Ctrl+B", "fold")
        larger = add(menus.view, frame.LARGER, lambda: self._scale(10))
        larger.setShortcuts([QKeySequence("Ctrl+="), QKeySequence("Ctrl++")])
        add(menus.view, frame.SMALLER, lambda: self._scale(-10), "Ctrl+-")
        for name, entry in self.entries.items():
            if entry.digit is not None:
                QShortcut(QKeySequence(f"Alt+{entry.digit % 10}"), self, partial(self.go, name))

    def _keep_typing(self) -> None:
        """What is half-typed outlives a crash."""
        if self.current is not None and self.isActiveWindow():
            self._open[self.current].keep_typing()

    # Pages.

    def place_in_sight(self) -> tuple[str, str | None]:
        """The page in sight, and the household it is about where it is about one."""
        page = self._open.get(self.current or "")
        household = getattr(page, "household_id", None)
        return self.current or "", household if isinstance(household, str) else None

    @property
    def programme(self) -> str | None:
        """The programme every page is filtered by."""
        return self.strip.programme

    @property
    def current(self) -> str | None:
        """The name of the page in sight."""
        return self._trail[-1] if self._trail else None

    def page(self, name: str) -> Page:
        """The page of a name, made now if nobody has opened it yet."""
        if name not in self._open:
            made = self.entries[name].make()
            self._open[name] = made
            self.pages.addWidget(made)
        return self._open[name]

    def go(self, name: str, request: object = None) -> None:
        """Open a page, with a request it understands; `PLACE` opens the one that a text names."""
        if name == PLACE:
            self._go_to_place(str(request))
            return
        page = self.page(name)
        if self.current is not None and self.current != name:
            self._open[self.current].keep_draft()
        if self.current != name:
            self._trail = [*self._trail[-20:], name]
        self._show(name)
        if request is not None:
            page.receive(request)

    def _go_to_place(self, place: str) -> None:
        title, _, tab = (one.strip() for one in place.partition(frame.PLACE_MARK))
        found = next((entry for entry in self.entries.values() if entry.title == title), None)
        if found is None:
            messages.trouble(frame.NO_SUCH_PAGE.format(page=title))
            return
        self.go(found.name)
        if tab:
            self.page(found.name).show_tab_called(tab)

    def back(self) -> None:
        """The page before this one."""
        if len(self._trail) > 1:
            self._open[self._trail.pop()].keep_draft()
            self._show(self._trail[-1])

    def take_back(self) -> None:
        """Undo the newest change, as the menu does."""
        self.menus.undo.trigger()

    def _show(self, name: str) -> None:
        page = self._open[name]
        self.pages.setCurrentWidget(page)
        self.navigation.show_page(name)
        self.setWindowTitle(f"{self.entries[name].title} – {frame.PROGRAM}")
        for changes in self._waiting.pop(name, []):
            page.forget(changes)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_pages(self, changes: object) -> None:
        """The page in sight forgets at once; the others when they are next looked at."""
        for name, page in self._open.items():
            if name == self.current:
                page.forget(changes)
            else:
                waiting = self._waiting.setdefault(name, [])
                self._waiting[name] = [None] if None in (*waiting, changes) else [*waiting, changes]

    def _programme_chosen(self, programme: str | None) -> None:
        self.memory.put("programme", programme or "")
        for page in self._open.values():
            page.programme_changed()

    def _reload(self) -> None:
        if self.current is not None:
            self._open[self.current].reload()

    def _find(self) -> None:
        self.strip.finder.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # What the window remembers.

    def _fold(self) -> None:
        self.navigation.fold(not self.navigation.folded)
        if not self._narrow:
            self.memory.put("navigation.folded", "1" if self.navigation.folded else "")

    def focusNextPrevChild(self, onward: bool) -> bool:
        return tab_on(self, onward)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the bar folds by itself; as soon as there is room it is as the officer left it."""
        super().resizeEvent(event)
        self._fit_bar()

    def _fit_bar(self) -> None:
        narrow = self.width() < style.px(_NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            self.navigation.fold(narrow or bool(self.memory.get("navigation.folded")))

    def _scale(self, by: int) -> None:
        style.scale.set_percent(style.scale.percent + by)
        self.memory.put("scale", str(style.scale.percent))
        self._fit_bar()

    def _recall(self) -> None:
        scale = self.memory.get("scale")
        if scale:
            style.scale.set_percent(int(scale))
        if self.memory.get("navigation.folded"):
            self.navigation.fold(folded=True)
        geometry = self.memory.get("window")
        if not geometry or not self.restoreGeometry(QByteArray.fromBase64(geometry.encode())):
            style.open_within_screen(self, *_SIZE)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing asks only while work is under way; half-typed work is kept as drafts."""
        work = self.runner.current
        if work is not None:
            question = frame.CLOSE_WHILE_WORKING.format(title=work.title)
            if not messages.ask(question, frame.STOP_AND_CLOSE, frame.WAIT, yes_first=False):
                event.ignore()
                return
        for page in self._open.values():
            page.keep_draft()
        self._keeping.stop()
        self.memory.put("window", bytes(self.saveGeometry().toBase64().data()).decode())
        messages.write_to(None)
        self.runner.close()
        event.accept()
