"""Claims about an office's own Word templates: written out, taken back, filled, refused, fallen back from."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from docx import Document

from app.backup import write_backup
from app.documents.docx_filling import fill_template
from app.documents.docx_template import read_template
from app.documents.named_values import naming
from app.documents.own_template import check_template, write_template
from app.documents.template_plan import plan_of
from app.documents.template_values import template_values
from app.documents.text_files import write_text_papers
from app.documents.text_paper import Dots, Table, Text, TextPaper
from app.exchange.merging import receive_packages
from app.exchange.packing import export_packages
from app.kept_files import BESIDE, is_kept, kept_path
from app.office.paper_settings import TemplateDraft, paper_settings, save_template
from app.paper_templates import drop_template, kinds_with_templates, save_built_in, template_is_here, use_template
from app.papers import FORMS, blank, fill, print_papers, settings_of
from app.problems import Refused, Trouble
from app.wording import paper_fields as words
from app.wording.messages import problem_text, trouble_text
from app.workspace import Workspace
from models.vocabulary import PaperKind
from tests.app.exchange.conftest import second_laptop as second_laptop  # noqa: PLC0414 - a fixture
from tests.make import make_approved, make_case

KIND = PaperKind.COMMITMENT


def letters(file: Path) -> str:
    """All words of a .docx, in text and tables alike, the dots of empty fields as one sign."""
    document = Document(str(file))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    lines = [one.text for one in document.paragraphs] + [one.text for cell in cells for one in cell.paragraphs]
    return " ".join(word.strip("….\t") for line in lines for word in line.replace("…", ".").split("."))


def words_of(file: Path) -> list[str]:
    return sorted(word for word in letters(file).split() if word != "–")


def drawn(workspace: Workspace, kind: PaperKind, *ids: str) -> list[TextPaper]:
    """The papers of a kind with their values marked; without ids the blank form."""
    with workspace.read() as session, naming():
        code = workspace.author.office
        return fill(session, code, kind, ids) if ids else [blank(session, code, kind)]


@pytest.fixture
def template(commune: Workspace, tmp_path: Path) -> Path:
    """The built-in paper as it is written out to be edited."""
    target = tmp_path / "Bản cam kết.docx"
    save_built_in(commune, KIND, target)
    return target


@pytest.fixture
def case(commune: Workspace) -> str:
    found = make_case(commune, "Lò Văn Pâng", citizen_id="011072001234", requested=60_000_000)
    make_approved(commune, found)
    return found


def write_over(file: Path, old: str, *runs: str) -> None:
    """Replace a text of a template as Word would: the new one stands in several runs."""
    document = Document(str(file))
    line = next(one for one in document.paragraphs if old in one.text)
    text = line.text
    for run in line.runs:
        run.text = ""
    before, _, after = text.partition(old)
    for piece in (before, *runs, after):
        line.add_run(piece)
    document.save(str(file))


def check_unedited(workspace: Workspace, kind: PaperKind, case: str, folder: Path) -> None:
    """The template as it was written says the words of the built-in paper, blank and about a house."""
    [empty] = drawn(workspace, kind)
    template, own, built_in = folder / "template.docx", folder / "own.docx", folder / "built_in.docx"
    write_template(template, kind.value, empty)
    for ids in ((), (case,)):
        papers = drawn(workspace, kind, *ids)
        own.write_bytes(fill_template(template, [template_values(plan_of(empty), one) for one in papers]))
        with workspace.read() as session:
            code = workspace.author.office
            plain = fill(session, code, kind, ids) if ids else [blank(session, code, kind)]
        write_text_papers(built_in, kind.value, plain)
        assert words_of(own) == words_of(built_in), kind


def test_an_unedited_template_says_the_words_of_the_built_in_paper(
    commune: Workspace, case: str, tmp_path: Path
) -> None:
    for kind in (PaperKind.DECISION, PaperKind.SIGN_FOR_LIST):
        check_unedited(commune, kind, case, tmp_path)


def test_what_is_no_text_has_no_template(commune: Workspace, tmp_path: Path) -> None:
    with commune.read() as session:
        papers = {kind: blank(session, commune.author.office, kind) for kind in FORMS}
    texts = [kind for kind, one in papers.items() if all(isinstance(part, Text | Table | Dots) for part in one.blocks)]
    assert texts == kinds_with_templates()
    with pytest.raises(Refused, match="template_not_of_kind"):
        save_built_in(commune, PaperKind.CERTIFICATE, tmp_path / "a.docx")


def test_a_field_is_known_with_accents_and_in_any_runs(
    commune: Workspace, template: Path, case: str, tmp_path: Path
) -> None:
    write_over(template, "{ho_ten}", "{Họ", " t", "ên} (chủ hộ)")
    use_template(commune, KIND, template)
    printed = print_papers(commune, KIND, [case], tmp_path / "out.docx")
    assert printed.own == template.name
    assert "Lò Văn Pâng (chủ hộ)" in letters(tmp_path / "out.docx")
    assert "{" not in letters(tmp_path / "out.docx")


def test_a_template_stays_with_its_kind_until_it_is_dropped(
    commune: Workspace, template: Path, case: str, tmp_path: Path
) -> None:
    use_template(commune, KIND, template)
    assert template_is_here(commune, KIND)
    assert print_papers(commune, PaperKind.APPLICATION, [case], tmp_path / "other.docx").own == ""
    assert print_papers(commune, KIND, [case], tmp_path / "out.pdf").pages == 1
    drop_template(commune, KIND)
    assert print_papers(commune, KIND, [case], tmp_path / "out.docx").own == ""


def test_a_template_goes_into_every_backup(commune: Workspace, template: Path, tmp_path: Path) -> None:
    use_template(commune, KIND, template)
    backup = tmp_path / "usb" / "sao-luu.db"
    write_backup(commune.engine, backup, commune.folder)
    with commune.read() as session:
        content = settings_of(session, commune.author.office, KIND).template_content
    assert is_kept(backup.parent / BESIDE / content[:2] / f"{content}.docx")


def test_the_other_laptop_of_the_office_gets_the_name_and_prints_the_built_in_paper(
    commune: Workspace, template: Path, case: str, second_laptop: Workspace, tmp_path: Path
) -> None:
    save_template(second_laptop, TemplateDraft(PaperKind.DECISION, "quyet-dinh.docx", "1" * 64))
    use_template(commune, KIND, template)
    [package] = export_packages(commune, tmp_path / "goi", [second_laptop.author.office])
    [report] = receive_packages(second_laptop, [package.file])
    assert report.result == "merged"
    with second_laptop.read() as session:
        names = {kind: one.template_name for kind, one in paper_settings(session, commune.author.office).items()}
    assert names == {KIND: template.name, PaperKind.DECISION: "quyet-dinh.docx"}
    assert not template_is_here(second_laptop, KIND)
    printed = print_papers(second_laptop, KIND, [case], tmp_path / "out.docx")
    assert printed.not_by_own is not None
    assert printed.not_by_own.code == "template_not_here"


@pytest.mark.parametrize("wrong", ["{ho_tne}", "{ho_ten"])
def test_what_is_no_field_is_named_and_nothing_changes(commune: Workspace, template: Path, wrong: str) -> None:
    write_over(template, "{ho_ten}", wrong)
    with pytest.raises(Refused) as refused:
        use_template(commune, KIND, template)
    [problem] = refused.value.problems
    assert wrong in problem_text(problem)
    with commune.read() as session:
        assert settings_of(session, commune.author.office, KIND).template_name == ""


def test_a_file_that_is_no_word_document_is_one_sentence(commune: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "mau.docx"
    for content, code in ((b"PK\x03\x04 torn", "file_damaged"), (b"%PDF-1.7", "file_not_word"), (b"", "file_empty")):
        file.write_bytes(content)
        with pytest.raises(Trouble) as trouble:
            use_template(commune, KIND, file)
        assert trouble.value.code == code
        assert "mau.docx" in trouble_text(trouble.value)


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    """A Word file with one field."""
    document = Document()
    document.add_paragraph("Ông (bà) {ho_ten}")
    document.save(str(tmp_path / "plain.docx"))
    return tmp_path / "plain.docx"


HOSTILE = {
    "file_hostile": ("word/document.xml", '<!DOCTYPE w [<!ENTITY a "b">]><w>&a;</w>'),
    "template_active": ("word/vbaProject.bin", "macro"),
    "file_damaged": ("word/styles.xml", "<torn"),
}


@pytest.mark.parametrize("code", HOSTILE)
def test_a_template_that_may_do_harm_is_refused(plain: Path, code: str) -> None:
    name, content = HOSTILE[code]
    rewritten(plain, name, content)
    with pytest.raises(Trouble) as trouble:
        read_template(plain)
    assert trouble.value.code == code


def rewritten(file: Path, name: str, content: str) -> None:
    """The archive with one part put in the place of its like."""
    with zipfile.ZipFile(file) as old:
        parts = {one: old.read(one) for one in old.namelist()}
    parts[name] = content.encode()
    with zipfile.ZipFile(file, "w") as new:
        for one, data in parts.items():
            new.writestr(one, data)


def test_a_picture_from_elsewhere_is_refused(plain: Path) -> None:
    name = "word/_rels/document.xml.rels"
    with zipfile.ZipFile(plain) as archive:
        links = archive.read(name).decode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    link = f'<Relationship Id="rId99" Type="{kind}" Target="http://a.example/b.png" TargetMode="External"/>'
    rewritten(plain, name, links.replace("</Relationships>", f"{link}</Relationships>"))
    with pytest.raises(Trouble, match="template_active"):
        read_template(plain)


def test_a_field_in_the_header_is_refused(plain: Path) -> None:
    document = Document(str(plain))
    document.sections[0].header.paragraphs[0].text = "{ho_ten}"
    document.save(str(plain))
    with pytest.raises(Trouble, match="template_field_in_header"):
        read_template(plain)


def test_a_template_chosen_elsewhere_leaves_the_built_in_paper(commune: Workspace, case: str, tmp_path: Path) -> None:
    save_template(commune, TemplateDraft(KIND, "mau xa.docx", "0" * 64, "ho_ten:00000000"))
    printed = print_papers(commune, KIND, [case], tmp_path / "out.docx")
    assert printed.own == ""
    assert printed.not_by_own is not None
    assert "mau xa.docx" in trouble_text(printed.not_by_own)
    assert "Lò Văn Pâng" in letters(tmp_path / "out.docx")


def test_a_template_of_another_version_or_damaged_is_not_filled_wrongly(
    commune: Workspace, template: Path, case: str, tmp_path: Path
) -> None:
    use_template(commune, KIND, template)
    with commune.read() as session:
        kept = settings_of(session, commune.author.office, KIND)
    moved = kept.template_fields.replace("ho_ten:", "ho_ten:f")
    save_template(commune, TemplateDraft(KIND, kept.template_name, kept.template_content, moved))
    for code in ("template_moved", "template_not_here"):
        printed = print_papers(commune, KIND, [case], tmp_path / "out.docx")
        assert (printed.papers, printed.own) == (1, "")
        assert printed.not_by_own is not None
        assert printed.not_by_own.code == code
        kept_path(commune.folder, kept.template_content, ".docx").write_bytes(b"gone")


def test_several_papers_begin_on_pages_of_their_own(
    commune: Workspace, template: Path, case: str, tmp_path: Path
) -> None:
    other = make_case(commune, "Vì Thị Ương {so_tien}")
    papers = drawn(commune, KIND, case, other)
    plan = plan_of(drawn(commune, KIND)[0])
    file = tmp_path / "two.docx"
    file.write_bytes(fill_template(template, [template_values(plan, one) for one in papers]))
    assert len(Document(str(file)).sections) == 2
    assert "Vì Thị Ương (so_tien)" in letters(file)
    assert words.LIST_MARK not in letters(file)


def test_the_mark_of_a_reprint_stands_above_the_filled_template(template: Path, commune: Workspace, case: str) -> None:
    [paper] = drawn(commune, KIND, case)
    plan = plan_of(drawn(commune, KIND)[0])
    values = template_values(plan, paper)
    values.note = "In lại ngày 21/11/2026"
    template.write_bytes(fill_template(template, [values]))
    assert Document(str(template)).paragraphs[0].text == values.note


def test_a_list_repeats_the_row_of_its_table(commune: Workspace, tmp_path: Path) -> None:
    cases = [make_case(commune, name) for name in ("Lò Văn Một", "Lò Văn Hai", "Lò Văn Ba")]
    [empty] = drawn(commune, PaperKind.DECISION)
    template = tmp_path / "decision.docx"
    write_template(template, "", empty)
    fields, problems = check_template(template, empty)
    assert not problems
    assert "ho_va_ten_chu_ho:" in fields
    [paper] = drawn(commune, PaperKind.DECISION, *cases)
    template.write_bytes(fill_template(template, [template_values(plan_of(empty), paper)]))
    rows = [row for table in Document(str(template)).tables for row in table.rows]
    named = [row.cells[1].text for row in rows if row.cells[0].text in {"1", "2", "3"}]
    assert named == ["Lò Văn Một", "Lò Văn Hai", "Lò Văn Ba"]
