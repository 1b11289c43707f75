"""Many mutated lists through the reader: `run.py test tests/long/fuzz_lists.py -n0 -s`; COUNT says how many (20,000).

They are read in batches, each in a process with the limits of the program's own child: a batch that dies is read again
file by file, and a file that kills its reader is a fault, although the program would make a sentence of it.
"""

from __future__ import annotations

import multiprocessing
import os
import time
from collections import Counter
from multiprocessing.connection import Connection
from pathlib import Path

from app.documents.children import limit_resources
from app.problems import Trouble
from app.wording.messages import trouble_text
from tests.app.lists.mutations import mutated
from tests.app.lists.test_fuzz import outcome_of

COUNT = int(os.environ.get("COUNT", "20000"))
FIRST = int(os.environ.get("FIRST", "1000"))
BATCH = 500
SECONDS_A_FILE = 20


def read_batch(sender: Connection, folder: Path, seeds: range) -> None:
    """Read each of these files; send what came of all of them, and the faults of the program."""
    limit_resources(SECONDS_A_FILE * len(seeds))
    outcomes: Counter[str] = Counter()
    faults = []
    for seed in seeds:
        name, content = mutated(seed)
        path = folder / name
        path.write_bytes(content)
        started = time.monotonic()
        try:
            outcomes[outcome_of(path).replace(name, "…")] += 1
        except MemoryError:  # the program's child makes a sentence of it
            outcomes[trouble_text(Trouble("file_needs_memory", name="…"))] += 1
        if time.monotonic() - started > SECONDS_A_FILE:
            faults.append(f"seed {seed}, {name}: {time.monotonic() - started:.0f} s")
    sender.send((outcomes, faults))


def batch_in_process(folder: Path, seeds: range) -> tuple[Counter[str], list[str]]:
    """What came of a batch; a batch whose process died is taken apart."""
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=read_batch, args=(sender, folder, seeds))
    process.start()
    sender.close()
    try:
        found: tuple[Counter[str], list[str]] = receiver.recv()
    except EOFError:
        process.join()
        if len(seeds) == 1:
            return Counter(), [f"seed {seeds[0]}, {mutated(seeds[0])[0]}: the reader died ({process.exitcode})"]
        half = len(seeds) // 2
        parts = [batch_in_process(folder, part) for part in (seeds[:half], seeds[half:])]
        return parts[0][0] + parts[1][0], parts[0][1] + parts[1][1]
    process.join()
    return found


def test_only_sentences_come_out_of_mutated_lists(tmp_path: Path) -> None:
    outcomes: Counter[str] = Counter()
    faults: list[str] = []
    for first in range(FIRST, FIRST + COUNT, BATCH):
        told, wrong = batch_in_process(tmp_path, range(first, min(first + BATCH, FIRST + COUNT)))
        outcomes += told
        faults += wrong
    print(f"\n{COUNT} mutated lists:", *(f"{count:6} {text}" for text, count in outcomes.most_common()), sep="\n")
    assert faults == []
