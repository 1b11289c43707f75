"""`campaign deadlines` and `campaign standings`: what is due under a plan and how far its targets are."""

from __future__ import annotations

import argparse
from typing import Any

from app.campaigns.day_words import due_words, left_words, task_words
from app.campaigns.deadlines import DeadlineLine, deadline_lines
from app.campaigns.standing_words import figure_words, name_words, standings_json, state_words, sum_words, unit_words
from app.campaigns.standings import campaign_standings
from app.cli.campaign import add_code, chosen_campaign
from app.cli.cases import day
from app.cli.frame import Answer, Commands
from app.parsing import today
from app.wording import campaign_running as words
from app.wording.vocabulary import DEADLINE_STATES
from app.workspace import Workspace


def add_commands(commands: Commands) -> None:
    """Register the commands of this module."""
    for name, text, run in (("deadlines", words.DEADLINES, _deadlines), ("standings", words.STANDINGS, _standings)):
        parser = commands.add(f"campaign {name}", text, run)
        add_code(parser)
        parser.add_argument("--today", metavar="D", help=words.TODAY)


def _day(args: argparse.Namespace) -> str:
    return day(args.today) if args.today else today().isoformat()


def _deadlines(workspace: Workspace, args: argparse.Namespace) -> Answer:
    plan, on = chosen_campaign(workspace, args), _day(args)
    with workspace.read() as session:
        found = deadline_lines(session, plan, on, workspace.author.office)
    lines = [
        words.DEADLINE_LINE.format(
            state=DEADLINE_STATES[one.state.value], task=task_words(one), due=due_words(one), left=_told(one)
        )
        for one in found
    ]
    return Answer([_deadline(one) for one in found], lines or [words.NO_DEADLINES])


def _told(line: DeadlineLine) -> str:
    sent = words.SENT_OF.format(sent=line.sent, wanted=len(line.cells)) if len(line.cells) > 1 else ""
    return left_words(line) + sent


def _deadline(line: DeadlineLine) -> dict[str, Any]:
    return {
        "task": task_words(line),
        "due": line.plan_day,
        "inclusive": line.due_day is None or line.due_day == line.plan_day,
        "to": line.deadline.addressees,
        "through": line.deadline.through,
        "days_left": line.days_left,
        "state": line.state.value,
    }


def _standings(workspace: Workspace, args: argparse.Namespace) -> Answer:
    plan, on = chosen_campaign(workspace, args), _day(args)
    with workspace.read() as session:
        found = campaign_standings(session, plan, on, workspace.author.office)
    lines = [
        words.STANDING_LINE.format(
            name=name_words(one.target),
            unit=unit_words(one.unit),
            figure=figure_words(one),
            wanted=figure_words(one, wanted=True),
            state=state_words(one),
        )
        for one in found.lines
    ]
    lines += [sum_words(one) for one in found.differing]
    return Answer(standings_json(found), lines or [words.NO_TARGETS])
