"""An agency's data folder: it raises money and has no households."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.office.drafts import OfficeDraft
from app.workspace import Workspace, open_workspace
from models.vocabulary import Level
from tests.offices import set_up

AGENCY = OfficeDraft(
    level=Level.AGENCY,
    code="so-nong-nghiep",
    name="Sở Nông nghiệp và Môi trường",
    province="Điện Biên",
    person="Trần Thị Bích",
    position="Chánh Văn phòng",
    device_name="Máy văn phòng sở",
)


@pytest.fixture(scope="session")
def agency_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An agency's folder as `init` leaves it; copy, never open."""
    workspace = set_up(tmp_path_factory.mktemp("template") / "Dữ liệu cơ quan", AGENCY)
    workspace.close()
    return workspace.folder


@pytest.fixture
def agency(agency_template: Path, tmp_path: Path) -> Iterator[Workspace]:
    """An open agency."""
    folder = tmp_path / "Dữ liệu cơ quan"
    shutil.copytree(agency_template, folder)
    workspace = open_workspace(folder)
    yield workspace
    workspace.close()
