"""Short forms around the password of a file: set it twice, or type it to open one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from app.problems import Problem
from app.wording import backups as words
from views.short_form import ShortForm
from views.widgets.form import quiet_label, text_line

LEAST = 8


class PasswordForm(ShortForm):
    """`take(password)` gets what was typed; `twice` asks for it again.

    Nothing at all takes the password away, unless it is `needed`. `told` stands under the fields.
    What is typed here is kept nowhere as a draft, as of any form with a secret.
    """

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        confirm: str,
        take: Callable[[str], None],
        *,
        twice: bool,
        needed: bool = False,
        told: str = "",
    ) -> None:
        super().__init__(parent, title, confirm)
        self._take, self._twice, self._needed = take, twice, needed
        self.password, self.again = text_line(280), text_line(280)
        for field in (self.password, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
        self.form.add_field("password", words.TYPED, self.password)
        if twice:
            self.form.add_field("again", words.TYPED_AGAIN, self.again)
        told = told or (words.TYPED_HELP if twice else "")
        if told:
            label = quiet_label(told)
            label.setWordWrap(True)
            self.form.add_widget(label)

    def problems(self) -> Sequence[Problem]:
        typed = self.password.text()
        if self._needed and not typed:
            return [Problem("password", "password_needed")]
        if self._twice and typed and len(typed) < LEAST:
            return [Problem("password", "password_short")]
        if self._twice and typed != self.again.text():
            return [Problem("again", "passwords_differ")]
        return ()

    def carry_out(self) -> None:
        typed = self.password.text()
        self.accept()
        self._take(typed)
