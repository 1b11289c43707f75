"""Points to look at from the records: found in few queries, answered once, there again when their facts change."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from sqlalchemy import event

from app.actions import Action
from app.flags.operations import answer_flags
from app.flags.queries import Flag, answered_flags, flags_of, open_flags, place_text
from app.photos.operations import PhotosDraft, add_photos
from app.photos.queries import photos_of
from app.problems import Refused
from app.support.drafts import CaseDraft
from app.support.operations import set_case
from app.support.queries import case_facts, case_of
from app.undo import undo_newest
from app.workspace import Workspace
from models.base import Recorded
from models.construction import Acceptance, StageRecord
from models.funding import Payment
from models.handover import Handover
from models.household import Household, Member
from models.housing import HousingCondition
from models.ledger import Supplier, SupplierPayment, SupplyContract
from models.review import Remark
from tests.make import FUND, make_approved, make_case, make_household

DAY = "2026-11-21"


def found(workspace: Workspace) -> list[Flag]:
    with workspace.read() as session:
        return open_flags(session, DAY)


def codes(workspace: Workspace) -> list[str]:
    return [one.code for one in found(workspace)]


def home_of(workspace: Workspace, case_id: str) -> str:
    with workspace.read() as session:
        return case_facts(session, [case_id])[case_id].household_id


def approved(workspace: Workspace, name: str = "Lò Văn Pâng", **values: Any) -> str:
    case = make_case(workspace, name, **values)
    make_approved(workspace, case, day="2026-10-01")
    return case


def test_the_candidates_of_the_records_hold_every_point_about_a_case(commune: Workspace) -> None:
    fast, full, early, handed, late, remarked = (approved(commune, f"Lò Văn {name}") for name in "ABCDEF")
    unpaid = make_case(commune, "Lò Văn G")
    with commune.change(Action.RECORD_STAGE) as change:
        rows: list[Recorded] = [
            StageRecord(case_id=fast, stage="start", done_on="2026-10-31"),
            Acceptance(case_id=fast, accepted_on="2026-11-01"),
            Payment(case_id=full, amount=60_000_000, paid_on="2026-11-01"),
            Payment(case_id=early, amount=30_000_000, paid_on="2026-10-05", instalment=1),
            Payment(case_id=early, amount=20_000_000, paid_on="2026-10-06", instalment=2),
            Handover(case_id=handed, handed_over_on="2026-11-01"),
            Payment(case_id=late, amount=30_000_000, paid_on="2025-01-05", instalment=1),
            Remark(case_id=remarked, received_on="2026-11-03", content="Nhà còn tốt"),
        ]
        change.session.add_all(rows)
    make_approved(commune, unpaid, day="2026-07-01")
    assert {(one.case_id, one.code) for one in found(commune)} == {
        (fast, "one_day_house"),
        (full, "full_payment_incomplete"),
        (early, "advance_without_start"),
        (handed, "completed_in_system_not_on_site"),
        (late, "overdue_12_months"),
        (unpaid, "tranche_not_claimed"),
        (remarked, "grievance_loop"),
    }


def test_the_candidates_hold_every_point_about_a_household(commune: Workspace) -> None:
    young = approved(commune, "Lò Văn Trẻ", birth="2010")
    holder = approved(commune, "Lò Văn Chủ", bank_account="99", bank_holder="Vì Văn Siêng")
    one = approved(commune, "Lò Văn Một", bank_account="101 22", citizen_id="011072000111")
    two = approved(commune, "Lò Văn Hai", bank_account="10122")
    twice = approved(commune, "Lò Văn Đôi")
    with commune.change(Action.SAVE_HOUSEHOLD) as change:
        home = change.session.get(Household, home_of(commune, twice))
        assert home is not None
        home.commune_code = "08545"
        change.session.add(Member(household_id=home_of(commune, two), name="Lò Văn Một", citizen_id="011072000111"))
        change.session.add(HousingCondition(household_id=home.id, latitude="21.03", longitude="105.85"))
    set_case(commune, CaseDraft(home_of(commune, twice), FUND))
    with commune.read() as session:
        second = case_of(session, home_of(commune, twice), FUND)
    assert second is not None
    make_approved(commune, second.case_id, day="2026-10-02", amount=8_000_000)
    assert sorted((flag.code, flag.head_name) for flag in found(commune)) == [
        ("geotag_far_away", "Lò Văn Đôi"),
        ("minor_as_beneficiary", "Lò Văn Trẻ"),
        ("other_account_holder", "Lò Văn Chủ"),
        ("paid_already_had_house", "Lò Văn Đôi"),
        ("person_supported_twice", "Lò Văn Một"),
        ("wrong_bank_account", "Lò Văn Một"),
    ]
    with commune.read() as session:
        at_the_second = flags_of(session, [home_of(commune, two)], DAY)
    assert {each.code for each in at_the_second[home_of(commune, two)]} == {
        "person_supported_twice",
        "wrong_bank_account",
    }
    assert young != holder != one


def test_what_suppliers_got_for_a_house_counts_before_its_acceptance(commune: Workspace) -> None:
    case = approved(commune)
    with commune.change(Action.SAVE_SUPPLIER) as change:
        supplier = Supplier(name="Vật liệu xây dựng Hà")
        change.session.add(supplier)
        change.session.flush()
        contract = SupplyContract(supplier_id=supplier.id, number="01/HĐ")
        change.session.add(contract)
        change.session.flush()
        change.session.add(SupplierPayment(contract_id=contract.id, case_id=case, amount=60_000_000, paid_on=DAY))
    assert codes(commune) == ["full_payment_incomplete"]


def test_an_answered_point_is_not_open_and_comes_again_with_other_facts(commune: Workspace) -> None:
    case = approved(commune, bank_holder="Quàng Thị Ín")
    [flag] = found(commune)
    answer_flags(commune, [flag.id], " Vợ chủ hộ,  có giấy ủy quyền ")
    assert found(commune) == []
    with commune.read() as session:
        [answered] = answered_flags(session, DAY)
        assert flags_of(session, [flag.household_id], DAY) == {flag.household_id: [answered]}
    assert answered.reason == "Vợ chủ hộ, có giấy ủy quyền"
    with commune.change(Action.SAVE_HOUSEHOLD) as change:
        home = change.session.get(Household, home_of(commune, case))
        assert home is not None
        home.bank_holder = "Vì Văn Siêng"
    assert codes(commune) == ["other_account_holder"]


def test_an_answer_needs_a_reason_and_an_open_point(commune: Workspace) -> None:
    approved(commune, bank_holder="Quàng Thị Ín")
    [flag] = found(commune)
    for wrong, reason in (([flag.id], "  "), ([f"{flag.id}0"], "đã xem"), (["flag:x"], "đã xem")):
        with pytest.raises(Refused):
            answer_flags(commune, wrong, reason)
    answer_flags(commune, [flag.id], "đã xem")
    with pytest.raises(Refused):
        answer_flags(commune, [flag.id], "đã xem")
    undo_newest(commune)
    assert found(commune) == [flag]


def test_a_place_says_that_it_cannot_be_checked_where_no_bounds_are_known(commune: Workspace) -> None:
    unknown, known = make_household(commune), make_household(commune, commune_code="08545")
    with commune.read() as session:
        assert "không kiểm tra được" in place_text(session, unknown, "22.05", "103.15")
        assert "không kiểm tra được" in place_text(session, None, "22.05", "103.15")
        assert place_text(session, known, "21.30", "104.90") == "Tọa độ nằm trong xã."
        assert "ngoài xã" in place_text(session, known, "21.03", "105.85")
        assert place_text(session, known, None, None) == ""


def test_the_number_of_queries_does_not_grow_with_the_households(commune: Workspace) -> None:
    def queries() -> int:
        count = 0

        def heard(*_: object) -> None:
            nonlocal count
            count += 1

        with commune.read() as session:
            connection = session.connection()
            event.listen(connection, "before_cursor_execute", heard)
            open_flags(session, DAY)
            event.remove(connection, "before_cursor_execute", heard)
        return count

    approved(commune, bank_holder="Quàng Thị Ín")
    few = queries()
    for number in range(12):
        approved(commune, f"Lò Văn {number}", bank_holder="Quàng Thị Ín")
    make_household(commune, "Lò Thị Ba")
    assert queries() == few


@pytest.mark.parametrize("commune_code", ["08545", "03151"])
def test_a_photo_without_day_or_place_is_no_point_to_look_at(
    commune: Workspace, tmp_path: Path, commune_code: str
) -> None:
    """Pictures come through Zalo without the camera's notes: a fault nowhere, bounds known or not."""
    bare = tmp_path / "zalo.jpg"
    Image.new("RGB", (40, 30), "brown").save(bare)
    house = make_household(commune, commune_code=commune_code)
    set_case(commune, CaseDraft(house, FUND))
    add_photos(commune, PhotosDraft(house, (bare,)))
    with commune.read() as session:
        [photo] = photos_of(session, house)
        assert (photo.taken_on, photo.latitude, photo.longitude) == (None, None, None)
        assert flags_of(session, [house], DAY) == {}
    assert found(commune) == []


def test_a_place_is_a_point_only_where_the_bounds_of_its_commune_are_known(commune: Workspace) -> None:
    unknown, known, inside = (make_household(commune, commune_code=one) for one in ("03151", "08545", "08545"))
    places = {unknown: ("21.03", "105.85"), known: ("21.03", "105.85"), inside: ("21.25", "104.9")}
    with commune.change(Action.SAVE_HOUSEHOLD) as change:
        for house, (latitude, longitude) in places.items():
            change.session.add(HousingCondition(household_id=house, latitude=latitude, longitude=longitude))
    assert [(one.code, one.household_id) for one in found(commune)] == [("geotag_far_away", known)]
