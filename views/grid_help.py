"""What stands above a grid: what the officer should know of it, and the button that takes its current line out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.wording import settings as words
from views import style
from views.rows_grid import RowsGrid
from views.widgets.form import quiet_label


def help_line(text: str, grid: RowsGrid) -> QHBoxLayout:
    """What the officer should know of a grid, and the button that takes its current line out."""
    label = quiet_label(text)
    label.setWordWrap(True)
    row = QHBoxLayout()
    row.setSpacing(style.px(12))
    row.addWidget(label, 1)
    row.addWidget(remove_button(grid), 0, Qt.AlignmentFlag.AlignBottom)
    return row


def remove_button(grid: RowsGrid) -> QWidget:
    """The button "Bỏ dòng này" of a grid."""
    button = QPushButton(words.REMOVE)
    button.setToolTip(f"{words.REMOVE} (Ctrl+Delete)")
    button.clicked.connect(grid.remove_current)

    def follow() -> None:
        button.setEnabled(grid.can_remove())

    grid.currentCellChanged.connect(lambda *_: follow())
    grid.changed.connect(follow)
    grid.model().rowsRemoved.connect(lambda *_: follow())
    style.follow_scale(button, lambda: button.setMinimumHeight(style.px(28)))
    follow()
    return button
