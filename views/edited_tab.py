"""Pages on which records are edited as a whole: saved as one change, put back on asking, kept as a draft."""

from __future__ import annotations

import json
from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.problems import Problem, Refused, Stale
from app.wording import settings as words
from views import messages, style, troubles
from views.doing import Outcome, do
from views.page import Page, WorkFrame
from views.widgets.buttons import FilledButton
from views.widgets.form import quiet_label
from views.widgets.typing import finish_typing


class Foot(QFrame):
    """Save, discard, what wants looking at. Always in sight."""

    def __init__(self) -> None:
        super().__init__()
        self.save = FilledButton(words.SAVE, "save")
        self.discard = QPushButton(words.DISCARD)
        self.places, self.state = quiet_label(), quiet_label()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, style.px(4), 0, style.px(4))
        row.setSpacing(style.px(8))
        for widget in (self.save, self.discard, self.places):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.state)
        style.follow_scale(self, lambda: self.discard.setMinimumHeight(style.px(30)))


class EditedTab(Page):
    """A page says what it read (`read`), shows it, tells its texts, and names the operation that saves them.

    What `texts` gives is fit for JSON and holds ids and versions, so that a draft is saved over the rows it began on.
    """

    name: str
    tables: frozenset[str]

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__()
        self.frame = frame
        self.body = QWidget()
        self.foot = Foot()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self.body, 1)
        self.column.addWidget(self.foot)
        self._clean: Any = None
        self._from_draft = False
        self._tried = False
        self._cursor: QWidget | None = None
        self.foot.save.clicked.connect(self.save)
        self.foot.discard.clicked.connect(self.discard)

    # What each tab is

    @abstractmethod
    def read(self) -> Any:
        """What the records say, as `show_texts` takes it."""

    @abstractmethod
    def texts(self) -> Any:
        """What stands on the tab."""

    @abstractmethod
    def show_texts(self, texts: Any) -> None:
        """Put it there."""

    def ids(self, texts: Any) -> list[str]:
        """The ids of the rows that were shown."""
        return []

    @abstractmethod
    def problems(self) -> list[Problem]:
        """What is wrong with what is typed, as the rules say it."""

    @abstractmethod
    def mark(self, problems: Sequence[Problem]) -> int:
        """Mark what is wrong, cells that cannot be read too; tells how many places."""

    @abstractmethod
    def operation(self, seen: list[str]) -> Callable[[], Outcome]:
        """What saves the tab, made from what is typed now."""

    def finish(self) -> None:
        """Take over what is still being typed."""

    def next_problem(self) -> None:
        """Go to the next place that wants looking at."""

    @abstractmethod
    def called(self) -> str:
        """What the page is called in a question."""

    @abstractmethod
    def told(self) -> str:
        """What is said when it was saved."""

    # What all do

    @property
    def dirty(self) -> bool:
        """Whether something was typed that is not saved."""
        return bool(self.texts() != self._clean)

    def load(self) -> None:
        """Show what the records say."""
        self._from_draft = self._tried = False
        self.show_texts(self.read())
        self._clean = self.texts()
        self._seen = self.ids(self._clean)
        self.mark(())
        self.edited()

    def open(self) -> None:
        """The first look: the records, and over them the draft that was kept, if any."""
        self.load()
        kept = json.loads(self.frame.memory.get(self._draft) or "{}")
        if kept:
            self._from_draft = True
            self._seen = kept["seen"]
            self.show_texts(kept["texts"])
            self.edited()

    def edited(self) -> None:
        """Something was typed: the foot and the marks that were shown follow."""
        if self._clean is None:
            return
        dirty = self.dirty
        self.foot.discard.setEnabled(dirty)
        self.foot.state.setText((words.DRAFT if self._from_draft else words.TYPED) if dirty else "")
        count = self.mark(self.problems()) if self._tried else 0
        self.foot.places.setText(words.PLACES.format(count=count) if count else "")

    def save(self) -> None:
        """Save the tab as one change."""
        finish_typing()
        self.finish()
        if not self.dirty:
            messages.success(words.NOTHING_CHANGED)
            return
        if not self.foot.save.isEnabled():
            return
        self._tried = True
        self.edited()
        if self.mark(self.problems()):
            self.next_problem()
            return
        self._work(True)
        do(self.frame, self.operation(self._seen), words.SAVING, self.told(), self._saved, self._failed)

    def _work(self, working: bool) -> None:
        """While it is saved nothing can be typed over it; the cursor comes back to where it was."""
        if working:
            self._cursor = QApplication.focusWidget()
        self.body.setEnabled(not working)
        self.foot.save.setEnabled(not working)
        if not working and self._cursor is not None and self.isAncestorOf(self._cursor):
            self._cursor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _saved(self) -> None:
        self._work(False)
        self._forget_draft()
        self.load()

    def _failed(self, error: BaseException) -> None:
        self._work(False)
        if isinstance(error, Stale):
            question = words.RELOAD_QUESTION.format(tab=self.called())
            if messages.ask(question, words.RELOAD, words.KEEP, yes_first=False):
                self._forget_draft()
                self.load()
        else:
            if isinstance(error, Refused):
                self.mark(error.problems)
            troubles.tell(error, words.SAVING)

    def discard(self) -> None:
        """Put back what the records say, after asking."""
        self.finish()
        question = words.DISCARD_QUESTION.format(tab=self.called())
        if self.dirty and messages.ask(question, words.DISCARD_YES, words.DISCARD_NO, yes_first=False):
            self._forget_draft()
            self.load()

    def forget(self, changes: object) -> None:
        """Rows changed elsewhere are shown, unless something was typed; then saving will tell."""
        tables = getattr(changes, "tables", None)
        if not self.dirty and (tables is None or self.tables & tables):
            self.load()

    def programme_changed(self) -> None:
        """Nothing here belongs to a programme."""

    def keep_draft(self) -> None:
        """Keep what is typed and not saved."""
        self.finish()
        self.keep_typing()

    def keep_typing(self) -> None:
        if self._clean is not None and self.dirty:
            kept = {"texts": self.texts(), "seen": self._seen}
            self.frame.memory.put(self._draft, json.dumps(kept, ensure_ascii=False))
        else:
            self._forget_draft()

    @property
    def _draft(self) -> str:
        return f"draft.settings.{self.name}"

    def _forget_draft(self) -> None:
        if self.frame.memory.get(self._draft):
            self.frame.memory.put(self._draft, "")
