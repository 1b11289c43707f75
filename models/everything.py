"""All tables: importing this module maps every one, so that foreign keys and the journal's entities are complete.

The database and the journal import it. Text and vocabulary of `models` are used without it, among others by the reader
of foreign files, for which loading SQLAlchemy would cost more than the reading.
"""

from __future__ import annotations

from models import (
    area,
    award,
    campaign,
    ceremony,
    construction,
    content,
    duplicate,
    exchange,
    funding,
    giving,
    handover,
    household,
    housing,
    journal,
    ledger,
    month,
    movement,
    office,
    paperwork,
    photo,
    programme,
    review,
    search,
    support,
)
from models.base import Base

METADATA = Base.metadata

__all__ = [
    "METADATA",
    "area",
    "award",
    "campaign",
    "ceremony",
    "construction",
    "content",
    "duplicate",
    "exchange",
    "funding",
    "giving",
    "handover",
    "household",
    "housing",
    "journal",
    "ledger",
    "month",
    "movement",
    "office",
    "paperwork",
    "photo",
    "programme",
    "review",
    "search",
    "support",
]
