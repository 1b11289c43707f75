"""A list whose rows are read all at once: sums by source, lines of a house, months. Searched and sorted here."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, Generic, Protocol, TypeVar

from app.parsing import fold
from views.paged_table import Found, Sort, Source

R = TypeVar("R")


class ListSource(Source[R], Protocol[R]):
    """A source that a list searches by `text`; `drop` forgets what was read, where anything is kept."""

    text: str

    def drop(self) -> None:
        """Something else is to be read from now on."""


class RowSource(Generic[R]):
    """The source of a `PagedTable` over what `read` brings.

    `key` names a row; `orders` gives what a row is sorted by, under a column's sort key; `words` the text in which the
    search looks; `total` the sum that stands in the total line, of the rows that are shown.
    """

    def __init__(
        self,
        read: Callable[[], Iterable[R]],
        key: Callable[[R], Hashable],
        tables: Iterable[str],
        *,
        words: Callable[[R], str] | None = None,
        orders: dict[str, Callable[[R], Any]] | None = None,
        total: Callable[[Sequence[R]], str] | None = None,
    ) -> None:
        self.tables = frozenset(tables)
        self.text = ""
        self._read, self._key, self._words = read, key, words
        self._orders = orders or {}
        self._total = total
        self._known: dict[Hashable, R] = {}

    def drop(self) -> None:
        """Something else is to be read from now on: what was read is no part of it."""
        self._known = {}

    def key(self, row: R) -> Hashable:
        return self._key(row)

    def first(self, sort: Sort | None, limit: int) -> Sequence[R]:
        """Of what was read already: reading all is left to the reader's thread."""
        return self._shown(sort)[:limit]

    def find(self, sort: Sort | None) -> Found:
        every = {self._key(row): row for row in self._read()}
        self._known = every
        shown = self._shown(sort)
        return Found([self._key(row) for row in shown], len(every), self._total(shown) if self._total else "")

    def rows(self, keys: Sequence[Hashable]) -> Sequence[R]:
        known = self._known
        return [known[key] for key in keys if key in known]

    def _shown(self, sort: Sort | None) -> list[R]:
        shown = [row for row in self._known.values() if self._found(row)]
        order = self._orders.get(sort.key) if sort else None
        if sort is not None and order is not None:
            shown.sort(key=order, reverse=sort.descending)
        return shown

    def _found(self, row: R) -> bool:
        if not self.text.strip() or self._words is None:
            return True
        folded = fold(self._words(row))
        return all(word in folded for word in fold(self.text).split())
