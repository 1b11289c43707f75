"""Sóc Trăng, June to September 2023: 1,200 houses in eleven units, by the packages of eleven communes, to 34 and 55."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.awards.drafts import MeetingDraft, NominationDraft, OutcomeDraft, ParticipantDraft, StepDraft, VoteDraft
from app.awards.operations import decide, nominate, save_meeting, save_participant, send_on
from app.awards.queries import nominations, participants, quota_json
from app.awards.standards import standards_of
from app.campaigns.facts import CampaignDetail
from app.campaigns.movement_drafts import UnitReportDraft
from app.campaigns.movement_operations import close_campaign, note_reports_sent
from app.campaigns.operations import open_campaign
from app.exchange.merging import receive_packages
from app.exchange.packing import export_packages
from app.problems import Refused
from app.reports.asked import asked_from
from app.reports.drafts import SentDraft
from app.reports.operations import keep_report, kept_file
from app.reports.queries import sent_reports
from app.workspace import Workspace
from models.vocabulary import AwardObject, CampaignSection, DeadlineState, Level, UnitReportKind
from tests.journeys.campaign_office import (
    deadline_id,
    finish,
    form_id,
    lines_on,
    make_houses,
    office,
    plan_of,
    standing,
    standings_on,
    unit_id,
)

CODE = "soc-trang-2023"
PROVINCE = "Thành phố Cần Thơ"
#: A commune of today in each unit of the plan, and the unit's figure.
COMMUNES = {
    "soc-trang": ("31507", "Phường Sóc Trăng", 20),
    "my-tu": ("31567", "Xã Mỹ Tú", 40),
    "nga-nam": ("31732", "Phường Ngã Năm", 40),
    "cu-lao-dung": ("31633", "Xã Cù Lao Dung", 55),
    "chau-thanh": ("31569", "Xã Phú Tâm", 70),
    "tran-de": ("31673", "Xã Trần Đề", 70),
    "long-phu": ("31639", "Xã Long Phú", 75),
    "my-xuyen": ("31708", "Xã Nhu Gia", 120),
    "thanh-tri": ("31756", "Xã Phú Lộc", 130),
    "vinh-chau": ("31783", "Phường Vĩnh Châu", 260),
    "ke-sach": ("31528", "Xã Kế Sách", 320),
}
#: Kế Sách is not done with these when the first packages leave.
LAST_ONES = 15


@pytest.fixture
def province(tmp_path: Path) -> Iterator[Workspace]:
    """The office that runs the drive."""
    with office(tmp_path, Level.UPPER, "92", "Công an tỉnh", PROVINCE) as workspace:
        yield workspace


def test_1200_houses_in_eleven_units_are_built_given_and_praised(province: Workspace, tmp_path: Path) -> None:
    plan = plan_of(province, CODE)
    open_campaign(province, plan.id, "2023-06-05", plan.version)
    assert lines_on(province, plan, "2023-08-26")["trao-tang-nha"].state is DeadlineState.DUE_SOON
    plans_are_issued(province, plan)
    with ExitStack() as stack:
        build(province, tmp_path, stack)
    reports_come_in(province, plan)
    praise(province, plan)
    report_leaves(province)
    close_campaign(province, plan.id, "2023-09-15", number="99/BC-CAT")
    closed = plan_of(province, CODE)
    assert closed.closed_on == "2023-09-15"
    with pytest.raises(Refused):
        note_reports_sent(province, [report(plan, "ke-sach", "bao-cao-ket-qua", "2023-09-20")])
    assert standing(standings_on(province, CODE, "2023-09-15"), "houses").measured.figure == 1200


def report(
    plan: CampaignDetail, unit: str, code: str, sent_on: str, kind: UnitReportKind = UnitReportKind.REPORT
) -> UnitReportDraft:
    """A unit handed in what a deadline asks for."""
    return UnitReportDraft(plan.id, deadline_id(plan, code), unit_id(plan, unit), kind.value, sent_on=sent_on)


def plans_are_issued(province: Workspace, plan: CampaignDetail) -> None:
    """All units but Trần Đề issue their plan in time: it is asked of them, and meets a standard of the award."""
    units = [one for one in COMMUNES if one != "tran-de"]
    sent = [report(plan, one, "ke-hoach-don-vi", "2023-06-20", UnitReportKind.PLAN) for one in units]
    note_reports_sent(province, sent)
    line = lines_on(province, plan, "2023-07-01")["ke-hoach-don-vi"]
    assert (line.sent, [one.unit.name for one in line.missing if one.unit]) == (10, ["Huyện Trần Đề"])


def build(province: Workspace, tmp_path: Path, stack: ExitStack) -> None:
    """Eleven communes build, hand over and send their packages; Kế Sách sends what was left later."""
    files = []
    for code, name, houses in COMMUNES.values():
        more = {"superior_code": "92", "superior_name": "Công an tỉnh"}
        workspace = stack.enter_context(office(tmp_path, Level.COMMUNE, code, name, PROVINCE, **more))
        cases = make_houses(workspace, [f"Thạch Văn Hộ {number}" for number in range(1, houses + 1)])
        first = houses if code != "31528" else houses - LAST_ONES
        finish(workspace, cases[:first], "2023-08-25", decided="2023-06-15")
        files += [made.file for made in export_packages(workspace, tmp_path / "Gói")]
    last, last_cases = workspace, cases[first:]
    assert [one.result for one in receive_packages(province, files)] == ["merged"] * 11
    found = standings_on(province, CODE, "2023-08-26")
    expected = targets(found.plan) | {"Huyện Kế Sách": 320 - LAST_ONES}
    assert {one.unit.name: one.measured.figure for one in found.lines if one.unit} == expected
    assert standing(found, "houses").measured.figure == 1200 - LAST_ONES
    assert standing(found, "houses").left == LAST_ONES
    finish(last, last_cases, "2023-09-01", decided="2023-07-10", number="61/QĐ-UBND")
    receive_packages(province, [made.file for made in export_packages(last, tmp_path / "Gói sau")])
    found = standings_on(province, CODE, "2023-09-02")
    assert all(one.reached for one in found.lines)
    assert standing(found, "houses").measured.figure == sum(targets(found.plan).values()) == 1200
    (parts,) = found.sums
    assert parts.count == 11
    assert parts.difference == 0


def targets(plan: CampaignDetail) -> dict[str, int]:
    """The eleven units by name, with their figures."""
    names = {one.code: one.name or "" for one in plan.units}
    return {names[code]: houses for code, (_, _, houses) in COMMUNES.items()}


def reports_come_in(province: Workspace, plan: CampaignDetail) -> None:
    """Ten report until 06/9; Long Phú on 07/9, which "trước ngày 07/9" makes late."""
    units = [one for one in COMMUNES if one != "long-phu"]
    note_reports_sent(province, [report(plan, one, "bao-cao-ket-qua", "2023-09-06") for one in units])
    line = lines_on(province, plan, "2023-09-07")["bao-cao-ket-qua"]
    assert (line.plan_day, line.due_day, line.state) == ("2023-09-07", "2023-09-06", DeadlineState.OVERDUE)
    assert [one.unit.name for one in line.late if one.unit] == ["Huyện Long Phú"]
    note_reports_sent(province, [report(plan, "long-phu", "bao-cao-ket-qua", "2023-09-07")])
    assert lines_on(province, plan, "2023-09-08")["bao-cao-ket-qua"].state is DeadlineState.DONE
    held = UnitReportDraft(plan.id, None, unit_id(plan, "ke-sach"), UnitReportKind.WRAP_UP.value, sent_on="2023-09-08")
    note_reports_sent(province, [held])


def report_leaves(province: Workspace) -> None:
    """The workbook that is sent and kept has the eleven units with what they were given and gave."""
    asked = asked_from({"campaign": CODE}, "2023-09-10")
    keep_report(province, SentDraft("units", asked, ".xlsx", "98/BC-CAT", "2023-09-10", "2023-09-10", "UBND tỉnh"))
    with province.read() as session:
        (kept,) = [one for one in sent_reports(session) if one.report == "units"]
    book = load_workbook(kept_file(province, kept))
    rows = [[cell.value for cell in row] for sheet in book for row in sheet.iter_rows()]
    for name, houses in targets(plan_of(province, CODE)).items():
        assert any(name in row and row.count(houses) >= 2 for row in rows), name


def praise(province: Workspace, plan: CampaignDetail) -> None:
    """34 collectives and 55 people are proposed, voted on, sent along the route and decided; one more is refused."""
    with province.read() as session:
        told = quota_json(session, plan.id)
    assert (told["total"]["collective"], told["total"]["individual"]) == (34, 55)
    proposed = [NominationDraft(one, form_id(plan, "bang-khen-ubnd-tinh")) for one in candidates(province, plan, told)]
    assert len(proposed) == 34 + 55
    nominate(province, proposed)
    one_more = participant(province, plan, AwardObject.COLLECTIVE, "Tập thể thừa", unit="ke-sach")
    with pytest.raises(Refused) as refused:
        nominate(province, [NominationDraft(one_more, form_id(plan, "bang-khen-ubnd-tinh"))])
    assert "quota_full" in {one.code for one in refused.value.problems}
    household = participant(province, plan, AwardObject.HOUSEHOLD, "Hộ bà Thạch Thị Sen")
    with pytest.raises(Refused):
        nominate(province, [NominationDraft(household, form_id(plan, "bang-khen-ubnd-tinh"))])
    standards_are_met(province, plan)
    vote_and_decide(province, plan)


def participant(
    province: Workspace, plan: CampaignDetail, kind: AwardObject, name: str, *, unit: str = "", whom: str | None = None
) -> str:
    """Somebody who takes part; the id."""
    own = unit_id(plan, unit) if unit else None
    _, made, _ = save_participant(province, ParticipantDraft(plan.id, kind.value, name, unit_id=own, whom=whom))
    return made


def candidates(province: Workspace, plan: CampaignDetail, told: dict[str, object]) -> list[str]:
    """As many as the plan allows, unit by unit and in the fixed groups."""
    found = []
    for one in told["units"]:  # type: ignore[attr-defined]
        unit = next(each.code for each in plan.units if each.name == one["name"])
        for kind in (AwardObject.COLLECTIVE, AwardObject.INDIVIDUAL):
            for place in range(one[kind.value]):
                name = f"{one['name']}, {'tập thể' if kind is AwardObject.COLLECTIVE else 'cá nhân'} {place + 1}"
                found.append(participant(province, plan, kind, name, unit=unit or ""))
    for rule in plan.quotas:
        if rule.whom:
            kind = AwardObject(rule.object or "")
            names = [f"{rule.whom[:20]} {rule.object} {place}" for place in range(rule.number or 0)]
            found += [participant(province, plan, kind, name, whom=rule.whom) for name in names]
    return found


def standards_are_met(province: Workspace, plan: CampaignDetail) -> None:
    """What the records tell ticks a standard: plan issued and figure reached, wrap-up held and reports in time."""
    with province.read() as session:
        rows = {one.name: one for one in participants(session, plan.id)}
        ticked = {
            name: [one.by_records for one in standards_of(session, rows[f"{name}, tập thể 1"], "bang-khen-ubnd-tinh")]
            for name in ("Huyện Kế Sách", "Huyện Trần Đề", "Huyện Long Phú")
        }
    assert ticked["Huyện Kế Sách"] == [True, False, False, True]
    assert ticked["Huyện Trần Đề"] == [False, False, False, False]
    assert ticked["Huyện Long Phú"] == [True, False, False, False]


def vote_and_decide(province: Workspace, plan: CampaignDetail) -> None:
    """The council votes; the dossiers go to the police of the province and on; the chairman decides."""
    with province.read() as session:
        rows = nominations(session, plan.id)
    votes = tuple(VoteDraft(one.id, 9, 0, 0, one.version) for one in rows)
    save_meeting(province, MeetingDraft(plan.id, "2023-09-08", chair="Trưởng ban", present=9, votes=votes))
    for day, step in zip(("2023-09-09", "2023-09-11", "2023-09-12"), route(plan)[1:], strict=True):
        send_on(province, StepDraft(chosen(province, plan), day, step))
    outcome = OutcomeDraft(chosen(province, plan), True, "2100/QĐ-UBND", "2023-09-14", "Chủ tịch UBND tỉnh")
    decide(province, outcome)
    with province.read() as session:
        granted = Counter(one.participant.kind for one in nominations(session, plan.id) if one.granted)
    assert granted == {"collective": 34, "individual": 55}


def route(plan: CampaignDetail) -> list[str]:
    """The steps of a dossier."""
    return [one.text or "" for one in plan.texts_of(CampaignSection.ROUTE)]


def chosen(province: Workspace, plan: CampaignDetail) -> tuple[tuple[str, int | None], ...]:
    """Every nomination with the version it has now."""
    with province.read() as session:
        return tuple((one.id, one.version) for one in nominations(session, plan.id))
