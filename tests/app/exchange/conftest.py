"""A second laptop of the commune, set up on its own; kept packages read without a child."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.exchange import erasing
from app.workspace import Workspace
from tests.conftest import COMMUNE
from tests.offices import set_up


@pytest.fixture
def read_kept_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Kept packages are looked into in this process: they are our own, and a child takes long to start."""

    def read(look: Callable[..., object], *given: object, **_more: object) -> object:
        return look(*given)

    monkeypatch.setattr(erasing, "in_child", read)


@pytest.fixture
def second_laptop(tmp_path: Path) -> Iterator[Workspace]:
    """The same office on a laptop of its own, which knows nothing of the first one yet."""
    draft = dataclasses.replace(COMMUNE, person="Cà Văn Thiện", device_name="Máy hai", series="b")
    workspace = set_up(tmp_path / "Máy hai", draft)
    yield workspace
    workspace.close()
