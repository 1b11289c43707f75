"""A household that has left another names it, and both dossiers say so (domain 6.3, X6)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.exchange.merging import receive_packages
from app.exchange.packing import export_packages
from app.households.drafts import HouseholdDraft
from app.households.operations import delete_household, save_household
from app.households.queries import find_related, household_draft, splits_of
from app.problems import Refused
from app.reports.dossier import dossier
from app.undo import undo_newest
from app.workspace import Workspace
from tests.app.households.conftest import HUA_NANG
from tests.make import make_household


def split_off(commune: Workspace, origin: str, name: str = "Lò Văn Con", since: str | None = "2024") -> str:
    draft = HouseholdDraft(name, village_id=HUA_NANG, category="poor", independent_since=since, split_from_id=origin)
    return save_household(commune, draft)[1]


def kin(workspace: Workspace, household_id: str) -> list[tuple[str, str]]:
    with workspace.read() as session:
        return [(one.household_id, one.text) for one in dossier(session, household_id).kin]


def test_both_dossiers_name_the_other_household(commune: Workspace) -> None:
    old = make_household(commune, "Lò Văn Cha", village_id=HUA_NANG)
    young = split_off(commune, old)
    assert kin(commune, young) == [(old, "Tách ra từ hộ Lò Văn Cha – Bản Hua Nạng")]
    assert kin(commune, old) == [(young, "Đã tách ra: hộ Lò Văn Con – Bản Hua Nạng, từ 2024")]


def test_the_link_is_kept_in_the_draft_and_taken_back_with_its_change(commune: Workspace) -> None:
    old, young = make_household(commune, "Lò Văn Cha"), make_household(commune, "Lò Văn Con", village_id=HUA_NANG)
    with commune.read() as session:
        standing = household_draft(session, young)
    save_household(commune, replace(standing, split_from_id=old))
    with commune.read() as session:
        assert household_draft(session, young).split_from_id == old
    undo_newest(commune)
    assert kin(commune, young) == kin(commune, old) == []


def test_a_household_that_left_stays_named_when_the_old_one_is_off_the_list(commune: Workspace) -> None:
    old = make_household(commune, "Lò Văn Cha")
    young = split_off(commune, old)
    delete_household(commune, old, "Chuyển đi")
    assert [text for _, text in kin(commune, young)] == ["Tách ra từ hộ Lò Văn Cha"]
    delete_household(commune, young, "Ghi nhầm")
    assert kin(commune, old) == []


def test_no_household_leaves_itself_or_one_that_is_not_here(commune: Workspace) -> None:
    home = make_household(commune, "Lò Văn Cha", village_id=HUA_NANG)
    with commune.read() as session:
        standing = household_draft(session, home)
    for origin in (home, "018f0000-0000-7000-8000-000000000000"):
        with pytest.raises(Refused) as refused:
            save_household(commune, replace(standing, split_from_id=origin))
        assert [(one.field, one.code) for one in refused.value.problems] == [("split_from_id", "split_from_unfit")]


def test_a_few_households_are_offered_by_words_without_accents(commune: Workspace) -> None:
    old = make_household(commune, "Lò Văn Cha", village_id=HUA_NANG)
    make_household(commune, "Quàng Thị Ín")
    with commune.read() as session:
        assert [(one.id, one.shown) for one in find_related(session, "lo van cha")] == [
            (old, "Lò Văn Cha – Bản Hua Nạng")
        ]
        assert splits_of(session, old).left == ()


def test_the_link_travels_to_the_upper_office(commune: Workspace, upper: Workspace, tmp_path: Path) -> None:
    young = split_off(commune, make_household(commune, "Lò Văn Cha"))
    receive_packages(upper, [one.file for one in export_packages(commune, tmp_path)])
    assert [text for _, text in kin(upper, young)] == ["Tách ra từ hộ Lò Văn Cha"]
