"""Plans as records: added from files, made from one above, changed, undone; the bundled ones are there unrecorded."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from app.bundled import bundled_campaigns
from app.campaigns.movement_operations import close_campaign, reopen_campaign
from app.campaigns.operations import (
    add_campaign,
    export_campaign,
    free_code,
    open_campaign,
    save_campaign,
    save_parts,
    take_off_campaign,
)
from app.campaigns.queries import campaign_detail, campaign_draft, campaign_named, draft_from_superior, find_campaigns
from app.exchange.merging import receive_packages
from app.exchange.packing import export_packages
from app.journal.rebuilding import fingerprint, rebuild
from app.journal.store import OPERATIONS
from app.papers import all_ids
from app.paths import resource
from app.plans.drafts import PARTS, CampaignDraft, specs
from app.plans.plan_file import read_plan, read_plan_file
from app.plans.records import campaign_id
from app.problems import Refused, Stale
from app.undo import undo_newest
from app.workspace import Workspace
from models.campaign import CampaignTask
from models.vocabulary import PaperKind
from tests.app.campaigns.conftest import PLAN

SOC_TRANG = campaign_id("soc-trang-2023")


def bare(draft: CampaignDraft) -> CampaignDraft:
    """A plan without the ids and versions of its records."""
    parts: dict[str, Any] = {
        f"{part}s": tuple(replace(one, id=None, version=None) for one in draft.parts(part)) for part in PARTS
    }
    return replace(draft, id=None, version=None, **parts)


def draft_of(workspace: Workspace, campaign: str) -> CampaignDraft:
    with workspace.read() as session:
        return campaign_draft(session, campaign)


def operations(workspace: Workspace) -> int:
    with workspace.read() as session:
        return len(session.execute(select(OPERATIONS.c.id)).all())


def rebuilt_equal(workspace: Workspace) -> bool:
    with workspace.engine.connect().execution_options(writing=True) as connection:
        before = fingerprint(connection)
        rebuild(connection)
        after = fingerprint(connection)
        connection.commit()
    return before == after


# From files


def test_a_plan_of_a_file_is_kept_whole(commune: Workspace) -> None:
    _, kept, warnings = add_campaign(commune, PLAN)
    assert warnings == []
    assert bare(draft_of(commune, kept)) == read_plan_file(PLAN)[0]
    with commune.read() as session:
        detail = campaign_detail(session, kept)
    village, ward = detail.units
    assert village.area_id is not None
    assert ward.area_id is not None
    assert detail.targets[0].unit_id == village.id
    assert rebuilt_equal(commune)


@pytest.mark.parametrize("path", sorted(resource("campaigns").glob("*.toml")), ids=lambda path: path.stem)
def test_a_bundled_plan_is_its_file_and_goes_out_as_it_came(commune: Workspace, path: Path, tmp_path: Path) -> None:
    before = operations(commune)
    with commune.read() as session:
        found = campaign_named(session, path.stem)
    assert found.bundled
    target = tmp_path / "kế hoạch.toml"
    export_campaign(commune, found.id, target)
    assert read_plan_file(target)[0] == read_plan(path.read_text(encoding="utf-8"))[0]
    assert operations(commune) == before


def test_the_same_file_gives_the_same_rows_on_every_laptop(commune: Workspace, second_commune: Workspace) -> None:
    here, there = add_campaign(commune, PLAN)[1], add_campaign(second_commune, PLAN)[1]
    with commune.read() as session, second_commune.read() as other:
        own, others = campaign_detail(session, here), campaign_detail(other, there)
    assert own.id == others.id
    assert [[one.id for one in own.parts(part)] for part in PARTS] == [
        [one.id for one in others.parts(part)] for part in PARTS
    ]


def test_a_file_added_again_changes_only_what_it_says_anew(commune: Workspace, tmp_path: Path) -> None:
    kept = add_campaign(commune, PLAN)[1]
    before = operations(commune)
    assert add_campaign(commune, PLAN)[1] == kept
    assert operations(commune) == before
    text = PLAN.read_text(encoding="utf-8").replace("figure = 12", "figure = 14")
    text = text[: text.index("[[quota]]")]
    changed = tmp_path / "sửa.toml"
    changed.write_text(text, encoding="utf-8")
    add_campaign(commune, changed)
    draft = draft_of(commune, kept)
    assert draft.targets[0].figure == "14"
    assert draft.quotas == ()
    assert operations(commune) == before + 2
    add_campaign(commune, PLAN)
    assert bare(draft_of(commune, kept)) == read_plan_file(PLAN)[0]
    assert rebuilt_equal(commune)


def test_a_village_that_is_not_here_is_told_and_the_plan_is_kept(second_commune: Workspace, tmp_path: Path) -> None:
    plan = tmp_path / "nơi khác.toml"
    plan.write_text(PLAN.read_text(encoding="utf-8").replace("Bản Hua Nạng", "Bản Xa Lạ"), encoding="utf-8")
    _, kept, warnings = add_campaign(second_commune, plan)
    assert [one.code for one in warnings] == ["plan_area_unknown"]
    assert draft_of(second_commune, kept).units[0].area is None


# By hand


def test_every_field_of_a_plan_comes_back_from_its_record(commune: Workspace) -> None:
    """No field is lost on the way: a plan with all of them filled."""
    full = read_plan(resource("campaigns", "soc-trang-2023.toml").read_text(encoding="utf-8"))[0]
    own: dict[str, Any] = {
        name: "x" for name, one in specs(CampaignDraft).items() if one.kind == "text" and one.words is None
    }
    own |= {"code": "moi", "superior_code": "soc-trang-2023", "earlier_gifts": True, "linked": ("xuan-tang-2022",)}
    draft = replace(full, **own)
    kept = save_campaign(commune, draft)[1]
    assert bare(draft_of(commune, kept)) == draft


def test_a_plan_made_from_one_above_inherits_and_cites_it(commune: Workspace) -> None:
    with commune.read() as session:
        draft = draft_from_superior(session, SOC_TRANG)
        code = free_code(session, "Xóa nhà tạm phường Mường Lay")
    assert draft.number is None
    kept = save_campaign(commune, replace(draft, code=code, name="Kế hoạch của phường", number="05/KH-UBND"))[1]
    with commune.read() as session:
        detail, above = campaign_detail(session, kept), campaign_detail(session, SOC_TRANG)
    assert detail.superior_id == above.id
    assert detail.superior_code == "soc-trang-2023"
    assert [one.figure for one in detail.targets] == [one.figure for one in above.targets]
    assert not {one.id for one in detail.targets} & {one.id for one in above.targets}
    units = {one.id for one in detail.units}
    assert {one.unit_id for one in detail.targets if one.unit_id} <= units
    assert {one.parent_id for one in detail.units if one.parent_id} <= units


def test_a_code_is_taken_once(commune: Workspace) -> None:
    with pytest.raises(Refused) as refused:
        save_campaign(commune, CampaignDraft(code="soc-trang-2023", name="Khác"))
    assert refused.value.problems[0].code == "plan_code_taken"


def test_a_plan_that_was_changed_meanwhile_is_not_overwritten(commune: Workspace) -> None:
    kept = add_campaign(commune, PLAN)[1]
    seen = draft_of(commune, kept)
    save_campaign(commune, replace(seen, motto="Chung tay"))
    with pytest.raises(Stale):
        save_campaign(commune, replace(seen, motto="Khác"))


def test_parts_of_one_kind_are_saved_and_the_others_stay(commune: Workspace) -> None:
    kept = add_campaign(commune, PLAN)[1]
    draft = draft_of(commune, kept)
    save_parts(commune, kept, "deadline", [replace(draft.deadlines[0], due="2026-12-10", inclusive=True)])
    after = draft_of(commune, kept)
    assert (after.deadlines[0].due, after.deadlines[0].inclusive) == ("2026-12-10", True)
    assert after.targets == draft.targets


def test_a_plan_is_found_by_its_code_or_a_unique_ending(commune: Workspace) -> None:
    with commune.read() as session:
        assert campaign_named(session, "trang-2023").id == SOC_TRANG
        assert campaign_named(session, SOC_TRANG[-8:]).id == SOC_TRANG
        with pytest.raises(Refused):
            campaign_named(session, "2024")
        with pytest.raises(Refused):
            campaign_named(session, "không có")


# Bundled plans


def test_all_bundled_plans_are_there_without_being_recorded(upper: Workspace) -> None:
    with upper.read() as session:
        found = [one for one in find_campaigns(session) if one.bundled]
    assert {one.code for one in found} == set(bundled_campaigns().values())
    assert {one.stream for one in found} == {""}


def test_a_bundled_plan_that_is_changed_belongs_to_the_journal(commune: Workspace) -> None:
    before = operations(commune)
    draft = draft_of(commune, SOC_TRANG)
    tasks = (replace(draft.tasks[0], lead="Công an tỉnh"), *draft.tasks[2:])
    save_campaign(commune, replace(draft, motto="Chung tay", tasks=tasks))
    after = draft_of(commune, SOC_TRANG)
    assert after.motto == "Chung tay"
    assert len(after.tasks) == len(draft.tasks) - 1
    assert operations(commune) > before
    assert rebuilt_equal(commune)
    assert draft_of(commune, SOC_TRANG) == after


def test_undo_of_a_change_of_a_bundled_plan_leaves_it_as_it_came(commune: Workspace) -> None:
    draft = draft_of(commune, SOC_TRANG)
    open_campaign(commune, SOC_TRANG, "2023-06-01", draft.version)
    tasks = (replace(draft.tasks[0], lead="Công an tỉnh"), *draft.tasks[2:])
    save_campaign(commune, replace(draft_of(commune, SOC_TRANG), motto="Chung tay", tasks=tasks))
    undo_newest(commune)
    assert bare(draft_of(commune, SOC_TRANG)) == bare(draft)
    undo_newest(commune)
    with commune.read() as session:
        assert campaign_detail(session, SOC_TRANG).opened_on is None
        assert all(not one.row_out for one in session.scalars(select(CampaignTask)))
    assert rebuilt_equal(commune)


def test_a_plan_is_taken_off_and_a_bundled_one_stays(commune: Workspace) -> None:
    kept = add_campaign(commune, PLAN)[1]
    take_off_campaign(commune, kept, None)
    with commune.read() as session:
        assert kept not in {one.id for one in find_campaigns(session)}
    with pytest.raises(Refused):
        take_off_campaign(commune, SOC_TRANG, None)
    undo_newest(commune)
    with commune.read() as session:
        assert campaign_detail(session, kept).targets


def test_a_newer_program_brings_a_changed_plan_unless_the_office_has_changed_it(commune: Workspace) -> None:
    from app import bundled
    from app.local import Fact, set_fact

    save_campaign(commune, replace(draft_of(commune, SOC_TRANG), motto="Chung tay"))
    other = campaign_id("xuan-tang-2022")
    with commune.engine.connect().execution_options(writing=True) as connection:
        table: Any = CampaignTask.__table__
        for plan in (SOC_TRANG, other):
            connection.execute(update(table).where(table.c.campaign_id == plan).values(text="bản cũ"))
        set_fact(connection, Fact.BUNDLED, "0.0.1")
        bundled.refresh(connection)
        connection.commit()
    assert {one.text for one in draft_of(commune, SOC_TRANG).tasks} == {"bản cũ"}
    assert "bản cũ" not in {one.text for one in draft_of(commune, other).tasks}


# Between offices


def sent(sender: Workspace, receiver: Workspace, folder: Path) -> None:
    (made,) = export_packages(sender, folder, [receiver.author.office])
    (report,) = receive_packages(receiver, [made.file])
    assert report.result == "merged", report


def test_a_plan_of_the_office_above_travels_down_whole_and_stays_its_word(
    commune: Workspace, upper: Workspace, tmp_path: Path
) -> None:
    sent(commune, upper, tmp_path)
    kept = add_campaign(upper, PLAN)[1]
    sent(upper, commune, tmp_path)
    above, here = draft_of(upper, kept), draft_of(commune, kept)
    assert bare(here) == bare(replace(above, units=here.units))
    with pytest.raises(Refused) as refused:
        save_campaign(commune, replace(here, motto="Của phường"))
    assert refused.value.problems[0].code == "row_of_other_office"
    with commune.read() as session:
        own = draft_from_superior(session, kept)
    made = save_campaign(commune, replace(own, code="cua-phuong", name="Của phường"))[1]
    save_campaign(upper, replace(above, motto="Chung tay"))
    sent(upper, commune, tmp_path)
    assert draft_of(commune, kept).motto == "Chung tay"
    assert draft_of(commune, made).superior_code == above.code
    assert rebuilt_equal(commune)


def test_a_commune_opens_and_closes_the_plan_of_the_office_above_for_itself(
    commune: Workspace, upper: Workspace, tmp_path: Path
) -> None:
    sent(commune, upper, tmp_path)
    kept = add_campaign(upper, PLAN)[1]
    sent(upper, commune, tmp_path)

    def days(workspace: Workspace) -> tuple[str | None, str | None]:
        with workspace.read() as session:
            found = campaign_detail(session, kept)
        return found.opened_on, found.closed_on

    open_campaign(commune, kept, "2026-02-01", draft_of(commune, kept).version)
    with commune.read() as session:
        units = {one.id for one in campaign_detail(session, kept).units}
        assert units == set(all_ids(session, PaperKind.REMINDER_LETTER)) != set()
    close_campaign(commune, kept, "2026-10-30")
    assert days(commune) == ("2026-02-01", "2026-10-30")
    with pytest.raises(Refused, match="campaign_closed"):
        open_campaign(commune, kept, "2026-03-01", None)
    reopen_campaign(commune, kept)
    undo_newest(commune)
    sent(commune, upper, tmp_path)
    assert days(upper) == (None, None)
    open_campaign(upper, kept, "2026-01-15", draft_of(upper, kept).version)
    sent(upper, commune, tmp_path)
    assert days(commune) == ("2026-02-01", "2026-10-30")
    assert rebuilt_equal(commune)


def test_two_offices_that_add_the_same_file_keep_both_rows_one(
    commune: Workspace, upper: Workspace, tmp_path: Path
) -> None:
    """A commune has added the file before its upper office sends the same plan down: one plan, nothing lost."""
    sent(commune, upper, tmp_path)
    own, above = add_campaign(commune, PLAN)[1], add_campaign(upper, PLAN)[1]
    assert own == above
    sent(upper, commune, tmp_path)
    with commune.read() as session:
        assert [one.code for one in find_campaigns(session) if not one.bundled] == ["duong-doan-2026"]
    assert bare(draft_of(commune, own)).targets == read_plan_file(PLAN)[0].targets
    assert rebuilt_equal(commune)
