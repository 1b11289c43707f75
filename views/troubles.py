"""From an exception to what the officer reads: a refusal, moved-on data, a fault of the world, or a crash report."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from app.problems import Cancelled, Refused, Stale, Trouble
from app.wording import frame, support_file
from app.wording.messages import problem_text, trouble_text
from views import messages

_log = logging.getLogger("maiam.window")


class Kind(Enum):
    """What sort of thing went wrong; a screen may offer to reload on STALE."""

    STOPPED = auto()
    REFUSED = auto()
    STALE = auto()
    TROUBLE = auto()
    CRASH = auto()


@dataclass(frozen=True)
class Report:
    """What happened in one sentence, and further lines where there are several problems."""

    kind: Kind
    text: str
    lines: tuple[str, ...] = ()


def report(error: BaseException, title: str = "", log_file: Path | None = None) -> Report:
    """Put an error into words. Anything that is not told to users on purpose is our bug: it goes to the log whole."""
    match error:
        case Cancelled():
            return Report(Kind.STOPPED, frame.stopped_text(title))
        case Refused(problems=(only,)):
            return Report(Kind.REFUSED, problem_text(only))
        case Refused(problems=several):
            lines = tuple(problem_text(one) for one in several)
            return Report(Kind.REFUSED, frame.REFUSED_MANY.format(count=len(lines)), lines)
        case Stale():
            return Report(Kind.STALE, frame.STALE)
        case Trouble():
            return Report(Kind.TROUBLE, trouble_text(error))
    _log.critical("uncaught error", exc_info=error)
    return Report(Kind.CRASH, crash_text(title, log_file or _net.log_file))


def crash_text(title: str, log_file: Path | None) -> str:
    """The sentence of a crash report, with the log's path when there is a log."""
    doing = frame.WHILE.format(title=title[:1].lower() + title[1:]) if title else ""
    if log_file is None:
        return frame.CRASH_WITHOUT_LOG.format(doing=doing)
    return frame.CRASH.format(doing=doing, log=log_file)


def tell(error: BaseException, title: str = "") -> Report:
    """Say what went wrong in the window's line, where it stays until read; a crash is told in a box."""
    told = report(error, title)
    if told.kind is Kind.CRASH:
        _tell_crash(told.text)
    elif told.kind is Kind.STOPPED:
        messages.success(told.text)
    else:
        messages.trouble("\n".join((told.text, *told.lines)))
    return told


def _tell_crash(text: str) -> None:
    """A box with the way to the file for whoever helps, once a window is there to write it."""
    if _net.save_support is None:
        messages.warn(text)
    elif messages.ask(text, support_file.SAVE, support_file.CLOSE, yes_first=False):
        _net.save_support()


def offer_support(save: Callable[[], None] | None) -> None:
    """From now on a crash offers to save the file for whoever helps; None: no longer."""
    _net.save_support = save


class _Net(QObject):
    """Catches what nobody caught, on any thread, and tells it on the window's thread, once at a time."""

    fell = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.log_file: Path | None = None
        self.save_support: Callable[[], None] | None = None
        self._telling = False
        self.fell.connect(self._tell, Qt.ConnectionType.AutoConnection)

    def _tell(self, error: BaseException) -> None:
        if self._telling:
            _log.critical("error while telling an error", exc_info=error)
            return
        self._telling = True
        try:
            tell(error)
        finally:
            self._telling = False


_net = _Net()


def catch_everything(log_file: Path | None) -> None:
    """Make `sys.excepthook` and the threads' hook report to the officer and to the log."""
    _net.log_file = log_file
    application = QCoreApplication.instance()
    if application is not None:
        _net.moveToThread(application.thread())
    sys.excepthook = _caught
    threading.excepthook = lambda fallen: _caught(fallen.exc_type, fallen.exc_value, fallen.exc_traceback)


def _caught(kind: type[BaseException], error: BaseException | None, where: TracebackType | None) -> None:
    if error is None or issubclass(kind, KeyboardInterrupt | SystemExit):
        sys.__excepthook__(kind, error or kind(), where)
        return
    _net.fell.emit(error)
