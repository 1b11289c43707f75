"""How the columns of a list share the room of a narrow window, so that no list has to be pushed sideways."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

#: Texts may be cut to this part of their width before a column is left out, and at most to the other where none can be.
_COMFORT, _LEAST = 0.8, 0.55


@dataclass(frozen=True)
class ColumnRoom:
    """A column in sight, in pixels of the screen.

    `gives`: its text may be cut. `spare`: it is left out first. `stretch`: it takes what is left.
    """

    section: int
    width: int
    gives: bool = False
    spare: bool = False
    stretch: bool = False


def share_room(columns: Sequence[ColumnRoom], room: int) -> dict[int, int]:
    """The width of every column that stays in sight, by its section; wider than `room` only where nothing can give."""
    shown = list(columns)
    for spare in [one for one in columns if one.spare]:
        if _total(shown, _COMFORT) <= room:
            break
        shown.remove(spare)
    over = _total(shown, 1) - room
    if over > 0:
        giving = sum(one.width for one in shown if one.gives)
        part = 1 - over / giving if giving else 1
        part = part if part >= _LEAST else _COMFORT  # pushed sideways in any case, it may be readable as well
        shown = [replace(one, width=int(one.width * part)) if one.gives else one for one in shown]
    left = room - _total(shown, 1)
    return {one.section: one.width + (max(left, 0) if one.stretch else 0) for one in shown}


def _total(columns: Sequence[ColumnRoom], part: float) -> int:
    return sum(round(one.width * part) if one.gives else one.width for one in columns)
