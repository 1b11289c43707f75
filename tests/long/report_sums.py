"""What LibreOffice computes from a report's formulas is what the report says.

Needs LibreOffice: `run.py test tests/long/report_sums.py`.
"""

from __future__ import annotations

import subprocess
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.reports.asked import Asked
from app.reports.catalogue import CATALOGUE, make_report, write_report
from app.reports.report_value import MoneyUnit
from app.workspace import Workspace
from tests.app.reports.test_reports import NEEDS, houses

__all__ = ["houses"]


@pytest.mark.parametrize("name", sorted(CATALOGUE))
def test_an_office_suite_computes_the_same_sums(
    commune: Workspace, houses: list[str], tmp_path: Path, name: str
) -> None:
    asked = Asked("2025-11-20", "2025-11-14", unit=MoneyUnit.MILLION, **NEEDS.get(name, {}))  # type: ignore[arg-type]
    report = make_report(commune, name, asked)
    written = tmp_path / "bao-cao.xlsx"
    write_report(commune, report, written)
    out = tmp_path / "recomputed"
    command = ["soffice", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(out)]
    subprocess.run([*command, str(written)], check=True, capture_output=True, timeout=180)
    book = load_workbook(out / written.name, data_only=True)
    for table, sheet in zip(report.tables, book.worksheets, strict=False):
        if not table.rows:
            continue
        first = int(str(load_workbook(written)[sheet.title].print_title_rows).rsplit("$", 1)[1]) + 1
        lines = [*(row.cells for row in table.rows), *([table.total] if table.total else [])]
        for row, cells in enumerate(lines, start=first):
            for place, (value, column) in enumerate(zip(cells, table.columns, strict=True), start=1):
                if isinstance(value, int | Decimal):
                    wanted = float(value) / (1_000_000 if column.kind == "money" else 1)
                    shown = sheet.cell(row, place).value
                    assert shown == pytest.approx(wanted, abs=5e-5), (column.key, row)
