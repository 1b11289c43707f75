"""Finds the pairs of households that may be one: candidates by keys in the database, scored one by one.

A key is a number made from what two such households share, so the temporary tables hold no name. Of a province of some
hundred thousand households no more than a few thousand stand in memory together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BigInteger, Column, Connection, Index, Integer, MetaData, Table, func, insert, select
from sqlalchemy.orm import Session

from app.duplicates.answers import told_apart
from app.duplicates.homes import Home, Person, keys_of
from app.duplicates.scoring import Reason, compare
from app.journal.store import batches
from app.progress import Progress
from app.wording import duplicates as words
from models.household import Household, Member
from models.search import HouseholdEntry

#: Households whose keys are made, and pairs that are scored, between two looks at the button "Dừng lại".
HOMES_AT_ONCE, PAIRS_AT_ONCE = 4_000, 6_000
#: Of the whole work, making keys takes about so many parts in a hundred.
_KEYS_SHARE = 30

_TEMPORARY = MetaData()
_KEYS = Table(
    "duplicate_key",
    _TEMPORARY,
    Column("number", BigInteger),
    Column("home", BigInteger),
    Column("most", Integer),
    prefixes=["TEMPORARY"],
)
_CANDIDATES = Table(
    "duplicate_candidate",
    _TEMPORARY,
    Column("place", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("one", BigInteger),
    Column("other", BigInteger),
    prefixes=["TEMPORARY"],
)
Index("ix_duplicate_key", _KEYS.c.number, _KEYS.c.home)


@dataclass(frozen=True)
class Pair:
    """Two households that may be one, `left_id` the smaller id; `apart` when they are of two communes."""

    left_id: str
    right_id: str
    score: int
    reasons: tuple[Reason, ...]
    apart: bool = False
    commune: str | None = None


def find_pairs(session: Session, progress: Progress | None = None) -> list[Pair]:
    """The pairs on the list that may be one, the likeliest first; without those told apart. Raises `Cancelled`."""
    progress = progress or Progress()
    connection = session.connection()
    _TEMPORARY.drop_all(connection)
    _KEYS.create(connection)
    _CANDIDATES.create(connection)
    try:
        _write_keys(session, progress)
        _write_candidates(connection)
        answered = told_apart(session)
        found = [pair for pair in _scored(session, progress) if (pair.left_id, pair.right_id) not in answered]
    finally:
        _TEMPORARY.drop_all(connection)
    return sorted(found, key=lambda one: (-one.score, one.left_id, one.right_id))


def pairs_of(session: Session, household_id: str) -> list[Pair]:
    """The pairs one household makes with others of its commune, the likeliest first."""
    own = load_homes(session, [household_id]).get(household_id)
    if own is None:
        return []
    keys = {key.number for key in keys_of(own)}
    answered, found = told_apart(session), []
    near = select(Household.id).where(Household.commune_code == own.commune, Household.row_out.is_(False))
    for ids in batches([one for one in session.scalars(near) if one != household_id]):
        for other in load_homes(session, ids).values():
            if keys.isdisjoint(key.number for key in keys_of(other)):
                continue
            pair = _pair(own, other)
            if pair is not None and (pair.left_id, pair.right_id) not in answered:
                found.append(pair)
    return sorted(found, key=lambda one: (-one.score, one.left_id, one.right_id))


def load_homes(session: Session, household_ids: Collection[str]) -> dict[str, Home]:
    """Households of the list as they are compared, by id."""
    found: dict[str, Home] = {}
    for ids in batches(household_ids):
        people: dict[str, list[Person]] = defaultdict(list)
        members = select(*_MEMBER).where(Member.household_id.in_(ids), Member.row_out.is_(False), Member.name != "")
        for row in session.execute(members.order_by(Member.id)):
            people[row[0]].append(Person(*row[1:]))
        homes = select(*_HOME).where(Household.id.in_(ids), Household.row_out.is_(False))
        for row in session.execute(homes):
            head = Person(row[1] or "", None, *row[2:5])
            found[row[0]] = Home(row[0], head, tuple(people[row[0]]), *row[5:])
    return found


_MEMBER: Sequence[Any] = (
    Member.household_id, Member.name, Member.relation, Member.gender, Member.birth, Member.citizen_id,
)  # fmt: skip
_HOME: Sequence[Any] = (
    Household.id, Household.head_name, Household.gender, Household.birth, Household.citizen_id, Household.village_id,
    Household.commune_code, Household.phone, Household.bank_account, Household.ethnicity,
)  # fmt: skip


def _write_keys(session: Session, progress: Progress) -> None:
    entry = HouseholdEntry
    total = session.scalar(select(func.count()).select_from(entry)) or 0
    query = select(entry.rowid, entry.household_id).order_by(entry.rowid)
    done, last = 0, None
    while rows := session.execute(
        (query if last is None else query.where(entry.rowid > last)).limit(HOMES_AT_ONCE)
    ).all():
        progress.step(done * _KEYS_SHARE, total * 100, words.FINDING)
        homes = load_homes(session, [row.household_id for row in rows])
        keys = [
            {"number": key.number, "home": row.rowid, "most": key.most}
            for row in rows
            if row.household_id in homes
            for key in dict.fromkeys(keys_of(homes[row.household_id]))
        ]
        if keys:
            session.connection().execute(insert(_KEYS), keys)
        done, last = done + len(rows), rows[-1].rowid


def _write_candidates(connection: Connection) -> None:
    """Every pair of households under one key that not too many share."""
    one, other = _KEYS.alias(), _KEYS.alias()
    shared = select(_KEYS.c.number).group_by(_KEYS.c.number)
    shared = shared.having(func.count().between(2, func.max(_KEYS.c.most)))
    pairs = select(one.c.home, other.c.home).distinct()
    pairs = pairs.where(one.c.number.in_(shared), other.c.number == one.c.number, one.c.home < other.c.home)
    connection.execute(insert(_CANDIDATES).from_select(["one", "other"], pairs.order_by(one.c.home, other.c.home)))


def _scored(session: Session, progress: Progress) -> Iterator[Pair]:
    place = _CANDIDATES.c.place
    total = session.scalar(select(func.count()).select_from(_CANDIDATES)) or 0
    for start in range(0, total, PAIRS_AT_ONCE):
        share = (100 - _KEYS_SHARE) * start // max(total, 1)
        progress.step(_KEYS_SHARE + share, 100, words.FINDING)
        query = select(_CANDIDATES.c.one, _CANDIDATES.c.other).where(place > start, place <= start + PAIRS_AT_ONCE)
        pairs = [(row[0], row[1]) for row in session.execute(query)]
        homes = _homes_at(session, {place for pair in pairs for place in pair})
        for one, other in pairs:
            if one in homes and other in homes and (pair := _pair(homes[one], homes[other])):
                yield pair


def _homes_at(session: Session, rowids: Collection[int]) -> dict[int, Home]:
    """Households by their key of the list."""
    ids: dict[int, str] = {}
    wanted, entry = sorted(rowids), HouseholdEntry
    for start in range(0, len(wanted), 400):
        query = select(entry.rowid, entry.household_id).where(entry.rowid.in_(wanted[start : start + 400]))
        ids |= {row.rowid: row.household_id for row in session.execute(query)}
    homes = load_homes(session, list(ids.values()))
    return {rowid: homes[one] for rowid, one in ids.items() if one in homes}


def _pair(one: Home, other: Home) -> Pair | None:
    likeness = compare(one, other)
    if not likeness.proposed:
        return None
    left, right = sorted((one.id, other.id))
    apart = one.commune != other.commune
    return Pair(left, right, likeness.score, likeness.reasons, apart, None if apart else one.commune)
