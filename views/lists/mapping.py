"""How the columns of a list were understood, each to be chosen otherwise; and what the first rows say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QLabel,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from app.documents.words import whole_text
from app.lists.fields import Field
from app.lists.headings import heading_label
from app.lists.opening_values import OpeningFigures
from app.lists.reading import ListSheet
from app.lists.rows import RowValues
from app.wording import list_import as words
from app.wording.vocabulary import CATEGORIES, GENDERS, STAGES, STATUSES, WORK_TYPES
from views import style
from views.table_header import TableHeader
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.date_edit import shown_date
from views.widgets.form import group_title, quiet_label

LEFT_OUT = ""


class MappingView(QScrollArea):
    """`changed` carries what the officer chose: heading -> field, or None for a column to leave out."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.chosen: dict[str, str | None] = {}
        self.edits: dict[str, ChoiceEdit] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)

    def show_sheets(self, sheets: Sequence[ListSheet]) -> None:
        """Show each sheet's headings with the field they mean."""
        self.edits = {}
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, style.px(4), 0, 0)
        grid.setVerticalSpacing(style.px(4))
        grid.setHorizontalSpacing(style.px(12))
        grid.addWidget(quiet_label(words.COLUMNS_HINT), 0, 0, 1, 4)
        row = 1
        for sheet in sheets:
            grid.addWidget(group_title(_sheet_text(sheet)), row, 0, 1, 4)
            row = self._add_headings(grid, sheet, row + 1)
        grid.setColumnStretch(4, 1)
        grid.setRowStretch(row, 1)
        self.setWidget(content)

    def _add_headings(self, grid: QGridLayout, sheet: ListSheet, row: int) -> int:
        """Two headings beside each other; the row below them."""
        known: dict[str, str] = {heading: field.value for heading, field in sheet.mapping.items()}
        others = [*sheet.ambiguous.values(), *sheet.unused.values()]
        headings = [*known, *(one for one in dict.fromkeys(others) if one not in known)]
        for number, heading in enumerate(headings):
            at, left = row + number // 2, 2 * (number % 2)
            edit = ChoiceEdit(_choices(), width=220)
            label = QLabel(" ".join(heading.split()).replace("&", "&&"))
            label.setToolTip(heading)
            label.setWordWrap(True)
            label.setBuddy(edit)
            edit.set_value(known.get(heading, LEFT_OUT))
            edit.setAccessibleName(heading)
            edit.changed.connect(lambda heading=heading, edit=edit: self._choose(heading, edit))
            self.edits[heading] = edit
            grid.addWidget(label, at, left)
            grid.addWidget(edit, at, left + 1)
        return row + (len(headings) + 1) // 2

    def _choose(self, heading: str, edit: ChoiceEdit) -> None:
        self.chosen[heading] = edit.value() or None
        self.changed.emit(dict(self.chosen))


def _choices() -> list[Choice]:
    return [Choice(LEFT_OUT, words.LEFT_OUT), *(Choice(one.value, heading_label(one)) for one in Field)]


def _sheet_text(sheet: ListSheet) -> str:
    text = words.SHEET.format(name=sheet.name, rows=", ".join(map(str, sheet.header_rows)))
    encoding = words.ENCODINGS.get(sheet.encoding)
    return words.SHEET_ENCODED.format(sheet=text, encoding=encoding) if encoding else text


class SampleView(QTableWidget):
    """The first rows as they would be saved; columns in which nothing stands are left out."""

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalHeader(TableHeader(self))
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setFrameShape(QTableWidget.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        style.follow_scale(self, self._size)

    def _size(self) -> None:
        self.verticalHeader().setDefaultSectionSize(style.px(28))
        self.horizontalHeader().setFixedHeight(style.px(30))

    def show_rows(self, rows: Sequence[RowValues]) -> None:
        """Show what these rows say."""
        names = [one.name for one in fields(RowValues) if any(getattr(row, one.name) is not None for row in rows)]
        self.setColumnCount(len(names))
        self.setRowCount(len(rows))
        for column, name in enumerate(names):
            heading = QTableWidgetItem(words.SAMPLE_COLUMNS[name])
            heading.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            self.setHorizontalHeaderItem(column, heading)
            for place, row in enumerate(rows):
                self.setItem(place, column, QTableWidgetItem(_said(name, getattr(row, name))))
        self.resizeColumnsToContents()
        metrics = QFontMetrics(style.font(style.CAPTION, strong=True))
        for column, name in enumerate(names):
            needed = metrics.horizontalAdvance(words.SAMPLE_COLUMNS[name]) + style.px(20)
            self.setColumnWidth(column, max(needed, self.columnWidth(column) + style.px(12)))


def _said(name: str, value: object) -> str:
    labels = {"gender": GENDERS, "category": CATEGORIES, "work_type": WORK_TYPES}
    if value is None:
        return ""
    if name in labels:
        return labels[name].get(str(value), str(value))
    if name == "birth":
        return shown_date(str(value))
    if isinstance(value, OpeningFigures):
        return _opening_text(value)
    return whole_text(value) if isinstance(value, int) else str(value)


def _opening_text(found: OpeningFigures) -> str:
    """What was done before the program was used, in one cell."""
    told = [found.decision_number or "", shown_date(found.decided_on) if found.decided_on else ""]
    if found.approved_amount:
        told.append(words.OPENING_DECIDED.format(amount=whole_text(found.approved_amount)))
    for step, day in found.steps:
        told.append(f"{(STAGES | STATUSES).get(step, step).lower()} {shown_date(day) if day else ''}".strip())
    if found.paid:
        told.append(words.OPENING_PAID.format(amount=whole_text(found.paid)))
    return "; ".join(filter(None, told))
