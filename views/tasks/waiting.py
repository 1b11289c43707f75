"""What waits on the page "Cần xử lý": decisions as they are, points to look at as tasks only when they are looked at.

A province has a hundred thousand points: kept as found, put into sentences one at a time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import overload

from app.exchange.task import Task
from app.exchange.tasks import choices_of, flag_task
from app.flags.queries import Flag, is_flag
from models.vocabulary import TaskKind


class TabTasks(Sequence[Task]):
    """The tasks of one tab: decisions, then points."""

    def __init__(self, tasks: Sequence[Task], flags: Sequence[Flag] = ()) -> None:
        self._tasks, self._flags = tasks, flags

    def __len__(self) -> int:
        return len(self._tasks) + len(self._flags)

    @overload
    def __getitem__(self, place: int) -> Task: ...
    @overload
    def __getitem__(self, place: slice) -> list[Task]: ...
    def __getitem__(self, place: int | slice) -> Task | list[Task]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        if place < len(self._tasks):
            return self._tasks[place]
        return flag_task(self._flags[place - len(self._tasks)])


@dataclass(frozen=True)
class Waiting:
    """All that waits, as it was last read."""

    tasks: list[Task] = field(default_factory=list)
    flags: list[Flag] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.tasks) + len(self.flags)

    def kinds(self) -> dict[str, int]:
        """How many of each kind."""
        found = Counter(str(one.kind) for one in self.tasks)
        if self.flags:
            found[str(TaskKind.RED_FLAG)] += len(self.flags)
        return found

    def codes(self) -> Counter[str]:
        """How many points of each code."""
        return Counter(one.code for one in self.flags)

    def of_kind(self, kind: str, code: str = "") -> TabTasks:
        """Those of one tab; with a code only the points of it."""
        if kind != TaskKind.RED_FLAG:
            return TabTasks([one for one in self.tasks if one.kind == kind])
        if code:
            return TabTasks((), [one for one in self.flags if one.code == code])
        return TabTasks([one for one in self.tasks if one.kind == kind], self.flags)

    def alike(self, task: Task) -> list[str]:
        """The ids of others of the same kind about the same item, which can be answered the same way."""
        if is_flag(task.id):
            return [one.id for one in self.flags if one.code == task.field and one.id != task.id]
        if task.kind is TaskKind.DEVICE:  # two people compare each code
            return []
        same = (task.kind, task.entity, task.field, choices_of(task))
        return [
            one.id
            for one in self.tasks
            if one.id != task.id and (one.kind, one.entity, one.field, choices_of(one)) == same
        ]

    def count_alike(self, task: Task) -> int:
        """How many these are, without naming them."""
        if is_flag(task.id):
            return sum(one.code == task.field for one in self.flags) - 1
        return len(self.alike(task))

    def without(self, answered: Sequence[str]) -> Waiting:
        """What is left when these points have their reason."""
        gone = set(answered)
        return Waiting(self.tasks, [one for one in self.flags if one.id not in gone])
