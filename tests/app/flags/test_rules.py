"""Each point to look at: one house that has it, one that just does not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.flags.facts import Flag, HomeFacts
from app.flags.rules import flags_of_home
from app.support.facts import (
    AcceptanceRow,
    CaseFacts,
    DecisionRow,
    ExceptionRow,
    HandoverRow,
    PaymentRow,
    RemarkRow,
    StageRow,
)
from app.support.queries import Support, case_state
from models.vocabulary import Stage, WorkType

TODAY = "2026-11-21"
HOME = HomeFacts("home-1", "Lò Văn Pâng", TODAY, birth="1972", commune="08545")
SUPPORTS = (
    Support("case-1", "home-1", "Lò Văn Pâng", "Giảm nghèo bền vững", "2022-05-01"),
    Support("case-2", "home-1", "Lò Văn Pâng", "Xóa nhà tạm 2024–2025", "2025-07-15"),
)


def row(kind: type[Any], **values: Any) -> Any:
    """A row of a case with what matters; all else is empty."""
    return kind(**dict.fromkeys(kind.__dataclass_fields__) | {"id": "row", "case_id": "case-1"} | values)


def decision(day: str = "2026-10-01", amount: int = 60_000_000) -> DecisionRow:
    return row(DecisionRow, id="decision", number="45/QĐ-UBND", decided_on=day, amount=amount, office_code="03151")  # type: ignore[no-any-return]


def paid(day: str, amount: int, number: int | None = None, **values: Any) -> PaymentRow:
    return row(PaymentRow, id=f"pay-{day}", paid_on=day, amount=amount, instalment=number, **values)  # type: ignore[no-any-return]


def done(stage: Stage, day: str) -> StageRow:
    return row(StageRow, id=f"stage-{stage}", stage=stage.value, done_on=day)  # type: ignore[no-any-return]


def accepted(day: str) -> AcceptanceRow:
    return row(AcceptanceRow, id="acceptance", accepted_on=day)  # type: ignore[no-any-return]


def house(home: HomeFacts = HOME, **facts: Any) -> HomeFacts:
    """The household with one case of which this is known."""
    values = {"registered_on": "2026-09-01", "work_type": WorkType.NEW_BUILD.value, **facts}
    case = CaseFacts("case-1", home.id, home.head_name, "poor", 4, None, "03151", 1, **values)
    return replace(home, cases=((case, case_state(case)),))


def codes(home: HomeFacts) -> list[str]:
    return [one.code for one in flags_of_home(home)]


def only(home: HomeFacts) -> Flag:
    [found] = flags_of_home(home)
    return found


def test_an_ordinary_house_has_no_point_to_look_at() -> None:
    stages = (done(Stage.START, "2026-10-03"), done(Stage.FOUNDATION, "2026-10-10"))
    ordinary = house(decisions=(decision(),), payments=(paid("2026-10-05", 36_000_000),), stages=stages)
    assert codes(ordinary) == []


@pytest.mark.parametrize(
    ("last", "work", "flagged"),
    [
        ("2026-10-02", WorkType.NEW_BUILD, True),
        ("2026-10-01", WorkType.NEW_BUILD, True),
        ("2026-10-03", WorkType.NEW_BUILD, False),
        ("2026-10-01", WorkType.REPAIR, False),
    ],
)
def test_a_new_house_from_start_to_acceptance_in_one_day(last: str, work: WorkType, flagged: bool) -> None:
    stages = (done(Stage.START, "2026-10-01"),)
    found = codes(house(work_type=work.value, stages=stages, acceptances=(accepted(last),)))
    assert found == (["one_day_house"] if flagged else [])


def test_a_house_paid_in_full_before_acceptance_unless_its_reason_was_written() -> None:
    stages = (done(Stage.FOUNDATION, "2026-10-04"),)
    known: dict[str, Any] = {"decisions": (decision(),), "stages": stages}
    full = paid("2026-10-05", 60_000_000)
    assert codes(house(**known, payments=(full,))) == ["full_payment_incomplete"]
    assert codes(house(**known, payments=(replace(full, reason="Hộ mua vật tư trả trước"),))) == []
    first = replace(paid("2026-10-04", 36_000_000), reason="Chi trước khi có giấy ủy quyền")
    rest = paid("2026-10-05", 24_000_000)
    assert codes(house(**known, payments=(first, rest))) == ["full_payment_incomplete"]
    assert codes(house(**known, payments=(replace(full, amount=59_999_999),))) == []
    assert codes(house(**known, payments=(full,), acceptances=(accepted("2026-11-01"),))) == []


def test_what_suppliers_got_counts_as_paid() -> None:
    home = house(decisions=(decision(),), payments=(paid("2026-10-05", 30_000_000),))
    assert codes(replace(home, paid={"case-1": 60_000_000})) == ["full_payment_incomplete"]


@pytest.mark.parametrize(("stage_day", "flagged"), [("2026-10-20", False), ("2026-10-21", True), (None, True)])
def test_a_second_payment_before_any_stage(stage_day: str | None, flagged: bool) -> None:
    stages = [done(Stage.START, "2026-10-02")] + ([done(Stage.FOUNDATION, stage_day)] if stage_day else [])
    payments = (paid("2026-10-05", 30_000_000, 1), paid("2026-10-20", 20_000_000, 2))
    home = house(decisions=(decision(),), payments=payments, stages=tuple(stages))
    assert codes(home) == (["advance_without_start"] if flagged else [])


def test_a_payment_taken_back_is_no_second_one() -> None:
    back = paid("2026-10-06", -30_000_000, reverses_id="pay-2026-10-05")
    payments = (paid("2026-10-05", 30_000_000), back, paid("2026-10-20", 30_000_000))
    assert codes(house(decisions=(decision(),), payments=payments)) == []


def test_a_house_handed_over_without_acceptance() -> None:
    handed = (row(HandoverRow, handed_over_on="2026-11-01"),)
    assert codes(house(handovers=handed)) == ["completed_in_system_not_on_site"]
    assert codes(house(handovers=handed, acceptances=(accepted("2026-10-30"),))) == []


@pytest.mark.parametrize(("first", "flagged"), [("2025-11-21", True), ("2025-11-22", False)])
def test_a_house_not_accepted_twelve_months_after_its_first_payment(first: str, flagged: bool) -> None:
    home = house(decisions=(decision("2025-11-01"),), payments=(paid(first, 30_000_000),))
    assert codes(home) == (["overdue_12_months"] if flagged else [])


@pytest.mark.parametrize(("day", "flagged"), [("2026-08-22", True), ("2026-08-23", False)])
def test_a_house_approved_long_ago_and_not_paid(day: str, flagged: bool) -> None:
    assert codes(house(decisions=(decision(day),))) == (["tranche_not_claimed"] if flagged else [])


@pytest.mark.parametrize(("birth", "flagged"), [("2008-10-02", True), ("2008-10-01", False), ("2008", False)])
def test_a_head_under_age_on_the_day_of_the_decision(birth: str, flagged: bool) -> None:
    home = house(replace(HOME, birth=birth), decisions=(decision("2026-10-01"),))
    assert codes(home) == (["minor_as_beneficiary"] if flagged else [])


def test_an_orphan_with_a_guardian_is_a_mild_point() -> None:
    home = house(replace(HOME, birth="2010", guardian="Lò Thị Ín"))
    found = only(home)
    assert found.mild
    assert "Lò Thị Ín" in found.text
    assert not only(replace(home, guardian=None)).mild


def test_a_household_helped_in_two_programmes_or_years() -> None:
    found = only(house(replace(HOME, given=SUPPORTS)))
    assert found.code == "paid_already_had_house"
    assert "Giảm nghèo bền vững 2022; Xóa nhà tạm 2024–2025 2025" in found.text
    assert codes(house(replace(HOME, given=SUPPORTS[:1]))) == []


def test_a_person_helped_with_two_households_is_told_at_the_first_of_them() -> None:
    other = replace(SUPPORTS[1], household_id="home-2", head_name="Lò Văn Páng", person="011072000111")
    found = only(house(replace(HOME, given=(SUPPORTS[0], other))))
    assert (found.code, found.others) == ("person_supported_twice", ("home-2",))
    assert "0111" in found.text
    assert "011072000111" not in found.text
    assert codes(house(replace(HOME, given=(other,)))) == []
    assert codes(house(replace(HOME, id="home-3", given=(replace(SUPPORTS[0], household_id="home-3"), other)))) == []


def test_one_account_of_two_households_is_told_at_the_first_of_them() -> None:
    home = house(replace(HOME, bank_account="101", sharers={"home-2": "Quàng Thị Ín"}))
    found = only(home)
    assert (found.code, found.others) == ("wrong_bank_account", ("home-2",))
    assert "2 hộ: Lò Văn Pâng, Quàng Thị Ín" in found.text
    assert codes(house(replace(HOME, id="home-3", bank_account="101", sharers={"home-2": "Quàng Thị Ín"}))) == []
    assert codes(house(replace(HOME, bank_account="101"))) == []


def test_an_account_of_another_name_and_a_milder_one_of_somebody_in_the_house() -> None:
    assert only(house(replace(HOME, bank_holder="Quàng Thị Ín"))).code == "other_account_holder"
    assert only(house(replace(HOME, bank_holder="Quàng Thị Ín", people=("QUÀNG THỊ ÍN",)))).mild
    assert codes(house(replace(HOME, bank_holder="LÒ VĂN PÂNG"))) == []
    assert codes(replace(HOME, bank_holder="Quàng Thị Ín")) == []


def test_a_place_outside_the_commune_only_where_its_bounds_are_known() -> None:
    # Thu Cúc, Phú Thọ, is known; Mường Lay, Điện Biên, is not.
    outside = replace(HOME, latitude="21.03", longitude="105.85")
    assert codes(house(outside)) == ["geotag_far_away"]
    assert "km" in only(house(outside)).text
    assert codes(house(replace(outside, latitude="21.25", longitude="104.9"))) == []
    assert codes(house(replace(outside, commune="03151"))) == []


def test_a_remark_that_nobody_answered() -> None:
    remark = row(RemarkRow, received_on="2026-11-03", content="Nhà còn tốt")
    assert codes(house(remarks=(remark,))) == ["grievance_loop"]
    assert codes(house(remarks=(replace(remark, answered_on="2026-11-04"),))) == []


def test_other_facts_make_another_point() -> None:
    first = only(house(replace(HOME, bank_holder="Quàng Thị Ín")))
    same = only(house(replace(HOME, bank_holder="quàng thị ín")))
    other = only(house(replace(HOME, bank_holder="Vì Văn Siêng")))
    assert first.id == same.id
    assert first.id != other.id
    assert first.sentence.endswith("Sửa tài khoản, hoặc kiểm tra giấy ủy quyền rồi ghi lý do.")


def test_who_escaped_poverty_before_the_house_is_done_is_looked_at_again() -> None:
    decided = replace(decision("2025-07-15"), category="poor")
    home = replace(HOME, levels={2025: "poor", 2026: "average"})
    paid_once = (paid("2026-10-20", 36_000_000),)
    found = only(house(home, decisions=(decided,), payments=paid_once))
    assert (found.code, found.mild, found.case_id) == ("escaped_in_mid_course", False, "case-1")
    assert found.text == "Khi duyệt là hộ nghèo, năm 2026 ghi không nghèo; nhà chưa xong."
    nearly = only(house(replace(home, levels={2026: "near_poor"}), decisions=(decided,), payments=paid_once))
    assert nearly.mild
    for quiet in (
        house(replace(home, levels={2025: "average"}), decisions=(decided,), payments=paid_once),
        house(replace(home, levels={2026: "poor"}), decisions=(decided,), payments=paid_once),
        house(home, decisions=(replace(decided, category="disaster"),), payments=paid_once),
        house(
            home,
            decisions=(decided,),
            payments=paid_once,
            exceptions=(replace(row(ExceptionRow, id="note", happened_on="2026-11-01"), kind="escaped_poverty"),),
        ),
    ):
        assert codes(quiet) == []
