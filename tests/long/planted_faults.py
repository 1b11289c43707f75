"""Six faults of a merge, each planted in a copy of the source, and the tests of the fast profile that find it.

    .venv/bin/python -m tests.long.planted_faults [words of a fault's name ...]

Eighty smaller ones are kept in tests/files/journal_faults.toml: `python -m tests.app.journal.mutations`.
"""

from __future__ import annotations

import sys

from tests.app.journal.mutations import Fault, plant

ARRIVAL, CHAINS, HEADS = "app/journal/arrival.py", "app/journal/chains.py", "app/journal/heads.py"
#: Random histories first, then the corrections of a workbook.
FAST = (
    "tests/app/journal/test_orders.py",
    "tests/app/journal/test_histories.py",
    "tests/app/exchange/test_corrections.py",
)
FAULTS = (
    Fault(
        "last arrival wins",
        HEADS,
        "book.set_heads(name, [*book.heads_of(name), operation.id])",
        "book.set_heads(name, [operation.id])",
    ),
    Fault("no chain check", ARRIVAL, "if one.chained(before) == one.id)", "if one.id)"),
    Fault(
        "applied over gaps",
        ARRIVAL,
        "if previous is None or not (",
        "previous = previous or ''\n                if not (",
    ),
    Fault(
        "ownership ignored",
        "app/journal/offices.py",
        "return office in (holder, opened_by(stream))",
        "return bool(office)",
    ),
    Fault(
        "random proposal ids",
        "app/exchange/corrections.py",
        "name = key_id(canonical_text([one.row, one.field, list(one.heads), one.salt, value]))",
        'name = key_id(f"{id(object())} {self.recorder.change}")',
    ),
    Fault(
        "others' operations are not forwarded",
        CHAINS,
        "for device in sorted(devices):",
        "import app.local as own\n        for device in [own.get_fact(connection, own.Fact.DEVICE)]:",
    ),
)


def main() -> None:
    """Plant the faults whose names hold all words given, or all."""
    chosen = [fault for fault in FAULTS if not sys.argv[1:] or any(word in fault.name for word in sys.argv[1:])]
    survived = 0
    for fault, verdict, found, seconds in (plant(one, FAST) for one in chosen):
        survived += verdict != "found"
        print(f"{verdict:9} {seconds:4.0f} s  {fault.name}: {', '.join(found)}", flush=True)
    print(f"{len(chosen) - survived} of {len(chosen)} faults found")
    sys.exit(survived > 0)


if __name__ == "__main__":
    main()
