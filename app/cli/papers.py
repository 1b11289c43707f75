"""`handover` and `print ...`: hand houses over, draw their papers."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli.cases import add_ids, choose, chosen, day
from app.cli.frame import Answer, Commands, changed
from app.handover.drafts import HandoverDraft, MinutesOptions
from app.handover.issuing import print_blank_minutes, print_minutes
from app.handover.operations import hand_over
from app.problems import refuse
from app.support.queries import cases_of_households, find_cases
from app.wording import cases as words
from app.wording.vocabulary import PAPER_KINDS
from app.workspace import Workspace
from models.vocabulary import Numbering, PaperKind, Status

_HANDED_OVER = (Status.HANDED_OVER, Status.CLOSED)
_ACCEPTED = (Status.ACCEPTED, *_HANDED_OVER)
_NUMBERINGS = [Numbering.NONE.value, Numbering.TYPED.value, Numbering.REGISTER.value]


def add_commands(commands: Commands) -> None:
    """Register the commands of this module."""
    handing = commands.add("handover", words.HANDOVER, _hand_over)
    add_ids(handing)
    handing.add_argument("--date", required=True, metavar="D", help=words.DATE)
    handing.add_argument("--place", metavar="TEXT", help=words.PLACE)
    handing.add_argument("--receiver", metavar="NAME", help=words.RECEIVER)
    handing.add_argument("--relation", metavar="TEXT", help=words.RELATION)
    handing.add_argument("--thumbprint", action="store_true", default=None, help=words.THUMBPRINT)
    commands.group("print", words.PRINT)
    commands.add("print kinds", words.PRINT_KINDS, _kinds, opens=False)
    for kind in PaperKind:
        printing = commands.add(f"print {kind.value}", PAPER_KINDS[kind.value], _print)
        printing.set_defaults(kind=kind)
        printing.add_argument("houses_and_file", metavar="ID... OUT.pdf", nargs="+", help=words.PRINT_WHAT)
        printing.add_argument("--all", action="store_true", help=words.PRINT_ALL)
        printing.add_argument("--blank", action="store_true", help=words.PRINT_BLANK)
        printing.add_argument("--programme", metavar="P", help=words.PROGRAMME)
        printing.add_argument("--numbering", choices=_NUMBERINGS, default=_NUMBERINGS[0], help=words.NUMBERING)
        printing.add_argument("--start-at", type=int, metavar="N", help=words.START_AT)
        printing.add_argument("--copies", type=int, metavar="N", help=words.COPIES)


def _hand_over(workspace: Workspace, args: argparse.Namespace) -> Answer:
    found = chosen(workspace, args)
    on = day(args.date)
    drafts = [
        HandoverDraft(one, on, args.place, args.receiver, args.relation, args.thumbprint) for one in found.case_ids
    ]
    _, warnings = hand_over(workspace, drafts)
    return changed(found.household_ids, words.HANDED_OVER.format(count=len(drafts)), warnings)


def _kinds(_workspace: Workspace | None, _args: argparse.Namespace) -> Answer:
    data = [{"kind": kind.value, "name": PAPER_KINDS[kind.value]} for kind in PaperKind]
    return Answer(data, [words.KIND_LINE.format(**one) for one in data])


def _print(workspace: Workspace, args: argparse.Namespace) -> Answer:
    *endings, file = args.houses_and_file
    target = Path(file)
    if target.suffix.lower() != ".pdf":
        raise refuse("out", "paper_only_pdf", name=target.name)
    if sum((bool(endings), args.all, args.blank)) != 1:
        raise refuse("", "print_what")
    cases = _cases(workspace, args, endings)
    if not cases and not args.blank:
        raise refuse("", "nothing_to_print")
    pages = _draw(workspace, args, cases, target)
    line = words.PRINTED.format(count=max(len(cases), 1), pages=pages, file=target)
    return Answer({"files": [str(target)], "pages": pages}, [line])


def _cases(workspace: Workspace, args: argparse.Namespace, endings: list[str]) -> list[str]:
    """The cases to print: of all houses that got so far, or for each household the case that did."""
    reached = _HANDED_OVER if args.kind is PaperKind.HANDOVER_MINUTES else _ACCEPTED
    with workspace.read() as session:
        found = choose(session, endings, args.programme)
        if args.all:
            return find_cases(session, reached, found.programme_id)
        cases = cases_of_households(session, found.household_ids)
    ready = {
        household: facts.case_id
        for household, pairs in cases.items()
        for facts, state in reversed(pairs)
        if state.acceptance is not None
        and (found.programme_id is None or (facts.programme and facts.programme.id == found.programme_id))
    }
    if all(one in ready for one in found.household_ids):
        return [ready[one] for one in found.household_ids]
    return list(found.case_ids)


def _draw(workspace: Workspace, args: argparse.Namespace, cases: list[str], target: Path) -> int:
    if not cases:
        return print_blank_minutes(target, args.kind)
    options = MinutesOptions(Numbering(args.numbering), args.start_at, args.copies, args.kind)
    return print_minutes(workspace, cases, target, options).pages
