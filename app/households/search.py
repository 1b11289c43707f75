"""The list of households as it is searched: keeps its side tables right, and says how words are looked up in them.

The only module that knows SQLite's full-text search (PostgreSQL will have pg_trgm on `folded`). The order of rowids is
the order by name, so that both the plain list and what a search finds come out sorted without sorting: a new entry gets
a rowid between its neighbours', and where there is no room left the places around are given anew.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Select,
    String,
    column,
    delete,
    select,
    table,
    text,
    values,
)

from app.journal.bulk import among, insert_rows
from models.everything import METADATA
from models.vietnamese import fold, nfc, sort_key

GAP = 2**36
#: How many entries on each side of a crowded place are spread out at first, and what room each must get.
FEW_AROUND = 250
ROOM = 2**24
BATCH = 400
#: From so many digits on, a number is also looked for at the end of ID numbers.
TAIL_DIGITS = 3
_WORD = re.compile(r"[^\W_]+")
_ENTRIES = METADATA.tables["household_entry"]
_CASES = METADATA.tables["case_entry"]
_INDEX = table("household_fts", column("rowid", BigInteger), column("household_fts", String))


@dataclass(frozen=True)
class CaseValues:
    """What the list shows of a case; amounts in đồng."""

    case_id: str | None = None
    programme_id: str | None = None
    work_type: str | None = None
    status: str | None = None
    stage: str | None = None
    requested: int | None = None
    approved: int | None = None
    paid: int | None = None


@dataclass(frozen=True)
class EntryValues:
    """What the list shows of a household; `case` is the one it is shown by, of all its `cases`.

    Beside name, code, village and numbers it is found by `words`.
    """

    household_id: str
    head_name: str
    version: int
    code: str | None = None
    gender: str | None = None
    birth: str | None = None
    citizen_id: str | None = None
    ethnicity: str | None = None
    phone: str | None = None
    village_id: str | None = None
    village: str | None = None
    commune_code: str | None = None
    category: str | None = None
    flags: str | None = None
    member_count: int | None = None
    words: tuple[str, ...] = ()
    case: CaseValues = CaseValues()
    cases: tuple[CaseValues, ...] = ()


# Keeping the side tables right


def write_entries(connection: Connection, entries: Sequence[EntryValues], gone: Iterable[str] = ()) -> None:
    """Bring the entries of these households up to date and take those of `gone` out."""
    rows = {one.household_id: _entry_row(one) for one in entries}
    standing = _standing(connection, [*rows, *gone])
    moved = [row for row_id, row in rows.items() if not _same_place(standing.get(row_id), row)]
    places = None
    while places is None:
        try:
            places = _places_between(connection, moved)
        except _NoRoomError as crowded:
            _make_room(connection, crowded.low)
            standing = _standing(connection, [*rows, *gone])
    for row_id, row in rows.items():
        row["rowid"] = places[row_id] if row_id in places else standing[row_id]["rowid"]
    same = [row_id for row_id, row in rows.items() if standing.get(row_id) == row]
    _delete_cases(connection, [old["rowid"] for old in standing.values()])
    _take_out(connection, [old for row_id, old in standing.items() if row_id not in same])
    _put_in(connection, [row for row_id, row in rows.items() if row_id not in same])
    insert_rows(connection, _CASES, [_case_row(case, rows[one.household_id]) for one in entries for case in one.cases])


def write_cleared(connection: Connection) -> None:
    """Empty the side tables, before they are made anew."""
    connection.execute(delete(_CASES))
    connection.execute(delete(_ENTRIES))
    _index_anew(connection)


def _index_anew(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        connection.execute(text("INSERT INTO household_fts(household_fts) VALUES ('rebuild')"))


def _entry_row(one: EntryValues) -> dict[str, Any]:
    texts = (one.head_name, one.code, one.village, one.citizen_id, one.phone, *one.words)
    spoken = " ".join(dict.fromkeys(filter(None, texts)))
    shown = {name: value for name, value in vars(one).items() if name not in ("words", "case", "cases")}
    found_by = {
        "sort_key": sort_key(one.head_name),
        "folded": " ".join(words_of(fold(spoken))),
        "exact": " ".join(word for word in words_of(nfc(spoken).lower()) if not word.isascii() and word != fold(word)),
        "tail": (one.citizen_id or "")[::-1],
    }
    return shown | found_by | vars(one.case)


def _case_row(case: CaseValues, household: dict[str, Any]) -> dict[str, Any]:
    return vars(case) | {"household_rowid": household["rowid"]}


def words_of(spoken: str) -> list[str]:
    """The words of a text: letters and digits, everything else parts them."""
    return _WORD.findall(spoken)


def _standing(connection: Connection, ids: Sequence[str]) -> dict[str, dict[str, Any]]:
    wanted = select(_ENTRIES).where(among(connection, _ENTRIES.c.household_id, ids))
    return {row["household_id"]: dict(row) for row in connection.execute(wanted).mappings()}


def _same_place(old: dict[str, Any] | None, new: dict[str, Any]) -> bool:
    return old is not None and old["sort_key"] == new["sort_key"]


def _batches(items: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(items), BATCH):
        yield items[start : start + BATCH]


def _take_out(connection: Connection, rows: list[dict[str, Any]]) -> None:
    rows.sort(key=lambda one: one["rowid"])  # FTS5 writes a segment of its own whenever rowids go back
    if rows and connection.dialect.name == "sqlite":
        columns = "household_fts, rowid, folded, exact, tail"
        values = "'delete', :rowid, :folded, :exact, :tail"
        connection.execute(text(f"INSERT INTO household_fts({columns}) VALUES ({values})"), rows)  # noqa: S608
    for batch in _batches([row["rowid"] for row in rows]):
        connection.execute(delete(_ENTRIES).where(_ENTRIES.c.rowid.in_(batch)))


def _put_in(connection: Connection, rows: list[dict[str, Any]]) -> None:
    rows.sort(key=lambda one: one["rowid"])
    insert_rows(connection, _ENTRIES, rows)
    if rows and connection.dialect.name == "sqlite":
        statement = "INSERT INTO household_fts(rowid, folded, exact, tail) VALUES (?, ?, ?, ?)"
        names = ("rowid", "folded", "exact", "tail")
        connection.exec_driver_sql(statement, [tuple(row[name] for name in names) for row in rows])


def _delete_cases(connection: Connection, rowids: list[int]) -> None:
    for batch in _batches(rowids):
        connection.execute(delete(_CASES).where(_CASES.c.household_rowid.in_(batch)))


# Places in the order of names

_PLACES = _ENTRIES.c


@dataclass(frozen=True)
class _Gap:
    """Two places side by side with nothing between them, None at the ends; `key` is the name at `low`."""

    low: int | None
    key: str | None
    high: int | None

    def places(self, sizes: Sequence[tuple[str, int]]) -> Iterator[int]:
        """A place for each newcomer in the order of names; `sizes` are the names and how many bear each.

        People of one name stand side by side, so that the room is kept for the names between. Raises `_NoRoomError`.
        """
        apart = sum(key != self.key for key, _ in sizes)
        beside = sum(size for _, size in sizes) - apart
        step = GAP
        if self.low is not None and self.high is not None:
            step = (self.high - self.low - beside) // (apart + 1)
        if step < 1:
            raise _NoRoomError(self.low)
        place = self.low if self.low is not None else (self.high or 0) - step * (apart + 1) - beside
        for key, size in sizes:
            place += step if key != self.key else 1
            yield from range(place, place + size)
            place += size - 1


def _places_between(connection: Connection, rows: list[dict[str, Any]]) -> dict[str, int]:
    """Household id -> a free rowid between its neighbours by name. Raises `_NoRoomError`."""
    rows.sort(key=lambda one: (one["sort_key"], one["household_id"]))
    sizes = Counter(row["sort_key"] for row in rows)
    gaps = _gaps(connection, list(sizes))
    places = [
        place
        for gap, together in groupby(sizes.items(), key=lambda one: gaps[one[0]])
        for place in gap.places(list(together))
    ]
    return {row["household_id"]: place for row, place in zip(rows, places, strict=True)}


def _gaps(connection: Connection, keys: list[str]) -> dict[str, _Gap]:
    """Where each name belongs: behind all that bear it or come before it."""
    if not keys:
        return {}
    sought = values(column("key", String), name="sought").data([(one,) for one in keys]).cte("sought")
    before = _PLACES.sort_key <= sought.c.key
    newest = (_PLACES.sort_key.desc(), _PLACES.rowid.desc())
    low, low_key = (
        select(one).where(before).order_by(*newest).limit(1).correlate(sought).scalar_subquery()
        for one in (_PLACES.rowid, _PLACES.sort_key)
    )
    high = select(_PLACES.rowid).where(_PLACES.sort_key > sought.c.key).order_by(_PLACES.sort_key, _PLACES.rowid)
    statement = select(sought.c.key, low, low_key, high.limit(1).correlate(sought).scalar_subquery())
    return {key: _Gap(*places) for key, *places in connection.execute(statement)}


class _NoRoomError(Exception):
    """Between the entry at `low` and the next there is no rowid left."""

    def __init__(self, low: int | None) -> None:
        super().__init__(low)
        self.low = low or 0


def _make_room(connection: Connection, low: int) -> None:
    """Spread the entries around a crowded place evenly, as few of them as give room again.

    Needed after some dozens of names in a row were put into one gap, each beside the one before.
    """
    around = FEW_AROUND
    while True:
        below, above = (_entries_beside(connection, low, around, below=side) for side in (True, False))
        rows = [*reversed(below), *above]
        first = rows[0]["rowid"] if len(below) == around else rows[0]["rowid"] - GAP * len(rows)
        last = rows[-1]["rowid"] if len(above) == around else rows[-1]["rowid"] + GAP * len(rows)
        step = (last - first) // len(rows)
        if step >= ROOM or len(rows) < 2 * around:
            break
        around *= 4
    places = {row["rowid"]: first + step * number for number, row in enumerate(rows)}
    cases = _cases_of(connection, list(places))
    _delete_cases(connection, list(places))
    _take_out(connection, [dict(row) for row in rows])
    _put_in(connection, [row | {"rowid": places[row["rowid"]]} for row in rows])
    insert_rows(connection, _CASES, [case | {"household_rowid": places[case["household_rowid"]]} for case in cases])


def _entries_beside(connection: Connection, low: int, count: int, *, below: bool) -> list[dict[str, Any]]:
    place = _ENTRIES.c.rowid
    side, order = (place <= low, place.desc()) if below else (place > low, place.asc())
    return [
        dict(row) for row in connection.execute(select(_ENTRIES).where(side).order_by(order).limit(count)).mappings()
    ]


def _cases_of(connection: Connection, rowids: list[int]) -> list[dict[str, Any]]:
    return [
        dict(row)
        for batch in _batches(rowids)
        for row in connection.execute(select(_CASES).where(_CASES.c.household_rowid.in_(batch))).mappings()
    ]


# Looking words up


def find_words(spoken: str, *conditions: ColumnElement[bool]) -> list[Select[int]]:
    """Statements that give the rowids of the entries with all these words, in the order of names.

    Every word matches the beginning of a word without accents, three digits and more also the end of an ID number.
    Where accents are typed, the first statement finds what agrees with them, the second the rest. `conditions` are on
    `HouseholdEntry`. Nothing to look up: an empty list.
    """
    folded, exact = _queries(spoken)
    if not folded:
        return []
    queries = [exact, f"({folded}) NOT ({exact})"] if exact and exact != folded else [folded]
    return [_statement(query, conditions) for query in queries]


def has_words(spoken: str) -> list[ColumnElement[bool]]:
    """The same search as a condition on `HouseholdEntry`, where the order does not matter; empty for no words."""
    folded, _ = _queries(spoken)
    return [_ENTRIES.c.rowid.in_(_statement(folded, ()).order_by(None))] if folded else []


def _queries(spoken: str) -> tuple[str, str]:
    """What the index is asked for: all words without accents, and those typed with accents as they are."""
    folded = " AND ".join(_clause("folded", word) for word in words_of(fold(spoken)))
    typed = words_of(nfc(spoken).lower())
    return folded, " AND ".join(_clause("folded" if word == fold(word) else "exact", word) for word in typed)


def _clause(column: str, word: str) -> str:
    found = f'{column} : "{word}" *'
    if word.isdecimal() and len(word) >= TAIL_DIGITS:
        return f'({found} OR tail : "{word[::-1]}" *)'
    return found


def _statement(query: str, conditions: Sequence[ColumnElement[bool]]) -> Select[int]:
    found = select(_INDEX.c.rowid).where(_INDEX.c.household_fts.op("MATCH")(query))
    if conditions:
        same = select(_ENTRIES.c.rowid).where(_ENTRIES.c.rowid == _INDEX.c.rowid, *conditions)
        found = found.where(same.correlate(_INDEX).exists())
    return found.order_by(_INDEX.c.rowid)
