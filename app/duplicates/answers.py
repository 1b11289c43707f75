"""What people said of pairs: "these are two different households" is remembered, travels, and can be taken back."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.exchange import TaskAnswer

_PREFIX = "duplicate"
DIFFERENT = 1


def pair_task(left: str, right: str) -> str:
    """How an answer names a pair, whichever household stands first."""
    return ":".join((_PREFIX, *sorted((left, right))))


def is_pair_task(task_id: str) -> bool:
    """Whether a task's id names a pair."""
    return task_id.startswith(f"{_PREFIX}:")


def pair_of(task_id: str) -> tuple[str, str]:
    """The two households that a task's id names."""
    _, left, right = task_id.split(":")
    return left, right


def told_apart(session: Session) -> dict[tuple[str, str], str]:
    """The pairs that people told apart, the smaller id first, with the id of the answer."""
    query = select(TaskAnswer.task, TaskAnswer.id).where(TaskAnswer.row_out.is_(False))
    query = query.where(TaskAnswer.task.startswith(f"{_PREFIX}:"), TaskAnswer.choice == DIFFERENT)
    found = {}
    for row in session.execute(query):
        _, left, right = str(row.task).split(":")
        found[left, right] = row.id
    return found
