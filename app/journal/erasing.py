"""Empties values for good: value and salt go, here and wherever the erase travels; hashes and chain stay whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from app.journal.heads import Book, History
from app.journal.recording import Recorder

Personal = Callable[[str, str], bool]


@dataclass(frozen=True)
class Left:
    """A value that stands although its row was erased: it came later, or another office alone may empty it."""

    row: str
    entity: str
    field: str
    office: str


def erase_below(recorder: Recorder, row: str, personal: Personal) -> dict[str, set[str]]:
    """Empty a row and all below it, as far as this office may; returns row -> fields emptied.

    `personal` says of an entity and a field whether its values go. Operations not known here yet are not named: their
    values stay and are told by `left_below`.
    """
    history = recorder.store.history
    emptied: dict[str, set[str]] = {}
    for book in list(with_below(history, row)):
        named: dict[str, list[str]] = defaultdict(list)
        for target in list(book.operations.values()):
            mine = replace(target, office=recorder.author.office)
            named[target.name] += [
                name
                for name in target.values
                if personal(target.entity, name) and history.kills(book, mine, target, name)
            ]
        named = defaultdict(list, {name: fields for name, fields in named.items() if fields})
        if named:
            recorder.write_on(book, "erase", {}, supersedes=dict(named))
            emptied[book.row] = {one for fields in named.values() for one in fields}
    return emptied


def left_below(history: History, row: str, personal: Personal) -> list[Left]:
    """The values of a row and all below it that still stand, in the order of their rows."""
    return [
        Left(book.row, one.entity, name, one.office)
        for book in with_below(history, row)
        for one in sorted(book.operations.values(), key=lambda one: one.order)
        for name, (value, _) in sorted(one.values.items())
        if value is not None and personal(one.entity, name)
    ]


def is_erased(book: Book) -> bool:
    """Whether somebody has emptied values of this row."""
    return any(one.kind == "erase" for one in book.operations.values())


def with_below(history: History, row: str) -> Iterator[Book]:
    """The book of a row, and those of all below it."""
    book = history.book(row)
    yield book
    for child in sorted(book.children):
        yield from with_below(history, child)
