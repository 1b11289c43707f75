"""Laptops in copies of folders that are made once a run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.app.journal.world import Laptop, copy_laptops, make_folders

Laptops = Callable[..., list[Laptop]]


@pytest.fixture(scope="session")
def first_folders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folders of all laptops; copy, never open."""
    return make_folders(tmp_path_factory.mktemp("Máy các cơ quan"))


@pytest.fixture
def laptops(first_folders: Path, tmp_path: Path) -> Iterator[Laptops]:
    """What opens laptops by their names."""
    with ExitStack() as stack:

        def opened(*names: str) -> list[Laptop]:
            copies = contextmanager(copy_laptops)
            return stack.enter_context(copies(first_folders, tmp_path, names))

        yield opened
