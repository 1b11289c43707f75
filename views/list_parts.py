"""What lists of many rooms share: sorting by what is recorded, plain columns, the row that a button means."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from PySide6.QtWidgets import QPushButton

from app.parsing import fold
from app.wording import frame as words
from views import cells, messages
from views.paged_table import Column
from views.rows_list import RowsList
from views.widgets.buttons import quiet_button

R = TypeVar("R")
Orders = dict[str, Callable[[R], Any]]


def orders_of(columns: Sequence[Column[R]]) -> Orders[R]:
    """How rows are sorted by each column: numbers and days by what they are, texts without accents."""

    def by(column: Column[R]) -> Callable[[R], Any]:
        def key(row: R) -> Any:
            found = column.cell(row)
            if column.value is None:
                return fold(str(found or ""))
            return (found is not None, found or 0)

        return key

    return {column.sort: by(column) for column in columns if column.sort}


def text_column(
    name: str, title: str, text: Callable[[R], str | None], width: int, *, stretch: bool = False, spare: bool = False
) -> Column[R]:
    """A column of text, sorted by it."""
    return cells.text(name, title, lambda row: text(row) or "", width, sort=name, stretch=stretch, spare=spare)


def add_button(rows: RowsList[Any], text: str, slot: Callable[[], object]) -> QPushButton:
    """A quiet button beside the search: what can be done with the row in hand, or with the whole list."""
    button = quiet_button(text, slot)
    rows.line.add_filter(button)
    return button


def with_current(rows: RowsList[R], act: Callable[[R], object]) -> Callable[[], None]:
    """Do something with the row in hand, or say that there is none."""

    def do() -> None:
        row = rows.current()
        if row is None:
            messages.trouble(words.CHOOSE_ONE)
        else:
            act(row)

    return do
