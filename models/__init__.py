"""What the records are: SQLAlchemy mapped classes. No Qt, no session, no rule of the office's work.

Importing the package maps every table, so that foreign keys and the journal's list of entities are complete.
"""

from models import (
    area,
    construction,
    exchange,
    funding,
    handover,
    household,
    housing,
    journal,
    office,
    programme,
    search,
    support,
)

__all__ = [
    "area",
    "construction",
    "exchange",
    "funding",
    "handover",
    "household",
    "housing",
    "journal",
    "office",
    "programme",
    "search",
    "support",
]
