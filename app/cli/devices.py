"""`device ...`: this laptop's identity and the code by which others know it."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli.frame import Answer, Commands
from app.exchange.laptops import own_card, write_card
from app.wording import cli as words
from app.workspace import Workspace

#: What comes with known senders: pairing by file, and what is done about a laptop that is gone.
LATER = ("pair", "confirm", "retire")


def add_commands(commands: Commands) -> None:
    """Register the commands of this module."""
    commands.group("device", words.DEVICE)
    show = commands.add("device show", words.DEVICE_SHOW, _show)
    show.add_argument("out", metavar="OUT", nargs="?", type=Path)
    for name in LATER:
        commands.add_later(f"device {name}")


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
