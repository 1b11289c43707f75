"""How the columns of a form are filled, each to be chosen otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QScrollArea, QWidget

from app.reports.filling import FormChoice, choices_for, label_of
from app.reports.filling_form import Form, FormColumn, FormSheet
from app.reports.filling_headings import ORDINAL, PLACE
from app.reports.filling_plan import SheetChoice
from app.wording import fill_page as words
from views import style
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.form import group_title, quiet_label

_NOTHING = "-"


class MappingView(QScrollArea):
    """`changed` tells that the officer chose otherwise; `sheets` is what is chosen now."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sheets: dict[str, SheetChoice] = {}
        self.edits: dict[tuple[str, str], ChoiceEdit] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)

    def show_form(self, form: Form, choice: FormChoice) -> None:
        """Every sheet with its columns."""
        self.sheets, self.edits = dict(choice.sheets), {}
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, style.px(4), 0, 0)
        grid.setVerticalSpacing(style.px(4))
        grid.setHorizontalSpacing(style.px(12))
        row = 0
        for sheet in form.sheets:
            row = self._add_sheet(grid, sheet, row)
        grid.setColumnStretch(4, 1)
        grid.setRowStretch(row, 1)
        self.setWidget(content)

    def _add_sheet(self, grid: QGridLayout, sheet: FormSheet, row: int) -> int:
        own = self.sheets[sheet.title]
        first, last = sheet.header_rows
        kind = words.ROW_KINDS[sheet.households]
        title = group_title(words.SHEET.format(name=sheet.title, first=first, last=last, row=kind))
        grid.addWidget(title, row, 0, 1, 4)
        used = QCheckBox(words.USED)
        used.setChecked(own.used)
        used.toggled.connect(partial(self._use, sheet.title))
        grid.addWidget(used, row + 1, 0, 1, 2)
        grid.addWidget(quiet_label(words.UNIT), row + 1, 2)
        grid.addWidget(self._unit_edit(sheet, own), row + 1, 3)
        for place, text in enumerate(words.COLUMN_HEADINGS):
            grid.addWidget(quiet_label(text), row + 2, place + (place == 2))
        row += 3
        offered = [Choice(_NOTHING, label_of(None, households=sheet.households))]
        offered += [Choice(one.key, one.label) for one in choices_for(sheet)]
        for column in sheet.columns:
            self._add_column(grid, sheet, column, offered, own.columns, row)
            row += 1
        return row

    def _add_column(
        self,
        grid: QGridLayout,
        sheet: FormSheet,
        column: FormColumn,
        offered: list[Choice],
        chosen: Mapping[str, str | None],
        row: int,
    ) -> None:
        grid.addWidget(QLabel(column.letter), row, 0)
        heading = QLabel(column.heading)
        heading.setToolTip(column.heading)
        grid.addWidget(heading, row, 1, 1, 2)
        key = chosen.get(column.letter)
        if key in (PLACE, ORDINAL, "head_name"):
            fixed = {"head_name": column.heading}.get(key or "") or label_of(key, households=sheet.households)
            grid.addWidget(quiet_label(fixed), row, 3)
            return
        edit = ChoiceEdit(offered, width=340)
        edit.set_value(key or _NOTHING)
        edit.setAccessibleName(f"{column.letter}: {column.heading}")
        edit.changed.connect(partial(self._choose, sheet.title, column.letter, edit))
        self.edits[sheet.title, column.letter] = edit
        grid.addWidget(edit, row, 3)

    def _unit_edit(self, sheet: FormSheet, own: SheetChoice) -> ChoiceEdit:
        edit = ChoiceEdit([Choice(*one) for one in words.UNITS.items()], width=140)
        edit.set_value(str(own.unit) if own.unit else "")
        edit.setAccessibleName(words.UNIT)
        edit.changed.connect(partial(self._set_unit, sheet.title, edit))
        self.edits[sheet.title, ""] = edit
        return edit

    def _choose(self, title: str, letter: str, edit: ChoiceEdit, *_told: object) -> None:
        key = edit.value()
        own = self.sheets[title]
        columns = {**own.columns, letter: None if key in (None, _NOTHING) else key}
        self._put(title, replace(own, columns=columns))

    def _set_unit(self, title: str, edit: ChoiceEdit, *_told: object) -> None:
        text = edit.value()
        self._put(title, replace(self.sheets[title], unit=int(text) if text else None))

    def _use(self, title: str, used: bool) -> None:
        self._put(title, replace(self.sheets[title], used=used))

    def _put(self, title: str, choice: SheetChoice) -> None:
        if self.sheets[title] != choice:
            self.sheets[title] = choice
            self.changed.emit()
