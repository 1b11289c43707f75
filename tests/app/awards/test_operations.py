"""From the quota to the decision: proposing within it, the council's votes, the dossier's way, what is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.actions import Action
from app.awards.achievements import achievements
from app.awards.drafts import (
    AchievementDraft,
    BlankDraft,
    MeetingDraft,
    NominationDraft,
    OutcomeDraft,
    ParticipantDraft,
    ReadingDraft,
    StepDraft,
    TickDraft,
    VoteDraft,
)
from app.awards.facts import DossierState, NominationRow
from app.awards.lists import proposal_lines, standards_text
from app.awards.offers import offers
from app.awards.operations import (
    decide,
    nominate,
    read_quotas,
    save_achievement,
    save_blank,
    save_meeting,
    save_participant,
    save_ticks,
    send_on,
    take_off_participants,
    withdraw_nominations,
)
from app.awards.queries import certificate_blank, meetings, nominations, participants, quota_lines
from app.awards.quotas import line_for, quota_json
from app.awards.standards import met_of, standards_of
from app.campaigns.queries import CampaignDetail
from app.funding.drafts import SourceDraft
from app.funding.operations import add_source
from app.giving.drafts import DonorDraft, GiftDraft
from app.giving.operations import record_gift, save_donor
from app.giving.queries import donors
from app.problems import Refused, Stale
from app.undo import undo_newest
from app.wording.messages import problem_text
from app.workspace import Workspace
from models.campaign import CampaignTarget
from models.movement import UnitReport
from models.vocabulary import SourceKind
from tests.app.awards.conftest import Adder, form_id
from tests.make import make_household

BANG_KHEN = "bang-khen-ubnd-tinh"
MY_TU = "Huyện Mỹ Tú"


def refusal(caught: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [problem_text(one) for one in caught.value.problems]


def proposed(workspace: Workspace, plan: CampaignDetail) -> list[NominationRow]:
    with workspace.read() as session:
        return nominations(session, plan.id)


def retarget(workspace: Workspace, plan: CampaignDetail, unit: str, figure: str, day: str) -> None:
    """The target of a unit changed by a decision."""
    unit_id = next(one.id for one in plan.units if one.name == unit)
    with workspace.change(Action.SAVE_TARGET) as change:
        change.session.add(
            CampaignTarget(
                campaign_id=plan.id,
                unit_id=unit_id,
                measure="houses",
                figure=figure,
                decided_on=day,
                position=99,
                period=next(one.period for one in plan.targets if one.unit_id == unit_id),
            )
        )


def test_the_plans_targets_give_28_collectives_and_41_persons_and_34_and_55_in_all(
    commune: Workspace, soc_trang: CampaignDetail
) -> None:
    with commune.read() as session:
        found = quota_json(session, soc_trang.id)
    assert len(found["units"]) == 11
    assert (sum(one["collective"] for one in found["units"]), sum(one["individual"] for one in found["units"])) == (
        28,
        41,
    )
    assert (found["total"]["collective"], found["total"]["individual"]) == (34, 55)
    assert all(one["edge"] == [] and one["override"] is None for one in found["units"])


def test_a_later_decision_about_a_target_gives_other_figures_and_an_edge_waits_for_its_reading(
    commune: Workspace, soc_trang: CampaignDetail
) -> None:
    retarget(commune, soc_trang, MY_TU, "60", "2023-07-01")
    retarget(commune, soc_trang, MY_TU, "100", "2023-08-01")
    with commune.read() as session:
        found = {one["name"]: one for one in quota_json(session, soc_trang.id)["units"]}
    (unit,) = [one for one in soc_trang.units if one.name == MY_TU]
    told = {"name": MY_TU, "target": 100, "collective": None, "individual": None, "household": 0}
    assert found[MY_TU] == told | {"edge": ["collective", "individual"], "override": None}
    read = ReadingDraft(soc_trang.id, "collective", 3, "Công văn 12/SNV của Sở Nội vụ", BANG_KHEN, unit.id)
    read_quotas(commune, [read])
    with commune.read() as session:
        found = {one["name"]: one for one in quota_json(session, soc_trang.id)["units"]}
    assert (found[MY_TU]["collective"], found[MY_TU]["individual"]) == (3, None)
    assert found[MY_TU]["override"] == {"collective": 3, "reason": "Công văn 12/SNV của Sở Nội vụ"}
    undo_newest(commune)
    with commune.read() as session:
        assert (
            next(one for one in quota_json(session, soc_trang.id)["units"] if one["name"] == MY_TU)["override"] is None
        )


@pytest.mark.parametrize(("number", "reason"), [(None, "Đã hỏi"), (-1, "Đã hỏi"), (3, "  ")])
def test_a_reading_needs_a_number_and_a_reason(
    commune: Workspace, soc_trang: CampaignDetail, number: int | None, reason: str
) -> None:
    with pytest.raises(Refused) as caught:
        read_quotas(commune, [ReadingDraft(soc_trang.id, "collective", number, reason, BANG_KHEN)])
    assert all("." in one for one in refusal(caught))


def test_nomination_stays_within_the_quota_and_the_refusal_says_what_opens_it(
    commune: Workspace, soc_trang: CampaignDetail, add: Adder
) -> None:
    names = ("Công an huyện Mỹ Tú", "Xã Mỹ Hương", "Huyện đoàn Mỹ Tú")
    people = [add(soc_trang, name, unit=MY_TU) for name in names]
    form = form_id(soc_trang, BANG_KHEN)
    nominate(commune, [NominationDraft(one.id, form) for one in people[:2]])
    with pytest.raises(Refused) as caught:
        nominate(commune, [NominationDraft(people[2].id, form)])
    assert refusal(caught)[0] == (
        "Huyện Mỹ Tú chỉ được đề xuất 2 tập thể cho Bằng khen của UBND tỉnh, đã đề nghị 2. Rút một đề nghị, "
        "hoặc ghi số lượng mới kèm lý do ở mục Số lượng."
    )
    with commune.read() as session:
        line = line_for(quota_lines(session, soc_trang.id), form, "collective", people[0].unit_id, None)
    assert line is not None
    assert (line.number, line.used, line.left) == (2, 2, 0)
    withdraw_nominations(commune, [proposed(commune, soc_trang)[0].id])
    nominate(commune, [NominationDraft(people[2].id, form)])
    assert len(proposed(commune, soc_trang)) == 2


def test_one_batch_over_the_quota_proposes_nobody(commune: Workspace, soc_trang: CampaignDetail, add: Adder) -> None:
    people = [add(soc_trang, f"Xã {name}", unit=MY_TU) for name in ("Mỹ Hương", "Mỹ Phước", "Long Hưng")]
    with pytest.raises(Refused):
        nominate(commune, [NominationDraft(one.id, form_id(soc_trang, BANG_KHEN)) for one in people])
    assert proposed(commune, soc_trang) == []


def test_on_an_open_edge_nobody_is_proposed_before_the_officer_reads_it(
    commune: Workspace, soc_trang: CampaignDetail, add: Adder
) -> None:
    retarget(commune, soc_trang, MY_TU, "100", "2023-08-01")
    who = add(soc_trang, "Xã Mỹ Hương", unit=MY_TU)
    with pytest.raises(Refused, match="quota_unread"):
        nominate(commune, [NominationDraft(who.id, form_id(soc_trang, BANG_KHEN))])


def test_a_fixed_group_has_its_own_places(commune: Workspace, soc_trang: CampaignDetail, add: Adder) -> None:
    group = next(one.whom for one in soc_trang.quotas if one.number == 8 and one.whom)
    form = form_id(soc_trang, BANG_KHEN)
    lost = add(soc_trang, "Lý Thị Sương", "individual")
    with pytest.raises(Refused, match="quota_group_missing") as caught:
        nominate(commune, [NominationDraft(lost.id, form)])
    assert "Tổ giúp việc" in refusal(caught)[0]
    for number in range(8):
        who = add(soc_trang, f"Thạch Văn {number}", "individual", whom=group)
        nominate(commune, [NominationDraft(who.id, form)])
    with pytest.raises(Refused, match="quota_full"):
        nominate(commune, [NominationDraft(add(soc_trang, "Thạch Rết", "individual", whom=group).id, form)])


def test_a_form_goes_only_to_whom_the_plan_allows(commune: Workspace, muong_lay: CampaignDetail, add: Adder) -> None:
    house = add(muong_lay, "Hộ Lò Văn Pâng", "household")
    with pytest.raises(Refused) as caught:
        nominate(commune, [NominationDraft(house.id, form_id(muong_lay, "ky-niem-chuong"))])
    assert "không tặng cho hộ gia đình, chỉ tặng cho cá nhân" in refusal(caught)[0]
    _, warnings = nominate(commune, [NominationDraft(house.id, form_id(muong_lay, "giay-khen-chu-tich-xa"))])
    told = {one.code for one in warnings}
    assert "standards_unjudged" in told
    assert "standards_not_met" not in told, "what nobody has judged is not unmet"
    with pytest.raises(Refused, match="nominated_already"):
        nominate(commune, [NominationDraft(house.id, form_id(muong_lay, "giay-khen-chu-tich-xa"))])


def test_an_abolished_issuer_is_told_with_its_successor_and_a_number_that_was_not_handed_down_warns(
    commune: Workspace, muong_lay: CampaignDetail, add: Adder
) -> None:
    who = add(muong_lay, "Quàng Thị Ín", "individual")
    _, warnings = nominate(commune, [NominationDraft(who.id, form_id(muong_lay, "giay-khen-chu-tich-thi-xa"))])
    told = {one.code: problem_text(one) for one in warnings}
    assert "nay do Chủ tịch UBND phường Mường Lay tặng" in told["issuer_ended_successor"]
    assert "quota_waiting" in told


def test_votes_add_up_to_those_present(commune: Workspace, soc_trang: CampaignDetail, add: Adder) -> None:
    who = add(soc_trang, "Xã Mỹ Hương", unit=MY_TU)
    nominate(commune, [NominationDraft(who.id, form_id(soc_trang, BANG_KHEN))])
    (row,) = proposed(commune, soc_trang)
    vote = VoteDraft(row.id, 6, 1, 1, row.version)
    meeting = MeetingDraft(soc_trang.id, "2023-09-05", "Hội trường", "Ông Chủ tịch", present=9, votes=(vote,))
    with pytest.raises(Refused) as caught:
        save_meeting(commune, meeting)
    assert refusal(caught) == ["Phiếu của Xã Mỹ Hương cộng lại là 8, số người dự là 9. Sửa lại cho khớp."]
    _, made, _ = save_meeting(commune, replace(meeting, votes=(replace(vote, agree=7),)))
    with commune.read() as session:
        (held,) = meetings(session, soc_trang.id)
        (row,) = nominations(session, soc_trang.id)
    assert (held.id, held.votes, row.meeting_id, row.agree) == (made, 1, made, 7)
    undo_newest(commune)
    assert proposed(commune, soc_trang)[0].agree is None


def test_a_dossier_goes_its_way_comes_back_with_a_reason_and_is_granted(
    commune: Workspace, soc_trang: CampaignDetail, add: Adder
) -> None:
    who = add(soc_trang, "Xã Mỹ Hương", unit=MY_TU)
    nominate(commune, [NominationDraft(who.id, form_id(soc_trang, BANG_KHEN))])

    def step(on: str, **more: object) -> None:
        chosen = tuple((one.id, one.version) for one in proposed(commune, soc_trang))
        send_on(commune, StepDraft(chosen, on, **more))  # type: ignore[arg-type]

    def state() -> DossierState:
        return proposed(commune, soc_trang)[0].state

    assert state() is DossierState.PROPOSED
    with pytest.raises(Refused, match="dossier_not_sent"):
        step("2023-09-06", returned=True, reason="Thiếu báo cáo")
    step("2023-09-06", to="Công an tỉnh")
    with pytest.raises(Refused, match="dossier_goes_back"):
        step("2023-09-05", to="Sở Nội vụ")
    with pytest.raises(Refused, match="reason_missing"):
        step("2023-09-08", returned=True)
    step("2023-09-08", returned=True, reason="Thiếu báo cáo thành tích")
    assert (state(), proposed(commune, soc_trang)[0].reason) == (DossierState.RETURNED, "Thiếu báo cáo thành tích")
    step("2023-09-10", to="Công an tỉnh")
    assert (state(), proposed(commune, soc_trang)[0].reason) == (DossierState.SENT, None)
    chosen = tuple((one.id, one.version) for one in proposed(commune, soc_trang))
    with pytest.raises(Refused, match="award_decision_number_missing"):
        decide(commune, OutcomeDraft(chosen, True, None, "2023-10-10"))
    decide(commune, OutcomeDraft(chosen, True, "2210/QĐ-UBND", "2023-10-10", "Trần Văn L."))
    assert state() is DossierState.GRANTED
    with pytest.raises(Stale):
        decide(commune, OutcomeDraft(chosen, True, "2211/QĐ-UBND", "2023-10-11"))
    with pytest.raises(Refused, match="nomination_withdrawn_after"):
        withdraw_nominations(commune, [chosen[0][0]])


def test_what_was_not_granted_gives_its_place_back(commune: Workspace, soc_trang: CampaignDetail, add: Adder) -> None:
    form = form_id(soc_trang, BANG_KHEN)
    people = [add(soc_trang, name, unit=MY_TU) for name in ("Xã Mỹ Hương", "Xã Mỹ Phước", "Xã Long Hưng")]
    nominate(commune, [NominationDraft(one.id, form) for one in people[:2]])
    first = proposed(commune, soc_trang)[0]
    with pytest.raises(Refused, match="reason_missing"):
        decide(commune, OutcomeDraft(((first.id, first.version),), False, decided_on="2023-09-20"))
    decide(commune, OutcomeDraft(((first.id, first.version),), False, decided_on="2023-09-20", reason="Chưa đủ"))
    nominate(commune, [NominationDraft(people[2].id, form)])
    assert {one.state for one in proposed(commune, soc_trang)} == {DossierState.NOT_GRANTED, DossierState.PROPOSED}


def test_achievements_are_told_by_the_records_and_noted_by_hand(
    commune: Workspace, soc_trang: CampaignDetail, add: Adder
) -> None:
    save_donor(commune, DonorDraft("Công ty Xây dựng Bản Phủ", "business"))
    with commune.read() as session:
        (donor,) = donors(session)
    changes, _ = add_source(commune, SourceDraft("QVNN", "Quỹ Vì người nghèo", SourceKind.FUND_FOR_POOR))
    (source,) = changes.ids
    gift = GiftDraft("cash", "2023-07-01", 30_000_000, donor_id=donor.id, source_id=source)
    for one in (
        gift,
        replace(gift, kind="goods", amount=2_000_000, item="Xi măng", unit="bao", quantity="25"),
        replace(gift, kind="labour", amount=None, people=4, quantity="3"),
        replace(gift, given_on="2023-01-05", amount=9_000_000),
    ):
        record_gift(commune, one)
    who = add(soc_trang, donor.name, donor_id=donor.id, outside=True)
    save_achievement(commune, AchievementDraft(who.id, "Tặng 5 bộ bàn ghế", "5", "bộ", "Biên bản ngày 02/8/2023"))
    with commune.read() as session:
        found = achievements(session, who)
    assert [(one.text, one.computed) for one in found] == [
        ("Ủng hộ tiền: 30.000.000 đồng", True),
        ("Ủng hộ hiện vật, quy đổi: 2.000.000 đồng", True),
        ("Góp 12 ngày công", True),
        ("Tặng 5 bộ bàn ghế", False),
    ]


def test_standards_are_ticked_by_the_records_until_a_hand_says_otherwise(
    commune: Workspace, soc_trang: CampaignDetail, add: Adder
) -> None:
    who = add(soc_trang, MY_TU, unit=MY_TU)

    def standing() -> list[tuple[bool | None, bool]]:
        with commune.read() as session:
            return [(one.met, one.by_records) for one in standards_of(session, who, BANG_KHEN)]

    assert standing() == [(None, False)] * 4
    with commune.read() as session:
        assert met_of(standards_of(session, who, BANG_KHEN)) == (0, 0, 4)
        (line,) = proposal_lines(session, soc_trang.id)
    assert standards_text(line.standards).endswith("chưa xác định")
    deadlines = {one.code: one.id for one in soc_trang.deadlines}
    sent = (("plan", "ke-hoach-don-vi", "2023-06-20"), ("report", "trao-tang-nha", "2023-09-01"))
    with commune.change(Action.NOTE_REPORT) as change:
        for kind, code, day in (*sent, ("wrap_up", "bao-cao-ket-qua", "2023-09-05")):
            own = {"campaign_id": soc_trang.id, "unit_id": who.unit_id, "deadline_id": deadlines[code]}
            change.session.add(UnitReport(**own, kind=kind, number="12/BC", sent_on=day))
    with commune.read() as session:
        found = standards_of(session, who, BANG_KHEN)
    assert (found[3].met, found[3].by_records) == (True, True)
    assert "Tổng kết 12/BC ngày 05/09/2023" in found[3].evidence
    _, warnings = save_ticks(
        commune, who.id, [TickDraft(found[3].standard_id, False), TickDraft(found[1].standard_id, True)]
    )
    assert [one.code for one in warnings] == ["standard_without_evidence"]
    assert standing() == [(None, False), (True, False), (None, False), (False, False)]
    with commune.read() as session:
        assert met_of(standards_of(session, who, BANG_KHEN)) == (1, 1, 2)


def test_nobody_is_typed_twice_and_who_is_proposed_stays_on_the_list(
    commune: Workspace, soc_trang: CampaignDetail, add: Adder
) -> None:
    household = make_household(commune, "Lò Văn Pâng")
    save_donor(commune, DonorDraft("Bà Mùi", may_name=True))
    with commune.read() as session:
        known = {one.name: one for one in offers(session, soc_trang.id)}
    assert (known["Lò Văn Pâng"].kind, known["Lò Văn Pâng"].household_id) == ("household", household)
    assert known["Bà Mùi"].kind == "individual"
    assert known[MY_TU].kind == "collective"
    who = add(soc_trang, MY_TU, unit=MY_TU)
    with commune.read() as session:
        assert MY_TU not in {one.name for one in offers(session, soc_trang.id)}
    _, _, warnings = save_participant(commune, ParticipantDraft(soc_trang.id, "collective", "huyện mỹ tú"))
    assert [one.code for one in warnings] == ["participant_twice"]
    nominate(commune, [NominationDraft(who.id, form_id(soc_trang, BANG_KHEN))])
    with pytest.raises(Refused, match="participant_has_nomination"):
        take_off_participants(commune, [who.id])
    withdraw_nominations(commune, [proposed(commune, soc_trang)[0].id])
    take_off_participants(commune, [who.id])
    with commune.read() as session:
        assert [one.name for one in participants(session, soc_trang.id)] == ["huyện mỹ tú"]


def test_where_the_blank_is_met_is_kept_for_the_office_and_stays_on_the_sheet(commune: Workspace) -> None:
    save_blank(commune, BlankDraft("2,5", "-3", titled=False))
    save_blank(commune, BlankDraft("3", "-3", titled=False))
    with commune.read() as session:
        assert certificate_blank(session) == BlankDraft("3", "-3", False)
    for wrong in ("150", "nhiều"):
        with pytest.raises(Refused, match="blank_moved_too_far"):
            save_blank(commune, BlankDraft(wrong, "0"))
