"""`device ...`: this laptop's identity and the code by which others know it, and the laptops that are believed here."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli.frame import Answer, Commands, changed, first_line
from app.exchange.confirming import confirm_laptop
from app.exchange.known_laptops import known_laptops
from app.exchange.laptops import own_card, write_card
from app.exchange.pairing import pair_card, retire_laptop
from app.exchange.queries import count_tasks
from app.exchange.receipts import report_lines
from app.wording import cli as words
from app.wording import laptops as laptop_words
from app.workspace import Workspace


def add_commands(commands: Commands) -> None:
    """Register the commands of this module."""
    commands.group("device", words.DEVICE)
    show = commands.add("device show", words.DEVICE_SHOW, _show)
    show.add_argument("out", metavar="OUT", nargs="?", type=Path)
    commands.add("device list", laptop_words.DEVICE_LIST, _list)
    pair = commands.add("device pair", laptop_words.DEVICE_PAIR, _pair)
    pair.add_argument("file", metavar="FILE", type=Path)
    confirm = commands.add("device confirm", laptop_words.DEVICE_CONFIRM, _confirm)
    confirm.add_argument("device", metavar="DEVICE")
    confirm.add_argument("--code", metavar="CODE", help=laptop_words.CODE)
    confirm.add_argument("--lock", metavar="FILE", help=laptop_words.LOCK)
    retire = commands.add("device retire", laptop_words.DEVICE_RETIRE, _retire)
    retire.add_argument("device", metavar="DEVICE")
    retire.add_argument("--reason", metavar="TEXT", help=laptop_words.REASON)


def _show(workspace: Workspace, args: argparse.Namespace) -> Answer:
    card = own_card(workspace)
    files = [str(args.out)] if args.out else []
    if args.out:
        write_card(card, args.out)
    lines = [
        words.DEVICE_LINE.format(name=card.device_name, office=card.office_name, device=card.device),
        words.CHECK_CODE.format(code=card.check_code),
        *files,
    ]
    return Answer(card.as_json() | {"check_code": card.check_code, "files": files}, lines)


def _list(workspace: Workspace, _args: argparse.Namespace) -> Answer:
    with workspace.read() as session:
        found = known_laptops(session, workspace.author)
    lines = []
    for one in found:
        state, office = laptop_words.STATES[one.state], one.sender.office_name
        lines.append(
            laptop_words.LIST_LINE.format(state=state, name=one.called, office=office, device=one.sender.device)
        )
        if one.check_code:
            lines.append("  " + words.CHECK_CODE.format(code=one.check_code))
    return Answer([one.as_json() for one in found], lines)


def _pair(workspace: Workspace, args: argparse.Namespace) -> Answer:
    laptop = pair_card(workspace, args.file)
    line = laptop_words.PAIRED.format(name=laptop.called, office=laptop.sender.office_name, code=laptop.check_code)
    return Answer(laptop.as_json(), [line])


def _confirm(workspace: Workspace, args: argparse.Namespace) -> Answer:
    done = confirm_laptop(workspace, args.device, args.code, password=first_line(args.lock))
    tasks = count_tasks(workspace)
    told = laptop_words.CONFIRMED.format(name=done.laptop.called, office=done.laptop.sender.office_name)
    lines = [told, *(line for report in done.reports for line in report_lines(report, tasks))]
    data = {"changed": sorted(done.changes.ids), "warnings": []}
    return Answer(data | {"received": [one.as_json() for one in done.reports]}, lines)


def _retire(workspace: Workspace, args: argparse.Namespace) -> Answer:
    changes, laptop = retire_laptop(workspace, args.device, args.reason)
    line = laptop_words.RETIRED.format(name=laptop.called, office=laptop.sender.office_name)
    return changed(sorted(changes.ids), line)
