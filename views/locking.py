"""The locked screen: every window covered, what is typed kept beneath, opened again by a PIN; by hand or by itself."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QShowEvent, QWindow
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton, QWidget

from app.office.drafts import UserDraft
from app.office.pins import people_with_pin, pin_state, prove
from app.office.queries import user_drafts
from app.problems import Problem
from app.progress import Progress
from app.wording import pins as words
from views import messages, style
from views.page import WorkFrame
from views.pin_forms import kept_minutes, secret_line
from views.short_form import ShortForm
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.form import quiet_label

_LOOK_EVERY = 5_000  # ms
_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.InputMethod,
    }
)


class Guard(QObject):
    """Locks a window by hand, and by itself when nobody has used it for the minutes that are set.

    `switched` follows when another person than before opened it.
    """

    def __init__(self, window: QMainWindow, frame: WorkFrame, switched: Callable[[], object]) -> None:
        super().__init__(window)
        self._window, self._frame, self._switched = window, frame, switched
        self._covers: list[Cover] = []
        self._watched: QWindow | None = None
        self._before = ""
        self.form: UnlockForm | None = None
        self.used = time.monotonic()
        self._clock = QTimer(self, interval=_LOOK_EVERY)
        self._clock.timeout.connect(self.look)
        self.watch()

    @property
    def locked(self) -> bool:
        """Whether the windows are covered."""
        return bool(self._covers)

    @property
    def guarded(self) -> bool:
        """Whether the signed-in user has a PIN: without one nothing is locked."""
        return pin_state(self._frame.workspace, self._frame.workspace.author.user_id) is not None

    def watch(self) -> None:
        """Begin to look for use, or stop where nobody has a PIN or no minutes are set."""
        application = QGuiApplication.instance()
        wanted = self.guarded and kept_minutes(self._frame) > 0
        if wanted == self._clock.isActive() or not isinstance(application, QGuiApplication):
            return
        if wanted:
            self._clock.start()
            application.focusWindowChanged.connect(self._focus)
            self._focus(QGuiApplication.focusWindow())
        else:
            self._clock.stop()
            application.focusWindowChanged.disconnect(self._focus)
            self._focus(None)

    def _focus(self, window: QWindow | None) -> None:
        """Only the window that has the focus is listened to: no event of the others passes through here."""
        if self._watched is not None:
            self._watched.removeEventFilter(self)
        self._watched = window
        if window is not None:
            self.used = time.monotonic()
            window.destroyed.connect(self._forget)
            window.installEventFilter(self)

    def _forget(self) -> None:
        self._watched = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE:
            self.used = time.monotonic()
        return False

    def look(self) -> None:
        """Lock when nobody has used the window for the minutes that are set."""
        if not self.locked and time.monotonic() - self.used >= kept_minutes(self._frame) * 60:
            self.lock()

    def lock(self) -> None:
        """Cover every window of the program and ask for a PIN; what is typed stays beneath."""
        if self.locked or not self.guarded:
            return
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        self._before = self._frame.workspace.author.user_id
        shown = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one.isWindow()]
        covered = {self._window, *(one for one in shown if one.windowType() == Qt.WindowType.Dialog)}
        self._covers = [Cover(one) for one in covered]
        self.form = UnlockForm(self._frame, self._window, self._open)
        self.form.show()

    def _open(self) -> None:
        for one in self._covers:
            one.take_away()
        self._covers, self.form, self.used = [], None, time.monotonic()
        self._window.activateWindow()
        if self._frame.workspace.author.user_id != self._before:
            self._switched()


class Cover(QWidget):
    """Lies over all that a window shows, and stays as large as it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._covered = window
        self._before = window.focusWidget()
        self.setAccessibleName(words.LOCKED)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoFillBackground(True)
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.ChildAdded):
            self.setGeometry(self._covered.rect())
            self.raise_()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().window())
        painter.setFont(style.font(style.PAGE_TITLE, strong=True))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, f"\n\n{words.LOCKED}")

    def take_away(self) -> None:
        """Show what lay beneath, with the cursor where it was."""
        self._covered.removeEventFilter(self)
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.deleteLater()


class UnlockForm(ShortForm):
    """Who goes on, and his PIN. It cannot be left; the program may be closed as a whole."""

    keeps_draft = False

    def __init__(self, frame: WorkFrame, window: QMainWindow, opened: Callable[[], object]) -> None:
        super().__init__(window, words.LOCKED, words.UNLOCK)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self._frame, self._window, self._opened, self._allowed = frame, window, opened, False
        people = _people(frame)
        self.user = ChoiceEdit([Choice(one.id or "", one.name) for one in people], width=300)
        self.user.set_value(frame.workspace.author.user_id)
        self.entry = secret_line(280)
        self.form.add_field("user", words.USER, self.user)
        self.form.add_field("pin", words.ENTRY, self.entry, required=True)
        told = quiet_label(words.LOCKED_HELP)
        told.setWordWrap(True)
        self.add_below(told)
        self.cancel.hide()
        self.leave = QPushButton(words.LEAVE)
        self.leave.setAutoDefault(False)
        self.leave.clicked.connect(self._leave)
        self.add_below(self.leave)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        self.hide()
        if not self._window.close():
            self.show()

    def problems(self) -> Sequence[Problem]:
        return () if self.user.value() else (Problem("user", "user_not_chosen"),)

    def carry_out(self) -> None:
        workspace, user, entry = self._frame.workspace, self.user.value() or "", self.entry.text()
        self._working = True
        self.confirm.setEnabled(False)

        def work(_: Progress) -> bool:
            recovered = prove(workspace, user, entry)
            if user != workspace.author.user_id:
                workspace.sign_in(user)
            return recovered

        self._frame.runner.run(work, self._right, words.UNLOCKING, self._wrong)

    def _right(self, recovered: bool) -> None:
        self._allowed = True
        self._finish()
        self._opened()
        if recovered:
            messages.warning(words.RECOVERED)

    def _wrong(self, error: BaseException) -> None:
        self._fail(error)
        self.entry.clear()
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def reject(self) -> None:
        """Esc and the corner of the window open nothing."""
        if self._allowed:
            super().reject()


def _people(frame: WorkFrame) -> list[UserDraft]:
    """Who may open: the people with a PIN here."""
    protected = people_with_pin(frame.workspace)
    with frame.workspace.read() as session:
        return [one for one in user_drafts(session) if one.id in protected]
