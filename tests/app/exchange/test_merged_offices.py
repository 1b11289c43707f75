"""Communes that merge and an upper office that is no more: the successor holds the history, through real packages."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from app.actions import Action
from app.areas.drafts import VillageDraft
from app.areas.operations import save_villages
from app.areas.queries import find_village, find_villages, villages
from app.exchange.packing import export_packages
from app.exchange.reading import read_payload
from app.exchange.tasks import decide_task, list_decisions
from app.households.drafts import HouseholdDraft
from app.households.queries import known_villages
from app.lists.what_is_here import identities
from app.office.drafts import OfficeDraft
from app.office.taking_over import take_over
from app.problems import Refused
from app.restoring import check_soundness
from app.review.queries import own_villages
from app.support.moving import MoveDraft, move_household
from app.support.queries import case_states
from app.workspace import Workspace
from models.household import Household, Member
from models.vocabulary import Level, Status, TaskKind
from tests.app.exchange.quick import receive
from tests.app.exchange.test_packages import head_of, rename, send
from tests.conftest import COMMUNE
from tests.make import make_approved, make_case, make_household
from tests.offices import set_up

A, B, P, D = "03151", "03127", "11", "11.094"
DISTRICT = OfficeDraft(Level.UPPER, D, "Ủy ban Mặt trận khu vực", "Điện Biên", superior_code=P, person="Vì Thị Lan")


def carry(sender: Workspace, receiver: Workspace, folder: Path) -> None:
    """One package from one office to another."""
    report = receive(receiver, send(sender, folder, receiver.author.office))
    assert report.result in ("merged", "already"), report.message
    assert (report.gaps, report.forks) == ([], [])


@pytest.fixture
def district(tmp_path: Path) -> Iterator[Workspace]:
    """An upper office between the province and the communes."""
    workspace = set_up(tmp_path / "Dữ liệu huyện", DISTRICT)
    yield workspace
    workspace.close()


def test_a_commune_goes_on_with_the_households_of_the_one_that_joined_it(
    commune: Workspace, second_commune: Workspace, upper: Workspace, tmp_path: Path
) -> None:
    case = make_case(second_commune, "Giàng A Hai")
    make_approved(second_commune, case)
    make_household(commune, "Lò Văn Một")
    for number, one in enumerate((commune, second_commune)):
        carry(one, upper, tmp_path / f"lên {number}")
    assert take_over(upper, B, A)[1].waits
    first = read_payload(send(upper, tmp_path / "xem", A))
    assert not any(one.stream == B for one in first.read), "I16: not before the commune has agreed"
    carry(upper, commune, tmp_path / "xuống")
    [task] = [one for one in list_decisions(commune) if one.kind is TaskKind.PROPOSAL]
    decide_task(commune, task.id, 2)
    carry(commune, upper, tmp_path / "đồng ý")
    carry(upper, commune, tmp_path / "số liệu")
    with commune.read() as session:
        [household] = session.scalars(select(Household.id).where(Household.head_name == "Giàng A Hai"))
        assert case_states(session)[case].approved_amount == 60_000_000
    check_villages_of_both(commune)
    rename(commune, household, "Giàng A Hải")
    carry(commune, upper, tmp_path / "sửa")
    for one in (commune, upper):
        assert head_of(one, household) == "Giàng A Hải", "the successor owns it"
        assert check_soundness(one).sound


def check_villages_of_both(commune: Workspace) -> None:
    """Wherever a village is chosen, those of both old communes are offered, each once and told apart."""
    with commune.read() as session:
        names = [one.shown for one in villages(session, A)]
        assert names == [
            f"{name} ({of})"
            for name in ("Bản Chi Luông", "Bản Hua Nạng", "Tổ dân phố 5")
            for of in ("Phường Mường Lay", "Phường Điện Biên Phủ")
        ], "the office's own first"
        every = {one.id for one in villages(session, A)}
        assert {one.id for one in villages(session, B)} == every, "also for a household that stands in the old commune"
        assert {one.id for one in own_villages(session)} == every
        known = known_villages(session, HouseholdDraft())
        assert known == every
        assert len(find_villages(session, "ban chi luong", A)) == 2
        [[first, *_], other] = find_villages(session, "ban chi luong", B), find_village(session, A, "Bản Chi Luông")
        assert first != other, "a name alone means the one of the commune that is asked for"
        assert len(list(identities(session, A))) == 2, "a list meets the households of both"
        drafts = [VillageDraft(one.name, "Lò Văn Trưởng", None, one.id, one.version) for one in villages(session, A)]
    save_villages(commune, drafts)
    with pytest.raises(Refused, match="village_twice"):
        save_villages(commune, [VillageDraft("bản chi luông")])


def test_an_upper_office_that_is_no_more_leaves_its_streams_to_the_one_above(
    upper: Workspace, district: Workspace, tmp_path: Path
) -> None:
    draft = dataclasses.replace(COMMUNE, superior_code=D, superior_name=DISTRICT.name)
    commune = set_up(tmp_path / "Dữ liệu xã", draft)
    case = make_case(commune, "Lò Văn Một")
    carry(commune, district, tmp_path / "1")
    make_approved(district, case)
    carry(district, upper, tmp_path / "2")
    assert not take_over(upper, D)[1].waits
    carry(upper, district, tmp_path / "3")
    carry(district, commune, tmp_path / "4")
    make_household(commune, "Quàng Thị Ín")
    [sent] = export_packages(commune, tmp_path / "5")
    assert sent.to == P, "its superior is now the one above"
    assert receive(upper, sent.file).result == "merged"
    with upper.read() as session:
        assert session.scalar(select(func.count()).select_from(Household)) == 2
        assert case_states(session)[case].approved_amount == 60_000_000
    [back] = export_packages(upper, tmp_path / "6")
    assert back.to == A, "and the district gets none any more"
    assert receive(commune, back.file).result == "merged"
    for one in (commune, upper):
        assert check_soundness(one).sound
    commune.close()


def test_only_an_office_above_both_says_who_takes_over(
    commune: Workspace, second_commune: Workspace, upper: Workspace, tmp_path: Path
) -> None:
    carry(commune, upper, tmp_path / "1")
    for workspace, office, successor, code in (
        (commune, B, None, "take_over_from_above"),
        (upper, B, A, "take_over_unknown"),
        (upper, A, A, "take_over_itself"),
        (upper, A, None, "take_over_levels"),
    ):
        with pytest.raises(Refused, match=code):
            take_over(workspace, office, successor)


def test_a_household_that_moves_is_closed_here_and_begun_there_by_the_office_above(
    commune: Workspace, second_commune: Workspace, upper: Workspace, tmp_path: Path
) -> None:
    case = make_case(commune, "Lò Văn Một")
    make_approved(commune, case)
    with commune.change(Action.SAVE_HOUSEHOLD) as change:
        [old] = change.session.scalars(select(Household.id))
        change.session.add(Member(household_id=old, name="Lò Thị Bé"))
    for number, one in enumerate((commune, second_commune)):
        carry(one, upper, tmp_path / f"lên {number}")
    _, made, warnings = move_household(upper, MoveDraft(old, B, "2025-08-01", "theo con sang xã khác", "12/TB-SXD"))
    assert warnings == []
    for number, one in enumerate((commune, second_commune)):
        carry(upper, one, tmp_path / f"xuống {number}")
    with commune.read() as session:
        assert case_states(session)[case].status is Status.TRANSFERRED
        assert case_states(session)[case].approved_amount == 60_000_000, "what was decided stays"
        assert session.get(Household, made) is None, "I16"
    with second_commune.read() as session:
        home = session.get_one(Household, made)
        assert (home.head_name, home.commune_code, home.moved_from) == ("Lò Văn Một", B, old)
        assert session.scalars(select(Member.name).where(Member.household_id == made)).all() == ["Lò Thị Bé"]
    rename(second_commune, made, "Lò Văn Môt")
    carry(second_commune, upper, tmp_path / "sửa")
    assert head_of(upper, made) == "Lò Văn Môt", "it is the new commune's"
    for one in (commune, second_commune, upper):
        assert check_soundness(one).sound


def test_a_household_without_a_case_moves_and_the_old_commune_takes_it_off(
    commune: Workspace, second_commune: Workspace, upper: Workspace, tmp_path: Path
) -> None:
    old = make_household(commune, "Lò Văn Một")
    for number, one in enumerate((commune, second_commune)):
        carry(one, upper, tmp_path / f"lên {number}")
    for workspace, to, code in ((upper, "03160", "move_unknown"), (upper, A, "move_same"), (commune, B, "from_above")):
        with pytest.raises(Refused, match=code):
            move_household(workspace, MoveDraft(old, to, "2025-08-01", "chuyển nhà"))
    move_household(upper, MoveDraft(old, B, "2025-08-01", "chuyển nhà"))
    carry(upper, commune, tmp_path / "xuống")
    [task] = [one for one in list_decisions(commune) if one.kind is TaskKind.PROPOSAL]
    decide_task(commune, task.id, 2)
    with commune.read() as session:
        assert session.get_one(Household, old).row_out
