"""All balances of 334,234 houses and 1,000,000 ledger lines, against one plain SQL GROUP BY over the same file.

By hand: `python tests/benchmarks/balances.py [FOLDER]`; a folder that is there already is measured again. The promise
is a ratio of at most 3: the sums of every source and of every house, as the program hands them out, against what the
database takes for the same lines by house and source.

The lines are filled in by plain inserts into the tables of a folder the program made: `record_many` writes the same
columns, with an operation beside each row, and the sums read no operation. Made-up figures.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from uuid6 import uuid7

from app.bundled import programme_id
from app.database import FILE_NAME
from app.funding.balances import house_sums, ledger_balances
from app.office.drafts import OfficeDraft
from app.office.operations import initialise
from app.workspace import Workspace, open_workspace
from models.vocabulary import ContributionKind, Level, SourceKind

HOUSES, LINES = 334_234, 1_000_000
ROUNDS = 5
LIMIT = 3
STREAM = "03151"
PLAIN = """
    SELECT case_id, source_id, SUM(amount) FROM (
        SELECT case_id, source_id, amount FROM payment WHERE NOT row_out
        UNION ALL SELECT case_id, source_id, amount FROM allocation WHERE NOT row_out
        UNION ALL SELECT case_id, source_id, amount FROM contribution WHERE NOT row_out
    ) GROUP BY case_id, source_id
"""


def key() -> str:
    """A row's id as SQLite keeps it."""
    return uuid7().hex


def fill(folder: Path) -> None:
    """The houses of the whole country's programme: each with two lines set aside or paid, the rest came in."""
    connection = sqlite3.connect(folder / FILE_NAME)
    connection.execute("PRAGMA foreign_keys = OFF")
    sources = [(key(), kind.value) for kind in SourceKind]
    _insert(
        connection, "fund_source", ("id", "stream", "code", "name", "kind"),
        ((one, STREAM, kind, kind, kind) for one, kind in sources),
    )  # fmt: skip
    houses = [(key(), key()) for _ in range(HOUSES)]
    _insert(
        connection, "household", ("id", "stream", "head_name"),
        ((home, STREAM, f"Lò Văn {number}") for number, (home, _) in enumerate(houses)),
    )  # fmt: skip
    programme = programme_id("xoa-nha-tam").replace("-", "")
    _insert(
        connection, "support_case", ("id", "stream", "household_id", "programme_id"),
        ((case, STREAM, home, programme) for home, case in houses),
    )  # fmt: skip
    lines = ("id", "stream", "case_id", "source_id", "amount")
    named = [sources[number % len(sources)][0] for number in range(HOUSES)]
    for table, day, amount in (("allocation", "allocated_on", 60_000_000), ("payment", "paid_on", 36_000_000)):
        _insert(
            connection, table, (*lines, day),
            (
                (key(), STREAM, case, source, amount, "2025-07-21")
                for (_, case), source in zip(houses, named, strict=True)
            ),
        )  # fmt: skip
    _insert(
        connection, "contribution", ("id", "stream", "source_id", "kind", "amount", "given_on"),
        (
            (key(), STREAM, sources[number % len(sources)][0], ContributionKind.CASH.value, 61_000_000, "2025-07-01")
            for number in range(LINES - 2 * HOUSES)
        ),
    )  # fmt: skip
    connection.commit()
    connection.execute("ANALYZE")
    connection.close()


def _insert(
    connection: sqlite3.Connection, table: str, columns: tuple[str, ...], rows: Iterator[tuple[object, ...]]
) -> None:
    marks = ", ".join("?" * len(columns))
    connection.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)  # noqa: S608 - our own names


def plain(folder: Path) -> int:
    """The database alone."""
    connection = sqlite3.connect(folder / FILE_NAME)
    found = connection.execute(PLAIN).fetchall()
    connection.close()
    return len(found)


def ours(workspace: Workspace) -> int:
    """What the program shows: every source, the three groups, every house."""
    with workspace.read() as session:
        balances = ledger_balances(session)
        houses = house_sums(session)
    assert sum(one.paid for one in houses) == balances.total.paid + balances.loans.paid
    return len(houses)


def timed(work: Callable[[], int]) -> float:
    """How long it took, in seconds."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def main() -> None:
    """Make the folder where it is not there, measure, and fail above the limit."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(tempfile.mkdtemp(prefix="mai-am-"))
    if not (folder / FILE_NAME).exists():
        draft = OfficeDraft(Level.COMMUNE, STREAM, "Phường Mường Lay", "Điện Biên", person="Lò Thị Hoa")
        workspace, _ = initialise(folder, draft)
        workspace.close()
        fill(folder)
    workspace = open_workspace(folder)
    # In turns, and the shortest of each: a machine that is busy for a while is so for both.
    pairs = [(timed(lambda: plain(folder)), timed(lambda: ours(workspace))) for _ in range(ROUNDS)]
    workspace.close()
    plain_time, our_time = (min(times) for times in zip(*pairs, strict=True))
    ratio = our_time / plain_time
    print(f"GROUP BY {plain_time:.2f} s, balances {our_time:.2f} s: ratio {ratio:.2f}, limit {LIMIT}")
    sys.exit(ratio > LIMIT)


if __name__ == "__main__":
    main()
