"""Packages between a commune and its upper office, through real workbooks."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from app.actions import Action
from app.devices import published_key
from app.exchange import container
from app.exchange.merging import receive_packages
from app.exchange.packing import export_packages
from app.exchange.reading import read_payload
from app.exchange.tasks import decide_task, list_tasks
from app.journal.rebuilding import fingerprint
from app.problems import Refused, Trouble
from app.restoring import check_soundness
from app.workspace import Workspace, open_workspace
from models.household import Household
from models.vocabulary import TaskKind
from tests.app.exchange.flips import Hidden, survivors
from tests.app.exchange.quick import receive
from tests.make import make_approved, make_case, make_household


def send(sender: Workspace, folder: Path, to: str | None = None) -> Path:
    """One package of an office, in a folder."""
    (made,) = export_packages(sender, folder, [to] if to else ())
    return made.file


def content(workspace: Workspace) -> dict[str, str]:
    """What an office's tables hold."""
    with workspace.engine.connect() as connection:
        return fingerprint(connection)


def head_of(workspace: Workspace, household: str) -> str | None:
    """The head's name as an office shows it."""
    with workspace.read() as session:
        return session.scalar(select(Household.head_name).where(Household.id == household))


def rename(workspace: Workspace, household: str, name: str) -> None:
    """Save another name for the head."""
    with workspace.change(Action.SAVE_HOUSEHOLD) as change:
        found = change.session.get(Household, household)
        assert found is not None
        found.head_name = name


def test_what_a_commune_sends_stands_at_the_upper_office(commune: Workspace, upper: Workspace, tmp_path: Path) -> None:
    household = make_household(commune, "Lò Văn Pâng", citizen_id="011072001234")
    report = receive(upper, send(commune, tmp_path))
    assert (report.result, report.conflicts, report.gaps) == ("merged", 0, [])
    assert report.rows["new"] > 0
    assert head_of(upper, household) == "Lò Văn Pâng"
    assert check_soundness(upper).sound


def test_a_package_received_twice_changes_nothing(commune: Workspace, upper: Workspace, tmp_path: Path) -> None:
    make_case(commune)
    package = send(commune, tmp_path)
    receive(upper, package)
    before = content(upper)
    report = receive(upper, package)
    assert report.result == "already"
    assert (report.new, report.rows) == (0, {"new": 0, "changed": 0, "same": 0})
    assert content(upper) == before


def test_decisions_of_the_upper_office_come_back(commune: Workspace, upper: Workspace, tmp_path: Path) -> None:
    case = make_case(commune)
    receive(upper, send(commune, tmp_path / "up"))
    make_approved(upper, case, day="2025-03-01")
    report = receive(commune, send(upper, tmp_path / "down", "03151"))
    assert report.result == "merged"
    assert check_soundness(commune).sound
    assert report.conflicts == 0


def test_a_lost_package_heals_itself_with_the_next(commune: Workspace, upper: Workspace, tmp_path: Path) -> None:
    first = make_household(commune, "Lò Văn Một")
    send(commune, tmp_path / "lost")
    second = make_household(commune, "Lò Văn Hai")
    report = receive(upper, send(commune, tmp_path / "next"))
    assert report.gaps == []
    assert (head_of(upper, first), head_of(upper, second)) == ("Lò Văn Một", "Lò Văn Hai")


def test_what_was_shown_to_have_arrived_is_not_sent_again(commune: Workspace, upper: Workspace, tmp_path: Path) -> None:
    make_household(commune)
    receive(upper, send(commune, tmp_path / "1"))
    receive(commune, send(upper, tmp_path / "2", "03151"))
    (again,) = export_packages(commune, tmp_path / "3")
    assert again.operations == 0


def test_two_offices_that_edit_the_same_item_leave_a_proposal(
    commune: Workspace, upper: Workspace, tmp_path: Path
) -> None:
    household = make_household(commune, "Lò Văn Pâng")
    receive(upper, send(commune, tmp_path / "1"))
    rename(upper, household, "Lò Văn Pánh")
    assert head_of(upper, household) == "Lò Văn Pâng"
    report = receive(commune, send(upper, tmp_path / "2", "03151"))
    assert [(one["old"], one["new"]) for one in report.proposals] == [("Lò Văn Pâng", "Lò Văn Pánh")]
    (task,) = [one for one in list_tasks(commune) if one.kind is TaskKind.PROPOSAL]
    decide_task(commune, task.id, 2, "theo sổ hộ khẩu")
    receive(upper, send(commune, tmp_path / "3"))
    assert head_of(commune, household) == head_of(upper, household) == "Lò Văn Pánh"
    assert not [one for one in list_tasks(commune) if one.kind is TaskKind.PROPOSAL]


def test_two_laptops_of_a_commune_leave_a_conflict_that_one_decision_ends(
    commune: Workspace, commune_template: Path, tmp_path: Path
) -> None:
    other_folder = tmp_path / "Máy hai"
    household = make_household(commune, "Lò Văn Pâng")
    package = send(commune, tmp_path / "0", "03151")
    shutil.copytree(commune_template, other_folder)
    other = open_workspace(other_folder)
    try:
        receive(other, package)
        rename(commune, household, "Lò Văn Pánh")
        rename(other, household, "Lò Văn Pằng")
        report = receive(commune, send(other, tmp_path / "1", "03151"))
        assert report.conflicts == 1
        (task,) = [one for one in list_tasks(commune) if one.kind is TaskKind.CONFLICT]
        assert {one.value for one in task.values} == {"Lò Văn Pánh", "Lò Văn Pằng"}
        chosen = [one.value for one in task.values].index("Lò Văn Pánh") + 1
        decide_task(commune, task.id, chosen)
        receive(other, send(commune, tmp_path / "2", "03151"))
        assert head_of(commune, household) == head_of(other, household) == "Lò Văn Pánh"
        assert not [one for one in list_tasks(other) if one.kind is TaskKind.CONFLICT]
    finally:
        other.close()


def test_a_copied_folder_takes_a_new_identity_when_it_meets_itself(
    commune: Workspace, upper: Workspace, tmp_path: Path
) -> None:
    make_household(commune, "Lò Văn Một")
    commune.close()
    copy_folder = tmp_path / "Bản chép"
    shutil.copytree(commune.folder, copy_folder)
    make_household(commune, "Lò Văn Hai")
    receive(upper, send(commune, tmp_path / "1"))
    copy = open_workspace(copy_folder)
    try:
        device = copy.author.device
        receive(copy, send(upper, tmp_path / "2", "03151"))
        assert copy.author.device != device
        make_household(copy, "Lò Văn Ba")
        report = receive(upper, send(copy, tmp_path / "3"))
        assert report.forks == []
        assert check_soundness(upper).sound
    finally:
        copy.close()


def test_a_copied_folder_that_went_on_unnoticed_is_a_fork_and_both_branches_are_kept(
    commune: Workspace, upper: Workspace, tmp_path: Path
) -> None:
    published_key(commune)
    commune.close()
    copy_folder = tmp_path / "Bản chép"
    shutil.copytree(commune.folder, copy_folder)
    one = make_household(commune, "Lò Văn Một")
    copy = open_workspace(copy_folder)
    two = make_household(copy, "Lò Văn Hai")
    try:
        receive(upper, send(commune, tmp_path / "1"))
        report = receive(upper, send(copy, tmp_path / "2"))
    finally:
        copy.close()
    assert len(report.forks) == 1
    assert (head_of(upper, one), head_of(upper, two)) == ("Lò Văn Một", "Lò Văn Hai")
    assert any(task.kind is TaskKind.FORK for task in list_tasks(upper))
    assert check_soundness(upper).sound


def test_a_package_for_another_office_is_refused(commune: Workspace, upper: Workspace, tmp_path: Path) -> None:
    package = send(commune, tmp_path)
    before = content(commune)
    report = receive(commune, package)
    assert (report.result, report.code) == ("refused", "package_for_other")
    assert content(commune) == before


def test_a_list_is_no_package(commune: Workspace, tmp_path: Path) -> None:
    source = Path("resources/samples/danh-sach-ho.xlsx")
    report = receive(commune, source)
    assert (report.result, report.code) == ("refused", "not_a_package")
    assert "Danh sách Excel" in report.message


def test_a_truncated_package_is_refused(commune: Workspace, upper: Workspace, tmp_path: Path) -> None:
    package = send(commune, tmp_path)
    half = tmp_path / "half.xlsx"
    half.write_bytes(package.read_bytes()[: package.stat().st_size // 2])
    before = content(upper)
    assert receive(upper, half).result == "refused"
    assert content(upper) == before


def test_a_bit_flipped_anywhere_in_the_hidden_part_is_refused(commune: Workspace, tmp_path: Path) -> None:
    make_household(commune)
    assert survivors(send(commune, tmp_path), 100, 7, tmp_path) == [], "10,000 in tests/long/byte_flips.py"


def test_a_damaged_package_changes_nothing(commune: Workspace, upper: Workspace, tmp_path: Path) -> None:
    make_household(commune)
    package = Hidden(send(commune, tmp_path))
    before = content(upper)
    for place in package.places[:: len(package.places) // 3]:
        changed = package.sheet[:place] + bytes([package.sheet[place] ^ 1]) + package.sheet[place + 1 :]
        report = receive(upper, package.with_sheet(changed, tmp_path / "hỏng.xlsx"))
        assert report.result == "refused"
    assert content(upper) == before


def test_a_newer_container_is_kept_and_says_to_update(commune: Workspace, upper: Workspace, tmp_path: Path) -> None:
    package = send(commune, tmp_path)
    payload = read_payload(package)
    payload.manifest["min_reader"] = container.VERSION + 1
    workbook = load_workbook(package)
    del workbook[container.PAYLOAD_SHEET]
    page = workbook.create_sheet(container.PAYLOAD_SHEET)
    for row in payload.parts():
        page.append(row)
    newer = tmp_path / "newer.xlsx"
    workbook.save(newer)
    report = receive(upper, newer)
    assert (report.result, report.code) == ("refused", "package_newer")


def test_no_package_to_a_commune_holds_another_communes_stream(
    commune: Workspace, upper: Workspace, second_commune: Workspace, tmp_path: Path
) -> None:
    make_household(commune, "Lò Văn Một")
    make_household(second_commune, "Giàng A Hai")
    receive_packages(upper, [send(commune, tmp_path / "1"), send(second_commune, tmp_path / "2")])
    for code in ("03151", "03127"):
        payload = read_payload(send(upper, tmp_path / code, code))
        streams = {stream for chains in payload.manifest["vector"].values() for stream in chains}
        assert streams == {code, "11/down"}
        assert all(f'"stream":"{code}"' in line or '"stream":"11/down"' in line for line in payload.operations)
        other = "Giàng A Hai" if code == "03151" else "Lò Văn Một"
        shown = load_workbook(tmp_path / code / next((tmp_path / code).iterdir()).name)
        text = {cell for sheet in shown.worksheets for row in sheet.iter_rows(values_only=True) for cell in row}
        assert other not in text


def test_the_visible_sheets_show_what_the_records_hold(commune: Workspace, tmp_path: Path) -> None:
    household = make_household(commune, "=HYPERLINK(1)", citizen_id="001072000012", birth="1972-05-01")
    workbook = load_workbook(send(commune, tmp_path))
    assert workbook.sheetnames[0] == "Thông tin gói"
    assert workbook[container.PAYLOAD_SHEET].sheet_state == "veryHidden"
    page = workbook["Hộ gia đình"]
    machine = [cell.value for cell in page[1]]
    row = dict(zip(machine, page[3], strict=True))
    assert row["household"].value == household
    assert (row["household.head_name"].value, row["household.head_name"].data_type) == ("=HYPERLINK(1)", "s")
    assert row["household.citizen_id"].value == "001072000012"
    assert row["household.birth"].number_format == "dd/mm/yyyy"
    assert page.row_dimensions[1].hidden
    assert page.column_dimensions["A"].hidden


def test_an_office_without_a_superior_is_told_so(upper: Workspace, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="no_superior"):
        export_packages(upper, tmp_path)


def test_a_folder_that_cannot_be_written_leaves_nothing_behind(commune: Workspace, tmp_path: Path) -> None:
    target = tmp_path / "a file, no folder"
    target.write_text("x")
    with pytest.raises(Trouble):
        export_packages(commune, target)
