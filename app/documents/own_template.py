"""An office's own Word template of a paper: written from the built-in paper, checked, and filled for printing.

The papers handed in are drawn within `named_values.naming()`. Word files from the office are read in a child process.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.documents.docx_filling import fill_template
from app.documents.docx_template import TemplateFields, read_template
from app.documents.intake import Kind, in_child, kind_of
from app.documents.saving import whole_file
from app.documents.template_plan import Field, Plan, plan_of
from app.documents.template_values import template_values
from app.documents.text_paper import Column, Table, Text, TextPaper
from app.problems import Problem, Trouble
from app.progress import Progress
from app.wording import paper_fields as words

#: Enough for a template; the answer comes within a second.
_SECONDS = 60.0


@dataclass(frozen=True)
class OwnTemplate:
    """A template of the office: where it lies, its name, its fields with the marks of their places.

    `here`: whether the file is on this laptop, as it was kept.
    """

    path: Path
    name: str
    fields: str
    here: bool = True


def write_template(target: Path, title: str, blank: TextPaper) -> None:
    """Write the built-in paper as .docx with its fields in braces, the list of them behind it. Raises `Trouble`."""
    from app.documents.text_docx import write_docx

    plan = plan_of(blank)
    made = io.BytesIO()
    paper = replace(plan.paper, annexes=(*plan.paper.annexes, _list_of(plan.all_fields())))
    write_docx(made, title, [paper], Progress())
    with whole_file(target) as stream:
        stream.write(made.getvalue())


def _list_of(fields: Sequence[Field]) -> TextPaper:
    columns = (Column(words.LIST_COLUMNS[0], 1), Column(words.LIST_COLUMNS[1], 3))
    rows = tuple((f"{{{one.name}}}", _meaning(one)) for one in fields)
    return TextPaper((words.LIST_MARK,), (Text(words.LIST_HELP), Table(columns, rows, size=11)))


def _meaning(one: Field) -> str:
    return words.MEANINGS.get(one.stands_in, one.stands_in)


def check_template(file: Path, blank: TextPaper) -> tuple[str, list[Problem]]:
    """The fields of a template with their marks, as `OwnTemplate` keeps them, and what is wrong with it.

    Raises `Trouble` with one sentence for a file that is no Word document, is damaged or may do harm.
    """
    asked = _read(file)
    known = {one.name: one.mark for one in plan_of(blank).all_fields()}
    problems = [Problem("file", "template_field_unknown", {"field": one}) for one in asked.names if one not in known]
    problems += [Problem("file", "template_brace", {"text": one}) for one in asked.stray]
    return " ".join(f"{one}:{known[one]}" for one in asked.names if one in known), problems[:1]


def _read(file: Path) -> TemplateFields:
    if kind_of(file) is not Kind.ZIP:
        raise Trouble("file_not_word", name=file.name)
    return in_child(read_template, file, seconds=_SECONDS)


def moved_field(template: OwnTemplate, plan: Plan) -> str:
    """A field whose place in the built-in paper is another than when the template was made; empty: none."""
    known = {one.name: one.mark for one in plan.all_fields()}
    pairs = (one.partition(":") for one in template.fields.split())
    return next((name for name, _, mark in pairs if known.get(name) != mark), "")


def print_own(
    target: Path, template: OwnTemplate, blank: TextPaper, papers: Sequence[TextPaper], progress: Progress
) -> None:
    """Fill the template for each paper and write one .docx.

    Raises `Trouble` when the template cannot be used any more, `Cancelled`.
    """
    if not template.here:
        raise Trouble("template_not_here", name=template.name)
    plan = plan_of(blank)
    moved = moved_field(template, plan)
    if moved:
        raise Trouble("template_moved", name=template.name, field=moved)
    values = [template_values(plan, one) for one in papers]
    try:
        made = in_child(fill_template, template.path, values, progress=progress)
    except Trouble as fault:
        raise Trouble("template_unusable", name=template.name) from fault
    with whole_file(target) as stream:
        stream.write(made)
