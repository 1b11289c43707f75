"""A short form made of plain fields: texts, days, numbers, choices; the tabs of a plan say which."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.problems import Problem
from app.wording import movement_pages as words
from views import style
from views.doing import Outcome
from views.page import WorkFrame
from views.short_form import ShortForm
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.date_edit import DateEdit
from views.widgets.number_edits import CountEdit, QuantityEdit

_LINES = 56


class Kind(Enum):
    """How a field is typed."""

    TEXT = auto()
    LONG = auto()
    DAY = auto()
    COUNT = auto()
    DECIMAL = auto()
    CHOICE = auto()


@dataclass(frozen=True)
class FieldLine:
    """A field: the name it has in the draft, its label, how it is typed."""

    name: str
    label: str
    kind: Kind = Kind.TEXT
    required: bool = False
    choices: tuple[Choice, ...] = ()


def choices_of(texts: Mapping[str, str], only: Sequence[str] | None = None) -> tuple[Choice, ...]:
    """The words of a vocabulary to choose from."""
    return tuple(Choice(one, text) for one, text in texts.items() if only is None or one in only)


@dataclass(frozen=True)
class Purpose:
    """What a form is for: its title, the draft made of its values, the rules, the operation and what is said after."""

    title: str
    make: Callable[..., Any]
    check: Callable[[Any], Sequence[Problem]]
    save: Callable[[Any], Outcome]
    told: str


class FieldForm(ShortForm):
    """`values` are what the fields show first; what the fields do not show goes into the draft as it is."""

    def __init__(
        self, frame: WorkFrame, parent: QWidget, purpose: Purpose, lines: Sequence[FieldLine], values: Mapping[str, Any]
    ) -> None:
        super().__init__(parent, purpose.title, words.SAVE)
        self.frame, self.purpose, self._values = frame, purpose, dict(values)
        self.fields: dict[str, QWidget] = {}
        for line in lines:
            field = _field(line, self._values.get(line.name))
            self.fields[line.name] = field
            self.form.add_field(line.name, line.label, field, required=line.required)

    def showEvent(self, event: QShowEvent) -> None:
        """Typing begins in the first field that holds nothing yet."""
        super().showEvent(event)
        first = next((field for field in self.fields.values() if not _shown(field)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def draft(self) -> Any:
        """What the form says. Raises `Refused` when a field cannot be read."""
        typed = {name: _value(field) for name, field in self.fields.items()}
        return self.purpose.make(**{**self._values, **typed})

    def problems(self) -> Sequence[Problem]:
        return self.purpose.check(self.draft())

    def carry_out(self) -> None:
        self.start(self.frame, partial(self.purpose.save, self.draft()), words.SAVING, self.purpose.told)


def _field(line: FieldLine, value: Any) -> QWidget:
    """An editor that shows a value."""
    if line.kind is Kind.LONG:
        long = QPlainTextEdit(value or "")
        long.setTabChangesFocus(True)
        style.follow_scale(long, lambda: long.setFixedHeight(style.px(_LINES)))
        return long
    if line.kind is Kind.CHOICE:
        choice = ChoiceEdit(line.choices, width=320)
        choice.set_value(value)
        return choice
    if line.kind is Kind.TEXT:
        return QLineEdit(value or "")
    edits = {Kind.DAY: DateEdit, Kind.COUNT: CountEdit, Kind.DECIMAL: QuantityEdit}
    edit: Any = edits[line.kind]()
    edit.set_value(value)
    found: QWidget = edit
    return found


def _shown(field: QWidget) -> str:
    """The text in a field, readable or not."""
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    if isinstance(field, ChoiceEdit):
        return field.currentText()
    return field.text() if isinstance(field, QLineEdit) else ""


def _value(field: QWidget) -> Any:
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText().strip() or None
    if isinstance(field, ChoiceEdit | DateEdit | CountEdit | QuantityEdit):
        return field.value()
    return (field.text().strip() or None) if isinstance(field, QLineEdit) else None
