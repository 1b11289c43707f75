"""Fields that the short forms of money share."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QLineEdit

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
