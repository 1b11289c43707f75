"""Joins two households that are one, parts them again, and remembers that two are different.

Joining is one operation of kind `alias`; no row moves, no sum is made. What a person chose to keep of the other's
fields and who of the people stands twice is written beside it in the same change: parting takes all of it back.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.actions import Action
from app.duplicates.answers import DIFFERENT, pair_task, told_apart
from app.duplicates.drafts import HEAD_FIELDS, OTHER_FIELDS, JoinDraft
from app.duplicates.finding import load_homes
from app.duplicates.homes import Home, Person, is_spouse
from app.duplicates.scoring import same_person
from app.journal.heads import Book
from app.journal.joined import joined_with
from app.journal.operation import Operation, from_wire
from app.journal.recording import Recorder
from app.journal.store import OPERATIONS
from app.parsing import today
from app.problems import Stale, refuse
from app.wording import duplicates as words
from app.workspace import Changes, Workspace
from models.exchange import TaskAnswer
from models.household import Household, Member
from models.vocabulary import Gender

ALIAS = "alias"


def join_households(workspace: Workspace, draft: JoinDraft) -> Changes:
    """Say that two households are one; the commune's word counts at once, an office above only proposes it.

    Raises `Refused` for households of two communes, `Stale` when one has moved on since it was shown.
    """
    with workspace.change(Action.JOIN_HOUSEHOLDS) as change:
        write_join(change.recorder, draft)
    return change.done


def write_join(recorder: Recorder, draft: JoinDraft) -> None:
    """Write that two households are one; opens no change. Raises `Refused`, `Stale`."""
    session = recorder.session
    rows = {one: _listed(session, one, draft.seen.get(one)) for one in (draft.shown_id, draft.joined_id)}
    if len({(row.stream, row.commune_code) for row in rows.values()}) > 1:
        raise refuse("", "households_of_two_communes")
    recorder.store.load(rows)
    book, shown = recorder.store.history.book(draft.joined_id), recorder.store.history.book(draft.shown_id)
    if _counts(recorder, book):
        homes = load_homes(session, rows)
        _keep_people(session, draft, homes)
        _keep_fields(rows, draft)
    recorder.save_fields(book, {"alias_of": draft.shown_id}, kind=ALIAS, about=shown.creates)


def _counts(recorder: Recorder, book: Book) -> bool:
    """Whether this office's word counts at once: its own household, or one it keeps for a commune."""
    return recorder.owns(book, "alias_of") or not recorder.store.history.effective(book, "alias_of").owned


def _listed(session: Session, household_id: str, seen: int | None) -> Household:
    row = session.get(Household, household_id)
    if row is None or row.row_out or (seen is not None and row.version != seen):
        raise Stale
    return row


def _keep_fields(rows: dict[str, Household], draft: JoinDraft) -> None:
    """Write the values chosen of the other household onto the one shown."""
    shown = rows[draft.shown_id]
    for name in (*HEAD_FIELDS, *OTHER_FIELDS):
        if draft.taken.get(name) == draft.joined_id:
            setattr(shown, name, getattr(rows[draft.joined_id], name))


def _keep_people(session: Session, draft: JoinDraft, homes: dict[str, Home]) -> None:
    """Everybody once: a member who stands twice, or is the head, goes; the other head comes among the members."""
    kept_head = homes[draft.taken.get("head_name", draft.shown_id)].head
    other_head = next(one.head for one in homes.values() if one.head is not kept_head)
    standing = [kept_head]
    query = select(Member).where(Member.household_id.in_(homes), Member.row_out.is_(False))
    members = session.scalars(query.order_by(Member.household_id, Member.id)).all()
    for row in members:
        person = Person(row.name or "", row.relation, row.gender, row.birth, row.citizen_id)
        if any(same_person(person, one) for one in standing):
            row.deleted = True
        else:
            standing.append(person)
    if not any(same_person(other_head, one) for one in standing):
        spouse = any(is_spouse(one.relation) and same_person(kept_head, one) for one in _people(homes))
        session.add(_as_member(draft.shown_id, other_head, spouse))


def _people(homes: dict[str, Home]) -> list[Person]:
    return [person for home in homes.values() for person in home.members]


def _as_member(household_id: str, person: Person, spouse: bool) -> Member:
    """The head of the other household as a member of this one."""
    relation = words.SPOUSES.get(Gender(person.gender)) if spouse and person.gender else None
    return Member(
        household_id=household_id,
        name=person.name,
        relation=relation,
        gender=person.gender,
        birth=person.birth,
        citizen_id=person.citizen_id,
    )


def part_households(workspace: Workspace, household_id: str) -> Changes:
    """Take back that households are one, with what was written when they were joined and still stands so.

    Raises `Refused` when this one is joined with no other, or another office owns it.
    """
    with workspace.change(Action.PART_HOUSEHOLDS) as change:
        recorder = change.recorder
        group = sorted(joined_with(recorder.store.connection, [household_id]))
        recorder.store.load(group)
        said = {
            one: heads
            for one in group
            if (heads := recorder.store.history.effective(recorder.store.history.book(one), "alias_of")).value
        }
        if not said:
            raise refuse("", "household_not_joined")
        for one in said:
            if not _counts(recorder, recorder.store.history.book(one)):
                raise refuse("", "not_ours_to_decide")
        joining = [
            recorder.store.history.book(one).operations[head] for one, heads in said.items() for head in heads.shown
        ]
        for one in said:
            book = recorder.store.history.book(one)
            recorder.save_fields(book, {"alias_of": None}, kind=ALIAS, about=book.heads_of("alias_of"))
        for operation in joining:
            _take_back_beside(recorder, operation)
    return change.done


def _take_back_beside(recorder: Recorder, joining: Operation) -> None:
    """Put back what the joining wrote beside its word, as far as it still stands so."""
    if joining.kind != ALIAS:
        return  # a proposal of an office above that was taken over: nothing was written beside it
    columns = OPERATIONS.c
    bodies = recorder.store.connection.execute(select(columns.body).where(columns.change == joining.change)).scalars()
    beside = [from_wire(body) for body in bodies]
    recorder.store.load(one.row for one in beside)
    for one in sorted(beside, key=lambda one: one.order, reverse=True):
        book = recorder.store.history.book(one.row)
        if one.kind == "delete" and one.id in recorder.store.history.effective(book, "deleted").shown:
            recorder.write_fate(book, gone=False, about=[one.id])
        elif one.kind == "create" and len(book.operations) == 1:
            recorder.write_fate(book, gone=True, about=[one.id])
        elif one.kind == "edit" and (back := _values_before(recorder, one)):
            recorder.save_fields(book, back, about=[one.id])


def _values_before(recorder: Recorder, one: Operation) -> dict[str, Any]:
    """The values its fields had before this save, of those that nobody has changed since."""
    history = recorder.store.history
    book = history.book(one.row)
    found: dict[str, Any] = {}
    for name in one.digests:
        if one.id in history.effective(book, name).shown:
            before = [each for each, names in sorted(one.supersedes.items()) if name in names]
            operations = [found for each in before for found in book.named(each)]
            found[name] = book.operations[operations[0]].value(name) if operations else None
    return found


def tell_apart(workspace: Workspace, pairs: Sequence[tuple[str, str]], reason: str | None = None) -> Changes:
    """Remember that the two households of each pair are different; they are proposed no more, here and elsewhere."""
    said = " ".join((reason or "").split()) or None
    with workspace.change(Action.TELL_APART) as change:
        write_told_apart(change.recorder, pairs, said)
    return change.done


def write_told_apart(recorder: Recorder, pairs: Sequence[tuple[str, str]], reason: str | None) -> None:
    """The answers' rows; opens no change."""
    known, day = told_apart(recorder.session), today().isoformat()
    rows = []
    for left, right in dict.fromkeys((min(pair), max(pair)) for pair in pairs):
        if (left, right) not in known:
            said = {"task": pair_task(left, right), "choice": DIFFERENT, "reason": reason, "answered_on": day}
            rows.append((TaskAnswer, {"household_id": left, **said}))
    recorder.record_many(rows)


def take_back_apart(workspace: Workspace, left: str, right: str) -> Changes:
    """Two households that were told apart are looked at again. Raises `Refused` when nobody told them apart."""
    with workspace.change(Action.TELL_APART) as change:
        answer = told_apart(change.session).get((min(left, right), max(left, right)))
        row = change.session.get(TaskAnswer, answer) if answer else None
        if row is None:
            raise refuse("", "not_told_apart")
        row.deleted = True
    return change.done
