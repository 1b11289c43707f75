"""All households of each village in a year, of which poverty rates are taken (plan xuan-tang-2022)."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from app.areas.operations import save_populations
from app.areas.queries import populations, villages
from app.parsing import today
from app.wording import movement_pages as words
from views.page import WorkFrame
from views.short_form import ShortForm
from views.widgets.date_edit import YearEdit
from views.widgets.number_edits import CountEdit


class PopulationForm(ShortForm):
    """A number for each village; another year shows what was kept for it."""

    def __init__(self, frame: WorkFrame, parent: QWidget | None = None) -> None:
        super().__init__(parent, words.POPULATION_TITLE, words.SAVE)
        self.frame = frame
        self.year = YearEdit()
        self.year.set_value(str(today().year))
        self.form.add_field("year", words.YEAR, self.year, required=True)
        with frame.workspace.read() as session:
            places = villages(session, frame.workspace.author.office)
        self.numbers: dict[str, CountEdit] = {}
        for one in places:
            self.numbers[one.id] = CountEdit()
            self.form.add_field(f"households.{one.id}", one.name, self.numbers[one.id])
        self.year.changed.connect(self.show_year)
        self.show_year()

    def show_year(self) -> None:
        """What is kept for the year."""
        year = self.year.value()
        if year is None:
            return
        with self.frame.workspace.read() as session:
            kept = populations(session, int(year))
        for village, edit in self.numbers.items():
            edit.set_value(kept.get(village))

    def carry_out(self) -> None:
        year = self.year.value() or str(today().year)
        numbers = {village: edit.value() for village, edit in self.numbers.items()}
        work = partial(save_populations, self.frame.workspace, int(year), numbers)
        self.start(self.frame, work, words.SAVING, words.SAVED_POPULATION.format(year=year))
