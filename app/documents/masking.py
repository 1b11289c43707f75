"""Hides long numbers in texts that are posted: telephones, accounts and identity numbers (domain 8.10)."""

from __future__ import annotations

import re

from app.documents.house_lists import masked

_LONG_NUMBER = re.compile(r"\d(?:[ .\-–]?\d){6,}")


def masked_text(text: str) -> str:
    """The text with every number of seven digits and more hidden but for its last three."""
    return _LONG_NUMBER.sub(lambda found: masked(found[0]), text)
