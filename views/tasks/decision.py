"""One decision at a time: the sentence, the values to choose from, a reason, and "the same for all of this kind"."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.documents.words import moment_text, whole_text
from app.exchange.task import Task, TaskValue
from app.flags.queries import is_flag
from app.wording import duplicates as duplicate_words
from app.wording import flags as flag_words
from app.wording import laptop_tasks as laptop_words
from app.wording import tasks as words
from models.vocabulary import TaskKind
from views import messages, style
from views.widgets.choice_card import ChoiceCard
from views.widgets.form import quiet_label

_EXPLAINED = {TaskKind.FORK: words.FORK_HELP}
_ONE_ANSWER = {
    TaskKind.DEVICE: words.CONFIRMED_DEVICE,
    TaskKind.FORK: words.FORK_SEEN,
    TaskKind.CLOCK: laptop_words.CLOCK_SEEN,
    TaskKind.GAP: words.ASK,
}


class Decision(QScrollArea):
    """`chosen` carries the number of the answer; `dossier_asked` the household's id and the tab to look at, if any.

    `compare_asked` carries two households that may be one.
    """

    chosen = Signal(int)
    dossier_asked = Signal(str, str)
    compare_asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.task: Task | None = None
        self.cards: list[ChoiceCard] = []
        self.alike = QCheckBox()
        self.reason = QLineEdit()
        self.sentence = QLabel(wordWrap=True)
        self.explained = quiet_label()
        self.explained.setWordWrap(True)
        self.open_button = QPushButton(words.OPEN_DOSSIER)
        self.open_button.clicked.connect(self._open_dossier)
        self.compare_button = QPushButton(duplicate_words.COMPARE_TASK)
        self.compare_button.clicked.connect(self._compare)
        self.copy_button = QPushButton(words.COPY_REQUEST)
        self.copy_button.clicked.connect(self._copy)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidget(self._filled())
        style.follow_scale(self, self._size)

    def _filled(self) -> QWidget:
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.addWidget(self.sentence)
        self._column.addWidget(self.explained)
        self._cards = QVBoxLayout()
        self._column.addLayout(self._cards)
        self._column.addWidget(self.alike)
        self.reason.setPlaceholderText(words.REASON)
        self.reason.setAccessibleName(words.REASON)
        self._column.addWidget(self.reason)
        buttons = QHBoxLayout()
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.compare_button)
        buttons.addWidget(self.copy_button)
        buttons.addStretch(1)
        self._column.addLayout(buttons)
        self.help = quiet_label(words.KEYS_HELP)
        self.help.setWordWrap(True)
        self._column.addWidget(self.help)
        self._column.addStretch(1)
        return inside

    def _size(self) -> None:
        self.sentence.setFont(style.font(style.GROUP, strong=True))
        self._column.setContentsMargins(style.px(16), style.px(8), style.px(8), style.px(8))
        self._column.setSpacing(style.px(10))
        self._cards.setSpacing(style.px(8))
        self.reason.setFixedHeight(style.px(28))
        for button in (self.open_button, self.compare_button, self.copy_button):
            button.setMinimumHeight(style.px(30))

    def show_task(self, task: Task, alike: int) -> None:
        """Put a decision before the officer; `alike` others are of the same kind."""
        self.task = task
        self.sentence.setText(task.text)
        self._show_cards(task)
        self.alike.setText(words.ALIKE.format(count=whole_text(alike)))
        self.alike.setChecked(False)
        self.alike.setVisible(alike > 0 and bool(self.cards))
        self.reason.clear()
        self.reason.setPlaceholderText(flag_words.REASON_NEEDED if is_flag(task.id) else words.REASON)
        of_ledger = task.kind in (TaskKind.CEILING, TaskKind.RED_FLAG)
        self.reason.setVisible((bool(task.household) or of_ledger) and bool(self.cards))
        explained = task.values[0].shown if is_flag(task.id) else _EXPLAINED.get(task.kind, "")
        explained = "\n".join(filter(None, (task.asked, *task.lines))) or explained
        self.explained.setText(explained)
        self.explained.setVisible(bool(explained))
        self.open_button.setVisible(task.household is not None)
        self.compare_button.setVisible(len(_two_households(task)) == 2)
        self.copy_button.setVisible(task.kind is TaskKind.GAP)
        self.help.setVisible(bool(self.cards))
        alone = self.alike.isHidden()
        self.help.setText(words.KEYS_HELP if alone else f"{words.KEYS_HELP} {words.KEYS_HELP_ALIKE}")

    def turn_alike(self) -> None:
        """Tick or untick "the same for all of this kind", where it is offered."""
        if self.alike.isVisible():
            self.alike.toggle()

    def _show_cards(self, task: Task) -> None:
        for old in self.cards:
            self._cards.removeWidget(old)
            old.hide()
            old.deleteLater()
        captions = words.captions(task.kind, len(task.values))
        if is_flag(task.id):  # what to do stands above; the card only answers
            captions = (flag_words.ANSWER,)
            task = replace(task, values=(replace(task.values[0], shown=flag_words.ANSWERED_SO),))
        values = task.values or tuple(
            TaskValue(None, "", "", "", shown=told) for kind, told in _ONE_ANSWER.items() if kind is task.kind
        )
        self.cards = [
            ChoiceCard(number, caption, value.shown, _byline(value))
            for number, (caption, value) in enumerate(zip(captions, values, strict=False), start=1)
        ]
        for card in self.cards:
            card.clicked.connect(lambda _=False, number=card.number: self.chosen.emit(number))
            self._cards.addWidget(card)

    def _open_dossier(self) -> None:
        if self.task is not None and self.task.household is not None:
            self.dossier_asked.emit(self.task.household, self.task.tab)

    def _compare(self) -> None:
        if self.task is not None:
            self.compare_asked.emit(*_two_households(self.task))

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.sentence.text())
        messages.success(words.COPIED)


def _two_households(task: Task) -> tuple[str, ...]:
    """The households a task about one number or one family names; more or fewer than two are not compared."""
    return tuple(task.id.split(":")[1:]) if task.kind is TaskKind.DUPLICATE else ()


def _byline(value: TaskValue) -> str:
    """Who, where and when; under it the laptop and the package."""
    if not value.by:
        return ""
    at = moment_text(datetime.fromisoformat(value.at))
    who = words.BYLINE.format(by=value.by, office=value.office_name or value.office, at=at)
    origin = value.origin
    where = words.origin_text(origin.device_name or origin.device[:6], origin.file, origin.cell) if origin else ""
    return "\n".join(filter(None, (who, where)))
