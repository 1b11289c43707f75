"""Laptops of offices on three levels, as real data folders, and the road between them without workbooks.

A province office P stands over an upper office D, D over the communes A and B; A has two laptops. What travels is what
a package carries: of every stream that both offices may see, the operations the known laptops of the addressee lack.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, select

from app.actions import Action
from app.devices import new_device_id
from app.journal.arrival import Arrival, Gap, find_gaps, take_operations
from app.journal.canonical import Json, canonical_text, clean
from app.journal.chains import Vector, operations_lacking, own_vector
from app.journal.heads import Effective
from app.journal.offices import OfficeMap
from app.journal.operation import Operation, from_wire
from app.journal.recording import Recorder, Target
from app.journal.store import OPERATIONS, Store, load_offices, table_of
from app.local import Fact, get_fact
from app.office.drafts import OfficeDraft
from app.workspace import Change, Workspace, open_workspace
from models.base import Recorded, key_id
from models.vocabulary import Level
from tests.offices import set_up

P, D, A, B = "11", "11.094", "03151", "03160"
OFFICE_OF = {"p1": P, "d1": D, "d2": D, "a1": A, "a2": A, "b1": B}
SECOND, DAY = 1000, 86_400_000

_OFFICES = {
    P: OfficeDraft(Level.UPPER, P, "Sở Xây dựng tỉnh Điện Biên", "Điện Biên", person="Trần Văn Minh"),
    D: OfficeDraft(Level.UPPER, D, "Ủy ban Mặt trận khu vực", "Điện Biên", superior_code=P, person="Vì Thị Lan"),
    A: OfficeDraft(Level.COMMUNE, A, "Phường Mường Lay", "Điện Biên", ("Bản Hua Nạng",), D, person="Lò Thị Hoa"),
    B: OfficeDraft(Level.COMMUNE, B, "Xã Nà Bủng", "Điện Biên", ("Bản Nà Bủng",), D, person="Sùng A Páo"),
}

Peers = dict[str, tuple[str, Vector]]


def make_folders(folder: Path) -> Path:
    """The first folders of all laptops, as `init` leaves them, after every office has heard of every other."""
    for name, office in OFFICE_OF.items():
        draft = replace(_OFFICES[office], device_name=name)
        workspace = set_up(folder / name, draft)
        workspace.close()
    laptops = [Laptop(name, open_workspace(folder / name)) for name in OFFICE_OF]
    exchange(*laptops)
    for one in laptops:
        one.workspace.close()
    return folder


@dataclass(frozen=True)
class Package:
    """What one laptop hands to an office: its vector and the operations as they travel."""

    device: str
    office: str
    to: str
    vector: Vector
    bodies: tuple[str, ...]

    def only(self, wanted: Callable[[Operation], bool]) -> Package:
        """A part of it: the rest was lost or comes later."""
        return replace(self, bodies=tuple(one for one in self.bodies if wanted(from_wire(one))))

    def operations(self) -> list[Operation]:
        """The operations in it."""
        return [from_wire(one) for one in self.bodies]


@dataclass(frozen=True)
class Written:
    """What a save left behind."""

    row: str
    change: str


@dataclass(frozen=True)
class Cell:
    """A cell of a printed workbook with its base: what the sender showed."""

    row: str
    entity: str
    stream: str
    field: str
    value: Json
    heads: tuple[str, ...]
    salt: str


class Laptop:
    """One laptop: its folder, its clock (ms beside the world's) and what it knows of others' vectors."""

    now = 0

    def __init__(self, name: str, workspace: Workspace) -> None:
        self.name = name
        self.workspace = workspace
        self.office = workspace.author.office
        self.skew = 0
        self.peers: Peers = {}
        with self.connection() as connection:
            latest = int((get_fact(connection, Fact.CLOCK) or "0").split()[0])
        Laptop.now = max(Laptop.now, latest)

    @property
    def device(self) -> str:
        """The id that numbers its operations."""
        return self.workspace.author.device

    # Doors

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """A writing transaction on its file."""
        with self.workspace.engine.connect().execution_options(writing=True) as connection, connection.begin():
            yield connection

    @contextmanager
    def change(self, action: Action = Action.SAVE_HOUSEHOLD) -> Iterator[Change]:
        """A change at the world's time, as this laptop's clock shows it."""
        with self.workspace.change(action) as change:
            self.set_clock(change.recorder)
            yield change

    def set_clock(self, recorder: Recorder) -> None:
        """A second passes; the laptop's clock shows it with its own error."""
        Laptop.now += SECOND
        recorder.clock.now_ms = Laptop.now + self.skew

    # Work

    def add(self, row: Recorded, action: Action = Action.SAVE_HOUSEHOLD) -> Written:
        """Save a new row."""
        with self.change(action) as change:
            change.session.add(row)
            change.session.flush()
            made = row.id
        return Written(made, change.recorder.change)

    def edit(self, entity: type[Recorded], row: str, **fields: Any) -> Written:
        """Change fields of a row, as a form does."""
        with self.change() as change:
            found = change.session.get_one(entity, row)
            for name, value in fields.items():
                setattr(found, name, value)
        return Written(row, change.recorder.change)

    def delete(self, row: str) -> Written:
        """Delete a row, also one that lives on flagged."""
        with self.change(Action.DELETE_HOUSEHOLD) as change:
            change.recorder.write_fate(change.recorder.store.history.book(row), gone=True)
        return Written(row, change.recorder.change)

    def restore(self, row: str) -> Written:
        """Take a row back."""
        with self.change(Action.RESTORE_HOUSEHOLD) as change:
            change.recorder.write_fate(change.recorder.store.history.book(row), gone=False)
        return Written(row, change.recorder.change)

    def answer(self, how: Callable[[Recorder, str, str, Any], Operation], row: str, name: str, value: Json) -> None:
        """Resolve, accept or reject."""
        with self.change(Action.RESOLVE) as change:
            how(change.recorder, row, name, value)

    def write(self, row: str, kind: str, fields: dict[str, Any], supersedes: dict[str, list[str]]) -> None:
        """Write what only a faulty, foreign or newer program writes."""
        with self.change() as change:
            change.recorder.write_on(change.recorder.store.history.book(row), kind, fields, supersedes=supersedes)

    def erase(self, row: str, name: str) -> None:
        """Empty a field for good: value and salt go, the chain stays."""
        named = {one.name: [name] for one in self.operations(row) if name in one.digests}
        with self.change() as change:
            change.recorder.write_on(change.recorder.store.history.book(row), "erase", {}, supersedes=named)

    # A workbook corrected by hand

    def cell(self, row: str, name: str) -> Cell:
        """A cell as this laptop prints it."""
        with self.connection() as connection:
            history = Store(connection).history
            book = history.book(row)
            found = history.effective(book, name)
            heads = [book.operations[one] for one in found.shown]
        salt = min((one.values[name][1] for one in heads if name in one.values), default="")
        entity, stream = book.entity, book.stream
        assert entity is not None
        assert stream is not None
        return Cell(row, entity, stream, name, found.value, tuple(sorted(found.shown)), salt)

    def correct(self, cell: Cell, value: Json) -> str | None:
        """Import a changed cell: a proposal named by what was shown and what was written, once on every road."""
        if clean(value) == cell.value:
            return None
        proposal = key_id(canonical_text([cell.row, cell.field, list(cell.heads), cell.salt, value]))
        target = Target(cell.stream, cell.entity, cell.row)
        with self.change(Action.RECEIVE_PACKAGE) as change:
            known = select(func.count()).select_from(OPERATIONS).where(OPERATIONS.c.name == proposal)
            if change.recorder.store.connection.scalar(known):
                return None
            change.recorder.write(target, "propose", {cell.field: value}, proposal=proposal)
        return proposal

    # The road

    def offices(self, connection: Connection) -> OfficeMap:
        """The map of offices known here."""
        return load_offices(connection)

    def package(self, to: str) -> Package:
        """What this laptop sends to an office now. Having sent is not having arrived: nothing is noted."""
        with self.connection() as connection:
            streams = self.offices(connection).carried(self.office, to)
            vectors = [vector for office, vector in self.peers.values() if office == to]
            lacking = set(operations_lacking(connection, streams, vectors))
            order = (OPERATIONS.c.device, OPERATIONS.c.stream, OPERATIONS.c.seq, OPERATIONS.c.id)
            rows = connection.execute(select(OPERATIONS.c.id, OPERATIONS.c.body).order_by(*order))
            bodies = tuple(row.body for row in rows if row.id in lacking)
            return Package(self.device, self.office, to, own_vector(connection, streams), bodies)

    def receive(self, package: Package) -> Arrival:
        """Take a package in: one transaction. Meeting itself from outside, the laptop takes a new identity."""
        with self.connection() as connection:
            arrival = take_operations(connection, package.operations())
            ahead = [str(tip) for tips in package.vector.get(self.device, {}).values() for _, tip in tips]
            held = set(connection.execute(select(OPERATIONS.c.id)).scalars())
        if package.device != self.device:
            self.peers[package.device] = (package.office, package.vector)
        met = any(one.device == self.device for one in arrival.applied)
        if met or not held.issuperset(ahead):
            self.workspace.author = replace(self.workspace.author, device=new_device_id())
        return arrival

    # What can be seen

    def operations(self, row: str | None = None) -> list[Operation]:
        """The operations here, of one row or all."""
        with self.connection() as connection:
            wanted = select(OPERATIONS.c.body).order_by(OPERATIONS.c.seq, OPERATIONS.c.id)
            if row is not None:
                wanted = wanted.where(OPERATIONS.c.row_id == row)
            return [from_wire(body) for body in connection.execute(wanted).scalars()]

    def ids(self) -> set[str]:
        """The ids of the operations here."""
        return {one.id for one in self.operations()}

    def shown(self, row: str, name: str) -> Effective:
        """What a field shows and what waits beside it."""
        with self.connection() as connection:
            history = Store(connection).history
            return history.effective(history.book(row), name)

    def proposed(self, row: str, name: str) -> list[Json]:
        """The values that wait for the owner's answer."""
        return [value for _, value in self.shown(row, name).proposals]

    def table_row(self, entity: str, row: str) -> dict[str, Any] | None:
        """The row as its table holds it."""
        table = table_of(entity)
        with self.connection() as connection:
            found = connection.execute(select(table).where(table.c.id == row)).mappings().first()
        return dict(found) if found else None

    def value(self, entity: str, row: str, name: str) -> Any:
        """One field as the table holds it."""
        found = self.table_row(entity, row)
        assert found is not None
        return found[name]

    def fate(self, entity: str, row: str) -> str:
        """`absent`, `out`, `flagged` or `alive`."""
        found = self.table_row(entity, row)
        if found is None:
            return "absent"
        return "out" if found["row_out"] else "flagged" if found["row_flagged"] else "alive"

    def gaps(self) -> list[Gap]:
        """What is reported as missing."""
        with self.connection() as connection:
            return find_gaps(connection)


def exchange(*laptops: Laptop) -> None:
    """Packages in all directions until nobody has anything new for anybody."""
    moved = True
    while moved:
        moved = False
        for one in laptops:
            for other in laptops:
                if one is not other and neighbours(one.office, other.office):
                    moved = other.receive(one.package(other.office)).new > 0 or moved


def neighbours(one: str, other: str) -> bool:
    """Whether packages go between two offices: to the one above, to those below, to the own other laptops."""
    above = {A: (D, P), B: (D, P), D: (P,), P: ()}
    return one == other or one in above[other] or other in above[one]


def copy_laptops(template: Path, folder: Path, names: Iterable[str]) -> Iterator[list[Laptop]]:
    """Laptops in copied folders, open until the end."""
    laptops = []
    for name in names:
        shutil.copytree(template / name, folder / name)
        laptops.append(Laptop(name, open_workspace(folder / name)))
    yield laptops
    for one in laptops:
        one.workspace.close()
