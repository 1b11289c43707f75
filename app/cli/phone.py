"""`summary`: the page for a telephone and the message for Zalo."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli.frame import Answer, Commands
from app.reports.phone_summary import phone_summary, write_phone_summary
from app.wording import phone_summary as words
from app.workspace import Workspace


def add_commands(commands: Commands) -> None:
    """Register the command of this module."""
    summary = commands.add("summary", words.COMMAND, _summary)
    summary.add_argument("out", metavar="OUT.pdf", type=Path)


def _summary(workspace: Workspace, args: argparse.Namespace) -> Answer:
    summary = phone_summary(workspace)
    pages = write_phone_summary(summary, args.out)
    return Answer({"files": [str(args.out)], "pages": pages, "message": summary.message}, [summary.message])
