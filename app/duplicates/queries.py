"""Reads pairs for the page and for "Cần xử lý": those that wait, those decided, two households side by side."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from app.areas.queries import place_names, village_names
from app.documents.value_text import value_text
from app.documents.words import date_text, money_text
from app.duplicates.answers import is_pair_task, pair_of, pair_task, told_apart
from app.duplicates.drafts import HEAD_FIELDS, OTHER_FIELDS
from app.duplicates.finding import load_homes
from app.duplicates.homes import Person
from app.duplicates.scoring import Reason, compare, same_person
from app.duplicates.storing import PAIRS, kept_reasons
from app.households.queries import living_members
from app.journal.joined import JOINED
from app.journal.store import Store, batches, load_offices
from app.local import Fact, get_fact
from app.photos.queries import photos_of
from app.problems import Stale
from app.support.queries import cases_of_households
from app.wording import duplicates as words
from app.wording.fields import field_label
from app.wording.support import status_text
from models.household import Household
from models.search import CaseEntry, HouseholdEntry

__all__ = [
    "Comparison",
    "Kind",
    "Outcome",
    "PairRow",
    "compare_pair",
    "decided_pairs",
    "is_pair_task",
    "pair_of",
    "pair_task",
    "waiting_pairs",
]


class Outcome(StrEnum):
    """What became of a pair."""

    OPEN = "open"
    JOINED = "joined"
    APART = "apart"


class Kind(StrEnum):
    """Between whom a pair is."""

    ALL = "all"
    SAME_COMMUNE = "same_commune"
    TWO_COMMUNES = "two_communes"
    TWO_PROGRAMMES = "two_programmes"


@dataclass(frozen=True)
class Side:
    """One household of a pair in the list: `birth` and `place` in words, `programmes` the ids of its cases."""

    id: str
    head_name: str
    birth: str
    place: str
    programmes: frozenset[str] = frozenset()


@dataclass(frozen=True)
class PairRow:
    """A pair as the list shows it; the household at the left is the one that stays when they are joined."""

    left: Side
    right: Side
    outcome: Outcome
    score: int = 0
    apart: bool = False
    why: str = ""

    @property
    def key(self) -> str:
        """What names the pair in the list."""
        return f"{self.left.id}:{self.right.id}"

    def is_of(self, kind: Kind) -> bool:
        """Whether it belongs under this filter."""
        match kind:
            case Kind.SAME_COMMUNE:
                return not self.apart
            case Kind.TWO_COMMUNES:
                return self.apart
            case Kind.TWO_PROGRAMMES:
                mine, theirs = self.left.programmes, self.right.programmes
                return bool(mine and theirs) and mine != theirs
        return True


def waiting_pairs(session: Session) -> list[PairRow]:
    """The pairs found last that nobody has decided and whose households both stand on the list, likeliest first."""
    one, other = aliased(HouseholdEntry), aliased(HouseholdEntry)
    query = (
        select(PAIRS).join(one, one.household_id == PAIRS.c.left_id).join(other, other.household_id == PAIRS.c.right_id)
    )
    answered = told_apart(session)
    rows = [
        row
        for row in session.execute(query.order_by(PAIRS.c.score.desc(), PAIRS.c.left_id, PAIRS.c.right_id))
        if (row.left_id, row.right_id) not in answered
    ]
    sides = sides_of(session, {each for row in rows for each in (row.left_id, row.right_id)})
    return [
        PairRow(
            sides[row.left_id], sides[row.right_id], Outcome.OPEN, row.score, row.apart,
            reasons_text(kept_reasons(row.reasons)),
        )
        for row in rows
    ]  # fmt: skip


def decided_pairs(session: Session) -> list[PairRow]:
    """The households that are joined, then the pairs told apart."""
    joined = session.execute(select(JOINED).where(JOINED.c.household_id != JOINED.c.shown_id)).all()
    pairs = [(row.shown_id, row.household_id, Outcome.JOINED) for row in joined]
    pairs += [(left, right, Outcome.APART) for left, right in told_apart(session)]
    sides = sides_of(session, {each for pair in pairs for each in pair[:2]})
    rows = [
        PairRow(sides[left], sides[right], outcome)
        for left, right, outcome in pairs
        if left in sides and right in sides
    ]
    return sorted(rows, key=lambda one: (one.outcome is Outcome.APART, one.left.head_name, one.key))


def sides_of(session: Session, ids: Collection[str]) -> dict[str, Side]:
    """Households as one side of a pair, by id; communes are named where there are several."""
    home = Household
    columns = (home.id, home.head_name, home.birth, home.village_id, home.commune_code)
    rows: list[Any] = []
    programmes: dict[str, set[str]] = {}
    for batch in batches(sorted(ids)):
        rows += session.execute(select(*columns).where(home.id.in_(batch))).all()
        cases = select(HouseholdEntry.household_id, CaseEntry.programme_id)
        cases = cases.join(CaseEntry, CaseEntry.household_rowid == HouseholdEntry.rowid)
        for row in session.execute(cases.where(HouseholdEntry.household_id.in_(batch))):
            if row.programme_id:
                programmes.setdefault(row.household_id, set()).add(row.programme_id)
    villages = village_names(session, {row.village_id for row in rows})
    communes = place_names(session, {row.commune_code for row in rows})
    several = len(communes) > 1
    return {
        row.id: Side(
            row.id,
            row.head_name or "",
            _birth(row.birth),
            _place(villages.get(row.village_id), communes.get(row.commune_code) if several else None),
            frozenset(programmes.get(row.id, ())),
        )
        for row in rows
    }


def _place(*names: str | None) -> str:
    return ", ".join(filter(None, names))


def _birth(birth: str | None) -> str:
    return date_text(date.fromisoformat(birth)) if birth and len(birth) > len("1962") else birth or ""


def reasons_text(reasons: Iterable[Reason]) -> str:
    """The reasons in one sentence: what speaks for it, then what speaks against it."""
    told = dict.fromkeys((one.code, _reason(one)) for one in reasons)
    speaking = ", ".join(text for code, text in told if code not in words.AGAINST)
    against = ", ".join(text for code, text in told if code in words.AGAINST)
    both = words.BUT_ALSO.format(speaking=speaking, against=against) if speaking and against else speaking or against
    return both[:1].upper() + both[1:]


def _reason(reason: Reason) -> str:
    value = _birth(reason.value) if reason.code == "day_same" else reason.value
    return words.REASONS[reason.code].format(value=value)


# Side by side


@dataclass(frozen=True)
class Line:
    """One item of two households. `fields` are what is kept with it when chosen; empty where nothing is chosen."""

    label: str
    one: str
    other: str
    fields: tuple[str, ...] = ()
    prefer_other: bool = False

    @property
    def differs(self) -> bool:
        """Whether the two say something else."""
        return self.one != self.other


@dataclass(frozen=True)
class Comparison:
    """Two households side by side. `one` is the one that stays; `may_join` where both are of one commune.

    `ours` when this office's word counts at once; `twice` are the programmes in which both ask, by name. `score` of 100
    and `why` are of today, and there for any two households.
    """

    one: Side
    other: Side
    lines: tuple[Line, ...]
    may_join: bool
    ours: bool
    twice: tuple[str, ...]
    versions: Mapping[str, int]
    score: int = 0
    why: str = ""


def compare_pair(session: Session, one_id: str, other_id: str) -> Comparison:
    """Two households of the list side by side. Raises `Stale` when one is no longer there."""
    ids = sorted((one_id, other_id))
    rows = [session.get(Household, each) for each in ids]
    one, other = rows
    if one is None or other is None or one.row_out or other.row_out:
        raise Stale
    sides = sides_of(session, ids)
    cases = cases_of_households(session, ids)
    asked = [{facts.programme.short_name for facts, _ in cases.get(each, ()) if facts.programme} for each in ids]
    office = load_offices(session.connection())
    homes = load_homes(session, ids)
    likeness = compare(homes[ids[0]], homes[ids[1]])
    return Comparison(
        sides[ids[0]],
        sides[ids[1]],
        (*_field_lines(session, one, other), *_other_lines(session, ids, cases)),
        (one.stream, one.commune_code) == (other.stream, other.commune_code),
        office.holder(one.stream) == get_fact(session.connection(), Fact.OFFICE) or not _owned(session, ids[1]),
        tuple(sorted(asked[0] & asked[1])),
        {one.id: one.version, other.id: other.version},
        likeness.score,
        reasons_text(likeness.reasons),
    )


def _owned(session: Session, household_id: str) -> bool:
    """Whether the commune itself has written it; what an office above keeps for one without the program is not."""
    history = Store(session.connection()).history
    return history.effective(history.book(household_id), "alias_of").owned


def _field_lines(session: Session, one: Household, other: Household) -> list[Line]:
    """The fields of both; those of two different heads are kept together, so that nobody gets another's number."""
    names = village_names(session, (one.village_id, other.village_id))
    together = not same_person(_head(one), _head(other))
    lines = []
    for name in (*HEAD_FIELDS, *OTHER_FIELDS):
        values = [getattr(row, name) for row in (one, other)]
        if not any(values):
            continue
        first, second = (value_text("household", name, value, names) if value else "" for value in values)
        kept: tuple[str, ...] = (name,)
        if together and name in HEAD_FIELDS:
            kept = HEAD_FIELDS if name == HEAD_FIELDS[0] else ()
        lines.append(Line(field_label("household", name), first, second, kept, not values[0] and kept == (name,)))
    return lines


def _head(row: Household) -> Person:
    return Person(row.head_name or "", None, row.gender, row.birth, row.citizen_id)


def _other_lines(session: Session, ids: Sequence[str], cases: Mapping[str, Any]) -> list[Line]:
    """What stays with both: people, requests with their money, photos."""
    people = ["\n".join(one.name or "" for one in living_members(session, each)) for each in ids]
    asked = ["\n".join(_case(*case) for case in cases.get(each, ())) for each in ids]
    photos = [str(len(photos_of(session, each)) or "") for each in ids]
    labels = (words.PEOPLE, words.CASES, words.PHOTOS)
    found = [Line(label, pair[0], pair[1]) for label, pair in zip(labels, (people, asked, photos), strict=True)]
    return [line for line in found if line.one or line.other]


def _case(facts: Any, state: Any) -> str:
    programme = facts.programme.short_name if facts.programme else ""
    said = {"programme": programme, "status": status_text(state.status), "paid": money_text(state.paid_amount)}
    return (words.CASE_PAID if state.paid_amount else words.CASE).format(**said)
