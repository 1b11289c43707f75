"""`report names` and `report NAME OUT`: the catalogue, and one of its reports as a workbook, a PDF or a .docx."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli.frame import Answer, Commands
from app.problems import refuse
from app.reports.asked import asked_from
from app.reports.catalogue import CATALOGUE, forms_for, make_report, write_report
from app.reports.said import foot_lines
from app.wording import report_commands as words
from app.workspace import Workspace


def add_commands(commands: Commands) -> None:
    """Register the commands of this module."""
    commands.group("report", words.REPORT)
    commands.add("report names", words.NAMES, _names)
    for name, form in CATALOGUE.items():
        making = commands.add(f"report {name}", form.title, _make)
        making.set_defaults(report=name)
        making.add_argument("out", metavar="OUT.xlsx|OUT.pdf|OUT.docx", help=words.OUT)
        making.add_argument("--as-of", metavar="D", help=words.AS_OF)
        making.add_argument("--param", metavar="K=V", action="append", default=[], help=words.PARAM)


def _names(workspace: Workspace, _args: argparse.Namespace) -> Answer:
    forms = forms_for(workspace.author.level)
    data = [{"name": one.name, "title": one.title, "parameters": list(one.parameters)} for one in forms]
    return Answer(data, [words.NAME_LINE.format(**one) for one in data])


def _make(workspace: Workspace, args: argparse.Namespace) -> Answer:
    report = make_report(workspace, args.report, asked_from(_parameters(args.param), args.as_of))
    written = write_report(workspace, report, Path(args.out))
    data: dict[str, object] = {"files": [str(written.file)], "rows": written.rows}
    if written.pages is not None:
        data["pages"] = written.pages
    if report.warnings:
        data["warnings"] = list(report.warnings)
    return Answer(
        data, [words.WRITTEN.format(file=written.file, rows=written.rows), *foot_lines(report), *report.warnings]
    )


def _parameters(texts: list[str]) -> dict[str, str]:
    found = {}
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals or not name.strip():
            raise refuse("param", "report_parameter_form", text=text)
        found[name.strip()] = value.strip()
    return found
