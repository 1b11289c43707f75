"""Random histories: laptops work, correct workbooks, send, lose and repeat packages; a copied folder works on.

Every step is a word and four numbers, so that Hypothesis can make a failing history shorter.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

from sqlalchemy import select

from app.journal.answers import accept, decide_fate, reject, resolve
from app.journal.arrival import take_operations
from app.journal.canonical import Json
from app.journal.chains import forked_positions
from app.journal.operation import Operation, from_wire
from app.journal.rebuilding import fingerprint, rebuild
from app.journal.store import OPERATIONS, table_of
from app.problems import Refused
from app.undo import undo_change
from models.area import Area
from models.everything import METADATA
from models.funding import Payment
from models.household import Household, Member
from models.programme import Programme, SupportNorm
from models.support import Decision, SupportCase
from tests.app.journal.open_world import OpenLaptop
from tests.app.journal.reference import Reference, check
from tests.app.journal.world import A, B, Cell, D, P, Package, exchange, neighbours

WAITING = METADATA.tables["waiting_operation"]
Step = tuple[str, int, int, int, int]
State = tuple[dict[str, str], list[str], list[str]]
VALUES: list[Json] = [None, "1", "2", "3"]
EDITABLE: dict[str, tuple[type[Any], list[str]]] = {
    "household": (Household, ["head_name", "phone", "village_id"]),
    "member": (Member, ["name"]),
    "programme": (Programme, ["name"]),
}


class History:
    """Laptops at work, and the truth: every operation ever written with the one before it in its chain."""

    def __init__(self, laptops: Sequence[OpenLaptop]) -> None:
        self.laptops = list(laptops)
        self.truth: dict[str, tuple[Operation, str]] = {}
        self.packages: list[Package] = []
        self.cells: list[Cell] = []
        self.changes: list[tuple[OpenLaptop, str]] = []
        for one in self.laptops:
            self.note(one)

    def run(self, steps: Sequence[Step]) -> None:
        """Take the steps; what a rule of the office refuses does not happen."""
        for name, who, other, row, value in steps:
            one = self.laptops[who % len(self.laptops)]
            with suppress(Refused):
                STEPS[name](self, one, other, row, VALUES[value % len(VALUES)])
            self.note(one)

    def note(self, laptop: OpenLaptop) -> None:
        """Keep what was written, with its values, before anything may be lost."""
        with laptop.connection() as connection:
            rows = connection.execute(select(OPERATIONS.c.id, OPERATIONS.c.previous)).all()
        fresh = {row.id: row.previous for row in rows if row.id not in self.truth}
        if fresh:
            self.truth |= {one.id: (one, fresh[one.id]) for one in laptop.operations() if one.id in fresh}

    def pick(self, laptop: OpenLaptop, number: int, *entities: str) -> tuple[str, str, str] | None:
        """A row of these entities that the office may write: (entity, id, stream)."""
        found = []
        with laptop.connection() as connection:
            offices = laptop.offices(connection)
            for entity in entities:
                table = table_of(entity)
                rows = connection.execute(select(table.c.id, table.c.stream).where(table.c.stream != ""))
                found += [(entity, row.id, row.stream) for row in rows if offices.may_write(laptop.office, row.stream)]
        return sorted(found, key=lambda one: one[1])[number % len(found)] if found else None

    # Work

    def household(self, one: OpenLaptop, other: int, row: int, value: Json) -> None:
        """A new household, by the commune or by an office above it."""
        stream = one.office if one.office in (A, B) else (A, B)[other % 2]
        one.add(Household(stream=stream, head_name="Mới", phone=value))

    def village(self, one: OpenLaptop, other: int, row: int, value: Json) -> None:
        """A new village with a household that names it."""
        if one.office == A:
            village = one.add(Area(kind="village", code=A, name=value)).row
            one.add(Household(head_name="Ở bản mới", village_id=village))

    def below(self, one: OpenLaptop, other: int, row: int, value: Json) -> None:
        """A row below another."""
        if found := self.pick(one, row, "household"):
            made = (Member(household_id=found[1], name=value), SupportCase(household_id=found[1], note=value))
            one.add(made[other % 2])

    def decide(self, one: OpenLaptop, other: int, row: int, value: Json) -> None:
        """A decision or a payment: rows that are never edited."""
        if found := self.pick(one, row, "support_case"):
            amount = 10_000_000 * int(str(value or 0))
            made = (Decision(case_id=found[1], amount=amount), Payment(case_id=found[1], amount=amount))
            one.add(made[other % 2])

    def programme(self, one: OpenLaptop, other: int, row: int, value: Json) -> None:
        """What an upper office sends down: a programme of its own, or a norm of one that came with the app."""
        if one.office in (P, D):
            with one.connection() as connection:
                table = table_of("programme")
                bundled = connection.scalars(select(table.c.id).where(table.c.stream == "").order_by(table.c.id)).all()
            made = (Programme(name=value), SupportNorm(programme_id=bundled[row % len(bundled)], amount=row))
            one.add(made[other % 2])

    def save(self, one: OpenLaptop, other: int, row: int, value: Json) -> None:
        """An edit of one field or of all."""
        if found := self.pick(one, row, *EDITABLE):
            entity, names = EDITABLE[found[0]]
            chosen = [name for name in names if name != "village_id"] if other % 3 == 2 else [names[other % len(names)]]
            village = self.pick(one, row, "area")
            fields = {name: (village and village[1]) if name == "village_id" else value for name in chosen}
            self.changes.append((one, one.edit(entity, found[1], **fields).change))

    def delete(self, one: OpenLaptop, other: int, row: int, value: Json) -> None:
        """A deletion; an office that does not own the row only proposes it."""
        if found := self.pick(one, row, "household", "member", "decision"):
            self.changes.append((one, one.delete(found[1]).change))
            if one.office == found[2] and found[0] != "decision":
                assert value_of(one, found, "deleted"), "what the clerk did is what he sees"

    def restore(self, one: OpenLaptop, other: int, row: int, value: Json) -> None:
        """A row comes back."""
        if found := self.pick(one, row, "household", "member"):
            self.changes.append((one, one.restore(found[1]).change))

    def alias(self, one: OpenLaptop, other: int, row: int, value: Json) -> None:
        """Two households are one, or are not."""
        found, twin = self.pick(one, row, "household"), self.pick(one, row + other + 1, "household")
        if found and twin and found[2] == twin[2]:
            self.changes.append((one, one.edit(Household, found[1], alias_of=twin[1] if value else None).change))

    def erase(self, one: OpenLaptop, other: int, row: int, value: Json) -> None:
        """A value is emptied for good."""
        if found := self.pick(one, row, "household"):
            one.erase(found[1], ("head_name", "phone")[other % 2])

    def newer(self, one: OpenLaptop, other: int, row: int, value: Json) -> None:
        """What a newer program writes: a field and a kind nobody here knows."""
        if found := self.pick(one, row, "household"):
            one.write(found[1], ("edit", "colouring")[other % 2], {"colour": value}, {})

    def answer(self, one: OpenLaptop, other: int, row: int, value: Json) -> None:
        """Whatever waits on a row is answered."""
        if not (found := self.pick(one, row, "household", "member", "programme")):
            return
        for name in ("head_name", "phone", "name", "deleted"):
            shown = one.shown(found[1], name)
            for proposal, _ in shown.proposals:
                one.answer((accept, reject)[other % 2], found[1], name, proposal)
            if shown.conflict and name != "deleted":
                one.answer(resolve, found[1], name, value)
            elif shown.conflict:
                with one.change() as change:
                    decide_fate(change.recorder, found[1], gone=bool(value))

    def undo(self, one: OpenLaptop, other: int, row: int, value: Json) -> None:
        """A change of this laptop is taken back."""
        mine = [change for who, change in self.changes if who is one]
        if mine:
            with one.change() as change:
                undo_change(change.recorder, mine[-1 - row % min(3, len(mine))])
            self.changes.append((one, change.recorder.change))

    # Workbooks

    def print_cell(self, one: OpenLaptop, other: int, row: int, value: Json) -> None:
        """A cell goes out in a workbook."""
        if found := self.pick(one, row, "household", "member"):
            self.cells.append(
                one.cell(found[1], ("head_name", "phone")[other % 2] if found[0] == "household" else "name")
            )

    def correct(self, one: OpenLaptop, other: int, row: int, value: Json) -> None:
        """A corrected cell comes in; once more changes nothing."""
        if self.cells:
            cell = self.cells[row % len(self.cells)]
            with one.connection() as connection:
                may = laptop_may(one, connection, cell.stream)
            if may and set(cell.heads) <= one.ids():
                one.correct(cell, value)
                assert one.correct(cell, value) is None, "I2: the same correction again"

    # The road

    def send(self, one: OpenLaptop, other: int, row: int, value: Json) -> None:
        """A package goes out: whole, lost, or a part of it."""
        to = self.laptops[other % len(self.laptops)]
        if one is to or not neighbours(one.office, to.office):
            return
        package = one.package(to.office)
        check_streams(package)
        self.packages.append(package)
        if value == "1":
            rnd = random.Random(row)
            package = package.only(lambda _: rnd.random() < 0.7)
        if value is not None:
            self.deliver(package, to)

    def late(self, one: OpenLaptop, other: int, row: int, value: Json) -> None:
        """An old package comes again, or only its second half."""
        fitting = [each for each in self.packages if each.to == one.office and each.device != one.device]
        if fitting:
            package = fitting[row % len(fitting)]
            half = {each.id for each in package.operations()[len(package.bodies) // 2 :]}
            self.deliver(package.only(lambda each: each.id in half) if value else package, one)

    def two_roads(self, one: OpenLaptop, other: int, row: int, value: Json) -> None:
        """I3 and I14: the order of packages and their cutting into parts change nothing."""
        fitting = [each for each in self.packages if each.to == one.office]
        if len(fitting) > 1:
            first, second = fitting[row % len(fitting)], fitting[other % len(fitting)]
            parts = [*first.operations(), *second.operations()]
            random.Random(row).shuffle(parts)
            outcomes = [
                taken(one, first.operations(), second.operations()),
                taken(one, second.operations(), first.operations()),
                taken(one, *(parts[start::3] for start in range(3))),
            ]
            assert outcomes[0] == outcomes[1], "I3"
            assert outcomes[0] == outcomes[2], "I14"

    def deliver(self, package: Package, to: OpenLaptop) -> None:
        """A package arrives; again it changes nothing, nothing is lost, and gaps are told exactly."""
        held = to.ids()
        to.receive(package)
        assert held <= to.ids(), "I5"
        before = state(to)
        with to.connection() as connection:
            assert take_operations(connection, package.operations()).new == 0, "I2"
        assert state(to) == before, "I2"
        self.check_gaps(to)

    def check_gaps(self, to: OpenLaptop) -> None:
        """I6: what waits lacks something before it, what is applied lacks nothing, and the missing numbers are told."""
        held = to.ids()
        with to.connection() as connection:
            bodies = connection.execute(select(WAITING.c.body)).scalars()
            waiting = {one.id: one for one in map(from_wire, bodies)}
        missing: dict[tuple[str, str], set[int]] = {}
        for one in waiting:
            operation, before = self.truth[one]
            lacking = missing.setdefault((operation.device, operation.stream), set())
            while before and before not in held:
                if before not in waiting:
                    lacking.add(self.truth[before][0].seq)
                before = self.truth[before][1]
        for one in held:
            assert not self.truth[one][1] or self.truth[one][1] in held, "nothing after a gap is applied"
        told: dict[tuple[str, str], set[int]] = {}
        for gap in to.gaps():
            told.setdefault((gap.device, gap.stream), set()).update(range(gap.first, gap.last + 1))
        assert told.keys() == missing.keys(), "a gap is told exactly while it exists"
        with to.connection() as connection:
            forked = {(device, stream) for device, stream, _ in forked_positions(connection)}
        emptied = {(one.device, one.stream) for one in waiting.values() if not one.whole()}
        for key, numbers in missing.items():
            assert numbers or key in emptied, "it lacks something before it, or the erase that emptied it"
            assert not numbers or key in forked or self.forked(key) or told[key] == numbers

    def forked(self, chain: tuple[str, str]) -> bool:
        """Whether a chain has two branches anywhere."""
        places = [one.seq for one, _ in self.truth.values() if (one.device, one.stream) == chain]
        return len(places) != len(set(places))

    # The end

    def meet(self) -> None:
        """Everybody exchanges with everybody; then all that must hold is looked at."""
        written = set(self.truth)
        exchange(*self.laptops)
        told = [self.check_end(one) for one in self.laptops]
        assert written == set(self.truth)
        for one, rows in zip(self.laptops, told, strict=True):
            for other, others in zip(self.laptops, told, strict=True):
                with one.connection() as connection:
                    shared = one.offices(connection).carried(one.office, other.office)
                mine = {row: found for row, found in rows.items() if found and found[1]["stream"] in shared}
                theirs = {row: found for row, found in others.items() if found and found[1]["stream"] in shared}
                assert mine == theirs, "I1: the same content of the streams both may see"

    def check_end(self, one: OpenLaptop) -> dict[str, Any]:
        """I1, I4, I6, I8, I10, I12 on one laptop; returns its rows."""
        reference = check(one)
        with one.connection() as connection:
            visible = one.offices(connection).visible(one.office)
        wanted = {each for each, (operation, _) in self.truth.items() if operation.stream in visible}
        assert set(reference.operations) == wanted, "I1, I4: every operation of every stream it may see, and no other"
        for operation in reference.operations.values():
            full = self.truth[operation.id][0]
            assert operation.digests == full.digests
            for name in operation.digests:
                erased = reference.erased(operation, name)
                assert (name not in operation.values) == erased, "a value is missing exactly where an erase says so"
                assert erased or name not in full.values or operation.values[name] == full.values[name], "I4"
        assert one.gaps() == []
        assert one.dangling() == 0
        rebuilt(one)
        return {row: reference.table_row(row) for row in reference.of_row}


def laptop_may(one: OpenLaptop, connection: Any, stream: str) -> bool:
    """Whether the laptop's office may see and write a stream."""
    offices = one.offices(connection)
    return stream in offices.visible(one.office) and offices.may_write(one.office, stream)


def value_of(one: OpenLaptop, found: tuple[str, str, str], name: str) -> Any:
    """A field of a picked row."""
    return one.value(found[0], found[1], name)


def check_streams(package: Package) -> None:
    """I16: no package to a commune holds or names another commune's stream."""
    if package.to in (A, B):
        allowed = {package.to, f"{D}/down", f"{P}/down"}
        assert {one.stream for one in package.operations()} <= allowed, "I16"
        assert {stream for streams in package.vector.values() for stream in streams} <= allowed, "I16"


def state(one: OpenLaptop) -> State:
    """All that a package may change: tables, indexes, operations and what waits."""
    with one.connection() as connection:
        bodies = connection.execute(select(OPERATIONS.c.body).order_by(OPERATIONS.c.id)).scalars().all()
        waiting = connection.execute(select(WAITING.c.body).order_by(WAITING.c.id)).scalars().all()
        return fingerprint(connection), list(bodies), list(waiting)


def taken(one: OpenLaptop, *parts: Sequence[Operation]) -> State:
    """What these parts would make of a laptop, without keeping it."""
    with one.tried() as connection:
        for part in parts:
            take_operations(connection, part)
        return state(one)


def rebuilt(one: OpenLaptop) -> None:
    """I12: the tables and indexes built anew are what stands there."""
    with one.connection() as connection:
        before = fingerprint(connection)
        rebuild(connection)
        assert fingerprint(connection) == before, "I12"


STEPS: dict[str, Callable[[History, OpenLaptop, int, int, Json], None]] = {
    "household": History.household,
    "village": History.village,
    "below": History.below,
    "decide": History.decide,
    "programme": History.programme,
    "save": History.save,
    "delete": History.delete,
    "restore": History.restore,
    "alias": History.alias,
    "erase": History.erase,
    "newer": History.newer,
    "answer": History.answer,
    "undo": History.undo,
    "print": History.print_cell,
    "correct": History.correct,
    "send": History.send,
    "late": History.late,
    "two_roads": History.two_roads,
}
#: Often saves and packages, seldom the rest, so that rows meet.
WEIGHTED = [*STEPS, *["save"] * 5, *["answer"] * 2, *["undo", "correct", "delete"], *["send"] * 12, "late"]
__all__ = ["STEPS", "WEIGHTED", "History", "Reference", "Step"]
