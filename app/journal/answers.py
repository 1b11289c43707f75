"""A person's answers to what is open: resolve a conflict, accept or reject a proposal. They travel and stay."""

from __future__ import annotations

from app.journal.canonical import Json
from app.journal.heads import Book
from app.journal.operation import PROPOSAL_ID_LENGTH, Operation
from app.journal.recording import Recorder
from app.problems import refuse


def resolve(recorder: Recorder, row: str, name: str, value: Json) -> Operation:
    """Settle a conflict with a value: names the heads that differ and every head of that value. Proposals stay open."""
    book = _owned(recorder, row, name)
    history = recorder.store.history
    found = history.effective(book, name)
    if not found.conflict:
        raise refuse(name, "no_conflict")
    heads = [book.operations[one] for one in book.heads_of(name)]
    named = [
        one.name
        for one in heads
        if one.value(name) == value
        or (one.kind != "propose" and (not found.owned or history.owns(one.office, book, one.entity, one.stream, name)))
    ]
    about = [one for one in named if len(one) != PROPOSAL_ID_LENGTH]
    supersedes = {one: [name] for one in named}
    seen = _seen(recorder, book, name, value)
    return recorder.write_on(book, "resolve", {name: value}, supersedes=supersedes, about=[*about, *seen])


def accept(recorder: Recorder, row: str, name: str, proposal: str) -> Operation:
    """Take a proposed value over as the owner's own."""
    book = _owned(recorder, row, name)
    value = _proposed(book, name, proposal)
    supersedes = {one: [name] for one in (*recorder.names_shown(book, name), proposal)}
    seen = _seen(recorder, book, name, value)
    return recorder.write_on(book, "accept", {name: value}, supersedes=supersedes, about=[proposal, *seen])


def reject(recorder: Recorder, row: str, name: str, proposal: str) -> Operation:
    """Close a proposal without taking it; its own office may withdraw it too."""
    book = recorder.store.history.book(row)
    mine = all(book.operations[one].office == recorder.author.office for one in book.named(proposal))
    if not mine:
        _owned(recorder, row, name)
    _proposed(book, name, proposal)
    return recorder.write_on(book, "reject", {}, supersedes={proposal: [name]}, about=[proposal])


def decide_fate(recorder: Recorder, row: str, *, gone: bool) -> Operation:
    """Settle a deletion that met other work or another's restoring: the row goes after all, or stays."""
    book = _owned(recorder, row, "deleted")
    if recorder.store.history.effective(book, "deleted").conflict:
        return resolve(recorder, row, "deleted", True if gone else None)
    return recorder.write_fate(book, gone=gone)


def _seen(recorder: Recorder, book: Book, name: str, value: Json) -> set[str]:
    """Who says that a row is deleted names every head he saw, as a deletion does."""
    return recorder.heads_below(book) if name == "deleted" and value else set()


def _owned(recorder: Recorder, row: str, name: str) -> Book:
    book = recorder.store.history.book(row)
    if not recorder.owns(book, name):
        raise refuse(name, "not_ours_to_decide")
    return book


def _proposed(book: Book, name: str, proposal: str) -> Json:
    found = book.named(proposal)
    if not found:
        raise refuse(name, "proposal_gone")
    return book.operations[found[0]].value(name)
