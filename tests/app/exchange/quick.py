"""Receives a package without the child process that otherwise reads foreign files: for tests of what follows."""

from __future__ import annotations

from pathlib import Path

from app.exchange.merging import Report, receive_package
from app.exchange.payload import Payload
from app.exchange.reading import read_payload
from app.workspace import Workspace


def receive(workspace: Workspace, path: Path) -> Report:
    """Receive a file that was written by a test."""

    def read(path: Path, *_: object) -> Payload:
        return read_payload(path)

    return receive_package(workspace, path, read=read)
