"""Villages keep their identity through renaming, and two laptops name the same village alike."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.areas.drafts import VillageDraft
from app.areas.operations import save_keeper, save_villages, village_id
from app.areas.queries import (
    Village,
    communes,
    ethnic_group,
    ethnic_groups,
    find_village,
    find_villages,
    kept_villages,
    place_names,
    provinces,
    villages,
)
from app.problems import Refused, Stale
from app.undo import undo_newest
from app.workspace import Workspace

CODE = "03151"


def named(workspace: Workspace) -> dict[str, Village]:
    with workspace.read() as session:
        return {one.name: one for one in villages(session, CODE)}


def draft_of(one: Village) -> VillageDraft:
    return VillageDraft(one.name, one.head_name, one.head_phone, one.id, one.version)


def test_villages_come_by_name_and_numbers_count_as_numbers(commune: Workspace) -> None:
    save_villages(commune, [VillageDraft("Tổ dân phố 10"), VillageDraft("Tổ dân phố 2")])
    assert list(named(commune)) == [
        "Bản Chi Luông", "Bản Hua Nạng", "Tổ dân phố 2", "Tổ dân phố 5", "Tổ dân phố 10",
    ]  # fmt: skip


def test_a_village_is_found_without_accents_and_by_its_id(commune: Workspace) -> None:
    with commune.read() as session:
        found = find_village(session, CODE, "ban hua nang")
        assert found == village_id(CODE, "Bản Hua Nạng")
        assert find_village(session, CODE, str(found)) == found
        assert find_village(session, CODE, "Bản Xa Lạ") is None
        assert find_villages(session, "BẢN HUA NẠNG") == [found]


def test_a_renamed_village_keeps_its_id_and_its_old_name_is_free_for_another(commune: Workspace) -> None:
    before = named(commune)["Bản Hua Nạng"]
    save_villages(commune, [replace(draft_of(before), name="Bản Mới", head_name="Lò Văn Ín", head_phone="0912")])
    after = named(commune)["Bản Mới"]
    assert (after.id, after.head_name, after.head_phone) == (before.id, "Lò Văn Ín", "0912")
    save_villages(commune, [VillageDraft("Bản Hua Nạng")])
    assert named(commune)["Bản Hua Nạng"].id != before.id


def test_a_village_added_twice_stays_one(commune: Workspace) -> None:
    with pytest.raises(Refused) as told:
        save_villages(commune, [VillageDraft("bản  hua nạng")])
    assert [one.code for one in told.value.problems] == ["village_twice"]
    with pytest.raises(Refused) as told:
        save_villages(commune, [VillageDraft(" ")])
    assert [one.code for one in told.value.problems] == ["village_name_missing"]


def test_a_village_saved_over_a_newer_version_is_stale(commune: Workspace) -> None:
    shown = draft_of(named(commune)["Bản Hua Nạng"])
    save_villages(commune, [replace(shown, head_name="Lò Thị Ín")])
    with pytest.raises(Stale):
        save_villages(commune, [replace(shown, head_name="Lò Văn Ín")])


def test_the_map_names_provinces_and_communes(commune: Workspace) -> None:
    with commune.read() as session:
        assert len(provinces(session)) == 34
        assert "03151" in {one.code for one in communes(session, "11")}
        assert place_names(session, ["11", "03151", None, "none"]).keys() == {"11", "03151"}


def test_ethnic_groups_are_known_by_other_names_too() -> None:
    assert len(ethnic_groups()) == 54
    assert ethnic_group("tay den") is None
    assert ethnic_group("thai den") == ethnic_group("THÁI") == "Thái"
    assert ethnic_group("Ra-glai") is None or ethnic_group("Ra-glai") in ethnic_groups()


def test_a_user_looks_after_villages_and_giving_them_anew_takes_the_others_away(commune: Workspace) -> None:
    user = commune.author.user_id
    with commune.read() as session:
        first, second, third = (one.id for one in villages(session, "03151"))
    save_keeper(commune, user, [first, second])
    with commune.read() as session:
        assert kept_villages(session, user) == {first, second}
        kept = {one.id: one.keeper_id for one in villages(session, "03151")}
    assert kept == {first: user, second: user, third: None}
    save_keeper(commune, user, [third])
    with commune.read() as session:
        assert kept_villages(session, user) == {third}
    undo_newest(commune)
    with commune.read() as session:
        assert kept_villages(session, user) == {first, second}
