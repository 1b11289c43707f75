"""Rows that somebody proposes to add: they begin when the owner takes them over, and never if he does not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.documents.value_text import value_text
from app.exchange.task import Task, TaskValue, written_value
from app.exchange.values import REFERENCES, office_names, reference_names
from app.journal.arrival import proposed_rows
from app.journal.operation import Operation
from app.journal.recording import Recorder, Target
from app.journal.store import Store, fields_of
from app.problems import refuse
from app.wording import corrections as words
from app.wording.fields import entity_label, field_label
from models.vocabulary import TaskKind

PREFIX = "added:"


def added_tasks(store: Store, office: str) -> list[Task]:
    """The rows that wait for this office, in the order of their ids."""
    proposals = list(_waiting(store, office))
    names = office_names(store.connection, (one.office for one in proposals))
    found = []
    for one in proposals:
        shown, who = _shown(store, one), names.get(one.office, one.office)
        text = words.ADD_ROW.format(office=who, entity=entity_label(one.entity).lower(), text=shown)
        told = replace(written_value(one, "", one.row), shown=shown, office_name=who)
        values = (TaskValue(None, "", "", "", shown=words.NOT_ADDED), told)
        head, name = str(one.value("head_name") or one.value("name") or ""), f"{PREFIX}{one.row}"
        found.append(Task(name, TaskKind.PROPOSAL, text, one.row, one.entity, one.parent, head, None, values))
    return found


def _waiting(store: Store, office: str) -> Iterator[Operation]:
    rows = sorted(proposed_rows(store.connection))
    store.load(rows)
    for row in rows:
        found = _open(store, row)
        if found is not None and store.history.owns(office, store.history.book(row), found.entity, found.stream, "*"):
            yield found


def _shown(store: Store, proposal: Operation) -> str:
    """What the row would say, field by field in words, in the order of its sheet."""
    order = [name for name in fields_of(proposal.entity) if name in proposal.values]
    order += sorted(proposal.values.keys() - set(order))
    said = {name: proposal.value(name) for name in order if name != "commune_code"}
    names = reference_names(store.connection, [value for name, value in said.items() if name in REFERENCES])
    texts = {name: value_text(proposal.entity, name, value, names) for name, value in said.items()}
    return "; ".join(f"{field_label(proposal.entity, name).lower()} {text}" for name, text in texts.items())


def write_added_answer(recorder: Recorder, row: str, *, take: bool) -> None:
    """Begin the row with what was proposed, or close the proposal for good. Raises `Refused`."""
    recorder.store.load([row])
    found = _open(recorder.store, row)
    if found is None:
        raise refuse("task", "proposal_gone")
    fields = {name: held[0] for name, held in found.values.items()}
    names = {row: sorted(fields)}
    if take:
        target = Target(found.stream, found.entity, row, found.parent)
        recorder.write(target, "create", fields, supersedes=names, about=[row])
    else:
        recorder.write(Target(found.stream, found.entity, row), "reject", {}, supersedes=names, about=[row])


def _open(store: Store, row: str) -> Operation | None:
    """The proposal of a row that has not begun and was not refused."""
    book = store.history.book(row)
    if book.creates:
        return None
    proposals = [book.operations[one] for one in book.named(row)]
    waiting = [one for one in proposals if any(one.id in book.heads_of(name) for name in one.digests)]
    return waiting[0] if waiting else None
