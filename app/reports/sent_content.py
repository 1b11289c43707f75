"""What a kept report holds, as canonical JSON: its tables, the houses behind them, what was counted."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from decimal import Decimal
from typing import Any

from app.journal.canonical import canonical_text
from app.reports.report_value import Cell, House, Report


@dataclass(frozen=True)
class KeptTable:
    """A table as it was: headings, cells, totals; a share stands as text."""

    title: str
    keys: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    total: tuple[Any, ...]


@dataclass(frozen=True)
class KeptContent:
    """A report as it was kept."""

    title: str
    tables: tuple[KeptTable, ...]
    houses: tuple[House, ...]


def content_text(report: Report) -> str:
    """The report as text to be recorded."""
    tables = [
        {
            "title": table.title,
            "keys": [one.key for one in table.columns],
            "headings": [f"{one.group}: {one.heading}" if one.group else one.heading for one in table.columns],
            "rows": [[_plain(cell) for cell in row.cells] for row in table.rows],
            "total": [_plain(cell) for cell in table.total],
        }
        for table in report.tables
    ]
    houses = [asdict(one) for one in report.houses]
    counted = [{"what": one.what, "shown": one.shown, "stored": one.stored} for one in report.counted]
    text = {"title": report.title, "tables": tables, "houses": houses, "counted": counted, "notes": list(report.notes)}
    return canonical_text(text)


def _plain(cell: Cell) -> Any:
    return str(cell) if isinstance(cell, Decimal) else cell


def read_content(text: str | None) -> KeptContent:
    """A kept report from its text; what another version wrote beside it is left aside."""
    data = json.loads(text or "{}")
    known = {one.name for one in fields(House)}
    return KeptContent(
        data.get("title") or "",
        tuple(
            KeptTable(
                one.get("title") or "",
                tuple(one["keys"]),
                tuple(one["headings"]),
                tuple(tuple(row) for row in one["rows"]),
                tuple(one["total"]),
            )
            for one in data.get("tables", ())
        ),
        tuple(House(**_house(one, known)) for one in data.get("houses", ())),
    )


def _house(values: dict[str, Any], known: set[str]) -> dict[str, Any]:
    """Empty text was kept as nothing."""
    found = {name: values.get(name) for name in known}
    return found | {name: found[name] or "" for name in ("household_id", "case_id", "head_name", "place", "status")}
