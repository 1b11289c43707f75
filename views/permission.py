"""Shows what the signed-in user may do: buttons that write what he may not are off, with the reason in their hint.

The rule stands in `app.actions` and is kept by the workspace whatever is shown here. An officer's window is left alone.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QWidget

from app.actions import Action
from app.wording.messages import problem_text
from app.wording.permissions import asked_for
from app.workspace import Workspace
from models.vocabulary import Role

_LOOK_EVERY = 300  # ms: tabs and panels are made, and buttons switched on, while one works
#: What a button said before it went off stands with it under this name.
_HINT = "hint_when_allowed"


class Permission(QObject):
    """Looks over the page in sight as long as the user, or the laptop, may not do everything."""

    def __init__(self, workspace: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self._workspace, self._window = workspace, window
        self._page: tuple[str, QWidget] | None = None
        self._rests = False
        self._clock = QTimer(self, interval=_LOOK_EVERY)
        self._clock.timeout.connect(self.look)

    def show_page(self, name: str, page: QWidget) -> None:
        """Another page came into sight."""
        self._page = (name, page)
        self.begin()

    def begin(self, *, rests: bool | None = None) -> None:
        """The user, or whether this laptop rests, may have changed: look, or give everything back."""
        self._rests = self._rests if rests is None else rests
        restricted = self._rests or self._workspace.author.role != Role.OFFICER
        if restricted and not self._clock.isActive():
            self._clock.start()
        elif not restricted and self._clock.isActive():
            self._clock.stop()
            self._give_back()
        if restricted:
            self.look()

    def look(self) -> None:
        """Switch the buttons off that ask for what may not be done."""
        if self._page is None:
            return
        name, page = self._page
        reasons: dict[Action, str] = {}
        for button in page.findChildren(QAbstractButton):
            if isinstance(button, QCheckBox | QRadioButton):
                continue
            action = asked_for(name, button.text().replace("&", ""))
            if action is None:
                continue
            if action not in reasons:
                problem = self._workspace.refusal(action)
                reasons[action] = problem_text(problem) if problem else ""
            self._set(button, reasons[action])

    def _set(self, button: QAbstractButton, reason: str) -> None:
        if reason and button.isEnabled():
            if button.property(_HINT) is None:
                button.setProperty(_HINT, button.toolTip())
            button.setEnabled(False)
            button.setToolTip(reason)
        elif not reason:
            _free(button)

    def _give_back(self) -> None:
        for button in self._window.findChildren(QAbstractButton):
            _free(button)


def _free(button: QAbstractButton) -> None:
    """Give a button back as its page made it, if it was taken here."""
    hint = button.property(_HINT)
    if hint is not None:
        button.setProperty(_HINT, None)
        button.setToolTip(hint)
        button.setEnabled(True)
