"""The trial sheet on its way to a printer: at the first run and from "Thiết lập"."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.progress import Progress
from app.wording import paper_pane
from app.wording import printing as words
from views import messages, printing
from views.memory import Memory
from views.runner import Runner

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_PAGES = 2


def print_trial(parent: QWidget, runner: Runner, memory: Memory) -> None:
    """Choose a printer and send the trial sheet to it; where there is none it is saved as a PDF."""
    save = partial(_save, runner)
    printer = printing.choose_printer(parent, _PAGES, memory, save=save)
    if printer is not None:
        failed = partial(printing.not_printed, save=save)
        runner.run(partial(_send, printer), lambda _: messages.success(words.TRIAL_PRINTED), words.TRIAL, failed)


def _send(printer: QPrinter, progress: Progress) -> int:
    from app.documents.trial_page import draw_trial  # what draws papers is slow to load

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / words.TRIAL_FILE
        draw_trial(file)
        return printing.print_file(file, printer, progress)


def _save(runner: Runner) -> None:
    from app.documents.trial_page import draw_trial

    target = messages.choose_save_file(words.TRIAL, "pdf", Path.home() / words.TRIAL_FILE)
    if target is not None:
        told = paper_pane.SAVED.format(file=target.name)
        runner.run(partial(draw_trial, target), lambda _: messages.success(told), words.TRIAL)
