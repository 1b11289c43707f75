"""A commune without the program: the office above keeps its list, and the commune owns it once it has joined."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from app.exchange.merging import receive_packages
from app.exchange.packing import export_packages
from app.households.operations import set_fields
from app.journal.store import OPERATIONS
from app.lists.operations import ImportOptions, import_list
from app.problems import Refused
from app.support.queries import cases_of_households
from app.undo import undo_newest
from app.workspace import Workspace
from models.household import Household
from models.office import Office
from models.vocabulary import Status
from tests.app.lists.sheets import write_list
from tests.app.lists.test_opening import DONE, HEADINGS, houses

FOR_COMMUNE = ImportOptions(commune="03151")


def kept(upper: Workspace, folder: Path) -> tuple[str, ...]:
    """A list of the commune as its office above keeps it; returns the ids of its households."""
    return import_list(upper, write_list(folder / "a.xlsx", [HEADINGS, DONE]), FOR_COMMUNE)[1].ids


def test_what_is_kept_for_a_commune_lives_in_its_stream(upper: Workspace, tmp_path: Path) -> None:
    kept(upper, tmp_path)
    with upper.read() as session:
        streams = select(OPERATIONS.c.stream).where(OPERATIONS.c.action == "IMPORT_LIST").distinct()
        assert set(session.scalars(streams)) == {"03151"}
        office = session.scalars(select(Office).where(Office.code == "03151")).one()
        assert (office.name, office.superior_code) == ("Ủy ban nhân dân phường Mường Lay", upper.author.office)
    assert houses(upper)["Lò Văn Pâng"][1].status is Status.HANDED_OVER


def test_the_commune_that_joins_owns_what_was_kept_for_it(upper: Workspace, commune: Workspace, tmp_path: Path) -> None:
    [household] = kept(upper, tmp_path)
    [package] = export_packages(upper, tmp_path / "USB", ["03151"])
    [report] = receive_packages(commune, [package.file])
    assert report.result == "merged"
    assert houses(commune)["Lò Văn Pâng"][1].paid_amount == 60_000_000
    set_fields(commune, household, {"phone": "0912345678"})
    [back] = export_packages(commune, tmp_path / "USB")
    receive_packages(upper, [back.file])
    set_fields(upper, household, {"phone": "0987654321"})
    with upper.read() as session:
        assert session.get_one(Household, household).phone == "0912345678"  # the office above only proposes now


def test_a_commune_that_has_joined_enters_its_lists_itself(
    upper: Workspace, commune: Workspace, tmp_path: Path
) -> None:
    [package] = export_packages(commune, tmp_path / "USB")
    receive_packages(upper, [package.file])
    with pytest.raises(Refused) as refused:
        kept(upper, tmp_path)
    assert [one.code for one in refused.value.problems] == ["commune_has_program"]


@pytest.mark.parametrize("code", ["99999", "11"])
def test_a_list_is_kept_only_for_a_commune_of_the_map(upper: Workspace, tmp_path: Path, code: str) -> None:
    with pytest.raises(Refused) as refused:
        import_list(upper, write_list(tmp_path / "a.xlsx", [HEADINGS, DONE]), ImportOptions(commune=code))
    assert [one.code for one in refused.value.problems] == ["commune_not_below"]


def test_what_was_kept_is_taken_back_in_one_step_and_may_come_again(upper: Workspace, tmp_path: Path) -> None:
    kept(upper, tmp_path)
    undo_newest(upper)
    with upper.read() as session:
        assert cases_of_households(session) == {}
    kept(upper, tmp_path)
    assert houses(upper)["Lò Văn Pâng"][1].status is Status.HANDED_OVER
