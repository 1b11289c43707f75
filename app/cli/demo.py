"""`demo`: the main job without a window, on the sample commune."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from app.cli.frame import Answer, Commands
from app.demo.story import run_demo
from app.wording import demo as words
from app.workspace import Workspace


def add_commands(commands: Commands) -> None:
    """Register the command of this module."""
    demo = commands.add("demo", words.DEMO, _demo, opens=False)
    demo.add_argument("out", metavar="OUT", nargs="?", type=Path, default=Path.cwd())


def _demo(_workspace: Workspace | None, args: argparse.Namespace) -> Answer:
    def say(line: str) -> None:
        print(line, file=sys.stderr if args.json else sys.stdout, flush=True)

    return Answer(run_demo(args.out, say))
