"""What waits because of laptops: numbers that have not come, two that number alike, clocks that are wrong."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, and_, func, select

from app.documents.value_text import value_text
from app.documents.words import date_text, moment_text, whole_text
from app.exchange.forks import open_forks
from app.exchange.peers import office_name
from app.exchange.task import Task
from app.exchange.trust import load_trust
from app.journal.arrival import WAITING, Gap, find_absent_rows, find_gaps
from app.journal.canonical import canonical_text
from app.journal.operation import LAST_MS, from_wire
from app.journal.recording import Author
from app.journal.store import OPERATIONS, TIPS, load_offices
from app.local import Fact, get_fact, set_fact
from app.wording import laptop_tasks as words
from app.wording.fields import entity_label, field_label
from app.wording.laptops import laptop_called
from models.exchange import LaptopNote, PackageNote
from models.office import Device, Office
from models.vocabulary import TaskKind

DAY_MS = 86_400_000
_SHOWN = 12
CLOCK_PREFIX = "clock:"
#: The result of a request that was written.
REQUESTED = "requested"


@dataclass(frozen=True)
class Called:
    """What people call a laptop: its name or the beginning of its id, the office it belongs to; whether it rests."""

    name: str
    office: str
    office_name: str
    retired: bool = False


class CalledLaptops:
    """The names of laptops, read when first asked for; with an author also whom that office does not hear any more."""

    def __init__(self, connection: Connection, author: Author | None = None) -> None:
        self._connection, self._author = connection, author
        self._found: dict[str, Called] | None = None

    def of(self, device: str) -> Called:
        """What a laptop is called; one nobody has heard of by the beginning of its id."""
        if self._found is None:
            self._found = self._read()
        return self._found.get(device) or Called(laptop_called(None, device), "", "")

    def _read(self) -> dict[str, Called]:
        notes = self._connection.execute(
            select(LaptopNote.device, LaptopNote.name, LaptopNote.office_code, LaptopNote.office_name)
        )
        found = {
            row.device: Called(laptop_called(row.name, row.device), row.office_code, row.office_name) for row in notes
        }
        rows = select(Device.device, Device.name, Device.retired, Office.code)
        rows = rows.join(Office, Office.id == Device.office_id).where(Device.row_out.is_(False))
        for row in self._connection.execute(rows):
            if row.device:
                name = laptop_called(row.name, row.device)
                code = row.code or ""
                found[row.device] = Called(name, code, office_name(self._connection, code), bool(row.retired))
        if self._author is not None:
            trust = load_trust(self._connection, self._author)
            gone = {device for device, one in found.items() if trust.retired(device, one.office)}
            found |= {device: replace(found[device], retired=True) for device in gone}
        return found


def laptop_tasks(connection: Connection, author: Author, now: dt.datetime | None = None) -> list[Task]:
    """The tasks of gaps, copied folders and clocks; `now` is the system clock of this laptop."""
    called = CalledLaptops(connection, author)
    clocks = clock_tasks(connection, author.device, now)
    return _gap_tasks(connection, called, author.office) + _fork_tasks(connection, called) + clocks


# Numbers that have not come


def _gap_tasks(connection: Connection, called: CalledLaptops, office: str) -> list[Task]:
    absent = find_absent_rows(connection)
    waiting = [Task("gap:rows", TaskKind.GAP, words.ABSENT.format(count=len(absent)))] if absent else []
    gaps = find_gaps(connection)
    asked = _asked_for(connection) if gaps else []
    to = OfficesToAsk(connection, called, office)
    return waiting + [
        replace(_gap_task(connection, called, gap), ask=to.of(gap), asked=_asked_text(asked, gap)) for gap in gaps
    ]


class OfficesToAsk:
    """Who can send what is missing: the office of the laptop, else the one whose records they are."""

    def __init__(self, connection: Connection, called: CalledLaptops, office: str) -> None:
        self._offices, self._called = load_offices(connection), called
        self._line = {office, *list(self._offices.above(office))[:1], *self._offices.below(office)}

    def of(self, gap: Gap) -> str:
        """The code of the office; "" where it is on nobody's way."""
        code, holder = self._called.of(gap.device).office, self._offices.holder(gap.stream)
        return next((one for one in (code, holder) if one in self._line), "")


def _asked_for(connection: Connection) -> list[tuple[int, str, list[list[Any]]]]:
    """The requests written, the newest first: when (ms), the file, the numbers they asked for."""
    note = PackageNote
    query = select(note.noted_ms, note.file_name, note.report)
    query = query.where(note.incoming.is_(False), note.result == REQUESTED).order_by(note.noted_ms.desc())
    return [(row.noted_ms, row.file_name, json.loads(row.report).get("asked", [])) for row in connection.execute(query)]


def _asked_text(asked: Sequence[tuple[int, str, list[list[Any]]]], gap: Gap) -> str:
    for ms, file, numbers in asked:
        if any(one[:2] == [gap.device, gap.stream] and one[2] <= gap.first <= gap.last <= one[3] for one in numbers):
            at = moment_text(dt.datetime.fromtimestamp(ms / 1000, dt.UTC).astimezone())
            return words.ASKED.format(at=at, file=file)
    return ""


def _gap_task(connection: Connection, called: CalledLaptops, gap: Gap) -> Task:
    one = called.of(gap.device)
    text = words.GAP_RETIRED if one.retired else words.GAP
    told = text.format(laptop=laptop_text(one), stream=stream_text(connection, gap.stream), numbers=numbers_text(gap))
    lines = _waiting_values(connection, gap) if one.retired else ()
    return Task(f"gap:{gap.device}:{gap.stream}:{gap.first}", TaskKind.GAP, told, lines=lines)


def laptop_text(one: Called) -> str:
    """“Máy văn phòng” of an office."""
    return words.LAPTOP_OF.format(name=one.name, office=one.office_name) if one.office_name else one.name


def numbers_text(gap: Gap) -> str:
    """The numbers that are missing: one, or from one to another."""
    single = gap.first == gap.last
    return words.NUMBER.format(first=gap.first) if single else words.NUMBERS.format(first=gap.first, last=gap.last)


def stream_text(connection: Connection, stream: str) -> str:
    """Whose records a stream holds."""
    code, _, part = stream.partition("/")
    return words.STREAMS[part].format(office=office_name(connection, code))


def _waiting_values(connection: Connection, gap: Gap) -> tuple[str, ...]:
    """What still waits of a laptop that is not used any more: for a person to enter again, never applied."""
    chain = and_(WAITING.c.device == gap.device, WAITING.c.stream == gap.stream)
    bodies = connection.execute(select(WAITING.c.body).where(chain).order_by(WAITING.c.seq)).scalars()
    lines = []
    for one in map(from_wire, bodies):
        for name, (value, _) in sorted(one.values.items()):
            what = words.WAITING_VALUE.format(
                entity=entity_label(one.entity),
                field=field_label(one.entity, name),
                value=value_text(one.entity, name, value, None),
                day=date_text(dt.date.fromisoformat(one.at[:10])),
                by=one.user[1],
            )
            lines.append(what)
    more = [words.MORE_WAITING.format(count=whole_text(len(lines) - _SHOWN))] if len(lines) > _SHOWN else []
    return (*lines[:_SHOWN], *more)


# Two that number alike


def _fork_tasks(connection: Connection, called: CalledLaptops) -> list[Task]:
    return [
        Task(
            fork.id,
            TaskKind.FORK,
            words.FORK.format(
                device=laptop_text(called.of(fork.device)), stream=stream_text(connection, fork.stream), seq=fork.seq
            ),
        )
        for fork in open_forks(connection)
    ]


# Clocks


def clock_tasks(connection: Connection, device: str, now: dt.datetime | None = None) -> list[Task]:
    """The date here stands before the last save, or another laptop's more than a day ahead; answered ones apart."""
    now = now or dt.datetime.now(dt.UTC)
    seen = set(json.loads(get_fact(connection, Fact.CLOCKS_SEEN) or "[]"))
    called = CalledLaptops(connection)
    found = []
    last = _last_saved(connection, device)
    now, last = now.astimezone(), last.astimezone() if last else None
    if last is not None and now.date() < last.date():
        text = words.CLOCK_BACK.format(today=date_text(now.date()), last=date_text(last.date()))
        found.append(Task(f"{CLOCK_PREFIX}{device}:{last:%Y-%m-%d}", TaskKind.CLOCK, text))
    for other, ms in _ahead(connection, device, int(now.timestamp() * 1000) + DAY_MS):
        day = dt.datetime.fromtimestamp(min(ms, LAST_MS) / 1000, dt.UTC).date()
        text = words.CLOCK_AHEAD.format(laptop=laptop_text(called.of(other)), day=date_text(day))
        found.append(Task(f"{CLOCK_PREFIX}{other}:{day:%Y-%m-%d}", TaskKind.CLOCK, text))
    return [one for one in found if one.id not in seen]


def mark_clock_seen(connection: Connection, task_id: str) -> None:
    """Tell nobody here of it again, until a clock shows another wrong day."""
    seen = set(json.loads(get_fact(connection, Fact.CLOCKS_SEEN) or "[]"))
    set_fact(connection, Fact.CLOCKS_SEEN, canonical_text(sorted({*seen, task_id})))


def _last_saved(connection: Connection, device: str) -> dt.datetime | None:
    """When this laptop last saved, by its own clock: a change is named by the clock, whatever its operations answer."""
    latest = select(OPERATIONS.c.change).where(OPERATIONS.c.device == device).order_by(OPERATIONS.c.change.desc())
    change = connection.scalar(latest.limit(1))
    if change is None:
        return None
    return dt.datetime.fromtimestamp(int(change.replace("-", "")[:12], 16) / 1000, dt.UTC)


def _ahead(connection: Connection, device: str, limit: int) -> Iterable[tuple[str, int]]:
    """Other laptops whose last operation lies behind this moment, with that time in ms."""
    latest = func.max(OPERATIONS.c.ms)
    query = (
        select(TIPS.c.device, latest)
        .join(OPERATIONS, OPERATIONS.c.id == TIPS.c.operation_id)
        .where(TIPS.c.device != device, OPERATIONS.c.ms > limit)
        .group_by(TIPS.c.device)
        .order_by(TIPS.c.device)
    )
    return [(row[0], row[1]) for row in connection.execute(query)]
