"""The line at the top of the book: who, what, how, for whom; Enter saves and the next one begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from app.giving.drafts import GiftDraft
from app.giving.rules import check_gift
from app.giving.targets import Target
from app.parsing import today
from app.problems import Problem, errors
from app.wording import giving_pages as words
from app.wording.vocabulary import CONTRIBUTION_KINDS
from models.vocabulary import ContributionKind
from views import style
from views.giving.fields import GiftEdit, placed, target_choices, typed_gift
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.date_edit import DateEdit
from views.widgets.form import text_line
from views.widgets.problem_marks import MarkLine, Marks

_ROOM_FOR_ONE_LINE, _ROOM_FOR_TWO_LINES = 1084, 600


class QuickLine(QWidget):
    """`recorded` carries a draft that its own fields have nothing against."""

    recorded = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.giver = text_line(210, words.GIVER_HINT)
        self.kind = ChoiceEdit([Choice(*one) for one in CONTRIBUTION_KINDS.items()], width=150)
        self.what = GiftEdit(self.kind, 210)
        self.target = ChoiceEdit(width=230)
        self.day = DateEdit()
        self.may_name = QCheckBox(words.MAY_NAME)
        self.may_name.setToolTip(words.MAY_NAME_TIP)
        self.kind.set_value(ContributionKind.CASH)
        self.target.field.setPlaceholderText(words.TARGET_HINT)
        self.day.set_value(today().isoformat())
        self.marks = Marks(self)
        self._lay_out()
        for field in (self.giver, self.what, self.kind.field, self.target.field, self.day):
            field.returnPressed.connect(self.record)

    def _lay_out(self) -> None:
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (self._lines, first, second):
            row.setSpacing(style.px(8))
        named = (
            ("donor_name", words.GIVER, self.giver, first),
            ("kind", words.KIND, self.kind, first),
            ("gift", words.WHAT, self.what, first),
            ("target", words.TARGET, self.target, second),
            ("given_on", words.DAY, self.day, second),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.px(2))
        self._lines.addLayout(first)
        self._lines.addLayout(second)
        column.addLayout(self._lines)
        for name, label, field, row in named:
            field.setAccessibleName(label)
            row.addWidget(field)
            line = MarkLine()
            self.marks.add(name, field, line)
            column.addWidget(line)
        first.addStretch(0)
        second.addWidget(self.may_name)
        second.addStretch(1)
        self._first = first
        self.setFocusProxy(self.giver)

    def minimumSizeHint(self) -> QSize:
        """As wide as two lines need: one line is only for a wide window."""
        return QSize(style.px(_ROOM_FOR_TWO_LINES), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = event.size().width() >= style.px(_ROOM_FOR_ONE_LINE)
        wanted = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._lines.direction() != wanted:
            self._lines.setDirection(wanted)
            self._first.setStretch(self._first.count() - 1, 0 if beside else 1)

    # What it offers

    def offer(self, targets: Sequence[Target], givers: Sequence[str]) -> None:
        """What a gift may be for, and the donors known by name."""
        kept = self.target.value()
        self.target.set_choices(target_choices(targets))
        known = [one.key for one in targets]
        self.target.set_value(kept if kept in known else next(iter(known), None))
        completer = QCompleter(list(givers), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.giver.setCompleter(completer)

    # What it says

    def draft(self) -> GiftDraft:
        """The line as it stands. Raises `Refused` when what was given cannot be read."""
        kind = self.kind.value() or ContributionKind.CASH.value
        read = typed_gift(kind, self.day.value(), self.what.text(), self.target.value())
        return replace(read, donor_name=self.giver.text().strip() or None, may_name=self.may_name.isChecked())

    def record(self) -> None:
        """Enter: hand the line over when nothing is wrong with it, else go to the first place that is."""
        found = self.marks.unreadable()
        if not found:
            draft = self.draft()
            found = [placed(one) for one in check_gift(draft, today().isoformat())]
            if not errors(found):
                self.marks.show(found)
                self.recorded.emit(draft)
                return
        self.marks.show(found)
        self.marks.first()

    def refuse(self, problems: Sequence[Problem]) -> None:
        """The operation refused: mark the fields."""
        self.marks.show([placed(one) for one in problems])
        self.marks.first()

    def begin_next(self) -> None:
        """The line was saved: who and what are empty again, how, for whom and when stay."""
        self.giver.clear()
        self.what.clear()
        self.may_name.setChecked(False)
        self.marks.show([])
        self.giver.setFocus(Qt.FocusReason.OtherFocusReason)
