"""A plain field with a forgiving reader behind it: no mask, no validator; what cannot be read is said under it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.problems import Problem, Refused
from views import style

T = TypeVar("T")


class ParsedEdit(QLineEdit, Generic[T]):
    """Reads its text by `parse` and shows a value by `show_value`.

    `changed` comes when the officer has finished a field whose value differs from before; `hint_changed` carries the
    quiet line under the field (an amount in words), empty when there is none.
    """

    changed = Signal()
    hint_changed = Signal(str)

    def __init__(
        self,
        parse: Callable[[str], T | None],
        show_value: Callable[[T], str],
        *,
        width: int = 0,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._parse = parse
        self._show_value = show_value
        self._width = width
        self._known = ""
        self.setPlaceholderText(placeholder)
        style.follow_scale(self, self._size)
        self.editingFinished.connect(self._finish)

    def _size(self) -> None:
        self.setMinimumHeight(style.px(28))
        if self._width:
            self.setFixedWidth(style.px(self._width))

    def value(self) -> T | None:
        """The value, None where the field is empty. Raises `Refused` when the text cannot be read."""
        return self._parse(self.text())

    def set_value(self, value: T | None) -> None:
        """Show a value; no `changed` comes of it."""
        self.setText("" if value is None else self._show_value(value))
        self._known = self.text()
        self._tell_hint()

    def problems(self) -> list[Problem]:
        """Why the text cannot be read; nothing when it can."""
        try:
            self.value()
        except Refused as refused:
            return list(refused.problems)
        return []

    def hint(self) -> str:
        """The quiet line under the field."""
        return ""

    def _tell_hint(self) -> None:
        self.hint_changed.emit(self.hint())

    def _finish(self) -> None:
        """Write a value that was understood the usual way, so that the officer sees what was understood."""
        if not self.problems():
            value = self.value()
            shown = "" if value is None else self._show_value(value)
            if shown != self.text():
                self.setText(shown)
        self._tell_hint()
        if self.text() != self._known:
            self._known = self.text()
            self.changed.emit()


def text_right(field: QLineEdit) -> None:
    """Numbers and money stand at the right."""
    field.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
