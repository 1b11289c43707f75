"""Text on its way into a cell of a workbook and out of it.

Excel keeps a character that XML cannot hold as `_x000D_` (here a carriage return), and therefore a text that looks so
as `_x005F_x000D_`. openpyxl does neither, so it is done here, on both ways.
"""

from __future__ import annotations

import re

from app.problems import Trouble
from models.vietnamese import nfc

MAX_CELL_TEXT = 32_767
_SHORT = 4_000

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def to_cell(text: str) -> str:
    """Text as a cell may hold it: NFC, line ends LF, no control characters, nothing that Excel takes for an escape.

    Raises `Trouble` `text_too_long` for more than 32,767 characters: Excel would cut it silently.
    """
    if len(text) <= _SHORT and text.isprintable() and "_x" not in text:  # as almost all are: nothing to do
        return nfc(text)
    clean = _LOOKS_ESCAPED.sub("_x005F_", without_controls(text))
    if len(clean.encode("utf-16-le")) // 2 > MAX_CELL_TEXT:
        raise Trouble("text_too_long", text=clean[:40], limit=MAX_CELL_TEXT)
    return clean


def from_cell(text: str) -> str:
    """The text a person sees in a cell; `from_cell(to_cell(text))` is `text` in NFC with its line ends made LF."""
    return without_controls(_ESCAPED.sub(lambda match: chr(int(match[1], 16)), text))


def without_controls(text: str) -> str:
    """Text as XML may hold it: NFC, line ends LF, no control characters."""
    return nfc(_NOT_IN_XML.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))
