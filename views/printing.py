"""Prints a PDF file on a printer the officer chooses; the only module that opens the print dialog.

QtPdf and QtPrintSupport are loaded when something is printed, so that the window starts without them.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from app.problems import Cancelled, Trouble
from app.progress import Progress

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

RESOLUTION = 300
_POINTS = 72
Chooser = Callable[["QPrinter", QWidget], bool]


class _State:
    chooser: Chooser | None = None


def choose_with(chooser: Chooser | None) -> None:
    """Ask somebody else than the print dialog (a test); None goes back to the dialog."""
    _State.chooser = chooser


def choose_printer(parent: QWidget, pages: int) -> QPrinter | None:
    """The printer, copies and pages the officer wants; None when he thought better of it."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(RESOLUTION)
    printer.setFullPage(True)
    printer.setFromTo(1, pages)
    if _State.chooser is not None:
        return printer if _State.chooser(printer, parent) else None
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, pages)
    return printer if dialog.exec() else None


def print_file(path: Path, printer: QPrinter, progress: Progress) -> int:
    """Send the pages of a PDF to the printer as pictures at 300 dpi; returns how many. For the worker's thread.

    Raises `Trouble` when the printer or the file refuses, `Cancelled`: the job is then taken back.
    """
    from PySide6.QtGui import QPainter
    from PySide6.QtPdf import QPdfDocument

    document = QPdfDocument()
    if document.load(str(path)) != QPdfDocument.Error.None_:
        raise Trouble("file_not_readable", name=path.name)
    first = max(printer.fromPage(), 1)
    last = min(printer.toPage() or document.pageCount(), document.pageCount())
    painter = QPainter()
    if not painter.begin(printer):
        raise Trouble("printer_refuses")
    try:
        for number in range(first, last + 1):
            progress.step(number - first, last - first + 1)
            if number > first:
                printer.newPage()
            points = document.pagePointSize(number - 1)
            size = QSize(round(points.width() * RESOLUTION / _POINTS), round(points.height() * RESOLUTION / _POINTS))
            painter.drawImage(painter.viewport(), document.render(number - 1, size))
    except Cancelled:
        printer.abort()
        raise
    finally:
        painter.end()
        document.close()
    return last - first + 1
