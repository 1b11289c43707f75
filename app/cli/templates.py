"""`template ...`: the office's own Word templates of papers."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli.frame import Answer, Commands
from app.office.paper_settings import paper_settings
from app.paper_templates import (
    drop_template,
    kinds_with_templates,
    save_built_in,
    template_is_here,
    use_template,
)
from app.wording import paper_settings as words
from app.wording.vocabulary import PAPER_KINDS
from app.workspace import Workspace
from models.vocabulary import PaperKind


def add_commands(commands: Commands) -> None:
    """Register the commands of this module."""
    commands.group("template", words.TEMPLATES)
    commands.add("template list", words.LIST, _list)
    kinds = [one.value for one in kinds_with_templates()]
    for name, text, run, file in (
        ("save", words.SAVE, _save, "OUT.docx"),
        ("use", words.USE, _use, "FILE.docx"),
        ("drop", words.DROP, _drop, ""),
    ):
        command = commands.add(f"template {name}", text, run)
        command.add_argument("kind", metavar="KIND", choices=kinds, help=words.KIND)
        if file:
            command.add_argument("file", metavar=file, type=Path, help=words.FILE)


def _list(workspace: Workspace, _args: argparse.Namespace) -> Answer:
    with workspace.read() as session:
        found = paper_settings(session, workspace.author.office)
    data = [
        {
            "kind": kind.value,
            "name": PAPER_KINDS[kind.value],
            "copies": one.copies,
            "recipients": list(one.recipients),
            "template": one.template_name or None,
            "here": template_is_here(workspace, kind),
        }
        for kind, one in found.items()
    ]
    lines = [words.LINE.format(name=one["name"], template=one["template"] or words.BUILT_IN) for one in data]
    return Answer(data, lines or [words.NONE])


def _save(workspace: Workspace, args: argparse.Namespace) -> Answer:
    save_built_in(workspace, PaperKind(args.kind), args.file)
    return Answer({"files": [str(args.file)]}, [words.SAVED.format(file=args.file)])


def _use(workspace: Workspace, args: argparse.Namespace) -> Answer:
    use_template(workspace, PaperKind(args.kind), args.file)
    return _told(args.kind, args.file.name)


def _drop(workspace: Workspace, args: argparse.Namespace) -> Answer:
    drop_template(workspace, PaperKind(args.kind))
    return _told(args.kind, words.BUILT_IN)


def _told(kind: str, template: str) -> Answer:
    line = words.LINE.format(name=PAPER_KINDS[kind], template=template)
    return Answer({"kind": kind, "template": template}, [line])
