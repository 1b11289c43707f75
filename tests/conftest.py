"""Fixtures all tests share: real data folders, copied from templates that are made once a run."""

from __future__ import annotations

import dataclasses
import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

import views  # noqa: F401 - mends PySide6 under Python 3.11 before any test uses it, see views/lasting.py
from app.backup import before_first_change
from app.device_keys import ENVIRONMENT as KEYS
from app.office.drafts import OfficeDraft
from app.office.operations import initialise
from app.workspace import Workspace, open_workspace
from models.vocabulary import Level
from tests.offices import set_up

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ[KEYS] = tempfile.mkdtemp(prefix="mai-am-keys-")  # never the keys of whoever runs the tests

COMMUNE = OfficeDraft(
    level=Level.COMMUNE,
    code="03151",
    name="Phường Mường Lay",
    province="Điện Biên",
    villages=("Bản Hua Nạng", "Bản Chi Luông", "Tổ dân phố 5"),
    superior_code="11",
    superior_name="Sở Xây dựng tỉnh Điện Biên",
    person="Lò Thị Hoa",
    position="Công chức văn hóa – xã hội",
    device_name="Máy văn phòng",
)
UPPER = OfficeDraft(
    level=Level.UPPER,
    code="11",
    name="Sở Xây dựng tỉnh Điện Biên",
    province="Điện Biên",
    person="Trần Văn Minh",
    position="Chuyên viên",
    device_name="Máy sở",
)


def pytest_collection() -> None:
    """Nothing of what is loaded for the tests is garbage: Python need not look through it while they are collected."""
    gc.disable()


def pytest_collection_finish() -> None:
    """What is loaded by now stays to the end: no later search for garbage goes through it.

    The rest is looked through whole ten times more seldom than Python would: it took a sixth of the tests' time.
    """
    gc.freeze()
    gc.set_threshold(700, 10, 100)
    gc.enable()


def _template(workspace: Workspace) -> Path:
    """Makes the day's backup, for all tests: none of them waits for it."""
    before_first_change(workspace.engine, workspace.folder)
    workspace.close()
    return workspace.folder


@pytest.fixture(scope="session")
def commune_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A commune's data folder as `init` leaves it; copy, never open."""
    workspace, _ = initialise(tmp_path_factory.mktemp("template") / "Dữ liệu xã", COMMUNE)
    return _template(workspace)


@pytest.fixture(scope="session")
def upper_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An upper office's data folder as `init` leaves it; copy, never open."""
    return _template(set_up(tmp_path_factory.mktemp("template") / "Dữ liệu sở", UPPER))


@pytest.fixture(scope="session")
def second_commune_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A second commune's data folder as `init` leaves it; copy, never open."""
    draft = dataclasses.replace(COMMUNE, code="03127", name="Phường Điện Biên Phủ", person="Cà Văn Thiện")
    return _template(set_up(tmp_path_factory.mktemp("template") / "Dữ liệu xã hai", draft))


@pytest.fixture
def commune(commune_template: Path, tmp_path: Path) -> Iterator[Workspace]:
    """An open commune in a folder with accents and blanks in its name."""
    yield from _opened(commune_template, tmp_path / "Dữ liệu xã Ba Tơ")


@pytest.fixture
def upper(upper_template: Path, tmp_path: Path) -> Iterator[Workspace]:
    """An open upper office above `commune`."""
    yield from _opened(upper_template, tmp_path / "Dữ liệu sở")


@pytest.fixture
def second_commune(second_commune_template: Path, tmp_path: Path) -> Iterator[Workspace]:
    """Another commune under `upper`."""
    yield from _opened(second_commune_template, tmp_path / "Dữ liệu xã hai")


def _opened(template: Path, folder: Path) -> Iterator[Workspace]:
    shutil.copytree(template, folder)
    workspace = open_workspace(folder)
    yield workspace
    workspace.close()


@pytest.fixture(autouse=True)
def cycles_are_collected_where_widgets_live(request: pytest.FixtureRequest) -> Iterator[None]:
    """No test's worker thread takes a widget away: what views/collecting.py does for the program."""
    if "qapp" not in request.fixturenames:
        yield
        return
    gc.disable()
    yield
    gc.enable()
