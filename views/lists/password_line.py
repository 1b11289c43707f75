"""Asks for the password of a workbook on the page itself; it is kept nowhere."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from app.wording import list_import as words
from views import style
from views.widgets.form import quiet_label


class PasswordLine(QWidget):
    """`given` comes with Enter or the button. Hidden until a file needs it."""

    given = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(words.PASSWORD)
        button = QPushButton(words.PASSWORD_OPEN)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(quiet_label(words.PASSWORD))
        row.addWidget(self.field)
        row.addWidget(button)
        row.addStretch(1)
        style.follow_scale(self, lambda: self.field.setMinimumWidth(style.px(220)))
        self.field.returnPressed.connect(self._give)
        button.clicked.connect(self._give)
        self.hide()

    @property
    def value(self) -> str | None:
        """What was typed; None for nothing."""
        return self.field.text() or None

    def ask(self) -> None:
        """Show the line, ready to type."""
        self.show()
        self.field.selectAll()
        self.field.setFocus()

    def forget(self) -> None:
        """Another file has another password."""
        self.field.clear()
        self.hide()

    def _give(self) -> None:
        if self.value is not None:
            self.given.emit()
