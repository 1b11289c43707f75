"""A form: labels of 150 px at the left, fields of 28 px, the line of marks and hints under each field."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.wording.terms import explanation
from views import style
from views.widgets.parsed_edit import ParsedEdit
from views.widgets.problem_marks import MarkLine, Marks

LABEL, PITCH = 150, 6


def group_title(text: str) -> QLabel:
    """The heading of a group of fields."""
    label = QLabel(text)
    style.follow_scale(label, lambda: label.setFont(style.font(style.GROUP, strong=True)))
    return label


def quiet_label(text: str = "") -> QLabel:
    """Small quiet text."""
    label = QLabel(text)
    style.follow_scale(label, lambda: label.setFont(style.font(style.CAPTION)))
    if not style.high_contrast():
        palette = label.palette()
        palette.setColor(label.foregroundRole(), style.QUIET)
        label.setPalette(palette)
    return label


def text_line(width: int = 0, hint: str = "") -> QLineEdit:
    """A plain field of a form; `width` in pixels of the design, 0 for as wide as there is room."""
    line = QLineEdit(placeholderText=hint)
    style.follow_scale(line, lambda: line.setMinimumHeight(style.px(28)))
    if width:
        style.follow_scale(line, lambda: line.setFixedWidth(style.px(width)))
    return line


class FormColumn(QWidget):
    """One column of a form. Fields are added by name; the form's `Marks` knows them by it."""

    def __init__(self, marks: Marks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks = marks
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(style.px(PITCH))
        self._rows.addStretch(1)

    def add_title(self, text: str) -> None:
        """A group's heading."""
        self._insert(group_title(text))

    def add_field(self, name: str, label: str, field: QWidget, *, required: bool = False, after: str = "") -> None:
        """A field with its label; `after` stands behind it ("m²"). The label is its accessible name and its buddy."""
        heading = QLabel(f"{label} *" if required else label)
        heading.setWordWrap(True)
        heading.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(label)
        if short := explanation(label):
            heading.setToolTip(short)
            field.setAccessibleDescription(short)
        line = MarkLine()
        self._marks.add(name, field, line)
        if isinstance(field, ParsedEdit):
            field.hint_changed.connect(line.set_hint)
        self._insert(_row(heading, field, line, after))

    def add_marked(self, name: str, field: QWidget) -> None:
        """A field over the whole width, with its line of marks under it."""
        line = MarkLine()
        self._marks.add(name, field, line)
        self._insert(field)
        self._insert(line)

    def add_widget(self, widget: QWidget) -> None:
        """Anything else, over the whole width."""
        self._insert(widget)

    def _insert(self, widget: QWidget) -> None:
        self._rows.insertWidget(self._rows.count() - 1, widget)


def _row(heading: QLabel, field: QWidget, line: MarkLine, after: str) -> QWidget:
    row = QWidget()
    across = QHBoxLayout(row)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(style.px(8))
    style.follow_scale(heading, lambda: heading.setFixedWidth(style.px(LABEL)))
    style.follow_scale(row, lambda: heading.setMinimumHeight(style.px(28)))
    across.addWidget(heading, 0, Qt.AlignmentFlag.AlignTop)
    right = QVBoxLayout()
    right.setSpacing(style.px(2))
    beside = QHBoxLayout()
    beside.setSpacing(style.px(4))
    beside.addWidget(field)
    if after:
        beside.addWidget(QLabel(after))
    if field.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Fixed or field.maximumWidth() < 2000 or after:
        beside.addStretch(1)
    right.addLayout(beside)
    right.addWidget(line)
    across.addLayout(right, 1)
    return row
