"""Short forms around the password of backups: set it twice, or type it to open one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from app.problems import Problem
from app.wording import backups as words
from views.short_form import ShortForm
from views.widgets.form import quiet_label, text_line

LEAST = 8


class PasswordForm(ShortForm):
    """`take(password)` gets what was typed; `twice` asks for it again, and nothing at all takes the password away.

    What is typed here is kept nowhere as a draft, as of any form with a secret.
    """

    def __init__(
        self, parent: QWidget | None, title: str, confirm: str, take: Callable[[str], None], *, twice: bool
    ) -> None:
        super().__init__(parent, title, confirm)
        self._take, self._twice = take, twice
        self.password, self.again = text_line(280), text_line(280)
        for field in (self.password, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
        self.form.add_field("password", words.TYPED, self.password)
        if twice:
            self.form.add_field("again", words.TYPED_AGAIN, self.again)
            told = quiet_label(words.TYPED_HELP)
            told.setWordWrap(True)
            self.form.add_widget(told)

    def problems(self) -> Sequence[Problem]:
        typed = self.password.text()
        if self._twice and typed and len(typed) < LEAST:
            return [Problem("password", "password_short")]
        if self._twice and typed != self.again.text():
            return [Problem("again", "passwords_differ")]
        return ()

    def carry_out(self) -> None:
        typed = self.password.text()
        self.accept()
        self._take(typed)
