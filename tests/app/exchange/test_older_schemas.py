"""What programs of older exchange schemas wrote is read as it is said now, kept and forwarded as it was written."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from app.actions import Action
from app.exchange.erasing import erase_household
from app.exchange.packing import export_packages
from app.households.operations import delete_household
from app.journal.operation import SCHEMA
from app.journal.recording import Target
from app.journal.store import OPERATIONS
from app.journal.upcasting import UPCASTERS, Upcaster
from app.restoring import check_soundness
from app.workspace import Workspace
from tests.app.exchange.quick import receive
from tests.app.exchange.test_newer_items import bodies
from tests.app.exchange.test_packages import head_of, send
from tests.make import make_household

OLD = "LÒ VĂN PÂNG"


def write_as_older(workspace: Workspace, household: str) -> None:
    """A head's name as the first schema would call it, in capitals, and a record under an older name."""
    commune = workspace.author.office
    with workspace.change(Action.SAVE_HOUSEHOLD) as change:
        recorder = change.recorder
        [create] = recorder.store.connection.scalars(
            select(OPERATIONS.c.id).where(OPERATIONS.c.row_id == household, OPERATIONS.c.kind == "create")
        )
        seen = {create: ["householder"]}
        recorder.write(Target(commune, "household", household), "edit", {"householder": OLD}, supersedes=seen)


def test_every_older_schema_has_its_upcaster() -> None:
    assert set(UPCASTERS) == set(range(1, SCHEMA))


@pytest.mark.usefixtures("read_kept_here")
def test_operations_of_an_older_schema_are_lifted_step_by_step_and_forwarded_as_written(
    commune: Workspace,
    upper: Workspace,
    second_laptop: Workspace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    household = make_household(commune, "Lò Văn Pằng", phone="0912666777")
    write_as_older(commune, household)
    receive(upper, send(second_laptop, tmp_path / "máy hai"))  # until it has sent, nobody knows of it
    first = Upcaster(fields={("household", "householder"): "owner_name"})
    second = Upcaster(
        fields={("household", "owner_name"): "head_name"},
        values={("household", "owner_name"): lambda name: str(name).title()},
    )
    monkeypatch.setitem(UPCASTERS, 1, first)
    monkeypatch.setitem(UPCASTERS, 2, second)
    report = receive(upper, send(commune, tmp_path / "lên"))
    assert (report.result, report.conflicts, report.newer_items, report.proposals) == ("merged", 0, 0, [])
    assert head_of(upper, household) == "Lò Văn Pâng"
    (made,) = export_packages(upper, tmp_path / "xuống", ["03151"])
    again = receive(second_laptop, made.file)
    assert (again.proposals, again.reported) == ([], []), "its cells say what its operations say"
    assert head_of(second_laptop, household) == "Lò Văn Pâng"
    assert bodies(commune) <= bodies(second_laptop), "byte for byte"
    delete_household(second_laptop, household, "nhập hai lần")
    erase_household(second_laptop, household, "hộ yêu cầu xóa")
    receive(upper, send(second_laptop, tmp_path / "đã xóa"))
    for one in (upper, second_laptop):
        assert not any(OLD in body or "0912666777" in body for body in bodies(one)), "also under its old name"
        assert check_soundness(one).sound
