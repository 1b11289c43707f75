"""Receives files that a test wrote, read in this process: they are our own, and a child takes long to start."""

from __future__ import annotations

from pathlib import Path

from app.exchange.merging import Report, receive_package
from app.exchange.payload import Payload
from app.exchange.photo_reading import PhotoPart
from app.exchange.reading import arrived_in
from app.workspace import Workspace


def receive(workspace: Workspace, path: Path, password: str | None = None) -> Report:
    """Receive one file."""
    return receive_package(workspace, path, password=password, read=read_here)


def read_here(path: Path, _progress: object = None, password: str | None = None) -> Payload | PhotoPart:
    """What the child of `receive_package` would read."""
    return arrived_in(path, password)
