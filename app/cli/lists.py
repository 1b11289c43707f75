"""`list import`, `list template`: an officer's own list."""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path

from app.cli.frame import Answer, Commands
from app.lists.error_workbook import written_text
from app.lists.operations import ImportOptions, import_list, save_template
from app.lists.repairs import CellName
from app.lists.report import ImportReport
from app.problems import Trouble, refuse
from app.wording import lists as words
from app.wording.list_errors import ARG_ERRORS, NO_ERRORS
from app.wording.lists_opening import ARG_COMMUNE, ARG_SOURCE
from app.workspace import Workspace


def add_commands(commands: Commands) -> None:
    """Register the commands of this module."""
    commands.group("list", words.COMMAND_GROUP)
    imported = commands.add("list import", words.COMMAND_IMPORT, _import)
    imported.add_argument("file", metavar="FILE", type=Path, help=words.ARG_FILE)
    imported.add_argument("--sheet", action="append", default=[], metavar="NAME", help=words.ARG_SHEET)
    imported.add_argument("--programme", metavar="P", help=words.ARG_PROGRAMME)
    imported.add_argument("--source", metavar="CODE", help=ARG_SOURCE)
    imported.add_argument("--commune", metavar="CODE", help=ARG_COMMUNE)
    imported.add_argument("--dry-run", action="store_true", help=words.ARG_DRY_RUN)
    imported.add_argument("--mapping", metavar="F.json", type=Path, help=words.ARG_MAPPING)
    imported.add_argument("--unmapped", choices=("note", "drop"), default="drop", help=words.ARG_UNMAPPED)
    imported.add_argument("--skip-hidden", action="store_true", help=words.ARG_SKIP_HIDDEN)
    imported.add_argument("--password", metavar="TEXT", help=words.ARG_OPENS_WITH)
    imported.add_argument("--refuse", metavar="KIND,...", default="", help=words.ARG_REFUSE)
    imported.add_argument("--errors", metavar="OUT.xlsx", type=Path, help=ARG_ERRORS)
    template = commands.add("list template", words.COMMAND_TEMPLATE, _template, opens=False)
    template.add_argument("out", metavar="OUT.xlsx", type=Path, help=words.ARG_OUT)


def _import(workspace: Workspace, args: argparse.Namespace) -> Answer:
    refused = [one.strip() for one in args.refuse.split(",") if one.strip()]
    options = ImportOptions(
        sheets=tuple(args.sheet),
        programme=args.programme,
        mapping=_mapping(args.mapping) if args.mapping else {},
        refused=tuple(one for one in refused if "!" not in one),
        refused_cells=tuple(_cell(one) for one in refused if "!" in one),
        password=args.password,
        keep_unmapped=args.unmapped == "note",
        skip_hidden_rows=args.skip_hidden,
        source=args.source,
        commune=args.commune,
        errors=args.errors,
        dry_run=args.dry_run,
    )
    _changes, report = import_list(workspace, args.file, options)
    lines = [*report.lines(), *([words.TRIED] if args.dry_run else [])]
    return Answer(report.as_json(), [*lines, *([] if args.errors is None else [_errors_line(args, report)])])


def _errors_line(args: argparse.Namespace, report: ImportReport) -> str:
    """Where the error workbook is, or that there was nothing to write."""
    return written_text(args.file, report, str(args.errors), args.password) if report.problems else NO_ERRORS


def _cell(text: str) -> CellName:
    """A cell as "Sheet!B7". Raises `Refused`."""
    sheet, _, name = text.rpartition("!")
    match = re.fullmatch(r"([A-Z]{1,3})([0-9]{1,7})", name.upper())
    if match is None:
        raise refuse("refuse", "cell_unknown", text=text)
    return sheet.strip("'"), int(match[2]), match[1]


def _mapping(path: Path) -> dict[str, str | None]:
    """Heading -> field, or null for a column to leave out."""
    try:
        found = json.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as fault:
        raise Trouble("file_missing", name=path.name) from fault
    except OSError as fault:
        raise Trouble("file_not_readable", name=path.name) from fault
    except ValueError as fault:
        raise refuse("mapping", "mapping_unfit", name=path.name) from fault
    if not isinstance(found, dict) or not all(value is None or isinstance(value, str) for value in found.values()):
        raise refuse("mapping", "mapping_unfit", name=path.name)
    return found


def _template(_workspace: Workspace | None, args: argparse.Namespace) -> Answer:
    save_template(None, args.out)
    return Answer({"files": [str(args.out)], "rows": 0}, [words.TEMPLATE_WRITTEN.format(file=args.out)])
