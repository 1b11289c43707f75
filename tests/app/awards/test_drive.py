"""An agency's drive: who gave is offered for awards, and what he gave is told by the drive."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.awards.achievements import achievements
from app.awards.drafts import ParticipantDraft
from app.awards.lists import achievement_lines
from app.awards.offers import offers
from app.awards.operations import save_participant
from app.awards.queries import participants
from app.campaigns.movement_operations import put_drive_under
from app.campaigns.queries import campaign_named
from app.giving.drafts import CollectionDraft, DriveDraft, PersonDraft
from app.giving.operations import collect, save_drive, save_people
from app.giving.queries import drive_figures
from app.workspace import Workspace
from tests.app.giving.conftest import AGENCY
from tests.offices import set_up


@pytest.fixture
def agency(tmp_path: Path) -> Iterator[Workspace]:
    """An open agency."""
    workspace = set_up(tmp_path / "Dữ liệu cơ quan", AGENCY)
    yield workspace
    workspace.close()


def test_people_and_departments_of_a_drive_are_offered_and_what_they_gave_is_told(agency: Workspace) -> None:
    with agency.read() as session:
        plan = campaign_named(session, "so-tai-chinh-lang-son-2024")
    _, drive, _ = save_drive(agency, DriveDraft("Một ngày lương", "2024-11-01", "2025-04-30", fund="Quỹ tỉnh"))
    people = [PersonDraft(name, "Phòng Ngân sách", expected=300_000) for name in ("Hoàng Văn Sơn", "Vi Thị Lan")]
    save_people(agency, drive, people)
    with agency.read() as session:
        amounts = tuple((one.id, 300_000) for one in drive_figures(session, drive).people)
    collect(agency, CollectionDraft(drive, amounts, "2024-12-02"))
    put_drive_under(agency, drive, plan.id)
    with agency.read() as session:
        known = {one.name: one for one in offers(session, plan.id)}
    assert known["Hoàng Văn Sơn"].kind == "individual"
    assert known["Phòng Ngân sách"].kind == "collective"
    for name in ("Hoàng Văn Sơn", "Phòng Ngân sách"):
        save_participant(agency, ParticipantDraft(plan.id, known[name].kind, name))
    with agency.read() as session:
        told = {one.name: [each.text for each in achievements(session, one)] for one in participants(session, plan.id)}
        lines = achievement_lines(session, plan.id)
    assert told == {
        "Phòng Ngân sách": ["Ủng hộ tiền: 600.000 đồng"],
        "Hoàng Văn Sơn": ["Ủng hộ tiền: 300.000 đồng"],
    }
    assert [one.done[0].evidence for one in lines] == ["Đợt vận động Một ngày lương"] * 2
