"""Child processes that parse files from outside: within limits of memory and time, killable at any moment.

A child reads one file after the other, because starting it costs more than most files; one that stumbled over a file is
not given another. It blocks with a finished result until that is taken, so never more than one a child lies ahead.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from app.problems import Cancelled, Told, Trouble
from app.progress import Progress

SECONDS = 120
_AT_ONCE = 2
_MEMORY_BYTES = 2 * 1024**3
_POLL_SECONDS = 0.05

Job = tuple[Callable[..., Any], Path, tuple[object, ...]]
_log = logging.getLogger(__name__)


class Child:
    """A process that reads files; it is started when it is first asked, and anew after one that stumbled."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._process: BaseProcess | None = None
        self._line: Connection | None = None
        self._name = ""
        self._deadline = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _kind: type[BaseException] | None, _fault: object, _trace: TracebackType | None) -> None:
        self.kill()

    def ask(self, reader: Callable[..., Any], path: Path, *arguments: object) -> None:
        """Have `reader(path, *arguments)` run; it must stand in a module that loads neither window nor database."""
        line = self._line or self._start()
        self._name, self._deadline = path.name, time.monotonic() + self._seconds
        try:
            line.send((reader, path, arguments))
        except ConnectionError:  # it ended since its last answer
            self.kill()
            self._start().send((reader, path, arguments))

    def answer(self, progress: Progress | None = None) -> Any:
        """What the reader gave. A `Told` raised there is raised here.

        A child that dies, eats its memory or overruns its time is a `Trouble`; `Cancelled` when the user stopped it.
        """
        answered = False
        try:
            result, told = self._outcome(progress)
            if told is not None:
                raise told
            answered = True
        finally:
            if not answered:
                self.kill()
        return result

    def kill(self) -> None:
        """End the process, whatever it is doing."""
        if self._process is not None and self._line is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
            self._line.close()
        self._process = self._line = None

    def _start(self) -> Connection:
        context = multiprocessing.get_context("spawn")
        self._line, end = context.Pipe()
        self._process = context.Process(target=_serve, args=(end, self._seconds), daemon=True)
        self._process.start()
        end.close()
        return self._line

    def _outcome(self, progress: Progress | None) -> tuple[Any, Told | None]:
        if self._process is None or self._line is None:
            raise RuntimeError("nothing was asked")
        try:
            while not self._answered(progress):
                if time.monotonic() > self._deadline:
                    raise Trouble("file_too_slow", name=self._name)
            outcome: tuple[Any, Told | None] = self._line.recv()
        except (EOFError, ConnectionError) as fault:
            self._process.join(1)
            _log.error("the reader of a file ended with exit code %s", self._process.exitcode)
            raise Trouble("file_reader_died", name=self._name) from fault
        return outcome

    def _answered(self, progress: Progress | None) -> bool:
        if progress is not None and progress.cancelled:
            raise Cancelled
        return self._line is not None and self._line.poll(_POLL_SECONDS)


class ReadingAhead:
    """Files read by a few children while whoever takes the results works on those before, in the order given.

    `look` is asked first, here: a `Told` it raises stands for the file, which no child sees.
    """

    def __init__(
        self, reader: Callable[..., Any], files: Sequence[Path], *arguments: object, look: Callable[[Path], object]
    ) -> None:
        self._reader, self._files, self._arguments, self._look = reader, list(files), arguments, look
        self._children = [Child() for _ in range(min(len(self._files), os.cpu_count() or 1, _AT_ONCE))]
        self._refused: dict[int, Told] = {}
        self._next = 0

    def __enter__(self) -> Self:
        for place in range(len(self._children)):
            self._ask(place)
        return self

    def __exit__(self, _kind: type[BaseException] | None, _fault: object, _trace: TracebackType | None) -> None:
        for child in self._children:
            child.kill()

    def take(self, path: Path, progress: Progress | None = None) -> Any:
        """The result of the next file of this path; raises what `Child.answer` raises."""
        place = self._files.index(path, self._next)
        for passed in range(self._next, place):  # nobody asked for it
            self._drop(passed)
        self._next = place + 1
        try:
            if place in self._refused:
                raise self._refused.pop(place)
            return self._children[place % len(self._children)].answer(progress)
        finally:
            if progress is None or not progress.cancelled:
                self._ask(place + len(self._children))

    def _drop(self, place: int) -> None:
        if place in self._refused:
            del self._refused[place]
        else:
            self._children[place % len(self._children)].kill()
        self._ask(place + len(self._children))

    def _ask(self, place: int) -> None:
        if place >= len(self._files):
            return
        try:
            self._look(self._files[place])
        except Told as told:
            self._refused[place] = told
        else:
            self._children[place % len(self._children)].ask(self._reader, self._files[place], *self._arguments)


def _serve(line: Connection, seconds: float) -> None:
    """The child's whole life: it ends with the line, and after a file that it stumbled over."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    told: Told | None = None
    while told is None:
        try:
            reader, path, arguments = line.recv()
            limit_resources(seconds)
            result, told = _read(reader, path, arguments)
            line.send((result, told))
        except (EOFError, ConnectionError):
            return  # nobody is left to read for


def _read(reader: Callable[..., Any], path: Path, arguments: tuple[object, ...]) -> tuple[Any, Told | None]:
    try:
        return reader(path, *arguments), None
    except Told as told:
        return None, told
    except MemoryError:
        return None, Trouble("file_needs_memory", name=path.name)


def limit_resources(seconds: float) -> None:
    """Memory, and processor time from now on for the case that nobody is left to kill the child.

    Windows has neither for a process; there the limits on cells and bytes alone must do.
    """
    try:
        import resource
    except ImportError:
        return
    spent = int(time.process_time())
    for kind, wanted in ((resource.RLIMIT_AS, _MEMORY_BYTES), (resource.RLIMIT_CPU, spent + int(seconds) + 5)):
        _soft, hard = resource.getrlimit(kind)
        resource.setrlimit(kind, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))
