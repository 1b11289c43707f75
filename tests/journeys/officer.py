"""An officer before a real window: she types, presses keys, ticks rows and reads what stands there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Self

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.workspace import Workspace
from tests.window import settled
from views import messages
from views.office_window import OfficeWindow
from views.page import Page
from views.paged_table import PagedTable
from views.runner import Runner
from views.short_form import ShortForm

#: The screen of the design brief, without the taskbar and the window's own title.
SCREEN = (1366, 700)


class Officer:
    """Her keys go where the focus is, as on a keyboard; what she waits for is what the window shows."""

    def __init__(self, qtbot: QtBot, window: QWidget, runner: Runner) -> None:
        self.qtbot = qtbot
        self.shown = window
        self.runner = runner
        window.resize(*SCREEN)
        self.come_forward()

    def come_forward(self) -> None:
        """Bring the window before the others."""
        self.shown.activateWindow()
        self.qtbot.waitUntil(self.shown.isActiveWindow)

    # What she does

    @property
    def focus(self) -> QWidget:
        """Where her keys go: an open list under a field first, as the screen has it."""
        found = QApplication.activePopupWidget() or QApplication.focusWidget()
        assert found is not None, "nothing has the focus"
        return found

    def type(self, text: str) -> None:
        """Type text with accents, as it comes from the keyboard."""
        self._keep_window_active()
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QCoreApplication.sendEvent(self.focus, event)
            self._keep_window_active()

    def press(self, *keys: str) -> None:
        """Press keys one after the other ("Ctrl+S", "Tab")."""
        self._keep_window_active()
        for name in keys:
            QTest.keySequence(self.focus, QKeySequence(name))
            self._keep_window_active()

    def _keep_window_active(self) -> None:
        """Close the list under a field: on Qt's offscreen screen alone it takes the window's focus, as dialogs do."""
        QCoreApplication.processEvents()
        popup = QApplication.activePopupWidget()
        if isinstance(popup, QListView):
            popup.hide()
        window = QApplication.activeModalWidget() or self.shown
        if QApplication.activeWindow() is not window and window.isVisible():
            # Asked anew each time: a form that has just saved goes away while one waits for it.
            self.qtbot.waitUntil(lambda: _brought_forward(QApplication.activeModalWidget() or self.shown))

    def fill(self, *texts: str) -> None:
        """Type into one field after the other, Tab between them; an empty text leaves a field as it is."""
        for text in texts:
            self.type(text)
            self.press("Tab")

    def settle(self, also: Callable[[], bool] = lambda: True) -> None:
        """Wait until nothing is under way, and something besides is so."""
        settled(self.qtbot, self.runner, also)

    def button(self, text: str, inside: QWidget | None = None) -> QPushButton:
        """The button that says this, as soon as it is in sight."""

        def found() -> list[QPushButton]:
            every = (inside or self.shown).findChildren(QPushButton)
            return [one for one in every if one.text() == text and one.isVisible()]

        self.qtbot.waitUntil(lambda: bool(found()))
        return found()[0]

    def click(self, text: str, inside: QWidget | None = None) -> None:
        """Press the button in sight that says this."""
        self.button(text, inside).click()
        QCoreApplication.processEvents()


class WindowOfficer(Officer):
    """Before the window of her office."""

    def __init__(self, qtbot: QtBot, window: OfficeWindow) -> None:
        super().__init__(qtbot, window, window.runner)
        self.window = window
        self.heard: list[str] = []
        self.line = window.line
        messages.write_to(self)
        self.settle()

    @classmethod
    def at_work(cls, qtbot: QtBot, workspace: Workspace) -> Self:
        """Before a new window over an office's folder; `leave` closes both."""
        window = OfficeWindow(workspace)
        qtbot.addWidget(window)
        window.show()
        return cls(qtbot, window)

    def show_success(self, text: str, undo: Callable[[], None] | None) -> None:
        """She reads what the line at the bottom says before it goes."""
        self.heard.append(text)
        self.line.show_success(text, undo)

    def show_warning(self, text: str) -> None:
        """She reads what is doubtful about what was done."""
        self.heard.append(text)
        self.line.show_warning(text)

    def show_trouble(self, text: str) -> None:
        """She reads what went wrong."""
        self.heard.append(text)
        self.line.show_trouble(text)

    def leave(self) -> None:
        """Close the window; it never became wider or higher than a small screen."""
        self.settle()
        least = self.window.minimumSizeHint()
        assert (least.width(), least.height()) <= SCREEN
        assert self.window.size().width() <= SCREEN[0]
        self.window.close()

    def go(self, name: str, keys: str = "") -> Any:
        """Open a page, by its key where it has one."""
        if keys:
            self.press(keys)
        else:
            self.window.navigation.items[name].click()
        self.settle(lambda: self.window.current == name)
        return self.page

    @property
    def page(self) -> Page:
        """The page in sight."""
        assert self.window.current is not None
        return self.window.page(self.window.current)

    @property
    def told(self) -> str:
        """What the line at the bottom said last."""
        return self.heard[-1] if self.heard else ""

    def hears(self, text: str) -> None:
        """Wait until the work is done and this was said."""
        self.settle(lambda: self.told == text)

    def form(self) -> ShortForm:
        """The short form that stands over the page."""
        self.qtbot.waitUntil(lambda: _brought_forward(QApplication.activeModalWidget()))
        found = QApplication.activeModalWidget()
        assert isinstance(found, ShortForm)
        return found


class CountingOfficer(WindowOfficer):
    """Counts every chord that is pressed and every text that is typed into one place as one action."""

    actions = 0

    def press(self, *keys: str) -> None:
        self.actions += len(keys)
        super().press(*keys)

    def type(self, text: str) -> None:
        self.actions += 1
        super().type(text)


def _brought_forward(window: QWidget | None) -> bool:
    """Ask again until it is so: on Qt's offscreen screen a window that goes away late takes the activation with it."""
    if window is None or window.isActiveWindow():
        return window is not None
    window.activateWindow()
    return False


def lines(table: PagedTable[Any], *columns: str) -> list[tuple[str, ...]]:
    """What a list shows, in these columns."""
    names = [one.name for one in table.columns]
    places: Sequence[int] = [names.index(one) + 1 for one in columns]
    return [tuple(str(table.index(row, place).data() or "") for place in places) for row in range(table.count)]
