"""A short form over a page: a few fields, what they would do, one filled button. It never opens another dialog."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.problems import Problem, Refused, errors
from app.wording import half_typed, worklists
from app.wording.messages import problem_text
from views import style, troubles
from views.doing import Outcome, do
from views.form_draft import FormDraft
from views.page import WorkFrame
from views.tabbing import tab_on
from views.widgets.buttons import FilledButton, flat_button
from views.widgets.form import FormColumn, group_title, quiet_label
from views.widgets.problem_marks import Marks
from views.widgets.typing import finish_typing

WIDTH = 620


class ShortForm(QDialog):
    """Rooms put fields into `form`, override `problems` and `carry_out`. Ctrl+Enter does it, Esc leaves.

    `carry_out` is called only when no field is wrong; it starts the operation and the form closes when that succeeds
    (`accept`), so that a refusal leaves what was typed.
    """

    #: Whether what is typed is kept as a draft; not where typing it is the answer to a question.
    keeps_draft = True

    def __init__(self, parent: QWidget | None, title: str, confirm: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._working = False
        self.half_typed = FormDraft(self)
        self.marks = Marks(self)
        self.form = FormColumn(self.marks)
        self.confirm = FilledButton(confirm)
        self.confirm.setDefault(True)
        self.cancel = QPushButton(worklists.CANCEL)
        self.cancel.setAutoDefault(False)
        self.places = quiet_label()
        self.typed_before = quiet_label()
        self.drop_draft = flat_button(half_typed.DROP)
        self.drop_draft.clicked.connect(self._drop_draft)
        self.refusal = QLabel()
        self.refusal.setWordWrap(True)
        self.refusal.hide()
        self.rows = QVBoxLayout(self)
        self.rows.addWidget(group_title(title))
        self.rows.addWidget(self.form)
        self.rows.addStretch(1)
        self.rows.addWidget(self.refusal)
        self.rows.addLayout(self._foot())
        style.follow_scale(self, self._size)
        self.marks.changed.connect(self._count_places)
        self.confirm.clicked.connect(self.try_it)
        self.cancel.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.try_it)
        QShortcut(QKeySequence("F1"), self, self._help)

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(style.px(8))
        for widget in (self.places, self.typed_before, self.drop_draft):
            foot.addWidget(widget)
        self.drop_draft.hide()
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.confirm)
        return foot

    def _size(self) -> None:
        self.rows.setContentsMargins(style.px(16), style.px(12), style.px(16), style.px(12))
        self.rows.setSpacing(style.px(8))
        self.setMinimumWidth(style.px(WIDTH))
        self.cancel.setMinimumSize(style.px(88), style.px(30))

    def showEvent(self, event: QShowEvent) -> None:
        """Typing begins in the first field."""
        super().showEvent(event)
        if self.keeps_draft:
            self.half_typed.begin()
        self._show_draft()
        first = self.form.findChild(QLineEdit)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_draft(self) -> None:
        """Say that what stands here was typed another time."""
        at = self.half_typed.restored
        self.typed_before.setText(half_typed.FOUND.format(when=f"{at:%H:%M %d/%m/%Y}") if at else "")
        self.drop_draft.setVisible(at is not None)

    def _drop_draft(self) -> None:
        self.half_typed.drop()
        self._show_draft()

    def focusNextPrevChild(self, onward: bool) -> bool:
        return tab_on(self, onward)

    def _help(self) -> None:
        from views.help_window import show_help  # the guide is loaded when somebody asks

        show_help(self)

    def add_below(self, widget: QWidget) -> None:
        """Something over the whole width, under the fields."""
        self.rows.insertWidget(self.rows.count() - 3, widget)

    def problems(self) -> Sequence[Problem]:
        """What is wrong with the fields; warnings are shown and do not stop."""
        return ()

    def carry_out(self) -> None:
        """Start the operation."""

    def look(self) -> bool:
        """Mark what is wrong; True when nothing stops the form."""
        found = [*self.marks.unreadable()] or [*self.problems()]
        self.marks.show(found)
        unplaced = errors(self.marks.unplaced)
        self.refusal.setText("\n".join(problem_text(one) for one in unplaced))
        self.refusal.setVisible(bool(unplaced))
        return not errors(found)

    def try_it(self) -> None:
        """The filled button: do it, or go to the first place that is wrong."""
        finish_typing()
        if self.look() and self.confirm.isEnabled():
            self.carry_out()
        else:
            self.marks.first()

    def start(
        self, frame: WorkFrame, operation: Callable[[], Outcome], title: str, told: str, *, warn: bool = False
    ) -> None:
        """Do the operation beside the window: the form closes when it succeeds and marks what was refused.

        `warn`: tell what the operation warns of, where the fields have not said it before.
        """
        shown = {one.code for one in self.problems()} if warn else None
        self._working = True
        self.confirm.setEnabled(False)
        do(frame, operation, title, told, self._finish, self._fail, shown)

    def _finish(self) -> None:
        self._working = False
        self.accept()

    def _fail(self, error: BaseException) -> None:
        self._working = False
        self.confirm.setEnabled(True)
        if isinstance(error, Refused):
            self.show_refusal(error.problems)
        else:
            self.reject()
            troubles.tell(error, self.windowTitle())

    def reject(self) -> None:
        """Leave without doing it; not while it is being done."""
        if not self._working:
            super().reject()

    def show_refusal(self, problems: Sequence[Problem]) -> None:
        """The operation refused: mark its fields, say the rest above the buttons."""
        self.marks.show(problems)
        text = "\n".join(problem_text(one) for one in self.marks.unplaced)
        self.refusal.setText(text)
        self.refusal.setVisible(bool(text))

    def _count_places(self, count: int) -> None:
        self.places.setText(worklists.PLACES.format(count=count) if count else "")


def opened(form: ShortForm, done: Callable[[], object] | None = None) -> ShortForm:
    """Open a form over its page without stopping the program's own loop; `done` follows when it was carried out."""
    if done is not None:
        form.accepted.connect(done)
    form.open()
    return form
