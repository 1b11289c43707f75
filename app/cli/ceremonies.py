"""`ceremony ...`: ceremonies at which houses are handed over, with one print of all their papers."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.ceremonies.drafts import USUAL_COPIES, CeremonyDraft, CeremonyHouseDraft, FailedDraft, GuestDraft
from app.ceremonies.operations import fail_house, hand_over_ceremony, save_ceremony
from app.ceremonies.queries import CeremonyLine, ceremonies, ceremony_sheet
from app.ceremony_set import SetOptions, print_set
from app.cli.cases import add_ids, chosen, day
from app.cli.frame import Answer, Commands, changed
from app.handover.drafts import MinutesOptions
from app.households.queries import ENDING
from app.problems import refuse
from app.wording import cases as case_words
from app.wording import ceremonies as words
from app.workspace import Workspace
from models.vocabulary import Numbering

_NUMBERINGS = [Numbering.NONE.value, Numbering.TYPED.value, Numbering.REGISTER.value]


def add_commands(commands: Commands) -> None:
    """Register the commands of this module."""
    commands.group("ceremony", words.TAB)
    commands.add("ceremony list", words.COMMAND_LIST, _list)
    adding = commands.add("ceremony add", words.COMMAND_ADD, _add)
    add_ids(adding)
    adding.add_argument("--date", required=True, metavar="D", help=case_words.DATE)
    adding.add_argument("--place", required=True, metavar="TEXT", help=case_words.PLACE)
    adding.add_argument("--time", metavar="H:MM", help=words.COMMAND_TIME)
    adding.add_argument("--copies", type=int, default=USUAL_COPIES, metavar="N", help=words.COPIES)
    adding.add_argument("--guest", action="append", default=[], metavar="NAME;TEXT;TEXT", help=words.COMMAND_GUEST)
    failing = commands.add("ceremony fail", words.COMMAND_FAIL, _fail)
    failing.add_argument("ceremony", metavar="CEREMONY", help=words.COMMAND_ID)
    add_ids(failing, many=False)
    failing.add_argument("--date", required=True, metavar="D", help=case_words.DATE)
    failing.add_argument("--reason", required=True, metavar="TEXT", help=case_words.REASON)
    failing.add_argument("--review", required=True, metavar="D", help=words.REVIEW_ON)
    printing = commands.add("ceremony print", words.COMMAND_PRINT, _print)
    printing.add_argument("ceremony", metavar="CEREMONY", help=words.COMMAND_ID)
    printing.add_argument("file", metavar="OUT.pdf", type=Path)
    printing.add_argument("--numbering", choices=_NUMBERINGS, default=_NUMBERINGS[0], help=case_words.NUMBERING)
    printing.add_argument("--start-at", type=int, metavar="N", help=case_words.START_AT)
    handing = commands.add("ceremony handover", words.COMMAND_HANDOVER, _hand_over)
    handing.add_argument("ceremony", metavar="CEREMONY", help=words.COMMAND_ID)


def _list(workspace: Workspace, _args: argparse.Namespace) -> Answer:
    with workspace.read() as session:
        found = ceremonies(session)
    data = [
        {"id": one.id, "date": one.held_on, "place": one.venue, "houses": one.houses, "handed_over": one.handed_over}
        for one in found
    ]
    return Answer(data, [words.line(one.id[-ENDING:], one.held_on, one.venue, one.houses) for one in found])


def _find(workspace: Workspace, ending: str) -> CeremonyLine:
    """The ceremony whose id ends so. Raises `Refused` for none or several."""
    with workspace.read() as session:
        found = [one for one in ceremonies(session) if len(ending) >= ENDING and one.id.endswith(ending)]
    if len(found) != 1:
        raise refuse("ceremony", "ceremony_not_here")
    return found[0]


def _guest(text: str) -> GuestDraft:
    name, position, unit = [*(part.strip() for part in text.split(";")), "", ""][:3]
    return GuestDraft(name, position or None, unit or None)


def _add(workspace: Workspace, args: argparse.Namespace) -> Answer:
    found = chosen(workspace, args)
    draft = CeremonyDraft(
        day(args.date),
        args.place,
        held_at=args.time,
        copies=args.copies,
        houses=tuple(CeremonyHouseDraft(one) for one in found.case_ids),
        guests=tuple(_guest(one) for one in args.guest),
    )
    _, ceremony_id, warnings = save_ceremony(workspace, draft)
    return changed([ceremony_id], words.SAVED.format(day=args.date, count=len(draft.houses)), warnings)


def _fail(workspace: Workspace, args: argparse.Namespace) -> Answer:
    ceremony, found = _find(workspace, args.ceremony), chosen(workspace, args)
    draft = FailedDraft(found.case_ids[0], day(args.date), args.reason, day(args.review))
    _, warnings = fail_house(workspace, ceremony.id, draft)
    return changed(found.household_ids, words.FAILED_DONE.format(name=found.names, day=args.review), warnings)


def _print(workspace: Workspace, args: argparse.Namespace) -> Answer:
    if args.file.suffix.lower() != ".pdf":
        raise refuse("out", "paper_only_pdf", name=args.file.name)
    ceremony = _find(workspace, args.ceremony)
    options = MinutesOptions(Numbering(args.numbering), args.start_at)
    printed = print_set(workspace, ceremony.id, args.file, options, SetOptions())
    numbers = [one.minutes.number for one in printed.issued if one.minutes.number]
    data = {"files": [str(args.file)], "pages": printed.pages, "numbers": numbers}
    line = case_words.PRINTED.format(count=len(printed.issued), pages=printed.pages, file=args.file)
    return Answer(data, [line])


def _hand_over(workspace: Workspace, args: argparse.Namespace) -> Answer:
    ceremony = _find(workspace, args.ceremony)
    with workspace.read() as session:
        homes = [one.household_id for one in ceremony_sheet(session, ceremony.id).waiting]
    _, count, warnings = hand_over_ceremony(workspace, ceremony.id)
    return changed(homes, case_words.HANDED_OVER.format(count=count), warnings)
