"""The bases of a package: what its sender showed in every visible cell (docs/exchange.md, "Bases")."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from app.exchange.layout import EntitySheet
from app.journal.canonical import encoded
from app.journal.store import Store


class Bases:
    """Writes the line of each of some rows of one kind, (id, stream); their books are read together."""

    def __init__(self, connection: Connection, sheet: EntitySheet, rows: Sequence[str]) -> None:
        self._sheet, self._fields = sheet, [one.field for one in sheet.columns]
        self._store = Store(connection)
        self._begun = self._store.beginnings(rows)
        self._store.load(row for row in rows if row not in self._begun)

    def line(self, row: str, stream: str) -> str:
        """For each visible stored field its value, and the heads and salt it comes from.

        `heads` and `salt` are those of the row's create; a field lists its own only where they differ.
        """
        creates, least, fields = self._as_begun(row) if row in self._begun else self._as_written(row)
        shown = {name: held for name, held in fields.items() if held != [None, least]}
        about = {"entity": self._sheet.entity, "row": row, "stream": stream}
        return encoded(about | {"heads": creates, "salt": least, "fields": shown})

    def _as_begun(self, row: str) -> tuple[list[str], str, dict[str, list[Any]]]:
        """Of a row that nobody touched since it began: its create says it all."""
        create, said = self._begun[row]
        least = min((salt for _, salt in said.values()), default="")
        return [create], least, {name: said[name] for name in self._fields if name in said}

    def _as_written(self, row: str) -> tuple[list[str], str, dict[str, list[Any]]]:
        history = self._store.history
        book = history.book(row)
        creates = [book.operations[one] for one in book.creates]
        least = min((salt for one in creates for _, salt in one.values.values()), default="")
        fields: dict[str, list[Any]] = {}
        for name in self._fields:
            shown = history.effective(book, name)
            salts = [book.operations[one].values[name][1] for one in shown.shown if name in book.operations[one].values]
            fields[name] = [shown.value, min(salts, default=least)]
            if sorted(shown.shown) != book.creates:
                fields[name].append(sorted(shown.shown))
        return book.creates, least, fields
