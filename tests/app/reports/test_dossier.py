"""The dossier's head, events and warnings follow from the rows of the household."""

from __future__ import annotations

import pytest

from app.construction.drafts import StageDraft
from app.construction.operations import record_stages
from app.flags.operations import answer_flags
from app.flags.queries import flags_of
from app.problems import Refused
from app.reports.dossier import dossier
from app.review.drafts import PovertyDraft
from app.review.poverty_operations import save_poverty_classes
from app.support.queries import case_facts
from app.workspace import Workspace
from models.vocabulary import Stage, Status
from tests.make import make_approved, make_case, make_household


def test_events_stand_in_order_of_their_days(commune: Workspace) -> None:
    case = make_case(commune, "Lò Văn Pâng", requested=60_000_000)
    make_approved(commune, case)
    record_stages(
        commune, [StageDraft(case, Stage.START, "2025-07-20"), StageDraft(case, Stage.FOUNDATION, "2025-08-01")]
    )
    with commune.read() as session:
        household = case_facts(session, [case])[case].household_id
        found = dossier(session, household)
    texts = [one.text for one in found.events if one.day.startswith("2025")]
    assert texts == ["Xong móng", "Khởi công", "Quyết định 45/QĐ-UBND: 60.000.000 đồng"]
    assert (found.status, found.stage, found.approved) == (Status.IN_PROGRESS, Stage.FOUNDATION, 60_000_000)
    in_file = {one.kind: one.in_file for one in found.papers}
    assert in_file["decision"] is True
    assert in_file["handover_minutes"] is False
    assert any("Lò Văn Pâng" in text for text in found.warnings)


def test_a_household_without_a_request_says_what_comes_first(commune: Workspace) -> None:
    household = make_household(commune, "Quàng Thị Ín")
    with commune.read() as session:
        found = dossier(session, household)
    assert (found.status, found.cases, found.events, found.next) == (None, (), (), "Ghi đề nghị")


def test_the_poverty_classes_stand_among_the_events_with_their_standard(commune: Workspace) -> None:
    household = make_household(commune, "Quàng Thị Ín")
    save_poverty_classes(
        commune,
        [PovertyDraft(household, 2025, "near_poor"), PovertyDraft(household, 2024, "poor", certified_on="2024-12-10")],
    )
    with commune.read() as session:
        events = dossier(session, household).events
    assert [(one.day, one.text) for one in events] == [
        ("2025", "Diện năm 2025: Hộ cận nghèo, theo Nghị định số 07/2021/NĐ-CP"),
        ("2024-12-10", "Diện năm 2024: Hộ nghèo, theo Nghị định số 07/2021/NĐ-CP"),
    ]


def test_a_household_that_is_not_here_is_refused(commune: Workspace) -> None:
    with commune.read() as session, pytest.raises(Refused):
        dossier(session, "00000000-0000-7000-8000-000000000000")


def test_a_point_to_look_at_stands_among_the_warnings_until_it_is_answered(commune: Workspace) -> None:
    case = make_case(commune, bank_holder="Quàng Thị Ín")
    with commune.read() as session:
        household = case_facts(session, [case])[case].household_id
        [flag] = flags_of(session, [household])[household]
        assert flag.sentence in dossier(session, household).warnings
    answer_flags(commune, [flag.id], "Có giấy ủy quyền")
    with commune.read() as session:
        assert flag.sentence not in dossier(session, household).warnings
