"""Puts the commands together and runs one."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Sequence

from app.cli import (
    awards,
    campaign,
    campaign_running,
    construction,
    demo,
    exchange,
    funding,
    households,
    lists,
    made_reports,
    offices,
    papers,
    reports,
    support,
    upkeep,
)
from app.cli.frame import Commands, common_options, run_command
from app.wording import cli as words

#: Commands of parts that come later.
LATER = ("device",)


def build_parser() -> argparse.ArgumentParser:
    """The whole command line."""
    parser = argparse.ArgumentParser(prog="mai-am", description=words.PROGRAM, parents=[common_options(defaults=True)])
    commands = Commands(parser, common_options(defaults=False))
    for group in (
        demo,
        offices,
        households,
        lists,
        made_reports,
        support,
        construction,
        funding,
        papers,
        exchange,
        upkeep,
        reports,
        campaign,
        campaign_running,
        awards,
    ):
        group.add_commands(commands)
    for name in LATER:
        commands.add_later(name)
    return parser


def _note_unraisable(fault: sys.UnraisableHookArgs) -> None:
    """What a library's clean-up says after a fault that was already told is for the log, not for the user."""
    logging.getLogger("maiam").debug("a clean-up failed: %r", fault.exc_value)


def main(argv: Sequence[str]) -> int:
    """Run one command; returns the exit status."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:  # Windows code pages cannot print a single "Đ"
            reconfigure(encoding="utf-8")
    sys.unraisablehook = _note_unraisable
    args = build_parser().parse_args(argv)
    return run_command(args)
