"""`print` of text papers as scripts call it: houses or subjects by their ending, PDF or .docx, blank, all."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader

from app.local import Fact, set_fact
from app.review.drafts import ProposedDraft, SubmissionDraft
from app.review.posting_operations import save_submission
from app.review.queries import submissions
from app.support.queries import facts_of
from app.wording.papers import SAMPLE_NOTE
from app.workspace import Workspace
from tests.app.cli.test_cases import Shell, codes
from tests.make import make_case


@pytest.fixture
def shell(commune: Workspace, capsys: pytest.CaptureFixture[str]) -> Shell:
    """Commands on the commune's folder."""
    return Shell(commune.folder, capsys)


def test_a_house_is_named_by_its_ending_and_the_files_ending_says_what_is_written(
    commune: Workspace, shell: Shell, tmp_path: Path
) -> None:
    with commune.read() as session:
        [facts] = facts_of(session, [make_case(commune, "Lò Văn Pâng")])
    ending = facts.household_id[-6:]
    pdf, docx = tmp_path / "đơn.pdf", tmp_path / "đơn.docx"
    assert shell("print", "application", ending, str(pdf)) == {"files": [str(pdf)], "pages": 1}
    assert "Lò Văn Pâng" in PdfReader(pdf).pages[0].extract_text()
    assert shell("print", "application", ending, str(docx)) == {"files": [str(docx)], "pages": None}
    assert any("Lò Văn Pâng" in line.text for line in Document(str(docx)).paragraphs)
    assert codes(shell("print", "application", ending, str(tmp_path / "đơn.xlsx"), status=1)) == {"paper_pdf_or_docx"}
    assert codes(shell("print", "application", "ffffff", str(pdf), status=1)) == {"household_not_found"}
    assert codes(shell("print", "handover_minutes", ending, str(docx), status=1)) == {"paper_only_pdf"}


def test_a_submission_is_named_by_its_own_ending_and_all_means_every_one(
    commune: Workspace, shell: Shell, tmp_path: Path
) -> None:
    target = tmp_path / "a.pdf"
    assert codes(shell("print", "submission", "--all", str(target), status=1)) == {"nothing_to_print"}
    case = make_case(commune, "Lò Văn Pâng", requested=60_000_000)
    save_submission(commune, SubmissionDraft("2026-11-05", (ProposedDraft(case),)))
    with commune.read() as session:
        [line] = submissions(session)
    for words in ([line.id[-6:]], ["--all"]):
        assert shell("print", "submission", *words, str(target))["pages"] == 2
        assert "Lò Văn Pâng" in PdfReader(target).pages[1].extract_text()
    assert shell("print", "submission", "--blank", str(target))["pages"] == 2
    assert codes(shell("print", "submission", "--all", "--blank", str(target), status=1)) == {"print_what"}


def test_papers_of_the_sample_office_are_marked_whatever_is_printed(
    commune: Workspace, shell: Shell, tmp_path: Path
) -> None:
    target = tmp_path / "a.pdf"
    shell("print", "application", "--blank", str(target))
    assert SAMPLE_NOTE not in PdfReader(target).pages[0].extract_text()
    with commune.engine.connect().execution_options(writing=True) as connection:
        set_fact(connection, Fact.SAMPLE, "1")
        connection.commit()
    for kind in ("application", "handover_minutes", "submission"):
        shell("print", kind, "--blank", str(target))
        assert all(SAMPLE_NOTE in page.extract_text() for page in PdfReader(target).pages)


def test_the_card_is_printed_without_an_office(shell: Shell, tmp_path: Path) -> None:
    target = tmp_path / "thẻ.pdf"
    assert shell("print", "card", str(target)) == {"files": [str(target)], "pages": 2}
