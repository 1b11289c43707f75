"""Asks why households are taken off the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from app.documents.words import whole_text
from app.problems import Problem
from app.wording import household_pages as words
from views import style
from views.short_form import ShortForm


class TakeOffForm(ShortForm):
    """`then` is called with the reason; the form has closed by then."""

    def __init__(self, parent: QWidget, names: Sequence[str], count: int, then: Callable[[str], object]) -> None:
        one = count == 1
        title = (
            words.ASK_REASON_ONE.format(name=names[0]) if one else words.ASK_REASON_MANY.format(count=whole_text(count))
        )
        super().__init__(parent, words.TAKE_OFF, words.TAKE_OFF)
        self._then = then
        self.reason = QComboBox()
        self.reason.setEditable(True)
        self.reason.addItems([*words.REASONS])
        self.reason.setCurrentIndex(-1)
        line = self.reason.lineEdit()
        if line is not None:
            line.setPlaceholderText(words.REASON_HINT)
        style.follow_scale(self.reason, lambda: self.reason.setFixedSize(style.px(320), style.px(28)))
        question = QLabel(title)
        question.setWordWrap(True)
        self.form.add_widget(question)
        self.form.add_field("reason", words.REASON, self.reason, required=True)

    def problems(self) -> list[Problem]:
        return [] if self.reason.currentText().strip() else [Problem("reason", "reason_missing")]

    def carry_out(self) -> None:
        self.accept()
        self._then(self.reason.currentText())
