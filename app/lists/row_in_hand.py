"""A row of a list while it is being read: its cells, what the sheet says about it, and what has been found so far."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from app.lists.date_order import DateOrder
from app.lists.fields import Field
from app.lists.repairs import Repair, RepairKind
from app.lists.sniffing import CellValue
from app.lists.vocabulary import same_word
from app.problems import Problem, Refused
from app.wording.list_values import EMPTY_WORDS

_NO_LETTERS = re.compile(r"[\W_]+")
_ZEROS = re.compile(r"0+")
_NEVER_ZERO = frozenset({Field.CITIZEN_ID, Field.PHONE})
_EMPTY = frozenset(same_word(word) for word in EMPTY_WORDS)


@dataclass
class Reading:
    """The row being read. `refused` are kinds, `untouched` fields of this row, whose cells stay as they were typed.

    `births` says whether the dates of birth of the whole column stand the wrong way round.
    """

    cells: Mapping[Field, CellValue]
    money_unit: int | None
    refused: frozenset[RepairKind]
    untouched: frozenset[Field]
    today: date
    problems: list[Problem] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)
    units: Mapping[Field, int | None] = field(default_factory=dict)
    births: DateOrder = field(default_factory=DateOrder)

    def unit(self, name: Field) -> int | None:
        """What a bare amount of this field counts in, in đồng; None where the sheet does not say."""
        return self.units.get(name) or self.money_unit

    def text(self, name: Field) -> str:
        """The cell as text; whole numbers without the ".0" of a spreadsheet."""
        cell = self.cells.get(name)
        if isinstance(cell, float) and cell.is_integer():
            return str(int(cell))
        return "" if cell is None else str(cell)

    def told(self, name: Field) -> str:
        """The cell as text for a field that text must be read into; empty where it only says that nothing is known.

        A dash says nothing. A word ("không có") or zeros are a listed repair, and stay where that is refused.
        """
        text = self.text(name)
        if not text or _NO_LETTERS.fullmatch(text):
            return ""
        nothing = same_word(text) in _EMPTY or (name in _NEVER_ZERO and _ZEROS.fullmatch(text) is not None)
        return "" if nothing and self.repair(name, RepairKind.EMPTY_WORD, text, "") else text

    def repair(self, name: Field, kind: RepairKind, before: str, after: str) -> bool:
        """Note a repair; False where the officer does not want it."""
        if kind in self.refused or name in self.untouched:
            return False
        self.repairs.append(Repair(name, kind, before, after))
        return True

    def problem(self, name: Field, code: str, *, warning: bool = False, **values: object) -> None:
        """Note what is wrong with a cell."""
        self.problems.append(Problem(name.value, code, values, warning=warning))

    def readable(self, name: Field, read: Callable[[str], str | None]) -> str | None:
        """Read a cell with a forgiving parser; what it refuses becomes the row's problem."""
        text = self.told(name)
        if not text:
            return None
        try:
            return read(text)
        except Refused as refused:
            self.problems += refused.problems
            return None
