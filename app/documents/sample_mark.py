"""Every paper of the sample office says in its margin that nobody on it is real, whatever room draws it.

The mark belongs to what is open in this process: the window sets it with its office, a command with its folder.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from app.wording.papers import SAMPLE_NOTE

_open = {"sample": False}


def mark_papers(sample: bool) -> None:
    """From now on papers are marked, or no longer."""
    _open["sample"] = sample


@contextmanager
def marked_papers() -> Iterator[None]:
    """Mark what is drawn meanwhile."""
    before = _open["sample"]
    mark_papers(sample=True)
    try:
        yield
    finally:
        mark_papers(sample=before)


def with_mark(note: str) -> str:
    """What stands in the margin: the mark before what a paper says there itself."""
    if not _open["sample"] or SAMPLE_NOTE in note:
        return note
    return " – ".join(filter(None, (SAMPLE_NOTE, note)))
