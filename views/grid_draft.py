"""What is typed into a grid of a form, as a text that a draft keeps, and back into the lines it belongs to."""

from __future__ import annotations

import json

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtWidgets import QTableView

from views.widgets.pasted_grid import PastedGrid

_TYPED = Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable


def grid_text(grid: QTableView) -> str:
    """The lines of a grid: cells by their text, boxes by whether they are ticked."""
    if isinstance(grid, PastedGrid):
        return json.dumps(grid.cells(), ensure_ascii=False)
    model = grid.model()
    lines = [[_cell(model.index(row, column)) for column in range(model.columnCount())] for row in _rows(model)]
    return json.dumps(lines, ensure_ascii=False)


def show_grid_text(grid: QTableView, text: str) -> None:
    """Put lines back. In a grid of given lines each goes to the line that says the same in what cannot be typed."""
    lines: list[list[str]] = json.loads(text)
    if isinstance(grid, PastedGrid):
        grid.show_lines([*lines, *[[""] * grid.columnCount()] * max(0, len(grid.cells()) - len(lines))])
        return
    model = grid.model()
    for row in _rows(model):
        cells = [model.index(row, column) for column in range(model.columnCount())]
        found = next((one for one in lines if len(one) == len(cells) and _same(cells, one)), None)
        if found is not None:
            lines.remove(found)
            _fill(model, cells, found)


def _rows(model: QAbstractItemModel) -> range:
    return range(model.rowCount())


def _cell(index: QModelIndex) -> str:
    if _is_box(index):
        return "1" if _ticked(index) else "0"
    return str(index.data(Qt.ItemDataRole.EditRole) or "")


def _is_box(index: QModelIndex) -> bool:
    return index.data(Qt.ItemDataRole.CheckStateRole) is not None


def _ticked(index: QModelIndex) -> bool:
    return Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole) or 0) == Qt.CheckState.Checked


def _same(cells: list[QModelIndex], line: list[str]) -> bool:
    return all(_cell(one) == text for one, text in zip(cells, line, strict=True) if not one.flags() & _TYPED)


def _fill(model: QAbstractItemModel, cells: list[QModelIndex], line: list[str]) -> None:
    for index, text in zip(cells, line, strict=True):
        if _cell(index) == text or not index.flags() & _TYPED:
            continue
        if _is_box(index):
            tick = Qt.CheckState.Checked if text == "1" else Qt.CheckState.Unchecked
            model.setData(index, tick.value, Qt.ItemDataRole.CheckStateRole)
        else:
            model.setData(index, text, Qt.ItemDataRole.EditRole)
