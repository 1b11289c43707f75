"""The commands about papers: templates, the whole set of a house, the trial sheet; JSON keys and exit statuses."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader

from app.workspace import Workspace
from tests.app.cli.test_cases import Shell, codes
from tests.make import make_household


@pytest.fixture
def shell(commune: Workspace, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(commune.folder, capsys)


def test_a_template_is_saved_used_and_dropped_by_commands(commune: Workspace, shell: Shell, tmp_path: Path) -> None:
    ending = make_household(commune)[-6:]
    shell("support", "set", ending, "--work", "new_build", "--amount", "60tr")
    template, out = tmp_path / "don.docx", tmp_path / "out.docx"
    assert shell("template", "save", "application", str(template)) == {"files": [str(template)]}
    document = Document(str(template))
    document.paragraphs[0].insert_paragraph_before("Mẫu của phường, chủ hộ {Họ tên}")
    document.save(str(template))
    shell("template", "use", "application", str(template))
    [kept] = shell("template", "list")
    assert (kept["kind"], kept["template"], kept["here"]) == ("application", "don.docx", True)
    assert shell("print", "application", ending, str(out))["template"] == "don.docx"
    texts = [one.text for one in Document(str(out)).paragraphs]
    assert "Mẫu của phường, chủ hộ Lò Văn Pâng" in texts
    shell("template", "drop", "application")
    assert "template" not in shell("print", "application", ending, str(out))


def test_a_template_with_an_unknown_field_is_refused(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "mau.docx"
    document = Document()
    document.add_paragraph("{ho_tne}")
    document.save(str(file))
    assert codes(shell("template", "use", "decision", str(file), status=1)) == {"template_field_unknown"}
    assert shell("template", "list") == []


def test_the_whole_set_and_the_trial_sheet_are_files(commune: Workspace, shell: Shell, tmp_path: Path) -> None:
    ending = make_household(commune)[-6:]
    shell("support", "set", ending, "--work", "new_build", "--amount", "60tr")
    file, trial = tmp_path / "bo.pdf", tmp_path / "thu.pdf"
    answer = shell("print", "set", ending, str(file))
    assert answer["pages"] == len(PdfReader(file).pages)
    assert answer["papers"] >= 1
    assert shell("print", "trial", str(trial))["pages"] == 2
    assert codes(shell("print", "set", ending, str(tmp_path / "bo.docx"), status=1)) == {"paper_only_pdf"}
