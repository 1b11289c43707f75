"""The line at the top of the book: who, what, how, for whom; Enter saves and the next one begins."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QCompleter, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.funding.queries import MONEY_KINDS
from app.giving.drafts import GiftDraft
from app.giving.rules import check_gift
from app.giving.targets import Target, TargetKind
from app.giving.typed_gift import TypedGift, read_gift
from app.parsing import today
from app.problems import Problem, Refused, errors
from app.wording import giving_pages as words
from app.wording.vocabulary import CONTRIBUTION_KINDS
from models.vocabulary import ContributionKind, PayMethod
from views import style
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.date_edit import DateEdit
from views.widgets.problem_marks import MarkLine, Marks

_ROOM_FOR_ONE_LINE = 1060
_METHODS = {ContributionKind.CASH: PayMethod.CASH, ContributionKind.TRANSFER: PayMethod.TRANSFER}


class QuickLine(QWidget):
    """`recorded` carries a draft that its own fields have nothing against."""

    recorded = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.giver, self.what = _field(210, words.GIVER_HINT), _field(210, words.MONEY_HINT)
        self.kind = ChoiceEdit([Choice(*one) for one in CONTRIBUTION_KINDS.items()], width=150)
        self.target = ChoiceEdit(width=230)
        self.day = DateEdit()
        self.may_name = QCheckBox(words.MAY_NAME)
        self.may_name.setToolTip(words.MAY_NAME_TIP)
        self.kind.set_value(ContributionKind.CASH)
        self.target.field.setPlaceholderText(words.TARGET_HINT)
        self.day.set_value(today().isoformat())
        self.marks = Marks(self)
        self._lay_out()
        self.kind.changed.connect(self._show_kind)
        for field in (self.giver, self.what, self.kind.field, self.target.field, self.day):
            field.returnPressed.connect(self.record)

    def _lay_out(self) -> None:
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        first, second = QHBoxLayout(), QHBoxLayout()
        self._mark_lines: list[MarkLine] = []
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
        second.addWidget(self.may_name)
        second.addStretch(1)
        self._first = first
        self.setFocusProxy(self.giver)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = event.size().width() >= style.px(_ROOM_FOR_ONE_LINE)
        before = self._lines.direction()
        wanted = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if before != wanted:
            self._lines.setDirection(wanted)

    # What it offers

    def offer(self, targets: Sequence[Target], givers: Sequence[str]) -> None:
        """What a gift may be for, and the donors known by name."""
        kept = self.target.value()
        texts = [Choice(one.key, f"{one.name} – {one.more}" if one.more else one.name) for one in targets]
        self.target.set_choices(texts)
        known = {one.key for one in targets}
        self.target.set_value(kept if kept in known else next(iter(texts)).value if texts else None)
        completer = QCompleter(list(givers), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.giver.setCompleter(completer)

    def _show_kind(self) -> None:
        self.what.setPlaceholderText(words.WHAT_HINTS.get(self.kind.value() or "", words.MONEY_HINT))

    # What it says

    def draft(self, read: TypedGift) -> GiftDraft:
        """The line as it stands, with what was given as it was read."""
        kind = self.kind.value() or ContributionKind.CASH.value
        where, _, target = (self.target.value() or "").partition(":")
        method = _METHODS.get(ContributionKind(kind), PayMethod.CASH if kind in MONEY_KINDS else None)
        return GiftDraft(
            kind,
            self.day.value() or "",
            read.amount,
            method.value if method else None,
            read.item,
            read.unit,
            read.quantity,
            read.people,
            donor_name=self.giver.text().strip() or None,
            may_name=self.may_name.isChecked(),
            source_id=target if where == TargetKind.SOURCE else None,
            case_id=target if where == TargetKind.CASE else None,
            drive_id=target if where == TargetKind.DRIVE else None,
        )

    def record(self) -> None:
        """Enter: hand the line over when nothing is wrong with it, else go to the first place that is."""
        found = self.marks.unreadable()
        try:
            read = read_gift(self.kind.value() or ContributionKind.CASH.value, self.what.text())
        except Refused as refused:
            found += refused.problems
        if not found:
            draft = self.draft(read)
            found = [_placed(one) for one in check_gift(draft, today().isoformat())]
        self.marks.show(found)
        if errors(found):
            self.marks.first()
        else:
            self.recorded.emit(draft)

    def refuse(self, problems: Sequence[Problem]) -> None:
        """The operation refused: mark the fields."""
        self.marks.show([_placed(one) for one in problems])
        self.marks.first()

    def begin_next(self) -> None:
        """The line was saved: who and what are empty again, how, for whom and when stay."""
        self.giver.clear()
        self.what.clear()
        self.may_name.setChecked(False)
        self.marks.show([])
        self.giver.setFocus(Qt.FocusReason.OtherFocusReason)


def _placed(problem: Problem) -> Problem:
    """What is wrong with a part of the typed gift stands under the one field in which it is typed."""
    inside = problem.field in ("amount", "item", "unit", "quantity", "people")
    return Problem("gift", problem.code, problem.values, problem.warning) if inside else problem


def _field(width: int, hint: str) -> QLineEdit:
    field = QLineEdit(placeholderText=hint)
    style.follow_scale(field, partial(_size, field, width))
    return field


def _size(field: QLineEdit, width: int) -> None:
    field.setMinimumHeight(style.px(28))
    field.setFixedWidth(style.px(width))
