"""`package ...` and `tasks ...`: packages both ways and the decisions they leave."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli.frame import DONE, REFUSED, Answer, Commands, changed, first_line
from app.duplicates.storing import find_where_soon
from app.exchange.discarding import discard_held
from app.exchange.hearing import last_heard, silence_text
from app.exchange.merging import receive_believed, receive_packages
from app.exchange.package_undo import undo_package
from app.exchange.packing import export_packages
from app.exchange.photo_reading import PhotoPart
from app.exchange.queries import count_tasks, package_ending
from app.exchange.reading import read_arrived
from app.exchange.receipts import report_lines
from app.exchange.requests import write_requests
from app.exchange.tasks import decide_task, list_tasks
from app.wording import cli as words
from app.wording import exchange as exchange_words
from app.wording import packages as package_words
from app.wording import photo_parts as photo_words
from app.wording import sending as sending_words
from app.workspace import Workspace


def add_commands(commands: Commands) -> None:
    """Register the commands of this module."""
    commands.group("package", words.PACKAGE)
    export = commands.add("package export", words.PACKAGE_EXPORT, _export)
    export.add_argument("out_dir", metavar="OUT_DIR", type=Path)
    export.add_argument("--to", action="append", default=[], metavar="CODE")
    export.add_argument("--lock", metavar="FILE", help=words.LOCK)
    export.add_argument("--no-photos", action="store_true", help=words.NO_PHOTOS)
    receive = commands.add("package receive", words.PACKAGE_RECEIVE, _receive)
    receive.add_argument("files", metavar="FILE", nargs="+", type=Path)
    receive.add_argument("--lock", metavar="FILE", help=words.LOCK)
    request = commands.add("package request", words.PACKAGE_REQUEST, _request)
    request.add_argument("out_dir", metavar="OUT_DIR", type=Path)
    request.add_argument("--to", action="append", default=[], metavar="CODE")
    undo = commands.add("package undo", words.PACKAGE_UNDO, _undo)
    undo.add_argument("package", metavar="PACKAGE_ID")
    discard = commands.add("package discard", words.PACKAGE_DISCARD, _discard)
    discard.add_argument("package", metavar="PACKAGE_ID")
    commands.add("package heard", words.PACKAGE_HEARD, _heard)
    show = commands.add("package show", words.PACKAGE_SHOW, _show, opens=False)
    show.add_argument("file", metavar="FILE", type=Path)
    commands.group("tasks", words.TASKS, _list)
    commands.add("tasks list", words.TASKS_LIST, _list)
    decide = commands.add("tasks decide", words.TASKS_DECIDE, _decide)
    decide.add_argument("task", metavar="TASK")
    decide.add_argument("--choose", type=int, required=True, metavar="N")
    decide.add_argument("--reason", metavar="TEXT")


def _export(workspace: Workspace, args: argparse.Namespace) -> Answer:
    password = first_line(args.lock)
    made = export_packages(workspace, args.out_dir, args.to, password=password, photos=not args.no_photos)
    data = [
        {
            "file": str(one.file),
            "package_id": one.package_id,
            "to": one.to,
            "operations": one.operations,
            "rows": one.rows,
            "photos": [str(file) for file in one.photos],
        }
        for one in made
    ]
    lines = []
    for one in made:
        lines += [exchange_words.EXPORTED.format(to=one.to, file=one.file)]
        lines += photo_words.left_lines(len(one.photos), one.photos_left)
    lines += [sending_words.MADE_SEVERAL] if len({one.to for one in made}) < len(made) else []
    return Answer(data, lines)


def _receive(workspace: Workspace, args: argparse.Namespace) -> Answer:
    reports = receive_packages(workspace, args.files, password=first_line(args.lock))
    status = REFUSED if any(one.result == "refused" for one in reports) else DONE
    tasks = count_tasks(workspace)
    lines = [line for one in reports for line in report_lines(one, tasks)]
    return Answer([one.as_json() for one in reports], lines, status=status)


def _request(workspace: Workspace, args: argparse.Namespace) -> Answer:
    made = write_requests(workspace, args.out_dir, args.to)
    data = [{"file": str(one.file), "package_id": one.package_id, "to": one.to} for one in made]
    return Answer(data, [package_words.REQUEST_WRITTEN.format(to=one.to, file=one.file) for one in made])


def _undo(workspace: Workspace, args: argparse.Namespace) -> Answer:
    with workspace.read() as session:
        package = package_ending(session, args.package)
    changes = undo_package(workspace, package.id)
    line = package_words.UNDONE.format(number=package.number, office=package.office)
    return changed(sorted(changes.ids), line)


def _discard(workspace: Workspace, args: argparse.Namespace) -> Answer:
    with workspace.read() as session:
        package = package_ending(session, args.package)
    discard_held(workspace, package.id)
    return changed([], package_words.DISCARDED.format(file=package.file_name))


def _heard(workspace: Workspace, _args: argparse.Namespace) -> Answer:
    with workspace.read() as session:
        found = last_heard(session, workspace.author)
    lines = [
        package_words.HEARD_LINE.format(
            office=one.office_name, laptop=one.laptop or "–", silent=silence_text(one), number=one.number or "–"
        )
        for one in found
    ]
    return Answer([one.as_json() for one in found], lines)


def _show(_workspace: Workspace | None, args: argparse.Namespace) -> Answer:
    arrived = read_arrived(args.file)
    manifest = arrived.manifest
    sender = manifest["from"]
    if isinstance(arrived, PhotoPart):
        counts = {"part": manifest["part"], "parts": manifest["parts"], "count": len(manifest["contents"])}
        what = photo_words.PART.format(number=manifest["number"], **counts)
    else:
        what = f"{exchange_words.INFO_LINES['operations']}: {manifest['count']}"
    lines = [
        f"{exchange_words.INFO_LINES['sender']}: {sender['name']} ({sender['office']})",
        f"{exchange_words.INFO_LINES['addressee']}: {manifest['to']}",
        f"{exchange_words.INFO_LINES['number']}: {manifest['number']}",
        f"{exchange_words.INFO_LINES['created']}: {manifest['created']}",
        what,
    ]
    return Answer(manifest, lines)


def _list(workspace: Workspace, _args: argparse.Namespace) -> Answer:
    find_where_soon(workspace)
    tasks = list_tasks(workspace)
    lines = [f"{one.id}  {one.text}" for one in tasks] or [words.NO_TASKS]
    return Answer([one.as_json() for one in tasks], lines)


def _decide(workspace: Workspace, args: argparse.Namespace) -> Answer:
    changes = decide_task(workspace, args.task, args.choose, args.reason)
    receive_believed(workspace)  # whoever was believed by this may have packages waiting
    return changed(sorted(changes.ids), words.DECIDED)
