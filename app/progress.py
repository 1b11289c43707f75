"""How long work tells how far it is, and how it learns that the user wants it to stop. No Qt: a plain object."""

from __future__ import annotations

import threading
from collections.abc import Callable

from app.problems import Cancelled


class Progress:
    """Handed to long operations. `step` is called between whole units of work, never within one."""

    def __init__(self, listener: Callable[[int, int, str], None] | None = None) -> None:
        self._listener = listener
        self._cancelled = threading.Event()

    def step(self, done: int, total: int, text: str = "") -> None:
        """Tell that `done` of `total` units are finished; raises `Cancelled` when the user asked to stop."""
        if self._cancelled.is_set():
            raise Cancelled
        if self._listener is not None:
            self._listener(done, total, text)

    def cancel(self) -> None:
        """Ask the work to stop at its next step (called from another thread)."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        """True once the user asked to stop; for code that waits without stepping."""
        return self._cancelled.is_set()
