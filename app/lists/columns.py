"""What the columns of a table hold: fields, and parts of fields such as columns to tick, told by heading and by cells.

"Hộ nghèo (x)" ticked says the category, a year under "Nam" says birth and gender, a sum under "Xây mới" says need and
amount. The cells bear witness: they turn a doubtful heading into a sure one, or a sure one away.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cache

from app.documents.foreign_sheet import CellValue
from app.lists.cell_signs import fits, is_name, is_part_of_name, share, text_of
from app.lists.column_parts import Kind, Part, find_part, path_meaning
from app.lists.fields import MONEY_FIELDS, STEP_FIELDS, Field
from app.lists.heading_block import Path
from app.lists.heading_words import bare
from app.lists.headings import Grade, Meaning, is_vetoed, squeezed
from app.lists.vocabulary import same_word
from app.wording.list_layout import RELATION_HEADINGS

#: Cells of these fields say clearly what they are: where hardly one does, the heading means something else.
_TELLING = MONEY_FIELDS | STEP_FIELDS | {
    Field.HEAD_NAME, Field.BIRTH, Field.CITIZEN_ID, Field.PHONE, Field.GENDER, Field.CATEGORY, Field.NEED,
    Field.MEMBERS, Field.AREA_CURRENT, Field.SOURCES, Field.DECISION_DATE,
}  # fmt: skip
_WEIGHTS = {Grade.LOOSE: 1, Grade.WEAK: 1, Grade.DOUBTFUL: 1, Grade.WITHIN: 2}
_SURE_WEIGHT = 3
_FEW = 5
_HARDLY, _SELDOM, _HALF, _MOSTLY = 0.1, 0.3, 0.5, 0.8


@dataclass
class Columns:
    """The columns of a table as understood. `headings` are all that mean something, as the officer sees them.

    `noted` are columns by position that are kept as remarks under their headings.
    """

    fields: dict[Field, int] = field(default_factory=dict)
    parts: list[Part] = field(default_factory=list)
    headings: dict[str, Field] = field(default_factory=dict)
    ambiguous: dict[int, str] = field(default_factory=dict)
    unused: dict[int, str] = field(default_factory=dict)
    noted: dict[int, str] = field(default_factory=dict)
    relation: int | None = None
    score: int = 0

    @property
    def has_names(self) -> bool:
        """Whether a column, or several, tell the head of the household."""
        return Field.HEAD_NAME in self.fields or any(one.field is Field.HEAD_NAME for one in self.parts)


class _Verdict(Enum):
    """What is known of a column before claims are settled."""

    UNKNOWN = auto()
    LEFT_OUT = auto()
    NOTED = auto()


def shown_heading(path: Path) -> str:
    """A heading as the officer sees it: what stands above, then the column's own."""
    return " | ".join(path)


def understand(
    paths: Sequence[Path], cells: Sequence[Sequence[CellValue]], chosen: Mapping[str, Field | None] | None = None
) -> Columns:
    """Understand the columns with these headings and these cells below them (one sequence a column).

    `chosen` is the officer's own mapping by heading (None: leave the column out); it comes before ours.
    """
    wanted = {squeezed(text): name for text, name in (chosen or {}).items()}
    found = Columns()
    claims: dict[Field, list[tuple[Meaning, int]]] = {}
    for position, path in enumerate(paths):
        if not path:
            continue
        verdict = _judged(position, path, paths, cells[position], wanted)
        if isinstance(verdict, Part):
            found.parts.append(verdict)
        elif isinstance(verdict, Meaning):
            claims.setdefault(verdict.field, []).append((verdict, position))
        elif verdict is _Verdict.NOTED:
            found.noted[position] = shown_heading(path)
        elif verdict is _Verdict.UNKNOWN and _relation(path) and found.relation is None:
            found.relation = position
    if Field.HEAD_NAME not in claims and not found.has_names:
        _add_names_by_cells(claims, found, paths, cells)
    _settle(found, claims, paths, cells)
    _name_headings(found, paths)
    return found


def _judged(
    position: int,
    path: Path,
    paths: Sequence[Path],
    cells: Sequence[CellValue],
    wanted: Mapping[str, Field | None],
) -> Meaning | Part | _Verdict:
    """What a column is by the officer's choice, as a part of a field, or by its own heading."""
    for text in (shown_heading(path), path[-1]):
        if squeezed(text) in wanted:
            name = wanted[squeezed(text)]
            if name is Field.NOTE and not _is_note(path):
                return _Verdict.NOTED
            return _Verdict.LEFT_OUT if name is None else Meaning(name, Grade.CHOSEN)
    if _relation(path):
        return _Verdict.UNKNOWN
    if any(is_vetoed(parent) for parent in path[:-1]):
        return _Verdict.LEFT_OUT
    part = find_part(position, paths, cells)
    if part is not None:
        return part
    meaning = path_meaning(path, alone=_is_alone(position, paths))
    if meaning is None:
        return _Verdict.UNKNOWN
    return meaning if _is_half(position, path, paths, meaning, cells) or _believed(meaning, cells) else _Verdict.UNKNOWN


def _is_half(position: int, path: Path, paths: Sequence[Path], meaning: Meaning, cells: Sequence[CellValue]) -> bool:
    """Whether a name goes on in the column beside, under the same heading: one of them alone is no whole name."""
    beside = (*paths[max(position - 1, 0) : position], *paths[position + 1 : position + 2])
    return meaning.field is Field.HEAD_NAME and path in beside and share(cells, is_part_of_name) >= _MOSTLY


def _is_note(path: Path) -> bool:
    meaning = path_meaning(path, alone=False)
    return meaning is not None and meaning.field is Field.NOTE


def _is_alone(position: int, paths: Sequence[Path]) -> bool:
    """Whether nothing else stands below the same parent."""
    parents = paths[position][:-1]
    return sum(1 for path in paths if path[: len(parents)] == parents) == 1


def _believed(meaning: Meaning, cells: Sequence[CellValue]) -> bool:
    """Whether the cells could be what the heading says."""
    fit = fits(meaning.field, cells)
    filled = sum(1 for cell in cells if text_of(cell))
    if meaning.grade is Grade.DOUBTFUL:
        return filled > 0 and (fit is None or fit >= _MOSTLY)
    if meaning.grade is Grade.LOOSE:
        return filled > 0 and (fit >= _HALF if fit is not None else meaning.field not in _TELLING)
    if fit is None:
        return True
    if meaning.grade >= Grade.WITHIN and filled >= _FEW:
        return fit >= _SELDOM
    return not (filled >= _FEW and meaning.field in _TELLING and fit < _HARDLY)


def _relation(path: Path) -> bool:
    return same_word(bare(path[-1])) in _relation_headings()


@cache
def _relation_headings() -> frozenset[str]:
    return frozenset(same_word(one) for one in RELATION_HEADINGS)


def _add_names_by_cells(
    claims: dict[Field, list[tuple[Meaning, int]]],
    found: Columns,
    paths: Sequence[Path],
    cells: Sequence[Sequence[CellValue]],
) -> None:
    """A table of people without a heading for the head: the one column full of names that nothing else claims."""
    if not {Field.BIRTH, Field.CITIZEN_ID} & {*claims, *(one.field for one in found.parts)}:
        return
    taken = {position for claimants in claims.values() for _meaning, position in claimants}
    taken |= {one.position for one in found.parts}
    named = [
        position
        for position, path in enumerate(paths)
        if position not in taken and not any(map(is_vetoed, path)) and _full_of_names(cells[position])
    ]
    if len(named) == 1:
        claims[Field.HEAD_NAME] = [(Meaning(Field.HEAD_NAME, Grade.DOUBTFUL), named[0])]


def _full_of_names(cells: Sequence[CellValue]) -> bool:
    return sum(1 for cell in cells if text_of(cell)) >= _FEW and share(cells, is_name) >= _MOSTLY


def _settle(
    found: Columns,
    claims: Mapping[Field, list[tuple[Meaning, int]]],
    paths: Sequence[Path],
    cells: Sequence[Sequence[CellValue]],
) -> None:
    """One column a field: the surest, then the one whose cells fit better; else all that are equal are left out."""
    for name, claimants in claims.items():
        ranked = sorted((one.grade, -round(fits(name, cells[at]) or 0.0, 1), at) for one, at in claimants)
        first, *others = ranked
        same = sorted(at for _grade, _fit, at in ranked if paths[at] == paths[first[2]])
        if name is Field.HEAD_NAME and _are_halves(same, cells):
            found.parts += [Part(at, Kind.JOINED, name, "") for at in same]
        elif others and others[0][:2] == first[:2]:
            found.ambiguous.update({at: shown_heading(paths[at]) for _g, _f, at in ranked if (_g, _f) == first[:2]})
            continue
        else:
            found.fields[name] = first[2]
        found.score += _WEIGHTS.get(first[0], _SURE_WEIGHT)
    found.score += 2 * len(found.parts)


def _are_halves(positions: Sequence[int], cells: Sequence[Sequence[CellValue]]) -> bool:
    """Whether two columns beside each other hold the halves of names."""
    if len(positions) != 2 or positions[1] != positions[0] + 1:
        return False
    return all(share(cells[at], is_part_of_name) >= _MOSTLY for at in positions)


def _name_headings(found: Columns, paths: Sequence[Path]) -> None:
    by_position = {position: name for name, position in found.fields.items()}
    by_position |= {one.position: one.field for one in found.parts}
    for position, path in enumerate(paths):
        if position in by_position:
            found.headings[shown_heading(path)] = by_position[position]
        elif position in found.noted:
            found.headings[shown_heading(path)] = Field.NOTE
        elif path and position not in found.ambiguous and position != found.relation:
            found.unused[position] = shown_heading(path)
