"""Makes packages: what the addressee may see and has not shown to hold, carried in a workbook that a clerk can read."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from math import ceil
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from app.actions import Action
from app.device_keys import sign
from app.devices import published_key
from app.exchange import container
from app.exchange.contents import Content, note_held, wanted
from app.exchange.kept_packages import keep_sent
from app.exchange.origins import cells_to_tell
from app.exchange.outbox import trim_outbox
from app.exchange.payload import Payload
from app.exchange.peers import addressees, held_by, office_name, office_of
from app.exchange.photo_parts import contents_between, contents_to_send, write_parts
from app.exchange.portions import MOST_PORTIONS, Portion, more_portions, portions_of
from app.exchange.sheets import Sums, write_visible
from app.exchange.values import device_names
from app.journal.canonical import canonical_text, new_salt
from app.journal.chains import operations_lacking, own_vector
from app.journal.operation import SCHEMA
from app.journal.store import OPERATIONS, batches, load_offices
from app.local import Fact, get_fact, set_fact
from app.problems import Trouble, refuse
from app.progress import Progress
from app.wording import exchange as words
from app.workspace import Workspace
from models.base import new_id
from models.exchange import PackageNote
from models.vietnamese import fold


@dataclass(frozen=True)
class Exported:
    """A package that was written."""

    file: Path
    package_id: str
    to: str
    operations: int
    rows: int
    photos: tuple[Path, ...] = ()
    photos_left: int = 0


def export_packages(
    workspace: Workspace,
    folder: Path,
    to: Sequence[str] = (),
    progress: Progress | None = None,
    password: str | None = None,
    *,
    photos: bool = True,
) -> list[Exported]:
    """Write a package for each addressee (by default those of `addressees`), locked where a password is given; as
    several where one would be larger than its reader takes.

    Photos go beside it in parts, locked as it is, unless they are not wanted.

    Raises `Refused`, `Trouble`.
    """
    progress = progress or Progress()
    workspace.permit(Action.EXPORT_PACKAGE)
    with workspace.read() as session:
        targets = addressees(session.connection(), workspace.author, to)
    if not targets:
        raise refuse("to", "no_superior")
    key = published_key(workspace)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Trouble("cannot_write", name=folder.name) from error
    made: list[Exported] = []
    for number, target in enumerate(targets, start=1):
        progress.step(number - 1, len(targets), target)
        made += _export(workspace, folder, target, key, password, photos=photos, progress=progress)
    trim_outbox(workspace)
    progress.step(len(targets), len(targets), "")
    return made


@dataclass(frozen=True)
class _Written:
    """A package file with its manifest, what it counts, and how far it fills what a reader takes."""

    file: Path
    manifest: dict[str, Any]
    operations: int
    rows: int
    full: float


def _export(
    workspace: Workspace,
    folder: Path,
    to: str,
    key: str,
    password: str | None,
    *,
    photos: bool,
    progress: Progress,
) -> list[Exported]:
    now = dt.datetime.now(dt.UTC).replace(microsecond=0)
    with workspace.read() as session:
        connection = session.connection()
        streams = sorted(load_offices(connection).carried(workspace.author.office, to))
        contents = contents_between(connection, workspace.author.office, to, streams)
        writing = _Writing(connection, workspace, folder, to, key, password, now, streams)
        written = writing.run(operations_lacking(connection, streams, held_by(connection, to, now)), contents)
        files = contents_to_send(connection, workspace.folder, to, contents) if photos else []
    first = written[0]
    with ExitStack() as unless_done:
        unless_done.callback(_drop, written)
        signed = partial(sign, workspace.author.device)
        parts = write_parts(first.file, first.manifest, signed, files, progress, password)
        kept = [keep_sent(workspace.folder, one.file) for one in written]
        unless_done.pop_all()
    now_ms = int(now.timestamp() * 1000)
    with workspace.change(Action.EXPORT_PACKAGE) as change:
        set_fact(change.session.connection(), Fact.PACKAGE_NUMBER, str(written[-1].manifest["number"]))
        note_held(change.session.connection(), to, parts.contents, now_ms)
        name = office_name(change.session.connection(), to)
        percent = ceil(100 * sum(one.full for one in written))
        pairs = zip(written, kept, strict=True)
        change.session.add_all(_note(one, name, under, now_ms, percent) for one, under in pairs)
    made = [Exported(one.file, one.manifest["package"], to, one.operations, one.rows) for one in written]
    return [replace(made[0], photos=parts.files, photos_left=parts.left), *made[1:]]


def _note(one: _Written, office: str, kept: str, now_ms: int, percent: int) -> PackageNote:
    """What is kept of a package that was written; `percent` is how far all of an export would fill a single one."""
    manifest, counts = one.manifest, {"operations": one.operations, "rows": one.rows, "percent": percent}
    return PackageNote(
        id=manifest["package"],
        incoming=False,
        office_code=manifest["to"],
        office_name=office,
        device=manifest["from"]["device"],
        number=manifest["number"],
        file_name=one.file.name,
        noted_ms=now_ms,
        result="written",
        report=canonical_text(counts | {"kept": kept, "ranges": manifest["ranges"]}),
    )


def _drop(written: Sequence[_Written]) -> None:
    for one in written:
        one.file.unlink(missing_ok=True)


@dataclass(frozen=True)
class _Writing:
    """Writes the package for one addressee, as several where one would be too large."""

    connection: Connection
    workspace: Workspace
    folder: Path
    to: str
    key: str
    password: str | None
    now: dt.datetime
    streams: Sequence[str]

    def run(self, lacking: Sequence[str], contents: Sequence[Content]) -> list[_Written]:
        """All of it or nothing. Raises `Trouble`."""
        number = int(get_fact(self.connection, Fact.PACKAGE_NUMBER) or "0") + 1
        asking = asked(wanted(contents, self.workspace.folder, number))
        of = self._as_last_time()
        while True:
            written: list[_Written] = []
            with ExitStack() as unless_done:
                unless_done.callback(_drop, written)
                for portion in portions_of(self.connection, self.streams, lacking, of):
                    written.append(self._write(portion, str(number + portion.number - 1), asking))
                    if written[-1].full > 1:
                        break
                last = written[-1]
                if last.full <= 1:
                    unless_done.pop_all()
                    return written
                of = more_portions(of, last.full, last.file.name)

    def _as_last_time(self) -> int:
        """Into how many packages the last one to this office had to be cut: a large one is not written in vain."""
        note = PackageNote
        sent = (note.office_code == self.to) & note.incoming.is_(False) & (note.result == "written")
        latest = select(note.report).where(sent).order_by(note.noted_ms.desc(), note.id.desc()).limit(1)
        filled: int = json.loads(self.connection.scalar(latest) or "{}").get("percent", 0)
        return min(MOST_PORTIONS, max(1, ceil(filled / 100)))

    def _write(self, portion: Portion, number: str, asking: dict[str, Any]) -> _Written:
        connection, workspace = self.connection, self.workspace
        payload, sums = new_payload(connection, workspace, self.to, number, self.now, self.streams, portion.operations)
        payload.manifest["from"]["key"] = self.key
        payload.manifest |= asking | portion.label | cells_to_tell(connection, payload.operations)
        payload.sign = partial(sign, workspace.author.device)
        name = office_name(connection, workspace.author.office)
        path = self.folder / file_name(name, number, self.now)
        info = _info_lines(connection, workspace, payload.manifest, name, sums)
        full = write_visible(connection, self.streams, info, payload, path, self.password, portion)
        return _Written(path, payload.manifest, len(portion.operations), sums.rows, full)


def new_payload(
    connection: Connection,
    workspace: Workspace,
    to: str,
    number: str,
    now: dt.datetime,
    streams: Sequence[str],
    lacking: Sequence[str],
) -> tuple[Payload, Sums]:
    """A package with these operations, unsigned and without its visible sheets; and what it counts."""
    bodies, ranges = _operations(connection, lacking)
    sums = Sums.of(connection, streams)
    manifest = {
        "format": container.FORMAT,
        "version": container.VERSION,
        "min_reader": container.VERSION,
        "schema": SCHEMA,
        "package": new_id(),
        "salt": new_salt(),
        "number": number,
        "created": f"{now:%Y-%m-%dT%H:%M:%SZ}",
        "from": _sender(connection, workspace),
        "to": to,
        "vector": own_vector(connection, streams),
        "ranges": ranges,
        "sums": sums.tables,
    }
    return Payload.sealed(manifest, bodies), sums


def _sender(connection: Connection, workspace: Workspace) -> dict[str, Any]:
    entry = office_of(connection, workspace.author.office)
    return {
        "office": entry.code,
        "name": office_name(connection, entry.code),
        "level": entry.level.value,
        "superior": entry.superior,
        "device": workspace.author.device,
        "device_name": device_names(connection).get(workspace.author.device, ""),
        "user": workspace.author.user_name,
    }


def asked(contents: list[str]) -> dict[str, Any]:
    """The contents that the next package from there is asked to bring; most packages ask for none."""
    return {"wants": contents} if contents else {}


def _operations(connection: Connection, ids: Sequence[str]) -> tuple[list[str], dict[str, dict[str, list[int]]]]:
    """The bodies in their order, and the first and last number of each chain."""
    columns = OPERATIONS.c
    bodies: dict[str, str] = {}
    ranges: dict[str, dict[str, list[int]]] = {}
    for batch in batches(ids):
        rows = connection.execute(
            select(columns.id, columns.device, columns.stream, columns.seq, columns.body).where(columns.id.in_(batch))
        )
        for row in rows:
            bodies[row.id] = row.body
            span = ranges.setdefault(row.device, {}).setdefault(row.stream, [row.seq, row.seq])
            span[0], span[1] = min(span[0], row.seq), max(span[1], row.seq)
    return [bodies[one] for one in ids], ranges


def _info_lines(
    connection: Connection, workspace: Workspace, manifest: dict[str, Any], name: str, sums: Sums
) -> list[tuple[str, str | int]]:
    values: dict[str, str | int] = {
        "sender": name,
        "addressee": office_name(connection, str(manifest["to"])),
        "number": str(manifest["number"]),
        **({"part": words.PART.format(number=part[0], of=part[1])} if (part := manifest.get("part")) else {}),
        "created": f"{dt.datetime.now().astimezone():%H:%M %d/%m/%Y}",
        "by": workspace.author.user_name,
        "households": sums.households,
        "approved": sums.approved,
        "paid": sums.paid,
        "operations": sums.operations,
    }
    return [(words.INFO_LINES[key], value) for key, value in values.items()]


def file_name(name: str, number: str, now: dt.datetime, what: str = "goi") -> str:
    """What a file of an office is called, so that who receives it sees whose it is."""
    plain = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")
    return f"MaiAm_{plain[:60]}_{what}-{number}_{now.astimezone():%Y%m%d-%H%M}.xlsx"
