"""Receives packages: original kept, hidden part proved, operations taken in one transaction, and a report of it all."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from app import backup
from app.actions import Action
from app.database import much_to_write
from app.devices import SharedSeries, mint_device, settle_series
from app.exchange import container
from app.exchange.contents import take_wishes
from app.exchange.corrections import Brought, Corrections, propose
from app.exchange.erased import note_contents, note_erased
from app.exchange.erased_files import doomed_contents
from app.exchange.erasing import clear_among, clear_beside
from app.exchange.laptop_tasks import CalledLaptops, laptop_text
from app.exchange.many import PackagesAhead, packages_among
from app.exchange.origins import cells_told
from app.exchange.package_trace import UNDONE, Trace
from app.exchange.payload import Payload
from app.exchange.peers import office_name
from app.exchange.photo_reading import PhotoPart
from app.exchange.photo_receiving import TakenPart, give_early, receive_part
from app.exchange.quarantine import (
    DISCARDED,
    INBOX,
    QUARANTINED,
    about_held,
    believed_among,
    held_packages,
    held_sentence,
    in_inbox,
    note_laptop,
)
from app.exchange.reading import read_arrived
from app.exchange.tasks import open_proposals, opened_conflicts
from app.exchange.trust import Sender, load_trust
from app.journal.above import households_above
from app.journal.arrival import Arrival, find_gaps, take_operations
from app.journal.canonical import canonical_text
from app.journal.chains import Vector
from app.journal.newer import newer_items
from app.journal.offices import OfficeEntry, OfficeMap
from app.journal.operation import Operation
from app.journal.store import OPERATIONS, batches, load_offices, upsert
from app.problems import Cancelled, Trouble
from app.progress import Progress
from app.wording.exchange import series_text
from app.wording.messages import trouble_text
from app.wording.sending import BACKUP_FIRST
from app.workspace import Workspace
from models.everything import METADATA
from models.vocabulary import Level

#: What is said of a file that is locked: without a password, and with a wrong one.
LOCKED = ("workbook_password", "workbook_password_wrong")
PEERS = METADATA.tables["peer"]
NOTES = METADATA.tables["package_note"]


@dataclass
class Report:
    """What became of one file. `result`: merged, already, quarantined or refused.

    `message` is for people when it was refused or held; `device` is the laptop that sent it.
    """

    file: Path
    result: str
    package_id: str | None = None
    sender: str | None = None
    sender_name: str = ""
    new: int = 0
    known: int = 0
    rows: dict[str, int] = field(default_factory=lambda: {"new": 0, "changed": 0, "same": 0})
    households: dict[str, int] = field(default_factory=lambda: {"new": 0, "changed": 0})
    conflicts: int = 0
    proposals: list[dict[str, Any]] = field(default_factory=list)
    gaps: list[dict[str, Any]] = field(default_factory=list)
    forks: list[dict[str, Any]] = field(default_factory=list)
    newer_items: int = 0
    emptied: bool = False
    reported: list[dict[str, Any]] = field(default_factory=list)
    series: SharedSeries | None = None
    code: str = ""
    message: str = ""
    request: bool = False
    part: TakenPart | None = None
    device: str = ""

    def as_json(self) -> dict[str, Any]:
        """The shape of `package receive --json`."""
        told = [{"code": self.code, "message": self.message}]
        return {
            "file": str(self.file),
            "package_id": self.package_id,
            "from": self.sender,
            "result": self.result,
            "operations": {"new": self.new, "known": self.known},
            "rows": self.rows,
            "conflicts": self.conflicts,
            "proposals": self.proposals,
            "gaps": self.gaps,
            "forks": self.forks,
            "reported": self.reported,
            "refused": told if self.result == "refused" else [],
            "held": told if self.result == QUARANTINED else [],
            "newer": self.newer_items,
            "warnings": self.warnings,
        } | ({"photos": self.part.counts} if self.part else {})

    @property
    def warnings(self) -> list[str]:
        """What the officer is told beside the counts: two laptops that number their papers alike."""
        return [series_text(self.series.other, self.series.letter)] if self.series else []


def receive_packages(
    workspace: Workspace, chosen: Sequence[Path], progress: Progress | None = None, password: str | None = None
) -> list[Report]:
    """Receive package files and those of folders, a transaction each; a file that is refused changes nothing.

    `password` opens those that are locked. Stops between files when cancelled; what was received before stays received
    and is reported.
    """
    progress = progress or Progress()
    workspace.permit(Action.RECEIVE_PACKAGE)
    files = packages_among(chosen)
    progress.step(0, len(files), BACKUP_FIRST)
    backup.before_records(workspace.engine, workspace.folder, progress)
    reports: list[Report] = []
    try:
        with PackagesAhead(files, password) as ahead, much_to_write(workspace.engine):
            for number, path in enumerate(files):
                progress.step(number, len(files), path.name)
                reports.append(receive_package(workspace, path, progress, password, ahead))
        believed = receive_believed(workspace, progress, password)
        reports += [one for one in believed if one.code not in LOCKED]  # who believes a laptop is told of these
        progress.step(len(files), len(files), "")
    except Cancelled:
        if not reports:
            raise
    return reports


def receive_package(
    workspace: Workspace,
    path: Path,
    progress: Progress | None = None,
    password: str | None = None,
    read: Callable[..., Payload | PhotoPart] = read_arrived,
) -> Report:
    """Receive one file; the world's faults and a package that may not come in are told in the report."""
    try:
        payload = read(path, progress, password)
        if isinstance(payload, PhotoPart):
            return _receive_part(workspace, path, payload)
        kept = _keep_original(workspace.folder, path)
        copied = _knows_more_of_us(workspace, payload)
        report = _merge(workspace, path, kept, payload)
    except Trouble as trouble:
        return Report(path, "refused", code=trouble.code, message=trouble_text(trouble))
    if report.result == QUARANTINED:
        return report
    if copied:
        mint_device(workspace)
    report.series = settle_series(workspace)
    give_early(workspace)
    if report.emptied:
        clear_beside(workspace, progress)
    else:
        clear_among(workspace, [kept], progress)
    return report


def _receive_part(workspace: Workspace, path: Path, part: PhotoPart) -> Report:
    """A part of photos: it brings bytes and no records."""
    taken = receive_part(workspace, path, part)
    manifest = taken.manifest
    sender = manifest["from"]
    result = "merged" if taken.new or taken.early or taken.left_out else "already"
    return Report(path, result, manifest["package"], sender["office"], sender["name"], part=taken)


def receive_believed(
    workspace: Workspace, progress: Progress | None = None, password: str | None = None
) -> list[Report]:
    """Receive from the inbox what was held back and whose laptop is believed by now, as somebody said meanwhile."""
    reports: list[Report] = []
    tried: set[Path] = set()
    while True:
        with workspace.read() as session:
            connection = session.connection()
            held = held_packages(connection)
            believed = believed_among(held, load_trust(connection, workspace.author)) if held else []
        waiting = [one for one in in_inbox(workspace.folder, believed) if one not in tried]
        if not waiting:
            return reports
        tried.update(waiting)
        reports += [receive_package(workspace, one, progress, password) for one in waiting]


def _keep_original(folder: Path, path: Path) -> Path:
    """The copy of a file in the inbox; one that is received from there is its own."""
    inbox = folder / INBOX
    if path.parent == inbox:
        return path
    try:
        inbox.mkdir(exist_ok=True)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()[:12]
        kept = inbox / f"{path.stem[:80]}_{digest}{path.suffix}"
        if not kept.exists():
            part = kept.with_name(kept.name + ".part")
            shutil.copyfile(path, part)
            part.replace(kept)
    except OSError as error:
        raise Trouble("disk_full", name=INBOX) from error
    return kept


def _merge(workspace: Workspace, path: Path, kept: Path, payload: Payload) -> Report:
    manifest = payload.manifest
    sender = manifest["from"]
    report = Report(path, "merged", manifest["package"], sender["office"], sender["name"])
    report.request = container.REQUEST in manifest
    with workspace.change(Action.RECEIVE_PACKAGE) as change:
        connection = change.session.connection()
        _admit(connection, workspace, path, manifest, payload.read)
        if _held_back(connection, workspace, report, manifest, kept, change.recorder.clock.now_ms):
            return report
        trace = Trace.begun(connection, workspace.author, sender["device"])
        doomed = doomed_contents(connection, payload.read)
        arrival = take_operations(connection, payload.read)
        for one in arrival.applied:
            change.recorder.clock.adopt(one.time)
        change.recorder.rows = arrival.rows
        if arrival.emptied:
            report.emptied = True
            note_erased(connection, arrival.emptied)
            note_contents(connection, doomed)
        corrections = propose(change.recorder, payload.visible, _brought(manifest))
        _tell(connection, workspace, report, arrival, corrections)
        _note_peer(connection, manifest, change.recorder.clock.now_ms)
        take_wishes(connection, sender["office"], manifest.get("wants"))
        more = trace.ended(connection, arrival, change.recorder.change, kept.name)
        if _note_package(connection, report, manifest, path, change.recorder.clock.now_ms, more) and not (
            arrival.new or corrections.proposals
        ):
            report.result = "already"
    return report


def _admit(
    connection: Connection, workspace: Workspace, path: Path, manifest: dict[str, Any], operations: Sequence[Operation]
) -> None:
    """Only what is addressed here, from an office on this office's line, in streams it may write."""
    me = workspace.author.office
    sender = str(manifest["from"]["office"])
    if manifest["to"] != me:
        raise Trouble("package_for_other", name=path.name, to=office_name(connection, str(manifest["to"])))
    offices = _map_with(connection, manifest, operations)
    if sender != me and sender not in offices.above(me) and sender not in offices.below(me):
        raise Trouble("package_stranger", name=path.name, office=manifest["from"]["name"])
    visible = offices.visible(me)
    if any(one.stream not in visible or not offices.may_write(one.office, one.stream) for one in operations):
        raise Trouble("package_foreign", name=path.name)


def _held_back(
    connection: Connection, workspace: Workspace, report: Report, manifest: dict[str, Any], kept: Path, now_ms: int
) -> bool:
    """Note the laptop that sent a package; hold the package back where that laptop is not believed."""
    sender, trust = Sender.of(manifest), load_trust(connection, workspace.author)
    note_laptop(connection, trust, sender, now_ms)
    why, report.device = trust.verdict(sender), sender.device
    if why:
        report.result, report.code = QUARANTINED, why
        report.message = held_sentence(why, report.file.name, sender)
        about = about_held(manifest, sender, why, kept)
        _note_package(connection, report, manifest, report.file, now_ms, about)
    return bool(why)


def _map_with(connection: Connection, manifest: dict[str, Any], operations: Sequence[Operation]) -> OfficeMap:
    """The map of offices with those that this package brings; what is known here is not changed by it."""
    known = load_offices(connection).entries
    brought: dict[str, OfficeEntry] = {}
    for one in operations:
        code, level = one.value("code"), one.value("level")
        if one.entity == "office" and one.kind == "create" and isinstance(code, str) and level in set(Level):
            superior = one.value("superior_code")
            streams = tuple(str(one.value("streams") or "").split())
            brought[code] = OfficeEntry(code, Level(str(level)), str(superior) if superior else None, streams)
    sender = manifest["from"]
    if sender["office"] not in brought:
        brought[sender["office"]] = OfficeEntry(sender["office"], Level(sender["level"]), sender["superior"])
    named_only = {code for code, entry in known.items() if not entry.streams}
    kept = {code: entry for code, entry in known.items() if code not in named_only or code not in brought}
    return OfficeMap((brought | kept).values())


def _brought(manifest: dict[str, Any]) -> Brought:
    return Brought(str(manifest["package"]), str(manifest.get("salt") or ""), str(manifest["from"]["office"]))


def _tell(
    connection: Connection, workspace: Workspace, report: Report, arrival: Arrival, corrections: Corrections
) -> None:
    report.new, report.known = arrival.new, arrival.known
    rows = arrival.rows
    report.rows = {
        "new": sum(map(len, rows.new.values())),
        "changed": sum(map(len, rows.changed.values())),
        "same": rows.same,
    }
    touched = {one.row for one in arrival.applied}
    new = rows.new.get("household", set())
    belonging = households_above(connection, {*touched, *new})
    report.households = {"new": len(new), "changed": len(set(belonging.values()) - new)}
    report.conflicts = opened_conflicts(connection, touched)
    report.proposals = open_proposals(connection, workspace.author.office, touched) + corrections.proposals
    report.reported = corrections.reported
    called = CalledLaptops(connection)
    report.gaps = [
        {
            "device": gap.device,
            "laptop": laptop_text(called.of(gap.device)),
            "stream": gap.stream,
            "from": gap.first,
            "to": gap.last,
        }
        for gap in find_gaps(connection)
    ]
    report.newer_items = newer_items(arrival.applied)
    report.forks = [{"device": device, "stream": stream, "seq": seq} for device, stream, seq in arrival.forks]


def _note_peer(connection: Connection, manifest: dict[str, Any], now_ms: int) -> None:
    """The vector last received from a device counts, even when it is smaller."""
    sender = manifest["from"]
    confirmed = connection.scalar(select(PEERS.c.confirmed).where(PEERS.c.device == sender["device"])) or False
    peer = {
        "device": sender["device"],
        "office_code": sender["office"],
        "vector": canonical_text(manifest["vector"]),
        "seen_ms": now_ms,
        "confirmed": confirmed,
    }
    upsert(connection, PEERS, [peer])


def _note_package(
    connection: Connection,
    report: Report,
    manifest: dict[str, Any],
    path: Path,
    now_ms: int,
    more: dict[str, Any] | None = None,
) -> bool:
    """Keep a note of the package with `more` about it; returns whether it had been received before."""
    same = (NOTES.c.id == manifest["package"]) & NOTES.c.incoming.is_(True)
    noted = connection.execute(select(NOTES.c.result, NOTES.c.file_name).where(same)).first()
    before = noted is not None and noted.result not in (QUARANTINED, UNDONE, DISCARDED)
    note = {
        "id": manifest["package"],
        "incoming": True,
        "office_code": manifest["from"]["office"],
        "office_name": manifest["from"]["name"],
        "device": manifest["from"]["device"],
        "number": manifest["number"],
        "file_name": noted.file_name if noted else path.name,
        "noted_ms": now_ms,
        "result": report.result,
        "report": canonical_text(
            report.as_json()
            | {"ranges": manifest["ranges"], "by": manifest["from"].get("user")}
            | cells_told(manifest)
            | (more or {})
        ),
    }
    if not before:
        upsert(connection, NOTES, [note])
    return before


def _knows_more_of_us(workspace: Workspace, payload: Payload) -> bool:
    """Whether a package shows or brings operations of this very laptop that it does not hold: then it is a copy.

    Asked before the package is merged; afterwards the laptop would hold them.
    """
    device = workspace.author.device
    tips: Vector = payload.manifest["vector"]
    shown = [str(tip) for entries in tips.get(device, {}).values() for _, tip in entries]
    carried = [one.id for one in payload.read if one.device == device]
    with workspace.read() as session:
        held: set[str] = set()
        for batch in batches({*shown, *carried}):
            held |= set(
                session.connection().execute(select(OPERATIONS.c.id).where(OPERATIONS.c.id.in_(batch))).scalars()
            )
    others = {one.id for one in payload.read if one.device != device}  # a claim that gives us what another wrote
    return not held.issuperset({*shown, *carried} - others)
