"""The five bundled plans carry the figures, days, units and tiers of the plans they come from."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from app.plans.drafts import CampaignDraft, QuotaDraft
from app.plans.plan_file import read_plan_file
from models.vocabulary import CampaignSection, QuotaKind

FOLDER = Path(__file__).parents[2] / "resources" / "campaigns"
FILES = sorted(FOLDER.glob("*.toml"))
CODES = ["luong-son-2024", "muong-lay-2024", "so-tai-chinh-lang-son-2024", "soc-trang-2023", "xuan-tang-2022"]
#: How many numbered actions each plan has.
ACTIONS = dict(zip(CODES, (18, 18, 11, 13, 13), strict=True))


def plan(code: str) -> CampaignDraft:
    return read_plan_file(FOLDER / f"{code}.toml")[0]


def texts(code: str, section: str) -> list[str]:
    return [one.text or "" for one in plan(code).texts if one.section == section]


def deadlines(code: str) -> dict[str, tuple[str | None, bool | None]]:
    return {one.code or "": (one.due, one.inclusive) for one in plan(code).deadlines}


def test_the_five_plans_are_named_by_their_files_and_have_nothing_to_warn_of() -> None:
    assert [file.stem for file in FILES] == CODES
    for file in FILES:
        draft, warnings = read_plan_file(file)
        assert draft.code == file.stem
        assert warnings == []


@pytest.mark.parametrize("code", CODES)
def test_every_numbered_action_is_a_task_with_the_page_that_serves_it(code: str) -> None:
    tasks = plan(code).tasks
    numbered = [one.number for one in tasks if (one.number or "").isdigit()]
    assert numbered == [str(place) for place in range(1, ACTIONS[code] + 1)]
    assert all(one.text and one.served_by for one in tasks)


@pytest.mark.parametrize("code", CODES)
def test_every_plan_says_how_its_ambiguities_were_read_and_where_it_goes(code: str) -> None:
    draft = plan(code)
    readings = [one for one in draft.texts if one.section == CampaignSection.READING]
    assert len(readings) >= 6
    assert all(one.subject and one.text and one.value for one in readings)
    assert len(texts(code, CampaignSection.RECIPIENT)) >= 5
    assert texts(code, CampaignSection.LEGAL_BASIS)
    assert draft.superior


@pytest.mark.parametrize("code", CODES)
def test_no_person_of_the_plans_is_named(code: str) -> None:
    draft = plan(code)
    assert draft.signer is None
    assert draft.signer_position
    assert not any(one.person or one.field for one in draft.tasks)
    assert not any(one.contact or one.phone for one in draft.units)


@pytest.mark.parametrize("code", CODES)
def test_what_ended_with_the_districts_says_what_came_after(code: str) -> None:
    draft = plan(code)
    for form in draft.forms:
        assert bool(form.issuer_valid_to) == bool(form.issuer_successor)
        assert form.issuer_valid_to in (None, "2025-06-30")
    ended = [one for one in draft.texts if one.valid_to]
    assert all(one.valid_to == "2025-06-30" for one in ended)
    assert code == "so-tai-chinh-lang-son-2024" or draft.issuer_successor


@pytest.mark.parametrize("code", CODES)
def test_standards_name_forms_of_the_plan(code: str) -> None:
    draft = plan(code)
    forms = {one.code for one in draft.forms}
    named = [one.subject or "" for one in draft.texts if one.section == CampaignSection.STANDARD]
    assert {one for subject in named for one in subject.split()} <= forms
    assert bool(named) == bool(forms)


def test_soc_trang_gives_1200_houses_to_eleven_units() -> None:
    draft = plan("soc-trang-2023")
    figures = {one.unit: int(one.figure or 0) for one in draft.targets}
    assert figures.pop(None) == sum(figures.values()) == 1200
    assert [one.code for one in draft.units if one.kind == "district"] == list(figures)
    assert list(figures.values()) == [20, 40, 40, 55, 70, 70, 75, 120, 130, 260, 320]
    assert draft.counts_when == "handed_over"
    assert {one.period for one in draft.targets} == {draft.ends_on} == {"2023-09-02"}


def test_every_commune_of_today_lies_in_one_unit_of_soc_trang() -> None:
    draft = plan("soc-trang-2023")
    communes = [one for one in draft.units if one.kind == "commune"]
    assert len({one.area for one in communes}) == len(communes) == 40
    assert {one.parent for one in communes} == {one.code for one in draft.units if one.kind == "district"}


def tiers(object_: str) -> list[QuotaDraft]:
    rules = plan("soc-trang-2023").quotas
    return [one for one in rules if one.rule == QuotaKind.TIER and one.object == object_]


def numbers(object_: str, target: int) -> list[int]:
    """The numbers of the tiers that hold a target."""
    return [one.number or 0 for one in tiers(object_) if holds(one, target)]


def holds(tier: QuotaDraft, target: int) -> bool:
    above = tier.lower is None or target > tier.lower or (target == tier.lower and bool(tier.lower_inclusive))
    below = tier.upper is None or target < tier.upper or (target == tier.upper and bool(tier.upper_inclusive))
    return above and below


def test_the_tiers_of_soc_trang_leave_only_the_edges_open_that_the_plan_leaves_open() -> None:
    assert [numbers("collective", one) for one in (1, 99, 100, 101, 200, 201, 999)] == [
        [2],
        [2],
        [],
        [3],
        [3],
        [4],
        [4],
    ]
    assert [numbers("individual", one) for one in (39, 40, 49, 51, 99, 101, 201, 299, 301)] == [
        [1], [2], [2], [3], [3], [4], [7], [7], [9]
    ]  # fmt: skip
    open_edges = {object_: edges(object_) for object_ in ("collective", "individual")}
    assert open_edges == {"collective": [100], "individual": [50, 100, 200, 300]}
    assert [len(numbers("individual", one)) for one in open_edges["individual"]] == [2, 2, 2, 2]


def edges(object_: str) -> list[int]:
    """The edges marked open; each is marked in the tier below and in the tier above it."""
    found = Counter(one.lower for one in tiers(object_) if one.lower_open)
    found += Counter(one.upper for one in tiers(object_) if one.upper_open)
    assert set(found.values()) == {2}
    return sorted(one for one in found if one is not None)


def test_soc_trang_proposes_34_collectives_and_55_people() -> None:
    draft = plan("soc-trang-2023")
    targets = [int(one.figure or 0) for one in draft.targets if one.unit]
    fixed = Counter[str]()
    for one in draft.quotas:
        if one.rule == QuotaKind.FIXED:
            fixed[one.object or ""] += one.number or 0
    districts = {kind: sum(numbers(kind, target)[0] for target in targets) for kind in ("collective", "individual")}
    assert districts == {"collective": 28, "individual": 41}
    assert fixed == {"collective": 6, "individual": 14}
    assert [districts[kind] + fixed[kind] for kind in districts] == [34, 55]


def test_the_deadlines_are_those_of_the_plans() -> None:
    soc_trang, muong_lay = deadlines("soc-trang-2023"), deadlines("muong-lay-2024")
    assert soc_trang["trao-tang-nha"] == ("2023-09-02", False)
    assert soc_trang["bao-cao-ket-qua"] == ("2023-09-07", False)
    assert muong_lay["bao-cao-2024-xa-phuong-phong-ban"] == ("2024-11-05", False)
    assert muong_lay["bao-cao-2024-thi-xa"] == ("2024-12-10", False)
    assert muong_lay["tong-ket"] == ("2025-Q4", True)
    assert deadlines("luong-son-2024")["ho-so-khen-thuong-thanh-pho"] == ("2025-Q4", True)
    lang_son = deadlines("so-tai-chinh-lang-son-2024")
    assert (lang_son["ket-thuc-thi-dua"], lang_son["tong-ket"]) == (("2025-04-30", True), ("2025-05-19", True))
    assert deadlines("xuan-tang-2022")["so-ket-2023"] == ("2023", True)


def test_reports_go_to_several_through_two_offices() -> None:
    found = {one.code: one for one in plan("muong-lay-2024").deadlines}
    assert found["bao-cao-2024-xa-phuong-phong-ban"].through == "Phòng Quản lý Đô thị; Phòng Nội vụ"
    assert found["bao-cao-2024-thi-xa"].addressees == "UBND tỉnh Điện Biên; Sở Xây dựng; Sở Nội vụ"
    assert found["bao-cao-tong-ket-xa-phuong-phong-ban"].on_request is True


def test_luong_son_has_21_groups_and_lang_son_nine_rooms() -> None:
    groups = [one.name for one in plan("luong-son-2024").units if one.kind == "village_group"]
    assert groups == [f"Tổ dân phố số {number}" for number in range(1, 22)]
    assert len(plan("so-tai-chinh-lang-son-2024").units) == 9


def test_xuan_tang_lowers_poverty_each_year_until_none_is_left() -> None:
    found = [(one.measure, one.period, one.figure, one.upper) for one in plan("xuan-tang-2022").targets]
    for year in ("2022", "2023", "2024", "2025"):
        assert ("poverty_rate_drop", year, "0.06", None) in found
        assert ("near_poor_drop", year, "5", "10") in found
    assert ("poor_left", "2025", "0", None) in found


def test_all_houses_means_those_that_meet_the_criteria_in_luong_son_and_all_in_muong_lay() -> None:
    for code, denominator in (("luong-son-2024", "eligible"), ("muong-lay-2024", "listed")):
        draft = plan(code)
        assert draft.denominator == denominator
        assert [(one.measure, one.figure) for one in draft.targets if one.figure] == [("house_rate", "100")]
    assert plan("luong-son-2024").earlier_gifts is True


def test_the_doubtful_decision_warns_and_the_medal_goes_to_people_only() -> None:
    bases = {one.text: one.warning for one in plan("muong-lay-2024").texts if one.section == "legal_basis"}
    doubtful = "Quyết định số 359/QĐ-TTg ngày 19/6/2024 của Thủ tướng Chính phủ"
    assert "539/QĐ-TTg" in (bases[doubtful] or "")
    objects = {one.code: one.objects for one in plan("muong-lay-2024").forms}
    assert objects["ky-niem-chuong"] == ("individual",)
    assert "household" in objects["bang-khen-chu-tich-tinh"]
    assert all("household" not in one.objects for one in plan("soc-trang-2023").forms)


def test_slogans_stand_in_every_way_the_plans_write_them() -> None:
    assert len(texts("xuan-tang-2022", "slogan")) == 3
    assert {"Chung tay xoá", "Chung tay xóa"} == {one[:13] for one in texts("luong-son-2024", "slogan")}
    assert len(texts("muong-lay-2024", "slogan")) == 2
