"""Sets offices up for tests: the first steps of `initialise`, the same for every office, are done once a run."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from app.bundled import refresh
from app.database import FILE_NAME, open_engine
from app.office import operations
from app.office.drafts import OfficeDraft
from app.upgrading import upgrade
from app.workspace import Workspace, open_workspace


def set_up(folder: Path, draft: OfficeDraft) -> Workspace:
    """What `initialise` leaves, with an identity of its own, from a file that has the tables and bundled rows already.

    `initialise` itself is what `tests/app/office` and the first run in the window try.
    """
    folder.mkdir(parents=True)
    shutil.copyfile(_blank(), folder / FILE_NAME)
    operations._fill(folder / FILE_NAME, draft)
    return open_workspace(folder)


@cache
def _blank() -> Path:
    """A file of no office: `initialise` brings it to the tables of today and fills in what comes with the program."""
    folder = Path(tempfile.mkdtemp(prefix="mai-am-blank-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    engine = open_engine(folder / FILE_NAME)
    upgrade(engine)
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        refresh(connection)
    engine.dispose()
    return folder / FILE_NAME
