"""Many single cells changed by hand, each named: `run.py test tests/long/cell_edits.py -n0 -s`.

COUNT (10,000) edits of every field: SINGLE (500) of them alone in a workbook, the others many in one.
"""

from __future__ import annotations

import os
import random
import time
from collections import Counter
from pathlib import Path

from app.exchange.merging import receive_package
from app.workspace import Workspace
from tests.app.exchange.cells import Book, Values, fill, misses, names_of
from tests.app.exchange.test_packages import send

COUNT = int(os.environ.get("COUNT", "10000"))
SINGLE = int(os.environ.get("SINGLE", "500"))


def test_every_changed_cell_is_named(commune: Workspace, upper: Workspace, tmp_path: Path) -> None:
    fill(commune, COUNT)
    package = send(commune, tmp_path / "gửi")
    receive_package(upper, package)
    with commune.read() as session:
        book = Book(package, Values(random.Random(COUNT), names_of(session, commune.author.office)))
    rnd, started, made = random.Random(COUNT), time.monotonic(), 0
    fields: Counter[str] = Counter()
    found: list[str] = []
    while made < COUNT:
        cells = (
            [rnd.choice(book.cells)]
            if made < SINGLE
            else rnd.sample(book.cells, min(len(book.cells) // 2, COUNT - made))
        )
        made += len(cells)
        fields.update(one[2].machine_id for one in cells)
        found += misses(upper, book, book.edits(cells), tmp_path / "sửa.xlsx")
    print(f"{made} cells of {len(fields)} fields, {made - len(found)} named, {time.monotonic() - started:.0f} s")
    assert found == []
