"""What this laptop alone knows, by name: device, office, user, clock, how the last session ended. Never recorded."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import Connection, delete, select

from app.journal.store import upsert
from models.everything import METADATA

FACTS = METADATA.tables["local_fact"]


class Fact(StrEnum):
    """The names of what a laptop keeps for itself."""

    OFFICE = "office"
    DEVICE = "device"
    DEVICE_NAME = "device_name"
    USER = "user"
    CLOCK = "clock"
    BUNDLED = "bundled"
    WINDOW_OPEN = "window_open"
    BACKUP = "backup"
    SETTINGS = "settings"
    PACKAGE_NUMBER = "package_number"
    PACKAGES_RECEIVED = "packages_received"
    FORKS_SEEN = "forks_seen"
    CLOCKS_SEEN = "clocks_seen"
    DUPLICATES_FOUND = "duplicates_found"
    PINS = "pins"
    HANDED_OVER = "handed_over"
    GIVEN_WORK = "given_work"
    SAMPLE = "sample"
    ERASED = "erased"
    ERASED_FILES = "erased_files"


def get_fact(connection: Connection, name: Fact) -> str | None:
    """The value kept under a name; None where nothing is."""
    return connection.scalar(select(FACTS.c.value).where(FACTS.c.name == name.value))


def pins_kept(connection: Connection) -> bool:
    """Whether anybody has a PIN on this laptop."""
    return get_fact(connection, Fact.PINS) not in (None, "{}")


def is_sample(connection: Connection) -> bool:
    """Whether this is the sample office, whose people are made up."""
    return get_fact(connection, Fact.SAMPLE) is not None


def set_fact(connection: Connection, name: Fact, value: str) -> None:
    """Keep a value under a name."""
    upsert(connection, FACTS, [{"name": name.value, "value": value}])


def drop_fact(connection: Connection, name: Fact) -> None:
    """Forget a value."""
    connection.execute(delete(FACTS).where(FACTS.c.name == name.value))
