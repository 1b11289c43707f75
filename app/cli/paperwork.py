"""`paper ...`: the papers of houses' files: what each holds, scans, signatures, what is missing, closing."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from app.areas.queries import find_village
from app.cli.cases import add_ids, chosen, day
from app.cli.frame import Answer, Commands, changed
from app.paperwork.drafts import CloseDraft, MarkDraft, ScanDraft
from app.paperwork.operations import add_scan, close_files, mark_papers, reopen_file
from app.paperwork.queries import FileFilter, HouseFile, PaperCell, house_file, house_files, scans_of
from app.paperwork.rules import FILE_KINDS
from app.paperwork.shared import same_paper
from app.parsing import today
from app.problems import refuse
from app.support.queries import programme_named
from app.wording import cases as case_words
from app.wording import paperwork as words
from app.wording.support import names_text
from app.workspace import Workspace
from models.vocabulary import PaperState

_KINDS = [one.value for one in FILE_KINDS]


def add_commands(commands: Commands) -> None:
    """Register the commands of this module."""
    commands.group("paper", words.PAPER)
    add_ids(commands.add("paper list", words.PAPER_LIST, _list), many=False)
    scanning = commands.add("paper scan", words.PAPER_SCAN, _scan)
    add_ids(scanning, many=False)
    scanning.add_argument("kind", choices=_KINDS, metavar="KIND", help=words.KIND_HELP)
    scanning.add_argument("file", type=Path, metavar="FILE", help=words.FILE_HELP)
    scanning.add_argument("--together", action="store_true", help=words.TOGETHER_HELP)
    signing = commands.add("paper signed", words.PAPER_SIGNED, _signed)
    add_ids(signing)
    signing.add_argument("--kind", choices=_KINDS, required=True, metavar="KIND", help=words.KIND_HELP)
    for one in (scanning, signing):
        one.add_argument("--date", required=True, metavar="D", help=case_words.DATE)
        one.add_argument("--signer", metavar="NAME", help=words.SIGNER_HELP)
    missing = commands.add("paper missing", words.PAPER_MISSING, _missing)
    missing.add_argument("--programme", metavar="P", help=case_words.PROGRAMME)
    missing.add_argument("--village", metavar="V", help=words.VILLAGE_HELP)
    missing.add_argument("--kind", choices=_KINDS, metavar="KIND", help=words.KIND_HELP)
    missing.add_argument("--print", dest="out", type=Path, metavar="OUT.pdf", help=words.PRINT_HELP)
    closing = commands.add("paper close", words.PAPER_CLOSE, _close)
    add_ids(closing)
    closing.add_argument("--date", metavar="D", help=case_words.DATE)
    closing.add_argument("--reason", default="", metavar="TEXT", help=case_words.REASON)
    opening = commands.add("paper reopen", words.PAPER_REOPEN, _reopen)
    add_ids(opening, many=False)
    opening.add_argument("--reason", required=True, metavar="TEXT", help=case_words.REASON)


def _list(workspace: Workspace, args: argparse.Namespace) -> Answer:
    [case] = chosen(workspace, args).case_ids
    with workspace.read() as session:
        file = house_file(session, case)
        scans = scans_of(session, case, workspace.folder)
    data = {**_file_json(file), "papers": [_cell_json(one) for one in (*file.papers, *file.more)]}
    data["scans"] = [
        {"kind": one.kind, "day": one.done_on, "file": str(one.file(workspace.folder)), "here": one.here}
        for one in scans
    ]
    return Answer(data, [words.LIST_LINE.format(name=one["name"], state=one["said"]) for one in data["papers"]])


def _file_json(file: HouseFile) -> dict[str, Any]:
    return {
        "household": file.household_id,
        "case": file.case_id,
        "head_name": file.head_name,
        "village": file.village or None,
        "programme": file.programme or None,
        "status": file.status,
        "closed": file.closed,
        "in_file": file.in_file,
        "asked": len(file.papers),
    }


def _cell_json(one: PaperCell) -> dict[str, Any]:
    later = words.NOT_DUE if not one.due and one.state is PaperState.NONE else words.STATES[one.state]
    return {
        "kind": one.kind,
        "name": words.kind_name(one.kind),
        "state": one.state.value,
        "said": later,
        "due": one.due,
        "asked": one.asked,
        "before_program": one.before,
        "day": one.day,
        "signer": one.signer,
    }


def _scan(workspace: Workspace, args: argparse.Namespace) -> Answer:
    found = chosen(workspace, args)
    cases = found.case_ids
    if args.together:
        with workspace.read() as session:
            cases = tuple(same_paper(session, args.kind, cases[0]))
    _, warnings = add_scan(workspace, ScanDraft(cases, args.kind, args.file, day(args.date), args.signer))
    return changed(
        found.household_ids, words.SCANNED.format(kind=words.kind_name(args.kind), count=len(cases)), warnings
    )


def _signed(workspace: Workspace, args: argparse.Namespace) -> Answer:
    found = chosen(workspace, args)
    draft = MarkDraft(found.case_ids, args.kind, PaperState.SIGNED, day(args.date), args.signer)
    _, warnings = mark_papers(workspace, draft)
    return changed(
        found.household_ids, words.SIGNED.format(kind=words.kind_name(args.kind), names=found.names), warnings
    )


def _missing(workspace: Workspace, args: argparse.Namespace) -> Answer:
    wanted = FileFilter(kind=args.kind)
    with workspace.read() as session:
        programme = programme_named(session, args.programme).id if args.programme else None
        village = find_village(session, workspace.author.office, args.village) if args.village else None
        if args.village and village is None:
            raise refuse("village", "village_unknown", text=args.village)
        files = [
            one
            for one in house_files(session)
            if wanted.holds(one) and programme in (None, one.programme_id) and village in (None, one.village_id)
        ]
    if args.out is not None:
        return _print_missing(workspace, args, files)
    data = [
        {**_file_json(one), "missing": [{"kind": cell.kind, "state": cell.state.value} for cell in one.missing]}
        for one in files
    ]
    lines = [
        words.MISSING_LINE.format(
            id=one.household_id[-6:],
            name=one.head_name,
            papers=words.missing_text([(cell.kind, cell.state.value) for cell in one.missing]),
        )
        for one in files
    ]
    return Answer(data, lines or [words.NOTHING_MISSING])


def _print_missing(workspace: Workspace, args: argparse.Namespace, files: list[HouseFile]) -> Answer:
    from app.paper_sets import missing_pairs, plan_set, print_set, said_left

    with workspace.read() as session:
        plan = plan_set(session, missing_pairs(files, frozenset({args.kind}) if args.kind else None))
    if not plan.ready:
        raise refuse("", "no_missing_papers")
    made = print_set(workspace, plan.ready, args.out)
    data = {"files": [str(args.out)], "pages": made.pages, "papers": made.papers, "left": len(plan.left)}
    left = [words.LEFT.format(left=said_left(plan.left))] if plan.left else []
    return Answer(data, [case_words.WRITTEN.format(count=made.papers, file=args.out), *left])


def _close(workspace: Workspace, args: argparse.Namespace) -> Answer:
    found = chosen(workspace, args)
    on = day(args.date) if args.date else today().isoformat()
    _, warnings = close_files(workspace, [CloseDraft(one, on, args.reason) for one in found.case_ids])
    return changed(found.household_ids, words.FILES_CLOSED.format(names=found.names), warnings)


def _reopen(workspace: Workspace, args: argparse.Namespace) -> Answer:
    found = chosen(workspace, args)
    _, warnings = reopen_file(workspace, found.case_ids[0], args.reason)
    return changed(found.household_ids, words.FILE_REOPENED.format(names=names_text([*found.heads.values()])), warnings)
