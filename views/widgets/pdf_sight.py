"""A PDF in sight: drawn into files of its own folder, which goes with the widget. QtPdf loads with the first paper."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTemporaryDir
from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument


class PdfSight(QWidget):
    """Shows one file at a time; `file` is the one in sight, `name` what a screen reader says."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document: QPdfDocument | None = None
        self.file: Path | None = None
        self._name = name
        self._folder = QTemporaryDir()
        self._drawn = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def next_file(self) -> Path:
        """A new name each time: the file in sight stays whole while the next is drawn."""
        self._drawn += 1
        return Path(self._folder.filePath(f"{self._drawn}.pdf"))

    def show_file(self, file: Path) -> None:
        """Bring a file into sight and throw the one before away."""
        if self.document is None:
            self._make_view()
        if self.document is not None:
            self.document.load(str(file))
        before, self.file = self.file, file
        if before is not None and before != file:
            with contextlib.suppress(OSError):  # another program may hold it open; it goes with the folder
                before.unlink()

    def _make_view(self) -> None:
        from PySide6.QtPdf import QPdfDocument
        from PySide6.QtPdfWidgets import QPdfView

        self.document = QPdfDocument(self)
        view = QPdfView(self)
        view.setDocument(self.document)
        view.setPageMode(QPdfView.PageMode.MultiPage)
        view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        view.setAccessibleName(self._name)
        self._column.addWidget(view)
