"""Pairs of households that may be one, over a large folder: how long finding them takes, and how much memory.

By hand, on Linux: `python tests/benchmarks/duplicates.py FOLDER...` on folders made by `generate.py` (only read). The
promises at 334,234 households: at most 5 minutes of the processor, at most 400 MiB more than before.
"""

from __future__ import annotations

import resource
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from sqlalchemy.orm import Session

from app.database import FILE_NAME, open_engine
from app.duplicates.finding import find_pairs
from app.households.queries import household_count

SECONDS, MEMORY = 300.0, 400.0


def main() -> int:
    """Measure each folder; 1 when a promise is broken."""
    kept = [_measure(Path(name)) for name in sys.argv[1:]]
    return 0 if kept and all(kept) else 1


def _measure(folder: Path) -> bool:
    engine = open_engine(folder / FILE_NAME)
    with Session(engine) as session:
        before, began = _most(), time.process_time()
        found = find_pairs(session)
        seconds, memory = time.process_time() - began, _most() - before
        count = household_count(session)
    engine.dispose()
    print(f"{folder.name}: {len(found)} pairs of {count} households in {seconds:.1f} s, {memory:.0f} MiB more")
    return seconds <= SECONDS and memory <= MEMORY


def _most() -> float:
    """MiB this process ever held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())
