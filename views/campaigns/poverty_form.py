"""Households of places without a list here, by year, of which poverty rates are taken (plan xuan-tang-2022)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTableWidgetItem, QWidget

from app.campaigns.facts import CampaignDetail
from app.campaigns.poverty_totals import (
    NUMBERS,
    PovertyLine,
    PovertyTotalsDraft,
    check_totals,
    places_for,
    save_totals,
)
from app.documents.words import whole_text
from app.parsing import parse_count, today
from app.problems import Problem, Refused
from app.wording import movement_pages as words
from views import style
from views.page import WorkFrame
from views.short_form import ShortForm
from views.widgets.date_edit import YearEdit
from views.widgets.typed_grid import TypedGrid

_MOST_SHOWN, _ROW = 12, 30


class PovertyTotalsForm(ShortForm):
    """A line for each place, one source for all of them; another year shows what was kept for it."""

    def __init__(self, frame: WorkFrame, plan: CampaignDetail, parent: QWidget | None = None) -> None:
        super().__init__(parent, words.TOTALS_TITLE, words.SAVE)
        self.frame, self._plan = frame, plan
        self.lines: list[PovertyLine] = []
        self.year, self.source = YearEdit(), QLineEdit()
        self.year.set_value(str(today().year))
        self.form.add_field("year", words.YEAR, self.year, required=True)
        self.form.add_field("source", words.SOURCE, self.source, required=True)
        self.grid = TypedGrid(0, len(NUMBERS))
        self.grid.setAccessibleName(words.TOTALS_TITLE)
        self.grid.setHorizontalHeaderLabels(list(words.TOTALS_COLUMNS))
        self.grid.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.form.add_marked("lines", self.grid)
        self.year.changed.connect(self.show_year)
        self.show_year()
        rows = min(len(self.lines), _MOST_SHOWN) + 1
        style.follow_scale(self.grid, lambda: self.grid.setMinimumHeight(style.px(_ROW * rows)))

    def show_year(self) -> None:
        """What is kept for the year."""
        year = self.year.value()
        if year is None:
            return
        with self.frame.workspace.read() as session:
            self.lines = places_for(session, self._plan, int(year))
        self.source.setText(next((one.source for one in self.lines if one.source), None) or "")
        self.grid.setRowCount(len(self.lines))
        self.grid.setVerticalHeaderLabels([one.name for one in self.lines])
        for row, place in enumerate(self.lines):
            for column, name in enumerate(NUMBERS):
                number = getattr(place, name)
                item = QTableWidgetItem("" if number is None else whole_text(number))
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.grid.setItem(row, column, item)

    def draft(self) -> PovertyTotalsDraft:
        """What the form says. Raises `Refused` when a number cannot be read."""
        lines = []
        for row, place in enumerate(self.lines):
            numbers = {name: parse_count(self.grid.text(row, at), "lines") for at, name in enumerate(NUMBERS)}
            lines.append(replace(place, **numbers))  # type: ignore[arg-type]  # names of numbers
        year = self.year.value()
        return PovertyTotalsDraft(int(year) if year else None, self.source.text(), tuple(lines))

    def problems(self) -> Sequence[Problem]:
        try:
            return check_totals(self.draft())
        except Refused as refused:
            return refused.problems

    def carry_out(self) -> None:
        draft = self.draft()
        told = words.SAVED_POPULATION.format(year=draft.year)
        self.start(self.frame, partial(save_totals, self.frame.workspace, draft), words.SAVING, told)
