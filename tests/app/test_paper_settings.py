"""The settings of papers: copies and recipients a kind; what was printed before says so when it is printed again."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from app.office.paper_settings import PaperSettingsDraft, paper_settings, save_paper_settings
from app.paper_sets import print_set, whole_pairs
from app.papers import blank, fill, print_papers
from app.paperwork.queries import house_files
from app.printed_before import keep_printed, printed_before
from app.problems import Refused, Stale
from app.workspace import Workspace
from models.vocabulary import PaperKind
from tests.make import make_approved, make_case

KIND = PaperKind.APPLICATION


@pytest.fixture
def case(commune: Workspace) -> str:
    found = make_case(commune, "Lò Văn Pâng", requested=60_000_000)
    make_approved(commune, found)
    return found


def set_up(workspace: Workspace, kind: PaperKind, copies: int | None = None, recipients: str = "") -> None:
    save_paper_settings(workspace, [PaperSettingsDraft(kind, copies, recipients)])


def text_of(file: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(file).pages)


def test_recipients_of_a_kind_stand_on_its_papers_and_on_its_blank_form(commune: Workspace, case: str) -> None:
    set_up(commune, PaperKind.DECISION, recipients="Như trên;\n\n  - Đảng ủy   xã (b/c);\nLưu: VT.")
    with commune.read() as session:
        code = commune.author.office
        found = [*fill(session, code, PaperKind.DECISION, [case]), blank(session, code, PaperKind.DECISION)]
        other = blank(session, code, PaperKind.SUBMISSION)
    for paper in found:
        assert paper.recipients == ("- Như trên;", "- Đảng ủy xã (b/c);", "- Lưu: VT.")
    assert "- Đảng ủy xã (b/c);" not in other.recipients


def test_copies_out_of_bounds_are_refused_beside_their_line(commune: Workspace) -> None:
    for copies in (0, 51):
        with pytest.raises(Refused) as refused:
            set_up(commune, KIND, copies)
        assert refused.value.problems[0].field == "0.copies"
    with pytest.raises(Refused, match="recipients"):
        set_up(commune, KIND, recipients="a\n" * 21)
    with commune.read() as session:
        assert paper_settings(session, commune.author.office) == {}


def test_settings_changed_elsewhere_since_are_stale(commune: Workspace) -> None:
    set_up(commune, KIND, 2)
    with commune.read() as session:
        shown = paper_settings(session, commune.author.office)[KIND]
    set_up(commune, KIND, 3)
    with pytest.raises(Stale):
        save_paper_settings(commune, [PaperSettingsDraft(KIND, 4, "", shown.version)])


def test_the_whole_set_of_a_house_is_one_job_in_as_many_copies_as_set(
    commune: Workspace, case: str, tmp_path: Path
) -> None:
    with commune.read() as session:
        pairs = [one for one in whole_pairs(house_files(session, [case])) if one[1] in {"application", "survey_form"}]
    once = print_set(commune, pairs, tmp_path / "a.pdf")
    set_up(commune, KIND, 3)
    again = print_set(commune, pairs, tmp_path / "b.pdf")
    assert (once.papers, again.papers) == (2, 4)
    assert "In lại ngày" not in text_of(tmp_path / "a.pdf")
    assert text_of(tmp_path / "b.pdf").count("In lại ngày") == again.pages


def test_only_what_was_printed_before_says_so(commune: Workspace, case: str, tmp_path: Path) -> None:
    other = make_case(commune, "Vì Thị Ương")
    keep_printed(commune, KIND, [case])
    with commune.read() as session:
        before = printed_before(session, KIND, [case, other])
        assert printed_before(session, PaperKind.COMMITMENT, [case]) == set()
    assert before == {case}
    target = tmp_path / "in.pdf"
    print_papers(commune, KIND, [case, other], target, again=before)
    first, second = (page.extract_text() for page in PdfReader(target).pages)
    assert "In lại ngày" in first
    assert "In lại ngày" not in second
