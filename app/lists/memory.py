"""What officers chose for the columns of their lists, by the signature of the headings: the next list of the same form
is read the same way. A small file beside the data of this laptop, never recorded and never sent.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from app.lists.fields import Field
from app.lists.reading import ListSheet

FILE = "list_columns.json"
#: Forms change from year to year; the oldest are forgotten.
_MOST = 200

#: Signature -> heading -> field, or None for a column to leave out.
Mappings = dict[str, dict[str, Field | None]]


def remembered(folder: Path) -> Mappings:
    """All mappings kept in a data folder; a file that cannot be read is forgotten."""
    found: object = None
    with contextlib.suppress(OSError, ValueError):
        found = json.loads((folder / FILE).read_text(encoding="utf-8"))
    if not isinstance(found, dict):
        return {}
    return {str(signature): _mapping(chosen) for signature, chosen in found.items() if isinstance(chosen, dict)}


def remember(folder: Path, sheets: Iterable[ListSheet], mapping: Mapping[str, Field | None]) -> None:
    """Keep what was chosen for the headings of these sheets, over what was chosen before.

    A file that cannot be written is not worth a word: the officer chooses again.
    """
    kept = remembered(folder)
    for sheet in sheets:
        chosen = {heading: name for heading, name in mapping.items() if heading in sheet.headings}
        if chosen:
            kept[sheet.signature] = {**kept.pop(sheet.signature, {}), **chosen}
    newest = dict(list(kept.items())[-_MOST:])
    part = folder / f"{FILE}.part"
    with contextlib.suppress(OSError):
        part.write_text(json.dumps(newest, ensure_ascii=False, indent=1), encoding="utf-8")
        part.replace(folder / FILE)


def _mapping(chosen: Mapping[object, object]) -> dict[str, Field | None]:
    """Only fields that the program still knows."""
    return {
        str(heading): None if name is None else Field(str(name))
        for heading, name in chosen.items()
        if name is None or name in list(Field)
    }
