"""Rows that come with the program and are not recorded: the map with its old names, programmes with rules and norms.

They are put into the tables when a folder is made and again when a newer program opens it. A row an office has
changed belongs to the journal from then on and is left alone. Keys and values of the rules: docs/programmes.md.
"""

from __future__ import annotations

import csv
import tomllib
from importlib.metadata import version
from typing import Any

from sqlalchemy import Connection, Table, select

from app.journal.folding import fold_newly_possible
from app.journal.store import HEADS, upsert
from app.local import Fact, get_fact, set_fact
from app.paths import resource
from models.area import Area, AreaAlias
from models.base import key_id
from models.programme import Programme, ProgrammeRule, SupportNorm
from models.vocabulary import AreaKind

STREAM = ""


def refresh(connection: Connection) -> bool:
    """Bring the bundled rows up to this program's, when another version put them there; tells whether it did."""
    current = version("mai-am")
    if get_fact(connection, Fact.BUNDLED) == current:
        return False
    _put(connection, Area.__table__, _areas())  # type: ignore[arg-type]
    _put(connection, AreaAlias.__table__, _old_names())  # type: ignore[arg-type]
    programmes, rules, norms = _programmes()
    _put(connection, Programme.__table__, programmes)  # type: ignore[arg-type]
    _put(connection, ProgrammeRule.__table__, rules)  # type: ignore[arg-type]
    _put(connection, SupportNorm.__table__, norms)  # type: ignore[arg-type]
    fold_newly_possible(connection)
    set_fact(connection, Fact.BUNDLED, current)
    return True


def _put(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    recorded = set(connection.execute(select(HEADS.c.row_id).where(HEADS.c.entity == _entity(table))).scalars())
    empty = {column.name: None for column in table.columns if column.name not in ("version", "row_out", "row_flagged")}
    upsert(connection, table, [empty | row for row in rows if row["id"] not in recorded])


def _entity(table: Table) -> str:
    return table.name


def _areas() -> list[dict[str, Any]]:
    rows = []
    for name, kind in (("provinces.csv", AreaKind.PROVINCE), ("communes.csv", AreaKind.COMMUNE)):
        with resource("areas", name).open(encoding="utf-8", newline="") as file:
            for line in csv.DictReader(file):
                above = line.get("province_code")
                rows.append(
                    {
                        "id": area_id(line["code"]),
                        "stream": STREAM,
                        "parent_id": area_id(above) if kind is AreaKind.COMMUNE and above else None,
                        "kind": kind.value,
                        "code": line["code"],
                        "name": line["name"],
                    }
                )
    return rows


def _old_names() -> list[dict[str, Any]]:
    """The names before the reform; one of a unit that was divided stands under each of its successors."""
    rows = []
    with resource("areas", "old_units.csv").open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            for name in line["names"].split(";"):
                key, above = key_id(f"area_alias:{line['code']}:{line['valid_to']}:{name}"), area_id(line["code"])
                own = {"name": name, "valid_to": line["valid_to"]}
                rows.append({"id": key, "stream": STREAM, "area_id": above, **own})
    return rows


def area_id(code: str) -> str:
    """The id of a province or commune."""
    return key_id(f"area:{code}")


def programme_id(code: str) -> str:
    """The id of a bundled programme."""
    return key_id(f"programme:{code}")


Rows = list[dict[str, Any]]


def _programmes() -> tuple[Rows, Rows, Rows]:
    programmes: Rows = []
    rules: Rows = []
    norms: Rows = []
    for position, path in enumerate(sorted(resource("programmes").glob("*.toml")), start=1):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        parent = programme_id(data["code"])
        bases = "; ".join(one["title"] for one in data.get("legal_basis", []) if not one.get("doubtful"))
        own = {"id": parent, "stream": STREAM, "position": position, "legal_basis": bases or None}
        programmes.append(_fields(Programme, data) | own)
        for kind, table, found in (("rule", ProgrammeRule, rules), ("norm", SupportNorm, norms)):
            for number, row in enumerate(data.get(kind, [])):
                key = key_id(f"{kind}:{data['code']}:{number}")
                found.append(_fields(table, row) | {"id": key, "stream": STREAM, "programme_id": parent})
    return programmes, rules, norms


def _fields(entity: type[Programme | ProgrammeRule | SupportNorm], data: dict[str, Any]) -> dict[str, Any]:
    known = entity.__table__.columns.keys()
    return {name: _plain(value) for name, value in data.items() if name in known}


def _plain(value: object) -> object:
    """Dates as ISO text, as the tables keep them."""
    return value if value is None or isinstance(value, int | str) else str(value)
