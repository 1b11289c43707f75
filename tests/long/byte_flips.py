"""Many bits flipped in the hidden part, each refused: `run.py test tests/long/byte_flips.py -n0 -s`; COUNT (10,000)."""

from __future__ import annotations

import os
import time
from pathlib import Path

from app.workspace import Workspace
from tests.app.exchange.flips import survivors
from tests.app.exchange.test_packages import send
from tests.make import make_approved, make_case

COUNT = int(os.environ.get("COUNT", "10000"))


def test_every_flipped_bit_is_refused(commune: Workspace, tmp_path: Path) -> None:
    make_approved(commune, make_case(commune, "Lò Văn Pâng"))
    started = time.monotonic()
    found = survivors(send(commune, tmp_path), COUNT, COUNT, tmp_path)
    print(f"{COUNT} bits flipped, {COUNT - len(found)} refused, {time.monotonic() - started:.0f} s")
    assert found == []
