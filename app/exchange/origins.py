"""Where a value comes from: the laptop that wrote it, and the package file that brought it here."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, func, select

from app.exchange.values import device_names
from app.journal.operation import Operation
from app.journal.store import TIPS
from app.wording.corrections import place_text
from models.exchange import PackageNote

#: The manifest's key, and the longest text of a place that is kept.
CELLS, LONGEST = "cells", 300
Ranges = dict[str, dict[str, list[int]]]


@dataclass(frozen=True)
class Origin:
    """An operation's place in its chain; what its laptop is called and which file brought it ("" where none did).

    `cell`: where in a file somebody wrote it by hand, "" for what was written in the program.
    """

    device: str
    stream: str
    seq: int
    device_name: str = ""
    file: str = ""
    cell: str = ""

    @classmethod
    def of(cls, operation: Operation) -> Origin:
        """The place of an operation."""
        return cls(operation.device, operation.stream, operation.seq)


def with_names(connection: Connection, origins: Iterable[Origin]) -> dict[Origin, Origin]:
    """Each place with the laptop's name and the first package file that carried it here.

    In the chain of a copied folder one number stands for several operations; no file is named then.
    """
    wanted = set(origins)
    if not wanted:
        return {}
    names, packages = device_names(connection), _packages(connection)
    tips = select(TIPS.c.device, TIPS.c.stream).group_by(TIPS.c.device, TIPS.c.stream).having(func.count() > 1)
    forked = {(row.device, row.stream) for row in connection.execute(tips)}
    found = {}
    for one in wanted:
        files = [file for file, ranges in packages if _carries(ranges, one)]
        file = files[0] if files and (one.device, one.stream) not in forked else ""
        found[one] = replace(one, device_name=names.get(one.device, ""), file=file)
    return found


def _packages(connection: Connection) -> list[tuple[str, Ranges]]:
    """The packages received, oldest first, each with the numbers it carried."""
    note = PackageNote
    rows = connection.execute(
        select(note.file_name, note.report).where(note.incoming.is_(True)).order_by(note.noted_ms, note.id)
    )
    return [(row.file_name, json.loads(row.report or "{}").get("ranges", {})) for row in rows]


def _carries(ranges: Ranges, one: Origin) -> bool:
    first, last = ranges.get(one.device, {}).get(one.stream, (1, 0))
    return first <= one.seq <= last


def written_cells(connection: Connection) -> dict[str, tuple[str, str]]:
    """The proposals that corrections by hand became, here or where they came from: sheet and cell, and the file.

    By the proposal's id.
    """
    note = PackageNote
    told = note.report.contains('"proposal":') | note.report.contains(f'"{CELLS}":')
    found: dict[str, tuple[str, str]] = {}
    for row in connection.execute(select(note.file_name, note.report).where(note.incoming.is_(True), told)):
        report = json.loads(row.report)
        found |= {name: (cell, file) for name, (cell, file) in report.get(CELLS, {}).items()}
        for one in report.get("proposals", ()):
            if one.get("proposal"):
                found[one["proposal"]] = (place_text(one["sheet"], one["cell"], ""), row.file_name)
    return found


def cells_to_tell(connection: Connection, operations: Iterable[str]) -> dict[str, dict[str, list[str]]]:
    """For the manifest: where somebody wrote by hand what the proposals among these operations say; mostly nothing."""
    proposals = {str(json.loads(one)["proposal"]) for one in operations if '"kind":"propose"' in one}
    known = written_cells(connection) if proposals else {}
    found = {name: list(known[name]) for name in sorted(proposals & known.keys())}
    return {CELLS: found} if found else {}


def cells_told(manifest: Mapping[str, Any]) -> dict[str, dict[str, list[str]]]:
    """For the note of a package that came: what its manifest tells so; what another program wrote otherwise is none."""
    said = manifest.get(CELLS)
    found = {str(name): place for name, place in said.items() if _is_place(place)} if isinstance(said, dict) else {}
    return {CELLS: found} if found else {}


def _is_place(place: object) -> bool:
    texts = place if isinstance(place, list) and len(place) == len(("cell", "file")) else [None]
    return all(isinstance(one, str) and len(one) <= LONGEST for one in texts)
