"""What later rooms take from the reader of lists: headings, units of money, and how the rows of a table are told."""

from app.lists.fields import Field
from app.lists.headings import Mapped, heading_label, map_headings, unit_of
from app.lists.sniffing import is_column_numbers, is_ending, lead_text, says_total, sheet_unit
from app.lists.vocabulary import same_word, squeeze, village_key

__all__ = [
    "Field",
    "Mapped",
    "heading_label",
    "is_column_numbers",
    "is_ending",
    "lead_text",
    "map_headings",
    "same_word",
    "says_total",
    "sheet_unit",
    "squeeze",
    "unit_of",
    "village_key",
]
