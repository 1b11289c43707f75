"""The open data folder with its user and laptop, and the only two doors to its records: `read` and `change`."""

from __future__ import annotations

import contextlib
import importlib
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from sqlalchemy import Connection, Engine, select
from sqlalchemy.orm import Session

from app import backup, bundled
from app.actions import AFTER_HANDING_OVER, Action
from app.closed_months import entered_late
from app.database import FILE_NAME, data_version, faults_told, integrity_problems, open_engine
from app.journal.rebuilding import rebuild
from app.journal.recording import Author, Clock, Recorder
from app.local import Fact, drop_fact, get_fact, set_fact
from app.problems import Problem, Refused, Trouble, refuse
from app.upgrading import HEAD, revision_of, upgrade
from app.wording.actions import ACTIONS
from app.wording.vocabulary import ROLES
from models.exchange import PackageNote
from models.office import Office, User
from models.vocabulary import Level, Role


@dataclass(frozen=True)
class Changes:
    """What a change did: the action, the tables and the row ids; open pages forget those rows.

    `late`: the closed months (YYYY-MM) it dated new lines into, each with the day it was closed.
    """

    action: Action
    tables: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()
    change: str = ""
    late: tuple[tuple[str, str], ...] = ()


@dataclass
class Change:
    """An open change: its session, its recorder, and after the commit what it did."""

    session: Session
    recorder: Recorder
    done: Changes = field(default_factory=lambda: Changes(Action.UNDO))


class Workspace:
    """One data folder. Made by `open_workspace` or, the first time, by `app.office.operations.initialise`.

    `listener` is told of every change after its commit, on the thread that made it: the window's pages forget its rows.
    """

    def __init__(self, folder: Path, engine: Engine, author: Author) -> None:
        self.folder = folder
        self.engine = engine
        self.author = author
        self._watch: Connection | None = None
        self._seen_version: int | None = None
        self._lock: FileLock | None = None
        self.listener: Callable[[Changes], None] | None = None

    @property
    def database(self) -> Path:
        """The database file."""
        return self.folder / FILE_NAME

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session for queries, in one consistent view of the file."""
        with faults_told(FILE_NAME), Session(self.engine) as session:
            yield session

    @contextmanager
    def change(self, action: Action) -> Iterator[Change]:
        """A session within one transaction: code, flush, journal, commit. An exception rolls all back together."""
        self.permit(action)
        with faults_told(FILE_NAME):
            backup.before_first_change(self.engine, self.folder)
            with self.engine.connect().execution_options(writing=True) as connection, connection.begin():
                recorder_clock = _load_clock(connection)
                with Session(connection, join_transaction_mode="conditional_savepoint") as session:
                    recorder = Recorder(session, self.author, action, recorder_clock)
                    change = Change(session, recorder)
                    try:
                        yield change
                        rows = recorder.finish()
                    finally:
                        recorder.close()
                _list().follow_change(connection, rows)
                ms, counter = recorder_clock.latest
                set_fact(connection, Fact.CLOCK, f"{ms} {counter}")
                late = tuple(entered_late(connection, rows.new).items())
            change.done = Changes(action, frozenset(rows.tables()), frozenset(rows.ids()), recorder.change, late)
        if self.listener is not None:
            self.listener(change.done)

    def permit(self, action: Action) -> None:
        """Refuse what the signed-in user's role does not allow, and new work on a laptop whose work was handed over."""
        problem = self.refusal(action)
        if problem is not None:
            raise Refused([problem])

    def refusal(self, action: Action) -> Problem | None:
        """Why an action may not be done here now; None when it may."""
        role = Role(self.author.role)
        if role not in action.roles:
            return Problem("", "not_permitted", {"role": ROLES[role], "work": ACTIONS[action.value.name]})
        if action not in AFTER_HANDING_OVER:
            with self.engine.connect() as connection:
                given = get_fact(connection, Fact.HANDED_OVER)
            if given is not None:
                return Problem("", "work_handed_over", json.loads(given))
        return None

    def sign_in(self, user: str) -> Author:
        """Another person (id or name) goes on working here, now and at the next start. Raises `Refused`, `Trouble`."""
        with faults_told(FILE_NAME), self.engine.connect().execution_options(writing=True) as connection:
            author = load_author(connection, user)
            set_fact(connection, Fact.USER, author.user_id)
            connection.commit()
        self.author = author
        return author

    def foreign_changes(self) -> bool:
        """Whether another process has committed to the file since this was last asked."""
        if self._watch is None:
            self._watch = self.engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        version = data_version(self._watch)
        changed = self._seen_version is not None and version != self._seen_version
        self._seen_version = version
        return changed

    def hold_window(self) -> None:
        """Take the folder for the one window it may have; a second window gets a sentence.

        After a window that did not end in order the whole file is checked first. Raises `Trouble`.
        """
        lock = FileLock(self.folder / "window.lock")
        try:
            lock.acquire(timeout=0)
        except Timeout as error:
            raise Trouble("already_open") from error
        self._lock = lock
        with faults_told(FILE_NAME), self.engine.connect().execution_options(writing=True) as connection:
            if get_fact(connection, Fact.WINDOW_OPEN) and integrity_problems(connection):
                raise Trouble("database_damaged")
            set_fact(connection, Fact.WINDOW_OPEN, "1")
            connection.commit()

    def close(self) -> None:
        """Let go of the file and the folder."""
        if self._watch is not None:
            self._watch.close()
            self._watch = None
        if self._lock is not None:
            self._end_in_order()
            self._lock.release()
            self._lock = None
        self.engine.dispose()

    def _end_in_order(self) -> None:
        """Note that the window closed as it should; where that cannot be written the next start checks the file."""
        with (
            contextlib.suppress(Trouble),
            faults_told(FILE_NAME),
            self.engine.connect().execution_options(writing=True) as connection,
        ):
            drop_fact(connection, Fact.WINDOW_OPEN)
            connection.commit()


def open_workspace(folder: Path, user: str | None = None) -> Workspace:
    """Open an initialised data folder; upgrades an older file after a verified backup.

    `user` names who signs in (name or id); without it the person of the last time. Raises `Trouble`.
    """
    path = folder / FILE_NAME
    if not path.exists():
        raise Trouble("not_initialised")
    engine = open_engine(path)
    try:
        with faults_told(FILE_NAME):
            with engine.connect() as connection:
                current = revision_of(connection) == HEAD
            if not current:
                backup.before_risk(engine, folder)
                upgrade(engine)
            with engine.connect().execution_options(writing=True) as connection:
                if not current:
                    _read_what_was_kept(connection)
                if bundled.refresh(connection) or not current:
                    _list().rebuild_entries(connection)
                connection.commit()
            with engine.connect() as connection:
                author = load_author(connection, user)
    except BaseException:
        engine.dispose()
        raise
    return Workspace(folder, engine, author)


def _read_what_was_kept(connection: Connection) -> None:
    """After an upgrade: packages may have brought records and items that only the newer program knows."""
    if connection.scalar(select(PackageNote.id).where(PackageNote.incoming).limit(1)):
        rebuild(connection)


def _list() -> Any:
    """What keeps the list of households right. It stands in the last room, above this module: found by its name."""
    return importlib.import_module("app.reports.entries")


def load_author(connection: Connection, user: str | None) -> Author:
    """The office, laptop and person of this folder. Raises `Trouble` when it was never initialised."""
    code, device = get_fact(connection, Fact.OFFICE), get_fact(connection, Fact.DEVICE)
    if code is None or device is None:
        raise Trouble("not_initialised")
    level = connection.scalar(select(Office.level).where(Office.code == code))
    people = connection.execute(select(User.id, User.name, User.role).where(User.row_out.is_(False))).all()
    wanted = user or get_fact(connection, Fact.USER)
    person = next((one for one in people if wanted in (one.id, one.name)), None)
    if person is None:
        raise refuse("user", "user_unknown", name=user or "")
    return Author(code, Level(level or ""), device, person.id, person.name, person.role or Role.OFFICER)


def _load_clock(connection: Connection) -> Clock:
    ms, _, counter = (get_fact(connection, Fact.CLOCK) or "0 0").partition(" ")
    return Clock((int(ms), int(counter)))
