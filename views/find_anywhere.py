"""Ctrl+K: find a household, an ID number or a decision from anywhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, QTimer
from PySide6.QtGui import QAction, QFocusEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from app.wording import frame
from views import icons, style
from views.runner import Runner

PAUSE = 150


@dataclass(frozen=True)
class Hit:
    """Something found: what is shown, and what opens it."""

    text: str
    open: Callable[[], None]


class FindAnywhere(QLineEdit):
    """Asks `search` on the reader's thread when typing pauses, and offers what was found under the field."""

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search: Callable[[str], Sequence[Hit]] = _nothing
        self.hits: Sequence[Hit] = ()
        self._runner = runner
        self._texts = QStringListModel(self)
        self.setPlaceholderText(frame.FIND_ANYWHERE)
        self.setAccessibleName(frame.FIND_ANYWHERE_NAME)
        self.addAction(QAction(icons.icon("search", style.QUIET), "", self), QLineEdit.ActionPosition.LeadingPosition)
        offered = QCompleter(self._texts, self)
        offered.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        offered.setMaxVisibleItems(12)
        offered.activated[QModelIndex].connect(self._open)  # type: ignore[index]
        self.setCompleter(offered)
        self._offered = offered
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._ask)
        self.textEdited.connect(lambda _: self._pause.start())
        self.returnPressed.connect(self._open_first)
        style.follow_scale(self, self._size)

    def _size(self) -> None:
        self.setFixedHeight(style.px(28))
        self.setMinimumWidth(style.px(240))
        self.setMaximumWidth(style.px(460))

    def _ask(self) -> None:
        text = self.text().strip()
        if not text:
            self._take("", ())
            return
        find = self.search
        self._runner.look()
        self._runner.read(lambda: find(text), lambda hits: self._take(text, hits))

    def _take(self, text: str, hits: Sequence[Hit]) -> None:
        if text != self.text().strip():
            return
        self.hits = hits
        self._texts.setStringList([hit.text for hit in hits])
        if hits and self.hasFocus():
            self._offered.complete()

    def _open(self, index: QModelIndex) -> None:
        self._open_hit(self.hits[index.row()])

    def _open_first(self) -> None:
        popup = self._offered.popup()
        if self.hits and not (popup is not None and popup.isVisible() and popup.currentIndex().isValid()):
            self._open_hit(self.hits[0])

    def _open_hit(self, hit: Hit) -> None:
        # After the completer has written its text into the field: the field is empty again for the next search.
        QTimer.singleShot(0, self, self.clear)
        self.hits = ()
        hit.open()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.ShortcutFocusReason:
            self.selectAll()


def _nothing(_: str) -> Sequence[Hit]:
    return ()
