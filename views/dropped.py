"""Where files go that are dropped on a page of households: one list to its import, all else to the page of packages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

_NEVER_LISTS = (".zip",)


def one_list(paths: Sequence[Path]) -> bool:
    """Whether these can be one list; a package among them shows when it is read, and is handed on then."""
    return len(paths) == 1 and not paths[0].is_dir() and paths[0].suffix.lower() not in _NEVER_LISTS
