"""Compares what the importer read with what was written, column by column and row by row.

A column is *recognised* when what it should tell stands in the records in 19 rows of 20; it is *wrong* when something
else stands there, or when its text stands in a record that it has nothing to do with; otherwise it was *missed*.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass, field, fields
from decimal import Decimal, InvalidOperation
from pathlib import Path

from app.lists.reading import ListRow, ReadingOptions, read_list_here
from tests.corpus.pages import Expected

VILLAGE_WORDS = re.compile(r"^(thôn|bản|buôn|ấp|khóm|tổ dân phố|tdp|xóm|khối|làng|tổ|khu phố|khu)\s+", re.IGNORECASE)
PLACES = ("village", "commune", "ethnicity")
ENOUGH = 0.95


@dataclass
class Verdicts:
    """Counts over columns and rows, and a line for each thing that is not right."""

    columns: int = 0
    recognised: int = 0
    missed: int = 0
    wrong: int = 0
    rows: int = 0
    lost_rows: int = 0
    extra_rows: int = 0
    faults: list[str] = field(default_factory=list)

    def add(self, other: Verdicts) -> None:
        for one in fields(self):
            setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))

    @property
    def told(self) -> str:
        share = self.recognised / self.columns if self.columns else 1
        bad = self.wrong / self.columns if self.columns else 0
        return (
            f"{self.columns} columns: {share:.2%} recognised, {self.missed} missed, {self.wrong} wrong ({bad:.2%}); "
            f"{self.rows} rows: {self.lost_rows} lost, {self.extra_rows} too many"
        )

    @property
    def good(self) -> bool:
        return not self.faults


def told(row: ListRow) -> dict[str, object]:
    """All that a row says by the names of the records; opening figures as `step:finish`, `paid:1`, `source:donor`."""
    said = {one.name: getattr(row.values, one.name) for one in fields(row.values) if one.name != "opening"}
    if opening := row.values.opening:
        said |= {name: getattr(opening, name) for name in ("decision_number", "decided_on", "approved_amount")}
        said |= {f"step:{step}": day or True for step, day in opening.steps}
        said |= {f"paid:{part or 'all'}": amount for part, amount in opening.parts}
        said |= {f"source:{kind}": amount for kind, amount in opening.sources}
    return {name: value for name, value in said.items() if value not in {None, ""}}


def _flat(value: object) -> str:
    text = unicodedata.normalize("NFC", str(value)).replace("\u00a0", " ")
    return " ".join(text.split()).casefold()


def same(attribute: str, found: object, wanted: object) -> bool:
    """Whether a record says what was meant; places lose their kind, notes may say more, areas are numbers."""
    if found is None:
        return False
    if attribute in {"area_m2", "amount"}:
        try:
            return Decimal(str(found)) == Decimal(str(wanted))
        except InvalidOperation:
            return False
    if attribute == "note":
        return _flat(wanted) in _flat(found)
    if attribute in PLACES:
        return VILLAGE_WORDS.sub("", _flat(found)) == VILLAGE_WORDS.sub("", _flat(wanted))
    return str(found) == str(wanted)


def measure_file(path: Path, expected: Expected) -> Verdicts:
    """Read the file through the importer's door and judge it."""
    file = read_list_here(path, ReadingOptions())
    rows = {(row.sheet, row.row_number): row for row in file.rows}
    return judge(rows, expected)


def judge(rows: dict[tuple[str, int], ListRow], expected: Expected) -> Verdicts:
    """The verdicts over rows as read, by sheet and number."""
    verdicts = Verdicts(rows=len(expected.families))
    for place in sorted(set(rows) - set(expected.families)):
        verdicts.extra_rows += 1
        verdicts.faults.append(f"row {place} is no family, read as {rows[place].values.head_name!r}")
    tallies: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    examples: dict[tuple[str, str], str] = {}
    silent = {sheet for sheet, _ in expected.families} - {sheet for sheet, _ in rows}
    for sheet in sorted(silent):
        headings = [column for where, column in expected.columns if where == sheet]
        verdicts.faults.append(f"sheet {sheet!r}: no table found; headings {headings}")
    for place in expected.families:
        row = rows.get(place)
        if row is None or row.rejected:
            verdicts.lost_rows += 1
            if place[0] not in silent:
                why = "not read" if row is None else f"rejected: {[(p.field, p.code) for p in row.problems]}"
                verdicts.faults.append(f"row {place} {expected.families[place].name!r} {why}")
        if row is not None:
            _judge_row(row, place, expected, tallies, examples)
        else:
            for claim in expected.claims[place]:
                tallies[place[0], claim.column]["empty"] += 1
    for (sheet, column), kind in expected.columns.items():
        before = len(verdicts.faults)
        _judge_column(verdicts, tallies[sheet, column], examples.get((sheet, column), ""), f"{column!r} ({kind})")
        if sheet in silent:
            del verdicts.faults[before:]
    for (sheet, column), tally in tallies.items():
        if (sheet, column) not in expected.columns:
            _judge_column(verdicts, tally, examples.get((sheet, column), ""), f"{column!r}")
    return verdicts


def _judge_column(verdicts: Verdicts, tally: Counter[str], example: str, name: str) -> None:
    if tally["astray"]:
        verdicts.columns += 1
        verdicts.wrong += 1
        verdicts.faults.append(f"column {name} went astray: {example}")
        return
    total = tally["right"] + tally["empty"] + tally["other"]
    if not total:
        return
    verdicts.columns += 1
    if tally["right"] >= ENOUGH * total:
        verdicts.recognised += 1
        return
    word = "wrong" if tally["other"] > tally["empty"] else "missed"
    setattr(verdicts, word, getattr(verdicts, word) + 1)
    verdicts.faults.append(f"column {name} {word} in {total - tally['right']} of {total} rows: {example}")


def _judge_row(
    row: ListRow,
    place: tuple[str, int],
    expected: Expected,
    tallies: dict[tuple[str, str], Counter[str]],
    examples: dict[tuple[str, str], str],
) -> None:
    claimed = {"note"}
    said = told(row)
    for claim in expected.claims[place]:
        claimed.add(claim.attribute)
        found = said.get(claim.attribute)
        key = (place[0], claim.column)
        if same(claim.attribute, found, claim.value):
            tallies[key]["right"] += 1
            continue
        tallies[key]["empty" if found is None else "other"] += 1
        examples.setdefault(key, f"{claim.attribute} should be {claim.value!r}, is {found!r} (row {place[1]})")
    for name, found in said.items():
        if name in claimed:
            continue
        for column, cell in expected.cells[place].items():
            if _flat(cell) and _flat(cell) in _flat(found):
                tallies[place[0], column]["astray"] += 1
                examples.setdefault((place[0], column), f"{name} = {found!r} (row {place[1]})")
                break
        else:
            tallies[place[0], f"? {name}"]["astray"] += 1
            examples.setdefault((place[0], f"? {name}"), f"{name} = {found!r} (row {place[1]})")
