"""What the program offers to change in a list, and what of it an officer does not want."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.lists.fields import Field


class RepairKind(StrEnum):
    """The repairs the program offers; the values are what `--refuse` takes."""

    LEGACY_TEXT = "legacy_text"
    TEXT = "text"
    TEXT_COMPOSED = "text_composed"
    EMPTY_WORD = "empty_word"
    NAME_CASE = "name_case"
    NAME_TITLE = "name_title"
    NAME_NUMBER = "name_number"
    ID_LEADING_ZERO = "id_leading_zero"
    ID_FROM_TEXT = "id_from_text"
    PHONE_LEADING_ZERO = "phone_leading_zero"
    PHONE_PREFIX = "phone_prefix"
    PHONE_FROM_TEXT = "phone_from_text"
    YEAR_FROM_ID = "year_from_id"
    YEAR_OF_WORKS = "year_of_works"
    YEAR_FROM_TEXT = "year_from_text"
    YEAR_FROM_DATE = "year_from_date"
    DATE_FROM_NUMBER = "date_from_number"
    DATE_MONTH_FIRST = "date_month_first"
    DATE_TURNED = "date_turned"
    AMOUNT_UNIT = "amount_unit"
    ETHNIC_NAME = "ethnic_name"
    COMMUNE_NAME = "commune_name"
    VILLAGE_ADDED = "village_added"
    VILLAGE_SPELLING = "village_spelling"
    VILLAGE_FROM_ADDRESS = "village_from_address"
    VILLAGE_FILLED = "village_filled"


@dataclass(frozen=True)
class Repair:
    """A change made to a cell for the officer: what stood there, what is kept."""

    field: Field
    kind: RepairKind
    before: str
    after: str


#: A cell by sheet, row and the letter of its column, as Excel shows it.
CellName = tuple[str, int, str]


@dataclass(frozen=True)
class Refusal:
    """The repairs an officer does not want: whole kinds, and single cells, which then stay as they were typed."""

    kinds: frozenset[RepairKind] = frozenset()
    cells: frozenset[CellName] = frozenset()

    def has(self, kind: RepairKind, cell: CellName) -> bool:
        """Whether this repair of this cell is refused."""
        return kind in self.kinds or cell in self.cells
