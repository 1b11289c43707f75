"""Drives inside an office: the rule of a day's pay, people, what they give, what is sent on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.campaigns.money import campaign_drives
from app.campaigns.queries import campaign_named
from app.funding.drafts import ContributionDraft, LineReversalDraft
from app.funding.line_operations import reverse_line
from app.funding.operations import contribute
from app.funding.queries import drive_sums, source_balances
from app.giving.drafts import (
    CollectionDraft,
    DriveDraft,
    GiftDraft,
    PersonDraft,
    RemittanceDraft,
    TakenBackDraft,
)
from app.giving.operations import (
    collect,
    record_gift,
    remit,
    save_drive,
    save_people,
    take_back_remittance,
    take_off_people,
)
from app.giving.people_rows import people_of_text
from app.giving.queries import departments, drive_figures, drives, drives_to_report
from app.giving.rules import day_pay
from app.problems import Refused, Stale
from app.undo import undo_newest
from app.workspace import Workspace
from models.giving import DrivePerson
from models.vocabulary import ContributionKind, PayMethod

DRIVE = DriveDraft(
    "Ủng hộ xóa nhà tạm 2025", "2024-11-01", "2025-04-30", "2025-05-19", "salary", 26, 1, "Quỹ Vì người nghèo tỉnh"
)
PEOPLE = (
    PersonDraft("Hoàng Văn Sơn", "Văn phòng", "Chánh Văn phòng", expected=360_000, may_name=True),
    PersonDraft("Nông Thị Lan", "Văn phòng", expected=300_000),
    PersonDraft("Vi Văn Tài", "Thanh tra", expected=400_000),
)


def made(agency: Workspace, *people: PersonDraft) -> str:
    """A drive with its people; its id."""
    _, drive_id, _ = save_drive(agency, DRIVE)
    save_people(agency, drive_id, people or PEOPLE)
    return drive_id


def figures(agency: Workspace, drive_id: str):  # type: ignore[no-untyped-def]
    with agency.read() as session:
        return drive_figures(session, drive_id)


def ids(agency: Workspace, drive_id: str) -> dict[str, str]:
    return {one.name: one.id for one in figures(agency, drive_id).people}


def give(agency: Workspace, drive_id: str, name: str, amount: int, method: PayMethod = PayMethod.CASH) -> None:
    person = ids(agency, drive_id)[name]
    collect(agency, CollectionDraft(drive_id, ((person, amount),), "2025-03-10", method.value))


@pytest.mark.parametrize(
    ("base", "divisor", "rounding", "pay"),
    [
        (9_360_000, 26, 1, 360_000),
        (9_360_000, 22, 1, 425_455),
        (9_360_000, 22, None, 425_455),
        (9_360_000, 22, 1000, 425_000),
        (9_900_000, 22, 100_000, 500_000),
        (11, 22, 1, 1),
    ],
)
def test_a_days_pay_follows_the_rule_of_the_drive(base: int, divisor: int, rounding: int | None, pay: int) -> None:
    assert day_pay(base, divisor, rounding) == pay


def test_no_salary_is_stored() -> None:
    assert {"salary", "base"}.isdisjoint(DrivePerson.__table__.columns.keys())


def test_who_has_not_given_is_named_and_owes_nothing(agency: Workspace) -> None:
    drive_id = made(agency)
    give(agency, drive_id, "Vi Văn Tài", 400_000)
    found = figures(agency, drive_id)
    assert [one.name for one in found.not_yet] == ["Nông Thị Lan", "Hoàng Văn Sơn"]
    assert (found.expected, found.collected, found.in_hand) == (1_060_000, 400_000, 400_000)


def test_collected_against_expected_by_department_adds_up(agency: Workspace) -> None:
    drive_id = made(agency)
    give(agency, drive_id, "Vi Văn Tài", 500_000, PayMethod.PAYROLL)
    give(agency, drive_id, "Nông Thị Lan", 250_000)
    record_gift(agency, GiftDraft("transfer", "2025-03-11", 100_000, donor_name="Một người bạn", drive_id=drive_id))
    found = figures(agency, drive_id)
    lines = [(one.department, one.people, one.gave, one.expected, one.collected) for one in departments(found)]
    assert lines == [
        ("Thanh tra", 1, 1, 400_000, 500_000),
        ("Văn phòng", 2, 1, 660_000, 250_000),
        ("Ngoài danh sách", 0, 0, 0, 100_000),
    ]
    assert sum(one[-1] for one in lines) == found.collected == 850_000
    by_method = {PayMethod.CASH: 250_000, PayMethod.TRANSFER: 100_000, PayMethod.PAYROLL: 500_000}
    assert found.by_method == by_method


def test_giving_again_is_possible_and_told(agency: Workspace) -> None:
    drive_id = made(agency)
    give(agency, drive_id, "Vi Văn Tài", 400_000)
    person = ids(agency, drive_id)["Vi Văn Tài"]
    _, warnings = collect(agency, CollectionDraft(drive_id, ((person, 50_000),), "2025-03-12"))
    assert [one.code for one in warnings] == ["gave_before"]
    assert figures(agency, drive_id).collected == 450_000


def test_remitted_never_above_collected(agency: Workspace) -> None:
    drive_id = made(agency)
    give(agency, drive_id, "Vi Văn Tài", 400_000)
    with pytest.raises(Refused, match="remitted_over_collected"):
        remit(agency, RemittanceDraft(drive_id, 400_001, "2025-04-28", voucher="UNC 12"))
    remit(agency, RemittanceDraft(drive_id, 300_000, "2025-04-28", voucher="UNC 12"))
    with pytest.raises(Refused, match="remitted_over_collected"):
        remit(agency, RemittanceDraft(drive_id, 100_001, "2025-04-28", voucher="UNC 13"))
    found = figures(agency, drive_id)
    assert (found.collected, found.remitted, found.in_hand) == (400_000, 300_000, 100_000)
    assert found.remittances[0].fund == "Quỹ Vì người nghèo tỉnh"


def test_goods_and_work_are_never_money_to_send_on(agency: Workspace) -> None:
    drive_id = made(agency)
    cement = GiftDraft("goods", "2025-03-11", 3_600_000, item="Xi măng", unit="bao", quantity="40", drive_id=drive_id)
    record_gift(agency, cement)
    record_gift(agency, GiftDraft("labour", "2025-03-12", people=12, quantity="1.5", drive_id=drive_id))
    found = figures(agency, drive_id)
    assert (found.collected, found.goods_value, found.days) == (0, 3_600_000, 18)
    assert [(one.item, one.unit, one.quantity) for one in found.goods] == [("Xi măng", "bao", 40)]
    with pytest.raises(Refused, match="remitted_over_collected"):
        remit(agency, RemittanceDraft(drive_id, 1, "2025-04-28", voucher="1"))


def test_a_remittance_is_taken_back_once_by_a_line_of_its_own(agency: Workspace) -> None:
    drive_id = made(agency)
    give(agency, drive_id, "Vi Văn Tài", 400_000)
    remit(agency, RemittanceDraft(drive_id, 400_000, "2025-04-28", voucher="UNC 12"))
    (line,) = figures(agency, drive_id).remittances
    draft = TakenBackDraft(line.id, "2025-04-29", "Chuyển nhầm tài khoản")
    with pytest.raises(Refused, match="reason_missing"):
        take_back_remittance(agency, drive_id, replace(draft, reason=" "))
    take_back_remittance(agency, drive_id, draft)
    found = figures(agency, drive_id)
    assert [one.amount for one in found.remittances] == [400_000, -400_000]
    assert found.in_hand == 400_000
    with pytest.raises(Refused, match="remittance_not_standing"):
        take_back_remittance(agency, drive_id, draft)


def test_people_come_as_rows_of_a_worksheet_with_or_without_headings() -> None:
    headed = "STT\tHọ và tên\tPhòng\tMức ủng hộ\n1\tHoàng Văn Sơn\tVăn phòng\t360.000\n2\tVi Văn Tài\tThanh tra\t\n"
    people, problems = people_of_text(headed)
    assert problems == []
    assert [(one.name, one.department, one.expected) for one in people] == [
        ("Hoàng Văn Sơn", "Văn phòng", 360_000),
        ("Vi Văn Tài", "Thanh tra", None),
    ]
    bare, _ = people_of_text("Hoàng Văn Sơn\tVăn phòng\nVi Văn Tài\tThanh tra\tThanh tra viên\tHợp đồng\t400k")
    assert [(one.name, one.employment, one.expected) for one in bare] == [
        ("Hoàng Văn Sơn", None, None),
        ("Vi Văn Tài", "Hợp đồng", 400_000),
    ]


def test_a_pasted_months_pay_becomes_a_days_pay_by_the_rule_of_the_drive() -> None:
    text = "\nHọ và tên\tLương tháng\tPhòng\nHoàng Văn Sơn\t9.360.000\tVăn phòng\nVi Văn Tài\tnhiều\tThanh tra"
    people, problems = people_of_text(text, lambda base: day_pay(base, 26, 1))
    assert [(one.name, one.expected) for one in people] == [("Hoàng Văn Sơn", 360_000)]
    assert [one.values["text"] for one in problems] == ["nhiều"]
    assert people_of_text(text)[0][0].expected is None


def test_a_first_line_of_names_like_headings_is_a_person() -> None:
    people, _ = people_of_text("Cán bộ một\tPhòng A\tChức vụ kiêm nhiệm\nCán bộ hai\tPhòng B")
    assert [one.name for one in people] == ["Cán bộ một", "Cán bộ hai"]


def test_an_amount_that_cannot_be_read_is_told_with_its_line() -> None:
    people, problems = people_of_text("1\tHoàng Văn Sơn\tVăn phòng\t\t\tmột ngày lương\n2\tVi Văn Tài\tThanh tra")
    assert [one.name for one in people] == ["Vi Văn Tài"]
    assert [(one.code, one.values["line"]) for one in problems] == [("person_amount_unclear", 1)]


def test_the_same_person_twice_warns(agency: Workspace) -> None:
    drive_id = made(agency)
    _, warnings = save_people(agency, drive_id, [PersonDraft("vi van tai", "thanh tra"), PersonDraft("Vi Văn Tài")])
    assert [one.code for one in warnings] == ["drive_person_twice"]


def test_people_who_gave_stay_on_the_list(agency: Workspace) -> None:
    drive_id = made(agency)
    give(agency, drive_id, "Vi Văn Tài", 400_000)
    people = ids(agency, drive_id)
    with pytest.raises(Refused, match="person_has_gifts"):
        take_off_people(agency, drive_id, [people["Vi Văn Tài"], people["Nông Thị Lan"]])
    take_off_people(agency, drive_id, [people["Nông Thị Lan"]])
    assert set(ids(agency, drive_id)) == {"Vi Văn Tài", "Hoàng Văn Sơn"}


def test_a_drive_and_its_people_are_changed_and_taken_back(agency: Workspace) -> None:
    drive_id = made(agency)
    with agency.read() as session:
        (drive,) = drives(session)
    save_drive(agency, replace(DRIVE, id=drive_id, version=drive.version, divisor=22))
    with pytest.raises(Stale):
        save_drive(agency, replace(DRIVE, id=drive_id, version=drive.version, divisor=20))
    undo_newest(agency)
    assert figures(agency, drive_id).drive.divisor == 26
    person = next(one for one in figures(agency, drive_id).people if one.name == "Vi Văn Tài")
    changed = PersonDraft("Vi Văn Tài", "Văn phòng", id=person.id, version=person.version)
    save_people(agency, drive_id, [changed])
    assert {one.department for one in figures(agency, drive_id).people} == {"Văn phòng"}


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"name": " "}, "drive_name_missing"),
        ({"ends_on": "2024-10-01", "report_on": None}, "end_before_start"),
        ({"divisor": 0}, "divisor_unfit"),
        ({"rounding": 0}, "rounding_unfit"),
    ],
)
def test_a_drive_that_cannot_be_is_refused(agency: Workspace, changed: dict[str, object], code: str) -> None:
    with pytest.raises(Refused, match=code):
        save_drive(agency, replace(DRIVE, **changed))  # type: ignore[arg-type]


def test_the_wrap_up_is_awaited_until_a_text_about_it_was_issued(agency: Workspace) -> None:
    made(agency)
    with agency.read() as session:
        assert [one.report_on for one in drives_to_report(session)] == ["2025-05-19"]


def test_the_figures_are_those_of_the_ledger(agency: Workspace) -> None:
    drive_id = made(agency)
    give(agency, drive_id, "Vi Văn Tài", 400_000, PayMethod.PAYROLL)
    give(agency, drive_id, "Nông Thị Lan", 250_000)
    remit(agency, RemittanceDraft(drive_id, 300_000, "2025-04-28", voucher="UNC 12"))
    found = figures(agency, drive_id)
    with agency.read() as session:
        sums = drive_sums(session, drive_id)
        (source,) = source_balances(session)
    assert (sums.collected, sums.remitted, sums.in_hand) == (found.collected, found.remitted, found.in_hand)
    assert (source.name, source.received, source.sums.left) == (DRIVE.name, 650_000, 350_000)


def test_what_was_sent_on_holds_what_was_collected(agency: Workspace) -> None:
    drive_id = made(agency)
    give(agency, drive_id, "Vi Văn Tài", 400_000)
    remit(agency, RemittanceDraft(drive_id, 400_000, "2025-04-28", voucher="UNC 12"))
    (gift,) = figures(agency, drive_id).gifts
    with pytest.raises(Refused, match="spent_over_received"):
        reverse_line(agency, LineReversalDraft(gift.id, "2025-04-29", "Ghi nhầm"))
    (sent,) = figures(agency, drive_id).remittances
    take_back_remittance(agency, drive_id, TakenBackDraft(sent.id, "2025-04-29", "Nộp nhầm"))
    reverse_line(agency, LineReversalDraft(gift.id, "2025-04-29", "Ghi nhầm"))
    found = figures(agency, drive_id)
    assert (found.collected, found.in_hand) == (0, 0)
    assert [one.name for one in found.not_yet if one.name == "Vi Văn Tài"] == ["Vi Văn Tài"]


def test_receipts_are_numbered_for_cash_and_not_for_the_payroll(agency: Workspace) -> None:
    drive_id = made(agency)
    give(agency, drive_id, "Vi Văn Tài", 400_000, PayMethod.PAYROLL)
    give(agency, drive_id, "Nông Thị Lan", 250_000)
    give(agency, drive_id, "Hoàng Văn Sơn", 360_000, PayMethod.TRANSFER)
    receipts = [one.receipt for one in figures(agency, drive_id).gifts]
    assert receipts[0] is None
    assert len({one for one in receipts if one}) == 2


def test_a_gift_that_was_sent_on_is_not_taken_back_although_its_source_has_other_money(agency: Workspace) -> None:
    drive_id = made(agency)
    give(agency, drive_id, "Nông Thị Lan", 300_000)
    source_id = figures(agency, drive_id).drive.source_id
    with agency.read() as session:
        [source] = source_balances(session, [str(source_id)])
    contribute(agency, [ContributionDraft(source.code, ContributionKind.CASH, "2025-03-10", 500_000)])
    remit(agency, RemittanceDraft(drive_id, 300_000, "2025-03-11", voucher="UNC 01"))
    [gift] = figures(agency, drive_id).gifts
    back = LineReversalDraft(gift.id, "2025-03-12", "Ghi nhầm")
    with pytest.raises(Refused) as refused:
        reverse_line(agency, back)
    assert [one.code for one in refused.value.problems] == ["drive_sent_on"]
    [sent] = figures(agency, drive_id).remittances
    take_back_remittance(agency, drive_id, TakenBackDraft(sent.id, "2025-03-12", "Ghi nhầm"))
    reverse_line(agency, back)
    assert figures(agency, drive_id).in_hand == 0


def test_a_drive_with_lines_keeps_its_source(agency: Workspace) -> None:
    drive_id = made(agency)
    _, other_id, _ = save_drive(agency, replace(DRIVE, name="Đợt khác"))
    other = figures(agency, other_id).drive.source_id
    standing = figures(agency, drive_id).drive
    moved = replace(DRIVE, id=drive_id, version=standing.version, source_id=other)
    save_drive(agency, moved)
    undo_newest(agency)
    give(agency, drive_id, "Vi Văn Tài", 400_000)
    remit(agency, RemittanceDraft(drive_id, 400_000, "2025-04-28", voucher="UNC 12"))
    version = figures(agency, drive_id).drive.version
    with pytest.raises(Refused, match="drive_source_fixed"):
        save_drive(agency, replace(moved, version=version))
    save_drive(agency, replace(moved, version=version, source_id=standing.source_id, divisor=22))
    assert (figures(agency, drive_id).drive.source_id, figures(agency, drive_id).remitted) == (
        standing.source_id,
        400_000,
    )


def test_a_drive_names_the_campaign_its_money_counts_in(commune: Workspace) -> None:
    with commune.read() as session:
        plan = campaign_named(session, "so-tai-chinh-lang-son-2024").id
    _, drive, _ = save_drive(commune, DriveDraft("Một ngày lương", campaign_id=plan))
    with commune.read() as session:
        assert campaign_drives(session, plan) == [drive]
        assert drive_figures(session, drive).drive.campaign_id == plan
