"""Laptops that work within one open transaction each, taken back at the end: many histories without a commit."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from app.actions import Action
from app.database import foreign_key_problems
from app.journal.recording import Clock, Recorder
from app.workspace import Change, Workspace, open_workspace
from tests.app.journal.world import Laptop, Peers


class OpenLaptop(Laptop):
    """A laptop whose file stays in one writing transaction."""

    def __init__(self, name: str, workspace: Workspace, held: Connection) -> None:
        self._held = held
        super().__init__(name, workspace)
        self._clock = (Laptop.now, 0)

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """The open transaction; what a failure leaves is taken back."""
        with self._held.begin_nested():
            yield self._held

    @contextmanager
    def change(self, action: Action = Action.SAVE_HOUSEHOLD) -> Iterator[Change]:
        """A change as `Workspace.change` makes it, within the open transaction."""
        with self.connection() as connection:
            clock = Clock(self._clock)
            with Session(connection, join_transaction_mode="create_savepoint") as session:
                recorder = Recorder(session, self.workspace.author, action, clock)
                self.set_clock(recorder)
                try:
                    yield Change(session, recorder)
                    recorder.finish()
                finally:
                    recorder.close()
                session.commit()
            self._clock = clock.latest

    @contextmanager
    def tried(self) -> Iterator[Connection]:
        """What is done here is taken back at the end."""
        point = self._held.begin_nested()
        yield self._held
        point.rollback()

    def dangling(self) -> int:
        """How many rows name rows that are not there: what a commit would refuse."""
        return foreign_key_problems(self._held)


class OpenWorld:
    """Opens folders once and hands out laptops that begin as these folders stand."""

    def __init__(self, folders: Path, peers: dict[str, Peers]) -> None:
        self._folders = folders
        self._peers = peers
        self._workspaces: dict[str, Workspace] = {}

    @contextmanager
    def begun(self, *names: str) -> Iterator[list[OpenLaptop]]:
        """Laptops by name; at the end every folder stands as before."""
        with ExitStack() as stack:
            yield [stack.enter_context(self._laptop(name)) for name in names]

    @contextmanager
    def _laptop(self, name: str) -> Iterator[OpenLaptop]:
        workspace = self._workspaces.get(name)
        if workspace is None:
            workspace = self._workspaces[name] = open_workspace(self._folders / name)
        author = workspace.author
        with workspace.engine.connect().execution_options(writing=True) as connection:
            transaction = connection.begin()
            try:
                laptop = OpenLaptop(name, workspace, connection)
                laptop.peers = dict(self._peers[name])
                yield laptop
            finally:
                workspace.author = author
                transaction.rollback()

    def close(self) -> None:
        """Let go of the files."""
        with suppress(KeyError):
            while True:
                self._workspaces.popitem()[1].close()
