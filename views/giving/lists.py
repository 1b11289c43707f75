"""What the lists of giving share: sums in words, and whether there are households."""

from __future__ import annotations

from app.documents.words import money_text
from app.wording import giving_pages as words
from models.vocabulary import Level
from views.page import WorkFrame


def sums_text(money: int, value: int = 0) -> str:
    """Money, and apart from it the value put on goods and labour."""
    found = [words.MONEY_SUM.format(amount=money_text(money))] if money else []
    found += [words.VALUE_SUM.format(amount=money_text(value))] if value else []
    return " · ".join(found)


def is_agency(frame: WorkFrame) -> bool:
    """Whether this office only raises money and has no households."""
    return frame.workspace.author.level is Level.AGENCY
