"""Fields that the short forms of money share."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from views import style


def text_line(width: int = 0, hint: str = "") -> QLineEdit:
    """A plain field; `width` in pixels of the design, 0 for as wide as there is room."""
    line = QLineEdit(placeholderText=hint)
    style.follow_scale(line, partial(_size, line, width))
    return line


def _size(line: QLineEdit, width: int) -> None:
    line.setMinimumHeight(style.px(28))
    if width:
        line.setFixedWidth(style.px(width))


def show_row(field: QWidget, *, shown: bool) -> None:
    """Show or hide a field of a form with its label."""
    row = field.parentWidget()
    if row is not None:
        row.setVisible(shown)
