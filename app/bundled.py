"""Rows that come with the program and are not recorded: the map with its old names, programmes, plans of campaigns.

They are put into the tables when a folder is made and again when a newer program opens it. A row an office has
changed belongs to the journal from then on and is left alone. Keys and values: docs/programmes.md, docs/campaigns.md.
"""

from __future__ import annotations

import csv
import tomllib
from functools import cache
from importlib.metadata import version
from typing import Any

from sqlalchemy import Connection, Table, select, update

from app.journal.folding import fold_newly_possible
from app.journal.store import HEADS, upsert
from app.local import Fact, get_fact, set_fact
from app.paths import resource
from app.plans.records import RECORDS, campaign_columns, campaign_id, part_columns, part_id
from models.area import Area, AreaAlias
from models.base import UNRECORDED, key_id
from models.campaign import Campaign
from models.everything import METADATA
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
    _put_campaigns(connection)
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


_PROGRAMME_ENTITIES = (Programme.__entity__, ProgrammeRule.__entity__, SupportNorm.__entity__)


def bundled_values(connection: Connection, entity: str, row_id: str) -> dict[str, Any] | None:
    """What a row of a programme or plan said when the program brought it, by column; None: it did not bring it."""
    if entity in _PROGRAMME_ENTITIES:
        found = _programmes()[_PROGRAMME_ENTITIES.index(entity)]
    elif entity in _PLAN_ENTITIES:
        plans, parts = _campaigns(set(connection.execute(select(Area.code)).scalars()))
        found = parts[_PLAN_ENTITIES[entity]] if _PLAN_ENTITIES[entity] else plans
    else:
        return None
    columns = METADATA.tables[entity].columns.keys()
    row = next((one for one in found if one["id"] == row_id), None)
    return None if row is None else {name: row.get(name) for name in columns if name not in UNRECORDED}


# Plans of campaigns

#: The records of plans: the plan itself, and its parts by their names.
_PLAN_ENTITIES = {Campaign.__entity__: "", **{kind.__entity__: part for part, kind in RECORDS.items()}}


@cache
def bundled_campaigns() -> dict[str, str]:
    """The plans that come with the program: id -> code, which is the name of the file."""
    return {campaign_id(path.stem): path.stem for path in sorted(resource("campaigns").glob("*.toml"))}


def _put_campaigns(connection: Connection) -> None:
    """The plans with their parts. A plan of which an office has changed anything stays as it is there.

    A part that a newer file does not have any more is out, so that what was noted about it keeps its name.
    """
    recorded = _recorded_campaigns(connection)
    plans, parts = _campaigns(set(connection.execute(select(Area.code)).scalars()))
    _put(connection, Campaign.__table__, [one for one in plans if one["id"] not in recorded])  # type: ignore[arg-type]
    for part, kind in RECORDS.items():
        table: Any = kind.__table__  # type: ignore[attr-defined]
        rows = [one for one in parts[part] if one["campaign_id"] not in recorded]
        _put(connection, table, rows)
        ours = table.c.campaign_id.in_({one["id"] for one in plans} - recorded)
        gone = table.c.id.not_in([one["id"] for one in rows])
        connection.execute(update(table).where(table.c.stream == STREAM, ours, gone).values(row_out=True))


def _recorded_campaigns(connection: Connection) -> set[str]:
    """The plans that are in the journal themselves or by one of their parts."""
    own = select(HEADS.c.row_id).where(HEADS.c.entity == Campaign.__entity__)
    below = select(HEADS.c.parent_id).where(HEADS.c.entity.in_([one.__entity__ for one in RECORDS.values()]))
    found = {*connection.execute(own).scalars(), *connection.execute(below).scalars()}
    return {one for one in found if one}


def _campaigns(area_codes: set[str | None]) -> tuple[Rows, dict[str, Rows]]:
    """The plans and their parts as rows; a unit of today stands on the map by its code."""
    from app.plans.plan_file import read_plan

    plans: Rows = []
    parts: dict[str, Rows] = {part: [] for part in RECORDS}
    codes = set(bundled_campaigns().values())
    for path in sorted(resource("campaigns").glob("*.toml")):
        draft, _ = read_plan(path.read_text(encoding="utf-8"))
        code = draft.code or ""
        above = campaign_id(draft.superior_code) if draft.superior_code in codes else None
        own = {"id": campaign_id(code), "stream": STREAM, "superior_id": above, "row_out": False}
        plans.append(campaign_columns(draft) | own)
        units = {one.code or "": part_id(code, one, 0) for one in draft.units}
        areas = {one.area: area_id(one.area) for one in draft.units if one.area and one.area in area_codes}
        for part, rows in parts.items():
            for position, one in enumerate(draft.parts(part), start=1):
                key = {"id": part_id(code, one, position), "campaign_id": campaign_id(code), "position": position}
                rows.append(part_columns(one, units, areas) | key | {"stream": STREAM, "row_out": False})
    return plans, parts
