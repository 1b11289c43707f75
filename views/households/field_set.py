"""The fields of a form by their names: read, shown, kept as texts, and heard all together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QMenu, QPlainTextEdit, QWidget, QWidgetAction

from app.problems import Refused
from app.wording import household_form as words
from app.wording.vocabulary import FLAGS, YES_NO
from views import style
from views.widgets.buttons import MenuButton
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.parsed_edit import ParsedEdit


class Field(Protocol):
    """A field of a form."""

    changed: SignalInstance

    def value(self) -> Any:
        """The value, None where the field is empty. May raise `Refused`."""

    def set_value(self, value: Any) -> None:
        """Show a value."""


def text_field(width: int = 0) -> ParsedEdit[str]:
    """A line of free text."""
    return ParsedEdit(lambda text: text.strip() or None, str, width=width)


def yes_no_field() -> ChoiceEdit:
    """Yes, no, or not known."""
    return ChoiceEdit([Choice(str(int(value)), text) for value, text in YES_NO.items()], width=100)


class NoteField(QPlainTextEdit):
    """Free text of several lines."""

    changed = Signal()

    def __init__(self, height: int = 50) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        style.follow_scale(self, lambda: self.setFixedHeight(style.px(height)))
        self.textChanged.connect(self.changed)

    def value(self) -> str | None:
        """The text, None where nothing is typed."""
        return self.toPlainText().strip() or None

    def set_value(self, value: str | None) -> None:
        """Show a text."""
        self.setPlainText(value or "")


class FlagsField(MenuButton):
    """The priority marks of a household, ticked in a menu that stays open."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAutoRaise(False)
        self._ticked: set[str] = set()
        self.menu_below = self._menu
        style.follow_scale(self, lambda: self.setFixedSize(style.px(320), style.px(28)))
        self.set_value(frozenset())

    def value(self) -> frozenset[str]:
        """The marks ticked."""
        return frozenset(self._ticked)

    def set_value(self, value: frozenset[str] | None) -> None:
        """Show marks."""
        self._ticked = set(value or ())
        said = ", ".join(text for name, text in FLAGS.items() if name in self._ticked)
        self.setToolTip(said)
        room = style.px(280)
        self.setText(self.fontMetrics().elidedText(said or words.FLAGS_NONE, Qt.TextElideMode.ElideRight, room))

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        for name, text in FLAGS.items():
            box = QCheckBox(text)  # a box of its own: a menu would close with each tick
            box.setChecked(name in self._ticked)
            box.setContentsMargins(style.px(8), style.px(4), style.px(12), style.px(4))
            box.setMinimumHeight(style.px(28))
            box.toggled.connect(lambda on, name=name: self._tick(name, on))
            action = QWidgetAction(menu)
            action.setDefaultWidget(box)
            menu.addAction(action)
        return menu

    def _tick(self, name: str, on: bool) -> None:
        self.set_value(frozenset(self._ticked | {name} if on else self._ticked - {name}))
        self.changed.emit()


class FieldSet(QObject):
    """`changed` when a field was finished with another value, `typed` at every key."""

    changed = Signal()
    typed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, Any] = {}

    def add(self, name: str, field: Any) -> Any:
        """A field under its name."""
        self.fields[name] = field
        field.changed.connect(self.changed)
        for signal in _typing_of(field):
            signal.connect(self._heard)
        return field

    def _heard(self, *_: object) -> None:
        self.typed.emit()

    def values(self, prefix: str = "") -> dict[str, Any]:
        """The values by name, of the fields whose name begins so (the prefix taken off); unreadable ones are None."""
        return {
            name.removeprefix(prefix): _value(field) for name, field in self.fields.items() if name.startswith(prefix)
        }

    def show(self, values: Mapping[str, Any]) -> None:
        """Show values; a name without one is emptied."""
        for name, field in self.fields.items():
            field.set_value(values.get(name))

    def texts(self) -> dict[str, str]:
        """What stands in the fields as typed, readable or not."""
        return {name: _text(field) for name, field in self.fields.items()}

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """Put back what was typed."""
        for name, field in self.fields.items():
            if name in texts:
                _put_text(field, texts[name])

    @property
    def empty(self) -> int:
        """How many fields nothing stands in."""
        return sum(not text for text in self.texts().values())


def _typing_of(field: QWidget) -> list[SignalInstance]:
    if isinstance(field, QComboBox):
        return [field.editTextChanged]
    if isinstance(field, QLineEdit | QPlainTextEdit):
        return [field.textChanged]
    return [field.changed] if isinstance(field, FlagsField) else []


def _value(field: Field) -> Any:
    try:
        return field.value()
    except Refused:
        return None


def _text(field: QWidget) -> str:
    if isinstance(field, QComboBox):
        return field.currentText()
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    if isinstance(field, FlagsField):
        return " ".join(sorted(field.value()))
    return field.text() if isinstance(field, QLineEdit) else ""


def _put_text(field: QWidget, text: str) -> None:
    if isinstance(field, ChoiceEdit):
        field.setEditText(text)
        field.field.editingFinished.emit()
    elif isinstance(field, QPlainTextEdit):
        field.setPlainText(text)
    elif isinstance(field, FlagsField):
        field.set_value(frozenset(text.split()))
    elif isinstance(field, QLineEdit):
        field.setText(text)
