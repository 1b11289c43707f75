"""Donors, what they promised and what came of it, the line typed in the book of gifts, helpers of a household."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

import pytest

from app.areas.queries import villages
from app.funding.drafts import SourceDraft
from app.funding.operations import add_source
from app.giving.drafts import DonorDraft, GiftDraft, PledgeDraft, SponsorshipDraft, VisitDraft
from app.giving.operations import (
    record_gift,
    record_visit,
    save_donor,
    save_pledge,
    save_sponsorship,
    withdraw_pledge,
)
from app.giving.queries import donors, gifts, late_pledges, pledges, shown_donor, sponsorships
from app.households.drafts import HouseholdDraft
from app.households.operations import save_household
from app.problems import Refused, Stale
from app.support.drafts import CaseDraft
from app.support.operations import set_case
from app.support.queries import case_of
from app.workspace import Workspace
from models.vocabulary import PledgeState, SourceKind


def source(workspace: Workspace) -> str:
    changes, _ = add_source(workspace, SourceDraft("QVNN", "Quỹ Vì người nghèo", SourceKind.FUND_FOR_POOR))
    (found,) = changes.ids
    return found


def household(workspace: Workspace, name: str = "Lò Văn Pâng") -> str:
    with workspace.read() as session:
        village, *_ = villages(session, "03151")
    draft = HouseholdDraft(head_name=name, category="poor", village_id=village.id)
    return save_household(workspace, draft)[1]


def case(workspace: Workspace, household_id: str) -> str:
    set_case(workspace, CaseDraft(household_id, work_type="new_build"))
    with workspace.read() as session:
        facts = case_of(session, household_id)
    assert facts is not None
    return facts.case_id


def the_pledge(workspace: Workspace):  # type: ignore[no-untyped-def]
    with workspace.read() as session:
        (found,) = pledges(session)
    return found


def test_a_donor_is_named_only_where_it_was_allowed() -> None:
    assert shown_donor("Công ty Hoa Ban", may_name=True) == "Công ty Hoa Ban"
    assert shown_donor("Công ty Hoa Ban", may_name=False) == "Nhà hảo tâm không nêu tên"
    assert shown_donor("", may_name=True) == "Nhà hảo tâm không nêu tên"


def test_a_second_donor_of_the_same_name_warns_and_no_name_is_refused(commune: Workspace) -> None:
    save_donor(commune, DonorDraft("Công ty Hoa Ban", "business", may_name=True))
    _, warnings = save_donor(commune, DonorDraft("công ty hoa ban", "business"))
    assert [one.code for one in warnings] == ["donor_named_twice"]
    with pytest.raises(Refused, match="donor_name_missing"):
        save_donor(commune, DonorDraft("  "))


def test_a_typed_line_finds_its_donor_or_keeps_a_new_one(commune: Workspace) -> None:
    fund = source(commune)
    save_donor(commune, DonorDraft("Công ty Hoa Ban", "business"))
    record_gift(commune, GiftDraft("cash", "2026-10-01", 5_000_000, donor_name="CÔNG TY HOA BAN", source_id=fund))
    record_gift(commune, GiftDraft("cash", "2026-10-02", 200_000, donor_name="Bà Mùi", may_name=True, source_id=fund))
    with commune.read() as session:
        found = donors(session)
    told = {one.name: (one.money, one.gifts, one.may_name) for one in found}
    assert told == {"Công ty Hoa Ban": (5_000_000, 1, False), "Bà Mùi": (200_000, 1, True)}


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (GiftDraft("cash", "2026-10-01", donor_name="A", source_id="x"), "amount_missing"),
        (GiftDraft("cash", "2026-10-01", 0, donor_name="A", source_id="x"), "amount_not_positive"),
        (GiftDraft("goods", "2026-10-01", 1000, donor_name="A", source_id="x"), "things_unnamed"),
        (GiftDraft("goods", "2026-10-01", item="Xi măng", donor_name="A", source_id="x"), "things_uncounted"),
        (GiftDraft("labour", "2026-10-01", donor_name="A", source_id="x"), "days_missing"),
        (GiftDraft("cash", "", 1000, donor_name="A", source_id="x"), "day_missing"),
        (GiftDraft("cash", "2026-10-01", 1000, donor_name="A"), "gift_without_target"),
    ],
)
def test_a_line_that_says_too_little_is_refused(commune: Workspace, draft: GiftDraft, code: str) -> None:
    with pytest.raises(Refused, match=code):
        record_gift(commune, draft)
    with commune.read() as session:
        assert gifts(session) == []


def test_a_pledge_of_money_is_open_partly_kept_and_kept_by_the_lines_that_name_it(commune: Workspace) -> None:
    fund = source(commune)
    save_pledge(
        commune, PledgeDraft("Công ty Hoa Ban", amount=10_000_000, pledged_on="2026-09-01", due_on="2026-10-01")
    )
    pledge = the_pledge(commune)
    assert (pledge.state, pledge.kept_amount, pledge.late) == (PledgeState.OPEN, 0, True)
    for amount, state in ((4_000_000, PledgeState.PARTLY_KEPT), (6_000_000, PledgeState.KEPT)):
        record_gift(
            commune,
            GiftDraft(
                "transfer", "2026-10-02", amount, donor_name="Công ty Hoa Ban", source_id=fund, pledge_id=pledge.id
            ),
        )
        assert the_pledge(commune).state == state
    assert not the_pledge(commune).late
    with commune.read() as session:
        assert late_pledges(session) == []


def test_goods_promised_in_bags_are_not_kept_by_money_or_another_unit(commune: Workspace) -> None:
    fund = source(commune)
    save_pledge(commune, PledgeDraft("Bà Mùi", "goods", item="Xi măng", unit="bao", quantity="40"))
    pledge = the_pledge(commune)
    cement = GiftDraft("goods", "2026-10-02", item="Xi măng", unit="Bao", quantity="15", source_id=fund)
    named = dataclasses.replace(cement, donor_name="Bà Mùi", pledge_id=pledge.id)
    record_gift(commune, dataclasses.replace(named, unit="tấn"))
    assert the_pledge(commune).state == PledgeState.OPEN
    record_gift(commune, named)
    assert (the_pledge(commune).state, the_pledge(commune).kept_quantity) == (PledgeState.PARTLY_KEPT, Decimal(15))
    record_gift(commune, dataclasses.replace(named, quantity="25"))
    assert the_pledge(commune).state == PledgeState.KEPT


def test_work_is_promised_in_days_of_all_people(commune: Workspace) -> None:
    home = case(commune, household(commune))
    save_pledge(commune, PledgeDraft("Đoàn Thanh niên", "labour", quantity="24", case_id=home))
    pledge = the_pledge(commune)
    assert pledge.house == "Lò Văn Pâng"
    line = GiftDraft("labour", "2026-10-02", people=12, quantity="2", case_id=home, pledge_id=pledge.id)
    _, warnings = record_gift(commune, line)
    assert [one.code for one in warnings] == ["gift_unnamed"]
    assert (the_pledge(commune).state, the_pledge(commune).kept_quantity) == (PledgeState.KEPT, Decimal(24))


def test_a_promise_without_a_figure_is_kept_by_any_line(commune: Workspace) -> None:
    fund = source(commune)
    save_pledge(commune, PledgeDraft("Hội Phụ nữ", "advice"))
    assert the_pledge(commune).state == PledgeState.OPEN
    line = GiftDraft("advice", "2026-10-02", donor_name="Hội Phụ nữ", source_id=fund, pledge_id=the_pledge(commune).id)
    record_gift(commune, line)
    assert the_pledge(commune).state == PledgeState.KEPT


def test_a_promise_is_withdrawn_once_with_a_reason_and_is_not_late(commune: Workspace) -> None:
    save_pledge(commune, PledgeDraft("Bà Mùi", amount=1_000_000, due_on="2026-10-01"))
    pledge = the_pledge(commune)
    with pytest.raises(Refused, match="reason_missing"):
        withdraw_pledge(commune, pledge.id, "2026-10-20", " ", pledge.version)
    with pytest.raises(Stale):
        withdraw_pledge(commune, pledge.id, "2026-10-20", "Nhà có việc", pledge.version + 1)
    withdraw_pledge(commune, pledge.id, "2026-10-20", "Nhà có việc", pledge.version)
    found = the_pledge(commune)
    assert (found.state, found.late, found.reason) == (PledgeState.WITHDRAWN, False, "Nhà có việc")
    with pytest.raises(Refused, match="pledge_withdrawn_already"):
        withdraw_pledge(commune, pledge.id, "2026-10-20", "Nhà có việc", found.version)


def test_the_longest_overdue_promise_stands_first(commune: Workspace) -> None:
    for name, due in (("A", "2026-10-05"), ("B", "2026-09-05"), ("C", "2099-01-01")):
        save_pledge(commune, PledgeDraft(name, amount=1000, due_on=due))
    with commune.read() as session:
        assert [one.donor_name for one in late_pledges(session)] == ["B", "A"]


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (PledgeDraft("", amount=1000), "donor_name_missing"),
        (PledgeDraft("A"), "amount_missing"),
        (PledgeDraft("A", "goods"), "things_unnamed"),
        (PledgeDraft("A", amount=1000, pledged_on="2026-10-02", due_on="2026-10-01"), "due_before_pledge"),
        (PledgeDraft("A", "labour", quantity="0"), "quantity_not_positive"),
    ],
)
def test_a_promise_of_nothing_is_refused(commune: Workspace, draft: PledgeDraft, code: str) -> None:
    with pytest.raises(Refused, match=code):
        save_pledge(commune, draft)


def test_visits_to_a_household_and_the_result_are_kept(commune: Workspace) -> None:
    home = household(commune)
    with pytest.raises(Refused, match="helper_missing"):
        save_sponsorship(commune, SponsorshipDraft(home, ""))
    save_sponsorship(commune, SponsorshipDraft(home, "Cà Thị Ban", "Hội Phụ nữ phường", from_on="2026-01-01"))
    with commune.read() as session:
        (standing,) = sponsorships(session, home)
    for day in ("2026-05-02", "2026-03-01"):
        record_visit(commune, VisitDraft(standing.id, day, "Tặng giống gà"))
    with commune.read() as session:
        (standing,) = sponsorships(session)
    changed = SponsorshipDraft(home, "Cà Thị Ban", result="Đã thoát nghèo", id=standing.id, version=standing.version)
    save_sponsorship(commune, changed)
    with commune.read() as session:
        (found,) = sponsorships(session, home)
    assert (found.household, found.result) == ("Lò Văn Pâng", "Đã thoát nghèo")
    assert [one.visited_on for one in found.visits] == ["2026-03-01", "2026-05-02"]
    with pytest.raises(Refused, match="end_before_start"):
        save_sponsorship(commune, SponsorshipDraft(home, "A", from_on="2026-05-01", to_on="2026-04-01"))
