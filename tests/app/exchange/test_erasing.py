"""The personal data of a household that must go is emptied here and wherever the erase travels."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from app import backup
from app.actions import Action
from app.exchange.erased_tasks import FILES_TASK
from app.exchange.erasing import erase_household, packages_in_question
from app.exchange.packing import export_packages
from app.exchange.task import Task
from app.exchange.tasks import decide_task, list_decisions
from app.households.operations import delete_household
from app.journal.answers import decide_fate
from app.journal.store import OPERATIONS
from app.problems import Refused
from app.restoring import check_soundness
from app.workspace import Workspace
from models.exchange import PackageNote
from models.household import Household, Member
from tests.app.exchange.pictures import jpeg, send_with_photos, take_photos
from tests.app.exchange.quick import receive
from tests.app.exchange.test_packages import head_of, rename, send
from tests.conftest import COMMUNE
from tests.make import make_approved, make_case, make_household
from tests.offices import set_up

NAME, PHONE = "Giàng A Phử", "0912666777"


def told(workspace: Workspace) -> str:
    """All that the journal keeps, as text."""
    with workspace.engine.connect() as connection:
        return " ".join(connection.scalars(select(OPERATIONS.c.body)))


def files_with(workspace: Workspace) -> list[str]:
    """The packages kept beside the records."""
    return sorted(one.name for name in ("inbox", "outbox") for one in (workspace.folder / name).glob("*.xlsx"))


@pytest.fixture
def home(commune: Workspace) -> str:
    """A household off the list, with a member."""
    note = f"Nhà {NAME} ở đầu bản. " * 300  # long enough for pages of its own, which the erase frees
    household = make_household(commune, NAME, phone=PHONE, citizen_id="011072001234", note=note)
    with commune.change(Action.SAVE_HOUSEHOLD) as change:
        change.session.add(Member(household_id=household, name="Giàng Thị Dợ"))
    delete_household(commune, household, "nhập hai lần")
    return household


def test_values_go_from_records_file_and_packages_and_the_chain_stays_whole(
    commune: Workspace, upper: Workspace, home: str, tmp_path: Path
) -> None:
    late = send(commune, tmp_path / "gói cũ")
    receive(upper, late)
    assert files_with(commune)
    assert files_with(upper)
    _, erased = erase_household(commune, home, "hộ yêu cầu xóa")
    assert erased.values >= 6
    assert len(erased.packages) == 1
    assert erased.backups, "named to the officer"
    assert files_with(commune) == []
    report = receive(upper, send(commune, tmp_path / "lên"))
    assert report.result == "merged"
    again = receive(upper, late)
    assert again.result == "already"
    for one in (commune, upper):
        text = told(one)
        assert not any(value in text for value in (NAME, PHONE, "011072001234", "Giàng Thị Dợ"))
        assert "hộ yêu cầu xóa" in text
        assert head_of(one, home) is None
        with one.read() as session:
            assert session.get_one(Household, home).row_out, "it stays off the list"
        assert check_soundness(one).sound
    assert not any(late.stem in name for name in files_with(upper)), "also one that comes again"
    for one in (commune, upper):
        one.close()
        kept = one.database.read_bytes()
        assert not any(value.encode() in kept for value in (NAME, PHONE, "Giàng Thị Dợ")), "nor in pages that are free"


@pytest.mark.usefixtures("read_kept_here")
def test_a_laptop_that_hears_of_the_erase_first_takes_the_late_values_empty(
    commune: Workspace, upper: Workspace, home: str, tmp_path: Path
) -> None:
    late = send(commune, tmp_path / "gói cũ")
    second = set_up(tmp_path / "Máy hai", COMMUNE)
    receive(second, export_packages(commune, tmp_path / "máy hai", ["03151"])[0].file)
    erase_household(second, home, "hộ yêu cầu xóa")
    receive(upper, send(second, tmp_path / "từ máy hai"))
    receive(upper, late)
    assert NAME not in told(upper)
    assert check_soundness(upper).sound
    with commune.change(Action.SAVE_HOUSEHOLD) as change:
        change.session.get_one(Household, home).note = "Người nhà ở Tủa Chùa"
    receive(upper, send(commune, tmp_path / "ghi sau"))
    assert "Tủa Chùa" in told(upper), "what the erase did not name stays"
    receive(commune, export_packages(upper, tmp_path / "về", ["03151"])[0].file)
    assert NAME not in told(commune)
    with commune.change(Action.RESOLVE) as change:
        decide_fate(change.recorder, home, gone=True)
    [task] = [one for one in list_decisions(commune) if one.id.startswith("erased:")]
    assert "1 mục" in task.text
    _, again = erase_household(commune, home, "hộ yêu cầu xóa")
    assert again.values >= 1
    assert "Tủa Chùa" not in told(commune)
    assert not [one for one in list_decisions(commune) if one.id.startswith("erased:")]
    second.close()


@pytest.mark.usefixtures("read_kept_here")
def test_what_another_office_wrote_is_told_and_that_office_empties_it(
    commune: Workspace, upper: Workspace, tmp_path: Path
) -> None:
    case = make_case(commune, NAME)
    with commune.read() as session:
        [home] = session.scalars(select(Household.id))
    receive(upper, send(commune, tmp_path / "1"))
    make_approved(upper, case)
    receive(commune, send(upper, tmp_path / "2", "03151"))
    with pytest.raises(Refused, match="erase_not_out"):
        erase_household(commune, home, "hộ yêu cầu xóa")
    with commune.change(Action.SAVE_HOUSEHOLD) as change:
        change.session.get_one(Household, home).deleted = True
    with pytest.raises(Refused, match="erase_not_out"):
        erase_household(upper, home, "hộ yêu cầu xóa")
    _, erased = erase_household(commune, home, "hộ yêu cầu xóa")
    assert erased.left > 0
    assert erased.left_with == ("Sở Xây dựng tỉnh Điện Biên",)
    receive(upper, send(commune, tmp_path / "3"))
    assert NAME in told(upper)
    erase_household(upper, home, "xã yêu cầu")
    assert NAME not in told(upper)
    receive(commune, send(upper, tmp_path / "4", "03151"))
    assert NAME not in told(commune)
    with pytest.raises(Refused, match="erase_nothing"):
        erase_household(commune, home, "hộ yêu cầu xóa")


def test_a_reason_is_needed(commune: Workspace, home: str) -> None:
    with pytest.raises(Refused, match="reason_missing"):
        erase_household(commune, home, "  ")


@pytest.mark.usefixtures("read_kept_here")
def test_pictures_and_quotes_go_wherever_the_erase_comes_and_the_files_left_are_a_task(
    commune: Workspace, second_commune: Workspace, upper: Workspace, tmp_path: Path
) -> None:
    receive(upper, send(second_commune, tmp_path / "xã khác"))
    [other] = files_with(upper)
    household = make_household(commune, NAME)
    [own, both] = take_photos(commune, household, jpeg(1), jpeg(2))
    take_photos(commune, make_household(commune, "Lò Văn Hai"), jpeg(2))
    made = send_with_photos(commune, tmp_path / "lên")
    for file in (made.file, *made.photos):
        receive(upper, file)
    [locked] = export_packages(commune, tmp_path / "khóa", password=PHONE, photos=False)
    receive(upper, locked.file, PHONE)
    rename(upper, household, PHONE)
    receive(commune, send(upper, tmp_path / "xuống", "03151"))
    assert NAME in quoted(commune)
    assert PHONE in quoted(commune)
    backup.write_now(upper.engine, upper.folder)
    assert files_task(upper) is None
    delete_household(commune, household, "nhập hai lần")
    erase_household(commune, household, "hộ yêu cầu xóa")
    receive(upper, send(commune, tmp_path / "xóa"))
    receive(upper, made.photos[0])
    for one in (commune, upper):
        assert pictures(one) == {both}, "another household has the second one too"
    assert not any(word in quoted(commune) for word in (NAME, PHONE))
    assert other in files_with(upper)
    assert other not in [one.name for one in packages_in_question(upper)], "of a commune that saw nothing of it"
    task = files_task(upper)
    assert task is not None
    text = "\n".join(task.lines)
    assert locked.file.stem in text
    assert backup.backups_in(upper.folder / backup.FOLDER)[0].name in text
    decide_task(upper, FILES_TASK, 1)
    assert files_task(upper) is None
    assert own not in pictures(upper)


def pictures(workspace: Workspace) -> set[str]:
    """The contents of all pictures that lie in a data folder."""
    return {one.stem for one in workspace.folder.rglob("*.jpg") if backup.FOLDER not in one.parts}


def quoted(workspace: Workspace) -> str:
    """What the notes of packages say."""
    with workspace.read() as session:
        return " ".join(session.scalars(select(PackageNote.report)))


def files_task(workspace: Workspace) -> Task | None:
    """The task that names the files which hold erased data still."""
    return next((one for one in list_decisions(workspace) if one.id == FILES_TASK), None)
