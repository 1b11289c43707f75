"""Keeps None, True, False and NotImplemented alive under Python 3.11.

PySide6 6.12 is compiled for the stable interface of Python 3.12, where these four are immortal, and returns them
without counting the reference. Under 3.11 each call that returns None or a truth takes away a reference that was never
given, and after some ten thousand calls (minutes of use) the interpreter aborts: "none_dealloc: deallocating None".
"""

from __future__ import annotations

import ctypes
import sys

_PLENTY = 1 << 40


def keep_singletons() -> None:
    """Give each of the four more references than a lifetime of calls can take; nothing to do from Python 3.12 on."""
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return
    for single in (None, True, False, NotImplemented):
        if sys.getrefcount(single) < _PLENTY // 2:
            ctypes.c_ssize_t.from_address(id(single)).value += _PLENTY
