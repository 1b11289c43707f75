"""The short forms around a PIN: set, change or drop one's own, and the recovery code that is shown once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from app.documents.text_files import write_text_papers
from app.documents.text_paper import Look, Text, TextPaper
from app.documents.words import date_text
from app.office.pins import check_pin, drop_pin, pin_state, set_pin
from app.parsing import today
from app.problems import Problem
from app.progress import Progress
from app.wording import pins as words
from views import messages, style
from views.page import WorkFrame
from views.short_form import ShortForm, opened
from views.widgets.form import quiet_label, text_line
from views.widgets.number_edits import CountEdit

#: Under this name the window's memory keeps after how many minutes it locks itself; nothing kept: the usual.
MINUTES = "lock.minutes"
USUAL_MINUTES = 10


def secret_line(width: int = 200) -> QLineEdit:
    """A field whose text shows as dots."""
    line = text_line(width)
    line.setEchoMode(QLineEdit.EchoMode.Password)
    return line


def kept_minutes(frame: WorkFrame) -> int:
    """After how many minutes without use the window locks itself; 0: never."""
    kept = frame.memory.get(MINUTES)
    return USUAL_MINUTES if kept is None else int(kept)


class PinForm(ShortForm):
    """Sets the signed-in user's PIN; an empty new one takes it off. What is typed is kept nowhere as a draft."""

    keeps_draft = False

    def __init__(self, frame: WorkFrame, done: Callable[[], object], parent: QWidget) -> None:
        self._name = frame.workspace.author.user_name
        self._has = pin_state(frame.workspace, frame.workspace.author.user_id) is not None
        title = words.CHANGE_TITLE if self._has else words.SET_TITLE
        super().__init__(parent, title.format(name=self._name), words.SET)
        self.frame, self._done = frame, done
        self.old, self.new, self.again = secret_line(), secret_line(), secret_line()
        self.minutes = CountEdit()
        self.minutes.set_value(kept_minutes(frame) or None)
        if self._has:
            self.form.add_field("old", words.OLD, self.old, required=True)
        self.form.add_field("pin", words.NEW, self.new)
        self.form.add_field("again", words.AGAIN, self.again)
        self.form.add_field("minutes", words.MINUTES, self.minutes, after=words.MINUTES_UNIT)
        told = quiet_label(words.SET_HELP)
        told.setWordWrap(True)
        self.add_below(told)

    def problems(self) -> Sequence[Problem]:
        new = self.new.text()
        if not new and self._has:
            return ()
        found = check_pin(new)
        return found or ([Problem("again", "pin_differs")] if new != self.again.text() else ())

    def carry_out(self) -> None:
        workspace, old, new = self.frame.workspace, self.old.text(), self.new.text()
        self.frame.memory.put(MINUTES, str(self.minutes.value() or 0))
        self._working = True
        self.confirm.setEnabled(False)

        def work(_: Progress) -> str:
            if not new:
                drop_pin(workspace, old)
                return ""
            return set_pin(workspace, new, old)

        self.frame.runner.run(work, self._kept, words.SAVING, self._fail)

    def _kept(self, code: str) -> None:
        parent = self.parentWidget()
        self._finish()
        told = words.KEPT if code else words.TAKEN_OFF
        messages.success(told.format(name=self._name))
        self._done()
        if code:
            opened(CodeForm(self.frame, self._name, code, parent))


class CodeForm(ShortForm):
    """Shows the recovery code once, to be printed and put away."""

    keeps_draft = False

    def __init__(self, frame: WorkFrame, name: str, code: str, parent: QWidget | None) -> None:
        super().__init__(parent, words.CODE_TITLE, words.CODE_DONE)
        self.frame, self._name, self.code = frame, name, code
        shown = QLabel(words.CODE.format(name=name, code=code))
        shown.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        style.follow_scale(shown, lambda: shown.setFont(style.font(style.GROUP, strong=True)))
        self.form.add_widget(shown)
        told = quiet_label(words.CODE_HELP)
        told.setWordWrap(True)
        self.add_below(told)
        self.save = QPushButton(words.SAVE_CODE)
        self.save.setAutoDefault(False)
        self.save.clicked.connect(self._save)
        self.add_below(self.save)
        self.cancel.hide()

    def carry_out(self) -> None:
        self.accept()

    def _save(self) -> None:
        target = messages.choose_save_file(words.SAVE_CODE, "pdf", Path.home() / words.CODE_FILE)
        if target is not None:
            self.frame.runner.run(partial(self._write, target), self._saved, words.SAVING)

    def _write(self, target: Path, progress: Progress) -> Path:
        day = date_text(today())
        about, code, more = (line.format(name=self._name, day=day, code=self.code) for line in words.CODE_PAPER)
        blocks = (Text(about), Text(code, Look.HEADING), Text(more))
        paper = TextPaper((words.CODE_TITLE,), blocks)
        write_text_papers(target, words.CODE_TITLE, [paper], progress)
        return target

    def _saved(self, target: Path) -> None:
        messages.success(words.CODE_SAVED.format(file=target.name))
