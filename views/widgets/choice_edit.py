"""One of several entries, typed without accents or picked from the list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QLineEdit,
    QListView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.parsing import fold
from app.problems import Problem
from app.wording import widgets
from app.wording.areas import renamed
from views import style

AnyIndex = QModelIndex | QPersistentModelIndex
_FoldedRole = Qt.ItemDataRole.UserRole + 1
_ChoiceRole = Qt.ItemDataRole.UserRole + 2
_NOWHERE = QModelIndex()
_OFFER_WIDTH = 560


@dataclass(frozen=True)
class Choice:
    """An entry: what is kept, what is shown, and other names it is found by.

    A `former` name is shown beside the entry while it is found by that name.
    """

    value: str
    text: str
    aliases: tuple[str, ...] = ()
    former: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name it is found by."""
        return (self.text, *self.aliases, *self.former)

    def offered(self, typed: str) -> str:
        """The entry as it is offered: with the former name that holds what was typed."""
        wanted = fold(typed)
        if not wanted or wanted in fold(self.text):
            return self.text
        former = next((name for name in self.former if wanted in fold(name)), None)
        return renamed(self.text, former) if former else self.text


class _Choices(QAbstractListModel):
    def __init__(self, choices: Sequence[Choice], parent: QObject) -> None:
        super().__init__(parent)
        self.choices = list(choices)
        self.folded = [fold(" ".join(one.names)) for one in choices]

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.choices)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self.choices[index.row()].text
        if role == _ChoiceRole:
            return self.choices[index.row()]
        return self.folded[index.row()] if role == _FoldedRole else None


class _Offer(QStyledItemDelegate):
    """Draws what its completer offers, each entry with the former name it is found by."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        super().initStyleOption(option, index)
        completer, choice = self.parent(), index.data(_ChoiceRole)
        if isinstance(completer, QCompleter) and isinstance(choice, Choice):
            option.text = choice.offered(completer.completionPrefix())


class _AccentFreeCompleter(QCompleter):
    """Matches folded text anywhere in the folded entry; puts the entry as it is written."""

    def __init__(self, choices: _Choices, parent: QWidget) -> None:
        super().__init__(choices, parent)
        self.setCompletionRole(_FoldedRole)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setMaxVisibleItems(12)
        if any(one.former for one in choices.choices):
            offer = QListView()
            self.setPopup(offer)
            offer.setItemDelegate(_Offer(self))
            offer.setMinimumWidth(style.px(_OFFER_WIDTH))

    def splitPath(self, path: str) -> list[str]:
        return [fold(path)]

    def pathFromIndex(self, index: AnyIndex) -> str:
        return str(index.data())


class ChoiceEdit(QComboBox):
    """Value is the `value` of a choice. `changed` comes when the officer has chosen another one."""

    changed = Signal()

    def __init__(self, choices: Sequence[Choice] = (), *, width: int = 220, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._width = width
        self._known: str | None = None
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(12)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.field.setPlaceholderText(widgets.CHOOSE)
        self.set_choices(choices)
        style.follow_scale(self, self._size)
        self.activated.connect(self._finish)
        self.field.editingFinished.connect(self._finish)

    @property
    def field(self) -> QLineEdit:
        """The field that is typed in."""
        line = self.lineEdit()
        if line is None:
            raise RuntimeError("an editable box has a line")
        return line

    def _size(self) -> None:
        self.setFixedSize(style.px(self._width), style.px(28))

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer other entries; the value is kept where it is still among them."""
        value = self._known
        self._choices = _Choices(choices, self)
        self.setModel(self._choices)
        self.setCompleter(_AccentFreeCompleter(self._choices, self))
        self.set_value(value if any(one.value == value for one in choices) else None)

    def value(self) -> str | None:
        """The value chosen; None where nothing is, or where the text is no entry (then `problems` says so)."""
        found = self._match(self.currentText())
        return found.value if found else None

    def set_value(self, value: str | None) -> None:
        """Show an entry; no `changed` comes of it. An unknown value shows nothing."""
        place = next((n for n, one in enumerate(self._choices.choices) if one.value == value), -1)
        self.setCurrentIndex(place)
        if place < 0:
            self.clearEditText()
        self._known = value if place >= 0 else None
        self._show_beginning()

    def _show_beginning(self) -> None:
        """A text longer than the field is read from its beginning, unless it is being typed."""
        if not self.field.hasFocus():
            self.field.setCursorPosition(0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_beginning()

    def problems(self) -> list[Problem]:
        """The text is not empty and no entry is meant by it."""
        text = self.currentText().strip()
        return [Problem("", "not_in_list", {"text": text})] if text and self._match(text) is None else []

    def _match(self, text: str) -> Choice | None:
        """The entry of this text: written the same, else the only one that folds to it or holds it."""
        wanted = fold(text)
        if not wanted:
            return None
        choices = self._choices.choices
        for one in choices:
            if one.text == text:
                return one
        same = [one for one in choices if wanted in map(fold, one.names)]
        holding = [one for one, folded in zip(choices, self._choices.folded, strict=True) if wanted in folded]
        return same[0] if len(same) == 1 else holding[0] if not same and len(holding) == 1 else None

    def _finish(self) -> None:
        found = self._match(self.currentText())
        if found is not None:
            self.setCurrentIndex(self._choices.choices.index(found))
            self.setEditText(found.text)
        self._show_beginning()
        value = found.value if found else None
        if value != self._known:
            self._known = value
            self.changed.emit()
