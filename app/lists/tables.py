"""Finds the table on a sheet as officers lay it out (`domain.md` 3.3): headings, units, what stands above it.

Above the table stand letterhead, title and unit; its headings take one to three rows, often followed by column numbers
"(1) (2)". Row numbers are Excel's. Cells come with their text already readable.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.documents.foreign_sheet import CellValue
from app.lists.column_parts import Kind, Part
from app.lists.columns import Columns, understand
from app.lists.fields import MONEY_FIELDS, Field
from app.lists.heading_block import MOST_ROWS, Area, Block, Path, Row, blocks_from
from app.lists.headings import squeezed, unit_of
from app.lists.row_kinds import is_column_numbers, is_ending, named_group, sheet_unit, text_in, village_in_title
from models.vietnamese import fold

#: Letterhead, title and unit take about ten rows; a heading far below is somebody's second table.
_LOOK_DOWN = 40
_SAMPLE = 80
_FEWEST_COLUMNS = 2


@dataclass(frozen=True)
class Group:
    """What stands above some rows and counts for them: village as typed, category and kind of work as kept."""

    village: str | None = None
    category: str | None = None
    need: str | None = None


@dataclass(frozen=True)
class Table:
    """Where the table of a sheet is and what its columns hold.

    `ambiguous` and `unused` are headings by position that name no field; `parts` are columns that say part of a field;
    `noted` are columns kept as remarks; `relation` is the column that says who a person is to the head; `units` are
    what bare sums count in, in đồng; `group` is what title or sheet say of all rows.
    """

    header_rows: tuple[int, ...]
    columns: Mapping[Field, int]
    headings: Mapping[str, Field]
    ambiguous: Mapping[int, str]
    unused: Mapping[int, str]
    money_unit: int | None
    parts: tuple[Part, ...] = ()
    units: Mapping[Field, int | None] = field(default_factory=dict)
    noted: Mapping[int, str] = field(default_factory=dict)
    relation: int | None = None
    group: Group = Group()
    heading_texts: Mapping[int, frozenset[str]] = field(default_factory=dict)


def find_table(
    rows: list[Row],
    chosen: Mapping[str, Field | None] | None = None,
    merged: Sequence[Area] = (),
    title: str = "",
) -> Table | None:
    """The table whose headings name the head of household and most other fields; None without one.

    `merged` are the merged areas of the sheet by position, `title` is the sheet's name.
    """
    wanted = {squeezed(text): name for text, name in (chosen or {}).items()}
    merged = [area for area in merged if area[0] < _LOOK_DOWN + MOST_ROWS]
    best: tuple[tuple[int, int], Block, Columns] | None = None
    for top in range(min(_LOOK_DOWN, len(rows))):
        for block in blocks_from(rows, merged, top):
            if sum(1 for path in block.paths if path) < _FEWEST_COLUMNS:
                continue
            found = understand(block.paths, _sample(rows, block), wanted)
            told = len(found.fields) + len(found.parts)
            rank = (found.score, block.top - block.below)  # of two that say as much, the lower block
            if found.has_names and told >= _FEWEST_COLUMNS and (best is None or rank > best[0]):
                best = (rank, block, found)
    return _table(rows, best[1], best[2], title) if best else None


def _sample(rows: list[Row], block: Block) -> list[list[CellValue]]:
    """The cells below each heading, from rows that look like a household's."""
    width = len(block.paths)
    cells: list[list[CellValue]] = [[] for _path in block.paths]
    for row in rows[block.below : block.below + _SAMPLE]:
        if any(cells) and is_ending(row):
            break
        if sum(1 for cell in row[:width] if text_in(cell)) < min(2, width) or is_column_numbers(row):
            continue
        for position, cell in enumerate(row[:width]):
            cells[position].append(cell)
    return cells


def _table(rows: list[Row], block: Block, found: Columns, title: str) -> Table:
    end = _end_of_headings(rows, block, found)
    above = [row for row in rows[: block.top] if row]
    units = _units(above, block.paths, found)
    return Table(
        header_rows=tuple(range(block.top + 1, end + 1)),
        columns=found.fields,
        headings=found.headings,
        ambiguous=found.ambiguous,
        unused=found.unused,
        money_unit=units.get(Field.SUPPORT_AMOUNT, sheet_unit(above)),
        parts=tuple(found.parts),
        units=units,
        noted=found.noted,
        relation=found.relation,
        group=_group_above(above, found, title),
        heading_texts={at: frozenset(fold(text) for text in path) for at, path in enumerate(block.paths) if path},
    )


def _end_of_headings(rows: list[Row], block: Block, found: Columns) -> int:
    """The index after the headings: a row of names of their parts, then column numbers, belong to them."""
    after = block.below
    while after < len(rows) and after - block.top < MOST_ROWS and _is_below_heading(rows[after], found.fields):
        after += 1
    while after < len(rows) and is_column_numbers(rows[after]):
        after += 1
    return after


def _is_below_heading(row: Row, columns: Mapping[Field, int]) -> bool:
    """A further line of headings: words only, and none under the number or the name."""
    texts = [text_in(cell) for cell in row]
    own = [texts[at] for name, at in columns.items() if name in (Field.SEQ, Field.HEAD_NAME) and at < len(texts)]
    filled = [text for text in texts if text]
    return len(filled) >= 2 and not any(own) and all(re.search(r"[^\W\d_]{2}", text) for text in filled)


def _units(above: Sequence[Row], paths: Sequence[Path], found: Columns) -> dict[Field, int | None]:
    """The unit of each field of money: said in its heading or above that, else in a line above the table."""
    whole = sheet_unit(above)
    units: dict[Field, int | None] = {}
    places = {name: at for name, at in found.fields.items() if name in MONEY_FIELDS}
    for part in found.parts:
        if part.kind is Kind.SUM_OF_WORK:
            places.setdefault(Field.SUPPORT_AMOUNT, part.position)
    for name, at in places.items():
        said = (unit_of(text) for text in reversed(paths[at]))
        units[name] = next((unit for unit in said if unit is not None), whole)
    return units


def _group_above(above: Sequence[Row], found: Columns, title: str) -> Group:
    """What the lines above the table, or the name of the sheet, say of all its rows and no column says."""
    lines = [text for row in above for cell in row if isinstance(cell, str) and (text := text_in(cell))]
    village = category = None
    if not {Field.VILLAGE, Field.ADDRESS} & found.fields.keys():
        named = [found_one for line in (*lines, title) if (found_one := village_in_title(line))]
        village = named[-1] if named else None
        if named and fold(title) and fold(named[-1]).endswith(f" {fold(title)}") and title != title.upper():
            village = f"{named[-1][: -len(title)]}{title}"
    if Field.CATEGORY not in found.fields and not any(one.field is Field.CATEGORY for one in found.parts):
        groups = [group for line in lines if (group := named_group(line)) and group[0] == "category"]
        category = groups[-1][1] if groups else None
    return Group(village, category)
