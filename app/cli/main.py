"""Puts the commands together and runs one."""

from __future__ import annotations

import argparse
import importlib
import logging
import sys
from collections.abc import Sequence

from app.cli.frame import Commands, common_options, run_command
from app.wording import cli as words

#: The modules of commands in the order of the help, each with the first words it answers to.
MODULES: dict[str, tuple[str, ...]] = {
    "demo": ("demo",),
    "offices": ("init", "office"),
    "people": ("user",),
    "succession": ("succession",),
    "households": ("household",),
    "lists": ("list",),
    "made_reports": ("report",),
    "support": ("support",),
    "construction": ("stage", "inspect", "accept"),
    "funding": ("fund",),
    "papers": ("handover", "print"),
    "ceremonies": ("ceremony",),
    "templates": ("template",),
    "paperwork": ("paper",),
    "exchange": ("package", "tasks"),
    "devices": ("device",),
    "upkeep": ("backup", "restore", "check", "undo"),
    "reports": ("status",),
    "phone": ("summary",),
    "campaign": ("campaign",),
    "campaign_running": ("campaign",),
    "awards": ("campaign",),
}


def build_parser(word: str = "") -> argparse.ArgumentParser:
    """The command line of the commands that begin with `word`; of all commands when none does.

    Only their modules are loaded: each stands on its rooms, and all of them together take longer than most commands.
    """
    parser = argparse.ArgumentParser(prog="mai-am", description=words.PROGRAM, parents=[common_options(defaults=True)])
    commands = Commands(parser, common_options(defaults=False))
    for name in [name for name, known in MODULES.items() if word in known] or MODULES:
        importlib.import_module(f"app.cli.{name}").add_commands(commands)
    return parser


def _parse(argv: Sequence[str]) -> argparse.Namespace:
    """What a call asks for; wrong calls and `--help` end here, as argparse ends them."""
    try:
        _, rest = common_options(defaults=True).parse_known_args(argv)
    except argparse.ArgumentError:  # an option without its value: the whole command line says so
        rest = []
    return build_parser(next(iter(rest), "")).parse_args(argv)


def _note_unraisable(fault: sys.UnraisableHookArgs) -> None:
    """What a library's clean-up says after a fault that was already told is for the log, not for the user."""
    logging.getLogger("maiam").debug("a clean-up failed: %r", fault.exc_value)


def prepare(argv: Sequence[str]) -> argparse.Namespace:
    """Make this process ready for a command: what the call asks for, with the modules loaded that it needs."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:  # Windows code pages cannot print a single "Đ"
            reconfigure(encoding="utf-8")
    sys.unraisablehook = _note_unraisable
    return _parse(argv)


def main(argv: Sequence[str]) -> int:
    """Run one command in a process that does other things too; returns the exit status."""
    return run_command(_parse(argv))
