"""Heads and effective values: the rules by which a set of operations becomes the values that are shown.

Pure: works on `Book`s that `app.journal.store` loads. The result depends on the set of operations only, never on the
order in which they came (docs/exchange.md, "Effective value").
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import chain

from app.journal.canonical import Json, canonical_text
from app.journal.offices import OfficeMap
from app.journal.operation import KINDS, PROPOSAL_ID_LENGTH, Operation
from models.vocabulary import Owner

Early = dict[str, list[str]]


@dataclass(slots=True)
class Book:
    """All that is known of one row: its operations, its heads and the rows directly below it."""

    row: str
    entity: str | None = None
    stream: str | None = None
    parent: str | None = None
    creates: list[str] = field(default_factory=list)
    operations: dict[str, Operation] = field(default_factory=dict)
    heads: dict[str, list[str]] = field(default_factory=lambda: {"*": []})
    children: set[str] = field(default_factory=set)

    def heads_of(self, name: str) -> list[str]:
        """The ids of a field's heads."""
        return self.heads.get(name, self.heads["*"])

    def set_heads(self, name: str, ids: Iterable[str]) -> None:
        """Keep a field's heads; a field whose heads are the row's creates is not listed."""
        found = sorted(ids)
        if found == self.heads["*"]:
            self.heads.pop(name, None)
        else:
            self.heads[name] = found

    def fields(self) -> set[str]:
        """Every field some head or create speaks of."""
        names = {name for name in self.heads if name != "*"}
        for create in self.creates:
            names |= self.operations[create].digests.keys()
        return names

    def all_heads(self) -> set[str]:
        """The ids of all heads of all fields."""
        return {one for ids in self.heads.values() for one in ids}

    def speaks_of_deletion(self) -> bool:
        """Whether somebody has deleted it, or deleted and restored it."""
        return "deleted" in self.heads or any("deleted" in self.operations[one].digests for one in self.creates)

    def named(self, name: str) -> list[str]:
        """The operations here that carry this name: one, or all that bring the same proposal."""
        found = self.operations.get(name)
        if found is not None:
            return [name] if found.proposal is None else []
        if len(name) != PROPOSAL_ID_LENGTH:
            return []
        return sorted(one.id for one in self.operations.values() if one.proposal == name)


@dataclass(frozen=True, slots=True)
class Effective:
    """What a field shows: its value, whether owners disagree, open proposals (name, value), the heads it comes from."""

    value: Json
    conflict: bool
    proposals: tuple[tuple[str, Json], ...]
    shown: tuple[str, ...]
    owned: bool


@dataclass(frozen=True, slots=True)
class Folded:
    """A row as the tables show it."""

    entity: str
    stream: str
    parent: str | None
    values: dict[str, Json]
    open_fields: tuple[str, ...]
    gone: bool
    flagged: bool
    version: int


class History:
    """Books by row, loaded when first asked for, and the early supersedes; applies operations and folds rows."""

    def __init__(
        self,
        offices: OfficeMap,
        owner_of: Callable[[str, str], Owner],
        load: Callable[[str], Book],
        bundled: Callable[[str], bool],
    ) -> None:
        self.offices = offices
        self._owner_of = owner_of
        self._load = load
        self._bundled = bundled
        self.books: dict[str, Book] = {}
        self.early: dict[str, Early] = {}
        self.changed: set[str] = set()
        self.early_changed: set[str] = set()
        self.emptied: dict[str, Operation] = {}

    def book(self, row: str) -> Book:
        """The book of a row, empty when nothing of it is here."""
        found = self.books.get(row)
        if found is None:
            found = self.books[row] = self._load(row)
        return found

    # Whose word counts

    def owns(self, office: str, book: Book, entity: str, stream: str, name: str) -> bool:
        """Whether the office owns this field of this row."""
        authors = [book.operations[one].office for one in book.creates]
        return self.offices.owns(self._owner_of(entity, name), office, stream, authors)

    def _owner_head(self, book: Book, operation: Operation, name: str) -> bool:
        return operation.kind != "propose" and self.owns(
            operation.office, book, operation.entity, operation.stream, name
        )

    def kills(self, book: Book, by: Operation, target: Operation, name: str) -> bool:
        """Nobody but an owner supersedes an owner's head, whatever his program wrote.

        While the row has not begun here its author is not known: then only its own office, or a known owner.
        """
        if not book.creates and by.office != target.office:
            return self.owns(by.office, book, target.entity, target.stream, name)
        return self.owns(by.office, book, target.entity, target.stream, name) or not self._owner_head(
            book, target, name
        )

    # Arrival

    def apply(self, operation: Operation) -> None:
        """Take an operation whose predecessor is known into heads and indexes."""
        book = self.book(operation.row)
        book.operations[operation.id] = operation
        self.changed.add(operation.row)
        if operation.kind == "create":
            self._begin(book, operation)
        else:
            early = self._early_fields(book, operation)
            for name in operation.digests:
                if name not in early:
                    book.set_heads(name, [*book.heads_of(name), operation.id])
        self._drop_erased(book, operation)
        self._forget_early(operation)
        for name, fields in operation.supersedes.items():
            self._supersede(book, operation, name, fields)
        if operation.kind == "erase":
            self._empty(book, operation)

    def keep(self, operation: Operation) -> None:
        """Keep an operation of a kind this version does not know: it is forwarded and not folded."""
        book = self.book(operation.row)
        book.operations[operation.id] = operation
        self.changed.add(operation.row)
        self._drop_erased(book, operation)
        self._forget_early(operation)

    def _forget_early(self, operation: Operation) -> None:
        """Who superseded it was noted until it came: saving drops the note. Under a proposal's id others may come."""
        if operation.id in self.early:
            self.early_changed.add(operation.id)

    def _begin(self, book: Book, operation: Operation) -> None:
        """A create names the author, whose word may count more: what came before it is counted again."""
        above = book.parent
        book.creates = sorted([*book.creates, operation.id])
        first = book.operations[book.creates[0]]
        book.entity, book.stream, book.parent = first.entity, first.stream, first.parent
        if above and above != book.parent:
            self.book(above).children.discard(book.row)
        if book.parent:
            self.book(book.parent).children.add(book.row)
        book.heads["*"] = list(book.creates)
        if len(book.operations) > 1:
            self._count_again(book)

    def _count_again(self, book: Book) -> None:
        """Heads by their definition: operations that give the field a value and that nobody who may has superseded."""
        folded = [one for one in book.operations.values() if one.kind in KINDS]
        killers: dict[str, list[Operation]] = {}
        for by in folded:
            for target in by.supersedes:
                killers.setdefault(target, []).append(by)
        for name in {one for by in folded for one in chain(by.digests, *by.supersedes.values())}:
            heads = [
                one.id
                for one in folded
                if (one.kind == "create" or name in one.digests)
                and not any(
                    name in by.supersedes[one.name] and self.kills(book, by, one, name)
                    for by in killers.get(one.name, ())
                )
            ]
            book.set_heads(name, heads)
        for by in folded:
            if by.kind == "erase":
                self._empty(book, by)

    def _empty(self, book: Book, by: Operation) -> None:
        """Drop the values that an erase names, as far as they are here."""
        for name, fields in by.supersedes.items():
            for target in book.named(name):
                for one in fields:
                    if self.kills(book, by, book.operations[target], one):
                        self._drop_value(book, target, one)

    def _early_fields(self, book: Book, operation: Operation) -> set[str]:
        """The fields in which an operation that came before has superseded this one."""
        found = set()
        for name, by_ids in self.early.get(operation.name, {}).items():
            for by in by_ids:
                killer = book.operations.get(by)
                if killer and self.kills(book, killer, operation, name):
                    found.add(name)
        return found

    def _supersede(self, book: Book, by: Operation, name: str, fields: list[str]) -> None:
        targets = book.named(name)
        for target in targets:
            for one in fields:
                if self.kills(book, by, book.operations[target], one):
                    ids = book.heads_of(one)
                    if target in ids:
                        book.set_heads(one, [head for head in ids if head != target])
        if not targets or len(name) == PROPOSAL_ID_LENGTH:
            entry = self.early.setdefault(name, {})
            for one in fields:
                entry[one] = sorted({*entry.get(one, ()), by.id})
            self.early_changed.add(name)

    def _drop_erased(self, book: Book, operation: Operation) -> None:
        for name, by_ids in self.early.get(operation.name, {}).items():
            for by in by_ids:
                killer = book.operations.get(by)
                if killer and killer.kind == "erase" and self.kills(book, killer, operation, name):
                    self._drop_value(book, operation.id, name)

    def _drop_value(self, book: Book, operation_id: str, name: str) -> None:
        old = book.operations[operation_id]
        if name in old.values:
            book.operations[operation_id] = self.emptied[operation_id] = old.without([name])

    # Effective values

    def effective(self, book: Book, name: str) -> Effective:
        """The value a field shows, and what waits beside it."""
        if only := _only_vote(book, name):
            return Effective(only.value(name), False, (), (only.id,), self._owner_head(book, only, name))
        heads = sorted((book.operations[one] for one in book.heads_of(name)), key=lambda one: one.order)
        votes = [one for one in heads if one.kind != "propose"]
        owners = [one for one in votes if self._owner_head(book, one, name)]
        base = owners or votes
        base = [one for one in base if name in one.values] or base
        value = base[-1].value(name) if base else None
        shown = tuple(one.id for one in heads if one in base and one.value(name) == value)
        conflict = len({canonical_text(one.value(name)) for one in base}) > 1
        waiting = {
            (one.name, canonical_text(one.value(name))): (one.name, one.value(name))
            for one in heads
            if one not in base and name in one.values and one.value(name) != value
        }
        return Effective(value, conflict, tuple(waiting[key] for key in sorted(waiting)), shown, bool(owners))

    # The fold

    def present(self, row: str) -> bool:
        """Whether the row and all above it have been created here; above may stand a row that the program brought."""
        book = self.book(row)
        while book.creates:
            if book.parent is None:
                return True
            book = self.book(book.parent)
            if not book.creates:
                return self._bundled(book.row)
        return False

    def gone(self, book: Book) -> tuple[bool, bool]:
        """(out, flagged): deleted in all eyes, or deleted by one while another went on working on it."""
        if not book.speaks_of_deletion():
            return (False, False)
        deleted = self.effective(book, "deleted")
        if not deleted.value:
            return (False, deleted.conflict)
        seen = {one for by in deleted.shown for one in book.operations[by].about}
        seen |= {one for one in deleted.shown if one in book.creates}  # it began deleted: a bundled row taken off
        unseen = self._unseen(book, seen)
        return (not unseen, unseen)

    def _unseen(self, book: Book, seen: set[str]) -> bool:
        """A head of the row, or of a living row below it, that the deletion did not see."""
        if any(one not in seen for name, ids in book.heads.items() if name != "deleted" for one in ids):
            return True
        children = (self.book(child) for child in book.children)
        return any(
            self._unseen(child, seen) for child in children if self.present(child.row) and not self.gone(child)[0]
        )

    def fold(self, row: str) -> Folded | None:
        """The row as the tables show it; None while its create, or one above it, has not come."""
        if not self.present(row):
            return None
        book = self.book(row)
        values: dict[str, Json] = {}
        open_fields = []
        for name in sorted(book.fields()):
            if only := _only_vote(book, name):
                values[name] = only.value(name)
                continue
            found = self.effective(book, name)
            values[name] = found.value
            if found.conflict or found.proposals:
                open_fields.append(name)
        gone, flagged = self.gone(book)
        if book.entity is None or book.stream is None:
            raise LookupError(row)
        return Folded(
            book.entity, book.stream, book.parent, values, tuple(open_fields), gone, flagged, len(book.operations)
        )


def _only_vote(book: Book, name: str) -> Operation | None:
    """The one head of a field, as of almost every field; None where there are several or somebody only proposes it."""
    ids = book.heads_of(name)
    return only if len(ids) == 1 and (only := book.operations[ids[0]]).kind != "propose" else None
