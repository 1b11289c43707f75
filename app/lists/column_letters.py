"""Columns by the letters Excel shows."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=512)
def column_letter(position: int) -> str:
    """A, B, ... AA, as Excel names the column at this position from 0."""
    letters = ""
    number = position + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
