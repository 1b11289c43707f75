"""A list as it will be printed, looked at before the printer is chosen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.wording import table_file as words
from app.wording import worklists
from views import style
from views.widgets.buttons import FilledButton
from views.widgets.form import quiet_label
from views.widgets.pdf_sight import PdfSight

_SIZE = (860, 640)


class ListPreview(QDialog):
    """Enter prints, Esc leaves; `go_on` is called with the number of pages after it was closed."""

    def __init__(self, file: Path, pages: int, go_on: Callable[[int], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(words.PREVIEW)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._pages, self._go_on = pages, go_on
        self.sight = PdfSight(words.PREVIEW)
        self.sight.show_file(file)
        self.confirm = FilledButton(words.PRINT, "print")
        self.confirm.setDefault(True)
        cancel = QPushButton(worklists.CANCEL)
        cancel.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.addWidget(quiet_label(words.PREVIEW_PAGES.format(count=pages)), 1)
        foot.addWidget(cancel)
        foot.addWidget(self.confirm)
        column = QVBoxLayout(self)
        column.addWidget(self.sight, 1)
        column.addLayout(foot)
        cancel.clicked.connect(self.reject)
        self.confirm.clicked.connect(self._print)
        style.open_within_screen(self, *_SIZE)
        self.confirm.setFocus()

    def _print(self) -> None:
        self.accept()
        self._go_on(self._pages)
