"""`status`: the office, its households by status, its money, its packages, what waits."""

from __future__ import annotations

import argparse

from app.cli.frame import Answer, Commands
from app.documents.words import money_text
from app.exchange.tasks import list_tasks
from app.households.queries import case_sums, status_counts
from app.local import Fact, get_fact
from app.office.queries import office_facts
from app.reports.packages import package_counts
from app.wording import households as words
from app.wording.vocabulary import STATUSES
from app.workspace import Workspace


def add_commands(commands: Commands) -> None:
    """Register the commands of this module."""
    commands.add("status", words.COMMAND_STATUS, _status)


def _status(workspace: Workspace, _args: argparse.Namespace) -> Answer:
    with workspace.read() as session:
        office = office_facts(session)
        found = status_counts(session)
        sums = case_sums(session)
        packages = package_counts(session)
        device_name = get_fact(session.connection(), Fact.DEVICE_NAME) or workspace.author.device
    counts = {status: found[status] for status in STATUSES if status in found}
    money = {"requested": sums.requested, "approved": sums.approved, "paid": sums.paid}
    tasks = len(list_tasks(workspace))
    data = {
        "office": office.code,
        "name": office.name,
        "device": workspace.author.device,
        "counts": counts,
        "sums": money,
        "packages": packages,
        "tasks": tasks,
    }
    lines = [words.STATUS_OFFICE.format(office=office.name, device=device_name)]
    lines += [words.STATUS_COUNT.format(status=STATUSES[status], count=count) for status, count in counts.items()]
    lines.append(words.STATUS_SUMS.format(**{name: money_text(amount) for name, amount in money.items()}))
    lines.append(words.STATUS_REST.format(packages=sum(packages.values()), tasks=tasks))
    return Answer(data, lines)
