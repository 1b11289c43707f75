"""Keeps what is typed into a short form as it is typed, and puts it back when the same form about the same thing opens.

A form is known by its class, its title, what it was opened for and what stood in it then: a draft never comes up in
another's form, nor over records that have moved on since.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import is_dataclass
from datetime import date, datetime
from typing import Protocol, cast, runtime_checkable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QWidget,
)

from app.documents.words import date_text
from app.parsing import today
from views.grid_draft import grid_text, show_grid_text
from views.half_typed import FORM
from views.memory import Memory

_PAUSE = 500


@runtime_checkable
class Remembers(Protocol):
    """A window with a memory, which knows what page is in sight and how to come back to it."""

    memory: Memory

    def place_in_sight(self) -> tuple[str, str | None]:
        """The page, and the household it is about where it is about one."""


class FormDraft(QObject):
    """The draft of one form, from when it is shown until it is carried out or left."""

    def __init__(self, form: QDialog) -> None:
        super().__init__(form)
        self._memory: Memory | None = None
        self._place: tuple[str, str | None] = ("", None)
        self._name = ""
        self._clean: dict[str, str] = {}
        self.restored: datetime | None = None
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self.keep)
        form.accepted.connect(self.forget)
        form.rejected.connect(self._left)

    @property
    def _form(self) -> QDialog:
        """Asked of Qt each time: a reference of our own would keep a closed form alive."""
        return cast("QDialog", self.parent())

    def begin(self) -> None:
        """The form is shown: note what stands in it, put a draft back, listen to what is typed."""
        window = _remembering(self._form)
        if window is None or self._name or any(_is_secret(one) for one in self._form.findChildren(QLineEdit)):
            return
        self._memory, self._place = window.memory, window.place_in_sight()
        self._clean = field_texts(self._form)
        self._name = FORM + _identity(self._form, self._clean)
        self._put_back()
        for line in self._form.findChildren(QLineEdit):
            line.textEdited.connect(self._soon.start)
        for text in self._form.findChildren(QPlainTextEdit):
            text.textChanged.connect(self._soon.start)
        for box in self._form.findChildren(QComboBox):
            box.activated.connect(self._soon.start)
        for button in _choices(self._form):
            button.clicked.connect(self._soon.start)
        for grid in _grids(self._form):
            grid.model().dataChanged.connect(self._soon.start)

    def _put_back(self) -> None:
        kept = json.loads(self._memory.get(self._name) or "{}") if self._memory else {}
        if kept:
            put_field_texts(self._form, kept["values"])
            self.restored = datetime.fromisoformat(kept["at"])

    def keep(self) -> None:
        """Keep what is typed; a form that is as it was opened keeps nothing."""
        now = field_texts(self._form)
        if self._memory is None or now == self._clean:
            self.forget()
            return
        typed = [text for name, text in now.items() if text != self._clean.get(name) and text not in ("0", "1")]
        page, request = self._place
        kept = {
            "title": self._form.windowTitle(),
            "page": page,
            "request": request,
            "at": datetime.now().astimezone().isoformat(timespec="minutes"),
            "typed": typed,
            "values": now,
        }
        self._memory.put(self._name, json.dumps(kept, ensure_ascii=False))

    def forget(self) -> None:
        """The form was carried out, or its draft thrown away."""
        self._soon.stop()
        if self._memory is not None and self._memory.get(self._name):
            self._memory.put(self._name, "")

    def drop(self) -> None:
        """Throw the draft away and show the form as it was opened."""
        self.restored = None
        self.forget()
        put_field_texts(self._form, self._clean)

    def _left(self) -> None:
        if self._soon.isActive():
            self._soon.stop()
            self.keep()


def _remembering(form: QWidget) -> Remembers | None:
    above = form.parentWidget()
    while above is not None:
        if isinstance(above, Remembers):
            return above
        above = above.parentWidget()
    return None


def _is_secret(line: QLineEdit) -> bool:
    return line.echoMode() != QLineEdit.EchoMode.Normal


def _choices(form: QWidget) -> list[QAbstractButton]:
    return [one for one in form.findChildren(QAbstractButton) if one.isCheckable()]


def _fields(form: QWidget) -> Iterable[tuple[str, QWidget]]:
    """Every field in the order it was made, under a name that the next form of the class gives it too."""
    kinds: tuple[tuple[str, type[QWidget]], ...] = (("combo", QComboBox), ("line", QLineEdit), ("text", QPlainTextEdit))
    for kind, cls in kinds:
        for number, one in enumerate(form.findChildren(cls)):
            if kind != "line" or not _within(one):
                yield f"{kind}{number}", one
    for number, one in enumerate(_choices(form)):
        yield f"choice{number}", one
    for number, one in enumerate(_grids(form)):
        yield f"grid{number}", one


def _within(line: QWidget) -> bool:
    """Whether a line to type in belongs to a choice, or to the cell of a grid being typed in."""
    above = line.parentWidget()
    return isinstance(above, QComboBox) or (above is not None and isinstance(above.parentWidget(), QAbstractItemView))


def _grids(form: QWidget) -> list[QTableView]:
    """Grids that are typed in."""
    found = form.findChildren(QTableView)
    return [one for one in found if one.editTriggers() != QAbstractItemView.EditTrigger.NoEditTriggers]


def field_texts(form: QWidget) -> dict[str, str]:
    """What stands in every field, under its name."""
    return {name: _text(field) for name, field in _fields(form)}


def _text(field: QWidget) -> str:
    match field:
        case QComboBox():
            return field.currentText()
        case QLineEdit():
            return field.text()
        case QPlainTextEdit():
            return field.toPlainText()
        case QAbstractButton():
            return "1" if field.isChecked() else "0"
        case QTableView():
            return grid_text(field)
    return ""


def put_field_texts(form: QWidget, values: dict[str, str]) -> None:
    """Put texts back into the fields they were taken from."""
    for name, field in list(_fields(form)):
        text = values.get(name)
        if text is None or text == _text(field):
            continue
        match field:
            case QComboBox():
                place = field.findText(text)
                if place >= 0:
                    field.setCurrentIndex(place)
                elif field.isEditable():
                    field.setEditText(text)
            case QLineEdit():
                field.setText(text)
            case QPlainTextEdit():
                field.setPlainText(text)
            case QAbstractButton():
                field.setChecked(text == "1")
            case QTableView():
                show_grid_text(field, text)


def _identity(form: QDialog, clean: dict[str, str]) -> str:
    about = {name: repr(value) for name, value in sorted(vars(form).items()) if _says_what_about(value)}
    told = json.dumps([type(form).__qualname__, form.windowTitle(), about, clean], ensure_ascii=False)
    for day in (date_text(today()), today().isoformat(), repr(today())):
        told = told.replace(day, "")
    return hashlib.sha256(told.encode()).hexdigest()[:24]


def _says_what_about(value: object) -> bool:
    """Ids, texts, numbers and rows of records: what a form was made for, not what it is made of."""
    plain = value is None or isinstance(value, str | int | float | date | tuple | list | dict | frozenset)
    return (plain or (is_dataclass(value) and not isinstance(value, type))) and " at 0x" not in repr(value)
