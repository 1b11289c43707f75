"""Receiving and exporting killed (SIGKILL) at 200 points each: `run.py test tests/long/killed_receiving.py -n0`.

Half of the points lie evenly among the statements and file operations of the work, half at any time, within SQLite too.
"""

from __future__ import annotations

from pathlib import Path

from app.workspace import Workspace
from tests.app.exchange.killing import KillingExporters, KillingReceivers
from tests.app.exchange.test_killed import packages
from tests.make import make_case

__all__ = ["packages"]

POINTS = 200


def test_receiving_killed_at_two_hundred_points(upper: Workspace, packages: Path, tmp_path: Path) -> None:
    killing = KillingReceivers(upper.folder, packages, tmp_path)
    met = [0] * len(killing.states)
    half = POINTS // 2
    for number in range(half):
        met[killing.at(killing.points * number // half)] += 1
    for number in range(half):
        met[killing.after(killing.seconds * number / half)] += 1
    print(f"of {killing.points} points: holding none, one, two packages: {met}")
    assert all(met), "every state is met"


def test_exporting_killed_at_two_hundred_points(commune: Workspace, tmp_path: Path) -> None:
    make_case(commune)
    commune.close()
    killing = KillingExporters(commune.folder, tmp_path)
    for number in range(POINTS):
        killing.at(killing.points * number // POINTS)
