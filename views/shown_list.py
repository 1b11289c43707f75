"""What a list shows, whatever widget shows it: columns in sight, rows in their order, what it is narrowed to."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QMimeData, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from app.documents.shown_table import Shown, ShownTable, private_heading, shown_text
from views.list_page import TablePanel
from views.paged_table import Column
from views.table_view import PagedTableView

_WHOLE = re.compile(r"-?\d{1,3}(\.\d{3})*")
#: How a spreadsheet is told what a pasted cell is: text stays text, amounts are numbers, days are days.
_TEXT, _NUMBER, _DAY = r"\@", r"\#\,\#\#0", r"dd\/mm\/yyyy"


@dataclass(frozen=True)
class ShownList:
    """`columns` are headings with widths in pixels; `rows(places)` reads rows by their places among `count`.

    `beside`: rows may be read beside the window, because they come from the records and not from the widget.
    """

    title: str
    columns: Sequence[tuple[str, int]]
    count: int
    rows: Callable[[Sequence[int]], Sequence[Sequence[Shown]]]
    total: str = ""
    filters: str = ""
    summed: frozenset[int] = frozenset()
    beside: bool = False

    @property
    def private(self) -> frozenset[int]:
        """The columns that hold numbers of people."""
        return frozenset(place for place, (heading, _) in enumerate(self.columns) if private_heading(heading))

    def table(self, *, hide: bool) -> ShownTable:
        """What a workbook or a print is made of."""
        hidden = self.private if hide else frozenset[int]()
        return ShownTable(self.title, self.columns, self.total, self.filters, self.summed, hidden)


def shown_list(view: QAbstractItemView, title: str) -> ShownList:
    """What a view shows now."""
    panel = panel_of(view)
    total = panel.total.text() if panel is not None and not panel.total.isHidden() else ""
    filters = panel.filters.told() if panel is not None else ""
    if isinstance(view, PagedTableView):
        return _of_paged(view, title, total, filters)
    columns = _columns_in_sight(view)
    places = _rows_in_sight(view)

    def rows(wanted: Sequence[int]) -> list[list[Shown]]:
        return [[_value(view.model(), places[place], column) for column, _, _ in columns] for place in wanted]

    return ShownList(title, [(heading, width) for _, heading, width in columns], len(places), rows, total, filters)


def panel_of(view: QWidget) -> TablePanel | None:
    """The panel with filters and total line around a table, where there is one."""
    found = view.parent()
    while found is not None and not isinstance(found, TablePanel):
        found = found.parent()
    return found


def _of_paged(view: PagedTableView, title: str, total: str, filters: str) -> ShownList:
    table = view.paged
    columns: list[Column[Any]] = [table.columns[place] for place in view.shown_columns()]
    keys = [table.key_at(place) for place in range(table.count)]

    def rows(wanted: Sequence[int]) -> list[list[Shown]]:
        asked = [keys[place] for place in wanted]
        found: dict[Any, Any] = {table.source.key(row): row for row in table.source.rows(asked)}
        return [[column.cell(found[key]) for column in columns] for key in asked if key in found]

    # Where rows of sums stand among the others (they are painted strong), nothing is added up a second time.
    within = any(column.paint is not None and column.value is not None for column in columns)
    summed = frozenset(place for place, one in enumerate(columns) if one.summed and not within)
    shown = [(column.title, column.width) for column in columns]
    return ShownList(title, shown, len(keys), rows, total, filters, summed, beside=True)


def _columns_in_sight(view: QAbstractItemView) -> list[tuple[int, str, int]]:
    """Column, heading and width; a heading of rows that says more than a number comes first, as column -1."""
    model = view.model()
    if not isinstance(view, QTableView):
        return [(0, view.accessibleName(), view.width())]
    header = view.horizontalHeader()
    order = sorted(range(model.columnCount()), key=header.visualIndex)
    found = [(one, _heading(model, one), view.columnWidth(one)) for one in order if not view.isColumnHidden(one)]
    names = [str(model.headerData(row, Qt.Orientation.Vertical) or "") for row in range(model.rowCount())]
    if not view.verticalHeader().isHidden() and any(name and not name.isdigit() for name in names):
        found.insert(0, (-1, "", view.verticalHeader().width()))
    return found


def _heading(model: QAbstractItemModel, column: int) -> str:
    return " ".join(str(model.headerData(column, Qt.Orientation.Horizontal) or "").split())


def _rows_in_sight(view: QAbstractItemView) -> list[int]:
    rows = range(view.model().rowCount())
    return [row for row in rows if not view.isRowHidden(row)] if isinstance(view, QTableView) else list(rows)


def _value(model: QAbstractItemModel, row: int, column: int) -> Shown:
    """The text of a cell; a whole number at the right of its cell is one."""
    if column < 0:
        return str(model.headerData(row, Qt.Orientation.Vertical) or "")
    index = model.index(row, column)
    text = " ".join(str(index.data() or "").split())
    align = index.data(Qt.ItemDataRole.TextAlignmentRole)
    right = align is not None and bool(Qt.AlignmentFlag(align) & Qt.AlignmentFlag.AlignRight)
    return int(text.replace(".", "")) if right and _WHOLE.fullmatch(text) else text


def selected_rows(view: QAbstractItemView) -> list[int]:
    """The places of the selected rows, from the top; those of the list as it is shown."""
    chosen = sorted({index.row() for index in view.selectionModel().selectedIndexes()})
    if isinstance(view, PagedTableView):
        return chosen
    places = {row: place for place, row in enumerate(_rows_in_sight(view))}
    return [places[row] for row in chosen if row in places]


def copied(shown: ShownList, places: Sequence[int]) -> QMimeData:
    """Rows with their headings for the clipboard: cells parted by tabs, and for spreadsheets with what each cell is."""
    headings = [" ".join(heading.split()) for heading, _ in shown.columns]
    rows = shown.rows(places)
    lines = [headings, *([shown_text(cell) for cell in row] for row in rows)]
    data = QMimeData()
    data.setText("\n".join("\t".join(line) for line in lines))
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in [headings, *rows])
    data.setHtml(f"<table>{body}</table>")
    return data


def _cell(value: Shown) -> str:
    kind = _DAY if isinstance(value, date) else _NUMBER if isinstance(value, int) else _TEXT
    shown = (
        value.isoformat() if isinstance(value, date) else str(value) if isinstance(value, int) else shown_text(value)
    )
    return f"<td style='mso-number-format:\"{kind}\"'>{html.escape(shown)}</td>"
