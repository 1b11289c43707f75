"""The request file ("Phiếu đề nghị gửi lại"): a package without operations that tells what is held and what is not.

Its vector and its `wants` say it to programs: the next package from the addressee carries what is missing. Its first
sheet says it to people.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from app.actions import Action
from app.device_keys import sign
from app.devices import published_key
from app.exchange import container
from app.exchange.contents import wanted
from app.exchange.kept_packages import keep_sent
from app.exchange.laptop_tasks import REQUESTED, CalledLaptops, OfficesToAsk, laptop_text, numbers_text, stream_text
from app.exchange.packing import Exported, asked, file_name, new_payload
from app.exchange.payload import Payload
from app.exchange.peers import addressees, office_name
from app.exchange.photo_parts import contents_between
from app.exchange.sheets import write_letter
from app.journal.arrival import Gap, find_gaps
from app.journal.canonical import canonical_text
from app.journal.store import load_offices
from app.local import Fact, get_fact, set_fact
from app.problems import Trouble, refuse
from app.progress import Progress
from app.wording import exchange as package_words
from app.wording import packages as words
from app.workspace import Workspace
from models.exchange import PackageNote


def write_requests(
    workspace: Workspace, folder: Path, to: Sequence[str] = (), progress: Progress | None = None
) -> list[Exported]:
    """Write a request for each office: those given, else those whose laptops numbers are missing of, else all that
    packages go to. Raises `Refused`, `Trouble`.
    """
    progress = progress or Progress()
    workspace.permit(Action.EXPORT_PACKAGE)
    with workspace.read() as session:
        connection = session.connection()
        wished = list(to) or sorted(offices_to_ask(connection, workspace.author.office))
        targets = addressees(connection, workspace.author, wished)
    if not targets:
        raise refuse("to", "no_superior")
    key = published_key(workspace)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Trouble("cannot_write", name=folder.name) from error
    made = []
    for number, target in enumerate(targets, start=1):
        progress.step(number - 1, len(targets), target)
        made.append(_write(workspace, folder, target, key))
    progress.step(len(targets), len(targets), "")
    return made


def offices_to_ask(connection: Connection, office: str) -> set[str]:
    """The offices that can send what is missing."""
    to = OfficesToAsk(connection, CalledLaptops(connection), office)
    return {to.of(gap) for gap in find_gaps(connection)} - {""}


def _write(workspace: Workspace, folder: Path, to: str, key: str) -> Exported:
    now = dt.datetime.now(dt.UTC).replace(microsecond=0)
    with workspace.read() as session:
        connection = session.connection()
        number = str(int(get_fact(connection, Fact.PACKAGE_NUMBER) or "0") + 1)
        streams = sorted(load_offices(connection).carried(workspace.author.office, to))
        gaps = [one for one in find_gaps(connection) if one.stream in streams]
        payload, sums = new_payload(connection, workspace, to, number, now, streams, ())
        contents = wanted(
            contents_between(connection, workspace.author.office, to, streams), workspace.folder, int(number)
        )
        payload.manifest["from"]["key"] = key
        payload.manifest |= asked(contents) | {
            container.REQUEST: [[one.device, one.stream, one.first, one.last] for one in gaps]
        }
        payload.sign = partial(sign, workspace.author.device)
        name, theirs = office_name(connection, workspace.author.office), office_name(connection, to)
        path = folder / file_name(name, number, now, words.REQUEST_FILE)
        lines = _lines(connection, workspace, payload, theirs, gaps, len(contents))
        steps = [line.format(office=name) for line in words.REQUEST_STEPS]
        write_letter(words.REQUEST_TITLE, lines, steps, payload, path)
    _note(workspace, payload.manifest, theirs, path, now)
    return Exported(path, str(payload.manifest["package"]), to, 0, sums.rows)


def _lines(
    connection: Connection, workspace: Workspace, payload: Payload, to: str, gaps: Sequence[Gap], contents: int
) -> list[tuple[str, str | int]]:
    manifest, label = payload.manifest, package_words.INFO_LINES
    lines: list[tuple[str, str | int]] = [
        (words.REQUEST_FROM, str(manifest["from"]["name"])),
        (words.REQUEST_TO, to),
        (label["created"], f"{dt.datetime.now().astimezone():%H:%M %d/%m/%Y}"),
        (label["by"], workspace.author.user_name),
    ]
    lines += [(words.REQUEST_MISSING, one) for one in missing_lines(connection, gaps)]
    lines += [(words.REQUEST_CONTENTS, contents)] if contents else []
    return lines if gaps or contents else [*lines, (words.REQUEST_MISSING, words.REQUEST_NOTHING)]


def missing_lines(connection: Connection, gaps: Sequence[Gap]) -> list[str]:
    """What is missing, a line a laptop's numbers."""
    called = CalledLaptops(connection)
    return [
        words.MISSING_LINE.format(
            laptop=laptop_text(called.of(one.device)),
            stream=stream_text(connection, one.stream),
            numbers=numbers_text(one),
        )
        for one in gaps
    ]


def _note(workspace: Workspace, manifest: dict[str, Any], to_name: str, path: Path, now: dt.datetime) -> None:
    kept = keep_sent(workspace.folder, path)
    with workspace.change(Action.EXPORT_PACKAGE) as change:
        set_fact(change.session.connection(), Fact.PACKAGE_NUMBER, str(manifest["number"]))
        change.session.add(
            PackageNote(
                id=str(manifest["package"]),
                incoming=False,
                office_code=str(manifest["to"]),
                office_name=to_name,
                device=workspace.author.device,
                number=str(manifest["number"]),
                file_name=path.name,
                noted_ms=int(now.timestamp() * 1000),
                result=REQUESTED,
                report=canonical_text(
                    {"operations": 0, "rows": 0, "kept": kept, "ranges": {}, "asked": manifest[container.REQUEST]}
                ),
            )
        )
