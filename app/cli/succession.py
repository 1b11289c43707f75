"""`succession ...`: the office's work goes to another person and laptop, and back."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from app.cli.cases import day
from app.cli.frame import DONE, TROUBLE, Answer, Commands, changed, password_lines
from app.documents.words import money_text
from app.parsing import today
from app.paths import data_folder
from app.problems import refuse
from app.succession.facts import handed_facts
from app.succession.giving import GiveDraft, give, go_on_here, handed_over, usual_draft
from app.succession.minutes import write_minutes
from app.succession.taking import take
from app.wording import succession as words
from app.workspace import Workspace


def add_commands(commands: Commands) -> None:
    """Register the commands of this module."""
    commands.group("succession", words.COMMAND)
    commands.add("succession show", words.COMMAND_SHOW, _show)
    for name, text, run in (("minutes", words.COMMAND_MINUTES, _minutes), ("give", words.COMMAND_GIVE, _give)):
        command = commands.add(f"succession {name}", text, run)
        command.add_argument("out", metavar="OUT", type=Path)
        command.add_argument("--to", required=True, metavar="NAME", help=words.TO)
        command.add_argument("--position", metavar="TEXT", help=words.TO_POSITION)
        command.add_argument("--date", metavar="D", help=words.ON)
        command.add_argument("--place", metavar="TEXT", help=words.PLACE)
    taking = commands.add("succession take", words.COMMAND_TAKE, _take, opens=False)
    taking.add_argument("file", metavar="FILE", type=Path)
    taking.add_argument("--person", metavar="NAME", help=words.PERSON)
    taking.add_argument("--device", metavar="NAME", help=words.DEVICE)
    going_on = commands.add("succession resume", words.COMMAND_RESUME, _resume)
    going_on.add_argument("--reason", required=True, metavar="TEXT", help=words.REASON)


def _show(workspace: Workspace, _args: argparse.Namespace) -> Answer:
    facts, state = handed_facts(workspace), handed_over(workspace)
    given = {"to": state.to, "day": state.day} if state else None
    sums = {name: money_text(getattr(facts, name)) for name in ("approved", "paid", "in_hand")}
    shown = words.SHOWN.format(**sums, households=facts.households, tasks=facts.tasks, drafts=facts.drafts)
    stands = words.STANDS_GIVEN.format(**given) if given else words.STANDS_OWN
    return Answer({"handed_over": given, "facts": facts.as_json()}, [stands, shown])


def _draft(workspace: Workspace, args: argparse.Namespace) -> GiveDraft:
    on = day(args.date) if args.date else today().isoformat()
    return replace(usual_draft(workspace, args.to, on), to_position=args.position, place=args.place)


def _minutes(workspace: Workspace, args: argparse.Namespace) -> Answer:
    facts = write_minutes(workspace, _draft(workspace, args), args.out)
    return Answer({"files": [str(args.out)], "facts": facts.as_json()}, [words.MINUTES_WRITTEN.format(file=args.out)])


def _give(workspace: Workspace, args: argparse.Namespace) -> Answer:
    password = next(reversed(password_lines(args.password_file)), None)
    if password is None:
        raise refuse("password-file", "succession_password_missing")
    given = give(workspace, _draft(workspace, args), args.out, password)
    seal = given.seal
    data = {"files": [str(given.file)], "rows": seal.rows, "photos": seal.here, "facts": given.facts.as_json()}
    return Answer(data, [words.GIVEN.format(file=given.file, rows=seal.rows, photos=seal.here)])


def _take(_workspace: Workspace | None, args: argparse.Namespace) -> Answer:
    password = next(reversed(password_lines(args.password_file)), None)
    taken = take(data_folder(args.data), args.file, password, args.person, args.device)
    author = taken.workspace.author
    taken.workspace.close()
    data = {
        "device": author.device,
        "series": taken.letter,
        "from": taken.giver,
        "to": taken.to,
        "user": author.user_name,
        "different": list(taken.different),
    }
    lines = words.taken_lines(taken.giver, taken.to, taken.day, taken.letter, taken.different)
    return Answer(data, lines, status=TROUBLE if taken.different else DONE)


def _resume(workspace: Workspace, args: argparse.Namespace) -> Answer:
    letter = go_on_here(workspace, args.reason)
    answer = changed([], words.RESUMED_TOLD.format(letter=letter))
    return replace(answer, data={**answer.data, "device": workspace.author.device, "series": letter})
