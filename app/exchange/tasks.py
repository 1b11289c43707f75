"""What people must decide after a merge: values that differ, proposals, deletions that met an edit, gaps, copies."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from app.actions import Action
from app.documents.value_text import value_text
from app.duplicates.operations import write_told_apart
from app.duplicates.queries import is_pair_task, pair_of, pair_task, waiting_pairs
from app.exchange.added_rows import PREFIX, added_tasks, write_added_answer
from app.exchange.case_doubts import Doubt, find_doubts, is_doubt, write_doubt_answer
from app.exchange.erased import mark_files_done
from app.exchange.erased_tasks import FILES_TASK, erased_tasks, file_tasks
from app.exchange.forks import mark_seen
from app.exchange.known_laptops import known_laptops
from app.exchange.laptop_tasks import laptop_tasks, mark_clock_seen
from app.exchange.origins import Origin, with_names, written_cells
from app.exchange.pairing import believe_laptop
from app.exchange.task import Task, TaskValue, written_value
from app.exchange.values import REFERENCES, office_names, reference_names
from app.flags.operations import write_flag_answers
from app.flags.queries import Flag, is_flag, open_flags
from app.households.queries import check_no_money
from app.journal import answers
from app.journal.bulk import among
from app.journal.canonical import canonical_text
from app.journal.heads import Book, Effective
from app.journal.recording import Recorder
from app.journal.store import HEADS, Store
from app.parsing import today
from app.problems import refuse, refuse_errors
from app.progress import Progress
from app.wording import duplicates as duplicate_words
from app.wording import tasks as words
from app.wording.fields import entity_label, field_label
from app.workspace import Changes, Workspace
from models.exchange import TaskAnswer
from models.vocabulary import TaskKind

_VALUE = "{value}"  # put in later, when names are known


def list_tasks(workspace: Workspace, progress: Progress | None = None) -> list[Task]:
    """Everything that waits for this office: decisions, overdue deadlines, points to look at. Raises `Cancelled`.

    The points of a province are looked for up to half a minute; `list_decisions` alone never takes that long.
    """
    flags = [flag_task(one) for one in list_flags(workspace, progress)]
    return list_decisions(workspace) + list_overdue(workspace) + flags


def list_decisions(workspace: Workspace) -> list[Task]:
    """Every decision that waits for this office, rows first, then packages and laptops."""
    with workspace.read() as session:
        connection = session.connection()
        rows = connection.execute(select(HEADS.c.row_id).where(HEADS.c.undecided).order_by(HEADS.c.row_id)).scalars()
        store = Store(connection)
        found = in_words(connection, row_tasks(store, workspace.author.office, rows.all()))
        doubts = find_doubts(session, workspace.author.office)
        found += [_doubt_task(one) for one in doubts]
        found += _pair_tasks(session, doubts)
        found += added_tasks(store, workspace.author.office)
        found = _with_origins(connection, found)
        found += erased_tasks(store, workspace.author.office) + file_tasks(workspace, connection)
        found += laptop_tasks(connection, workspace.author) + _device_tasks(session, workspace)
    return found


def list_overdue(workspace: Workspace) -> list[Task]:
    """Deadlines of open plans that are over; done once the report is noted as sent, no answer is chosen."""
    from app.campaigns.queries import due_words, overdue_deadlines

    with workspace.read() as session:
        found = overdue_deadlines(session, today().isoformat(), workspace.author.office)
    return [
        Task(
            f"deadline:{line.deadline.id}:{line.period or ''}",
            TaskKind.DEADLINE,
            words.DEADLINE.format(
                task=line.deadline.task, plan=plan.shown, due=due_words(line), days=-(line.days_left or 0)
            ),
            line.deadline.id,
            "campaign_deadline",
        )
        for plan, line in found
    ]


def list_flags(workspace: Workspace, progress: Progress | None = None) -> list[Flag]:
    """Every point to look at, the gravest first. Raises `Cancelled`."""
    with workspace.read() as session:
        return open_flags(session, progress=progress)


def _with_origins(connection: Connection, tasks: Sequence[Task]) -> list[Task]:
    """The tasks with the names of the laptops and of the package files their values come from."""
    named = with_names(connection, (one.origin for task in tasks for one in task.values if one.origin))
    proposed = any(one.proposal for task in tasks for one in task.values)
    cells = written_cells(connection) if proposed else {}
    return [replace(task, values=tuple(_from(one, named, cells) for one in task.values)) for task in tasks]


def _from(value: TaskValue, named: Mapping[Origin, Origin], cells: Mapping[str, tuple[str, str]]) -> TaskValue:
    """A value with where it comes from: its laptop and file, or the cell in which somebody wrote it by hand."""
    if value.origin is None:
        return value
    origin = named.get(value.origin, value.origin)
    if value.proposal in cells:
        cell, file = cells[value.proposal]
        origin = replace(origin, cell=cell, file=file)
    return replace(value, origin=origin)


def in_words(connection: Connection, tasks: Sequence[Task]) -> list[Task]:
    """The tasks with their values as people read them, and the sentence of a proposal that names its value."""
    values = [one for task in tasks for one in task.values]
    referring = [one.value for task in tasks if task.field in REFERENCES for one in task.values]
    names = reference_names(connection, referring)
    offices = office_names(connection, (one.office for one in values))
    found = []
    for task in tasks:
        told = tuple(
            replace(
                one,
                shown=value_text(task.entity, task.field or "", one.value, names if task.field in REFERENCES else None),
                office_name=offices.get(one.office, one.office),
            )
            for one in task.values
        )
        text = task.text.replace(_VALUE, told[-1].shown) if task.kind is TaskKind.PROPOSAL else task.text
        found.append(replace(task, values=told, text=text))
    return found


def row_tasks(store: Store, office: str, rows: Iterable[str]) -> list[Task]:
    """The decisions that wait on these rows and are this office's to take."""
    rows = list(rows)
    store.load(rows)
    found: list[Task] = []
    for row in rows:
        book = store.history.book(row)
        if book.entity is None or book.stream is None or not store.history.present(row):
            continue
        where = _Where.of(store, book)
        for name in sorted(book.fields()):
            if store.history.owns(office, book, book.entity, book.stream, name):
                found += _field_tasks(where, name, store.history.effective(book, name))
        if store.history.gone(book)[1] and store.history.owns(office, book, book.entity, book.stream, "deleted"):
            found.append(_deleted_task(where))
    return found


@dataclass(frozen=True)
class _Where:
    """A row with the household it belongs to."""

    book: Book
    entity: str
    household: str | None
    household_name: str

    @classmethod
    def of(cls, store: Store, book: Book) -> _Where:
        above: Book | None = book
        while above is not None and above.entity != "household":
            above = store.history.book(above.parent) if above.parent else None
        name = store.history.effective(above, "head_name").value if above else None
        return cls(book, book.entity or "", above.row if above else None, str(name or ""))

    def task(self, kind: TaskKind, field: str, values: list[TaskValue], text: str, suffix: str = "") -> Task:
        """A task about this row."""
        name = ":".join(part for part in (kind.value, self.book.row, field, suffix) if part)
        return Task(
            name,
            kind,
            text,
            self.book.row,
            self.entity,
            self.household,
            self.household_name,
            field or None,
            tuple(values),
        )

    def words(self, field: str) -> dict[str, str]:
        """What the sentences of a task say of this row."""
        who = self.household_name or entity_label(self.entity)
        return {"who": who, "entity": entity_label(self.entity), "field": field_label(self.entity, field)}


def _field_tasks(where: _Where, name: str, found: Effective) -> list[Task]:
    tasks = []
    if name != "deleted" and found.conflict:
        values = _distinct(where.book, name, found)
        tasks.append(where.task(TaskKind.CONFLICT, name, values, words.CONFLICT.format(**where.words(name))))
    shown = [where.book.operations[one] for one in found.shown]
    for proposal, _ in found.proposals:
        proposing = [where.book.operations[one] for one in where.book.named(proposal)]
        values = [written_value(shown[-1], name) if shown else TaskValue(None, "", "", "")]
        values += [written_value(proposing[0], name, proposal)]
        text = words.PROPOSAL.format(**where.words(name), value=_VALUE)
        tasks.append(where.task(TaskKind.PROPOSAL, name, values, text, proposal[:36]))
    return tasks


def _distinct(book: Book, name: str, found: Effective) -> list[TaskValue]:
    """The values owners gave, the shown one first, equal ones once."""
    proposals = {proposal for proposal, _ in found.proposals}
    heads = sorted((book.operations[one] for one in book.heads_of(name)), key=lambda one: one.order, reverse=True)
    heads = [one for one in heads if one.kind != "propose" and one.name not in proposals]
    heads.sort(key=lambda one: one.id not in found.shown)
    by_value = {canonical_text(one.value(name)): one for one in reversed(heads)}
    return [written_value(one, name) for one in reversed(by_value.values())]


def _deleted_task(where: _Where) -> Task:
    values = [TaskValue(False, "", "", ""), TaskValue(True, "", "", "")]
    return where.task(TaskKind.DELETED, "deleted", values, words.DELETED.format(**where.words("deleted")))


def _doubt_task(doubt: Doubt) -> Task:
    values = [
        TaskValue(one.value, one.by, one.at, one.office, "", one.shown, one.office_name, one.origin)
        for one in doubt.choices
    ]
    return Task(
        doubt.id,
        doubt.kind,
        doubt.text,
        doubt.case_id or doubt.household_id,
        "support_case" if doubt.case_id else "household",
        doubt.household_id or None,
        doubt.head_name,
        doubt.field,
        tuple(values),
        doubt.tab,
    )


def _pair_tasks(session: Session, doubts: Iterable[Doubt]) -> list[Task]:
    """The pairs found last that may be one household; those with one ID number are told already."""
    told = [{one.row for one in doubt.choices} for doubt in doubts if doubt.kind is TaskKind.DUPLICATE]
    answer = (TaskValue(None, "", "", "", shown=duplicate_words.TASK_ANSWER),)
    found = []
    for row in waiting_pairs(session):
        one, other = row.left, row.right
        if any({one.id, other.id} <= each for each in told):
            continue
        why = f"{row.why[:1].lower()}{row.why[1:]}"
        text = duplicate_words.TASK.format(one=one.head_name, other=other.head_name, score=row.score, reasons=why)
        name, kind = pair_task(one.id, other.id), TaskKind.DUPLICATE
        found.append(Task(name, kind, text, one.id, "household", one.id, one.head_name, "alias_of", answer))
    return found


def flag_task(flag: Flag) -> Task:
    """A point to look at: answered with a written reason."""
    text = words.FLAG.format(who=flag.head_name, text=flag.text)
    advice = (TaskValue(None, "", "", "", shown=flag.advice),)
    entity = "support_case" if flag.case_id else "household"
    kind, home = TaskKind.RED_FLAG, flag.household_id
    return Task(flag.id, kind, text, flag.row, entity, home, flag.head_name, flag.code, advice, flag.tab)


def _device_tasks(session: Session, workspace: Workspace) -> list[Task]:
    """Laptops that sent a package or a card and whose code nobody has compared yet."""
    found = []
    for one in known_laptops(session, workspace.author):
        if one.waits and one.met:
            held = words.DEVICE_HELD.format(count=len(one.held)) if one.held else ""
            text = words.DEVICE.format(device=one.called, office=one.sender.office_name, code=one.check_code)
            found.append(Task(f"device:{one.sender.device}", TaskKind.DEVICE, text + held))
    return found


def opened_conflicts(connection: Connection, rows: Iterable[str]) -> int:
    """How many items of these rows show values that differ between owners."""
    store, count = Store(connection), 0
    for book in _undecided(store, rows):
        count += sum(store.history.effective(book, name).conflict for name in book.fields())
    return count


def open_proposals(connection: Connection, office: str, rows: Iterable[str]) -> list[dict[str, Any]]:
    """The proposals that wait on these rows, as the report of a package tells them."""
    store = Store(connection)
    undecided = [book.row for book in _undecided(store, rows)]
    return [
        {
            "entity": task.entity,
            "sheet": entity_label(task.entity),
            "cell": None,
            "field": task.field,
            "label": field_label(task.entity, task.field or ""),
            "old": task.values[0].value,
            "new": task.values[1].value,
            "row": task.row,
        }
        for task in row_tasks(store, office, undecided)
        if task.kind is TaskKind.PROPOSAL
    ]


def _undecided(store: Store, rows: Iterable[str]) -> list[Book]:
    undecided = select(HEADS.c.row_id).where(among(store.connection, HEADS.c.row_id, rows), HEADS.c.undecided)
    found = sorted(store.connection.execute(undecided).scalars())
    store.load(found)
    return [store.history.book(row) for row in found]


def decide_task(workspace: Workspace, task_id: str, choice: int, reason: str | None = None) -> Changes:
    """Decide a task with the number of the value chosen (1 keeps what is shown). Raises `Refused`."""
    return decide_tasks(workspace, [task_id], choice, reason)


def decide_tasks(workspace: Workspace, task_ids: Sequence[str], choice: int, reason: str | None = None) -> Changes:
    """Decide tasks of one kind alike, in one change: all or none. Raises `Refused`."""
    if any(is_flag(one) for one in task_ids):
        return _answer_flags(workspace, task_ids, choice, reason)
    waiting = {one.id: one for one in list_decisions(workspace)}
    for task_id in task_ids:
        if task_id not in waiting:
            raise refuse("task", "task_unknown", task=task_id)
    tasks = [waiting[task_id] for task_id in task_ids]
    for task in tasks:
        if not 1 <= choice <= choices_of(task):
            raise refuse("choose", "choice_unknown", last=choices_of(task))
    if tasks and tasks[0].kind is TaskKind.DEVICE:
        return _confirm_laptops(workspace, tasks)
    with workspace.change(_action(tasks[0], choice)) as change:
        for task in tasks:
            if is_pair_task(task.id):
                write_told_apart(change.recorder, [pair_of(task.id)], reason)
                continue
            if task.id.startswith(PREFIX):
                write_added_answer(change.recorder, task.row, take=choice > 1)
                continue
            if is_doubt(task.id):
                write_doubt_answer(change.recorder, task.id, choice, reason)
                continue
            _write_answer(change.recorder, task, choice)
            if reason and task.household:
                change.session.add(_reason(task, choice, reason))
    return change.done


def _confirm_laptops(workspace: Workspace, tasks: Sequence[Task]) -> Changes:
    """Two people have compared the code of each; what was held of these laptops comes in with the next packages."""
    return [believe_laptop(workspace, one.id.partition(":")[2])[0] for one in tasks][-1]


def _answer_flags(workspace: Workspace, flag_ids: Sequence[str], choice: int, reason: str | None) -> Changes:
    """Points to look at have one answer, a written reason; what else is among them is refused as no open point."""
    if choice != 1:
        raise refuse("choose", "choice_unknown", last=1)
    with workspace.change(Action.ANSWER_FLAG) as change:
        write_flag_answers(change.recorder, flag_ids, reason)
    return change.done


def choices_of(task: Task) -> int:
    """How many answers a task can be given; none where only the sender can mend it."""
    return 1 if task.kind in (TaskKind.DEVICE, TaskKind.FORK, TaskKind.CLOCK) else len(task.values)


def _write_answer(recorder: Recorder, task: Task, choice: int) -> None:
    field = task.field or ""
    match task.kind:
        case TaskKind.CONFLICT:
            answers.resolve(recorder, task.row, field, task.values[choice - 1].value)
        case TaskKind.PROPOSAL:
            answer = answers.accept if choice > 1 else answers.reject
            answer(recorder, task.row, field, task.values[1].proposal)
        case TaskKind.FORK:
            mark_seen(recorder.store.connection, task.id)
        case TaskKind.CLOCK:
            mark_clock_seen(recorder.store.connection, task.id)
        case TaskKind.DELETED if task.id == FILES_TASK:
            mark_files_done(recorder.store.connection)
        case _:
            if choice > 1 and task.household:
                refuse_errors(check_no_money(recorder.session, [task.household]))
            answers.decide_fate(recorder, task.row, gone=choice > 1)


def _reason(task: Task, choice: int, reason: str) -> TaskAnswer:
    today = f"{dt.date.today():%Y-%m-%d}"  # noqa: DTZ011 - the office's own day
    return TaskAnswer(household_id=task.household, task=task.id, choice=choice, reason=reason, answered_on=today)


def _action(task: Task, choice: int) -> Action:
    if task.kind is TaskKind.PROPOSAL:
        return Action.ACCEPT_PROPOSAL if choice > 1 else Action.REJECT_PROPOSAL
    return Action.RESOLVE
