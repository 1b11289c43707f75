"""Pairs found among all households of an office, on real files."""

from __future__ import annotations

import pytest
from sqlalchemy import inspect

from app.duplicates.finding import find_pairs, pairs_of
from app.problems import Cancelled
from app.progress import Progress
from app.workspace import Workspace
from models.base import new_id
from tests.app.duplicates.homes import write


def found(workspace: Workspace) -> list[tuple[str, str]]:
    """The pairs, as ids."""
    with workspace.read() as session:
        return [(one.left_id, one.right_id) for one in find_pairs(session)]


def test_pairs_are_found_by_name_by_number_and_by_spouse(commune: Workspace) -> None:
    ids = write(
        commune,
        {"head_name": "Lò Văn Pâng", "birth": "1962"},
        {"head_name": "Pâng Lo Van", "birth": "1962", "village_id": None},
        {"head_name": "Cà Thị Mai", "birth": "1970", "citizen_id": "011170001234"},
        {"head_name": "Cà Mai", "citizen_id": "11170001234", "village_id": None},
        {"head_name": "Giàng A Páo", "people": [{"name": "Sùng Thị Mẩy", "relation": "Vợ", "birth": "1980"}]},
        {"head_name": "SÙNG THỊ MẨY", "birth": "1980"},
        {"head_name": "Lò Văn Pâng", "birth": "1990"},
    )
    assert sorted(found(commune)) == [(ids[0], ids[1]), (ids[2], ids[3]), (ids[4], ids[5])][1:]


def test_one_household_is_compared_with_all_others(commune: Workspace) -> None:
    one, other, _ = write(
        commune,
        {"head_name": "Lò Văn Pâng", "birth": "1962"},
        {"head_name": "LO VAN PANG", "birth": "1962"},
        {"head_name": "Lò Văn Xôm", "birth": "1962"},
    )
    with commune.read() as session:
        assert [(each.left_id, each.right_id) for each in pairs_of(session, other)] == [(one, other)]
        assert pairs_of(session, new_id()) == []


def test_a_search_that_is_stopped_leaves_nothing_behind(commune: Workspace) -> None:
    write(commune, {"head_name": "Lò Văn Pâng"}, {"head_name": "Lò Văn Pâng"})
    progress = Progress()
    progress.cancel()
    with commune.read() as session:
        with pytest.raises(Cancelled):
            find_pairs(session, progress)
        assert inspect(session.connection()).get_temp_table_names() == []
