"""The villages of the first run: typed or pasted from Excel, with head and telephone."""

from __future__ import annotations

from dataclasses import dataclass

from app.areas.drafts import VillageDraft
from app.areas.rules import check_villages
from app.parsing import parse_phone
from app.problems import Problem, Refused
from app.wording import first_run as words
from views.office.steps import Step
from views.widgets.form import quiet_label
from views.widgets.pasted_grid import PastedGrid
from views.widgets.problem_marks import MarkLine

_ROWS = 8
_WIDTHS = (290, 210)


@dataclass(frozen=True)
class Line:
    """A line of the grid as typed."""

    name: str
    head: str
    phone: str


class VillageGrid(PastedGrid):
    """Villages with their heads and telephones."""

    def __init__(self) -> None:
        super().__init__(words.STEPS["villages"], (words.VILLAGE, words.HEAD, words.PHONE), _WIDTHS, _ROWS)

    def lines(self) -> list[Line]:
        """The lines that hold anything."""
        return [Line(*cells) for cells in self.cells()]


class VillagesStep(Step):
    """Nothing has to be given here."""

    def __init__(self) -> None:
        super().__init__(words.VILLAGES_HELP)
        self.grid = VillageGrid()
        self.mark = MarkLine()
        self.count = quiet_label()
        self.form.hide()
        self.column.addWidget(self.grid, 1)
        self.column.addWidget(self.mark)
        self.column.addWidget(self.count)
        self.grid.cellChanged.connect(lambda *_: self._tell())
        self.setFocusProxy(self.grid)
        self._tell()

    def _tell(self) -> None:
        self.count.setText(words.VILLAGES_COUNT.format(count=len(self.grid.lines())))

    def set_machine(self, number: int) -> None:
        """A further laptop gets its villages from the first."""
        self.help.setText(words.VILLAGES_HELP if number == 1 else words.SECOND_MACHINE_VILLAGES)

    def names(self) -> tuple[str, ...]:
        """The names of the villages."""
        return tuple(one.name for one in self.grid.lines())

    def heads(self) -> dict[str, tuple[str | None, str | None]]:
        """By name, the head and his telephone."""
        return {one.name: (one.head or None, _phone(one.phone)) for one in self.grid.lines()}

    def problems(self) -> list[Problem]:
        return check_villages([VillageDraft(one.name) for one in self.grid.lines()], ())

    def check(self) -> bool:
        found = self.problems()
        self.mark.set_problem(found[0] if found else None)
        return not found


def _phone(text: str) -> str | None:
    """As the records keep telephones; what cannot be read stays as typed."""
    try:
        return parse_phone(text)
    except Refused:
        return text
