"""Prints a PDF file on a printer the officer chooses; the only module that opens the print dialog.

The sheet is A4 whatever the printer usually takes. Which printer, two-sided and colour are remembered on this laptop;
how many copies is a matter of the paper. QtPdf and QtPrintSupport are loaded when something is printed, so that the
window starts without them.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMarginsF, QRect, QSize, Qt
from PySide6.QtWidgets import QWidget

from app.problems import Cancelled, Trouble
from app.progress import Progress
from app.wording import paper_pane as paper_words
from app.wording import printing as words
from app.wording.messages import trouble_text
from views import messages, troubles
from views.memory import Memory

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPrintSupport import QPrinter

RESOLUTION = 300
MEMORY = "printer"
_POINTS = 72
Chooser = Callable[["QPrinter", QWidget], bool]
Save = Callable[[], object]


class _State:
    chooser: Chooser | None = None


@dataclass(frozen=True)
class Remembered:
    """The printer used last on this laptop, and how it was told to print."""

    name: str = ""
    duplex: str = ""
    color: str = ""


def choose_with(chooser: Chooser | None) -> None:
    """Ask somebody else than the print dialog (a test); None goes back to the dialog."""
    _State.chooser = chooser


def choose_printer(
    parent: QWidget, pages: int, memory: Memory | None = None, *, copies: int = 1, save: Save | None = None
) -> QPrinter | None:
    """The printer, copies and pages the officer wants, on A4; None when he thought better of it.

    `memory` remembers the printer and its options. A remembered printer that is gone is told, and `save` (saving a
    PDF) offered instead.
    """
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    kept = recall(memory)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if not _found(kept, save):
        return None
    _set_up(printer, kept)
    printer.setCopyCount(max(copies, 1))
    printer.setFromTo(1, pages)
    if _State.chooser is not None:
        chosen = _State.chooser(printer, parent)
    else:
        dialog = QPrintDialog(printer, parent)
        dialog.setMinMax(1, pages)
        chosen = bool(dialog.exec())
    if not chosen:
        return None
    force_a4(printer)
    remember(memory, printer)
    return printer


def _found(kept: Remembered, save: Save | None) -> bool:
    """Whether to go on to the dialog: the remembered printer is there, or another is to be chosen."""
    from PySide6.QtPrintSupport import QPrinterInfo

    known = QPrinterInfo.availablePrinterNames()
    if kept.name in ("", *known) and (known or _State.chooser is not None):
        return True
    told = words.GONE.format(name=kept.name) if kept.name not in ("", *known) else words.NO_PRINTER
    answers = [words.OTHER_PRINTER, *([paper_words.SAVE_PDF] if save is not None else [])]
    answer = messages.choose(told, answers)
    if answer == 1 and save is not None:
        save()
    return answer == 0


def recall(memory: Memory | None) -> Remembered:
    """The printer and options of last time; what cannot be read counts as none."""
    try:
        found = json.loads((memory.get(MEMORY) if memory is not None else None) or "{}")
        return Remembered(**{name: str(value) for name, value in found.items()})
    except (ValueError, TypeError, AttributeError):
        return Remembered()


def remember(memory: Memory | None, printer: QPrinter) -> None:
    """Keep the printer and its options for the next time."""
    if memory is not None:
        kept = Remembered(printer.printerName(), printer.duplex().name, printer.colorMode().name)
        memory.put(MEMORY, json.dumps(asdict(kept), ensure_ascii=False))


def _set_up(printer: QPrinter, kept: Remembered) -> None:
    if kept.name:
        printer.setPrinterName(kept.name)
    if kept.duplex in printer.DuplexMode.__members__:
        printer.setDuplex(printer.DuplexMode[kept.duplex])
    if kept.color in printer.ColorMode.__members__:
        printer.setColorMode(printer.ColorMode[kept.color])
    printer.setResolution(RESOLUTION)
    force_a4(printer)


def force_a4(printer: QPrinter) -> None:
    """A4 to the edges, also where the printer's own default is Letter."""
    from PySide6.QtGui import QPageSize

    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))


def print_file(path: Path, printer: QPrinter, progress: Progress) -> int:
    """Send the pages of a PDF to the printer as pictures at 300 dpi; returns how many. For the worker's thread.

    A sheet on its long side is printed so. Raises `Trouble` when the printer or the file refuses, `Cancelled`: the job
    is then taken back.
    """
    from PySide6.QtGui import QPainter
    from PySide6.QtPdf import QPdfDocument

    document = QPdfDocument()
    if document.load(str(path)) != QPdfDocument.Error.None_:
        raise Trouble("file_not_readable", name=path.name)
    pages = _wanted(printer, document)
    painter = QPainter()
    _turn(printer, document, pages[0])
    if not printer.isValid() or not painter.begin(printer):
        raise Trouble("printer_refuses")
    try:
        for place, number in enumerate(pages):
            progress.step(place, len(pages))
            if place:
                _turn(printer, document, number)
                printer.newPage()
            _draw(painter, printer, document, number)
    except Cancelled:
        printer.abort()
        raise
    finally:
        painter.end()
        document.close()
    return len(pages)


def _wanted(printer: QPrinter, document: QPdfDocument) -> list[int]:
    """The pages in the order of printing; where the printer makes no copies itself they are sent one after another."""
    first = max(printer.fromPage(), 1)
    last = min(printer.toPage() or document.pageCount(), document.pageCount())
    pages = list(range(first - 1, last)) or [0]
    return pages if printer.supportsMultipleCopies() else pages * printer.copyCount()


def _turn(printer: QPrinter, document: QPdfDocument, number: int) -> None:
    from PySide6.QtGui import QPageLayout

    size = document.pagePointSize(number)
    wide = size.width() > size.height()
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait)


def _draw(painter: Any, printer: QPrinter, document: QPdfDocument, number: int) -> None:
    """One page as large as the sheet holds it; on another sheet than A4 it is made smaller, never torn."""
    points = document.pagePointSize(number)
    size = QSize(round(points.width() * RESOLUTION / _POINTS), round(points.height() * RESOLUTION / _POINTS))
    sheet = printer.pageLayout().fullRectPixels(printer.resolution())
    fitting = size.scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
    left, top = (sheet.width() - fitting.width()) // 2, (sheet.height() - fitting.height()) // 2
    painter.drawImage(QRect(left, top, fitting.width(), fitting.height()), document.render(number, size))


def not_printed(error: BaseException, save: Save | None = None, stopped: str = paper_words.PRINT_STOPPED) -> None:
    """Say that a job did not reach the printer; where the printer refuses, `save` (a PDF) is offered instead."""
    if isinstance(error, Cancelled):
        messages.success(stopped)
    elif isinstance(error, Trouble) and error.code == "printer_refuses" and save is not None:
        if messages.ask(trouble_text(error), paper_words.SAVE_PDF, words.LEAVE):
            save()
    else:
        troubles.tell(error, paper_words.PRINTING)
