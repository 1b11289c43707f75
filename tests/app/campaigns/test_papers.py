"""The papers of a campaign: reminder to late units, one page for a council member, draft plan house by house."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app import papers
from app.campaigns.facts import CampaignDetail
from app.campaigns.movement_drafts import PlannedDraft, UnitReportDraft
from app.campaigns.movement_operations import plan_houses, save_report
from app.campaigns.operations import open_campaign, save_campaign
from app.campaigns.queries import campaign_detail, campaign_draft, campaign_named
from app.documents.text_paper import Table, Text, TextPaper
from app.giving.drafts import SponsorshipDraft
from app.giving.operations import save_sponsorship
from app.workspace import Workspace
from models.household import Household
from models.support import SupportCase
from models.vocabulary import PaperKind
from tests.make import make_case


def plan_of(workspace: Workspace, code: str = "muong-lay-2024") -> CampaignDetail:
    with workspace.read() as session:
        return campaign_detail(session, campaign_named(session, code).id)


def fill(workspace: Workspace, kind: PaperKind, *ids: str) -> list[TextPaper]:
    with workspace.read() as session:
        return papers.fill(session, workspace.author.office, kind, ids)


def words_of(paper: TextPaper) -> str:
    """All that a paper says."""
    found = [*paper.title, *paper.under_title, *paper.addressees]
    for block in paper.blocks:
        if isinstance(block, Text):
            found.append(block.text)
        elif isinstance(block, Table):
            found += [cell for row in block.rows for cell in row]
    return "\n".join(found)


def test_each_late_unit_gets_a_letter_with_what_it_owes(upper: Workspace) -> None:
    plan = plan_of(upper)
    communes = [one for one in plan.units if one.kind == "commune"]
    deadline = next(one for one in plan.deadlines if one.code == "bao-cao-2024-xa-phuong-phong-ban")
    save_report(upper, UnitReportDraft(plan.id, deadline.id, communes[0].id, sent_on="2024-11-04"))
    found = fill(upper, PaperKind.REMINDER_LETTER, *(one.id for one in communes[1:]))
    assert len(found) == len(communes) - 1
    told = words_of(found[0])
    assert "chậm nhất hết ngày 04/11/2024" in told
    assert "Báo cáo năm 2024" in told
    assert f"{communes[1].successor} (kế thừa {communes[1].name})" in told


@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_letters_are_written_for_all_late_units_at_once(upper: Workspace, tmp_path: Path, ending: str) -> None:
    plan = plan_of(upper)
    units = [one.id for one in plan.units if one.kind in ("commune", "department")]
    target = tmp_path / f"thư.{ending}"
    made = papers.print_papers(upper, PaperKind.REMINDER_LETTER, units, target)
    assert made.papers == len(units)
    assert target.stat().st_size > 1000


def test_a_council_member_gets_one_page_of_field_and_area(commune: Workspace, tmp_path: Path) -> None:
    make_case(commune, "Lò Văn Một")
    with commune.read() as session:
        draft = campaign_draft(session, plan_of(commune).id)
    task = replace(draft.tasks[0], person="Lường Thị Ban", field="Lao động", area="Phường Mường Lay")
    save_campaign(commune, replace(draft, tasks=(task, *draft.tasks[1:])))
    plan = plan_of(commune)
    (paper,) = fill(commune, PaperKind.COUNCIL_BRIEF, plan.tasks[0].id)
    told = words_of(paper)
    assert "Lường Thị Ban" in told
    assert "Toàn kế hoạch" in told
    made = papers.print_papers(commune, PaperKind.COUNCIL_BRIEF, [plan.tasks[0].id], tmp_path / "một.pdf")
    assert made.pages == 1


def test_the_plans_annex_names_source_sponsor_days_and_person_of_each_house(commune: Workspace, tmp_path: Path) -> None:
    case = make_case(commune, "Lò Văn Một")
    plan = plan_of(commune)
    with commune.read() as session:
        row = session.get(SupportCase, case)
        household = session.get(Household, row.household_id if row else None)
        assert household is not None
        home = household.id
    save_sponsorship(commune, SponsorshipDraft(home, "Hội Phụ nữ phường"))
    plan_houses(commune, PlannedDraft(plan.id, (case,), "2025-03-01", "2025-06-30", "Tòng Văn Hặc"))
    plan_houses(commune, PlannedDraft(plan.id, (case,), "2025-03-15", "2025-06-30", "Tòng Văn Hặc"))
    (paper,) = fill(commune, PaperKind.DRAFT_PLAN, plan.id)
    table = next(one for one in paper.annexes[0].blocks if isinstance(one, Table))
    assert next(row for row in table.rows if row[1] == "Lò Văn Một")[6:] == (
        "Hội Phụ nữ phường",
        "15/03/2025",
        "30/06/2025",
        "Tòng Văn Hặc",
    )
    made = papers.print_papers(commune, PaperKind.DRAFT_PLAN, [plan.id], tmp_path / "kế hoạch.docx")
    assert made.papers == 1


@pytest.mark.parametrize("kind", [PaperKind.REMINDER_LETTER, PaperKind.COUNCIL_BRIEF, PaperKind.DRAFT_PLAN])
def test_blank_forms_are_dotted(commune: Workspace, tmp_path: Path, kind: PaperKind) -> None:
    assert papers.print_papers(commune, kind, [], tmp_path / "trống.pdf").pages


def test_all_letters_are_those_of_the_plans_that_are_open(upper: Workspace) -> None:
    plan = plan_of(upper)
    with upper.read() as session:
        assert papers.all_ids(session, PaperKind.REMINDER_LETTER) == []
    open_campaign(upper, plan.id, "2024-09-25", plan.version)
    with upper.read() as session:
        assert set(papers.all_ids(session, PaperKind.REMINDER_LETTER)) == {one.id for one in plan.units}
        assert papers.all_ids(session, PaperKind.COUNCIL_BRIEF) == []
