"""Which words of a drawn paper are values, and what each is called: what an office's own Word template is filled by.

While `naming()` lasts, `sentences.filled` and its like put an invisible mark with the value's name around every value.
A paragraph without its values is its `skeleton`: the same in the blank form and in a filled one, so that a value is
known again by the sentence it stands in. Outside of `naming()` nothing is marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_OPEN, _NAMED, _CLOSE = "\ue000", "\ue001", "\ue002"
_MARKS = re.compile(f"{_OPEN}[^{_NAMED}]*{_NAMED}|[{_OPEN}{_NAMED}{_CLOSE}]")
_VALUE = re.compile(f"{_OPEN}([^{_NAMED}]*){_NAMED}([^{_CLOSE}]*){_CLOSE}")
_naming: ContextVar[bool] = ContextVar("naming", default=False)


@contextmanager
def naming() -> Iterator[None]:
    """Mark the values of what is drawn meanwhile."""
    token = _naming.set(True)
    try:
        yield
    finally:
        _naming.reset(token)


def named(name: str, value: str) -> str:
    """A value with its name around it; values within it lose theirs."""
    return f"{_OPEN}{name.lower()}{_NAMED}{plain(value)}{_CLOSE}" if _naming.get() else value


def plain(text: str) -> str:
    """A text without marks."""
    return _MARKS.sub("", text) if _OPEN in text else text


def values_in(text: str) -> list[tuple[str, str]]:
    """The names and values of a marked text in their order."""
    return [(found[1].lower(), found[2]) for found in _VALUE.finditer(text)]


def skeleton(text: str) -> str:
    """A marked text with a name in braces for every value."""
    return _VALUE.sub(lambda found: f"{{{found[1].lower()}}}", text)
