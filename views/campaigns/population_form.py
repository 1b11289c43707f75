"""All households of each village in a year, of which poverty rates are taken (plan xuan-tang-2022)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableWidgetItem, QWidget

from app.areas.operations import save_populations
from app.areas.queries import populations, villages
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


class PopulationForm(ShortForm):
    """A number for each village; another year shows what was kept for it."""

    def __init__(self, frame: WorkFrame, parent: QWidget | None = None) -> None:
        super().__init__(parent, words.POPULATION_TITLE, words.SAVE)
        self.frame = frame
        self.year = YearEdit()
        self.year.set_value(str(today().year))
        self.form.add_field("year", words.YEAR, self.year, required=True)
        with frame.workspace.read() as session:
            self.villages = villages(session, frame.workspace.author.office)
        self.grid = self._grid()
        self.form.add_marked("households", self.grid)
        self.year.changed.connect(self.show_year)
        self.show_year()

    def _grid(self) -> TypedGrid:
        """The villages with room for a number each."""
        grid = TypedGrid(len(self.villages), 1)
        grid.setAccessibleName(words.HOUSEHOLDS)
        grid.setHorizontalHeaderLabels([words.HOUSEHOLDS])
        grid.setVerticalHeaderLabels([one.shown for one in self.villages])
        grid.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        rows = min(len(self.villages), _MOST_SHOWN) + 1
        style.follow_scale(grid, lambda: grid.setMinimumHeight(style.px(_ROW * rows)))
        return grid

    def show_year(self) -> None:
        """What is kept for the year."""
        year = self.year.value()
        if year is None:
            return
        with self.frame.workspace.read() as session:
            kept = populations(session, int(year))
        for row, place in enumerate(self.villages):
            number = kept.get(place.id)
            item = QTableWidgetItem("" if number is None else whole_text(number))
            item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.grid.setItem(row, 0, item)

    def numbers(self) -> dict[str, int | None]:
        """What is typed, by village. Raises `Refused` when a number cannot be read."""
        return {one.id: parse_count(self.grid.text(row, 0), "households") for row, one in enumerate(self.villages)}

    def problems(self) -> Sequence[Problem]:
        try:
            self.numbers()
        except Refused as refused:
            return refused.problems
        return ()

    def carry_out(self) -> None:
        year = self.year.value() or str(today().year)
        work = partial(save_populations, self.frame.workspace, int(year), self.numbers())
        self.start(self.frame, work, words.SAVING, words.SAVED_POPULATION.format(year=year))
