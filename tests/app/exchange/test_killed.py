"""Receiving and exporting end at any moment: what was taken is taken whole, and the same again completes it.

Two hundred points are tried by tests/long/killed_receiving.py.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.exchange.packing import export_packages
from app.workspace import Workspace
from tests.app.exchange.killing import KillingExporters, KillingReceivers
from tests.make import make_case, make_household

POINTS = 4


@pytest.fixture
def packages(commune: Workspace, upper: Workspace, tmp_path: Path) -> Path:
    """Two packages of a commune; in the second somebody changed a cell. Both laptops' folders are closed."""
    folder = tmp_path / "Gói đã nhận"
    make_case(commune, "Lò Văn Pâng", citizen_id="011072001234")
    export_packages(commune, folder)
    make_household(commune, "Cà Văn Ước")
    [second] = export_packages(commune, folder)
    workbook = load_workbook(second.file)
    sheet = workbook["Hộ gia đình"]
    place = next(cell.column_letter for cell in sheet[1] if cell.value == "household.note")
    sheet[f"{place}3"] = "Nhà cuối bản"
    workbook.save(second.file)
    commune.close()
    upper.close()
    return folder


def test_a_receiver_killed_at_any_moment_has_taken_each_package_or_not(
    upper: Workspace, packages: Path, tmp_path: Path
) -> None:
    killing = KillingReceivers(upper.folder, packages, tmp_path)
    met = [killing.at(killing.points * (number + 1) // POINTS) for number in range(POINTS - 1)]
    assert min(met) == 0 < max(met)
    killing.after(0.4)


def test_an_exporter_killed_at_any_moment_leaves_no_half_package(commune: Workspace, tmp_path: Path) -> None:
    make_case(commune)
    commune.close()
    killing = KillingExporters(commune.folder, tmp_path)
    for number in range(POINTS - 2):
        killing.at(killing.points * (number + 1) // (POINTS - 1))
