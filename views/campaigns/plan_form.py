"""The fields of a plan itself, in two columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from app.plans.days import day_text, read_day
from app.plans.drafts import CampaignDraft, FieldKind, FieldSpec, specs
from app.problems import Problem
from app.wording import campaign_editor as words
from app.wording.campaigns import plan_label
from views import style
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.form import FormColumn, text_line
from views.widgets.parsed_edit import ParsedEdit
from views.widgets.problem_marks import Marks

_LEFT: dict[str, tuple[str, ...]] = {
    words.GROUP_PLAN: (
        "name",
        "short_name",
        "code",
        "number",
        "issued_on",
        "issuer",
        "issuer_valid_to",
        "issuer_successor",
        "signer",
        "signer_position",
    ),
    words.GROUP_ABOVE: ("superior_code", "superior"),
    words.GROUP_TIME: ("starts_on", "ends_on", "wrap_up_on"),
}
_RIGHT: dict[str, tuple[str, ...]] = {
    words.GROUP_WORDS: ("standing_body", "principle", "motto", "note"),
    words.GROUP_COUNTS: (
        "programmes",
        "categories",
        "work_types",
        "counts_when",
        "denominator",
        "earlier_gifts",
        "linked",
    ),
}


class Ticks(QWidget):
    """Several of a few entries; none ticked means all."""

    changed = Signal()

    def __init__(self, choices: Sequence[Choice]) -> None:
        super().__init__()
        self.boxes = {one.value: QCheckBox(one.text) for one in choices}
        self._shown: list[str] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(style.px(2))
        for value in self.boxes:
            self._place(value)

    def _place(self, value: str) -> None:
        place, box = self._grid.count(), self.boxes[value]
        self._grid.addWidget(box, place // 2, place % 2)
        box.toggled.connect(self.changed)

    def value(self) -> list[str]:
        """The entries that are ticked, those that were shown ticked in their order first."""
        ticked = [value for value, box in self.boxes.items() if box.isChecked()]
        return sorted(ticked, key=lambda one: self._shown.index(one) if one in self._shown else len(self._shown))

    def set_value(self, values: Sequence[str]) -> None:
        """Tick these; one that is not offered here is kept and offered by its own name."""
        self._shown = list(values)
        for value in values:
            if value not in self.boxes:
                self.boxes[value] = QCheckBox(value)
                self._place(value)
        for value, box in self.boxes.items():
            box.setChecked(value in values)


class PlanForm(QScrollArea):
    """`texts` is fit for JSON; `values` what the fields say. `edited` comes after every change."""

    edited = Signal()

    def __init__(self, choices: Mapping[str, Sequence[Choice]]) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        inside = QWidget()
        self.marks = Marks(self)
        self.fields: dict[str, QWidget] = {}
        across = QHBoxLayout(inside)
        across.setSpacing(style.px(24))
        self._specs = specs(CampaignDraft)
        for groups in (_LEFT, _RIGHT):
            column = FormColumn(self.marks)
            for title, names in groups.items():
                column.add_title(title)
                for name in names:
                    self._add(column, name, choices)
            side = QVBoxLayout()
            side.addWidget(column)
            side.addStretch(1)
            across.addLayout(side, 1)
        self.setWidget(inside)
        self.setFocusProxy(self.fields["name"])

    def _add(self, column: FormColumn, name: str, choices: Mapping[str, Sequence[Choice]]) -> None:
        spec = self._specs[name]
        field, changed = _field(spec, choices.get(name))
        self.fields[name] = field
        changed.connect(self.edited)
        required = spec.required and name != "code"
        column.add_field(name, plan_label("campaign", name), field, required=required)

    def field(self, name: str) -> Any:
        """The widget of a field."""
        return self.fields[name]

    def show_values(self, draft: CampaignDraft) -> None:
        """Show what a plan says."""
        for name, field in self.fields.items():
            _PUT[_kind_of(field)](field, getattr(draft, name))

    def texts(self) -> dict[str, Any]:
        """What stands in the fields, readable or not."""
        return {name: _TEXT[_kind_of(field)](field) for name, field in self.fields.items()}

    def show_texts(self, texts: Mapping[str, Any]) -> None:
        """Put it back."""
        for name, text in texts.items():
            field = self.fields[name]
            if isinstance(field, QLineEdit):
                _put_line(field, text)
            else:
                _PUT[_kind_of(field)](field, text)

    def values(self) -> dict[str, Any]:
        """What the fields say; one that cannot be read says nothing (`unreadable` tells)."""
        wrong = {one.field for one in self.unreadable()}
        return {name: None if name in wrong else _VALUE[_kind_of(field)](field) for name, field in self.fields.items()}

    def unreadable(self) -> list[Problem]:
        """The fields that cannot be read."""
        return list(self.marks.unreadable())


def _field(spec: FieldSpec, choices: Sequence[Choice] | None) -> tuple[QWidget, Any]:
    if spec.kind is FieldKind.DAY:
        day = ParsedEdit[str](read_day, day_text, width=150)
        return day, day.textChanged
    if spec.kind is FieldKind.FLAG:
        box = QCheckBox()
        return box, box.toggled
    entries = choices
    if entries is None and spec.words is not None:
        entries = [Choice(*one) for one in words.LABELS[spec.words].items()]
    if spec.kind is FieldKind.CODES:
        ticks = Ticks(entries or ())
        return ticks, ticks.changed
    if entries is not None:
        choice = ChoiceEdit([Choice("", ""), *entries])
        return choice, choice.changed
    line = text_line(hint=words.CODE_HINT if spec.name == "code" else "")
    return line, line.textChanged


def _kind_of(field: QWidget) -> type:
    return next(kind for kind in _VALUE if isinstance(field, kind))


def _put_line(field: QLineEdit, value: str | None) -> None:
    """A long text is seen from its beginning."""
    field.setText(value or "")
    field.setCursorPosition(0)


_VALUE: dict[type, Callable[[Any], Any]] = {
    Ticks: lambda field: tuple(field.value()),
    ChoiceEdit: lambda field: field.value() or None,
    QCheckBox: lambda field: field.isChecked() or None,
    ParsedEdit: lambda field: field.value(),
    QLineEdit: lambda field: field.text() or None,
}
_TEXT: dict[type, Callable[[Any], Any]] = {
    Ticks: lambda field: field.value(),
    ChoiceEdit: lambda field: field.value() or "",
    QCheckBox: lambda field: field.isChecked(),
    ParsedEdit: lambda field: field.text(),
    QLineEdit: lambda field: field.text(),
}
_PUT: dict[type, Callable[[Any, Any], None]] = {
    Ticks: lambda field, value: field.set_value(value),
    ChoiceEdit: lambda field, value: field.set_value(value or ""),
    QCheckBox: lambda field, value: field.setChecked(bool(value)),
    ParsedEdit: lambda field, value: field.set_value(value),
    QLineEdit: _put_line,
}
