"""A second laptop of the commune, set up on its own."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.office.operations import initialise
from app.workspace import Workspace
from tests.conftest import COMMUNE


@pytest.fixture
def second_laptop(tmp_path: Path) -> Iterator[Workspace]:
    """The same office on a laptop of its own, which knows nothing of the first one yet."""
    draft = dataclasses.replace(COMMUNE, person="Cà Văn Thiện", device_name="Máy hai", series="b")
    workspace, _ = initialise(tmp_path / "Máy hai", draft)
    yield workspace
    workspace.close()
