"""Points to look at over a large folder: how long finding all of them takes, and how much memory.

By hand, on Linux: `python tests/benchmarks/flags.py FOLDER...` on folders made by `generate.py` (only read). The
promises at 334,234 households: at most 30 s, at most 300 MiB more than before, on the worker beside the window.
"""

from __future__ import annotations

import resource
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from sqlalchemy.orm import Session

from app.database import FILE_NAME, open_engine
from app.flags.queries import open_flags

SECONDS, MEMORY = 30.0, 300.0
DAY = "2026-11-21"


def main() -> int:
    """Measure each folder; 1 when a promise is broken."""
    kept = [_measure(Path(name)) for name in sys.argv[1:]]
    return 0 if kept and all(kept) else 1


def _measure(folder: Path) -> bool:
    engine = open_engine(folder / FILE_NAME)
    with Session(engine) as session:
        before, began = _most(), time.perf_counter()
        found = open_flags(session, DAY)
        seconds, memory = time.perf_counter() - began, _most() - before
    engine.dispose()
    print(f"{folder.name}: {len(found)} points in {seconds:.1f} s, {memory:.0f} MiB more")
    print("  " + ", ".join(f"{code} {count}" for code, count in Counter(one.code for one in found).most_common()))
    return seconds <= SECONDS and memory <= MEMORY


def _most() -> float:
    """MiB this process ever held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())
