"""What is said of duplicate households travels: the commune's word counts above, the upper office's is a proposal."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from app.actions import Action
from app.duplicates.drafts import JoinDraft
from app.duplicates.finding import find_pairs
from app.duplicates.operations import join_households, part_households, tell_apart
from app.duplicates.queries import Kind, Outcome, compare_pair, decided_pairs, waiting_pairs
from app.duplicates.storing import find_and_keep
from app.exchange.merging import receive_packages
from app.exchange.packing import export_packages
from app.exchange.task import Task
from app.exchange.tasks import decide_task, list_decisions
from app.households.queries import first_page
from app.lists.operations import ImportOptions, import_list
from app.problems import Refused
from app.workspace import Workspace
from models.base import new_id
from models.household import Household
from models.vocabulary import TaskKind
from tests.app.duplicates.homes import write
from tests.app.lists.sheets import write_list

SAME = ({"head_name": "Cà Thị Hoà", "birth": "1980"}, {"head_name": "Cà Thị Hòa", "birth": "1980"})


def send(sender: Workspace, receiver: Workspace, folder: Path) -> None:
    made = export_packages(sender, folder, [receiver.author.office])
    receive_packages(receiver, [one.file for one in made])


def count(workspace: Workspace) -> int:
    with workspace.read() as session:
        return len(first_page(session))


def test_the_communes_word_counts_above_and_is_taken_back_there_too(
    commune: Workspace, upper: Workspace, tmp_path: Path
) -> None:
    one, other = write(commune, *SAME)
    join_households(commune, JoinDraft(one, other))
    send(commune, upper, tmp_path / "1")
    assert count(upper) == 1
    part_households(commune, one)
    tell_apart(commune, [(one, other)])
    send(commune, upper, tmp_path / "2")
    assert count(upper) == 2
    with upper.read() as session:
        assert find_pairs(session) == [], "told apart below"


def test_households_of_two_communes_are_proposed_above_and_never_joined(upper: Workspace) -> None:
    rows = [{"id": new_id(), "commune_code": code, **SAME[0], "birth": "1980-03-05"} for code in ("03151", "03160")]
    with upper.change(Action.IMPORT_LIST) as change:
        change.recorder.record_many([(Household, row) for row in rows])
    assert find_and_keep(upper) == 1
    with upper.read() as session:
        (row,) = waiting_pairs(session)
        assert row.is_of(Kind.TWO_COMMUNES)
        assert not row.is_of(Kind.SAME_COMMUNE)
        assert row.left.place != row.right.place
        assert not compare_pair(session, row.left.id, row.right.id).may_join
    with pytest.raises(Refused, match="households_of_two_communes"):
        join_households(upper, JoinDraft(row.left.id, row.right.id))
    tell_apart(upper, [(row.right.id, row.left.id)])
    with upper.read() as session:
        assert waiting_pairs(session) == []
        assert [each.outcome for each in decided_pairs(session)] == [Outcome.APART]


def test_the_upper_offices_word_is_a_proposal_that_the_commune_takes(
    commune: Workspace, upper: Workspace, tmp_path: Path
) -> None:
    one, other = write(commune, *SAME)
    send(commune, upper, tmp_path / "1")
    join_households(upper, JoinDraft(one, other, {"phone": other}))
    assert count(upper) == 2
    send(upper, commune, tmp_path / "2")
    assert count(commune) == 2
    (task,) = [each for each in list_decisions(commune) if each.kind is TaskKind.PROPOSAL]
    assert task.field == "alias_of"
    decide_task(commune, task.id, 2)
    assert count(commune) == 1
    send(commune, upper, tmp_path / "3")
    assert count(upper) == 1


def test_what_is_kept_for_a_commune_is_joined_at_once_and_comes_to_it_joined(
    upper: Workspace, commune: Workspace, tmp_path: Path
) -> None:
    rows: list[list[object]] = [
        ["Họ và tên chủ hộ", "Năm sinh", "Thôn"],
        ["Cà Thị Hoà", 1980, "Bản Hua Nạng"],
        ["Cà Thị Hoa", 1981, "Bản Bắc"],
    ]
    path = write_list(tmp_path / "a.xlsx", rows)
    one, other = sorted(import_list(upper, path, ImportOptions(commune="03151"))[1].ids)
    with upper.read() as session:
        assert compare_pair(session, one, other).ours
    join_households(upper, JoinDraft(one, other, {"birth": other}))
    assert count(upper) == 1, "nobody else is asked"
    assert [each.kind for each in list_decisions(upper) if each.kind is TaskKind.PROPOSAL] == []
    part_households(upper, one)
    assert count(upper) == 2
    join_households(upper, JoinDraft(one, other))
    send(upper, commune, tmp_path / "1")
    assert count(commune) == 1
    part_households(commune, one)
    send(commune, upper, tmp_path / "2")
    assert count(upper) == 2, "the commune has joined: its word counts"
    with upper.read() as session:
        assert not compare_pair(session, one, other).ours


def test_two_communes_make_a_task_above_that_is_answered_once(
    commune: Workspace, second_commune: Workspace, upper: Workspace, tmp_path: Path
) -> None:
    day = {"birth": "1980-03-05"}
    write(commune, {**SAME[0], **day})
    here = {"id": new_id(), "commune_code": second_commune.author.office, **SAME[1], **day}
    with second_commune.change(Action.IMPORT_LIST) as change:
        change.recorder.record_many([(Household, here)])
    for sender in (commune, second_commune):
        send(sender, upper, tmp_path / sender.author.office)
    (task,) = asked_about_pairs(upper)
    assert "khác xã" in task.text
    decide_task(upper, task.id, 1)
    assert asked_about_pairs(upper) == []
    with commune.change(Action.SAVE_HOUSEHOLD) as change:
        change.session.scalars(select(Household)).one().phone = "0912345678"
    send(commune, upper, tmp_path / "again")
    assert asked_about_pairs(upper) == [], "also when the household changed and came again"
    for receiver in (commune, second_commune):
        send(upper, receiver, tmp_path / f"down-{receiver.author.office}")
        assert asked_about_pairs(receiver) == []


def asked_about_pairs(workspace: Workspace) -> list[Task]:
    """The decisions that ask whether two households are one."""
    find_and_keep(workspace)
    return [one for one in list_decisions(workspace) if one.kind is TaskKind.DUPLICATE]
