"""The live search against `LIKE '%...%'` on the raw table, in the same run, at 20,000 and 334,234 households.

By hand: `python tests/benchmarks/search.py FOLDER...` on folders made by `generate.py`. Measured is what the window
does for each key pressed: find the first 50 rows of the list and read them. LIKE looks for the same typed text in the
same items of the raw table (name, code, ID number, phone) and reads 50 rows in order of names; it knows no accents.
Each is asked three times and its best counts, so that what else the machine does is nobody's time. The promises are
ratios to LIKE's median: p99 of searches of three letters and more, and of the last digits of an ID number, at most
1/10 at 334,234 households and at most 1 at 20,000; of shorter ones at most 1.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from app.households.queries import HouseholdFilter, first_page, totals
from app.workspace import open_workspace
from models.household import Household
from models.vietnamese import fold

ROWS = 50
ROUNDS = 3
QUERIES = 300
LARGE = 100_000
PLAIN = 25


def main() -> int:
    """Measure each folder; 1 when a promise is broken."""
    kept = [_measure(Path(name)) for name in sys.argv[1:]]
    return 0 if kept and all(kept) else 1


def _measure(folder: Path) -> bool:
    workspace = open_workspace(folder)
    try:
        with workspace.read() as session:
            count = totals(session).count
            asked = _queries(session, random.Random(7))
            like = [_time(partial(_like, session, word)) for word in _plain_words(asked)]
            base = statistics.median(like)
            print(f"{count} households; LIKE on the raw table: median {base:.1f} ms")
            kept = [_promise(session, name, queries, base, count) for name, queries in asked.items()]
            return all(kept)
    finally:
        workspace.close()


def _plain_words(asked: dict[str, list[str]]) -> list[str]:
    return asked["three letters and more"][:PLAIN]


def _queries(session: Session, chance: random.Random) -> dict[str, list[str]]:
    """What officers type: beginnings of names, one word or more, with accents or without, and ends of ID numbers."""
    pick = select(Household.head_name, Household.citizen_id).order_by(func.substr(Household.id, 28)).limit(QUERIES)
    people = [(row[0] or "", row[1] or "") for row in session.execute(pick)]
    long: list[str] = []
    short: list[str] = []
    for name, _ in people:
        words = (name if chance.random() < 0.4 else fold(name)).split()
        typed = " ".join(words[chance.randrange(len(words)) :]) if chance.random() < 0.6 else " ".join(words)
        cut = typed[: chance.randint(3, max(3, len(typed)))].strip()
        (long if len(cut) >= 3 else short).append(cut)
        short.append(typed[: chance.randint(1, 2)].strip())
    tails = [number[-chance.randint(4, 6) :] for _, number in people]
    return {"three letters and more": long, "shorter": short, "last digits of an ID number": tails}


def _promise(session: Session, name: str, queries: Sequence[str], base: float, count: int) -> bool:
    first_page(session, HouseholdFilter(queries[0]), ROWS)
    times = sorted(_time(partial(first_page, session, HouseholdFilter(query), ROWS)) for query in queries)
    p99 = times[min(len(times) - 1, round(len(times) * 0.99))]
    ratio, limit = p99 / base, 0.1 if count > LARGE and name != "shorter" else 1.0
    print(
        f"  {name}: {len(times)} searches, p50 {times[len(times) // 2]:.1f} ms, p99 {p99:.1f} ms, "
        f"p99 to LIKE {ratio:.3f} (at most {limit})"
    )
    return ratio <= limit


def _like(session: Session, typed: str) -> None:
    home = Household
    items = (home.head_name, home.code, home.citizen_id, home.phone)
    found = or_(*(item.contains(typed) for item in items))
    columns = home.id, *items, home.gender, home.birth, home.village_id, home.category, home.member_count
    session.execute(select(*columns).where(found).order_by(home.head_name).limit(ROWS)).all()


def _time(work: Callable[[], object]) -> float:
    """The best of three rounds, in milliseconds."""
    took = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        work()
        took.append((time.perf_counter() - began) * 1000)
    return min(took)


if __name__ == "__main__":
    sys.exit(main())
