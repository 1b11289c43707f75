"""The log of the window: what went wrong, in a few rotating files, with every long number masked."""

from __future__ import annotations

import logging
import re
from logging.handlers import RotatingFileHandler
from pathlib import Path

FOLDER = "logs"
FILE = "mai-am.log"
_LONG_NUMBER = re.compile(r"\d{5,}")  # ID numbers, phones, accounts and amounts are nobody's business in a log


class _Masking(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return _LONG_NUMBER.sub(lambda found: "#" * len(found[0]), super().format(record))


def start_logging(folder: Path) -> Path | None:
    """Write the log into a data folder; returns its file, or None where the folder cannot be written."""
    path = folder / FOLDER / FILE
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=500_000, backupCount=3, encoding="utf-8", delay=True)
    except OSError:
        return None
    handler.setFormatter(_Masking("{asctime} {levelname} {name} {message}", style="{"))
    root = logging.getLogger("maiam")
    for old in list(root.handlers):
        root.removeHandler(old)
        old.close()
    root.addHandler(handler)
    return path
