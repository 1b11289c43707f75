"""Fills an office's own Word template; for the child process only.

A paragraph whose field has several values repeats, a row of a table with a field of a table's column stands once for
every row, and a paragraph whose fields have no value is left out.
"""

from __future__ import annotations

import copy
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from app.documents.cell_text import without_controls
from app.documents.docx_template import FIELD, SECTION, P, body_of, letters_of, names_of, open_template, text_of
from app.documents.layout import BLANK
from app.documents.sample_mark import with_mark
from app.documents.template_values import FieldValues, PaperValues
from app.wording import paper_fields as words

_ROW, _CELL = (P[:-1] + one for one in ("tr", "tc"))
#: A value holds no field, whatever somebody typed as a name.
_NO_FIELD = str.maketrans("{}«»", "()()")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def fill_template(path: Path, papers: Sequence[PaperValues]) -> bytes:
    """A document with the template filled for each paper, each from a new page numbered from 1. Raises `Trouble`."""
    document = open_template(path)
    body = body_of(document)
    last = body.find(SECTION)
    pattern = [one for one in body if one is not last]
    for one in pattern:
        body.remove(one)
    for place, paper in enumerate(papers):
        copied = [copy.deepcopy(one) for one in pattern]
        _fill(copied, paper.values)
        if note := with_mark(paper.note):
            copied.insert(0, _note(note))
        if place < len(papers) - 1:
            copied.append(_page_end(last))
        for one in copied:
            body.append(one)
        if last is not None:
            body.append(last)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _fill(elements: list[Any], values: Mapping[str, FieldValues]) -> None:
    """Fill copied elements in place; the list loses and gains paragraphs."""
    holder = _holder(elements)
    for row in list(holder.iter(_ROW)):
        _repeat_row(row, values)
    for paragraph in list(holder.iter(P)):
        _fill_paragraph(paragraph, values)
    elements[:] = list(holder)


def _holder(elements: Sequence[Any]) -> Any:
    from docx.oxml import OxmlElement

    holder = OxmlElement("w:body")
    for one in elements:
        holder.append(one)
    return holder


def _repeat_row(row: Any, values: Mapping[str, FieldValues]) -> None:
    """A row with fields of a table's columns stands once for every row of the table; one without a value goes."""
    own = [one for one in row.iter(P) if next(one.iterancestors(_ROW)) is row]
    asked = [values[name] for one in own for name in names_of(one) if name in values]
    if asked and not any(one.texts for one in asked):
        row.getparent().remove(row)
        return
    found = [one for one in asked if one.row]
    if not found:
        return
    for place in range(max(len(one.texts) for one in found)):
        copied = copy.deepcopy(row)
        row.addprevious(copied)
        now = {
            name: FieldValues(one.texts[place : place + 1] or ("",), row=True) if one.row else one
            for name, one in values.items()
        }
        for paragraph in list(copied.iter(P)):
            _fill_paragraph(paragraph, now)
    row.getparent().remove(row)


def _fill_paragraph(paragraph: Any, values: Mapping[str, FieldValues]) -> None:
    names = names_of(paragraph)
    if not names:
        return
    asked = [values.get(name, FieldValues(("",))) for name in names]
    times = max(len(one.texts) for one in asked)
    if not times:
        _leave_out(paragraph)
        return
    for place in range(times):
        copied = copy.deepcopy(paragraph) if place < times - 1 else paragraph
        if copied is not paragraph:
            paragraph.addprevious(copied)
            for section in list(copied.iter(SECTION)):
                section.getparent().remove(section)
        _put(copied, [_shown(one, place) for one in asked])


def _shown(one: FieldValues, place: int) -> str:
    """The value of a field: that of its place, a single one everywhere; an empty one is dotted outside of tables."""
    if not one.texts:
        return ""
    text = one.texts[place] if place < len(one.texts) else one.texts[-1] if len(one.texts) == 1 else ""
    if not text:
        return "" if one.row else words.DOTS
    return without_controls(text.replace(BLANK, words.DOTS)).translate(_NO_FIELD)


def _leave_out(paragraph: Any) -> None:
    """Take a paragraph off; a cell keeps its last one, and the end of a section its mark."""
    alone = paragraph.getparent().tag == _CELL and len(paragraph.getparent().findall(P)) == 1
    if alone or next(paragraph.iter(SECTION), None) is not None:
        _put(paragraph, [""] * len(names_of(paragraph)))
    else:
        paragraph.getparent().remove(paragraph)


def _put(paragraph: Any, texts: Sequence[str]) -> None:
    """Put texts in the places of the fields; each stands in the look of the run where its brace opens."""
    nodes = letters_of(paragraph)
    spans = [found.span() for found in FIELD.finditer(text_of(nodes))]
    for (start, end), text in reversed(list(zip(spans, texts, strict=True))):
        at = 0
        for node in nodes:
            own = node.text or ""
            first, last = max(start - at, 0), min(end - at, len(own))
            if first < last:
                node.text = own[:first] + (text if at + first == start else "") + own[last:]
                node.set(_SPACE, "preserve")
            at += len(own)


def _note(text: str) -> Any:
    """A line at the right above the paper: that it was printed before, or that it is a sample."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    line, looks, right, run, style, italic, letters = map(
        OxmlElement, ("w:p", "w:pPr", "w:jc", "w:r", "w:rPr", "w:i", "w:t")
    )
    right.set(qn("w:val"), "right")
    looks.append(right)
    style.append(italic)
    letters.text = text
    for inner, outer in ((looks, line), (style, run), (letters, run), (run, line)):
        outer.append(inner)
    return line


def _page_end(section: Any) -> Any:
    """The end of a paper before another: a paragraph with the page's set-up, so that the next has its own page."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    line, looks = OxmlElement("w:p"), OxmlElement("w:pPr")
    line.append(looks)
    if section is not None:
        own = copy.deepcopy(section)
        kind = own.find(qn("w:type"))
        if kind is not None:
            own.remove(kind)
        looks.append(own)
    return line
