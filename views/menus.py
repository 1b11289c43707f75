"""The menus of the window. Undo names the action it would take back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from app.wording import frame
from views import icons

Slot = Callable[[], object]


class Menus:
    """The five menus; the wiring of rooms adds to them with `add`. The papers' menu hides while it is empty."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        bar = window.menuBar()
        self.file = bar.addMenu(frame.MENU_FILE)
        self.edit = bar.addMenu(frame.MENU_EDIT)
        self.view = bar.addMenu(frame.MENU_VIEW)
        self.papers = bar.addMenu(frame.MENU_PAPERS)
        self.help = bar.addMenu(frame.MENU_HELP)
        self.papers.menuAction().setVisible(False)
        self.undo = self.add(self.edit, frame.NOTHING_TO_UNDO, None, "Ctrl+Z", "undo")
        self.undo.setEnabled(False)

    def add(
        self, menu: QMenu, text: str, slot: Slot | None, keys: str = "", drawing: str = "", *, before: bool = False
    ) -> QAction:
        """An entry; `before` puts it above what is there (above "Thoát" in the first menu)."""
        action = QAction(text, self._window)
        if drawing:
            action.setIcon(icons.icon(drawing))
        if keys:
            action.setShortcut(QKeySequence(keys))
        if slot is not None:
            action.triggered.connect(lambda _=False: slot())
        existing = menu.actions()
        if before and existing:
            menu.insertAction(existing[0], action)
        else:
            menu.addAction(action)
        menu.menuAction().setVisible(True)
        return action

    def set_undo(self, action_name: str | None) -> None:
        """Name what "Hoàn tác" would take back; None when there is nothing."""
        self.undo.setEnabled(action_name is not None)
        text = frame.NOTHING_TO_UNDO if action_name is None else frame.UNDO_ACTION.format(action=action_name)
        self.undo.setText(text)
