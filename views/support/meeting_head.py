"""What stands above the votes of a village meeting: where and when, who was there, what a vote needs to pass."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.areas.queries import villages
from app.parsing import today
from app.problems import Refused
from app.review.drafts import MeetingDraft
from app.support.queries import ProgrammeRules
from app.wording import review_pages as words
from views import style
from views.page import WorkFrame
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.date_edit import DateEdit
from views.widgets.number_edits import CountEdit
from views.widgets.parsed_edit import ParsedEdit
from views.widgets.problem_marks import MarkLine, Marks

T = TypeVar("T")
_LABEL, _CHOICE = 100, 190
_SHARES = (60, 65, 70, 75, 80, 90, 100)
_TEXTS = ("place", "chair", "secretary", "attendants", "objections", "started_at", "ended_at")
_GRID = (
    (("village_id", words.VILLAGE), ("held_on", words.HELD_ON), ("started_at", words.TIMES), ("place", words.PLACE)),
    (
        ("households", words.HOUSEHOLDS_OF_VILLAGE),
        ("present", words.PRESENT_AT_MEETING),
        ("threshold", words.THRESHOLD),
        ("tie_rule", words.TIE_RULE),
    ),
    (
        ("chair", words.CHAIR),
        ("secretary", words.SECRETARY),
        ("attendants", words.ATTENDANTS),
        ("objections", words.OBJECTIONS),
    ),
)
_REQUIRED = frozenset({"village_id", "held_on", "present"})


def threshold_text(threshold: str | None) -> str:
    """A threshold as it is offered."""
    if threshold is None:
        return words.NO_THRESHOLD
    if threshold.startswith("percent:"):
        return words.PERCENT.format(share=threshold.removeprefix("percent:").replace(".", ","))
    return words.MORE_THAN_HALF


class MeetingHead(QWidget):
    """`changed` comes when a field was finished with another value."""

    changed = Signal()

    def __init__(self, frame: WorkFrame, marks: Marks) -> None:
        super().__init__()
        self._programme: ProgrammeRules | None = None
        self.village = ChoiceEdit(width=_CHOICE)
        with frame.workspace.read() as session:
            found = villages(session, frame.workspace.author.office)
        self.village.set_choices([Choice(one.id, one.shown) for one in found])
        self.held_on = DateEdit()
        self.households, self.present = CountEdit(), CountEdit()
        self.threshold, self.tie_rule = ChoiceEdit(width=_CHOICE), ChoiceEdit(width=_CHOICE)
        self.tie_rule.set_choices([Choice(*pair) for pair in words.TIE_RULES.items()])
        self.tie_rule.field.setPlaceholderText(words.AS_PROGRAMME)
        self.texts: dict[str, ParsedEdit[str]] = {name: _text() for name in _TEXTS}
        self._times = self._make_times()
        self._lay_out(marks)
        for field in (self.village, self.held_on, self.households, self.present, self.threshold, self.tie_rule):
            field.changed.connect(self.changed)
        for text in self.texts.values():
            text.changed.connect(self.changed)
        self.setFocusProxy(self.village)

    def _make_times(self) -> QWidget:
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.px(4))
        for name, said in (("started_at", words.STARTED_AT), ("ended_at", words.ENDED_AT)):
            self.texts[name].setPlaceholderText(words.TIME_HINT)
            self.texts[name].setAccessibleName(said)
            row.addWidget(self.texts[name])
        pair.setFocusProxy(self.texts["started_at"])
        return pair

    def _field(self, name: str) -> QWidget:
        own: Mapping[str, QWidget] = {
            "village_id": self.village,
            "held_on": self.held_on,
            "households": self.households,
            "present": self.present,
            "threshold": self.threshold,
            "tie_rule": self.tie_rule,
            "started_at": self._times,
        }
        return own[name] if name in own else self.texts[name]

    def _lay_out(self, marks: Marks) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(style.px(8))
        grid.setVerticalSpacing(style.px(4))
        for across, group in enumerate(_GRID):
            grid.setColumnStretch(2 * across + 1, 1)
            for down, (name, label) in enumerate(group):
                field = self._field(name)
                heading = QLabel(f"{label} *" if name in _REQUIRED else label)
                heading.setBuddy(field)
                style.follow_scale(heading, partial(_fix_label, heading))
                if not field.accessibleName():
                    field.setAccessibleName(label)
                grid.addWidget(heading, down, 2 * across, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(_with_line(name, field, marks), down, 2 * across + 1)

    # What it says.

    def use_programme(self, programme: ProgrammeRules | None) -> None:
        """Offer the thresholds, first the one that the programme of the households gives."""
        self._programme = programme
        chosen = self.threshold.value()
        own = programme.vote_threshold(self.day) if programme else None
        offered = [Choice("", words.BY_PROGRAMME_THRESHOLD.format(threshold=threshold_text(own)))]
        offered += [Choice(one, threshold_text(one)) for one in ("more_than_half", *(f"percent:{n}" for n in _SHARES))]
        self.threshold.set_choices(offered)
        self.threshold.set_value(chosen or "")

    @property
    def day(self) -> str:
        """The day of the meeting; today until one is typed."""
        return _read(self.held_on) or today().isoformat()

    @property
    def effective_threshold(self) -> str | None:
        """The threshold that holds: the one chosen, else the programme's on the day of the meeting."""
        return self.threshold.value() or (self._programme.vote_threshold(self.day) if self._programme else None)

    @property
    def effective_tie_rule(self) -> str | None:
        """The rule for ties that holds."""
        return self.tie_rule.value() or (self._programme.tie_rule(self.day) if self._programme else None)

    @property
    def present_count(self) -> int | None:
        """How many households were there, where that can be read."""
        return _read(self.present)

    def show_meeting(self, draft: MeetingDraft) -> None:
        """Put a meeting into the fields."""
        self.village.set_value(draft.village_id)
        self.held_on.set_value(draft.held_on or None)
        self.households.set_value(draft.households)
        self.present.set_value(draft.present)
        self._show_threshold(draft.threshold)
        self.tie_rule.set_value(draft.tie_rule)
        for name, field in self.texts.items():
            field.set_value(getattr(draft, name))

    def _show_threshold(self, threshold: str | None) -> None:
        """A recorded threshold that is not offered is offered from now on."""
        known = self.threshold.count() and self.threshold.findText(threshold_text(threshold)) >= 0
        if threshold and not known:
            self.use_programme(self._programme)
        self.threshold.set_value(threshold or "")

    def values(self) -> dict[str, object]:
        """What the fields say, under the names of a meeting's draft; what cannot be read is None."""
        day, households, present = _read(self.held_on), _read(self.households), _read(self.present)
        return {
            "village_id": self.village.value(),
            "held_on": day or "",
            "households": households,
            "present": present,
            "threshold": self.threshold.value() or None,
            "tie_rule": self.tie_rule.value(),
            **{name: field.value() for name, field in self.texts.items()},
        }


def _text() -> ParsedEdit[str]:
    return ParsedEdit(lambda text: text.strip() or None, str)


def _read(field: ParsedEdit[T]) -> T | None:
    try:
        return field.value()
    except Refused:
        return None


def _fix_label(label: QLabel) -> None:
    label.setFixedWidth(style.px(_LABEL))
    label.setMinimumHeight(style.px(28))


def _with_line(name: str, field: QWidget, marks: Marks) -> QWidget:
    """A field with its line of marks under it."""
    cell, line = QWidget(), MarkLine()
    column = QVBoxLayout(cell)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(style.px(2))
    row = QHBoxLayout()
    row.addWidget(field)
    if not isinstance(field, QLineEdit) or field.maximumWidth() < 2000:
        row.addStretch(1)
    column.addLayout(row)
    column.addWidget(line)
    marks.add(name, field, line)
    return cell
