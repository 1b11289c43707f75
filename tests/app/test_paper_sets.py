"""What is missing goes to the printer as one job, and is noted as printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from app.paper_sets import PrintedSet, SetPlan, draw_set, missing_pairs, plan_set, print_set
from app.paperwork.queries import PaperState, house_file, house_files
from app.problems import Refused
from app.workspace import Workspace
from models.vocabulary import Numbering, PaperKind
from tests.app.paperwork.conftest import handed_over as handed_over  # noqa: PLC0414 - a fixture
from tests.make import make_case


def planned(workspace: Workspace) -> SetPlan:
    with workspace.read() as session:
        return plan_set(session, missing_pairs(house_files(session)))


def test_what_is_missing_is_printed_as_one_job_and_noted(commune: Workspace, handed_over: str, tmp_path: Path) -> None:
    asked = make_case(commune, "Tòng Văn Ơn")
    plan = planned(commune)
    assert plan.left == ((handed_over, "review_minutes"),)
    assert {kind for case, kind in plan.ready if case == handed_over} == {
        "application",
        "survey_form",
        "completion_check",
        "handover_minutes",
    }
    looked_at = draw_set(commune, plan.ready, tmp_path / "xem.pdf")
    assert planned(commune) == plan
    printed = print_set(
        commune, plan.ready, tmp_path / "in.pdf", numberings={PaperKind.HANDOVER_MINUTES: Numbering.REGISTER}
    )
    assert printed == looked_at == PrintedSet(5, len(PdfReader(tmp_path / "in.pdf").pages))
    assert sorted(one.name for one in tmp_path.glob("*.pdf")) == ["in.pdf", "xem.pdf"]
    assert planned(commune).ready == ()
    with commune.read() as session:
        cell = house_file(session, asked).cell("application")
    assert cell is not None
    assert cell.state is PaperState.PRINTED


def test_nothing_to_print_is_one_sentence(commune: Workspace, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="nothing_to_print"):
        print_set(commune, [], tmp_path / "in.pdf")
    assert not list(tmp_path.glob("*.pdf"))
