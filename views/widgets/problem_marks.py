"""Marks beside fields: a sign and a sentence under the field; F8 goes to the next; a suggestion is one click away.

A problem that names a household (`household_id` among its values) offers its dossier.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol, cast, runtime_checkable

from PySide6.QtCore import QObject, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QPolygonF, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.problems import Problem
from app.wording import widgets
from app.wording.messages import problem_text
from views import style
from views.widgets.buttons import flat_button

_ACCEPT, _LEAVE = "fix", "leave"


@runtime_checkable
class Readable(Protocol):
    """A field that knows why its own text cannot be read."""

    def problems(self) -> list[Problem]:
        """Problems without a field's name."""


class Sign(QWidget):
    """A painted sign: a disc for what must be put right, a triangle for what should be looked at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.warning = False
        style.follow_scale(self, lambda: self.setFixedSize(style.px(14), style.px(14)))

    def sizeHint(self) -> QSize:
        return QSize(style.px(14), style.px(14))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_mark(painter, self.rect(), warning=self.warning)


def paint_mark(painter: QPainter, box: QRect, *, warning: bool) -> None:
    """The sign itself, told apart without colour: a triangle warns, a disc stops."""
    side = min(box.width(), box.height())
    painter.save()
    painter.translate(box.x() + (box.width() - side) / 2, box.y() + (box.height() - side) / 2)
    painter.scale(side / 14, side / 14)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#A63A00" if warning else style.ERROR))
    if warning:
        painter.drawPolygon(_TRIANGLE)
    else:
        painter.drawEllipse(0, 0, 14, 14)
    painter.setBrush(QColor(style.SURFACE))
    painter.drawRect(QRect(6, 5 if warning else 3, 2, 4 if warning else 5))
    painter.drawRect(QRect(6, 10, 2, 2))
    painter.restore()


class MarkLine(QWidget):
    """The line under a field (`marked`): its mark, or its quiet hint, or nothing."""

    accepted = Signal(str)
    dismissed = Signal()
    household_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = Sign()
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
        self.text.linkActivated.connect(self._follow)
        self.marked: QWidget | None = None
        self.dossier: QAbstractButton | None = None
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.px(4))
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text, 1)
        self.problem: Problem | None = None
        self._hint = ""
        style.follow_scale(self, lambda: self.text.setFont(style.font(style.CAPTION)))
        self._show()

    def set_problem(self, problem: Problem | None) -> None:
        """Mark the field, or take its mark off."""
        self.problem = problem
        self._show()

    def set_hint(self, hint: str) -> None:
        """The quiet line when there is no mark."""
        self._hint = hint
        self._show()

    def _show(self) -> None:
        problem = self.problem
        self._sign.setVisible(problem is not None)
        self._offer_dossier(problem)
        if problem is None:
            self._colour(style.QUIET)
            self.text.setTextFormat(Qt.TextFormat.PlainText)
            self.text.setText(self._hint)
        else:
            self._sign.warning = problem.warning
            self._sign.setAccessibleName(widgets.WARNING_SIGN if problem.warning else widgets.ERROR_SIGN)
            self._colour("#8A3000" if problem.warning else style.ERROR)
            self._say(problem)
        self.setVisible(problem is not None or bool(self._hint))

    def _offer_dossier(self, problem: Problem | None) -> None:
        """A button, so that Tab comes to it: it stays away from all fields that name no other household."""
        named = problem is not None and "household_id" in problem.values
        if named and self.dossier is None:
            self.dossier = flat_button(widgets.OPEN_DOSSIER)
            self.dossier.clicked.connect(self._want_dossier)
            self._row.addWidget(self.dossier, 0, Qt.AlignmentFlag.AlignTop)
            if self.marked is not None:
                QWidget.setTabOrder(self.marked, self.dossier)
        if self.dossier is not None:
            self.dossier.setVisible(named)

    def _want_dossier(self) -> None:
        if self.problem is not None:
            self.household_wanted.emit(str(self.problem.values["household_id"]))

    def _say(self, problem: Problem) -> None:
        sentence = problem_text(problem)
        self.text.setAccessibleName(sentence)
        if "suggestion" not in problem.values:
            self.text.setTextFormat(Qt.TextFormat.PlainText)
            self.text.setText(sentence)
            return
        links = [(_ACCEPT, widgets.FIX_IT), (_LEAVE, widgets.LEAVE_IT)]
        buttons = " · ".join(f'<a style="color:{style.PRIMARY}" href="{where}">{name}</a>' for where, name in links)
        self.text.setTextFormat(Qt.TextFormat.RichText)
        safe = sentence.replace("&", "&amp;").replace("<", "&lt;")
        self.text.setText(f"{safe} {buttons}")

    def _colour(self, ink: str) -> None:
        if not style.high_contrast():
            palette = self.text.palette()
            palette.setColor(self.text.foregroundRole(), QColor(ink))
            self.text.setPalette(palette)

    def _follow(self, link: str) -> None:
        if link == _ACCEPT and self.problem is not None:
            self.accepted.emit(str(self.problem.values["suggestion"]))
        else:
            self.dismissed.emit()


class Marks(QObject):
    """The marks of one form. `changed` carries how many there are; problems of unknown fields are in `unplaced`.

    `household_wanted` carries the id of a household that a problem names, to be opened.
    """

    changed = Signal(int)
    household_wanted = Signal(str)

    def __init__(self, form: QWidget) -> None:
        super().__init__(form)
        self._fields: dict[str, tuple[QWidget, MarkLine]] = {}
        self.unplaced: list[Problem] = []
        next_one = QShortcut(QKeySequence(Qt.Key.Key_F8), form, self.next)
        next_one.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def add(self, name: str, field: QWidget, line: MarkLine) -> None:
        """A field, by the name that problems carry, with the line under it."""
        self._fields[name] = (field, line)
        line.marked = field
        line.accepted.connect(lambda text: self._take_suggestion(name, text))
        line.dismissed.connect(lambda: self._clear(name))
        line.household_wanted.connect(self.household_wanted)

    def show(self, problems: Sequence[Problem]) -> None:
        """Mark what is wrong and take other marks off. A field shows its first problem, errors first."""
        first: dict[str, Problem] = {}
        for problem in sorted(problems, key=lambda one: one.warning):
            first.setdefault(problem.field, problem)
        for name, (_, line) in self._fields.items():
            line.set_problem(first.get(name))
        self.unplaced = [one for one in problems if one.field not in self._fields]
        self.changed.emit(self.count)

    def unreadable(self) -> list[Problem]:
        """What the fields themselves cannot read, under their names in the form."""
        return [
            replace(problem, field=name)
            for name, (field, _) in self._fields.items()
            if isinstance(field, Readable)
            for problem in cast("Readable", field).problems()
        ]

    @property
    def count(self) -> int:
        """How many places want looking at."""
        return len(self._marked()) + len(self.unplaced)

    def first(self) -> None:
        """Go to the first place that stops the form, else to the first that wants looking at."""
        found = [(field, line.problem.warning) for field, line in self._fields.values() if line.problem is not None]
        found.sort(key=lambda one: (one[1], not one[0].isVisible()))
        for field, _ in found[:1]:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def next(self) -> None:
        """Go to the next marked field after the one that has the focus, round and round."""
        every = self._marked()
        marked = [field for field in every if field.isVisible()] or every
        if not marked:
            return
        here = next((n for n, field in enumerate(marked) if _has_focus(field)), -1)
        marked[(here + 1) % len(marked)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _marked(self) -> list[QWidget]:
        return [field for field, line in self._fields.values() if line.problem is not None]

    def _clear(self, name: str) -> None:
        self._fields[name][1].set_problem(None)
        self.changed.emit(self.count)

    def _take_suggestion(self, name: str, text: str) -> None:
        field = self._fields[name][0]
        put = cast("Callable[[str], None] | None", getattr(field, "setText", None))
        if put is not None:
            put(text)
        self._clear(name)
        field.setFocus(Qt.FocusReason.OtherFocusReason)


def _has_focus(field: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and (focused is field or field.isAncestorOf(focused))


_TRIANGLE = QPolygonF([QPointF(7, 0), QPointF(14, 13), QPointF(0, 13)])
