"""Opens an office's own Word template and finds its fields; for the child process only.

A field is a name in braces, {ho_ten}, wherever Word has split it into runs. Nothing is run or fetched: macros, embedded
objects and parts from elsewhere are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.parsers import expat

from app.documents.intake import opening, parsing
from app.documents.limits import inflate_all, open_archive
from app.documents.template_plan import field_name
from app.problems import Trouble
from app.wording import paper_fields as words

FIELD = re.compile(r"[{«]([^{}«»]{1,80})[}»]")
_STRAY = re.compile(r"[{}«»].{0,30}")
_MAIN = "word/document.xml"
_ACTIVE = re.compile(r"(?i)vbaProject|activeX|/embeddings/")
_BESIDE = re.compile(r"/(header|footer|footnotes|endnotes)\d*\.xml$")
_TAG = re.compile(r"<[^>]*>")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
P, T, SECTION = (f"{_W}{one}" for one in ("p", "t", "sectPr"))
_HYPERLINK = "/hyperlink"
#: The text of a template, all in all: a hundred pages are far below.
MAX_LETTERS = 1_000_000


@dataclass
class TemplateFields:
    """What a template asks for: its fields as they are compared, and braces that are no field."""

    names: list[str] = field(default_factory=list)
    stray: list[str] = field(default_factory=list)


def read_template(path: Path) -> TemplateFields:
    """The fields of a template. Raises `Trouble` with one sentence for whatever is wrong with the file."""
    document = open_template(path)
    found = TemplateFields()
    if any(FIELD.search(one) for one in _beside(document)):
        raise Trouble("template_field_in_header", name=path.name)
    letters = 0
    for paragraph in body_of(document).iter(P):
        text = text_of(letters_of(paragraph))
        letters += len(text)
        if letters > MAX_LETTERS:
            raise Trouble("file_hostile", name=path.name)
        found.names += [field_name(one) for one in FIELD.findall(text)]
        found.stray += _STRAY.findall(FIELD.sub("", text))
    found.names = list(dict.fromkeys(found.names))
    return found


def open_template(path: Path) -> Any:
    """The document, with the list of its fields and all behind it cut off."""
    with opening(path), path.open("rb") as stream, open_archive(stream, path.name) as archive:
        if _MAIN not in archive.namelist():
            raise Trouble("file_not_word", name=path.name)
        if any(_ACTIVE.search(one) for one in archive.namelist()):
            raise Trouble("template_active", name=path.name)
        inflate_all(archive, path.name, lambda entry: _Part(path.name) if _is_xml(entry.filename) else None)
    with parsing(path):
        from docx import Document

        document = Document(str(path))
        for part in document.part.package.iter_parts():
            _check_links(part, path.name)
        _cut(body_of(document))
    return document


def _is_xml(name: str) -> bool:
    return name.endswith((".xml", ".rels"))


class _Part:
    """Reads a part while it inflates: it must be XML, and declare no document type."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._parser = expat.ParserCreate()
        self._parser.StartDoctypeDeclHandler = self._refuse

    def _refuse(self, *_declared: object) -> None:
        raise Trouble("file_hostile", name=self._name)

    def feed(self, piece: bytes) -> None:
        self._parser.Parse(piece, False)

    def finish(self) -> None:
        try:
            self._parser.Parse(b"", True)
        except expat.ExpatError as fault:
            raise Trouble("file_damaged", name=self._name) from fault


def _check_links(part: Any, name: str) -> None:
    """What a part refers to outside of the file would be fetched when the paper is opened: only links to click stay."""
    for one in part.rels.values():
        if (one.is_external and not one.reltype.endswith(_HYPERLINK)) or one.reltype.endswith("/aFChunk"):
            raise Trouble("template_active", name=name)


def body_of(document: Any) -> Any:
    """The element that holds all paragraphs and tables of a document."""
    return document.element.body


def _beside(document: Any) -> Iterator[str]:
    """The texts of headers, footers and notes, which all papers of a file share."""
    for part in document.part.package.iter_parts():
        if _BESIDE.search(part.partname):
            yield _TAG.sub("", part.blob.decode("utf-8", "replace"))


def _cut(body: Any) -> None:
    """Take off the list of fields behind the pages; its section's page gives way to that of the pages before."""
    marked = next((one for one in body if words.LIST_MARK in text_of(list(one.iter(T)))), None)
    if marked is None:
        return
    last = body.find(SECTION)
    place = list(body).index(marked)
    for one in list(body)[place:]:
        if one is not last:
            body.remove(one)
    before = list(body)[place - 1] if place else None
    section = before.find(f".//{SECTION}") if before is not None and before is not last else None
    if section is None or before is None:
        return
    section.getparent().remove(section)
    if last is not None:
        body.remove(last)
    body.append(section)
    if before.tag == P and not text_of(list(before.iter(T))):
        body.remove(before)


def letters_of(paragraph: Any) -> list[Any]:
    """The text nodes of a paragraph in their order, without those of a text box within it."""
    return [one for one in paragraph.iter(T) if next(one.iterancestors(P)) is paragraph]


def text_of(nodes: Sequence[Any]) -> str:
    """The text of nodes in one."""
    return "".join(one.text or "" for one in nodes)


def names_of(paragraph: Any) -> list[str]:
    """The fields of a paragraph as they are compared."""
    return [field_name(one) for one in FIELD.findall(text_of(letters_of(paragraph)))]
