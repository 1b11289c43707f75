"""An agency before its window: a drive with people in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.giving.drafts import DriveDraft, PersonDraft
from app.giving.operations import save_drive, save_people
from app.workspace import Workspace
from tests.app.giving.conftest import AGENCY
from tests.offices import set_up
from tests.views.office import Office
from views.runner import Runner


@pytest.fixture
def agency(tmp_path: Path) -> Iterator[Workspace]:
    """An open agency."""
    workspace = set_up(tmp_path / "Dữ liệu cơ quan", AGENCY)
    yield workspace
    workspace.close()


@pytest.fixture
def drive_id(agency: Workspace) -> str:
    """A drive of three people in two rooms."""
    draft = DriveDraft("Ủng hộ xóa nhà tạm", "2024-11-01", "2025-04-30", "2025-05-19", "salary", 26, 1, "Quỹ tỉnh")
    _, made, _ = save_drive(agency, draft)
    people = (
        PersonDraft("Hoàng Văn Sơn", "Văn phòng", expected=360_000),
        PersonDraft("Nông Thị Lan", "Văn phòng", expected=300_000),
        PersonDraft("Vi Văn Tài", "Thanh tra"),
    )
    save_people(agency, made, people)
    return made


@pytest.fixture
def office(agency: Workspace, drive_id: str, runner: Runner) -> Office:
    """The agency's window, as its pages see it."""
    return Office(agency, runner)


@pytest.fixture
def commune_office(commune: Workspace, runner: Runner) -> Office:
    """A commune's window, as its pages see it."""
    return Office(commune, runner)
