"""Laptops in copies of folders that are made once a run."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import text

from app.plans.records import RECORDS
from app.workspace import open_workspace
from models.campaign import Campaign
from models.household import Household, Member
from models.programme import Programme
from models.support import SupportCase
from tests.app.journal.open_world import OpenWorld
from tests.app.journal.world import OFFICE_OF, Laptop, Peers, copy_laptops, exchange, make_folders

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


@pytest.fixture(scope="session")
def open_world(first_folders: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenWorld]:
    """Folders for random histories: each begins where these stand and leaves them so."""
    folder = tmp_path_factory.mktemp("Lịch sử ngẫu nhiên")
    for one in first_folders.iterdir():
        shutil.copytree(one, folder / one.name)
        keep_few_areas(folder / one.name)
    peers = begin_histories(folder)
    shutil.copytree(folder / "a1", folder / "copy")
    world = OpenWorld(folder, peers | {"copy": peers["a1"]})
    yield world
    world.close()


def begin_histories(folder: Path) -> dict[str, Peers]:
    """A common beginning, so that histories meet: two households a commune, a member, a case, a programme."""
    laptops = {name: Laptop(name, open_workspace(folder / name)) for name in OFFICE_OF}
    programme = laptops["d1"].add(Programme(name="Chương trình vùng")).row
    for name in ("a1", "b1"):
        one = laptops[name]
        first = one.add(Household(head_name="Một", phone="1")).row
        one.add(Member(household_id=first, name="Bé"))
        one.add(SupportCase(household_id=first, programme_id=programme))
        one.add(Household(head_name="Hai"))
    exchange(*laptops.values())
    for one in laptops.values():
        one.workspace.close()
    return {name: dict(one.peers) for name, one in laptops.items()}


def keep_few_areas(folder: Path) -> None:
    """Of 3,300 bundled communes keep those that rows here name, of plans none: a fingerprint reads every row."""
    workspace = open_workspace(folder)
    with workspace.engine.connect().execution_options(writing=True) as connection, connection.begin():
        connection.execute(text("DELETE FROM area_alias WHERE stream = ''"))
        for table in (Campaign.__entity__, *(kind.__entity__ for kind in RECORDS.values())):
            connection.execute(text(f"DELETE FROM {table} WHERE stream = ''"))  # noqa: S608 - own names
        connection.execute(
            text("DELETE FROM area WHERE stream = '' AND kind = 'commune' AND code NOT IN ('03151', '03160')")
        )
    workspace.close()
