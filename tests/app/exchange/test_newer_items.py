"""What a newer program of the same office wrote passes through this one: kept, said, forwarded, none of it changed."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select

from app.actions import Action
from app.exchange.packing import export_packages
from app.exchange.receipts import report_lines
from app.journal.recording import Target
from app.journal.store import OPERATIONS
from app.restoring import check_soundness
from app.workspace import Workspace
from models.base import new_id
from tests.app.exchange.quick import receive
from tests.app.exchange.test_packages import send
from tests.conftest import COMMUNE
from tests.make import make_household
from tests.offices import set_up


def write_as_newer(workspace: Workspace, household: str) -> None:
    """A record, a field and a kind that this version does not know."""
    commune = workspace.author.office
    with workspace.change(Action.SAVE_HOUSEHOLD) as change:
        recorder = change.recorder
        recorder.write(Target(commune, "tree", new_id(), household), "create", {"height": "3.5"})
        recorder.write(Target(commune, "household", household), "edit", {"colour": "xanh"})
        recorder.write(Target(commune, "household", household), "colouring", {"head_name": "Khác"})


def bodies(workspace: Workspace) -> set[str]:
    with workspace.engine.connect() as connection:
        return set(connection.scalars(select(OPERATIONS.c.body).where(OPERATIONS.c.stream == "03151")))


def test_items_of_a_newer_version_are_kept_said_and_forwarded(
    commune: Workspace, upper: Workspace, tmp_path: Path
) -> None:
    household = make_household(commune)
    write_as_newer(commune, household)
    report = receive(upper, send(commune, tmp_path / "lên"))
    assert report.newer_items == report.as_json()["newer"] == 3
    assert any(line.startswith("Có 3 mục tin của phiên bản mới hơn") for line in report_lines(report, 0))
    second = set_up(tmp_path / "Máy hai", COMMUNE)
    receive(upper, send(second, tmp_path / "máy hai"))  # until it has sent, nobody knows of it
    (made,) = export_packages(upper, tmp_path / "xuống", ["03151"])
    assert receive(second, made.file).newer_items == 3
    assert bodies(commune) <= bodies(second), "byte for byte"
    for one in (upper, second):
        assert check_soundness(one).sound
    second.close()
