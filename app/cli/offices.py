"""`init`: sets an office up on this laptop. `office take-over`: goes on with the work of one that is no more."""

from __future__ import annotations

import argparse
from dataclasses import replace

from app.cli.frame import Answer, Commands, changed
from app.office.drafts import OfficeDraft
from app.office.operations import initialise
from app.paths import data_folder
from app.problems import refuse
from app.wording import cli as words
from app.wording import office as office_words
from app.workspace import Workspace
from models.vocabulary import Level


def add_commands(commands: Commands) -> None:
    """Register the commands of this module."""
    init = commands.add("init", words.INIT, _init, opens=False)
    init.add_argument("--level", required=True, choices=[one.value for one in Level])
    for name in ("code", "name", "province"):
        init.add_argument(f"--{name}", required=True)
    init.add_argument("--village", action="append", default=[], metavar="NAME")
    for name in ("upper-code", "upper-name", "person", "position", "device"):
        init.add_argument(f"--{name}")
    init.add_argument("--series", metavar="LETTER", help=words.SERIES)
    commands.group("office", office_words.COMMAND)
    taking = commands.add("office take-over", office_words.COMMAND_TAKE_OVER, _take_over)
    taking.add_argument("office", metavar="CODE", help=office_words.OFFICE_GONE)
    taking.add_argument("--by", metavar="CODE", help=office_words.SUCCESSOR)


def _take_over(workspace: Workspace, args: argparse.Namespace) -> Answer:
    from app.office.taking_over import take_over

    done, taken = take_over(workspace, args.office, args.by)
    line = office_words.TAKE_OVER_WAITS if taken.waits else office_words.TAKEN_OVER
    answer = changed(sorted(done.ids), line.format(office=taken.office, by=taken.successor))
    return replace(answer, data={**answer.data, "office": taken.office, "by": taken.successor, "waits": taken.waits})


def _init(_workspace: Workspace | None, args: argparse.Namespace) -> Answer:
    if (args.upper_code is None) != (args.upper_name is None):
        raise refuse("upper", "superior_half_given")
    draft = OfficeDraft(
        level=Level(args.level),
        code=args.code,
        name=args.name,
        province=args.province,
        villages=tuple(args.village),
        superior_code=args.upper_code,
        superior_name=args.upper_name,
        person=args.person,
        position=args.position,
        device_name=args.device,
        series=args.series,
    )
    folder = data_folder(args.data)
    workspace, warnings = initialise(folder, draft)
    try:
        facts = {"office": args.code, "level": args.level, "device": workspace.author.device, "data": str(folder)}
    finally:
        workspace.close()
    lines = [words.INITIALISED.format(name=args.name, folder=folder)]
    return Answer(facts, lines if args.series else [*lines, words.WITHOUT_SERIES], warnings)
