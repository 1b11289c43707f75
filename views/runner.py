"""Runs functions of `app` beside the window: one worker for what changes or takes long, one reader for lists.

Results, errors and `Changes` come home by signal, on the window's thread. The worker takes one job after another; a job
gets a plain `Progress` and stops between whole units when the officer says so.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from app.progress import Progress
from views import troubles

T = TypeVar("T")
Failed = Callable[[BaseException], None]


@dataclass
class Work:
    """A job under way or waiting: what it is called, how far it is, and how to stop it."""

    title: str
    done: int = 0
    total: int = 0
    text: str = ""
    progress: Progress = field(init=False)

    def __post_init__(self) -> None:
        self.progress = Progress(self._note)

    def _note(self, done: int, total: int, text: str) -> None:
        self.done, self.total, self.text = done, total, text


class Runner(QObject):
    """`run` changes and long work in their order; `read` lists beside them: a list never waits for an import."""

    changed = Signal(object)
    started = Signal()
    idle = Signal()
    _home = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="work")
        self._reader = ThreadPoolExecutor(1, thread_name_prefix="read")
        self._upkeep = ThreadPoolExecutor(1, thread_name_prefix="upkeep")
        self._quiet: list[Progress] = []
        self._works: list[Work] = []
        self._reading = 0
        self._held: list[_Errand] = []
        self._holding = False
        self._closed = False
        self.watch: Callable[[], bool] | None = None
        self._home.connect(self._arrive)

    @property
    def current(self) -> Work | None:
        """The job under way, or None."""
        return self._works[0] if self._works else None

    @property
    def busy(self) -> bool:
        """True while anything is under way or waiting, reading too."""
        return bool(self._works) or self._reading > 0

    def run(
        self,
        job: Callable[[Progress], T],
        done: Callable[[T], None] | None,
        title: str,
        failed: Failed | None = None,
    ) -> None:
        """Do `job` on the worker; `done(result)` or `failed(error)` follow on the window's thread.

        Without `failed` an error is told to the officer. With it, `failed` decides (it may call `troubles.tell`).
        """
        if self._closed:
            return
        work = Work(title)
        self._works.append(work)
        errand = _Errand(lambda: job(work.progress), done, failed or self._teller(title), work)
        self._worker.submit(self._do, errand)
        self.started.emit()

    def read(self, job: Callable[[], T], done: Callable[[T], None], failed: Failed | None = None) -> None:
        """Do a query on the reader's thread; `done(result)` follows on the window's thread."""
        if self._closed:
            return
        self._reading += 1
        self._held.append(_Errand(job, done, failed or self._teller("")))
        if not self._holding:
            self.release()

    def aside(self, job: Callable[[Progress], T], done: Callable[[T], None], failed: Failed | None = None) -> None:
        """Do work that nobody asked for and nobody waits for, such as a backup: no saving and no list stands behind it.

        It is stopped when the window closes.
        """
        if self._closed:
            return
        progress = Progress()
        self._quiet.append(progress)
        errand = _Errand(lambda: job(progress), done, failed or self._teller(""), quiet=True)
        self._upkeep.submit(self._do, errand)

    def hold(self) -> None:
        """What is read waits for `release`: a window that is being made is painted before readers compete with it."""
        self._holding = True

    def release(self) -> None:
        """Begin what is to be read, in its order."""
        self._holding = False
        held, self._held = self._held, []
        for errand in held:
            self._reader.submit(self._do, errand)

    def look(self) -> None:
        """Before a query: when another program has committed, open pages forget everything (`changed(None)`)."""
        if self.watch is not None and self.watch():
            self.changed.emit(None)

    def announce(self, changes: object) -> None:
        """Given to the workspace as its listener: tell open pages, on the window's thread, which rows changed."""
        self.changed.emit(changes)

    def stop(self) -> None:
        """Ask the job under way to stop at its next step; those waiting are not begun."""
        for work in self._works:
            work.progress.cancel()

    def close(self) -> None:
        """Stop and wait for both threads; nothing is begun and nothing comes home after this."""
        self._closed = True
        self.stop()
        for progress in self._quiet:
            progress.cancel()
        for threads in (self._worker, self._reader, self._upkeep):
            threads.shutdown(wait=True, cancel_futures=True)
        self._works.clear()
        self._held.clear()
        self._reading = 0

    def _do(self, errand: _Errand) -> None:
        """On a worker thread: the result, or whatever was raised, is carried home."""
        try:
            if errand.work is not None:
                errand.work.progress.step(0, 0)
            errand.content = errand.job()
        except Exception as error:  # every error of a job must come home to the officer
            errand.content, errand.receiver = error, errand.failed
        self._home.emit(errand)

    @Slot(object)
    def _arrive(self, errand: _Errand) -> None:
        receiver, content, work = errand.receiver, errand.content, errand.work
        errand.empty()
        if self._closed:
            return
        if work is not None:
            self._works.remove(work)
        elif not errand.quiet:
            self._reading -= 1
        if not self._works:
            self.idle.emit()
        if receiver is not None:
            receiver(content)

    @staticmethod
    def _teller(title: str) -> Failed:
        def tell(error: BaseException) -> None:
            troubles.tell(error, title)

        return tell


@dataclass
class _Errand:
    """What a thread is sent for and brings home: the job, who takes its result, and who its error.

    The threads hold this alone, and it is emptied on the window's thread: a job or receiver often belongs to a widget,
    and whoever lets go of a widget last destroys it.
    """

    job: Callable[[], Any]
    receiver: Callable[[Any], None] | None
    failed: Failed
    work: Work | None = None
    content: Any = None
    quiet: bool = False

    def empty(self) -> None:
        """Let go of everything that may belong to a widget."""
        self.job = self.failed = _nothing
        self.receiver = self.content = None


def _nothing(*_given: object) -> None:
    """Stands where an emptied errand had its functions."""
