"""A recorded value as a cell of a package shows it, and what stands in a cell now as text.

Apart from the records, because the child process that compares a package's cells needs none.
"""

from __future__ import annotations

from datetime import date, datetime

from app.documents.cell_text import from_cell, to_cell
from app.documents.workbook import date_value
from app.journal.canonical import Json
from app.wording import exchange as words
from models.vietnamese import nfc

#: Fields whose value is the id of something that has a name; the cell shows the name.
NAMED_FIELDS = frozenset({"village_id", "programme_id", "source_id"})
FLAGS = "flags"


def shown_value(entity: str, field: str, value: Json) -> str | int | None:
    """What the cell of a stored value shows; names of ids are put in by who knows them."""
    if value is None:
        return None
    if isinstance(value, bool):
        return words.YES if value else words.NO
    choices = words.choices_of(entity, field)
    if field == FLAGS:
        return ", ".join(choices.get(one, one) for one in str(value).split())
    if choices:
        return choices.get(str(value), str(value))
    return value if isinstance(value, int) else str(value)


def written_text(cell: object) -> str | None:
    """What stands in a cell, as text: days as `YYYY-MM-DD`, whole numbers without a point, no blanks at the ends."""
    if cell is None:
        return None
    if isinstance(cell, bool):
        return words.YES if cell else words.NO
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, str) and cell.isprintable() and "_x" not in cell:  # as almost all are: nothing to undo
        return " ".join(nfc(cell).split()) or None
    return "\n".join(" ".join(line.split()) for line in from_cell(str(cell)).splitlines()).strip() or None


def says_the_same(entity: str, field: str, value: Json, written: str | None) -> bool:
    """Whether a cell still says what its sender showed, whichever program saved it."""
    if value is None or written is None:
        return value is None and written is None
    if written == str(value):
        return True
    shown = shown_value(entity, field, value)
    ways = {written_text(shown), written_text(to_cell(str(shown)))}
    if isinstance(value, str):
        ways.add(written_text(date_value(value)))
        ways.add(written_text(value))
    return written in ways
