"""The office's own Word templates: written out to be edited, taken back, put aside for the built-in paper again.

A template is kept by its content beside the database and in every backup; its name is recorded, so that the office's
other laptops know of it. PDFs are always drawn by the program.
"""

from __future__ import annotations

from pathlib import Path

from app.documents.named_values import naming
from app.documents.own_template import check_template, write_template
from app.documents.text_files import DOCX
from app.documents.text_paper import TextPaper
from app.kept_files import is_kept, keep_file, kept_path
from app.office.paper_settings import TemplateDraft, save_template
from app.papers import FORMS, blank, form_of, settings_of
from app.problems import Refused, refuse
from app.wording.vocabulary import PAPER_KINDS
from app.workspace import Changes, Workspace
from models.vocabulary import PaperKind

#: Text at fixed places of a bought blank, and sheets of pictures: there is no flowing text to edit.
_WITHOUT = frozenset({PaperKind.CERTIFICATE, PaperKind.CERTIFICATE_PROOF, PaperKind.PHOTO_PAIRS, PaperKind.PHOTO_ANNEX})


def kinds_with_templates() -> list[PaperKind]:
    """The kinds of which an office may have its own template: every paper that is a text."""
    return [kind for kind in FORMS if kind not in _WITHOUT]


def _blank(workspace: Workspace, kind: PaperKind) -> TextPaper:
    form_of(kind)
    if kind in _WITHOUT:
        raise refuse("kind", "template_not_of_kind")
    with workspace.read() as session, naming():
        return blank(session, workspace.author.office, kind)


def save_built_in(workspace: Workspace, kind: PaperKind, target: Path) -> None:
    """Write the built-in paper of a kind as .docx with named fields ("Lưu mẫu để sửa"). Raises `Refused`, `Trouble`."""
    if target.suffix.lower() != DOCX:
        raise refuse("out", "template_is_docx", name=target.name)
    write_template(target, PAPER_KINDS[kind.value], _blank(workspace, kind))


def use_template(workspace: Workspace, kind: PaperKind, file: Path) -> Changes:
    """Print a kind by the office's own template from now on ("Dùng mẫu này").

    Raises `Refused` naming a field the paper does not have, `Trouble` for a file that is no Word document or is broken;
    then nothing has changed.
    """
    paper = _blank(workspace, kind)
    if file.suffix.lower() != DOCX:
        raise refuse("file", "template_is_docx", name=file.name)
    fields, problems = check_template(file, paper)
    if problems:
        raise Refused(problems)
    content = keep_file(workspace.folder, file)
    return save_template(workspace, TemplateDraft(kind, file.name, content, fields))


def drop_template(workspace: Workspace, kind: PaperKind) -> Changes:
    """Print a kind by the built-in paper again; the template stays kept."""
    return save_template(workspace, TemplateDraft(kind))


def template_is_here(workspace: Workspace, kind: PaperKind) -> bool:
    """Whether the template of a kind lies on this laptop: of one chosen on another only the name may have come."""
    with workspace.read() as session:
        content = settings_of(session, workspace.author.office, kind).template_content
    return bool(content) and is_kept(kept_path(workspace.folder, content, DOCX))
