"""The page "Bàn giao công việc": who takes over and the encrypted file at the left, the minutes at the right."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.parsing import today
from app.problems import Problem, Refused, errors
from app.progress import Progress
from app.succession.facts import HandedFacts
from app.succession.giving import GiveDraft, Given, check_give, give, go_on_here, handed_over, usual_draft
from app.succession.minutes import write_minutes
from app.wording import paper_pane
from app.wording import succession as words
from app.workspace import Workspace
from views import messages, style, troubles
from views.list_page import TitleLine
from views.page import Page, WorkFrame
from views.paper_pane import PaperPane
from views.short_form import ShortForm, opened
from views.widgets.buttons import FilledButton
from views.widgets.date_edit import DateEdit
from views.widgets.form import FormColumn, quiet_label, text_line
from views.widgets.problem_marks import Marks

_LEFT, _BOTH = 540, 980


class MinutesPane(PaperPane):
    """The minutes as the form describes them, counted when they are drawn."""

    def __init__(self, page: SuccessionPage) -> None:
        super().__init__(page.frame, page)
        self._page = page
        self.title.setText(words.PAGE)
        self.note_button.hide()

    def draw(self) -> None:
        workspace, draft, target = self.frame.workspace, self._page.draft(), self.sight.next_file()

        def show(facts: HandedFacts) -> None:
            self._show_file(target, words.DRAWN)
            self._page.tell(facts)

        self.frame.runner.run(lambda progress: write_minutes(workspace, draft, target, progress), show, words.DRAWING)

    def _choose(self, title: str, kind: str, ending: str) -> Path | None:
        if self.sight.file is None:
            return None
        return messages.choose_save_file(title, kind, Path.home() / f"{words.MINUTES_NAME}.{ending}")

    def save_word(self) -> None:
        target, workspace = self._choose(paper_pane.SAVE_WORD, "word", "docx"), self.frame.workspace
        if target is None:
            return
        draft = self._page.draft()

        def write(progress: Progress) -> Path:
            write_minutes(workspace, draft, target, progress)
            return target

        self.frame.runner.run(write, self._say_saved, paper_pane.SAVING)


class SuccessionPage(Page):
    """One form. Its passwords are kept nowhere; the rest is so short that no draft is."""

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__()
        self.frame = frame
        self.marks = Marks(self)
        self.to, self.position, self.place = text_line(300), text_line(300), text_line(300)
        self.note = text_line(300)
        self.on = DateEdit()
        self.on.set_value(today().isoformat())
        self.password, self.again = text_line(220), text_line(220)
        for field in (self.password, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
        self.give_button = FilledButton(words.GIVE, "lock")
        self.show_button = QPushButton(words.SHOW)
        self.resume_button = QPushButton(words.RESUME_ENTRY)
        self.left, self.state, self.agenda = QWidget(), QLabel(), quiet_label()
        self.pane = MinutesPane(self)
        self._lay_out()
        self.give_button.clicked.connect(self.give)
        self.show_button.clicked.connect(self.show_minutes)
        self.resume_button.clicked.connect(self.resume)
        self.pane.closed.connect(self.close_minutes)
        self.setFocusProxy(self.to)
        self._look()

    def _lay_out(self) -> None:
        form = FormColumn(self.marks)
        form.add_title(words.WHO)
        form.add_field("to", words.TO_NAME, self.to, required=True)
        form.add_field("to_position", words.TO_WORK, self.position)
        form.add_field("on", words.ON_DAY, self.on, required=True)
        form.add_field("place", words.AT_PLACE, self.place)
        form.add_field("note", words.OTHER, self.note)
        form.add_title(words.THE_FILE)
        form.add_field("password", words.PASSWORD, self.password, required=True)
        form.add_field("again", words.AGAIN, self.again, required=True)
        for label in (told := quiet_label(words.PAGE_HELP), told_secret := quiet_label(words.FILE_HELP)):
            label.setWordWrap(True)
        for label in (self.state, self.agenda):
            label.setWordWrap(True)
            label.hide()
        form.add_widget(told_secret)
        buttons = QHBoxLayout()
        for button in (self.resume_button, self.show_button, self.give_button):
            buttons.addWidget(button)
        buttons.insertStretch(1, 1)
        inner = QWidget()
        fields, column = QVBoxLayout(inner), QVBoxLayout(self.left)
        for widget in (told, self.state, self.agenda, form):
            fields.addWidget(widget)
        fields.addStretch(1)
        scrolled = QScrollArea()
        scrolled.setWidget(inner)
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QScrollArea.Shape.NoFrame)
        beside = scrolled.verticalScrollBar().sizeHint().width()
        style.follow_scale(scrolled, lambda: scrolled.setMinimumWidth(inner.minimumSizeHint().width() + beside))
        for layout in (fields, column):
            layout.setContentsMargins(0, 0, 0, 0)
        column.addWidget(TitleLine(words.PAGE))
        column.addWidget(scrolled, 1)
        column.addLayout(buttons)
        across = QHBoxLayout(self)
        across.setContentsMargins(style.px(16), style.px(8), style.px(16), style.px(4))
        across.addWidget(self.left)
        across.addWidget(self.pane, 1)
        across.addStretch(0)
        self.pane.hide()
        style.follow_scale(self, self._share_room)

    def _share_room(self) -> None:
        """The minutes stand beside the form; in a narrow window they have the room alone until they are closed."""
        wide = self.width() >= style.px(_BOTH)
        self.left.setMaximumWidth(style.px(_LEFT))
        self.left.setVisible(wide or self.pane.isHidden())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def show_minutes(self) -> None:
        """Bring the minutes into sight, counted now."""
        self.pane.show()
        self._share_room()
        self.pane.draw()

    def close_minutes(self) -> None:
        """Give the form its room back."""
        self.pane.hide()
        self._share_room()
        self.to.setFocus(Qt.FocusReason.OtherFocusReason)

    # What stands here

    def draft(self) -> GiveDraft:
        """What the form says; the giver is who works here."""
        usual = usual_draft(self.frame.workspace, self.to.text(), self._day())
        return GiveDraft(
            usual.to, usual.on, self.position.text() or None, usual.giver, usual.giver_position,
            self.place.text() or None, self.note.text() or None,
        )  # fmt: skip

    def _day(self) -> str:
        try:
            return self.on.value() or ""
        except Refused:
            return ""

    def problems(self) -> Sequence[Problem]:
        """What keeps the file from being written."""
        found = [*self.marks.unreadable(), *check_give(self.draft(), self.password.text())]
        if not found and self.password.text() != self.again.text():
            found.append(Problem("again", "passwords_differ"))
        return found

    def tell(self, facts: HandedFacts) -> None:
        """What is better done before."""
        self.agenda.setText(words.AGENDA.format(tasks=facts.tasks, drafts=facts.drafts))
        self.agenda.setVisible(bool(facts.tasks or facts.drafts))

    def _look(self) -> None:
        """A laptop that was handed over says so and offers to go on."""
        state = handed_over(self.frame.workspace)
        self.state.setText(words.STANDS_GIVEN.format(to=state.to, day=state.day) if state else "")
        self.state.setVisible(state is not None)
        self.resume_button.setVisible(state is not None)

    def forget(self, changes: object) -> None:
        self._look()

    def keep_draft(self) -> None:
        """Passwords do not stay behind when the page is left."""
        self.password.clear()
        self.again.clear()

    # What is done

    def give(self) -> None:
        """Write the file where the officer wants it."""
        found = self.problems()
        self.marks.show(found)
        if errors(found):
            self.marks.first()
            return
        name = words.FILE_NAME.format(office=self.frame.workspace.author.office, day=f"{today():%Y%m%d}")
        target = messages.choose_save_file(words.CHOOSE_TARGET, "handed", Path.home() / name)
        if target is None:
            return
        workspace, draft, secret = self.frame.workspace, self.draft(), self.password.text()
        self.give_button.setEnabled(False)
        self.frame.runner.run(
            lambda progress: give(workspace, draft, target, secret, progress), self._given, words.GIVING, self._failed
        )

    def _given(self, given: Given) -> None:
        self.give_button.setEnabled(True)
        self.keep_draft()
        told = words.GIVEN.format(file=given.file, rows=given.seal.rows, photos=given.seal.here)
        messages.warning(told)
        self.frame.runner.changed.emit(None)  # what may be done here is otherwise from now on
        if not self.pane.isHidden():
            self.pane.draw()

    def _failed(self, error: BaseException) -> None:
        self.give_button.setEnabled(True)
        if isinstance(error, Refused):
            self.marks.show(error.problems)
        troubles.tell(error, words.GIVING)

    def resume(self) -> None:
        """Let this laptop go on, with a reason."""
        opened(ResumeForm(self.frame, self), self._look)


class ResumeForm(ShortForm):
    """Why a laptop that was handed over is used again."""

    def __init__(self, frame: WorkFrame, parent: QWidget) -> None:
        super().__init__(parent, words.RESUME_TITLE, words.RESUME)
        self.frame = frame
        self.reason = text_line(400)
        self.form.add_field("reason", words.RESUME_REASON, self.reason, required=True)
        told = quiet_label(words.RESUME_HELP)
        told.setWordWrap(True)
        self.add_below(told)

    def problems(self) -> Sequence[Problem]:
        return () if self.reason.text().strip() else (Problem("reason", "resume_reason_missing"),)

    def carry_out(self) -> None:
        workspace, reason = self.frame.workspace, self.reason.text()
        self._working = True
        self.confirm.setEnabled(False)
        job = partial(_go_on, workspace, reason)
        self.frame.runner.run(job, self._done, words.RESUMING, self._fail)

    def _done(self, letter: str) -> None:
        self._finish()
        messages.success(words.RESUMED_TOLD.format(letter=letter))


def _go_on(workspace: Workspace, reason: str, _progress: Progress) -> str:
    return go_on_here(workspace, reason)
