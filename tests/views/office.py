"""A window over a real data folder, as pages and panels see it, without its frame."""

from __future__ import annotations

from app.undo import undo_newest
from app.workspace import Workspace
from tests.window import settled
from views.memory import Memory, ShortMemory
from views.runner import Runner

__all__ = ["Office", "settled"]


class Office:
    """Writes down where pages wanted to go; undoes on the spot."""

    programme: str | None = None

    def __init__(self, workspace: Workspace, runner: Runner) -> None:
        self.workspace = workspace
        self.runner = runner
        self.memory: Memory = ShortMemory()
        self.gone_to: list[tuple[str, object]] = []
        workspace.listener = runner.announce

    def go(self, name: str, request: object = None) -> None:
        self.gone_to.append((name, request))

    def back(self) -> None:
        self.gone_to.append(("", None))

    def take_back(self) -> None:
        undo_newest(self.workspace)
