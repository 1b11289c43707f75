"""Asking other offices to send again what is missing, and the officer whether a held package is thrown away."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.exchange.discarding import discard_held
from app.exchange.packing import Exported
from app.exchange.requests import write_requests
from app.wording import packages as words
from views import messages
from views.doing import do
from views.page import WorkFrame


def where_to_write(frame: WorkFrame, title: str) -> Path | None:
    """The folder or stick that the officer chooses for files that leave; the one of last time is offered."""
    before = frame.memory.get("packages.folder")
    folder = messages.choose_folder(title, Path(before) if before else None)
    if folder is not None:
        frame.memory.put("packages.folder", str(folder))
    return folder


def ask_again(frame: WorkFrame, to: Sequence[str] = ()) -> None:
    """Write the requests, to these offices or to those of whom something is missing, where the officer says."""
    folder = where_to_write(frame, words.WHERE_REQUEST)
    if folder is None:
        return

    def told(made: list[Exported]) -> None:
        if made:
            messages.success(words.REQUESTS_WRITTEN.format(count=len(made), folder=folder))

    workspace = frame.workspace
    frame.runner.run(lambda progress: write_requests(workspace, folder, to, progress), told, words.ASKING)


def ask_discard(frame: WorkFrame, package: str, file: str, office: str) -> None:
    """Ask once, then throw a held package away."""
    ask = words.DISCARD_ASK.format(file=file, office=office)
    if messages.ask(ask, words.DISCARD, more=words.DISCARD_MORE, yes_first=False):
        workspace = frame.workspace
        do(frame, lambda: discard_held(workspace, package), words.DISCARDING, words.DISCARDED.format(file=file))
