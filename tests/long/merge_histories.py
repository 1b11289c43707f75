"""Many histories on the merge itself: `run.py test tests/long/merge_histories.py -n0 -s`.

10,000 histories of 2 to 6 sites and 60 operations in six orders each; COUNT and FIRST say other numbers, JOBS how many
at once. A seed that fails is told; `play(Ground(), seed)` tries it again, with other ids.
"""

from __future__ import annotations

import os
import time
import traceback
from concurrent.futures import ProcessPoolExecutor
from itertools import pairwise

from sqlalchemy.exc import SQLAlchemyError

from tests.app.journal.orders import Ground, play

COUNT = int(os.environ.get("COUNT", "10000"))
FIRST = int(os.environ.get("FIRST", "0"))
JOBS = int(os.environ.get("JOBS", str(os.cpu_count() or 1)))
AT_ONCE = 50


def played(seeds: tuple[int, int]) -> tuple[int, list[str]]:
    """Play these seeds; how many operations they had, and what failed."""
    ground, operations, faults = Ground(), 0, []
    for seed in range(*seeds):
        try:
            operations += play(ground, seed)
        except (AssertionError, LookupError, ValueError, SQLAlchemyError):  # told with its seed; the others go on
            faults.append(f"seed {seed}: {traceback.format_exc(limit=-3)}")
    ground.close()
    return operations, faults


def test_many_histories_arrive_in_six_orders_each() -> None:
    started = time.monotonic()
    cuts = [*range(FIRST, FIRST + COUNT, AT_ONCE), FIRST + COUNT]
    operations, faults = 0, list[str]()
    with ProcessPoolExecutor(JOBS) as pool:
        for done, (count, wrong) in enumerate(pool.map(played, pairwise(cuts)), start=1):
            operations += count
            faults += wrong
            print(
                f"{min(done * AT_ONCE, COUNT)} histories, {time.monotonic() - started:.0f} s, {len(faults)} failed",
                flush=True,
            )
            print(*wrong, sep="\n", end="", flush=True)
    print(f"{COUNT} histories, {operations} operations, six orders each, {time.monotonic() - started:.0f} s")
    assert faults == []
